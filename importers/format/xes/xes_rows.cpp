// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/xes/xes_rows.h"

#include <algorithm>
#include <set>

namespace antecedent::importers {

namespace {

constexpr std::size_t kHeadingRows = 2000; // looked at for keys
constexpr std::size_t kHeadingBytes = std::size_t{4} << 20U;
constexpr std::size_t kMostKeys = 300;
constexpr std::size_t kMostAttributes = 1000; // of a row
constexpr std::size_t kMostBytes = std::size_t{1} << 20U; // of a row

const XesColumn* columnOf(std::string_view key)
{
    static constexpr std::pair<std::string_view, XesColumn> kKeys[] = {{"concept:name", XesColumn::Activity},
        {"concept:instance", XesColumn::Instance}, {"lifecycle:transition", XesColumn::Lifecycle},
        {"time:timestamp", XesColumn::Time}, {"org:resource", XesColumn::Resource}};
    for (const auto& [name, column] : kKeys)
        if (name == key)
            return &column;
    return nullptr;
}

} // namespace

void XesRow::set(std::string_view key, std::string_view value)
{
    if (value.empty())
        return;
    if (bytes + value.size() + key.size() > kMostBytes || attributes.size() >= kMostAttributes) {
        ++leftOut;
        return;
    }
    bytes += value.size() + key.size();
    if (const XesColumn* column = columnOf(key)) {
        if ((*this)[*column].empty())
            (*this)[*column] = value;
        return;
    }
    for (auto& [known, text] : attributes) {
        if (known == key) {
            text.append("; ").append(value);
            return;
        }
    }
    attributes.emplace_back(key, value);
}

const std::string* XesRow::find(std::string_view key) const
{
    const auto found =
        std::find_if(attributes.begin(), attributes.end(), [&](const auto& a) { return a.first == key; });
    return found == attributes.end() ? nullptr : &found->second;
}

std::string XesRow::take(std::string_view key)
{
    const auto found =
        std::find_if(attributes.begin(), attributes.end(), [&](const auto& a) { return a.first == key; });
    if (found == attributes.end())
        return {};
    std::string out = std::move(found->second);
    attributes.erase(found);
    return out;
}

void mergeInto(XesRow& start, XesRow&& complete)
{
    start.leftOut += complete.leftOut;
    start[XesColumn::End] = std::move(complete[XesColumn::Time]);
    start[XesColumn::EndElement] = std::move(complete[XesColumn::Element]);
    start[XesColumn::Lifecycle] = std::move(complete[XesColumn::Lifecycle]);
    const std::string& resource = complete[XesColumn::Resource];
    if (start[XesColumn::Resource].empty())
        start[XesColumn::Resource] = resource;
    else if (!resource.empty() && resource != start[XesColumn::Resource])
        start.set("org:resource (complete)", resource);
    for (const auto& [key, value] : complete.attributes) {
        const std::string* known = start.find(key);
        if (known == nullptr)
            start.set(key, value);
        else if (*known != value)
            start.set(key + " (complete)", value);
    }
}

void XesRows::add(XesRow&& row)
{
    m_bytes += row.bytes;
    m_leftOut += row.leftOut;
    m_rows.push_back(std::move(row));
}

void XesRows::writeHeadings(CsvWriter& out)
{
    std::set<std::string_view> known(kXesColumns.begin(), kXesColumns.end());
    known.insert("more");
    for (const XesRow& row : m_rows)
        for (const auto& [key, value] : row.attributes)
            if (m_keys.size() < kMostKeys && known.insert(key).second)
                m_keys.push_back(key);
    for (const std::string_view name : kXesColumns)
        out.cell(name);
    for (const std::string& key : m_keys)
        out.cell(key);
    out.cell("more");
    out.endRow();
    m_begun = true;
}

void XesRows::writeRow(CsvWriter& out, const XesRow& row) const
{
    for (const std::string& text : row.fixed)
        out.cell(text);
    for (const std::string& key : m_keys) {
        const std::string* value = row.find(key);
        out.cell(value != nullptr ? *value : std::string_view());
    }
    std::string more;
    for (const auto& [key, value] : row.attributes)
        if (std::find(m_keys.begin(), m_keys.end(), key) == m_keys.end())
            more += (more.empty() ? "" : "; ") + key + '=' + value;
    out.cell(more);
    out.endRow();
}

void XesRows::writeTo(CsvWriter& out, bool last)
{
    if (!m_begun) {
        if (!last && m_rows.size() < kHeadingRows && m_bytes < kHeadingBytes)
            return;
        writeHeadings(out);
    }
    for (const XesRow& row : m_rows)
        writeRow(out, row);
    m_rows.clear();
    m_bytes = 0;
}

} // namespace antecedent::importers
