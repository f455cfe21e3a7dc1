// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/phrase_templates.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace antecedent::lint {

namespace {

bool isNameChar(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

void appendUtf8(std::string& out, unsigned code)
{
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0U | (code >> 6U));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    } else {
        out += static_cast<char>(0xE0U | (code >> 12U));
        out += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    }
}

// From a quotation mark to behind the closing one; the text as the compiler reads it.
std::string readLiteral(const std::string& source, std::size_t& at)
{
    std::string out;
    for (++at; at < source.size() && source[at] != '"'; ++at) {
        if (source[at] != '\\') {
            out += source[at];
            continue;
        }
        const char what = source[++at];
        if (what == 'u') {
            appendUtf8(out, static_cast<unsigned>(std::stoul(source.substr(at + 1, 4), nullptr, 16)));
            at += 4;
        } else {
            out += what == 'n' ? '\n' : what;
        }
    }
    ++at;
    return out;
}

std::size_t skipBlank(const std::string& source, std::size_t at)
{
    while (at < source.size() && std::isspace(static_cast<unsigned char>(source[at])) != 0)
        ++at;
    return at;
}

// A literal with the neighbours that the compiler joins to it.
std::string readJoined(const std::string& source, std::size_t& at)
{
    std::string out = readLiteral(source, at);
    for (std::size_t next = skipBlank(source, at); next < source.size() && source[next] == '"';
         next = skipBlank(source, at)) {
        at = next;
        out += readLiteral(source, at);
    }
    return out;
}

std::string withoutComments(const std::string& source)
{
    std::string out;
    for (std::size_t at = 0; at < source.size(); ++at) {
        if (source[at] == '"') {
            const std::size_t begin = at;
            readLiteral(source, at);
            out += source.substr(begin, at - begin);
            --at;
        } else if (source[at] == '\'' && at + 2 < source.size()) { // a character, not a separator of digits
            const std::size_t length = source[at + 1] == '\\' ? 4 : source[at + 2] == '\'' ? 3 : 1;
            out += length > 1 ? "' '" : "'"; // its text could be a quotation mark
            at += length - 1;
        } else if (source.compare(at, 2, "//") == 0) {
            at = std::min(source.find('\n', at), source.size());
            out += '\n';
        } else {
            out += source[at];
        }
    }
    return out;
}

// The literals of one argument of a call; none if the argument calls something itself.
struct Argument
{
    std::vector<std::string> texts;
    bool isPlain = true;
};

// From behind the opening parenthesis to the closing one.
std::vector<Argument> readArguments(const std::string& source, std::size_t at)
{
    std::vector<Argument> arguments(1);
    int depth = 0;
    while (at < source.size()) {
        const char c = source[at];
        if (c == '"') {
            std::string text = readJoined(source, at);
            if (depth == 0)
                arguments.back().texts.push_back(std::move(text));
            continue;
        }
        if (c == ')' && depth == 0)
            return arguments;
        if (c == ',' && depth == 0)
            arguments.emplace_back();
        if (c == '(' || c == '{' || c == '[') {
            ++depth;
            arguments.back().isPlain = false;
        } else if (c == ')' || c == '}' || c == ']') {
            --depth;
        }
        ++at;
    }
    return arguments;
}

struct Maker
{
    const char* name;
    std::size_t first; // argument
    std::size_t last;
};
constexpr std::array<Maker, 4> kMakers{{{"phrase", 0, 0}, {"say", 0, 0}, {"term", 0, 0}, {"plural", 1, 2}}};

} // namespace

std::map<std::string, std::string> phraseTemplates(const std::vector<SourceFile>& files)
{
    std::map<std::string, std::string> found;
    for (const SourceFile& file : files) {
        const std::string source = withoutComments(file.text());
        for (const Maker& maker : kMakers) {
            const std::string call = std::string(maker.name) + "(";
            for (std::size_t at = source.find(call); at != std::string::npos; at = source.find(call, at + 1)) {
                if (at > 0 && isNameChar(source[at - 1]))
                    continue;
                const std::vector<Argument> arguments = readArguments(source, at + call.size());
                for (std::size_t i = maker.first; i <= maker.last && i < arguments.size(); ++i)
                    if (arguments[i].isPlain)
                        for (const std::string& text : arguments[i].texts)
                            found.try_emplace(text, file.path);
            }
        }
    }
    return found;
}

std::set<std::string> literalsOf(const std::vector<SourceFile>& files)
{
    std::set<std::string> found;
    for (const SourceFile& file : files) {
        const std::string source = withoutComments(file.text());
        for (std::size_t at = source.find('"'); at != std::string::npos; at = source.find('"', at))
            found.insert(readJoined(source, at));
    }
    return found;
}

std::string placesOf(const std::string& text)
{
    std::string places;
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        if (text[i] == '%' && text[i + 1] >= '1' && text[i + 1] <= '9')
            places += text[i + 1];
    std::sort(places.begin(), places.end());
    return places;
}

} // namespace antecedent::lint
