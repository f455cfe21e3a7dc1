// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/twin/record_index.h"

#include "model/base/time.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace antecedent::second {

namespace {

// The fields of one row by the names of their columns; an absent column reads as unknown.
class Fields
{
public:
    Fields(const TwinTable& table, const std::vector<std::string>& row)
        : m_table(table)
        , m_row(row)
    {
    }
    const std::string& operator[](std::string_view name) const
    {
        static const std::string none;
        const std::size_t position = m_table.column(name);
        return position < m_row.size() ? m_row[position] : none;
    }

private:
    const TwinTable& m_table;
    const std::vector<std::string>& m_row;
};

std::string trim(const std::string& text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first == std::string::npos ? std::string()
                                      : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string join(std::string head, char separator, const std::string& part)
{
    const std::string text = trim(part);
    if (text.empty())
        return head;
    return head.empty() ? text : head + separator + text;
}

std::string firstKnown(std::initializer_list<std::string> texts)
{
    for (const std::string& text : texts)
        if (!text.empty())
            return text;
    return {};
}

// Class, onset and end by table; README.txt of a twin states the same rules.
struct Axis
{
    std::string eventClass;
    std::string onset;
    std::string end;
};

Axis axisOf(const std::string& table, const Fields& f)
{
    if (table == "events")
        return {join(trim(f["category"]), ':', f["code"]), f["time"], f["end"]};
    if (table == "work_orders")
        return {join("work_order", ':', join(trim(f["type"]), '/', f["failure_mode"])),
            firstKnown({f["reported"], f["started"], f["finished"]}), f["finished"]};
    if (table == "calibrations")
        return {join("calibration", ':', firstKnown({f["as_found_result"], f["result"]})), f["performed"], {}};
    if (table == "cleanings")
        return {join(join("cleaning", ':', f["type"]), ':', f["result"]), f["start"], f["end"]};
    if (table == "genealogy" && f["direction"] != "produced")
        return {join("material", ':', firstKnown({f["material_lot"], f["source_batch_id"]})), f["time"], {}};
    if (table == "changes")
        return {join("change", ':', f["kind"]), f["effective"], f["end"]};
    if (table == "results")
        return {join(join("result", ':', f["test"]), ':', f["outcome"]), firstKnown({f["sampled"], f["reported"]}), {}};
    if (table == "batches")
        return {join("recipe", ':', f["recipe"]), f["start"], {}};
    if (table == "batch_steps")
        return {join("step", ':', f["name"]), f["start"], f["end"]};
    return {};
}

Record recordOf(const std::string& name, const TwinTable& table, const std::vector<std::string>& row)
{
    const Fields f(table, row);
    Record record;
    record.id = f["record_id"];
    record.table = name;
    record.asset = f[name == "results" ? "location" : "asset_id"];
    record.batch = f["batch_id"];
    record.answers = f["deviation_id"];
    const Axis axis = axisOf(name, f);
    record.eventClass = axis.eventClass;
    record.onsetUs = microseconds(axis.onset);
    record.endUs = f["open"] == "yes" ? kOpen : microseconds(axis.end);
    double uncertainty = 0;
    const std::string& text = f["onset_uncertainty_s"];
    std::from_chars(text.data(), text.data() + text.size(), uncertainty);
    record.uncertaintyUs = std::llround(uncertainty * 1e6);
    for (const std::string& field : row)
        if (const std::int64_t us = microseconds(field); us != kUndated)
            record.timesUs.push_back(us);
    return record;
}

} // namespace

std::int64_t microseconds(const std::string& text)
{
    // Only the form that tables have: it ends in Z.
    if (text.size() < 17 || text.back() != 'Z')
        return kUndated;
    const std::optional<IsoTime> parsed = parseIso(text);
    return parsed ? parsed->us : kUndated;
}

RecordIndex::RecordIndex(const TwinTables& tables)
{
    for (const auto& [name, table] : tables) {
        for (const auto& row : table.rows) {
            const Fields f(table, row);
            if (name == "assets")
                m_assetClass[f["asset_id"]] = f["asset_class"];
            else if (name == "batches")
                m_batches[f["batch_id"]] = {f["disposition"], f["distributed"]};
            m_records.push_back(recordOf(name, table, row));
        }
    }
    for (std::size_t i = 0; i < m_records.size(); ++i) {
        m_byId.emplace(m_records[i].id, i);
        if (!m_records[i].eventClass.empty())
            m_byClass[m_records[i].eventClass].push_back(&m_records[i]);
    }
    for (auto& [name, records] : m_byClass)
        std::sort(records.begin(), records.end(), [](const Record* a, const Record* b) {
            return a->onsetUs != b->onsetUs ? a->onsetUs < b->onsetUs : a->id < b->id;
        });
}

const Record* RecordIndex::find(const std::string& id) const
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : &m_records[found->second];
}

const std::vector<const Record*>& RecordIndex::ofClass(const std::string& eventClass) const
{
    static const std::vector<const Record*> none;
    const auto found = m_byClass.find(eventClass);
    return found == m_byClass.end() ? none : found->second;
}

std::string RecordIndex::assetClassOf(const std::string& asset) const
{
    const auto found = m_assetClass.find(asset);
    return found == m_assetClass.end() ? std::string() : found->second;
}

} // namespace antecedent::second
