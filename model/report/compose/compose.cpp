// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/compose/compose.h"

#include "model/report/compose/composer.h"
#include "model/report/compose/words.h"

#include <algorithm>

namespace antecedent {

Composer::Composer(const ReportInputs& inputs, const TwinStamp& twin, const Lexicon& lexicon)
    : m_in(inputs)
    , m_lexicon(lexicon)
    , m_data(inputs.context->dataset)
    , m_twin(twin)
{
    const std::string& classification = inputs.failure.classification;
    for (const FailureAssessment& assessment : inputs.assessment->assessments)
        if (assessment.deviationId == inputs.failure.id)
            m_assessment = &assessment;
    for (const Analysis& analysis : inputs.assessment->analyses)
        if (analysis.classification == (m_assessment != nullptr ? m_assessment->classification : classification))
            m_analysis = &analysis;
    m_document.language = lexicon.language();
}

ComposedReport Composer::compose()
{
    m_failureMark = m_marks.add('R', "the failure", {m_in.failure.record});
    markCandidates();
    titleBlock();
    summary();
    problem();
    sources();
    quality();
    chronology();
    timelineFigure();
    fitness();
    differences();
    condition();
    sequence();
    evidence();
    hypotheses();
    impact();
    status();
    signatures();
    method();
    exclusions();
    rejectedRows();
    terms();
    configuration();
    versions();
    annex();
    return {std::move(m_document), m_marks.marks()};
}

std::string Composer::saySentence(const Phrase& phrase) const
{
    return words::withMoments(say(sentence(phrase)), m_in.siteZone, m_lexicon);
}

void Composer::heading(int level, const Phrase& text)
{
    ++m_sections[level - 1];
    if (level == 1)
        m_sections[1] = 0;
    const std::string number = std::to_string(m_sections[0]) + (level == 2 ? "." + std::to_string(m_sections[1]) : "");
    m_document.blocks.push_back(Heading{level, number + "\u2002" + say(text)});
}

void Composer::paragraph(RichText text, ParagraphStyle style)
{
    m_document.blocks.push_back(Paragraph{std::move(text), style});
}

RichText Composer::tableCaption(const Phrase& text)
{
    return RichText().strong(say("Table %1. ", ++m_tables)).add(say(text));
}

RichText Composer::figureCaption(const Phrase& text, const std::string& mark)
{
    return RichText().strong(say("Figure %1. ", ++m_figures)).add(say(text)).add(" ").mark(mark);
}

bool Composer::isLeftOut(ReportFigure figure) const
{
    return std::find(m_in.leftOut.begin(), m_in.leftOut.end(), figure) != m_in.leftOut.end();
}

void Composer::sayLeftOut(const Phrase& words, const std::string& mark)
{
    paragraph(RichText(say(words) + " ").mark(mark), ParagraphStyle::Small);
}

std::string Composer::assetName(AssetIndex asset) const
{
    const Asset* found = m_data.asset(asset);
    return found != nullptr ? found->id : std::string(words::kUnknown);
}

std::string Composer::batchName(BatchIndex batch) const
{
    const Batch* found = m_data.batch(batch);
    return found != nullptr ? found->id : std::string(words::kUnknown);
}

const char* toText(ReportFigure figure)
{
    switch (figure) {
    case ReportFigure::Timeline:
        return "timeline";
    case ReportFigure::Counters:
        return "counters";
    case ReportFigure::Sequence:
        return "sequence";
    }
    return "";
}

ComposedReport composeReport(const ReportInputs& inputs, const TwinStamp& twin, const Lexicon& lexicon)
{
    return Composer(inputs, twin, lexicon).compose();
}

} // namespace antecedent
