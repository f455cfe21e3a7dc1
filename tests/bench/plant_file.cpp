// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/plant_file.h"

#include "model/store/case_file.h"

#include <chrono>
#include <cstdlib>
#include <functional>
#include <random>
#include <vector>

namespace antecedent::bench {

namespace {

constexpr std::size_t kRows = 8'192;
constexpr std::int64_t kDeviations = 10;

Actor benchActor()
{
    return {"bench", [] {
                return WallTime{std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now()), 0};
            }};
}

TimeValue timeOf(std::int64_t us)
{
    TimeValue time;
    time.utcUs = us;
    time.precision = TimePrecision::Decimal3;
    return time;
}

std::string numbered(const char* name, std::uint64_t i)
{
    return name + std::to_string(i);
}

void storeRows(CaseFile& file, const char* name, TableId table, std::size_t total,
    const std::function<void(RecordBatch&, std::size_t)>& fill)
{
    auto writer = file.beginSource({});
    SourceTotals totals;
    for (std::size_t row = 0; row < total;) {
        RecordBatch batch;
        batch.table = table;
        batch.columns.resize(tableSpec(table).columns.size());
        for (; batch.rows < kRows && row < total; ++batch.rows, ++row) {
            fill(batch, row);
            batch.sourceRows.push_back({row + 1, row + 2, 40 + row * 65, 64});
        }
        const auto outcome = (*writer)->add(batch);
        if (!outcome)
            std::exit(1);
        totals.stored += outcome->stored;
        totals.read += batch.rows;
    }
    if (!(*writer)->finish(totals, sha256(name)))
        std::exit(1);
}

} // namespace

void makePlantFile(const std::string& path, std::size_t events, std::size_t samples)
{
    auto file = CaseFile::create(path, "bench", "UTC", benchActor());
    if (!file)
        std::exit(1);
    std::mt19937_64 random(1);
    std::vector<std::string> tags;
    std::vector<std::string> assets;
    std::vector<std::string> codes;
    for (std::uint64_t i = 0; i < kTags; ++i)
        tags.push_back(numbered("AREA1.TI.PV", i));
    for (std::uint64_t i = 0; i < kAssets; ++i)
        assets.push_back(numbered("EQ-", i));
    for (std::uint64_t i = 0; i < 300; ++i)
        codes.push_back(numbered("CODE_", i));
    std::vector<std::int64_t> values(kTags, 250'000);
    storeRows(*file, "samples", TableId::Samples, samples, [&](RecordBatch& batch, std::size_t row) {
        const std::size_t tag = row % kTags;
        values[tag] += static_cast<std::int64_t>(random() % 401) - 200;
        const auto at = static_cast<std::int64_t>(
            static_cast<double>(row / kTags) * static_cast<double>(kSpanUs) / static_cast<double>(samples / kTags));
        batch.columns[0].times.push_back(timeOf(kStart + at / 1'000 * 1'000));
        batch.columns[1].texts.push_back(tags[tag]);
        batch.columns[2].numbers.push_back(Decimal{values[tag], 4, true, false});
        batch.columns[3].texts.push_back("Good");
    });
    const char* const categories[] = {"alarm", "alarm", "alarm", "operator", "state"};
    const char* const severities[] = {"1", "2", "3", "4"};
    storeRows(*file, "events", TableId::Events, events, [&](RecordBatch& batch, std::size_t row) {
        const auto at = static_cast<std::int64_t>(
            static_cast<double>(row) * static_cast<double>(kSpanUs) / static_cast<double>(events));
        const char* category = categories[random() % 5];
        const bool isState = std::string(category) == "state";
        batch.columns[0].times.push_back(timeOf(kStart + at / 1'000 * 1'000));
        batch.columns[1].texts.push_back(assets[random() % kAssets]);
        batch.columns[3].texts.push_back(category);
        batch.columns[4].texts.push_back(isState ? (random() % 2 == 0 ? "RUNNING" : "DOWN") : codes[random() % 300]);
        batch.columns[5].texts.push_back(severities[random() % 4]);
    });
    std::vector<std::string> ids;
    for (std::uint64_t i = 0; i < std::uint64_t{kDeviations}; ++i)
        ids.push_back(numbered("DEV-", i));
    storeRows(
        *file, "deviations", TableId::Deviations, std::size_t{kDeviations}, [&](RecordBatch& batch, std::size_t row) {
            const auto at = static_cast<std::int64_t>(row + 1) * (kSpanUs / (kDeviations + 1));
            batch.columns[0].texts.push_back(ids[row]);
            batch.columns[1].times.push_back(timeOf(kStart + at));
            batch.columns[4].texts.push_back(assets[row]);
            batch.columns[5].texts.push_back("trip");
        });
}

} // namespace antecedent::bench
