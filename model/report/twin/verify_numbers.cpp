// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/twin/recount.h"
#include "model/report/twin/second_path.h"
#include "model/report/twin/twin_ledger.h"
#include "model/report/twin/verify_counters.h"
#include "model/report/twin/verify_twin.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace antecedent {

namespace {

using Json = nlohmann::json;
using second::Record;
using second::RecordIndex;

std::string printed(const Json& value)
{
    return value.is_null() ? std::string("unknown") : value.dump();
}

std::optional<double> numberOf(const Json& json, const char* key)
{
    const auto found = json.find(key);
    return found == json.end() || !found->is_number() ? std::nullopt : std::optional(found->get<double>());
}

bool isClose(double a, double b, double relative)
{
    return std::abs(a - b) <= relative * std::max(std::abs(a), std::abs(b)) + 1e-300;
}

class NumberCheck
{
public:
    NumberCheck(const Json& twin, const RecordIndex& records, TwinVerification& result)
        : m_twin(twin)
        , m_records(records)
        , m_result(result)
    {
    }

    void run(const std::string& contentHash)
    {
        checkContent(contentHash);
        checkSources();
        checkMarks();
        const second::Recount recount(m_twin, m_records);
        for (const Json& candidate : m_twin.at("candidates"))
            checkCandidate(candidate, recount);
        checkHolm();
        checkChronology();
        checkCondition("then");
        checkCondition("now");
        second::checkCounters(m_twin, m_records, m_result);
        second::checkTimeline(m_twin, m_records, m_result);
        checkImpact();
        checkPins();
        second::checkLedger(m_twin, m_records, m_result);
    }

private:
    void find(const char* kind, std::string subject, std::string record, std::string detail)
    {
        m_result.findings.push_back({kind, std::move(subject), std::move(record), std::move(detail)});
    }
    void compareCount(const Json& candidate, const char* key, int recomputed)
    {
        ++m_result.numbers;
        const int stated = candidate.at(key).get<int>();
        if (stated != recomputed)
            find("count", key + subjectOf(candidate), {},
                "stated " + std::to_string(stated) + ", recounted " + std::to_string(recomputed));
    }
    void compareNumber(
        const char* kind, const Json& candidate, const char* key, std::optional<double> recomputed, double relative)
    {
        ++m_result.numbers;
        const std::optional<double> stated = numberOf(candidate, key);
        if (stated.has_value() == recomputed.has_value() && (!stated || isClose(*stated, *recomputed, relative)))
            return;
        find(kind, key + subjectOf(candidate), {},
            "stated " + printed(candidate.at(key)) + ", recomputed "
                + (recomputed ? Json(*recomputed).dump() : std::string("unknown")));
    }
    static std::string subjectOf(const Json& candidate)
    {
        return " of candidate " + std::to_string(candidate.at("rank").get<int>()) + " "
            + candidate.at("name").get<std::string>();
    }

    void checkContent(const std::string& contentHash)
    {
        if (contentHash.empty())
            return;
        ++m_result.numbers;
        if (m_twin.at("content_hash") != contentHash)
            find("content", "content hash of the data", {},
                "stated " + printed(m_twin.at("content_hash")) + ", the records have " + contentHash);
    }

    void checkSources()
    {
        for (const Json& s : m_twin.at("sources")) {
            ++m_result.numbers;
            const auto n = [&](const char* key) { return s.at(key).get<std::uint64_t>(); };
            if (n("rows_read") != n("rows_stored") + n("rows_rejected") + n("rows_duplicate"))
                find("source", "rows_read of " + s.at("name").get<std::string>(), {},
                    "is not stored + rejected + duplicate");
        }
    }

    void checkMarks()
    {
        for (const Json& mark : m_twin.at("marks"))
            for (const Json& id : mark.at("records")) {
                ++m_result.numbers;
                if (m_records.find(id.get<std::string>()) == nullptr)
                    find("mark", mark.at("mark").get<std::string>() + " (" + mark.at("what").get<std::string>() + ")",
                        id.get<std::string>(), "the record is not in the data");
            }
    }

    void checkCandidate(const Json& candidate, const second::Recount& recount)
    {
        ++m_result.candidates;
        const second::CandidateCount count = recount.count(candidate);
        m_result.candidatesFromRecords += count.isFromRecords ? 1 : 0;
        for (const second::WindowDoubt& doubt : count.doubts)
            find("window", "exposure of window " + doubt.window + subjectOf(candidate), doubt.record, doubt.detail);
        compareCount(candidate, "case_windows", count.caseWindows);
        compareCount(candidate, "case_exposed", count.caseExposed);
        compareCount(candidate, "control_windows", count.controlWindows);
        compareCount(candidate, "control_exposed", count.controlExposed);
        if (candidate.at("design").get<std::string>() == "rank") {
            if (count.rankP)
                compareNumber("test", candidate, "p_exact", count.rankP, 1e-8);
            return;
        }
        const second::TestResult test = second::exactTest(count.strata);
        constexpr double kTight = 1e-8;
        constexpr double kSolved = 1e-5;
        compareNumber("test", candidate, "p_exact", test.p, kTight);
        compareNumber("test", candidate, "p_mid", test.pMid, kTight);
        compareNumber("test", candidate, "p_smallest", test.pSmallest, kTight);
        compareNumber("test", candidate, "ci_high", test.ciHigh, kSolved);
        compareNumber("test", candidate, "ci_low", test.ciLow.value_or(0), kSolved);
        if (test.oddsRatio)
            compareNumber("test", candidate, "odds_ratio", test.oddsRatio, kSolved);
        if (count.medianOffsetS)
            compareNumber("median", candidate, "median_offset_s", count.medianOffsetS, kTight);
    }

    void checkHolm()
    {
        std::vector<const Json*> tested;
        std::vector<double> p;
        for (const Json& candidate : m_twin.at("candidates"))
            if (numberOf(candidate, "p_adjusted") && numberOf(candidate, "p_exact")) {
                tested.push_back(&candidate);
                p.push_back(*numberOf(candidate, "p_exact"));
            }
        const std::vector<double> adjusted = second::holm(p);
        for (std::size_t i = 0; i < tested.size(); ++i)
            compareNumber("holm", *tested[i], "p_adjusted", adjusted[i], 1e-8);
        const Json& preflight = m_twin.at("preflight");
        if (preflight.is_null())
            return;
        const auto compare = [&](const char* key, std::size_t recomputed) {
            ++m_result.numbers;
            if (preflight.at(key).get<std::size_t>() != recomputed)
                find("count", std::string(key) + " of the pre-flight line", {},
                    "stated " + printed(preflight.at(key)) + ", recounted " + std::to_string(recomputed));
        };
        compare("candidates_testable", tested.size());
        compare("candidates_tried", m_twin.at("candidates").size());
    }

    void checkChronology()
    {
        for (const Json& row : m_twin.at("chronology").at("rows")) {
            ++m_result.numbers;
            const std::string id = row.at("record").get<std::string>();
            const Record* record = m_records.find(id);
            const std::string subject = "chronology row " + row.at("at").get<std::string>();
            if (record == nullptr) {
                find("chronology", subject, id, "the record is not in the data");
                continue;
            }
            // A corrected stamp differs from the record; then the stated original one is the record's.
            const Json& original = row.at("original");
            const std::int64_t us = second::microseconds(
                original.is_string() ? original.get<std::string>() : row.at("at").get<std::string>());
            if (!std::count(record->timesUs.begin(), record->timesUs.end(), us))
                find("chronology", subject, id, "the record has no such time");
        }
    }

    void checkCondition(const char* known)
    {
        const Json& card = m_twin.at("condition").at(known);
        if (card.is_null())
            return;
        const std::int64_t at = second::microseconds(card.at("at").get<std::string>());
        for (const Json& counter : card.at("counters")) {
            const Json& id = counter.at("record");
            if (!id.is_string())
                continue;
            ++m_result.numbers;
            const std::string subject = counter.at("name").get<std::string>() + " of "
                + card.at("asset").get<std::string>() + ", as known " + known;
            const Record* record = m_records.find(id.get<std::string>());
            const std::int64_t last = second::microseconds(counter.at("last").get<std::string>());
            if (record == nullptr)
                find("condition", subject, id.get<std::string>(), "the record is not in the data");
            else if (!std::count(record->timesUs.begin(), record->timesUs.end(), last))
                find("condition", subject, id.get<std::string>(), "the record has no such time");
            const std::optional<double> hours = numberOf(counter, "hours");
            if (hours && !isClose(*hours, static_cast<double>(at - last) / 3.6e9, 1e-9))
                find("condition", "hours " + subject, id.get<std::string>(),
                    "do not reach from the last record to the failure");
        }
    }

    void checkImpact()
    {
        const Json& assessment = m_twin.at("assessment");
        if (assessment.is_null())
            return;
        int impacted = 0;
        for (const Json& batch : assessment.at("batches")) {
            const std::string id = batch.at("batch").get<std::string>();
            impacted += batch.at("impacted").get<bool>() ? 1 : 0;
            m_result.numbers += 2;
            if (!m_records.hasBatch(id)) {
                find("impact", "batch " + id, {}, "is not in the batch records");
                continue;
            }
            const auto& [disposition, distributed] = m_records.outcomeOf(id);
            const auto differs = [&](const char* key, const std::string& recorded) {
                const Json& stated = batch.at(key);
                return (stated.is_string() ? stated.get<std::string>() : std::string()) != recorded;
            };
            if (differs("disposition", disposition))
                find("impact", "disposition of batch " + id, {}, "the batch record says \"" + disposition + "\"");
            if (differs("distributed", distributed))
                find("impact", "distribution of batch " + id, {}, "the batch record says \"" + distributed + "\"");
        }
        ++m_result.numbers;
        if (assessment.at("impacted_count").get<int>() != impacted)
            find("impact", "number of impacted batches", {},
                "stated " + printed(assessment.at("impacted_count")) + ", recounted " + std::to_string(impacted));
    }

    // Every pinned record is in the data, and a mechanism stands on a pin that the twin states.
    void checkPins()
    {
        const Json& assessment = m_twin.at("assessment");
        std::set<std::string> mechanisms; // candidates
        if (!assessment.is_null())
            for (const Json& pin : assessment.value("pins", Json::array())) {
                const std::string id = pin.at("id").get<std::string>();
                if (pin.at("role") == "mechanism")
                    mechanisms.insert(pin.at("candidate").get<std::string>());
                for (const Json& record : pin.at("records")) {
                    ++m_result.numbers;
                    const std::string pinned = record.at("id").get<std::string>();
                    if (m_records.find(pinned) == nullptr)
                        find("pin", id + ", " + record.at("words").get<std::string>(), pinned,
                            "the pinned record is not in the data");
                }
            }
        for (const Json& candidate : m_twin.at("candidates")) {
            const std::string name = candidate.at("name").get<std::string>();
            const bool isMechanism = candidate.at("verdict") == "mechanism";
            if (isMechanism && candidate.value("pins", Json::array()).empty())
                find("pin", "verdict" + subjectOf(candidate), {}, "is mechanism, and no pin says so");
            if (mechanisms.erase(name) > 0 && !isMechanism)
                find("pin", "verdict" + subjectOf(candidate), {}, "is not mechanism, though a pin says so");
        }
        for (const std::string& name : mechanisms)
            find("pin", name, {}, "is pinned, and is no candidate of the report");
        if (assessment.is_null() || assessment.at("verdict") != "mechanism")
            return;
        ++m_result.numbers;
        const Json stated = assessment.value("pins", Json::array());
        const bool isPinned =
            std::any_of(stated.begin(), stated.end(), [](const Json& pin) { return pin.at("role") == "mechanism"; });
        if (!isPinned)
            find("pin", "verdict of the failure", {}, "is mechanism, and no pin says so");
    }

    const Json& m_twin;
    const RecordIndex& m_records;
    TwinVerification& m_result;
};

} // namespace

TwinVerification verifyNumbers(std::string_view twinJson, const TwinTables& tables, const std::string& contentHash)
{
    TwinVerification result;
    const RecordIndex records(tables);
    result.records = records.size();
    try {
        const Json twin = Json::parse(twinJson.begin(), twinJson.end());
        if (twin.at("format") != "antecedent-twin" || twin.at("format_version") != 1)
            result.findings.push_back({"file", "twin.json", {}, "is of a format that this program does not know"});
        else
            NumberCheck(twin, records, result).run(contentHash);
    } catch (const Json::exception& problem) {
        result.findings.push_back(
            {"file", "twin.json", {}, std::string("cannot be read as a twin: ") + problem.what()});
    }
    return result;
}

} // namespace antecedent
