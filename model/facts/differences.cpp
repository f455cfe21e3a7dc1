// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/facts/differences.h"

#include "model/base/text.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <set>

namespace antecedent {

namespace {

using Values = std::map<std::string, std::string>; // subject to what it was
struct Noted
{
    Values values;
    std::map<std::string, std::vector<RecordId>> records; // by subject
    std::map<std::string, AssetIndex> assets; // by subject

    void add(const std::string& subject, const std::string& value, const RecordId& record, AssetIndex asset = {})
    {
        std::string& known = values[subject];
        const auto parts = split(known, '+');
        if (known.empty())
            known = value;
        else if (std::find(parts.begin(), parts.end(), value) == parts.end())
            known += "+" + value;
        records[subject].push_back(record);
        assets[subject] = asset;
    }
};

bool isRejected(std::string_view word)
{
    const std::string lower = toLowerAscii(word);
    return lower.find("reject") != std::string::npos || lower.find("scrap") != std::string::npos
        || lower.find("destroy") != std::string::npos || lower.find("abort") != std::string::npos;
}

// A person is shown as a pseudonym: equal names give equal words, and no name is printed.
std::string pseudonym(const std::string& person)
{
    return "person " + toHex(sha256("person\x1f" + person)).substr(0, 6);
}

// A value as it is shown: where the kind has words of the program, those are a phrase.
Phrase worded(const std::string& kind, const std::string& value)
{
    if (kind == "operator") {
        std::vector<Phrase> people;
        for (const std::string_view person : split(value, '+'))
            people.push_back(phrase("person %1", person.substr(person.find(' ') + 1)));
        return listOf(std::move(people), "+");
    }
    const bool isWords = kind == "maintenance" || kind == "calibration" || kind == "cleaning" || kind == "change";
    return isWords ? term(value) : Phrase(value);
}

// The third of the day in which a use began, by the local time that its source states.
std::string shiftOf(const TimeValue& start)
{
    const CivilTime civil = usToCivil(start.utcUs + std::int64_t{start.offsetMinutes} * 60'000'000);
    return civil.hour >= 6 && civil.hour < 14 ? "06-14 h" : civil.hour >= 14 && civil.hour < 22 ? "14-22 h" : "22-06 h";
}

// What can be said of a batch, kind by kind.
class Notes
{
public:
    Notes(const AlignmentContext& context, const ConditionFacts& facts)
        : m_context(context)
        , m_dataset(context.dataset)
        , m_facts(facts)
    {
        for (std::size_t i = 0; i < m_dataset.genealogy.size(); ++i)
            if (m_dataset.genealogy[i].batch.valid())
                m_materials[m_dataset.genealogy[i].batch].push_back(i);
        for (std::size_t i = 0; i < m_dataset.parameters.size(); ++i)
            if (m_dataset.parameters[i].batch.valid())
                m_parameters[m_dataset.parameters[i].batch].push_back(i);
    }

    std::map<std::string, Noted> of(BatchIndex batch) const
    {
        std::map<std::string, Noted> notes;
        addRecipe(batch, notes);
        addMaterials(batch, notes["material_lot"]);
        addUse(batch, notes);
        addUnits(batch, notes);
        return notes;
    }

    // Numbers by subject, compared as ranges: parameters and durations of steps.
    std::map<std::string, std::map<std::string, std::pair<double, RecordId>>> numbersOf(BatchIndex batch) const
    {
        std::map<std::string, std::map<std::string, std::pair<double, RecordId>>> numbers;
        if (const auto found = m_parameters.find(batch); found != m_parameters.end())
            for (const auto i : found->second) {
                const Parameter& p = m_dataset.parameters[i];
                if (p.actual.known)
                    numbers["parameter"].try_emplace(
                        (p.step.empty() ? "" : p.step + " / ") + p.parameter, toDouble(p.actual), p.head.id);
            }
        for (const auto i : m_context.scopes.stepsOfBatch(batch)) {
            const BatchStep& s = m_dataset.steps[i];
            if (s.end.known())
                numbers["step_duration"].try_emplace(s.name + (s.level.empty() ? "" : " (" + s.level + ")"),
                    toSeconds(s.end.at() - s.start.at()) / 3600, s.head.id);
        }
        return numbers;
    }

private:
    void addRecipe(BatchIndex batch, std::map<std::string, Noted>& notes) const
    {
        const Batch& record = m_dataset.batches[batch.value];
        if (!record.recipe.empty())
            notes["recipe"].add("recipe", record.recipe, record.head.id);
        if (!record.recipeVersion.empty())
            notes["recipe"].add("recipe version", record.recipeVersion, record.head.id);
    }

    void addMaterials(BatchIndex batch, Noted& noted) const
    {
        const auto found = m_materials.find(batch);
        if (found == m_materials.end())
            return;
        for (const auto i : found->second) {
            const GenealogyEntry& g = m_dataset.genealogy[i];
            if (equalsIgnoreCase(g.direction, "produced"))
                continue;
            const std::string lot = !g.materialLot.empty() ? g.materialLot
                : g.sourceBatch.valid()                    ? m_dataset.batches[g.sourceBatch.value].id
                                                           : std::string();
            if (!lot.empty())
                noted.add(g.material.empty() ? "material" : g.material, lot, g.head.id);
        }
    }

    void addUse(BatchIndex batch, std::map<std::string, Noted>& notes) const
    {
        for (const auto i : m_context.scopes.stepsOfBatch(batch)) {
            const BatchStep& s = m_dataset.steps[i];
            const bool isProcedure = s.level.empty() || s.level == "unit_procedure";
            if (isProcedure && s.asset.valid())
                notes["asset"].add(s.name, m_dataset.assets[s.asset.value].id, s.head.id, s.asset);
            if (isProcedure)
                notes["shift"].add(s.name, shiftOf(s.start), s.head.id, s.asset);
            if (!s.performedBy.empty())
                notes["operator"].add(s.name, pseudonym(s.performedBy), s.head.id, s.asset);
        }
    }

    // Per unit that the batch used: what happened to it since its use before, and what is installed.
    void addUnits(BatchIndex batch, std::map<std::string, Noted>& notes) const
    {
        std::map<AssetIndex, Timestamp> first; // begin of use
        for (const auto i : m_context.scopes.stepsOfBatch(batch)) {
            const BatchStep& s = m_dataset.steps[i];
            if (s.asset.valid())
                first.try_emplace(m_context.scopes.unitOf(s.asset), s.start.at());
        }
        for (const auto& [unit, begin] : first) {
            const auto earlier = m_context.operating.uses(unit, Interval{Timestamp::min(), begin});
            std::optional<Timestamp> previous;
            for (std::size_t i = earlier.size(); i-- > 0 && !previous;)
                if (m_dataset.steps[earlier[i]].batch != batch)
                    previous = m_dataset.steps[earlier[i]].start.at();
            const std::string name = m_dataset.assets[unit.value].id;
            if (previous)
                addSince(unit, name, Interval{*previous, begin}, notes);
            addParts(unit, begin, notes["installed_part"]);
            addChanges(unit, batch, begin, notes["change"]);
        }
    }

    void addSince(
        AssetIndex unit, const std::string& name, const Interval& since, std::map<std::string, Noted>& notes) const
    {
        const ConditionCard card = m_facts.card(unit, since.end, AsKnown::Now);
        const auto note = [&](const char* kind, const char* counterName, const char* done) {
            const Counter& counter = card.counter(counterName);
            const bool isRecent = counter.last.known() && since.contains(counter.last.at());
            if (counter.last.known())
                notes[kind].add(name, isRecent ? done : "none since the use before", counter.record, unit);
        };
        note("maintenance", "since_maintenance", "maintained since the use before");
        note("calibration", "since_calibration", "calibrated since the use before");
        note("cleaning", "since_cleaning", "cleaned since the use before");
    }

    void addParts(AssetIndex unit, Timestamp t, Noted& noted) const
    {
        for (const Installation& item : m_dataset.installations) {
            const bool isIn = item.from.known() && item.from.at() <= t && (!item.to.known() || t < item.to.at());
            if (isIn && m_context.scopes.isWithin(item.position, unit))
                noted.add(m_dataset.assets[item.position.value].id,
                    item.item + (item.lot.empty() ? "" : " lot " + item.lot), item.head.id, item.position);
        }
    }

    void addChanges(AssetIndex unit, BatchIndex batch, Timestamp t, Noted& noted) const
    {
        const Batch& record = m_dataset.batches[batch.value];
        for (const Change& change : m_dataset.changes) {
            const bool isMeant = (!change.asset.valid() || m_context.scopes.isWithin(change.asset, unit))
                && (change.product.empty() || change.product == record.product);
            if (!isMeant || !change.effective.known())
                continue;
            const bool isIn = change.effective.at() <= t && (!change.end.known() || t < change.end.at());
            noted.values[change.id + (change.kind.empty() ? "" : " (" + change.kind + ")")] =
                isIn ? "in force" : "not in force";
            noted.records[change.id + (change.kind.empty() ? "" : " (" + change.kind + ")")].push_back(change.head.id);
        }
    }

    const AlignmentContext& m_context;
    const Dataset& m_dataset;
    const ConditionFacts& m_facts;
    std::map<BatchIndex, std::vector<std::size_t>> m_materials;
    std::map<BatchIndex, std::vector<std::size_t>> m_parameters;
};

Phrase numberText(const std::string& kind, double value)
{
    Decimal decimal;
    decimal.known = true;
    decimal.inexact = !(std::abs(value) < 1e15);
    if (decimal.inexact) {
        decimal.mantissa = std::bit_cast<std::int64_t>(value);
    } else {
        decimal.mantissa = static_cast<std::int64_t>(value * 1000 + (value < 0 ? -0.5 : 0.5));
        decimal.scale = 3;
    }
    return numeral(formatDecimal(decimal) + (kind == "step_duration" ? " h" : ""));
}

// "LOT-1 (7), LOT-2 (3)", most frequent first.
Phrase countsText(const std::string& kind, const std::map<std::string, int>& counts)
{
    std::vector<std::pair<int, std::string>> order;
    for (const auto& [value, count] : counts)
        order.emplace_back(-count, value);
    std::sort(order.begin(), order.end());
    std::vector<Phrase> items;
    for (const auto& [count, value] : order)
        items.push_back(listOf({worded(kind, value), "(" + std::to_string(-count) + ")"}, " "));
    return listOf(std::move(items), ", ");
}

using NotesByKind = std::map<std::string, Noted>;

void compareTexts(const NotesByKind& here, const std::vector<NotesByKind>& good, Differences& out)
{
    for (const auto& [kind, noted] : here) {
        bool isDifferent = false;
        bool isCompared = false;
        for (const auto& [subject, value] : noted.values) {
            Difference difference;
            std::map<std::string, int> there;
            for (const NotesByKind& other : good) {
                const auto found = other.find(kind);
                if (found == other.end() || found->second.values.count(subject) == 0)
                    continue;
                const std::string& had = found->second.values.at(subject);
                ++there[had];
                ++difference.goodKnown;
                difference.goodWithSame += had == value ? 1 : 0;
            }
            isCompared = isCompared || difference.goodKnown > 0;
            // Half of the good ones or more had the same: not a difference.
            if (difference.goodKnown == 0 || 2 * difference.goodWithSame >= difference.goodKnown)
                continue;
            difference.kind = kind;
            difference.subject = subject;
            difference.here = worded(kind, value);
            difference.there = countsText(kind, there);
            difference.records = noted.records.at(subject);
            if (const auto asset = noted.assets.find(subject); asset != noted.assets.end())
                difference.asset = asset->second;
            isDifferent = true;
            out.differences.push_back(std::move(difference));
        }
        if (!isDifferent && isCompared)
            out.same.push_back(kind);
    }
}

using NumbersByKind = std::map<std::string, std::map<std::string, std::pair<double, RecordId>>>;

void compareNumbers(const NumbersByKind& here, const std::vector<NumbersByKind>& good, Differences& out)
{
    for (const auto& [kind, numbers] : here) {
        bool isDifferent = false;
        bool isCompared = false;
        for (const auto& [subject, own] : numbers) {
            std::vector<double> values;
            for (const NumbersByKind& other : good)
                if (const auto found = other.find(kind); found != other.end() && found->second.count(subject) != 0)
                    values.push_back(found->second.at(subject).first);
            const auto range = std::minmax_element(values.begin(), values.end());
            constexpr std::size_t kFewest = 3; // a range of fewer values says nothing
            isCompared = isCompared || values.size() >= kFewest;
            if (values.size() < kFewest || (own.first >= *range.first && own.first <= *range.second))
                continue;
            Difference difference;
            difference.kind = kind;
            difference.subject = subject;
            difference.here = numberText(kind, own.first);
            difference.there = phrase("%1 to %2", numberText(kind, *range.first), numberText(kind, *range.second));
            difference.goodKnown = static_cast<int>(values.size());
            difference.records.push_back(own.second);
            isDifferent = true;
            out.differences.push_back(std::move(difference));
        }
        if (!isDifferent && isCompared)
            out.same.push_back(kind);
    }
}

// The last good batches of the same product that began before this one, latest first.
std::vector<BatchIndex> goodBefore(const AlignmentContext& context, BatchIndex batch, int wanted)
{
    const Dataset& dataset = context.dataset;
    const auto begin = [&](BatchIndex index) {
        const Batch& record = dataset.batches[index.value];
        if (record.start.known())
            return record.start.utcUs;
        const auto steps = context.scopes.stepsOfBatch(index);
        return steps.empty() ? TimeValue::kUnknown : dataset.steps[steps.front()].start.utcUs;
    };
    const std::int64_t own = begin(batch);
    std::vector<std::pair<std::int64_t, BatchIndex>> found;
    for (std::size_t i = 0; i < dataset.batches.size(); ++i) {
        const auto index = indexOf<BatchIndexTag>(i);
        const bool isEarlier = begin(index) != TimeValue::kUnknown && begin(index) < own;
        if (isEarlier && dataset.batches[i].product == dataset.batches[batch.value].product
            && isGoodBatch(dataset, index))
            found.emplace_back(begin(index), index);
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return b < a; });
    std::vector<BatchIndex> good;
    for (const auto& [start, index] : found)
        if (static_cast<int>(good.size()) < wanted)
            good.push_back(index);
    return good;
}

} // namespace

bool isGoodBatch(const Dataset& dataset, BatchIndex batch)
{
    const Batch& record = dataset.batches[batch.value];
    if (isRejected(record.status) || isRejected(record.disposition))
        return false;
    return std::none_of(dataset.deviations.begin(), dataset.deviations.end(), [&](const Deviation& d) {
        return d.batch == batch;
    }) && std::none_of(dataset.deviationLinks.begin(), dataset.deviationLinks.end(), [&](const DeviationLink& l) {
        return l.kind == "batch" && dataset.findBatch(l.id) == batch;
    });
}

Result<Differences> differencesOf(const AlignmentContext& context, BatchIndex batch, int against)
{
    if (!batch.valid() || batch.value >= context.dataset.batches.size())
        return Error{ErrorCode::UnknownBatch, {}, "no such batch in the data"};
    Differences out;
    out.batch = batch;
    out.against = goodBefore(context, batch, against);
    const ConditionFacts facts(context);
    const Notes notes(context, facts);
    std::vector<NotesByKind> texts;
    std::vector<NumbersByKind> numbers;
    for (const BatchIndex good : out.against) {
        texts.push_back(notes.of(good));
        numbers.push_back(notes.numbersOf(good));
    }
    const NotesByKind here = notes.of(batch);
    compareTexts(here, texts, out);
    compareNumbers(notes.numbersOf(batch), numbers, out);
    std::stable_sort(out.differences.begin(), out.differences.end(), [](const Difference& a, const Difference& b) {
        return std::tie(a.kind, a.goodWithSame, a.subject) < std::tie(b.kind, b.goodWithSame, b.subject);
    });
    std::set<std::string> compared(out.same.begin(), out.same.end());
    for (const Difference& difference : out.differences)
        compared.insert(difference.kind);
    for (const char* kind : {"asset", "calibration", "change", "cleaning", "installed_part", "maintenance",
             "material_lot", "operator", "parameter", "recipe", "shift", "step_duration"})
        if (compared.count(kind) == 0)
            out.notComparable.emplace_back(kind);
    std::sort(out.same.begin(), out.same.end());
    return out;
}

} // namespace antecedent
