// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/profile/profile_writer.h"

#include "model/base/text.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace antecedent::importers {

namespace {

namespace fs = std::filesystem;

fs::path pathOf(const std::string& utf8)
{
    return {std::u8string(utf8.begin(), utf8.end())};
}

std::string utf8Of(const fs::path& path)
{
    const std::u8string text = path.generic_u8string();
    return {text.begin(), text.end()};
}

std::string transformText(const Transform& transform)
{
    using Kind = Transform::Kind;
    switch (transform.kind) {
    case Kind::Lower:
        return "lower";
    case Kind::Upper:
        return "upper";
    case Kind::Number:
        return "number";
    case Kind::StripZeros:
        return "strip-zeros";
    case Kind::Map:
        return "map:" + transform.argument;
    case Kind::Lookup:
        return "lookup:" + transform.argument + (transform.argument2.empty() ? "" : ":" + transform.argument2);
    case Kind::Point:
        return "point";
    case Kind::Default:
        return "default:" + transform.argument;
    case Kind::Replace:
        return "replace:" + transform.argument + ":" + transform.argument2;
    case Kind::Before:
        return "before:" + transform.argument;
    case Kind::After:
        return "after:" + transform.argument;
    case Kind::Duration:
        return "duration";
    case Kind::Minus:
        return "minus:" + transform.argument;
    case Kind::ToleranceLow:
    case Kind::ToleranceHigh: {
        const std::string name = transform.kind == Kind::ToleranceLow ? "tolerance-low" : "tolerance-high";
        if (transform.argument.empty())
            return name;
        return name + ":" + transform.argument + (transform.argument2.empty() ? "" : ":" + transform.argument2);
    }
    case Kind::Several:
        return "several:" + transform.argument;
    }
    return {};
}

std::string partText(const TemplatePart& part)
{
    std::string out;
    if (part.kind == TemplatePart::Kind::Text) {
        for (const char c : part.text) {
            out += c;
            if (c == '{' || c == '}')
                out += c;
        }
        return out;
    }
    out = "{";
    const bool isOdd = part.kind == TemplatePart::Kind::Column
        && (part.text.find('|') != std::string::npos || part.text.starts_with('=') || part.text.starts_with('@')
            || trimmed(part.text).size() != part.text.size());
    if (part.kind == TemplatePart::Kind::Canonical)
        out += '=';
    if (part.kind == TemplatePart::Kind::EachName)
        out += "@name";
    else if (part.kind == TemplatePart::Kind::EachValue)
        out += "@value";
    else
        out += isOdd ? '"' + part.text + '"' : part.text;
    for (const Transform& transform : part.transforms)
        out += '|' + transformText(transform);
    return out + '}';
}

std::string listText(const std::vector<std::string>& items)
{
    std::string out;
    for (const std::string& item : items) {
        out += &item == items.data() ? "" : ", "; // the first one may be empty
        out += item.find(',') == std::string::npos ? item : '"' + item + '"';
    }
    return out;
}

void line(std::string& out, std::string_view key, std::string_view value)
{
    out += key;
    out += " = ";
    for (const char c : value)
        out += c == '\n' ? ' ' : c; // a title may have several lines
    out += '\n';
}

// A text of a map: in quotes where the line would mean something else without them.
std::string keyText(const std::string& from)
{
    const bool isOdd = from.empty() || from == "*" || from.find('=') != std::string::npos
        || std::string_view("#[\"").find(from.front()) != std::string_view::npos || trimmed(from).size() != from.size();
    if (!isOdd)
        return from;
    std::string out = "\"";
    for (const char c : from)
        out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}

void writeHead(std::string& out, const Profile& profile)
{
    out += "[profile]\n";
    line(out, "name", profile.name);
    if (!profile.title.empty())
        line(out, "title", profile.title);
    if (!profile.format.empty())
        line(out, "format", profile.format);
    if (!profile.recognise.empty())
        line(out, "columns", listText(profile.recognise));
    if (!profile.ignore.empty())
        line(out, "ignore", listText(profile.ignore));
    if (!profile.optional.empty())
        line(out, "optional", listText(profile.optional));
    if (profile.reference)
        line(out, "reference", "yes");
}

void writeSource(std::string& out, const Profile& profile)
{
    const DialectHints& hints = profile.hints;
    std::string lines;
    if (profile.encoding)
        line(lines, "encoding", encodingName(*profile.encoding));
    if (hints.delimiter)
        line(lines, "delimiter", *hints.delimiter == '\t' ? "tab" : std::string(1, *hints.delimiter));
    if (hints.quote)
        line(lines, "quote", *hints.quote == '\0' ? "none" : std::string(1, *hints.quote));
    if (hints.decimalMark)
        line(lines, "decimal", *hints.decimalMark == ',' ? "comma" : "point");
    if (hints.header)
        line(lines, "header", *hints.header ? "yes" : "no");
    if (hints.titleRows)
        line(lines, "title-rows", std::to_string(*hints.titleRows));
    if (profile.skipRows > 0)
        line(lines, "skip-rows", std::to_string(profile.skipRows));
    if (!lines.empty())
        out += "\n[source]\n" + lines;
}

void writeTimes(std::string& out, const Profile& profile)
{
    const ZoneRules& zones = profile.zones;
    std::string lines;
    if (!zones.source.empty())
        line(lines, "source", zones.source);
    for (const auto& [column, zone] : zones.byColumn)
        line(lines, "column " + column, zone);
    if (!zones.valueColumn.empty())
        line(lines, "by", zones.valueColumn);
    for (const auto& [value, zone] : zones.byValue)
        line(lines, "value " + value, zone);
    if (!lines.empty())
        out += "\n[zones]\n" + lines;
    lines.clear();
    for (const auto& [column, times] : profile.times) {
        if (times.form == TimeForm::EpochSeconds)
            line(lines, column, "epoch-seconds");
        else if (times.form == TimeForm::EpochMilliseconds)
            line(lines, column, "epoch-milliseconds");
        else if (times.order)
            line(lines, column, dateOrderName(*times.order));
    }
    if (!lines.empty())
        out += "\n[times]\n" + lines;
}

std::string conditionText(const Condition& condition)
{
    const std::string value = templateText(condition.value);
    if (condition.values.size() != 1)
        return value + " in " + listText(condition.values);
    return value + (condition.negative ? " != " : " = ") + condition.values.front();
}

void writeTable(std::string& out, const TableMapping& table)
{
    const TableSpec& spec = tableSpec(table.table);
    out += "\n[table " + std::string(spec.name) + "]\n";
    if (!table.each.empty())
        line(out, "each", listText(table.each));
    for (const Condition& condition : table.when)
        line(out, "when", conditionText(condition));
    for (const ColumnMapping& column : table.columns)
        line(out, spec.columns[column.column].name, templateText(column.value));
    const bool usual = table.each.empty() && table.table != TableId::Samples;
    if (table.attributes != usual)
        line(out, "attributes", table.attributes ? "yes" : "no");
    if (table.completes)
        line(out, "completes", "yes");
    if (table.guarded)
        line(out, "guarded", "yes");
    if (table.overnight)
        line(out, "overnight", "yes");
}

bool namesMap(const Profile& profile, const std::string& name)
{
    const auto isIn = [&](const TemplatePart& part) {
        return std::any_of(part.transforms.begin(), part.transforms.end(),
            [&](const Transform& transform) { return isByMap(transform) && transform.argument == name; });
    };
    const auto isInValue = [&](const ValueTemplate& value) {
        return std::any_of(value.parts.begin(), value.parts.end(), isIn)
            || std::any_of(value.durations.begin(), value.durations.end(),
                [&](const DurationTerm& term) { return isIn(term.part); });
    };
    return std::any_of(profile.tables.begin(), profile.tables.end(), [&](const TableMapping& table) {
        return std::any_of(
                   table.when.begin(), table.when.end(), [&](const Condition& when) { return isInValue(when.value); })
            || std::any_of(table.columns.begin(), table.columns.end(),
                [&](const ColumnMapping& mapping) { return isInValue(mapping.value); });
    });
}

} // namespace

std::string templateText(const ValueTemplate& value)
{
    std::string out;
    for (const TemplatePart& part : value.parts)
        out += partText(part);
    for (const DurationTerm& term : value.durations)
        out += (term.negative ? " - " : " + ") + partText(term.part);
    return out;
}

Result<std::string> writeProfile(const Profile& profile)
{
    std::string out;
    writeHead(out, profile);
    writeSource(out, profile);
    writeTimes(out, profile);
    for (const auto& [name, map] : profile.maps) {
        out += "\n[map " + name + "]\n";
        for (const auto& [from, to] : map.values) {
            if (from.find_first_of("\r\n") != std::string::npos)
                return Error{ErrorCode::InvalidProfile, profile.name, "a map can't hold '" + from + "'"};
            line(out, keyText(from), to);
        }
        if (map.otherwise)
            line(out, "*", *map.otherwise);
    }
    for (const TableMapping& table : profile.tables)
        writeTable(out, table);
    const Result<Profile> read = parseProfile(out, profile.name);
    if (!read)
        return read.error();
    return out;
}

Result<Profile> finishedProfile(const Profile& profile)
{
    Profile out = profile;
    std::erase_if(out.maps, [&](const auto& map) { return !namesMap(profile, map.first); });
    const Result<std::string> text = writeProfile(out);
    if (!text)
        return text.error();
    return parseProfile(*text, profile.name);
}

std::string freeMapName(const Profile& profile, const std::string& wanted)
{
    std::string out = wanted;
    for (int next = 2; profile.maps.contains(out); ++next)
        out = wanted + '-' + std::to_string(next);
    return out;
}

std::string profileNameFrom(std::string_view text)
{
    std::string out;
    for (const char c : toLowerAscii(text)) {
        const bool isKept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (isKept)
            out += c;
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    constexpr std::size_t kLongest = 60;
    out.resize(std::min(out.size(), kLongest));
    while (out.ends_with('-'))
        out.pop_back();
    return out.empty() ? "list" : out;
}

ProfileFolder readProfileFolder(const std::string& folder)
{
    ProfileFolder out;
    std::error_code code;
    std::vector<fs::path> files;
    for (fs::directory_iterator entry(pathOf(folder), code), end; !code && entry != end; entry.increment(code))
        if (entry->path().extension() == ".profile")
            files.push_back(entry->path());
    std::sort(files.begin(), files.end());
    for (const fs::path& path : files) {
        const std::ifstream file(path, std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        if (!file) {
            out.problems.push_back({ErrorCode::FileUnreadable, utf8Of(path), {}});
            continue;
        }
        Result<std::vector<Profile>> profiles = parseProfiles(text.str(), utf8Of(path.filename()));
        if (!profiles) {
            out.problems.push_back(profiles.error());
            continue;
        }
        for (Profile& profile : *profiles)
            out.profiles.push_back(std::move(profile));
    }
    return out;
}

Result<std::string> saveProfile(const std::string& folder, const Profile& profile)
{
    const Result<std::string> text = writeProfile(profile);
    if (!text)
        return text.error();
    std::error_code code;
    fs::create_directories(pathOf(folder), code);
    const fs::path path = pathOf(folder) / pathOf(profile.name + ".profile");
    const fs::path fresh = pathOf(folder) / pathOf(profile.name + ".profile.new");
    {
        std::ofstream file(fresh, std::ios::binary | std::ios::trunc);
        file << *text;
        file.flush();
        if (!file)
            return Error{ErrorCode::FileUnwritable, utf8Of(path), "the profile can't be written"};
    }
    fs::rename(fresh, path, code); // readers see the old file or the new one
    if (code)
        return Error{ErrorCode::FileUnwritable, utf8Of(path), code.message()};
    return utf8Of(path);
}

} // namespace antecedent::importers
