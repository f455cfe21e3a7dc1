// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Numbers in bytes, the lowest byte first; 0 beyond the end. Threads: pure.

#include <bit>
#include <cstdint>
#include <string_view>

namespace antecedent::importers {

inline std::uint64_t littleEndian(std::string_view bytes, std::size_t at, std::size_t count)
{
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < count && at + i < bytes.size(); ++i)
        out |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    return out;
}
inline std::uint8_t byteAt(std::string_view bytes, std::size_t at)
{
    return static_cast<std::uint8_t>(littleEndian(bytes, at, 1));
}
inline std::uint16_t wordAt(std::string_view bytes, std::size_t at)
{
    return static_cast<std::uint16_t>(littleEndian(bytes, at, 2));
}
inline std::uint32_t longAt(std::string_view bytes, std::size_t at)
{
    return static_cast<std::uint32_t>(littleEndian(bytes, at, 4));
}
inline double doubleAt(std::string_view bytes, std::size_t at)
{
    return std::bit_cast<double>(littleEndian(bytes, at, 8));
}

} // namespace antecedent::importers
