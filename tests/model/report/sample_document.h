// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A hand-made report with every kind of block, long enough for several pages, with hostile and foreign text in it.

#include "model/report/document.h"

namespace antecedent::tests {

inline Drawing sampleDrawing()
{
    Drawing drawing;
    drawing.width = kTextWidth;
    drawing.height = 90;
    drawing.description = "A line, a box and <words>";
    drawing.line({0, 80}, {kTextWidth, 80});
    drawing.rect({100, 20, 180, 40}, Ink::Light);
    drawing.hatch({200, 20, 260, 60}, Hatch::Rising);
    drawing.circle({300, 40}, 5);
    drawing.text({100, 60}, "F-130 & \u00b5m \u2265 5", 6.5);
    return drawing;
}

inline ReportDocument sampleDocument(int rows = 70)
{
    ReportDocument report;
    report.title = "Investigation report DEV-001";
    report.subject = "Filter integrity failure";
    report.creator = "Antecedent 0.1.0";
    report.created = "2025-04-22T09:14:00Z";
    report.headerLeft = "Investigation report DEV-001, version 1, draft";
    report.headerRight = "Northfield site";
    report.footerLeft = {"Antecedent 0.1.0, schema 1. Content sha256:19ad", "Check with: antecedent-cli verify"};
    report.footerRight = "22 Apr 2025 11:14 CEST";
    report.twinDigest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    report.twinName = "DEV-001-twin";
    report.blocks.push_back(
        TitleBlock{"DEV-001: integrity test failed", "Filter F-130", "Draft, not independently reviewed"});
    report.blocks.push_back(KeyValues{{{"What", "Integrity test failed"}, {"Where", RichText("F-130").mark("E-001")}}});
    report.blocks.push_back(Heading{1, "1  Problem statement"});
    RichText words("Five batches failed between 21 March and 13 April 2025. <script>alert('x')</script> ");
    words.strong("Bold & co. ")
        .mark("E-031")
        .add(" \u4e2d \u2265 \u2212 \u202e end ")
        .add("a81f-09e7", RunStyle::Fixed);
    report.blocks.push_back(Paragraph{words, ParagraphStyle::Body});
    report.blocks.push_back(Figure{sampleDrawing(), RichText().strong("Figure 1. ").add("A figure.")});
    report.blocks.push_back(Heading{2, "1.1  Records"});
    Table table;
    table.columns = {{"#", Align::Right, 1, 24}, {"Candidate", Align::Left, 3, 0}, {"p", Align::Right, 1, 50}};
    for (int i = 1; i <= rows; ++i)
        table.rows.push_back(
            Row{{std::to_string(i), "alarm:HIGH @ R-" + std::to_string(100 + i), "0.05"}, i == 1, false});
    table.caption = RichText().strong("Table 1. ").add("Ranked candidates.");
    report.blocks.push_back(table);
    report.blocks.push_back(VerdictBox{"Associated.", "The condition was present before 5 of 5 failures."});
    report.blocks.push_back(Paragraph{"An item.", ParagraphStyle::Item});
    report.blocks.push_back(PageBreak{});
    report.blocks.push_back(Heading{1, "2  Method"});
    report.blocks.push_back(Paragraph{"Small print.", ParagraphStyle::Small});
    return report;
}

} // namespace antecedent::tests
