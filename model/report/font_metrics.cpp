// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Advance widths in thousandths of an em: table `hmtx` of NotoSans-Regular.ttf and NotoSans-SemiBold.ttf in
// resources/fonts.
#include "model/report/drawing.h"

#include <array>

namespace antecedent {

namespace {

constexpr char32_t kAsciiFirst = 0x20;
constexpr char32_t kLatinFirst = 0xA0;
constexpr int kElsewhere = 600;

constexpr std::array<std::uint16_t, 95> kRegularAscii{260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268,
    322, 268, 372, 572, 572, 572, 572, 572, 572, 572, 572, 572, 572, 268, 268, 572, 572, 572, 434, 899, 639, 650, 632,
    730, 556, 519, 728, 741, 339, 273, 619, 524, 907, 760, 781, 605, 781, 622, 549, 556, 731, 600, 930, 586, 566, 572,
    329, 372, 329, 572, 444, 281, 561, 615, 480, 615, 564, 344, 615, 618, 258, 258, 534, 258, 935, 618, 605, 615, 615,
    413, 479, 361, 618, 508, 786, 529, 510, 470, 380, 551, 380, 572};
constexpr std::array<std::uint16_t, 95> kStrongAscii{260, 280, 448, 646, 572, 875, 743, 251, 324, 324, 547, 572, 279,
    322, 279, 398, 572, 572, 572, 572, 572, 572, 572, 572, 572, 572, 279, 279, 572, 572, 572, 461, 898, 671, 664, 635,
    736, 558, 538, 726, 756, 370, 309, 647, 550, 929, 793, 790, 619, 790, 646, 550, 570, 747, 631, 953, 636, 602, 576,
    330, 398, 330, 572, 423, 331, 588, 626, 501, 626, 581, 371, 626, 642, 287, 287, 588, 287, 964, 642, 614, 626, 626,
    439, 490, 406, 642, 546, 830, 560, 547, 481, 389, 551, 389, 572};
constexpr std::array<std::uint16_t, 96> kRegularLatin{260, 269, 572, 572, 572, 572, 551, 513, 580, 832, 357, 509, 572,
    322, 832, 500, 428, 572, 350, 350, 281, 623, 655, 268, 225, 350, 376, 509, 745, 771, 781, 434, 639, 639, 639, 639,
    639, 639, 881, 632, 556, 556, 556, 556, 339, 339, 339, 339, 730, 760, 781, 781, 781, 781, 781, 572, 781, 731, 731,
    731, 731, 566, 605, 631, 561, 561, 561, 561, 561, 561, 864, 480, 564, 564, 564, 564, 258, 258, 258, 258, 605, 618,
    605, 605, 605, 605, 605, 572, 605, 618, 618, 618, 618, 510, 615, 510};
constexpr std::array<std::uint16_t, 96> kStrongLatin{260, 280, 572, 572, 572, 572, 551, 496, 597, 832, 373, 575, 572,
    322, 832, 500, 428, 572, 368, 368, 331, 646, 655, 279, 213, 368, 383, 575, 798, 835, 821, 461, 671, 671, 671, 671,
    671, 671, 925, 635, 558, 558, 558, 558, 370, 370, 370, 370, 736, 793, 790, 790, 790, 790, 790, 572, 790, 747, 747,
    747, 747, 602, 619, 681, 588, 588, 588, 588, 588, 588, 897, 501, 581, 581, 581, 581, 287, 287, 287, 287, 614, 642,
    614, 614, 614, 614, 614, 572, 614, 642, 642, 642, 642, 547, 626, 547};

// The code point at `position`, which is moved behind it. Bytes that are not UTF-8 count one each.
char32_t nextCodePoint(std::string_view text, std::size_t& position)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(position);
    const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length == 1 || position + length > text.size()) {
        ++position;
        return lead;
    }
    char32_t code = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i)
        code = (code << 6U) | (byte(position + i) & 0x3FU);
    position += length;
    return code;
}

int advance(char32_t code, bool strong)
{
    if (code >= kAsciiFirst && code - kAsciiFirst < kRegularAscii.size())
        return strong ? kStrongAscii[code - kAsciiFirst] : kRegularAscii[code - kAsciiFirst];
    if (code >= kLatinFirst && code - kLatinFirst < kRegularLatin.size())
        return strong ? kStrongLatin[code - kLatinFirst] : kRegularLatin[code - kLatinFirst];
    constexpr char32_t kEllipsis = 0x2026;
    constexpr char32_t kEnDash = 0x2013;
    return code == kEllipsis ? 831 : code == kEnDash ? 500 : kElsewhere;
}

} // namespace

double textWidth(std::string_view utf8, double size, bool strong)
{
    long total = 0;
    for (std::size_t i = 0; i < utf8.size();)
        total += advance(nextCodePoint(utf8, i), strong);
    return static_cast<double>(total) * size / 1000;
}

std::string fitText(std::string_view utf8, double width, double size, bool strong)
{
    if (textWidth(utf8, size, strong) <= width)
        return std::string(utf8);
    const double ellipsis = textWidth("\u2026", size, strong);
    std::size_t fits = 0;
    int characters = 0;
    double used = 0;
    for (std::size_t i = 0; i < utf8.size();) {
        const std::size_t start = i;
        nextCodePoint(utf8, i);
        used += textWidth(utf8.substr(start, i - start), size, strong);
        if (used + ellipsis > width)
            break;
        fits = i;
        ++characters;
    }
    return characters < 3 ? std::string() : std::string(utf8.substr(0, fits)) + "\u2026";
}

std::vector<std::string> wrapText(std::string_view utf8, double width, double size, std::size_t most, bool strong)
{
    std::vector<std::string> lines;
    std::string_view rest = utf8;
    while (!rest.empty() && lines.size() < most) {
        std::size_t end = rest.size();
        while (lines.size() + 1 < most && textWidth(rest.substr(0, end), size, strong) > width) {
            const std::size_t space = end == 0 ? std::string_view::npos : rest.rfind(' ', end - 1);
            if (space == std::string_view::npos || space == 0)
                break;
            end = space;
        }
        lines.push_back(fitText(rest.substr(0, end), width, size, strong));
        rest.remove_prefix(std::min(rest.size(), end + 1));
    }
    return lines;
}

} // namespace antecedent
