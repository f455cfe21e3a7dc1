// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes investigation reports as PDF, HTML and twin: which failures, what title, where to; with progress and cancel.
// At the right the pages as they will print, and every report of this investigation from the audit trail, latest first,
// where it is, and whether it still holds. Threads: GUI; all work in jobs, an answer for other data is dropped.

#include "app/window/report/report_job.h"
#include "app/window/shared/view.h"
#include "widgets/itemmodels/text_table_model.h"

#include <functional>
#include <map>
#include <stop_token>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QTabWidget;

namespace antecedent::app {

class PreviewPanel;
class ReportPanel;
class TableView;

class ReportView : public View
{
    Q_OBJECT

public:
    explicit ReportView(const Workspace& workspace, QWidget* parent = nullptr);
    QString title() const override;
    QString badge() const override; // how many reports were written
    QString badgeWords() const override;
    bool isTable() const override { return true; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    // What is known of a written report beyond the audit trail, by hash of the PDF.
    struct Known
    {
        std::string pdf; // path
        std::optional<casework::WrittenReport> report; // written in this session
        std::optional<Result<TwinVerification>> check;
    };

    QWidget* makeSide();
    QWidget* makeList();
    QWidget* makeDetails();
    QPushButton* addButton(const QString& text, const QString& name, const QString& tip, void (ReportView::*slot)());
    void refresh();
    void follow(); // the current failure
    ReportOrder order() const; // as chosen at the left
    void showPages(); // of the order
    void askPlan();
    void fillReports();
    void showDetails();
    void write();
    void finish(const ReportRun& run);
    void openPdf();
    void openHtml();
    void openFolder();
    void verifyChosen();
    void withChosen(const std::function<void(const std::string& pdf)>& act); // once it is found on disk
    const casework::EarlierReport* chosen() const;
    std::string pathOf(const casework::EarlierReport& report) const;

    Workspace m_workspace;
    ReportPanel* m_order;
    widgets::TextTableModel m_model;
    TableView* m_table;
    PreviewPanel* m_preview;
    QTabWidget* m_tabs;
    std::optional<bool> m_isFrozen; // of the case; not known yet
    QWidget* m_details = nullptr; // of the chosen report
    QLabel* m_name;
    QLabel* m_place;
    QLabel* m_check;
    QLabel* m_statement;
    std::vector<QPushButton*> m_actions;
    QHBoxLayout* m_actionBar = nullptr;
    widgets::DataPtr m_shown; // what both sides are filled from
    std::vector<casework::EarlierReport> m_reports; // latest first
    std::map<std::string, Known> m_known;
    std::stop_source m_stop;
};

} // namespace antecedent::app
