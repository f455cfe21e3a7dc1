// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/codec.h"

#include <zstd.h>

#include <memory>

namespace antecedent {

namespace {

struct FreeCompressor
{
    void operator()(ZSTD_CCtx* context) const noexcept { ZSTD_freeCCtx(context); }
};
struct FreeDecompressor
{
    void operator()(ZSTD_DCtx* context) const noexcept { ZSTD_freeDCtx(context); }
};

Error damaged(const char* detail)
{
    return Error{ErrorCode::InvestigationDamaged, {}, detail};
}

} // namespace

void zstdCompress(std::span<const std::uint8_t> bytes, std::vector<std::uint8_t>& out)
{
    thread_local const std::unique_ptr<ZSTD_CCtx, FreeCompressor> context(ZSTD_createCCtx());
    out.resize(ZSTD_compressBound(bytes.size()));
    const std::size_t size = ZSTD_compressCCtx(context.get(), out.data(), out.size(), bytes.data(), bytes.size(), 1);
    out.resize(ZSTD_isError(size) != 0U ? 0 : size); // cannot fail with the bound's room
}

Result<std::vector<std::uint8_t>> zstdDecompress(std::span<const std::uint8_t> bytes, std::size_t limit)
{
    thread_local const std::unique_ptr<ZSTD_DCtx, FreeDecompressor> context(ZSTD_createDCtx());
    const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > limit)
        return damaged("compressed block with an impossible size");
    std::vector<std::uint8_t> out(static_cast<std::size_t>(size));
    const std::size_t done = ZSTD_decompressDCtx(context.get(), out.data(), out.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(done) != 0U || done != out.size())
        return damaged("compressed block does not unpack");
    return out;
}

} // namespace antecedent
