// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/filter_node.h"

#include "model/base/decimal.h"
#include "model/base/phrase.h"
#include "model/base/text.h"

#include <algorithm>

namespace antecedent {

namespace {

using NodePtr = std::unique_ptr<Filter::Node>;

enum class TokenKind : std::uint8_t { Word, Quoted, Operator, Open, Close, Comma, End };

struct Token
{
    TokenKind kind = TokenKind::End;
    std::string text;
    std::size_t column = 1;
};

Error invalid(std::size_t column, const Phrase& detail)
{
    return Error{ErrorCode::InvalidFilter, "column " + std::to_string(column), detail.english()};
}

class Lexer
{
public:
    explicit Lexer(std::string_view text)
        : m_text(text)
    {
    }

    Result<std::vector<Token>> run()
    {
        std::vector<Token> tokens;
        while (true) {
            while (m_at < m_text.size() && isBlank(m_text[m_at]))
                ++m_at;
            Token token;
            token.column = m_at + 1;
            if (m_at >= m_text.size()) {
                tokens.push_back(std::move(token));
                return tokens;
            }
            const char c = m_text[m_at];
            if (c == '(' || c == ')' || c == ',') {
                token.kind = c == '(' ? TokenKind::Open : c == ')' ? TokenKind::Close : TokenKind::Comma;
                token.text = c;
                ++m_at;
            } else if (isOperator(c)) {
                token.kind = TokenKind::Operator;
                token.text = c;
                if (++m_at < m_text.size() && m_text[m_at] == '=' && c != '=' && c != '~')
                    token.text += m_text[m_at++];
                if (token.text == "!")
                    return invalid(token.column, phrase("expected != instead of !"));
            } else if (c == '"' || c == '\'') {
                token.kind = TokenKind::Quoted;
                if (!readQuoted(token.text))
                    return invalid(token.column, phrase("the quotation mark is not closed"));
            } else {
                token.kind = TokenKind::Word;
                while (m_at < m_text.size() && isWordPart(m_text[m_at]))
                    token.text += m_text[m_at++];
            }
            tokens.push_back(std::move(token));
        }
    }

private:
    static bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
    static bool isOperator(char c) { return c == '=' || c == '!' || c == '~' || c == '<' || c == '>'; }
    static bool isWordPart(char c)
    {
        return !isBlank(c) && !isOperator(c) && c != '(' && c != ')' && c != ',' && c != '"' && c != '\'';
    }

    // A mark within the text is written twice, or after a backslash.
    bool readQuoted(std::string& out)
    {
        const char mark = m_text[m_at++];
        while (m_at < m_text.size()) {
            const char c = m_text[m_at++];
            const char next = m_at < m_text.size() ? m_text[m_at] : '\0';
            if (c == '\\' && (next == mark || next == '\\')) {
                out += next;
                ++m_at;
            } else if (c == mark && next == mark) {
                out += mark;
                ++m_at;
            } else if (c == mark) {
                return true;
            } else {
                out += c;
            }
        }
        return false;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

constexpr int kMaxDepth = 100;

// How deep the canonical form nests: a negation stands in front of parentheses, a list inside of another one in them.
int canonicalDepth(const Filter::Node& node)
{
    int inside = 0;
    for (const NodePtr& child : node.children) {
        const bool isList = child->kind == Filter::Node::Kind::And || child->kind == Filter::Node::Kind::Or;
        const bool isInner = isList && node.kind != Filter::Node::Kind::Not;
        inside = std::max(inside, canonicalDepth(*child) + (isInner ? 1 : 0));
    }
    return node.kind == Filter::Node::Kind::Compare ? 1 : inside + (node.kind == Filter::Node::Kind::Not ? 2 : 0);
}

class Parser
{
public:
    Parser(std::vector<Token> tokens, const Dataset* tags)
        : m_tokens(std::move(tokens))
        , m_tags(tags)
    {
    }

    Result<NodePtr> run()
    {
        if (peek().kind == TokenKind::End)
            return invalid(1, phrase("the filter is empty"));
        auto root = parseList(Filter::Node::Kind::Or);
        if (root && peek().kind != TokenKind::End)
            return invalid(peek().column, phrase("expected and, or, or the end, found \"%1\"", peek().text));
        if (root && canonicalDepth(**root) > kMaxDepth)
            return invalid(1, phrase("too deeply nested"));
        return root;
    }

private:
    const Token& peek() const { return m_tokens[m_at]; }
    const Token& next() { return m_tokens[peek().kind == TokenKind::End ? m_at : m_at++]; }
    bool isWord(std::string_view word) const
    {
        return peek().kind == TokenKind::Word && equalsIgnoreCase(peek().text, word);
    }

    // Lists of `or` hold lists of `and`, these hold factors.
    Result<NodePtr> parseList(Filter::Node::Kind kind)
    {
        const bool isOr = kind == Filter::Node::Kind::Or;
        auto list = std::make_unique<Filter::Node>();
        list->kind = kind;
        while (true) {
            auto item = isOr ? parseList(Filter::Node::Kind::And) : parseFactor();
            if (!item)
                return item;
            list->children.push_back(std::move(*item));
            if (!isWord(isOr ? "or" : "and"))
                break;
            next();
        }
        if (list->children.size() == 1)
            return std::move(list->children.front());
        return list;
    }

    Result<NodePtr> parseFactor()
    {
        if (++m_depth > kMaxDepth)
            return invalid(peek().column, phrase("too deeply nested"));
        auto result = parseFactorInside();
        --m_depth;
        return result;
    }

    Result<NodePtr> parseFactorInside()
    {
        if (isWord("not")) {
            next();
            auto inner = parseFactor();
            if (!inner)
                return inner;
            auto node = std::make_unique<Filter::Node>();
            node->kind = Filter::Node::Kind::Not;
            node->children.push_back(std::move(*inner));
            return node;
        }
        if (peek().kind == TokenKind::Open) {
            next();
            auto inner = parseList(Filter::Node::Kind::Or);
            if (!inner)
                return inner;
            if (const Token close = next(); close.kind != TokenKind::Close)
                return invalid(close.column, phrase("expected a closing parenthesis"));
            return inner;
        }
        return parseComparison();
    }

    Result<NodePtr> parseComparison()
    {
        const Token field = next();
        auto node = std::make_unique<Filter::Node>();
        bool isKnown = isTag(field);
        if (isKnown) {
            node->field = FilterField::Tag;
            node->tag = field.text;
        } else if (field.kind != TokenKind::Word) {
            return invalid(field.column,
                hasTags() ? phrase("expected a field: %1, and the names of tags such as %2", fieldList(), firstTag())
                          : phrase("expected a field: %1", fieldList()));
        }
        for (std::size_t i = 0; !isKnown && i < kFilterFields.size(); ++i) {
            if (equalsIgnoreCase(field.text, kFilterFields[i])) {
                node->field = static_cast<FilterField>(i);
                isKnown = true;
            }
        }
        if (!isKnown)
            return invalid(field.column,
                hasTags() ? phrase("unknown field \"%1\"; fields are %2, and the names of tags such as %3", field.text,
                    fieldList(), firstTag())
                          : phrase("unknown field \"%1\"; fields are %2", field.text, fieldList()));
        const bool isNegated = isWord("not");
        if (isNegated)
            next();
        if (isWord("in")) {
            next();
            if (const auto list = parseInList(*node); !list)
                return list.error();
        } else if (isNegated) {
            return invalid(peek().column, phrase("expected in after not"));
        } else if (const auto rest = parseOperatorAndValue(*node); !rest) {
            return rest.error();
        }
        if (!isNegated)
            return node;
        auto negation = std::make_unique<Filter::Node>();
        negation->kind = Filter::Node::Kind::Not;
        negation->children.push_back(std::move(node));
        return negation;
    }

    Result<void> parseOperatorAndValue(Filter::Node& node)
    {
        static constexpr std::array<std::pair<std::string_view, FilterOp>, 8> kOps{{{"=", FilterOp::Equal},
            {"!=", FilterOp::NotEqual}, {"~", FilterOp::Contains}, {"<", FilterOp::Less}, {"<=", FilterOp::LessEqual},
            {">", FilterOp::Greater}, {">=", FilterOp::GreaterEqual}, {"==", FilterOp::Equal}}};
        const Token op = next();
        const auto found = std::find_if(kOps.begin(), kOps.end(),
            [&](const auto& known) { return op.kind == TokenKind::Operator && known.first == op.text; });
        if (found == kOps.end())
            return invalid(op.column, phrase("expected one of = != ~ < <= > >= in"));
        node.op = found->second;
        return parseValue(node);
    }

    Result<void> parseInList(Filter::Node& node)
    {
        node.op = FilterOp::In;
        if (const Token& open = next(); open.kind != TokenKind::Open)
            return invalid(open.column, phrase("expected ( after in"));
        while (true) {
            if (auto value = parseValue(node); !value)
                return value;
            const Token token = next();
            if (token.kind == TokenKind::Close)
                return {};
            if (token.kind != TokenKind::Comma)
                return invalid(token.column, phrase("expected , or ) in the list"));
        }
    }

    Result<void> parseValue(Filter::Node& node)
    {
        const Token token = next();
        if (token.kind != TokenKind::Word && token.kind != TokenKind::Quoted)
            return invalid(token.column, phrase("expected a value"));
        node.values.push_back(token.text);
        if (node.field == FilterField::Tag) {
            const auto number = parseDecimal(token.text);
            if (!number || node.op == FilterOp::Contains)
                return invalid(token.column, phrase("a process value is compared with a number by = != < <= > >= in"));
            node.numbers.push_back(toDouble(*number));
        }
        if (node.field != FilterField::Time || node.op == FilterOp::Contains)
            return {};
        const auto time = parseIso(token.text);
        if (!time)
            return invalid(token.column, phrase("\"%1\" is no ISO 8601 time", token.text));
        if (!time->hasOffset)
            return invalid(token.column, phrase("the time needs Z or an offset, as in 2026-03-29T01:30:00+01:00"));
        node.times.push_back(time->us);
        return {};
    }

    bool isTag(const Token& token) const
    {
        if (m_tags == nullptr || (token.kind != TokenKind::Word && token.kind != TokenKind::Quoted))
            return false;
        const auto found = std::lower_bound(m_tags->tags.begin(), m_tags->tags.end(), token.text,
            [](const Tag& tag, const std::string& name) { return tag.name < name; });
        return found != m_tags->tags.end() && found->name == token.text;
    }

    bool hasTags() const { return m_tags != nullptr && !m_tags->tags.empty(); }
    const std::string& firstTag() const { return m_tags->tags.front().name; }

    static std::string fieldList()
    {
        std::string list;
        for (const auto field : kFilterFields)
            list.append(list.empty() ? "" : ", ").append(field);
        return list;
    }

    std::vector<Token> m_tokens;
    const Dataset* m_tags;
    std::size_t m_at = 0;
    int m_depth = 0;
};

} // namespace

Result<std::unique_ptr<Filter::Node>> parseFilter(std::string_view text, const Dataset* tags)
{
    auto tokens = Lexer(text).run();
    if (!tokens)
        return tokens.error();
    return Parser(std::move(*tokens), tags).run();
}

} // namespace antecedent
