// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/compose/timeline_input.h"

#include "model/base/text.h"
#include "model/report/compose/words.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <map>
#include <set>

namespace antecedent {

namespace {

constexpr std::size_t kAlarmLanes = 6;
constexpr std::size_t kAssetLanes = 3;

bool hasWord(std::string_view text, std::initializer_list<std::string_view> words)
{
    const std::string lower = toLowerAscii(text);
    return std::any_of(
        words.begin(), words.end(), [&](std::string_view w) { return lower.find(w) != std::string::npos; });
}

// Priority of an alarm: its word, 1 to 4, or 0 to 1000 as in OPC A&E.
MarkKind alarmMark(std::string_view severity)
{
    int value = 0;
    const auto [end, status] = std::from_chars(severity.data(), severity.data() + severity.size(), value);
    if (status == std::errc() && end == severity.data() + severity.size()) {
        const int level = value <= 4 ? std::max(value, 1) : value >= 800 ? 1 : value >= 600 ? 2 : value >= 300 ? 3 : 4;
        constexpr std::array kMarks{
            MarkKind::AlarmCritical, MarkKind::AlarmHigh, MarkKind::AlarmMedium, MarkKind::AlarmLow};
        return kMarks[static_cast<std::size_t>(level - 1)];
    }
    if (hasWord(severity, {"crit", "urgent", "emerg"}))
        return MarkKind::AlarmCritical;
    if (hasWord(severity, {"high", "major"}))
        return MarkKind::AlarmHigh;
    return hasWord(severity, {"low", "minor", "info", "diag"}) ? MarkKind::AlarmLow : MarkKind::AlarmMedium;
}

BandStyle stateBand(std::string_view code)
{
    if (hasWord(code, {"run", "execut", "produc", "busy"}))
        return BandStyle::Running;
    if (hasWord(code, {"hold", "held", "paus", "wait"}))
        return BandStyle::Hold;
    if (hasWord(code, {"maint", "repair", "service"}))
        return BandStyle::Maintenance;
    if (hasWord(code, {"clean", "cip", "sip"}))
        return BandStyle::Cleaning;
    return hasWord(code, {"down", "fault", "fail", "break", "abort", "error"}) ? BandStyle::Down : BandStyle::Idle;
}

// The shown range without the given intervals.
std::vector<Interval> complement(const std::vector<Interval>& covered, const Interval& range)
{
    std::vector<Interval> holes;
    Timestamp at = range.begin;
    for (const Interval& interval : covered) {
        if (interval.end <= at || interval.begin >= range.end)
            continue;
        if (interval.begin > at)
            holes.push_back({at, interval.begin});
        at = std::max(at, interval.end);
    }
    if (at < range.end)
        holes.push_back({at, range.end});
    return holes;
}

class LaneMaker
{
public:
    LaneMaker(const ReportInputs& inputs, const Lexicon& lexicon)
        : m_in(inputs)
        , m_lexicon(lexicon)
        , m_events(inputs.context->events)
        , m_data(inputs.context->dataset)
        , m_range{inputs.window->interval.begin, inputs.window->shownUntil}
    {
        for (const AlignedEvent& event : inputs.window->events) {
            const std::size_t i = event.event.value;
            m_records.insert(recordOf(m_data, m_events, i).id);
            m_instants.push_back(Timestamp(Duration(m_events.onsetUs[i])));
            if (m_events.endUs[i] != UnifiedEvents::kNoEnd && m_events.endUs[i] != UnifiedEvents::kOpenEnd)
                m_instants.push_back(Timestamp(Duration(m_events.endUs[i])));
            sortEvent(i);
        }
    }

    TimelineInput make()
    {
        TimelineInput out;
        out.figure.range = m_range;
        out.figure.t0 = m_in.failure.anchor;
        out.figure.band = m_in.failure.band;
        out.figure.failure = m_in.failure.id;
        out.figure.siteZone = m_in.siteZone;
        for (const Failure& other : m_in.otherFailures)
            out.figure.otherFailures.push_back(
                {other.anchor, {}, MarkKind::OtherFailure, BandStyle::Box, other.id, false});
        addAssetLanes(
            out.figure.lanes, m_steps,
            [](const Phrase& asset) {
                return asset.empty() ? phrase("Batch, no asset stated") : phrase("Batch on %1", asset);
            },
            TableId::BatchSteps, "");
        addAssetLanes(
            out.figure.lanes, m_states,
            [](const Phrase& asset) {
                return asset.empty() ? phrase("State, no asset stated") : phrase("State of %1", asset);
            },
            TableId::Events, "state");
        addAlarmLanes(out.figure.lanes);
        addLane(out.figure.lanes, say("Maintenance"), m_maintenance, TableId::WorkOrders, "", true);
        addLane(out.figure.lanes, say("Calibration"), m_calibration, TableId::Calibrations, "", true);
        addLane(out.figure.lanes, say("Cleaning"), m_cleaning, TableId::Cleanings, "", true);
        addLane(out.figure.lanes, say("Operator"), m_operator, TableId::Events, "operator", false);
        addLane(out.figure.lanes, say("Material, changes"), m_material, TableId::Genealogy, "", false);
        addLane(out.figure.lanes, say("Other records"), m_other, TableId::Events, "", false);
        out.figure.plots = m_in.plots;
        out.figure.undrawn = m_instants; // finer steps, further assets; those of the marks do no harm
        leaveOutTheStart(out.figure);
        out.records.assign(m_records.begin(), m_records.end());
        out.note = following(std::move(m_notes));
        return out;
    }

private:
    using Marks = std::vector<TimelineMark>;

    // Where nothing but process data fills more than half of the stretch before the first record, the drawing begins
    // shortly before that record.
    void leaveOutTheStart(TimelineFigure& figure)
    {
        Timestamp first = figure.t0;
        for (const TimelineLane& lane : figure.lanes)
            for (const TimelineMark& mark : lane.marks)
                first = std::min(first, mark.at);
        for (const TimelineMark& other : figure.otherFailures)
            first = std::min(first, other.at);
        for (const Timestamp instant : figure.undrawn)
            first = std::min(first, instant);
        if (first - m_range.begin < m_range.length() / 2)
            return;
        figure.range.begin = first - (m_range.end - first) / 20;
        for (TimelinePlot& plot : figure.plots)
            std::erase_if(plot.samples, [&](const Sample& sample) { return sample.time < figure.range.begin; });
        const Phrase begin = words::shortMoment(m_range.begin, m_in.siteZone);
        m_notes.push_back(figure.plots.empty()
                ? phrase("The window begins at %1; no record lies before the drawn time.", begin)
                : phrase("The window begins at %1; no record lies before the drawn time, and process data before it "
                         "are not shown.",
                    begin));
    }

    TimelineMark markOf(std::size_t i, MarkKind kind, BandStyle band, std::string label) const
    {
        TimelineMark mark;
        mark.at = Timestamp(Duration(m_events.onsetUs[i]));
        if (m_events.endUs[i] == UnifiedEvents::kOpenEnd)
            mark.end = m_range.end;
        else if (m_events.endUs[i] != UnifiedEvents::kNoEnd)
            mark.end = Timestamp(Duration(m_events.endUs[i]));
        mark.kind = kind;
        mark.band = band;
        mark.label = std::move(label);
        return mark;
    }
    std::string batchOf(std::size_t i) const
    {
        const Batch* batch = m_data.batch(m_events.batch[i]);
        return batch == nullptr ? std::string() : batch->id;
    }
    void sortEvent(std::size_t i)
    {
        switch (m_events.table[i]) {
        case TableId::BatchSteps:
            return sortStep(i);
        case TableId::WorkOrders: {
            const WorkOrder& order = m_data.workOrders[m_events.item[i]];
            const bool isCorrective = !hasWord(order.type, {"pm", "prev", "insp", "cal", "serv"});
            m_maintenance.push_back(markOf(i, isCorrective ? MarkKind::Corrective : MarkKind::Preventive,
                isCorrective ? BandStyle::Down : BandStyle::Box, order.id + " " + order.type));
            return;
        }
        case TableId::Calibrations: {
            const Calibration& c = m_data.calibrations[m_events.item[i]];
            const bool isFailed = hasWord(c.asFoundResult.empty() ? c.result : c.asFoundResult, {"fail", "oot", "out"});
            m_calibration.push_back(
                markOf(i, isFailed ? MarkKind::CalibrationFailed : MarkKind::Calibration, BandStyle::Box, c.id));
            return;
        }
        case TableId::Cleanings:
            m_cleaning.push_back(
                markOf(i, MarkKind::Cleaning, BandStyle::Cleaning, m_data.cleanings[m_events.item[i]].type));
            return;
        case TableId::Genealogy:
            m_material.push_back(markOf(i, MarkKind::Material, BandStyle::Box, {}));
            return;
        case TableId::Changes:
            m_material.push_back(markOf(i, MarkKind::Change, BandStyle::Box, m_data.changes[m_events.item[i]].id));
            return;
        case TableId::Events:
            return sortPlainEvent(i);
        default:
            m_other.push_back(markOf(i, MarkKind::Other, BandStyle::Box, m_events.className(i)));
            return;
        }
    }
    void sortStep(std::size_t i)
    {
        const BatchStep& step = m_data.steps[m_events.item[i]];
        // The coarsest level tells which batch was there; finer ones would only repeat it.
        if (!step.level.empty() && step.level != "unit_procedure")
            return;
        TimelineMark mark = markOf(i, MarkKind::State, BandStyle::Box, batchOf(i));
        if (step.batch.valid() && step.batch == m_in.failure.batch) {
            mark.band = BandStyle::FailedBox;
            mark.isStrong = true;
        }
        m_steps[step.asset].push_back(std::move(mark));
    }
    void sortPlainEvent(std::size_t i)
    {
        const std::string_view category = categoryOf(m_data, m_events, i);
        const std::string code = codeOf(m_data, m_events, i);
        if (category == "alarm")
            m_alarms[m_events.className(i).substr(6)].push_back(
                markOf(i, alarmMark(severityOf(m_data, m_events, i)), BandStyle::Down, {}));
        else if (category == "state")
            m_states[m_events.asset[i]].push_back(markOf(i, MarkKind::State, stateBand(code), code));
        else if (category == "operator")
            m_operator.push_back(markOf(i, MarkKind::Operator, BandStyle::Box, code));
        else
            m_other.push_back(markOf(i, MarkKind::Other, BandStyle::Box, std::string(category) + " " + code));
    }
    // Where the sources of a record kind have no data in the shown range.
    std::vector<Interval> holesOf(TableId table, std::string_view category) const
    {
        std::vector<Interval> covered;
        for (const Coverage& coverage : m_data.coverage)
            if (coverage.table == table && (category.empty() || m_data.strings.text(coverage.category) == category))
                covered.insert(covered.end(), coverage.intervals.begin(), coverage.intervals.end());
        return complement(joined(std::move(covered)), m_range);
    }
    void addLane(std::vector<TimelineLane>& lanes, std::string name, const Marks& marks, TableId table,
        std::string_view category, bool evenIfEmpty)
    {
        if (marks.empty() && !evenIfEmpty)
            return;
        TimelineLane lane;
        lane.name = std::move(name);
        lane.marks = marks;
        std::stable_sort(lane.marks.begin(), lane.marks.end(),
            [](const TimelineMark& a, const TimelineMark& b) { return a.at < b.at; });
        lane.uncovered = holesOf(table, category);
        lanes.push_back(std::move(lane));
    }
    // The assets with most marks, the rest named in the note.
    void addAssetLanes(std::vector<TimelineLane>& lanes, const std::map<AssetIndex, Marks>& byAsset,
        Phrase (*title)(const Phrase&), TableId table, std::string_view category)
    {
        std::vector<std::pair<std::size_t, AssetIndex>> order;
        for (const auto& [asset, marks] : byAsset)
            order.emplace_back(asset == m_in.failure.asset ? SIZE_MAX : marks.size(), asset);
        std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        for (std::size_t i = 0; i < order.size() && i < kAssetLanes; ++i) {
            const Asset* asset = m_data.asset(order[i].second);
            addLane(lanes, m_lexicon.say(title(asset == nullptr ? Phrase() : Phrase(asset->id))),
                byAsset.at(order[i].second), table, category, false);
        }
        if (order.size() > kAssetLanes)
            m_notes.push_back(category.empty()
                    ? phrase("%1 further assets with batch steps are left out.", order.size() - kAssetLanes)
                    : phrase("%1 further assets with states are left out.", order.size() - kAssetLanes));
    }
    // Classes that tell most first: those of the best candidates that this failure shows, then the rarest.
    void addAlarmLanes(std::vector<TimelineLane>& lanes)
    {
        std::map<std::string, std::size_t> rankOf;
        for (const Analysis& analysis : m_in.assessment->analyses)
            if (analysis.classification == m_in.failure.classification)
                for (std::size_t k = 0; k < analysis.candidates.size(); ++k)
                    if (analysis.candidates[k].eventClass.starts_with("alarm:"))
                        rankOf.try_emplace(analysis.candidates[k].eventClass.substr(6), k);
        std::vector<std::pair<std::size_t, std::string>> order;
        for (const auto& [name, marks] : m_alarms)
            order.emplace_back(rankOf.contains(name) ? rankOf[name] : 100000 + marks.size(), name);
        std::sort(order.begin(), order.end());
        Marks rest;
        for (std::size_t i = 0; i < order.size(); ++i) {
            const Marks& marks = m_alarms[order[i].second];
            if (i < kAlarmLanes)
                addLane(lanes, order[i].second, marks, TableId::Events, "alarm", false);
            else
                rest.insert(rest.end(), marks.begin(), marks.end());
        }
        if (!rest.empty())
            addLane(lanes, m_lexicon.say(phrase("Other alarms, %1 classes", order.size() - kAlarmLanes)), rest,
                TableId::Events, "alarm", false);
        if (order.empty())
            addLane(lanes, say("Alarms"), rest, TableId::Events, "alarm", true);
    }

    std::string say(const char* english) const { return m_lexicon.say(phrase(english)); }

    const ReportInputs& m_in;
    const Lexicon& m_lexicon;
    const UnifiedEvents& m_events;
    const Dataset& m_data;
    Interval m_range;
    std::set<RecordId> m_records;
    std::vector<Timestamp> m_instants; // where a record of the window begins or ends
    std::map<AssetIndex, Marks> m_steps;
    std::map<AssetIndex, Marks> m_states;
    std::map<std::string, Marks> m_alarms;
    Marks m_maintenance;
    Marks m_calibration;
    Marks m_cleaning;
    Marks m_operator;
    Marks m_material;
    Marks m_other;
    std::vector<Phrase> m_notes;
};

} // namespace

TimelineInput timelineInput(const ReportInputs& inputs, const Lexicon& lexicon)
{
    return LaneMaker(inputs, lexicon).make();
}

} // namespace antecedent
