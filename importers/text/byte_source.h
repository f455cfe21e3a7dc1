// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bytes of a source as a stream: a file, memory, or either of them behind gzip. Threads: one reader at a time.

#include "model/base/result.h"

#include <cstddef>
#include <fstream>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace antecedent::importers {

class ByteSource
{
public:
    virtual ~ByteSource() = default;
    // Fills a part of `out` (not empty) and returns how much; 0 at the end.
    virtual Result<std::size_t> read(std::span<char> out) = 0;
};

class FileSource final : public ByteSource
{
public:
    // `path` is UTF-8. Errors FileNotFound, FileUnreadable.
    static Result<std::unique_ptr<FileSource>> open(const std::string& path);
    Result<std::size_t> read(std::span<char> out) override;

private:
    std::string m_path;
    std::ifstream m_file;
};

// The bytes must outlive the source.
class MemorySource final : public ByteSource
{
public:
    explicit MemorySource(std::string_view bytes)
        : m_rest(bytes)
    {
    }
    Result<std::size_t> read(std::span<char> out) override;

private:
    std::string_view m_rest;
};

// Undoes gzip (RFC 1952, several members one after another); bytes that are not gzip pass through unchanged. A damaged
// or cut stream is a CorruptInput error.
class GunzipSource final : public ByteSource
{
public:
    // `inner` must outlive this.
    explicit GunzipSource(ByteSource& inner);
    ~GunzipSource() override;
    Result<std::size_t> read(std::span<char> out) override;
    // Known after the first read.
    bool isGzip() const;

private:
    struct State;
    Result<std::size_t> fill();
    Result<std::size_t> inflateSome(std::span<char> out);
    std::unique_ptr<State> m_state;
};

// At most `limit` bytes from the start, or all of them; `complete` tells that the source ends there.
struct Head
{
    std::string bytes;
    bool complete = false;
};
Result<Head> readHead(ByteSource& source, std::size_t limit);
// What sources are recognised by.
inline constexpr std::size_t kHeadBytes = std::size_t{1} << 20U;

} // namespace antecedent::importers
