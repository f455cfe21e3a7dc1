// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The report as it would be written now: pages that follow the choice of failure, title, language and figures, the
// records and the ledger. Made in a job a moment after the last change, while it is seen. Before the plan of the case
// is frozen there is no result to show, and it says so. Threads: GUI.

#include "app/window/report/report_job.h"
#include "widgets/document/jobs.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace antecedent::app {

class PageView;

class PreviewPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPanel(widgets::Jobs& jobs, QWidget* parent = nullptr);

    // What is to be shown: the first failure of the order. `isFrozen`: whether the case has a plan; unknown: not asked
    // yet.
    void setOrder(const ReportOrder& order, std::optional<bool> isFrozen);
    // The same order is to be made again: the ledger or the plan changed.
    void invalidate();

Q_SIGNALS:
    void failed(const antecedent::Error& error);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void plan(); // a moment later
    void make();
    void showPlace();

    widgets::Jobs& m_jobs;
    PageView* m_pages;
    QLabel* m_place;
    QTimer m_later;
    ReportOrder m_order;
    std::optional<bool> m_isFrozen;
    std::uint64_t m_question = 0;
    bool m_isOld = true; // what is shown is not of the order
};

} // namespace antecedent::app
