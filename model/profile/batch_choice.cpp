// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/profile/batch_choice.h"

#include "model/base/text.h"
#include "model/facts/differences.h"
#include "model/profile/signal_tags.h"

#include <algorithm>
#include <array>
#include <map>

namespace antecedent {

namespace {

using DeviationsOf = std::map<BatchIndex, std::vector<const Deviation*>>;

DeviationsOf deviationsByBatch(const Dataset& dataset)
{
    DeviationsOf found;
    for (const Deviation& deviation : dataset.deviations)
        if (deviation.batch.valid())
            found[deviation.batch].push_back(&deviation);
    for (const DeviationLink& link : dataset.deviationLinks) {
        const Deviation* deviation = dataset.findDeviation(link.deviationId);
        const BatchIndex batch = link.kind == "batch" ? dataset.findBatch(link.id) : BatchIndex{};
        if (deviation == nullptr || !batch.valid())
            continue;
        auto& list = found[batch];
        if (std::find(list.begin(), list.end(), deviation) == list.end())
            list.push_back(deviation);
    }
    return found;
}

Result<std::vector<std::size_t>> chosenSteps(const AlignmentContext& context, const ProfileQuestion& question,
    const ProfileOptions& options, const std::vector<StepRun>& own)
{
    std::vector<std::size_t> steps;
    if (options.step == ProfileOptions::kAllSteps || (options.step.empty() && !question.at)) {
        for (std::size_t i = 0; i < own.size(); ++i)
            steps.push_back(i);
        return steps;
    }
    if (options.step.empty())
        return std::vector{runAt(context, own, question.asset, *question.at)};
    std::string names;
    for (std::size_t i = 0; i < own.size(); ++i) {
        if (equalsIgnoreCase(own[i].name, options.step)
            && own[i].occurrence == std::max<std::size_t>(options.occurrence, 1))
            return std::vector{i};
        names += (names.empty() ? "" : ", ") + own[i].name;
    }
    return Error{ErrorCode::InvalidArgument, options.step, "the batch has no such step; it has " + names};
}

class Chooser
{
public:
    Chooser(const AlignmentContext& context, const ProfileQuestion& question, const ProfileOptions& options,
        BatchChoice& choice)
        : m_context(context)
        , m_dataset(context.dataset)
        , m_question(question)
        , m_options(options)
        , m_choice(choice)
        , m_deviations(deviationsByBatch(context.dataset))
        , m_tags(context)
        , m_hasTags(std::any_of(choice.steps.begin(), choice.steps.end(), [&](std::size_t step) {
            return !m_tags.ofUnit(choice.own[step].unit, choice.own[step].during.begin).empty();
        }))
    {
    }

    void choose()
    {
        const Batch& own = m_dataset.batches[m_question.batch.value];
        for (std::size_t i = 0; i < m_dataset.batches.size(); ++i) {
            const Batch& batch = m_dataset.batches[i];
            if (batch.product == own.product && batch.recipe == own.recipe)
                m_choice.batches.push_back(judged(indexOf<BatchIndexTag>(i)));
        }
        std::stable_sort(m_choice.batches.begin(), m_choice.batches.end(), [](const auto& a, const auto& b) {
            const bool isCaseA = a.role == BatchRole::Case;
            const bool isCaseB = b.role == BatchRole::Case;
            return isCaseA != isCaseB ? isCaseA : a.begin < b.begin;
        });
        takeEnough();
        showFailed();
        obeyHand();
    }

private:
    // All but what depends on the others.
    ProfileBatch judged(BatchIndex index) const
    {
        ProfileBatch out;
        out.batch = index;
        const std::vector<StepRun> runs = stepRuns(m_context, index);
        placeRuns(runs, out);
        const Batch& record = m_dataset.batches[index.value];
        out.begin = record.start.known() ? record.start.at() : runs.empty() ? Timestamp{} : runs[0].during.begin;
        for (const auto& run : out.runs)
            if (run && m_choice.steps.size() == 1)
                out.begin = run->during.begin;
        if (index == m_question.batch) {
            out.role = BatchRole::Case;
            out.reason = LeftOutFor::Nothing;
            out.isShown = true;
            return out;
        }
        if (isSameFailure(index))
            out.role = BatchRole::AlsoFailed;
        else
            judgeGood(record, out);
        return out;
    }

    void placeRuns(const std::vector<StepRun>& runs, ProfileBatch& out) const
    {
        std::size_t found = 0;
        for (const std::size_t s : m_choice.steps) {
            const StepRun& own = m_choice.own[s];
            const auto match = std::find_if(runs.begin(), runs.end(),
                [&](const StepRun& run) { return run.name == own.name && run.occurrence == own.occurrence; });
            out.runs.push_back(match == runs.end() ? std::nullopt : std::optional(*match));
            found += match != runs.end() ? 1U : 0U;
        }
        out.reason = found == 0 ? LeftOutFor::NoSuchStep : LeftOutFor::Nothing;
    }

    bool isSameFailure(BatchIndex index) const
    {
        const auto found = m_deviations.find(index);
        return found != m_deviations.end()
            && std::any_of(found->second.begin(), found->second.end(), [&](const auto* d) {
                   return m_question.classification.empty() || d->classification == m_question.classification;
               });
    }

    void judgeGood(const Batch& record, ProfileBatch& out) const
    {
        if (out.reason != LeftOutFor::Nothing)
            return;
        const auto found = m_deviations.find(out.batch);
        if (found != m_deviations.end()) {
            out.reason = LeftOutFor::OtherDeviation;
            for (const Deviation* deviation : found->second)
                out.detail += (out.detail.empty() ? "" : ", ") + deviation->id;
        } else if (!isGoodBatch(m_dataset, out.batch)) {
            out.reason = LeftOutFor::Rejected;
            out.detail = record.disposition.empty() ? record.status : record.disposition;
        } else if (std::any_of(out.runs.begin(), out.runs.end(), [](const auto& run) { return run && run->isOpen; })) {
            out.reason = LeftOutFor::StepNotEnded;
        } else if (m_hasTags && std::none_of(out.runs.begin(), out.runs.end(), [&](const auto& run) {
                       return run && m_tags.hasSamples(run->unit, run->during);
                   })) {
            out.reason = LeftOutFor::NoData;
        } else if (m_choice.steps.size() == 1 && out.runs[0]->unit != m_choice.own[m_choice.steps[0]].unit) {
            out.reason = LeftOutFor::OtherUnit;
            const Asset* unit = m_dataset.asset(out.runs[0]->unit);
            out.detail = unit != nullptr ? unit->id : std::string();
        } else {
            out.role = BatchRole::Good;
        }
    }

    std::size_t count() const
    {
        return static_cast<std::size_t>(std::count_if(m_choice.batches.begin(), m_choice.batches.end(),
            [](const ProfileBatch& b) { return b.role == BatchRole::Good; }));
    }

    void takeIn(LeftOutFor reason)
    {
        for (ProfileBatch& batch : m_choice.batches)
            if (batch.role == BatchRole::LeftOut && batch.reason == reason) {
                batch.role = BatchRole::Good;
                batch.reason = LeftOutFor::Nothing;
            }
    }

    void takeEnough()
    {
        if (count() < kFewestGood)
            takeIn(LeftOutFor::OtherUnit);
        if (count() < kFewestGood) {
            const std::size_t before = count();
            takeIn(LeftOutFor::OtherDeviation);
            m_choice.usesOthersDeviating = count() > before;
        }
        for (ProfileBatch* batch : nearest(BatchRole::Good, std::max(m_options.against, kFewestGood)))
            batch->isShown = true;
        for (ProfileBatch& batch : m_choice.batches)
            if (batch.role == BatchRole::Good && !batch.isShown) {
                batch.role = BatchRole::LeftOut;
                batch.reason = LeftOutFor::BeyondNumber;
            }
    }

    // The last ones before the case, then the first ones after it.
    std::vector<ProfileBatch*> nearest(BatchRole role, std::size_t most)
    {
        std::vector<ProfileBatch*> found;
        std::vector<ProfileBatch*> later;
        const Timestamp own = m_choice.batches.front().begin;
        for (ProfileBatch& batch : m_choice.batches)
            if (batch.role == role)
                (batch.begin < own ? found : later).push_back(&batch);
        std::reverse(found.begin(), found.end());
        found.insert(found.end(), later.begin(), later.end());
        found.resize(std::min(found.size(), most));
        return found;
    }

    void showFailed()
    {
        constexpr std::size_t kDrawn = 1; // more only by hand: they are there to compare with
        for (ProfileBatch& batch : m_choice.batches)
            if (batch.role == BatchRole::AlsoFailed && batch.reason == LeftOutFor::NoSuchStep)
                batch.role = BatchRole::LeftOut;
        for (ProfileBatch* batch : nearest(BatchRole::AlsoFailed, kDrawn))
            batch->isShown = true;
    }

    void obeyHand()
    {
        for (ProfileBatch& batch : m_choice.batches) {
            const std::string& id = m_dataset.batches[batch.batch.value].id;
            const bool isIn = m_options.in.contains(id);
            if (batch.role == BatchRole::Case || batch.reason == LeftOutFor::NoSuchStep
                || (!isIn && !m_options.out.contains(id)) || batch.isShown == isIn)
                continue;
            batch.isShown = isIn;
            batch.isByHand = true;
            if (batch.role == BatchRole::AlsoFailed)
                continue;
            if (isIn) {
                batch.role = BatchRole::Good; // the reason stays: it is said beside it
            } else {
                batch.role = BatchRole::LeftOut;
                batch.reason = LeftOutFor::ByHand;
            }
        }
    }

    const AlignmentContext& m_context;
    const Dataset& m_dataset;
    const ProfileQuestion& m_question;
    const ProfileOptions& m_options;
    BatchChoice& m_choice;
    const DeviationsOf m_deviations;
    const SignalTags m_tags;
    const bool m_hasTags; // of the steps in question: else no batch is left out for want of data
};

} // namespace

const char* toText(BatchRole role)
{
    constexpr std::array kTexts{"case", "also_failed", "good", "left_out"};
    return kTexts[static_cast<std::size_t>(role)];
}

const char* toText(LeftOutFor reason)
{
    constexpr std::array kTexts{"", "other_deviation", "rejected", "no_such_step", "step_not_ended", "other_unit",
        "no_data", "beyond_number", "by_hand"};
    return kTexts[static_cast<std::size_t>(reason)];
}

std::string reasonText(LeftOutFor reason, const std::string& detail)
{
    switch (reason) {
    case LeftOutFor::Nothing:
        return {};
    case LeftOutFor::OtherDeviation:
        return "deviates: " + detail;
    case LeftOutFor::Rejected:
        return "not released: " + detail;
    case LeftOutFor::NoSuchStep:
        return "has no such step";
    case LeftOutFor::StepNotEnded:
        return "the end of its step is not known";
    case LeftOutFor::OtherUnit:
        return detail.empty() ? "on another unit" : "on another unit, " + detail;
    case LeftOutFor::NoData:
        return "no process data of its step";
    case LeftOutFor::BeyondNumber:
        return "enough nearer ones";
    case LeftOutFor::ByHand:
        return "taken out by hand";
    }
    return {};
}

const char* toText(ProfileAlign align)
{
    constexpr std::array kTexts{"phase", "phase-start", "step-start"};
    return kTexts[static_cast<std::size_t>(align)];
}

std::optional<ProfileAlign> parseProfileAlign(std::string_view text)
{
    for (const ProfileAlign align : {ProfileAlign::Phase, ProfileAlign::PhaseStart, ProfileAlign::StepStart})
        if (text == toText(align))
            return align;
    return std::nullopt;
}

Result<BatchChoice> chooseBatches(
    const AlignmentContext& context, const ProfileQuestion& question, const ProfileOptions& options)
{
    if (!question.batch.valid() || question.batch.value >= context.dataset.batches.size())
        return Error{ErrorCode::UnknownBatch, {}, "no such batch in the data"};
    BatchChoice choice;
    choice.own = stepRuns(context, question.batch);
    if (choice.own.empty())
        return Error{ErrorCode::NotAvailable, context.dataset.batches[question.batch.value].id,
            "the batch has no dated step and no start and end; import its batch record"};
    Result<std::vector<std::size_t>> steps = chosenSteps(context, question, options, choice.own);
    if (!steps)
        return steps.error();
    choice.steps = std::move(*steps);
    Chooser(context, question, options, choice).choose();
    return choice;
}

} // namespace antecedent
