// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/inspect.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace antecedent;
using namespace antecedent::importers;

namespace {

Inspection inspect(std::string_view bytes, const PlanOptions& options = {})
{
    const SourceOpener open = [&]() -> Result<std::unique_ptr<ByteSource>> {
        return std::unique_ptr<ByteSource>(std::make_unique<MemorySource>(bytes));
    };
    return inspectSource(open, "source.csv", options).value();
}

} // namespace

class TestInspect : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void describesAKnownTable();
    void asksWhatIsNotKnown();
    void namesSeveralImporters();
    void saysWhyThereIsNoPlan();
    void aTieIsRefused();
};

void TestInspect::describesAKnownTable()
{
    const Inspection inspection =
        inspect("\xEF\xBB\xBF"
                "time;tag;value;quality\n2026-03-01T10:00:00Z;T1;1,5;Good\n2026-03-01T10:00:01Z;T1;2,5;\n");
    QCOMPARE(inspection.head.encoding.reason, std::string("byte order mark"));
    QCOMPARE(inspection.candidates.at(0).importer, std::string("canonical:samples"));
    QCOMPARE(inspection.candidates.at(0).reason, std::string("4 of 4 columns match"));
    QCOMPARE(inspection.candidates.at(0).confidence, 100);
    QVERIFY(inspection.plan.has_value());
    QVERIFY(inspection.questions.empty());
    QCOMPARE(inspection.columns.size(), std::size_t{4});
    QVERIFY(inspection.columns[0].type == CellType::Time);
    QVERIFY(inspection.columns[2].type == CellType::Number);
    QVERIFY(inspection.columns[3].type == CellType::Text);
    QCOMPARE(inspection.columns[3].filled, std::size_t{1});
    QCOMPARE(inspection.columns[2].examples.at(1), std::string("2,5"));
    const auto json = nlohmann::json::parse(toJson(inspection));
    QCOMPARE(json["dialect"]["delimiter"].get<std::string>(), std::string(";"));
    QCOMPARE(json["plan"]["importer"].get<std::string>(), std::string("canonical:samples"));
    QCOMPARE(json["plan"]["decimal_mark"].get<std::string>(), std::string(","));
    QCOMPARE(json["plan"]["tables"][0]["columns"]["time"].get<std::string>(), std::string("{time}"));
    QVERIFY(json["problem"].is_null());
}

void TestInspect::asksWhatIsNotKnown()
{
    const std::string text = "time,category,code\n3/4/2015 07:00,alarm,A\n";
    const Inspection inspection = inspect(text);
    QCOMPARE(inspection.questions.size(), std::size_t{2});
    QVERIFY(inspection.questions[0].find("--date-order") != std::string::npos);
    QVERIFY(inspection.questions[1].find("--time-zone") != std::string::npos);
    PlanOptions options;
    options.zone = "Europe/Berlin";
    options.dateOrder = DateOrder::Mdy;
    QCOMPARE(inspect(text, options).questions, std::vector<std::string>{"Local times are read in zone Europe/Berlin"});
}

void TestInspect::namesSeveralImporters()
{
    const Inspection inspection = inspect("batch_id,name,start,end,level\nB1,Mix,2026-03-01T10:00:00Z,,operation\n");
    QVERIFY(inspection.candidates.size() >= 2);
    QCOMPARE(inspection.candidates[0].importer, std::string("canonical:batch_steps"));
    QCOMPARE(inspection.candidates[1].importer, std::string("canonical:batches"));
    QCOMPARE(inspection.plan->importer, std::string("canonical:batch_steps"));
}

void TestInspect::saysWhyThereIsNoPlan()
{
    const Inspection inspection = inspect("foo,bar\n1,2\n");
    QVERIFY(!inspection.plan.has_value());
    QCOMPARE(inspection.problem->code, ErrorCode::UnknownFormat);
    QVERIFY(!nlohmann::json::parse(toJson(inspection))["problem"].is_null());
}

void TestInspect::aTieIsRefused()
{
    PlanOptions options;
    for (const char* name : {"one", "two"})
        options.more.push_back(parseProfile(
            "[profile]\nname = " + std::string(name) + "\ncolumns = foo, bar\n[table assets]\nasset_id = {foo}\n", "p")
                                   .value());
    const Inspection inspection = inspect("foo,bar\n1,2\n", options);
    QCOMPARE(inspection.problem->code, ErrorCode::AmbiguousFormat);
    QCOMPARE(inspection.problem->detail, std::string("profile:one and profile:two"));
    options.as = "profile:two";
    QCOMPARE(inspect("foo,bar\n1,2\n", options).plan->importer, std::string("profile:two"));
}

QTEST_GUILESS_MAIN(TestInspect)
#include "tst_inspect.moc"
