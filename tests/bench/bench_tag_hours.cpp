// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Times reading samples from an investigation: bench_tag_hours FILE. Five whole tags, then 200 hours of single tags at
// pseudo-random places; prints name=value lines.
#include "model/store/case_file.h"
#include "model/store/chunk_reader.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <limits>

using namespace antecedent;

namespace {

double seconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2)
        return 2;
    const auto file = CaseFile::open(argv[1], OpenMode::ReadOnly);
    if (!file)
        return 1;
    constexpr SourceId kLast = std::numeric_limits<SourceId>::max();
    const auto tags = listSampledTags(*file, kLast);
    const auto sources = file->sources();
    if (!tags || tags->empty() || !sources)
        return 1;
    std::vector<SourceId> order;
    for (const StoredSource& source : *sources)
        order.push_back(source.id);
    SampleChunkReader reader(*file, kLast, order);
    std::size_t rows = 0;
    const auto read = [&](const SampledTag& tag, std::int64_t begin, std::int64_t end) {
        const auto samples = reader.read(tag.id, {Timestamp(Duration(begin)), Timestamp(Duration(end))});
        if (!samples)
            std::exit(1);
        rows += samples->size();
    };
    const double start = seconds();
    for (std::size_t i = 0; i < 5 && i < tags->size(); ++i)
        read((*tags)[i], (*tags)[i].first, (*tags)[i].last + 1);
    const double whole = seconds();
    std::printf("fullrate_Mrows=%f\n", static_cast<double>(rows) / (whole - start) / 1e6);
    constexpr std::int64_t kSecond = 1'000'000;
    constexpr int kReads = 200;
    std::uint64_t random = 7;
    for (int i = 0; i < kReads; ++i) {
        random = (random * 1'103'515'245 + 12'345) % 2'147'483'648U;
        const SampledTag& tag = (*tags)[random % tags->size()];
        const std::int64_t begin = tag.first + static_cast<std::int64_t>(random % 190'000) * kSecond;
        read(tag, begin, begin + 3'600 * kSecond);
    }
    std::printf("hour_range_ms=%f\nrows=%zu\n", (seconds() - whole) / kReads * 1e3, rows);
    return 0;
}
