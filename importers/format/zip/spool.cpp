// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/zip/spool.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <vector>

namespace antecedent::importers {

namespace fs = std::filesystem;

namespace {

constexpr int kMostNames = 10'000;

std::string utf8(const fs::path& path)
{
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

bool seek(std::FILE* file, std::uint64_t offset)
{
#ifdef _WIN32
    return _fseeki64(file, static_cast<long long>(offset), SEEK_SET) == 0;
#else
    return fseeko(file, static_cast<off_t>(offset), SEEK_SET) == 0;
#endif
}

} // namespace

Spool::~Spool()
{
    if (m_file == nullptr)
        return;
    (void)std::fclose(m_file);
    std::error_code code;
    fs::remove(fs::path(std::u8string(m_path.begin(), m_path.end())), code);
}

// The first free name in the folder for temporary files.
Result<void> Spool::openFile()
{
    std::error_code code;
    const fs::path folder = fs::temp_directory_path(code);
    for (int i = 0; !code && i < kMostNames; ++i) {
        const fs::path path = folder / ("antecedent-" + std::to_string(i) + ".part");
        m_file = std::fopen(path.string().c_str(), "w+bx"); // fails if the name is taken
        if (m_file == nullptr)
            continue;
        m_path = utf8(path);
        fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write, code);
        return {};
    }
    return Error{ErrorCode::FileUnwritable, utf8(folder), "no temporary file can be made"};
}

Result<void> Spool::append(std::span<const char> bytes)
{
    m_size += bytes.size();
    if (m_file == nullptr) {
        m_memory.append(bytes.data(), bytes.size());
        return {};
    }
    if (std::fwrite(bytes.data(), 1, bytes.size(), m_file) != bytes.size())
        return Error{ErrorCode::FileUnwritable, m_path, "there is no room for a temporary copy"};
    return {};
}

Result<std::unique_ptr<Spool>> Spool::read(ByteSource& bytes, std::size_t mostMemory, std::uint64_t most)
{
    std::unique_ptr<Spool> out(new Spool);
    std::vector<char> piece(std::size_t{256} * 1024);
    for (;;) {
        const Result<std::size_t> count = bytes.read(piece);
        if (!count)
            return count.error();
        if (*count == 0)
            break;
        if (out->m_size + *count > most)
            return Error{ErrorCode::TooLarge, {},
                "the source has more than " + std::to_string(most >> 20U)
                    + " MB when it is unpacked; this format is read "
                      "up to that size"};
        if (out->m_file == nullptr && out->m_memory.size() + *count > mostMemory) {
            if (const Result<void> opened = out->openFile(); !opened)
                return opened.error();
            const std::string before = std::move(out->m_memory);
            out->m_memory.clear();
            out->m_size = 0;
            if (const Result<void> done = out->append(before); !done)
                return done.error();
        }
        if (const Result<void> done = out->append(std::span<const char>(piece.data(), *count)); !done)
            return done.error();
    }
    if (out->m_file != nullptr && std::fflush(out->m_file) != 0)
        return Error{ErrorCode::FileUnwritable, out->m_path, "there is no room for a temporary copy"};
    return out;
}

Result<std::size_t> Spool::readAt(std::uint64_t offset, std::span<char> out)
{
    if (offset >= m_size)
        return std::size_t{0};
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), m_size - offset));
    if (m_file == nullptr) {
        std::memcpy(out.data(), m_memory.data() + offset, count);
        return count;
    }
    if (!seek(m_file, offset) || std::fread(out.data(), 1, count, m_file) != count)
        return Error{ErrorCode::FileUnreadable, m_path, "the temporary copy can't be read"};
    return count;
}

} // namespace antecedent::importers
