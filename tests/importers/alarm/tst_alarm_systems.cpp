// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/alarm/alarm_table.h"

#include "importers/format/format.h"
#include "model/base/text.h"
#include "tests/importers/support/read_table.h"
#include "tests/importers/support/read_text.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;
using test::inZone;
using test::joined;
using test::readBytes;
using test::Reading;
using test::readTable;

// Journals of single systems. All are made from documented columns; none is a real export.
namespace {

std::string read(const std::string& text)
{
    return readTable<AlarmTable>(text);
}

std::string remarksOf(const std::string& text)
{
    MemorySource bytes(text);
    auto table = AlarmTable::open(bytes);
    std::vector<std::string> row;
    while (table && *(*table)->next(row)) { }
    return table ? join((*table)->remarks(), "; ") : errorText(table.error());
}

std::string formatOf(std::string_view text, std::string_view name = "export.csv")
{
    const auto found = recogniseFormat(text, name);
    return found ? std::string(found->format->id) + " " + std::to_string(found->match.confidence) : std::string();
}

const std::string kChronicle =
    "Date/Time,Event Type,Category,Area,Node,Unit,Module,Module Description,Attribute,State,Level,Desc1,Desc2\n";

// A line of an alarm log of Plant SCADA: time 23, tag 32, description 80, six times 16.
std::string citect(const std::string& time, const std::string& tag, const std::string& text, const std::string& state)
{
    const auto padded = [](std::string cell, std::size_t width) {
        std::size_t characters = 0;
        for (const char c : cell)
            characters += (static_cast<unsigned char>(c) & 0xC0U) == 0x80U ? 0U : 1U;
        return cell + std::string(width - std::min(width, characters), ' ');
    };
    return padded(time, 23) + " " + padded(tag, 32) + " " + padded(text, 80) + " " + padded("1", 16) + " "
        + padded(state, 16) + " " + padded(state, 16) + " " + padded("", 16) + " Digital\n";
}

// A row of the alarm history of InduSoft, its first 23 fields.
std::string induSoft(const char* ack, const char* active, const char* norm, const char* acked, const char* bias = "-60")
{
    const auto split = [](const char* clock) {
        return *clock == 0 ? std::string("|") : std::string("29/03/2026|") + clock;
    };
    return std::string("003|29/03/2026|01:58:10.250|TT101|Hot|") + ack + "|" + active + "|84.7|1|0||2|0|" + split(norm)
        + "|" + split(acked) + "|mwe|||ST1|80|" + bias + "\n";
}

} // namespace

class TestAlarmSystems : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void chronicleOfDeltaV();
    void chronicleBecomesEvents();
    void chronicleInRussian();
    void chronicleOfItsDatabase();
    void severitiesOfDeltaV_data();
    void severitiesOfDeltaV();
    void daylightSavingTellsTheHour();
    void unknownStatesAreSaid();
    void alarmLogOfCimplicity();
    void eventLogOfCimplicity();
    void propertiesOfIgnition();
    void alarmHistoryOfInduSoft();
    void eventLogOfInduSoft();
    void eventFilesAreToldApart();
    void alarmLogOfPlantScada();
    void otherWidthsOfPlantScada();
    void levelsOfPlantScada();
    void linesOutOfShape();
    void otherTextsAreNoJournals();
};

void TestAlarmSystems::chronicleOfDeltaV()
{
    const std::string text = kChronicle
        + "3/29/2026 1:58:10.250 AM,ALARM,PROCESS,AREA_A,CTLR01,MIX_101,TIC-101,Jacket temperature,HI_ALM,ACT/UNACK,"
          "11-WARNING,HIGH,High Alarm Value 84.7 Limit 82\n"
          "3/29/2026 3:02:41.010 AM,CHANGE,USER,AREA_A,OP01,MIX_101,TIC-101,,PID1/SP.CV,,4-INFO,JDOE,"
          "NEW VALUE = 78 OLD VALUE = 75.5\n"
          "3/29/2026 3:03:00.000 AM,ALARM,PROCESS,AREA_A,CTLR01,MIX_101,TIC-101,Jacket temperature,HI_ALM,INACT/UNACK,"
          "11-WARNING,HIGH,\n"
          "3/29/2026 3:04:00.000 AM,STATUS,SYSTEM,AREA_A,CTLR01,,,,,,4-INFO,Redundancy,Switched over\n";
    QCOMPARE(read(text),
        std::string(
            "element=2, 4 record=alarm onset=3/29/2026 1:58:10.250 AM end=3/29/2026 3:03:00.000 AM source=TIC-101 "
            "condition=HI_ALM severity=2 priority=11-WARNING message=HIGH: High Alarm Value 84.7 Limit 82 value=84.7 "
            "limit=82 area=AREA_A kind=PROCESS rows=2 equipment_unit=MIX_101 source_description=Jacket temperature "
            "Node=CTLR01\n"
            "element=3 record=event onset=3/29/2026 3:02:41.010 AM acknowledged_by=JDOE source=TIC-101 "
            "condition=PID1/SP.CV severity=4 priority=4-INFO message=NEW VALUE = 78 OLD VALUE = 75.5 value=78 "
            "area=AREA_A kind=USER rows=1 event_category=operator old_value=75.5 equipment_unit=MIX_101 Node=OP01\n"
            "element=5 record=event onset=3/29/2026 3:04:00.000 AM source=CTLR01 condition=STATUS severity=4 "
            "priority=4-INFO message=Redundancy: Switched over area=AREA_A kind=SYSTEM rows=1 event_category=status "
            "Node=CTLR01\n"));
    QCOMPARE(remarksOf(text), std::string("1 alarm made of the rows of the journal; 2 rows that are no alarms"));
    QCOMPARE(formatOf(text), std::string("alarms 95"));
}

void TestAlarmSystems::chronicleBecomesEvents()
{
    const Reading reading = readBytes(kChronicle
            + "3/29/2026 1:58:10.250 AM,ALARM,PROCESS,A,C1,MIX_101,TIC-101,,HI_ALM,ACT/UNACK,15-CRITICAL,HIGH,\n"
              "3/29/2026 3:20:45.000 AM,ALARM,PROCESS,A,C1,MIX_101,TIC-101,,HI_ALM,INACT/ACK,15-CRITICAL,HIGH,\n"
              "3/29/2026 3:30:00.000 AM,CHANGE,USER,A,OP1,MIX_101,TIC-101,,PID1/MODE,,4-INFO,JDOE,NEW VALUE = AUTO\n",
        inZone("Europe/Berlin"));
    QCOMPARE(reading.error, std::string());
    QCOMPARE(reading.plan.importer, std::string("profile:alarm-journal"));
    QCOMPARE(joined(reading.records),
        std::string(
            "events: time=2026-03-29T00:58:10.250Z assumed asset_id=TIC-101 category=alarm code=HI_ALM severity=1 "
            "text=HIGH end=2026-03-29T01:20:45.000Z assumed +priority=15-CRITICAL +area=A +kind=PROCESS "
            "+equipment_unit=MIX_101 +Node=C1 @1/2\n"
            "events: time=2026-03-29T01:30:00.000Z assumed asset_id=TIC-101 category=operator code=PID1/MODE "
            "text=NEW VALUE = AUTO actor=JDOE +priority=4-INFO +area=A +kind=USER "
            "+equipment_unit=MIX_101 +Node=OP1 @2/3\n"));
    QVERIFY(reading.sumsHold());
}

void TestAlarmSystems::chronicleInRussian()
{
    const std::string lines = read("Ord,Date_Time,FracSec,Event_Type,Module,Attribute,State,Event_Level,Desc1,Desc2\n"
                                   "1,2026-03-28 01:00:00,2500,АЛАРМ,T1,HI_ALM,АКТ/НЕПДТВ,15-КРИТИЧЕСКИЙ,,\n"
                                   "2,2026-03-28 01:05:00,70,АЛАРМ,T1,HI_ALM,НЕАКТ/НЕПДТВ,15-КРИТИЧЕСКИЙ,,\n"
                                   "3,2026-03-28 01:06:00,0,СОБЫТИЕ,T1,,,4-ИНФО,text,\n");
    QCOMPARE(lines,
        std::string("element=2, 3 record=alarm onset=2026-03-28 01:00:00.2500 end=2026-03-28 01:05:00.0070 source=T1 "
                    "condition=HI_ALM severity=1 priority=15-КРИТИЧЕСКИЙ rows=2\n"
                    "element=4 record=event onset=2026-03-28 01:06:00 source=T1 condition=СОБЫТИЕ severity=4 "
                    "priority=4-ИНФО message=text rows=1 event_category=СОБЫТИЕ\n"));
}

void TestAlarmSystems::chronicleOfItsDatabase()
{
    QCOMPARE(read("category,occurTime,msecs,alarmWord,attribute,description,level,moduleDesc,state\n"
                  "PROCESS,2026-03-28 01:00:00,250,HIGH,HI_ALM,Value 84.7,11-WARNING,Jacket,ACT/UNACK\n"
                  "PROCESS,2026-03-28 01:05:00,0,HIGH,HI_ALM,,11-WARNING,Jacket,INACT/UNACK\n"),
        std::string("element=2, 3 record=alarm onset=2026-03-28 01:00:00.250 end=2026-03-28 01:05:00 source=Jacket "
                    "condition=HI_ALM severity=2 priority=11-WARNING message=HIGH: Value 84.7 value=84.7 kind=PROCESS "
                    "rows=2\n"));
    // The view of the batch server has no alarms.
    QCOMPARE(read("eventtype,category,area,node,module,occurtime,msecs,isdst,alarmlevel,msgsource,message\n"
                  "EVENT,BATCH,A,APP1,BEXEC,2026-10-25 02:30:00,250,T,4-INFO,SERVER,Batch created\n"),
        std::string("element=2 record=event onset=2026-10-25 02:30:00.250 DST source=BEXEC condition=EVENT severity=4 "
                    "priority=4-INFO message=SERVER: Batch created area=A kind=BATCH rows=1 event_category=event "
                    "node=APP1\n"));
}

void TestAlarmSystems::severitiesOfDeltaV_data()
{
    QTest::addColumn<QString>("severity");
    for (const auto& [level, severity] :
        {std::pair("15-CRITICAL", "1"), std::pair("12-X", "1"), std::pair("11-WARNING", "2"), std::pair("8-X", "2"),
            std::pair("07-ADVISORY", "3"), std::pair("4-INFO", "4"), std::pair("3-LOG", "4"),
            std::pair("CRITICAL", "1"), std::pair("16-X", ""), std::pair("", "")})
        QTest::addRow("%s", *level == 0 ? "nothing" : level) << QString::fromLatin1(severity);
}

void TestAlarmSystems::severitiesOfDeltaV()
{
    QFETCH(QString, severity);
    const std::string tag = QTest::currentDataTag();
    const std::string line = read(kChronicle + "3/29/2026 1:58:10 AM,ALARM,P,A,N,U,M,,HI,ACT/UNACK,"
        + (tag == "nothing" ? std::string() : tag) + ",,\n");
    const std::size_t at = line.find("severity=");
    QCOMPARE(at == std::string::npos ? QString() : QString::fromStdString(line.substr(at + 9, 1)), severity);
}

void TestAlarmSystems::daylightSavingTellsTheHour()
{
    const std::string head = "eventtype,node,module,occurtime,msecs,isdst,alarmlevel,attribute,state\n";
    const Reading reading = readBytes(head
            + "ALARM,N,M,2026-10-25 02:30:00,250,T,11-W,HI,ACT/UNACK\n"
              "ALARM,N,M,2026-10-25 02:10:00,250,F,11-W,HI,INACT/ACK\n",
        inZone("Europe/Berlin"));
    QCOMPARE(joined(reading.records),
        std::string("events: time=2026-10-25T00:30:00.250Z assumed asset_id=M category=alarm code=HI severity=2 "
                    "end=2026-10-25T01:10:00.250Z assumed +priority=11-W +node=N @1/2\n"));
    // Nothing of an hour that may be two.
    QVERIFY2(joined(reading.diagnostics).find("Ambiguous") == std::string::npos, joined(reading.diagnostics).c_str());
    QVERIFY(reading.sumsHold());
}

void TestAlarmSystems::unknownStatesAreSaid()
{
    const std::string text = kChronicle + "3/29/2026 1:58:10 AM,ALARM,P,A,N,U,M,,HI,LATCHED,11-W,,\n";
    QVERIFY(read(text).find("record=event ") != std::string::npos
        && read(text).find("event_category=message") != std::string::npos);
    QCOMPARE(remarksOf(text),
        std::string("1 row that is no alarm; 1 row of an alarm whose state is not known stands as a message"));
}

void TestAlarmSystems::alarmLogOfCimplicity()
{
    const std::string text =
        "timestamp,timestamp_utc,sequence_number,alarm_id,alarm_class,resource,logged_by,reference,prev_state,"
        "log_action,final_state,alarm_message,generation_time,msec\n"
        "2026-03-28 02:00:00,2026-03-28 01:00:00,1,TT101,HIGH,MIX,MASTER_PTM0_RP,,N,G,G,Hot,2026-03-28 02:00:00,250\n"
        "2026-03-28 02:01:00,2026-03-28 01:01:00,2,TT101,HIGH,MIX,MWE,,G,A,A,Hot,2026-03-28 02:00:00,70\n"
        "2026-03-28 02:05:00,2026-03-28 01:05:00,3,TT101,HIGH,MIX,MASTER_PTM0_RP,,A,R,N,Hot,2026-03-28 02:00:00,0\n";
    QCOMPARE(read(text),
        std::string("element=2, 3, 4 record=alarm onset=2026-03-28 01:00:00.250Z end=2026-03-28 01:05:00Z "
                    "acknowledged=2026-03-28 01:01:00.070Z acknowledged_by=MWE source=MIX condition=TT101 "
                    "message=Hot kind=HIGH rows=3 instance=2026-03-28 02:00:00 logged_by=MASTER_PTM0_RP prev_state=N "
                    "final_state=G\n"));
    QCOMPARE(remarksOf(text), std::string("1 alarm made of the rows of the journal"));
}

void TestAlarmSystems::eventLogOfCimplicity()
{
    // No row says what became of the alarm; two are of one occurrence.
    const std::string text =
        "timestamp,timestamp_utc,sequence_number,alarm_id,alarm_class,resource,logged_by,reference,alarm_message,"
        "generation_time,generation_time_utc,project,msec\n"
        "2026-03-28 02:00:00,2026-03-28 01:00:00,1,TT101,HIGH,MIX,PTM,,Hot,2026-03-28 02:00:00,2026-03-28 "
        "01:00:00,P,5\n"
        "2026-03-28 02:01:00,2026-03-28 01:01:00,2,TT101,HIGH,MIX,MWE,,Hot,2026-03-28 02:00:00,2026-03-28 "
        "01:00:00,P,0\n";
    const Reading reading = readBytes(text);
    QCOMPARE(reading.plan.importer, std::string("profile:alarm-journal"));
    QCOMPARE(joined(reading.records),
        std::string("events: time=2026-03-28T01:00:00.005Z asset_id=MIX category=alarm code=TT101 text=Hot "
                    "+kind=HIGH +pairing=no clear +logged_by=PTM +generation_time=2026-03-28 02:00:00 +project=P "
                    "@1/2\n"));
    QVERIFY(reading.sumsHold());
}

void TestAlarmSystems::propertiesOfIgnition()
{
    const std::string text = "id,eventid,source,displaypath,priority,eventtype,eventflags,eventtime,propname,dtype,"
                             "intvalue,floatvalue,strvalue\n"
                             "1,aa,prov:default:/tag:MIX/TT101:/alm:Hi,,3,0,0,2026-03-28 01:00:00,eventValue,1,,84.7,\n"
                             "1,aa,prov:default:/tag:MIX/TT101:/alm:Hi,,3,0,0,2026-03-28 01:00:00,label,2,,,Too hot\n"
                             "1,aa,prov:default:/tag:MIX/TT101:/alm:Hi,,3,0,0,2026-03-28 01:00:00,mode,0,3,NULL,NULL\n"
                             "2,aa,prov:default:/tag:MIX/TT101:/alm:Hi,,3,2,0,2026-03-28 01:01:00,ackUser,2,,,"
                             "usr-prov:default:/usr:mwe\n"
                             "3,aa,prov:default:/tag:MIX/TT101:/alm:Hi,,3,1,0,2026-03-28 01:05:00,,,,,\n";
    QCOMPARE(read(text),
        std::string("element=2, 5, 6 record=alarm onset=2026-03-28 01:00:00 end=2026-03-28 01:05:00 "
                    "acknowledged=2026-03-28 01:01:00 acknowledged_by=mwe source=MIX/TT101 condition=Hi severity=2 "
                    "priority=3 message=Too hot value=84.7 rows=3 instance=aa properties=mode=3 eventflags=0\n"));
    QCOMPARE(remarksOf(text), std::string("1 alarm made of the rows of the journal"));
}

void TestAlarmSystems::alarmHistoryOfInduSoft()
{
    const std::string text = induSoft("1", "1", "", "") + induSoft("0", "1", "", "02:30:00.000", "-60")
        + induSoft("0", "0", "03:20:45.500", "02:30:00.000", "-60");
    QCOMPARE(read(text),
        std::string("element=1, 2, 3 record=alarm onset=29/03/2026 01:58:10.250+01:00 "
                    "end=29/03/2026 03:20:45.500+01:00 acknowledged=29/03/2026 02:30:00.000+01:00 acknowledged_by=mwe "
                    "source=TT101 condition=Hi priority=0 message=Hot value=84.7 area=1 rows=3 Al_Ack_Req=0 "
                    "Al_Station=ST1 Al_Prev_Tag_Value=80\n"));
    QVERIFY(remarksOf(text).ends_with(
        "the offset of the times is that of the column Bias, counted as Windows does (UTC = local time + bias)"));
    const Reading reading = readBytes(text);
    QCOMPARE(joined(reading.records).substr(0, 58),
        std::string("events: time=2026-03-29T00:58:10.250Z asset_id=TT101 categ"));
    QVERIFY(reading.sumsHold());
}

void TestAlarmSystems::eventLogOfInduSoft()
{
    // Date and time of day in one field, and in two.
    const std::string text = "002|7|03/29/2026 01:58:10.250|SP101|78|Task|mwe|M. Weber|Set point|ST1|why|75.5|-60\n"
                             "002|1|03/29/2026 02:00:00.000|Log on|0|Task|mwe|M. Weber|User logged on|ST1||0|-60\n";
    QCOMPARE(read(text),
        std::string("element=1 record=event onset=03/29/2026 01:58:10.250+01:00 acknowledged_by=mwe source=SP101 "
                    "condition=LOG TAGS message=Set point value=78 kind=LOG TAGS rows=1 event_category=message "
                    "old_value=75.5 Source=Task User_Full=M. Weber Station=ST1 Comment=why\n"
                    "element=2 record=event onset=03/29/2026 02:00:00.000+01:00 acknowledged_by=mwe "
                    "condition=SECURITY SYSTEM message=Log on: User logged on kind=SECURITY SYSTEM rows=1 "
                    "event_category=message Source=Task User_Full=M. Weber Station=ST1\n"));
    QVERIFY2(read("002|7|29/03/2026|01:58:10.250|SP101|78|Task|mwe|M. Weber|Set point|ST1||75.5|60\n")
                 .starts_with("element=1 record=event onset=29/03/2026 01:58:10.250-01:00 "),
        "two fields");
}

void TestAlarmSystems::eventFilesAreToldApart()
{
    const std::string log = "002|7|03/29/2026 01:58:10.250|SP101|78|Task|mwe|M. Weber|Set point|ST1|why|75.5|-60\n";
    QCOMPARE(formatOf(log, "EV260329.EVT"), std::string("alarms 95"));
    QCOMPARE(
        formatOf("Time\tBatchID\tRecipe\tDescript\tEvent\tPValue\tEU\tArea\tProcCell\tUnit\tPhase\tUserID\tUniqueID\n",
            "1234.evt"),
        std::string("batchjournal 97"));
    // Bars alone are neither: refused with the reason, as before.
    QCOMPARE(formatOf("a|b|c|d|e|f|g\n", "x.evt"), std::string("batchjournal 40"));
}

void TestAlarmSystems::alarmLogOfPlantScada()
{
    const std::string text = citect("2026-03-28 01:00:00.250", "TT101_HI", "Jäckel temperature high", "ON")
        + citect("2026-03-28 01:01:00", "TT101_HI", "Jäckel temperature high", "ACK")
        + citect("2026-03-28 01:05:00", "TT101_HI", "Jäckel temperature high", "OFF")
        + citect("2026-03-28 02:00:00", "TT102_HI", "Other", "DISABLED")
        + citect("2026-03-28 03:00:00", "TT102_HI", "Other", "ENABLED");
    QCOMPARE(read(text),
        std::string("element=1, 2, 3 record=alarm onset=2026-03-28 01:00:00.250 end=2026-03-28 01:05:00 "
                    "acknowledged=2026-03-28 01:01:00 source=TT101_HI condition=Jäckel temperature high "
                    "message=Jäckel temperature high kind=1 rows=3 State=ON Type=Digital\n"
                    "element=4, 5 record=suppression onset=2026-03-28 02:00:00 end=2026-03-28 03:00:00 "
                    "source=TT102_HI condition=Other message=Other kind=1 rows=2 suppressed=disabled State=DISABLED "
                    "Type=Digital\n"));
    QCOMPARE(formatOf(text, "alarms.txt"), std::string("alarms 95"));
    const Reading reading = readBytes(text, inZone("Europe/Berlin"));
    QCOMPARE(reading.plan.importer, std::string("profile:alarm-journal"));
    QCOMPARE(reading.records.size(), std::size_t{2});
    QVERIFY(reading.sumsHold());
}

void TestAlarmSystems::otherWidthsOfPlantScada()
{
    std::string text;
    for (int i = 0; i < 6; ++i) {
        const std::string tag = i % 2 == 0 ? "TT101_HIGH" : "P7";
        const std::string what = i % 2 == 0 ? "Too hot in here" : "Pump stopped by itself";
        text += "2026-03-28 0" + std::to_string(i) + ":00:00 " + tag + std::string(14 - tag.size(), ' ') + what
            + std::string(30 - what.size(), ' ') + "12   " + (i < 3 ? "ON   " : "OFF  ") + "end\n";
    }
    const std::string lines = read(text);
    QVERIFY2(lines.starts_with("element=1 record=alarm onset=2026-03-28 00:00:00 source=TT101_HIGH "
                               "condition=Too hot in here message=Too hot in here kind=12 rows=1 pairing=no clear "
                               "column 6=end\n"),
        lines.c_str());
    QVERIFY2(remarksOf(text).ends_with("the columns are those that all of the first 6 lines leave apart; check them "
                                       "in the preview"),
        remarksOf(text).c_str());
    QCOMPARE(formatOf(text, "alarms.txt"), std::string("alarms 55"));
    // Too few lines show nothing.
    QVERIFY(read(text.substr(0, text.find('\n') + 1)).starts_with("error "));
}

void TestAlarmSystems::levelsOfPlantScada()
{
    const std::string text = citect("2026-03-28 01:00:00", "TT101", "Hot", "HIGH")
        + citect("2026-03-28 01:01:00", "TT101", "Hot", "HIGH HIGH")
        + citect("2026-03-28 01:02:00", "TT101", "Hot", "HIGH") + citect("2026-03-28 01:05:00", "TT101", "Hot", "OFF");
    QVERIFY2(
        read(text).starts_with("element=1, 2, 3, 4 record=alarm onset=2026-03-28 01:00:00 end=2026-03-28 01:05:00 "),
        read(text).c_str());
    QCOMPARE(remarksOf(text), std::string("1 alarm made of the rows of the journal"));
}

void TestAlarmSystems::linesOutOfShape()
{
    std::string text;
    for (int i = 0; i < 20; ++i)
        text += citect(
            "2026-03-28 01:00:" + std::to_string(10 + i), "T" + std::to_string(i), "x", i % 2 == 0 ? "ON" : "OFF");
    const Reading reading =
        readBytes(text + "Log closed by the server at midnight, more text than fits in here\n", inZone("UTC"));
    QCOMPARE(reading.error, std::string());
    QVERIFY2(joined(reading.diagnostics).find("RequiredValueMissing rejected") != std::string::npos,
        joined(reading.diagnostics).c_str());
    QVERIFY(reading.sumsHold());
}

void TestAlarmSystems::otherTextsAreNoJournals()
{
    for (const char* text : {"2026-03-28 01:00:00 something happened\n2026-03-28 01:00:01 and again\n",
             "001|29/03/2026|01:58:10|T\n", "a|b\n", "003|x|y|z|1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19\n",
             "Date,Event Type,Module,Level\n2026-03-28,login,web,3\n", "|||||||||||||\n"}) {
        const std::string found = read(text);
        QVERIFY2(found.starts_with("error "), found.c_str());
    }
}

QTEST_GUILESS_MAIN(TestAlarmSystems)
#include "tst_alarm_systems.moc"
