// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/sap/sap_table.h"

#include "tests/importers/support/read_table.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;

// Lists made from the documented headings and forms of SAP; none is a real export.
namespace {

std::string read(std::string_view bytes)
{
    return test::readTable<SapTable>(bytes);
}

std::string utf16(std::string_view text)
{
    std::string out = "\xFF\xFE";
    for (const char c : text)
        (out += c) += '\0';
    return out;
}

const std::string kRule(98, '-');
const std::string kHeader = "|  |Auftrag |AArt|Eckende   |Iststart  |Equipment |Technischer Platz  |Kurztext"
                            "           |Systemstatus|\n";

std::string barList()
{
    const std::string row1 =
        "|  |4000812 |PM02|26.03.2026|25.03.2026|10001234  |W1-MIX-101-AGI     |Dichtung | undicht "
        "|TABG RÜCK   |\n";
    const std::string row2 =
        "|  |4000855 |PM01|00.00.0000|00.00.0000|          |W1-MIX-101-TT101   |Pt100 tauschen     "
        "|FREI VOKL   |\n";
    const std::string page = kRule + "\n" + kHeader + kRule + "\n";
    return "27.03.2026        Instandhaltungsaufträge: Liste Aufträge      1\n" + page + row1 + kRule + "\n\n"
        + "27.03.2026        Instandhaltungsaufträge: Liste Aufträge      2\n" + page + row2
        + "|* |        |    |          |          |          |                   |                   |            |\n"
        + kRule + "\n";
}

} // namespace

class TestSapList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listTextWithBars();
    void aDamagedLineIsARowWithoutCells();
    void theSameOrdersInAllForms();
    void englishNotificationsWithTwoDescriptions();
    void aClockUnderTheHeadingOfADate();
    void whatSpreadsheetsDo();
    void equipmentAndMeasurements();
    void furtherItemsOfANotification();
    void readingsThatAreNoCounters();
    void statusWords_data();
    void statusWords();
    void objectNumbers_data();
    void objectNumbers();
    void otherListsAreNotSap();
};

void TestSapList::listTextWithBars()
{
    QCOMPARE(read(barList()),
        std::string("element=5 record=order ORDER=4000812 TYPE=PM02 STATUS=COMP ASSET=10001234 TEXT=Dichtung | undicht "
                    "STARTED=25.03.2026 DUE=26.03.2026 SUPERIOR=W1-MIX-101-AGI Technischer Platz=W1-MIX-101-AGI "
                    "Systemstatus=TABG RÜCK\n"
                    "element=12 record=order ORDER=4000855 TYPE=PM01 STATUS=INPRG ASSET=W1-MIX-101-TT101 "
                    "TEXT=Pt100 tauschen SUPERIOR=W1-MIX-101-TT101 Technischer Platz=W1-MIX-101-TT101 "
                    "Systemstatus=FREI VOKL\n"));
}

void TestSapList::aDamagedLineIsARowWithoutCells()
{
    const std::string text = kRule + "\n" + kHeader + kRule + "\n|  |4000812 |PM02|26.03\n|  |1|2|\n";
    // The first line ends before its last bar; the second has bars at other places.
    QCOMPARE(read(text), std::string("element=4\nelement=5\n"));
}

void TestSapList::theSameOrdersInAllForms()
{
    const std::string csv = "Auftrag;Auftragsart;Kurztext;Priorität;Equipment;Technischer Platz;Iststart;Iststart Zeit;"
                            "Systemstatus;Meldungsdatum;Meldungszeit;Gesamtkosten Ist\n"
                            "000004000812;PM01;Größe prüfen;2-Hoch;000000000010001234;W1-MIX;25.03.2026;07:05:00;"
                            "TABG RÜCK;24.03.2026;;1.245,50-\n";
    const std::string expected =
        "element=2 record=order ORDER=4000812 TYPE=PM01 PRIORITY=2 STATUS=COMP ASSET=10001234 TEXT=Größe prüfen "
        "REPORTED=24.03.2026 STARTED=25.03.2026 07:05:00 SUPERIOR=W1-MIX Priorität=2-Hoch Technischer Platz=W1-MIX "
        "Systemstatus=TABG RÜCK Gesamtkosten Ist=1.245,50-\n";
    QCOMPARE(read(csv), expected);
    std::string tabs = csv;
    std::replace(tabs.begin(), tabs.end(), ';', '\t');
    QCOMPARE(read(tabs), expected);
    QCOMPARE(read("\xEF\xBB\xBF" + csv), expected);
    std::string latin;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        if (csv[i] != '\xC3') {
            latin += csv[i];
            continue;
        }
        latin += static_cast<char>(static_cast<unsigned char>(csv[++i]) + 0x40);
    }
    QCOMPARE(read(latin), expected); // Windows-1252
    // Unicode text of SAP and Excel: UTF-16 with tabs.
    const std::string plain = read(utf16("Auftrag\tAuftragsart\tTechnischer Platz\tSystemstatus\tEckende\r\n"
                                         "4000812\tPM01\tW1-MIX\tTABG\t2026.03.25\r\n"));
    QVERIFY2(
        plain.starts_with("element=2 record=order ORDER=4000812 TYPE=PM01 STATUS=COMP ASSET=W1-MIX DUE=2026.03.25"),
        plain.c_str());
}

void TestSapList::englishNotificationsWithTwoDescriptions()
{
    QCOMPARE(
        read("Functional Loc.\tDescription\tEquipment\tOrder\tNotification\tDescription\tObjectPartCode\tDamage Code\t"
             "Code group\tNotif.date\tCompletn date\tMalfunct. start\tMalfunct.end\tNotifictn type\tSystem status\t"
             "Code group\tCause code\n"
             "W1-MIX\tMixer 101\t10001234\t4000812\t10000812\tSeal leaks\tSEAL\tELP\tFAULTS\t03/25/2026\t03/26/2026\t"
             "03/25/2026\t00/00/0000\tM2\tNOCO\tCAUSES\tWEAR\n"
             "W1-MIX\tMixer 101\t\t\t10000813\tNo order\t\t\t\t03/27/2026\t03/28/2026\t\t\tM1\tOSNO\t\t\n"),
        std::string("element=2 record=order ORDER=4000812 TYPE=M2 ASSET=10001234 TEXT=Seal leaks REPORTED=03/25/2026 "
                    "MALFUNCTION_START=03/25/2026 FAILURE=ELP CAUSE=WEAR ITEM=SEAL SUPERIOR=W1-MIX "
                    "Functional Loc.=W1-MIX Description=Mixer 101 Notification=10000812 Code group=FAULTS "
                    "Completn date=03/26/2026 Notifictn type=M2 System status=NOCO Code group=CAUSES\n"
                    "element=3 record=order ORDER=10000813 TYPE=M1 STATUS=WAPPR ASSET=W1-MIX TEXT=No order "
                    "REPORTED=03/27/2026 FINISHED=03/28/2026 SUPERIOR=W1-MIX Functional Loc.=W1-MIX "
                    "Description=Mixer 101 Notification=10000813 Completn date=03/28/2026 Notifictn type=M1 "
                    "System status=OSNO\n"));
}

void TestSapList::aClockUnderTheHeadingOfADate()
{
    const std::string line =
        read("Notification;Description;FLoc affected;System status;Notif.date;Malfunct. start;Start Malfn (T);"
             "Malfunct.end;Malfunction end\n"
             "10000812;Leak;W1-MIX;NOPR;25.03.2026;25.03.2026;16:40:00;26.03.2026;24:00:00\n"
             "10000813;Noise;W1-MIX;NOPR;25.03.2026;25.03.2026;;00.00.0000;00:00:00\n");
    QVERIFY2(
        line.find("MALFUNCTION_START=25.03.2026 16:40:00 MALFUNCTION_END=26.03.2026 24:00:00") != std::string::npos,
        line.c_str());
    QVERIFY(line.find("element=3 record=order ORDER=10000813 STATUS=INPRG ASSET=W1-MIX TEXT=Noise REPORTED=25.03.2026 "
                      "MALFUNCTION_START=25.03.2026 SUPERIOR")
        != std::string::npos);
}

void TestSapList::whatSpreadsheetsDo()
{
    // Dates as the numbers that a spreadsheet keeps, a time as a share of the day, numbers with a point.
    const std::string line = read("Order,Order Type,Functional Loc.,System status,Notif.date,Notif.time,Actual finish\n"
                                  "4000812.0,PM01,W1-MIX,TECO,46106,0.25,0/1/00\n");
    QVERIFY2(line.starts_with("element=2 record=order ORDER=4000812 TYPE=PM01 STATUS=COMP ASSET=W1-MIX "
                              "REPORTED=2026-03-25 06:00:00 SUPERIOR"),
        line.c_str());
}

void TestSapList::equipmentAndMeasurements()
{
    const std::string equipment =
        read("Equipment;Bezeichnung;Technischer Platz;Objektart;Hersteller;Serialnummer;ABC-Kennzeichen\n"
             "000000000010001234;Rührwerk;W1-MIX;AGIT;ACME;77;A\n");
    QVERIFY2(equipment.starts_with("element=2 record=equipment ASSET=10001234 TEXT=Rührwerk SUPERIOR=W1-MIX CLASS=AGIT "
                                   "SERIAL=77 CRITICALITY=A"),
        equipment.c_str());
    // A functional location keeps its zeros wherever it stands; a number of equipment does not.
    const std::string places = read("Equipment;Bezeichnung;Technischer Platz;Objektart;Serialnummer;ABC-Kennzeichen\n"
                                    "10001234;Rührwerk;0012;AGIT;77;A\n;Kessel;0012;VESS;78;A\n");
    QVERIFY2(places.find("ASSET=10001234 TEXT=Rührwerk SUPERIOR=0012 ") != std::string::npos
            && places.find("ASSET=0012 TEXT=Kessel SUPERIOR=0012 ") != std::string::npos,
        places.c_str());
    const std::string reading =
        read("Messbeleg;Meßpunkt;Messposition;Equipment;Messdatum;Messzeit;Zählerstand;Einheit\n"
             "900;12;BETRIEBSSTD;10001234;25.03.2026;06:00:00;1.234,5;H\n");
    QVERIFY2(reading.starts_with("element=2 record=measurement ASSET=10001234 TIME=25.03.2026 06:00:00 READING=1234.5 "
                                 "UNIT=H COUNTER=BETRIEBSSTD"),
        reading.c_str());
}

void TestSapList::furtherItemsOfANotification()
{
    const std::string head = "Functional Loc.\tOrder\tNotification\tItem\tDescription\tObjectPartCode\t"
                             "ObjPartCodeText\tDamage Code\tProb. code text\tCause code\tCause code text\n";
    std::string list = head
        + "W1\t4000812\t10000812\t1\tSeal leaks\tSEAL\tSeal\tELP\tLeak\tWEAR\tWear\n"
          "W1\t4000813\t10000813\t1\tNoise\tBEAR\tBearing\tNOI\tNoise\t\t\n"
          "W1\t4000812\t10000812\t2\tSeal leaks\tSHAFT\tShaft\tVIB\t\tALGN\tAlignment\n"
          "W1\t4000812\t10000812\t1\tSeal leaks\tSEAL\tSeal\tELP\tLeak\tWEAR\tWear\n";
    const std::string first = "record=order ORDER=4000812 ASSET=W1 TEXT=Seal leaks FAILURE=ELP CAUSE=WEAR ITEM=SEAL "
                              "SUPERIOR=W1 Functional Loc.=W1 Notification=10000812 Item=1 ObjPartCodeText=Seal "
                              "Prob. code text=Leak Cause code text=Wear\n";
    // The row that stands there twice says nothing new; the second item says nothing of the order itself.
    QCOMPARE(read(list),
        "element=2 " + first
            + "element=3 record=order ORDER=4000813 ASSET=W1 TEXT=Noise FAILURE=NOI ITEM=BEAR SUPERIOR=W1 "
              "Functional Loc.=W1 Notification=10000813 Item=1 ObjPartCodeText=Bearing Prob. code text=Noise\n"
              "element=4 record=item ORDER=4000812 ASSET=W1 FURTHER_ITEM_2=10000812/2: part SHAFT (Shaft), damage VIB, "
              "cause ALGN (Alignment)\n"
              "element=5 "
            + first);
    for (int item = 3; item < 9; ++item)
        list += "W1\t4000812\t10000812\t" + std::to_string(item) + "\tSeal leaks\tP" + std::to_string(item)
            + "\t\t\t\t\t\n";
    const std::string many = read(list);
    QVERIFY2(many.find("FURTHER_ITEM_5=10000812/5: part P5\n") != std::string::npos, many.c_str());
    QVERIFY2(many.ends_with("element=11 record=item ORDER=4000812 ASSET=W1 FURTHER_ITEMS=more than 5 items, see the "
                            "list\n"),
        many.c_str());
}

void TestSapList::readingsThatAreNoCounters()
{
    const std::string head = "Messbeleg;Meßpunkt;Messposition;Equipment;Messdatum;Messzeit;Messwert;Einheit\n";
    QCOMPARE(read(head
                 + "900;12;VIB-DE;10001234;25.03.2026;06:00:00;4,5;mm/s\n901;13;BETRIEBSSTD;10001234;25.03.2026;"
                   "06:00:00;1.234,5;H\n902;12;VIB-DE;10001234;26.03.2026;06:00:00;4,7;mm/s\n"),
        std::string("element=2 record=tag ASSET=10001234 UNIT=mm/s COUNTER=VIB-DE TAG=10001234/VIB-DE\n"
                    "element=2 record=reading ASSET=10001234 TIME=25.03.2026 06:00:00 READING=4.5 UNIT=mm/s "
                    "COUNTER=VIB-DE TAG=10001234/VIB-DE Meßpunkt=12\n"
                    "element=3 record=measurement ASSET=10001234 TIME=25.03.2026 06:00:00 READING=1234.5 UNIT=H "
                    "COUNTER=BETRIEBSSTD Meßpunkt=13\n"
                    "element=4 record=reading ASSET=10001234 TIME=26.03.2026 06:00:00 READING=4.7 UNIT=mm/s "
                    "COUNTER=VIB-DE TAG=10001234/VIB-DE Meßpunkt=12\n"));
    // The mark of the point wins over the unit.
    const std::string marked =
        read("Messbeleg;Meßpunkt;Messposition;Equipment;Messdatum;Messwert;Einheit;Messpunkt ist Zähler\n"
             "900;12;WEG;10001234;25.03.2026;4,5;mm;X\n901;13;TEMP;10001234;25.03.2026;80;H;\n");
    QVERIFY2(marked.starts_with("element=2 record=measurement") && marked.find("record=reading") != std::string::npos,
        marked.c_str());
}

void TestSapList::statusWords_data()
{
    QTest::addColumn<QString>("status");
    QTest::newRow("TABG RÜCK") << QStringLiteral("COMP");
    QTest::newRow("REL  CNF  PRC") << QStringLiteral("COMP");
    QTest::newRow("ABGS RÜCK") << QStringLiteral("CLOSE");
    QTest::newRow("FREI TRÜCK") << QStringLiteral("INPRG");
    QTest::newRow("EROF") << QStringLiteral("WAPPR");
    QTest::newRow("TABG LÖVM") << QStringLiteral("CAN");
    QTest::newRow("VOKL") << QString();
}

void TestSapList::statusWords()
{
    QFETCH(QString, status);
    QCOMPARE(QString::fromStdString(sapStatus(QTest::currentDataTag())), status);
}

void TestSapList::objectNumbers_data()
{
    QTest::addColumn<QString>("number");
    QTest::newRow("000000000010001234") << QStringLiteral("10001234");
    QTest::newRow("10001234.0") << QStringLiteral("10001234");
    QTest::newRow("10001234") << QStringLiteral("10001234");
    QTest::newRow("0000") << QStringLiteral("0");
    QTest::newRow("W1-MIX-01.0") << QStringLiteral("W1-MIX-01.0");
    QTest::newRow("10.5") << QStringLiteral("10.5");
    QTest::newRow("007-A") << QStringLiteral("007-A");
}

void TestSapList::objectNumbers()
{
    QFETCH(QString, number);
    QCOMPARE(QString::fromStdString(sapObjectNumber(QTest::currentDataTag())), number);
}

void TestSapList::otherListsAreNotSap()
{
    const auto isSap = [](const std::vector<std::string>& headings) { return findSapColumns(headings, {}).isSap(); };
    QVERIFY(!isSap({"Order", "Description", "Equipment", "Status", "Priority"}));
    QVERIFY(!isSap({"work_order_id", "asset_id", "type", "priority", "reported", "status", "text"}));
    QVERIFY(!isSap({"WONUM", "SITEID", "DESCRIPTION", "ASSETNUM", "LOCATION", "WORKTYPE", "STATUS", "REPORTDATE"}));
    QVERIFY(!isSap({}));
    QVERIFY(isSap({"Auftrag", "AArt", "Kurztext", "TechnPlatz", "Systemstatus", "Eckstart"}));
    QVERIFY(isSap({"AUFNR", "AUART", "KTEXT", "TPLNR", "STTXT", "GSTRP"}));
}

QTEST_GUILESS_MAIN(TestSapList)
#include "tst_sap_list.moc"
