// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/assessment.h"

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

} // namespace antecedent
