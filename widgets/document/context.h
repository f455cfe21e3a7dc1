// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What all views share: the snapshot of the investigation, the failure at hand, the window around it, the filter, the
// selected record, and in which zone times are shown. Views change it here and follow its signals; no view knows
// another. Back and forward go through failure, window and filter. Threads: GUI.

#include "widgets/common/site_time.h"
#include "widgets/document/investigation_data.h"

#include <QObject>

#include <optional>
#include <vector>

namespace antecedent::widgets {

class Context : public QObject
{
    Q_OBJECT

public:
    explicit Context(QObject* parent = nullptr);

    const DataPtr& data() const { return m_data; }
    void setData(DataPtr data); // keeps failure, filter and window where they still make sense

    // Position in InvestigationData::failures.
    std::optional<std::size_t> failure() const { return m_now.failure; }
    const Failure* currentFailure() const;
    const Deviation* currentDeviation() const;
    void setFailure(std::optional<std::size_t> failure);

    Duration before() const { return m_now.before; }
    Duration after() const { return m_now.after; }
    void setWindow(Duration before, Duration after);

    const QString& filter() const { return m_now.filter; }
    void setFilter(const QString& filter);

    // Position in UnifiedEvents.
    std::optional<std::uint32_t> selected() const { return m_selected; }
    void select(std::optional<std::uint32_t> event);

    // Asks the views that have a time axis to show it, over everything else.
    void showInterval(const Interval& interval) { Q_EMIT intervalWanted(interval); }

    // Asset that leads in the evidence on the current failure; empty: not known.
    const std::string& suspect() const;
    void setSuspect(const std::string& failure, const std::string& asset);

    bool isUtc() const { return m_isUtc; }
    void setUtc(bool isUtc);
    SiteTime times() const; // in the chosen zone

    bool canGoBack() const { return !m_past.empty(); }
    bool canGoForward() const { return !m_future.empty(); }
    void goBack();
    void goForward();

Q_SIGNALS:
    void dataChanged();
    void questionChanged(); // failure, window or filter
    void selectionChanged();
    void suspectChanged();
    void zoneChanged();
    void intervalWanted(const antecedent::Interval& interval);

private:
    struct Question
    {
        std::optional<std::size_t> failure;
        Duration before{std::chrono::hours(72)};
        Duration after{std::chrono::hours(4)};
        QString filter;
        bool operator==(const Question&) const = default;
    };
    void ask(const Question& question);

    DataPtr m_data;
    Question m_now;
    std::vector<Question> m_past;
    std::vector<Question> m_future;
    std::optional<std::uint32_t> m_selected;
    std::string m_suspect;
    std::string m_suspectOf; // failure
    bool m_isUtc = false;
};

} // namespace antecedent::widgets
