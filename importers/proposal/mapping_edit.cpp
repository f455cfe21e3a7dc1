// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/proposal/mapping_edit.h"

#include "importers/profile/column_reference.h"
#include "importers/profile/profile_writer.h"

#include <algorithm>
#include <map>

namespace antecedent::importers {

namespace {

using Kind = TemplatePart::Kind;

bool isEachValue(const ColumnMapping& mapping)
{
    return std::any_of(mapping.value.parts.begin(), mapping.value.parts.end(),
        [](const TemplatePart& part) { return part.kind == Kind::EachValue; });
}

// The source columns of a value, in its order.
std::vector<std::size_t> sourcesOf(const ValueTemplate& value, const std::vector<std::string>& columns)
{
    std::vector<std::size_t> out;
    const auto add = [&](const TemplatePart& part) {
        if (part.kind == Kind::Column)
            if (const auto column = findColumn(columns, part.text))
                out.push_back(*column);
    };
    for (const TemplatePart& part : value.parts)
        add(part);
    for (const DurationTerm& term : value.durations)
        add(term.part);
    return out;
}

ColumnMapping* find(Profile& profile, const MapTarget& target)
{
    for (ColumnMapping& mapping : profile.tables[target.table].columns)
        if (mapping.column == target.column)
            return &mapping;
    return nullptr;
}

void drop(Profile& profile, const MapTarget& target)
{
    std::erase_if(profile.tables[target.table].columns,
        [&](const ColumnMapping& mapping) { return mapping.column == target.column; });
}

void put(Profile& profile, const MapTarget& target, ValueTemplate value)
{
    std::vector<ColumnMapping>& columns = profile.tables[target.table].columns;
    drop(profile, target);
    columns.push_back({target.column, std::move(value)});
    std::sort(columns.begin(), columns.end(),
        [](const ColumnMapping& a, const ColumnMapping& b) { return a.column < b.column; });
}

// A list that names every column that "*" stands for.
void nameEach(Profile& profile, std::size_t table, const std::vector<std::string>& columns)
{
    std::vector<std::string>& each = profile.tables[table].each;
    const auto star = std::find(each.begin(), each.end(), "*");
    if (star == each.end())
        return;
    each.erase(star);
    const std::vector<ColumnUse> uses = columnUses(profile, columns);
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (uses[i].targets.empty() && !uses[i].isIgnored)
            each.push_back(columnReference(columns, i));
}

// Takes a source column out of everything that begins with it.
void release(Profile& profile, const std::vector<std::string>& columns, std::size_t source)
{
    for (std::size_t t = 0; t < profile.tables.size(); ++t) {
        nameEach(profile, t, columns);
        TableMapping& table = profile.tables[t];
        std::erase_if(table.each, [&](const std::string& name) { return findColumn(columns, name) == source; });
        std::erase_if(table.columns, [&](const ColumnMapping& mapping) {
            const std::vector<std::size_t> from = sourcesOf(mapping.value, columns);
            return !from.empty() && from.front() == source;
        });
    }
    std::erase_if(profile.ignore, [&](const std::string& name) { return findColumn(columns, name) == source; });
}

Transform* mapTransform(Profile& profile, const MapTarget& target)
{
    ColumnMapping* mapping = find(profile, target);
    if (mapping == nullptr)
        return nullptr;
    for (TemplatePart& part : mapping->value.parts)
        for (Transform& transform : part.transforms)
            if (isByMap(transform))
                return &transform;
    return nullptr;
}

} // namespace

std::vector<ColumnUse> columnUses(const Profile& profile, const std::vector<std::string>& columns)
{
    std::vector<ColumnUse> out(columns.size());
    std::vector<std::vector<MapTarget>> later(columns.size());
    for (std::size_t t = 0; t < profile.tables.size(); ++t) {
        const TableMapping& table = profile.tables[t];
        for (const ColumnMapping& mapping : table.columns) {
            const MapTarget target{t, mapping.column};
            const std::vector<std::size_t> from = sourcesOf(mapping.value, columns);
            for (std::size_t i = 0; i < from.size(); ++i)
                (i == 0 ? out[from[i]].targets : later[from[i]]).push_back(target);
            if (!isEachValue(mapping))
                continue;
            for (const std::string& name : table.each)
                if (const auto column = findColumn(columns, name))
                    out[*column].targets.push_back(target);
        }
    }
    for (const std::string& name : profile.ignore)
        if (const auto column = findColumn(columns, name))
            out[*column].isIgnored = true;
    for (std::size_t t = 0; t < profile.tables.size(); ++t) {
        const TableMapping& table = profile.tables[t];
        if (std::find(table.each.begin(), table.each.end(), "*") == table.each.end())
            continue;
        for (const ColumnMapping& mapping : table.columns)
            for (std::size_t i = 0; isEachValue(mapping) && i < out.size(); ++i)
                if (out[i].targets.empty() && later[i].empty() && !out[i].isIgnored)
                    out[i].targets.push_back({t, mapping.column});
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].first = out[i].targets.size();
        out[i].targets.insert(out[i].targets.end(), later[i].begin(), later[i].end());
    }
    return out;
}

std::vector<MadeValue> madeValues(const Profile& profile)
{
    std::vector<MadeValue> out;
    for (std::size_t t = 0; t < profile.tables.size(); ++t)
        for (const ColumnMapping& mapping : profile.tables[t].columns) {
            const bool fromColumn = !mapping.value.parts.empty() && mapping.value.parts.front().kind == Kind::Column
                && mapping.value.parts.size() == 1 && mapping.value.durations.empty();
            if (!fromColumn && !isEachValue(mapping))
                out.push_back({{t, mapping.column}, templateText(mapping.value)});
        }
    return out;
}

std::vector<MapTarget> missingValues(const Profile& profile)
{
    std::vector<MapTarget> out;
    for (std::size_t t = 0; t < profile.tables.size(); ++t) {
        const TableSpec& spec = tableSpec(profile.tables[t].table);
        std::optional<std::size_t> anyOf;
        bool hasAnyOf = false;
        for (std::size_t c = 0; c < spec.columns.size(); ++c) {
            const auto& columns = profile.tables[t].columns;
            const bool there = std::any_of(
                columns.begin(), columns.end(), [&](const ColumnMapping& mapping) { return mapping.column == c; });
            if (spec.columns[c].role == ColumnRole::Required && !there)
                out.push_back({t, c});
            if (spec.columns[c].role != ColumnRole::AnyOf)
                continue;
            anyOf = anyOf.value_or(c);
            hasAnyOf = hasAnyOf || there;
        }
        if (anyOf && !hasAnyOf)
            out.push_back({t, *anyOf});
    }
    return out;
}

std::string valueText(const Profile& profile, const MapTarget& target)
{
    if (target.table >= profile.tables.size())
        return {};
    for (const ColumnMapping& mapping : profile.tables[target.table].columns)
        if (mapping.column == target.column)
            return templateText(mapping.value);
    return {};
}

void setTarget(Profile& profile, const std::vector<std::string>& columns, std::size_t source,
    const std::optional<MapTarget>& target)
{
    release(profile, columns, source);
    if (!target || target->table >= profile.tables.size())
        return;
    ColumnMapping* mapping = find(profile, *target);
    if (mapping != nullptr && isEachValue(*mapping)) {
        profile.tables[target->table].each.push_back(columnReference(columns, source));
        return;
    }
    TemplatePart part;
    part.kind = Kind::Column;
    part.text = columnReference(columns, source);
    put(profile, *target, ValueTemplate{{part}, {}});
}

void setIgnored(Profile& profile, const std::vector<std::string>& columns, std::size_t source, bool isIgnored)
{
    release(profile, columns, source);
    if (isIgnored)
        profile.ignore.push_back(columnReference(columns, source));
}

Result<void> setValue(Profile& profile, const MapTarget& target, std::string_view value)
{
    if (value.empty()) {
        drop(profile, target);
        return {};
    }
    const TableSpec& spec = tableSpec(profile.tables[target.table].table);
    Result<ValueTemplate> parsed = parseTemplate(value, spec.columns[target.column].type);
    if (!parsed)
        return parsed.error();
    put(profile, target, std::move(*parsed));
    return {};
}

void addTable(Profile& profile, TableId table)
{
    TableMapping mapping;
    mapping.table = table;
    mapping.attributes = table != TableId::Samples;
    profile.tables.push_back(std::move(mapping));
}

void removeTable(Profile& profile, std::size_t table)
{
    if (table < profile.tables.size())
        profile.tables.erase(profile.tables.begin() + static_cast<std::ptrdiff_t>(table));
}

ValueMap valueMapOf(const Profile& profile, const MapTarget& target)
{
    Profile copy = profile;
    const Transform* transform = mapTransform(copy, target);
    const auto found = transform == nullptr ? profile.maps.end() : profile.maps.find(transform->argument);
    return found == profile.maps.end() ? ValueMap{} : found->second;
}

void setValueMap(Profile& profile, const MapTarget& target, const ValueMap& map)
{
    ColumnMapping* mapping = find(profile, target);
    if (mapping == nullptr)
        return;
    Transform* transform = mapTransform(profile, target);
    if (map.values.empty() && !map.otherwise) {
        for (TemplatePart& part : mapping->value.parts)
            std::erase_if(part.transforms,
                [](const Transform& t) { return isByMap(t) || t.kind == Transform::Kind::Point; }); // which is of maps
        return;
    }
    const TableSpec& spec = tableSpec(profile.tables[target.table].table);
    std::string name = transform != nullptr
        ? transform->argument
        : std::string(spec.name) + '-' + std::string(spec.columns[target.column].name);
    if (transform == nullptr) {
        const auto part = std::find_if(mapping->value.parts.begin(), mapping->value.parts.end(),
            [](const TemplatePart& p) { return p.kind != Kind::Text; });
        if (part == mapping->value.parts.end())
            return;
        name = freeMapName(profile, name);
        part->transforms.push_back({Transform::Kind::Map, name, {}});
    }
    profile.maps[name] = map;
}

void setLookedUp(Profile& profile, const std::vector<std::string>& columns, std::size_t source, const MapTarget& target,
    LookedUp found)
{
    const std::string name = freeMapName(profile, found.name);
    TemplatePart part;
    part.kind = Kind::Column;
    part.text = columnReference(columns, source);
    part.transforms.push_back({Transform::Kind::Lookup, name, found.isNumberKey ? "number" : ""});
    if (found.isNumberValue)
        part.transforms.push_back({Transform::Kind::Point, {}, {}});
    std::erase_if(profile.ignore, [&](const std::string& ignored) { return findColumn(columns, ignored) == source; });
    put(profile, target, ValueTemplate{{part}, {}});
    profile.maps[name] = std::move(found.map);
}

namespace {

// The column whose cell alone is tested; nullptr: something else is.
const std::string* testedColumn(const Condition& condition)
{
    const std::vector<TemplatePart>& parts = condition.value.parts;
    const bool isPlain = parts.size() == 1 && parts.front().kind == Kind::Column && parts.front().transforms.empty();
    return isPlain ? &parts.front().text : nullptr;
}

} // namespace

std::vector<RowChoice> rowChoicesOf(const Profile& profile, std::size_t table)
{
    std::vector<RowChoice> out;
    for (const Condition& condition : profile.tables[table].when) {
        const std::string* column = testedColumn(condition);
        if (column == nullptr)
            continue;
        const auto same = std::find_if(out.begin(), out.end(), [&](const RowChoice& choice) {
            return choice.isExcluding && condition.negative && choice.column == *column;
        });
        if (same == out.end())
            out.push_back({*column, condition.negative, condition.values});
        else
            same->values.insert(same->values.end(), condition.values.begin(), condition.values.end());
    }
    return out;
}

void setRowChoices(Profile& profile, std::size_t table, const std::vector<RowChoice>& choices)
{
    std::vector<Condition>& when = profile.tables[table].when;
    std::erase_if(when, [](const Condition& condition) { return testedColumn(condition) != nullptr; });
    for (const RowChoice& choice : choices) {
        if (choice.column.empty() || choice.values.empty())
            continue;
        TemplatePart cell;
        cell.kind = Kind::Column;
        cell.text = choice.column;
        if (!choice.isExcluding)
            when.push_back({{{cell}, {}}, false, choice.values});
        for (const std::string& value :
            choice.isExcluding ? choice.values : std::vector<std::string>()) // one each, as a profile says it
            when.push_back({{{cell}, {}}, true, {value}});
    }
}

std::vector<ValueCount> valuesOf(const SourceHead& head, std::size_t source, std::size_t limit)
{
    std::map<std::string, std::size_t> counts;
    for (const auto& row : head.rows)
        if (source < row.size() && !row[source].empty())
            ++counts[row[source]];
    std::vector<ValueCount> out;
    out.reserve(counts.size());
    for (const auto& [value, count] : counts)
        out.push_back({value, count});
    std::stable_sort(
        out.begin(), out.end(), [](const ValueCount& a, const ValueCount& b) { return a.count > b.count; });
    if (out.size() > limit)
        out.resize(limit);
    return out;
}

} // namespace antecedent::importers
