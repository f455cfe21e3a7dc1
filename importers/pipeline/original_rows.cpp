// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/pipeline/original_rows.h"

#include "importers/format/flat_source.h"
#include "importers/text/text_source.h"

#include <nlohmann/json.hpp>

namespace antecedent::importers {

namespace {

constexpr std::size_t kMaxRow = 400; // bytes that are shown

// How the text was read; what a plan of another version does not say is as usual.
struct ReadForm
{
    TextForm text;
    std::string format;
    std::string part;
    TextHints hints;
};

TextHints hintsOf(const nlohmann::json& stated)
{
    const auto text = [&](const char* name) {
        const auto found = stated.find(name);
        return found != stated.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    TextHints out;
    out.encoding = encodingFromName(text("encoding"));
    out.dateOrder = dateOrderFromName(text("date_order"));
    if (const std::string mark = text("decimal_mark"); !mark.empty())
        out.decimalMark = mark.front();
    return out;
}

ReadForm formOf(const StoredSource& source)
{
    ReadForm form;
    TextForm& out = form.text;
    out.encoding = encodingFromName(source.encoding).value_or(Encoding::Utf8);
    const nlohmann::json plan = nlohmann::json::parse(source.plan, nullptr, false);
    if (!plan.is_object())
        return form;
    for (const auto& [name, into] : {std::pair("format", &form.format), std::pair("part", &form.part)})
        if (const auto found = plan.find(name); found != plan.end() && found->is_string())
            *into = found->get<std::string>();
    if (!form.format.empty())
        out.encoding = Encoding::Utf8; // of the flat table
    if (const auto hints = plan.find("text"); hints != plan.end() && hints->is_object())
        form.hints = hintsOf(*hints);
    const auto character = [&](const char* name, char usual) {
        const auto found = plan.find(name);
        if (found == plan.end() || !found->is_string())
            return found != plan.end() && found->is_null() ? '\0' : usual;
        const std::string text = found->get<std::string>();
        return text.empty() ? usual : text.front();
    };
    out.delimiter = character("delimiter", ',');
    out.quote = character("quote", '"');
    return form;
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
    const ReadForm form = formOf(source);
    const Result<std::unique_ptr<FlatSource>> flat = FlatSource::open(memory, form.format, form.part, form.hints);
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
    const ReadForm form = formOf(source);
    if (form.format.empty())
        return decodeText(bytes, source.encoding, source.compression);
    MemorySource memory(bytes);
    const Result<std::unique_ptr<FlatSource>> flat = FlatSource::open(memory, form.format, form.part, form.hints);
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
