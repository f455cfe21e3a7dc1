// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/row_feed.h"

#include "importers/recognise.h"

#include <algorithm>

namespace antecedent::importers {

RowFeed::RowFeed(std::unique_ptr<FlatSource> flat, const ImportPlan& plan, std::size_t blockBytes)
    : m_flat(std::move(flat))
    , m_text(*m_flat, plan.form, blockBytes)
    , m_toSkip(plan.dialect.titleRows + (plan.dialect.hasHeader ? 1U : 0U) + plan.mapping.skipRows)
    , m_columns(plan.columns.size())
    , m_hasFooters(mayHaveFooters(plan.format))
{
}

Result<std::unique_ptr<RowFeed>> RowFeed::open(ByteSource& packed, const ImportPlan& plan, std::size_t blockBytes)
{
    Result<std::unique_ptr<FlatSource>> flat =
        FlatSource::open(packed, plan.format, plan.part, plan.hints, plan.container);
    if (!flat)
        return flat.error();
    return std::unique_ptr<RowFeed>(new RowFeed(std::move(*flat), plan, blockBytes)); // NOLINT: private constructor
}

Result<bool> RowFeed::next(RowBlock& block)
{
    const Result<bool> more = m_text.next(block);
    if (!more || !*more)
        return more;
    const std::size_t count = std::min(m_toSkip, block.rows.size());
    block.rows.erase(block.rows.begin(), block.rows.begin() + static_cast<std::ptrdiff_t>(count));
    m_toSkip -= count;
    if (m_hasFooters)
        m_footers.take(block, m_columns);
    return true;
}

std::vector<Diagnostic> RowFeed::footerRemarks() const
{
    std::vector<Diagnostic> out;
    for (std::string& remark : m_footers.remarks())
        out.push_back(diagnosticOf(DiagnosticCode::SourceRemark, std::move(remark)));
    return out;
}

} // namespace antecedent::importers
