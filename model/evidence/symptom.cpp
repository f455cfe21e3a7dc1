// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/symptom.h"

#include "model/base/text.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace antecedent {

namespace {

// Measured variables and their first letter in instrument tags (ISA-5.1).
constexpr std::array<std::pair<std::string_view, char>, 12> kLetters{
    {{"temperature", 't'}, {"pressure", 'p'}, {"vacuum", 'p'}, {"flow", 'f'}, {"level", 'l'}, {"speed", 's'},
        {"weight", 'w'}, {"conductivity", 'a'}, {"ph", 'a'}, {"humidity", 'm'}, {"moisture", 'm'}, {"density", 'd'}}};

// Words that say which way or how badly, not what.
constexpr std::array<std::string_view, 14> kCommon{"high", "low", "alarm", "fault", "error", "fail", "failed",
    "failure", "deviation", "excursion", "range", "limit", "warning", "out"};

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words(1);
    for (const char c : toLowerAscii(text)) {
        if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80)
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    std::erase_if(words, [](const std::string& word) {
        if (word.size() < 2)
            return true;
        for (const std::string_view common : kCommon)
            if (word == common)
                return true;
        return false;
    });
    return words;
}

bool isSameWord(std::string_view a, std::string_view b)
{
    constexpr std::size_t kStem = 4;
    if (a.size() < kStem || b.size() < kStem)
        return a == b;
    return a.substr(0, kStem) == b.substr(0, kStem);
}

// `ti`, `tic`, `tah`, ...: a variable's letter and then only function letters.
bool isTagOf(std::string_view word, char letter)
{
    return word.size() <= 4 && word.front() == letter
        && word.substr(1).find_first_not_of("iatrcshl") == std::string_view::npos;
}

} // namespace

bool isSymptomOf(std::string_view alarmCode, std::string_view classification)
{
    const std::vector<std::string> code = wordsOf(alarmCode);
    for (const std::string& named : wordsOf(classification)) {
        for (const std::string& word : code)
            if (isSameWord(word, named))
                return true;
        for (const auto& [variable, letter] : kLetters)
            if (!code.empty() && isSameWord(named, variable) && isTagOf(code.front(), letter))
                return true;
    }
    return false;
}

} // namespace antecedent
