// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/canonical/canonical_mapping.h"

#include "model/base/text.h"

#include <algorithm>

namespace antecedent::importers {

namespace {

std::string normalName(const std::string& name)
{
    std::string out = toLowerAscii(trimmed(name));
    std::replace(out.begin(), out.end(), ' ', '_');
    std::replace(out.begin(), out.end(), '-', '_');
    return out;
}

CanonicalMatch match(const TableSpec& table, const std::vector<std::string>& names)
{
    CanonicalMatch out;
    out.table = table.id;
    out.complete = true;
    bool anyOf = false;
    bool hasAnyOf = false;
    for (const ColumnSpec& column : table.columns) {
        const bool there = std::find(names.begin(), names.end(), column.name) != names.end();
        if (there)
            ++out.matched;
        hasAnyOf = hasAnyOf || column.role == ColumnRole::AnyOf;
        anyOf = anyOf || (column.role == ColumnRole::AnyOf && there);
        if (column.role == ColumnRole::Required && !there) {
            out.complete = false;
            out.missing += (out.missing.empty() ? "" : ", ") + std::string(column.name);
        }
    }
    if (hasAnyOf && !anyOf) {
        out.complete = false;
        out.missing += (out.missing.empty() ? "" : ", ") + std::string("occurred or detected");
    }
    return out;
}

std::vector<std::string> normalNames(const std::vector<std::string>& columns)
{
    std::vector<std::string> out;
    for (const std::string& column : columns)
        out.push_back(normalName(column));
    return out;
}

} // namespace

std::string missingColumns(TableId table, const std::vector<std::string>& columns)
{
    return match(tableSpec(table), normalNames(columns)).missing;
}

std::vector<CanonicalMatch> matchCanonical(const std::vector<std::string>& columns)
{
    const std::vector<std::string> names = normalNames(columns);
    std::vector<CanonicalMatch> out;
    for (const TableSpec& table : allTables()) {
        CanonicalMatch found = match(table, names);
        if (found.matched == 0)
            continue;
        // One shared name such as batch_id among many foreign ones is no sign of the table.
        if (found.matched * 2 < names.size() && found.matched < 3)
            found.complete = false;
        out.push_back(std::move(found));
    }
    std::stable_sort(out.begin(), out.end(), [](const CanonicalMatch& a, const CanonicalMatch& b) {
        return a.complete != b.complete ? a.complete : a.matched > b.matched;
    });
    return out;
}

Profile canonicalMapping(TableId table, const std::vector<std::string>& columns)
{
    const TableSpec& spec = tableSpec(table);
    Profile out;
    out.name = std::string(spec.name);
    out.title = "Canonical table " + std::string(spec.name);
    TableMapping mapping;
    mapping.table = table;
    mapping.attributes = table != TableId::Samples;
    mapping.guarded = true;
    for (const std::string& column : columns) {
        const auto position = spec.find(normalName(column));
        const bool taken = position && std::any_of(mapping.columns.begin(), mapping.columns.end(), [&](const auto& m) {
            return m.column == *position;
        });
        if (!position || taken)
            continue;
        TemplatePart part;
        part.kind = TemplatePart::Kind::Column;
        part.text = column;
        mapping.columns.push_back({*position, ValueTemplate{{part}, {}}});
    }
    out.tables.push_back(std::move(mapping));
    return out;
}

} // namespace antecedent::importers
