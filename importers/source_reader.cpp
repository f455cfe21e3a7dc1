// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/source_reader.h"

#include "importers/format/format.h"
#include "importers/mapping/mapper.h"
#include "importers/row_feed.h"
#include "model/base/text.h"

#include <algorithm>

namespace antecedent::importers {

namespace {

Result<void> settleByAllRows(
    const SourceOpener& open, const SourceHead& head, const PlanOptions& options, ImportPlan& plan)
{
    if (head.complete)
        return {};
    const Result<Mapper> mapper = Mapper::compile(plan);
    if (!mapper)
        return mapper.error();
    Mapper::Values values; // of the columns of which the mapping asks whether they have several
    mapper->collectValues({}, values);
    std::erase_if(values, [&](const auto& entry) { return plan.several.contains(entry.first); });
    const bool isDateOpen = !options.dateOrder
        && std::any_of(
            plan.dateOrders.begin(), plan.dateOrders.end(), [](const auto& entry) { return entry.second.assumed; });
    if (!isDateOpen && values.empty())
        return {};
    Result<std::unique_ptr<ByteSource>> bytes = open();
    if (!bytes)
        return bytes.error();
    const Result<std::unique_ptr<RowFeed>> rows = RowFeed::open(**bytes, plan);
    if (!rows)
        return rows.error();
    std::map<std::string, DateEvidence> evidence;
    RowBlock block;
    for (;;) {
        const Result<bool> more = (*rows)->next(block);
        if (!more)
            return more.error();
        if (!*more)
            break;
        if (isDateOpen)
            mapper->collectDates(block, evidence);
        mapper->collectValues(block, values);
        const bool settled = !isDateOpen
            || std::all_of(plan.dateOrders.begin(), plan.dateOrders.end(),
                [&](const auto& entry) { return !entry.second.assumed || evidence[entry.first].settled(); });
        if (settled
            && std::all_of(values.begin(), values.end(), [](const auto& entry) { return entry.second.size() > 1; }))
            break;
    }
    for (const auto& [column, found] : values)
        if (found.size() > 1)
            plan.several.insert(column);
    if (!isDateOpen)
        return {};
    for (auto& [column, decision] : plan.dateOrders)
        if (decision.assumed)
            decision = decideDateOrder(evidence[column], std::nullopt);
    return {};
}

// Whether the rows are made of delimited text, by whomever it is read.
bool isDelimitedText(const ImportPlan& plan)
{
    const Format* format = findFormat(plan.format);
    return format == nullptr || format->isDelimited;
}

// The order that the dates of all columns have, if it is one.
std::optional<DateOrder> commonOrder(const std::map<std::string, DateDecision>& decisions)
{
    std::optional<DateOrder> out;
    for (const auto& [column, decision] : decisions) {
        if (out && *out != decision.order)
            return std::nullopt;
        out = decision.order;
    }
    return out;
}

} // namespace

Result<void> settleDateOrders(
    const SourceOpener& open, const SourceHead& head, const PlanOptions& options, ImportPlan& plan)
{
    if (const Result<void> settled = settleByAllRows(open, head, options, plan); !settled)
        return settled.error();
    agreeDateOrders(plan.dateOrders);
    if (isDelimitedText(plan) && !plan.format.empty())
        plan.hints.dateOrder = commonOrder(plan.dateOrders);
    return {};
}

bool isEncodingOpen(const SourceHead& head, const PlanOptions& options, const ImportPlan& plan)
{
    const Encoding encoding = head.encoding.encoding;
    return isDelimitedText(plan) && plan.container.empty() && !head.isWhole && !options.encoding
        && !plan.mapping.encoding && head.encoding.bomBytes == 0 && encoding != Encoding::Utf16Le
        && encoding != Encoding::Utf16Be;
}

Result<bool> settleEncoding(const SourceOpener& open, ImportPlan& plan, const std::stop_token& stop)
{
    Result<std::unique_ptr<ByteSource>> bytes = open();
    if (!bytes)
        return bytes.error();
    GunzipSource unpacked(**bytes);
    EncodingScan scan;
    std::string piece(TextSource::kBlockBytes, '\0');
    for (;;) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, {}, {}};
        const Result<std::size_t> count = unpacked.read(std::span<char>(piece.data(), piece.size()));
        if (!count)
            return count.error();
        if (*count == 0)
            break;
        scan.add(std::string_view(piece.data(), *count));
    }
    const EncodingGuess whole = scan.finish();
    Encoding& encoding = plan.hints.encoding ? *plan.hints.encoding : plan.form.encoding;
    if (whole.encoding == encoding)
        return false;
    plan.encodingNote = std::string("read as ") + encodingName(whole.encoding) + ", the beginning would be "
        + encodingName(encoding) + ": " + whole.reason.english();
    encoding = whole.encoding;
    return true;
}

Result<ReadTotals> readRows(
    ByteSource& bytes, const ImportPlan& plan, const RowsFn& take, const std::stop_token& stop, std::size_t blockBytes)
{
    Result<Mapper> mapper = Mapper::compile(plan);
    if (!mapper)
        return mapper.error();
    const Result<std::unique_ptr<RowFeed>> rows = RowFeed::open(bytes, plan, blockBytes);
    if (!rows)
        return rows.error();
    ReadTotals totals;
    MappedBlock first;
    first.diagnostics = mapper->sourceDiagnostics();
    if (!first.diagnostics.empty())
        if (const Result<void> done = take({}, std::move(first)); !done)
            return done.error();
    MappedBlock ofFormat; // what it says of the source
    RowBlock block;
    for (;;) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, {}, {}};
        const Result<bool> more = (*rows)->next(block);
        if (!more)
            return more.error();
        // Last, as they are found before the rows of their block: in which order must not depend on the blocks.
        for (Diagnostic& note : (*rows)->takeNotes())
            ofFormat.diagnostics.push_back(std::move(note));
        if (!*more)
            break;
        MappedBlock mapped = mapper->map(block, totals.read + 1);
        totals.read += mapped.read;
        totals.rejected += mapped.rejected;
        if (mapped.read == 0 && mapped.diagnostics.empty())
            continue;
        if (const Result<void> done = take(block, std::move(mapped)); !done)
            return done.error();
    }
    for (Diagnostic& remark : (*rows)->footerRemarks())
        ofFormat.diagnostics.push_back(std::move(remark));
    totals.sourceRows = (*rows)->sourceRows().value_or(totals.read);
    if (!ofFormat.diagnostics.empty())
        if (const Result<void> done = take({}, std::move(ofFormat)); !done)
            return done.error();
    return totals;
}

Result<ReadTotals> readSource(
    ByteSource& bytes, const ImportPlan& plan, RecordSink& sink, const std::stop_token& stop, std::size_t blockBytes)
{
    const RowsFn take = [&sink](const RowBlock& /*rows*/, MappedBlock mapped) { return sink.add(std::move(mapped)); };
    return readRows(bytes, plan, take, stop, blockBytes);
}

} // namespace antecedent::importers
