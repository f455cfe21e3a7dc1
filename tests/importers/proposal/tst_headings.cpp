// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/proposal/headings.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;

namespace {

std::string best(std::string_view heading, TableId table)
{
    for (const HeadingMatch& match : matchHeading(readHeading(heading)))
        if (match.table == table)
            return std::string(tableSpec(table).columns[match.column].name);
    return {};
}

} // namespace

class TestHeadings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void marksCaseAndUmlautsDoNotMatter_data()
    {
        QTest::addColumn<QString>("heading");
        QTest::addColumn<QString>("joined");
        QTest::newRow("blanks") << "Start Time"
                                << "starttime";
        QTest::newRow("camel case") << "actFinish"
                                    << "actfinish";
        QTest::newRow("capitals before a word") << "HTMLText"
                                                << "htmltext";
        QTest::newRow("marks") << "time:timestamp"
                               << "timetimestamp";
        QTest::newRow("umlauts") << QStringLiteral("Störungsbeginn Größe") << "stoerungsbeginngroesse";
        QTest::newRow("unit in brackets") << QStringLiteral("Temperature [°C]") << "temperature";
    }
    void marksCaseAndUmlautsDoNotMatter()
    {
        QFETCH(QString, heading);
        QFETCH(QString, joined);
        QCOMPARE(readHeading(heading.toStdString()).joined, joined.toStdString());
    }

    void englishAndGermanHeadingsAreKnown_data()
    {
        QTest::addColumn<QString>("heading");
        QTest::addColumn<int>("table");
        QTest::addColumn<QString>("column");
        const auto row = [](const char* heading, TableId table, const char* column) {
            QTest::newRow(heading) << QString::fromUtf8(heading) << static_cast<int>(table)
                                   << QString::fromLatin1(column);
        };
        row("Auftrag", TableId::WorkOrders, "work_order_id");
        row("Work Order No.", TableId::WorkOrders, "work_order_id");
        row("Istende", TableId::WorkOrders, "finished");
        row("Actual Finish Date", TableId::WorkOrders, "finished");
        row("Maschinen-Nr.", TableId::WorkOrders, "asset_id");
        row("Kurztext", TableId::WorkOrders, "text");
        row("Störungscode", TableId::Events, "code");
        row("Event Stamp", TableId::Events, "time");
        row("Quittiert am", TableId::Events, "acknowledged");
        row("Chargennummer", TableId::Batches, "batch_id");
        row("Abweichungs-Nr.", TableId::Deviations, "deviation_id");
        row("Kalibrierdatum", TableId::Calibrations, "performed");
        row("Nächste Fälligkeit", TableId::Calibrations, "due");
        row("Clean Hold Until", TableId::Cleanings, "expires");
        row("case:concept:name", TableId::BatchSteps, "batch_id");
        row("Messwert", TableId::Samples, "value");
    }
    void englishAndGermanHeadingsAreKnown()
    {
        QFETCH(QString, heading);
        QFETCH(int, table);
        QFETCH(QString, column);
        QCOMPARE(best(heading.toStdString(), static_cast<TableId>(table)), column.toStdString());
    }

    void theCanonicalNameIsBest()
    {
        const auto matches = matchHeading(readHeading("work_order_id"));
        QCOMPARE(matches.front().score, 100);
        QVERIFY(matches.front().table == TableId::WorkOrders || matches.front().table == TableId::WorkOrderStatus
            || matches.front().table == TableId::Installations);
    }

    void whatIsNotKnownHasNoMatch()
    {
        QVERIFY(matchHeading(readHeading("qwxz")).empty());
        QVERIFY(matchHeading(readHeading("")).empty());
    }

    void aHeadingMayStateUtc()
    {
        QCOMPARE(zoneInHeading(readHeading("Timestamp (UTC)")), std::string("UTC"));
        QCOMPARE(zoneInHeading(readHeading("EventTimeUtc")), std::string("UTC"));
        QCOMPARE(zoneInHeading(readHeading("GMT")), std::string("UTC"));
        QVERIFY(zoneInHeading(readHeading("EventTime")).empty());
    }

    void theTableOfSynonymsHasAVersion() { QVERIFY(headingsVersion().starts_with("headings-")); }
};

QTEST_GUILESS_MAIN(TestHeadings)
#include "tst_headings.moc"
