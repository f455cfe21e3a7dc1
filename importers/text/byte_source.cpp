// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/text/byte_source.h"

#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <vector>

namespace antecedent::importers {

Result<std::unique_ptr<FileSource>> FileSource::open(const std::string& path)
{
    const std::filesystem::path file(std::u8string(path.begin(), path.end()));
    std::error_code code;
    if (!std::filesystem::exists(file, code))
        return Error{ErrorCode::FileNotFound, path, {}};
    if (!std::filesystem::is_regular_file(file, code))
        return Error{ErrorCode::FileUnreadable, path, "not a regular file"};
    auto out = std::make_unique<FileSource>();
    out->m_path = path;
    out->m_file.open(file, std::ios::binary);
    if (!out->m_file)
        return Error{ErrorCode::FileUnreadable, path, {}};
    return out;
}

Result<std::size_t> FileSource::read(std::span<char> out)
{
    m_file.read(out.data(), static_cast<std::streamsize>(out.size()));
    if (m_file.bad())
        return Error{ErrorCode::FileUnreadable, m_path, "the read failed"};
    return static_cast<std::size_t>(m_file.gcount());
}

Result<std::size_t> MemorySource::read(std::span<char> out)
{
    const std::size_t count = std::min(out.size(), m_rest.size());
    if (count > 0)
        std::memcpy(out.data(), m_rest.data(), count);
    m_rest.remove_prefix(count);
    return count;
}

struct GunzipSource::State
{
    explicit State(ByteSource& source)
        : inner(source)
        , input(std::size_t{256} * 1024)
    {
    }

    ByteSource& inner;
    std::vector<char> input;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool started = false;
    bool gzip = false;
    bool inMember = false;
    bool innerEnded = false;
    z_stream stream{};
};

GunzipSource::GunzipSource(ByteSource& inner)
    : m_state(std::make_unique<State>(inner))
{
}

GunzipSource::~GunzipSource()
{
    if (m_state->gzip)
        inflateEnd(&m_state->stream);
}

bool GunzipSource::isGzip() const
{
    return m_state->gzip;
}

// Reads more input behind what is left of it; the number of bytes that are there then.
Result<std::size_t> GunzipSource::fill()
{
    State& s = *m_state;
    if (s.begin > 0) {
        std::memmove(s.input.data(), s.input.data() + s.begin, s.end - s.begin);
        s.end -= s.begin;
        s.begin = 0;
    }
    while (s.end < s.input.size() && !s.innerEnded) {
        const Result<std::size_t> count = s.inner.read(std::span<char>(s.input.data() + s.end, s.input.size() - s.end));
        if (!count)
            return count.error();
        s.innerEnded = *count == 0;
        s.end += *count;
    }
    return s.end;
}

Result<std::size_t> GunzipSource::inflateSome(std::span<char> out)
{
    State& s = *m_state;
    z_stream& z = s.stream;
    z.next_out = reinterpret_cast<Bytef*>(out.data());
    z.avail_out = static_cast<uInt>(std::min<std::size_t>(out.size(), std::size_t{1} << 30));
    const uInt room = z.avail_out;
    while (z.avail_out == room) {
        if (s.begin == s.end) {
            if (const Result<std::size_t> count = fill(); !count)
                return count.error();
            if (s.begin == s.end) {
                if (s.inMember)
                    return Error{ErrorCode::CorruptInput, {}, "the gzip stream is cut off"};
                return std::size_t{0};
            }
        }
        s.inMember = true;
        z.next_in = reinterpret_cast<Bytef*>(s.input.data() + s.begin);
        z.avail_in = static_cast<uInt>(s.end - s.begin);
        const int status = inflate(&z, Z_NO_FLUSH);
        s.begin = s.end - z.avail_in;
        if (status == Z_STREAM_END) {
            s.inMember = false;
            // Zero bytes behind the last member are padding; another member follows otherwise.
            while (s.begin < s.end && s.input[s.begin] == 0)
                ++s.begin;
            inflateReset(&z);
        } else if (status != Z_OK && status != Z_BUF_ERROR) {
            return Error{ErrorCode::CorruptInput, {}, "the gzip stream is damaged"};
        }
    }
    return static_cast<std::size_t>(room - z.avail_out);
}

Result<std::size_t> GunzipSource::read(std::span<char> out)
{
    State& s = *m_state;
    if (!s.started) {
        s.started = true;
        if (const Result<std::size_t> count = fill(); !count)
            return count.error();
        s.gzip = s.end >= 3 && s.input[0] == '\x1F' && s.input[1] == '\x8B' && s.input[2] == '\x08';
        if (s.gzip && inflateInit2(&s.stream, 15 + 16) != Z_OK)
            return Error{ErrorCode::Internal, {}, "zlib can't be started"};
    }
    if (s.gzip)
        return inflateSome(out);
    if (s.begin == s.end)
        return s.innerEnded ? Result<std::size_t>(std::size_t{0}) : s.inner.read(out);
    const std::size_t count = std::min(out.size(), s.end - s.begin);
    std::memcpy(out.data(), s.input.data() + s.begin, count);
    s.begin += count;
    return count;
}

Result<Head> readHead(ByteSource& source, std::size_t limit)
{
    constexpr std::size_t kPieceBytes = std::size_t{64} * 1024; // most sources are small
    Head out;
    std::size_t used = 0;
    while (used < limit) {
        out.bytes.resize(std::min(limit, used + kPieceBytes));
        const Result<std::size_t> count =
            source.read(std::span<char>(out.bytes.data() + used, out.bytes.size() - used));
        if (!count)
            return count.error();
        if (*count == 0) {
            out.complete = true;
            break;
        }
        used += *count;
    }
    out.bytes.resize(used);
    return out;
}

} // namespace antecedent::importers
