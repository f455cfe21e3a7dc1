// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The words and rows of the evidence view: plan, pre-flight, answer, candidates. Verdicts, ratios and findings are
// worded as in the report; statements of the core stay as it words them. What is unknown is a dash. Threads: GUI.

#include "app/window/evidence/evidence.h"
#include "widgets/itemmodels/text_table_model.h"

#include <QCoreApplication>

namespace antecedent::app {

class EvidenceWords
{
    Q_DECLARE_TR_FUNCTIONS(EvidenceWords)

public:
    using Rows = std::vector<std::vector<widgets::TableCell>>;
    enum Column : std::uint8_t { Place, Name, Kind, Counts, Forest, Ratio, Adjusted, Lag, Here, Verdict };

    static QString verdict(antecedent::Verdict verdict);
    static QString contribution(Contribution contribution);
    static QString kind(CandidateKind kind);
    static QString counts(const Candidate& candidate); // `7/8 vs 3/40`
    static QString ratio(const Candidate& candidate); // `12 (3.1–48)`, `≥ 7.0`, `–`
    static QString probability(std::optional<double> p); // `0.0147`, `<0.0001`, `–`
    static QString lag(const Candidate& candidate); // `−4 h 50 min`
    static widgets::TableCell share(int part, int whole);

    static QString planLine(const Evidence& evidence);
    // Label and value, in the order of the strip on top.
    static std::vector<std::pair<QString, QString>> preflight(const Evidence& evidence);
    static QString draftHtml(const Evidence& evidence); // what freezing means, and the notes of the pre-flight
    static QString answerHtml(const Evidence& evidence, const std::string& failure);
    // What would change the answer, name and finding: negative control, window length, clocks, a hidden common cause.
    static std::vector<std::pair<QString, QString>> sensitivity(const Candidate& candidate);
    // What would be needed to decide: `2 more failures or 15 more controls`; empty where it is decided, or not counted.
    static QString needed(const Candidate& candidate, int testable);
    static QString candidateHtml(const Candidate& candidate, int testable);
    static QString reasonsHtml(const Evidence& evidence, const std::string& failure);

    static std::vector<widgets::TableColumn> candidateColumns(); // as Column
    // One per position in `order`.
    static Rows candidateRows(
        const Evidence& evidence, const FailureAssessment* assessment, const std::vector<std::size_t>& order);
};

// Positions of all candidates, best for the failure first; without an assessment by rank.
std::vector<std::size_t> candidateOrder(const Evidence& evidence, const FailureAssessment* assessment);

} // namespace antecedent::app
