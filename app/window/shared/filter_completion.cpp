// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/shared/filter_completion.h"

#include "model/alignment/filter.h"
#include "widgets/common/text.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <vector>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kMostWords = 60;

enum class Part { Word, Quoted, Operator, Open, Close, Comma };

struct Piece
{
    Part part = Part::Word;
    QString text; // without quotation marks
    int from = 0;
    int to = 0;
    bool isOpen = false; // a quotation that is not closed
};

bool isOperatorSign(QChar c)
{
    return QStringLiteral("=!~<>").contains(c);
}

bool isWordPart(QChar c)
{
    return !c.isSpace() && !isOperatorSign(c) && !QStringLiteral("(),\"'").contains(c);
}

Piece quotedPiece(const QString& text, int at)
{
    Piece piece{Part::Quoted, {}, at, at + 1, true};
    const QChar mark = text[at];
    while (piece.to < text.size()) {
        const QChar c = text[piece.to++];
        if (c == QLatin1Char('\\') && piece.to < text.size()) {
            piece.text += text[piece.to++];
        } else if (c == mark) {
            piece.isOpen = false;
            break;
        } else {
            piece.text += c;
        }
    }
    return piece;
}

std::vector<Piece> piecesOf(const QString& text)
{
    std::vector<Piece> pieces;
    int at = 0;
    while (at < text.size()) {
        const QChar c = text[at];
        if (c.isSpace()) {
            ++at;
            continue;
        }
        Piece piece{Part::Word, {}, at, at, false};
        if (c == QLatin1Char('"') || c == QLatin1Char('\'')) {
            piece = quotedPiece(text, at);
        } else if (QStringLiteral("(),").contains(c)) {
            piece.part = c == QLatin1Char('(') ? Part::Open : c == QLatin1Char(')') ? Part::Close : Part::Comma;
            piece.text = c;
            piece.to = at + 1;
        } else {
            const bool isSign = isOperatorSign(c);
            piece.part = isSign ? Part::Operator : Part::Word;
            while (piece.to < text.size() && (isSign ? isOperatorSign(text[piece.to]) : isWordPart(text[piece.to])))
                ++piece.to;
            piece.text = text.mid(at, piece.to - at);
        }
        at = piece.to;
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

enum class Wanted { Field, Operator, Value, Between };

// What follows the pieces; `field` is the one that a value would be of.
Wanted wantedAfter(const std::vector<Piece>& pieces, QString& field)
{
    Wanted wanted = Wanted::Field;
    bool isList = false;
    for (const Piece& piece : pieces) {
        const QString word = piece.part == Part::Word ? piece.text.toLower() : QString();
        switch (wanted) {
        case Wanted::Field:
            if (word == QLatin1String("not") || piece.part == Part::Open)
                break;
            field = piece.part == Part::Word ? word : piece.text;
            wanted = Wanted::Operator;
            break;
        case Wanted::Operator:
            isList = word == QLatin1String("in");
            wanted = Wanted::Value;
            break;
        case Wanted::Value:
            if (isList && (piece.part == Part::Open || piece.part == Part::Comma))
                break;
            wanted = isList && piece.part != Part::Close ? Wanted::Value : Wanted::Between;
            if (isList && piece.part == Part::Close)
                isList = false;
            break;
        case Wanted::Between:
            if (piece.part != Part::Close)
                wanted = Wanted::Field;
            break;
        }
    }
    return wanted;
}

QString readyValue(const QString& value)
{
    static const QStringList kWords{
        QStringLiteral("and"), QStringLiteral("or"), QStringLiteral("not"), QStringLiteral("in")};
    const bool isPlain =
        !value.isEmpty() && !kWords.contains(value.toLower()) && std::all_of(value.begin(), value.end(), [](QChar c) {
            return c.unicode() < 128
                && (c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('-') || c == QLatin1Char('.'));
        });
    if (isPlain)
        return value;
    QString out = QStringLiteral("\"");
    for (const QChar c : value) {
        if (c == QLatin1Char('"') || c == QLatin1Char('\\'))
            out += QLatin1Char('\\');
        out += c;
    }
    return out + QLatin1Char('"');
}

// Those that begin with the prefix, then those that contain it.
QStringList matching(const QStringList& all, const QString& prefix, bool isValue)
{
    QStringList first;
    QStringList then;
    for (const QString& each : all) {
        if (first.size() >= kMostWords)
            break;
        if (each.startsWith(prefix, Qt::CaseInsensitive))
            first << (isValue ? readyValue(each) : each);
        else if (isValue && then.size() < kMostWords && each.contains(prefix, Qt::CaseInsensitive))
            then << readyValue(each);
    }
    return (first + then).mid(0, kMostWords);
}

QStringList operatorsFor(const QString& field)
{
    if (field == QLatin1String("time"))
        return {QStringLiteral(">"), QStringLiteral(">="), QStringLiteral("<"), QStringLiteral("<="),
            QStringLiteral("="), QStringLiteral("~")};
    return {QStringLiteral("="), QStringLiteral("!="), QStringLiteral("~"), QStringLiteral("in"), QStringLiteral("<"),
        QStringLiteral("<="), QStringLiteral(">"), QStringLiteral(">=")};
}

} // namespace

FilterValues filterValues(const InvestigationData& snapshot)
{
    const Dataset& dataset = snapshot.dataset;
    const UnifiedEvents& events = snapshot.context.events;
    std::map<QString, std::set<QString>> found;
    const auto put = [&](const char* field, std::string_view value) {
        if (!value.empty())
            found[QString::fromLatin1(field)].insert(toQString(value));
    };
    for (const Asset& asset : dataset.assets)
        put("asset", asset.id);
    for (const Batch& batch : dataset.batches)
        put("batch", batch.id);
    for (const SourceInfo& source : dataset.sources)
        put("source", source.name);
    for (const EventClass& eventClass : events.classes) {
        put("class", eventClass.name);
        put("table", tableSpec(eventClass.table).name);
        const std::string_view name = eventClass.name;
        const std::size_t colon = name.find(':');
        put("category", name.substr(0, colon));
        if (colon != std::string_view::npos)
            put("code", name.substr(colon + 1));
    }
    std::vector<bool> isSeen(dataset.strings.size());
    for (const auto& [field, column] :
        {std::pair("severity", &dataset.events.severity), std::pair("actor", &dataset.events.actor)}) {
        isSeen.assign(isSeen.size(), false);
        for (const std::uint32_t id : *column)
            if (!isSeen[id]) {
                isSeen[id] = true;
                put(field, dataset.strings.text(id));
            }
    }
    for (const WorkOrder& order : dataset.workOrders)
        put("severity", order.priority);
    FilterValues out;
    for (const auto& [field, values] : found)
        out[field] = QStringList(values.begin(), values.end());
    return out;
}

FilterHint hintAt(const QString& text, int cursor, const FilterValues& values)
{
    std::vector<Piece> before = piecesOf(text.left(cursor));
    FilterHint hint;
    hint.from = hint.to = cursor;
    QString prefix;
    // A piece that the cursor touches is being written.
    if (!before.empty() && before.back().to == cursor) {
        const Piece& last = before.back();
        const bool isWritten = last.part == Part::Word || last.part == Part::Operator || last.isOpen;
        if (isWritten) {
            prefix = last.text;
            hint.from = last.from;
            const std::vector<Piece> all = piecesOf(text);
            for (const Piece& piece : all)
                if (piece.from == last.from && piece.to >= cursor)
                    hint.to = last.isOpen ? cursor : piece.to;
            before.pop_back();
        } else if (last.part == Part::Quoted) {
            return hint; // a value that is complete
        }
    }
    QString field;
    switch (wantedAfter(before, field)) {
    case Wanted::Field: {
        QStringList fields;
        for (const std::string_view each : filterFields())
            fields << toQString(each);
        hint.words = matching(fields + QStringList{QStringLiteral("not")}, prefix, false);
        break;
    }
    case Wanted::Operator:
        hint.words = matching(operatorsFor(field), prefix, false);
        break;
    case Wanted::Value:
        if (const auto known = values.find(field); known != values.end())
            hint.words = matching(known->second, prefix, true);
        break;
    case Wanted::Between:
        hint.words = matching({QStringLiteral("and"), QStringLiteral("or")}, prefix, false);
        break;
    }
    if (hint.words.size() == 1 && hint.words.front() == text.mid(hint.from, hint.to - hint.from))
        hint.words.clear(); // it stands there
    return hint;
}

FilterProblem problemOf(const QString& text, const InvestigationData* snapshot)
{
    FilterProblem problem;
    if (text.trimmed().isEmpty())
        return problem;
    const std::string bytes = toUtf8(text);
    const Result<Filter> parsed = snapshot != nullptr ? Filter::parse(bytes, snapshot->dataset) : Filter::parse(bytes);
    if (parsed)
        return problem;
    const std::string& where = parsed.error().where; // column N, in bytes
    std::size_t column = 1;
    if (const std::size_t blank = where.find(' '); blank != std::string::npos)
        std::from_chars(where.data() + blank + 1, where.data() + where.size(), column);
    const std::size_t offset = std::min(bytes.size(), column > 0 ? column - 1 : 0);
    problem.from = static_cast<int>(toQString(std::string_view(bytes).substr(0, offset)).size());
    problem.to = static_cast<int>(text.size());
    for (const Piece& piece : piecesOf(text))
        if (piece.from <= problem.from && problem.from < piece.to)
            problem.to = piece.to;
    if (problem.from >= text.size()) // something is missing at the end
        problem.from = std::max(0, static_cast<int>(text.size()) - 1);
    problem.words = toQString(kept(parsed.error().detail));
    return problem;
}

} // namespace antecedent::app
