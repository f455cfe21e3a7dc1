// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/profile/profile.h"
#include "model/base/text.h"

#include <array>
#include <utility>

namespace antecedent::importers {

namespace {

Error invalid(std::string detail)
{
    return Error{ErrorCode::InvalidProfile, {}, std::move(detail)};
}

Result<Transform> parseTransform(std::string_view text)
{
    using Kind = Transform::Kind;
    text = trimmed(text);
    const std::size_t colon = text.find(':');
    const std::string_view word = trimmed(text.substr(0, colon));
    Transform out;
    if (colon != std::string_view::npos)
        out.argument = std::string(text.substr(colon + 1));
    struct Word
    {
        std::string_view name;
        Kind kind;
        int arguments;
    };
    static constexpr std::array<Word, 16> kWords{{{"lower", Kind::Lower, 0}, {"upper", Kind::Upper, 0},
        {"number", Kind::Number, 0}, {"strip-zeros", Kind::StripZeros, 0}, {"map", Kind::Map, 1},
        {"lookup", Kind::Lookup, 1}, {"point", Kind::Point, 0}, {"default", Kind::Default, 1},
        {"replace", Kind::Replace, 2}, {"before", Kind::Before, 1}, {"after", Kind::After, 1},
        {"duration", Kind::Duration, 0}, {"minus", Kind::Minus, 1}, {"tolerance-low", Kind::ToleranceLow, 0},
        {"tolerance-high", Kind::ToleranceHigh, 0}, {"several", Kind::Several, 1}}};
    for (const Word& known : kWords) {
        if (known.name != word)
            continue;
        out.kind = known.kind;
        const bool mayHave = out.kind == Kind::ToleranceLow || out.kind == Kind::ToleranceHigh;
        if (known.arguments == 0 && !mayHave && colon != std::string_view::npos)
            return invalid("'" + std::string(word) + "' takes nothing behind a colon");
        if (known.arguments > 0 && out.argument.empty())
            return invalid("'" + std::string(word) + "' needs a value behind a colon");
        if (mayHave) {
            const std::size_t second = std::min(out.argument.find(':'), out.argument.size());
            out.argument2 = out.argument.substr(std::min(second + 1, out.argument.size()));
            out.argument.resize(second);
            if (out.argument.empty() && !out.argument2.empty())
                return invalid("'" + std::string(word) + "' needs a column before the second colon");
        }
        if (out.kind == Kind::Lookup) {
            constexpr std::string_view kNumber = ":number";
            if (out.argument.ends_with(kNumber) && out.argument.size() > kNumber.size()) {
                out.argument.resize(out.argument.size() - kNumber.size());
                out.argument2 = kNumber.substr(1);
            }
        }
        if (known.arguments == 2) {
            const std::size_t second = out.argument.find(':');
            if (second == std::string::npos)
                return invalid("'replace' is written replace:old:new");
            out.argument2 = out.argument.substr(second + 1);
            out.argument.resize(second);
        }
        return out;
    }
    return invalid("unknown transform '" + std::string(word) + "'");
}

// The inside of the braces.
Result<TemplatePart> parsePlaceholder(std::string_view inside)
{
    TemplatePart out;
    std::string_view rest = inside;
    std::string name;
    if (rest.starts_with('"')) {
        const std::size_t close = rest.find('"', 1);
        if (close == std::string_view::npos)
            return invalid("a quoted column name is not closed");
        name = std::string(rest.substr(1, close - 1));
        rest = trimmed(rest.substr(close + 1));
        if (!rest.empty() && rest.front() != '|')
            return invalid("only | may follow a quoted column name");
        out.kind = TemplatePart::Kind::Column;
    } else {
        const std::size_t bar = rest.find('|');
        name = std::string(trimmed(rest.substr(0, bar)));
        rest = bar == std::string_view::npos ? std::string_view() : rest.substr(bar);
        if (name == "@name")
            out.kind = TemplatePart::Kind::EachName;
        else if (name == "@value")
            out.kind = TemplatePart::Kind::EachValue;
        else if (name.starts_with('='))
            out.kind = TemplatePart::Kind::Canonical;
        else
            out.kind = TemplatePart::Kind::Column;
        if (out.kind == TemplatePart::Kind::Canonical)
            name.erase(0, 1);
    }
    if (name.empty())
        return invalid("a placeholder without a name");
    out.text = std::move(name);
    while (!rest.empty()) {
        rest.remove_prefix(1);
        const std::size_t bar = rest.find('|');
        const Result<Transform> transform = parseTransform(rest.substr(0, bar));
        if (!transform)
            return transform.error();
        out.transforms.push_back(*transform);
        rest = bar == std::string_view::npos ? std::string_view() : rest.substr(bar);
    }
    return out;
}

void addText(ValueTemplate& out, std::string_view text)
{
    if (text.empty())
        return;
    if (!out.parts.empty() && out.parts.back().kind == TemplatePart::Kind::Text) {
        out.parts.back().text += text;
        return;
    }
    TemplatePart part;
    part.text = std::string(text);
    out.parts.push_back(std::move(part));
}

} // namespace

Result<ValueTemplate> parseTemplate(std::string_view text, ColumnType type)
{
    ValueTemplate out;
    std::size_t i = 0;
    while (i < text.size()) {
        const std::size_t brace = text.find_first_of("{}", i);
        std::string_view fixed = text.substr(i, brace == std::string_view::npos ? brace : brace - i);
        if (brace == std::string_view::npos) {
            addText(out, fixed);
            break;
        }
        if (brace + 1 < text.size() && text[brace + 1] == text[brace]) { // {{ and }} stand for one brace
            addText(out, text.substr(i, brace + 1 - i));
            i = brace + 2;
            continue;
        }
        if (text[brace] == '}')
            return invalid("a } without {");
        const std::size_t close = text.find('}', brace);
        if (close == std::string_view::npos)
            return invalid("a { is not closed");
        Result<TemplatePart> part = parsePlaceholder(text.substr(brace + 1, close - brace - 1));
        if (!part)
            return part.error();
        const std::string_view sign = trimmed(fixed);
        const bool term = type == ColumnType::Time && !out.parts.empty() && (sign == "+" || sign == "-");
        if (term) {
            out.durations.push_back({sign == "-", std::move(*part)});
        } else {
            if (!out.durations.empty())
                return invalid("nothing may follow a duration but another one");
            addText(out, fixed);
            out.parts.push_back(std::move(*part));
        }
        i = close + 1;
    }
    return out;
}

} // namespace antecedent::importers
