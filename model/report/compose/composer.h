// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The parts of composeReport(), one function per section, in the order of the report. Internal to this folder.

#include "model/report/compose/compose.h"

#include <string>
#include <string_view>

namespace antecedent {

// Candidates in the table of the evidence section; the others stand in the annex.
inline constexpr std::size_t kShownCandidates = 12;
// And in the annex, which leaves out those that are not testable: the twin has them all.
inline constexpr std::size_t kAnnexCandidates = 200;

class Composer
{
public:
    Composer(const ReportInputs& inputs, const TwinStamp& twin, const Lexicon& lexicon);
    ComposedReport compose();

private:
    // first page: sections_summary.cpp
    void summary();
    RichText whatHappened() const;
    RichText outcome() const;
    RichText certainty() const;
    RichText firstAgainst() const;
    RichText alternatives() const;
    RichText affectedBatches() const;
    std::vector<RichText> nextSteps() const;
    Phrase missingParts() const;
    // facts: sections_facts.cpp
    void titleBlock();
    void problem();
    void chronology();
    void timelineFigure();
    void timesOf(const Deviation& deviation, KeyValues& table) const;
    void fitness();
    void fitnessTable();
    void differences();
    void differenceTable(const Phrase& compared);
    void condition();
    void conditionTable(const ConditionCard& now);
    void lateAndOpen(const ConditionCard& now);
    void counterFigure();
    bool isLeftOut(ReportFigure figure) const;
    void sayLeftOut(const Phrase& words, const std::string& mark);
    // custody: sections_custody.cpp
    void sources();
    void rejectedRows();
    void quality(); // sections_quality.cpp
    void configuration(); // sections_configuration.cpp
    void versions();
    // evidence: sections_evidence.cpp
    void sequence();
    void evidence();
    void preflight();
    void candidateTable(const std::vector<std::size_t>& positions, bool isAnnex);
    void verdictBox();
    void pins();
    void against();
    void rivals();
    const Candidate* leadingCandidate() const; // for this failure; null if none
    const std::string& markOf(const Candidate& candidate) const;
    // what people recorded: sections_ledger.cpp
    void hypotheses();
    void recordedConclusion(const Conclusion& conclusion);
    void hypothesisTable(const std::vector<const Hypothesis*>& shown);
    void evidenceRows(const Hypothesis& hypothesis, std::vector<Row>& rows);
    void manualFacts();
    Phrase recordedBy(const std::string& item) const; // who and when, of its newest entry
    static Phrase gradeWord(Grade grade);
    // conclusions: sections_conclusion.cpp
    void impact();
    void impactTable(const std::vector<const ImpactedBatch*>& batches);
    void status();
    void method();
    void exclusions();
    void annex();
    // end: sections_closing.cpp
    void signatures();
    void terms();

    void markCandidates();
    // In the language of the report.
    std::string say(const Phrase& phrase) const { return m_lexicon.say(phrase); }
    template <class... Parts> std::string say(const char* english, const Parts&... parts) const
    {
        return m_lexicon.say(phrase(english, parts...));
    }
    // As a sentence of its own, with the times in it as short moments of the site.
    std::string saySentence(const Phrase& phrase) const;
    void heading(int level, const Phrase& text); // numbers itself
    void paragraph(RichText text, ParagraphStyle style = ParagraphStyle::Body);
    void paragraph(const std::string& text, ParagraphStyle style) { paragraph(RichText(text), style); }
    void paragraph(const Phrase& text, ParagraphStyle style = ParagraphStyle::Body) { paragraph(say(text), style); }
    RichText tableCaption(const Phrase& text);
    RichText figureCaption(const Phrase& text, const std::string& mark);
    std::string assetName(AssetIndex asset) const;
    std::string batchName(BatchIndex batch) const;

    const ReportInputs& m_in;
    const Lexicon& m_lexicon;
    const Dataset& m_data;
    TwinStamp m_twin;
    const Analysis* m_analysis = nullptr; // of the failure's classification
    const FailureAssessment* m_assessment = nullptr; // of the failure
    MarkBook m_marks;
    std::string m_failureMark;
    ReportDocument m_document;
    int m_sections[2] = {0, 0};
    int m_figures = 0;
    int m_tables = 0;
    std::vector<std::string> m_candidateMarks; // by position in the analysis' candidates
};

} // namespace antecedent
