// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is known of the current failure before any statistics, in four tabs: chronology, fit for use and differences of
// its batch, condition of its asset at t0, as known now or then. Computed in a job while the view is shown; an answer
// to an older question is dropped. Threads: GUI.

#include "app/window/facts_tables.h"
#include "app/window/view.h"

#include <array>

class QComboBox;
class QLabel;
class QTabWidget;

namespace antecedent::app {

class TableView;

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
    static constexpr std::size_t kParts = 4;
    enum Part : std::uint8_t { ChronologyPart, FitnessPart, DifferencesPart, ConditionPart };
    struct Page
    {
        widgets::TextTableModel* model = nullptr;
        TableView* table = nullptr;
        QLabel* note = nullptr;
        std::vector<std::optional<std::uint32_t>> events;
    };

    void addPage(Part part, const QString& name, std::vector<widgets::TableColumn> columns,
        const std::vector<int>& widths, const QString& objectName);
    void refresh(); // asks, unless the answer is there or the view is hidden
    void answer(Result<Facts> facts);
    void show(Part part, FactsTable table);
    void showFacts();
    void showEmpty(const QString& sentence);
    void follow(); // the shared selection

    Workspace m_workspace;
    QTabWidget* m_tabs;
    QComboBox* m_known;
    std::array<Page, kParts> m_pages;
    std::optional<FactsQuestion> m_asked;
    std::optional<Facts> m_facts;
    bool m_isFollowing = false;
};

} // namespace antecedent::app
