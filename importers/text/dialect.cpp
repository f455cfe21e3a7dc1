// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/text/dialect.h"

#include "importers/text/encoding.h"
#include "importers/text/number_text.h"
#include "importers/text/row_block.h"
#include "importers/text/time_text.h"
#include "importers/text/tokenizer.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <set>

namespace antecedent::importers {

namespace {

constexpr std::size_t kSniffRows = 200;
constexpr std::size_t kMostTitles = 40;

using Rows = std::vector<std::vector<std::string>>;

// Number of fields that most rows have; more fields win a tie.
std::size_t usualCount(const Rows& rows)
{
    std::map<std::size_t, std::size_t> counts;
    for (const auto& row : rows)
        ++counts[row.size()];
    std::size_t best = 0;
    std::size_t bestRows = 0;
    for (const auto& [count, times] : counts) {
        if (times >= bestRows) {
            best = count;
            bestRows = times;
        }
    }
    return best;
}

// Number of fields up to the last one with text.
std::size_t filledCount(const std::vector<std::string>& row)
{
    std::size_t out = row.size();
    while (out > 0 && row[out - 1].empty())
        --out;
    return out;
}

std::size_t namedCount(const std::vector<std::string>& row)
{
    return static_cast<std::size_t>(
        std::count_if(row.begin(), row.end(), [](const std::string& cell) { return !cell.empty(); }));
}

// A name in each column, no two alike, and no value among them.
bool isFullHeading(const std::vector<std::string>& row, std::size_t columns)
{
    const std::set<std::string> names(row.begin(), row.end());
    return namedCount(row) >= columns && names.size() == row.size()
        && std::none_of(row.begin(), row.end(), [](const std::string& cell) { return looksLikeData(cell); });
}

// Few names, or `name: value`.
bool mayBeTitle(const std::vector<std::string>& row, std::size_t columns)
{
    return !isFullHeading(row, columns)
        && (namedCount(row) * 2 <= columns || std::any_of(row.begin(), row.end(), [](const std::string& cell) {
               return cell.find(": ") != std::string::npos;
           }));
}

// The first row that is as wide as the rows below it; rows above it are titles. Trailing delimiters do not count. Where
// a spreadsheet filled the titles up with empty cells, a full heading soon below is the one.
std::size_t findHeader(const Rows& rows)
{
    Rows filled;
    for (const auto& row : rows)
        filled.emplace_back(filledCount(row));
    const std::size_t usual = usualCount(filled);
    std::size_t out = 0;
    while (out < rows.size() && (rows[out].size() < usual || (usual > 1 && filledCount(rows[out]) < 2)))
        ++out;
    if (out < rows.size() && mayBeTitle(rows[out], usual))
        for (std::size_t next = out + 1; next < std::min(rows.size(), out + kMostTitles); ++next)
            if (isFullHeading(rows[next], usual))
                return next;
    return out;
}

struct Candidate
{
    char delimiter = ',';
    Rows rows;
    std::size_t columns = 0;
    double score = 0;
};

Candidate judge(std::string_view text, bool complete, char delimiter, char quote)
{
    Candidate out;
    out.delimiter = delimiter;
    out.rows = splitRows(text, complete, delimiter, quote, kSniffRows);
    out.columns = usualCount(out.rows);
    if (out.columns < 2)
        return out;
    std::size_t regular = 0;
    for (const auto& row : out.rows)
        if (row.size() == out.columns)
            ++regular;
    out.score = static_cast<double>(regular) / static_cast<double>(out.rows.size());
    // The header is the surest row: marks inside numbers and sentences do not occur in it.
    if (out.rows.front().size() == out.columns)
        out.score += 0.5;
    out.score += 0.001 * static_cast<double>(std::min<std::size_t>(out.columns, 50));
    return out;
}

bool headerLike(const std::vector<std::string>& row)
{
    std::size_t data = 0;
    std::size_t filled = 0;
    for (const std::string& cell : row) {
        if (cell.empty())
            continue;
        ++filled;
        if (looksLikeData(cell))
            ++data;
    }
    return filled > 0 && data * 2 <= filled;
}

// Counts numbers that can only be read with a comma, or with a point.
char guessDecimalMark(const Rows& rows, char delimiter)
{
    std::size_t commas = 0;
    std::size_t points = 0;
    for (const auto& row : rows) {
        for (const std::string& cell : row) {
            const std::size_t comma = cell.find(',');
            const std::size_t point = cell.find('.');
            if (comma == std::string::npos && point == std::string::npos)
                continue;
            Decimal value;
            const bool asComma = readNumber(cell, ',', value) == NumberStatus::Ok;
            const bool asPoint = readNumber(cell, '.', value) == NumberStatus::Ok;
            if (asComma && !asPoint)
                ++commas;
            else if (asPoint && !asComma)
                ++points;
        }
    }
    if (commas == 0 && points == 0)
        return '.';
    if (delimiter == ',' && commas <= points)
        return '.';
    return commas > points ? ',' : '.';
}

Phrase delimiterName(char delimiter)
{
    return delimiter == '\t' ? phrase("tab") : Phrase(std::string("'") + delimiter + "'");
}

} // namespace

std::vector<std::vector<std::string>> splitRows(
    std::string_view text, bool complete, char delimiter, char quote, std::size_t limit)
{
    RowBlock block;
    block.buffer = std::make_shared<char[]>(text.size() + RowBlock::kSlack);
    if (!text.empty())
        std::memcpy(block.buffer.get(), text.data(), text.size());
    Tokenizer tokenizer(delimiter, quote);
    tokenizer.split(block, text.size(), complete);
    Rows out;
    for (const RowBlock::Row& row : block.rows) {
        if (out.size() == limit)
            break;
        if (row.flaw != RowFlaw::None)
            continue;
        std::vector<std::string> fields;
        fields.reserve(row.fieldCount);
        for (std::size_t c = 0; c < row.fieldCount; ++c)
            fields.emplace_back(trimmed(block.field(row, c)));
        out.push_back(std::move(fields));
    }
    return out;
}

bool looksLikeData(std::string_view cell)
{
    if (cell.empty())
        return false;
    Decimal number;
    if (readNumber(cell, '.', number) == NumberStatus::Ok || readNumber(cell, ',', number) == NumberStatus::Ok)
        return true;
    const bool hasDigit = std::any_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
    IsoTime time;
    return hasDigit && parseTimeText(cell, DateOrder::Dmy, TimeForm::Calendar, time) == TimeText::Ok;
}

std::vector<std::string> columnNames(const std::vector<std::string>& header, std::size_t columns)
{
    std::vector<std::string> out;
    std::map<std::string, int> seen;
    for (std::size_t i = 0; i < std::max(columns, header.size()); ++i) {
        std::string name = i < header.size() ? header[i] : std::string();
        if (!isValidUtf8(name) || name.find('\0') != std::string::npos)
            name = shownText(name, 200);
        if (name.empty())
            name = "column " + std::to_string(i + 1);
        const int times = ++seen[name];
        if (times > 1)
            name += " (" + std::to_string(times) + ")";
        out.push_back(std::move(name));
    }
    return out;
}

DialectGuess sniffDialect(std::string_view text, bool complete, const DialectHints& hints)
{
    const char quote = hints.quote.value_or('"');
    Candidate best;
    if (hints.delimiter) {
        best = judge(text, complete, *hints.delimiter, quote);
    } else {
        for (const char delimiter : {',', ';', '\t', '|'}) {
            Candidate candidate = judge(text, complete, delimiter, quote);
            if (candidate.score > best.score || best.rows.empty())
                best = std::move(candidate);
        }
    }
    DialectGuess out;
    out.dialect.delimiter = best.delimiter;
    out.dialect.quote = quote;
    out.columns = best.columns;
    std::vector<Phrase> reasons{hints.delimiter ? phrase("delimiter %1 as stated", delimiterName(best.delimiter))
                                                : phrase("delimiter %1", delimiterName(best.delimiter))};
    out.reason = reasons.front();
    std::size_t headerRow = 0;
    if (hints.titleRows) {
        headerRow = *hints.titleRows;
    } else {
        headerRow = findHeader(best.rows);
    }
    if (headerRow >= best.rows.size())
        return out;
    out.dialect.titleRows = static_cast<std::uint32_t>(headerRow);
    out.dialect.hasHeader = hints.header.value_or(headerLike(best.rows[headerRow]));
    out.columns = std::max(out.columns, best.rows[headerRow].size());
    if (out.dialect.hasHeader) {
        out.header = best.rows[headerRow];
        reasons.push_back(phrase("header in row %1", headerRow + 1));
    } else {
        reasons.push_back(phrase("no header"));
    }
    out.isTable = out.columns >= 2 || (out.dialect.hasHeader && complete && best.rows.size() > 1);
    out.dialect.decimalMark = hints.decimalMark.value_or(guessDecimalMark(best.rows, best.delimiter));
    reasons.push_back(out.dialect.decimalMark == ',' ? phrase("decimal comma") : phrase("decimal point"));
    out.reason = listOf(std::move(reasons), ", ");
    return out;
}

} // namespace antecedent::importers
