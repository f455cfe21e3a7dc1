// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/base64.h"

#include <algorithm>
#include <cstdint>

namespace antecedent {

namespace {

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

} // namespace

std::string toBase64(std::string_view bytes)
{
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8U | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            text += k <= count ? kDigits[group >> (18U - 6U * k) & 63U] : '=';
    }
    return text;
}

std::optional<std::string> fromBase64(std::string_view text)
{
    if (text.size() % 4 != 0)
        return std::nullopt;
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    for (std::size_t i = 0; i < text.size(); i += 4) {
        std::uint32_t group = 0;
        std::size_t count = 0; // digits before the padding
        for (std::size_t k = 0; k < 4; ++k) {
            const std::size_t digit = kDigits.find(text[i + k]);
            if (digit != std::string_view::npos && count == k)
                ++count;
            else if (text[i + k] != '=' || i + 4 != text.size())
                return std::nullopt;
            group = group << 6U | static_cast<std::uint32_t>(digit == std::string_view::npos ? 0 : digit);
        }
        if (count < 2)
            return std::nullopt;
        for (std::size_t k = 0; k + 1 < count; ++k)
            bytes += static_cast<char>(group >> (16U - 8U * k) & 255U);
    }
    if (toBase64(bytes.substr(bytes.size() - bytes.size() % 3))
        != text.substr(text.size() - (bytes.size() % 3 ? 4 : 0)))
        return std::nullopt; // bits behind the last byte are not zero
    return bytes;
}

} // namespace antecedent
