// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/text/encoding.h"

#include "importers/text/cut_text.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace antecedent::importers {

namespace {

constexpr char kInvalid = '\xFF';

// Code points of the bytes 0x80..0xFF; 0: not assigned.
constexpr std::array<std::uint16_t, 128> kWindows1252{0x20AC, 0x0000, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x0000, 0x017D, 0x0000, 0x0000, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x0000, 0x017E, 0x0178, 0x00A0, 0x00A1, 0x00A2, 0x00A3,
    0x00A4, 0x00A5, 0x00A6, 0x00A7, 0x00A8, 0x00A9, 0x00AA, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x00AF, 0x00B0, 0x00B1,
    0x00B2, 0x00B3, 0x00B4, 0x00B5, 0x00B6, 0x00B7, 0x00B8, 0x00B9, 0x00BA, 0x00BB, 0x00BC, 0x00BD, 0x00BE, 0x00BF,
    0x00C0, 0x00C1, 0x00C2, 0x00C3, 0x00C4, 0x00C5, 0x00C6, 0x00C7, 0x00C8, 0x00C9, 0x00CA, 0x00CB, 0x00CC, 0x00CD,
    0x00CE, 0x00CF, 0x00D0, 0x00D1, 0x00D2, 0x00D3, 0x00D4, 0x00D5, 0x00D6, 0x00D7, 0x00D8, 0x00D9, 0x00DA, 0x00DB,
    0x00DC, 0x00DD, 0x00DE, 0x00DF, 0x00E0, 0x00E1, 0x00E2, 0x00E3, 0x00E4, 0x00E5, 0x00E6, 0x00E7, 0x00E8, 0x00E9,
    0x00EA, 0x00EB, 0x00EC, 0x00ED, 0x00EE, 0x00EF, 0x00F0, 0x00F1, 0x00F2, 0x00F3, 0x00F4, 0x00F5, 0x00F6, 0x00F7,
    0x00F8, 0x00F9, 0x00FA, 0x00FB, 0x00FC, 0x00FD, 0x00FE, 0x00FF};
constexpr std::array<std::uint16_t, 128> kIso8859_2{0x0080, 0x0081, 0x0082, 0x0083, 0x0084, 0x0085, 0x0086, 0x0087,
    0x0088, 0x0089, 0x008A, 0x008B, 0x008C, 0x008D, 0x008E, 0x008F, 0x0090, 0x0091, 0x0092, 0x0093, 0x0094, 0x0095,
    0x0096, 0x0097, 0x0098, 0x0099, 0x009A, 0x009B, 0x009C, 0x009D, 0x009E, 0x009F, 0x00A0, 0x0104, 0x02D8, 0x0141,
    0x00A4, 0x013D, 0x015A, 0x00A7, 0x00A8, 0x0160, 0x015E, 0x0164, 0x0179, 0x00AD, 0x017D, 0x017B, 0x00B0, 0x0105,
    0x02DB, 0x0142, 0x00B4, 0x013E, 0x015B, 0x02C7, 0x00B8, 0x0161, 0x015F, 0x0165, 0x017A, 0x02DD, 0x017E, 0x017C,
    0x0154, 0x00C1, 0x00C2, 0x0102, 0x00C4, 0x0139, 0x0106, 0x00C7, 0x010C, 0x00C9, 0x0118, 0x00CB, 0x011A, 0x00CD,
    0x00CE, 0x010E, 0x0110, 0x0143, 0x0147, 0x00D3, 0x00D4, 0x0150, 0x00D6, 0x00D7, 0x0158, 0x016E, 0x00DA, 0x0170,
    0x00DC, 0x00DD, 0x0162, 0x00DF, 0x0155, 0x00E1, 0x00E2, 0x0103, 0x00E4, 0x013A, 0x0107, 0x00E7, 0x010D, 0x00E9,
    0x0119, 0x00EB, 0x011B, 0x00ED, 0x00EE, 0x010F, 0x0111, 0x0144, 0x0148, 0x00F3, 0x00F4, 0x0151, 0x00F6, 0x00F7,
    0x0159, 0x016F, 0x00FA, 0x0171, 0x00FC, 0x00FD, 0x0163, 0x02D9};

bool asciiLetter(unsigned char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

} // namespace

void appendUtf8(std::string& out, std::uint32_t code)
{
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0U | (code >> 6U));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0U | (code >> 12U));
        out += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    } else {
        out += static_cast<char>(0xF0U | (code >> 18U));
        out += static_cast<char>(0x80U | ((code >> 12U) & 0x3FU));
        out += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    }
}

const char* encodingName(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8:
        return "utf-8";
    case Encoding::Utf16Le:
        return "utf-16le";
    case Encoding::Utf16Be:
        return "utf-16be";
    case Encoding::Windows1252:
        return "windows-1252";
    case Encoding::Iso8859_2:
        return "iso-8859-2";
    }
    return "utf-8";
}

std::optional<Encoding> encodingFromName(std::string_view name)
{
    for (const Encoding e :
        {Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1252, Encoding::Iso8859_2})
        if (equalsIgnoreCase(name, encodingName(e)))
            return e;
    return std::nullopt;
}

std::size_t bomBytes(Encoding encoding, std::string_view head)
{
    if (encoding == Encoding::Utf8 && head.starts_with("\xEF\xBB\xBF"))
        return 3;
    if (encoding == Encoding::Utf16Le && head.starts_with("\xFF\xFE"))
        return 2;
    if (encoding == Encoding::Utf16Be && head.starts_with("\xFE\xFF"))
        return 2;
    return 0;
}

EncodingGuess encodingOf(std::string_view head, bool complete, std::optional<Encoding> stated)
{
    return stated ? EncodingGuess{*stated, bomBytes(*stated, head), 100, phrase("stated")}
                  : detectEncoding(head, complete);
}

EncodingGuess detectEncoding(std::string_view head, bool complete)
{
    for (const Encoding e : {Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be})
        if (const std::size_t bom = bomBytes(e, head); bom > 0)
            return {e, bom, 100, phrase("byte order mark")};
    std::size_t zerosAtEven = 0;
    std::size_t zerosAtOdd = 0;
    for (std::size_t i = 0; i < head.size(); ++i)
        if (head[i] == 0)
            ++(i % 2 == 0 ? zerosAtEven : zerosAtOdd);
    if (zerosAtOdd > head.size() / 4 && zerosAtEven * 8 <= zerosAtOdd)
        return {Encoding::Utf16Le, 0, 90, phrase("every other byte is zero")};
    if (zerosAtEven > head.size() / 4 && zerosAtOdd * 8 <= zerosAtEven)
        return {Encoding::Utf16Be, 0, 90, phrase("every other byte is zero")};
    EncodingScan scan;
    scan.add(head);
    return scan.finish(complete);
}

void EncodingScan::take(std::string_view bytes, bool last)
{
    if (!last && isPlainText(m_rest) && isPlainText(bytes)) {
        if (!bytes.empty()) // only the last byte matters to what follows
            m_rest.assign(1, bytes.back());
        m_counted = m_rest.size();
        return;
    }
    m_isPlain = false;
    m_rest += bytes;
    constexpr std::size_t kHeldBack = 4; // a whole character, or the letter behind a single byte
    const std::size_t end = last ? m_rest.size() : m_rest.size() - std::min(m_rest.size(), kHeldBack);
    if (m_counted >= end)
        return;
    m_counted = count(m_rest, m_counted, end);
    m_rest.erase(0, m_counted - 1);
    m_counted = 1;
}

// Counts the characters that begin in [begin, end); returns where it stopped.
std::size_t EncodingScan::count(std::string_view bytes, std::size_t begin, std::size_t end)
{
    // Letters of Central Europe that are signs in Windows-1252: they stand beside letters only in ISO 8859-2.
    constexpr std::string_view kCentral = "\xA9\xAE\xB9\xBE\xB3\xA3\xB6\xBC\xA6\xAC\xB1";
    std::size_t i = begin;
    while (i < end) {
        const auto c = static_cast<unsigned char>(bytes[i]);
        if (c < 0x80) {
            ++i;
            continue;
        }
        const bool besideLetter = (i > 0 && asciiLetter(static_cast<unsigned char>(bytes[i - 1])))
            || (i + 1 < bytes.size() && asciiLetter(static_cast<unsigned char>(bytes[i + 1])));
        m_windows += c < 0xA0 ? 1U : 0U;
        m_central += besideLetter && kCentral.find(bytes[i]) != std::string_view::npos ? 1U : 0U;
        const std::size_t length = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;
        const bool isValid = length > 1 && isValidUtf8(bytes.substr(i, length));
        ++(isValid ? m_valid : m_invalid);
        i += isValid ? length : 1;
    }
    return i;
}

EncodingGuess EncodingScan::finish(bool isWhole)
{
    if (isWhole)
        take({}, true);
    if (m_isPlain)
        return {Encoding::Utf8, 0, 95, phrase("ASCII only")};
    if (m_invalid == 0)
        return {Encoding::Utf8, 0, 95, phrase("valid UTF-8")};
    // A file that is UTF-8 but for a few damaged rows has whole multi-byte characters; single-byte text has hardly any.
    if (m_valid > 4 * m_invalid)
        return {Encoding::Utf8, 0, 70, phrase("UTF-8 with a few damaged characters")};
    if (m_windows == 0 && m_central > 0)
        return {Encoding::Iso8859_2, 0, 60, phrase("not UTF-8, and letters of Central Europe beside other letters")};
    return {Encoding::Windows1252, 0, 60, phrase("not UTF-8, and the bytes are characters of Windows-1252")};
}

void Decoder::addUnit(std::uint16_t unit, std::string& out)
{
    if (m_high) {
        const std::uint16_t high = *m_high;
        m_high.reset();
        if (unit >= 0xDC00 && unit < 0xE000) {
            appendUtf8(out, 0x10000U + ((high - 0xD800U) << 10U) + (unit - 0xDC00U));
            return;
        }
        out += kInvalid;
    }
    if (unit >= 0xD800 && unit < 0xDC00)
        m_high = unit;
    else if (unit >= 0xDC00 && unit < 0xE000)
        out += kInvalid;
    else
        appendUtf8(out, unit);
}

void Decoder::decodeUtf16(std::string_view bytes, bool last, std::string& out)
{
    const bool little = m_encoding == Encoding::Utf16Le;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (!m_half) {
            m_half = byte;
            continue;
        }
        const unsigned low = little ? *m_half : byte;
        const unsigned high = little ? byte : *m_half;
        m_half.reset();
        addUnit(static_cast<std::uint16_t>(high << 8U | low), out);
    }
    if (last && (m_half || m_high)) {
        m_half.reset();
        m_high.reset();
        out += kInvalid;
    }
}

void Decoder::decode(std::string_view bytes, bool last, std::string& out)
{
    switch (m_encoding) {
    case Encoding::Utf8:
        out += bytes;
        return;
    case Encoding::Utf16Le:
    case Encoding::Utf16Be:
        decodeUtf16(bytes, last, out);
        return;
    case Encoding::Windows1252:
    case Encoding::Iso8859_2:
        break;
    }
    const auto& table = m_encoding == Encoding::Windows1252 ? kWindows1252 : kIso8859_2;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            out += c;
        else if (table[byte - 0x80U] == 0)
            out += kInvalid;
        else
            appendUtf8(out, table[byte - 0x80U]);
    }
}

bool isPlainText(std::string_view bytes)
{
    // Eight bytes at a time: the high bit shows what is not ASCII, and the borrow of a subtraction a zero byte.
    constexpr std::uint64_t kHigh = 0x8080808080808080U;
    constexpr std::uint64_t kOnes = 0x0101010101010101U;
    std::uint64_t bad = 0;
    std::size_t i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + i, 8);
        bad |= word | ((word - kOnes) & ~word);
    }
    if ((bad & kHigh) != 0)
        return false;
    for (; i < bytes.size(); ++i)
        if (static_cast<signed char>(bytes[i]) <= 0)
            return false;
    return true;
}

std::string shownText(std::string_view text, std::size_t limit)
{
    std::string out;
    if (isPlainText(text) || isValidUtf8(text)) {
        out = std::string(cutText(text, limit));
        std::replace(out.begin(), out.end(), '\0', ' ');
        return out;
    }
    constexpr std::string_view kDigits = "0123456789abcdef";
    for (const char c : text) {
        if (out.size() + 4 > limit)
            break;
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7F) {
            out += c;
        } else {
            out += "\\x";
            out += kDigits[byte >> 4U];
            out += kDigits[byte & 0xFU];
        }
    }
    return out;
}

} // namespace antecedent::importers
