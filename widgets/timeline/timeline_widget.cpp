// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows, range and choices of the timeline; timeline_hands.cpp moves it, timeline_painting.cpp and timeline_overlays.cpp
// draw it.
#include "widgets/timeline/timeline_widget.h"

#include "widgets/timeline/timeline_layout.h"

#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace antecedent::widgets {

namespace {

int heightOf(LaneKind kind)
{
    switch (kind) {
    case LaneKind::Cleaning:
    case LaneKind::States:
        return 22;
    case LaneKind::Maintenance:
        return 28;
    default:
        return 26;
    }
}

// What happens on a lane, with what is closer than leastUs as one. A state lasts whether or not anything happens, and
// so does what is still open: only their begin counts.
void addBusy(const Lane& lane, std::int64_t leastUs, std::vector<std::pair<std::int64_t, std::int64_t>>& busy)
{
    if (lane.events.empty())
        return;
    const bool isInstant = lane.kind == LaneKind::States || lane.endUs.empty();
    std::pair<std::int64_t, std::int64_t> now{lane.onsetUs.front(), lane.onsetUs.front()};
    for (std::size_t i = 0; i < lane.events.size(); ++i) {
        const std::int64_t onset = lane.onsetUs[i];
        if (onset - now.second >= leastUs) {
            busy.push_back(now);
            now = {onset, onset};
        }
        const std::int64_t end = isInstant ? onset : lane.endUs[i];
        now.second = std::max(now.second, end == UnifiedEvents::kOpenEnd ? onset : end);
    }
    busy.push_back(now);
}

} // namespace

TimelineWidget::TimelineWidget(Context& context, Jobs* jobs, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_context(context)
    , m_jobs(jobs)
{
    setObjectName(QStringLiteral("timeline"));
    setAccessibleName(tr("Timeline"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    connect(&context, &Context::questionChanged, this, &TimelineWidget::ask); // follows dataChanged too
    connect(&context, &Context::selectionChanged, this, [this] {
        if (const auto event = m_context.selected())
            follow(*event);
        findLinks();
        viewport()->update();
    });
    connect(&context, &Context::zoneChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&context, &Context::brushChanged, viewport(), qOverload<>(&QWidget::update));
    rebuild();
    fitWindow();
}

// Of the selected record, else of the failure.
void TimelineWidget::findLinks()
{
    m_links.clear();
    if (!m_context.data())
        return;
    if (const auto event = m_context.selected())
        m_links = linksOf(*m_context.data(), {false, *event});
    else if (const auto failure = m_context.failure())
        m_links = linksOf(*m_context.data(), {true, static_cast<std::uint32_t>(*failure)});
}

// What the filter asks is no matter of the lanes.
void TimelineWidget::ask()
{
    const Asked now{m_context.data(), m_context.failure(), m_context.before(), m_context.after()};
    if (now == m_asked)
        return;
    const bool isOther = now.data != m_asked.data || now.failure != m_asked.failure;
    m_asked = now;
    if (isOther)
        rebuild();
    fitWindow();
}

void TimelineWidget::clear()
{
    m_data.reset();
    m_assets.clear();
    m_tags.clear();
    m_shownTags.clear();
    m_traces.clear();
    m_groups.clear();
    m_coverage.clear();
}

void TimelineWidget::rebuild()
{
    const DataPtr& snapshot = m_context.data();
    if (!snapshot || !m_data || &m_data->dataset != &snapshot->dataset)
        clear(); // its lanes hold records of other data
    m_cursors = {};
    m_yZoom.clear();
    m_current = 0;
    findLinks();
    ++m_question;
    if (snapshot) {
        arrange(assetsOnTimeline(*snapshot, m_context.currentFailure()));
    } else {
        m_arranging = Arranging::Done;
        showLanes({}, {});
    }
}

void TimelineWidget::arrange(std::vector<AssetIndex> assets)
{
    makeGroups(assets,
        [this, assets](std::vector<LaneGroup> groups) mutable { showLanes(std::move(assets), std::move(groups)); });
}

void TimelineWidget::makeGroups(const std::vector<AssetIndex>& assets, const ShowGroups& show)
{
    constexpr std::size_t kAtOnce = 200'000; // some hundredths of a second
    const DataPtr snapshot = m_context.data();
    if (m_jobs == nullptr || recordsOn(*snapshot, assets) <= kAtOnce) {
        m_arranging = Arranging::Done;
        show(lanesOf(*snapshot, assets));
        return;
    }
    m_arranging = Arranging::Runs;
    viewport()->update();
    using Groups = std::shared_ptr<std::vector<LaneGroup>>;
    m_jobs->run<Groups>(
        tr("Arranging the timeline"), this,
        [snapshot, assets](const std::stop_token& stop, const ProgressFn& progress) -> Result<Groups> {
            Result<std::vector<LaneGroup>> groups = lanesOf(*snapshot, assets, stop, progress);
            if (!groups)
                return groups.error();
            return std::make_shared<std::vector<LaneGroup>>(std::move(*groups));
        },
        [this, question = m_question, show](Result<Groups> groups) {
            if (question != m_question)
                return;
            m_arranging = groups ? Arranging::Done : Arranging::Cancelled;
            if (groups)
                show(std::move(**groups));
            if (const auto event = m_context.selected(); groups && event)
                follow(*event); // was chosen meanwhile
            viewport()->update();
        });
}

bool TimelineWidget::arrangeAgain()
{
    if (m_arranging != Arranging::Cancelled)
        return false;
    rebuild();
    return true;
}

void TimelineWidget::showLanes(std::vector<AssetIndex> assets, std::vector<LaneGroup> groups)
{
    m_assets = std::move(assets);
    m_groups = std::move(groups);
    m_data = m_context.data();
    m_traces.clear();
    m_breaks.reset();
    m_axis.breaks.reset();
    if (m_data) {
        m_tags = tagsOf(*m_data, m_assets);
        m_shownTags = usualTags(*m_data, m_context.currentFailure(), m_tags);
        setPlots(m_groups, *m_data, m_shownTags);
        m_coverage = coverageRows(m_data->dataset);
    }
    if (m_isCompressing)
        showRange(m_axis.fromUs, m_axis.toUs);
    layOut();
    Q_EMIT cursorsChanged();
    Q_EMIT tagsChanged();
    Q_EMIT tracesWanted();
}

void TimelineWidget::setShown(TagIndex tag, bool isShown)
{
    if (isShown)
        m_shownTags.insert(tag.value);
    else
        m_shownTags.erase(tag.value);
    setPlots(m_groups, *m_context.data(), m_shownTags);
    layOut();
    Q_EMIT tracesWanted();
}

std::vector<TagIndex> TimelineWidget::wantedTraces() const
{
    std::vector<TagIndex> wanted;
    for (const std::uint32_t tag : m_shownTags) {
        const SampleTrace* trace = traceOf(TagIndex{tag});
        if (trace == nullptr || !serves(*trace, m_axis))
            wanted.push_back(TagIndex{tag});
    }
    return wanted;
}

void TimelineWidget::setTrace(TagIndex tag, TracePtr trace)
{
    m_traces[tag.value] = std::move(trace);
    viewport()->update();
    Q_EMIT cursorsChanged();
}

const SampleTrace* TimelineWidget::traceOf(TagIndex tag) const
{
    const auto found = m_traces.find(tag.value);
    return found != m_traces.end() ? found->second.get() : nullptr;
}

std::optional<ValueSpan> TimelineWidget::yZoom(TagIndex tag) const
{
    const auto found = m_yZoom.find(tag.value);
    return found != m_yZoom.end() ? std::optional(found->second) : std::nullopt;
}

const Plot* TimelineWidget::plotOf(const Row& row) const
{
    return row.kind == RowKind::Plot ? &m_groups[row.group].plots[row.item] : nullptr;
}

const Lane* TimelineWidget::laneOf(const Row& row) const
{
    return row.kind == RowKind::Lane ? &m_groups[row.group].lanes[row.item] : nullptr;
}

void TimelineWidget::layOutGroup(std::size_t g, int& top)
{
    const LaneGroup& group = m_groups[g];
    const std::size_t header = m_rows.size();
    const bool isFolded = m_choice.folded.contains(group.title);
    const auto add = [&](RowKind kind, std::size_t item, int height) {
        if (isFolded && kind != RowKind::Header)
            return;
        m_rows.push_back({kind, g, item, top, height});
        top += height;
    };
    add(RowKind::Header, 0, layout::kGroup);
    std::size_t shown = 0;
    std::size_t left = 0;
    for (std::size_t l = 0; l < group.lanes.size(); ++l)
        if (m_choice.shows(group, group.lanes[l])) {
            add(RowKind::Lane, l, heightOf(group.lanes[l].kind));
            ++shown;
        } else {
            ++left;
        }
    for (std::size_t p = 0; p < group.plots.size(); ++p)
        if (m_choice.shows(group, group.plots[p])) {
            add(RowKind::Plot, p, layout::kPlot);
            ++shown;
        } else {
            ++left;
        }
    m_hidden.second += left;
    if (shown > 0)
        return;
    m_hidden.first += left > 0 ? 1 : 0;
    m_rows.resize(header); // an asset without anything has no header
    top -= layout::kGroup;
}

void TimelineWidget::layOut()
{
    m_rows.clear();
    m_hidden = {};
    int top = 0;
    for (const std::size_t group : m_choice.ordered(m_groups))
        layOutGroup(group, top);
    const auto add = [&](RowKind kind, int height) {
        m_rows.push_back({kind, 0, 0, top, height});
        top += height;
    };
    if (m_hidden.second > 0)
        add(RowKind::Left, layout::kGroup);
    if (m_isCovered && !m_coverage.empty())
        add(RowKind::Coverage, coverageHeight(m_coverage));
    m_current = std::min(m_current, m_rows.empty() ? 0 : m_rows.size() - 1);
    const int page = std::max(0, viewport()->height() - layout::kTop);
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(layout::kGroup);
    verticalScrollBar()->setRange(0, std::max(0, top - page));
    viewport()->update();
}

void TimelineWidget::setChoice(const LaneChoice& choice)
{
    m_choice = choice;
    layOut();
    Q_EMIT choiceChanged();
}

void TimelineWidget::foldAll(bool isFolded)
{
    for (const LaneGroup& group : m_groups)
        if (isFolded)
            m_choice.folded.insert(group.title);
        else
            m_choice.folded.erase(group.title);
    m_current = 0;
    layOut();
    Q_EMIT choiceChanged();
}

QStringList TimelineWidget::shownAssets() const
{
    QStringList titles;
    for (const Row& row : m_rows)
        if (row.kind == RowKind::Header)
            titles << m_groups[row.group].title;
    return titles;
}

void TimelineWidget::resizeEvent(QResizeEvent*)
{
    m_axis.widthPx = std::max(1, viewport()->width() - layout::kGutter);
    layOut();
    Q_EMIT tracesWanted();
}

// First and last record or sample.
std::pair<std::int64_t, std::int64_t> TimelineWidget::span() const
{
    const DataPtr& snapshot = m_context.data();
    if (!snapshot)
        return {0, 1};
    const UnifiedEvents& events = snapshot->context.events;
    std::optional<std::pair<std::int64_t, std::int64_t>> found;
    if (events.size() > 0)
        found = {events.onsetUs.front(), events.onsetUs.back()};
    for (const Tag& tag : snapshot->dataset.tags) {
        if (!tag.sampleSpan)
            continue;
        const std::int64_t from = tag.sampleSpan->begin.time_since_epoch().count();
        const std::int64_t to = tag.sampleSpan->end.time_since_epoch().count();
        found = found ? std::pair(std::min(found->first, from), std::max(found->second, to)) : std::pair(from, to);
    }
    return found.value_or(std::pair<std::int64_t, std::int64_t>{0, 1});
}

TimeAxis TimelineWidget::wholeAxis() const
{
    const auto [from, to] = span();
    return {from, std::max(to, from + 1), m_axis.widthPx, nullptr};
}

std::optional<std::int64_t> TimelineWidget::anchorUs() const
{
    const Failure* failure = m_context.currentFailure();
    return failure != nullptr ? std::optional(failure->anchor.time_since_epoch().count()) : std::nullopt;
}

// Found again only when the scale has doubled or halved.
BreaksPtr TimelineWidget::breaksFor(double usPerPx)
{
    constexpr double kLeastPx = 110; // what would be longer than this is compressed
    constexpr double kMarginPx = 20;
    if (!m_isCompressing)
        return nullptr;
    const int level = static_cast<int>(std::floor(std::log2(std::max(usPerPx, 1e-3))));
    if (m_breaks && level == m_breakLevel)
        return m_breaks;
    m_breakLevel = level;
    const double scale = std::exp2(level);
    const auto least = static_cast<std::int64_t>(kLeastPx * scale);
    std::vector<std::pair<std::int64_t, std::int64_t>> busy;
    for (const LaneGroup& group : m_groups)
        for (const Lane& lane : group.lanes)
            addBusy(lane, least, busy);
    if (const DataPtr& snapshot = m_context.data())
        for (const Failure& failure : snapshot->failures) {
            const std::int64_t at = failure.anchor.time_since_epoch().count();
            busy.emplace_back(at, at);
        }
    m_breaks = std::make_shared<const TimeBreaks>(
        emptyStretches(std::move(busy), least, static_cast<std::int64_t>(kMarginPx * scale)));
    return m_breaks;
}

void TimelineWidget::setAxis(const TimeAxis& axis)
{
    m_axis = axis;
    m_axis.toUs = std::max(m_axis.toUs, m_axis.fromUs + 1);
    viewport()->update();
    Q_EMIT rangeChanged();
    Q_EMIT tracesWanted();
}

void TimelineWidget::showRange(std::int64_t fromUs, std::int64_t toUs)
{
    m_usPerPx = static_cast<double>(std::max<std::int64_t>(toUs - fromUs, 1)) / m_axis.widthPx;
    setAxis({fromUs, toUs, m_axis.widthPx, breaksFor(m_usPerPx)});
}

void TimelineWidget::zoomAt(double x, double factor)
{
    const std::int64_t at = m_axis.usAt(x);
    TimeAxis next = m_axis.zoomed(x, factor);
    const double scale = next.usPerPx();
    m_usPerPx *= scale / m_axis.usPerPx();
    next.breaks = breaksFor(m_usPerPx);
    setAxis(next.breaks == m_axis.breaks ? next : next.around(at, x, scale));
}

void TimelineWidget::goTo(std::int64_t us)
{
    setAxis(m_axis.around(us, m_axis.widthPx / 2, m_axis.usPerPx()));
}

void TimelineWidget::setCompressed(bool isCompressed)
{
    m_isCompressing = isCompressed;
    m_breaks.reset();
    showRange(m_axis.fromUs, m_axis.toUs);
}

void TimelineWidget::setRelative(bool isRelative)
{
    m_isRelative = isRelative;
    viewport()->update();
}

void TimelineWidget::setLinked(bool isLinked)
{
    m_isLinked = isLinked;
    viewport()->update();
}

void TimelineWidget::setCovered(bool isCovered)
{
    m_isCovered = isCovered;
    layOut();
}

void TimelineWidget::setCursor(std::size_t cursor, std::optional<std::int64_t> us)
{
    m_cursors[cursor] = us;
    viewport()->update();
    Q_EMIT cursorsChanged();
}

QString TimelineWidget::cursorWords() const
{
    if (!m_cursors[0] && !m_cursors[1])
        return {};
    std::vector<std::pair<const Plot*, const SampleTrace*>> plots;
    for (const Row& row : m_rows)
        if (const Plot* plot = plotOf(row))
            plots.emplace_back(plot, traceOf(plot->tag));
    return cursorText(m_cursors, m_context.times(), plots);
}

void TimelineWidget::fitWindow()
{
    const Failure* failure = m_context.currentFailure();
    m_yZoom.clear();
    if (failure == nullptr) {
        fitAll();
        return;
    }
    const std::int64_t at = failure->anchor.time_since_epoch().count();
    const std::int64_t from = at - m_context.before().count();
    const std::int64_t to = at + m_context.after().count();
    const std::int64_t margin = (to - from) / 25;
    showRange(from - margin, to + margin);
}

void TimelineWidget::fitAll()
{
    const auto [from, to] = span();
    const std::int64_t margin = std::max<std::int64_t>((to - from) / 50, 1);
    showRange(from - margin, to + margin);
}

void TimelineWidget::zoom(double factor)
{
    zoomAt(m_axis.widthPx / 2, factor);
}

void TimelineWidget::follow(std::uint32_t event)
{
    const UnifiedEvents& events = m_context.data()->context.events;
    const std::int64_t at = events.onsetUs[event];
    if (at < m_axis.fromUs || at > m_axis.toUs)
        goTo(at);
    const AssetIndex asset = events.asset[event];
    const bool isThere =
        std::any_of(m_groups.begin(), m_groups.end(), [&](const LaneGroup& group) { return group.asset == asset; });
    if (isThere || m_arranging != Arranging::Done)
        return;
    // An asset that the failure's surroundings do not have is added below them.
    makeGroups({asset}, [this](std::vector<LaneGroup> groups) {
        m_groups.push_back(std::move(groups.front()));
        m_breaks.reset();
        layOut();
    });
}

void TimelineWidget::showContext()
{
    constexpr std::int64_t kHourUs = 3'600'000'000;
    const auto event = m_context.selected();
    if (!event)
        return;
    const UnifiedEvents& events = m_context.data()->context.events;
    const std::int64_t at = events.onsetUs[*event];
    showRange(at - kHourUs, at + kHourUs);
    for (std::size_t r = 0; r < m_rows.size(); ++r)
        if (m_rows[r].kind == RowKind::Header && m_groups[m_rows[r].group].asset == events.asset[*event]) {
            if (m_choice.folded.contains(m_groups[m_rows[r].group].title))
                toggleFold(m_rows[r].group);
            m_current = r;
            verticalScrollBar()->setValue(m_rows[r].top);
        }
}

QPixmap TimelineWidget::picture()
{
    return viewport()->grab();
}

} // namespace antecedent::widgets
