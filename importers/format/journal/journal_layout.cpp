// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/journal/journal_layout.h"

#include "importers/format/journal/recipe_path.h"
#include "importers/text/clock_text.h"
#include "importers/text/time_text.h"
#include "model/base/text.h"

#include <algorithm>
#include <span>

namespace antecedent::importers {

namespace {

using Field = JournalField;

struct Name
{
    std::string_view name; // in lower case
    Field field;
};

// Column names of the record, and of its relatives.
constexpr std::array kNames{Name{"gmt", Field::Gmt}, Name{"gmttime", Field::Gmt}, Name{"lcltime", Field::LocalTime},
    Name{"time", Field::LocalTime}, Name{"uniqueid", Field::UniqueId}, Name{"batchid", Field::BatchId},
    Name{"recipe", Field::Recipe}, Name{"descript", Field::Description}, Name{"description", Field::Description},
    Name{"event", Field::Event}, Name{"pvalue", Field::Value}, Name{"value", Field::Value},
    Name{"descriptapi", Field::DescriptionEnglish}, Name{"eventapi", Field::EventEnglish},
    Name{"pvalueapi", Field::ValueEnglish}, Name{"eu", Field::Unit}, Name{"unit", Field::Equipment},
    Name{"phase", Field::Phase}, Name{"userid", Field::User}, Name{"user", Field::User},
    Name{"phasedesc", Field::PhaseDescription}, Name{"phaseclass", Field::PhaseDescription},
    Name{"phase-class", Field::PhaseDescription}, Name{"materialname", Field::MaterialName},
    Name{"materialid", Field::MaterialId}, Name{"lotname", Field::LotName}, Name{"container", Field::Container}};

// Without a header: the whole record, and the short form of old journals. "-" is a column that nothing is read from.
constexpr std::array<std::string_view, 32> kWhole{"gmt", "lcltime", "uniqueid", "batchid", "recipe", "descript",
    "event", "pvalue", "descriptapi", "eventapi", "pvalueapi", "eu", "area", "proccell", "unit", "phase", "-", "userid",
    "phasedesc", "materialname", "materialid", "lotname", "-", "container", "-", "-", "-", "-", "-", "-", "-", "-"};
constexpr std::array<std::string_view, 14> kShort{"time", "batchid", "recipe", "descript", "event", "pvalue", "eu",
    "area", "proccell", "unit", "phase", "phaseclass", "userid", "uniqueid"};
constexpr std::size_t kLeastWhole = 29;
constexpr std::size_t kLeastShort = 13; // the last one is left out at times

JournalLayout layoutOf(std::span<const std::string_view> names)
{
    JournalLayout out;
    out.column.fill(JournalLayout::kNone);
    out.columns = names.size();
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string name = toLowerAscii(trimmed(names[i]));
        for (const Name& known : kNames) {
            std::size_t& place = out.column[static_cast<std::size_t>(known.field)];
            if (known.name == name && place == JournalLayout::kNone)
                place = i;
        }
    }
    return out;
}

} // namespace

std::string_view JournalLayout::cell(const std::vector<std::string_view>& cells, JournalField field) const
{
    const std::size_t at = column[static_cast<std::size_t>(field)];
    return at < cells.size() ? trimmed(cells[at]) : std::string_view{};
}

std::size_t JournalLayout::needed() const
{
    std::size_t out = 0;
    for (const Field field :
        {Field::Gmt, Field::LocalTime, Field::BatchId, Field::Recipe, Field::Description, Field::Event, Field::Value})
        if (has(field))
            out = std::max(out, column[static_cast<std::size_t>(field)] + 1);
    return out;
}

std::optional<JournalLayout> journalLayoutOf(std::string_view firstLine)
{
    const std::vector<std::string_view> cells = split(firstLine, '\t');
    JournalLayout named = layoutOf(cells);
    if (named.has(Field::Recipe) && named.has(Field::Description) && named.has(Field::Event) && named.has(Field::Value)
        && (named.has(Field::Gmt) || named.has(Field::LocalTime))
        && (named.has(Field::BatchId) || named.has(Field::UniqueId))) {
        named.hasHeader = true;
        return named;
    }
    std::optional<JournalLayout> counted;
    if (cells.size() >= kLeastWhole && cells.size() <= kWhole.size())
        counted = layoutOf(std::span(kWhole).first(cells.size()));
    else if (cells.size() >= kLeastShort && cells.size() <= kShort.size())
        counted = layoutOf(std::span(kShort).first(cells.size()));
    if (!counted)
        return std::nullopt;
    // Numbers of columns agree by chance; a time and a recipe path in their places do not.
    const RecipePath path = parseRecipePath(counted->cell(cells, Field::Recipe));
    const std::string_view time = counted->cell(cells, counted->has(Field::Gmt) ? Field::Gmt : Field::LocalTime);
    if (path.uniqueId.empty() || !isTimeText(time) || counted->cell(cells, Field::Event).empty())
        return std::nullopt;
    return counted;
}

std::string_view foreignEventFile(std::string_view head)
{
    using namespace std::string_view_literals;
    if (head.starts_with("ElfFile\0"sv) || head.substr(0, 8).substr(std::min<std::size_t>(4, head.size())) == "LfLe"sv)
        return "a Windows event log: export the batch journal from the batch server instead";
    const std::string_view line = head.substr(0, head.find_first_of("\r\n"));
    const auto bars = std::count(line.begin(), line.end(), '|');
    if (bars >= 5 && line.find('\t') == std::string_view::npos)
        return "an event or alarm file with columns between bars, as InduSoft writes it, and no batch journal";
    return {};
}

} // namespace antecedent::importers
