// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/xls/compound_file.h"

#include "importers/format/xls/little_endian.h"
#include "model/base/text.h"

#include <algorithm>

namespace antecedent::importers {

namespace {

constexpr std::size_t kHeaderBytes = 512;
constexpr std::size_t kSmallBytes = 64; // of a small sector
constexpr std::size_t kEntryBytes = 128;
constexpr std::size_t kHeaderSectors = 109; // sectors of the table that the header lists
constexpr std::uint32_t kLastSector = 0xFFFFFFFA; // numbers beyond it have a meaning of their own
constexpr std::uint64_t kMostDirectory = std::uint64_t{16} << 20U; // bytes
constexpr std::uint64_t kMostSmall = std::uint64_t{64} << 20U; // bytes of all small streams
constexpr std::uint8_t kStream = 2;
constexpr std::uint8_t kRoot = 5;

Error damaged(const std::string& what)
{
    return Error{ErrorCode::CorruptInput, {}, "the workbook: " + what};
}

} // namespace

Result<std::unique_ptr<CompoundFile>> CompoundFile::open(ByteSource& bytes)
{
    Result<std::unique_ptr<Spool>> spool = Spool::read(bytes, Spool::kMostMemory, kMostBytes);
    if (!spool)
        return spool.error();
    auto out = std::make_unique<CompoundFile>();
    out->m_spool = std::move(*spool);
    if (const Result<void> read = out->readHeader(); !read)
        return read.error();
    return out;
}

Result<void> CompoundFile::readHeader()
{
    std::string header(kHeaderBytes, '\0');
    const Result<std::size_t> got = m_spool->readAt(0, header);
    if (!got)
        return got.error();
    const std::uint16_t shift = wordAt(header, 30);
    if (*got < kHeaderBytes || !header.starts_with(kSignature) || (shift != 9 && shift != 12))
        return damaged("its header is damaged or cut off");
    m_sectorBytes = std::size_t{1} << shift;
    m_sectors = m_spool->size() <= m_sectorBytes ? 0 : (m_spool->size() - 1) / m_sectorBytes;
    m_smallBelow = longAt(header, 56);
    if (const Result<void> read = readTables(header); !read)
        return read;
    if (const Result<void> read = readDirectory(longAt(header, 48)); !read)
        return read;
    const Result<Stream> nextSmall = chain(longAt(header, 60), kMostSmall / kSmallBytes * 4);
    if (!nextSmall)
        return nextSmall.error();
    for (std::size_t i = 0; i + 4 <= nextSmall->bytes.size(); i += 4)
        m_nextSmall.push_back(longAt(nextSmall->bytes, i));
    Result<Stream> small = chain(m_top.front().start, std::min(m_top.front().size, kMostSmall));
    if (!small)
        return small.error();
    m_small = std::move(small->bytes);
    return {};
}

// Which sector follows which. The sectors of that table are listed in the header, and in sectors of their own.
Result<void> CompoundFile::readTables(const std::string& header)
{
    std::vector<std::uint32_t> places;
    for (std::size_t i = 0; i < kHeaderSectors; ++i)
        places.push_back(longAt(header, 76 + 4 * i));
    std::uint32_t list = longAt(header, 68);
    while (list < m_sectors && places.size() * m_sectorBytes / 4 < m_sectors) {
        const Result<std::string> more = sector(list);
        if (!more)
            return more.error();
        for (std::size_t at = 0; at + 4 < m_sectorBytes; at += 4)
            places.push_back(longAt(*more, at));
        list = longAt(*more, m_sectorBytes - 4);
    }
    for (const std::uint32_t place : places) {
        if (place > kLastSector || m_next.size() >= m_sectors)
            continue;
        const Result<std::string> table = sector(place); // beyond the end: empty, what it says is not known
        if (!table)
            return table.error();
        for (std::size_t at = 0; at < m_sectorBytes && m_next.size() < m_sectors; at += 4)
            m_next.push_back(at + 4 <= table->size() ? longAt(*table, at) : 0xFFFFFFFF);
    }
    return {};
}

Result<void> CompoundFile::readDirectory(std::uint32_t first)
{
    const Result<Stream> directory = chain(first, kMostDirectory);
    if (!directory)
        return directory.error();
    std::vector<Entry> all;
    for (std::size_t at = 0; at + kEntryBytes <= directory->bytes.size(); at += kEntryBytes) {
        const std::string_view bytes = std::string_view(directory->bytes).substr(at, kEntryBytes);
        Entry entry;
        const std::size_t letters = std::min<std::size_t>(wordAt(bytes, 64) / 2, 32);
        for (std::size_t i = 0; i + 1 < letters; ++i)
            if (const std::uint16_t letter = wordAt(bytes, 2 * i); letter >= 0x20 && letter < 0x7F)
                entry.name += static_cast<char>(letter);
        entry.type = byteAt(bytes, 66);
        entry.left = longAt(bytes, 68);
        entry.right = longAt(bytes, 72);
        entry.child = longAt(bytes, 76);
        entry.start = longAt(bytes, 116);
        entry.size = m_sectorBytes == 512 ? longAt(bytes, 120) : littleEndian(bytes, 120, 8);
        all.push_back(std::move(entry));
    }
    if (all.empty() || all.front().type != kRoot)
        return damaged("its directory is missing");
    m_top.push_back(all.front());
    std::vector<bool> isSeen(all.size());
    std::vector<std::uint32_t> open{all.front().child};
    while (!open.empty()) {
        const std::uint32_t at = open.back();
        open.pop_back();
        if (at >= all.size() || isSeen[at])
            continue;
        isSeen[at] = true;
        m_top.push_back(all[at]);
        open.push_back(all[at].left);
        open.push_back(all[at].right);
    }
    return {};
}

Result<std::string> CompoundFile::sector(std::uint32_t number) const
{
    std::string out(m_sectorBytes, '\0');
    const Result<std::size_t> got = m_spool->readAt((std::uint64_t{number} + 1) * m_sectorBytes, out);
    if (!got)
        return got.error();
    out.resize(*got);
    return out;
}

Result<CompoundFile::Stream> CompoundFile::chain(std::uint32_t first, std::uint64_t limit) const
{
    Stream out;
    std::uint64_t steps = 0;
    for (std::uint32_t at = first; at <= kLastSector && out.bytes.size() < limit; at = m_next[at]) {
        if (at >= m_next.size() || ++steps > m_next.size()) {
            out.isCut = true;
            break;
        }
        const Result<std::string> piece = sector(at);
        if (!piece)
            return piece.error();
        out.bytes += *piece;
    }
    out.bytes.resize(static_cast<std::size_t>(std::min<std::uint64_t>(out.bytes.size(), limit)));
    return out;
}

Result<CompoundFile::Stream> CompoundFile::smallChain(const Entry& entry) const
{
    Stream out;
    std::size_t steps = 0;
    for (std::uint32_t at = entry.start; out.bytes.size() < entry.size; at = m_nextSmall[at]) {
        const std::size_t begin = std::size_t{at} * kSmallBytes;
        if (at >= m_nextSmall.size() || begin >= m_small.size() || ++steps > m_nextSmall.size())
            break;
        out.bytes += std::string_view(m_small).substr(begin, kSmallBytes);
    }
    out.bytes.resize(std::min<std::size_t>(out.bytes.size(), static_cast<std::size_t>(entry.size)));
    return out;
}

const CompoundFile::Entry* CompoundFile::find(std::string_view name) const
{
    const auto found = std::find_if(m_top.begin(), m_top.end(),
        [&](const Entry& entry) { return entry.type == kStream && equalsIgnoreCase(entry.name, name); });
    return found == m_top.end() ? nullptr : &*found;
}

Result<CompoundFile::Stream> CompoundFile::read(std::string_view name) const
{
    const Entry* entry = find(name);
    if (entry == nullptr)
        return damaged("the stream " + std::string(name) + " is missing");
    Result<Stream> out = entry->size < m_smallBelow ? smallChain(*entry) : chain(entry->start, entry->size);
    if (out)
        out->isCut = out->bytes.size() < entry->size;
    return out;
}

} // namespace antecedent::importers
