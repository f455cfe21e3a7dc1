// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Alignment and counting at size: events and windows from binary files (time in ms, asset, class or kind; little
// endian, 16 bytes each), window -72 h..+4 h. Prints seconds of the sort, of the pairs in failure windows, of the
// counts, and of a re-count after moving the window edges, with check figures.
#include "model/alignment/asset_events.h"

#include <chrono>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>

using namespace antecedent;

namespace {

struct Row
{
    std::int64_t ms;
    std::int32_t asset;
    std::int32_t value;
};

std::vector<Row> readRows(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    const std::vector<char> bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    std::vector<Row> rows(bytes.size() / sizeof(Row));
    std::memcpy(rows.data(), bytes.data(), rows.size() * sizeof(Row));
    return rows;
}

std::vector<WindowSegment> segmentsOf(const std::vector<Row>& windows, std::int64_t beforeUs, std::int64_t afterUs)
{
    std::vector<WindowSegment> segments;
    segments.reserve(windows.size());
    for (std::size_t i = 0; i < windows.size(); ++i)
        segments.push_back({static_cast<std::uint32_t>(i), AssetIndex{static_cast<std::uint32_t>(windows[i].asset)},
            windows[i].ms * 1000 - beforeUs, windows[i].ms * 1000 + afterUs + 1});
    return segments;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::cerr << "usage: bench_windows PREFIX (reads PREFIX.events.bin and PREFIX.windows.bin)\n";
        return 2;
    }
    const std::string prefix = argv[1];
    const auto rows = readRows(prefix + ".events.bin");
    const auto windows = readRows(prefix + ".windows.bin");
    UnifiedEvents events;
    std::uint32_t assets = 0;
    for (const Row& row : rows) {
        events.onsetUs.push_back(row.ms * 1000);
        events.asset.push_back(AssetIndex{static_cast<std::uint32_t>(row.asset)});
        events.eventClass.push_back(ClassIndex{static_cast<std::uint32_t>(row.value)});
        assets = std::max(assets, static_cast<std::uint32_t>(row.asset) + 1);
    }
    std::vector<std::uint8_t> isCase;
    for (const Row& window : windows)
        isCase.push_back(window.value == 1 ? 1 : 0);

    const auto seconds = [last = std::chrono::steady_clock::now()]() mutable {
        const auto now = std::chrono::steady_clock::now();
        const std::chrono::duration<double> past = now - last;
        last = now;
        return past.count();
    };
    auto clock = seconds;
    clock();
    const AssetEvents index(events, assets);
    const double sort = clock();
    constexpr std::int64_t kHour = 3'600'000'000;
    const auto segments = segmentsOf(windows, 72 * kHour, 4 * kHour);
    std::int64_t sum = 0;
    std::vector<std::pair<std::uint32_t, std::int64_t>> pairs; // (class, relative time) per event in a failure window
    std::vector<std::pair<AssetEvents::Columns, std::int64_t>> parts;
    std::size_t size = 0;
    for (const WindowSegment& segment : segments) {
        if (isCase[segment.window] == 0)
            continue;
        parts.emplace_back(index.columns(segment.asset, segment.beginUs, segment.endUs), windows[segment.window].ms);
        size += parts.back().first.events.size();
    }
    pairs.reserve(size);
    for (const auto& [part, anchor] : parts)
        for (std::size_t i = 0; i < part.events.size(); ++i)
            pairs.emplace_back(index.key(part.first + i), part.onsetUs[i] / 1000 - anchor);
    const double align = clock();
    for (const auto& [key, relative] : pairs)
        sum += relative;
    clock();
    const WindowCounter counter(index);
    const auto counts = counter.count(segments, isCase);
    const double count = clock();
    const auto moved = counter.count(segmentsOf(windows, 60 * kHour, 4 * kHour), isCase);
    const double recount = clock();
    std::uint64_t cases = 0;
    std::uint64_t controls = 0;
    for (const KeyCount& key : counts) {
        cases += key.cases;
        controls += key.controls;
    }
    std::cout << "sort=" << sort << "\nrel=" << align << "\ncounts=" << count << "\ncompute=" << sort + align + count
              << "\nrecount=" << recount << "\npairs=" << pairs.size() << "\nsumdt=" << sum << "\nfailhits=" << cases
              << "\nctlhits=" << controls << "\nmoved=" << moved.size() << "\n";
    return 0;
}
