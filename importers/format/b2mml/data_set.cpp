// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/b2mml/data_set.h"

#include "importers/text/cut_text.h"
#include "importers/text/time_text.h"
#include "model/base/text.h"
#include "model/base/time.h"

#include <cmath>
#include <optional>

namespace antecedent::importers {

namespace {

using Column = B2mmlColumn;

constexpr XmlFragment::Node kRoot = XmlFragment::root();
constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kMost = std::int64_t{100} * 366 * 86'400 * kSecond;
constexpr std::size_t kMaxTags = 100'000;

// A decimal number without sign at the front of `text`, which loses it.
std::optional<double> takeNumber(std::string_view& text)
{
    double out = 0;
    double scale = 0;
    bool hasDigit = false;
    std::size_t used = 0;
    for (; used < text.size() && used < 20; ++used) {
        const char c = text[used];
        if ((c == '.' || c == ',') && scale == 0) {
            scale = 1;
            continue;
        }
        if (c < '0' || c > '9')
            break;
        out = out * 10 + (c - '0');
        scale *= 10;
        hasDigit = true;
    }
    if (!hasDigit)
        return std::nullopt;
    text.remove_prefix(used);
    return scale > 0 ? out / scale : out;
}

std::optional<double> isoSeconds(std::string_view text)
{
    double out = 0;
    bool isTime = false;
    text.remove_prefix(1);
    if (text.empty() || text == "T")
        return std::nullopt;
    while (!text.empty()) {
        if (text.front() == 'T' && !isTime) {
            isTime = true;
            text.remove_prefix(1);
            continue;
        }
        const std::optional<double> number = takeNumber(text);
        if (!number || text.empty())
            return std::nullopt;
        const char unit = text.front();
        text.remove_prefix(1);
        // Years and months have no length of their own.
        if (unit == 'D' && !isTime)
            out += *number * 86'400;
        else if (unit == 'H' && isTime)
            out += *number * 3600;
        else if (unit == 'M' && isTime)
            out += *number * 60;
        else if (unit == 'S' && isTime)
            out += *number;
        else
            return std::nullopt;
    }
    return out;
}

// Negative: no relative time.
double secondsOf(std::string_view text)
{
    if (text.starts_with('P'))
        return isoSeconds(text).value_or(-1);
    std::string_view rest = text;
    const double number = takeNumber(rest).value_or(-1);
    if (rest.empty())
        return number;
    const std::optional<Duration> duration = parseDurationText(text);
    return duration ? toSeconds(*duration) : -1;
}

} // namespace

std::optional<std::int64_t> relativeTimeOf(std::string_view text)
{
    text = trimmed(text);
    const bool isNegative = text.starts_with('-');
    if (isNegative)
        text.remove_prefix(1);
    const double seconds = secondsOf(text);
    if (seconds < 0 || seconds * static_cast<double>(kSecond) > static_cast<double>(kMost))
        return std::nullopt;
    const auto us = static_cast<std::int64_t>(std::llround(seconds * static_cast<double>(kSecond)));
    return isNegative ? -us : us;
}

std::string movedTime(std::string_view start, std::int64_t us)
{
    IsoTime time;
    if (parseTimeText(start, DateOrder::Ymd, TimeForm::Calendar, time) != TimeText::Ok)
        return {};
    const Timestamp at(Duration(time.us + us));
    const int digits = at.time_since_epoch().count() % kSecond == 0 ? 0 : 6;
    std::string out = time.hasOffset ? formatWithOffset(at, time.offsetMinutes, digits) : formatUtc(at, digits);
    if (!time.hasOffset)
        out.pop_back(); // Z
    return out;
}

void DataSet::takeTimeSpecification(const XmlFragment& specification)
{
    const std::string relative = toLowerAscii(specification.childText(kRoot, "relative"));
    m_isRelative = relative == "true" || relative == "1" || relative == "yes";
    m_offset = specification.childText(kRoot, "offsettime");
}

void DataSet::takeTag(const XmlFragment& tag, std::uint64_t line)
{
    if (m_tags.size() >= kMaxTags)
        return;
    const std::string index(tag.childText(kRoot, "tagindex"));
    std::string_view name = tag.childText(kRoot, "datasource");
    if (name.empty())
        name = tag.childText(kRoot, "alias");
    if (name.empty())
        name = tag.childText(kRoot, "description");
    if (index.empty() || name.empty()) {
        m_rows->add("damaged", elementAt(line, "TagSpecification"))[Column::Text] = "a tag without index or name";
        return;
    }
    m_order.push_back(index);
    m_tags.insert_or_assign(index, std::string(name));
    B2mmlRow& row = m_rows->add("tag", elementAt(line, "TagSpecification"));
    row[Column::Tag] = name;
    row[Column::AssetId] = tag.childText(kRoot, "equipmentid");
    row[Column::PhysicalAsset] = tag.childText(kRoot, "physicalassetid");
    row[Column::Text] = tag.childText(kRoot, "description");
    row[Column::Unit] = tag.childText(kRoot, "unitofmeasure");
}

std::string DataSet::timeOf(std::string_view text) const
{
    if (!m_isRelative)
        return std::string(text);
    std::string out;
    if (const std::optional<std::int64_t> apart = relativeTimeOf(text)) {
        out = movedTime(m_start, *apart);
    } else {
        IsoTime time;
        IsoTime from;
        if (parseTimeText(text, DateOrder::Ymd, TimeForm::Calendar, time) == TimeText::Ok
            && parseTimeText(m_offset, DateOrder::Ymd, TimeForm::Calendar, from) == TimeText::Ok)
            out = movedTime(m_start, time.us - from.us);
    }
    return out.empty() ? "relative " + std::string(text) : out;
}

void DataSet::addSample(
    std::string_view time, std::string_view index, std::string_view value, std::string_view quality, std::uint64_t line)
{
    const auto tag = m_tags.find(index);
    B2mmlRow& row = m_rows->add(tag == m_tags.end() ? "damaged" : "sample", elementAt(line, "OrderedData"));
    row[Column::Time] = time;
    row[Column::Value] = value;
    row[Column::Quality] = quality;
    if (tag == m_tags.end())
        row[Column::Text] = "no tag has the index " + std::string(index);
    else
        row[Column::Tag] = tag->second;
}

void DataSet::takeOrder(const XmlFragment& order, std::uint64_t line)
{
    const std::string time = timeOf(order.childText(kRoot, "timevalue"));
    std::size_t place = 0;
    for (auto node = order.child(kRoot, "datavalue"); node != XmlFragment::kNone;
         node = order.nextNamed(node, "datavalue"), ++place) {
        std::string_view index = order.childText(node, "tagindex");
        if (index.empty() && place < m_order.size())
            index = m_order[place];
        const std::string_view value = order.childText(node, "value");
        if (!value.empty())
            addSample(time, index, value, order.childText(node, "quality"), line);
    }
}

// Rows of the block: an index at times, the time, a value per tag.
void DataSet::takeBlock(const XmlFragment& block, std::uint64_t line)
{
    std::string_view tagDelimiter = block.childText(kRoot, "tagdelimiter");
    std::string_view orderDelimiter = block.childText(kRoot, "orderdelimiter");
    if (tagDelimiter.empty())
        tagDelimiter = ",";
    if (orderDelimiter.empty())
        orderDelimiter = "\n";
    std::string_view rest = block.childText(kRoot, "delimiteddata");
    while (!rest.empty()) {
        const std::size_t end = rest.find(orderDelimiter);
        const std::string_view order = trimmed(rest.substr(0, end));
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + orderDelimiter.size());
        if (order.empty())
            continue;
        std::vector<std::string_view> cells;
        for (std::string_view left = order;;) {
            const std::size_t at = left.find(tagDelimiter);
            cells.push_back(trimmed(left.substr(0, at)));
            if (at == std::string_view::npos || cells.size() > m_order.size() + 2)
                break;
            left.remove_prefix(at + tagDelimiter.size());
        }
        const std::size_t values = m_order.size();
        if (cells.size() < values + 1 || cells.size() > values + 2) {
            m_rows->add("damaged", elementAt(line, "DelimitedDataBlock"))[Column::Text] =
                std::string(cutText(order, 200)) + ": not a time and a value for each tag";
            continue;
        }
        const std::size_t first = cells.size() - values;
        const std::string time = timeOf(cells[first - 1]);
        for (std::size_t i = 0; i < values; ++i)
            if (!cells[first + i].empty())
                addSample(time, m_order[i], cells[first + i], {}, line);
    }
}

} // namespace antecedent::importers
