// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// SHA-256 (FIPS 180-4) by the system's library, which uses the processor's SHA instructions, and the 128-bit record id
// made of its first half. Threads: a Sha256 belongs to one thread; the functions are pure.

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace antecedent {

using Digest = std::array<std::uint8_t, 32>;

class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void add(std::span<const std::byte> bytes);
    void add(std::string_view bytes);
    // The digest of all bytes added since construction or the last finish(); starts anew afterwards.
    Digest finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

Digest sha256(std::string_view bytes);
std::string toHex(std::span<const std::uint8_t> bytes);
// Exactly 64 hexadecimal digits, either case; nullopt otherwise.
std::optional<Digest> digestFromHex(std::string_view hex);
// "sha256:" and the lower-case digits, the form in which hashes are printed.
std::string printDigest(const Digest& digest);

// Identity of a record: the first 16 bytes of the SHA-256 of its normal form (domain/normal_form.h).
struct RecordId
{
    std::array<std::uint8_t, 16> bytes{};
    auto operator<=>(const RecordId&) const = default;
};
RecordId recordIdOf(std::string_view normalForm);
std::string toHex(const RecordId& id);
std::optional<RecordId> recordIdFromHex(std::string_view hex);

struct RecordIdHash
{
    std::size_t operator()(const RecordId& id) const noexcept;
};

} // namespace antecedent
