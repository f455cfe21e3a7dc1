// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/inspect.h"
#include "model/base/text.h"
#include "tests/importers/support/read_text.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace antecedent;
using namespace antecedent::importers;
using test::readBytes;
using test::Reading;

// Deterministic damage to good inputs: nothing crashes or hangs, the sums hold, and whatever is refused says why. The
// number of inputs is 300, or what ANTECEDENT_MUTATIONS says.
namespace {

class Random
{
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed)
    {
    }
    std::uint64_t next()
    {
        m_state += 0x9E3779B97F4A7C15U;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }
    std::size_t below(std::size_t n) { return n == 0 ? 0 : static_cast<std::size_t>(next() % n); }

private:
    std::uint64_t m_state;
};

std::string utf16(const std::string& text)
{
    std::string out = "\xFF\xFE";
    for (const char c : text) {
        out += c;
        out += '\0';
    }
    return out;
}

// Texts of the formats that pair, turn or fold the rows of delimited text.
std::vector<std::string> plantSeeds()
{
    std::string alarms = "EventTime,EventTimeUtc,EventTimeUTCOffsetMins,Type,Severity,Source_ProcessVariable,"
                         "Alarm_Condition,Comment\n";
    std::string messages = "Datum;Uhrzeit;Nummer;Status;Herkunft;Ereignis\n";
    std::string sap = "Auftrag;AArt;Kurztext;Technischer Platz;Systemstatus;Iststart;Iststart Zeit\n";
    const std::string rule(60, '-');
    std::string bars = rule + "\n|  |Auftrag |AArt|Iststart  |TechnPlatz|Systemstatus|Kurztext   |\n" + rule + "\n";
    std::string wide = "Timestamp,T1.PV [degC],T1.PV.Quality,P2.PV\n";
    std::string paired = "Time,T1.PV,Time,P2.PV\n";
    std::string points = "WONUM,POINT,ASFOUNDINPUT,ASFOUNDOUTPUT,ASFOUNDTOL1LOWER,ASFOUNDTOL1UPPER\n";
    std::string chronicle = "Date/Time,FracSec,isdst,Event Type,Module,Attribute,State,Level,Desc1,Desc2\n";
    std::string properties = "id,eventid,source,eventtype,eventflags,eventtime,propname,strvalue\n";
    std::string induSoft;
    std::string fixed;
    std::string json = R"({"member":[)";
    std::string xml = "<SyncMXWO xmlns=\"ibm.com/maximo\"><MXWOSet>";
    for (int i = 0; i < 40; ++i) {
        const std::string n = std::to_string(i);
        const std::string two = std::to_string(10 + i);
        const char* type = i % 3 == 0 ? "Alarm.Set" : i % 3 == 1 ? "Alarm.Acknowledged" : "Alarm.Clear";
        alarms += "2026-03-28 10:" + two + ":00.1230000,2026-03-28 09:" + two + ":00,60," + type + ",2,T"
            + n.substr(0, 1) + ",Hi,\"too hot\"\n";
        messages += "28.03.26;10:" + two + ":00,250;" + n.substr(0, 1) + ";" + (i % 2 == 0 ? "K" : "G")
            + ";T1;zu hei\xC3\x9F\n";
        sap += "40008" + two + ";PM01;Dichtung " + n + ";W1;TABG;2" + std::to_string(i % 9) + ".03.2026;07:05:00\n";
        bars +=
            "|  |40008" + two + " |PM01|2" + std::to_string(i % 9) + ".03.2026|W1        |TABG        |Pt | 100  |\n";
        wide += "2026-03-28T10:" + two + ":00Z," + n + ".5,192,I/O Timeout\n";
        paired += "28-Mar-26 10:" + two + ":00," + n + ".5,28-Mar-26 10:" + two + ":30,Bad Input\n";
        points += std::to_string(i / 3) + "," + n + ",50,50." + n + ",-0.5,0.5\n";
        const char* state = i % 4 == 0 ? "ACT/UNACK" : i % 4 == 1 ? "SHELVED" : i % 4 == 2 ? "UNSHELVED" : "RTN";
        chronicle += "2026-03-28 10:" + two + ":00,250,T," + (i % 5 == 0 ? "CHANGE" : "ALARM") + ",T" + n.substr(0, 1)
            + ",HI," + state + ",11-WARNING,JDOE,NEW VALUE = " + n + " OLD VALUE = 1\n";
        properties += std::to_string(i / 2) + ",a" + n.substr(0, 1) + ",prov:x:/tag:T:/alm:Hi," + std::to_string(i % 3)
            + ",2,2026-03-28 10:" + two + ":00,p" + n + ",v\n";
        induSoft += "003|28/03/2026|10:" + two + ":00|T1|Hot|1|" + std::to_string(i % 2)
            + "|84.7|1|0||2|0|28/03/2026|11:00:00|||mwe|||ST|80|-60\n";
        fixed += "2026-03-28 10:" + two + ":00     T" + two + std::string(30, ' ') + "hot" + std::string(78, ' ') + "1"
            + std::string(16, ' ') + (i % 2 == 0 ? "ON " : "OFF") + std::string(14, ' ') + "x\n";
        json += (i == 0 ? "" : ",") + std::string(R"({"wonum":")") + n
            + R"(","assetnum":"P","worktype":"CM","status":"COMP","reportdate":"2026-03-28T10:00:00+01:00","x":[{}]})";
        xml += "<WORKORDER><WONUM>" + n
            + "</WONUM><ASSETNUM>P</ASSETNUM><WORKTYPE>PM</WORKTYPE><STATUS>&lt;NEW&gt;</STATUS></WORKORDER>";
    }
    json += "]}";
    xml += "</MXWOSet></SyncMXWO>";
    return {alarms, messages, chronicle, properties, induSoft, fixed, sap, bars, wide, paired, points, json, xml,
        utf16(sap)};
}

std::vector<std::string> seeds()
{
    std::string events = "time,asset_id,batch_id,category,code,severity,text,end\r\n";
    std::string orders = "\xEF\xBB\xBF"
                         "work_order_id;asset_id;type;reported;started;finished;text\n";
    std::string samples = "timestamp,tag,value,quality\n";
    std::string wide = ",day_num,date,machineID,volt,rotate,pressure,vibration\n";
    for (int i = 0; i < 40; ++i) {
        const std::string n = std::to_string(i);
        const std::string day = std::to_string(10 + i % 18);
        events += "2026-03-" + day + "T10:" + day + ":00+01:00,R-10" + n + ",B" + n
            + ",alarm,TI_HIGH,2,\"too \"\"hot\"\", \n again\",\r\n";
        orders += "WO" + n + ";P-" + n + ";CM;" + day + ".03.2026 10:00;;" + day
            + ".3.26 12:15;gr\xC3\xB6\xC3\x9F"
              "er\n";
        samples += "2026-03-" + day + "T10:00:00.123Z,T" + n + "," + n + ".25,Good\n";
        wide += n + "," + n + ",2026-03-" + day + "," + n + ".0,170." + n + ",446,96.8,bad\n";
    }
    std::vector<std::string> out{events, orders, samples, wide, utf16(samples), "id;text\n1;x\n"};
    for (std::string& text : plantSeeds())
        out.push_back(std::move(text));
    return out;
}

void garble(std::string& bytes, Random& random)
{
    static const std::array<std::string, 24> kBits{"\"", "\"\"", ",", ";", "\t", "\n", "\r", "\r\r\n",
        std::string(1, '\0'), "\xFF", "\xC3", "\xEF\xBB\xBF", "9999999999999999999999", "-", "2026-02-30T25:61:61Z",
        "00.00.0000", "1e999", "NaN", "\xE2\x88\x92", "{", "'", "|", std::string(3000, 'x'), std::string(500, ',')};
    const std::size_t at = random.below(bytes.size() + 1);
    switch (random.below(8)) {
    case 0:
        bytes.resize(at);
        break;
    case 1:
        if (at < bytes.size())
            bytes[at] = static_cast<char>(random.next());
        break;
    case 2:
        bytes.erase(at, random.below(200));
        break;
    case 3:
        bytes.insert(at, bytes.substr(random.below(bytes.size() + 1), random.below(400)));
        break;
    case 4:
        for (char& c : bytes)
            if (random.below(50) == 0)
                c = static_cast<char>(random.next());
        break;
    case 5:
        for (char& c : bytes)
            if (c == '\n' && random.below(3) == 0)
                c = '\r';
        break;
    default:
        bytes.insert(at, kBits[random.below(kBits.size())]);
        break;
    }
}

} // namespace

class TestMutatedInputs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void survivesDamage();
    void survivesExtremes_data();
    void survivesExtremes();
    void survivesDamagedProfiles();
};

void TestMutatedInputs::survivesDamage()
{
    const int count = qEnvironmentVariableIntValue("ANTECEDENT_MUTATIONS") > 0
        ? qEnvironmentVariableIntValue("ANTECEDENT_MUTATIONS")
        : 300;
    const std::vector<std::string> good = seeds();
    Random random(20260329);
    for (int i = 0; i < count; ++i) {
        std::string bytes = good[static_cast<std::size_t>(i) % good.size()];
        for (std::size_t k = random.below(4) + 1; k > 0; --k)
            garble(bytes, random);
        PlanOptions options;
        options.zone = "Europe/Berlin";
        const Reading whole = readBytes(bytes, options);
        QVERIFY2(whole.error.empty() ? whole.sumsHold() : whole.error.size() > 10, qPrintable(QString::number(i)));
        for (const std::string& line : whole.diagnostics)
            QVERIFY(isValidUtf8(line));
        const Reading pieces = readBytes(bytes, options, random.below(100) + 1, random.below(300) + 1, 64);
        QCOMPARE(pieces.error, whole.error);
        // Blocks give their records table by table.
        const auto sorted = [](std::vector<std::string> records) {
            std::sort(records.begin(), records.end());
            return records;
        };
        QVERIFY2(sorted(pieces.records) == sorted(whole.records), qPrintable(QString::number(i)));
        QVERIFY2(pieces.diagnostics == whole.diagnostics, qPrintable(QString::number(i)));
        const SourceOpener open = [&]() -> Result<std::unique_ptr<ByteSource>> {
            return std::unique_ptr<ByteSource>(std::make_unique<MemorySource>(bytes));
        };
        const auto inspection = inspectSource(open, "source.csv", options);
        if (inspection)
            QVERIFY(isValidUtf8(toJson(*inspection)));
    }
}

void TestMutatedInputs::survivesExtremes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("one NUL") << QByteArray(1, '\0');
    QTest::newRow("a million NULs") << QByteArray(1'000'000, '\0');
    QTest::newRow("a million quotes") << QByteArray(1'000'000, '"');
    QTest::newRow("a million delimiters") << QByteArray(1'000'000, ',');
    QTest::newRow("a million line breaks") << QByteArray(1'000'000, '\n');
    QTest::newRow("a million CRs") << QByteArray(1'000'000, '\r');
    QTest::newRow("50,000 columns") << QByteArray("time,category,code") + QByteArray(",x").repeated(50'000) + "\n"
            + QByteArray("2026-03-01T10:00:00Z,a,b") + QByteArray(",1").repeated(50'000) + "\n";
    QTest::newRow("open quotes on every line")
        << QByteArray("time,category,code\n") + QByteArray("2026-03-01T10:00:00Z,\"a,b\n").repeated(20'000);
    QTest::newRow("field of 3 MB") << QByteArray("time,category,code\n2026-03-01T10:00:00Z,a,")
            + QByteArray(3'000'000, 'x') + "\n";
    QTest::newRow("quoted field of 3 MB")
        << QByteArray("time,category,code\n2026-03-01T10:00:00Z,a,\"") + QByteArray(3'000'000, 'x') + "\"\n";
    QTest::newRow("gzip magic only") << QByteArray("\x1F\x8B\x08", 3);
    QTest::newRow("half a UTF-16 character") << QByteArray("\xFF\xFE\x61", 3);
}

void TestMutatedInputs::survivesExtremes()
{
    QFETCH(QByteArray, bytes);
    const Reading reading = readBytes(bytes.toStdString());
    QVERIFY(reading.error.empty() ? reading.sumsHold() : reading.error.size() > 10);
}

void TestMutatedInputs::survivesDamagedProfiles()
{
    const std::string good =
        "[profile]\nname = a\ncolumns = x, y\n[zones]\nby = x\nvalue a = +01:00\n[map m]\na = b\n* = c\n"
        "[table events]\nwhen = {x} != a\ntime = {x} {y} - {z}\ncategory = {x|map:m|lower}\n"
        "code = {=category}{\"odd\"|replace:a:b}\neach = x, y\n";
    Random random(7);
    for (int i = 0; i < 3000; ++i) {
        std::string text = good;
        for (std::size_t k = random.below(3) + 1; k > 0; --k)
            garble(text, random);
        const Result<Profile> profile = parseProfile(text, "p");
        QVERIFY(profile.has_value() || profile.error().where.starts_with("p:"));
        PlanOptions options;
        options.zone = "UTC";
        if (!profile)
            continue;
        options.profile = *profile;
        const Reading reading = readBytes("x,y,z,odd\n2026-03-01,10:00,1:00,aa\n1,2,3,4\n", options);
        QVERIFY(reading.error.empty() ? reading.sumsHold() : reading.error.size() > 10);
    }
}

QTEST_GUILESS_MAIN(TestMutatedInputs)
#include "tst_mutated_inputs.moc"
