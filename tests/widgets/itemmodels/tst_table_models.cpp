// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/machine_dataset.h"
#include "widgets/itemmodels/event_table_model.h"
#include "widgets/itemmodels/text_table_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace antecedent;
using namespace antecedent::widgets;

namespace {

DataPtr plant()
{
    testsupport::DatasetBuilder b;
    b.asset("R1");
    b.asset("R2");
    b.event("2024-03-10T10:00:00Z", "R2", "alarm", "A");
    b.event("2024-03-10T11:00:00Z", "R1", "operator", "MANUAL");
    b.event("2024-03-10T11:30:00Z", "R1", "alarm", "B");
    return std::make_shared<const InvestigationData>("plant.ante", CaseInfo{}, b.finish());
}

} // namespace

class TestTableModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsAreShownFilteredAndSorted()
    {
        const DataPtr data = plant();
        EventTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto all = chooseEvents(*data, " ", EventColumn::Time, false, {});
        QCOMPARE(all->size(), std::size_t{3});
        model.setRows(data, *all);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, static_cast<int>(EventColumn::Time)).data().toString(),
            QStringLiteral("10 Mar 2024 10:00:00"));
        QCOMPARE(model.index(0, static_cast<int>(EventColumn::ToFailure)).data().toString(), QStringLiteral("–"));
        model.setView(SiteTime(), Timestamp(Duration(parseIso("2024-03-10T12:00:00Z")->us)), Theme::Light);
        QCOMPARE(model.index(0, static_cast<int>(EventColumn::ToFailure)).data().toString(), QStringLiteral("−2 h"));

        const auto alarms = chooseEvents(*data, "category = alarm", EventColumn::Asset, false, {});
        model.setRows(data, *alarms);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, static_cast<int>(EventColumn::Asset)).data().toString(), QStringLiteral("R1"));
        QCOMPARE(model.rowOf(model.rows()[1]), 1);
        const auto latest = chooseEvents(*data, "", EventColumn::Time, true, {});
        QCOMPARE(latest->front(), all->back());
    }

    void everyColumnSortsBothWaysAndKeepsEqualRowsInTheOrderOfTime()
    {
        testsupport::DatasetBuilder b;
        b.asset("R1");
        b.asset("R2");
        for (int i = 0; i < 40; ++i)
            b.event("2024-03-10T10:00:" + std::string(i < 10 ? "0" : "") + std::to_string(i) + "Z",
                i % 2 == 0 ? "R2" : "R1", i % 3 == 0 ? "alarm" : "operator", i % 5 == 0 ? "B" : "A");
        const auto data = std::make_shared<const InvestigationData>("plant.ante", CaseInfo{}, b.finish());
        const EventTextForm form{SiteTime(), std::nullopt};
        for (int c = 0; c < kEventColumns; ++c)
            for (const bool isDescending : {false, true}) {
                const auto column = static_cast<EventColumn>(c);
                const auto rows = chooseEvents(*data, "", column, isDescending, {});
                QVERIFY(rows.has_value());
                QCOMPARE(rows->size(), std::size_t{40});
                const bool isByTime = column <= EventColumn::ToFailure;
                for (std::size_t i = 1; i < rows->size(); ++i) {
                    const QString before = eventText(*data, (*rows)[i - 1], column, form);
                    const QString after = eventText(*data, (*rows)[i], column, form);
                    if (before == after && !isByTime)
                        QVERIFY((*rows)[i - 1] < (*rows)[i]);
                    else if (column == EventColumn::Asset || column == EventColumn::Class)
                        QVERIFY(isDescending ? after < before : before < after);
                }
            }
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(
            chooseEvents(*data, "", EventColumn::Text, false, stop.get_token()).error().code, ErrorCode::Cancelled);
    }

    void aWrongFilterNamesItsColumn()
    {
        const auto rows = chooseEvents(*plant(), "category = ", EventColumn::Time, false, {});
        QVERIFY(!rows);
        QCOMPARE(rows.error().code, ErrorCode::InvalidFilter);
        QVERIFY(!rows.error().where.empty());
    }

    void textTableKeepsKeysAndPositions()
    {
        TextTableModel model({{QStringLiteral("Name"), false, true}, {QStringLiteral("Count"), true}});
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(
            {{QStringLiteral("a"), {QStringLiteral("1 000"), 1000}}, {QStringLiteral("b"), {QStringLiteral("2"), 2}}});
        QCOMPARE(model.index(0, 1).data(TextTableModel::kSortRole).toInt(), 1000);
        QCOMPARE(model.index(1, 0).data(TextTableModel::kRowRole).toInt(), 1);
        QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), QStringLiteral("Count"));
        model.setTheme(Theme::Dark);
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TestTableModels)
#include "tst_table_models.moc"
