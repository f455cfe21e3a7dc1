// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A byte source as a stream of row blocks: decoded to UTF-8, cut into rows, rows with bytes that are no text marked.
// Memory is bounded by a few blocks, whatever the size of the source; only a row of up to Tokenizer::kMaxRow bytes
// makes a block grow. The rows do not depend on how the bytes arrive. Threads: one reader at a time.

#include "importers/text/buffer_pool.h"
#include "importers/text/byte_source.h"
#include "importers/text/encoding.h"
#include "importers/text/row_block.h"
#include "importers/text/tokenizer.h"

#include <string>
#include <string_view>

namespace antecedent::importers {

struct TextForm
{
    Encoding encoding = Encoding::Utf8;
    char delimiter = ',';
    char quote = '"'; // 0: none

    bool operator==(const TextForm&) const = default;
};

class TextSource
{
public:
    static constexpr std::size_t kBlockBytes = std::size_t{256} * 1024;

    // `bytes` (already unpacked) must outlive this.
    TextSource(ByteSource& bytes, const TextForm& form, std::size_t blockBytes = kBlockBytes);
    // The next rows into `block` (its content is replaced); false at the end. Blank lines give no rows, so a block may
    // be without any.
    Result<bool> next(RowBlock& block);

private:
    Result<std::size_t> fill(char* into, std::size_t room);
    Result<std::size_t> fillDecoded(char* into, std::size_t room);
    void skipBom(char* into, std::size_t& count);

    ByteSource& m_bytes;
    TextForm m_form;
    std::size_t m_blockBytes;
    Tokenizer m_tokenizer;
    Decoder m_decoder;
    BufferPool m_buffers;
    std::shared_ptr<char[]> m_carryBuffer; // holds the start of a row whose end is not there yet
    std::size_t m_carryBegin = 0;
    std::size_t m_carrySize = 0;
    std::string m_raw; // bytes before decoding
    std::string m_decoded; // decoded text that did not fit
    std::uint64_t m_offset = 0; // in the decoded text, of the carry
    bool m_started = false;
    bool m_ended = false;
};

// The whole text of a source in UTF-8, as row offsets count it: unpacked if `compression` is "gzip", decoded from the
// named encoding, without byte order mark. Error CorruptInput.
Result<std::string> decodeText(std::string_view bytes, std::string_view encoding, std::string_view compression);

} // namespace antecedent::importers
