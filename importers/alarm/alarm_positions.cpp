// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/alarm/alarm_positions.h"

#include "importers/alarm/alarm_dialect.h"
#include "importers/text/clock_text.h"
#include "importers/text/fixed_width.h"
#include "importers/text/time_text.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

namespace antecedent::importers {

namespace {

constexpr std::size_t kMostLines = 200;
constexpr std::size_t kMostHead = std::size_t{256} * 1024;
constexpr std::size_t kLeastForGaps = 5; // lines

using Cells = std::vector<std::string_view>;

constexpr std::array<std::string_view, 23> kInduSoftAlarm{"File_Version", "Al_Start_Date", "Al_Start_Time", "Al_Tag",
    "Al_Message", "Al_Ack", "Al_Active", "Al_Tag_Value", "Al_Group", "Al_Priority", "Al_Selection", "Al_Type",
    "Al_Ack_Req", "Al_Norm_Date", "Al_Norm_Time", "Al_Ack_Date", "Al_Ack_Time", "Al_User", "Al_User_Comment",
    "Al_User_Full", "Al_Station", "Al_Prev_Tag_Value", "Bias"};
constexpr std::size_t kLeastAlarm = 17; // version 001
constexpr std::size_t kMostAlarm = 26;
constexpr std::array<std::string_view, 13> kInduSoftEvent{"File_Version", "Event_Type", "Event_Time", "Event_Info",
    "Value", "Source", "User", "User_Full", "Message", "Station", "Comment", "Previous_Value", "Bias"};
constexpr std::size_t kLeastEvent = 10; // version 001
constexpr std::array<std::size_t, 8> kCitectWidths{23, 32, 80, 16, 16, 16, 16, 16};
constexpr std::array<std::string_view, 8> kCitect{
    "LocalTimeDate", "Tag", "Desc", "Category", "LogState", "State", "State_Desc", "Type"};
constexpr std::size_t kSecondsEnd = 19; // of `2026-03-29 01:58:10`

bool isVersion(std::string_view text)
{
    return text.size() == 3 && text.starts_with("00") && text[2] >= '1' && text[2] <= '9';
}

bool isInduSoftAlarm(const Cells& cells)
{
    return cells.size() >= kLeastAlarm && cells.size() <= kMostAlarm && isVersion(trimmed(cells[0]))
        && isTimeText(trimmed(cells[1])) && isClockText(cells[2]);
}

// Whether date and time of day stand in cells of their own.
bool isSplit(const Cells& cells)
{
    return cells.size() > 3 && trimmed(cells[2]).find(':') == std::string_view::npos && isClockText(cells[3]);
}

bool isInduSoftEvent(const Cells& cells)
{
    const std::size_t more = isSplit(cells) ? 1 : 0;
    if (cells.size() < kLeastEvent + more || cells.size() > kInduSoftEvent.size() + more
        || !isVersion(trimmed(cells[0])))
        return false;
    const std::string_view type = trimmed(cells[1]);
    return type.size() == 1 && type[0] >= '1' && type[0] <= '7' && isTimeText(trimmed(cells[2]));
}

struct Lines
{
    std::string text;
    std::vector<std::string_view> lines; // that are not blank
    EncodingGuess encoding;
};

Lines linesOf(std::string_view head, const TextHints& hints)
{
    Lines out;
    const bool isWhole = head.size() < kHeadBytes;
    out.encoding = encodingOf(head, isWhole, hints.encoding);
    const std::string_view begin = head.substr(out.encoding.bomBytes, kMostHead);
    const bool isAll = isWhole && out.encoding.bomBytes + begin.size() == head.size();
    Decoder decoder(out.encoding.encoding);
    decoder.decode(begin, isAll, out.text);
    std::string_view rest = out.text;
    while (!rest.empty() && out.lines.size() < kMostLines) {
        const std::size_t end = rest.find_first_of("\r\n");
        if (end == std::string_view::npos && !isAll)
            break; // may be cut
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (!trimmed(line).empty())
            out.lines.push_back(line);
    }
    return out;
}

// Most lines have the shape, the first one among them.
bool areMost(const std::vector<std::string_view>& lines, const LineCutter& cut)
{
    Cells cells;
    std::size_t good = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool isGood = cut(lines[i], cells);
        if (i == 0 && !isGood)
            return false;
        good += isGood ? 1U : 0U;
    }
    return !lines.empty() && good * 10 >= lines.size() * 9;
}

PositionalJournal journalOf(const Lines& lines, std::vector<std::string> names, LineCutter cut)
{
    PositionalJournal out;
    out.head.encoding = lines.encoding;
    out.head.columns = std::move(names);
    out.head.dialect.isTable = true;
    out.head.dialect.dialect.hasHeader = true;
    out.head.dialect.columns = out.head.columns.size();
    out.lines = lines.lines.size();
    Cells cells;
    for (const std::string_view line : lines.lines) {
        if (!cut(line, cells))
            continue;
        std::vector<std::string>& row = out.head.rows.emplace_back();
        for (const std::string_view cell : cells)
            row.emplace_back(trimmed(cell));
    }
    out.cut = std::move(cut);
    return out;
}

LineCutter byBars(bool (*isShape)(const Cells&))
{
    return [isShape](std::string_view line, Cells& cells) {
        cells = split(line, '|');
        if (cells.size() > 1 && trimmed(cells.back()).empty() && !isShape(cells))
            cells.pop_back(); // a bar behind the last cell
        return isShape(cells);
    };
}

std::optional<PositionalJournal> induSoft(const Lines& lines)
{
    if (LineCutter cut = byBars(&isInduSoftAlarm); areMost(lines.lines, cut)) {
        std::vector<std::string> names(kInduSoftAlarm.begin(), kInduSoftAlarm.end());
        while (names.size() < kMostAlarm)
            names.push_back("P" + std::to_string(names.size() + 1));
        return journalOf(lines, std::move(names), std::move(cut));
    }
    if (LineCutter cut = byBars(&isInduSoftEvent); areMost(lines.lines, cut)) {
        std::vector<std::string> names(kInduSoftEvent.begin(), kInduSoftEvent.end());
        if (isSplit(split(lines.lines.front(), '|')))
            names.insert(names.begin() + 3, "Event_Clock");
        return journalOf(lines, std::move(names), std::move(cut));
    }
    return std::nullopt;
}

bool isCitectState(std::string_view text)
{
    static constexpr std::array<std::string_view, 4> kLevels{"HIGH", "LOW", "DEVIATION", "RATE"};
    return alarmStateOf(text).has_value()
        || std::any_of(kLevels.begin(), kLevels.end(), [&](std::string_view level) { return text.starts_with(level); });
}

LineCutter byPosition(std::vector<FixedCell> cells)
{
    return [cells = std::move(cells)](std::string_view line, Cells& out) {
        return cutFixed(line, cells, out) && !out.empty() && isTimeText(trimmed(out[0]));
    };
}

// The first column whose cells are states, of most lines.
std::size_t stateColumn(const std::vector<std::vector<std::string>>& rows, std::size_t columns)
{
    for (std::size_t c = 2; c < columns; ++c) {
        const auto known = std::count_if(
            rows.begin(), rows.end(), [&](const auto& row) { return c < row.size() && isCitectState(row[c]); });
        if (known > 0 && static_cast<std::size_t>(known) * 2 >= rows.size())
            return c;
    }
    return columns;
}

// Where the time ends: at the first character behind the seconds that is blank in all lines.
std::size_t timeEnd(std::span<const std::string_view> lines)
{
    for (std::size_t at = kSecondsEnd; at < kSecondsEnd + 8; ++at)
        if (std::all_of(lines.begin(), lines.end(),
                [&](std::string_view line) { return at >= line.size() || line[at] == ' '; }))
            return at;
    return 0;
}

std::optional<PositionalJournal> citect(const Lines& lines)
{
    std::vector<std::string_view> timed; // a few lines may be something else
    for (const std::string_view line : lines.lines)
        if (isTimeText(line.substr(0, kSecondsEnd)))
            timed.push_back(line);
    if (timed.size() * 10 < lines.lines.size() * 9)
        return std::nullopt;
    std::vector<std::string> names(kCitect.begin(), kCitect.end());
    constexpr std::size_t kLogState = 4;
    if (LineCutter cut = byPosition(cellsOfWidths(kCitectWidths)); areMost(lines.lines, cut)) {
        PositionalJournal out = journalOf(lines, names, std::move(cut));
        if (stateColumn(out.head.rows, names.size()) == kLogState)
            return out;
    }
    const std::size_t end = timeEnd(timed);
    if (timed.size() < kLeastForGaps || end == 0)
        return std::nullopt;
    std::vector<FixedCell> cells = cellsOfGaps(timed, 2, end);
    cells.insert(cells.begin(), FixedCell{0, end});
    LineCutter cut = byPosition(cells);
    if (cells.size() < 3 || !areMost(lines.lines, cut))
        return std::nullopt;
    PositionalJournal out = journalOf(lines, {}, std::move(cut));
    const std::size_t state = stateColumn(out.head.rows, cells.size());
    if (state == cells.size())
        return std::nullopt;
    // In the order of the default: time, tag, description, category, state; what else there is keeps its place as name.
    for (std::size_t c = 0; c < cells.size(); ++c)
        out.head.columns.push_back("column " + std::to_string(c + 1));
    for (std::size_t c = 0; c < std::min<std::size_t>(state, kLogState); ++c)
        out.head.columns[c] = names[c];
    out.head.columns[state] = names[kLogState];
    out.isCertain = false;
    return out;
}

} // namespace

std::optional<PositionalJournal> findPositionalJournal(std::string_view head, const TextHints& hints)
{
    const Lines lines = linesOf(head, hints);
    if (lines.lines.empty())
        return std::nullopt;
    const std::string_view first = lines.lines.front();
    if (first.find('|') != std::string_view::npos)
        return induSoft(lines);
    if (first.size() > kSecondsEnd && isTimeText(first.substr(0, kSecondsEnd))
        && first.find_first_of("\t;,") > kSecondsEnd)
        return citect(lines);
    return std::nullopt;
}

} // namespace antecedent::importers
