// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The report as a tree of values: headings, paragraphs, tables, boxed verdicts and figures, with no markup, so that
// every renderer (PDF, HTML, plain text) shows the same content. Texts are UTF-8; sizes are points. Numbers of
// headings, tables and figures are part of the text, given by the composer. Threads: plain values; equal input gives an
// equal document.

#include "model/base/digest.h"
#include "model/report/drawing.h"

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace antecedent {

enum class RunStyle : std::uint8_t {
    Plain,
    Strong,
    Mark, // record mark such as [E-031]: smaller and grey
    Fixed, // fixed pitch: hashes, original rows
};

struct Run
{
    std::string text;
    RunStyle style = RunStyle::Plain;
};

// Text in one flow, line breaks only where the renderer puts them.
struct RichText
{
    std::vector<Run> runs;

    RichText() = default;
    RichText(std::string_view plain) // NOLINT(google-explicit-constructor): a text is a rich text of one run
        : runs{Run{std::string(plain), RunStyle::Plain}}
    {
    }
    RichText(const char* plain) // NOLINT(google-explicit-constructor)
        : RichText(std::string_view(plain))
    {
    }
    RichText(const std::string& plain) // NOLINT(google-explicit-constructor)
        : RichText(std::string_view(plain))
    {
    }
    RichText& add(std::string_view text, RunStyle style = RunStyle::Plain);
    RichText& strong(std::string_view text) { return add(text, RunStyle::Strong); }
    RichText& mark(std::string_view text) { return add(text, RunStyle::Mark); } // adds the brackets
    std::string plain() const;
};

struct TitleBlock
{
    std::string title;
    std::string subtitle;
    std::string status; // "Draft, not independently reviewed"
};

struct Heading
{
    int level = 1; // 1..3
    std::string text; // with its number
};

enum class ParagraphStyle : std::uint8_t { Body, Lead, Small, Item }; // Item: with a bullet

struct Paragraph
{
    RichText text;
    ParagraphStyle style = ParagraphStyle::Body;
};

enum class Align : std::uint8_t { Left, Right, Centre };

struct Column
{
    std::string title;
    Align align = Align::Left;
    double weight = 1; // share of the width that the fixed columns leave
    double fixedWidth = 0; // points; 0: by weight
};

struct Cell
{
    RichText text;
    std::vector<Drawing> figure; // at most one, drawn instead of the text, as wide as its column

    Cell() = default;
    Cell(RichText words) // NOLINT(google-explicit-constructor): a cell is a text in a table
        : text(std::move(words))
    {
    }
    Cell(const std::string& words) // NOLINT(google-explicit-constructor)
        : text(words)
    {
    }
    Cell(const char* words) // NOLINT(google-explicit-constructor)
        : text(words)
    {
    }
};

struct Row
{
    std::vector<Cell> cells; // one per column
    bool isStrong = false;
    bool isGroup = false; // one cell that spans all columns and keeps with the next row
};

struct Table
{
    std::vector<Column> columns;
    std::vector<Cell> figureHeader; // empty, or one per column: replaces the title where it holds a figure
    std::vector<Row> rows;
    RichText caption; // "Table 4. ...", below the table; may be empty
    double size = 7.8; // of the text
};

// Two columns without header: name, value.
struct KeyValues
{
    std::vector<std::pair<std::string, RichText>> rows;
};

struct VerdictBox
{
    std::string head; // "Associated."
    RichText text;
};

struct Figure
{
    Drawing drawing;
    RichText caption; // "Figure 3. ..."
};

struct PageBreak
{
};

using Block = std::variant<TitleBlock, Heading, Paragraph, KeyValues, Table, VerdictBox, Figure, PageBreak>;

struct ReportDocument
{
    std::string language = "en"; // ISO 639
    std::string title; // also of the file
    std::string subject;
    std::string creator; // program and version
    std::string created; // ISO 8601 UTC with Z, stands in the file's properties
    std::string headerLeft;
    std::string headerRight;
    std::vector<std::string> footerLeft; // at most two lines
    std::string footerRight; // above the number of the page
    std::string pageWords = "page %1 of %2";
    std::string twinDigest; // "sha256:...", empty without a twin; also in the file's properties
    std::string twinName; // folder name of the twin
    std::vector<Block> blocks;

    // Everything a reader can read, block by block, one line per row; for tests and for searching.
    std::string plainText() const;
};

// Text width of the page that the renderers assume: A4 with 20 and 18 mm margins, in points.
inline constexpr double kTextWidth = (210.0 - 20.0 - 18.0) / 25.4 * 72.0;

} // namespace antecedent
