// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Damages bytes: cut, flipped, doubled, left out, or something strange put in. The same for the same seed. Threads:
// one.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace antecedent::fuzz {

class Damage
{
public:
    explicit Damage(std::uint64_t seed)
        : m_state(seed)
    {
    }

    std::string apply(std::string bytes)
    {
        for (std::size_t times = 1 + below(6); times > 0; --times)
            once(bytes);
        return bytes;
    }

private:
    std::size_t below(std::size_t n)
    {
        m_state += 0x9E3779B97F4A7C15U;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return n == 0 ? 0 : static_cast<std::size_t>((z ^ (z >> 31U)) % n);
    }

    void once(std::string& bytes)
    {
        const std::size_t at = below(bytes.size() + 1);
        const std::size_t length = std::min(below(200), bytes.size() - at);
        switch (below(8)) {
        case 0:
            bytes.resize(at);
            break;
        case 1:
        case 2:
            if (at < bytes.size())
                bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
            break;
        case 3:
            bytes.insert(at, bytes.substr(below(bytes.size() + 1), length));
            break;
        case 4:
            bytes.erase(at, length);
            break;
        case 5:
            for (char& c : bytes)
                if (below(50) == 0)
                    c = static_cast<char>(below(256));
            break;
        default:
            bytes.insert(at, strange());
        }
    }

    // What readers of texts stumble over.
    const std::string& strange()
    {
        static const std::array<std::string, 32> kStrange{"\"", "\"\"", ",", ";", "\t", "\n", "\r", "\r\r\n",
            std::string(1, '\0'), "\xFF", "\xC3", "\xEF\xBB\xBF", "9999999999999999999999", "-", "2026-02-30T25:61:61Z",
            "00.00.0000", "1e999", "NaN", "\xE2\x88\x92", "{", "'", "|", "<", "</", "<![CDATA[", "&#x110000;", "[[[[",
            "\\ud800", "(", std::string(3000, 'x'), std::string(500, ','), std::string(600, '[')};
        return kStrange[below(kStrange.size())];
    }

    std::uint64_t m_state;
};

} // namespace antecedent::fuzz
