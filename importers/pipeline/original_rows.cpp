// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/pipeline/original_rows.h"

#include "importers/text/text_source.h"

#include <nlohmann/json.hpp>

namespace antecedent::importers {

namespace {

constexpr std::size_t kMaxRow = 400; // bytes that are shown

// How the text was read; what a plan of another version does not say is as usual.
TextForm formOf(const StoredSource& source)
{
    TextForm out;
    out.encoding = encodingFromName(source.encoding).value_or(Encoding::Utf8);
    const nlohmann::json plan = nlohmann::json::parse(source.plan, nullptr, false);
    if (!plan.is_object())
        return out;
    const auto character = [&](const char* name, char usual) {
        const auto found = plan.find(name);
        if (found == plan.end() || !found->is_string())
            return found != plan.end() && found->is_null() ? '\0' : usual;
        const std::string text = found->get<std::string>();
        return text.empty() ? usual : text.front();
    };
    out.delimiter = character("delimiter", ',');
    out.quote = character("quote", '"');
    return out;
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
    GunzipSource unpacked(memory);
    TextSource text(unpacked, formOf(source));
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

} // namespace antecedent::importers
