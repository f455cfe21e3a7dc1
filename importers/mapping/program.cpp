// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mapping/program.h"

#include "importers/format/format.h"
#include "importers/mapping/tolerance_text.h"
#include "importers/profile/column_reference.h"
#include "importers/text/number_text.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <set>

namespace antecedent::importers {

namespace {

bool namesColumn(const Transform& transform)
{
    using Kind = Transform::Kind;
    return transform.kind == Kind::Minus
        || ((transform.kind == Kind::ToleranceLow || transform.kind == Kind::ToleranceHigh)
            && !transform.argument.empty());
}

class Binder
{
public:
    explicit Binder(const ImportPlan& plan)
        : m_plan(plan)
    {
        m_out.names = plan.columns;
        m_out.maps = plan.mapping.maps;
        m_out.decimalMark = plan.dialect.decimalMark;
        m_used.resize(plan.columns.size());
    }

    Result<Program> bind()
    {
        if (const Result<void> zones = bindZones(); !zones)
            return zones.error();
        for (const std::string& name : m_plan.mapping.ignore)
            if (const auto column = find(name))
                m_used[*column] = true;
        for (const TableMapping& mapping : m_plan.mapping.tables)
            if (const Result<void> table = bindTable(mapping); !table)
                return table.error();
        bindAttributes();
        return std::move(m_out);
    }

private:
    std::optional<std::size_t> find(std::string_view name) const { return findColumn(m_out.names, name); }

    bool isOptional(std::string_view name) const
    {
        const auto& names = m_plan.mapping.optional;
        return std::any_of(names.begin(), names.end(), [&](const std::string& n) { return equalsIgnoreCase(n, name); });
    }

    // kNoColumn for one that may be missing, and is. `isKept`: an attribute all the same.
    Result<std::size_t> use(std::string_view name, bool isKept = false)
    {
        const auto column = find(name);
        if (!column && isOptional(name))
            return kNoColumn;
        if (!column)
            return Error{
                ErrorCode::InvalidProfile, m_plan.mapping.name, "the source has no column '" + std::string(name) + "'"};
        m_used[*column] = m_used[*column] || !isKept;
        return *column;
    }

    Result<void> bindZones();
    Result<BoundPart> bindPart(const TemplatePart& part, const TableSpec& spec);
    Result<BoundValue> bindValue(const ValueTemplate& value, const TableSpec& spec);
    Result<void> bindColumn(const ColumnMapping& mapping, BoundTable& table);
    Result<void> bindTable(const TableMapping& mapping);
    Result<TimeReader> makeReader(const BoundValue& value) const;
    void bindAttributes();

    const ImportPlan& m_plan;
    Program m_out;
    std::vector<bool> m_used;
};

Result<void> Binder::bindZones()
{
    const ZoneRules& zones = m_plan.mapping.zones;
    if (zones.valueColumn.empty())
        return {};
    const Result<std::size_t> column = use(zones.valueColumn);
    if (!column)
        return column.error();
    if (*column == kNoColumn)
        return {};
    m_out.zoneColumn = *column;
    m_out.zoneIsValue = zones.byValue.empty();
    for (const auto& [value, name] : zones.byValue) {
        const Result<Zone> zone = findZone(name);
        if (!zone)
            return zone.error();
        m_out.zoneValues.emplace(value, *zone);
    }
    return {};
}

Result<BoundPart> Binder::bindPart(const TemplatePart& part, const TableSpec& spec)
{
    BoundPart out;
    out.kind = part.kind;
    out.text = part.text;
    out.transforms = part.transforms;
    if (part.kind == TemplatePart::Kind::Column) {
        // The list may lack the text, or say otherwise later: the record keeps it.
        const bool isKept = std::any_of(part.transforms.begin(), part.transforms.end(),
            [](const Transform& transform) { return transform.kind == Transform::Kind::Lookup; });
        const Result<std::size_t> column = use(part.text, isKept);
        if (!column)
            return column.error();
        out.index = *column;
    } else if (part.kind == TemplatePart::Kind::Canonical) {
        out.index = spec.find(part.text).value_or(0);
    }
    for (Transform& transform : out.transforms) {
        if (transform.kind == Transform::Kind::Several && part.kind == TemplatePart::Kind::Column
            && out.index != kNoColumn) {
            transform.holds = m_plan.several.contains(m_out.names[out.index]);
            m_out.severalAsked.push_back(out.index);
        }
        if (!namesColumn(transform))
            continue;
        const Result<std::size_t> column = use(transform.argument);
        if (!column)
            return column.error();
        transform.column = *column;
        transform.column2 = kNoColumn;
        if (transform.kind == Transform::Kind::Minus || transform.argument2.empty())
            continue;
        const Result<std::size_t> second = use(transform.argument2);
        if (!second)
            return second.error();
        transform.column2 = *second;
    }
    return out;
}

Result<BoundValue> Binder::bindValue(const ValueTemplate& value, const TableSpec& spec)
{
    BoundValue out;
    for (const TemplatePart& part : value.parts) {
        const Result<BoundPart> bound = bindPart(part, spec);
        if (!bound)
            return bound.error();
        if (bound->kind == TemplatePart::Kind::Column && bound->index != kNoColumn && !out.source)
            out.source = bound->index;
        out.canonical = out.canonical || bound->kind == TemplatePart::Kind::Canonical;
        out.parts.push_back(*bound);
    }
    for (const DurationTerm& term : value.durations) {
        const Result<BoundPart> bound = bindPart(term.part, spec);
        if (!bound)
            return bound.error();
        out.durations.emplace_back(term.negative, *bound);
    }
    out.plain = out.parts.size() == 1 && out.source && out.parts[0].transforms.empty();
    return out;
}

Result<TimeReader> Binder::makeReader(const BoundValue& value) const
{
    TimeReader::Settings settings;
    settings.ambiguous = m_plan.ambiguous;
    std::string zone = m_plan.zone;
    if (value.source) {
        const std::string& name = m_out.names[*value.source];
        for (const auto& [column, times] : m_plan.mapping.times)
            if (find(column) == value.source)
                settings.form = times.form;
        if (const auto order = m_plan.dateOrders.find(name); order != m_plan.dateOrders.end())
            settings.order = order->second.order;
        for (const auto& [column, rule] : m_plan.mapping.zones.byColumn) {
            if (find(column) == value.source) {
                zone = rule;
                settings.basis = TimeBasis::ZoneRule;
            }
        }
    }
    if (!zone.empty()) {
        const Result<Zone> found = findZone(zone);
        if (!found)
            return found.error();
        settings.zone = *found;
    }
    return TimeReader(settings);
}

Result<void> Binder::bindColumn(const ColumnMapping& mapping, BoundTable& table)
{
    BoundColumn out;
    out.column = mapping.column;
    out.spec = &table.spec->columns[mapping.column];
    const Result<BoundValue> value = bindValue(mapping.value, *table.spec);
    if (!value)
        return value.error();
    out.value = *value;
    if (out.spec->type == ColumnType::Time) {
        Result<TimeReader> reader = makeReader(out.value);
        if (!reader)
            return reader.error();
        out.reader = std::move(*reader);
    }
    out.isRequired = out.spec->role == ColumnRole::Required && (!table.completes || out.spec->key);
    if (out.isRequired && out.value.plain)
        m_out.lastRequired = std::max(m_out.lastRequired, *out.value.source + 1);
    table.columns.push_back(std::move(out));
    return {};
}

// Each end of an entry looks at the begin of its entry, where the list gives both.
void bindBegins(BoundTable& table)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kPairs{
        {{"start", "end"}, {"time", "end"}, {"started", "finished"}}};
    for (BoundColumn& column : table.columns)
        for (const auto& [begin, end] : kPairs)
            for (const BoundColumn& other : table.columns)
                if (column.spec->name == end && other.spec->name == begin)
                    column.begin = other.column;
}

Result<void> Binder::bindTable(const TableMapping& mapping)
{
    BoundTable table;
    table.spec = &tableSpec(mapping.table);
    table.completes = mapping.completes;
    table.guarded = mapping.guarded;
    const Format* format = findFormat(m_plan.format);
    table.ascending = format == nullptr || format->isOrdered;
    for (const Condition& condition : mapping.when) {
        const Result<BoundValue> value = bindValue(condition.value, *table.spec);
        if (!value)
            return value.error();
        table.when.push_back({*value, condition.negative, condition.values});
    }
    for (const ColumnMapping& column : mapping.columns)
        if (const Result<void> bound = bindColumn(column, table); !bound)
            return bound.error();
    if (mapping.overnight)
        bindBegins(table);
    std::set<std::size_t> canonical; // columns made of others of the same record
    for (const BoundColumn& column : table.columns)
        if (column.value.canonical)
            canonical.insert(column.column);
    const auto rank = [&](const BoundColumn& c) {
        if (c.begin)
            return canonical.contains(*c.begin) ? 3 : 1;
        return c.value.canonical ? 2 : 0;
    };
    std::stable_sort(table.columns.begin(), table.columns.end(),
        [&](const BoundColumn& a, const BoundColumn& b) { return rank(a) < rank(b); });
    table.hasEach = !mapping.each.empty();
    for (const std::string& name : mapping.each) {
        if (name == "*") {
            for (std::size_t i = 0; i < m_used.size(); ++i)
                if (!m_used[i])
                    table.each.push_back(i);
        } else {
            const Result<std::size_t> column = use(name);
            if (!column)
                return column.error();
            if (*column != kNoColumn)
                table.each.push_back(*column);
        }
    }
    for (const std::size_t column : table.each)
        m_used[column] = true;
    for (std::size_t c = 0; !table.completes && c < table.spec->columns.size(); ++c)
        if (table.spec->columns[c].role == ColumnRole::AnyOf)
            table.anyOf.push_back(c);
    m_out.tables.push_back(std::move(table));
    return {};
}

void Binder::bindAttributes()
{
    for (std::size_t i = 0; i < m_used.size(); ++i)
        if (!m_used[i])
            m_out.unmapped.push_back(i);
    for (std::size_t t = 0; t < m_out.tables.size(); ++t)
        if (m_plan.mapping.tables[t].attributes && m_out.tables[t].spec->id != TableId::Samples)
            m_out.tables[t].attributes = m_out.unmapped;
}

void replaceAll(std::string& text, const std::string& old, const std::string& other)
{
    std::size_t at = 0;
    while ((at = text.find(old, at)) != std::string::npos) {
        text.replace(at, old.size(), other);
        at += other.size();
    }
}

void apply(const Program& program, const Transform& transform, const RowBlock& block, const RowBlock::Row& row,
    std::string& text)
{
    const auto named = [&] { return namesColumn(transform) ? cell(block, row, transform.column) : std::string_view(); };
    switch (transform.kind) {
    case Transform::Kind::Lower:
        text = toLowerAscii(text);
        break;
    case Transform::Kind::Upper:
        for (char& c : text)
            if (c >= 'a' && c <= 'z')
                c = static_cast<char>(c - ('a' - 'A'));
        break;
    case Transform::Kind::Number:
        text = plainNumber(text, program.decimalMark);
        break;
    case Transform::Kind::StripZeros:
        text.erase(0, std::min(text.find_first_not_of('0'), text.size() > 1 ? text.size() - 1 : 0));
        break;
    case Transform::Kind::Map:
    case Transform::Kind::Lookup: {
        const ValueMap& map = program.maps.at(transform.argument);
        const bool isNumber = transform.kind == Transform::Kind::Lookup && !transform.argument2.empty();
        const auto found = map.values.find(isNumber ? plainNumber(text, program.decimalMark) : text);
        if (found != map.values.end())
            text = found->second;
        else if (map.otherwise)
            text = *map.otherwise;
        break;
    }
    case Transform::Kind::Point:
        std::replace(text.begin(), text.end(), '.', program.decimalMark);
        break;
    case Transform::Kind::Default:
        if (text.empty())
            text = transform.argument;
        break;
    case Transform::Kind::Replace:
        if (!transform.argument.empty())
            replaceAll(text, transform.argument, transform.argument2);
        break;
    case Transform::Kind::Before:
        text.resize(std::min(text.find(transform.argument), text.size()));
        break;
    case Transform::Kind::After:
        if (const std::size_t at = text.find(transform.argument); at != std::string::npos)
            text.erase(0, at + transform.argument.size());
        break;
    case Transform::Kind::Duration:
        break;
    case Transform::Kind::Minus:
        text = differenceText(text, named(), program.decimalMark);
        break;
    case Transform::Kind::Several:
        if (!transform.holds)
            text.clear();
        else if (!text.empty())
            text += transform.argument;
        break;
    case Transform::Kind::ToleranceLow:
    case Transform::Kind::ToleranceHigh:
        text = toleranceEdge(text, named(), transform.kind == Transform::Kind::ToleranceHigh, program.decimalMark,
            namesColumn(transform) ? cell(block, row, transform.column2) : std::string_view());
        break;
    }
}

// The value of a record's column in the form that does not depend on how the source writes it.
std::string normalText(const RecordBatch& batch, std::size_t column, std::size_t row)
{
    const BatchColumn& values = batch.columns[column];
    if (!values.texts.empty())
        return std::string(trimmed(values.texts[row]));
    if (!values.times.empty() && values.times[row].known()) {
        std::string text = formatUtc(values.times[row].at(), values.times[row].utcUs % 1'000'000 == 0 ? 0 : 6);
        return text;
    }
    if (!values.numbers.empty() && values.numbers[row].known)
        return plainNumber(formatDecimal(values.numbers[row]), '.');
    return {};
}

void appendPart(const Program& program, const BoundPart& part, const RowBlock& block, const RowBlock::Row& row,
    const ValueContext& context, std::string& out)
{
    std::string text;
    switch (part.kind) {
    case TemplatePart::Kind::Text:
        out += part.text;
        return;
    case TemplatePart::Kind::Column:
        text = std::string(cell(block, row, part.index));
        break;
    case TemplatePart::Kind::Canonical:
        if (context.batch != nullptr)
            text = normalText(*context.batch, part.index, context.batchRow);
        break;
    case TemplatePart::Kind::EachName:
        text = program.names[context.eachColumn];
        break;
    case TemplatePart::Kind::EachValue:
        text = std::string(cell(block, row, context.eachColumn));
        break;
    }
    for (const Transform& transform : part.transforms)
        apply(program, transform, block, row, text);
    out += text;
}

} // namespace

Result<Program> bindProgram(const ImportPlan& plan)
{
    return Binder(plan).bind();
}

std::string_view evaluate(const Program& program, const BoundValue& value, const RowBlock& block,
    const RowBlock::Row& row, const ValueContext& context, std::string& scratch)
{
    if (value.plain)
        return cell(block, row, *value.source);
    scratch.clear();
    for (const BoundPart& part : value.parts)
        appendPart(program, part, block, row, context, scratch);
    return trimmed(scratch);
}

std::optional<std::int64_t> evaluateDurations(const Program& program, const BoundValue& value, const RowBlock& block,
    const RowBlock::Row& row, const ValueContext& context, bool& empty)
{
    std::int64_t sum = 0;
    empty = false;
    std::string text;
    for (const auto& [negative, part] : value.durations) {
        text.clear();
        appendPart(program, part, block, row, context, text);
        if (trimmed(text).empty()) {
            empty = true;
            continue;
        }
        const auto duration = parseDurationText(text);
        if (!duration)
            return std::nullopt;
        sum += negative ? -duration->count() : duration->count();
    }
    return sum;
}

bool holds(const Program& program, const BoundCondition& condition, const RowBlock& block, const RowBlock::Row& row)
{
    std::string scratch;
    const std::string_view text = evaluate(program, condition.value, block, row, {}, scratch);
    const bool found = std::find(condition.values.begin(), condition.values.end(), text) != condition.values.end();
    return found != condition.negative;
}

} // namespace antecedent::importers
