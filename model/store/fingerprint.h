// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A fast 128-bit fingerprint of a row's values, by which exact repeats among millions of events and samples are found
// and content is compared without order (sums of fingerprints are equal for equal sets of rows). Equal normal forms
// give equal fingerprints. It is not a cryptographic hash: custody rests on the SHA-256 seals. Method: 64 x 64 bit
// multiply and fold, two lanes with different constants. Threads: pure.

#include "model/domain/record_batch.h"

#include <compare>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace antecedent {

struct Fingerprint
{
    std::uint64_t a = 0;
    std::uint64_t b = 0;
    auto operator<=>(const Fingerprint&) const = default;
};

// Sum over a set of rows, lane by lane modulo 2^64, and what remains of it without one of them.
inline Fingerprint operator+(const Fingerprint& x, const Fingerprint& y)
{
    return {x.a + y.a, x.b + y.b};
}
inline Fingerprint operator-(const Fingerprint& x, const Fingerprint& y)
{
    return {x.a - y.a, x.b - y.b};
}

inline std::uint64_t foldMultiply(std::uint64_t x, std::uint64_t y)
{
    __extension__ using Wide = unsigned __int128;
    const Wide product = static_cast<Wide>(x ^ 0x9E3779B97F4A7C15ULL) * (y ^ 0xD1B54A32D192ED03ULL);
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

// Mixes one word into a fingerprint; the order of words matters.
inline void mixInto(Fingerprint& print, std::uint64_t word)
{
    print.a = foldMultiply(print.a + 0x632BE59BD9B4E019ULL, word);
    print.b = foldMultiply(print.b ^ 0x8CB92BA72F3D8DD7ULL, word * 0xFF51AFD7ED558CCDULL + 0x2545F4914F6CDD1DULL);
}

// Up to 8 bytes as a little-endian number, read in pieces of fixed size that may overlap.
inline std::uint64_t wordOf(const char* bytes, std::size_t size)
{
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    };
    std::uint64_t word = 0;
    if (size == 8) {
        std::memcpy(&word, bytes, 8);
    } else if (size >= 4) {
        std::uint32_t low = 0;
        std::uint32_t high = 0;
        std::memcpy(&low, bytes, 4);
        std::memcpy(&high, bytes + size - 4, 4);
        word = low | static_cast<std::uint64_t>(high) << (8 * (size - 4));
    } else if (size > 0) {
        word = byte(0) | byte(size / 2) | byte(size - 1);
    }
    return word;
}

inline void mixInto(Fingerprint& print, std::string_view text)
{
    mixInto(print, text.size());
    const char* at = text.data();
    std::size_t left = text.size();
    for (; left >= 8; at += 8, left -= 8)
        mixInto(print, wordOf(at, 8));
    if (left > 0)
        mixInto(print, wordOf(at, left));
}

// For tables in memory; not kept anywhere.
inline std::uint64_t hashText(std::string_view text)
{
    std::uint64_t hash = text.size();
    const char* at = text.data();
    std::size_t left = text.size();
    for (; left > 8; at += 8, left -= 8)
        hash = foldMultiply(hash, wordOf(at, 8));
    return foldMultiply(hash, wordOf(at, left));
}

// One per row of the batch.
std::vector<Fingerprint> fingerprints(const RecordBatch& batch);

// A set of fingerprints: open addressing, 16 bytes per place.
class FingerprintSet
{
public:
    // False: it was there.
    bool insert(Fingerprint print);
    bool contains(Fingerprint print) const;
    std::size_t sharedWith(const FingerprintSet& other) const;
    // Brings the place of a fingerprint that is asked for soon into the cache.
    void prefetch(const Fingerprint& print) const
    {
        if (!m_slots.empty())
            __builtin_prefetch(&m_slots[static_cast<std::size_t>(print.a) & (m_slots.size() - 1)]);
    }
    std::size_t size() const { return m_size; }
    // All of them, in no order; the set is empty then.
    std::vector<Fingerprint> take();

private:
    std::size_t slotOf(const Fingerprint& print) const;
    void grow();
    std::vector<Fingerprint> m_slots; // all zero: free
    std::size_t m_size = 0;
};

} // namespace antecedent
