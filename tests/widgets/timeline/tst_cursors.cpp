// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/cursors.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::widgets;

namespace {

Timestamp at(std::int64_t seconds)
{
    return Timestamp(std::chrono::seconds(seconds));
}

// Samples each second from 0 to 9, several of them in the column from 4 to 6, then a hole.
SampleTrace trace()
{
    SampleTrace out;
    out.range = {at(0), at(100)};
    out.scan = std::chrono::seconds(1);
    out.columns.push_back({at(0), at(0), 1, 1, 1, 1, 1});
    out.columns.push_back({at(4), at(6), 2, 3, -5, 9, 3});
    return out;
}

} // namespace

class TestCursors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSpanIsWrittenExactly()
    {
        const auto text = [](std::int64_t us) { return exactSpanText(Duration(us)); };
        QCOMPARE(text(0), QStringLiteral("0 s"));
        QCOMPARE(text(17'420'250'000), QStringLiteral("4 h 50 min 20.250 s"));
        QCOMPARE(text(86'400'000'000), QStringLiteral("1 d"));
        QCOMPARE(text(-90'000'001), QStringLiteral("−1 min 30.000001 s"));
        QCOMPARE(text(3'600'000'000 + 5'000), QStringLiteral("1 h 0.005 s"));
    }

    void aValueIsARangeWhereThePictureHoldsSeveralSamples()
    {
        const SampleTrace samples = trace();
        const auto value = [&](std::int64_t seconds) { return valueOf(samples, seconds * 1'000'000); };
        QVERIFY(!value(-1));
        QCOMPARE(*value(0), (ValueRange{1, 1}));
        QCOMPARE(*value(2), (ValueRange{1, 1})); // the sample before, near enough
        QCOMPARE(*value(4), (ValueRange{2, 2}));
        QCOMPARE(*value(5), (ValueRange{-5, 9}));
        QCOMPARE(*value(6), (ValueRange{3, 3}));
        QVERIFY(!value(50)); // in the hole
        QCOMPARE(difference({1, 1}, {-5, 9}), (ValueRange{-6, 8}));
    }

    void timesDifferencesAndValuesAreWritten()
    {
        const SampleTrace samples = trace();
        const Plot plot{TagIndex{0}, QStringLiteral("Flow"), QStringLiteral("F1"), QStringLiteral("mL/min"), {}, {}};
        Cursors cursors{std::int64_t{0}, std::int64_t{6'000'000}};
        const QString text = cursorText(cursors, SiteTime(), {{&plot, &samples}});
        QCOMPARE(text,
            QStringLiteral("A 1 Jan 1970 00:00:00.000   B 1 Jan 1970 00:00:06.000   Δt 6 s\n"
                           "Flow: A 1  B 3  Δy 2 mL/min"));
        cursors[1] = 50'000'000;
        QVERIFY(cursorText(cursors, SiteTime(), {{&plot, &samples}}).endsWith(QStringLiteral("A 1  B – mL/min")));
    }
};

QTEST_GUILESS_MAIN(TestCursors)
#include "tst_cursors.moc"
