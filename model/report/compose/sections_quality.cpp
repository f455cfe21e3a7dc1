// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/compose/composer.h"
#include "model/report/compose/words.h"

#include <algorithm>

namespace antecedent {

namespace {

constexpr std::size_t kShownFindings = 6; // of a source; the twin has them all

} // namespace

// In the order in which the sources were listed before: by name, the hash decides between equal names.
void Composer::quality()
{
    if (!m_in.quality)
        return;
    heading(2, phrase("Data quality"));
    if (m_in.quality->empty()) {
        paragraph(phrase("Nothing doubtful was found in the data of the sources: no gap in a stream of records that is "
                         "regular, no time that cannot be, no signal that jumps or stands still."));
        return;
    }
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < m_data.sources.size(); ++i)
        order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return m_data.sources[a].name < m_data.sources[b].name; });
    Table table;
    table.columns = {{say("Source"), Align::Left, 0.9, 0}, {say("What is doubtful"), Align::Left, 2.1, 0},
        {say("What it does to the analysis"), Align::Left, 2.3, 0}};
    table.size = 7.2;
    for (const std::size_t source : order) {
        std::size_t findings = 0;
        for (const QualityFinding& finding : *m_in.quality) {
            if (finding.source.value != source || ++findings > kShownFindings)
                continue;
            const std::string name = findings == 1 ? m_data.sources[source].name : std::string();
            table.rows.push_back(
                Row{{name, saySentence(finding.what), saySentence(finding.consequence)}, false, false});
        }
        if (findings > kShownFindings)
            table.rows.push_back(Row{{"",
                                         say(plural(findings - kShownFindings, "%1 further finding, listed in the twin",
                                             "%1 further findings, listed in the twin")),
                                         ""},
                false, false});
    }
    table.caption = tableCaption(
        phrase("What is doubtful in the data of each source, the weightiest first. Nothing was corrected or left out "
               "because of it; the rows stand in the twin."));
    m_document.blocks.push_back(std::move(table));
}

} // namespace antecedent
