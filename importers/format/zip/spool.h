// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A source whose bytes can be read at any place: in memory while it is small, else in a temporary file that vanishes
// with the object. Threads: one reader at a time.

#include "importers/text/byte_source.h"
#include "model/base/result.h"

#include <cstdint>
#include <cstdio>
#include <memory>
#include <span>
#include <string>

namespace antecedent::importers {

class Spool
{
public:
    static constexpr std::size_t kMostMemory = std::size_t{32} << 20U;

    static constexpr std::uint64_t kMostBytes = std::uint64_t{8} << 30U;

    // Reads all of `bytes`. Errors: those of the bytes; TooLarge beyond `most` bytes, so that no small packed file
    // fills the disk; FileUnwritable, if there is no room for the temporary file.
    static Result<std::unique_ptr<Spool>> read(
        ByteSource& bytes, std::size_t mostMemory = kMostMemory, std::uint64_t most = kMostBytes);
    ~Spool();
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;

    std::uint64_t size() const { return m_size; }
    // Fills `out` from `offset` on; fewer bytes only at the end. Error FileUnreadable.
    Result<std::size_t> readAt(std::uint64_t offset, std::span<char> out);
    // The bytes in memory; empty if they stand in a file.
    const std::string& memory() const { return m_memory; }
    // A file with the bytes, for libraries that want one; empty if they stand in memory.
    const std::string& path() const { return m_path; }

private:
    Spool() = default;
    Result<void> openFile();
    Result<void> append(std::span<const char> bytes);

    std::uint64_t m_size = 0;
    std::string m_memory;
    std::string m_path; // UTF-8
    std::FILE* m_file = nullptr;
};

} // namespace antecedent::importers
