// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/large_fingerprint_set.h"

#include <algorithm>
#include <cstring>
#include <span>

namespace antecedent {

namespace {

constexpr std::size_t kPagePrints = 500; // a row of them fits a page of the database

Fingerprint normal(Fingerprint print)
{
    print.b |= 1U; // as a FingerprintSet keeps it
    return print;
}

} // namespace

LargeFingerprintSet::Block LargeFingerprintSet::bitsOf(const Fingerprint& print)
{
    Block out{};
    std::uint64_t bits = print.b >> 1U;
    for (std::uint64_t& word : out) {
        word = std::uint64_t{1} << (bits & 63U);
        bits >>= 6U;
    }
    return out;
}

bool LargeFingerprintSet::mayBeInRuns(const Fingerprint& print) const
{
    if (m_filter.empty())
        return false;
    const Block& block = m_filter[blockOf(print)];
    const Block bits = bitsOf(print);
    return std::equal(bits.begin(), bits.end(), block.begin(),
        [](std::uint64_t bit, std::uint64_t word) { return (word & bit) != 0; });
}

Result<bool> LargeFingerprintSet::insert(Fingerprint print)
{
    print = normal(print);
    if (m_newest.contains(print))
        return false;
    if (mayBeInRuns(print)) {
        for (const Run& run : m_runs) {
            const Result<bool> found = isIn(run, print);
            if (!found)
                return found.error();
            if (*found)
                return false;
        }
    }
    if (const Result<void> added = add(print); !added)
        return added.error();
    return true;
}

Result<void> LargeFingerprintSet::add(Fingerprint print)
{
    m_newest.insert(normal(print));
    return m_newest.size() < m_inMemory ? Result<void>() : spill();
}

Result<bool> LargeFingerprintSet::isIn(const Run& run, const Fingerprint& print)
{
    const auto behind = std::upper_bound(run.firsts.begin(), run.firsts.end(), print);
    if (behind == run.firsts.begin())
        return false;
    m_read.bind(1, run.page + (behind - run.firsts.begin()) - 1);
    const Result<bool> row = m_read.step();
    if (!row)
        return row.error();
    bool isFound = false;
    if (*row) {
        std::array<Fingerprint, kPagePrints> prints;
        const std::span<const std::uint8_t> bytes = m_read.blob(0);
        const std::size_t count = std::min(bytes.size() / sizeof(Fingerprint), prints.size());
        std::memcpy(prints.data(), bytes.data(), count * sizeof(Fingerprint));
        isFound = std::binary_search(prints.begin(), prints.begin() + static_cast<std::ptrdiff_t>(count), print);
    }
    m_read.reset();
    return isFound;
}

Result<void> LargeFingerprintSet::spill()
{
    if (!m_database)
        if (const Result<void> opened = open(); !opened)
            return opened;
    std::vector<Fingerprint> prints = m_newest.take();
    std::sort(prints.begin(), prints.end());
    m_filter.resize(kBlocks);
    Run run{m_pages, {}};
    if (const Result<void> begun = m_database->execute("BEGIN"); !begun)
        return begun;
    for (std::span<const Fingerprint> rest(prints); !rest.empty();) {
        const std::span<const Fingerprint> page = rest.first(std::min(rest.size(), kPagePrints));
        rest = rest.subspan(page.size());
        run.firsts.push_back(page.front());
        for (const Fingerprint& print : page) {
            Block& block = m_filter[blockOf(print)];
            const Block bits = bitsOf(print);
            for (std::size_t i = 0; i < block.size(); ++i)
                block[i] |= bits[i];
        }
        m_write.bind(1, m_pages++);
        m_write.bind(2, std::span(reinterpret_cast<const std::uint8_t*>(page.data()), page.size_bytes()));
        if (const Result<void> written = m_write.run(); !written)
            return written;
    }
    m_runs.push_back(std::move(run));
    return m_database->execute("COMMIT");
}

Result<void> LargeFingerprintSet::open()
{
    Result<std::unique_ptr<Database>> database = Database::openTemporary();
    if (!database)
        return database.error();
    if (const Result<void> made =
            (*database)->execute("PRAGMA page_size = 8192; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; "
                                 "CREATE TABLE runs (page INTEGER PRIMARY KEY, prints BLOB NOT NULL)");
        !made)
        return made;
    Result<Statement> write = (*database)->prepare("INSERT INTO runs VALUES (?, ?)");
    Result<Statement> read = (*database)->prepare("SELECT prints FROM runs WHERE page = ?");
    if (!write || !read)
        return !write ? write.error() : read.error();
    m_database = std::move(*database);
    m_write = std::move(*write);
    m_read = std::move(*read);
    return {};
}

} // namespace antecedent
