// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Composes the investigation report of one failure: the fixed outline of an investigation record (21 CFR 211.192, EU
// GMP 1.4(xiv)), facts before statistics, every claim with its mark, what is not known said so. Wording of verdicts:
// the assessment's own. The language is a parameter: it changes words, the decimal mark and the form of dates in the
// document, never a mark or a number. Threads: pure; equal inputs give an equal document.

#include "model/base/lexicon.h"
#include "model/report/compose/mark_book.h"
#include "model/report/compose/report_inputs.h"
#include "model/report/document.h"

namespace antecedent {

struct TwinStamp
{
    std::string digest; // "sha256:...", of the twin's manifest
    std::string name; // folder
};

struct ComposedReport
{
    ReportDocument document;
    std::vector<RecordMark> marks; // depend neither on the stamp nor on the language
};

ComposedReport composeReport(
    const ReportInputs& inputs, const TwinStamp& twin = {}, const Lexicon& lexicon = Lexicon::english());

} // namespace antecedent
