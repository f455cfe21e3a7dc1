// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mapping/mapper.h"

#include "importers/profile/builtin_profiles.h"
#include "tests/importers/support/read_text.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;
using test::inZone;
using test::joined;
using test::readBytes;
using test::Reading;

namespace {

Reading readWith(const std::string& profile, const std::string& text, const std::string& zone = "UTC")
{
    PlanOptions options = inZone(zone);
    const auto parsed = parseProfile(profile, "test.profile");
    if (!parsed) {
        Reading out;
        out.error = errorText(parsed.error());
        return out;
    }
    options.profile = *parsed;
    return readBytes(text, options);
}

} // namespace

class TestProfileMapping : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void generatedIdsDoNotDependOnTheDateForm();
    void oneRowGivesSeveralRecords();
    void wideRowsBecomeSamples();
    void transformsTexts();
    void addsDurations();
    void zonesByColumnAndValue();
    void unitRowsAreSkipped();
    void rowsOfNoTableAreRejected();
    void refusesColumnsThatAreNotThere();
    void profilesAreRecognisedByTheirColumns();
    void alarmsWithBeginAndEnd();
    void viewsOfABatchHistorian();
};

void TestProfileMapping::generatedIdsDoNotDependOnTheDateForm()
{
    const Reading iso = readBytes(
        "\"datetime\",\"machineID\",\"failure\"\n2015-01-05 06:00:00,1,\"comp4\"\n2015-01-15 06:00:00,01.0,comp1\n",
        inZone("UTC"));
    QCOMPARE(joined(iso.records),
        std::string("deviations: deviation_id=1/comp4/2015-01-05T06:00:00Z occurred=2015-01-05T06:00:00Z assumed "
                    "asset_id=1 classification=comp4 @1/2\n"
                    "deviations: deviation_id=1/comp1/2015-01-15T06:00:00Z occurred=2015-01-15T06:00:00Z assumed "
                    "asset_id=1 classification=comp1 @2/3\n"));
    const Reading other = readWith("[profile]\nname = other\n[table deviations]\n"
                                   "deviation_id = {=asset_id}/{=classification}/{=occurred}\noccurred = {Zeit}\n"
                                   "asset_id = {Maschine|after:M-}\nclassification = {Bauteil|map:parts}\n"
                                   "[map parts]\nA4 = comp4\nA1 = comp1\n",
        "Zeit;Maschine;Bauteil\n05/01/2015 06:00;M-1;A4\n15/01/2015 06:00;M-1;A1\n");
    const auto withoutMinutes = [](std::string text) { return text; };
    QCOMPARE(joined(other.records), withoutMinutes(joined(iso.records)));
    QCOMPARE(joined(other.diagnostics), std::string());
}

void TestProfileMapping::oneRowGivesSeveralRecords()
{
    const Reading reading =
        readWith("[profile]\nname = two\n"
                 "[table work_orders]\nwhen = {kind} = WO\nwork_order_id = {id}\nasset_id = {eq}\n"
                 "[table events]\nwhen = {kind} in WO, AL\ntime = {t}\ncategory = journal\ncode = {id}\n",
            "id,kind,eq,t\nW1,WO,R,2026-03-01T10:00:00Z\nA1,AL,,2026-03-01T11:00:00Z\nW2,WO,,2026-03-01T12:00:00Z\n");
    QCOMPARE(joined(reading.records),
        std::string("work_orders: work_order_id=W1 asset_id=R @1/2\n"
                    "events: time=2026-03-01T10:00:00Z category=journal code=W1 @1/2\n"
                    "events: time=2026-03-01T11:00:00Z category=journal code=A1 @2/3\n"));
    QCOMPARE(joined(reading.diagnostics),
        std::string("UndatedRecord warning 1/2/0\nRequiredValueMissing rejected 3/4/3 eq\n"));
    QVERIFY(reading.sumsHold());
}

void TestProfileMapping::wideRowsBecomeSamples()
{
    const Reading reading = readBytes(
        ",day_num,date,machineID,volt,rotate,pressure,vibration\n0,1,2015-01-01,1.0,170.5,,9.6,bad\n", inZone("UTC"));
    QCOMPARE(joined(reading.records),
        std::string("samples: time=2015-01-01T00:00:00Z assumed tag=1.volt value=170.5 @1/2\n"
                    "samples: time=2015-01-01T00:00:00Z assumed tag=1.pressure value=9.6 @1/2\n"
                    "samples: time=2015-01-01T00:00:00Z assumed tag=1.vibration @1/2\n"));
    QCOMPARE(joined(reading.diagnostics), std::string("BadQualityValue warning 1/2/8 vibration 'bad'\n"));
    const Reading rest =
        readWith("[profile]\nname = rest\n[table samples]\neach = *\ntime = {t}\ntag = P.{@name|lower}\n"
                 "value = {@value}\n",
            "t,A,B\n2026-03-01T10:00:00Z,1,2\n");
    QCOMPARE(joined(rest.records),
        std::string("samples: time=2026-03-01T10:00:00Z tag=P.a value=1 @1/2\n"
                    "samples: time=2026-03-01T10:00:00Z tag=P.b value=2 @1/2\n"));
}

void TestProfileMapping::transformsTexts()
{
    const auto value = [](const std::string& expression, const std::string& cell) {
        const Reading reading = readWith("[profile]\nname = t\n[map m]\na = 1\n* = 2\n[table assets]\nasset_id = x\n"
                                         "description = "
                + expression + "\n",
            "c;d\n" + cell + ";y\n");
        const std::string record = reading.records.empty() ? reading.error : reading.records[0];
        const std::size_t at = record.find("description=");
        return at == std::string::npos ? std::string("-") : record.substr(at + 12, record.find(" +") - at - 12);
    };
    const auto plain = [&](const std::string& expression, const std::string& cell) {
        const std::string out = value(expression, cell);
        return out.substr(0, out.find(" @"));
    };
    QCOMPARE(plain("{c|lower}", "AbC"), std::string("abc"));
    QCOMPARE(plain("{c|upper}", "aBc"), std::string("ABC"));
    QCOMPARE(plain("{c|number}", "1.0"), std::string("1"));
    QCOMPARE(plain("{c|number}", "001.50"), std::string("1.5"));
    QCOMPARE(plain("{c|number}", "M1.0"), std::string("M1.0"));
    QCOMPARE(plain("{c|strip-zeros}", "000010"), std::string("10"));
    QCOMPARE(plain("{c|strip-zeros}", "000"), std::string("0"));
    QCOMPARE(plain("{c|map:m}", "a"), std::string("1"));
    QCOMPARE(plain("{c|map:m}", "b"), std::string("2"));
    QCOMPARE(plain("{c|default:none}", "x"), std::string("x"));
    QCOMPARE(plain("{c|replace:-:_}", "a-b-c"), std::string("a_b_c"));
    QCOMPARE(plain("{c|before: /}", "a / b"), std::string("a"));
    QCOMPARE(plain("{c|after:/ }", "a / b"), std::string("b"));
    QCOMPARE(plain("<{c} {d}>", "a"), std::string("<a y>"));
    QCOMPARE(plain("{\"c\"|lower|replace:a:b}", "A"), std::string("b"));
}

void TestProfileMapping::addsDurations()
{
    const Reading reading = readWith("[profile]\nname = d\n[table work_orders]\nwork_order_id = {id}\nasset_id = R\n"
                                     "started = {end} - {took}\nfinished = {end}\n",
        "id,end,took\nW1,4/26/16 14:00,3:00\nW2,4/6/16 14:00,40:00:00\nW3,4/6/16 14:00,\nW4,4/6/16 14:00,long\n");
    QCOMPARE(joined(reading.records),
        std::string("work_orders: work_order_id=W1 asset_id=R started=2016-04-26T11:00:00Z assumed "
                    "finished=2016-04-26T14:00:00Z assumed @1/2\n"
                    "work_orders: work_order_id=W2 asset_id=R started=2016-04-04T22:00:00Z assumed "
                    "finished=2016-04-06T14:00:00Z assumed @2/3\n"
                    "work_orders: work_order_id=W3 asset_id=R finished=2016-04-06T14:00:00Z assumed @3/4\n"
                    "work_orders: work_order_id=W4 asset_id=R finished=2016-04-06T14:00:00Z assumed @4/5\n"));
    QCOMPARE(joined(reading.diagnostics), std::string("OptionalValueUnreadable warning 4/5/2 end not a duration\n"));
}

void TestProfileMapping::zonesByColumnAndValue()
{
    const std::string text = "id,sys,a,b\nC1,pcs,2026-07-01 12:00,2026-07-01 12:00\nC2,other,2026-07-01 12:00,\n";
    const std::string table = "[table changes]\nchange_id = {id}\nkind = recipe\neffective = {a}\nend = {b}\n";
    const Reading byValue =
        readWith("[profile]\nname = z\n[zones]\nby = sys\nvalue pcs = America/New_York\n" + table, text);
    QCOMPARE(joined(byValue.records),
        std::string(
            "changes: change_id=C1 kind=recipe effective=2026-07-01T16:00:00Z rule end=2026-07-01T16:00:00Z rule "
            "@1/2\nchanges: change_id=C2 kind=recipe effective=2026-07-01T12:00:00Z assumed @2/3\n"));
    const Reading byColumn =
        readWith("[profile]\nname = z\n[zones]\ncolumn b = +01:00\n" + table, text, "Europe/Berlin");
    QCOMPARE(byColumn.records[0],
        std::string("changes: change_id=C1 kind=recipe effective=2026-07-01T10:00:00Z assumed end=2026-07-01T11:00:00Z "
                    "rule +sys=pcs @1/2"));
    const Reading inColumn = readWith("[profile]\nname = z\n[zones]\nby = sys\n" + table,
        "id,sys,a,b\nC1,Asia/Tokyo,2026-07-01 12:00,\nC2,nowhere,2026-07-01 12:00,\n");
    QCOMPARE(
        inColumn.records[0], std::string("changes: change_id=C1 kind=recipe effective=2026-07-01T03:00:00Z rule @1/2"));
    // A zone that is stated and not known is not replaced by another one.
    QCOMPARE(joined(inColumn.diagnostics),
        std::string("MissingZone rejected 2/3/3 a '2026-07-01 12:00' the zone 'nowhere' is not known\n"));
    QCOMPARE(inColumn.records.size(), std::size_t{1});
}

void TestProfileMapping::unitRowsAreSkipped()
{
    const Reading reading =
        readWith("[profile]\nname = u\n[source]\nskip-rows = 1\n[table samples]\neach = T\ntime = {t}\n"
                 "tag = {@name}\nvalue = {@value}\n",
            "t,T\ns,degC\n2026-03-01T10:00:00Z,1\n");
    QCOMPARE(joined(reading.records), std::string("samples: time=2026-03-01T10:00:00Z tag=T value=1 @1/3\n"));
    QCOMPARE(reading.totals.read, std::uint64_t{1});
}

void TestProfileMapping::rowsOfNoTableAreRejected()
{
    const Reading reading =
        readWith("[profile]\nname = n\n[table events]\nwhen = {k} = a\ntime = {t}\ncategory = x\ncode = {k}\n",
            "t,k\n2026-03-01T10:00:00Z,a\n2026-03-01T10:00:00Z,b\n");
    QCOMPARE(joined(reading.diagnostics), std::string("RowNotMapped rejected 2/3/0 '2026-03-01T10:00:00Z,b'\n"));
    QVERIFY(reading.sumsHold());
}

void TestProfileMapping::refusesColumnsThatAreNotThere()
{
    const Reading reading =
        readWith("[profile]\nname = n\n[table assets]\nasset_id = {Machine}\n", "machine id;b\nx;1\n");
    QVERIFY(reading.error.find("the source has no column 'Machine'") != std::string::npos);
}

void TestProfileMapping::profilesAreRecognisedByTheirColumns()
{
    const Reading reading = readBytes("datetime,machineID,errorID\n2024-01-01T00:00:00.950Z,1,error3\n");
    QCOMPARE(reading.plan.importer, std::string("profile:machine-error-list"));
    QCOMPARE(joined(reading.records),
        std::string("events: time=2024-01-01T00:00:00.950Z asset_id=1 category=error code=error3 @1/2\n"));
    QCOMPARE(joined(reading.diagnostics), std::string());
}

// A list made for this test; its columns are those of a real one.
void TestProfileMapping::alarmsWithBeginAndEnd()
{
    const Reading reading = readBytes(
        "Begin Date,Begin Time,End Date,End Time,Alarm Tag,Alarm Id,Combination,Alarm Type,Alarm Priority,Description\n"
        "3/12/2016,23:59:50,4/12/2016,0:01:10,TT101,TT101_HI,TT101.HI,Process,2,Too hot\n"
        "13/12/2016,1:00:00,,,TT101,TT101_HI,TT101.HI,Process,2,Too hot\n",
        inZone("UTC"));
    QCOMPARE(reading.error, std::string());
    QCOMPARE(reading.plan.importer, std::string("profile:power-plant-alarm-list"));
    QCOMPARE(joined(reading.records),
        std::string("events: time=2016-12-03T23:59:50Z assumed asset_id=TT101 category=alarm code=TT101_HI "
                    "text=Too hot end=2016-12-04T00:01:10Z assumed +Combination=TT101.HI +Alarm Type=Process "
                    "+Alarm Priority=2 @1/2\n"
                    "events: time=2016-12-13T01:00:00Z assumed asset_id=TT101 category=alarm code=TT101_HI "
                    "text=Too hot +Combination=TT101.HI +Alarm Type=Process +Alarm Priority=2 @2/3\n"));
    QVERIFY2(joined(reading.diagnostics).find("rejected") == std::string::npos
            && joined(reading.diagnostics).find("warning") == std::string::npos,
        joined(reading.diagnostics).c_str());
    QVERIFY(reading.sumsHold());
}

// Lists made for this test from what is documented of the views.
void TestProfileMapping::viewsOfABatchHistorian()
{
    const Reading batches = readBytes(
        "uniqueid,batchid,start,end,product\n412,L2404,2026-03-28 01:00,2026-03-28 05:00,CREAM\n", inZone("UTC"));
    QCOMPARE(batches.plan.importer, std::string("profile:deltav-batch-view"));
    QCOMPARE(joined(batches.records),
        std::string(
            "batches: batch_id=L2404 product=CREAM start=2026-03-28T01:00:00Z assumed end=2026-03-28T05:00:00Z assumed "
            "+uniqueid=412 @1/2\n"));
    const Reading steps = readBytes("batchid,recipe,unit,ActivateTime,DeactivateTime,StartTime,EndTime\n"
                                    "L2404,CREAM,,2026-03-28 01:00,2026-03-28 05:00,,\n"
                                    "L2404,HEAT,MIX_101,,,2026-03-28 02:00,2026-03-28 03:00\n",
        inZone("UTC"));
    QCOMPARE(steps.plan.importer, std::string("profile:deltav-batch-recipe-view"));
    QCOMPARE(joined(steps.records),
        std::string(
            "batches: batch_id=L2404 recipe=CREAM start=2026-03-28T01:00:00Z assumed end=2026-03-28T05:00:00Z assumed "
            "@1/2\n"
            "batch_steps: batch_id=L2404 name=HEAT asset_id=MIX_101 start=2026-03-28T02:00:00Z assumed "
            "end=2026-03-28T03:00:00Z assumed @2/3\n"));
    const Reading equipment =
        readBytes("batchid,unit,AcquireTime,ReleaseTime\nL2404,MIX_101,2026-03-28 02:00,\n", inZone("UTC"));
    QCOMPARE(equipment.plan.importer, std::string("profile:deltav-batch-equipment-view"));
    QCOMPARE(joined(equipment.records),
        std::string("events: time=2026-03-28T02:00:00Z assumed asset_id=MIX_101 batch_id=L2404 category=allocation "
                    "code=ALLOCATED @1/2\n"));
    QVERIFY(batches.sumsHold() && steps.sumsHold() && equipment.sumsHold());
}

QTEST_GUILESS_MAIN(TestProfileMapping)
#include "tst_profile_mapping.moc"
