// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/record_lookup.h"

#include "model/base/text.h"

#include <algorithm>

namespace antecedent {

namespace {

constexpr std::size_t kFewestDigits = 8;

TimeValue firstKnown(std::initializer_list<const TimeValue*> times)
{
    for (const TimeValue* time : times)
        if (time->known())
            return *time;
    return {};
}

// Shows every record that can carry evidence to `visit`.
template <class Visit> void visitRecords(const Dataset& d, Visit visit)
{
    for (const WorkOrder& w : d.workOrders)
        visit(FoundRecord{w.head.id, TableId::WorkOrders, w.id, firstKnown({&w.reported, &w.started, &w.finished}),
            w.asset, {}, w.text});
    for (const Calibration& c : d.calibrations)
        visit(FoundRecord{c.head.id, TableId::Calibrations, c.id, c.performed, c.asset, {},
            c.asFoundResult.empty() ? c.result : c.asFoundResult, c.point});
    for (const Cleaning& c : d.cleanings)
        visit(FoundRecord{c.head.id, TableId::Cleanings, c.id, c.start, c.asset, {}, c.result});
    for (const TestResult& r : d.results)
        visit(FoundRecord{r.head.id, TableId::Results, r.sampleId, firstKnown({&r.sampled, &r.reported}), {}, r.batch,
            r.test + (r.outcome.empty() ? "" : " " + r.outcome), r.test});
    for (const Change& c : d.changes)
        visit(FoundRecord{c.head.id, TableId::Changes, c.id, c.effective, c.asset, {}, c.text});
    for (const Deviation& v : d.deviations)
        visit(FoundRecord{
            v.head.id, TableId::Deviations, v.id, firstKnown({&v.occurred, &v.detected}), v.asset, v.batch, v.text});
    for (const Installation& i : d.installations)
        visit(FoundRecord{i.head.id, TableId::Installations, i.item, i.from, i.position, {}, i.partNo});
    for (const GenealogyEntry& g : d.genealogy)
        visit(FoundRecord{g.head.id, TableId::Genealogy, g.materialLot, g.time, {}, g.batch, g.material});
    for (const Parameter& p : d.parameters)
        visit(FoundRecord{p.head.id, TableId::Parameters, p.parameter, p.time, {}, p.batch, p.step});
    for (const BatchStep& s : d.steps)
        visit(FoundRecord{s.head.id, TableId::BatchSteps, s.name, s.start, s.asset, s.batch, s.level});
    for (const MeterReading& m : d.meters)
        visit(FoundRecord{m.head.id, TableId::Meters, m.kind, m.time, m.asset, {}, formatDecimal(m.reading)});
}

FoundRecord eventAt(const Dataset& d, std::size_t i)
{
    const EventColumns& e = d.events;
    FoundRecord found;
    found.id = e.id[i];
    found.table = TableId::Events;
    found.key = d.strings.text(e.category[i]) + ":" + d.strings.text(e.code[i]);
    found.time.utcUs = e.timeUs[i];
    found.time.precision = static_cast<TimePrecision>(e.precision[i]);
    found.asset = e.asset[i];
    found.batch = e.batch[i];
    found.text = d.strings.text(e.text[i]);
    return found;
}

template <class IsWanted> std::vector<FoundRecord> collect(const Dataset& dataset, bool withEvents, IsWanted isWanted)
{
    std::vector<FoundRecord> found;
    visitRecords(dataset, [&](FoundRecord record) {
        if (isWanted(record.id, record.key))
            found.push_back(std::move(record));
    });
    for (std::size_t i = 0; withEvents && i < dataset.events.id.size(); ++i)
        if (isWanted(dataset.events.id[i], std::string()))
            found.push_back(eventAt(dataset, i));
    std::sort(found.begin(), found.end(), [](const FoundRecord& a, const FoundRecord& b) { return a.id < b.id; });
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

bool isHex(std::string_view text)
{
    return text.size() >= kFewestDigits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string tableWord(TableId table)
{
    std::string word(tableSpec(table).name);
    std::replace(word.begin(), word.end(), '_', ' ');
    if (table != TableId::Genealogy && word.ends_with('s'))
        word.pop_back();
    return word;
}

} // namespace

std::vector<FoundRecord> findRecord(const Dataset& dataset, const RecordId& id)
{
    return collect(dataset, true, [&](const RecordId& other, const std::string&) { return other == id; });
}

std::vector<FoundRecord> findRecord(const Dataset& dataset, std::string_view text)
{
    if (text.empty())
        return {};
    std::vector<FoundRecord> named =
        collect(dataset, false, [&](const RecordId&, const std::string& key) { return key == text; });
    const std::string digits = toLowerAscii(text);
    if (!named.empty() || !isHex(digits))
        return named;
    return collect(
        dataset, true, [&](const RecordId& id, const std::string&) { return toHex(id).starts_with(digits); });
}

std::string lastingKey(TableId table, const LastingParts& parts)
{
    std::string out(tableSpec(table).name);
    (out += '|') += parts.key;
    switch (table) {
    case TableId::WorkOrders:
    case TableId::Cleanings:
    case TableId::Changes:
    case TableId::Deviations:
        return out;
    case TableId::Calibrations:
        return (out += '|') += parts.part;
    default:
        for (const std::string* part : {&parts.part, &parts.time, &parts.asset, &parts.batch})
            (out += '|') += *part;
        return out;
    }
}

std::string lastingKey(const Dataset& dataset, const FoundRecord& record)
{
    const Asset* asset = dataset.asset(record.asset);
    const Batch* batch = dataset.batch(record.batch);
    return lastingKey(record.table,
        {record.key, record.part, formatUtc(record.time), asset == nullptr ? std::string() : asset->id,
            batch == nullptr ? std::string() : batch->id});
}

std::vector<FoundRecord> findByLastingKey(const Dataset& dataset, std::string_view wanted)
{
    std::vector<FoundRecord> found;
    const auto take = [&](FoundRecord record) {
        if (lastingKey(dataset, record) == wanted)
            found.push_back(std::move(record));
    };
    visitRecords(dataset, take);
    if (wanted.starts_with(std::string(tableSpec(TableId::Events).name) + '|'))
        for (std::size_t i = 0; i < dataset.events.id.size(); ++i)
            take(eventAt(dataset, i));
    std::sort(found.begin(), found.end(), [](const FoundRecord& a, const FoundRecord& b) { return a.id < b.id; });
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

std::string describe(const Dataset& dataset, const FoundRecord& record)
{
    std::string words = tableWord(record.table);
    if (!record.key.empty())
        words += " " + record.key;
    if (const Asset* asset = dataset.asset(record.asset))
        words += " of " + asset->id;
    if (const Batch* batch = dataset.batch(record.batch))
        words += " in batch " + batch->id;
    if (record.time.known())
        words += ", " + formatUtc(record.time);
    return record.text.empty() ? words : words + ": " + record.text;
}

} // namespace antecedent
