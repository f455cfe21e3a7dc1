// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Samples and events through the writer, read back with plain SQL over the virtual tables.
#include "model/store/database.h"
#include "model/store/verify.h"
#include "tests/support/case_file_builder.h"

#include <QtTest>

#include <algorithm>
#include <random>

using namespace antecedent;
using namespace antecedent::testing;

namespace {

std::string clock(int second)
{
    const std::string minutes = std::to_string(second / 60 % 60);
    const std::string seconds = std::to_string(second % 60);
    return "2026-01-01T1" + std::to_string(second / 3600) + ":" + std::string(2 - minutes.size(), '0') + minutes + ":"
        + std::string(2 - seconds.size(), '0') + seconds + "Z";
}

Row sample(int second, const std::string& tag, const std::string& value, const std::string& quality = "Good")
{
    return {{"time", clock(second)}, {"tag", tag}, {"value", value}, {"quality", quality}};
}

} // namespace

class TestSampleWriter : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_files = 0;

    CaseFile make()
    {
        const QString path = m_folder.filePath(QString::number(++m_files) + QStringLiteral(".ante"));
        auto file = CaseFile::create(path.toStdString(), "Plant", "UTC", tester());
        if (!file)
            qFatal("%s", errorText(file.error()).c_str());
        return std::move(*file);
    }
    // Stores rows in batches of `size` as one source; returns the duplicate rows.
    static std::vector<std::uint64_t> store(
        CaseFile& file, TableId table, const std::vector<Row>& rows, std::size_t size, const std::string& name)
    {
        SourceMeta meta;
        meta.name = name;
        auto writer = file.beginSource(meta);
        std::vector<std::uint64_t> repeats;
        SourceTotals totals;
        for (std::size_t begin = 0; begin < rows.size(); begin += size) {
            const std::size_t end = std::min(rows.size(), begin + size);
            const std::vector<Row> part(
                rows.begin() + static_cast<std::ptrdiff_t>(begin), rows.begin() + static_cast<std::ptrdiff_t>(end));
            const auto outcome = (*writer)->add(makeBatch(table, part, begin + 1));
            if (!outcome)
                qFatal("%s", errorText(outcome.error()).c_str());
            repeats.insert(repeats.end(), outcome->duplicateRows.begin(), outcome->duplicateRows.end());
            totals.stored += outcome->stored;
        }
        totals.read = rows.size();
        totals.duplicate = repeats.size();
        const std::string bytes = name;
        if (!(*writer)->addSourceBytes(std::as_bytes(std::span(bytes))) || !(*writer)->finish(totals, sha256(bytes)))
            qFatal("not stored");
        return repeats;
    }
    static std::vector<std::string> query(const CaseFile& file, const std::string& sql)
    {
        auto rows = file.database().prepare(sql);
        if (!rows)
            qFatal("%s: %s", sql.c_str(), errorText(rows.error()).c_str());
        std::vector<std::string> out;
        for (;;) {
            const auto more = rows->step();
            if (!more)
                qFatal("%s", errorText(more.error()).c_str());
            if (!*more)
                return out;
            out.emplace_back(rows->text(0));
        }
    }

private Q_SLOTS:
    void findsRepeatsInOrderAndOutOfOrder()
    {
        CaseFile file = make();
        const std::vector<Row> rows{sample(1, "T", "1.0"), sample(2, "T", "2.0"), sample(2, "T", "2.0"),
            sample(2, "T", "2.00"), sample(2, "T", "2.0", "Bad"), sample(1, "U", "1.0"), sample(1, "T", "1.0"),
            sample(0, "T", "0.5"), sample(0, "T", "0.5"), sample(2, "T", "2.0", "Bad"), sample(3, "T", "3.0")};
        QCOMPARE(store(file, TableId::Samples, rows, 4, "a"), (std::vector<std::uint64_t>{3, 7, 9, 10}));
        QCOMPARE(query(file, "SELECT value FROM samples WHERE tag = 'T' ORDER BY time, row"),
            (std::vector<std::string>{"0.5", "1.0", "2.0", "2.00", "2.0", "3.0"}));
        QVERIFY(verifyFile(file.path())->holds());
    }

    void findsRepeatsOfEarlierSources()
    {
        CaseFile file = make();
        std::vector<Row> rows;
        for (int i = 0; i < 9000; ++i)
            rows.push_back(sample(i, "T", std::to_string(i % 77) + ".5"));
        QCOMPARE(store(file, TableId::Samples, rows, 1000, "a").size(), std::size_t{0});
        std::vector<Row> overlap(rows.begin() + 5000, rows.end());
        overlap[10]["value"] = "1000";
        for (int i = 9000; i < 9500; ++i)
            overlap.push_back(sample(i, "T", "1"));
        QCOMPARE(store(file, TableId::Samples, overlap, 700, "b").size(), std::size_t{3999});
        std::shuffle(rows.begin(), rows.end(), std::mt19937(1));
        QCOMPARE(store(file, TableId::Samples, rows, 700, "c").size(), std::size_t{9000});
        QCOMPARE(query(file, "SELECT count(*) FROM samples").front(), std::string("9501"));
        QCOMPARE(file.summary()->counts.at("samples"), std::uint64_t{9501});
    }

    void shuffledSamplesEndInOrderAndWithEqualContent()
    {
        std::vector<Row> rows;
        for (int i = 0; i < 12'000; ++i)
            rows.push_back(sample(i / 2, i % 2 ? "T" : "U", std::to_string(i % 100) + (i % 3 ? ".1" : ".25")));
        CaseFile ordered = make();
        store(ordered, TableId::Samples, rows, 1000, "a");
        std::shuffle(rows.begin(), rows.end(), std::mt19937(2));
        rows.insert(rows.end(), rows.begin(), rows.begin() + 50);
        CaseFile shuffled = make();
        QCOMPARE(store(shuffled, TableId::Samples, rows, 1000, "a").size(), std::size_t{50});
        QCOMPARE(shuffled.summary()->contentHash, ordered.summary()->contentHash);
        const std::string sql = "SELECT group_concat(time || value, ' ') FROM samples WHERE tag = 'T'";
        QCOMPARE(query(shuffled, sql), query(ordered, sql)); // chunks of a tag do not overlap
        QVERIFY(verifyFile(shuffled.path())->holds());
    }

    void keepsFurtherColumnsAndGaps()
    {
        CaseFile file = make();
        std::vector<Row> rows{sample(1, "T", ""), sample(2, "T", "1e3"), sample(3, "T", "007.50")};
        rows[1]["batch"] = "B-1";
        rows[2]["source_ref"] = "tag export";
        rows[2]["recorded"] = "2026-01-02";
        store(file, TableId::Samples, rows, 10, "a");
        QCOMPARE(query(file, "SELECT coalesce(value, 'none') FROM samples"),
            (std::vector<std::string>{"none", "1000", "7.50"}));
        const auto further = query(file, "SELECT attributes FROM samples WHERE attributes IS NOT NULL");
        QCOMPARE(further.size(), std::size_t{2});
        QVERIFY(further[0].find("B-1") != std::string::npos);
        QVERIFY(further[1].find("tag export") != std::string::npos);
        std::vector<Row> other{rows[1]};
        other[0]["batch"] = "B-2"; // another value: another sample
        QCOMPARE(store(file, TableId::Samples, other, 10, "b").size(), std::size_t{0});
        QCOMPARE(store(file, TableId::Samples, {rows[2]}, 10, "c").size(), std::size_t{1});
    }

    void givesPlainSqlOverChunks()
    {
        CaseFile file = make();
        std::vector<Row> events;
        for (int i = 0; i < 40'000; ++i)
            events.push_back({{"time", clock(i % 9000)}, {"category", i % 2 ? "alarm" : "state"},
                {"code", "C" + std::to_string(i % 10)}, {"text", "n " + std::to_string(i)},
                {"value", std::to_string(i) + ".0"}});
        QCOMPARE(store(file, TableId::Events, events, 5000, "a").size(), std::size_t{0});
        QCOMPARE(query(file, "SELECT count(*) FROM event_chunks").front(), std::string("3"));
        QCOMPARE(query(file, "SELECT count(*) FROM events").front(), std::string("40000"));
        QCOMPARE(query(file, "SELECT text FROM events WHERE row = 4711").front(), std::string("n 4710"));
        QCOMPARE(query(file, "SELECT count(*) FROM events WHERE category = 'alarm' AND code = 'C3'").front(),
            std::string("4000"));
        const std::string noon = std::to_string(civilToUs({2026, 1, 1, 12, 0, 0, 0}));
        QCOMPARE(
            query(file, "SELECT count(*) FROM events WHERE time >= " + noon + " AND time < " + noon + " + 60000000"),
            query(file, "SELECT count(*) FROM events WHERE +time BETWEEN " + noon + " AND " + noon + " + 59999999"));
        QCOMPARE(query(file, "SELECT count(*) FROM events WHERE time = " + noon).front(), std::string("4"));
        QCOMPARE(query(file, "SELECT count(*) FROM samples WHERE tag = 'T'").front(), std::string("0"));
        QVERIFY(!file.database().execute("INSERT INTO events (row) VALUES (1)"));
        QVERIFY(!file.database().execute("DELETE FROM events"));
    }

    void findsRepeatsOfEventsInAnyOrderAndSource()
    {
        CaseFile file = make();
        std::vector<Row> events;
        for (int i = 0; i < 30'000; ++i)
            events.push_back({{"time", clock(i % 7000)}, {"category", "alarm"}, {"code", "C" + std::to_string(i)}});
        QCOMPARE(store(file, TableId::Events, events, 4000, "a").size(), std::size_t{0});
        std::shuffle(events.begin(), events.end(), std::mt19937(4));
        events.push_back(events.front());
        events.push_back({{"time", clock(5)}, {"category", "alarm"}, {"code", "new"}});
        const auto repeats = store(file, TableId::Events, events, 4000, "b");
        QCOMPARE(repeats.size(), std::size_t{30'001});
        QCOMPARE(query(file, "SELECT count(*) FROM events").front(), std::string("30001"));
        QVERIFY(verifyFile(file.path())->holds());
    }

    void manyTagsStayBoundedInMemory()
    {
        CaseFile file = make();
        std::vector<Row> rows;
        for (int i = 0; i < 20'000; ++i)
            rows.push_back(sample(i / 5000, "TAG-" + std::to_string(i % 5000), "1"));
        QCOMPARE(store(file, TableId::Samples, rows, 2000, "a").size(), std::size_t{0});
        QCOMPARE(query(file, "SELECT count(DISTINCT tag) FROM samples").front(), std::string("5000"));
        QCOMPARE(query(file, "SELECT count(*) FROM samples WHERE tag = 'TAG-4321'").front(), std::string("4"));
    }
};

QTEST_GUILESS_MAIN(TestSampleWriter)
#include "tst_sample_writer.moc"
