// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/b2mml/b2mml_format.h"

#include "importers/format/b2mml/b2mml_kind.h"
#include "importers/format/b2mml/b2mml_table.h"
#include "importers/format/xml/xml_root.h"

namespace antecedent::importers {

namespace {

class B2mmlSource final : public TableSource
{
public:
    explicit B2mmlSource(ByteSource& bytes)
        : m_table(bytes)
    {
    }

private:
    Result<bool> more(CsvWriter& rows) override
    {
        if (!m_hasStarted)
            rows.row(kB2mmlColumnNames);
        m_hasStarted = true;
        const Result<bool> more = m_table.next(rows.text());
        say(m_table.statement());
        if (more && !*more)
            noteEnd(m_table.problem(), m_table.isCut());
        if (more && !*more && !m_table.remark().empty())
            note(DiagnosticCode::SourceRemark, m_table.remark());
        return more;
    }

    B2mmlTable m_table;
    bool m_hasStarted = false;
};

std::optional<FormatMatch> matchB2mml(std::string_view head, std::string_view /*name*/)
{
    const std::optional<XmlRoot> root = xmlRoot(head);
    if (!root)
        return std::nullopt;
    const std::optional<B2mmlKind> kind = b2mmlKindOf(root->name, root->space);
    if (!kind)
        return std::nullopt;
    if (!kind->isKnownSpace)
        return FormatMatch{75, phrase("a %1 message of B2MML, though its namespace is none of B2MML", kind->root)};
    return FormatMatch{98, phrase("a %1 message in the namespace %2", kind->root, kind->space)};
}

Result<std::unique_ptr<TableSource>> openB2mml(ByteSource& bytes, std::string_view /*part*/, const TextHints& /*hints*/)
{
    return std::unique_ptr<TableSource>(std::make_unique<B2mmlSource>(bytes));
}

} // namespace

Format b2mmlFormat()
{
    Format out;
    out.id = "b2mml";
    out.title = "B2MML and BatchML";
    out.match = &matchB2mml;
    out.open = &openB2mml;
    return out;
}

} // namespace antecedent::importers
