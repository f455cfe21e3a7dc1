// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/phrase.h"

namespace antecedent {

namespace {

std::vector<std::string> englishOf(const std::vector<Phrase>& parts)
{
    std::vector<std::string> texts;
    texts.reserve(parts.size());
    for (const Phrase& part : parts)
        texts.push_back(part.english());
    return texts;
}

} // namespace

Phrase::Phrase(Kind kind, std::string text, std::vector<Phrase> parts)
    : m_kind(kind)
    , m_text(std::move(text))
    , m_parts(std::move(parts))
{
    switch (kind) {
    case Kind::Template:
        m_english = fillPlaces(m_text, englishOf(m_parts));
        break;
    case Kind::List:
        for (std::size_t i = 0; i < m_parts.size(); ++i)
            m_english += (i == 0 ? std::string() : m_text) + m_parts[i].english();
        break;
    case Kind::Sentence:
        m_english = sentenceOf(m_parts.empty() ? std::string_view() : m_parts.front().english());
        break;
    case Kind::Date:
        m_english = m_parts.empty() ? m_text : m_parts.front().english();
        break;
    case Kind::Verbatim:
    case Kind::Kept:
    case Kind::Number:
        m_english = std::move(m_text);
        m_text.clear();
        break;
    }
}

std::string fillPlaces(std::string_view text, const std::vector<std::string>& parts)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isPlace = text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
        const auto place = isPlace ? static_cast<std::size_t>(text[i + 1] - '1') : parts.size();
        if (place < parts.size()) {
            out += parts[place];
            ++i;
        } else {
            out += text[i];
        }
    }
    return out;
}

std::string sentenceOf(std::string_view text)
{
    std::string out(text);
    if (out.empty())
        return out;
    if (out.front() >= 'a' && out.front() <= 'z')
        out.front() = static_cast<char>(out.front() - 'a' + 'A');
    else if (out.starts_with("\u00e4") || out.starts_with("\u00f6") || out.starts_with("\u00fc"))
        out[1] = static_cast<char>(out[1] - 0x20); // UTF-8 of the capital differs in one bit
    if (out.back() != '.' && out.back() != '?' && out.back() != '!')
        out += '.';
    return out;
}

Phrase numeral(std::string text)
{
    return {Phrase::Kind::Number, std::move(text), {}};
}

Phrase term(std::string_view english)
{
    return {Phrase::Kind::Template, std::string(english), {}};
}

Phrase date(std::string english, std::string iso)
{
    return {Phrase::Kind::Date, std::move(iso), {Phrase(std::move(english))}};
}

Phrase listOf(std::vector<Phrase> parts, const char* separator)
{
    return {Phrase::Kind::List, separator, std::move(parts)};
}

Phrase sentence(Phrase phrase)
{
    return {Phrase::Kind::Sentence, {}, {std::move(phrase)}};
}

Phrase kept(std::string english)
{
    return {Phrase::Kind::Kept, std::move(english), {}};
}

Phrase following(std::vector<Phrase> phrases)
{
    std::erase_if(phrases, [](const Phrase& each) { return each.empty(); });
    return listOf(std::move(phrases), " ");
}

} // namespace antecedent
