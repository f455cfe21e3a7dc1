// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/pipeline/original_rows.h"

#include "importers/format/flat_source.h"
#include "importers/pipeline/read_form.h"
#include "importers/text/text_source.h"

namespace antecedent::importers {

namespace {

constexpr std::size_t kMaxRow = 400; // bytes that are shown

Result<std::unique_ptr<FlatSource>> openFlat(ByteSource& packed, const ReadForm& form)
{
    return FlatSource::open(packed, form.format, form.part, form.hints, form.container);
}

} // namespace

Result<std::map<std::uint64_t, std::string>> originalRows(
    const CaseFile& file, const StoredSource& source, const std::set<std::uint64_t>& lines, const std::stop_token& stop)
{
    std::map<std::uint64_t, std::string> out;
    if (lines.empty())
        return out;
    const Result<std::string> bytes = file.sourceBytes(source.id);
    if (!bytes)
        return bytes.error();
    MemorySource memory(*bytes);
    const ReadForm form = readFormOf(source);
    const Result<std::unique_ptr<FlatSource>> flat = openFlat(memory, form);
    if (!flat)
        return flat.error();
    TextSource text(**flat, form.text);
    RowBlock block;
    for (;;) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, {}, {}};
        const Result<bool> more = text.next(block);
        if (!more)
            return more.error();
        if (!*more)
            return out;
        for (const RowBlock::Row& row : block.rows)
            if (lines.contains(row.line))
                out[row.line] = shownText(block.raw(row), kMaxRow);
        if (!block.rows.empty() && block.rows.back().line >= *lines.rbegin())
            return out;
    }
}

Result<std::string> sourceText(const StoredSource& source, std::string bytes)
{
    const ReadForm form = readFormOf(source);
    if (form.format.empty())
        return decodeText(bytes, source.encoding, source.compression);
    MemorySource memory(bytes);
    const Result<std::unique_ptr<FlatSource>> flat = openFlat(memory, form);
    if (!flat)
        return flat.error();
    std::string out;
    std::string piece(TextSource::kBlockBytes, '\0');
    for (;;) {
        const Result<std::size_t> count = (*flat)->read(std::span<char>(piece.data(), piece.size()));
        if (!count)
            return count.error();
        if (*count == 0)
            return out;
        out.append(piece, 0, *count);
    }
}

} // namespace antecedent::importers
