// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/profile/signal_tags.h"

#include "model/base/text.h"

#include <algorithm>

namespace antecedent {

namespace {

bool isWordPart(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The part of a name after a prefix and one mark; empty if it does not begin with it.
std::string_view afterPrefix(std::string_view name, std::string_view prefix)
{
    if (prefix.empty() || name.size() <= prefix.size() + 1 || !equalsIgnoreCase(name.substr(0, prefix.size()), prefix)
        || isWordPart(name[prefix.size()]))
        return {};
    return name.substr(prefix.size() + 1);
}

} // namespace

SignalTags::SignalTags(const AlignmentContext& context)
    : m_context(context)
{
    const Dataset& dataset = context.dataset;
    for (const Tag& tag : dataset.tags) {
        Place place;
        place.asset = tag.asset;
        std::size_t longest = 0;
        for (std::size_t a = 0; a < dataset.assets.size(); ++a) {
            const std::string& prefix = dataset.assets[a].historianPrefix;
            const std::string_view rest = afterPrefix(tag.name, prefix);
            if (rest.empty() || prefix.size() <= longest)
                continue;
            longest = prefix.size();
            place.suffix = std::string(rest);
            if (!tag.asset.valid())
                place.asset = indexOf<AssetIndexTag>(a);
        }
        if (place.suffix.empty()) {
            const auto dot = tag.name.find('.');
            place.suffix = dot == std::string::npos ? tag.name : tag.name.substr(dot + 1);
        }
        place.isPlaced = place.asset.valid();
        place.unit = context.scopes.unitOf(place.asset);
        m_places.push_back(std::move(place));
    }
}

std::vector<TagIndex> SignalTags::ofUnit(AssetIndex unit, Timestamp at) const
{
    const std::vector<AssetIndex> linked = unit.valid() ? m_context.scopes.linked(unit, at) : std::vector<AssetIndex>();
    std::vector<TagIndex> tags;
    for (std::size_t t = 0; t < m_places.size(); ++t) {
        const Place& place = m_places[t];
        const bool isHere = !place.isPlaced || (unit.valid() && place.unit == unit)
            || std::find(linked.begin(), linked.end(), place.asset) != linked.end();
        if (isHere && m_context.dataset.tags[t].sampleCount > 0)
            tags.push_back(indexOf<TagIndexTag>(t));
    }
    return tags;
}

TagIndex SignalTags::counterpart(TagIndex tag, AssetIndex here, AssetIndex there, Timestamp at) const
{
    if (here == there || !m_places[tag.value].isPlaced || m_places[tag.value].unit != here)
        return tag;
    const Tag& own = m_context.dataset.tags[tag.value];
    const auto alike = [&](AssetIndex unit) {
        std::vector<TagIndex> found;
        for (const TagIndex other : ofUnit(unit, at)) {
            const Tag& record = m_context.dataset.tags[other.value];
            if (m_places[other.value].isPlaced && m_places[other.value].unit == unit
                && equalsIgnoreCase(record.parameter, own.parameter) && record.unit == own.unit)
                found.push_back(other);
        }
        return found;
    };
    const std::vector<TagIndex> mine = alike(here);
    const std::vector<TagIndex> theirs = alike(there);
    for (const TagIndex other : theirs)
        if (m_places[other.value].suffix == m_places[tag.value].suffix)
            return other;
    const auto place = std::find(mine.begin(), mine.end(), tag);
    if (own.parameter.empty() || mine.size() != theirs.size() || place == mine.end())
        return {};
    return theirs[static_cast<std::size_t>(place - mine.begin())];
}

bool SignalTags::hasSamples(AssetIndex unit, const Interval& interval) const
{
    const std::vector<TagIndex> tags = ofUnit(unit, interval.begin);
    return std::any_of(tags.begin(), tags.end(), [&](TagIndex tag) {
        const auto& span = m_context.dataset.tags[tag.value].sampleSpan;
        return span && span->begin < interval.end && interval.begin <= span->end;
    });
}

} // namespace antecedent
