// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/alarm/alarm_table.h"

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

// Alarms that are suppressed, shelved or out of service. All journals here are made from the documented columns and
// states of the systems; none is a real export.
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

const std::string kAveva = "EventTime,Type,Source_ProcessVariable,Alarm_Condition,User_Name\n";
std::string aveva(const char* clock, const char* type, const char* tag = "T1", const char* by = "")
{
    return std::string("2026-03-28T") + clock + "Z," + type + "," + tag + ",Hi," + by + "\n";
}

const std::string kList = "Timestamp,Tag,Alarm type,State\n";
std::string list(const char* clock, const char* state, const char* tag = "T1")
{
    return std::string("2026-03-28T") + clock + "Z," + tag + ",HI," + state + "\n";
}

} // namespace

class TestAlarmSuppression : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void statesAsWords_data();
    void statesAsWords();
    void aTimeOfItsOwn();
    void alarmsInItAreMarked();
    void whatIsMissingIsSaid();
    void aStateEndsWithTheNext();
    void anEndThatComesLate();
    void kindsOverlap();
    void rowsThatComeAgain();
    void columnsBesideTheState();
    void stateOfFactoryTalk();
    void theyBecomeEvents();
    void memoryIsBounded();
};

void TestAlarmSuppression::statesAsWords_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<bool>("isOver");
    const auto row = [](const char* word, const char* how, bool isOver = false) {
        QTest::newRow(word) << QString::fromLatin1(how) << isOver;
    };
    row("Alarm.Suppressed.Set", "suppressed");
    row("Alarm.Suppressed.Clear", "suppressed", true);
    row("Alarm.Disabled.Set", "disabled");
    row("Alarm.Silenced.Clear", "silenced", true);
    row("SHELVED", "shelved");
    row("Unshelved", "shelved", true);
    row("OUT_OF_SERVICE", "out of service");
    row("In Service", "out of service", true);
    row("Suppressed by design", "suppressed");
    row("ENABLED", "disabled", true);
    row("Alarm.Set", "");
    row("service", "");
    row("|", "");
}

void TestAlarmSuppression::statesAsWords()
{
    QFETCH(QString, how);
    QFETCH(bool, isOver);
    const auto state = alarmStateOf(QTest::currentDataTag());
    QCOMPARE(state ? QString::fromStdString(std::string(state->suppression)) : QString(), how);
    QCOMPARE(state ? state->isSuppressionOver : false, isOver);
}

void TestAlarmSuppression::aTimeOfItsOwn()
{
    const std::string text = kAveva + aveva("01:00:00", "Alarm.Suppressed.Set", "T1", "mwe")
        + aveva("05:00:00", "Alarm.Suppressed.Clear", "T1", "akr");
    QCOMPARE(read(text),
        std::string("element=2, 3 record=suppression onset=2026-03-28T01:00:00Z end=2026-03-28T05:00:00Z "
                    "acknowledged_by=mwe source=T1 condition=Hi rows=2 suppressed=suppressed\n"));
    QCOMPARE(remarksOf(text), std::string("1 time in which an alarm was suppressed, shelved or out of service"));
}

void TestAlarmSuppression::alarmsInItAreMarked()
{
    // In force when it began; came and went in it; came after it; another alarm.
    const std::string lines = read(kAveva + aveva("00:50:00", "Alarm.Set") + aveva("01:00:00", "Alarm.Suppressed.Set")
        + aveva("01:10:00", "Alarm.Clear") + aveva("02:00:00", "Alarm.Set") + aveva("02:10:00", "Alarm.Clear")
        + aveva("02:20:00", "Alarm.Set", "T2") + aveva("02:30:00", "Alarm.Clear", "T2")
        + aveva("03:00:00", "Alarm.Suppressed.Clear") + aveva("04:00:00", "Alarm.Set")
        + aveva("04:10:00", "Alarm.Clear"));
    const auto lineOf = [&](const char* element) {
        const std::size_t at = lines.find(std::string("element=") + element + " ");
        return at == std::string::npos ? std::string() : lines.substr(at, lines.find('\n', at) - at);
    };
    QVERIFY2(lineOf("2, 4").find("suppressed=suppressed") != std::string::npos, lines.c_str());
    QVERIFY(lineOf("5, 6").find("suppressed=suppressed") != std::string::npos);
    QVERIFY(!lineOf("7, 8").empty() && lineOf("7, 8").find("suppressed") == std::string::npos);
    QVERIFY(!lineOf("10, 11").empty() && lineOf("10, 11").find("suppressed") == std::string::npos);
    QVERIFY(lineOf("3, 9").find("record=suppression") != std::string::npos);
    QCOMPARE(std::count(lines.begin(), lines.end(), '\n'), 5);
}

void TestAlarmSuppression::whatIsMissingIsSaid()
{
    const std::string text = kAveva + aveva("01:00:00", "Alarm.Suppressed.Clear")
        + aveva("02:00:00", "Alarm.Disabled.Set", "T2") + aveva("03:00:00", "Alarm.Disabled.Set", "T2");
    QCOMPARE(read(text),
        std::string("element=2 record=suppression end=2026-03-28T01:00:00Z source=T1 condition=Hi rows=1 "
                    "pairing=no set suppressed=suppressed\n"
                    "element=3, 4 record=suppression onset=2026-03-28T02:00:00Z source=T2 condition=Hi rows=2 "
                    "pairing=no clear suppressed=disabled\n"));
    QCOMPARE(remarksOf(text),
        std::string("1 row of an alarm that came before the journal begins; "
                    "2 times in which alarms were suppressed, shelved or out of service; "
                    "1 of them has no row that ends it"));
}

void TestAlarmSuppression::aStateEndsWithTheNext()
{
    // A list of states: none says that the alarm is shelved no more.
    const std::string states = kList + list("01:00:00", "SHELVED") + list("02:00:00", "ACT/UNACK")
        + list("02:10:00", "RTN/ACK") + list("03:00:00", "ACT/UNACK") + list("03:10:00", "RTN/ACK");
    const std::string lines = read(states);
    QVERIFY2(lines.starts_with("element=2 record=suppression onset=2026-03-28T01:00:00Z end=2026-03-28T02:00:00Z "),
        lines.c_str());
    QCOMPARE(remarksOf(states),
        std::string("2 alarms made of the rows of the journal; "
                    "1 time in which an alarm was suppressed, shelved or out of service"));
    // A list of transitions: a row that takes it back is the better witness.
    const std::string both = read(kList + list("01:00:00", "SHELVED") + list("01:02:00", "ACT/UNACK")
        + list("01:04:00", "RTN/ACK") + list("01:06:00", "UNSHELVED"));
    QVERIFY2(both.starts_with("element=2, 5 record=suppression onset=2026-03-28T01:00:00Z end=2026-03-28T01:06:00Z "),
        both.c_str());
}

// A state of the alarm ends what was shelved; its own end may come much later and is none without a beginning.
void TestAlarmSuppression::anEndThatComesLate()
{
    const std::string text = kList + list("01:00:00", "SHELVED") + list("01:02:00", "ACT/UNACK")
        + list("01:15:00", "ACT/UNACK", "T2") + list("01:20:00", "RTN/ACK", "T2") + list("01:21:00", "RTN/ACK")
        + list("01:30:00", "UNSHELVED");
    const std::string lines = read(text);
    QVERIFY2(std::count(lines.begin(), lines.end(), '\n') == 3, lines.c_str());
    QVERIFY2(lines.find("onset=2026-03-28T01:00:00Z end=2026-03-28T01:30:00Z") != std::string::npos, lines.c_str());
    QVERIFY2(lines.find("pairing=no set") == std::string::npos, lines.c_str());
}

void TestAlarmSuppression::kindsOverlap()
{
    const std::string lines =
        read(kAveva + aveva("01:00:00", "Alarm.Suppressed.Set") + aveva("02:00:00", "Alarm.Disabled.Set")
            + aveva("02:30:00", "Alarm.Set") + aveva("03:00:00", "Alarm.Suppressed.Clear")
            + aveva("03:30:00", "Alarm.Clear") + aveva("04:00:00", "Alarm.Disabled.Clear"));
    QVERIFY2(lines.find("element=4, 6 record=alarm onset=2026-03-28T02:30:00Z end=2026-03-28T03:30:00Z source=T1 "
                        "condition=Hi rows=2 suppressed=suppressed; disabled\n")
            != std::string::npos,
        lines.c_str());
}

void TestAlarmSuppression::rowsThatComeAgain()
{
    const std::string shift = aveva("01:00:00", "Alarm.Suppressed.Set") + aveva("01:05:00", "Alarm.Suppressed.Clear");
    const std::string text = kAveva + shift + shift;
    const std::string lines = read(text);
    QCOMPARE(std::count(lines.begin(), lines.end(), '\n'), 2); // one time, once more as a repeated row
    QVERIFY(remarksOf(text).starts_with("2 rows that come again, as in exports that overlap; "));
}

void TestAlarmSuppression::columnsBesideTheState()
{
    const auto alarm = [](const std::string& heading, const std::string& cell) {
        const std::string line = read("Timestamp,Tag,Alarm type,State," + heading + "\n2026-03-28T01:00:00Z,T1,HI,ALM,"
            + cell + "\n2026-03-28T01:05:00Z,T1,HI,RTN,\n");
        const std::size_t at = line.find("suppressed=");
        return at == std::string::npos ? std::string() : line.substr(at + 11, line.find('\n') - at - 11);
    };
    QCOMPARE(alarm("Suppressed", "True"), std::string("suppressed"));
    QCOMPARE(alarm("Shelved", "1"), std::string("shelved"));
    QCOMPARE(alarm("Shelving state", "Unshelved"), std::string());
    QCOMPARE(alarm("Suppression", "Out of service"), std::string("out of service"));
    QCOMPARE(alarm("Suppressed", "False"), std::string());
    // Bit 1 of the flags of Ignition.
    QVERIFY2(read("id,eventid,source,priority,eventtype,eventflags,eventtime\n"
                  "1,aa,prov:default:/tag:T1:/alm:Hi,4,0,2,2026-03-29 01:58:10\n")
                 .find(" suppressed=shelved ")
            != std::string::npos,
        "flags");
}

void TestAlarmSuppression::stateOfFactoryTalk()
{
    const std::string text = "EventTime,AlarmName,AlarmState\n3/29/2026 1:00:00 AM,T1,6\n3/29/2026 2:00:00 AM,T1,4\n"
                             "3/29/2026 3:00:00 AM,T1,5\n";
    const std::string lines = read(text);
    QVERIFY2(lines.starts_with("element=2 record=suppression onset=3/29/2026 1:00:00 AM end=3/29/2026 2:00:00 AM "
                               "condition=T1 rows=1 suppressed=disabled\n"),
        lines.c_str());
    QVERIFY(lines.find("element=4 record=event ") != std::string::npos); // bad quality
}

void TestAlarmSuppression::theyBecomeEvents()
{
    const Reading reading =
        readBytes(kAveva + aveva("01:00:00", "Alarm.Suppressed.Set", "T1", "mwe") + aveva("02:00:00", "Alarm.Set")
            + aveva("02:30:00", "Alarm.Clear") + aveva("03:00:00", "Alarm.Suppressed.Clear"));
    QCOMPARE(reading.error, std::string());
    QCOMPARE(joined(reading.records),
        std::string("events: time=2026-03-28T02:00:00Z asset_id=T1 category=alarm code=Hi end=2026-03-28T02:30:00Z "
                    "suppressed=suppressed @2/3\n"
                    "events: time=2026-03-28T01:00:00Z asset_id=T1 category=suppression code=Hi "
                    "end=2026-03-28T03:00:00Z suppressed=suppressed actor=mwe @1/2\n"));
    QVERIFY(reading.sumsHold());
}

void TestAlarmSuppression::memoryIsBounded()
{
    // Each is another, and none is ever taken back.
    AlarmPairing pairing(64);
    AlarmInterval interval;
    std::size_t taken = 0;
    for (int i = 0; i < 1000; ++i) {
        AlarmRow row;
        row.alarm = std::to_string(i);
        row.time = std::to_string(i);
        row.timeUs = i;
        row.suppression = "shelved";
        pairing.add(std::move(row));
        while (pairing.take(interval))
            ++taken;
        QVERIFY(static_cast<std::size_t>(i) - taken < 80);
    }
    pairing.finish();
    while (pairing.take(interval))
        ++taken;
    QCOMPARE(taken, std::size_t{1000});
}

QTEST_GUILESS_MAIN(TestAlarmSuppression)
#include "tst_alarm_suppression.moc"
