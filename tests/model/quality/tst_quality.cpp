// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Data quality: each kind of doubt is found with its rows and words, and a plant's habits are none.
#include "model/quality/check_quality.h"
#include "model/quality/finding_json.h"

#include "tests/support/dataset_builder.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <cmath>

using namespace antecedent;
using namespace antecedent::test;

namespace {

constexpr int kDay = 1'440;

std::string minute(int m)
{
    return formatUtc(at("2026-01-01T00:00:00Z") + std::chrono::minutes(m));
}

// A batch of two hours every day on R-1, with an operation in it.
void addBatches(DatasetBuilder& b, int days)
{
    for (int day = 0; day < days; ++day) {
        const std::string id = "B-" + std::to_string(1'000 + day);
        b.step(id, "Mixing", "R-1", minute(day * kDay + 481 + day % 7), minute(day * kDay + 607 + day % 11));
        b.step(id, "Stir", "R-1", minute(day * kDay + 483 + day % 7), minute(day * kDay + 603 + day % 11), "operation");
    }
}

// Alarms of changing assets, about nine a day, none on every third night.
void addAlarms(DatasetBuilder& b, int fromDay, int toDay)
{
    for (int m = fromDay * kDay; m < toDay * kDay; m += 97 + m % 83)
        if (m / kDay % 3 != 0 || m % kDay > 420)
            b.event(minute(m), "R-" + std::to_string(1 + m % 4), "alarm", "TI_HIGH");
}

std::vector<QualityFinding> check(const Dataset& dataset, std::vector<ImportRemarks> remarks = {})
{
    const AlignmentContext context(dataset);
    const auto found = checkQuality({context, std::move(remarks), {}}, nullptr);
    if (!found)
        qFatal("%s", errorText(found.error()).c_str());
    return *found;
}

const QualityFinding* find(const std::vector<QualityFinding>& findings, QualityKind kind, std::size_t skip = 0)
{
    for (const QualityFinding& finding : findings)
        if (finding.kind == kind && skip-- == 0)
            return &finding;
    return nullptr;
}

std::string namesOf(const std::vector<QualityFinding>& findings)
{
    std::string names;
    for (const QualityFinding& finding : findings)
        names += std::string(toText(finding.kind)) + ": " + finding.what.english() + "\n";
    return names;
}

} // namespace

class TestQuality : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOrdinaryPlantHasNoFinding()
    {
        DatasetBuilder b;
        addBatches(b, 90);
        addAlarms(b, 0, 90);
        const auto findings = check(b.take());
        // The test writes minutes; that they are stated to the second is true of it.
        for (const QualityFinding& finding : findings)
            QVERIFY2(finding.kind == QualityKind::CoarseTime, namesOf(findings).c_str());
    }

    void aGapIsFoundWhileOthersGoOn()
    {
        DatasetBuilder b;
        addBatches(b, 90);
        addAlarms(b, 0, 40);
        addAlarms(b, 52, 90);
        const auto findings = check(b.take());
        const QualityFinding* gap = find(findings, QualityKind::Gap);
        QVERIFY2(gap != nullptr, namesOf(findings).c_str());
        QCOMPARE(gap->count, std::uint64_t{1});
        QCOMPARE(gap->category, std::string("alarm"));
        QVERIFY(std::abs(*gap->worst - 12 * 86'400.0) < 86'400);
        QVERIFY(gap->places[0].row > 0 && gap->places[0].from && gap->places[0].to);
        QVERIFY(gap->what.contains("1 gap without alarm while other records go on"));
        QVERIFY(gap->consequence.contains("count as observed"));
        QVERIFY(find(findings, QualityKind::Gap, 1) == nullptr);
    }

    void aWrongYearHidesNoGap()
    {
        DatasetBuilder b;
        addBatches(b, 90);
        addAlarms(b, 0, 40);
        addAlarms(b, 52, 90);
        b.event("2126-01-02T10:00:00Z", "R-1", "alarm", "TI_HIGH");
        const auto findings = check(b.take());
        // The year is one, too, as the source counts as covering it; nothing else goes on then.
        const QualityFinding* year = find(findings, QualityKind::Gap);
        const QualityFinding* gap = find(findings, QualityKind::Gap, 1);
        QVERIFY2(year != nullptr && gap != nullptr, namesOf(findings).c_str());
        QCOMPARE(*year->places[0].to, at("2126-01-02T10:00:00Z"));
        QVERIFY(year->what.contains("nothing to compare it with"));
        QCOMPARE(gap->count, std::uint64_t{1});
        QVERIFY(gap->what.contains("1 gap without alarm while other records go on"));
    }

    void aStandstillOfThePlantIsNoGap()
    {
        DatasetBuilder b;
        addAlarms(b, 0, 40);
        addAlarms(b, 52, 90);
        for (int day = 0; day < 90; ++day)
            if (day < 40 || day >= 52)
                b.step("B-" + std::to_string(day), "Mixing", "R-1", minute(day * kDay + 481), minute(day * kDay + 600));
        const auto findings = check(b.take());
        QVERIFY2(find(findings, QualityKind::Gap) == nullptr, namesOf(findings).c_str());
    }

    void aLongStepIsNoGap()
    {
        DatasetBuilder b;
        addAlarms(b, 0, 90);
        for (int day = 0; day < 90; ++day)
            if (day < 40 || day >= 52)
                b.step("B-" + std::to_string(day), "Mixing", "R-1", minute(day * kDay + 481),
                    minute((day == 39 ? 52 : day) * kDay + 600));
        const auto findings = check(b.take());
        QVERIFY2(find(findings, QualityKind::Gap) == nullptr, namesOf(findings).c_str());
    }

    void whatComesRarelyHasNoGaps()
    {
        DatasetBuilder b;
        addBatches(b, 90);
        for (int i = 0; i < 40; ++i) // three or four a week, in groups
            b.event(minute(i / 4 * 9 * kDay + i % 4 * 40), "R-1", "alarm", "PI_LOW");
        const auto findings = check(b.take());
        QVERIFY2(find(findings, QualityKind::Gap) == nullptr, namesOf(findings).c_str());
    }

    void repeatsAndTheFutureComeFromTheImport()
    {
        DatasetBuilder b;
        b.later([](Dataset& d) { d.sources[0].rowsDuplicate = 3; });
        addBatches(b, 3);
        ImportRemarks remarks;
        remarks.counts[DiagnosticCode::FutureTime] = 2;
        for (const std::uint64_t row : {7U, 9U}) {
            Diagnostic repeat;
            repeat.code = DiagnosticCode::DuplicateRow;
            repeat.row = row;
            Diagnostic future = repeat;
            future.code = DiagnosticCode::FutureTime;
            future.excerpt = "2099-01-01T00:00:00Z";
            remarks.rows.push_back(repeat);
            remarks.rows.push_back(future);
        }
        const auto findings = check(b.take(), {remarks});
        const QualityFinding* repeats = find(findings, QualityKind::DuplicateRows);
        QVERIFY(repeats != nullptr);
        QCOMPARE(repeats->count, std::uint64_t{3});
        QCOMPARE(repeats->places.size(), std::size_t{2}); // those that the import noted by row
        const QualityFinding* future = find(findings, QualityKind::FutureTime);
        QVERIFY(future != nullptr);
        QCOMPARE(future->count, std::uint64_t{2});
        QCOMPARE(future->places[1].row, std::uint64_t{9});
        QCOMPARE(*future->places[1].from, at("2099-01-01T00:00:00Z"));
        QCOMPARE(findings.front().kind, QualityKind::FutureTime); // the weightier first
    }

    void whatEndsBeforeItStartsIsListed()
    {
        DatasetBuilder b;
        addBatches(b, 3);
        b.step("B-9", "Mixing", "R-2", "2026-01-02T10:00:00Z", "2026-01-02T09:30:00Z");
        b.event("2026-01-02T10:00:00Z", "R-1", "state", "IDLE", {}, "2026-01-02T09:59:00Z");
        const auto findings = check(b.take());
        const QualityFinding* steps = find(findings, QualityKind::EndBeforeStart);
        QVERIFY(steps != nullptr);
        QCOMPARE(steps->table, TableId::BatchSteps);
        QCOMPARE(*steps->worst, 1'800.0);
        const QualityFinding* events = find(findings, QualityKind::EndBeforeStart, 1);
        QVERIFY(events != nullptr);
        QCOMPARE(events->category, std::string("state"));
        QVERIFY(events->what.contains("ends before it starts, by 60 s"));
    }

    void twoBatchesOnOneUnitAreOneOverlap()
    {
        DatasetBuilder b;
        addBatches(b, 30);
        const std::string day5 = minute(5 * kDay + 590);
        b.step("B-X", "Mixing", "R-1", day5, minute(5 * kDay + 700));
        b.step("B-X", "Stir", "R-1", minute(5 * kDay + 592), minute(5 * kDay + 690), "operation");
        const auto findings = check(b.take());
        const QualityFinding* overlap = find(findings, QualityKind::UnitOverlap);
        QVERIFY(overlap != nullptr);
        QCOMPARE(overlap->count, std::uint64_t{1});
        QCOMPARE(overlap->weight, QualityWeight::Serious);
        QCOMPARE(*overlap->worst, 60.0 * (607 + 5 - 590));
        const Dataset named = [] {
            DatasetBuilder again;
            addBatches(again, 30);
            again.batch("B-X");
            return again.take();
        }();
        QCOMPARE(named.batches[overlap->places[0].batch.value].id, std::string("B-X"));
        QCOMPARE(named.batches[overlap->places[0].other.value].id, std::string("B-1005"));
    }

    void anAssetThatIsSharedByHabitIsOnlyNoted()
    {
        DatasetBuilder b;
        for (int i = 0; i < 40; ++i)
            b.step("B-" + std::to_string(i), "Hold", "COLD-1", minute(i * 300), minute(i * 300 + 900));
        const auto findings = check(b.take());
        const QualityFinding* shared = find(findings, QualityKind::UnitOverlap);
        QVERIFY(shared != nullptr);
        QCOMPARE(shared->weight, QualityWeight::Note);
        QCOMPARE(shared->count, std::uint64_t{39});
        QVERIFY(find(findings, QualityKind::UnitOverlap, 1) == nullptr);
    }

    void aHandoverWithinTheMinuteIsNoOverlap()
    {
        DatasetBuilder b;
        b.step("B-1", "Mixing", "R-1", "2026-01-01T08:00:00Z", "2026-01-01T10:00:30Z");
        b.step("B-2", "Mixing", "R-1", "2026-01-01T10:00:00Z", "2026-01-01T12:00:00Z");
        QVERIFY(find(check(b.take()), QualityKind::UnitOverlap) == nullptr);
    }

    void lateAndEarlyEntriesAreMeasuredAgainstTheUsualLag()
    {
        DatasetBuilder b;
        for (int i = 0; i < 40; ++i)
            b.calibration("CAL-" + std::to_string(i), "TI-" + std::to_string(i), minute(i * kDay + 540 + i), {}, "pass",
                [i](Calibration& c) {
                    const int lag = i == 7 ? 5'000 : i == 9 ? -45 : 20 + i % 9;
                    c.head.recorded = time(minute(i * kDay + 540 + i + lag));
                });
        const auto findings = check(b.take());
        const QualityFinding* late = find(findings, QualityKind::LateEntry);
        QVERIFY(late != nullptr);
        QCOMPARE(late->count, std::uint64_t{1});
        QCOMPARE(*late->worst, 5'000 * 60.0);
        QVERIFY(late->what.contains("3.5 d after it happened"));
        const QualityFinding* early = find(findings, QualityKind::EarlyEntry);
        QVERIFY(early != nullptr);
        QCOMPARE(*early->worst, 45 * 60.0);
    }

    void entriesOfTheNextDayAreAHabit()
    {
        DatasetBuilder b;
        for (int i = 0; i < 40; ++i)
            b.calibration("CAL-" + std::to_string(i), "TI-" + std::to_string(i), minute(i * kDay + 540 + i), {}, "pass",
                [i](Calibration& c) { c.head.recorded = time(minute(i * kDay + 540 + 1'200 + i * 37 % 300)); });
        QVERIFY(find(check(b.take()), QualityKind::LateEntry) == nullptr);
    }

    void anOrderThatIsReportedAfterItsWorkIsLate()
    {
        DatasetBuilder b;
        const auto done = [](std::string_view from, std::string_view to) {
            return [from, to](WorkOrder& w) {
                w.started = time(from);
                w.finished = time(to);
            };
        };
        b.workOrder(
            "WO-1", "R-1", "CM", "2026-01-05T10:00:00Z", {}, done("2026-01-05T11:00:00Z", "2026-01-05T12:00:00Z"));
        b.workOrder(
            "WO-2", "R-1", "CM", "2026-01-08T10:00:00Z", {}, done("2026-01-06T11:00:00Z", "2026-01-06T12:00:00Z"));
        b.workOrder(
            "WO-3", "R-1", "PM", "2026-01-01T10:00:00Z", {}, done("2026-01-09T11:00:00Z", "2026-01-09T12:00:00Z"));
        const auto findings = check(b.take());
        const QualityFinding* late = find(findings, QualityKind::LateEntry);
        QVERIFY(late != nullptr);
        QCOMPARE(late->count, std::uint64_t{1});
        QCOMPARE(*late->worst, 46 * 3'600.0);
        QVERIFY(late->what.contains("1 work order was reported after the work was done"));
        QVERIFY(late->consequence.contains("never an antecedent"));
    }

    void ordersThatAreAllReportedAfterTheirWorkAreLate()
    {
        DatasetBuilder b;
        for (int i = 0; i < 9; ++i)
            b.workOrder("WO-" + std::to_string(i), "R-1", "CM", minute(i * kDay + 3'000 + i), {}, [i](WorkOrder& w) {
                w.started = time(minute(i * kDay + 13));
                w.finished = time(minute(i * kDay + 77 + i));
            });
        const auto findings = check(b.take());
        const QualityFinding* late = find(findings, QualityKind::LateEntry);
        QVERIFY(late != nullptr);
        QCOMPARE(late->count, std::uint64_t{9});
    }

    void recordsThatWereStampedTogetherAreFound()
    {
        DatasetBuilder b;
        for (int i = 0; i < 60; ++i)
            b.cleaning("CL-" + std::to_string(i), "R-" + std::to_string(i % 20), minute(i * 311 + i % 7),
                minute(i * 311 + 61));
        for (int i = 0; i < 12; ++i)
            b.cleaning(
                "CL-X" + std::to_string(i), "R-" + std::to_string(i), "2026-01-07T06:13:12Z", "2026-01-07T07:13:12Z");
        const auto findings = check(b.take());
        const QualityFinding* same = find(findings, QualityKind::SameTime);
        QVERIFY2(same != nullptr, namesOf(findings).c_str());
        QCOMPARE(same->count, std::uint64_t{12});
        QCOMPARE(*same->worst, 12.0);
    }

    void phasesOfABatchStartTogetherByNature()
    {
        DatasetBuilder b;
        for (int i = 0; i < 10; ++i)
            for (int phase = 0; phase < 12; ++phase)
                b.step("B-" + std::to_string(i), "P-" + std::to_string(phase), "R-" + std::to_string(phase),
                    minute(i * kDay + 1), minute(i * kDay + 30));
        QVERIFY(find(check(b.take()), QualityKind::SameTime) == nullptr);
    }

    void datesAndRoundedTimesAreToldFromExactOnes()
    {
        DatasetBuilder b;
        for (int i = 0; i < 40; ++i)
            b.workOrder("WO-" + std::to_string(i), "R-1", "CM", minute(i * kDay + i * 5 % 700));
        for (int i = 0; i < 6; ++i)
            b.calibration("CAL-" + std::to_string(i), "TI-1", minute(i * 30 * kDay));
        const auto findings = check(b.take());
        const QualityFinding* coarse = find(findings, QualityKind::CoarseTime);
        QVERIFY2(coarse != nullptr, namesOf(findings).c_str());
        QCOMPARE(coarse->table, TableId::WorkOrders);
        QCOMPARE(*coarse->worst, 300.0);
        const QualityFinding* dates = find(findings, QualityKind::DateOnly);
        QVERIFY(dates != nullptr);
        QCOMPARE(dates->table, TableId::Calibrations);
        QCOMPARE(dates->count, std::uint64_t{6});
        QCOMPARE(dates->weight, QualityWeight::Caution); // stated to the second
    }

    void oddDurationsAreComparedWithinTheirKind()
    {
        DatasetBuilder b;
        for (int i = 0; i < 40; ++i) {
            b.cleaning("CIP-" + std::to_string(i), "R-1", minute(i * kDay + 7), minute(i * kDay + 67 + i % 20));
            b.cleaning("COP-" + std::to_string(i), "R-2", minute(i * kDay), minute(i * kDay + 2'000 + i), "COP");
        }
        b.cleaning("CIP-X", "R-1", minute(50 * kDay), minute(53 * kDay));
        b.cleaning("CIP-0", "R-1", minute(55 * kDay), minute(55 * kDay));
        const auto findings = check(b.take());
        const QualityFinding* zero = find(findings, QualityKind::ImplausibleDuration);
        const QualityFinding* extreme = find(findings, QualityKind::ImplausibleDuration, 1);
        QVERIFY(zero != nullptr && extreme != nullptr);
        QCOMPARE(zero->count, std::uint64_t{1});
        QCOMPARE(extreme->count, std::uint64_t{1});
        QCOMPARE(*extreme->worst, 3 * 86'400.0);
    }

    void chatteringAndFloodsFollowIsa182()
    {
        DatasetBuilder b;
        for (const char* when : {"2026-01-01T08:00:00Z", "2026-01-01T08:00:20Z", "2026-01-01T08:00:50Z"})
            b.event(when, "R-1", "alarm", "LSH");
        b.event("2026-01-01T09:00:00Z", "R-1", "alarm", "TI");
        b.event("2026-01-01T09:00:31Z", "R-1", "alarm", "TI");
        b.event("2026-01-01T09:01:00Z", "R-1", "alarm", "TI"); // the third a minute after the first: in the next one
        for (int i = 0; i < 11; ++i)
            b.event(
                "2026-01-02T10:0" + std::to_string(i * 50 / 60) + ":" + std::to_string(10 + i * 50 % 60 / 10 * 4) + "Z",
                "R-2", "alarm", "A" + std::to_string(i));
        const auto findings = check(b.take());
        const QualityFinding* chatter = find(findings, QualityKind::Chattering);
        QVERIFY(chatter != nullptr);
        QCOMPARE(chatter->count, std::uint64_t{1});
        QVERIFY(chatter->what.contains("LSH @ R-1"));
        const QualityFinding* flood = find(findings, QualityKind::AlarmFlood);
        QVERIFY(flood != nullptr);
        QCOMPARE(flood->count, std::uint64_t{1});
        QCOMPARE(*flood->worst, 11.0);
    }

    void openRepeatsNameTheirRows()
    {
        DatasetBuilder b;
        b.event("2026-01-01T08:00:00Z", "R-1", "alarm", "TI");
        b.event("2026-01-01T08:00:01Z", "R-1", "alarm", "TI");
        b.later([](Dataset& d) {
            RepeatedFact fact{"REP-1", RepeatState::Open, 0, {}, {1}};
            fact.statements = {{d.events.id[0], SourceIndex{0}, 1, d.events.timeUs[0]},
                {d.events.id[1], SourceIndex{0}, 2, d.events.timeUs[1]}};
            d.repeats.push_back(fact);
            fact.state = RepeatState::Confirmed;
            d.repeats.push_back(fact);
        });
        const Dataset dataset = b.take();
        const auto findings = check(dataset);
        const QualityFinding* repeats = find(findings, QualityKind::OpenRepeats);
        QVERIFY(repeats != nullptr);
        QCOMPARE(repeats->count, std::uint64_t{2});
        QCOMPARE(repeats->places[1].row, std::uint64_t{2});
        const nlohmann::json json = toJson(dataset, *repeats);
        QCOMPARE(json["kind"].get<std::string>(), std::string("open_repeats"));
        QVERIFY(json["worst"].is_null());
        QCOMPARE(json["places"][0]["record"].get<std::string>(), toHex(dataset.events.id[0]));
    }

    void processDataAreMissedOnlyWhileTheAssetRuns()
    {
        struct Reader : SampleReader
        {
            Result<std::vector<Sample>> read(TagIndex, const Interval& interval) override
            {
                std::vector<Sample> out;
                for (const int m : minutes)
                    if (const Timestamp t = at(minute(m)); interval.contains(t))
                        out.push_back({t, 20 + std::sin(m) + m % 7});
                return out;
            }
            std::vector<int> minutes;
        } reader;
        DatasetBuilder b;
        b.asset("SITE", "", "site").asset("R-1", "SITE", "unit").asset("R-1-TI", "R-1", "instrument");
        for (int day = 0; day < 10; ++day) {
            b.step("B-" + std::to_string(day), "Mixing", "R-1", minute(day * kDay + 480), minute(day * kDay + 960));
            for (int m = 480; m < 960; ++m) // a stop of two hours on the fourth day, an hour missed on the sixth
                if ((day != 3 || m < 600 || m > 720) && (day != 5 || m < 600 || m > 660))
                    reader.minutes.push_back(day * kDay + m);
        }
        b.event(minute(3 * kDay + 599), "R-1", "state", "DOWN", {}, minute(3 * kDay + 721));
        b.later([&](Dataset& d) {
            Tag tag;
            tag.name = "R-1.TI";
            tag.asset = d.findAsset("R-1-TI");
            tag.sampleCount = reader.minutes.size();
            tag.sampleSpan = Interval{at(minute(480)), at(minute(9 * kDay + 960))};
            d.tags.push_back(tag);
        });
        const Dataset dataset = b.take();
        const AlignmentContext context(dataset);
        const auto found = checkQuality({context, {}, {}}, &reader);
        QVERIFY(found);
        const QualityFinding* gap = find(*found, QualityKind::Gap);
        QVERIFY2(gap != nullptr, namesOf(*found).c_str());
        QCOMPARE(gap->count, std::uint64_t{1});
        QCOMPARE(*gap->places[0].from, at(minute(5 * kDay + 599)));
        QCOMPARE(*gap->worst, 62 * 60.0);
        QVERIFY(gap->what.contains("while its asset was in use"));
    }

    void aStopEndsTheWork()
    {
        DatasetBuilder b;
        addBatches(b, 3);
        const Dataset dataset = b.take();
        const AlignmentContext context(dataset);
        std::stop_source stop;
        stop.request_stop();
        const auto found = checkQuality({context, {}, {}}, nullptr, stop.get_token());
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::Cancelled);
    }

    void manyPlacesAreCountedAndAHundredListed()
    {
        DatasetBuilder b;
        for (int i = 0; i < 150; ++i)
            b.step("B-" + std::to_string(i), "Mixing", "R-1", minute(i * 100 + 60), minute(i * 100));
        const auto findings = check(b.take());
        const QualityFinding* reversed = find(findings, QualityKind::EndBeforeStart);
        QVERIFY(reversed != nullptr);
        QCOMPARE(reversed->count, std::uint64_t{150});
        QCOMPARE(reversed->places.size(), kListedPlaces);
    }
};

QTEST_GUILESS_MAIN(TestQuality)
#include "tst_quality.moc"
