// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Process data: each tag against its own habits, the findings of a source together. Tags are read in parts.

#include "model/quality/signal_scan.h"
#include "model/quality/subjects.h"
#include "model/quality/use_times.h"

#include <map>
#include <tuple>

namespace antecedent::quality {

namespace {

constexpr std::uint64_t kPart = 500'000; // samples, about

struct Gathered
{
    std::uint64_t count = 0;
    std::uint64_t tags = 0;
    double worst = 0;
    TagIndex worstTag;
    std::vector<QualityPlace> places;
};

class Signals
{
public:
    explicit Signals(const Inspection& in)
        : m_in(in)
        , m_use(in.input.context)
    {
    }

    Result<void> scan(TagIndex index, SampleReader& reader)
    {
        const Tag& tag = m_in.dataset.tags[index.value];
        const Interval span = *tag.sampleSpan;
        const std::vector<Interval>* use = m_use.of(tag.asset);
        SignalScan scan(span, use);
        const auto parts = static_cast<std::int64_t>(tag.sampleCount / kPart + 1);
        const Duration step = span.length() / parts + Duration(1);
        for (Timestamp from = span.begin; from < span.end; from += step) {
            if (m_in.stop.stop_requested())
                return Error{ErrorCode::Cancelled, {}, {}};
            const Result<std::vector<Sample>> samples = reader.read(index, {from, std::min(from + step, span.end)});
            if (!samples)
                return samples.error();
            for (const Sample& sample : *samples)
                scan.add(sample);
        }
        gather(index, scan.finish(), use != nullptr);
        return {};
    }

    void report()
    {
        for (const Moving& moving : m_moving) {
            std::vector<SignalPlace> frozen;
            std::copy_if(moving.frozen.begin(), moving.frozen.end(), std::back_inserter(frozen),
                [&](const SignalPlace& place) { return doOthersMove(moving, place); });
            if (!frozen.empty())
                add(moving.tag, QualityKind::FrozenSignal, frozen, frozen.size(), true);
        }
        for (auto& [key, gathered] : m_gathered)
            m_in.out.push_back(findingOf(std::get<0>(key), std::get<1>(key), std::get<2>(key), gathered));
    }

private:
    void gather(TagIndex tag, const SignalOddities& odd, bool isInUse)
    {
        if (odd.gaps > 0)
            add(tag, QualityKind::Gap, odd.gapPlaces, odd.gaps, isInUse && !odd.isInBlocks);
        if (odd.jumps > 0)
            add(tag, QualityKind::ImplausibleRate, odd.jumpPlaces, odd.jumps, true);
        if (odd.isMoving)
            m_moving.push_back({tag, sourceOf(tag, microsecondsOf(tag)), odd.rests, odd.frozen});
        if (odd.atLimit > 0)
            add(tag, QualityKind::AtLimit, odd.limitPlaces, odd.atLimit, true);
    }

    SourceIndex sourceOf(TagIndex tag, std::int64_t us) const
    {
        SourceIndex found;
        for (auto span = std::lower_bound(m_in.input.tagSpans.begin(), m_in.input.tagSpans.end(), tag,
                 [](const TagSpan&s, TagIndex t) { return s.tag < t; });
             span != m_in.input.tagSpans.end() && span->tag == tag; ++span)
            if (!found.valid() || (momentOf(us) >= span->time.begin && momentOf(us) <= span->time.end))
                found = span->source;
        return found.valid() || m_in.dataset.sources.empty() ? found : SourceIndex{0};
    }

    struct Moving
    {
        TagIndex tag;
        SourceIndex source;
        std::vector<SignalPlace> rests; // ascending by time, disjoint
        std::vector<SignalPlace> frozen;
    };

    std::int64_t microsecondsOf(TagIndex tag) const
    {
        return m_in.dataset.tags[tag.value].sampleSpan->begin.time_since_epoch().count();
    }

    // Where most signals of a source stand still, the equipment does.
    bool doOthersMove(const Moving& own, const SignalPlace& place) const
    {
        std::size_t others = 0;
        std::size_t still = 0;
        for (const Moving& other : m_moving) {
            if (other.source != own.source || other.tag == own.tag)
                continue;
            ++others;
            std::int64_t sum = 0;
            for (const SignalPlace& rest : other.rests)
                sum += std::max<std::int64_t>(0, std::min(rest.toUs, place.toUs) - std::max(rest.fromUs, place.fromUs));
            still += 2 * sum >= place.toUs - place.fromUs ? 1U : 0U;
        }
        return others == 0 || 2 * still < others;
    }

    static bool isSpan(QualityKind kind) { return kind == QualityKind::Gap || kind == QualityKind::FrozenSignal; }

    static void note(Gathered& all, TagIndex tag, double size)
    {
        if (all.worstTag.valid() && size <= all.worst)
            return;
        all.worst = size;
        all.worstTag = tag;
    }

    void add(TagIndex tag, QualityKind kind, const std::vector<SignalPlace>& places, std::uint64_t count, bool isInUse)
    {
        const SourceIndex source = sourceOf(tag, places.front().fromUs);
        if (!source.valid())
            return;
        Gathered& all = m_gathered[{source, kind, isInUse}];
        all.count += count;
        ++all.tags;
        for (const SignalPlace& odd : places) {
            QualityPlace place;
            place.from = momentOf(odd.fromUs);
            if (odd.toUs != odd.fromUs && kind != QualityKind::ImplausibleRate)
                place.to = momentOf(odd.toUs);
            place.tag = tag;
            place.asset = m_in.dataset.tags[tag.value].asset;
            place.value = odd.size;
            all.places.push_back(place);
            if (isSpan(kind))
                note(all, tag, odd.size);
        }
        if (!isSpan(kind))
            note(all, tag, static_cast<double>(count));
    }

    QualityFinding findingOf(SourceIndex source, QualityKind kind, bool isInUse, Gathered& gathered) const
    {
        QualityFinding finding;
        finding.kind = kind;
        finding.source = source;
        finding.table = TableId::Samples;
        finding.count = gathered.count;
        std::stable_sort(gathered.places.begin(), gathered.places.end(),
            [](const QualityPlace& a, const QualityPlace& b) { return a.from < b.from; });
        if (gathered.places.size() > kListedPlaces)
            gathered.places.resize(kListedPlaces);
        finding.places = std::move(gathered.places);
        if (isSpan(kind)) {
            finding.worst = gathered.worst;
            finding.unit = std::string("s");
        }
        const Phrase tags = plural(gathered.tags, "%1 tag", "%1 tags");
        say(finding, tags, Phrase(m_in.dataset.tags[gathered.worstTag.value].name), gathered.worst, isInUse);
        return finding;
    }

    static void say(QualityFinding& finding, const Phrase& tags, const Phrase& worst, double size, bool isInUse)
    {
        switch (finding.kind) {
        case QualityKind::Gap:
            finding.weight = isInUse ? QualityWeight::Caution : QualityWeight::Note;
            finding.what = isInUse
                ? plural(finding.count, "%1 gap in the samples of %2 while its asset was in use: %3 of %4",
                    "%1 gaps in the samples of %2 while the assets were in use, the longest %3 of %4", tags,
                    lengthWords(size), worst)
                : plural(finding.count, "%1 gap in the samples of %2: %3 of %4",
                    "%1 gaps in the samples of %2, the longest %3 of %4; when the assets were in use is not known",
                    tags, lengthWords(size), worst);
            finding.consequence =
                phrase("Nothing is interpolated over a gap: a phase has the values that are left, or none, and an "
                       "excursion in it is not seen, one that ends it has no known onset");
            return;
        case QualityKind::ImplausibleRate:
            finding.weight = QualityWeight::Note; // it may have been so
            finding.what =
                plural(finding.count, "%1 sample of %2 jumps away and back at once as no other of its tag does: %3",
                    "%1 samples of %2 jump away and back at once as no others of their tags do, most of them of %3",
                    tags, worst);
            finding.consequence = phrase("Medians of phases hardly move by single values; an excursion can be one such "
                                         "value");
            return;
        case QualityKind::FrozenSignal:
            finding.weight = QualityWeight::Caution;
            finding.what =
                plural(finding.count, "%1 time %2 stands still at one value that it has not otherwise: %3, %4",
                    "%1 times %2 stand still at one value that they have not otherwise, at most for %3, %4", tags,
                    lengthWords(size), worst);
            finding.consequence = phrase("Level, noise and trend of the phases in that time are those of the frozen "
                                         "value, and no excursion is seen in it");
            return;
        default:
            finding.weight = QualityWeight::Note;
            finding.what = phrase("%1 samples of %2 stand exactly at the least or greatest value again and again, most "
                                  "of %3",
                finding.count, tags, worst);
            finding.consequence = phrase("If that is the end of the measuring range, the true value went further: "
                                         "levels and excursions are cut there");
            return;
        }
    }

    const Inspection& m_in;
    UseTimes m_use;
    std::vector<Moving> m_moving;
    std::map<std::tuple<SourceIndex, QualityKind, bool>, Gathered> m_gathered; // the last: in use
};

} // namespace

Result<void> findSignals(const Inspection& in, SampleReader& samples, const ProgressFn& progress)
{
    Signals signals(in);
    const std::size_t tags = in.dataset.tags.size();
    for (std::size_t i = 0; i < tags; ++i) {
        if (in.stop.stop_requested())
            return Error{ErrorCode::Cancelled, {}, {}};
        if (progress)
            progress({"checking", i, tags});
        if (in.dataset.tags[i].sampleSpan)
            if (const Result<void> scanned = signals.scan(indexOf<TagIndexTag>(i), samples); !scanned)
                return scanned;
    }
    signals.report();
    return {};
}

} // namespace antecedent::quality
