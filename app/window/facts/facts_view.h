// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is known of the current failure before any statistics, in tabs: chronology, fit for use and differences of its
// batch, condition of an asset at t0 and over time, what was known then against now, equipment usage, and the facts
// that people add by hand. Computed in a job while the view is shown; an answer to an older question is dropped.
// Choosing a row or cell selects its record. Threads: GUI.

#include "app/window/facts/facts_tables.h"
#include "app/window/shared/view.h"

#include <QTimer>

#include <array>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QScrollArea;
class QSpinBox;
class QTabWidget;
class QVBoxLayout;

namespace antecedent::widgets {
class SawToothWidget;
}

namespace antecedent::app {

class BasisPanel;
class TableView;
class UsagePanel;

class FactsView : public View
{
    Q_OBJECT

public:
    explicit FactsView(const Workspace& workspace, QWidget* parent = nullptr);
    QString title() const override;
    bool isTable() const override { return true; }
    bool hasInspector() const override { return true; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    static constexpr std::size_t kParts = 5;
    enum Part : std::uint8_t { ChronologyPart, FitnessPart, DifferencesPart, ConditionPart, KnownPart };
    struct Page
    {
        widgets::TextTableModel* model = nullptr;
        TableView* table = nullptr;
        QLabel* note = nullptr;
        QHBoxLayout* bar = nullptr; // the note, then what a page adds
        QVBoxLayout* layout = nullptr;
        BasisPanel* basis = nullptr; // may be null
        FactsTable shown;
    };

    void addPage(Part part, const QString& name, std::vector<widgets::TableColumn> columns,
        const std::vector<int>& widths, const QString& objectName);
    void exportShown(Part part);
    void addBasis(Part part, const QString& hint);
    void addCondition();
    void addAgainst();
    void addUsage();
    void addManualFacts();
    void addCorner();
    void refresh(); // asks, unless the answer is there or the view is hidden
    void fillAssets();
    AsKnown known() const;
    void answer(Result<Facts> facts);
    void fitColumns(Part part);
    void fill(Part part, FactsTable table);
    void showFacts();
    void showHistory();
    void showEmpty(const QString& sentence);
    void choose(Part part, const QModelIndex& now);
    void follow(); // the shared selection

    Workspace m_workspace;
    QTabWidget* m_tabs;
    QComboBox* m_known;
    QComboBox* m_asset;
    widgets::SawToothWidget* m_history;
    QScrollArea* m_curves;
    QLabel* m_noHistory;
    QSpinBox* m_against;
    QTimer m_typing; // a number is typed digit by digit
    UsagePanel* m_usage;
    std::array<Page, kParts> m_pages;
    std::optional<std::pair<widgets::DataPtr, std::size_t>> m_assetsOf; // the failure that the assets are listed for
    std::optional<FactsQuestion> m_asked;
    std::optional<Facts> m_facts;
    bool m_isFollowing = false;
};

} // namespace antecedent::app
