// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One asset in the steps of two batches at a time: a sweep over the steps of each asset, which remembers the two
// batches that keep it longest, so that the cost does not grow with how many overlap.

#include "model/quality/subjects.h"

#include <map>

namespace antecedent::quality {

namespace {

constexpr std::int64_t kMinuteUs = 60'000'000;
constexpr std::uint64_t kFewestShared = 5;
constexpr double kSharedShare = 0.2; // beyond this an asset takes several batches by design

struct Occupant
{
    const BatchStep* step = nullptr;
    std::int64_t endUs = kUnknownUs;
};

struct Overlap
{
    const BatchStep* step = nullptr; // the one that begins later
    const BatchStep* earlier = nullptr;
    std::int64_t fromUs = 0;
    std::int64_t toUs = 0;
};

class Sweep
{
public:
    // The steps of an asset in order of start.
    void add(const BatchStep& step)
    {
        ++m_steps;
        const Occupant& other =
            m_last[0].step != nullptr && m_last[0].step->batch != step.batch ? m_last[0] : m_last[1];
        const std::int64_t to = std::min(step.end.utcUs, other.endUs);
        if (other.step != nullptr && to - step.start.utcUs > allowance(step, *other.step))
            note({&step, other.step, step.start.utcUs, to});
        if (m_last[0].step == nullptr || m_last[0].step->batch == step.batch)
            keepLater(m_last[0], step);
        else if (m_last[1].step == nullptr || m_last[1].step->batch == step.batch)
            keepLater(m_last[1], step);
        else if (m_last[1].endUs < step.end.utcUs)
            m_last[1] = {&step, step.end.utcUs};
        if (m_last[1].step != nullptr && m_last[1].endUs > m_last[0].endUs)
            std::swap(m_last[0], m_last[1]);
    }

    std::uint64_t steps() const { return m_steps; }
    const std::vector<Overlap>& found() const { return m_found; }

private:
    static std::int64_t allowance(const BatchStep& a, const BatchStep& b)
    {
        return kMinuteUs + precisionWidth(a.start.precision).count() + precisionWidth(b.end.precision).count();
    }
    static void keepLater(Occupant& occupant, const BatchStep& step)
    {
        if (occupant.step == nullptr || occupant.endUs < step.end.utcUs)
            occupant = {&step, step.end.utcUs};
    }
    // The phases of one use are one overlap.
    void note(const Overlap& overlap)
    {
        for (auto last = m_found.rbegin(); last != m_found.rend() && last != m_found.rbegin() + 4; ++last)
            if (last->step->batch == overlap.step->batch && last->earlier->batch == overlap.earlier->batch) {
                last->toUs = std::max(last->toUs, overlap.toUs);
                return;
            }
        m_found.push_back(overlap);
    }

    std::uint64_t m_steps = 0;
    Occupant m_last[2]; // of different batches, the one that ends later first
    std::vector<Overlap> m_found;
};

} // namespace

void findOverlaps(const Inspection& in)
{
    std::map<std::uint32_t, Sweep> sweeps; // by asset
    std::map<std::uint32_t, std::map<std::uint32_t, bool>> batches; // of an asset
    for (const BatchStep& step : in.dataset.steps) // ascending by start
        if (step.asset.valid() && step.batch.valid() && step.start.known() && step.end.known()
            && step.start.utcUs < step.end.utcUs) {
            sweeps[step.asset.value].add(step);
            batches[step.asset.value][step.batch.value] = true;
        }
    struct Gathered
    {
        QualityFinding finding;
        std::vector<QualityPlace> places; // all, for the first of them by time are listed
    };
    std::map<SourceIndex, Gathered> real;
    std::map<SourceIndex, Gathered> shared;
    for (const auto& [asset, sweep] : sweeps) {
        const auto uses = static_cast<double>(batches[asset].size());
        const bool isShared =
            sweep.found().size() >= kFewestShared && static_cast<double>(sweep.found().size()) > kSharedShare * uses;
        for (const Overlap& overlap : sweep.found()) {
            QualityPlace place;
            place.row = overlap.step->head.row;
            place.record = overlap.step->head.id;
            place.from = momentOf(overlap.fromUs);
            place.to = momentOf(overlap.toUs);
            place.asset = overlap.step->asset;
            place.batch = overlap.step->batch;
            place.other = overlap.earlier->batch;
            place.value = static_cast<double>(overlap.toUs - overlap.fromUs) / kUsPerSecond;
            (isShared ? shared : real)[overlap.step->head.source].places.push_back(place);
        }
    }
    for (auto* findings : {&real, &shared})
        for (auto& [source, gathered] : *findings) {
            QualityFinding& finding = gathered.finding;
            addByTime(finding, std::move(gathered.places));
            finding.kind = QualityKind::UnitOverlap;
            finding.weight = findings == &real ? QualityWeight::Serious : QualityWeight::Note;
            finding.source = source;
            finding.table = TableId::BatchSteps;
            finding.unit = std::string("s");
            const Phrase longest = lengthWords(*finding.worst);
            finding.what = findings == &real
                ? plural(finding.count, "%1 time an asset is in the steps of two batches at once: %2",
                    "%1 times an asset is in the steps of two batches at once, at most for %2", longest)
                : plural(finding.count, "%1 time a shared asset takes another batch: %2",
                    "%1 times an asset that takes several batches at a time by habit takes another, at most for %2",
                    longest);
            finding.consequence =
                phrase("Both batches count as uses of the asset, its running hours count once, and what happened in "
                       "that time belongs to both: to which of them it belongs cannot be told");
            in.out.push_back(std::move(finding));
        }
}

} // namespace antecedent::quality
