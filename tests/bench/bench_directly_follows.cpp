// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_directly_follows FILE.bin [THREADS]: counts and median gaps of a case log (time ms, case, activity).

#include "model/sequence/directly_follows.h"
#include "tests/bench/bin_file.h"

#include <algorithm>
#include <cstdlib>

using namespace antecedent;

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_directly_follows FILE.bin [THREADS]\n");
        return 2;
    }
    const auto records = bench::readRecords(argv[1]);
    const unsigned threads = argc > 2 ? static_cast<unsigned>(std::strtoul(argv[2], nullptr, 10)) : 1U;
    std::vector<std::int64_t> times;
    std::vector<std::uint32_t> cases;
    std::vector<std::uint32_t> activities;
    std::uint32_t caseCount = 0;
    std::uint32_t activityCount = 0;
    for (const bench::PackedRecord& r : records) {
        times.push_back(r.time);
        cases.push_back(static_cast<std::uint32_t>(r.first));
        activities.push_back(static_cast<std::uint32_t>(r.second));
        caseCount = std::max(caseCount, cases.back() + 1);
        activityCount = std::max(activityCount, activities.back() + 1);
    }
    const bench::Stopwatch watch;
    const auto edges = directlyFollows({times, cases, activities, caseCount, activityCount}, threads);
    const double compute = watch.seconds();
    std::uint64_t total = 0;
    double summed = 0;
    for (const FollowsEdge& edge : edges) {
        total += edge.count;
        summed += edge.medianGap / 1000;
    }
    std::printf("compute=%.6f\nedges=%zu\ntotal=%llu\nsummed=%.3f\n", compute, edges.size(),
        static_cast<unsigned long long>(total), summed);
    return 0;
}
