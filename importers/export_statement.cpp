// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/export_statement.h"

#include "importers/text/time_text.h"
#include "model/base/text.h"
#include "model/base/time.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace antecedent::importers {

namespace {

enum class Key : std::uint8_t { By, System, Filter, Period, From, To, Exported, Rows };

struct Word
{
    std::string_view text; // lower case
    Key key;
};

constexpr std::array kWords{Word{"exported by", Key::By}, Word{"created by", Key::By}, Word{"run by", Key::By},
    Word{"printed by", Key::By}, Word{"user", Key::By}, Word{"user name", Key::By}, Word{"benutzer", Key::By},
    Word{"exportiert von", Key::By}, Word{"erstellt von", Key::By}, Word{"ausgeführt von", Key::By},
    Word{"gedruckt von", Key::By}, Word{"bearbeiter", Key::By}, Word{"system", Key::System},
    Word{"source system", Key::System}, Word{"application", Key::System}, Word{"server", Key::System},
    Word{"quellsystem", Key::System}, Word{"anwendung", Key::System}, Word{"filter", Key::Filter},
    Word{"selection", Key::Filter}, Word{"selection criteria", Key::Filter}, Word{"criteria", Key::Filter},
    Word{"query", Key::Filter}, Word{"selektion", Key::Filter}, Word{"selektionskriterien", Key::Filter},
    Word{"auswahl", Key::Filter}, Word{"abfrage", Key::Filter}, Word{"kriterien", Key::Filter},
    Word{"period", Key::Period}, Word{"time range", Key::Period}, Word{"date range", Key::Period},
    Word{"reporting period", Key::Period}, Word{"zeitraum", Key::Period}, Word{"berichtszeitraum", Key::Period},
    Word{"from", Key::From}, Word{"start date", Key::From}, Word{"start time", Key::From}, Word{"von", Key::From},
    Word{"beginn", Key::From}, Word{"to", Key::To}, Word{"until", Key::To}, Word{"end date", Key::To},
    Word{"end time", Key::To}, Word{"bis", Key::To}, Word{"ende", Key::To}, Word{"exported", Key::Exported},
    Word{"exported on", Key::Exported}, Word{"exported at", Key::Exported}, Word{"export date", Key::Exported},
    Word{"export time", Key::Exported}, Word{"created", Key::Exported}, Word{"created on", Key::Exported},
    Word{"generated", Key::Exported}, Word{"generated on", Key::Exported}, Word{"run date", Key::Exported},
    Word{"report date", Key::Exported}, Word{"print date", Key::Exported}, Word{"exportiert am", Key::Exported},
    Word{"exportdatum", Key::Exported}, Word{"erstellt am", Key::Exported}, Word{"erstellt", Key::Exported},
    Word{"druckdatum", Key::Exported}, Word{"stand", Key::Exported}, Word{"rows", Key::Rows},
    Word{"row count", Key::Rows}, Word{"number of rows", Key::Rows}, Word{"records", Key::Rows},
    Word{"record count", Key::Rows}, Word{"number of records", Key::Rows}, Word{"hits", Key::Rows},
    Word{"zeilen", Key::Rows}, Word{"anzahl", Key::Rows}, Word{"anzahl zeilen", Key::Rows},
    Word{"anzahl datensätze", Key::Rows}, Word{"datensätze", Key::Rows}, Word{"treffer", Key::Rows}};

const Word* wordOf(std::string_view key)
{
    const std::string lower = toLowerAscii(trimmed(key));
    const auto found = std::find_if(kWords.begin(), kWords.end(), [&](const Word& word) { return word.text == lower; });
    return found == kWords.end() ? nullptr : &*found;
}

// ISO 8601 if it is a time by itself: dates with dots have the day first, as everywhere; with strokes nothing tells.
std::string instantText(std::string_view text)
{
    text = trimmed(text);
    IsoTime time;
    const bool hasOrder = text.find('/') == std::string_view::npos;
    if (!hasOrder || parseTimeText(text, DateOrder::Dmy, TimeForm::Calendar, time) != TimeText::Ok)
        return std::string(text);
    if (time.hasOffset)
        return formatWithOffset(Timestamp(Duration(time.us)), time.offsetMinutes, precisionDigits(time.precision));
    std::string out = formatUtc(Timestamp(Duration(time.us))); // local: without the Z
    out.pop_back();
    constexpr std::size_t kDate = 10;
    return time.precision == TimePrecision::Day ? out.substr(0, kDate) : out;
}

std::pair<std::string, std::string> periodOf(std::string_view text)
{
    for (const std::string_view mark : {" to ", " bis ", " until ", " - ", " – ", "..", "/"})
        if (const std::size_t at = text.find(mark); at != std::string_view::npos) {
            std::pair out{instantText(text.substr(0, at)), instantText(text.substr(at + mark.size()))};
            if (parseIso(out.first) && parseIso(out.second))
                return out;
        }
    return {std::string(trimmed(text)), std::string()};
}

std::string digitsOf(std::string_view text)
{
    std::string out;
    for (const char c : trimmed(text)) {
        if (c >= '0' && c <= '9')
            out += c;
        else if (c != '.' && c != ',' && c != ' ' && c != '\'')
            return {};
    }
    return out;
}

void take(const Word& word, std::string_view value, ExportStatement& out)
{
    value = trimmed(value);
    const auto set = [](std::string& into, std::string text) {
        if (into.empty())
            into = std::move(text);
    };
    switch (word.key) {
    case Key::By:
        return set(out.by, std::string(value));
    case Key::System:
        return set(out.system, std::string(value));
    case Key::Filter:
        return set(out.filter, std::string(value));
    case Key::Period: {
        auto [from, to] = periodOf(value);
        set(out.from, std::move(from));
        return set(out.to, std::move(to));
    }
    case Key::From:
        return set(out.from, instantText(value));
    case Key::To:
        return set(out.to, instantText(value));
    case Key::Exported:
        return set(out.exported, instantText(value));
    case Key::Rows:
        return set(out.rows, digitsOf(value));
    }
}

// `key: value` in one cell, or in two.
void takeRow(const std::vector<std::string>& cells, ExportStatement& out)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string_view cell = trimmed(cells[i]);
        const std::size_t mark = cell.find_first_of(":=");
        if (mark != std::string_view::npos && mark + 1 < cell.size()) {
            if (const Word* word = wordOf(cell.substr(0, mark)))
                take(*word, cell.substr(mark + 1), out);
            continue;
        }
        const Word* word = wordOf(mark == std::string_view::npos ? cell : cell.substr(0, mark));
        const auto value = std::find_if(cells.begin() + static_cast<std::ptrdiff_t>(i) + 1, cells.end(),
            [](const std::string& next) { return !trimmed(next).empty(); });
        if (word == nullptr || value == cells.end())
            continue;
        take(*word, *value, out);
        i = static_cast<std::size_t>(value - cells.begin());
    }
}

} // namespace

ExportStatement statementIn(const SourceHead& head)
{
    ExportStatement out;
    const Dialect& dialect = head.dialect.dialect;
    if (!head.format.empty() || dialect.titleRows == 0)
        return out;
    for (const std::vector<std::string>& row :
        splitRows(head.text, head.complete, dialect.delimiter, dialect.quote, dialect.titleRows))
        takeRow(row, out);
    return out;
}

std::string statementText(const ExportStatement& statement)
{
    std::string out;
    const auto add = [&](std::string_view name, const std::string& value) {
        if (value.empty())
            return;
        if (!out.empty())
            out += '\n';
        out.append(name).append(": ").append(value);
    };
    add("by", statement.by);
    add("system", statement.system);
    add("filter", statement.filter);
    if (!statement.from.empty() || !statement.to.empty())
        add("period", statement.from + '/' + statement.to);
    add("exported", statement.exported);
    add("rows", statement.rows);
    return out;
}

} // namespace antecedent::importers
