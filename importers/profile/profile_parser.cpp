// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/profile/profile.h"

#include "importers/text/encoding.h"
#include "model/base/text.h"
#include "model/base/zone.h"

#include <algorithm>
#include <charconv>

namespace antecedent::importers {

namespace {

constexpr std::size_t kMaxDetail = 300; // bytes: a line of any length makes a message of a line

// Items between commas; one that holds a comma stands in quotes.
std::vector<std::string> listOf(std::string_view text)
{
    std::vector<std::string> out;
    std::string item;
    bool isQuoted = false;
    for (const char c : text) {
        if (c == '"' && (isQuoted || trimmed(item).empty())) {
            isQuoted = !isQuoted;
        } else if (c == ',' && !isQuoted) {
            out.emplace_back(trimmed(item));
            item.clear();
        } else {
            item += c;
        }
    }
    out.emplace_back(trimmed(item));
    return out;
}

class Parser
{
public:
    Parser(std::string_view text, std::string_view fileName, std::size_t linesBefore)
        : m_text(text)
        , m_file(fileName)
        , m_line(linesBefore)
    {
    }

    Result<Profile> parse();

private:
    Result<void> line(std::string_view text);
    Result<void> section(std::string_view name);
    Result<void> entry(const std::string& key, std::string_view value);
    Result<void> profileEntry(const std::string& key, std::string_view value);
    Result<void> sourceEntry(const std::string& key, std::string_view value);
    Result<void> zoneEntry(const std::string& key, std::string_view value);
    Result<void> timeEntry(const std::string& key, std::string_view value);
    Result<void> tableEntry(const std::string& key, std::string_view value);
    Result<void> condition(std::string_view value);
    Result<void> checkWhole();
    Result<void> checkPart(const TemplatePart& part, const TableMapping& table);
    Error bad(const std::string& detail) const
    {
        return Error{ErrorCode::InvalidProfile, m_file + ":" + std::to_string(m_line), shownText(detail, kMaxDetail)};
    }

    std::string_view m_text;
    std::string m_file;
    std::size_t m_line;
    std::string m_section;
    std::string m_mapName;
    bool m_nameSeen = false;
    Profile m_profile;
};

Result<void> Parser::section(std::string_view name)
{
    const std::size_t blank = name.find(' ');
    const std::string_view kind = name.substr(0, blank);
    const std::string_view rest = blank == std::string_view::npos ? std::string_view() : trimmed(name.substr(blank));
    m_section = std::string(kind);
    if (kind == "table") {
        const TableSpec* table = findTable(rest);
        if (table == nullptr)
            return bad("no canonical table '" + std::string(rest) + "'");
        TableMapping mapping;
        mapping.table = table->id;
        mapping.attributes = table->id != TableId::Samples;
        m_profile.tables.push_back(std::move(mapping));
        return {};
    }
    if (kind == "map") {
        if (rest.empty())
            return bad("a map needs a name: [map NAME]");
        m_mapName = std::string(rest);
        m_profile.maps[m_mapName];
        return {};
    }
    for (const std::string_view known : {"profile", "source", "zones", "times"})
        if (name == known)
            return {};
    return bad("unknown section [" + std::string(name) + "]");
}

Result<void> Parser::profileEntry(const std::string& key, std::string_view value)
{
    if (key == "name") {
        const bool fine = !value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        });
        if (!fine)
            return bad("a profile's name has lower-case letters, digits and hyphens only");
        m_profile.name = std::string(value);
        m_nameSeen = true;
    } else if (key == "title") {
        m_profile.title = std::string(value);
    } else if (key == "format") {
        const bool fine = !value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        });
        if (!fine)
            return bad("format is the id of a format that is no delimited text, such as xes");
        m_profile.format = std::string(value);
    } else if (key == "columns") {
        m_profile.recognise = listOf(value);
    } else if (key == "ignore") {
        m_profile.ignore = listOf(value);
    } else if (key == "optional") {
        m_profile.optional = listOf(value);
    } else if (key == "reference") {
        if (value != "yes" && value != "no")
            return bad("reference is yes or no");
        m_profile.reference = value == "yes";
    } else {
        return bad("unknown key '" + key + "' in [profile]");
    }
    return {};
}

Result<void> Parser::sourceEntry(const std::string& key, std::string_view value)
{
    if (key == "encoding") {
        m_profile.encoding = encodingFromName(value);
        if (!m_profile.encoding)
            return bad("encoding is utf-8, utf-16le, utf-16be, windows-1252 or iso-8859-2");
    } else if (key == "delimiter") {
        if (value == "tab")
            m_profile.hints.delimiter = '\t';
        else if (value.size() == 1)
            m_profile.hints.delimiter = value.front();
        else
            return bad("delimiter is one character, or tab");
    } else if (key == "quote") {
        if (value != "none" && value.size() != 1)
            return bad("quote is one character, or none");
        m_profile.hints.quote = value == "none" ? '\0' : value.front();
    } else if (key == "decimal") {
        if (value != "comma" && value != "point")
            return bad("decimal is comma or point");
        m_profile.hints.decimalMark = value == "comma" ? ',' : '.';
    } else if (key == "header") {
        if (value != "yes" && value != "no")
            return bad("header is yes or no");
        m_profile.hints.header = value == "yes";
    } else if (key == "title-rows" || key == "skip-rows") {
        std::uint32_t rows = 0;
        const auto [end, status] = std::from_chars(value.data(), value.data() + value.size(), rows);
        if (status != std::errc() || end != value.data() + value.size() || rows > 1000)
            return bad("'" + key + "' is a number of rows");
        if (key == "title-rows")
            m_profile.hints.titleRows = rows;
        else
            m_profile.skipRows = rows;
    } else {
        return bad("unknown key '" + key + "' in [source]");
    }
    return {};
}

Result<void> Parser::zoneEntry(const std::string& key, std::string_view value)
{
    if (key == "by") {
        m_profile.zones.valueColumn = std::string(value);
        return {};
    }
    if (!findZone(value))
        return bad("no time zone '" + std::string(value) + "'");
    if (key == "source")
        m_profile.zones.source = std::string(value);
    else if (key.starts_with("column "))
        m_profile.zones.byColumn[std::string(trimmed(key.substr(7)))] = std::string(value);
    else if (key.starts_with("value "))
        m_profile.zones.byValue[std::string(trimmed(key.substr(6)))] = std::string(value);
    else
        return bad("a zone is given for 'source', 'column NAME' or 'value TEXT' (with 'by = COLUMN')");
    return {};
}

Result<void> Parser::timeEntry(const std::string& key, std::string_view value)
{
    ColumnTimes times;
    if (value == "epoch-seconds")
        times.form = TimeForm::EpochSeconds;
    else if (value == "epoch-milliseconds")
        times.form = TimeForm::EpochMilliseconds;
    else if (const auto order = dateOrderFromName(value))
        times.order = order;
    else
        return bad("a column's times are dmy, mdy, ymd, epoch-seconds or epoch-milliseconds");
    m_profile.times[key] = times;
    return {};
}

Result<void> Parser::condition(std::string_view value)
{
    const std::size_t close = value.find('}');
    if (!value.starts_with('{') || close == std::string_view::npos)
        return bad("a condition is written {column} = text, {column} != text or {column} in a, b");
    Condition out;
    const Result<ValueTemplate> tested = parseTemplate(value.substr(0, close + 1), ColumnType::Text);
    if (!tested)
        return bad(tested.error().detail);
    out.value = *tested;
    std::string_view rest = trimmed(value.substr(close + 1));
    if (rest.starts_with("!=")) {
        out.negative = true;
        out.values.emplace_back(trimmed(rest.substr(2)));
    } else if (rest.starts_with("=")) {
        out.values.emplace_back(trimmed(rest.substr(1)));
    } else if (rest.starts_with("in ")) {
        out.values = listOf(rest.substr(3));
    } else {
        return bad("a condition is written {column} = text, {column} != text or {column} in a, b");
    }
    m_profile.tables.back().when.push_back(std::move(out));
    return {};
}

Result<void> Parser::tableEntry(const std::string& key, std::string_view value)
{
    TableMapping& table = m_profile.tables.back();
    if (key == "when")
        return condition(value);
    if (key == "each") {
        table.each = listOf(value);
        table.attributes = false;
        return {};
    }
    if (key == "attributes" || key == "completes" || key == "guarded" || key == "overnight") {
        if (value != "yes" && value != "no")
            return bad(key + " is yes or no");
        (key == "attributes"         ? table.attributes
                : key == "completes" ? table.completes
                : key == "guarded"   ? table.guarded
                                     : table.overnight) = value == "yes";
        return {};
    }
    const TableSpec& spec = tableSpec(table.table);
    const auto column = spec.find(key);
    if (!column)
        return bad("table " + std::string(spec.name) + " has no column '" + key + "'");
    for (const ColumnMapping& mapping : table.columns)
        if (mapping.column == *column)
            return bad("'" + key + "' is mapped twice");
    const Result<ValueTemplate> mapped = parseTemplate(value, spec.columns[*column].type);
    if (!mapped)
        return bad(mapped.error().detail);
    for (const TemplatePart& part : mapped->parts)
        if (const Result<void> fine = checkPart(part, table); !fine)
            return fine.error();
    table.columns.push_back({*column, *mapped});
    return {};
}

Result<void> Parser::checkPart(const TemplatePart& part, const TableMapping& table)
{
    const TableSpec& spec = tableSpec(table.table);
    if (part.kind == TemplatePart::Kind::Canonical && !spec.find(part.text))
        return bad("table " + std::string(spec.name) + " has no column '" + part.text + "'");
    const bool ofEach = part.kind == TemplatePart::Kind::EachName || part.kind == TemplatePart::Kind::EachValue;
    if (ofEach && table.each.empty())
        return bad("{" + part.text + "} needs an 'each' line above it");
    return {};
}

Result<void> Parser::entry(const std::string& key, std::string_view value)
{
    if (m_section == "profile")
        return profileEntry(key, value);
    if (m_section == "source")
        return sourceEntry(key, value);
    if (m_section == "zones")
        return zoneEntry(key, value);
    if (m_section == "times")
        return timeEntry(key, value);
    if (m_section == "table")
        return tableEntry(key, value);
    if (m_section == "map") {
        ValueMap& map = m_profile.maps[m_mapName];
        if (key == "*")
            map.otherwise = std::string(value);
        else
            map.values[key] = std::string(value);
        return {};
    }
    return bad("a line before the first section");
}

// A text of a map that a line could not begin with, or that has an equals sign, stands in quotes, its own ones doubled.
// The length of what stands before the equals sign; 0: it is not quoted.
std::size_t quotedKey(std::string_view line, std::string& key)
{
    if (!line.starts_with('"'))
        return 0;
    std::string text;
    std::size_t at = 1;
    for (; at < line.size(); ++at) {
        if (line[at] == '"' && line.substr(at + 1, 1) != "\"")
            break;
        at += line[at] == '"' ? 1U : 0U;
        text += line[at];
    }
    const std::size_t equal = line.find_first_not_of(" \t", at + 1);
    if (at >= line.size() || equal == std::string_view::npos || line[equal] != '=')
        return 0;
    key = std::move(text);
    return equal;
}

Result<void> Parser::line(std::string_view text)
{
    const std::string_view content = trimmed(text);
    if (content.empty() || content.front() == '#')
        return {};
    if (!isValidUtf8(content))
        return bad("not UTF-8");
    std::string quoted;
    if (const std::size_t equal = m_section == "map" ? quotedKey(content, quoted) : 0; equal > 0) {
        m_profile.maps[m_mapName].values[quoted] = std::string(trimmed(content.substr(equal + 1)));
        return {};
    }
    if (content.front() == '[') {
        if (content.back() != ']')
            return bad("a section is written [name]");
        return section(trimmed(content.substr(1, content.size() - 2)));
    }
    const std::size_t equal = content.find('=');
    if (equal == std::string_view::npos || equal == 0)
        return bad("a line is written key = value");
    return entry(std::string(trimmed(content.substr(0, equal))), trimmed(content.substr(equal + 1)));
}

Result<void> Parser::checkWhole()
{
    if (!m_nameSeen)
        return bad("the profile has no name");
    if (m_profile.reference)
        return m_profile.recognise.empty() ? Result<void>(bad("a reference list needs 'columns'")) : Result<void>();
    if (m_profile.tables.empty())
        return bad("the profile maps no table");
    for (const TableMapping& table : m_profile.tables) {
        const TableSpec& spec = tableSpec(table.table);
        bool anyOf = false;
        bool hasAnyOf = false;
        for (std::size_t c = 0; c < spec.columns.size(); ++c) {
            const bool mapped = std::any_of(table.columns.begin(), table.columns.end(),
                [&](const ColumnMapping& mapping) { return mapping.column == c; });
            if (spec.columns[c].role == ColumnRole::Required && !mapped && (!table.completes || spec.columns[c].key))
                return bad("table " + std::string(spec.name) + " needs '" + std::string(spec.columns[c].name) + "'");
            anyOf = anyOf || (spec.columns[c].role == ColumnRole::AnyOf && mapped);
            hasAnyOf = hasAnyOf || spec.columns[c].role == ColumnRole::AnyOf;
        }
        if (table.completes && !spec.hasKey())
            return bad("table " + std::string(spec.name) + " has no key by which another source could complete it");
        if (hasAnyOf && !anyOf && !table.completes)
            return bad("table " + std::string(spec.name) + " needs 'occurred' or 'detected'");
        for (const ColumnMapping& mapping : table.columns)
            for (const TemplatePart& part : mapping.value.parts)
                for (const Transform& transform : part.transforms)
                    if (isByMap(transform) && !m_profile.maps.contains(transform.argument))
                        return bad("there is no [map " + transform.argument + "]");
    }
    return {};
}

Result<Profile> Parser::parse()
{
    if (m_text.starts_with("\xEF\xBB\xBF"))
        m_text.remove_prefix(3);
    m_profile.text = std::string(m_text);
    for (const std::string_view text : split(m_text, '\n')) {
        ++m_line;
        if (const Result<void> done = line(text); !done)
            return done.error();
    }
    if (const Result<void> whole = checkWhole(); !whole)
        return whole.error();
    return std::move(m_profile);
}

} // namespace

Result<Profile> parseProfile(std::string_view text, std::string_view fileName)
{
    return Parser(text, fileName, 0).parse();
}

Result<std::vector<Profile>> parseProfiles(std::string_view text, std::string_view fileName)
{
    std::vector<Profile> out;
    std::size_t begin = 0;
    std::size_t firstLine = 0; // lines before `begin`
    std::size_t line = 0;
    std::size_t at = 0;
    bool seen = false; // the [profile] section of the profile at hand
    const auto take = [&](std::size_t end) -> Result<void> {
        Result<Profile> profile = Parser(text.substr(begin, end - begin), fileName, firstLine).parse();
        if (!profile)
            return profile.error();
        for (const Profile& other : out)
            if (other.name == profile->name)
                return Error{ErrorCode::InvalidProfile, std::string(fileName) + ":" + std::to_string(firstLine + 1),
                    "there are two profiles '" + other.name + "'"};
        out.push_back(std::move(*profile));
        return {};
    };
    for (const std::string_view content : split(text, '\n')) {
        if (trimmed(content) == "[profile]") {
            if (seen) {
                if (const Result<void> done = take(at); !done)
                    return done.error();
                begin = at;
                firstLine = line;
            }
            seen = true;
        }
        at += content.size() + 1;
        ++line;
    }
    if (const Result<void> done = take(text.size()); !done)
        return done.error();
    return out;
}

} // namespace antecedent::importers
