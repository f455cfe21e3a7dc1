// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/svg.h"

#include "model/base/text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace antecedent {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

std::size_t sequenceLength(unsigned char lead)
{
    return lead < 0x80 ? 1 : lead < 0xC0 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF8 ? 4 : 0;
}

void appendEscaped(std::string& out, char c)
{
    switch (c) {
    case '&':
        out += "&amp;";
        return;
    case '<':
        out += "&lt;";
        return;
    case '>':
        out += "&gt;";
        return;
    case '"':
        out += "&quot;";
        return;
    case '\'':
        out += "&#39;";
        return;
    default:
        break;
    }
    const auto code = static_cast<unsigned char>(c);
    if ((code < 0x20 && c != '\t' && c != '\n' && c != '\r') || code == 0x7F)
        out += kReplacement;
    else
        out += c;
}

// Controls that change the direction of text are printed as their code: they could disguise what a text says.
void appendSequence(std::string& out, std::string_view sequence)
{
    const auto last = static_cast<unsigned char>(sequence.back());
    const bool isEmbedding =
        sequence.starts_with("\xE2\x80") && ((last >= 0xAA && last <= 0xAE) || last == 0x8E || last == 0x8F);
    const bool isIsolate = sequence.starts_with("\xE2\x81") && last >= 0xA6 && last <= 0xA9;
    if (!isEmbedding && !isIsolate) {
        out += sequence;
        return;
    }
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    const unsigned code = ((static_cast<unsigned char>(sequence[1]) & 0x3FU) << 6U) | (last & 0x3FU);
    out +=
        std::string("[U+2") + kDigits[(code >> 8U) & 0xFU] + kDigits[(code >> 4U) & 0xFU] + kDigits[code & 0xFU] + "]";
}

std::string n(double value)
{
    return fixedNumber(value, 2);
}

std::string strokeOf(Ink ink, double width)
{
    if (ink == Ink::None)
        return " stroke=\"none\"";
    return std::string(" stroke=\"") + inkHex(ink) + "\" stroke-width=\"" + n(width) + "\"";
}

std::string fillOf(Ink ink)
{
    return std::string(" fill=\"") + (ink == Ink::None ? "none" : inkHex(ink)) + "\"";
}

struct SvgWriter
{
    std::string out;

    void operator()(const PathItem& item)
    {
        out += "<path d=\"";
        for (std::size_t i = 0; i < item.points.size(); ++i)
            out += (i == 0 ? "M" : "L") + n(item.points[i].x) + " " + n(item.points[i].y);
        if (item.isClosed)
            out += "Z";
        out += "\"" + fillOf(item.fill) + strokeOf(item.stroke, item.width);
        if (item.dash == Dash::Dashed)
            out += " stroke-dasharray=\"5 3\"";
        else if (item.dash == Dash::Dotted)
            out += " stroke-dasharray=\"1 2\"";
        out += "/>";
    }
    void operator()(const CircleItem& item)
    {
        out += "<circle cx=\"" + n(item.centre.x) + "\" cy=\"" + n(item.centre.y) + "\" r=\"" + n(item.radius) + "\""
            + fillOf(item.fill) + strokeOf(item.stroke, item.width) + "/>";
    }
    void operator()(const TextItem& item)
    {
        const std::string x = n(item.at.x);
        const std::string y = n(item.at.y);
        out += "<text x=\"" + x + "\" y=\"" + y + "\" font-size=\"" + n(item.size) + "\"" + fillOf(item.ink);
        if (item.anchor != TextAnchor::Start)
            out += item.anchor == TextAnchor::Middle ? " text-anchor=\"middle\"" : " text-anchor=\"end\"";
        if (item.isStrong)
            out += " font-weight=\"600\"";
        if (item.isVertical)
            out += " transform=\"rotate(-90 " + x + " " + y + ")\"";
        out += ">" + escapeXml(item.text) + "</text>";
    }
};

} // namespace

std::string escapeXml(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = sequenceLength(static_cast<unsigned char>(text[i]));
        if (length == 1) {
            appendEscaped(out, text[i]);
            ++i;
        } else if (length == 0 || i + length > text.size() || !isValidUtf8(text.substr(i, length))) {
            out += kReplacement;
            ++i;
        } else {
            appendSequence(out, text.substr(i, length));
            i += length;
        }
    }
    return out;
}

std::string fixedNumber(double value, int decimals)
{
    if (!std::isfinite(value))
        return "0";
    std::array<char, 400> buffer{};
    const auto [end, status] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
    if (status != std::errc())
        return "0";
    std::string out(buffer.data(), end);
    if (out.find('.') != std::string::npos) {
        while (out.back() == '0')
            out.pop_back();
        if (out.back() == '.')
            out.pop_back();
    }
    return out == "-0" ? "0" : out;
}

std::string toSvg(const Drawing& drawing)
{
    SvgWriter writer;
    writer.out = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 " + n(drawing.width) + " "
        + n(drawing.height) + "\" width=\"" + n(drawing.width) + "pt\" height=\"" + n(drawing.height) + "pt\">";
    if (!drawing.description.empty())
        writer.out += "<title>" + escapeXml(drawing.description) + "</title>";
    for (const DrawingItem& item : drawing.items)
        std::visit(writer, item);
    writer.out += "</svg>";
    return std::move(writer.out);
}

} // namespace antecedent
