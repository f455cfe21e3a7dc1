// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/zip/zip_archive.h"

#include "importers/text/encoding.h"
#include "model/base/text.h"

#include <zlib.h>

#include <algorithm>

namespace antecedent::importers {

namespace {

constexpr std::uint32_t kEndMark = 0x06054B50;
constexpr std::uint32_t kEnd64Mark = 0x06064B50;
constexpr std::uint32_t kLocator64Mark = 0x07064B50;
constexpr std::uint32_t kMemberMark = 0x02014B50;
constexpr std::uint32_t kLocalMark = 0x04034B50;
constexpr std::size_t kEndBytes = 22;
constexpr std::size_t kMemberBytes = 46;
constexpr std::size_t kLocalBytes = 30;
constexpr std::uint64_t kMostDirectory = std::uint64_t{64} << 20U;

Error damaged(std::string detail)
{
    return Error{ErrorCode::CorruptInput, {}, "the ZIP archive: " + std::move(detail)};
}

// Little-endian numbers; beyond the end they are 0.
std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t size)
{
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < size && at + i < bytes.size(); ++i)
        out |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    return out;
}

// Where the directory of the members stands.
struct Directory
{
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
    std::uint64_t members = 0;
};

Result<std::string> bytesAt(Spool& spool, std::uint64_t offset, std::size_t size)
{
    std::string out(size, '\0');
    const Result<std::size_t> count = spool.readAt(offset, std::span<char>(out.data(), out.size()));
    if (!count)
        return count.error();
    out.resize(*count);
    return out;
}

Result<Directory> findDirectory(Spool& spool)
{
    const std::uint64_t tailBytes = std::min<std::uint64_t>(spool.size(), kEndBytes + 0xFFFF);
    const Result<std::string> tail = bytesAt(spool, spool.size() - tailBytes, static_cast<std::size_t>(tailBytes));
    if (!tail)
        return tail.error();
    if (tail->size() < kEndBytes)
        return damaged("it is cut off");
    std::size_t at = tail->size() - kEndBytes + 1;
    do {
        if (at == 0)
            return damaged("its directory is missing; it is cut off");
        --at;
    } while (number(*tail, at, 4) != kEndMark);
    Directory out{number(*tail, at + 16, 4), number(*tail, at + 12, 4), number(*tail, at + 10, 2)};
    const std::uint64_t end = spool.size() - tailBytes + at;
    constexpr std::uint64_t kLocatorBytes = 20;
    if (end < kLocatorBytes)
        return out;
    const Result<std::string> locator = bytesAt(spool, end - kLocatorBytes, kLocatorBytes);
    if (!locator)
        return locator.error();
    if (number(*locator, 0, 4) != kLocator64Mark)
        return out;
    constexpr std::size_t kEnd64Bytes = 56;
    const Result<std::string> end64 = bytesAt(spool, number(*locator, 8, 8), kEnd64Bytes);
    if (!end64)
        return end64.error();
    if (number(*end64, 0, 4) != kEnd64Mark)
        return damaged("its directory is damaged");
    return Directory{number(*end64, 48, 8), number(*end64, 40, 8), number(*end64, 32, 8)};
}

// 64-bit values that the fields of 32 bits have no room for, in their fixed order.
void readExtra(std::string_view extra, ZipMember& member)
{
    constexpr std::uint64_t kNoRoom = 0xFFFFFFFF;
    std::size_t at = 0;
    while (at + 4 <= extra.size()) {
        const std::uint64_t id = number(extra, at, 2);
        const auto size = static_cast<std::size_t>(number(extra, at + 2, 2));
        if (id == 1) {
            const std::string_view fields = extra.substr(at + 4, size);
            std::size_t field = 0;
            for (std::uint64_t* value : {&member.unpacked, &member.packed, &member.offset}) {
                if (*value != kNoRoom)
                    continue;
                *value = number(fields, field, 8);
                field += 8;
            }
        }
        at += 4 + size;
    }
}

// The bytes of a member as they stand in the archive.
class PackedMember final : public ByteSource
{
public:
    PackedMember(Spool& spool, std::uint64_t begin, const ZipMember& member)
        : m_spool(spool)
        , m_at(begin)
        , m_rest(member.packed)
    {
    }
    Result<std::size_t> read(std::span<char> out) override
    {
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), m_rest));
        if (wanted == 0)
            return std::size_t{0};
        const Result<std::size_t> count = m_spool.readAt(m_at, out.subspan(0, wanted));
        if (!count)
            return count;
        if (*count < wanted)
            return damaged("a member is cut off");
        m_at += *count;
        m_rest -= *count;
        return count;
    }

private:
    Spool& m_spool;
    std::uint64_t m_at;
    std::uint64_t m_rest;
};

class DeflatedMember final : public ByteSource
{
public:
    explicit DeflatedMember(std::unique_ptr<ByteSource> packed)
        : m_packed(std::move(packed))
        , m_input(std::size_t{64} * 1024)
    {
        m_isReady = inflateInit2(&m_stream, -MAX_WBITS) == Z_OK;
    }
    ~DeflatedMember() override
    {
        if (m_isReady)
            inflateEnd(&m_stream);
    }
    DeflatedMember(const DeflatedMember&) = delete;
    DeflatedMember& operator=(const DeflatedMember&) = delete;

    Result<std::size_t> read(std::span<char> out) override
    {
        if (!m_isReady)
            return Error{ErrorCode::Internal, {}, "zlib can't be started"};
        m_stream.next_out = reinterpret_cast<Bytef*>(out.data());
        m_stream.avail_out = static_cast<uInt>(std::min<std::size_t>(out.size(), std::size_t{1} << 30U));
        const uInt room = m_stream.avail_out;
        while (!m_isEnded && m_stream.avail_out == room) {
            if (m_stream.avail_in == 0) {
                const Result<std::size_t> count = m_packed->read(m_input);
                if (!count)
                    return count;
                if (*count == 0)
                    return damaged("a member is cut off");
                m_taken += *count;
                m_stream.next_in = reinterpret_cast<Bytef*>(m_input.data());
                m_stream.avail_in = static_cast<uInt>(*count);
            }
            const int status = inflate(&m_stream, Z_NO_FLUSH);
            if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
                return damaged("a member is damaged");
            m_isEnded = status == Z_STREAM_END;
        }
        const std::size_t count = room - m_stream.avail_out;
        m_made += count;
        // By what was taken: what the archive states of the size may be anything.
        if (m_made > ZipArchive::kFreeBytes && m_made / ZipArchive::kMostRatio > m_taken)
            return Error{ErrorCode::TooLarge, {},
                "a member of the ZIP archive grows more than " + std::to_string(ZipArchive::kMostRatio)
                    + " times when it is unpacked"};
        return count;
    }

private:
    std::unique_ptr<ByteSource> m_packed;
    std::vector<char> m_input;
    z_stream m_stream{};
    bool m_isReady = false;
    bool m_isEnded = false;
    std::uint64_t m_taken = 0;
    std::uint64_t m_made = 0;
};

// Compares the check sum at the end.
class CheckedMember final : public ByteSource
{
public:
    CheckedMember(std::unique_ptr<ByteSource> bytes, std::uint32_t crc)
        : m_bytes(std::move(bytes))
        , m_wanted(crc)
    {
    }
    Result<std::size_t> read(std::span<char> out) override
    {
        const Result<std::size_t> count = m_bytes->read(out);
        if (!count)
            return count;
        if (*count == 0 && m_crc != m_wanted)
            return damaged("a member is damaged (its check sum differs)");
        m_crc = crc32(m_crc, reinterpret_cast<const Bytef*>(out.data()), static_cast<uInt>(*count));
        return count;
    }

private:
    std::unique_ptr<ByteSource> m_bytes;
    std::uint32_t m_wanted;
    uLong m_crc = 0;
};

} // namespace

Result<std::unique_ptr<ZipArchive>> ZipArchive::open(ByteSource& bytes)
{
    Result<std::unique_ptr<Spool>> spool = Spool::read(bytes);
    if (!spool)
        return spool.error();
    std::unique_ptr<ZipArchive> out(new ZipArchive(std::move(*spool)));
    if (const Result<void> read = out->readDirectory(); !read)
        return read.error();
    return out;
}

Result<void> ZipArchive::readDirectory()
{
    const Result<Directory> directory = findDirectory(*m_spool);
    if (!directory)
        return directory.error();
    if (directory->members > kMostMembers || directory->bytes > kMostDirectory)
        return Error{
            ErrorCode::TooLarge, {}, "the ZIP archive has more than " + std::to_string(kMostMembers) + " members"};
    if (directory->bytes > m_spool->size())
        return damaged("its directory is damaged");
    const Result<std::string> bytes = bytesAt(*m_spool, directory->offset, static_cast<std::size_t>(directory->bytes));
    if (!bytes)
        return bytes.error();
    std::size_t at = 0;
    for (std::uint64_t i = 0; i < directory->members; ++i) {
        if (at + kMemberBytes > bytes->size() || number(*bytes, at, 4) != kMemberMark)
            return damaged("its directory is damaged");
        ZipMember member;
        member.isEncrypted = (number(*bytes, at + 8, 2) & 1U) != 0;
        member.method = static_cast<std::uint16_t>(number(*bytes, at + 10, 2));
        member.crc = static_cast<std::uint32_t>(number(*bytes, at + 16, 4));
        member.packed = number(*bytes, at + 20, 4);
        member.unpacked = number(*bytes, at + 24, 4);
        member.offset = number(*bytes, at + 42, 4);
        const auto nameBytes = static_cast<std::size_t>(number(*bytes, at + 28, 2));
        const auto extraBytes = static_cast<std::size_t>(number(*bytes, at + 30, 2));
        const auto commentBytes = static_cast<std::size_t>(number(*bytes, at + 32, 2));
        if (at + kMemberBytes + nameBytes + extraBytes > bytes->size())
            return damaged("its directory is damaged");
        member.name = bytes->substr(at + kMemberBytes, nameBytes);
        std::replace(member.name.begin(), member.name.end(), '\\', '/'); // as some writers have it
        readExtra(std::string_view(*bytes).substr(at + kMemberBytes + nameBytes, extraBytes), member);
        at += kMemberBytes + nameBytes + extraBytes + commentBytes;
        m_places.try_emplace(toLowerAscii(member.name), m_members.size());
        m_members.push_back(std::move(member));
    }
    return {};
}

const ZipMember* ZipArchive::find(std::string_view name) const
{
    const auto found = m_places.find(toLowerAscii(name));
    return found == m_places.end() ? nullptr : &m_members[found->second];
}

Result<std::unique_ptr<ByteSource>> ZipArchive::open(const ZipMember& member) const
{
    constexpr std::size_t kLongestName = 100;
    const std::string name = shownText(member.name, kLongestName);
    if (member.isEncrypted)
        return Error{ErrorCode::FileUnreadable, {}, "the member " + name + " of the ZIP archive is encrypted"};
    const Result<std::string> local = bytesAt(*m_spool, member.offset, kLocalBytes);
    if (!local)
        return local.error();
    if (local->size() < kLocalBytes || number(*local, 0, 4) != kLocalMark)
        return damaged("the member " + name + " is not where its directory says");
    const std::uint64_t begin = member.offset + kLocalBytes + number(*local, 26, 2) + number(*local, 28, 2);
    if (begin > m_spool->size() || member.packed > m_spool->size() - begin)
        return damaged("the member " + name + " is cut off");
    constexpr std::uint16_t kStored = 0;
    constexpr std::uint16_t kDeflated = 8;
    std::unique_ptr<ByteSource> bytes = std::make_unique<PackedMember>(*m_spool, begin, member);
    if (member.method == kDeflated)
        bytes = std::make_unique<DeflatedMember>(std::move(bytes));
    if (member.method == kStored || member.method == kDeflated)
        return std::unique_ptr<ByteSource>(std::make_unique<CheckedMember>(std::move(bytes), member.crc));
    return Error{ErrorCode::NotAvailable, {},
        "the member " + name + " of the ZIP archive is packed in a way that is not read ("
            + std::to_string(member.method) + ")"};
}

} // namespace antecedent::importers
