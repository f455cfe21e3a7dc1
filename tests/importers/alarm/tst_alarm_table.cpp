// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/alarm/alarm_table.h"

#include "model/base/text.h"
#include "tests/importers/support/read_table.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;
using test::readTable;

// All journals here are made from the documented columns of the systems; none is a real export.
namespace {

std::string read(const std::string& text)
{
    return readTable<AlarmTable>(text);
}

std::vector<std::string> remarksOf(const std::string& text)
{
    MemorySource bytes(text);
    auto table = AlarmTable::open(bytes);
    std::vector<std::string> row;
    while (table && *(*table)->next(row)) { }
    return table ? (*table)->remarks() : std::vector<std::string>();
}

const std::string kAveva = "EventTime,EventTimeUtc,EventTimeUTCOffsetMins,Type,Priority,Severity,"
                           "Source_ProcessVariable,Source_Area,Alarm_Condition,Comment\n";

std::string aveva(const char* time, const char* type, const char* tag = "TIC101.PV", const char* condition = "Hi")
{
    return std::string("2026-03-29 ") + time + ".2500000,,60," + type + ",120,2," + tag + ",A," + condition
        + ",Too hot\n";
}

} // namespace

class TestAlarmTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void statesBecomeAnInterval();
    void offsetsThatNoZoneHas();
    void whatIsMissingIsSaid();
    void acknowledgementsThatComeLate();
    void aMissedAcknowledgementIsForgotten();
    void timesInUtcThatSaySo();
    void rowsThatComeAgain();
    void journalsOfOtherSystems();
    void occurrencesThatOverlap();
    void germanMessageList();
    void listOfAnyOtherSystem();
    void priorities_data();
    void priorities();
    void severitiesAsWords();
    void numbersOfAnUnknownScale();
    void acknowledgedAfterItsReturn();
    void idsOfAlarmsAndOfOccurrences();
    void timesOfSeveralColumns();
    void statesAsWords_data();
    void statesAsWords();
    void chatterAndFlood();
    void newestFirst();
    void eventsBetweenAlarms();
    void memoryIsBounded();
    void otherListsAreNoJournals();
    void journalsWithoutRows();
};

void TestAlarmTable::statesBecomeAnInterval()
{
    QCOMPARE(read(kAveva + aveva("01:58:10", "Alarm.Set") + aveva("02:40:02", "Alarm.Acknowledged")
                 + aveva("03:20:45", "Alarm.Clear")),
        std::string("element=2, 3, 4 record=alarm onset=2026-03-29 01:58:10.2500000+01:00 "
                    "end=2026-03-29 03:20:45.2500000+01:00 acknowledged=2026-03-29 02:40:02.2500000+01:00 "
                    "source=TIC101.PV condition=Hi severity=2 priority=120 message=Too hot area=A rows=3\n"));
    // Cleared before it was acknowledged, with another alarm between.
    const std::string other = read(kAveva + aveva("01:00:00", "Alarm.Set") + aveva("01:00:01", "Alarm.Set", "LT1", "Lo")
        + aveva("01:00:02", "Alarm.Clear") + aveva("01:00:03", "Alarm.Clear", "LT1", "Lo")
        + aveva("01:00:04", "Alarm.Acknowledged"));
    QVERIFY2(other.find("element=2, 4, 6 record=alarm onset=2026-03-29 01:00:00.2500000+01:00 "
                        "end=2026-03-29 01:00:02.2500000+01:00 acknowledged=2026-03-29 01:00:04.2500000+01:00 ")
            == 0,
        other.c_str());
    QVERIFY(other.find("element=3, 5 record=alarm onset=2026-03-29 01:00:01.2500000+01:00 end=") != std::string::npos);
}

// An offset that no zone has is none, the least of all numbers included, which has no size.
void TestAlarmTable::offsetsThatNoZoneHas()
{
    for (const char* minutes : {"-2147483648", "1081", "x"}) {
        std::string row = aveva("01:58:10", "Alarm.Set");
        row.replace(row.find(",60,"), 4, "," + std::string(minutes) + ",");
        const std::string lines = read(kAveva + row);
        QVERIFY2(lines.find("onset=2026-03-29 01:58:10.2500000 ") != std::string::npos, lines.c_str());
    }
}

void TestAlarmTable::whatIsMissingIsSaid()
{
    const std::string text = kAveva + aveva("01:00:00", "Alarm.Clear") + aveva("01:10:00", "Alarm.Set")
        + aveva("01:20:00", "Alarm.Set") + aveva("01:30:00", "Alarm.Clear")
        + aveva("01:40:00", "Alarm.Acknowledged", "LT1", "Lo") + aveva("01:50:00", "Alarm.Set", "LT2", "Lo");
    const std::string lines = read(text);
    const auto has = [&](const char* part) { return lines.find(part) != std::string::npos; };
    // An end without a beginning has no onset: the mapping rejects it, and it is counted.
    QVERIFY2(has("element=2 record=alarm end=2026-03-29 01:00:00.2500000+01:00 "), lines.c_str());
    QVERIFY(has("element=3 record=alarm onset=2026-03-29 01:10:00.2500000+01:00 source="));
    QVERIFY(has("element=4, 5 record=alarm onset=2026-03-29 01:20:00.2500000+01:00 end="));
    QVERIFY(has("element=6 record=alarm acknowledged=2026-03-29 01:40:00.2500000+01:00 "));
    QVERIFY(has("element=7 record=alarm onset=2026-03-29 01:50:00.2500000+01:00 source=LT2"));
    QCOMPARE(std::count(lines.begin(), lines.end(), '\n'), 5);
    QCOMPARE(join(remarksOf(text), "; "),
        std::string("5 alarms made of the rows of the journal; 2 alarms without the row that they went; "
                    "2 rows of alarms that came before the journal begins"));
}

// Some systems acknowledge the alarm, others each occurrence: the first acknowledgement counts for both that wait, and
// another one that may follow is none without an alarm.
void TestAlarmTable::acknowledgementsThatComeLate()
{
    const std::string text = kAveva + aveva("01:00:00", "Alarm.Set") + aveva("01:01:00", "Alarm.Clear")
        + aveva("01:02:00", "Alarm.Set") + aveva("01:03:00", "Alarm.Clear") + aveva("01:04:00", "Alarm.Acknowledged")
        + aveva("01:30:00", "Alarm.Set", "LT9", "Lo") + aveva("01:31:00", "Alarm.Clear", "LT9", "Lo")
        + aveva("01:40:00", "Alarm.Acknowledged");
    const std::string lines = read(text);
    QCOMPARE(std::count(lines.begin(), lines.end(), '\n'), 3);
    QVERIFY2(lines.find("onset=2026-03-29 01:00:00.2500000+01:00 end=2026-03-29 01:01:00.2500000+01:00 "
                        "acknowledged=2026-03-29 01:04:00.2500000+01:00")
            != std::string::npos,
        lines.c_str());
    QVERIFY2(lines.find("onset=2026-03-29 01:02:00.2500000+01:00 end=2026-03-29 01:03:00.2500000+01:00 "
                        "acknowledged=2026-03-29 01:04:00.2500000+01:00")
            != std::string::npos,
        lines.c_str());
    QCOMPARE(join(remarksOf(text), "; "), std::string("3 alarms made of the rows of the journal"));
}

// Where the alarm is acknowledged once, one that was missed changes nothing for those after it.
void TestAlarmTable::aMissedAcknowledgementIsForgotten()
{
    const auto of = [](const char* tag, bool isMissed) {
        return (isMissed ? aveva("00:10:00", "Alarm.Set", tag) + aveva("00:11:00", "Alarm.Clear", tag) : std::string())
            + aveva("02:00:00", "Alarm.Set", tag) + aveva("02:01:00", "Alarm.Acknowledged", tag)
            + aveva("02:05:00", "Alarm.Clear", tag) + aveva("03:00:00", "Alarm.Set", tag)
            + aveva("03:01:00", "Alarm.Acknowledged", tag) + aveva("03:40:00", "Alarm.Acknowledged", tag)
            + aveva("03:50:00", "Alarm.Clear", tag);
    };
    for (const bool isMissed : {false, true}) {
        const std::string lines = read(kAveva + of("LT9", isMissed));
        for (const auto& [onset, end, acknowledged] :
            {std::array{"02:00:00", "02:05:00", "02:01:00"}, std::array{"03:00:00", "03:50:00", "03:01:00"}}) {
            const auto at = [](const char* clock) { return std::string("2026-03-29 ") + clock + ".2500000+01:00"; };
            const std::string wanted = "onset=" + at(onset) + " end=" + at(end) + " acknowledged=" + at(acknowledged);
            QVERIFY2(lines.find(wanted) != std::string::npos, lines.c_str());
        }
    }
}

void TestAlarmTable::timesInUtcThatSaySo()
{
    const std::string lines = read("EventStamp,AlarmState,TagName,Type,Priority,EventStampUTC\n"
                                   "2026-03-29 01:58:10,UNACK,T1,Hi,600,2026-03-29 00:58:10+00:00\n"
                                   "2026-03-29 02:58:10,ACK_RTN,T1,Hi,600,2026-03-29 00:59:10\n");
    QVERIFY2(
        lines.find("onset=2026-03-29 00:58:10+00:00 end=2026-03-29 00:59:10Z ") != std::string::npos, lines.c_str());
}

void TestAlarmTable::rowsThatComeAgain()
{
    // Two exports by shift that overlap, one behind the other.
    const std::string first =
        aveva("01:00:00", "Alarm.Set") + aveva("01:05:00", "Alarm.Clear") + aveva("01:10:00", "Alarm.Set");
    const std::string second = first + aveva("01:15:00", "Alarm.Clear");
    const std::string lines = read(kAveva + first + second);
    QCOMPARE(std::count(lines.begin(), lines.end(), '\n'), 4); // two alarms, each once more as a repeated row
    QVERIFY(lines.find("pairing") == std::string::npos);
    QCOMPARE(lines.find("onset=2026-03-29 01:10:00.2500000+01:00 end=2026-03-29 01:15:00.2500000+01:00")
            != std::string::npos,
        true);
    QCOMPARE(remarksOf(kAveva + first + second)[1], std::string("3 rows that come again, as in exports that overlap"));
}

void TestAlarmTable::journalsOfOtherSystems()
{
    // FactoryTalk: each row holds the times of the occurrence; a level belongs to the name; the high number is urgent.
    QCOMPARE(
        read("EventTime,AlarmName,AlarmState,Severity,ConditionName,EventSource,Area,InAlarmTime,AckTime,"
             "OutOfAlarmTime,Message,Username,Tag1\n"
             "3/29/2026 1:58:10 AM,TIC101,1,900,HI,RNA://$Global/Plant/MIX:TIC101,A,3/29/2026 1:58:10 AM,,,Hot,,L1\n"
             "3/29/2026 2:00:00 AM,TIC101,4,900,HI,RNA://$Global/Plant/MIX:TIC101,A,3/29/2026 1:58:10 AM,"
             "3/29/2026 1:59:00 AM,3/29/2026 2:00:00 AM,Hot,P\\OP,L1\n"
             "3/29/2026 3:00:00 AM,TIC101,3,900,HI,RNA://$Global/Plant/MIX:TIC101,A,3/29/2026 2:59:00 AM,,"
             "3/29/2026 3:00:00 AM,Hot,,L2\n"),
        std::string("element=2, 3 record=alarm onset=3/29/2026 1:58:10 AM end=3/29/2026 2:00:00 AM "
                    "acknowledged=3/29/2026 1:59:00 AM acknowledged_by=P\\OP source=MIX condition=TIC101 HI severity=1 "
                    "priority=900 message=Hot area=A kind=HI rows=2 Tag1=L1\n"
                    "element=4 record=alarm onset=3/29/2026 2:59:00 AM end=3/29/2026 3:00:00 AM source=MIX "
                    "condition=TIC101 HI severity=1 priority=900 message=Hot area=A kind=HI rows=1 "
                    "Tag1=L2\n"));
    // InTouch: the low number is urgent, the fraction stands beside in 0.1 ms.
    QCOMPARE(read("EventStamp,AlarmState,TagName,Description,Type,Value,CheckValue,Priority,EventStampUTC,MilliSec\n"
                  "2026-03-29 01:58:10,UNACK,TIC101,Temp,Hi,84.7,82,600,2026-03-29 00:58:10,2500\n"
                  "2026-03-29 03:20:45,UNACK_RTN,TIC101,Temp,Hi,81.0,82,600,2026-03-29 01:20:45,70\n"
                  "2026-03-29 03:21:00,ACK_RTN,TIC101,Temp,Hi,81.0,82,600,2026-03-29 01:21:00,0\n"),
        std::string("element=2, 3, 4 record=alarm onset=2026-03-29 00:58:10.2500Z end=2026-03-29 01:20:45.0070Z "
                    "acknowledged=2026-03-29 01:21:00Z source=TIC101 condition=Hi severity=3 priority=600 message=Temp "
                    "value=84.7 limit=82 rows=3\n"));
    // Ignition: paired by the id of the occurrence.
    QCOMPARE(read("id,eventid,source,displaypath,priority,eventtype,eventflags,eventtime\n"
                  "1,aa,prov:default:/tag:MIX/TT101:/alm:Hi,,4,0,0,2026-03-29 01:58:10\n"
                  "2,bb,prov:default:/tag:MIX/TT101:/alm:Hi,,4,0,0,2026-03-29 02:10:00\n"
                  "3,bb,prov:default:/tag:MIX/TT101:/alm:Hi,,4,1,0,2026-03-29 02:11:00\n"),
        std::string("element=2 record=alarm onset=2026-03-29 01:58:10 source=MIX/TT101 condition=Hi severity=1 "
                    "priority=4 rows=1 pairing=no clear instance=aa id=1 eventflags=0\n"
                    "element=3, 4 record=alarm onset=2026-03-29 02:10:00 end=2026-03-29 02:11:00 source=MIX/TT101 "
                    "condition=Hi severity=1 priority=4 rows=2 instance=bb id=2 eventflags=0\n"));
}

void TestAlarmTable::occurrencesThatOverlap()
{
    // A chattering alarm: the second occurrence begins before the first one is acknowledged.
    const auto row = [](const char* at, int state, const char* in, const char* ack, const char* out) {
        const auto time = [](const char* clock) {
            return *clock == 0 ? std::string() : std::string("3/25/2026 ") + clock + " PM";
        };
        return time(at) + ",T1," + std::to_string(state) + "," + time(in) + "," + time(ack) + "," + time(out) + "\n";
    };
    const std::string lines = read("EventTime,AlarmName,AlarmState,InAlarmTime,AckTime,OutOfAlarmTime\n"
        + row("2:02:09", 1, "2:02:09", "", "") + row("2:02:15", 3, "2:02:09", "", "2:02:15")
        + row("2:02:20", 1, "2:02:20", "", "") + row("2:02:40", 4, "2:02:09", "2:02:40", "2:02:15")
        + row("2:02:50", 3, "2:02:20", "", "2:02:50"));
    QCOMPARE(lines,
        std::string("element=2, 3, 5 record=alarm onset=3/25/2026 2:02:09 PM end=3/25/2026 2:02:15 PM "
                    "acknowledged=3/25/2026 2:02:40 PM condition=T1 rows=3\n"
                    "element=4, 6 record=alarm onset=3/25/2026 2:02:20 PM end=3/25/2026 2:02:50 PM condition=T1 "
                    "rows=2\n"));
}

void TestAlarmTable::germanMessageList()
{
    QCOMPARE(read("Datum;Uhrzeit;Nummer;Status;Klasse;Priorität;Herkunft;Ereignis;Bereich;Chargenname;Bediener\n"
                  "29.03.26;01:58:10,250;4711;K;Alarm;8;TIC101;Temperatur hoch;A;L2404;\n"
                  "29.03.26;01:59:00,000;4711;Q;Alarm;8;TIC101;Temperatur hoch;A;L2404;mwe\n"
                  "29.03.26;03:20:45,000;4711;G;Alarm;8;TIC101;Temperatur hoch;A;L2404;\n"),
        std::string("element=2, 3, 4 record=alarm onset=29.03.26 01:58:10,250 end=29.03.26 03:20:45,000 "
                    "acknowledged=29.03.26 01:59:00,000 acknowledged_by=mwe source=TIC101 condition=4711 priority=8 "
                    "message=Temperatur hoch area=A kind=Alarm batch=L2404 rows=3\n"));
}

void TestAlarmTable::listOfAnyOtherSystem()
{
    QCOMPARE(read("Timestamp,Tag,Alarm type,State,Priority,Message\n"
                  "2026-03-29T01:58:10Z,TIC101,HI,ACT/UNACK,High,Hot\n2026-03-29T01:59:10Z,TIC101,HI,ACT/ACK,High,Hot\n"
                  "2026-03-29T02:58:10Z,TIC101,HI,RTN,High,Hot\n"),
        std::string("element=2, 3, 4 record=alarm onset=2026-03-29T01:58:10Z end=2026-03-29T02:58:10Z "
                    "acknowledged=2026-03-29T01:59:10Z source=TIC101 condition=HI severity=2 priority=High message=Hot "
                    "rows=3\n"));
}

void TestAlarmTable::priorities_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("severity");
    const QString aveva = QStringLiteral("EventTime,Type,Priority,Source_ProcessVariable,Alarm_Condition\n");
    const QString avevaRow = QStringLiteral("2026-03-29 01:00:00,Alarm.Set,%1,T,Hi\n");
    const QString talk = QStringLiteral("EventTime,AlarmName,AlarmState,Severity\n");
    const QString talkRow = QStringLiteral("3/29/2026 1:00:00 AM,T,1,%1\n");
    struct Case
    {
        const char* number;
        const char* low; // AVEVA, the low number first
        const char* high; // FactoryTalk
    };
    for (const Case& c : {Case{"1", "1", "4"}, Case{"249", "1", "4"}, Case{"250", "2", "4"}, Case{"251", "2", "3"},
             Case{"500", "3", "3"}, Case{"750", "4", "2"}, Case{"751", "4", "1"}, Case{"999", "4", "1"},
             Case{"1000", "", "1"}, Case{"0", "", ""}, Case{"x", "", ""}}) {
        QTest::addRow("AVEVA %s", c.number)
            << aveva << avevaRow.arg(QLatin1String(c.number)) << QString::fromLatin1(c.low);
        QTest::addRow("FactoryTalk %s", c.number)
            << talk << talkRow.arg(QLatin1String(c.number)) << QString::fromLatin1(c.high);
    }
}

void TestAlarmTable::priorities()
{
    QFETCH(QString, head);
    QFETCH(QString, row);
    QFETCH(QString, severity);
    const std::string line = read((head + row).toStdString());
    const std::size_t at = line.find("severity=");
    QCOMPARE(at == std::string::npos ? QString() : QString::fromStdString(line.substr(at + 9, 1)), severity);
}

void TestAlarmTable::severitiesAsWords()
{
    const auto severity = [](const std::string& priority) {
        const std::string line = read("Timestamp,Tag,Alarm type,State,Priority\n2026-03-29T01:58:10Z,T,HI,ALM,"
            + priority + "\n2026-03-29T01:59:10Z,T,HI,RTN," + priority + "\n");
        const std::size_t at = line.find("severity=");
        return at == std::string::npos ? std::string() : line.substr(at + 9, 1);
    };
    QCOMPARE(severity("15-CRITICAL"), std::string("1"));
    QCOMPARE(severity("High"), std::string("2"));
    QCOMPARE(severity("Hoch (2)"), std::string("2"));
    QCOMPARE(severity("Low"), std::string("4"));
    for (const char* other : {"Flow", "Catalog", "Higher", "Below", "Infoline", "3", "1", "700"})
        QVERIFY2(severity(other).empty(), other);
}

void TestAlarmTable::numbersOfAnUnknownScale()
{
    const std::string text = "Timestamp,Tag,Alarm type,State,Priority\n2026-03-29T01:58:10Z,T,HI,ALM,2\n"
                             "2026-03-29T01:59:10Z,T,HI,RTN,2\n";
    QVERIFY2(read(text).find(" priority=2 ") != std::string::npos, read(text).c_str());
    QVERIFY(read(text).find("severity") == std::string::npos);
    QCOMPARE(join(remarksOf(text), "; "),
        std::string("1 alarm made of the rows of the journal; 1 alarm whose priority is a number of an unknown scale, "
                    "kept as it stands"));
}

void TestAlarmTable::acknowledgedAfterItsReturn()
{
    const std::string head = "Timestamp,Tag,Alarm type,State,Operator\n";
    const auto row = [](const char* clock, const char* state, const char* by = "", const char* tag = "T1") {
        return std::string("2026-03-29T") + clock + "Z," + tag + ",HI," + state + "," + by + "\n";
    };
    // Long after, and with alarms between that are told by then.
    std::string between;
    for (const char* clock : {"01:10:00", "01:20:00", "01:30:00"})
        between += row(clock, "ACT/UNACK", "", "T2") + row(clock, "RTN/ACK", "", "T2");
    QVERIFY2(read(head + row("01:00:00", "ACT/UNACK") + row("01:05:00", "RTN/UNACK") + between
                 + row("01:40:00", "ACT/ACK", "mwe"))
                 .starts_with("element=2, 3, 10 record=alarm onset=2026-03-29T01:00:00Z end=2026-03-29T01:05:00Z "
                              "acknowledged=2026-03-29T01:40:00Z acknowledged_by=mwe"),
        "long after");
    // Acknowledged twice: the first one counts, and nothing is without its onset.
    QCOMPARE(read(head + row("01:00:00", "ACT/UNACK") + row("01:01:00", "ACT/ACK", "akr") + row("01:05:00", "RTN")
                 + row("01:06:00", "ACT/ACK", "mwe") + row("02:00:00", "ACT/UNACK") + row("02:05:00", "RTN")),
        std::string("element=2, 3, 4, 5 record=alarm onset=2026-03-29T01:00:00Z end=2026-03-29T01:05:00Z "
                    "acknowledged=2026-03-29T01:01:00Z acknowledged_by=akr source=T1 condition=HI rows=4\n"
                    "element=6, 7 record=alarm onset=2026-03-29T02:00:00Z end=2026-03-29T02:05:00Z source=T1 "
                    "condition=HI rows=2\n"));
}

void TestAlarmTable::idsOfAlarmsAndOfOccurrences()
{
    const std::string head = "Timestamp,Tag,Alarm type,State,Alarm ID\n";
    const auto row = [](const char* clock, const char* state, const char* id) {
        return std::string("2026-03-29T") + clock + "Z,T1,HI," + state + "," + id + "\n";
    };
    // The id of the alarm: the one that came again did not go before.
    QCOMPARE(read(head + row("01:00:00", "ALM", "A7") + row("02:00:00", "ALM", "A7") + row("02:05:00", "RTN", "A7")),
        std::string("element=2 record=alarm onset=2026-03-29T01:00:00Z source=T1 condition=HI rows=1 pairing=no clear "
                    "Alarm ID=A7\n"
                    "element=3, 4 record=alarm onset=2026-03-29T02:00:00Z end=2026-03-29T02:05:00Z source=T1 "
                    "condition=HI rows=2 Alarm ID=A7\n"));
    // The id of an occurrence: the second one comes before the first has gone.
    QCOMPARE(read(head + row("01:00:00", "ALM", "a1") + row("01:01:00", "ALM", "a2") + row("01:02:00", "RTN", "a1")
                 + row("01:03:00", "RTN", "a2")),
        std::string("element=2, 4 record=alarm onset=2026-03-29T01:00:00Z end=2026-03-29T01:02:00Z source=T1 "
                    "condition=HI rows=2 instance=a1\n"
                    "element=3, 5 record=alarm onset=2026-03-29T01:01:00Z end=2026-03-29T01:03:00Z source=T1 "
                    "condition=HI rows=2 instance=a2\n"));
    // Without a condition of its own, the id names it.
    QVERIFY2(read("Timestamp,Tag,State,Alarm ID\n2026-03-29T01:00:00Z,T1,ALM,TIC101.HI\n"
                  "2026-03-29T01:05:00Z,T1,RTN,TIC101.HI\n")
                 .find("condition=TIC101.HI")
            != std::string::npos,
        "condition");
}

void TestAlarmTable::timesOfSeveralColumns()
{
    const auto onset = [](const std::string& heads, const std::string& cells) {
        const std::string line =
            read(heads + ",Tag,Alarm type,State\n" + cells + ",T,HI,ALM\n" + cells + ",T2,HI,RTN\n");
        const std::size_t at = line.find("onset=");
        return at == std::string::npos ? line : line.substr(at + 6, line.find(" source=") - at - 6);
    };
    QCOMPARE(onset("Timestamp,ms", "2026-03-29 01:58:10,.000"), std::string("2026-03-29 01:58:10.000"));
    QCOMPARE(onset("Timestamp,ms", "2026-03-29 01:58:10,25"), std::string("2026-03-29 01:58:10.025"));
    QCOMPARE(onset("Timestamp,ms", "2026-03-29 01:58:10.5,25"), std::string("2026-03-29 01:58:10.5"));
    QCOMPARE(onset("Timestamp,ms", "3/29/2026 1:58:10 AM,0.250"), std::string("3/29/2026 1:58:10.250 AM"));
    QCOMPARE(onset("Date,Time,AM/PM,ms", "3/29/2026,1:58:10,PM,250"), std::string("3/29/2026 1:58:10.250 PM"));
    QCOMPARE(onset("Date,Time", "29.03.2026 00:00:00,01:58:10"), std::string("29.03.2026 01:58:10"));
    QCOMPARE(onset("Date,Time", "29.03.2026 01:58:10,01:58"), std::string("29.03.2026 01:58:10"));
    QCOMPARE(onset("Date,Time", "2026-03-29T00:00:00,1899-12-30T01:58:10"), std::string("2026-03-29 01:58:10"));
}

void TestAlarmTable::statesAsWords_data()
{
    QTest::addColumn<int>("active"); // 1, 0, -1 unsaid, -2 no state
    QTest::addColumn<int>("acknowledged");
    const auto row = [](const char* word, int active, int acknowledged) {
        QTest::newRow(word) << active << acknowledged;
    };
    row("ACT/UNACK", 1, 0);
    row("UNACK_ALM", 1, 0);
    row("Alarm.Set", 1, 0);
    row("+", 1, 0);
    row("gekommen", 1, 0);
    row("ACT/ACK", 1, 1);
    row("Acknowledged", -1, 1);
    row("*", -1, 1);
    row("RTN", 0, -1);
    row("-", 0, -1);
    row("gegangen", 0, -1);
    row("RTN/UNACK", 0, 0);
    row("INACT/ACK", 0, 1);
    row("running", -2, -2);
    row("|", -2, -2);
}

void TestAlarmTable::statesAsWords()
{
    QFETCH(int, active);
    QFETCH(int, acknowledged);
    const auto state = alarmStateOf(QTest::currentDataTag());
    const auto number = [](const std::optional<bool>& half) { return half ? int(*half) : -1; };
    QCOMPARE(state ? number(state->isActive) : -2, active);
    QCOMPARE(state ? number(state->isAcknowledged) : -2, acknowledged);
}

void TestAlarmTable::chatterAndFlood()
{
    std::string text = kAveva;
    const auto clock = [](int second) {
        const QString out = QStringLiteral("%1:%2:%3");
        return out.arg(second / 3600, 2, 10, QLatin1Char('0'))
            .arg(second / 60 % 60, 2, 10, QLatin1Char('0'))
            .arg(second % 60, 2, 10, QLatin1Char('0'))
            .toStdString();
    };
    for (int i = 0; i < 3; ++i) { // three within a minute
        text += aveva(clock(20 * i).c_str(), "Alarm.Set", "LS1", "Lo");
        text += aveva(clock(20 * i + 5).c_str(), "Alarm.Clear", "LS1", "Lo");
    }
    text +=
        aveva(clock(2000).c_str(), "Alarm.Set", "LS1", "Lo") + aveva(clock(2010).c_str(), "Alarm.Clear", "LS1", "Lo");
    for (int i = 0; i < 11; ++i) { // eleven within ten minutes
        const std::string tag = "T" + std::to_string(i);
        text += aveva(clock(7200 + 50 * i).c_str(), "Alarm.Set", tag.c_str());
    }
    text += aveva(clock(9000).c_str(), "Alarm.Set", "T99");
    // A minute holds no instant that is a minute after its first; ten minutes likewise.
    for (const int second : {9100, 9130, 9160}) {
        text += aveva(clock(second).c_str(), "Alarm.Set", "LS2", "Lo");
        text += aveva(clock(second + 5).c_str(), "Alarm.Clear", "LS2", "Lo");
    }
    for (int i = 0; i < 11; ++i)
        text += aveva(clock(14'000 + 60 * i).c_str(), "Alarm.Set", ("U" + std::to_string(i)).c_str());
    const std::string lines = read(text);
    std::size_t chattering = 0;
    std::size_t flood = 0;
    for (const std::string_view line : split(lines, '\n')) {
        chattering += line.find("chattering=yes") != std::string_view::npos ? 1U : 0U;
        flood += line.find("flood=yes") != std::string_view::npos ? 1U : 0U;
    }
    QCOMPARE(chattering, std::size_t{3});
    QCOMPARE(flood, std::size_t{11});
}

void TestAlarmTable::newestFirst()
{
    const std::string lines = read(kAveva + aveva("03:20:45", "Alarm.Clear") + aveva("02:40:02", "Alarm.Acknowledged")
        + aveva("01:58:10", "Alarm.Set") + aveva("01:00:00", "Alarm.Clear") + aveva("00:30:00", "Alarm.Set"));
    QVERIFY2(
        lines.starts_with("element=6, 5 record=alarm onset=2026-03-29 00:30:00.2500000+01:00 end=2026-03-29 01:00:00"),
        lines.c_str());
    QVERIFY(lines.find("element=4, 3, 2 record=alarm onset=2026-03-29 01:58:10.2500000+01:00 end=2026-03-29 03:20:45")
        != std::string::npos);
}

void TestAlarmTable::eventsBetweenAlarms()
{
    const std::string lines = read(kAveva + aveva("01:00:00", "Alarm.Set")
        + aveva("01:01:00", "User.Write", "TIC101.SP", "") + aveva("01:02:00", "Alarm.Clear"));
    QVERIFY2(lines.find("element=3 record=event onset=2026-03-29 01:01:00.2500000+01:00 source=TIC101.SP "
                        "condition=User.Write ")
            != std::string::npos,
        lines.c_str());
    QVERIFY(lines.find("element=2, 4 record=alarm") != std::string::npos);
}

void TestAlarmTable::memoryIsBounded()
{
    // None is ever acknowledged or cleared, and each is another: nothing can be over before the end.
    AlarmPairing pairing(64);
    AlarmInterval interval;
    std::size_t taken = 0;
    for (int i = 0; i < 1000; ++i) {
        AlarmRow row;
        row.alarm = std::to_string(i);
        row.time = std::to_string(i);
        row.timeUs = i;
        row.isActive = true;
        pairing.add(std::move(row));
        while (pairing.take(interval)) {
            QCOMPARE(interval.onset, std::to_string(taken)); // in order all the same
            ++taken;
        }
        QVERIFY(static_cast<std::size_t>(i) - taken < 80);
    }
    pairing.finish();
    while (pairing.take(interval))
        ++taken;
    QCOMPARE(taken, std::size_t{1000});
}

void TestAlarmTable::otherListsAreNoJournals()
{
    for (const char* text : {"time,asset_id,category,code\n2026-03-29T01:00:00Z,R,alarm,A\n",
             "Date,Machine,State\n2026-03-29,M1,RUNNING\n2026-03-29,M1,IDLE\n",
             "Timestamp,Tag,Value,Status\n2026-03-29T01:00:00Z,T1,1.5,Good\n", "", "Type\nAlarm.Set\n"}) {
        const std::string read = readTable<AlarmTable>(text);
        QVERIFY2(read.starts_with("error "), text);
    }
}

void TestAlarmTable::journalsWithoutRows()
{
    QCOMPARE(read(kAveva), std::string());
    QCOMPARE(read(kAveva + "2026-03-29 01:00:00,\"not closed\n"), std::string("element=2 record=alarm\n"));
}

QTEST_GUILESS_MAIN(TestAlarmTable)
#include "tst_alarm_table.moc"
