// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a fuzz target is: one function that takes any bytes and ends the program where the product breaks a promise.
// libFuzzer calls it in a build with ANTECEDENT_FUZZ, fuzz_replay.cpp in all others. Threads: one.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace antecedent::fuzz {

// Longer inputs are left alone: they take longer and show nothing more. What large sources do has tests of its own.
inline constexpr std::size_t kMostInput = std::size_t{256} << 10U;

inline std::string_view textOf(const std::uint8_t* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), size};
}

// A promise that holds for every input.
inline void require(bool holds, std::string_view promise)
{
    if (holds)
        return;
    (void)std::fprintf(stderr, "broken: %.*s\n", static_cast<int>(promise.size()), promise.data());
    std::abort();
}

} // namespace antecedent::fuzz
