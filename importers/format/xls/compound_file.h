// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The streams at the top of a compound file ([MS-CFB], versions 3 and 4), the container of old Office documents. What
// is kept in storages below the top is not looked at. Chains that run in circles or beyond the file end where they do.
// Threads: one reader at a time.

#include "importers/format/zip/spool.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

class CompoundFile
{
public:
    static constexpr std::string_view kSignature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    static constexpr std::uint64_t kMostBytes = std::uint64_t{256} << 20U; // of the file

    // Errors: CorruptInput, TooLarge, those of the bytes.
    static Result<std::unique_ptr<CompoundFile>> open(ByteSource& bytes);

    bool has(std::string_view name) const { return find(name) != nullptr; }
    // The bytes of a stream, by its name whatever its case; `isCut`: the file ends before they do. Errors: CorruptInput
    // where there is no such stream; FileUnreadable.
    struct Stream
    {
        std::string bytes;
        bool isCut = false;
    };
    Result<Stream> read(std::string_view name) const;

private:
    struct Entry
    {
        std::string name; // of those beyond ASCII only what is
        std::uint8_t type = 0;
        std::uint32_t left = 0;
        std::uint32_t right = 0;
        std::uint32_t child = 0;
        std::uint32_t start = 0;
        std::uint64_t size = 0;
    };

    Result<void> readHeader();
    Result<void> readTables(const std::string& header);
    Result<void> readDirectory(std::uint32_t first);
    Result<std::string> sector(std::uint32_t number) const;
    // `limit`: bytes that are wanted.
    Result<Stream> chain(std::uint32_t first, std::uint64_t limit) const;
    Result<Stream> smallChain(const Entry& entry) const;
    const Entry* find(std::string_view name) const;

    std::unique_ptr<Spool> m_spool;
    std::size_t m_sectorBytes = 0;
    std::uint64_t m_sectors = 0; // in the file, the last one perhaps in part
    std::uint32_t m_smallBelow = 0; // streams of fewer bytes are kept in small sectors
    std::vector<std::uint32_t> m_next; // by sector
    std::vector<std::uint32_t> m_nextSmall;
    std::string m_small; // all small sectors
    std::vector<Entry> m_top; // of the directory: the root, then the entries below it
};

} // namespace antecedent::importers
