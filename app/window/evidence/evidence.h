// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the evidence view asks and is answered, for one classification of deviations or one choice of events as
// failures: the pre-flight of a plan, or the assessment of all its failures under the frozen plan, or under another
// one, which is exploratory and counted as a look. Events that were chosen after the plan was frozen are exploratory
// too. Errors: those of the store and of assess(); NotAvailable (a result without a frozen plan); Cancelled. Threads:
// any; the snapshot is shared, the file is opened for the call.

#include "app/casework/case_plan.h"
#include "model/evidence/assessment.h"
#include "model/evidence/recount.h"
#include "widgets/document/investigation_data.h"

namespace antecedent::app {

enum class EvidenceWish : std::uint8_t {
    Look, // the result of the frozen plan where there is one, else the pre-flight
    Preflight, // never a result, nothing is written
    Freeze, // freezes the plan as it is asked for, then its result
    Explore, // the result of the plan as it is asked for, exploratory if it is not the frozen one
};

struct EvidenceQuestion
{
    widgets::DataPtr snapshot;
    std::string classification;
    bool isSentinel = false; // `classification` is the name of a sentinel
    PlanOverrides overrides; // not for Look of a frozen plan
    EvidenceWish wish = EvidenceWish::Look;
};

struct Evidence
{
    std::string classification;
    AnalysisPlan plan; // what `analysis` was made with
    PlanTemplates templates; // that the plan was made with
    bool isFrozen = false; // the case has a frozen plan
    bool hasResult = false;
    bool isLaterChoice = false; // a sentinel that was chosen after the plan was frozen
    bool hasWritten = false; // the file has changed: plan frozen or look counted
    WindowOptions window; // of the classification under the plan
    std::string templateName; // likewise
    Analysis analysis; // without candidates unless there is a result
    std::vector<FailureAssessment> assessments; // likewise

    const FailureAssessment* assessmentOf(const std::string& failure) const; // null: not assessed
};

Result<Evidence> evidenceOf(const EvidenceQuestion& question, const std::stop_token& stop, const ProgressFn& progress);

// One candidate counted with another window, for a moving edge; nothing is written. nullopt: it is not seen there.
Result<std::optional<Candidate>> recountOf(const EvidenceQuestion& question, const WindowOptions& window,
    const CandidateName& candidate, const std::stop_token& stop);

} // namespace antecedent::app
