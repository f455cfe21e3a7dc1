// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/text/export_lines.h"

#include "importers/text/encoding.h"
#include "importers/text/row_block.h"
#include "importers/text/time_text.h"
#include "model/base/text.h"
#include "model/base/time.h"

#include <algorithm>
#include <array>
#include <iterator>
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

} // namespace

bool addStatementRow(const std::vector<std::string>& cells, ExportStatement& out)
{
    const ExportStatement before = out;
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
    return !(out == before);
}

void ExportStatement::add(const ExportStatement& other)
{
    for (const auto member : {&ExportStatement::by, &ExportStatement::system, &ExportStatement::filter,
             &ExportStatement::from, &ExportStatement::to, &ExportStatement::exported, &ExportStatement::rows})
        if ((this->*member).empty())
            this->*member = other.*member;
}

namespace {

constexpr std::size_t kLongestFooter = 300; // bytes

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> out;
    std::string word;
    for (const char c : toLowerAscii(text) + ' ') {
        const bool isMark = c == ' ' || c == '\t' || c == ':' || c == '=' || c == '*' || c == '(' || c == ')'
            || c == '-' || c == '<' || c == '>' || c == '#';
        if (!isMark) {
            word += c;
            continue;
        }
        while (!word.empty() && (word.back() == '.' || word.back() == ',' || word.back() == ';'))
            word.pop_back();
        if (!word.empty())
            out.push_back(std::move(word));
        word.clear();
    }
    return out;
}

template <std::size_t N> bool isOneOf(std::string_view word, const std::array<std::string_view, N>& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 34> kThings{"row", "rows", "record", "records", "entry", "entries", "line",
    "lines", "hit", "hits", "item", "items", "result", "results", "event", "events", "alarm", "alarms", "message",
    "messages", "value", "values", "zeile", "zeilen", "datensatz", "datensätze", "eintrag", "einträge", "satz", "sätze",
    "treffer", "ereignisse", "meldungen", "werte"};
constexpr std::array<std::string_view, 23> kBeside{"total", "in", "of", "number", "count", "all", "selected", "found",
    "exported", "returned", "displayed", "affected", "gesamt", "insgesamt", "summe", "anzahl", "der", "gefunden",
    "selektiert", "exportiert", "ausgegeben", "angezeigt", "gesamtzahl"};

// `1,234 rows`, `Total: 40 records`, `Anzahl Datensätze: 40`: one number, one thing that is counted, and words beside.
std::string countIn(const std::vector<std::string>& words)
{
    std::string number;
    bool isCounted = false;
    for (const std::string& word : words) {
        if (const std::string digits = digitsOf(word); !digits.empty()) {
            if (!number.empty())
                return {};
            number = digits;
        } else if (isOneOf(word, kThings)) {
            isCounted = true;
        } else if (!isOneOf(word, kBeside)) {
            return {};
        }
    }
    return isCounted ? number : std::string();
}

// `End of list`, `*** Ende der Liste ***`.
bool isEnd(const std::vector<std::string>& words)
{
    static constexpr std::array<std::string_view, 17> kEnds{"end of list", "end of report", "end of file",
        "end of data", "end of export", "end of table", "ende der liste", "ende des berichts", "ende der datei",
        "ende der daten", "ende des exports", "ende der tabelle", "ende der ausgabe", "listenende", "berichtsende",
        "ende des reports", "end of output"};
    return isOneOf(join(words, " "), kEnds);
}

// `Total records:` or `Anzahl Datensätze` before a number.
bool isCaption(const std::vector<std::string>& filled)
{
    if (filled.size() != 2 || digitsOf(filled[1]).empty() || !digitsOf(filled[0]).empty())
        return false;
    const std::vector<std::string> words = wordsOf(filled[0]);
    const bool isMarked = trimmed(filled[0]).ends_with(':');
    return isMarked
        || std::any_of(words.begin(), words.end(), [](const std::string& word) { return isOneOf(word, kBeside); });
}

// The cells of a row as text; a comma in `1,234 rows` may have been taken for a delimiter.
std::string joinedText(const std::vector<std::string>& filled)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    constexpr std::size_t kGroup = 3;
    if (filled.size() == 2) {
        const std::string_view second = filled[1];
        const auto digits =
            static_cast<std::size_t>(std::find_if_not(second.begin(), second.end(), isDigit) - second.begin());
        if (isDigit(filled[0].back()) && digits == kGroup && digits < second.size() && second[digits] == ' ')
            return filled[0] + filled[1];
    }
    return join(filled, " ");
}

} // namespace

bool isFooter(const std::vector<std::string>& filled, ExportStatement& out)
{
    if (filled.empty() || filled.size() > 2)
        return false;
    const std::string text = joinedText(filled);
    if (text.size() > kLongestFooter)
        return false;
    const std::vector<std::string> words = wordsOf(text);
    if (isEnd(words))
        return true;
    // Two values could be a row, unless a comma in the number made them two, or the first says what the second counts.
    const bool isOne = filled.size() == 1 || text == filled[0] + filled[1];
    if (std::string rows = isOne || isCaption(filled) ? countIn(words) : std::string(); !rows.empty()) {
        if (out.rows.empty())
            out.rows = std::move(rows);
        return true;
    }
    // `Filter: area = MIX`: the mark tells it from a row that holds two values.
    const std::size_t mark = filled.front().find(':');
    if (mark == std::string::npos || wordOf(filled.front().substr(0, mark)) == nullptr)
        return false;
    ExportStatement said;
    if (!addStatementRow(filled, said))
        return false;
    out.add(said);
    return true;
}

void takeFooters(std::vector<std::vector<std::string>>& rows, std::size_t columns, ExportStatement* statement)
{
    if (columns < Footers::kLeastColumns)
        return;
    ExportStatement said;
    std::erase_if(rows, [&](const std::vector<std::string>& row) {
        std::vector<std::string> filled;
        std::copy_if(
            row.begin(), row.end(), std::back_inserter(filled), [](const std::string& cell) { return !cell.empty(); });
        return isFooter(filled, said);
    });
    if (statement != nullptr)
        statement->add(said);
}

void Footers::take(RowBlock& block, std::size_t columns)
{
    if (columns < kLeastColumns)
        return;
    const auto isIt = [&](const RowBlock::Row& row) {
        if (row.flaw != RowFlaw::None)
            return false;
        std::array<std::string_view, 2> filled;
        std::size_t found = 0;
        for (std::size_t c = 0; c < row.fieldCount; ++c) {
            if (const std::string_view cell = trimmed(block.field(row, c)); !cell.empty()) {
                if (found == filled.size() || cell.size() > kLongestFooter)
                    return false; // most rows: their third value
                filled[found++] = cell;
            }
        }
        if (!isFooter(std::vector<std::string>(filled.begin(), filled.begin() + found), statement))
            return false;
        if (++count <= kMostTexts)
            texts.push_back(shownText(trimmed(block.raw(row)), kLongestFooter));
        return true;
    };
    std::erase_if(block.rows, isIt);
}

std::vector<std::string> Footers::remarks() const
{
    std::vector<std::string> out;
    for (const std::string& text : texts)
        out.push_back("a line says something of the list and is no row: " + text);
    if (count > texts.size())
        out.push_back("and " + counted(count - texts.size(), "more such line", "more such lines"));
    return out;
}

} // namespace antecedent::importers
