// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/canonical/canonical_mapping.h"

#include "model/base/text.h"
#include "tests/importers/support/read_text.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;
using test::inZone;
using test::joined;
using test::readBytes;
using test::Reading;

namespace {

const std::string kEvents = "time,asset_id,batch_id,category,code,severity,text,end\n"
                            "2026-03-01T10:00:00Z,R-101,B1,alarm,TI_HIGH,2,\"Too \"\"hot\"\", twice\",\n"
                            "2026-03-01T10:05:00.25Z,R-101,,state,RUNNING,,,2026-03-01T12:00:00Z\n";

} // namespace

class TestCanonicalMapping : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTableIsRecognisedByItsHeader_data();
    void everyTableIsRecognisedByItsHeader();
    void readsRowsAndKeepsTheirPlace();
    void doesNotDependOnThePieces();
    void keepsUnknownColumnsAsAttributes();
    void rejectsRowsWithReason();
    void warnsOfOptionalValues();
    void readsOtherTextForms_data();
    void readsOtherTextForms();
    void localTimesNeedAZone();
    void gapAndFoldOfBerlin();
    void noticesAClockThatWentBack();
    void dateOrderIsDecidedOverTheWholeSource();
    void badQualityIsAGap();
    void deviationsNeedOneOfTwoTimes();
    void refusesWhatItDoesNotKnow();
    void rowsOfOtherLengths();
};

void TestCanonicalMapping::everyTableIsRecognisedByItsHeader_data()
{
    QTest::addColumn<int>("table");
    for (const TableSpec& table : allTables())
        QTest::newRow(std::string(table.name).c_str()) << static_cast<int>(table.id);
}

void TestCanonicalMapping::everyTableIsRecognisedByItsHeader()
{
    QFETCH(int, table);
    const TableSpec& spec = tableSpec(static_cast<TableId>(table));
    std::vector<std::string> all;
    std::vector<std::string> needed;
    for (const ColumnSpec& column : spec.columns) {
        all.emplace_back(column.name);
        if (column.role != ColumnRole::Optional)
            needed.emplace_back(column.name);
    }
    const auto matches = matchCanonical(all);
    QVERIFY(matches.front().table == spec.id);
    QVERIFY(matches.front().complete);
    QVERIFY(matches.size() < 2 || !matches[1].complete || matches[1].matched < matches[0].matched);
    const auto minimal = matchCanonical(needed);
    const bool found = std::any_of(minimal.begin(), minimal.end(),
        [&](const CanonicalMatch& m) { return m.table == spec.id && m.complete && m.matched == minimal[0].matched; });
    QVERIFY(found);
}

void TestCanonicalMapping::readsRowsAndKeepsTheirPlace()
{
    const Reading reading = readBytes(kEvents);
    QCOMPARE(reading.error, std::string());
    QCOMPARE(joined(reading.records),
        std::string(
            "events: time=2026-03-01T10:00:00Z asset_id=R-101 batch_id=B1 category=alarm code=TI_HIGH severity=2 "
            "text=Too \"hot\", twice @1/2\n"
            "events: time=2026-03-01T10:05:00.25Z asset_id=R-101 category=state code=RUNNING "
            "end=2026-03-01T12:00:00Z @2/3\n"));
    QCOMPARE(joined(reading.diagnostics), std::string());
    QVERIFY(reading.sumsHold());
    QCOMPARE(reading.plan.importer, std::string("canonical:events"));
}

void TestCanonicalMapping::doesNotDependOnThePieces()
{
    std::string text = kEvents + "2026-03-01T10:00:00Z,R-101,,alarm,\"A\nB\",,,\nbad,R-101,,alarm,C,,,\r\n";
    text += "2026-03-01T10:00:00Z,\xC3\x84,,alarm,\"open,,,\n2026-03-01T11:00:00Z,R,,alarm,D,,,";
    const Reading whole = readBytes(text);
    QCOMPARE(whole.totals.read, std::uint64_t{6});
    QCOMPARE(whole.totals.rejected, std::uint64_t{2});
    for (std::size_t cut = 1; cut < text.size(); ++cut) {
        const Reading reading = readBytes(text, {}, cut, 7, 16);
        QCOMPARE(joined(reading.records), joined(whole.records));
        QCOMPARE(joined(reading.diagnostics), joined(whole.diagnostics));
        QVERIFY(reading.sumsHold());
    }
}

void TestCanonicalMapping::keepsUnknownColumnsAsAttributes()
{
    const Reading reading = readBytes("asset_id,colour,asset_class,\nR-1, blue ,reactor,x\n");
    QCOMPARE(joined(reading.records),
        std::string("assets: asset_id=R-1 asset_class=reactor +colour=blue +column 4=x @1/2\n"));
    QCOMPARE(joined(reading.diagnostics),
        std::string("ExtraAttribute info 0/0/2 colour\nExtraAttribute info 0/0/4 column 4\n"));
}

void TestCanonicalMapping::rejectsRowsWithReason()
{
    const Reading reading = readBytes("time,category,code,asset_id\n"
                                      ",alarm,A,R\n"
                                      "yesterday,alarm,A,R\n"
                                      "2026-03-01T10:00:00Z,alarm,,R\n"
                                      "2026-03-01T10:00:00Z,alarm,\xFF\xFE,R\n"
                                      "2026-03-01T10:00:00Z\n"
                                      "2026-03-01T10:00:00Z,alarm,A,R,and,more\n"
                                      "2026-03-01T10:00:00Z,alarm,A\n"
                                      "2026-03-01T10:00:00Z,alarm,ÄÖÜäöüßÄÖÜ,R,,\n");
    QCOMPARE(joined(reading.diagnostics),
        std::string(
            "RequiredValueMissing rejected 1/2/1 time\n"
            "RequiredValueUnreadable rejected 2/3/1 time 'yesterday' not a date or time in this form\n"
            "RequiredValueMissing rejected 3/4/3 code\n"
            "InvalidEncoding rejected 4/5/3 code '2026-03-01T10:00:00Z,alarm,\\xff\\xfe,R'\n"
            "TooFewFields rejected 5/6/0 '2026-03-01T10:00:00Z' 1 fields, the header has 4\n"
            "TooManyFields rejected 6/7/0 '2026-03-01T10:00:00Z,alarm,A,R,and,more' 6 fields, the header has 4\n"));
    QCOMPARE(reading.totals.read, std::uint64_t{8});
    QCOMPARE(reading.totals.rejected, std::uint64_t{6});
    QCOMPARE(reading.records.size(), std::size_t{2});
    QVERIFY(reading.sumsHold());
}

void TestCanonicalMapping::warnsOfOptionalValues()
{
    const Reading reading = readBytes("work_order_id,asset_id,reported,started,finished,due\n"
                                      "W1,R,soon,2026-03-02T10:00:00Z,2026-03-01T10:00:00Z,00.00.0000\n"
                                      "W2,R,,,,\n");
    QCOMPARE(joined(reading.records),
        std::string("work_orders: work_order_id=W1 asset_id=R started=2026-03-02T10:00:00Z "
                    "finished=2026-03-01T10:00:00Z @1/2\nwork_orders: work_order_id=W2 asset_id=R @2/3\n"));
    QCOMPARE(joined(reading.diagnostics),
        std::string("OptionalValueUnreadable warning 1/2/3 reported 'soon' not a date or time in this form\n"
                    "EmptyDateValue info 1/2/6 due '00.00.0000'\n"
                    "EndBeforeStart warning 1/2/0 finished 2026-03-01T10:00:00Z is before started "
                    "2026-03-02T10:00:00Z\n"
                    "UndatedRecord warning 2/3/0\n"));
    QVERIFY(reading.sumsHold());
}

void TestCanonicalMapping::readsOtherTextForms_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray text = "tag;asset_id;unit;low_limit\nT1;R\xC3\xBChrer;\xC2\xB0"
                            "C;1,5\n";
    const auto utf16 = [](const QByteArray& utf8, bool little) {
        QByteArray out;
        for (const QChar c : QString::fromUtf8(utf8)) {
            const char low = static_cast<char>(c.unicode() & 0xFFU);
            const char high = static_cast<char>(c.unicode() >> 8U);
            out += little ? low : high;
            out += little ? high : low;
        }
        return out;
    };
    QTest::newRow("UTF-8") << text;
    QTest::newRow("UTF-8 with mark") << "\xEF\xBB\xBF" + text;
    QTest::newRow("CR LF") << QByteArray(text).replace("\n", "\r\n");
    QTest::newRow("CR") << QByteArray(text).replace("\n", "\r");
    QTest::newRow("CR CR LF") << QByteArray(text).replace("\n", "\r\r\n");
    QTest::newRow("no line break at the end") << text.left(text.size() - 1);
    QTest::newRow("UTF-16LE with mark") << "\xFF\xFE" + utf16(text, true);
    QTest::newRow("UTF-16BE with mark") << "\xFE\xFF" + utf16(text, false);
    QTest::newRow("UTF-16LE without mark") << utf16(text, true);
    QTest::newRow("Windows-1252") << QString::fromUtf8(text).toLatin1();
    QTest::newRow("tab") << QByteArray(text).replace(";", "\t");
    QTest::newRow("bar") << QByteArray(text).replace(";", "|");
    QTest::newRow("quoted") << QByteArray(text).replace("T1", "\"T1\"");
    QTest::newRow("title lines") << "Tag list\n\n" + text;
    QTest::newRow("header in other case") << QByteArray(text).replace("asset_id", "Asset ID");
}

void TestCanonicalMapping::readsOtherTextForms()
{
    QFETCH(QByteArray, bytes);
    const Reading reading = readBytes(bytes.toStdString());
    QCOMPARE(reading.error, std::string());
    QCOMPARE(reading.records.size(), std::size_t{1});
    const std::string record = reading.records[0].substr(0, reading.records[0].find(" @"));
    QCOMPARE(record, std::string("tags: tag=T1 asset_id=Rührer unit=°C low_limit=1.5"));
    QCOMPARE(joined(reading.diagnostics), std::string());
    for (std::size_t piece = 1; piece < 8; ++piece)
        QCOMPARE(joined(readBytes(bytes.toStdString(), {}, piece, piece, 8).records), joined(reading.records));
}

void TestCanonicalMapping::localTimesNeedAZone()
{
    const std::string text = "change_id,kind,effective,end\nC1,recipe,2026-07-01 12:00,2026-07-02 12:00\n";
    const Reading without = readBytes(text);
    QCOMPARE(joined(without.diagnostics),
        std::string("MissingZone rejected 1/2/3 effective '2026-07-01 12:00'\n"
                    "MissingZone warning 1/2/4 end '2026-07-02 12:00'\n"));
    QCOMPARE(without.totals.rejected, std::uint64_t{1});
    const Reading with = readBytes(text, inZone("Europe/Berlin"));
    QCOMPARE(joined(with.records),
        std::string("changes: change_id=C1 kind=recipe effective=2026-07-01T10:00:00Z assumed end=2026-07-02T10:00:00Z "
                    "assumed @1/2\n"));
    QCOMPARE(joined(with.diagnostics), std::string());
    QCOMPARE(readBytes(text, inZone("Europe/Atlantis")).error.substr(0, 17), std::string("No such time zone"));
}

void TestCanonicalMapping::gapAndFoldOfBerlin()
{
    const std::string text = "time,category,code\n2026-03-29 02:30:00,alarm,GAP\n2026-10-25 02:30:00,alarm,FOLD\n"
                             "2026-10-25T02:30:00+01:00,alarm,STATED\n";
    PlanOptions options = inZone("Europe/Berlin");
    const Reading earlier = readBytes(text, options);
    QCOMPARE(joined(earlier.records),
        std::string("events: time=2026-10-25T00:30:00Z assumed ambiguous category=alarm code=FOLD @2/3\n"
                    "events: time=2026-10-25T01:30:00Z category=alarm code=STATED @3/4\n"));
    QCOMPARE(joined(earlier.diagnostics),
        std::string("NonexistentLocalTime rejected 1/2/1 time '2026-03-29 02:30:00'\n"
                    "AmbiguousTimeResolved warning 2/3/1 time '2026-10-25 02:30:00'\n"));
    options.ambiguous = AmbiguousPolicy::Reject;
    const Reading refused = readBytes(text, options);
    QCOMPARE(refused.diagnostics.back(), std::string("AmbiguousLocalTime rejected 2/3/1 time '2026-10-25 02:30:00'"));
    QCOMPARE(refused.totals.rejected, std::uint64_t{2});
    QVERIFY(refused.sumsHold());
}

void TestCanonicalMapping::noticesAClockThatWentBack()
{
    std::string text = "time,tag,value\n";
    for (const char* clock : {"01:00", "01:30", "02:00", "02:30", "02:00", "02:30", "03:00"})
        text += "2026-10-25 " + std::string(clock) + ",T1,1.5\n";
    const std::string expected = "AmbiguousTimeResolved warning 3/4/1 time '2026-10-25 02:00'\n"
                                 "AmbiguousTimeResolved warning 4/5/1 time '2026-10-25 02:30'\n"
                                 "AmbiguousTimeResolved warning 5/6/1 time '2026-10-25 02:00'\n"
                                 "ClockWentBack warning 5/6/0 back by 30 min\n"
                                 "AmbiguousTimeResolved warning 6/7/1 time '2026-10-25 02:30'\n";
    QCOMPARE(joined(readBytes(text, inZone("Europe/Berlin")).diagnostics), expected);
    QCOMPARE(joined(readBytes(text, inZone("Europe/Berlin"), 40, 9, 16).diagnostics), expected);
    const std::string byTag = "time,tag,value\n2026-10-25 01:00,T1,1\n2026-10-25 09:00,T1,1\n2026-10-25 01:00,T2,1\n"
                              "2026-10-25 00:30,T2,1\n";
    QCOMPARE(joined(readBytes(byTag, inZone("UTC")).diagnostics), std::string());
}

void TestCanonicalMapping::dateOrderIsDecidedOverTheWholeSource()
{
    std::string text = "time,category,code\n";
    for (int i = 0; i < 60'000; ++i)
        text += "3/4/2015 07:00,alarm,CODE_NUMBER_A\n";
    QVERIFY(text.size() > kHeadBytes);
    const Reading open = readBytes(text, inZone("UTC"));
    QCOMPARE(joined(open.diagnostics),
        std::string("DateOrderAssumed warning 0/0/1 time read as dmy: no number exceeds 12\n"));
    QCOMPARE(open.records[0],
        std::string("events: time=2015-04-03T07:00:00Z assumed category=alarm code=CODE_NUMBER_A @1/2"));
    const Reading settled = readBytes(text + "3/14/2015 07:00,alarm,LAST\n", inZone("UTC"));
    QCOMPARE(joined(settled.diagnostics), std::string());
    QCOMPARE(settled.records[0],
        std::string("events: time=2015-03-04T07:00:00Z assumed category=alarm code=CODE_NUMBER_A @1/2"));
    PlanOptions stated = inZone("UTC");
    stated.dateOrder = DateOrder::Mdy;
    QCOMPARE(joined(readBytes(text, stated).diagnostics), std::string());
}

void TestCanonicalMapping::badQualityIsAGap()
{
    const Reading reading = readBytes("time,tag,value,quality\n2026-03-01T10:00:00Z,T1,1.50,Good\n"
                                      "2026-03-01T10:00:01Z,T1,I/O Timeout,Bad\n2026-03-01T10:00:02Z,T1,,Good\n");
    QCOMPARE(joined(reading.records),
        std::string("samples: time=2026-03-01T10:00:00Z tag=T1 value=1.50 quality=Good @1/2\n"
                    "samples: time=2026-03-01T10:00:01Z tag=T1 quality=Bad @2/3\n"));
    QCOMPARE(joined(reading.diagnostics),
        std::string("BadQualityValue warning 2/3/3 value 'I/O Timeout'\nRequiredValueMissing rejected 3/4/3 value\n"));
    QVERIFY(reading.sumsHold());
}

void TestCanonicalMapping::deviationsNeedOneOfTwoTimes()
{
    const Reading reading = readBytes("deviation_id,occurred,detected,classification\nD1,2026-03-01T10:00:00Z,,leak\n"
                                      "D2,,2026-03-01T10:00:00Z,leak\nD3,,,leak\nD4,soon,,leak\n");
    QCOMPARE(reading.records.size(), std::size_t{2});
    QCOMPARE(joined(reading.diagnostics),
        std::string("RequiredValueMissing rejected 3/4/0 occurred or detected is required\n"
                    "OptionalValueUnreadable warning 4/5/2 occurred 'soon' not a date or time in this form\n"
                    "RequiredValueMissing rejected 4/5/0 occurred or detected is required\n"));
    QVERIFY(reading.sumsHold());
}

void TestCanonicalMapping::refusesWhatItDoesNotKnow()
{
    const auto error = [](const char* text, const char* name = "source.csv") {
        return readBytes(text, {}, 1U << 20U, 1U << 20U, TextSource::kBlockBytes, name).error;
    };
    QVERIFY(error("foo,bar,baz\n1,2,3\n").starts_with("No importer recognises the file"));
    QVERIFY(error("time,category,remark\n1,2,3\n").find("nearest is events, without code") != std::string::npos);
    QVERIFY(error("Some words.\nAnd more of them.\n", "README.txt").starts_with("Not data"));
    QVERIFY(error("", "empty.csv").starts_with("Not data"));
    QVERIFY(error("1,2,3\n4,5,6\n").starts_with("No importer recognises the file"));
    PlanOptions options;
    options.as = "canonical:nothing";
    QVERIFY(readBytes(kEvents, options).error.find("no such importer") != std::string::npos);
    options.as = "canonical:limits"; // stated or not, a row without what makes a record is none
    const std::string lacking = readBytes(kEvents, options).error;
    QVERIFY2(lacking.find("as limits it lacks the columns: ") != std::string::npos, lacking.c_str());
}

void TestCanonicalMapping::rowsOfOtherLengths()
{
    const Reading headerOnly = readBytes("time,category,code\n");
    QCOMPARE(headerOnly.error, std::string());
    QCOMPARE(headerOnly.totals.read, std::uint64_t{0});
    QCOMPARE(headerOnly.records.size(), std::size_t{0});
}

QTEST_GUILESS_MAIN(TestCanonicalMapping)
#include "tst_canonical_mapping.moc"
