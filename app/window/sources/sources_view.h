// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The sources with what became of their rows and where in time they have records, the details of the chosen one, and
// below every remark on it: rejected rows and warnings beside their original row, filtered, exported as shown; beside
// the remarks what is doubtful in its data, and what is decided over all sources: clocks, names and newer versions.
// Original rows are read from the kept bytes off the GUI thread. Threads: GUI.

#include "app/window/shared/view.h"
#include "app/window/sources/coverage.h"
#include "widgets/itemmodels/text_table_model.h"

#include <QSortFilterProxyModel>

#include <map>

class QComboBox;
class QLabel;
class QLineEdit;
class QTabWidget;

namespace antecedent::app {

class QualityPanel;
class SourceDetails;
class TableView;

class SourcesModel : public widgets::TextTableModel
{
    Q_OBJECT

public:
    using TextTableModel::TextTableModel;
    static constexpr int kCoverageColumn = 1;
    void setStrips(std::vector<CoverageStrip> strips);
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void setAxisText(const QString& text);

private:
    std::vector<CoverageStrip> m_strips;
    QString m_axisText;
};

// Remarks of the chosen kind that hold the searched text.
class RemarkFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    static constexpr int kKindColumn = 2;
    void setKind(const QString& kind); // empty: all
    void setText(const QString& text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_kind;
    QString m_text;
};

class SourcesView : public View
{
    Q_OBJECT

public:
    explicit SourcesView(const Workspace& workspace, QWidget* parent = nullptr);
    QString title() const override;
    QString badge() const override;
    QString badgeWords() const override;
    bool isTable() const override { return true; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void widenNames(); // where there is room
    void makeTabs();
    void makeRemarks(QWidget* parent);
    void refresh();
    void showStrips();
    void showSource();
    void fillRemarks(const std::map<std::uint64_t, std::string>& originals);
    void readOriginals();
    void countShown();
    void exportShown();
    const StoredSource* chosen() const;

    Workspace m_workspace;
    SourcesModel m_sources;
    widgets::TextTableModel m_diagnostics;
    RemarkFilter m_shown;
    TableView* m_sourceTable;
    SourceDetails* m_details;
    QTabWidget* m_tabs;
    QualityPanel* m_quality;
    TableView* m_diagnosticTable;
    QLabel* m_heading;
    QComboBox* m_kind;
    QLineEdit* m_find;
    std::uint64_t m_question = 0;
    std::map<int, int> m_given; // widths of columns that nobody has moved
};

} // namespace antecedent::app
