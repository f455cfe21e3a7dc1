// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/recognise.h"

#include "importers/canonical/canonical_mapping.h"
#include "importers/mapping/mapper.h"
#include "importers/profile/builtin_profiles.h"
#include "importers/profile/column_reference.h"
#include "importers/text/delimited_rows.h"
#include "importers/text/prefixed_source.h"
#include "model/base/text.h"
#include "model/base/zone.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace antecedent::importers {

namespace {

constexpr std::size_t kSniffBytes = std::size_t{64} * 1024;
constexpr std::size_t kHeadRows = 1000;

std::vector<const Profile*> allProfiles(const PlanOptions& options)
{
    std::vector<const Profile*> out;
    for (const Profile& profile : options.more)
        out.push_back(&profile);
    for (const Profile& profile : builtinProfiles())
        out.push_back(&profile);
    return out;
}

bool hasColumn(const std::vector<std::string>& columns, const std::string& name)
{
    return std::any_of(columns.begin(), columns.end(), [&](const std::string& c) { return equalsIgnoreCase(c, name); });
}

// Number of its columns that the header has, or 0 if one that it needs is not there.
std::size_t matchedColumns(const Profile& profile, const std::vector<std::string>& columns)
{
    for (const std::string& name : profile.recognise)
        if (!hasColumn(columns, name))
            return 0;
    return profile.recognise.size();
}

int confidenceOf(std::size_t matched, std::size_t columns)
{
    const std::size_t all = std::max<std::size_t>(columns, 1);
    return static_cast<int>(std::min<std::size_t>(50 + 50 * matched / all, 100));
}

Phrase countReason(std::size_t matched, std::size_t columns)
{
    return phrase("%1 of %2 columns match", matched, columns);
}

const Profile* findProfile(std::string_view name, const PlanOptions& options)
{
    for (const Profile* profile : allProfiles(options))
        if (profile->name == name)
            return profile;
    return nullptr;
}

// How the flat table of a format is written; where a sheet has its headings may be stated.
DialectHints flatHints(const Format& format, const DialectHints& stated)
{
    DialectHints out;
    out.delimiter = ',';
    out.quote = '"';
    out.decimalMark = format.isDelimited ? '.' : stated.decimalMark.value_or('.'); // those write points themselves
    out.titleRows = format.hasHeadings ? 0 : stated.titleRows;
    out.header = format.hasHeadings ? true : stated.header;
    return out;
}

void sniff(SourceHead& head, const DialectHints& stated)
{
    const Format* format = findFormat(head.format);
    const std::string_view sniffed = std::string_view(head.text).substr(0, kSniffBytes);
    const bool all = head.complete && sniffed.size() == head.text.size();
    head.dialect = sniffDialect(sniffed, all, format != nullptr ? flatHints(*format, stated) : stated);
    head.columns = columnNames(head.dialect.header, head.dialect.columns);
}

// The mapping that an importer id names.
Result<Profile> mappingOf(std::string_view importer, const SourceHead& head, const PlanOptions& options)
{
    std::string_view name = importer;
    const bool canonicalOnly = name.starts_with("canonical:");
    const bool profileOnly = name.starts_with("profile:");
    if (canonicalOnly || profileOnly)
        name.remove_prefix(name.find(':') + 1);
    if (!profileOnly)
        if (const TableSpec* table = findTable(name)) {
            const std::string missing = missingColumns(table->id, head.columns);
            if (!missing.empty()) // rows without them would be no records
                return Error{ErrorCode::InvalidArgument, head.name,
                    "as " + std::string(table->name) + " it lacks the columns: " + missing};
            return canonicalMapping(table->id, head.columns);
        }
    if (!canonicalOnly)
        if (const Profile* profile = findProfile(name, options))
            return *profile;
    return Error{ErrorCode::InvalidArgument, std::string(importer), "no such importer"};
}

std::string idOf(const Profile& mapping)
{
    return (mapping.text.empty() ? "canonical:" : "profile:") + mapping.name;
}

Result<Profile> chooseMapping(const SourceHead& head, const PlanOptions& options)
{
    if (options.profile)
        return *options.profile;
    if (!options.as.empty())
        return mappingOf(options.as, head, options);
    if (isNotData(head.name, head))
        return Error{ErrorCode::NotData, head.name, head.otherContent};
    const std::vector<Candidate> candidates = recognise(head, options);
    if (candidates.empty() && !head.otherContent.empty())
        return Error{ErrorCode::NotData, head.name, head.otherContent};
    if (candidates.empty()) {
        std::string detail =
            head.dialect.isTable ? "no table or profile takes its columns" : "not a table with a header";
        const auto near = matchCanonical(head.columns);
        if (!near.empty() && near.front().matched > 1 && !near.front().missing.empty())
            detail +=
                "; nearest is " + std::string(tableSpec(near.front().table).name) + ", without " + near.front().missing;
        return Error{ErrorCode::UnknownFormat, head.name, detail};
    }
    if (candidates.size() > 1 && candidates[1].matched == candidates[0].matched
        && candidates[1].rank == candidates[0].rank)
        return Error{ErrorCode::AmbiguousFormat, head.name, candidates[0].importer + " and " + candidates[1].importer};
    return mappingOf(candidates[0].importer, head, options);
}

// Looks at a head again with what a profile states about the text.
Result<SourceHead> withHints(const SourceHead& head, const Profile& mapping)
{
    SourceHead out = head;
    const DialectHints& hints = mapping.hints;
    if (hints.delimiter || hints.quote || hints.decimalMark || hints.titleRows || hints.header)
        sniff(out, hints);
    return out;
}

std::optional<DateOrder> statedOrder(const ImportPlan& plan, const PlanOptions& options, const std::string& column)
{
    if (options.dateOrder)
        return options.dateOrder;
    for (const auto& [name, times] : plan.mapping.times)
        if (const auto found = findColumn(plan.columns, name); found && plan.columns[*found] == column && times.order)
            return times.order;
    return std::nullopt;
}

} // namespace

bool mayHaveFooters(std::string_view format)
{
    const Format* found = findFormat(format);
    return found == nullptr || !found->hasHeadings;
}

RowBlock headRows(const SourceHead& head, const ImportPlan& plan)
{
    RowBlock block;
    block.buffer = std::make_shared<char[]>(head.text.size() + RowBlock::kSlack);
    std::memcpy(block.buffer.get(), head.text.data(), head.text.size());
    Tokenizer tokenizer(plan.form.delimiter, plan.form.quote);
    tokenizer.split(block, head.text.size(), head.complete);
    const std::size_t skip = plan.dialect.titleRows + (plan.dialect.hasHeader ? 1U : 0U) + plan.mapping.skipRows;
    block.rows.erase(block.rows.begin(),
        block.rows.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(skip, block.rows.size())));
    if (mayHaveFooters(head.format))
        Footers().take(block, plan.columns.size());
    return block;
}

bool isNotData(std::string_view name, const SourceHead& head)
{
    const std::string lower = toLowerAscii(name);
    if (!head.format.empty())
        return false;
    static constexpr std::string_view kEndings[] = {".md", ".pdf", ".html", ".htm", ".docx", ".png", ".jpg", ".svg",
        ".json", ".py", ".sh", ".ini", ".profile", ".ante", ".xml", ".xsd"};
    for (const std::string_view ending : kEndings)
        if (lower.ends_with(ending))
            return true;
    for (const std::string_view start : {"readme", "license", "licence", "copying", "notice", "changelog", "."})
        if (lower.starts_with(start))
            return true;
    return head.text.empty();
}

namespace {

// What is stated of the text that a format reads: by the user, or by the profile that he names or keeps for it.
TextHints statedHints(const Format& format, const PlanOptions& options)
{
    TextHints out;
    const Profile* profile = options.profile ? &*options.profile : nullptr;
    if (profile == nullptr && !options.as.empty())
        profile = findProfile(options.as.substr(options.as.find(':') + 1), options);
    for (const Profile& own : options.more)
        if (profile == nullptr && own.format == format.id)
            profile = &own;
    if (profile != nullptr) {
        out.encoding = profile->encoding;
        out.decimalMark = profile->hints.decimalMark;
    }
    if (options.encoding)
        out.encoding = options.encoding;
    out.dateOrder = options.dateOrder;
    return out;
}

// Whether a list that a format reads from delimited text is read by that format, and not as the rows stand in the text
// by a mapping that a person states: by a profile or importer for such rows, or by one of the kept profiles whose
// columns are all there.
bool isTaken(std::string_view head, const TextHints& hints, const PlanOptions& options)
{
    const auto isRows = [](const Profile& profile) {
        const Format* other = findFormat(profile.format);
        return profile.format.empty() || (other != nullptr && !other->hasHeadings);
    };
    if (options.profile)
        return !isRows(*options.profile);
    if (!options.as.empty()) {
        std::string_view name = options.as;
        name.remove_prefix(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1);
        const Profile* profile = findProfile(name, options);
        return profile != nullptr && !options.as.starts_with("canonical:") && !isRows(*profile);
    }
    if (options.more.empty())
        return true;
    const std::vector<std::string> columns = readDelimitedHead(head, hints).columns;
    return std::none_of(options.more.begin(), options.more.end(),
        [&](const Profile& profile) { return isRows(profile) && matchedColumns(profile, columns) > 0; });
}

Result<void> takeFlat(TableSource& table, SourceHead& out)
{
    Result<Head> flat = readHead(table, kHeadBytes);
    if (!flat)
        return Error{flat.error().code, out.name, flat.error().detail};
    out.text = std::move(flat->bytes);
    out.complete = flat->complete;
    out.said.add(table.statement());
    return {};
}

// The list of a known system that the flat table of a sheet holds, if it is one: then `out` is the head of that list.
Result<void> findListInside(TableSource& sheet, std::string_view name, const PlanOptions& options, SourceHead& out)
{
    const std::optional<RecognisedFormat> inside = recogniseFormat(out.text, name);
    const TextHints text{Encoding::Utf8, std::nullopt, std::nullopt};
    if (!inside || !inside->format->isDelimited || !isTaken(out.text, text, options))
        return {};
    TextHints hints = statedHints(*inside->format, options);
    hints.encoding = text.encoding;
    PrefixedSource whole(std::move(out.text), sheet);
    const Result<std::unique_ptr<TableSource>> list = inside->format->open(whole, {}, hints);
    if (!list)
        return Error{list.error().code, out.name, list.error().detail};
    out.container = std::exchange(out.format, std::string(inside->format->id));
    out.formatMatch = inside->match;
    out.hints = hints;
    return takeFlat(**list, out);
}

// The head of a format's flat table. `head`: the bytes before those that `rest` has.
Result<void> flatten(Head head, ByteSource& rest, const RecognisedFormat& format, std::string_view name,
    const PlanOptions& options, SourceHead& out)
{
    out.format = format.format->id;
    out.part = options.part;
    out.formatMatch = format.match;
    out.encoding = {Encoding::Utf8, 0, 100, format.match.reason};
    if (format.format->isDelimited) {
        out.hints = statedHints(*format.format, options);
        out.encoding = encodingOf(head.bytes, head.complete, out.hints.encoding);
        out.hints.encoding = out.encoding.encoding;
    }
    PrefixedSource whole(std::move(head.bytes), rest);
    const Result<std::unique_ptr<TableSource>> table = format.format->open(whole, options.part, out.hints);
    if (!table)
        return Error{table.error().code, out.name, table.error().detail};
    const Result<void> taken = takeFlat(**table, out);
    return taken && !format.format->hasHeadings ? findListInside(**table, name, options, out) : taken;
}

void decodeHead(const Head& head, const PlanOptions& options, SourceHead& out)
{
    const std::optional<Encoding> stated =
        options.encoding || !options.profile ? options.encoding : options.profile->encoding;
    out.encoding = encodingOf(head.bytes, head.complete, stated);
    Decoder decoder(out.encoding.encoding);
    decoder.decode(std::string_view(head.bytes).substr(out.encoding.bomBytes), head.complete, out.text);
    if (out.text.starts_with("\xEF\xBB\xBF"))
        out.text.erase(0, 3);
}

// Without the table that is named behind it.
std::string_view fileOf(std::string_view name, std::string_view part)
{
    const bool isNamed = !part.empty() && name.ends_with('#' + std::string(part));
    return isNamed ? name.substr(0, name.size() - part.size() - 1) : name;
}

} // namespace

Result<SourceHead> readSourceHead(ByteSource& bytes, std::string_view name, const PlanOptions& options)
{
    SourceHead out;
    out.name = std::string(name);
    GunzipSource unpacked(bytes);
    Result<Head> head = readHead(unpacked, kHeadBytes);
    if (!head)
        return Error{head.error().code, std::string(name), head.error().detail};
    out.complete = out.isWhole = head->complete;
    out.compression = unpacked.isGzip() ? "gzip" : "";
    const std::string_view file = fileOf(name, options.part);
    const std::optional<RecognisedFormat> format = recogniseFormat(head->bytes, file);
    const bool isFlat = format && (!format->format->isDelimited || isTaken(head->bytes, {}, options));
    if (!options.part.empty() && (!isFlat || format->format->parts == nullptr))
        return Error{ErrorCode::InvalidArgument, out.name,
            "the source has no tables of their own; leave #" + options.part + " behind its name out"};
    if (isFlat) {
        if (const Result<void> flat = flatten(std::move(*head), unpacked, *format, file, options, out); !flat)
            return flat.error();
    } else {
        decodeHead(*head, options, out);
        out.otherContent = format ? std::string() : otherContent(head->bytes);
    }
    sniff(out, options.profile ? options.profile->hints : DialectHints{});
    const std::string_view sniffed = std::string_view(out.text).substr(0, kSniffBytes);
    const bool all = out.complete && sniffed.size() == out.text.size();
    const Dialect& dialect = out.dialect.dialect;
    out.rows = splitRows(sniffed, all, dialect.delimiter, dialect.quote, kHeadRows);
    const std::size_t skip = std::min<std::size_t>(dialect.titleRows + (dialect.hasHeader ? 1U : 0U), out.rows.size());
    out.rows.erase(out.rows.begin(), out.rows.begin() + static_cast<std::ptrdiff_t>(skip));
    if (mayHaveFooters(out.format))
        takeFooters(out.rows, out.columns.size(), &out.said);
    return out;
}

namespace {

std::vector<Candidate> sorted(std::vector<Candidate> candidates)
{
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return a.matched != b.matched ? a.matched > b.matched : a.rank > b.rank;
    });
    return candidates;
}

} // namespace

std::vector<Candidate> recognise(const SourceHead& head, const PlanOptions& options)
{
    std::vector<Candidate> out;
    const std::size_t columns = head.columns.size();
    for (const Profile* profile : allProfiles(options)) {
        if (head.format.empty() || profile->format != head.format)
            continue;
        const std::size_t matched = matchedColumns(*profile, head.columns);
        if (matched == 0 && !profile->recognise.empty())
            continue;
        const bool own = findBuiltinProfile(profile->name) != profile;
        out.push_back({"profile:" + profile->name, columns + matched, head.formatMatch.confidence,
            head.formatMatch.reason, own ? 2 : 0});
    }
    if (!head.dialect.dialect.hasHeader || !head.dialect.isTable)
        return sorted(std::move(out));
    for (const CanonicalMatch& match : matchCanonical(head.columns)) {
        if (!match.complete)
            continue;
        out.push_back({"canonical:" + std::string(tableSpec(match.table).name), match.matched,
            confidenceOf(match.matched, columns), countReason(match.matched, columns), 1});
    }
    for (const Profile* profile : allProfiles(options)) {
        if (!profile->format.empty())
            continue;
        const std::size_t matched = matchedColumns(*profile, head.columns);
        const bool own = findBuiltinProfile(profile->name) != profile;
        if (matched > 0)
            out.push_back({"profile:" + profile->name, matched, confidenceOf(matched, columns),
                countReason(matched, columns), own ? 2 : 0});
    }
    return sorted(std::move(out));
}

ImportPlan rowPlan(const SourceHead& head)
{
    ImportPlan out;
    out.compression = head.compression;
    out.format = head.format;
    out.container = head.container;
    out.part = head.part;
    out.dialect = head.dialect.dialect;
    out.hints = head.hints;
    out.form = {Encoding::Utf8, out.dialect.delimiter, out.dialect.quote}; // of a flat table
    if (out.format.empty())
        out.form.encoding = head.encoding.encoding;
    out.header = head.dialect.header;
    out.columns = head.columns;
    return out;
}

Result<ImportPlan> proposePlan(const SourceHead& head, const PlanOptions& options)
{
    const Result<Profile> mapping = chooseMapping(head, options);
    if (!mapping)
        return mapping.error();
    if (!mapping->format.empty() && mapping->format != head.format)
        return Error{ErrorCode::InvalidArgument, head.name,
            "the profile " + mapping->name + " is for sources of the format " + mapping->format};
    if (mapping->reference)
        return Error{ErrorCode::NotData, head.name, "a reference list (" + mapping->name + ")"};
    const Result<SourceHead> seen = withHints(head, *mapping);
    if (!seen)
        return seen.error();
    ImportPlan out = rowPlan(*seen);
    out.importer = idOf(*mapping);
    out.mapping = *mapping;
    if (out.format.empty())
        out.form.encoding = options.encoding.value_or(mapping->encoding.value_or(seen->encoding.encoding));
    out.ambiguous = options.ambiguous;
    out.zone = !mapping->zones.source.empty() ? mapping->zones.source : options.zone;
    if (!out.zone.empty())
        if (const Result<Zone> zone = findZone(out.zone); !zone)
            return zone.error();
    const Result<Mapper> mapper = Mapper::compile(out);
    if (!mapper)
        return Error{mapper.error().code, head.name, mapper.error().detail};
    std::map<std::string, DateEvidence> evidence;
    mapper->collectDates(headRows(*seen, out), evidence);
    for (const auto& [column, found] : evidence)
        if (found.numericDates > 0)
            out.dateOrders[column] = decideDateOrder(found, statedOrder(out, options, column));
    Mapper::Values values;
    mapper->collectValues(headRows(*seen, out), values);
    for (const auto& [column, found] : values)
        if (found.size() > 1)
            out.several.insert(column);
    return out;
}

} // namespace antecedent::importers
