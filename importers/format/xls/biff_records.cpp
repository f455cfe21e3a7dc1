// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/xls/biff_records.h"

#include "importers/format/xls/little_endian.h"
#include "importers/text/encoding.h"

#include <algorithm>
#include <bit>

namespace antecedent::importers {

namespace {

constexpr std::size_t kHeadBytes = 4;
constexpr std::uint8_t kWide = 0x01;
constexpr std::uint8_t kHasPhonetic = 0x04;
constexpr std::uint8_t kHasRuns = 0x08;

} // namespace

std::optional<BiffRecord> biffRecord(std::string_view stream, std::size_t at)
{
    if (at > stream.size() || stream.size() - at < kHeadBytes)
        return std::nullopt;
    const std::size_t size = wordAt(stream, at + 2);
    if (stream.size() - at - kHeadBytes < size)
        return std::nullopt;
    return BiffRecord{
        static_cast<Biff>(wordAt(stream, at)), stream.substr(at + kHeadBytes, size), at + kHeadBytes + size};
}

BiffFields::BiffFields(std::string_view stream, std::size_t at, std::size_t skip)
    : m_stream(stream)
{
    const std::optional<BiffRecord> record = biffRecord(stream, at);
    m_isEnded = !record || record->data.size() < skip;
    if (m_isEnded)
        return;
    m_data = record->data;
    m_at = skip;
    m_next = record->next;
}

bool BiffFields::open()
{
    while (!m_isEnded && m_at == m_data.size()) {
        const std::optional<BiffRecord> record = biffRecord(m_stream, m_next);
        m_isEnded = !record || record->id != Biff::Continue;
        if (m_isEnded)
            break;
        m_data = record->data;
        m_at = 0;
        m_next = record->next;
    }
    return !m_isEnded;
}

bool BiffFields::isAtEnd()
{
    return !open();
}

std::uint8_t BiffFields::byte()
{
    return open() ? byteAt(m_data, m_at++) : std::uint8_t{0};
}

std::uint16_t BiffFields::word()
{
    const std::uint16_t low = byte();
    return static_cast<std::uint16_t>(low | (byte() << 8U));
}

std::uint32_t BiffFields::number()
{
    const std::uint32_t low = word();
    return low | (std::uint32_t{word()} << 16U);
}

void BiffFields::pass(std::uint64_t bytes)
{
    while (bytes > 0 && open()) {
        const std::uint64_t step = std::min<std::uint64_t>(bytes, m_data.size() - m_at);
        m_at += static_cast<std::size_t>(step);
        bytes -= step;
    }
}

std::string BiffFields::bytes(std::size_t count)
{
    std::string out;
    while (out.size() < count && open()) {
        const std::size_t step = std::min(count - out.size(), m_data.size() - m_at);
        out += m_data.substr(m_at, step);
        m_at += step;
    }
    return out;
}

std::string BiffFields::text(std::size_t characters, bool isWide)
{
    std::string out;
    Decoder wide(Encoding::Utf16Le);
    while (characters > 0 && !m_isEnded) {
        if (m_at == m_data.size()) {
            if (!open())
                break;
            isWide = (byte() & kWide) != 0;
        }
        const std::size_t size = isWide ? 2 : 1;
        const std::size_t count = std::min(characters, (m_data.size() - m_at) / size);
        if (isWide)
            wide.decode(m_data.substr(m_at, count * size), false, out);
        else
            for (std::size_t i = 0; i < count; ++i)
                appendUtf8(out, byteAt(m_data, m_at + i));
        m_at += count * size;
        characters -= count;
        if (characters > 0 && count == 0 && m_at < m_data.size())
            m_at = m_data.size(); // half of a character
    }
    wide.decode({}, true, out);
    return out;
}

std::string biffText(BiffFields& fields, std::size_t lengthBytes, bool isBytes)
{
    const std::size_t length = lengthBytes == 1 ? fields.byte() : fields.word();
    if (isBytes)
        return fields.bytes(length);
    const std::uint8_t flags = fields.byte();
    const std::uint64_t runs = (flags & kHasRuns) != 0 ? fields.word() : 0;
    const std::uint64_t phonetic = (flags & kHasPhonetic) != 0 ? fields.number() : 0;
    std::string out = fields.text(length, (flags & kWide) != 0);
    fields.pass(4 * runs + phonetic);
    return out;
}

double rkNumber(std::uint32_t rk)
{
    constexpr std::uint32_t kIsPercent = 0x01;
    constexpr std::uint32_t kIsWhole = 0x02;
    const double value = (rk & kIsWhole) != 0 ? static_cast<double>(static_cast<std::int32_t>(rk) >> 2)
                                              : std::bit_cast<double>(std::uint64_t{rk & ~3U} << 32U);
    return (rk & kIsPercent) != 0 ? value / 100 : value;
}

} // namespace antecedent::importers
