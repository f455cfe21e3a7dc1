// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/assessment.h"

#include "model/evidence/candidates.h"

namespace antecedent {

const char* toText(CandidateKind kind)
{
    switch (kind) {
    case CandidateKind::Event:
        return "event";
    case CandidateKind::Condition:
        return "condition";
    case CandidateKind::Parameter:
        return "parameter";
    case CandidateKind::Material:
        return "material";
    case CandidateKind::Operator:
        return "operator";
    case CandidateKind::Recipe:
        return "recipe";
    case CandidateKind::Utility:
        return "utility";
    }
    return "";
}

const char* toText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Mechanism:
        return "mechanism";
    case Verdict::Associated:
        return "associated";
    case Verdict::Lead:
        return "lead";
    case Verdict::NoAssociation:
        return "no_association";
    case Verdict::Insufficient:
        return "insufficient";
    case Verdict::NotTestable:
        return "not_testable";
    }
    return "";
}

const char* toText(Contribution contribution)
{
    switch (contribution) {
    case Contribution::Supported:
        return "supported";
    case Contribution::NotSupported:
        return "not_supported";
    case Contribution::Inconclusive:
        return "inconclusive";
    }
    return "";
}

const char* toText(PinRole role)
{
    return role == PinRole::Mechanism ? "mechanism" : "ruled_out";
}

Phrase shownName(const Candidate& candidate)
{
    constexpr std::string_view kOutside = "parameter outside limits: ";
    const std::string& of = candidate.eventClass;
    if (!candidate.name.starts_with(of))
        return candidate.name;
    const Phrase what = of.starts_with(kOutside) ? phrase("parameter outside limits: %1", of.substr(kOutside.size()))
        : of.find(':') == std::string::npos      ? term(of)
                                                 : Phrase(of);
    if (candidate.assetClass == kFailedAsset)
        return phrase("%1 @ %2", what, term(kFailedAsset));
    return listOf({what, candidate.name.substr(of.size())}, "");
}

} // namespace antecedent
