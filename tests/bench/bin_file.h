// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads the packed records of the workload generator, and prints figures as key=value.

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

namespace antecedent::bench {

// int64 time in ms, two int32: 16 bytes, little endian.
struct PackedRecord
{
    std::int64_t time;
    std::int32_t first;
    std::int32_t second;
};
static_assert(sizeof(PackedRecord) == 16);

inline std::vector<PackedRecord> readRecords(const std::string& path)
{
    std::ifstream in(path, std::ios::binary | std::ios::ate);
    std::vector<PackedRecord> records;
    if (!in) {
        std::fprintf(stderr, "%s: can't be read\n", path.c_str());
        return records;
    }
    records.resize(static_cast<std::size_t>(in.tellg()) / sizeof(PackedRecord));
    in.seekg(0);
    in.read(
        reinterpret_cast<char*>(records.data()), static_cast<std::streamsize>(records.size() * sizeof(PackedRecord)));
    return records;
}

class Stopwatch
{
public:
    double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count(); }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

} // namespace antecedent::bench
