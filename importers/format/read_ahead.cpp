// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/read_ahead.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <utility>

namespace antecedent::importers {

namespace {

constexpr std::size_t kBlockBytes = std::size_t{256} * 1024;
constexpr std::size_t kBlocks = 4;

} // namespace

ReadAhead::ReadAhead(ByteSource& table, NotesFn notes)
    : m_table(table)
    , m_notes(std::move(notes))
    , m_blocks(kBlocks)
    , m_worker([this] { run(); })
{
}

ReadAhead::~ReadAhead()
{
    m_blocks.close();
    m_worker.join();
}

void ReadAhead::run()
{
    for (bool isLast = false; !isLast;) {
        Block block = next();
        isLast = block.isLast;
        if (!m_blocks.push(std::move(block)))
            return;
    }
}

ReadAhead::Block ReadAhead::next()
{
    Block out;
    std::size_t size = 0;
    try {
        out.bytes.resize(kBlockBytes);
        while (size < kBlockBytes && !out.isLast) {
            const Result<std::size_t> count = m_table.read(std::span<char>(out.bytes).subspan(size));
            if (!count)
                out.error = count.error();
            else
                size += *count;
            out.isLast = !count || *count == 0;
        }
        out.notes = m_notes();
    } catch (...) {
        out.thrown = std::current_exception(); // for the reader, where it would have come without this
        out.isLast = true;
    }
    out.bytes.resize(size);
    return out;
}

Result<std::size_t> ReadAhead::read(std::span<char> out)
{
    while (m_taken == m_current.bytes.size()) {
        if (m_current.thrown)
            std::rethrow_exception(m_current.thrown);
        if (m_current.error)
            return *m_current.error;
        if (m_current.isLast)
            return std::size_t{0};
        m_current = *m_blocks.pop(); // closed by the destructor only
        m_taken = 0;
        std::move(m_current.notes.begin(), m_current.notes.end(), std::back_inserter(m_said));
    }
    const std::size_t count = std::min(out.size(), m_current.bytes.size() - m_taken);
    std::memcpy(out.data(), m_current.bytes.data() + m_taken, count);
    m_taken += count;
    return count;
}

std::vector<Diagnostic> ReadAhead::takeNotes()
{
    return std::exchange(m_said, {});
}

} // namespace antecedent::importers
