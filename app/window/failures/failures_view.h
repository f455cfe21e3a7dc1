// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The failures to investigate: deviations and events that the case takes as failures, with facets, a calendar against
// maintenance, and the events that are left out with the reason. The chosen one becomes the failure of all views;
// undated and left-out ones are listed and can't be chosen. Threads: GUI.

#include "app/window/failures/failure_calendar.h"
#include "app/window/failures/failure_facets.h"
#include "app/window/shared/view.h"
#include "widgets/itemmodels/text_table_model.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace antecedent::app {

class SentinelBar;
class TableView;

class FailuresView : public View
{
    Q_OBJECT

public:
    explicit FailuresView(const Workspace& workspace, QWidget* parent = nullptr);
    QString title() const override;
    QString badge() const override;
    QString badgeWords() const override;
    bool isTable() const override { return true; }

private:
    QWidget* makeBar();
    void makeTable();
    void refresh();
    void follow();
    void fillTable();
    void hideUnknown();
    void fillCalendar();
    void take(const QString& value, const std::optional<antecedent::Interval>& stretch); // a cell of the calendar
    void clearFilters();
    void showFound();
    Facet calendarFacet() const;

    Workspace m_workspace;
    widgets::TextTableModel m_model;
    FailureFilter m_filter;
    SentinelBar* m_sentinels;
    FailureCalendar* m_calendar;
    FacetPanel* m_facets;
    TableView* m_table;
    QLineEdit* m_search;
    QComboBox* m_rows;
    QLabel* m_found;
    QPushButton* m_clear;
    bool m_isFollowing = false;
};

} // namespace antecedent::app
