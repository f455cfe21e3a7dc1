// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/proposal/table_guess.h"

#include "importers/profile/profile_writer.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace antecedent::importers {

namespace {

struct Fit
{
    std::size_t source = 0;
    std::size_t column = 0;
    int score = 0;
    bool isRequired = false;
    std::string known;
    std::size_t distinct = 0; // texts of the source column
    std::string profile = {}; // that the heading was learnt from; mostly empty
};

// What the values say of a heading's match: nothing against it, something, or all.
int judged(const ColumnFacts& facts, const ColumnSpec& spec, int score)
{
    if (facts.filled == 0)
        return score / 2;
    switch (spec.type) {
    case ColumnType::Time:
        if (facts.mostly(facts.times) || facts.mostly(facts.epochSeconds) || facts.mostly(facts.epochMilliseconds))
            return zoneInHeading(facts.heading).empty() ? score : score + 20; // no question of its zone
        return 0;
    case ColumnType::Number:
        return facts.mostly(facts.numbers) ? score : 0;
    case ColumnType::Text:
        break;
    }
    if (facts.mostly(facts.times, 0.9) || facts.mostly(facts.clocks, 0.9))
        return score / 3;
    if (spec.name == "text" && facts.repeats() && facts.mostly(facts.numbers, 0.9))
        return score / 2;
    return score;
}

bool hasSecondKey(const TableSpec& table)
{
    return std::count_if(table.columns.begin(), table.columns.end(), [](const ColumnSpec& c) { return c.key; }) > 1;
}

std::vector<Fit> fitsOf(const std::vector<ColumnFacts>& facts, const TableSpec& table, const LearntHeadings& learnt)
{
    constexpr int kLearnt = 99; // before every synonym, behind the canonical name itself
    std::vector<Fit> out;
    const auto offer = [&](const ColumnFacts& column, std::size_t target, int heading, const std::string& known,
                           const std::string& profile) {
        const ColumnSpec& spec = table.columns[target];
        int score = judged(column, spec, heading);
        if (spec.key && spec.role == ColumnRole::Required && column.repeats() && !hasSecondKey(table))
            score -= kNotUnique;
        if (score >= kUsable)
            out.push_back({column.index, target, score, spec.role != ColumnRole::Optional, known,
                spec.name == "text" ? column.distinct : 0, profile});
    };
    for (const ColumnFacts& column : facts) {
        if (const LearntUse* use = learnt.find(column.heading, table.id))
            offer(column, use->column, kLearnt, {}, use->profile->name);
        for (const HeadingMatch& match : matchHeading(column.heading))
            if (match.table == table.id)
                offer(column, match.column, match.score, match.known, {});
    }
    std::stable_sort(out.begin(), out.end(), [](const Fit& a, const Fit& b) {
        if (a.score != b.score)
            return a.score > b.score;
        if (a.isRequired != b.isRequired)
            return a.isRequired;
        if (a.column != b.column)
            return a.column < b.column;
        // Of two columns of one name, the text of its own per row is what was written about it.
        return a.distinct != b.distinct ? a.distinct > b.distinct : a.source < b.source;
    });
    return out;
}

std::string_view mainTime(TableId table)
{
    switch (table) {
    case TableId::WorkOrders:
        return "reported";
    case TableId::Batches:
    case TableId::BatchSteps:
    case TableId::Cleanings:
        return "start";
    case TableId::Results:
        return "sampled";
    case TableId::Deviations:
        return "occurred";
    case TableId::Calibrations:
        return "performed";
    case TableId::Changes:
        return "effective";
    case TableId::Installations:
        return "from";
    case TableId::Events:
    case TableId::Samples:
    case TableId::Meters:
    case TableId::Parameters:
    case TableId::Genealogy:
    case TableId::WorkOrderStatus:
        return "time";
    default:
        return {};
    }
}

// Assigns greedily; then what the types alone say.
class Assignment
{
public:
    Assignment(const std::vector<ColumnFacts>& facts, const TableSpec& table, const LearntHeadings& learnt)
        : m_facts(facts)
        , m_table(table)
        , m_learnt(learnt)
        , m_used(facts.size())
    {
    }

    std::vector<ColumnGuess> run()
    {
        for (const Fit& fit : fitsOf(m_facts, m_table, m_learnt))
            if (!m_used[fit.source] && !has(fit.column))
                take(fit.source, fit.column, fit.score, reasonOf(fit));
        takeOnlyTime();
        takeCode();
        std::sort(
            m_out.begin(), m_out.end(), [](const ColumnGuess& a, const ColumnGuess& b) { return a.column < b.column; });
        return std::move(m_out);
    }

private:
    static Phrase reasonOf(const Fit& fit)
    {
        if (!fit.profile.empty())
            return phrase("the profile '%1' uses the heading so", fit.profile);
        return fit.score < kSure ? phrase("the heading is known as '%1', in part", fit.known)
                                 : phrase("the heading is known as '%1'", fit.known);
    }
    bool has(std::size_t column) const
    {
        return std::any_of(m_out.begin(), m_out.end(), [&](const ColumnGuess& g) { return g.column == column; });
    }
    void take(std::size_t source, std::size_t column, int score, Phrase reason)
    {
        m_used[source] = true;
        m_out.push_back({source, column, std::min(score, 100), std::move(reason)});
    }

    void takeOnlyTime()
    {
        const auto wanted = m_table.find(mainTime(m_table.id));
        if (!wanted || has(*wanted))
            return;
        const bool anyTime = std::any_of(m_out.begin(), m_out.end(),
            [&](const ColumnGuess& g) { return m_table.columns[g.column].type == ColumnType::Time; });
        if (anyTime && m_table.columns[*wanted].role == ColumnRole::Optional)
            return;
        for (const ColumnFacts& column : m_facts) {
            if (m_used[column.index] || !column.mostly(column.times, 0.9))
                continue;
            take(column.index, *wanted, kUsable, phrase("the first column of times that is not known by its heading"));
            return;
        }
    }

    // What happened stands in a text column with few different values.
    void takeCode()
    {
        const auto code = m_table.find("code");
        if (m_table.id != TableId::Events || !code || has(*code))
            return;
        for (const ColumnFacts& column : m_facts) {
            const bool isText =
                !column.mostly(column.times) && !column.mostly(column.numbers) && !column.heading.joined.empty();
            if (m_used[column.index] || !isText || !column.repeats() || column.distinct < 2)
                continue;
            take(column.index, *code, kUsable, phrase("%1 different texts that come again", column.distinct));
            return;
        }
    }

    const std::vector<ColumnFacts>& m_facts;
    const TableSpec& m_table;
    const LearntHeadings& m_learnt;
    std::vector<bool> m_used;
    std::vector<ColumnGuess> m_out;
};

// Which category of events the words speak of.
std::string categoryOf(const SourceHead& head, const std::vector<ColumnFacts>& facts)
{
    std::string words = readHeading(sourceStem(head.name)).joined;
    for (const ColumnFacts& column : facts)
        words += ' ' + column.heading.joined;
    const std::array<std::pair<std::string_view, std::string_view>, 12> kSigns{
        {{"alarm", "alarm"}, {"alert", "alarm"}, {"error", "alarm"}, {"fault", "alarm"}, {"stoer", "alarm"},
            {"fehler", "alarm"}, {"defect", "quality"}, {"state", "state"}, {"zustand", "state"},
            {"operator", "operator"}, {"activity", "operation"}, {"concept", "operation"}}};
    for (const auto& [sign, category] : kSigns)
        if (words.find(sign) != std::string::npos)
            return std::string(category);
    return "event";
}

bool hasGuess(const MappingProposal& proposal, std::string_view column)
{
    const auto place = tableSpec(proposal.table).find(column);
    return place && (std::any_of(proposal.guesses.begin(), proposal.guesses.end(), [&](const ColumnGuess& g) {
        return g.column == *place;
    }) || std::any_of(proposal.made.begin(), proposal.made.end(), [&](const MadeGuess& m) {
        return m.column == *place;
    }));
}

constexpr std::array<std::string_view, 16> kIdParts{"asset_id", "batch_id", "classification", "type", "failure_mode",
    "test", "maintainable_item", "occurred", "detected", "performed", "start", "reported", "started", "finished",
    "sampled", "effective"};

// Whether rows of the source's beginning have the same cells for all of these columns.
bool isRepeated(const SourceHead& head, const MappingProposal& proposal)
{
    std::vector<std::size_t> columns;
    for (const std::string_view part : kIdParts)
        for (const ColumnGuess& guess : proposal.guesses)
            if (tableSpec(proposal.table).columns[guess.column].name == part)
                columns.push_back(guess.source);
    std::set<std::vector<std::string>> seen;
    std::set<std::vector<std::string>> rows; // whole rows that come again are repeats and no other records
    for (const auto& row : head.rows) {
        if (!rows.insert(row).second)
            continue;
        std::vector<std::string> key;
        for (const std::size_t column : columns)
            key.push_back(column < row.size() ? row[column] : std::string());
        if (!seen.insert(std::move(key)).second)
            return true;
    }
    return false;
}

// Cells that no column of the table takes: of the columns whose cells differ most, in order of the source.
std::string otherCells(const std::vector<ColumnFacts>& facts, const MappingProposal& proposal)
{
    constexpr std::size_t kMost = 3;
    std::vector<const ColumnFacts*> others;
    for (const ColumnFacts& column : facts) {
        const bool isTaken = std::any_of(proposal.guesses.begin(), proposal.guesses.end(),
            [&](const ColumnGuess& guess) { return guess.source == column.index; });
        if (!isTaken && !column.counts && column.distinct > 1)
            others.push_back(&column);
    }
    std::stable_sort(others.begin(), others.end(),
        [](const ColumnFacts* x, const ColumnFacts* y) { return x->distinct > y->distinct; });
    others.resize(std::min(others.size(), kMost));
    std::sort(
        others.begin(), others.end(), [](const ColumnFacts* x, const ColumnFacts* y) { return x->index < y->index; });
    std::string out;
    for (const ColumnFacts* column : others)
        out += "/{" + column->reference + '}';
    return out;
}

// An id out of what else is known of the record, for lists that have none. Where that comes again, the text and the
// other cells of the row are a part of it, too: two orders must not become one, even if a cell that is corrected later
// then makes another record.
std::string madeId(const SourceHead& head, const std::vector<ColumnFacts>& facts, const MappingProposal& proposal)
{
    std::string out;
    for (const std::string_view part : kIdParts)
        if (hasGuess(proposal, part))
            out += (out.empty() ? "{=" : "/{=") + std::string(part) + '}';
    if (!out.empty() && !isRepeated(head, proposal))
        return out;
    if (hasGuess(proposal, "text"))
        out += out.empty() ? "{=text}" : "/{=text}";
    return out.empty() ? out : out + otherCells(facts, proposal);
}

void addMade(const SourceHead& head, const std::vector<ColumnFacts>& facts, MappingProposal& out)
{
    const TableSpec& table = tableSpec(out.table);
    const auto make = [&](std::string_view column, std::string value, Phrase reason) {
        if (!value.empty() && !hasGuess(out, column))
            out.made.push_back({*table.find(column), std::move(value), std::move(reason)});
    };
    if (table.id == TableId::Events)
        make("category", categoryOf(head, facts), phrase("a constant, by the words of headings and file name"));
    if (table.id == TableId::Samples)
        make("tag", profileNameFrom(sourceStem(head.name)), phrase("a constant, the name of the file"));
    for (std::size_t c = 0; c < table.columns.size(); ++c)
        if (table.columns[c].key && table.columns[c].role == ColumnRole::Required
            && table.columns[c].name.ends_with("_id") && table.id != TableId::Assets && table.id != TableId::Batches)
            make(table.columns[c].name, madeId(head, facts, out),
                phrase("made of what else is known, as no column holds an id"));
}

void addMissing(MappingProposal& out)
{
    const TableSpec& table = tableSpec(out.table);
    bool anyOf = false;
    std::string anyOfNames;
    for (const ColumnSpec& column : table.columns) {
        if (column.role == ColumnRole::Required && !hasGuess(out, column.name))
            out.missing.emplace_back(column.name);
        if (column.role == ColumnRole::AnyOf) {
            anyOfNames += (anyOfNames.empty() ? "" : " or ") + std::string(column.name);
            anyOf = anyOf || hasGuess(out, column.name);
        }
    }
    if (!anyOfNames.empty() && !anyOf)
        out.missing.push_back(anyOfNames);
}

} // namespace

std::string sourceStem(const std::string& name)
{
    std::string_view stem = name;
    for (const std::string_view ending : {".gz", ".csv", ".txt", ".tsv", ".dat"})
        if (toLowerAscii(stem).ends_with(ending))
            stem.remove_suffix(ending.size());
    return std::string(stem);
}

int wordScore(const SourceHead& head, const std::vector<ColumnFacts>& facts, TableId table)
{
    constexpr int kInName = 150;
    constexpr int kInHeading = 25;
    const Heading name = readHeading(sourceStem(head.name));
    int out = 0;
    for (const std::string& word : tableWords(table)) {
        const auto is = [&](const std::string& other) { return other == word; };
        if (std::any_of(name.words.begin(), name.words.end(), is) || name.joined == word)
            out = std::max(out, kInName);
        for (const ColumnFacts& column : facts)
            if (std::any_of(column.heading.words.begin(), column.heading.words.end(), is))
                out += kInHeading;
    }
    constexpr int kMost = 220;
    return std::min(out, kMost);
}

TableGuess guessTable(
    const SourceHead& head, const std::vector<ColumnFacts>& facts, TableId tableId, const LearntHeadings& learnt)
{
    const TableSpec& table = tableSpec(tableId);
    TableGuess out;
    MappingProposal& proposal = out.proposal;
    proposal.table = tableId;
    proposal.guesses = Assignment(facts, table, learnt).run();
    out.rowFields = takeRowFields(head, facts, proposal);
    const std::size_t direct = proposal.guesses.size();
    addMade(head, facts, proposal);
    addMissing(proposal);
    for (const ColumnGuess& guess : proposal.guesses) {
        const ColumnRole role = table.columns[guess.column].role;
        out.score += guess.score * (role == ColumnRole::Optional ? 1 : 3);
    }
    constexpr int kMissing = 220;
    constexpr int kMadeId = 60;
    out.score -= kMissing * static_cast<int>(proposal.missing.size());
    for (const MadeGuess& made : proposal.made)
        out.score -= table.columns[made.column].key ? kMadeId : 0;
    out.score += direct == 0 ? 0 : wordScore(head, facts, tableId);
    return out;
}

} // namespace antecedent::importers
