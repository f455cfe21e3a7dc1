// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/event_chunk.h"

#include "model/base/text.h"
#include "model/store/codec.h"
#include "model/store/fingerprint.h"
#include "model/store/time_form.h"

#include <algorithm>
#include <array>
#include <memory>

namespace antecedent {

namespace {

constexpr std::size_t kMaxBlock = std::size_t{1} << 30U;
constexpr std::uint8_t kUnknownScale = 254;
constexpr std::uint8_t kInexactScale = 255;

using Order = std::vector<std::uint32_t>;

std::size_t columnOf(std::string_view name)
{
    return *tableSpec(TableId::Events).find(name);
}

// A column without values stands for one of unknown values.

// Numbers the distinct texts of a column in order of first use.
class Dictionary
{
public:
    // False if more than half of the values are distinct, and more than a few.
    bool build(const std::vector<std::string_view>& values, const Order& order)
    {
        m_texts.clear();
        m_codes.clear();
        m_slots.assign(kSlots, 0);
        for (const std::uint32_t row : order) {
            if (m_texts.size() * 2 > order.size() && m_texts.size() > 16)
                return false;
            const std::string_view text = trimmed(values[row]);
            std::size_t at = hashText(text) & (kSlots - 1);
            while (m_slots[at] != 0 && m_texts[m_slots[at] - 1] != text)
                at = (at + 1) & (kSlots - 1);
            if (m_slots[at] == 0) {
                m_texts.push_back(text);
                m_slots[at] = static_cast<std::uint32_t>(m_texts.size());
            }
            m_codes.push_back(m_slots[at] - 1);
        }
        return m_texts.size() * 2 <= order.size() || m_texts.size() <= 16;
    }
    const std::vector<std::string_view>& texts() const { return m_texts; }
    const std::vector<std::uint32_t>& codes() const { return m_codes; }

private:
    static constexpr std::size_t kSlots = 2 * kEventChunkRows;
    std::vector<std::uint32_t> m_slots;
    std::vector<std::string_view> m_texts;
    std::vector<std::uint32_t> m_codes;
};

std::size_t codeWidth(std::size_t texts)
{
    return texts <= 0x100 ? 1 : texts <= 0x10000 ? 2 : 4;
}

void putTexts(ByteWriter& out, const std::vector<std::string_view>& values, const Order& order)
{
    thread_local Dictionary dictionary;
    const auto isEmpty = [](std::string_view text) { return trimmed(text).empty(); };
    if (std::all_of(values.begin(), values.end(), isEmpty)) {
        out.varint(0);
        return;
    }
    if (!dictionary.build(values, order)) {
        out.varint(2);
        for (const std::uint32_t row : order)
            out.text(trimmed(values[row]));
        return;
    }
    const auto& texts = dictionary.texts();
    out.varint(1);
    out.varint(texts.size());
    for (const std::string_view text : texts)
        out.text(text);
    const std::size_t width = codeWidth(texts.size());
    for (const std::uint32_t code : dictionary.codes())
        out.bytes(&code, width); // little-endian
}

bool getTexts(ByteReader& in, std::size_t rows, TextCodes& out)
{
    const std::uint64_t mode = in.varint();
    out.codes.assign(rows, 0);
    if (mode == 0) {
        out.texts.assign(1, {});
        return !in.failed();
    }
    if (mode == 2) {
        out.texts.resize(rows + 1);
        for (std::size_t i = 0; i < rows; ++i) {
            out.texts[i] = in.text();
            out.codes[i] = static_cast<std::uint32_t>(i);
        }
        return !in.failed();
    }
    const std::uint64_t count = in.varint();
    if (mode != 1 || count == 0 || count > rows)
        return false;
    out.texts.resize(static_cast<std::size_t>(count));
    for (std::string_view& text : out.texts)
        text = in.text();
    const std::size_t width = codeWidth(out.texts.size());
    const std::span<const std::uint8_t> codes = in.bytes(width * rows);
    if (in.failed())
        return false;
    for (std::size_t i = 0; i < rows; ++i) {
        std::memcpy(&out.codes[i], codes.data() + i * width, width);
        if (out.codes[i] >= count)
            return false;
    }
    return true;
}

// Times relative to `base` (per row), or to the row before if there is no base.
void putTimes(
    ByteWriter& out, const std::vector<TimeValue>& values, const Order& order, const std::vector<TimeValue>* base)
{
    std::vector<std::uint32_t> forms(order.size(), 0);
    for (std::size_t i = 0; i < order.size() && !values.empty(); ++i)
        forms[i] = values[order[i]].known() ? packTimeForm(values[order[i]]) + 1 : 0;
    out.runs(forms);
    if (values.empty())
        return;
    std::int64_t before = 0;
    for (const std::uint32_t row : order) {
        if (!values[row].known())
            continue;
        if (base != nullptr)
            before = (*base)[row].utcUs;
        out.signedVarint(wrapSub(values[row].utcUs, before));
        before = values[row].utcUs;
    }
}

void getTimes(ByteReader& in, std::size_t rows, const std::vector<std::int64_t>* base, std::vector<std::int64_t>& times,
    std::vector<std::uint32_t>& forms)
{
    in.runs(forms, rows);
    times.assign(rows, TimeValue::kUnknown);
    std::int64_t before = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        if (forms[i] == 0)
            continue;
        if (base != nullptr)
            before = (*base)[i];
        times[i] = wrapAdd(in.signedVarint(), before);
        before = times[i];
    }
}

void putNumbers(ByteWriter& out, const std::vector<Decimal>& values, const Order& order)
{
    std::vector<std::uint8_t> scales(order.size(), kUnknownScale);
    for (std::size_t i = 0; i < order.size() && !values.empty(); ++i)
        if (const Decimal& value = values[order[i]]; value.known)
            scales[i] = value.inexact ? kInexactScale : value.scale;
    out.runs(scales);
    if (values.empty())
        return;
    for (const std::uint32_t row : order)
        if (values[row].known)
            out.signedVarint(values[row].mantissa);
}

void getNumbers(ByteReader& in, std::size_t rows, std::vector<Decimal>& out)
{
    std::vector<std::uint8_t> scales;
    in.runs(scales, rows);
    out.assign(rows, Decimal{});
    for (std::size_t i = 0; i < rows; ++i) {
        if (scales[i] == kUnknownScale)
            continue;
        out[i].known = true;
        out[i].inexact = scales[i] == kInexactScale;
        out[i].scale = out[i].inexact ? std::uint8_t{0} : scales[i];
        out[i].mantissa = in.signedVarint();
    }
}

template <class Member> void putPlaces(ByteWriter& out, const RecordBatch& batch, const Order& order, Member member)
{
    std::int64_t before = 0;
    for (const std::uint32_t row : order) {
        const auto value = static_cast<std::int64_t>(batch.sourceRows[row].*member);
        out.signedVarint(wrapSub(value, before));
        before = value;
    }
}

template <class Member> void getPlaces(ByteReader& in, std::vector<SourceRow>& places, Member member)
{
    std::int64_t before = 0;
    for (SourceRow& place : places) {
        before = wrapAdd(before, in.signedVarint());
        place.*member = static_cast<std::remove_reference_t<decltype(place.*member)>>(before);
    }
}

constexpr std::array kColumnTexts{"category", "code", "asset_id", "batch_id", "severity", "actor"};
constexpr std::array kDetailTexts{"text", "acknowledged_by", "unit", "suppressed", "recorded_by", "source_ref"};

Error damaged()
{
    return Error{ErrorCode::InvestigationDamaged, {}, "event chunk does not decode"};
}

std::vector<TimeValue> timeValues(const std::vector<std::int64_t>& times, const std::vector<std::uint32_t>& forms)
{
    std::vector<TimeValue> out(times.size());
    for (std::size_t i = 0; i < times.size(); ++i)
        if (forms[i] != 0)
            out[i] = unpackTimeForm(times[i], forms[i] - 1);
    return out;
}

std::vector<std::string_view> expand(const TextCodes& codes)
{
    std::vector<std::string_view> out(codes.codes.size());
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = codes.at(i);
    return out;
}

// Reads the first part of the details block: places, acknowledged and the numbers.
void getDetailHead(ByteReader& in, const EventChunkColumns& head, RecordBatch& batch)
{
    batch.sourceRows.resize(batch.rows);
    for (std::size_t i = 0; i < batch.rows; ++i)
        batch.sourceRows[i].row = head.row[i];
    getPlaces(in, batch.sourceRows, &SourceRow::line);
    getPlaces(in, batch.sourceRows, &SourceRow::byteOffset);
    getPlaces(in, batch.sourceRows, &SourceRow::byteLength);
    std::vector<std::int64_t> times;
    std::vector<std::uint32_t> forms;
    getTimes(in, batch.rows, &head.time, times, forms);
    batch.columns[columnOf("acknowledged")].times = timeValues(times, forms);
    getNumbers(in, batch.rows, batch.columns[columnOf("value")].numbers);
    getNumbers(in, batch.rows, batch.columns[columnOf("limit")].numbers);
}

bool getAttributes(ByteReader& in, RecordBatch& batch)
{
    const std::uint64_t count = in.varint();
    for (std::uint64_t i = 0; i < count && !in.failed(); ++i) {
        batch.attributeNames.emplace_back(in.text());
        TextCodes codes;
        if (!getTexts(in, batch.rows, codes))
            return false;
        batch.attributes.push_back(expand(codes));
    }
    return !in.failed() && in.atEnd();
}

} // namespace

EncodedEvents encodeEvents(const RecordBatch& batch, const Order& order)
{
    EncodedEvents out;
    thread_local ByteWriter bytes;
    const std::vector<TimeValue>& times = batch.columns[columnOf("time")].times;
    bytes.clear();
    bytes.varint(order.size());
    putTimes(bytes, times, order, nullptr);
    putTimes(bytes, batch.columns[columnOf("end")].times, order, &times);
    putTimes(bytes, batch.columns[columnOf("recorded")].times, order, &times);
    putPlaces(bytes, batch, order, &SourceRow::row);
    for (const char* name : kColumnTexts)
        putTexts(bytes, batch.columns[columnOf(name)].texts, order);
    zstdCompress(bytes.view(), out.columns);

    bytes.clear();
    putPlaces(bytes, batch, order, &SourceRow::line);
    putPlaces(bytes, batch, order, &SourceRow::byteOffset);
    putPlaces(bytes, batch, order, &SourceRow::byteLength);
    putTimes(bytes, batch.columns[columnOf("acknowledged")].times, order, &times);
    putNumbers(bytes, batch.columns[columnOf("value")].numbers, order);
    putNumbers(bytes, batch.columns[columnOf("limit")].numbers, order);
    for (const char* name : kDetailTexts)
        putTexts(bytes, batch.columns[columnOf(name)].texts, order);
    bytes.varint(batch.attributeNames.size());
    for (std::size_t i = 0; i < batch.attributeNames.size(); ++i) {
        bytes.text(batch.attributeNames[i]);
        putTexts(bytes, batch.attributes[i], order);
    }
    zstdCompress(bytes.view(), out.details);
    return out;
}

Result<EventChunkColumns> decodeEventColumns(std::span<const std::uint8_t> columns)
{
    Result<std::vector<std::uint8_t>> bytes = zstdDecompress(columns, kMaxBlock);
    if (!bytes)
        return bytes.error();
    EventChunkColumns out;
    out.buffer = std::move(*bytes);
    ByteReader in(out.buffer);
    const std::uint64_t rows = in.varint();
    if (rows == 0 || rows > kEventChunkRows)
        return damaged();
    out.rows = static_cast<std::size_t>(rows);
    getTimes(in, out.rows, nullptr, out.time, out.timeForm);
    getTimes(in, out.rows, &out.time, out.end, out.endForm);
    getTimes(in, out.rows, &out.time, out.recorded, out.recordedForm);
    out.row.resize(out.rows);
    std::int64_t before = 0;
    for (std::uint64_t& row : out.row) {
        before = wrapAdd(before, in.signedVarint());
        row = static_cast<std::uint64_t>(before);
    }
    for (TextCodes* texts : {&out.category, &out.code, &out.asset, &out.batch, &out.severity, &out.actor})
        if (!getTexts(in, out.rows, *texts))
            return damaged();
    if (in.failed() || !in.atEnd())
        return damaged();
    return out;
}

Result<RecordBatch> decodeEvents(std::span<const std::uint8_t> columns, std::span<const std::uint8_t> details)
{
    Result<EventChunkColumns> decoded = decodeEventColumns(columns);
    if (!decoded)
        return decoded.error();
    return decodeEvents(std::make_shared<const EventChunkColumns>(std::move(*decoded)), details);
}

Result<RecordBatch> decodeEvents(std::shared_ptr<const EventChunkColumns> head, std::span<const std::uint8_t> details)
{
    Result<std::vector<std::uint8_t>> bytes = zstdDecompress(details, kMaxBlock);
    if (!bytes)
        return bytes.error();
    const auto tail = std::make_shared<std::vector<std::uint8_t>>(std::move(*bytes));
    RecordBatch batch;
    batch.table = TableId::Events;
    batch.rows = head->rows;
    batch.columns.resize(tableSpec(TableId::Events).columns.size());
    batch.buffers = {head, tail};
    batch.columns[columnOf("time")].times = timeValues(head->time, head->timeForm);
    batch.columns[columnOf("end")].times = timeValues(head->end, head->endForm);
    batch.columns[columnOf("recorded")].times = timeValues(head->recorded, head->recordedForm);
    const std::array codes{&head->category, &head->code, &head->asset, &head->batch, &head->severity, &head->actor};
    for (std::size_t i = 0; i < codes.size(); ++i)
        batch.columns[columnOf(kColumnTexts[i])].texts = expand(*codes[i]);
    ByteReader in(*tail);
    getDetailHead(in, *head, batch);
    for (const char* name : kDetailTexts) {
        TextCodes texts;
        if (!getTexts(in, batch.rows, texts))
            return damaged();
        batch.columns[columnOf(name)].texts = expand(texts);
    }
    if (!getAttributes(in, batch))
        return damaged();
    return batch;
}

Result<EventTexts> decodeEventTexts(std::span<const std::uint8_t> details, std::size_t rows)
{
    Result<std::vector<std::uint8_t>> bytes = zstdDecompress(details, kMaxBlock);
    if (!bytes)
        return bytes.error();
    EventTexts out;
    out.buffer = std::move(*bytes);
    ByteReader in(out.buffer);
    EventChunkColumns head;
    head.row.assign(rows, 0);
    head.time.assign(rows, 0);
    RecordBatch skipped;
    skipped.rows = rows;
    skipped.columns.resize(tableSpec(TableId::Events).columns.size());
    getDetailHead(in, head, skipped);
    if (!getTexts(in, rows, out.text))
        return damaged();
    return out;
}

} // namespace antecedent
