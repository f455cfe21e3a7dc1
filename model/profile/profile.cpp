// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/profile/profile.h"

#include "model/base/text.h"
#include "model/domain/tag_way.h"
#include "model/profile/signal_tags.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace antecedent {

namespace {

constexpr std::size_t kBins = 600; // over all columns
constexpr std::size_t kFewestBins = 24; // per column
constexpr std::size_t kMostBins = 400;
constexpr std::size_t kLineSlots = 500; // per column: no screen has more pixels for one
constexpr Duration kMargin = std::chrono::hours(1); // read beside the step, to join the line with what is there

std::optional<double> known(const Decimal& number)
{
    return number.known ? std::optional(toDouble(number)) : std::nullopt;
}

// "net weight, flow total" and "net weight" measure the same.
std::string_view firstWord(std::string_view parameter)
{
    const std::string_view head = trimmed(parameter.substr(0, parameter.find(',')));
    return head.substr(0, head.find(' '));
}

class Overlay
{
public:
    Overlay(const AlignmentContext& context, Profile& profile, SampleReader& reader)
        : m_context(context)
        , m_tags(context)
        , m_profile(profile)
        , m_reader(reader)
    {
    }

    Result<void> compute(const std::stop_token& stop, const ProgressFn& progress)
    {
        addSignals();
        Progress done{"process data", 0, m_profile.signals.size()};
        for (ProfileSignal& signal : m_profile.signals) {
            if (stop.stop_requested())
                return Error{ErrorCode::Cancelled, {}, {}};
            if (const Result<void> laid = layOver(signal, stop); !laid)
                return laid;
            ++done.done;
            if (progress)
                progress(done);
        }
        return {};
    }

private:
    using Bins = std::vector<std::vector<BatchBin>>; // by column of the signal; empty: the batch was not in it

    const StepRun& ownRun(std::size_t step) const { return m_profile.choice.own[m_profile.choice.steps[step]]; }

    void addSignals()
    {
        for (std::size_t step = 0; step < m_profile.choice.steps.size(); ++step) {
            const StepRun& run = ownRun(step);
            ProfileSignal signal;
            signal.step = step;
            const auto isOfStep = [&](const ProfileColumn& column) { return column.step == step; };
            const auto& columns = m_profile.columns;
            signal.firstColumn =
                static_cast<std::size_t>(std::find_if(columns.begin(), columns.end(), isOfStep) - columns.begin());
            signal.columns = static_cast<std::size_t>(std::count_if(columns.begin(), columns.end(), isOfStep));
            signal.worst = signal.firstColumn;
            const std::vector<TagIndex> tags = m_tags.ofUnit(run.unit, run.during.begin);
            for (const TagIndex tag : tags) {
                const Tag& record = m_context.dataset.tags[tag.value];
                signal.tag = tag;
                signal.lowLimit = known(record.lowLimit);
                signal.highLimit = known(record.highLimit);
                signal.targets = targetsOf(record, signal);
                m_profile.signals.push_back(signal);
            }
            signal.lowLimit = std::nullopt;
            signal.highLimit = std::nullopt;
            signal.targets.clear();
            for (const auto& [first, second] : twins(tags)) {
                signal.tag = first;
                signal.minus = second;
                m_profile.signals.push_back(signal);
            }
        }
    }

    // Neighbours in the order of names.
    std::vector<std::pair<TagIndex, TagIndex>> twins(const std::vector<TagIndex>& tags) const
    {
        const auto stem = [&](TagIndex tag) {
            std::string name = m_context.dataset.tags[tag.value].name;
            std::erase_if(name, [](char c) { return c >= '0' && c <= '9'; });
            return name;
        };
        std::vector<std::pair<TagIndex, TagIndex>> pairs;
        for (std::size_t i = 0; i < tags.size(); ++i) {
            const Tag& first = m_context.dataset.tags[tags[i].value];
            const auto second =
                std::find_if(tags.begin() + static_cast<std::ptrdiff_t>(i) + 1, tags.end(), [&](TagIndex t) {
                    const Tag& other = m_context.dataset.tags[t.value];
                    return !first.parameter.empty()
                        && equalsIgnoreCase(firstWord(first.parameter), firstWord(other.parameter))
                        && first.unit == other.unit && stem(tags[i]) == stem(t);
                });
            if (second != tags.end())
                pairs.emplace_back(tags[i], *second);
        }
        return pairs;
    }

    std::vector<ProfileTarget> targetsOf(const Tag& tag, const ProfileSignal& signal) const
    {
        std::vector<ProfileTarget> targets;
        const BatchIndex batch = m_profile.choice.batches.front().batch;
        for (const Parameter& parameter : m_context.dataset.parameters) {
            if (parameter.batch != batch || !parameter.target.known || tag.parameter.empty()
                || !equalsIgnoreCase(parameter.parameter, tag.parameter) || parameter.unit != tag.unit)
                continue;
            const double value = toDouble(parameter.target);
            if (parameter.step == ownRun(signal.step).name)
                targets.push_back({signal.firstColumn, signal.columns, value});
            for (std::size_t c = 0; c < signal.columns; ++c)
                if (!m_profile.columns[signal.firstColumn + c].phase.empty()
                    && m_profile.columns[signal.firstColumn + c].phase == parameter.step)
                    targets.push_back({signal.firstColumn + c, 1, value});
        }
        return targets;
    }

    Result<void> layOver(ProfileSignal& signal, const std::stop_token& stop)
    {
        const auto& batches = m_profile.choice.batches;
        signal.lines.resize(batches.size());
        std::vector<Bins> good;
        Bins own;
        for (std::size_t b = 0; b < batches.size(); ++b) {
            if (!batches[b].isShown || !batches[b].runs[signal.step])
                continue;
            if (stop.stop_requested())
                return Error{ErrorCode::Cancelled, {}, {}};
            Result<Bins> bins = read(signal, b);
            if (!bins)
                return bins.error();
            if (batches[b].role == BatchRole::Case)
                own = std::move(*bins);
            else if (batches[b].role == BatchRole::Good)
                good.push_back(std::move(*bins));
        }
        signal.goodWithData = static_cast<std::size_t>(std::count_if(good.begin(), good.end(), hasData));
        join(signal, good, own);
        judge(signal, hasData(own));
        return {};
    }

    static bool hasData(const Bins& bins)
    {
        return std::any_of(bins.begin(), bins.end(), [](const auto& column) {
            return std::any_of(
                column.begin(), column.end(), [](const BatchBin& bin) { return !std::isnan(bin.middle); });
        });
    }

    Result<std::vector<Sample>> samplesOf(const ProfileSignal& signal, const StepRun& run)
    {
        const Interval wanted{run.during.begin - kMargin, run.during.end + kMargin};
        const auto here = [&](TagIndex tag) {
            return m_tags.counterpart(tag, ownRun(signal.step).unit, run.unit, run.during.begin);
        };
        const TagIndex tag = here(signal.tag);
        const TagIndex minus = signal.minus.valid() ? here(signal.minus) : TagIndex{};
        if (!tag.valid() || minus.valid() != signal.minus.valid())
            return std::vector<Sample>();
        Result<std::vector<Sample>> samples = m_reader.read(tag, wanted);
        if (!samples || !minus.valid())
            return samples;
        const Result<std::vector<Sample>> others = m_reader.read(minus, wanted);
        if (!others)
            return others.error();
        return differenceOf(*samples, *others);
    }

    Result<Bins> read(ProfileSignal& signal, std::size_t batch)
    {
        const ProfileBatch& record = m_profile.choice.batches[batch];
        const StepRun& run = *record.runs[signal.step];
        Bins bins(signal.columns);
        const Result<std::vector<Sample>> samples = samplesOf(signal, run);
        if (!samples)
            return samples.error();
        if (samples->empty())
            return bins;
        const Duration scan = scanOf(*samples);
        const auto& tags = m_context.dataset.tags;
        const bool isOfSteps =
            isStep(tags[signal.tag.value]) && (!signal.minus.valid() || isStep(tags[signal.minus.value]));
        std::vector<LinePoint>& line = signal.lines[batch];
        Timestamp end = Timestamp::min(); // of the column before, where time goes on
        for (std::size_t c = 0; c < signal.columns; ++c) {
            const std::size_t place = signal.firstColumn + c;
            const ProfileColumn& column = m_profile.columns[place];
            const std::optional<Interval> during = timeIn(record, column, m_profile.align);
            if (!during) {
                end = Timestamp::min();
                continue;
            }
            const Interval span = m_profile.align == ProfileAlign::Phase
                ? *during
                : Interval{during->begin, during->begin + column.length};
            bins[c] = binSamples(*samples, scan, span, *during, m_profile.bins, isOfSteps);
            const std::vector<LinePoint> part = lineOf(*samples, scan, span, *during, kLineSlots, isOfSteps);
            if (!line.empty() && !part.empty() && end != during->begin)
                line.push_back({line.back().x, std::nan("")});
            for (const LinePoint& point : part)
                line.push_back({static_cast<double>(place) + point.x, point.y});
            end = m_profile.align == ProfileAlign::Phase ? during->end : Timestamp::min();
        }
        return bins;
    }

    void join(ProfileSignal& signal, const std::vector<Bins>& good, const Bins& own) const
    {
        std::vector<BatchBin> here;
        for (std::size_t c = 0; c < signal.columns; ++c)
            for (std::size_t b = 0; b < m_profile.bins; ++b) {
                here.clear();
                for (const Bins& batch : good)
                    if (!batch[c].empty())
                        here.push_back(batch[c][b]);
                ProfileBin bin = profileBin(here);
                if (!own.empty() && !own[c].empty())
                    bin.own = own[c][b];
                signal.bins.push_back(bin);
            }
    }

    void judge(ProfileSignal& signal, bool hasOwn) const
    {
        const double least = leastWidth(signal.bins);
        double outside = 0;
        std::size_t judged = 0;
        const std::span<const ProfileBin> bins(signal.bins);
        for (std::size_t c = 0; c < signal.columns; ++c) {
            const ColumnDistance found = distanceOf(bins.subspan(c * m_profile.bins, m_profile.bins), least);
            signal.distances.push_back(found);
            outside += found.outside * static_cast<double>(found.judged);
            judged += found.judged;
            if (found.judged > 0 && found.rank() > signal.distance) {
                signal.distance = found.rank();
                signal.worst = signal.firstColumn + c;
            }
        }
        signal.outside = judged > 0 ? outside / static_cast<double>(judged) : 0;
        signal.state = !hasOwn ? SignalState::NoOwnData : judged == 0 ? SignalState::FewGood : SignalState::Compared;
    }

    const AlignmentContext& m_context;
    const SignalTags m_tags;
    Profile& m_profile;
    SampleReader& m_reader;
};

bool isFarther(const ProfileSignal& a, const ProfileSignal& b)
{
    return a.state != b.state ? a.state < b.state : a.state == SignalState::Compared && a.distance > b.distance;
}

} // namespace

const char* toText(SignalState state)
{
    constexpr std::array kTexts{"compared", "few_good", "no_own_data"};
    return kTexts[static_cast<std::size_t>(state)];
}

Result<Profile> computeProfile(const AlignmentContext& context, const ProfileQuestion& question,
    const ProfileOptions& options, SampleReader& reader, const std::stop_token& stop, const ProgressFn& progress)
{
    Result<BatchChoice> choice = chooseBatches(context, question, options);
    if (!choice)
        return choice.error();
    Profile profile;
    profile.choice = std::move(*choice);
    profile.align = options.align;
    profile.columns = phaseColumns(profile.choice, profile.align);
    profile.bins = std::clamp(kBins / std::max<std::size_t>(profile.columns.size(), 1), kFewestBins, kMostBins);
    profile.goodBatches = static_cast<std::size_t>(std::count_if(profile.choice.batches.begin(),
        profile.choice.batches.end(), [](const ProfileBatch& b) { return b.role == BatchRole::Good && b.isShown; }));
    if (const Result<void> computed = Overlay(context, profile, reader).compute(stop, progress); !computed)
        return computed.error();
    std::stable_sort(profile.signals.begin(), profile.signals.end(), isFarther);
    return profile;
}

} // namespace antecedent
