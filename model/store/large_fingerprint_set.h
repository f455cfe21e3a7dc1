// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A set of fingerprints in a bounded memory. The newest ones are in memory; beyond a number of them all go, as a sorted
// run, into a database of its own, which SQLite keeps in a temporary file and removes. Runs of one length are merged
// two by two, so that there are few. They are kept by pages: with a row for each fingerprint an import of 4.5 million
// events took half as long again. A filter of fixed size tells nearly always that a fingerprint is in no run, without a
// look: a split block Bloom filter (the bitset of Apache Parquet, with words of 64 bits), 32 MB, wrong for 1 of 1000 at
// 17 million fingerprints. Threads: one owner.

#include "model/base/result.h"
#include "model/store/database.h"
#include "model/store/fingerprint.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace antecedent {

class LargeFingerprintSet
{
public:
    static constexpr std::size_t kInMemory = (std::size_t{1} << 20U) / 4 * 3; // 16 MB of FingerprintSet

    explicit LargeFingerprintSet(std::size_t inMemory = kInMemory)
        : m_inMemory(inMemory)
    {
    }
    // False: it was there. Errors: those of a temporary file that can't be written or read.
    Result<bool> insert(Fingerprint print);
    // One that is surely not there.
    Result<void> add(Fingerprint print);
    // Brings the places of a fingerprint that is asked for soon into the cache.
    void prefetch(const Fingerprint& print) const
    {
        m_newest.prefetch(print);
        if (!m_filter.empty())
            __builtin_prefetch(&m_filter[blockOf(print)]);
    }

private:
    using Block = std::array<std::uint64_t, 8>;
    static constexpr std::size_t kBlocks = std::size_t{1} << 19U;
    struct Run
    {
        std::int64_t page = 0; // the first
        std::vector<Fingerprint> firsts; // of each page
        std::size_t merged = 1; // runs of what memory holds
    };
    class Reader;
    class Writer;
    static std::size_t blockOf(const Fingerprint& print) { return static_cast<std::size_t>(print.a) & (kBlocks - 1); }
    static Block bitsOf(const Fingerprint& print);
    bool mayBeInRuns(const Fingerprint& print) const;
    Result<bool> isIn(const Run& run, const Fingerprint& print);
    Result<std::vector<Fingerprint>> page(std::int64_t page);
    Result<void> spill();
    Result<void> store(const std::vector<Fingerprint>& prints);
    Result<void> mergeLast();
    Result<void> open();

    std::size_t m_inMemory;
    FingerprintSet m_newest;
    std::vector<Block> m_filter; // of all in runs; empty while there are none
    std::vector<Run> m_runs;
    std::int64_t m_pages = 0;
    std::unique_ptr<Database> m_database;
    Statement m_write; // of the database, so below it
    Statement m_read;
    Statement m_remove;
};

} // namespace antecedent
