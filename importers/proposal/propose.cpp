// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/proposal/propose.h"

#include "importers/profile/profile_writer.h"
#include "importers/proposal/table_guess.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>

namespace antecedent::importers {

namespace {

// A heading without the words for date and time: what a date and its time of day share.
std::string withoutTimeWords(std::string text)
{
    static constexpr std::array<std::string_view, 9> kWords{
        "uhrzeit", "datum", "zeit", "date", "time", "tag", "am", "um", "at"};
    for (bool isCut = true; isCut;) {
        isCut = false;
        for (const std::string_view word : kWords) {
            if (!text.ends_with(word))
                continue;
            text.resize(text.size() - word.size());
            isCut = true;
        }
    }
    return text;
}

// The time of day that stands in a column of its own beside a column of dates.
const ColumnFacts* clockOf(const std::vector<ColumnFacts>& facts, const ColumnFacts& date)
{
    if (!date.mostly(date.dates, 0.9))
        return nullptr;
    const std::string core = withoutTimeWords(date.heading.joined);
    for (const ColumnFacts& column : facts)
        if (column.mostly(column.clocks, 0.9) && withoutTimeWords(column.heading.joined) == core)
            return &column;
    const bool hasNext = date.index + 1 < facts.size();
    const ColumnFacts* next = hasNext ? &facts[date.index + 1] : nullptr;
    const bool isItsOwn = next != nullptr && next->mostly(next->clocks, 0.9)
        && std::none_of(facts.begin(), facts.end(), [&](const ColumnFacts& other) {
               return &other != &date && other.mostly(other.dates, 0.9)
                   && withoutTimeWords(other.heading.joined) == withoutTimeWords(next->heading.joined);
           });
    return isItsOwn ? next : nullptr;
}

// As a kept profile writes it, where it does more with the cell than take it.
std::string learntValue(const ColumnFacts& source, const LearntUse& use, const LearntHeadings& learnt, Profile& profile)
{
    TemplatePart cell;
    cell.kind = TemplatePart::Kind::Column;
    cell.text = source.reference;
    cell.transforms = learnt.take(use, profile);
    return templateText(ValueTemplate{{cell}, {}});
}

std::string valueOf(const std::vector<ColumnFacts>& facts, const ColumnFacts& source, const ColumnSpec& column)
{
    std::string inside = source.reference;
    const bool isId = column.name == "asset_id" || column.name == "batch_id" || column.name == "batch";
    if (column.type == ColumnType::Text && isId && source.wholeFloats > 0 && source.mostly(source.wholeFloats, 0.9))
        inside += "|number";
    std::string out = '{' + inside + '}';
    if (column.type == ColumnType::Time)
        if (const ColumnFacts* clock = clockOf(facts, source))
            out += " {" + clock->reference + '}';
    return out;
}

// A column with the names of the assets gives a table of them.
void addAssets(const std::vector<ColumnFacts>& facts, const MappingProposal& proposal, Profile& profile)
{
    if (proposal.table == TableId::Assets)
        return;
    const auto assetColumn = tableSpec(proposal.table).find("asset_id");
    const auto id = std::find_if(proposal.guesses.begin(), proposal.guesses.end(),
        [&](const ColumnGuess& g) { return assetColumn && g.column == *assetColumn && g.score >= kSure; });
    if (id == proposal.guesses.end())
        return;
    static constexpr std::array<std::string_view, 7> kNames{"equipmentname", "assetname", "machinename",
        "equipmentdescription", "assetdescription", "functionallocationdescription", "anlagenbezeichnung"};
    for (const ColumnFacts& column : facts) {
        const bool isUsed = std::any_of(proposal.guesses.begin(), proposal.guesses.end(),
            [&](const ColumnGuess& g) { return g.source == column.index; });
        if (isUsed || column.filled == 0
            || std::find(kNames.begin(), kNames.end(), column.heading.joined) == kNames.end())
            continue;
        const TableSpec& spec = tableSpec(TableId::Assets);
        const std::string cell = '{' + facts[id->source].reference + '}';
        TableMapping assets;
        assets.table = TableId::Assets;
        assets.attributes = false;
        assets.when.push_back({*parseTemplate(cell, ColumnType::Text), true, {std::string()}});
        assets.columns.push_back({*spec.find("asset_id"), *parseTemplate(cell, ColumnType::Text)});
        assets.columns.push_back(
            {*spec.find("description"), *parseTemplate('{' + column.reference + '}', ColumnType::Text)});
        profile.tables.push_back(std::move(assets));
        return;
    }
}

int confidenceOf(const MappingProposal& proposal, const std::vector<ColumnFacts>& facts)
{
    const TableSpec& table = tableSpec(proposal.table);
    int needed = 0;
    int direct = 0;
    int sum = 0;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (table.columns[c].role != ColumnRole::Required)
            continue;
        ++needed;
        direct += std::any_of(proposal.guesses.begin(), proposal.guesses.end(),
                      [&](const ColumnGuess& g) { return g.column == c && g.score >= kSure; })
            ? 1
            : 0;
    }
    for (const ColumnGuess& guess : proposal.guesses)
        sum += guess.score;
    const auto filled =
        std::count_if(facts.begin(), facts.end(), [](const ColumnFacts& column) { return column.filled > 0; });
    const int known = static_cast<int>(proposal.guesses.size());
    const int out = 15 + (needed == 0 ? 25 : 30 * direct / needed) + (known == 0 ? 0 : 25 * sum / known / 100)
        + 20 * known / std::max(1, static_cast<int>(filled));
    constexpr int kMost = 90; // a proposal is never sure
    constexpr int kIncomplete = 30;
    return std::min(proposal.missing.empty() ? kMost : kIncomplete, out);
}

std::size_t knownHeadings(const MappingProposal& proposal)
{
    return static_cast<std::size_t>(std::count_if(proposal.guesses.begin(), proposal.guesses.end(),
        [](const ColumnGuess& guess) { return guess.score >= kSure; }));
}

Phrase reasonOf(const SourceHead& head, const MappingProposal& proposal)
{
    std::string names;
    std::size_t known = 0;
    constexpr std::size_t kNamed = 5;
    for (const ColumnGuess& guess : proposal.guesses) {
        if (guess.score < kSure || (&guess != proposal.guesses.data() && guess.source == (&guess - 1)->source))
            continue;
        if (++known <= kNamed)
            names += (names.empty() ? "" : ", ") + head.columns[guess.source];
    }
    Phrase out = phrase("%1 of %2 headings are known", known, head.columns.size());
    if (!names.empty())
        out = listOf({std::move(out), names + (known > kNamed ? ", …" : "")}, ": ");
    if (proposal.missing.empty())
        return out;
    return phrase("%1; no column for %2", out,
        listOf(std::vector<Phrase>(proposal.missing.begin(), proposal.missing.end()), ", "));
}

void finish(
    const SourceHead& head, const std::vector<ColumnFacts>& facts, const LearntHeadings& learnt, TableGuess& guess)
{
    MappingProposal& out = guess.proposal;
    out.confidence = confidenceOf(out, facts);
    out.reason = reasonOf(head, out);
    addSourceRules(head, facts, out.profile);
    addTables(facts, out, learnt, out.profile);
    addRowFields(facts, guess.rowFields, out.profile);
    addAssets(facts, out, out.profile);
}

MappingProposal fromWide(const SourceHead& head, const std::vector<ColumnFacts>& facts, WideGuess wide)
{
    MappingProposal out;
    out.table = TableId::Samples;
    out.guesses = std::move(wide.guesses);
    out.made = std::move(wide.made);
    out.reason = std::move(wide.reason);
    constexpr int kWide = 75;
    out.confidence = kWide;
    addSourceRules(head, facts, out.profile);
    out.profile.tables = std::move(wide.tables);
    return out;
}

} // namespace

void addSourceRules(const SourceHead& head, const std::vector<ColumnFacts>& facts, Profile& profile)
{
    profile.name = profileNameFrom(sourceStem(head.name));
    profile.title = "List like " + shownText(head.name, 100);
    constexpr std::size_t kMostNamed = 60;
    for (const ColumnFacts& column : facts) {
        const bool isNamed = column.index < head.columns.size() && column.reference == head.columns[column.index]
            && !column.heading.joined.empty();
        if (head.dialect.dialect.hasHeader && isNamed && profile.recognise.size() < kMostNamed)
            profile.recognise.push_back(column.reference);
        if (column.counts && column.heading.joined.empty())
            profile.ignore.push_back(column.reference); // the number of the row
        const bool isZone = column.mostly(column.zones, 0.9) && column.heading.joined.find("zon") != std::string::npos;
        if (isZone && profile.zones.valueColumn.empty())
            profile.zones.valueColumn = column.reference;
        if (!column.mostly(column.times, 0.5) && column.mostly(column.epochSeconds, 0.9))
            profile.times[column.reference].form = TimeForm::EpochSeconds;
        else if (!column.mostly(column.times, 0.5) && column.mostly(column.epochMilliseconds, 0.9))
            profile.times[column.reference].form = TimeForm::EpochMilliseconds;
        const std::string zone = zoneInHeading(column.heading);
        if (!zone.empty() && column.mostly(column.times))
            profile.zones.byColumn[column.reference] = zone;
    }
}

void addTables(const std::vector<ColumnFacts>& facts, const MappingProposal& proposal, const LearntHeadings& learnt,
    Profile& profile)
{
    const TableSpec& spec = tableSpec(proposal.table);
    TableMapping table;
    table.table = proposal.table;
    table.attributes = proposal.table != TableId::Samples;
    const auto add = [&](std::size_t column, const std::string& value) {
        if (const auto parsed = parseTemplate(value, spec.columns[column].type))
            table.columns.push_back({column, *parsed});
    };
    for (const ColumnGuess& guess : proposal.guesses) {
        const ColumnFacts& source = facts[guess.source];
        const LearntUse* use = learnt.find(source.heading, proposal.table);
        const bool isLearnt = use != nullptr && use->column == guess.column && !use->transforms.empty();
        add(guess.column,
            isLearnt ? learntValue(source, *use, learnt, profile) : valueOf(facts, source, spec.columns[guess.column]));
    }
    for (const MadeGuess& made : proposal.made)
        add(made.column, made.value);
    std::sort(table.columns.begin(), table.columns.end(),
        [](const ColumnMapping& a, const ColumnMapping& b) { return a.column < b.column; });
    profile.tables.push_back(std::move(table));
}

std::vector<MappingProposal> proposeMappings(const SourceHead& head, const std::vector<Profile>& own, std::size_t limit)
{
    const std::vector<ColumnFacts> facts = columnFacts(head);
    const LearntHeadings learnt(own);
    std::vector<std::pair<int, MappingProposal>> found;
    if (!head.dialect.isTable)
        return {};
    if (auto wide = guessWide(head, facts)) {
        const int score = wide->score;
        found.emplace_back(score, fromWide(head, facts, std::move(*wide)));
    }
    for (const TableSpec& table : allTables()) {
        TableGuess guess = guessTable(head, facts, table.id, learnt);
        const bool isOnlyTimes = guess.proposal.guesses.size() < 2;
        if (guess.score <= 0 || isOnlyTimes)
            continue;
        finish(head, facts, learnt, guess);
        found.emplace_back(guess.score, std::move(guess.proposal));
    }
    // What misses a required value comes behind everything that does not, unless that knows the list far less.
    std::size_t most = 0;
    for (const auto& [score, proposal] : found)
        most = std::max(most, knownHeadings(proposal));
    const auto isWhole = [&](const MappingProposal& proposal) {
        const bool isWide = proposal.table == TableId::Samples;
        return proposal.missing.empty() && (isWide || 3 * knownHeadings(proposal) >= most);
    };
    std::stable_sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
        if (isWhole(a.second) != isWhole(b.second))
            return isWhole(a.second);
        return isWhole(a.second) ? a.first > b.first : knownHeadings(a.second) > knownHeadings(b.second);
    });
    std::vector<MappingProposal> out;
    for (auto& [score, proposal] : found)
        if (out.size() < limit)
            out.push_back(std::move(proposal));
    return out;
}

MappingProposal proposeMapping(const SourceHead& head, TableId table, const std::vector<Profile>& own)
{
    const std::vector<ColumnFacts> facts = columnFacts(head);
    const LearntHeadings learnt(own);
    if (table == TableId::Samples)
        if (auto wide = guessWide(head, facts))
            return fromWide(head, facts, std::move(*wide));
    TableGuess guess = guessTable(head, facts, table, learnt);
    finish(head, facts, learnt, guess);
    return std::move(guess.proposal);
}

} // namespace antecedent::importers
