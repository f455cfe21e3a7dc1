// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/proposal/learnt_headings.h"

#include "importers/profile/profile_writer.h"
#include "model/base/text.h"

#include <algorithm>

namespace antecedent::importers {

namespace {

// Without other columns, which the next list may not have.
bool standsAlone(const Transform& transform)
{
    using Kind = Transform::Kind;
    switch (transform.kind) {
    case Kind::Minus:
    case Kind::ToleranceLow:
    case Kind::ToleranceHigh:
    case Kind::Several:
        return false;
    default:
        return true;
    }
}

// The cell that is the whole value; nullptr: something else is.
const TemplatePart* wholeCell(const ValueTemplate& value)
{
    const bool isCell =
        value.parts.size() == 1 && value.durations.empty() && value.parts.front().kind == TemplatePart::Kind::Column;
    return isCell
            && std::all_of(value.parts.front().transforms.begin(), value.parts.front().transforms.end(), standsAlone)
        ? &value.parts.front()
        : nullptr;
}

// `column 3` and `Name (2)` say where a column stands in one list, which is nothing of another.
bool isPlace(std::string_view reference)
{
    const auto isCount = [](std::string_view text) {
        return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
    };
    constexpr std::string_view kColumn = "column ";
    if (reference.starts_with(kColumn))
        return isCount(reference.substr(kColumn.size()));
    const std::size_t open = reference.rfind(" (");
    return open != std::string_view::npos && reference.ends_with(')')
        && isCount(reference.substr(open + 2, reference.size() - open - 3));
}

// What stands in brackets tells headings apart: `Date (planned)`, `Date (actual)`.
std::string keyOf(const Heading& heading)
{
    return heading.joined.empty() ? std::string() : heading.joined + '\n' + toLowerAscii(heading.bracket);
}

} // namespace

LearntHeadings::LearntHeadings(const std::vector<Profile>& own)
{
    for (const Profile& profile : own) {
        for (const TableMapping& table : profile.tables) {
            if (!table.when.empty() || !profile.format.empty())
                continue; // what a column is there depends on the row, or the headings are those of a format
            for (const ColumnMapping& mapping : table.columns) {
                const TemplatePart* cell = wholeCell(mapping.value);
                if (cell == nullptr || isPlace(cell->text))
                    continue;
                const std::string heading = keyOf(readHeading(cell->text));
                if (!heading.empty())
                    m_uses.try_emplace({heading, table.table}, LearntUse{&profile, mapping.column, cell->transforms});
            }
        }
    }
}

const LearntUse* LearntHeadings::find(const Heading& heading, TableId table) const
{
    const auto found = m_uses.find({keyOf(heading), table});
    return found == m_uses.end() ? nullptr : &found->second;
}

std::vector<Transform> LearntHeadings::take(const LearntUse& use, Profile& mapping) const
{
    std::vector<Transform> out = use.transforms;
    for (Transform& transform : out) {
        if (!isByMap(transform))
            continue;
        const ValueMap& map = use.profile->maps.at(transform.argument); // or it could not be read
        transform.argument = freeMapName(mapping, transform.argument);
        mapping.maps[transform.argument] = map;
    }
    return out;
}

} // namespace antecedent::importers
