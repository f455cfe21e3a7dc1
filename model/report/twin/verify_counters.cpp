// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/twin/verify_counters.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace antecedent::second {

namespace {

using Json = nlohmann::json;

std::int64_t timeOf(const Json& json, const char* key)
{
    return microseconds(json.at(key).get<std::string>());
}

class CounterCheck
{
public:
    CounterCheck(const Json& counter, const RecordIndex& records, TwinVerification& result)
        : m_counter(counter)
        , m_records(records)
        , m_result(result)
        , m_subject(counter.at("name").get<std::string>() + " of " + counter.at("asset").get<std::string>())
    {
    }

    void run()
    {
        for (const char* list : {"resets", "uses"})
            for (const Json& entry : m_counter.at(list))
                checkRecord(entry, std::string(list) == "uses");
        for (const char* list : {"failures", "controls"})
            for (const Json& point : m_counter.at(list))
                checkPoint(point);
        checkRange();
    }

private:
    void find(const std::string& subject, const std::string& record, std::string detail)
    {
        m_result.findings.push_back({"counter", subject, record, std::move(detail)});
    }

    // The record is there, and has the stated time; a use also the stated batch.
    void checkRecord(const Json& entry, bool isUse)
    {
        ++m_result.numbers;
        const std::string id = entry.at("record").get<std::string>();
        const Record* record = m_records.find(id);
        if (record == nullptr)
            return find(m_subject, id, "the record is not in the data");
        if (!std::count(record->timesUs.begin(), record->timesUs.end(), timeOf(entry, "at")))
            find(m_subject, id, "the record has no such time");
        const Json& batch = entry.contains("batch") ? entry.at("batch") : Json();
        if (isUse && record->batch != (batch.is_string() ? batch.get<std::string>() : std::string()))
            find(m_subject, id, "the record is of another batch");
    }

    // Naively: the last reset before the time, then each use from there on.
    std::optional<double> valueAt(std::int64_t us) const
    {
        std::optional<std::int64_t> last;
        for (const Json& reset : m_counter.at("resets"))
            if (const std::int64_t at = timeOf(reset, "at"); at < us)
                last = std::max(last.value_or(at), at);
        if (!last)
            return std::nullopt;
        if (m_counter.at("unit") == "days")
            return static_cast<double>(us - *last) / 86.4e9;
        std::set<std::string> batches;
        for (const Json& use : m_counter.at("uses"))
            if (const std::int64_t at = timeOf(use, "at"); at >= *last && at < us)
                batches.insert(use.at("batch").dump());
        return static_cast<double>(batches.size());
    }

    void checkPoint(const Json& point)
    {
        ++m_result.numbers;
        const std::string subject = m_subject + " at " + point.at("id").get<std::string>();
        const Json& id = point.at("record");
        if (id.is_string() && m_records.find(id.get<std::string>()) == nullptr)
            find(subject, id.get<std::string>(), "the record is not in the data");
        const double stated = point.at("value").get<double>();
        const std::optional<double> counted = valueAt(timeOf(point, "at"));
        if (!counted || std::abs(*counted - stated) > 1e-9 * std::max(1.0, stated))
            find(subject, id.is_string() ? id.get<std::string>() : std::string(),
                "stated " + Json(stated).dump() + ", recounted "
                    + (counted ? Json(*counted).dump() : std::string("unknown")));
    }

    void checkRange()
    {
        const Json& controls = m_counter.at("controls");
        if (controls.empty())
            return;
        m_result.numbers += 2;
        double low = controls.front().at("value").get<double>();
        double high = low;
        for (const Json& control : controls) {
            low = std::min(low, control.at("value").get<double>());
            high = std::max(high, control.at("value").get<double>());
        }
        if (m_counter.at("control_low") != Json(low) || m_counter.at("control_high") != Json(high))
            find(m_subject, {}, "the range at the controls is not that of their values");
    }

    const Json& m_counter;
    const RecordIndex& m_records;
    TwinVerification& m_result;
    std::string m_subject;
};

} // namespace

void checkCounters(const Json& twin, const RecordIndex& records, TwinVerification& result)
{
    const auto counters = twin.find("counters");
    if (counters == twin.end()) // older than the figure
        return;
    for (const Json& counter : *counters)
        CounterCheck(counter, records, result).run();
}

void checkTimeline(const Json& twin, const RecordIndex& records, TwinVerification& result)
{
    const auto timeline = twin.find("timeline");
    if (timeline == twin.end() || timeline->is_null())
        return;
    for (const Json& each : timeline->at("breaks")) {
        ++result.numbers;
        const std::int64_t from = timeOf(each, "from");
        const std::int64_t to = timeOf(each, "to");
        const std::string subject = "break of the timeline at " + each.at("from").get<std::string>();
        if (std::abs(each.at("seconds").get<double>() - static_cast<double>(to - from) / 1e6) > 1e-6)
            result.findings.push_back({"timeline", subject, {}, "its length is not that of its times"});
        for (const Json& id : timeline->at("records")) {
            const Record* record = records.find(id.get<std::string>());
            const auto isInside = [&](std::int64_t us) {
                return us != kUndated && us != kOpen && from < us && us < to;
            };
            if (record == nullptr)
                result.findings.push_back(
                    {"timeline", subject, id.get<std::string>(), "a record of the figure is not in the data"});
            else if (isInside(record->onsetUs) || isInside(record->endUs))
                result.findings.push_back(
                    {"timeline", subject, id.get<std::string>(), "a record begins or ends where none is drawn"});
        }
    }
}

} // namespace antecedent::second
