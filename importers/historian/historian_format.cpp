// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/historian/historian_format.h"

#include "importers/format/rows_source.h"
#include "importers/historian/signal_table.h"

namespace antecedent::importers {

namespace {

std::optional<FormatMatch> matchHistorian(std::string_view head, std::string_view /*name*/)
{
    const std::optional<SignalColumns> columns = findSignalColumns(readDelimitedHead(head));
    if (!columns)
        return std::nullopt;
    const std::size_t count = columns->signals.size();
    switch (columns->shape) {
    case SignalColumns::Shape::Narrow:
        return FormatMatch{columns->confidence, phrase("process data, one row per value, by its headings")};
    case SignalColumns::Shape::Wide:
        return FormatMatch{columns->confidence,
            plural(count, "process data: a time and %1 column named like a tag",
                "process data: a time and %1 columns named like tags")};
    case SignalColumns::Shape::Paired:
        return FormatMatch{columns->confidence, phrase("process data: %1 tags with a time column of their own", count)};
    }
    return std::nullopt;
}

} // namespace

Format historianFormat()
{
    Format out;
    out.id = "historian";
    out.title = "historian exports";
    out.isDelimited = true;
    out.match = matchHistorian;
    out.open = RowsSource<SignalTable>::open;
    return out;
}

} // namespace antecedent::importers
