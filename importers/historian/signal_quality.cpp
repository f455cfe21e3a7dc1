// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/historian/signal_quality.h"

#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace antecedent::importers {

namespace {

constexpr std::array<std::string_view, 3> kOfBits{"Bad", "Uncertain", "Good"};

std::string_view ofBits(std::uint32_t bits)
{
    return bits == 3 ? kOfBits[2] : bits == 1 ? kOfBits[1] : kOfBits[0];
}

// OPC UA counts the other way: 00 good, 01 uncertain, 10 bad.
std::string_view ofStatusCode(std::uint32_t code)
{
    const std::uint32_t bits = code >> 30U;
    return bits == 0 ? kOfBits[2] : bits == 1 ? kOfBits[1] : kOfBits[0];
}

} // namespace

std::string signalQuality(std::string_view text)
{
    text = trimmed(text);
    if (text.empty())
        return {};
    const std::string lower = toLowerAscii(text);
    std::uint32_t code = 0;
    if (lower.starts_with("0x")) {
        const auto [end, status] = std::from_chars(lower.data() + 2, lower.data() + lower.size(), code, 16);
        if (status == std::errc() && end == lower.data() + lower.size())
            return std::string(ofStatusCode(code));
        return std::string(text);
    }
    const auto [end, status] = std::from_chars(lower.data(), lower.data() + lower.size(), code);
    if (status == std::errc() && end == lower.data() + lower.size()) {
        // Limits and a vendor's byte stand beside the quality of OPC DA; numbers beyond 16 bits are status codes.
        return std::string(code > 0xFFFF ? ofStatusCode(code) : ofBits((code & 0xC0U) >> 6U));
    }
    for (const std::string_view word : kOfBits)
        if (equalsIgnoreCase(text, word) || lower.starts_with(toLowerAscii(word) + ",")
            || lower.starts_with(toLowerAscii(word) + " -"))
            return std::string(word);
    static constexpr std::array<std::string_view, 5> kGood{"ok", "gut", "g", "valid", "normal"};
    static constexpr std::array<std::string_view, 5> kBad{"schlecht", "b", "invalid", "error", "fehler"};
    if (std::find(kGood.begin(), kGood.end(), lower) != kGood.end())
        return "Good";
    if (lower == "questionable" || lower == "unsicher" || lower == "u" || lower == "substituted")
        return "Uncertain";
    return std::find(kBad.begin(), kBad.end(), lower) != kBad.end() ? "Bad" : std::string(text);
}

bool isStatusWord(std::string_view text)
{
    static constexpr std::array<std::string_view, 34> kWords{"i/o timeout", "io timeout", "bad input", "pt created",
        "point created", "no data", "shutdown", "scan off", "scan on", "calc failed", "configure", "bad", "bad quality",
        "bad data", "not connect", "not connected", "comm fail", "comm failure", "intf shut", "intf-shut", "over range",
        "under range", "out of serv", "error", "archive offli", "gated", "na", "n/a", "nan", "null", "no result",
        "access denied", "digital state", "snapfix"};
    const std::string lower = toLowerAscii(trimmed(text));
    return std::find(kWords.begin(), kWords.end(), lower) != kWords.end();
}

} // namespace antecedent::importers
