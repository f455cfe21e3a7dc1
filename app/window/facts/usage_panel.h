// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Equipment usage up to the failure: what is due by use at t0, and batches, run hours, cycles and cleaning cycles of
// the assets of the failure per month, week or in all. Thresholds come with the data (table limits) and from a CSV that
// is chosen here. Period and thresholds are part of the question that the facts answer. Threads: GUI.

#include "app/window/facts/facts.h"
#include "app/window/shared/view.h"
#include "widgets/itemmodels/text_table_model.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace antecedent::app {

class TableView;

class UsagePanel : public QWidget
{
    Q_OBJECT

public:
    explicit UsagePanel(const Workspace& workspace, QWidget* parent = nullptr);

    PeriodLength period() const;
    const std::vector<UsageThreshold>& thresholds() const { return m_thresholds; }
    void readThresholds(const QString& path); // by the button's dialog

    void show(const Facts& facts, AsKnown known);
    void showEmpty(const QString& sentence);

Q_SIGNALS:
    void asked(); // period or thresholds changed
    void failed(const antecedent::Error& error);
    void told(const QString& note);

private:
    QWidget* makeBar();
    void fillTriggers(const Facts& facts, AsKnown known);
    void fillUsage(const Facts& facts);
    void chooseTrigger(int row);
    void openPeriod(int row);
    void exportShown();

    Workspace m_workspace;
    widgets::TextTableModel m_triggers;
    widgets::TextTableModel m_usage;
    std::vector<UsageThreshold> m_thresholds; // from a file
    QString m_thresholdsName;
    std::vector<std::optional<std::uint32_t>> m_events; // by row of the triggers: what set the counter back
    std::vector<Interval> m_periods; // by row of the usage
    QLabel* m_note;
    QLabel* m_dueNote;
    QComboBox* m_period;
    QPushButton* m_file = nullptr;
    TableView* m_triggerTable;
    TableView* m_usageTable;
};

} // namespace antecedent::app
