// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/facts/fitness.h"

#include "model/base/text.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace antecedent {

namespace {

constexpr std::array<const char*, kFitnessChecks> kCheckNames{
    "qualified", "clean_within_hold", "calibrated", "pm_in_date", "no_open_work", "right_status"};

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words)
{
    std::string word = toLowerAscii(trimmed(text));
    std::replace(word.begin(), word.end(), '_', ' ');
    std::replace(word.begin(), word.end(), '-', ' ');
    return std::find(words.begin(), words.end(), word) != words.end();
}

double toHours(Duration duration)
{
    return toSeconds(duration) / 3600;
}

// A limit in days is seldom a whole number of hours in binary: half of what times are known to is no delay.
bool isWithin(Duration waited, double hours)
{
    constexpr double kHalfOfAMicrosecond = 5e-7;
    return toSeconds(waited) <= hours * 3600 + kHalfOfAMicrosecond;
}

std::string hoursText(double hours, std::size_t decimals = 1)
{
    constexpr double kMost = 1e16; // a limit may say anything
    std::int64_t scale = 1;
    for (std::size_t i = 0; i < decimals; ++i)
        scale *= 10;
    const std::int64_t parts = std::llround(std::clamp(hours * static_cast<double>(scale), -kMost, kMost));
    std::string behind = std::to_string(std::abs(parts % scale));
    behind.insert(0, decimals - behind.size(), '0');
    return (parts < 0 ? "-" : "") + std::to_string(std::abs(parts / scale)) + '.' + behind + " h";
}

struct HoldTexts
{
    Phrase waited;
    Phrase limit;
};
// With as many decimals as tell the two apart, where it waited too long.
HoldTexts holdTexts(Duration waited, double limit)
{
    constexpr std::size_t kMostDecimals = 6;
    const double hours = toHours(waited);
    std::size_t decimals = 1;
    while (!isWithin(waited, limit) && decimals < kMostDecimals
        && hoursText(hours, decimals) == hoursText(limit, decimals))
        ++decimals;
    return {numeral(hoursText(hours, decimals)), numeral(hoursText(limit, decimals))};
}

FitnessCell cell(Answer answer, Phrase reason, std::vector<RecordId> records = {})
{
    return FitnessCell{answer, std::move(reason), std::move(records)};
}

FitnessCell withoutEntryTimes(const Phrase& records)
{
    FitnessCell out = cell(Answer::Unknown, phrase("entry times are not available for %1", records));
    out.hasNoEntryTimes = true;
    return out;
}

class Judge
{
public:
    Judge(const ConditionFacts& facts, BatchIndex batch, AsKnown known)
        : m_facts(facts)
        , m_context(facts.context())
        , m_dataset(m_context.dataset)
        , m_batch(batch)
        , m_known(known)
    {
    }

    FitnessRow row(const BatchStep& step) const
    {
        FitnessRow row;
        row.step = step.name;
        row.level = step.level;
        row.asset = step.asset;
        row.at = step.start;
        row.stepRecord = step.head.id;
        const ConditionCard card = m_facts.card(step.asset, step.start.at(), m_known);
        const auto set = [&](FitnessCheck check, FitnessCell value) {
            row.cells[static_cast<std::size_t>(check)] = std::move(value);
        };
        set(FitnessCheck::Qualified, qualified(step));
        set(FitnessCheck::CleanWithinHold, clean(step, card));
        set(FitnessCheck::Calibrated, calibrated(card));
        set(FitnessCheck::MaintenanceInDate, maintained(card));
        set(FitnessCheck::NoOpenWork, withoutOpenWork(step, card));
        set(FitnessCheck::RightStatus, rightStatus(step));
        return row;
    }

private:
    static bool isNotAvailable(const ConditionCard& card, TableId table)
    {
        return std::find(card.notAvailable.begin(), card.notAvailable.end(), tableSpec(table).name)
            != card.notAvailable.end();
    }

    // Position of the latest event of one of the categories on the asset (or its unit) with onset by t.
    std::optional<std::size_t> latestEvent(
        AssetIndex asset, Timestamp t, std::initializer_list<std::string_view> categories) const
    {
        for (const AssetIndex place : {asset, m_context.scopes.unitOf(asset)}) {
            const auto all = m_context.byAsset.range(
                place, std::numeric_limits<std::int64_t>::min(), t.time_since_epoch().count() + 1);
            for (std::size_t i = all.size(); i-- > 0;)
                if (m_context.events.table[all[i]] == TableId::Events
                    && isOneOf(categoryOf(m_dataset, m_context.events, all[i]), categories))
                    return all[i];
        }
        return std::nullopt;
    }

    FitnessCell qualified(const BatchStep& step) const
    {
        const auto judge = [](std::string_view status) {
            if (isOneOf(
                    status, {"qualified", "released", "in service", "valid", "validated", "clean", "to be cleaned"}))
                return Answer::Yes;
            const bool isBad = isOneOf(status,
                {"not qualified", "unqualified", "quarantine", "retired", "expired", "blocked", "decommissioned"});
            return isBad ? Answer::No : Answer::Unknown;
        };
        if (const auto event = latestEvent(step.asset, step.start.at(), {"gmp status", "qualification"})) {
            const std::string code = codeOf(m_dataset, m_context.events, *event);
            const Phrase since =
                phrase("status %1 since %2", code, formatUtc(onsetTime(m_dataset, m_context.events, *event)));
            const std::vector<RecordId> records{recordOf(m_dataset, m_context.events, *event).id};
            const std::int64_t end = m_context.events.endUs[*event];
            // A qualification expires; a status of the equipment ends with the next one.
            if (isOneOf(categoryOf(m_dataset, m_context.events, *event), {"qualification"})
                && end != UnifiedEvents::kNoEnd && end < step.start.utcUs)
                return cell(Answer::No, phrase("%1 had ended before the step", since), records);
            return cell(judge(code), since, records);
        }
        const Asset& asset = m_dataset.assets[step.asset.value];
        if (asset.gmpStatus.empty())
            return cell(Answer::Unknown, phrase("no qualification status in the data"));
        return cell(judge(asset.gmpStatus), phrase("status %1 in the asset list, without a time", asset.gmpStatus),
            {asset.head.id});
    }

    // Begin of this batch's use of the unit: cleanliness is asked for there, not at each of its steps.
    Timestamp useBegin(const BatchStep& step) const
    {
        Timestamp begin = step.start.at();
        const AssetIndex unit = m_context.scopes.unitOf(step.asset);
        for (const auto i : m_context.scopes.stepsOfBatch(m_batch)) {
            const BatchStep& other = m_dataset.steps[i];
            const bool isOnUnit = other.asset.valid() && m_context.scopes.unitOf(other.asset) == unit;
            const bool spansStep = other.end.known() && other.end.at() >= step.start.at();
            if (isOnUnit && spansStep && other.start.at() < begin)
                begin = other.start.at();
        }
        return begin;
    }

    const Cleaning* lastCleaning(AssetIndex asset, Timestamp t) const
    {
        const Cleaning* last = nullptr;
        const AssetIndex unit = m_context.scopes.unitOf(asset);
        const auto ended = [](const Cleaning& c) { return c.end.known() ? c.end : c.start; };
        for (const AssetIndex place : {asset, unit}) {
            for (const Cleaning& c : m_dataset.cleanings)
                if (m_context.scopes.isWithin(c.asset, place) && ended(c).known() && ended(c).at() <= t
                    && (last == nullptr || ended(*last).at() < ended(c).at()))
                    last = &c;
            if (last != nullptr)
                break;
        }
        return last;
    }

    FitnessCell clean(const BatchStep& step, const ConditionCard& card) const
    {
        if (isNotAvailable(card, TableId::Cleanings))
            return withoutEntryTimes(phrase("cleanings"));
        const Timestamp use = useBegin(step);
        const Cleaning* last = lastCleaning(step.asset, use);
        if (last == nullptr)
            return cell(Answer::Unknown, phrase("no cleaning before the use in the data"));
        if (toLowerAscii(last->result).find("fail") != std::string::npos)
            return cell(Answer::No, phrase("last cleaning %1 has result %2", last->id, last->result), {last->head.id});
        const TimeValue& ended = last->end.known() ? last->end : last->start;
        const std::optional<FitnessCell> dirty = dirtyHold(step, *last);
        if (dirty && dirty->answer == Answer::No)
            return *dirty;
        FitnessCell out = cleanHold(step, *last, use, ended);
        if (dirty) {
            out.reason = phrase("%1; %2", out.reason, dirty->reason);
            for (const RecordId& id : dirty->records)
                if (std::find(out.records.begin(), out.records.end(), id) == out.records.end())
                    out.records.push_back(id);
        }
        return out;
    }

    // How long the equipment waited dirty before that cleaning, from the end of the use before it. Nullopt: no limit,
    // or no such use, is known.
    std::optional<FitnessCell> dirtyHold(const BatchStep& step, const Cleaning& last) const
    {
        if (!last.start.known())
            return std::nullopt;
        const std::vector<std::uint32_t> uses =
            m_context.operating.uses(step.asset, Interval{Timestamp::min(), last.start.at()});
        const BatchStep* before = nullptr;
        for (const std::uint32_t i : uses) {
            const BatchStep& used = m_dataset.steps[i];
            if (used.end.known() && used.end.at() <= last.start.at()
                && (before == nullptr || before->end.at() < used.end.at()))
                before = &used;
        }
        if (before == nullptr)
            return std::nullopt;
        // A sterilisation after a cleaning does not wait dirty: the first one after the use counts.
        const Cleaning* first = &last;
        const AssetIndex place =
            m_context.scopes.isWithin(last.asset, step.asset) ? step.asset : m_context.scopes.unitOf(step.asset);
        for (const Cleaning& c : m_dataset.cleanings)
            if (m_context.scopes.isWithin(c.asset, place) && c.start.known() && c.start.at() >= before->end.at()
                && c.start.at() < first->start.at())
                first = &c;
        const Batch& batch = m_dataset.batches[before->batch.value];
        const Limit* limit = m_facts.limitFor("dirty_hold", step.asset, batch.product, first->start.at());
        std::vector<RecordId> records{first->head.id, before->head.id};
        const std::optional<double> allowed = hoursOf(limit, *first, "dirty_hold_h", records);
        if (!allowed)
            return std::nullopt;
        const Duration waited = first->start.at() - before->end.at();
        const HoldTexts texts = holdTexts(waited, *allowed);
        return cell(isWithin(waited, *allowed) ? Answer::Yes : Answer::No,
            phrase("cleaning %1 began %2 after the use by batch %3, dirty hold limit %4", first->id, texts.waited,
                batch.id, texts.limit),
            std::move(records));
    }

    // A limit in hours or days, else what the cleaning itself says. The limit's row is a record of the answer.
    static std::optional<double> hoursOf(
        const Limit* limit, const Cleaning& cleaning, const char* attribute, std::vector<RecordId>& records)
    {
        if (limit != nullptr && (limit->unit == "h" || limit->unit == "d")) {
            records.push_back(limit->head.id);
            return toDouble(limit->value) * (limit->unit == "d" ? 24 : 1);
        }
        const auto own = cleaning.head.attributes.find(attribute);
        const auto value = own == cleaning.head.attributes.end() ? std::nullopt : parseDecimal(own->second);
        return value ? std::optional(toDouble(*value)) : std::nullopt;
    }

    FitnessCell cleanHold(const BatchStep& step, const Cleaning& last, Timestamp use, const TimeValue& ended) const
    {
        if (auto used = usedSince(step, last, Interval{ended.at(), use}))
            return *used;
        const Duration waited = use - ended.at();
        const auto cleanedBefore = [&](const Phrase& hours) {
            return phrase("cleaned %1 before use (%2)", hours, last.id);
        };
        const Phrase since = cleanedBefore(numeral(hoursText(toHours(waited))));
        if (last.expires.known())
            return cell(last.expires.at() >= use ? Answer::Yes : Answer::No,
                phrase("%1, clean until %2", since, formatUtc(last.expires)), {last.head.id});
        const Batch& batch = m_dataset.batches[m_batch.value];
        const Limit* limit = m_facts.limitFor("clean_hold", step.asset, batch.product, use);
        std::vector<RecordId> records{last.head.id};
        const std::optional<double> allowed = hoursOf(limit, last, "clean_hold_h", records);
        if (!allowed)
            return cell(Answer::Unknown, phrase("%1, no clean hold limit is known", since), records);
        const HoldTexts texts = holdTexts(waited, *allowed);
        return cell(isWithin(waited, *allowed) ? Answer::Yes : Answer::No,
            phrase("%1, limit %2", cleanedBefore(texts.waited), texts.limit), records);
    }

    // Another batch between the cleaning and this use: clean only under a known campaign limit.
    std::optional<FitnessCell> usedSince(const BatchStep& step, const Cleaning& last, const Interval& between) const
    {
        std::vector<BatchIndex> others = m_context.operating.batches(step.asset, between);
        others.erase(std::remove(others.begin(), others.end(), m_batch), others.end());
        if (others.empty())
            return std::nullopt;
        const Phrase used =
            phrase("used by batch %1 since cleaning %2", m_dataset.batches[others.back().value].id, last.id);
        const Batch& batch = m_dataset.batches[m_batch.value];
        const Limit* limit = m_facts.limitFor("campaign", step.asset, batch.product, between.end);
        if (limit == nullptr || limit->unit != "batches")
            return cell(Answer::Unknown, phrase("%1; no campaign limit is known", used), {last.head.id});
        const bool isInCampaign = static_cast<double>(others.size() + 1) <= toDouble(limit->value);
        return cell(isInCampaign ? Answer::Yes : Answer::No,
            phrase("%1; batch %2 of a campaign of at most %3", used, others.size() + 1,
                numeral(formatDecimal(limit->value))),
            {last.head.id, limit->head.id});
    }

    FitnessCell calibrated(const ConditionCard& card) const
    {
        if (isNotAvailable(card, TableId::Calibrations))
            return withoutEntryTimes(phrase("calibrations"));
        std::vector<RecordId> records;
        std::vector<Phrase> late;
        for (const Overdue& overdue : card.overdue) {
            if (overdue.kind != "calibration")
                continue;
            late.push_back(phrase("calibration of %1 was due %2 (%3)", m_dataset.assets[overdue.asset.value].id,
                formatUtc(overdue.due), overdue.ref));
            records.push_back(overdue.record);
        }
        if (!late.empty())
            return cell(Answer::No, listOf(std::move(late), ", "), records);
        for (const AsFound& found : card.asFound)
            records.push_back(found.record);
        if (card.asFound.empty())
            return cell(Answer::Unknown, phrase("no calibration before the step in the data"));
        const bool isUnknown =
            std::find(card.dueUnknown.begin(), card.dueUnknown.end(), "calibration") != card.dueUnknown.end();
        return isUnknown
            ? cell(Answer::Unknown,
                plural(card.asFound.size(), "%1 calibration point, no due date is known",
                    "%1 calibration points, no due date is known"),
                records)
            : cell(Answer::Yes,
                plural(card.asFound.size(), "%1 calibration point in date", "%1 calibration points in date"), records);
    }

    FitnessCell maintained(const ConditionCard& card) const
    {
        if (isNotAvailable(card, TableId::WorkOrders))
            return withoutEntryTimes(phrase("work orders"));
        for (const Overdue& overdue : card.overdue)
            if (overdue.kind == "pm")
                return cell(Answer::No,
                    phrase("preventive maintenance %1 was due %2", overdue.ref, formatUtc(overdue.due)),
                    {overdue.record});
        const bool isUnknown = std::find(card.dueUnknown.begin(), card.dueUnknown.end(), "pm") != card.dueUnknown.end();
        const Counter& last = card.counter("since_preventive");
        std::vector<RecordId> records;
        if (last.last.known())
            records.push_back(last.record);
        return isUnknown ? cell(Answer::Unknown, phrase("no due date of preventive maintenance is known"), records)
                         : cell(Answer::Yes, phrase("no preventive maintenance was past due"), records);
    }

    FitnessCell withoutOpenWork(const BatchStep& step, const ConditionCard& card) const
    {
        if (isNotAvailable(card, TableId::WorkOrders))
            return withoutEntryTimes(phrase("work orders"));
        const Interval instant{step.start.at(), step.start.at()};
        if (card.openWork.empty() && m_context.coverage.share(TableId::WorkOrders, 0, instant) < 1)
            return cell(Answer::Unknown, phrase("no work orders are covered at that time"));
        std::vector<Phrase> open;
        std::vector<RecordId> records;
        for (const OpenWork& work : card.openWork) {
            open.emplace_back(work.id);
            records.push_back(work.record);
        }
        return open.empty() ? cell(Answer::Yes, phrase("no open work order"))
                            : cell(Answer::No, phrase("open: %1", listOf(std::move(open), ", ")), records);
    }

    FitnessCell rightStatus(const BatchStep& step) const
    {
        const auto event = latestEvent(step.asset, step.start.at(), {"state", "equipment state", "gmp status"});
        if (!event)
            return cell(Answer::Unknown, phrase("no state before the step in the data"));
        const std::string code = codeOf(m_dataset, m_context.events, *event);
        const std::int64_t end = m_context.events.endUs[*event];
        const std::vector<RecordId> records{recordOf(m_dataset, m_context.events, *event).id};
        const Phrase since =
            phrase("state %1 since %2", code, formatUtc(onsetTime(m_dataset, m_context.events, *event)));
        if (end != UnifiedEvents::kNoEnd && end < step.start.utcUs)
            return cell(Answer::Unknown, phrase("%1 had ended before the step", since), records);
        const bool isWrong = isOneOf(code,
            {"down", "maintenance", "failed", "fault", "out of service", "quarantine", "blocked", "dirty",
                "to be cleaned", "cleaning", "stopped", "aborted", "locked out"});
        return cell(isWrong ? Answer::No : Answer::Yes, since, records);
    }

    const ConditionFacts& m_facts;
    const AlignmentContext& m_context;
    const Dataset& m_dataset;
    BatchIndex m_batch;
    AsKnown m_known;
};

} // namespace

const char* toText(Answer answer)
{
    return answer == Answer::Yes ? "yes" : answer == Answer::No ? "no" : "unknown";
}

const char* toText(FitnessCheck check)
{
    return kCheckNames[static_cast<std::size_t>(check)];
}

Result<FitnessMatrix> fitForUse(const AlignmentContext& context, BatchIndex batch, AsKnown known)
{
    if (!batch.valid() || batch.value >= context.dataset.batches.size())
        return Error{ErrorCode::UnknownBatch, {}, "no such batch in the data"};
    FitnessMatrix matrix;
    matrix.batch = batch;
    matrix.known = known;
    const ConditionFacts facts(context);
    const Judge judge(facts, batch, known);
    for (const auto i : context.scopes.stepsOfBatch(batch))
        if (context.dataset.steps[i].asset.valid())
            matrix.rows.push_back(judge.row(context.dataset.steps[i]));
    return matrix;
}

} // namespace antecedent
