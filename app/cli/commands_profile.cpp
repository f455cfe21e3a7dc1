// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// profile.

#include "app/cli/commands.h"
#include "app/cli/selection.h"
#include "model/base/text.h"
#include "model/profile/profile.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdio>

namespace antecedent::cli {

namespace {

using nlohmann::json;

Result<ProfileQuestion> questionOf(const Investigation& inv, const ProfileCommandOptions& options)
{
    ProfileQuestion question;
    if (options.failure.empty()) {
        question.batch = inv.dataset.findBatch(options.batch);
        if (!question.batch.valid())
            return Error{ErrorCode::UnknownBatch, options.batch, {}};
        return question;
    }
    const Result<FailureSet> set = selectFailures(inv.dataset, {{options.failure}, {}, nullptr}, AnchorRule{});
    if (!set)
        return set.error();
    if (set->failures.empty())
        return Error{ErrorCode::NotAvailable, options.failure, "the failure has no time; use --batch"};
    const Failure& failure = set->failures.front();
    if (!failure.batch.valid())
        return Error{ErrorCode::NotAvailable, options.failure, "the failure names no batch; use --batch"};
    return ProfileQuestion{failure.batch, failure.classification, failure.asset, failure.anchor};
}

json seconds(std::optional<Duration> duration)
{
    return duration ? json(toSeconds(*duration)) : json();
}

json batchesJson(const Dataset& data, const Profile& profile)
{
    json list = json::array();
    for (const ProfileBatch& batch : profile.choice.batches)
        list.push_back({{"batch", data.batches[batch.batch.value].id}, {"role", toText(batch.role)},
            {"shown", batch.isShown}, {"by_hand", batch.isByHand}, {"reason", jsonText(toText(batch.reason))},
            {"detail", jsonText(batch.detail)}});
    return list;
}

json columnsJson(const Profile& profile)
{
    json list = json::array();
    for (const ProfileColumn& column : profile.columns)
        list.push_back({{"step", jsonText(profile.choice.own[profile.choice.steps[column.step]].name)},
            {"phase", jsonText(column.phase)}, {"occurrence", column.occurrence}, {"good_batches", column.goodBatches},
            {"median_s", seconds(column.median)}, {"shortest_s", seconds(column.shortest)},
            {"longest_s", seconds(column.longest)}, {"own_s", seconds(column.own)},
            {"finding", jsonText(toText(column.finding))}});
    return list;
}

json distanceJson(const ProfileColumn& column, const ColumnDistance& distance)
{
    const bool isJudged = distance.judged > 0;
    const auto number = [&](double value) { return isJudged ? json(value) : json(); };
    return {{"phase", jsonText(column.phase)}, {"occurrence", column.occurrence}, {"judged_bins", distance.judged},
        {"band_width", number(distance.width)}, {"outside", number(distance.outside)},
        {"largest", number(distance.largest)}, {"mean_outside", number(distance.mean)},
        {"from_median", number(distance.fromMedian)}, {"distance", number(distance.rank())},
        {"first_outside", jsonNumber(distance.firstOutside)}};
}

json signalsJson(const Dataset& data, const Profile& profile)
{
    json list = json::array();
    for (const ProfileSignal& signal : profile.signals) {
        const Tag& tag = data.tags[signal.tag.value];
        const bool isCompared = signal.state == SignalState::Compared;
        json phases = json::array();
        for (std::size_t c = 0; c < signal.columns; ++c)
            phases.push_back(distanceJson(profile.columns[signal.firstColumn + c], signal.distances[c]));
        json targets = json::array();
        for (const ProfileTarget& target : signal.targets)
            targets.push_back(target.value);
        list.push_back({{"rank", isCompared ? json(list.size() + 1) : json()}, {"tag", tag.name},
            {"minus", signal.minus.valid() ? json(data.tags[signal.minus.value].name) : json()},
            {"asset", jsonAsset(data, tag.asset)}, {"parameter", jsonText(tag.parameter)}, {"unit", jsonText(tag.unit)},
            {"step", jsonText(profile.choice.own[profile.choice.steps[signal.step]].name)},
            {"state", toText(signal.state)}, {"good_batches", signal.goodWithData},
            {"distance", isCompared ? json(signal.distance) : json()},
            {"outside", isCompared ? json(signal.outside) : json()},
            {"worst_phase", isCompared ? jsonText(profile.columns[signal.worst].phase) : json()},
            {"low_limit", jsonNumber(signal.lowLimit)}, {"high_limit", jsonNumber(signal.highLimit)},
            {"targets", targets}, {"phases", phases}});
    }
    return list;
}

std::string fixed(double value, int decimals)
{
    char text[48];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

std::string percent(double share)
{
    return fixed(100 * share, share > 0 && share < 0.01 ? 1 : 0) + " %";
}

std::string minutes(std::optional<Duration> duration)
{
    return duration ? fixed(toSeconds(*duration) / 60, 1) : std::string("–");
}

std::string columnName(const Profile& profile, const ProfileColumn& column)
{
    const std::string& step = profile.choice.own[profile.choice.steps[column.step]].name;
    std::string name = !column.phase.empty() ? column.phase : step.empty() ? "whole batch" : step;
    if (column.occurrence > 1)
        name += " " + std::to_string(column.occurrence);
    return profile.choice.steps.size() > 1 && !column.phase.empty() ? step + ": " + name : name;
}

std::string signalWords(const Profile& profile, const ProfileSignal& signal)
{
    switch (signal.state) {
    case SignalState::FewGood:
        return "not compared: " + counted(signal.goodWithData, "good batch has", "good batches have") + " data of it, "
            + std::to_string(kFewestGood) + " are needed in the same phase";
    case SignalState::NoOwnData:
        return "not compared: this batch has no data of it";
    case SignalState::Compared:
        break;
    }
    const ColumnDistance& worst = signal.worstDistance();
    const std::string where = columnName(profile, profile.columns[signal.worst]);
    std::string words = "distance " + fixed(signal.distance, 2) + ": in " + where + " on average "
        + fixed(std::abs(worst.fromMedian), 2) + " band widths " + (worst.fromMedian < 0 ? "below" : "above")
        + " the median";
    if (signal.outside == 0)
        return words + ", inside the band throughout";
    if (worst.outside > 0)
        words += ", outside the band " + percent(worst.outside) + " of it from "
            + percent(worst.firstOutside.value_or(0)) + " on, at most " + fixed(std::abs(worst.largest), 2)
            + (worst.largest < 0 ? " below" : " above");
    return words + "; " + percent(signal.outside) + " of the whole outside";
}

void printColumns(Session& session, const Profile& profile)
{
    for (const ProfileColumn& column : profile.columns) {
        std::string line = "  " + columnName(profile, column) + ": " + minutes(column.own) + " min; "
            + counted(column.goodBatches, "good batch", "good batches");
        if (column.goodBatches > 0)
            line += " " + minutes(column.shortest) + " to " + minutes(column.longest) + ", median "
                + minutes(column.median);
        switch (column.finding) {
        case LengthFinding::Longer:
        case LengthFinding::Shorter:
            line += std::string("; ") + toText(column.finding) + " than in any good batch, "
                + fixed(toSeconds(*column.own) / toSeconds(*column.median), 1) + " times the median";
            break;
        case LengthFinding::OnlyHere:
            line += "; no good batch has this phase";
            break;
        case LengthFinding::Missing:
            line += "; this batch does not have the phase";
            break;
        case LengthFinding::None:
            break;
        }
        session.print(line);
    }
}

void printProfile(Session& session, const Dataset& data, const Profile& profile)
{
    std::string in;
    for (const ProfileBatch& batch : profile.choice.batches)
        if (batch.role == BatchRole::Good && batch.isShown)
            in += (in.empty() ? "" : ", ") + data.batches[batch.batch.value].id;
    const std::string& own = data.batches[profile.choice.batches.front().batch.value].id;
    session.print(
        own + " against " + counted(profile.goodBatches, "good batch", "good batches") + (in.empty() ? "" : ": " + in));
    if (profile.goodBatches < kFewestGood)
        session.print("  too few: " + std::to_string(kFewestGood - profile.goodBatches)
            + " more good batches of this product, recipe and step would be needed, or name some with --in");
    if (profile.choice.usesOthersDeviating)
        session.print("  too few batches have no deviation at all: some deviate in another class");
    for (const ProfileBatch& batch : profile.choice.batches)
        if (batch.role != BatchRole::Case && batch.role != BatchRole::Good)
            session.print("  " + data.batches[batch.batch.value].id + ": "
                + (batch.role == BatchRole::AlsoFailed ? std::string("failed in the same class")
                                                       : reasonText(batch.reason, batch.detail)));
    session.print("Phases");
    printColumns(session, profile);
    session.print("Signals");
    if (profile.signals.empty())
        session.print("  no process data belong to the units of this batch; import tags and samples");
    std::size_t rank = 0;
    for (const ProfileSignal& signal : profile.signals) {
        const Tag& tag = data.tags[signal.tag.value];
        const std::string minus = signal.minus.valid() ? " minus " + data.tags[signal.minus.value].name : std::string();
        session.print("  " + (signal.state == SignalState::Compared ? std::to_string(++rank) : std::string("–")) + "  "
            + tag.name + minus + (tag.parameter.empty() || tag.parameter == tag.name ? "" : " " + tag.parameter)
            + (tag.unit.empty() ? "" : ", " + tag.unit) + ": " + signalWords(profile, signal));
    }
}

} // namespace

int showProfile(Session& session, const ProfileCommandOptions& options)
{
    if (options.batch.empty() && options.failure.empty())
        return session.fail({ErrorCode::InvalidArgument, "profile", "give --batch B or --failure ID"});
    const auto opened = openInvestigation(session, options.file);
    if (!opened)
        return session.fail(opened.error());
    const Investigation& inv = **opened;
    const Result<ProfileQuestion> question = questionOf(inv, options);
    if (!question)
        return session.fail(question.error());
    ProfileOptions chosen;
    chosen.step = options.step;
    chosen.align = parseProfileAlign(options.align).value_or(ProfileAlign::Phase);
    chosen.against = static_cast<std::size_t>(options.against);
    for (const auto& [names, chosenNames] : {std::pair(&options.in, &chosen.in), std::pair(&options.out, &chosen.out)})
        for (const std::string& name : *names) {
            const BatchIndex batch = inv.dataset.findBatch(name);
            if (!batch.valid())
                return session.fail({ErrorCode::UnknownBatch, name, {}});
            chosenNames->insert(inv.dataset.batches[batch.value].id);
        }
    const auto samples = makeSampleReader(inv.file, inv.caseInfo, inv.dataset);
    const Result<Profile> profile =
        computeProfile(inv.context, *question, chosen, *samples, session.stopToken(), session.progress());
    session.endProgress();
    if (!profile)
        return session.fail(profile.error());
    if (!session.isJson) {
        printProfile(session, inv.dataset, *profile);
        return kDone;
    }
    json steps = json::array();
    for (const std::size_t step : profile->choice.steps)
        steps.push_back(
            {{"name", jsonText(profile->choice.own[step].name)}, {"occurrence", profile->choice.own[step].occurrence},
                {"unit", jsonAsset(inv.dataset, profile->choice.own[step].unit)}});
    session.printJson({{"batch", jsonBatch(inv.dataset, question->batch)}, {"failure", jsonText(options.failure)},
        {"align", toText(profile->align)}, {"steps", steps}, {"good_batches", profile->goodBatches},
        {"good_batches_needed",
            profile->goodBatches < kFewestGood ? json(kFewestGood - profile->goodBatches) : json(0)},
        {"others_deviating", profile->choice.usesOthersDeviating}, {"batches", batchesJson(inv.dataset, *profile)},
        {"phases", columnsJson(*profile)}, {"signals", signalsJson(inv.dataset, *profile)}});
    return kDone;
}

} // namespace antecedent::cli
