// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/codec.h"
#include "model/store/event_chunk.h"
#include "model/store/sample_chunk.h"
#include "model/store/time_form.h"
#include "tests/support/case_file_builder.h"

#include <QtTest>

#include <limits>
#include <random>

using namespace antecedent;
using namespace antecedent::testing;

namespace {

constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();

struct Samples
{
    SampleColumns columns;
    SampleKinds kinds;
    void add(std::int64_t time, std::int64_t mantissa, std::uint8_t scale, const char* quality, std::uint64_t row)
    {
        columns.times.push_back(time);
        columns.mantissas.push_back(mantissa);
        columns.rows.push_back(row);
        columns.kinds.push_back(kinds.intern({packTimeForm({}), scale, kinds.texts.intern(quality), {}}));
    }
};

void compareRoundTrip(const Samples& samples)
{
    const EncodedSamples encoded = encodeSamples(samples.columns, 0, samples.columns.size(), samples.kinds);
    Samples back;
    const auto decoded = decodeSamples(encoded.data, back.columns, back.kinds);
    QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().detail.c_str());
    QCOMPARE(back.columns.times, samples.columns.times);
    QCOMPARE(back.columns.mantissas, samples.columns.mantissas);
    QCOMPARE(back.columns.rows, samples.columns.rows);
    for (std::size_t i = 0; i < back.columns.size(); ++i) {
        const SampleKind& a = samples.kinds[samples.columns.kinds[i]];
        const SampleKind& b = back.kinds[back.columns.kinds[i]];
        QCOMPARE(b.scale, a.scale);
        QCOMPARE(b.form, a.form);
        QCOMPARE(back.kinds.texts.text(b.quality), samples.kinds.texts.text(a.quality));
        QCOMPARE(back.kinds.hash(back.columns.kinds[i]), samples.kinds.hash(samples.columns.kinds[i]));
    }
}

} // namespace

class TestChunks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void varintsKeepEveryValue()
    {
        ByteWriter out;
        const std::vector<std::int64_t> values{0, 1, -1, 63, 64, -64, -65, kMin, kMax, 1'767'225'600'000'000};
        for (const std::int64_t value : values)
            out.signedVarint(value);
        ByteReader in(out.view());
        for (const std::int64_t value : values)
            QCOMPARE(in.signedVarint(), value);
        QVERIFY(in.atEnd() && !in.failed());
        in.varint();
        QVERIFY(in.failed());
    }

    void samplesKeepExtremeValues()
    {
        Samples samples;
        samples.add(kMin + 1, kMax, 0, "", 1);
        samples.add(-5, kMin, 18, "Good", 1'000'000'000'000);
        samples.add(0, 0, kNoValueScale, "Bad", 2);
        samples.add(0, 0, kDoubleScale, "", 3);
        const double pi = 3.141592653589793238;
        std::int64_t bits = 0;
        std::memcpy(&bits, &pi, 8);
        samples.add(7, bits, kDoubleScale, "Good", 4);
        samples.add(kMax, -1, 3, "Good", 0);
        compareRoundTrip(samples);
        const EncodedSamples encoded = encodeSamples(samples.columns, 0, samples.columns.size(), samples.kinds);
        QVERIFY(encoded.range.has_value());
        QCOMPARE(encoded.range->max, 9223372036854775807.0);
    }

    void samplesKeepTheDigitsOfTheSource()
    {
        Samples samples;
        for (const char* text : {"22.1", "22.05", "-3", "0.000", "22.10", "1e-7", "123456789012345678901"}) {
            const Decimal value = *parseDecimal(text);
            samples.add(static_cast<std::int64_t>(samples.columns.size()), value.mantissa,
                value.inexact ? kDoubleScale : value.scale, "", samples.columns.size());
        }
        compareRoundTrip(samples);
        QCOMPARE(formatDecimal(sampleValue(samples.columns.mantissas[4], 2)), std::string("22.10"));
    }

    void samplesKeepRandomData()
    {
        std::mt19937_64 random(7);
        for (int round = 0; round < 200; ++round) {
            Samples samples;
            const std::size_t count = 1 + random() % (round % 10 == 0 ? kSampleChunkRows : 50);
            auto time = static_cast<std::int64_t>(random());
            for (std::size_t i = 0; i < count; ++i) {
                const std::uint64_t kind = random() % 20;
                const auto scale = static_cast<std::uint8_t>(kind == 0 ? kNoValueScale
                        : kind == 1                                    ? kDoubleScale
                        : kind == 2                                    ? random() % 19
                                                                       : random() % 3);
                const auto mantissa = static_cast<std::int64_t>(random() >> (random() % 64));
                samples.add(
                    time, scale == kNoValueScale ? 0 : mantissa, scale, random() % 9 == 0 ? "Bad" : "Good", random());
                time = wrapAdd(time, static_cast<std::int64_t>(random() >> (random() % 64)));
            }
            compareRoundTrip(samples);
        }
    }

    void damagedBlocksAreRefusedNotRead()
    {
        Samples samples;
        for (int i = 0; i < 500; ++i)
            samples.add(i * 1000, i * i, 2, i % 7 ? "Good" : "Bad", static_cast<std::uint64_t>(i));
        const EncodedSamples encoded = encodeSamples(samples.columns, 0, samples.columns.size(), samples.kinds);
        PartReader parts(encoded.data);
        std::vector<std::vector<std::uint8_t>> plain;
        while (!parts.atEnd())
            plain.push_back(*parts.part(1U << 20U));
        std::mt19937 random(3);
        for (int round = 0; round < 3000; ++round) {
            auto broken = plain;
            for (int k = 0; k < 3; ++k) {
                auto& part = broken[round % 2 == 0 ? 0 : random() % broken.size()];
                if (!part.empty())
                    part[random() % part.size()] = static_cast<std::uint8_t>(random());
                if (round % 5 == 0)
                    part.resize(random() % (part.size() + 1));
            }
            std::vector<std::uint8_t> packed;
            for (const auto& part : broken)
                PartWriter(packed).part(part);
            if (round % 7 == 0)
                packed[random() % packed.size()] ^= 0x55U;
            Samples back;
            static_cast<void>(decodeSamples(packed, back.columns, back.kinds)); // any answer, no crash
            std::vector<Sample> values;
            static_cast<void>(
                decodeSampleValues(packed, {Timestamp(Duration(kMin)), Timestamp(Duration(kMax))}, values));
        }
        std::vector<std::uint8_t> frame;
        zstdCompress(plain.front(), frame);
        QVERIFY(!zstdDecompress(std::span(frame).first(10), 1U << 20U).has_value());
        QVERIFY(!zstdDecompress(frame, 10).has_value());
    }

    void eventsKeepEveryColumn()
    {
        std::vector<Row> rows;
        for (int i = 0; i < 300; ++i) {
            const std::string n = std::to_string(i);
            Row row{{"time", "2026-01-01T10:" + std::to_string(10 + i % 50) + ":00.5+02:00"},
                {"category", i % 2 ? "alarm" : "state"}, {"code", "C" + std::to_string(i % 20)},
                {"text", "text \n \"" + n}, {"asset_id", i % 3 ? "A" : ""}};
            if (i % 4 == 0) {
                row["end"] = "2026-02-01T00:00Z";
                row["acknowledged"] = "2025-12-31";
                row["acknowledged_by"] = "u" + n;
                row["value"] = n + ".250";
                row["limit"] = "1e300";
                row["recorded"] = "2026-01-02T00:00:00Z";
                row["source_ref"] = "ref " + n;
                row["own column"] = n;
            }
            rows.push_back(row);
        }
        RecordBatch batch = makeBatch(TableId::Events, rows);
        for (std::size_t c = 0; c < batch.columns.size(); ++c) { // the writer fills every column
            const ColumnType type = tableSpec(TableId::Events).columns[c].type;
            if (type == ColumnType::Text)
                batch.columns[c].texts.resize(batch.rows);
            else if (type == ColumnType::Time)
                batch.columns[c].times.resize(batch.rows);
            else
                batch.columns[c].numbers.resize(batch.rows);
        }
        std::vector<std::uint32_t> order(batch.rows);
        for (std::uint32_t i = 0; i < order.size(); ++i)
            order[i] = i;
        const auto& times = batch.columns.front().times;
        std::stable_sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return times[a].utcUs < times[b].utcUs; });
        const EncodedEvents encoded = encodeEvents(batch, order);
        const auto back = decodeEvents(encoded.columns, encoded.details);
        QVERIFY2(back.has_value(), back ? "" : back.error().detail.c_str());
        for (std::size_t i = 0; i < order.size(); ++i) {
            for (std::size_t c = 0; c < batch.columns.size(); ++c) {
                if (!batch.columns[c].texts.empty())
                    QCOMPARE(back->columns[c].texts[i], batch.columns[c].texts[order[i]]);
                if (!batch.columns[c].times.empty())
                    QCOMPARE(back->columns[c].times[i], batch.columns[c].times[order[i]]);
                if (!batch.columns[c].numbers.empty())
                    QCOMPARE(back->columns[c].numbers[i], batch.columns[c].numbers[order[i]]);
            }
            QCOMPARE(back->attributes.front()[i], batch.attributes.front()[order[i]]);
            QCOMPARE(back->sourceRows[i].row, batch.sourceRows[order[i]].row);
            QCOMPARE(back->sourceRows[i].byteOffset, batch.sourceRows[order[i]].byteOffset);
        }
        const auto texts = decodeEventTexts(encoded.details, batch.rows);
        QCOMPARE(texts->text.at(0), batch.columns[6].texts[order[0]]);
        const auto plain = zstdDecompress(encoded.details, 1U << 20U);
        std::mt19937 random(5);
        for (int round = 0; round < 1000; ++round) {
            std::vector<std::uint8_t> broken = *plain;
            for (int k = 0; k < 3; ++k)
                broken[random() % broken.size()] = static_cast<std::uint8_t>(random());
            std::vector<std::uint8_t> packed;
            zstdCompress(broken, packed);
            static_cast<void>(decodeEvents(encoded.columns, packed));
            static_cast<void>(decodeEventColumns(packed));
        }
    }
};

QTEST_GUILESS_MAIN(TestChunks)
#include "tst_chunks.moc"
