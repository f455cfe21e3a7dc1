// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is doubtful in the data of the chosen source and what that does to the analysis; below, the places of the chosen
// finding. Choosing a place selects its record; the timeline is asked to show it. The data are checked once per
// snapshot, off the GUI thread, as soon as the panel is looked at. Threads: GUI.

#include "app/window/shared/view.h"
#include "model/quality/finding.h"
#include "widgets/itemmodels/text_table_model.h"

class QLabel;
class QPushButton;

namespace antecedent::app {

class TableView;

class QualityPanel : public QWidget
{
    Q_OBJECT

public:
    explicit QualityPanel(const Workspace& workspace, QWidget* parent = nullptr);
    void setSource(const StoredSource* source); // nullptr: none

Q_SIGNALS:
    void countChanged(int findings); // of the chosen source; negative: not known yet
    void failed(const antecedent::Error& error);

protected:
    void showEvent(QShowEvent* event) override;

private:
    bool isCurrent() const;
    void makePlaces();
    void check(); // once per snapshot
    void showFindings();
    QString nothingFound() const;
    void showPlaces();
    void selectPlace();
    void showOnTimeline();
    std::vector<widgets::TableCell> rowOf(const QualityFinding& finding) const;
    std::vector<widgets::TableCell> rowOf(const QualityFinding& finding, const QualityPlace& place) const;
    const QualityFinding* chosen() const;
    const QualityPlace* chosenPlace() const;

    Workspace m_workspace;
    widgets::DataPtr m_checked; // the snapshot that the findings are of
    bool m_isKnown = false;
    bool m_isChecking = false;
    std::vector<QualityFinding> m_findings;
    std::vector<std::size_t> m_shown; // positions of those of the source
    std::optional<Digest> m_source;
    widgets::TextTableModel m_model;
    widgets::TextTableModel m_placeModel;
    TableView* m_table;
    QWidget* m_lower; // of the chosen finding
    TableView* m_places;
    QLabel* m_words;
    QPushButton* m_timeline;
};

} // namespace antecedent::app
