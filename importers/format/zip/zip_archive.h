// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The members of a ZIP archive (PKWARE APPNOTE 6.3; stored and deflated, with the 64-bit fields), one after another or
// several at once. Names are keys and never paths. Bounded: what grows more than kMostRatio times beyond
// kFreeBytes is refused as TooLarge. Threads: one reader at a time.

#include "importers/format/zip/spool.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

struct ZipMember
{
    std::string name; // with slashes
    std::uint64_t offset = 0; // of its local header
    std::uint64_t packed = 0; // bytes, as stated
    std::uint64_t unpacked = 0;
    std::uint32_t crc = 0;
    std::uint16_t method = 0;
    bool isEncrypted = false;
};

class ZipArchive
{
public:
    static constexpr std::size_t kMostMembers = 100'000;
    static constexpr std::uint64_t kFreeBytes = std::uint64_t{64} << 20U;
    static constexpr std::uint64_t kMostRatio = 200;

    // Error CorruptInput: it is no archive, or damaged.
    static Result<std::unique_ptr<ZipArchive>> open(ByteSource& bytes);
    const std::vector<ZipMember>& members() const { return m_members; }
    // By its name, whatever its case; nullptr: there is none.
    const ZipMember* find(std::string_view name) const;
    // A member's bytes from its start; outlived by the archive. Reading it ends with CorruptInput where it is damaged.
    Result<std::unique_ptr<ByteSource>> open(const ZipMember& member) const;

private:
    explicit ZipArchive(std::unique_ptr<Spool> spool)
        : m_spool(std::move(spool))
    {
    }
    Result<void> readDirectory();

    std::unique_ptr<Spool> m_spool;
    std::vector<ZipMember> m_members;
    std::map<std::string, std::size_t> m_places; // by the name in lower case
};

} // namespace antecedent::importers
