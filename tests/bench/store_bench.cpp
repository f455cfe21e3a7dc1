// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Times the store alone, with records made in memory: store_bench FILE [samples in millions] [events in
// millions] [1: store everything again, as exact repeats].
#include "model/store/case_file.h"
#include "model/timeline/dataset_loader.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <random>
#include <string>

using namespace antecedent;

namespace {

constexpr std::size_t kRows = 8'192;
constexpr std::int64_t kStart = 1'767'225'600'000'000;

class Watch
{
public:
    explicit Watch(const char* what)
        : m_what(what)
    {
    }
    ~Watch()
    {
        const double wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_wall).count();
        const double cpu = static_cast<double>(std::clock() - m_cpu) / CLOCKS_PER_SEC;
        std::printf("%-28s wall %.3f s, cpu %.3f s\n", m_what, wall, cpu);
    }

private:
    const char* m_what;
    std::chrono::steady_clock::time_point m_wall = std::chrono::steady_clock::now();
    std::clock_t m_cpu = std::clock();
};

Actor bench()
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

std::vector<RecordBatch> sampleBatches(std::size_t total, const std::vector<std::string>& tags)
{
    std::vector<RecordBatch> batches;
    std::mt19937_64 random(1);
    std::vector<std::int64_t> values(tags.size(), 250'000);
    for (std::size_t row = 0; row < total;) {
        RecordBatch batch;
        batch.table = TableId::Samples;
        batch.columns.resize(tableSpec(TableId::Samples).columns.size());
        for (; batch.rows < kRows && row < total; ++batch.rows, ++row) {
            const std::size_t tag = row % tags.size();
            values[tag] += static_cast<std::int64_t>(random() % 401) - 200;
            batch.columns[0].times.push_back(timeOf(kStart + static_cast<std::int64_t>(row / tags.size()) * 1'000'000
                + static_cast<std::int64_t>(random() % 100) * 1'000));
            batch.columns[1].texts.push_back(tags[tag]);
            batch.columns[2].numbers.push_back(Decimal{values[tag], 4, true, false});
            batch.columns[3].texts.push_back("Good");
            batch.sourceRows.push_back({row + 1, row + 2, 40 + row * 65, 64});
        }
        batches.push_back(std::move(batch));
    }
    return batches;
}

std::vector<RecordBatch> eventBatches(std::size_t total, std::vector<std::string>& texts)
{
    std::mt19937_64 random(2);
    texts.reserve(total + 700);
    for (int i = 0; i < 600; ++i)
        texts.push_back((i < 100 ? "EQ-" : "ALARM_CODE_") + std::to_string(i));
    std::vector<RecordBatch> batches;
    for (std::size_t row = 0; row < total;) {
        RecordBatch batch;
        batch.table = TableId::Events;
        batch.columns.resize(tableSpec(TableId::Events).columns.size());
        for (; batch.rows < kRows && row < total; ++batch.rows, ++row) {
            texts.push_back("Value of loop " + std::to_string(random() % 1'000'000) + " above limit, step "
                + std::to_string(random() % 5'000));
            batch.columns[0].times.push_back(timeOf(kStart + static_cast<std::int64_t>(row) * 15'000'000));
            batch.columns[1].texts.push_back(texts[random() % 100]);
            batch.columns[3].texts.push_back("alarm");
            batch.columns[4].texts.push_back(texts[100 + random() % 500]);
            batch.columns[6].texts.push_back(texts.back());
            batch.sourceRows.push_back({row + 1, row + 2, 60 + row * 97, 90});
        }
        batches.push_back(std::move(batch));
    }
    return batches;
}

void store(CaseFile& file, const char* name, const std::vector<RecordBatch>& batches)
{
    const Watch watch(name);
    auto writer = file.beginSource({});
    SourceTotals totals;
    for (const RecordBatch& batch : batches) {
        const auto outcome = (*writer)->add(batch);
        if (!outcome)
            std::exit(1);
        totals.stored += outcome->stored;
        totals.duplicate += outcome->duplicateRows.size();
        totals.read += batch.rows;
    }
    if (!(*writer)->finish(totals, sha256(name)))
        std::exit(1);
    std::printf("%llu stored, %llu repeats\n", static_cast<unsigned long long>(totals.stored),
        static_cast<unsigned long long>(totals.duplicate));
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2)
        return 2;
    const std::string path = argv[1];
    const std::size_t samples = argc > 2 ? std::strtoul(argv[2], nullptr, 10) * 1'000'000 : 10'000'000;
    const std::size_t events = argc > 3 ? std::strtoul(argv[3], nullptr, 10) * 1'000'000 : 2'000'000;
    const bool again = argc > 4;
    auto file = CaseFile::create(path, "bench", "UTC", bench());
    if (!file)
        return 1;
    std::vector<std::string> tags;
    for (int i = 0; i < 50; ++i)
        tags.push_back("AREA1.UNIT" + std::to_string(i) + ".TI.PV");
    {
        const auto batches = sampleBatches(samples, tags);
        store(*file, "samples", batches);
        std::printf("file %.1f MB\n", static_cast<double>(std::filesystem::file_size(path)) / 1e6);
        if (again)
            store(*file, "samples again", batches);
    }
    {
        const auto before = std::filesystem::file_size(path);
        std::vector<std::string> texts;
        const auto batches = eventBatches(events, texts);
        store(*file, "events", batches);
        std::printf("file + %.1f MB\n", static_cast<double>(std::filesystem::file_size(path) - before) / 1e6);
        if (again)
            store(*file, "events again", batches);
    }
    for (const bool all : {false, true}) {
        const Watch watch(all ? "load with ids and texts" : "load columns only");
        const auto data = loadDataset(*file, file->cases()->front(), {all, all, {}});
        std::printf("%zu events\n", data ? data->events.size() : 0);
    }
    const auto data = loadDataset(*file, file->cases()->front(), {false, false, {}});
    const auto reader = makeSampleReader(*file, file->cases()->front(), *data);
    {
        const Watch watch("read a whole tag");
        std::printf("%zu samples\n", reader->read({0}, *data->tags.front().sampleSpan)->size());
    }
    {
        const Watch watch("read 100 tag-hours");
        const Timestamp begin = data->tags.front().sampleSpan->begin;
        for (std::uint32_t i = 0; i < 100; ++i)
            static_cast<void>(
                reader->read({i % 50}, {begin + std::chrono::hours(i % 40), begin + std::chrono::hours(i % 40 + 1)}));
    }
    return 0;
}
