// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/document.h"

namespace antecedent {

namespace {

struct PlainWriter
{
    std::string out;

    void line(std::string_view text)
    {
        out += text;
        out += '\n';
    }
    void operator()(const TitleBlock& block)
    {
        line(block.title);
        line(block.subtitle);
        line(block.status);
    }
    void operator()(const Heading& block)
    {
        line(std::string(static_cast<std::size_t>(block.level), '#') + " " + block.text);
    }
    void operator()(const Paragraph& block)
    {
        line((block.style == ParagraphStyle::Item ? "- " : "") + block.text.plain());
    }
    void operator()(const KeyValues& block)
    {
        for (const auto& [name, value] : block.rows)
            line(name + ": " + value.plain());
    }
    void operator()(const Table& block)
    {
        std::string titles;
        for (const Column& column : block.columns)
            titles += (titles.empty() ? "" : " | ") + column.title;
        line(titles);
        for (const Row& row : block.rows) {
            std::string text;
            for (std::size_t c = 0; c < row.cells.size(); ++c)
                text += (c == 0 ? "" : " | ") + row.cells[c].text.plain();
            line(text);
        }
        if (!block.caption.runs.empty())
            line(block.caption.plain());
    }
    void operator()(const VerdictBox& block) { line("[" + block.head + "] " + block.text.plain()); }
    void operator()(const Figure& block)
    {
        for (const DrawingItem& item : block.drawing.items)
            if (const auto* text = std::get_if<TextItem>(&item))
                line("~ " + text->text);
        line(block.caption.plain());
    }
    void operator()(const PageBreak&) { }
};

} // namespace

RichText& RichText::add(std::string_view text, RunStyle style)
{
    runs.push_back(Run{style == RunStyle::Mark ? "[" + std::string(text) + "]" : std::string(text), style});
    return *this;
}

std::string RichText::plain() const
{
    std::string out;
    for (const Run& run : runs)
        out += run.text;
    return out;
}

std::string ReportDocument::plainText() const
{
    PlainWriter writer;
    for (const Block& block : blocks)
        std::visit(writer, block);
    return writer.out;
}

} // namespace antecedent
