// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/filter.h"

#include "model/alignment/filter_node.h"
#include "model/base/phrase.h"
#include "model/base/text.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace antecedent {

namespace {

using Node = Filter::Node;

bool containsIgnoringCase(std::string_view text, std::string_view part)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::search(
               text.begin(), text.end(), part.begin(), part.end(), [&](char a, char b) { return lower(a) == lower(b); })
        != text.end()
        || part.empty();
}

template <class T> bool compares(FilterOp op, const T& a, const T& b)
{
    switch (op) {
    case FilterOp::Equal:
    case FilterOp::In:
        return a == b;
    case FilterOp::NotEqual:
        return a != b;
    case FilterOp::Less:
        return a < b;
    case FilterOp::LessEqual:
        return a <= b;
    case FilterOp::Greater:
        return a > b;
    case FilterOp::GreaterEqual:
        return a >= b;
    case FilterOp::Contains:
        break;
    }
    return false;
}

bool isOrdering(FilterOp op)
{
    return op == FilterOp::Less || op == FilterOp::LessEqual || op == FilterOp::Greater || op == FilterOp::GreaterEqual;
}

bool textMatches(const Node& node, std::string_view text)
{
    const auto one = [&](const std::string& value) {
        if (node.op == FilterOp::Contains)
            return containsIgnoringCase(text, value);
        if (isOrdering(node.op)) {
            const auto a = parseDecimal(text);
            const auto b = parseDecimal(value);
            if (a && b)
                return compares(node.op, toDouble(*a), toDouble(*b));
        }
        return compares(node.op, text, std::string_view(value));
    };
    return std::any_of(node.values.begin(), node.values.end(), one);
}

bool timeMatches(const Node& node, const TimeValue& time)
{
    if (!time.known())
        return false;
    if (node.op == FilterOp::Contains)
        return textMatches(node, formatUtc(time));
    return std::any_of(
        node.times.begin(), node.times.end(), [&](std::int64_t value) { return compares(node.op, time.utcUs, value); });
}

// An asset is meant by its own name or any alias; for text operators by its own name.
bool assetMatches(const Dataset& dataset, const Node& node, AssetIndex asset)
{
    const Asset* record = dataset.asset(asset);
    const std::string_view id = record != nullptr ? std::string_view(record->id) : std::string_view();
    if (node.op == FilterOp::Contains || isOrdering(node.op))
        return textMatches(node, id);
    const bool isMeant = std::any_of(node.values.begin(), node.values.end(), [&](const std::string& value) {
        const AssetIndex named = dataset.findAsset(value);
        return id == value || (named.valid() && named == asset);
    });
    return node.op == FilterOp::NotEqual ? !isMeant : isMeant;
}

template <class Compare> bool evaluate(const Node& node, const Compare& compare)
{
    const auto holds = [&](const std::unique_ptr<Node>& child) { return evaluate(*child, compare); };
    switch (node.kind) {
    case Node::Kind::And:
        return std::all_of(node.children.begin(), node.children.end(), holds);
    case Node::Kind::Or:
        return std::any_of(node.children.begin(), node.children.end(), holds);
    case Node::Kind::Not:
        return !holds(node.children.front());
    case Node::Kind::Compare:
        break;
    }
    return compare(node);
}

std::string sourceName(const Dataset& dataset, SourceIndex source)
{
    return source.valid() && source.value < dataset.sources.size() ? dataset.sources[source.value].name : std::string();
}

bool eventMatches(const Dataset& dataset, const UnifiedEvents& events, std::size_t i, const Node& node,
    const Filter::TextReader& reader)
{
    switch (node.field) {
    case FilterField::Asset:
        return assetMatches(dataset, node, events.asset[i]);
    case FilterField::Batch: {
        const Batch* batch = dataset.batch(events.batch[i]);
        return textMatches(node, batch != nullptr ? std::string_view(batch->id) : std::string_view());
    }
    case FilterField::Category:
        return textMatches(node, categoryOf(dataset, events, i));
    case FilterField::Code:
        return textMatches(node, codeOf(dataset, events, i));
    case FilterField::Class:
        return textMatches(node, events.className(i));
    case FilterField::Severity:
        return textMatches(node, severityOf(dataset, events, i));
    case FilterField::Text: {
        const std::string_view text = textOf(dataset, events, i);
        return textMatches(node, text.empty() && reader ? reader(recordOf(dataset, events, i)) : std::string(text));
    }
    case FilterField::Table:
        return textMatches(node, tableSpec(events.table[i]).name);
    case FilterField::Time: {
        TimeValue time;
        time.utcUs = events.onsetUs[i];
        return timeMatches(node, node.op == FilterOp::Contains ? onsetTime(dataset, events, i) : time);
    }
    case FilterField::Source:
        return textMatches(node, sourceName(dataset, recordOf(dataset, events, i).source));
    case FilterField::Actor:
        return textMatches(node, actorOf(dataset, events, i));
    case FilterField::Tag:
        return false;
    }
    return false;
}

bool deviationMatches(const Dataset& dataset, const Deviation& deviation, const Node& node)
{
    switch (node.field) {
    case FilterField::Asset:
        return assetMatches(dataset, node, deviation.asset);
    case FilterField::Batch: {
        const Batch* batch = dataset.batch(deviation.batch);
        return textMatches(node, batch != nullptr ? std::string_view(batch->id) : std::string_view());
    }
    case FilterField::Category:
    case FilterField::Class:
        return textMatches(node, deviation.classification);
    case FilterField::Code:
        return textMatches(node, deviation.id);
    case FilterField::Severity:
        return textMatches(node, deviation.severity);
    case FilterField::Text:
        return textMatches(node, deviation.text);
    case FilterField::Table:
        return textMatches(node, tableSpec(TableId::Deviations).name);
    case FilterField::Time:
        return timeMatches(node,
            deviation.occurred.known()         ? deviation.occurred
                : deviation.occurredTo.known() ? deviation.occurredTo
                                               : deviation.detected);
    case FilterField::Source:
        return textMatches(node, sourceName(dataset, deviation.head.source));
    case FilterField::Actor:
    case FilterField::Tag:
        return false;
    }
    return false;
}

std::string quoted(const std::string& text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + "\"";
}

// As a word where it reads back as one.
std::string plain(const std::string& text)
{
    static constexpr std::array<std::string_view, 4> kWords{"and", "or", "not", "in"};
    const bool isWord = !text.empty() && text.find_first_of(" \t\r\n=!~<>(),\"'\\") == std::string::npos
        && std::none_of(kWords.begin(), kWords.end(), [&](std::string_view w) { return equalsIgnoreCase(text, w); });
    return isWord ? text : quoted(text);
}

using Quote = std::string (*)(const std::string&);

std::string print(const Node& node, Quote quote)
{
    static constexpr std::array<std::string_view, 8> kOps{"=", "!=", "~", "<", "<=", ">", ">=", "in"};
    if (node.kind == Node::Kind::Not)
        return "not (" + print(*node.children.front(), quote) + ")";
    std::string out;
    if (node.kind != Node::Kind::Compare) {
        for (const auto& child : node.children) {
            const bool isInner = child->kind == Node::Kind::And || child->kind == Node::Kind::Or;
            out += out.empty() ? "" : node.kind == Node::Kind::And ? " and " : " or ";
            out += isInner ? "(" + print(*child, quote) + ")" : print(*child, quote);
        }
        return out;
    }
    const bool isTag = node.field == FilterField::Tag;
    out = (isTag ? quote(node.tag) : std::string(kFilterFields[static_cast<std::size_t>(node.field)])) + " "
        + std::string(kOps[static_cast<std::size_t>(node.op)]) + " ";
    if (node.op != FilterOp::In)
        return out + quote(node.values.front());
    std::string list;
    for (const std::string& value : node.values)
        list.append(list.empty() ? "" : ", ").append(quote(value));
    return out + "(" + list + ")";
}

// True if the comparison only depends on the event's class.
bool dependsOnClass(FilterField field)
{
    return field == FilterField::Category || field == FilterField::Code || field == FilterField::Class
        || field == FilterField::Table;
}

} // namespace

Filter::Filter(std::unique_ptr<Node> root)
    : m_root(std::move(root))
{
}
Filter::Filter(Filter&&) noexcept = default;
Filter& Filter::operator=(Filter&&) noexcept = default;
Filter::~Filter() = default;

Result<Filter> Filter::parse(std::string_view text)
{
    auto root = parseFilter(text, nullptr);
    if (!root)
        return root.error();
    return Filter(std::move(*root));
}

Result<Filter> Filter::parse(std::string_view text, const Dataset& dataset)
{
    auto root = parseFilter(text, &dataset);
    if (!root)
        return root.error();
    return Filter(std::move(*root));
}

namespace {

const std::string* firstTag(const Node& node)
{
    if (node.kind == Node::Kind::Compare)
        return node.field == FilterField::Tag ? &node.tag : nullptr;
    for (const auto& child : node.children)
        if (const std::string* tag = firstTag(*child))
            return tag;
    return nullptr;
}

// Five times the median distance of samples: beyond it the source was silent.
Duration gapLimit(const std::vector<Sample>& samples)
{
    std::vector<Duration> steps;
    for (std::size_t i = 1; i < samples.size(); ++i)
        steps.push_back(samples[i].time - samples[i - 1].time);
    if (steps.empty())
        return Duration::max();
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return *middle * 5;
}

// A comparison that holds by `slack` more, or with a negative slack by less.
bool comparesLoosely(FilterOp op, double value, double number, double slack)
{
    switch (op) {
    case FilterOp::Less:
    case FilterOp::LessEqual:
        return compares(op, value, number + slack);
    case FilterOp::Greater:
    case FilterOp::GreaterEqual:
        return compares(op, value, number - slack);
    case FilterOp::Equal:
    case FilterOp::In:
        return std::abs(value - number) <= std::max(slack, 0.0);
    case FilterOp::NotEqual:
        return std::abs(value - number) > std::max(-slack, 0.0);
    case FilterOp::Contains:
        break;
    }
    return false;
}

bool holdsFor(const Node& node, const Dataset& dataset, const Tag& tag, const Sample& sample, double slack)
{
    const auto holds = [&](const std::unique_ptr<Node>& child) {
        return holdsFor(*child, dataset, tag, sample, node.kind == Node::Kind::Not ? -slack : slack);
    };
    switch (node.kind) {
    case Node::Kind::And:
        return std::all_of(node.children.begin(), node.children.end(), holds);
    case Node::Kind::Or:
        return std::any_of(node.children.begin(), node.children.end(), holds);
    case Node::Kind::Not:
        return !holds(node.children.front());
    case Node::Kind::Compare:
        break;
    }
    if (node.field == FilterField::Tag)
        return std::any_of(node.numbers.begin(), node.numbers.end(),
            [&](double number) { return comparesLoosely(node.op, sample.value, number, slack); });
    if (node.field == FilterField::Asset)
        return assetMatches(dataset, node, tag.asset);
    TimeValue time;
    time.utcUs = sample.time.time_since_epoch().count();
    return timeMatches(node, time);
}

// What samples of the tag do not have.
Result<void> checkFields(const Node& node, const std::string& tag)
{
    for (const auto& child : node.children)
        if (const Result<void> checked = checkFields(*child, tag); !checked)
            return checked;
    if (node.kind != Node::Kind::Compare || node.field == FilterField::Asset || node.field == FilterField::Time)
        return {};
    if (node.field != FilterField::Tag)
        return Error{ErrorCode::InvalidFilter, std::string(kFilterFields[static_cast<std::size_t>(node.field)]),
            phrase("with values of a tag only time and asset can be asked for").english()};
    if (node.tag != tag)
        return Error{ErrorCode::InvalidFilter, node.tag,
            phrase("one filter compares the values of one tag, here of %1", tag).english()};
    return {};
}

} // namespace

TagIndex Filter::tag(const Dataset& dataset) const
{
    const std::string* name = firstTag(*m_root);
    for (std::size_t i = 0; name != nullptr && i < dataset.tags.size(); ++i)
        if (dataset.tags[i].name == *name)
            return indexOf<TagIndexTag>(i);
    return {};
}

Result<std::vector<TagStretch>> Filter::stretches(
    const Dataset& dataset, SampleReader& reader, const Interval& interval, double hysteresis) const
{
    const TagIndex tag = this->tag(dataset);
    if (!tag.valid())
        return Error{ErrorCode::InvalidFilter, "filter", phrase("no tag is named in it").english()};
    const Tag& record = dataset.tags[tag.value];
    if (const Result<void> checked = checkFields(*m_root, record.name); !checked)
        return checked.error();
    const auto samples = reader.read(tag, interval);
    if (!samples)
        return samples.error();
    const Duration limit = gapLimit(*samples);
    std::vector<TagStretch> found;
    bool isOpen = false;
    const Sample* known = nullptr; // the last one with a value
    bool heldThen = false;
    for (std::size_t i = 0; i < samples->size(); ++i) {
        const Sample& sample = (*samples)[i];
        const bool isKnown = sample.value == sample.value;
        const bool isAfterGap = i > 0 && sample.time - (*samples)[i - 1].time > limit;
        const bool goesOn = isOpen && !isAfterGap;
        const bool holds = isKnown && holdsFor(*m_root, dataset, record, sample, goesOn ? hysteresis : 0);
        if (goesOn) {
            found.back().interval.end = sample.time;
            found.back().isOver = isKnown && !holds;
        } else if (holds) {
            TagStretch stretch{tag, Interval{sample.time, sample.time}};
            stretch.onset = known == nullptr ? TagStretch::Onset::DataBegin
                : heldThen                   ? TagStretch::Onset::AfterGap
                                             : TagStretch::Onset::Seen;
            if (known != nullptr)
                stretch.sinceOther = sample.time - known->time;
            found.push_back(stretch);
        }
        isOpen = holds;
        if (holds)
            ++found.back().samples;
        if (isKnown) {
            known = &sample;
            heldThen = holds;
        }
    }
    return found;
}

bool Filter::matches(const Dataset& dataset, const UnifiedEvents& events, std::size_t i, const TextReader& reader) const
{
    return evaluate(*m_root, [&](const Node& node) { return eventMatches(dataset, events, i, node, reader); });
}

bool Filter::matches(const Dataset& dataset, const Deviation& deviation) const
{
    return evaluate(*m_root, [&](const Node& node) { return deviationMatches(dataset, deviation, node); });
}

std::vector<std::uint32_t> Filter::select(
    const Dataset& dataset, const UnifiedEvents& events, const TextReader& reader) const
{
    // Comparisons on the class are made once per class, those on asset and batch once per asset and batch.
    enum class Memo : std::uint8_t { Unknown, No, Yes };
    std::map<const Node*, std::vector<Memo>> memos; // only looked up, never walked
    const auto remembered = [&](const Node& node, std::size_t i) {
        const bool byClass = dependsOnClass(node.field);
        const std::uint32_t key = byClass      ? events.eventClass[i].value
            : node.field == FilterField::Asset ? events.asset[i].value + 1
                                               : events.batch[i].value + 1;
        auto& memo = memos[&node];
        if (key >= memo.size())
            memo.resize(key + 1, Memo::Unknown);
        if (memo[key] == Memo::Unknown)
            memo[key] = eventMatches(dataset, events, i, node, reader) ? Memo::Yes : Memo::No;
        return memo[key] == Memo::Yes;
    };
    std::vector<std::uint32_t> found;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const bool isMatch = evaluate(*m_root, [&](const Node& node) {
            const bool isCached =
                dependsOnClass(node.field) || node.field == FilterField::Asset || node.field == FilterField::Batch;
            return isCached ? remembered(node, i) : eventMatches(dataset, events, i, node, reader);
        });
        if (isMatch)
            found.push_back(static_cast<std::uint32_t>(i));
    }
    return found;
}

std::span<const std::string_view> filterFields()
{
    return kFilterFields;
}

std::string Filter::toText() const
{
    return print(*m_root, &quoted);
}

std::string Filter::toPlainText() const
{
    return print(*m_root, &plain);
}

} // namespace antecedent
