// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/importers/format/read_format.h"
#include "tests/importers/support/read_text.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;
using test::flatten;
using test::inZone;
using test::joined;
using test::readBytes;
using test::Reading;

// Views of a batch historian, made for these tests from what is documented of them; none is a real export.
namespace {

const std::string kHead = "occurtime,msecs,isdst,eventtype,eventdescript,uniqueid,batchid,recipe,unit,phase,userid\n";

std::string row(const char* clock, const char* type, const char* text, const char* recipe, const char* unit = "MIX_101")
{
    return std::string("2026-10-25 ") + clock + ",250,F," + type + "," + text + ",412,L2404,412:CREAM" + recipe + ","
        + unit + ",,jdoe\n";
}

} // namespace

class TestBatchEventView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stateChangesBecomeBatchesAndSteps();
    void linesAreThoseOfTheSource();
    void linesBehindTheRowsAreSaid();
    void otherListsAreNone();
};

void TestBatchEventView::stateChangesBecomeBatchesAndSteps()
{
    const std::string text = kHead + row("01:00:00", "State Change", "CREATED", "", "")
        + row("02:10:00", "State Change", "State changed to RUNNING", "\\MIX:1\\HEAT_OP:1-1\\HEAT:1")
        + row("02:20:00", "State Change", "HELD", "\\MIX:1\\HEAT_OP:1-1\\HEAT:1")
        + row("02:25:00", "State Change", "RUNNING", "\\MIX:1\\HEAT_OP:1-1\\HEAT:1")
        + row("02:40:00", "State Change", "COMPLETE", "\\MIX:1\\HEAT_OP:1-1\\HEAT:1")
        + row("03:00:00", "Comment", "looks fine", "", "") + row("05:00:00", "State Change", "REMOVED", "", "");
    const Reading reading = readBytes(text, inZone("Europe/Berlin"));
    QCOMPARE(reading.error, std::string());
    QCOMPARE(reading.plan.importer, std::string("profile:batch-journal"));
    const std::string records = joined(reading.records);
    const auto has = [&](const char* part) { return records.find(part) != std::string::npos; };
    QVERIFY2(has("batches: batch_id=L2404 recipe=CREAM start=2026-10-24T23:00:00.250Z assumed "
                 "end=2026-10-25T04:00:00.250Z assumed"),
        records.c_str());
    // The flag says which of the two hours it is.
    QVERIFY2(has("batch_steps: batch_id=L2404 level=phase name=HEAT asset_id=MIX_101 "
                 "start=2026-10-25T01:10:00.250Z assumed end=2026-10-25T01:40:00.250Z assumed"),
        records.c_str());
    QVERIFY2(has("category=state code=HELD"), records.c_str());
    QVERIFY2(has("category=operator code=COMMENT text=looks fine actor=jdoe"), records.c_str());
    QVERIFY(joined(reading.diagnostics).find("Ambiguous") == std::string::npos);
    QVERIFY(reading.sumsHold());
}

void TestBatchEventView::linesAreThoseOfTheSource()
{
    const test::FlatText flat = flatten(kHead + row("01:00:00", "Comment", "\"two\nlines\"", "")
            + row("02:00:00", "Comment", "next", "") + "2026-10-25 03:00:00,\"not closed\n",
        "batchjournal");
    QCOMPARE(flat.error, std::string());
    QVERIFY2(flat.text.find("\nevent,line 2,2026-10-25 01:00:00.250 ST,") != std::string::npos, flat.text.c_str());
    QVERIFY2(flat.text.find("\nevent,line 4,2026-10-25 02:00:00.250 ST,") != std::string::npos, flat.text.c_str());
    QVERIFY2(flat.text.find("\ndamaged,line 5,") != std::string::npos, flat.text.c_str());
}

void TestBatchEventView::linesBehindTheRowsAreSaid()
{
    const std::string text = kHead + row("01:00:00", "State Change", "CREATED", "")
        + row("02:00:00", "Comment", "x", "") + "2 rows,,,,,,,,,,\n";
    const test::FlatText flat = flatten(text, "batchjournal");
    QCOMPARE(flat.error, std::string());
    QVERIFY(std::any_of(flat.notes.begin(), flat.notes.end(),
        [](const Diagnostic& note) { return note.detail.find("2 rows") != std::string::npos; }));
}

void TestBatchEventView::otherListsAreNone()
{
    for (const char* text : {"occurtime,eventtype,eventdescript\n2026-10-25,State Change,RUNNING\n",
             "time,eventtype,batchid,recipe\n2026-10-25,State Change,B,R\n", ""}) {
        const auto found = recogniseFormat(text, "view.csv");
        QVERIFY2(!found || found->format->id != "batchjournal", text);
    }
}

QTEST_GUILESS_MAIN(TestBatchEventView)
#include "tst_batch_event_view.moc"
