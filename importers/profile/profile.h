// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A mapping: how rows of a delimited text become canonical records. Written as a small text file (form and words:
// resources/profiles/README.md), or made from a header that has canonical names. Threads: plain values.

#include "importers/text/dialect.h"
#include "importers/text/encoding.h"
#include "importers/text/time_text.h"
#include "model/base/result.h"
#include "model/domain/table_spec.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace antecedent::importers {

// One step that changes a text on its way.
struct Transform
{
    enum class Kind : std::uint8_t {
        Lower,
        Upper,
        Number, // 1.0 -> 1, 007 -> 7, 1,50 -> 1.5 (by the source's decimal mark); other texts stay
        StripZeros, // leading zeros
        Map, // by a [map] section; a text that it does not list stays, unless the map has a * line
        Lookup, // likewise, of another list; the cell stays an attribute; with `number`, 1.0 and 007 are 1 and 7
        Point, // a number with a decimal point is one, whatever the source's decimal mark
        Default, // for an empty text
        Replace,
        Before, // the part before the first occurrence; the whole text if there is none
        After,
        Duration, // h:mm or a number of hours; for durations only
        Minus, // the difference to the number in the column that the argument names
        ToleranceLow, // of ±0.5, +0.5/-0.2, 0.5 % (of the column that the argument names; of span: the second argument)
        ToleranceHigh,
        Several, // with the argument behind it, if its column has several values in the source; else nothing
    };
    Kind kind = Kind::Lower;
    std::string argument;
    std::string argument2;
    std::size_t column = 0; // of the argument, where it names one; set when the mapping is bound to a source
    std::size_t column2 = 0; // of the second argument
    bool holds = false; // of Several; set then, too
};

// Whether its argument is the name of a map.
inline bool isByMap(const Transform& transform)
{
    return transform.kind == Transform::Kind::Map || transform.kind == Transform::Kind::Lookup;
}

// A piece of a value: fixed text, or a placeholder.
struct TemplatePart
{
    enum class Kind : std::uint8_t {
        Text,
        Column, // {Name}: a cell
        Canonical, // {=column}: a value of the same record in its normal form
        EachName, // {@name}: the header of the column at hand (tables with each)
        EachValue, // {@value}: its cell
    };
    Kind kind = Kind::Text;
    std::string text;
    std::vector<Transform> transforms;
};

// {column} - {duration}: added to or taken from a time.
struct DurationTerm
{
    bool negative = false;
    TemplatePart part;
};

struct ValueTemplate
{
    std::vector<TemplatePart> parts;
    std::vector<DurationTerm> durations; // of time columns only
};

struct Condition
{
    ValueTemplate value;
    bool negative = false;
    std::vector<std::string> values; // any of them; an empty one is the empty text
};

struct ColumnMapping
{
    std::size_t column = 0; // in the table's columns
    ValueTemplate value;
};

struct TableMapping
{
    TableId table = TableId::Events;
    std::vector<Condition> when; // all must hold; empty: every row
    std::vector<ColumnMapping> columns;
    std::vector<std::string> each; // one record per row and column named here; "*": every column not used elsewhere
    bool attributes = true; // unmapped columns are kept with the record
    bool completes = false; // required values beside the key may be missing: another source states them
    bool guarded = false; // an apostrophe before a text that a spreadsheet would run is not part of it (csv_guard.h)
    bool overnight = false; // an end before its start, on the start's day, is on the next day
};

struct ColumnTimes
{
    std::optional<DateOrder> order;
    TimeForm form = TimeForm::Calendar;
};

struct ZoneRules
{
    std::string source; // for the whole source; empty: as stated at import
    std::map<std::string, std::string> byColumn; // source column -> zone
    std::string valueColumn; // the zone depends on the value in this column …
    std::map<std::string, std::string> byValue; // … value -> zone; without entries the value is the zone
};

struct ValueMap
{
    std::map<std::string, std::string> values;
    std::optional<std::string> otherwise;
};

struct Profile
{
    std::string name; // lower-case words with hyphens
    std::string title;
    std::string text; // the file as it was read; empty for a mapping made from a canonical header
    std::string format; // of the sources that it is for (importers/format); empty: delimited text, or any sheet
    std::vector<std::string> recognise; // header columns that must be there
    std::optional<Encoding> encoding;
    DialectHints hints;
    std::uint32_t skipRows = 0; // rows behind the header that are not data (units)
    ZoneRules zones;
    std::map<std::string, ColumnTimes> times; // by source column
    std::map<std::string, ValueMap> maps;
    std::vector<std::string> ignore; // source columns that are kept nowhere but in the source
    std::vector<std::string> optional; // source columns that may be missing: empty then
    bool reference = false; // a list of codes or the like: known, and not imported
    std::vector<TableMapping> tables;
};

// Error InvalidProfile with `where` = "<file>:<line>".
Result<Profile> parseProfile(std::string_view text, std::string_view fileName);
// A file with one profile or several, each beginning with its [profile] section. Two of one name are an error.
Result<std::vector<Profile>> parseProfiles(std::string_view text, std::string_view fileName);
// A value as it stands behind the = sign of a table's column. Error InvalidProfile without place.
Result<ValueTemplate> parseTemplate(std::string_view text, ColumnType type);

} // namespace antecedent::importers
