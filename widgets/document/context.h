// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What all views share: the snapshot of the investigation, the failure at hand and its anchor, the window around it
// with scope and controls, the filter, the selected record, what was known, and in which zone times are shown. Views
// change it here and follow its signals; no view knows another. Back and forward go through all of it but the selected
// record, also over a reload of the same case. Threads: GUI.

#include "widgets/common/site_time.h"
#include "widgets/document/investigation_data.h"

#include <QObject>

#include <map>
#include <optional>
#include <vector>

namespace antecedent::widgets {

// What the case says about its analysis plan.
struct CasePlan
{
    bool isFrozen = false;
    std::string hash; // as printed, of the frozen plan
    std::map<std::string, WindowOptions> windows; // by classification; others: their template's
};

// A stretch of the time to the failure, the same for every failure and control: [from, to) relative to the anchor.
struct TimeBrush
{
    Duration from{};
    Duration to{};
    bool operator==(const TimeBrush&) const = default;
};

class Context : public QObject
{
    Q_OBJECT

public:
    // All that is shared but the data and the selected record; what the history keeps.
    struct Question
    {
        std::string failure; // id; empty: none
        std::optional<WindowOptions> window; // unset: as planned
        AnchorRule anchor;
        QString filter;
        std::optional<TimeBrush> brush;
        bool isKnownThen = false;
        bool isUtc = false;
    };

    explicit Context(QObject* parent = nullptr);

    const Question& question() const { return m_now; }
    void ask(const Question& question); // as one step of the history

    const DataPtr& data() const { return m_data; }
    // Keeps failure, filter, window and history where it is the same case.
    void setData(DataPtr data, CasePlan plan = {});
    // All that another context holds, its history as well.
    void takeOver(const Context& other);

    // Position in InvestigationData::failures.
    std::optional<std::size_t> failure() const { return m_failure; }
    const Failure* currentFailure() const;
    const Deviation* currentDeviation() const; // null for events as failures
    void setFailure(std::optional<std::size_t> failure);

    // How far the window around the failure at hand reaches in time.
    Duration before() const { return m_before; }
    Duration after() const { return m_after; }
    // Why the window is another one than asked for: a length that these data can't tell; mostly empty.
    const QString& windowNote() const { return m_windowNote; }
    // The same as it is asked for, with scope and controls: that of the plan for the classification unless edited. Its
    // anchor is that of the plan, the one in use is anchor().
    const WindowOptions& window() const { return m_window; }
    bool isWindowPlanned() const { return !m_now.window.has_value(); }
    void setWindow(const WindowOptions& window);
    void setWindow(Duration before, Duration after);
    void resetWindow(); // as planned

    // When a failure happened, for all of them. Snapshots with another anchor are asked for by anchorWanted().
    const AnchorRule& anchor() const { return m_now.anchor; }
    void setAnchor(const AnchorRule& anchor);
    void putAnchored(DataPtr data); // made from data() by withFailures()

    const QString& filter() const { return m_now.filter; }
    void setFilter(const QString& filter);

    // What of the window is looked at, in every view with a time axis; unset: all. It changes no plan.
    const std::optional<TimeBrush>& brush() const { return m_now.brush; }
    void setBrush(std::optional<TimeBrush> brush);

    // As known then: only what had been entered by t0.
    bool isKnownThen() const { return m_now.isKnownThen; }
    void setKnownThen(bool isThen);

    // Position in UnifiedEvents.
    std::optional<std::uint32_t> selected() const { return m_selected; }
    void select(std::optional<std::uint32_t> event);

    // Asks the views that have a time axis to show it, over everything else.
    void showInterval(const Interval& interval) { Q_EMIT intervalWanted(interval); }
    // The same for an hour before and after the selected record, on its asset.
    void showAround();

    // Asset that leads in the evidence on the current failure; empty: not known.
    const std::string& suspect() const;
    void setSuspect(const std::string& failure, const std::string& asset);

    const CasePlan& plan() const { return m_plan; }
    // Whether the evidence that is shown is not the planned one.
    bool isExploratory() const { return m_isExploratory; }
    void setExploratory(bool isExploratory);

    bool isUtc() const { return m_now.isUtc; }
    void setUtc(bool isUtc);
    SiteTime times() const; // in the chosen zone

    bool canGoBack() const { return !m_past.empty(); }
    bool canGoForward() const { return !m_future.empty(); }
    void goBack();
    void goForward();

Q_SIGNALS:
    void dataChanged();
    void questionChanged(); // failure, anchor, window or filter
    void brushChanged();
    void knownChanged();
    void selectionChanged();
    void suspectChanged();
    void planChanged();
    void zoneChanged();
    void historyChanged();
    void intervalWanted(const antecedent::Interval& interval);
    void aroundWanted();
    void anchorWanted(); // data() has another anchor than anchor()

private:
    static bool isEqual(const Question& a, const Question& b);
    void show(const Question& question);
    void place(); // failure and window in the snapshot
    void useAnchored();
    const WindowOptions& planned(const std::string& classification);

    DataPtr m_data;
    CasePlan m_plan;
    Question m_now;
    std::optional<std::size_t> m_failure;
    WindowOptions m_window;
    Duration m_before{};
    Duration m_after{};
    QString m_windowNote;
    std::map<std::string, DataPtr> m_anchored; // by anchor, of the same load
    std::vector<Question> m_past;
    std::vector<Question> m_future;
    std::optional<std::uint32_t> m_selected;
    std::string m_suspect;
    std::string m_suspectOf; // failure
    bool m_isExploratory = false;
};

bool isSameWindow(const WindowOptions& a, const WindowOptions& b);

} // namespace antecedent::widgets
