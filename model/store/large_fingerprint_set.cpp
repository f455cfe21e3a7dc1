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
    const Result<std::vector<Fingerprint>> prints = page(run.page + (behind - run.firsts.begin()) - 1);
    if (!prints)
        return prints.error();
    return std::binary_search(prints->begin(), prints->end(), print);
}

Result<std::vector<Fingerprint>> LargeFingerprintSet::page(std::int64_t page)
{
    m_read.bind(1, page);
    const Result<bool> row = m_read.step();
    if (!row)
        return row.error();
    const std::span<const std::uint8_t> bytes = *row ? m_read.blob(0) : std::span<const std::uint8_t>();
    std::vector<Fingerprint> out(bytes.size() / sizeof(Fingerprint));
    if (!out.empty())
        std::memcpy(out.data(), bytes.data(), out.size() * sizeof(Fingerprint));
    m_read.reset();
    return out;
}

// The fingerprints of a run, one after another.
class LargeFingerprintSet::Reader
{
public:
    Reader(LargeFingerprintSet& set, const Run& run)
        : m_set(set)
        , m_run(run)
    {
    }
    // Called once before the first, and after each; hasMore() says whether there is one.
    Result<void> next()
    {
        if (++m_at < m_page.size())
            return {};
        m_page.clear();
        m_at = 0;
        if (m_pages == m_run.firsts.size())
            return {};
        Result<std::vector<Fingerprint>> page = m_set.page(m_run.page + static_cast<std::int64_t>(m_pages++));
        if (!page)
            return page.error();
        m_page = std::move(*page);
        return {};
    }
    bool hasMore() const { return m_at < m_page.size(); }
    const Fingerprint& print() const { return m_page[m_at]; }

private:
    LargeFingerprintSet& m_set;
    const Run& m_run;
    std::size_t m_pages = 0; // read
    std::vector<Fingerprint> m_page;
    std::size_t m_at = 0;
};

// A new run, in ascending order.
class LargeFingerprintSet::Writer
{
public:
    explicit Writer(LargeFingerprintSet& set)
        : m_set(set)
    {
        m_run.page = set.m_pages;
    }
    Result<void> add(const Fingerprint& print)
    {
        m_page.push_back(print);
        return m_page.size() < kPagePrints ? Result<void>() : flush();
    }
    Result<void> flush()
    {
        if (m_page.empty())
            return {};
        m_run.firsts.push_back(m_page.front());
        m_set.m_write.bind(1, m_set.m_pages++);
        m_set.m_write.bind(
            2, std::span(reinterpret_cast<const std::uint8_t*>(m_page.data()), m_page.size() * sizeof(Fingerprint)));
        Result<void> written = m_set.m_write.run();
        m_page.clear();
        return written;
    }
    Run take() { return std::move(m_run); }

private:
    LargeFingerprintSet& m_set;
    Run m_run;
    std::vector<Fingerprint> m_page;
};

Result<void> LargeFingerprintSet::spill()
{
    if (!m_database)
        if (const Result<void> opened = open(); !opened)
            return opened;
    std::vector<Fingerprint> prints = m_newest.take();
    std::sort(prints.begin(), prints.end());
    m_filter.resize(kBlocks);
    for (const Fingerprint& print : prints) {
        Block& block = m_filter[blockOf(print)];
        const Block bits = bitsOf(print);
        for (std::size_t i = 0; i < block.size(); ++i)
            block[i] |= bits[i];
    }
    if (const Result<void> stored = store(prints); !stored)
        return stored;
    while (m_runs.size() >= 2 && m_runs[m_runs.size() - 2].merged == m_runs.back().merged)
        if (const Result<void> merged = mergeLast(); !merged)
            return merged;
    return {};
}

Result<void> LargeFingerprintSet::store(const std::vector<Fingerprint>& prints)
{
    if (const Result<void> begun = m_database->execute("BEGIN"); !begun)
        return begun;
    Writer writer(*this);
    for (const Fingerprint& print : prints)
        if (const Result<void> added = writer.add(print); !added)
            return added;
    if (const Result<void> flushed = writer.flush(); !flushed)
        return flushed;
    m_runs.push_back(writer.take());
    return m_database->execute("COMMIT");
}

// The last two become one.
Result<void> LargeFingerprintSet::mergeLast()
{
    if (const Result<void> begun = m_database->execute("BEGIN"); !begun)
        return begun;
    const Run& one = m_runs[m_runs.size() - 2];
    const Run& other = m_runs.back();
    Reader first(*this, one);
    Reader second(*this, other);
    Writer writer(*this);
    for (Reader* reader : {&first, &second})
        if (const Result<void> begun = reader->next(); !begun)
            return begun;
    while (first.hasMore() || second.hasMore()) {
        const bool isFirst = first.hasMore() && (!second.hasMore() || first.print() < second.print());
        Reader& reader = isFirst ? first : second;
        if (const Result<void> added = writer.add(reader.print()); !added)
            return added;
        if (const Result<void> moved = reader.next(); !moved)
            return moved;
    }
    if (const Result<void> flushed = writer.flush(); !flushed)
        return flushed;
    for (const Run* run : {&one, &other}) {
        m_remove.bind(1, run->page);
        m_remove.bind(2, run->page + static_cast<std::int64_t>(run->firsts.size()));
        if (const Result<void> removed = m_remove.run(); !removed)
            return removed;
    }
    Run merged = writer.take();
    merged.merged = 2 * other.merged;
    m_runs.pop_back();
    m_runs.back() = std::move(merged);
    return m_database->execute("COMMIT");
}

Result<void> LargeFingerprintSet::open()
{
    Result<std::unique_ptr<Database>> database = Database::openTemporary();
    if (!database)
        return database.error();
    if (const Result<void> made =
            (*database)->execute("PRAGMA page_size = 8192; PRAGMA synchronous = OFF; PRAGMA cache_size = -8000; "
                                 "CREATE TABLE runs (page INTEGER PRIMARY KEY, prints BLOB NOT NULL)");
        !made)
        return made;
    Result<Statement> write = (*database)->prepare("INSERT INTO runs VALUES (?, ?)");
    Result<Statement> read = (*database)->prepare("SELECT prints FROM runs WHERE page = ?");
    Result<Statement> remove = (*database)->prepare("DELETE FROM runs WHERE page >= ? AND page < ?");
    for (const Result<Statement>* made : {&write, &read, &remove})
        if (!*made)
            return made->error();
    m_database = std::move(*database);
    m_write = std::move(*write);
    m_read = std::move(*read);
    m_remove = std::move(*remove);
    return {};
}

} // namespace antecedent
