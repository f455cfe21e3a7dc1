// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/export_statement.h"

#include <string_view>

namespace antecedent::importers {

ExportStatement statementIn(const SourceHead& head)
{
    ExportStatement out;
    const Dialect& dialect = head.dialect.dialect;
    for (const std::vector<std::string>& row :
        splitRows(head.text, head.complete, dialect.delimiter, dialect.quote, dialect.titleRows))
        addStatementRow(row, out);
    out.add(head.said);
    return out;
}

std::string statementText(const ExportStatement& statement)
{
    std::string out;
    const auto add = [&](std::string_view name, const std::string& value) {
        if (value.empty())
            return;
        if (!out.empty())
            out += '\n';
        out.append(name).append(": ").append(value);
    };
    add("by", statement.by);
    add("system", statement.system);
    add("filter", statement.filter);
    if (!statement.from.empty() || !statement.to.empty())
        add("period", statement.from + '/' + statement.to);
    add("exported", statement.exported);
    add("rows", statement.rows);
    return out;
}

} // namespace antecedent::importers
