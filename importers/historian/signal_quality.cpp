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
    // System digital states of PI and words of other historians; the German ones as their translations have them.
    static constexpr std::array kWords{"access denied", "arc off-line", "archive offli", "bad", "bad data", "bad input",
        "bad output", "bad quality", "bad total", "bad_quality", "calc crash", "calc failed", "calc off",
        "calc overflow", "calc timeout", "coercion failed", "comm fail", "comm failure", "configure", "dcs failed",
        "digital state", "doubtful", "equip fail", "error", "filter error", "gated", "i/o timeout", "inp outrange",
        "intf shut", "intf-shut", "invalid data", "invalid float", "io timeout", "n/a", "na", "nan", "no data",
        "no lab data", "no result", "no sample", "not connect", "not connected", "null", "out of serv", "over range",
        "overflow", "point created", "pt created", "rejected", "sample bad", "scan off", "scan on", "scan timeout",
        "set to bad", "shutdown", "snapfix", "trace", "unauthorized", "under range", "underflow", "unit down",
        "unknown", "ausserhalb des messbereichs", "außerhalb des messbereichs", "berechnung fehlgeschlagen",
        "e/a-zeitüberschreitung", "fehler", "kein ergebnis", "kein wert", "keine daten", "keine verbindung",
        "kommunikationsfehler", "messbereichsüberschreitung", "messbereichsunterschreitung", "messpunkt erstellt",
        "nicht verbunden", "punkt erstellt", "schlecht", "schlechte daten", "schlechte eingabe", "schlechte qualität",
        "schlechter eingang", "unbekannt", "ungültig", "ungueltig", "ungültiger wert", "verbindungsfehler",
        "zeitüberschreitung"};
    const std::string lower = toLowerAscii(trimmed(text));
    return std::any_of(kWords.begin(), kWords.end(), [&](const char* word) { return lower == word; });
}

std::string interpolationOf(std::string_view text)
{
    const std::string word = toLowerAscii(trimmed(text));
    if (word == "stairstep" || word == "stair step" || word == "step" || word == "stepped" || word == "stufe"
        || word == "treppe")
        return "step";
    return word == "linear" || word == "interpolated" ? "linear" : std::string();
}

std::string interpolationOfStep(std::string_view text)
{
    static constexpr std::array<std::string_view, 8> kYes{"1", "yes", "true", "on", "y", "ja", "wahr", "ein"};
    static constexpr std::array<std::string_view, 8> kNo{"0", "no", "false", "off", "n", "nein", "falsch", "aus"};
    const std::string word = toLowerAscii(trimmed(text));
    if (std::find(kYes.begin(), kYes.end(), word) != kYes.end())
        return "step";
    return std::find(kNo.begin(), kNo.end(), word) != kNo.end() ? "linear" : interpolationOf(text);
}

Retrieval retrievalOf(std::string_view mode)
{
    static constexpr std::array<std::string_view, 3> kBetween{"interpolated", "interpoliert", "bestfit"};
    static constexpr std::array<std::string_view, 10> kOver{
        "average", "avg", "averaged", "mittelwert", "min", "minimum", "max", "maximum", "integral", "slope"};
    std::string word = toLowerAscii(trimmed(mode));
    std::erase_if(word, [](char c) { return c == ' ' || c == '-' || c == '_'; });
    if (std::find(kBetween.begin(), kBetween.end(), word) != kBetween.end())
        return Retrieval::Interpolated;
    const bool isOver = std::find(kOver.begin(), kOver.end(), word) != kOver.end() || word == "timeweightedaverage";
    return isOver ? Retrieval::Averaged : Retrieval::Kept;
}

} // namespace antecedent::importers
