// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/document/context.h"

#include "model/alignment/configuration.h"
#include "widgets/common/text.h"

#include <algorithm>
#include <utility>

namespace antecedent::widgets {

namespace {

constexpr std::size_t kMostHistory = 200;

std::optional<std::size_t> positionOf(const InvestigationData& data, const std::string& failure)
{
    const auto found = std::find_if(
        data.failures.begin(), data.failures.end(), [&](const Failure& other) { return other.id == failure; });
    return found != data.failures.end() ? std::optional(static_cast<std::size_t>(found - data.failures.begin()))
                                        : std::nullopt;
}

} // namespace

bool isSameWindow(const WindowOptions& a, const WindowOptions& b)
{
    return a.anchor == b.anchor && a.clock == b.clock && a.before == b.before && a.atLeast == b.atLeast
        && a.atMost == b.atMost && a.fallback == b.fallback && a.after == b.after && a.scope == b.scope
        && a.controls == b.controls && a.stratum == b.stratum && a.minCoverage == b.minCoverage;
}

Context::Context(QObject* parent)
    : QObject(parent)
{
    place();
}

void Context::setData(DataPtr data, CasePlan plan)
{
    const bool isSameCase = data && m_data && data->path == m_data->path && data->caseInfo.id == m_data->caseInfo.id;
    const std::optional<TimeBrush> brushed = m_now.brush;
    m_data = std::move(data);
    m_plan = std::move(plan);
    m_selected.reset();
    m_anchored.clear();
    if (m_data)
        m_anchored[toText(m_data->rule.anchor)] = m_data;
    if (!isSameCase) {
        const bool wasUtc = m_now.isUtc;
        m_now = {};
        m_now.isUtc = wasUtc;
        m_past.clear();
        m_future.clear();
        m_suspectOf.clear();
        m_isExploratory = false;
    }
    if (m_data && !positionOf(*m_data, m_now.failure))
        m_now.failure = m_data->failures.empty() ? std::string() : m_data->failures.back().id; // the latest
    place();
    Q_EMIT dataChanged();
    Q_EMIT questionChanged();
    if (brushed != m_now.brush)
        Q_EMIT brushChanged();
    Q_EMIT selectionChanged();
    Q_EMIT planChanged();
    Q_EMIT historyChanged();
    if (m_data && m_data->rule.anchor != m_now.anchor)
        Q_EMIT anchorWanted();
}

void Context::takeOver(const Context& other)
{
    m_data = other.m_data;
    m_plan = other.m_plan;
    m_now = other.m_now;
    m_anchored = other.m_anchored;
    m_past = other.m_past;
    m_future = other.m_future;
    m_selected = other.m_selected;
    m_suspect = other.m_suspect;
    m_suspectOf = other.m_suspectOf;
    m_isExploratory = other.m_isExploratory;
    place();
    Q_EMIT dataChanged();
    Q_EMIT questionChanged();
    Q_EMIT brushChanged();
    Q_EMIT knownChanged();
    Q_EMIT zoneChanged();
    Q_EMIT selectionChanged();
    Q_EMIT suspectChanged();
    Q_EMIT planChanged();
    Q_EMIT historyChanged();
    if (m_data && m_data->rule.anchor != m_now.anchor)
        Q_EMIT anchorWanted();
}

const Failure* Context::currentFailure() const
{
    return m_data && m_failure ? &m_data->failures[*m_failure] : nullptr;
}

const Deviation* Context::currentDeviation() const
{
    const Failure* failure = currentFailure();
    return failure != nullptr ? failure->deviation : nullptr;
}

const WindowOptions& Context::planned(const std::string& classification)
{
    const auto found = m_plan.windows.find(classification);
    if (found != m_plan.windows.end())
        return found->second;
    const Configuration& tables = m_data ? m_data->context.configuration : builtinConfiguration();
    return m_plan.windows[classification] = optionsOf(tables.templates.match(classification));
}

void Context::place()
{
    m_failure = m_data ? positionOf(*m_data, m_now.failure) : std::nullopt;
    const Failure* failure = currentFailure();
    if (m_now.window && failure != nullptr && isSameWindow(*m_now.window, planned(failure->classification)))
        m_now.window.reset(); // the plan was made of it
    m_window = m_now.window ? *m_now.window : failure != nullptr ? planned(failure->classification) : WindowOptions{};
    const bool isWall = m_window.before.unit == LengthUnit::Wall && !m_window.atLeast && !m_window.atMost;
    m_before = isWall ? m_window.before.wall : Duration(std::chrono::hours(72));
    m_after = m_window.after.unit == LengthUnit::Wall ? m_window.after.wall : Duration{};
    m_windowNote.clear();
    if (isWall || failure == nullptr)
        return;
    const CaseInterval reach = caseInterval(m_data->context, *failure, m_window);
    m_windowNote = toQString(reach.reason);
    if (reach.interval)
        m_before = failure->anchor - reach.interval->begin;
}

bool Context::isEqual(const Question& a, const Question& b)
{
    const bool isSame =
        a.window.has_value() == b.window.has_value() && (!a.window.has_value() || isSameWindow(*a.window, *b.window));
    return isSame && a.failure == b.failure && a.anchor == b.anchor && a.filter == b.filter && a.brush == b.brush
        && a.isKnownThen == b.isKnownThen && a.isUtc == b.isUtc;
}

void Context::ask(const Question& question)
{
    if (isEqual(question, m_now))
        return;
    m_past.push_back(m_now);
    if (m_past.size() > kMostHistory)
        m_past.erase(m_past.begin());
    m_future.clear();
    show(question);
}

void Context::show(const Question& question)
{
    const Question before = std::exchange(m_now, question);
    Question rest = before; // as it was but for what has signals of its own
    rest.brush = m_now.brush;
    rest.isKnownThen = m_now.isKnownThen;
    rest.isUtc = m_now.isUtc;
    useAnchored();
    place();
    if (m_data && before.anchor != m_now.anchor)
        Q_EMIT dataChanged();
    if (!isEqual(rest, m_now))
        Q_EMIT questionChanged();
    if (before.brush != m_now.brush)
        Q_EMIT brushChanged();
    if (before.isKnownThen != m_now.isKnownThen)
        Q_EMIT knownChanged();
    if (before.isUtc != m_now.isUtc)
        Q_EMIT zoneChanged();
    Q_EMIT historyChanged();
    if (m_data && m_data->rule.anchor != m_now.anchor)
        Q_EMIT anchorWanted();
}

void Context::useAnchored()
{
    const auto found = m_anchored.find(toText(m_now.anchor));
    if (found != m_anchored.end())
        m_data = found->second;
}

void Context::setFailure(std::optional<std::size_t> failure)
{
    Question next = m_now;
    next.failure = failure && m_data ? m_data->failures[*failure].id : std::string();
    ask(next);
}

void Context::setWindow(const WindowOptions& window)
{
    const Failure* failure = currentFailure();
    Question next = m_now;
    next.window = window; // kept apart from the plan only where it differs
    if (failure != nullptr && isSameWindow(window, planned(failure->classification)))
        next.window.reset();
    ask(next);
}

void Context::setWindow(Duration before, Duration after)
{
    WindowOptions next = m_window;
    next.before = wallLength(before);
    next.after = wallLength(after);
    next.atLeast.reset();
    next.atMost.reset();
    next.fallback.reset();
    setWindow(next);
}

void Context::resetWindow()
{
    Question next = m_now;
    next.window.reset();
    ask(next);
}

void Context::setAnchor(const AnchorRule& anchor)
{
    Question next = m_now;
    next.anchor = anchor;
    ask(next);
}

void Context::putAnchored(DataPtr data)
{
    const bool isOfThisLoad = m_data && data && &data->dataset == &m_data->dataset;
    if (!isOfThisLoad)
        return;
    m_anchored[toText(data->rule.anchor)] = data;
    if (data->rule.anchor != m_now.anchor || data == m_data)
        return;
    m_data = std::move(data);
    place();
    Q_EMIT dataChanged();
    Q_EMIT questionChanged();
}

void Context::setFilter(const QString& filter)
{
    Question next = m_now;
    next.filter = filter;
    ask(next);
}

void Context::setBrush(std::optional<TimeBrush> brush)
{
    if (brush && brush->to <= brush->from)
        brush.reset();
    Question next = m_now;
    next.brush = brush;
    ask(next);
}

void Context::setKnownThen(bool isThen)
{
    Question next = m_now;
    next.isKnownThen = isThen;
    ask(next);
}

void Context::select(std::optional<std::uint32_t> event)
{
    if (m_selected == event)
        return;
    m_selected = event;
    Q_EMIT selectionChanged();
}

void Context::showAround()
{
    if (m_data && m_selected)
        Q_EMIT aroundWanted();
}

const std::string& Context::suspect() const
{
    static const std::string none;
    const Failure* failure = currentFailure();
    return failure != nullptr && failure->id == m_suspectOf ? m_suspect : none;
}

void Context::setSuspect(const std::string& failure, const std::string& asset)
{
    if (failure == m_suspectOf && asset == m_suspect)
        return;
    m_suspectOf = failure;
    m_suspect = asset;
    Q_EMIT suspectChanged();
}

void Context::setExploratory(bool isExploratory)
{
    if (m_isExploratory == isExploratory)
        return;
    m_isExploratory = isExploratory;
    Q_EMIT planChanged();
}

void Context::setUtc(bool isUtc)
{
    Question next = m_now;
    next.isUtc = isUtc;
    ask(next);
}

SiteTime Context::times() const
{
    return isUtc() || !m_data ? SiteTime() : SiteTime(m_data->siteZone);
}

void Context::goBack()
{
    if (m_past.empty())
        return;
    const Question before = m_past.back();
    m_past.pop_back();
    m_future.push_back(m_now);
    show(before);
}

void Context::goForward()
{
    if (m_future.empty())
        return;
    const Question next = m_future.back();
    m_future.pop_back();
    m_past.push_back(m_now);
    show(next);
}

} // namespace antecedent::widgets
