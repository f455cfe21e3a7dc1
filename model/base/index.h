// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Typed 32-bit indices into vectors, so that an asset's index can't be taken for a batch's. The default is "none".

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace antecedent {

template <class Tag> struct Index
{
    static constexpr std::uint32_t kNone = 0xFFFF'FFFFU;

    std::uint32_t value = kNone;

    bool valid() const { return value != kNone; }
    auto operator<=>(const Index&) const = default;
};

template <class Tag> Index<Tag> indexOf(std::size_t position)
{
    return Index<Tag>{static_cast<std::uint32_t>(position)};
}

} // namespace antecedent

template <class Tag> struct std::hash<antecedent::Index<Tag>>
{
    std::size_t operator()(const antecedent::Index<Tag>& index) const noexcept { return index.value; }
};
