// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which other batches were exposed to the same condition? Every batch of the data, in or out, with its reason, on the
// use of the suspect asset in time. Suspect is the asset that leads in the evidence once that is known, else the
// failure's own; any other can be chosen. Computed in a job while the view is shown; late answers are dropped. Threads:
// GUI.

#include "app/window/shared/view.h"
#include "model/facts/impact.h"
#include "widgets/itemmodels/text_table_model.h"

#include <QSortFilterProxyModel>

class QComboBox;
class QLabel;
class QLineEdit;

namespace antecedent::app {

class ImpactStrip;
class TableView;

class ImpactView : public View
{
    Q_OBJECT

public:
    explicit ImpactView(const Workspace& workspace, QWidget* parent = nullptr);
    QString title() const override;
    QString badge() const override;
    QString badgeWords() const override;
    bool isTable() const override { return true; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Question
    {
        widgets::DataPtr snapshot;
        std::size_t failure = 0; // position in InvestigationData::failures
        std::string suspect; // asset id; empty: the failure's own
        bool operator==(const Question&) const = default;
    };

    void makeBars(QWidget* top);
    void follow(); // failure, snapshot or leading asset changed
    void ask();
    void take(Result<Impact> answer);
    void fillSuspects();
    void refresh(); // paints what is known
    void showStrip();
    void showEmpty(const QString& sentence);
    void choose(BatchIndex batch); // in table and strip
    void open(BatchIndex batch);
    void exportShown();
    std::string suspectId() const;
    QString summary() const;
    widgets::TableCell reasonOf(const BatchImpact& impact) const;
    std::vector<std::vector<widgets::TableCell>> rows() const;

    Workspace m_workspace;
    std::optional<Question> m_asked;
    std::optional<Impact> m_impact;
    std::string m_failure; // whose suspect was chosen
    std::optional<std::string> m_chosen; // suspect chosen by hand
    std::vector<std::size_t> m_order; // of the batches, by row

    widgets::TextTableModel m_model;
    QSortFilterProxyModel* m_sorted;
    QComboBox* m_suspect;
    QLabel* m_summary;
    ImpactStrip* m_strip;
    QLineEdit* m_search;
    QComboBox* m_which;
    QLabel* m_found;
    TableView* m_table;
};

} // namespace antecedent::app
