// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/text/text_source.h"

#include "model/base/text.h"

#include <algorithm>
#include <cstring>

namespace antecedent::importers {

namespace {

// Marks the rows of a block that has other bytes than ASCII and that are not UTF-8, or hold a NUL.
void markInvalidRows(RowBlock& block)
{
    const auto isText = [](std::string_view bytes) {
        return isPlainText(bytes) || (bytes.find('\0') == std::string_view::npos && isValidUtf8(bytes));
    };
    for (RowBlock::Row& row : block.rows) {
        if (row.flaw != RowFlaw::None || isText(block.raw(row)))
            continue;
        row.flaw = RowFlaw::InvalidEncoding;
        for (std::uint32_t column = 0; column < row.fieldCount; ++column) {
            if (!isText(block.field(row, column))) {
                row.flawColumn = column + 1;
                break;
            }
        }
    }
}

} // namespace

TextSource::TextSource(ByteSource& bytes, const TextForm& form, std::size_t blockBytes)
    : m_bytes(bytes)
    , m_form(form)
    , m_blockBytes(blockBytes)
    , m_tokenizer(form.delimiter, form.quote)
    , m_decoder(form.encoding)
{
}

Result<std::size_t> TextSource::fillDecoded(char* into, std::size_t room)
{
    while (m_decoded.size() < room && !m_ended) {
        m_raw.resize(m_blockBytes);
        const Result<std::size_t> count = m_bytes.read(std::span<char>(m_raw.data(), m_raw.size()));
        if (!count)
            return count.error();
        m_ended = *count == 0;
        m_decoder.decode(std::string_view(m_raw.data(), *count), m_ended, m_decoded);
    }
    const std::size_t count = std::min(room, m_decoded.size());
    std::memcpy(into, m_decoded.data(), count);
    m_decoded.erase(0, count);
    return count;
}

// Decoded text into `into`; less than `room` only at the end of the source.
Result<std::size_t> TextSource::fill(char* into, std::size_t room)
{
    if (m_form.encoding != Encoding::Utf8)
        return fillDecoded(into, room);
    std::size_t used = 0;
    while (used < room && !m_ended) {
        const Result<std::size_t> count = m_bytes.read(std::span<char>(into + used, room - used));
        if (!count)
            return count.error();
        m_ended = *count == 0;
        used += *count;
    }
    return used;
}

// The mark is the same character in every encoding once it is decoded.
void TextSource::skipBom(char* into, std::size_t& count)
{
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    if (std::string_view(into, count).starts_with(kMark)) {
        std::memmove(into, into + kMark.size(), count - kMark.size());
        count -= kMark.size();
    }
}

Result<bool> TextSource::next(RowBlock& block)
{
    block.rows.clear();
    block.fields.clear();
    constexpr std::size_t kMark = 4; // the first block must hold a byte order mark
    std::size_t room = std::max({m_blockBytes, m_carrySize, m_started ? 0 : kMark});
    for (;;) {
        if (m_ended && m_decoded.empty() && m_carrySize == 0)
            return false;
        // Room for a usual carry from the start: the pool's buffers all have one size.
        const std::size_t size = m_carrySize + room + RowBlock::kSlack;
        block.buffer.reset();
        block.buffer = m_buffers.take(std::max(size, m_blockBytes + m_blockBytes / 8 + RowBlock::kSlack));
        char* text = block.buffer.get();
        if (m_carrySize > 0)
            std::memcpy(text, m_carryBuffer.get() + m_carryBegin, m_carrySize);
        const Result<std::size_t> count = fill(text + m_carrySize, room);
        if (!count)
            return count.error();
        std::size_t filled = m_carrySize + *count;
        if (!m_started)
            skipBom(text, filled);
        m_started = true;
        std::memset(text + filled, 0, RowBlock::kSlack);
        block.byteOffset = m_offset;
        const bool last = m_ended && m_decoded.empty();
        const std::size_t done = m_tokenizer.split(block, filled, last);
        m_carryBuffer = block.buffer;
        m_carryBegin = done;
        m_carrySize = filled - done;
        m_offset += done;
        if (done > 0 || last) {
            if (!isPlainText(std::string_view(text, done)))
                markInvalidRows(block);
            return true;
        }
        room = std::max(room, m_carrySize);
    }
}

Result<std::string> decodeText(std::string_view bytes, std::string_view encoding, std::string_view compression)
{
    const std::optional<Encoding> from = encodingFromName(encoding);
    if (!from)
        return Error{ErrorCode::InvalidArgument, std::string(encoding), "not a known encoding"};
    MemorySource memory(bytes);
    GunzipSource unpacked(memory);
    ByteSource& source = compression == "gzip" ? static_cast<ByteSource&>(unpacked) : memory;
    Decoder decoder(*from);
    std::string out;
    std::string piece(TextSource::kBlockBytes, '\0');
    for (;;) {
        const Result<std::size_t> count = source.read(std::span<char>(piece.data(), piece.size()));
        if (!count)
            return count.error();
        decoder.decode(std::string_view(piece.data(), *count), *count == 0, out);
        if (*count == 0)
            break;
    }
    if (out.starts_with("\xEF\xBB\xBF"))
        out.erase(0, 3);
    return out;
}

} // namespace antecedent::importers
