// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/filter.h"

#include "tests/support/dataset_builder.h"

#include <QTest>

#include <random>

using namespace antecedent;
using namespace antecedent::test;

class TestFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void selects_data();
    void selects();
    void saysInWhichColumnItIsWrong_data();
    void saysInWhichColumnItIsWrong();
    void matchesDeviations();
    void readsTextsThatAreOnlyInTheStore();
    void printsAFormThatParsesToTheSame();
    void nestsAsDeepAsItsFormCanBeRead();
    void findsStretchesOfProcessData();
    void survivesGarbledText();
};

namespace {

Dataset plant()
{
    DatasetBuilder b;
    b.event("2024-05-01T00:00:00Z", "R-101", "alarm", "TI_HIGH", "B1", {}, "Temperature high", "2");
    b.event("2024-05-02T00:00:00Z", "R-101", "state", "IDLE");
    b.event("2024-05-03T00:00:00Z", "R-102", "alarm", "PI \"LOW\"", {}, {}, "Pressure low", "10");
    b.workOrder("W1", "R-101", "CM", "2024-05-04T00:00:00Z", "2024-05-05T00:00:00Z", [](WorkOrder& o) {
        o.failureMode = "ELU";
        o.text = "Leak at seal";
        o.performedBy = "Kim";
    });
    b.later([](Dataset& d) { d.assetNames["10-R101"] = d.findAsset("R-101"); });
    return b.take();
}

std::string selected(const Dataset& dataset, std::string_view text)
{
    const auto filter = Filter::parse(text);
    if (!filter)
        return errorText(filter.error());
    std::string out;
    const UnifiedEvents events = unifyEvents(dataset);
    for (const auto i : filter->select(dataset, events)) {
        out += std::to_string(i);
        if (!filter->matches(dataset, events, i))
            out += " but no match";
    }
    return out;
}

} // namespace

void TestFilter::selects_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("expected"); // positions in order of time
    QTest::newRow("the example of the contract") << R"(asset = "R-101" and category = alarm and text ~ "temp")"
                                                 << "0";
    QTest::newRow("an alias") << R"(asset = "10-R101")"
                              << "013";
    QTest::newRow("not equal") << "asset != R-101"
                               << "2";
    QTest::newRow("class") << "class = alarm:TI_HIGH"
                           << "0";
    QTest::newRow("class of a work order") << "class = work_order:CM/ELU"
                                           << "3";
    QTest::newRow("code") << "code ~ ti"
                          << "0";
    QTest::newRow("in a list") << "category in (state, 'alarm')"
                               << "012";
    QTest::newRow("not in a list") << "category not in (state, alarm)"
                                   << "3";
    QTest::newRow("or binds less than and") << "category = state or category = alarm and asset = R-102"
                                            << "12";
    QTest::newRow("parentheses") << "(category = state or category = alarm) and asset = R-101"
                                 << "01";
    QTest::newRow("not") << "not category = alarm"
                         << "13";
    QTest::newRow("words in capitals") << "NOT category = alarm AND asset = R-101"
                                       << "13";
    QTest::newRow("numbers compare as numbers") << "severity < 10 and category = alarm"
                                                << "0";
    QTest::newRow("time") << "time >= 2024-05-02T02:00:00+02:00 and time < 2024-05-04T00:00:00Z"
                          << "12";
    QTest::newRow("table") << "table = work_orders"
                           << "3";
    QTest::newRow("source") << "source = test.csv"
                            << "0123";
    QTest::newRow("actor") << "actor = Kim"
                           << "3";
    QTest::newRow("batch") << "batch = B1"
                           << "0";
    QTest::newRow("no batch") << "batch = \"\" and category = alarm"
                              << "2";
    QTest::newRow("quotes in quotes") << R"(code = "PI \"LOW\"")"
                                      << "2";
    QTest::newRow("doubled quotes") << R"(code = "PI ""LOW""")"
                                    << "2";
    QTest::newRow("no blanks") << "asset=R-102"
                               << "2";
}

void TestFilter::selects()
{
    QFETCH(QString, filter);
    QFETCH(QString, expected);
    QCOMPARE(selected(plant(), filter.toStdString()), expected.toStdString());
}

void TestFilter::saysInWhichColumnItIsWrong_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("detail"); // part of it
    QTest::newRow("empty") << ""
                           << "column 1"
                           << "empty";
    QTest::newRow("unknown field") << "asset = a and colour = red"
                                   << "column 15"
                                   << "unknown field \"colour\"";
    QTest::newRow("no operator") << "asset R-101"
                                 << "column 7"
                                 << "expected one of";
    QTest::newRow("no value") << "asset ="
                              << "column 8"
                              << "expected a value";
    QTest::newRow("open quote") << "asset = \"R"
                                << "column 9"
                                << "not closed";
    QTest::newRow("open parenthesis") << "(asset = a"
                                      << "column 11"
                                      << "closing parenthesis";
    QTest::newRow("something after the end") << "asset = a b"
                                             << "column 11"
                                             << "expected and, or";
    QTest::newRow("time without zone") << "time > 2024-05-01T00:00:00"
                                       << "column 8"
                                       << "needs Z or an offset";
    QTest::newRow("no time") << "time > soon"
                             << "column 8"
                             << "no ISO 8601 time";
    QTest::newRow("exclamation mark alone") << "asset ! a"
                                            << "column 7"
                                            << "!=";
    QTest::newRow("list without end") << "asset in (a b)"
                                      << "column 13"
                                      << "expected , or )";
    QTest::newRow("not without in") << "asset not a"
                                    << "column 11"
                                    << "expected in";
}

void TestFilter::saysInWhichColumnItIsWrong()
{
    QFETCH(QString, filter);
    QFETCH(QString, where);
    QFETCH(QString, detail);
    const auto parsed = Filter::parse(filter.toStdString());
    QVERIFY(!parsed.has_value());
    QCOMPARE(parsed.error().code, ErrorCode::InvalidFilter);
    QCOMPARE(QString::fromStdString(parsed.error().where), where);
    QVERIFY2(QString::fromStdString(parsed.error().detail).contains(detail), parsed.error().detail.c_str());
}

void TestFilter::matchesDeviations()
{
    DatasetBuilder b;
    b.deviation("D1", "leak", "2024-05-10T12:00:00Z", "M1", "B1", [](Deviation& v) { v.text = "Leak at valve"; });
    b.deviation("D2", "trip", "2024-05-11T12:00:00Z", "M2");
    const Dataset d = b.take();
    const auto matches = [&](std::string_view text) {
        std::string out;
        const auto filter = Filter::parse(text);
        for (const Deviation& deviation : d.deviations)
            if (filter && filter->matches(d, deviation))
                out += deviation.id;
        return out;
    };
    QCOMPARE(matches("class = leak"), std::string("D1"));
    QCOMPARE(matches("asset = M2 or batch = B1"), std::string("D1D2"));
    QCOMPARE(matches("text ~ VALVE"), std::string("D1"));
    QCOMPARE(matches("time > 2024-05-11T00:00:00Z"), std::string("D2"));
    QCOMPARE(matches("code = D2"), std::string("D2"));
}

void TestFilter::readsTextsThatAreOnlyInTheStore()
{
    DatasetBuilder b;
    b.event("2024-05-01T00:00:00Z", "R-101", "alarm", "A");
    const Dataset d = b.take();
    const UnifiedEvents events = unifyEvents(d);
    const auto filter = Filter::parse("text ~ long");
    QVERIFY(filter->select(d, events).empty());
    QCOMPARE(
        filter->select(d, events, [](const RecordRef&) { return std::string("A long text"); }).size(), std::size_t{1});
}

void TestFilter::printsAFormThatParsesToTheSame()
{
    for (const char* text : {"asset=a", "not (asset = a or batch in (b, \"c \"\"d\"\"\")) and code ~ x", "a = 1",
             "asset = a or asset = b and not asset = c", "text = \"back\\\\slash\""}) {
        const auto filter = Filter::parse(text);
        if (!filter)
            continue;
        const auto again = Filter::parse(filter->toText());
        QVERIFY2(again.has_value(), filter->toText().c_str());
        QCOMPARE(again->toText(), filter->toText());
        QCOMPARE(selected(plant(), filter->toText()), selected(plant(), text));
    }
}

// Its canonical form nests deeper than what was written, and is read as well.
void TestFilter::nestsAsDeepAsItsFormCanBeRead()
{
    const auto negated = [](int times) {
        std::string out;
        for (int i = 0; i < times; ++i)
            out += "not ";
        return out + "code = A";
    };
    const Result<Filter> filter = Filter::parse(negated(49));
    QVERIFY(filter && Filter::parse(filter->toText()));
    QCOMPARE(Filter::parse(negated(50)).error().detail, std::string("too deeply nested"));
}

void TestFilter::findsStretchesOfProcessData()
{
    // Scan of 10 s: stops at 10-30 s, at 60 s, and on both sides of a gap from 90 s to 300 s.
    struct Reader : SampleReader
    {
        Result<std::vector<Sample>> read(TagIndex, const Interval&) override
        {
            const std::array<std::pair<int, double>, 14> values{
                {{0, 5}, {10, 0}, {20, 0}, {30, 4}, {40, 4}, {50, 4}, {60, 0}, {70, 4}, {80, 0}, {90, 0}, {300, 0},
                    {310, 0}, {320, std::numeric_limits<double>::quiet_NaN()}, {330, 1}}};
            std::vector<Sample> samples;
            for (const auto& [second, value] : values)
                samples.push_back(Sample{at("2024-05-01T00:00:00Z") + std::chrono::seconds(second), value});
            return samples;
        }
    };
    DatasetBuilder b;
    b.asset("PRESS").later([](Dataset& d) {
        for (const char* name : {"force", "tbl_speed"}) {
            Tag tag;
            tag.name = name;
            tag.asset = d.findAsset("PRESS");
            d.tags.push_back(tag);
        }
    });
    const Dataset d = b.take();
    Reader reader;
    const Interval all{Timestamp{}, Timestamp::max()};
    const auto found = [&](std::string_view text) {
        const auto filter = Filter::parse(text, d);
        if (!filter)
            return errorText(filter.error());
        std::string out;
        const auto stretches = filter->stretches(d, reader, all);
        for (const TagStretch& stretch : *stretches) {
            const Timestamp start = at("2024-05-01T00:00:00Z");
            out += std::to_string((stretch.interval.begin - start).count() / 1'000'000) + "-"
                + std::to_string((stretch.interval.end - start).count() / 1'000'000) + " ";
        }
        return out;
    };
    QCOMPARE(found("tbl_speed = 0"), std::string("10-30 60-70 80-90 300-320 "));
    QCOMPARE(found("tbl_speed = 0 and asset = PRESS and time < 2024-05-01T00:01:20Z"), std::string("10-30 60-70 "));
    QCOMPARE(found("tbl_speed = 0 and asset = OTHER"), std::string());
    QVERIFY(!Filter::parse("tbl_speed = 0").has_value());
    QVERIFY(!Filter::parse("tbl_speed ~ x", d).has_value());
    QVERIFY(!Filter::parse("asset = PRESS", d)->stretches(d, reader, all).has_value());
    QVERIFY(!Filter::parse("asset = PRESS", d)->tag(d).valid());
    QCOMPARE(Filter::parse("tbl_speed = 0", d)->toText(), std::string("\"tbl_speed\" = \"0\""));
}

void TestFilter::survivesGarbledText()
{
    const Dataset d = plant();
    const UnifiedEvents events = unifyEvents(d);
    const std::array<std::string, 16> words{"asset", "=", "\"R-101\"", "and", "or", "not", "(", ")", "in", ",", "~",
        "time", "<", "2024-05-01T00:00:00Z", "\"", "\\"};
    std::mt19937 random(3);
    int valid = 0;
    const std::function<std::string(int)> expression = [&](int depth) -> std::string {
        switch (depth > 0 ? random() % 5U : 0U) {
        case 1:
            return expression(depth - 1) + " and " + expression(depth - 1);
        case 2:
            return expression(depth - 1) + " or " + expression(depth - 1);
        case 3:
            return "not " + expression(depth - 1);
        case 4:
            return "(" + expression(depth - 1) + ")";
        default:
            return random() % 2U == 0 ? "asset = R-10" + std::to_string(random() % 3U) : "category in (alarm, 'state')";
        }
    };
    for (int round = 0; round < 5000; ++round) {
        std::string text;
        const auto count = random() % 12U;
        for (unsigned i = 0; i < count; ++i)
            text += words[random() % words.size()] + (random() % 4U == 0 ? "" : " ");
        if (round % 2 == 0)
            text = expression(4);
        if (random() % 5U == 0 && !text.empty())
            text[random() % text.size()] = static_cast<char>(random() % 256U);
        const auto filter = Filter::parse(text);
        if (!filter)
            continue;
        ++valid;
        const auto again = Filter::parse(filter->toText());
        QVERIFY2(again.has_value(), text.c_str());
        QVERIFY(again->select(d, events) == filter->select(d, events));
    }
    QVERIFY(valid > 1000);
    QVERIFY(!Filter::parse(std::string(5000, '(')).has_value());
    std::string nots;
    for (int i = 0; i < 5000; ++i)
        nots += "not ";
    QVERIFY(!Filter::parse(nots + "asset = a").has_value());
}

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
