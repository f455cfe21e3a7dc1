// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/identity/tokens.h"

#include <algorithm>

namespace antecedent {

namespace {

enum class Kind { Mark, Digit, Lower, Upper, Other };

Kind kindOf(char c)
{
    if (c >= '0' && c <= '9')
        return Kind::Digit;
    if (c >= 'a' && c <= 'z')
        return Kind::Lower;
    if (c >= 'A' && c <= 'Z')
        return Kind::Upper;
    return static_cast<unsigned char>(c) >= 0x80 ? Kind::Other : Kind::Mark;
}

// `FeedPump` is two words, `pH` is one.
bool startsToken(Kind before, Kind now, std::size_t length)
{
    const bool wasDigit = before == Kind::Digit;
    const bool isDigit = now == Kind::Digit;
    return before == Kind::Mark || wasDigit != isDigit || (before == Kind::Lower && now == Kind::Upper && length > 1);
}

} // namespace

Tokens tokensOf(std::string_view text, std::size_t most)
{
    Tokens out;
    Kind before = Kind::Mark;
    for (const char c : text) {
        const Kind now = kindOf(c);
        if (now != Kind::Mark) {
            if (startsToken(before, now, out.empty() ? 0 : out.back().size())) {
                if (out.size() == most)
                    break;
                out.emplace_back();
            }
            out.back() += now == Kind::Upper ? static_cast<char>(c - 'A' + 'a') : c;
        }
        before = now;
    }
    for (std::string& token : out)
        if (isNumber(token))
            token.erase(0, std::min(token.find_first_not_of('0'), token.size() - 1));
    return out;
}

bool isNumber(std::string_view token)
{
    return !token.empty() && kindOf(token.front()) == Kind::Digit;
}

std::size_t findTokens(std::span<const std::string> whole, std::span<const std::string> part)
{
    if (part.empty() || part.size() > whole.size())
        return kNoPlace;
    const auto found = std::search(whole.begin(), whole.end(), part.begin(), part.end());
    return found == whole.end() ? kNoPlace : static_cast<std::size_t>(found - whole.begin());
}

std::string joinedTokens(std::span<const std::string> tokens)
{
    std::string out;
    for (const std::string& token : tokens) {
        if (!out.empty())
            out += ' ';
        out += token;
    }
    return out;
}

std::string numbersOf(const Tokens& tokens)
{
    std::string out;
    for (const std::string& token : tokens)
        if (isNumber(token))
            out += (out.empty() ? "" : ".") + token;
    return out.empty() ? "-" : out;
}

bool hasNumber(std::span<const std::string> tokens)
{
    return std::any_of(tokens.begin(), tokens.end(), [](const std::string& token) { return isNumber(token); });
}

bool abbreviates(std::string_view shortForm, std::string_view word)
{
    if (shortForm.empty() || shortForm.size() >= word.size() || shortForm.front() != word.front()
        || isNumber(shortForm))
        return false;
    std::size_t at = 0;
    for (const char c : word)
        if (at < shortForm.size() && shortForm[at] == c)
            ++at;
    return at == shortForm.size();
}

std::size_t editDistance(std::string_view a, std::string_view b, std::size_t most)
{
    const std::size_t longer = std::max(a.size(), b.size());
    if (longer - std::min(a.size(), b.size()) > most || longer > 200)
        return a == b ? 0 : most + 1;
    std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = i + j;
                continue;
            }
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    return std::min(cost[a.size()][b.size()], most + 1);
}

} // namespace antecedent
