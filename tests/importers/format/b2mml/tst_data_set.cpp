// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/importers/format/b2mml/b2mml_text.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;
using test::linesOf;

namespace {

std::string dataSet(const std::string& specification, const std::string& content)
{
    return test::readB2mml(test::inRecord("<DataSets><DataSet><EntryID>3</EntryID>"
                                          "<StartTime>2026-03-29T01:00:00+01:00</StartTime><TimeSpecification>"
        + specification
        + "</TimeSpecification><TagSpecification><TagIndex>1</TagIndex><UnitOfMeasure>bar</UnitOfMeasure>"
          "<DataSource>F1.PI01</DataSource><Description>pressure</Description><EquipmentID>F-1</EquipmentID>"
          "</TagSpecification><TagSpecification><TagIndex>2</TagIndex><Alias>FLOW</Alias></TagSpecification>"
        + content + "</DataSet></DataSets>"));
}

std::string order(const char* time, const char* index, const char* value)
{
    return std::string("<OrderedData><TimeValue>") + time + "</TimeValue><DataValue><TagIndex>" + index
        + "</TagIndex><Value>" + value + "</Value><Quality>Good</Quality></DataValue></OrderedData>";
}

} // namespace

class TestDataSet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void absoluteTimes();
    void relativeTimes();
    void relativeToAnOffsetTime();
    void blocks();
    void unknownTagsAndTimes();
    void readsRelativeTimes();
    void movesTimes();
};

void TestDataSet::absoluteTimes()
{
    const std::string lines = dataSet("<Relative>false</Relative>",
        order("2026-03-29T00:00:10Z", "1", "0.5")
            + "<OrderedData><TimeValue>2026-03-29T00:00:20Z</TimeValue>"
              "<DataValue><Value>0.6</Value></DataValue><DataValue><Value>7</Value></DataValue></OrderedData>");
    QCOMPARE(linesOf(lines, "tag"), std::string("tag asset_id=F-1 text=pressure unit=bar tag=F1.PI01\ntag tag=FLOW\n"));
    QCOMPARE(linesOf(lines, "sample"),
        std::string("sample time=2026-03-29T00:00:10Z value=0.5 quality=Good tag=F1.PI01\n"
                    "sample time=2026-03-29T00:00:20Z value=0.6 tag=F1.PI01\n"
                    "sample time=2026-03-29T00:00:20Z value=7 tag=FLOW\n"));
}

void TestDataSet::relativeTimes()
{
    const std::string lines = dataSet(
        "<Relative>true</Relative>", order("PT10S", "1", "0.5") + order("90", "1", "0.6") + order("1:00:00", "2", "7"));
    QCOMPARE(linesOf(lines, "sample"),
        std::string("sample time=2026-03-29T01:00:10+01:00 value=0.5 quality=Good tag=F1.PI01\n"
                    "sample time=2026-03-29T01:01:30+01:00 value=0.6 quality=Good tag=F1.PI01\n"
                    "sample time=2026-03-29T02:00:00+01:00 value=7 quality=Good tag=FLOW\n"));
}

void TestDataSet::relativeToAnOffsetTime()
{
    const std::string lines = dataSet("<Relative>true</Relative><OffsetTime>2000-01-01T00:00:00</OffsetTime>",
        order("2000-01-01T00:00:10.5", "1", "0.5"));
    QCOMPARE(linesOf(lines, "sample"),
        std::string("sample time=2026-03-29T01:00:10.500000+01:00 value=0.5 quality=Good tag=F1.PI01\n"));
}

void TestDataSet::blocks()
{
    const std::string lines = dataSet("",
        "<DelimitedDataBlock><TagDelimiter>;</TagDelimiter><OrderDelimiter>#</OrderDelimiter><DelimitedData>"
        "2026-03-29T00:00:10Z;0.5;7#2;2026-03-29T00:00:20Z;0.6;#nonsense</DelimitedData></DelimitedDataBlock>");
    QCOMPARE(linesOf(lines, "sample"),
        std::string("sample time=2026-03-29T00:00:10Z value=0.5 tag=F1.PI01\n"
                    "sample time=2026-03-29T00:00:10Z value=7 tag=FLOW\n"
                    "sample time=2026-03-29T00:00:20Z value=0.6 tag=F1.PI01\n"));
    QVERIFY(linesOf(lines, "damaged").starts_with("damaged text=nonsense"));
}

void TestDataSet::unknownTagsAndTimes()
{
    const std::string lines =
        dataSet("<Relative>true</Relative>", order("PT10S", "9", "0.5") + order("soon", "1", "0.5"));
    QVERIFY(linesOf(lines, "damaged").find("no tag has the index 9") != std::string::npos);
    QCOMPARE(linesOf(lines, "sample"), std::string("sample time=relative soon value=0.5 quality=Good tag=F1.PI01\n"));
}

void TestDataSet::readsRelativeTimes()
{
    QCOMPARE(relativeTimeOf("PT1H2M3.5S"), std::optional<std::int64_t>(3'723'500'000));
    QCOMPARE(relativeTimeOf("P1DT2H"), std::optional<std::int64_t>(93'600'000'000));
    QCOMPARE(relativeTimeOf("-PT1S"), std::optional<std::int64_t>(-1'000'000));
    QCOMPARE(relativeTimeOf("0.25"), std::optional<std::int64_t>(250'000));
    QCOMPARE(relativeTimeOf("15m"), std::optional<std::int64_t>(900'000'000));
    for (const char* bad :
        {"", "P", "PT", "P1M", "P1Y", "PT1", "T1S", "abc", "99999999999999999999", "PT1H1H2", ".", "PT.S"})
        QVERIFY2(!relativeTimeOf(bad), bad);
}

void TestDataSet::movesTimes()
{
    QCOMPARE(movedTime("2026-03-29T01:00:00", 1'500'000), std::string("2026-03-29T01:00:01.500000"));
    QCOMPARE(movedTime("2026-03-29T01:00:00Z", -1'000'000), std::string("2026-03-29T00:59:59+00:00"));
    QCOMPARE(movedTime("soon", 1), std::string());
}

QTEST_APPLESS_MAIN(TestDataSet)
#include "tst_data_set.moc"
