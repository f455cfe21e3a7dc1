// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/html.h"

#include "model/report/svg.h"

namespace antecedent {

namespace {

constexpr std::string_view kStyle = R"(
@page { size: A4; margin: 19mm 18mm 17mm 20mm; }
* { box-sizing: border-box; }
body { font: 9.5pt/13.5pt "Noto Sans", "Segoe UI", "DejaVu Sans", sans-serif; color: #000; background: #fff;
  max-width: 172mm; margin: 10mm auto; font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
header.page { display: flex; justify-content: space-between; border-bottom: .8pt solid #000; padding-bottom: 4pt;
  font-size: 8.3pt; color: #333; }
footer.page { border-top: .5pt solid #A6A6A6; margin-top: 18pt; padding-top: 4pt; font-size: 7.5pt; line-height: 10.5pt;
  color: #333; }
h1 { font-size: 14pt; line-height: 18pt; margin: 18pt 0 6pt; font-weight: 600; break-after: avoid; }
h2 { font-size: 11pt; line-height: 15pt; margin: 14pt 0 4pt; font-weight: 600; break-after: avoid; }
h3 { font-size: 9.5pt; margin: 10pt 0 2pt; font-weight: 600; break-after: avoid; }
.title { font-size: 20pt; line-height: 26pt; font-weight: 600; margin: 18pt 0 4pt; }
.subtitle { font-size: 11pt; margin: 0 0 4pt; }
.status { font-weight: 600; margin: 0 0 12pt; }
p { margin: 0 0 6pt; }
p.lead { font-size: 10.5pt; line-height: 15pt; }
p.small, figcaption, caption { font-size: 8.3pt; line-height: 11.5pt; color: #333; }
p.item { padding-left: 12pt; text-indent: -9pt; margin-bottom: 3pt; }
p.item::before { content: "\2022"; display: inline-block; width: 9pt; text-indent: 0; }
.mark { font-size: .82em; color: #333; white-space: nowrap; }
.fixed { font-family: "Noto Sans Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace; font-size: .88em; overflow-wrap: anywhere; }
.strong, b { font-weight: 600; }
table { width: 100%; border-collapse: collapse; margin: 6pt 0 10pt; line-height: 10.5pt; border-top: 1.4pt solid #000; }
caption { caption-side: bottom; text-align: left; padding-top: 4pt; break-before: avoid; }
th { font-weight: 600; text-align: left; border-bottom: .8pt solid #000; padding: 3pt 4pt; vertical-align: bottom; }
td { border-bottom: .4pt solid #D9D9D9; padding: 2.5pt 4pt; vertical-align: top; overflow-wrap: anywhere; }
td.group { font-weight: 600; padding-top: 6pt; }
.right { text-align: right; } .centre { text-align: center; }
td.figure, th.figure { padding: 0; vertical-align: middle; line-height: 0; }
tr { break-inside: avoid; } thead { display: table-header-group; }
table.keys { border-top: none; font-size: 8.6pt; line-height: 12pt; } table.keys td { border: none; padding: 1.5pt 6pt 1.5pt 0; }
table.keys td:first-child { width: 27%; color: #333; }
.verdict { border: .8pt solid #000; border-left: 5pt solid #000; padding: 6pt 9pt; margin: 8pt 0 8pt; break-inside: avoid; }
figure { margin: 8pt 0 10pt; break-inside: avoid; } figure svg { display: block; max-width: 100%; height: auto; }
figcaption { margin-top: 4pt; } svg text { font-family: "Noto Sans", "Segoe UI", "DejaVu Sans", sans-serif; white-space: pre; }
.break { break-before: page; }
)";

const char* alignClass(Align align)
{
    return align == Align::Right ? "right" : align == Align::Centre ? "centre" : "";
}

struct HtmlWriter
{
    std::string out;

    std::string rich(const RichText& text) const
    {
        std::string html;
        for (const Run& run : text.runs) {
            const std::string escaped = escapeXml(run.text);
            if (run.style == RunStyle::Plain)
                html += escaped;
            else if (run.style == RunStyle::Strong)
                html += "<b>" + escaped + "</b>";
            else
                html += std::string("<span class=\"") + (run.style == RunStyle::Mark ? "mark" : "fixed") + "\">"
                    + escaped + "</span>";
        }
        return html;
    }
    void element(std::string_view name, std::string_view cssClass, const std::string& content)
    {
        out += "<";
        out += name;
        if (!cssClass.empty())
            out += " class=\"" + std::string(cssClass) + "\"";
        out += ">" + content + "</" + std::string(name) + ">\n";
    }
    void operator()(const TitleBlock& block)
    {
        element("div", "title", escapeXml(block.title));
        element("p", "subtitle", escapeXml(block.subtitle));
        element("p", "status", escapeXml(block.status));
    }
    void operator()(const Heading& block) { element("h" + std::to_string(block.level), "", escapeXml(block.text)); }
    void operator()(const Paragraph& block)
    {
        switch (block.style) {
        case ParagraphStyle::Body:
            return element("p", "", rich(block.text));
        case ParagraphStyle::Lead:
            return element("p", "lead", rich(block.text));
        case ParagraphStyle::Small:
            return element("p", "small", rich(block.text));
        case ParagraphStyle::Item:
            return element("p", "item", rich(block.text));
        }
    }
    void operator()(const KeyValues& block)
    {
        out += "<table class=\"keys\">\n";
        for (const auto& [name, value] : block.rows)
            out += "<tr><td>" + escapeXml(name) + "</td><td>" + rich(value) + "</td></tr>\n";
        out += "</table>\n";
    }
    void cell(std::string_view tag, const Cell& content, Align align)
    {
        const std::string name(tag);
        if (!content.figure.empty())
            out += "<" + name + " class=\"figure\">" + toSvg(content.figure.front()) + "</" + name + ">";
        else if (const std::string css = alignClass(align); !css.empty())
            out += "<" + name + " class=\"" + css + "\">" + rich(content.text) + "</" + name + ">";
        else
            out += "<" + name + ">" + rich(content.text) + "</" + name + ">";
    }
    void tableHead(const Table& block)
    {
        out += "<thead><tr>";
        for (std::size_t c = 0; c < block.columns.size(); ++c) {
            const bool hasFigure = c < block.figureHeader.size() && !block.figureHeader[c].figure.empty();
            cell("th", hasFigure ? block.figureHeader[c] : Cell(block.columns[c].title), block.columns[c].align);
        }
        out += "</tr></thead>\n<tbody>\n";
    }
    void operator()(const Table& block)
    {
        out += "<table style=\"font-size:" + fixedNumber(block.size, 1) + "pt\">\n";
        if (!block.caption.runs.empty())
            element("caption", "", rich(block.caption));
        out += "<colgroup>";
        double weights = 0;
        double fixed = 0;
        for (const Column& column : block.columns)
            (column.fixedWidth > 0 ? fixed : weights) += column.fixedWidth > 0 ? column.fixedWidth : column.weight;
        for (const Column& column : block.columns) {
            const double share = column.fixedWidth > 0 ? column.fixedWidth / kTextWidth
                                                       : (1 - fixed / kTextWidth) * column.weight / weights;
            out += "<col style=\"width:" + fixedNumber(share * 100, 2) + "%\">";
        }
        out += "</colgroup>\n";
        tableHead(block);
        for (const Row& row : block.rows) {
            out += row.isStrong ? "<tr class=\"strong\">" : "<tr>";
            if (row.isGroup && !row.cells.empty())
                out += "<td class=\"group\" colspan=\"" + std::to_string(block.columns.size()) + "\">"
                    + rich(row.cells.front().text) + "</td>";
            else
                for (std::size_t c = 0; c < row.cells.size() && c < block.columns.size(); ++c)
                    cell("td", row.cells[c], block.columns[c].align);
            out += "</tr>\n";
        }
        out += "</tbody></table>\n";
    }
    void operator()(const VerdictBox& block)
    {
        element("div", "verdict", "<b>" + escapeXml(block.head) + "</b> " + rich(block.text));
    }
    void operator()(const Figure& block)
    {
        out += "<figure>" + toSvg(block.drawing) + "\n<figcaption>" + rich(block.caption) + "</figcaption></figure>\n";
    }
    void operator()(const PageBreak&) { out += "<div class=\"break\"></div>\n"; }
};

} // namespace

std::string renderHtml(const ReportDocument& document)
{
    HtmlWriter writer;
    writer.out = "<!DOCTYPE html>\n<html lang=\"" + escapeXml(document.language)
        + "\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width\">\n<meta http-equiv=\"Content-Security-Policy\" "
          "content=\"default-src 'none'; "
          "style-src 'unsafe-inline'\">\n<meta name=\"generator\" content=\""
        + escapeXml(document.creator) + "\">\n<meta name=\"antecedent-twin\" content=\""
        + escapeXml(document.twinDigest) + "\">\n<title>" + escapeXml(document.title) + "</title>\n<style>"
        + std::string(kStyle) + "</style>\n</head>\n<body>\n<header class=\"page\"><span>"
        + escapeXml(document.headerLeft) + "</span><span>" + escapeXml(document.headerRight)
        + "</span></header>\n<main>\n";
    for (const Block& block : document.blocks)
        std::visit(writer, block);
    writer.out += "</main>\n<footer class=\"page\">";
    for (const std::string& line : document.footerLeft)
        writer.out += escapeXml(line) + "<br>";
    writer.out += escapeXml(document.footerRight) + "</footer>\n</body>\n</html>\n";
    return std::move(writer.out);
}

} // namespace antecedent
