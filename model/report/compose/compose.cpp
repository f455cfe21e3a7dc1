// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/compose/compose.h"

#include "model/report/compose/composer.h"
#include "model/report/compose/words.h"

namespace antecedent {

Composer::Composer(const ReportInputs& inputs, const TwinStamp& twin)
    : m_in(inputs)
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
}

ComposedReport Composer::compose()
{
    m_failureMark = m_marks.add('R', "the failure", {m_in.failure.record});
    markCandidates();
    titleBlock();
    summary();
    problem();
    sources();
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
    versions();
    annex();
    return {std::move(m_document), m_marks.marks()};
}

void Composer::heading(int level, std::string_view text)
{
    ++m_sections[level - 1];
    if (level == 1)
        m_sections[1] = 0;
    const std::string number = std::to_string(m_sections[0]) + (level == 2 ? "." + std::to_string(m_sections[1]) : "");
    m_document.blocks.push_back(Heading{level, number + "\u2002" + std::string(text)});
}

void Composer::paragraph(RichText text, ParagraphStyle style)
{
    m_document.blocks.push_back(Paragraph{std::move(text), style});
}

RichText Composer::caption(std::string_view kind, int& counter, std::string_view text, const std::string& mark) const
{
    RichText words;
    words.strong(std::string(kind) + " " + std::to_string(++counter) + ". ").add(text);
    if (!mark.empty())
        words.add(" ").mark(mark);
    return words;
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

ComposedReport composeReport(const ReportInputs& inputs, const TwinStamp& twin)
{
    return Composer(inputs, twin).compose();
}

} // namespace antecedent
