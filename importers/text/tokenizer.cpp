// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/text/tokenizer.h"

#include "importers/text/encoding.h"
#include "model/base/text.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string_view>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace antecedent::importers {

// Finds delimiters and line breaks by comparing 64 bytes at a time; the bits of one window are kept between calls.
struct Tokenizer::Scanner
{
    Scanner(const char* bytes, std::size_t count, char delimiterChar)
        : text(bytes)
        , size(count)
        , delimiter(delimiterChar)
    {
    }

    const char* text;
    std::size_t size;
    char delimiter;
    std::size_t window = static_cast<std::size_t>(-1); // start of the window whose bits are in `bits`
    std::uint64_t bits = 0;

    // Position of the first delimiter, CR or LF at or behind `from`, or `size`.
    std::size_t next(std::size_t from)
    {
        std::size_t base = from & ~std::size_t{63};
        while (base < size) {
            if (base != window) {
                bits = load(base);
                window = base;
            }
            const std::uint64_t rest = from > base ? bits & (~std::uint64_t{0} << (from - base)) : bits;
            if (rest != 0) {
                const std::size_t found = base + static_cast<std::size_t>(std::countr_zero(rest));
                return found < size ? found : size;
            }
            base += 64;
        }
        return size;
    }

    // All positions into `out`, which has room for size + kGroup; returns how many.
    std::size_t all(std::uint32_t* out) const
    {
        std::uint32_t* next = out;
        for (std::size_t base = 0; base < size; base += 64) {
            std::uint64_t rest = load(base);
            if (size - base < 64)
                rest &= (std::uint64_t{1} << (size - base)) - 1;
            const std::size_t found = bitCount(rest);
            // In groups, without asking whether each one is there: what is too much is written over.
            for (std::size_t done = 0; done < found; done += kGroup) {
                for (std::size_t k = 0; k < kGroup; ++k) {
                    next[done + k] =
                        static_cast<std::uint32_t>(base + static_cast<std::size_t>(std::countr_zero(rest)));
                    rest &= rest - 1;
                }
            }
            next += found;
        }
        return static_cast<std::size_t>(next - out);
    }

    static constexpr std::size_t kGroup = 8;

private:
    // Without the processor's instruction, which the oldest ones of the family do not have.
    static std::size_t bitCount(std::uint64_t bits)
    {
        bits -= (bits >> 1U) & 0x5555555555555555U;
        bits = (bits & 0x3333333333333333U) + ((bits >> 2U) & 0x3333333333333333U);
        bits = (bits + (bits >> 4U)) & 0x0F0F0F0F0F0F0F0FU;
        return static_cast<std::size_t>((bits * 0x0101010101010101U) >> 56U);
    }
    std::uint64_t load(std::size_t base) const
    {
#if defined(__SSE2__)
        const __m128i d = _mm_set1_epi8(delimiter);
        const __m128i lf = _mm_set1_epi8('\n');
        const __m128i cr = _mm_set1_epi8('\r');
        std::uint64_t out = 0;
        for (std::size_t k = 0; k < 4; ++k) {
            const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + base + k * 16));
            const __m128i hit =
                _mm_or_si128(_mm_cmpeq_epi8(v, d), _mm_or_si128(_mm_cmpeq_epi8(v, lf), _mm_cmpeq_epi8(v, cr)));
            out |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(hit))) << (k * 16);
        }
        return out;
#else
        std::uint64_t out = 0;
        for (std::size_t k = 0; k < 64 && base + k < size; ++k) {
            const char c = text[base + k];
            if (c == delimiter || c == '\n' || c == '\r')
                out |= std::uint64_t{1} << k;
        }
        return out;
#endif
    }
};

// Position behind the line break at `at`, or nullopt if more text is needed to tell.
std::optional<std::size_t> Tokenizer::afterLineBreak(const Scanner& scan, std::size_t at, bool last) const
{
    if (scan.text[at] == '\n')
        return at + 1;
    if (at + 1 >= scan.size)
        return last ? std::optional(at + 1) : std::nullopt;
    if (scan.text[at + 1] == '\n')
        return at + 2;
    if (scan.text[at + 1] != '\r')
        return at + 1;
    if (at + 2 >= scan.size)
        return last ? std::optional(at + 1) : std::nullopt;
    return scan.text[at + 2] == '\n' ? at + 3 : at + 1;
}

Tokenizer::FieldEnd Tokenizer::readQuoted(
    Scanner& scan, RowBlock& block, std::size_t& at, RowBlock::Row& row, bool last)
{
    const char* text = scan.text;
    const std::size_t open = at;
    std::size_t read = open + 1;
    std::size_t closing = 0;
    bool doubled = false;
    for (;;) {
        const std::size_t limit = std::min(scan.size, open + 1 + kMaxField);
        const void* hit = read < limit ? std::memchr(text + read, m_quote, limit - read) : nullptr;
        if (hit == nullptr) {
            if (limit == scan.size && !last)
                return FieldEnd::NotThere;
            row.flaw = limit == scan.size ? RowFlaw::UnterminatedQuote : RowFlaw::FieldTooLarge;
            return FieldEnd::Spoiled;
        }
        closing = static_cast<std::size_t>(static_cast<const char*>(hit) - text);
        if (closing + 1 >= scan.size && !last)
            return FieldEnd::NotThere;
        if (closing + 1 >= scan.size || text[closing + 1] != m_quote)
            break;
        doubled = true;
        read = closing + 2;
    }
    const std::size_t end = scan.next(closing + 1);
    if (end == scan.size && !last)
        return FieldEnd::NotThere;
    if (doubled || end > closing + 1)
        m_unclean.push_back({static_cast<std::uint32_t>(block.fields.size()), closing, end});
    block.fields.push_back({static_cast<std::uint32_t>(open + 1), static_cast<std::uint32_t>(closing - open - 1)});
    at = end;
    if (end == scan.size)
        return FieldEnd::EndOfText;
    return text[end] == m_delimiter ? FieldEnd::Delimiter : FieldEnd::LineBreak;
}

// Reads the field at `at` and moves `at` to the character that ends it.
Tokenizer::FieldEnd Tokenizer::readField(Scanner& scan, RowBlock& block, std::size_t& at, RowBlock::Row& row, bool last)
{
    m_fieldStart = at;
    if (m_quote != 0 && at < scan.size && scan.text[at] == m_quote) {
        m_quoted = true;
        return readQuoted(scan, block, at, row, last);
    }
    const std::size_t end = scan.next(at);
    if (end == scan.size && !last)
        return FieldEnd::NotThere;
    const std::size_t begin = at;
    at = end;
    if (end - begin > kMaxField) {
        row.flaw = RowFlaw::FieldTooLarge;
        return FieldEnd::Spoiled;
    }
    block.fields.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)});
    if (end == scan.size)
        return FieldEnd::EndOfText;
    return scan.text[end] == m_delimiter ? FieldEnd::Delimiter : FieldEnd::LineBreak;
}

// Behind the first line break at or behind `from`; the row ends before it. If the break is not there yet, what comes is
// skipped up to it.
std::size_t Tokenizer::skipSpoiledLine(Scanner& scan, std::size_t from, bool last, RowBlock::Row& row)
{
    std::size_t at = scan.next(from);
    while (at < scan.size && scan.text[at] == m_delimiter)
        at = scan.next(at + 1);
    row.length = static_cast<std::uint32_t>(at - row.begin);
    if (at == scan.size) {
        m_skipping = !last;
        return at;
    }
    const std::optional<std::size_t> behind = afterLineBreak(scan, at, last);
    m_skipping = !behind;
    if (!behind)
        return at;
    ++m_line;
    return *behind;
}

void Tokenizer::finishRow(RowBlock& block, RowBlock::Row& row, std::size_t end)
{
    row.length = static_cast<std::uint32_t>(end - row.begin);
    row.fieldCount = static_cast<std::uint32_t>(block.fields.size()) - row.firstField;
    const std::string_view raw = block.raw(row);
    const bool delimitersOnly = raw.size() + 1 == row.fieldCount;
    if (delimitersOnly || (row.fieldCount == 1 && trimmed(raw).empty())) {
        block.fields.resize(row.firstField);
        return;
    }
    block.rows.push_back(row);
}

// Counts the line breaks inside the quoted fields of a whole row, then leaves in them only their text.
void Tokenizer::cleanFields(RowBlock& block, std::size_t begin, std::size_t end)
{
    char* text = block.buffer.get();
    for (std::size_t i = begin; i < end; ++i)
        if (text[i] == '\n' || (text[i] == '\r' && i + 1 < end && text[i + 1] != '\n'))
            ++m_line;
    for (const Unclean& unclean : m_unclean) {
        RowBlock::Field& field = block.fields[unclean.field];
        std::size_t write = field.begin;
        for (std::size_t i = field.begin; i < unclean.end; ++i) {
            if (i == unclean.closing)
                continue;
            if (i < unclean.closing && text[i] == m_quote)
                ++i; // of a doubled quote the second one stays
            text[write++] = text[i];
        }
        field.length = static_cast<std::uint32_t>(write - field.begin);
    }
    m_unclean.clear();
}

// Reads the row at `at` and moves `at` to the line break or the end of text that ends it.
Tokenizer::FieldEnd Tokenizer::readRow(Scanner& scan, RowBlock& block, RowBlock::Row& row, std::size_t& at, bool last)
{
    m_quoted = false;
    m_unclean.clear();
    for (;;) {
        const FieldEnd end = readField(scan, block, at, row, last);
        if (end != FieldEnd::Delimiter)
            return end;
        ++at;
    }
}

// The common case in one tight loop: rows without quotes that end with LF or CR LF, as long as they are whole. Returns
// where the first other row starts.
std::size_t Tokenizer::splitPlainRows(const Scanner& scan, RowBlock& block, std::size_t at)
{
    const char* text = scan.text;
    const char quote = m_quote;
    const std::uint32_t* mark = m_marks.get() + m_nextMark;
    while (*mark < at)
        ++mark;
    while (at < scan.size && !(quote != 0 && text[at] == quote)) {
        m_nextMark = static_cast<std::size_t>(mark - m_marks.get());
        const auto firstField = static_cast<std::uint32_t>(block.fields.size());
        std::size_t begin = at;
        std::size_t end = *mark;
        while (end < scan.size && text[end] == m_delimiter && text[end + 1] != quote) {
            block.fields.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)});
            begin = end + 1;
            end = *++mark;
        }
        const bool lineFeed = end < scan.size && text[end] == '\n';
        const bool both = end + 1 < scan.size && text[end] == '\r' && text[end + 1] == '\n';
        if ((!lineFeed && !both) || end - at > kMaxField) {
            block.fields.resize(firstField);
            return at;
        }
        block.fields.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)});
        const auto count = static_cast<std::uint32_t>(block.fields.size()) - firstField;
        ++m_line;
        if (count > 1 && end - at >= count) {
            block.rows.push_back({firstField, count, static_cast<std::uint32_t>(at),
                static_cast<std::uint32_t>(end - at), m_line, 0, RowFlaw::None});
        } else { // perhaps a blank line, or one of delimiters only
            RowBlock::Row row;
            row.firstField = firstField;
            row.begin = static_cast<std::uint32_t>(at);
            row.line = m_line;
            finishRow(block, row, end);
        }
        at = end + (lineFeed ? 1 : 2);
        mark += lineFeed ? 1 : 2;
    }
    return at;
}

// The positions of all delimiters and line breaks, and the end of the text.
void Tokenizer::findMarks(const Scanner& scan)
{
    if (const std::size_t room = scan.size + Scanner::kGroup + 1; m_markRoom < room) {
        m_marks = std::make_unique_for_overwrite<std::uint32_t[]>(room);
        m_markRoom = room;
    }
    const std::size_t count = scan.all(m_marks.get());
    m_marks[count] = static_cast<std::uint32_t>(scan.size);
    m_nextMark = 0;
}

std::size_t Tokenizer::split(RowBlock& block, std::size_t size, bool last)
{
    Scanner scan(block.buffer.get(), size, m_delimiter);
    findMarks(scan);
    std::size_t at = 0;
    if (m_skipping) {
        RowBlock::Row ignored;
        m_skipping = false;
        at = skipSpoiledLine(scan, 0, last, ignored);
    }
    while (at < size) {
        at = splitPlainRows(scan, block, at);
        if (at == size)
            break;
        RowBlock::Row row;
        row.firstField = static_cast<std::uint32_t>(block.fields.size());
        row.begin = static_cast<std::uint32_t>(at);
        row.line = m_line + 1;
        std::size_t pos = at;
        FieldEnd end = readRow(scan, block, row, pos, last);
        std::size_t behind = pos;
        if (end == FieldEnd::LineBreak) {
            if (const std::optional<std::size_t> next = afterLineBreak(scan, pos, last))
                behind = *next;
            else
                end = FieldEnd::NotThere;
        }
        if (end == FieldEnd::NotThere && size - at <= kMaxRow) {
            block.fields.resize(row.firstField);
            return at;
        }
        if (end == FieldEnd::Spoiled || end == FieldEnd::NotThere) {
            if (end == FieldEnd::NotThere)
                row.flaw = RowFlaw::FieldTooLarge;
            row.flawColumn = static_cast<std::uint32_t>(block.fields.size()) - row.firstField + 1;
            block.fields.resize(row.firstField);
            at = skipSpoiledLine(scan, m_fieldStart, last, row);
            block.rows.push_back(row);
            continue;
        }
        if (m_quoted)
            cleanFields(block, at, pos);
        if (end == FieldEnd::LineBreak)
            ++m_line;
        finishRow(block, row, pos);
        at = behind;
    }
    return at;
}

} // namespace antecedent::importers
