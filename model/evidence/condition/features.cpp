// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/condition/features.h"

#include "model/base/text.h"
#include "model/evidence/condition/constants.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace antecedent::condition {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

// Good samples of one tag, ascending.
struct Series
{
    std::vector<Us> times;
    std::vector<double> values;

    std::pair<std::size_t, std::size_t> find(Us begin, Us end) const // both ends included
    {
        const auto first = std::lower_bound(times.begin(), times.end(), begin);
        const auto last = std::upper_bound(first, times.end(), end);
        return {static_cast<std::size_t>(first - times.begin()), static_cast<std::size_t>(last - times.begin())};
    }
};

Result<Series> readSeries(SampleReader& reader, TagIndex tag, const Interval& span)
{
    const Result<std::vector<Sample>> samples = reader.read(tag, span);
    if (!samples)
        return samples.error();
    Series series;
    for (const Sample& sample : *samples)
        if (!std::isnan(sample.value)) {
            series.times.push_back(sample.time.time_since_epoch().count());
            series.values.push_back(sample.value);
        }
    return series;
}

// First word of a parameter's name: "net weight, flow total" and "net weight" measure the same.
std::string_view firstWord(std::string_view parameter)
{
    const auto comma = parameter.find(',');
    const std::string_view head = trimmed(parameter.substr(0, comma));
    return head.substr(0, head.find(' '));
}

class UnitFeatures
{
public:
    UnitFeatures(const Plant& plant, const UnitUses& unit, FeatureTable& table)
        : m_plant(plant)
        , m_unit(unit)
        , m_table(table)
    {
    }

    void add(const TagPlace& place, Series series)
    {
        m_places.push_back(place);
        m_series.push_back(std::move(series));
    }

    void compute()
    {
        for (std::size_t k = 0; k < m_unit.uses.size(); ++k) {
            const Use& use = m_unit.uses[k];
            if (m_unit.isService) {
                for (std::size_t i = 0; i < m_series.size(); ++i)
                    addRun(i, k, m_series[i].find(use.begin, use.end));
                continue;
            }
            std::set<std::string> seen;
            for (const Phase& phase : use.phases)
                if (seen.insert(phase.name).second)
                    addPhase(k, phase);
        }
    }

private:
    using Range = std::pair<std::size_t, std::size_t>;

    double& cell(AssetIndex asset, FeatureKind kind, const std::string& what, const std::string& phase, std::size_t use)
    {
        std::vector<double>& values = m_table[{m_unit.unit, asset, kind, what, phase}];
        if (values.empty())
            values.assign(m_unit.uses.size(), kUnknown);
        return values[use];
    }

    void addPhase(std::size_t use, const Phase& phase)
    {
        cell(m_unit.unit, FeatureKind::Duration, phase.name, phase.name, use) =
            static_cast<double>(phase.end - phase.begin) / static_cast<double>(kHourUs);
        std::vector<std::optional<Range>> ranges;
        for (const Series& series : m_series) {
            const Range range = series.find(phase.begin, phase.end);
            ranges.push_back(range.second - range.first >= kFewestSamples ? std::optional(range) : std::nullopt);
        }
        for (std::size_t i = 0; i < m_series.size(); ++i) {
            if (!ranges[i])
                continue;
            addTag(i, use, phase, *ranges[i]);
            for (std::size_t j = i + 1; j < m_series.size(); ++j)
                if (ranges[j] && measureTheSame(i, j))
                    addDifference(i, j, use, phase, *ranges[i], *ranges[j]);
        }
    }

    void addTag(std::size_t i, std::size_t use, const Phase& phase, Range range)
    {
        const TagPlace& place = m_places[i];
        const auto begin = m_series[i].values.begin();
        const std::vector<double> v(
            begin + static_cast<std::ptrdiff_t>(range.first), begin + static_cast<std::ptrdiff_t>(range.second));
        cell(place.asset, FeatureKind::Level, place.suffix, phase.name, use) = medianOf(v);
        if (v.size() < kFewestForNoise)
            return;
        std::vector<double> bends;
        for (std::size_t x = 0; x + 2 < v.size(); ++x)
            bends.push_back(std::abs(v[x] - 2 * v[x + 1] + v[x + 2]));
        cell(place.asset, FeatureKind::Noise, place.suffix, phase.name, use) = medianOf(std::move(bends));
        const auto half = v.begin() + static_cast<std::ptrdiff_t>(v.size() / 2);
        cell(place.asset, FeatureKind::Trend, place.suffix, phase.name, use) =
            medianOf({half, v.end()}) - medianOf({v.begin(), half});
    }

    bool measureTheSame(std::size_t i, std::size_t j) const
    {
        const Tag& a = m_plant.dataset().tags[m_places[i].tag.value];
        const Tag& b = m_plant.dataset().tags[m_places[j].tag.value];
        return a.unit == b.unit && firstWord(a.parameter) == firstWord(b.parameter);
    }

    void addDifference(std::size_t i, std::size_t j, std::size_t use, const Phase& phase, Range a, Range b)
    {
        const Series& first = m_series[i];
        const Series& second = m_series[j];
        std::vector<double> differences;
        for (std::size_t x = a.first, y = b.first; x < a.second && y < b.second;) {
            if (first.times[x] < second.times[y])
                ++x;
            else if (second.times[y] < first.times[x])
                ++y;
            else
                differences.push_back(first.values[x++] - second.values[y++]);
        }
        if (differences.size() < kFewestSamples)
            return;
        const double median = medianOf(std::move(differences));
        const std::string what = m_places[i].suffix + " minus " + m_places[j].suffix;
        for (const AssetIndex asset : {m_places[i].asset, m_places[j].asset})
            cell(asset, FeatureKind::Difference, what, phase.name, use) = median;
    }

    void addRun(std::size_t i, std::size_t use, Range range)
    {
        if (range.second - range.first < kFewestForRun)
            return;
        const TagPlace& place = m_places[i];
        const auto begin = m_series[i].values.begin();
        std::vector<double> v(
            begin + static_cast<std::ptrdiff_t>(range.first), begin + static_cast<std::ptrdiff_t>(range.second));
        cell(place.asset, FeatureKind::Last, place.suffix, {}, use) = v.back();
        cell(place.asset, FeatureKind::Maximum, place.suffix, {}, use) = *std::max_element(v.begin(), v.end());
        cell(place.asset, FeatureKind::Level, place.suffix, {}, use) = medianOf(std::move(v));
    }

    const Plant& m_plant;
    const UnitUses& m_unit;
    FeatureTable& m_table;
    std::vector<TagPlace> m_places;
    std::vector<Series> m_series;
};

// The whole time in which any unit was used, and what came shortly before.
Interval spanOf(const Plant& plant)
{
    Us begin = std::numeric_limits<Us>::max();
    Us end = std::numeric_limits<Us>::min();
    for (const UnitUses& unit : plant.units) {
        for (const Use& use : unit.uses) {
            begin = std::min(begin, use.begin);
            end = std::max(end, use.end);
        }
    }
    if (begin > end)
        return {};
    return {Timestamp(Duration(begin - kSeasonHalfUs - kDayUs)), Timestamp(Duration(end + kSeasonHalfUs + kDayUs))};
}

Us dayOf(Timestamp t)
{
    return std::chrono::floor<std::chrono::days>(t).time_since_epoch().count();
}

// Nothing for a tag without limits.
std::optional<LimitLook> lookAtLimits(
    const Plant& plant, std::uint32_t slot, const TagPlace& place, const Series& series)
{
    const Tag& tag = plant.dataset().tags[place.tag.value];
    if (!tag.lowLimit.known && !tag.highLimit.known)
        return std::nullopt;
    const double low = tag.lowLimit.known ? toDouble(tag.lowLimit) : -std::numeric_limits<double>::infinity();
    const double high = tag.highLimit.known ? toDouble(tag.highLimit) : std::numeric_limits<double>::infinity();
    LimitLook look{place.tag, place.asset, slot, {}};
    for (const Use& use : plant.units[slot].uses) {
        const auto [first, last] = series.find(use.begin, use.end);
        Us at = first == last ? kNotSeen : kNeverOutside;
        for (std::size_t i = first; i < last && at == kNeverOutside; ++i)
            if (series.values[i] < low || series.values[i] > high)
                at = series.times[i];
        look.firstOutside.push_back(at);
    }
    return look;
}

// Mean of the samples within three days either side of each day's noon.
std::vector<double> slowMean(const Series& series, Us firstDay, Us lastDay)
{
    std::vector<double> sums{0};
    for (const double v : series.values)
        sums.push_back(sums.back() + v);
    std::vector<double> means;
    for (Us day = firstDay; day <= lastDay; ++day) {
        const Us noon = day * kDayUs + kDayUs / 2;
        const auto [first, last] = series.find(noon - kSeasonHalfUs, noon + kSeasonHalfUs);
        means.push_back(last > first ? (sums[last] - sums[first]) / static_cast<double>(last - first) : kUnknown);
    }
    return means;
}

// The part of a tag's name after the prefix of a unit; empty if it does not begin with it.
std::string_view afterPrefix(std::string_view name, std::string_view prefix)
{
    const auto isWordPart = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    if (prefix.empty() || name.size() <= prefix.size() + 1 || !equalsIgnoreCase(name.substr(0, prefix.size()), prefix)
        || isWordPart(name[prefix.size()]))
        return {};
    return name.substr(prefix.size() + 1);
}

TagPlace placeTag(const Plant& plant, TagIndex index)
{
    const Dataset& dataset = plant.dataset();
    const Tag& tag = dataset.tags[index.value];
    TagPlace place;
    place.tag = index;
    place.asset = tag.asset;
    std::size_t longest = 0;
    for (std::size_t a = 0; a < dataset.assets.size(); ++a) {
        const std::string& prefix = dataset.assets[a].historianPrefix;
        const std::string_view rest = afterPrefix(tag.name, prefix);
        if (rest.empty() || prefix.size() <= longest)
            continue;
        longest = prefix.size();
        place.suffix = std::string(rest);
        place.unit = plant.unitOf[a];
    }
    if (place.suffix.empty()) {
        const auto dot = tag.name.find('.');
        place.suffix = dot == std::string::npos ? tag.name : tag.name.substr(dot + 1);
    }
    if (!place.unit.valid() && tag.asset.valid())
        place.unit = plant.unitOf[tag.asset.value];
    return place;
}

} // namespace

const char* toText(FeatureKind kind)
{
    switch (kind) {
    case FeatureKind::Level:
        return "level";
    case FeatureKind::Noise:
        return "noise";
    case FeatureKind::Trend:
        return "trend";
    case FeatureKind::Difference:
        return "difference";
    case FeatureKind::Duration:
        return "duration";
    case FeatureKind::Maximum:
        return "maximum";
    case FeatureKind::Last:
        return "last value";
    }
    return "";
}

double medianOf(std::vector<double> values)
{
    if (values.empty())
        return kUnknown;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

std::size_t countKnown(const std::vector<double>& values)
{
    return static_cast<std::size_t>(
        std::count_if(values.begin(), values.end(), [](double v) { return !std::isnan(v); }));
}

std::vector<TagPlace> placeTags(const Plant& plant)
{
    const Dataset& dataset = plant.dataset();
    const auto classOf = [&](AssetIndex a) { return a.valid() ? dataset.assets[a.value].assetClass : std::string(); };
    std::vector<TagPlace> places;
    std::map<std::pair<std::string, std::string>, std::string> partClass; // unit class, suffix -> class of the asset
    for (std::size_t t = 0; t < dataset.tags.size(); ++t) {
        places.push_back(placeTag(plant, indexOf<TagIndexTag>(t)));
        if (places.back().asset.valid() && places.back().unit.valid())
            partClass.try_emplace({classOf(places.back().unit), places.back().suffix}, classOf(places.back().asset));
    }
    for (TagPlace& place : places) {
        if (place.asset.valid() || !place.unit.valid())
            continue;
        place.asset = place.unit;
        const auto wanted = partClass.find({classOf(place.unit), place.suffix});
        const std::uint32_t slot = plant.slotOf[place.unit.value];
        if (wanted == partClass.end() || slot == kNoSlot)
            continue;
        for (const AssetIndex part : plant.units[slot].assets)
            if (classOf(part) == wanted->second) {
                place.asset = part;
                break;
            }
    }
    return places;
}

Result<Features> computeFeatures(const Plant& plant, SampleReader* reader, const std::stop_token& stop)
{
    Features features;
    const Interval span = spanOf(plant);
    features.firstDay = dayOf(span.begin);
    std::map<std::uint32_t, std::vector<TagPlace>> bySlot;
    for (const TagPlace& place : placeTags(plant)) {
        if (!place.unit.valid() || reader == nullptr)
            continue;
        if (const std::uint32_t slot = plant.slotOf[place.unit.value]; slot != kNoSlot) {
            features.parameterOf.try_emplace(
                {plant.units[slot].unit, place.suffix}, plant.dataset().tags[place.tag.value].parameter);
            bySlot[slot].push_back(place);
            continue;
        }
        const Result<Series> series = readSeries(*reader, place.tag, span);
        if (!series)
            return series.error();
        if (!series->times.empty())
            features.covariates.push_back(slowMean(*series, features.firstDay, dayOf(span.end)));
    }
    for (std::uint32_t slot = 0; slot < plant.units.size(); ++slot) {
        UnitFeatures unit(plant, plant.units[slot], features.table);
        for (const TagPlace& place : bySlot[slot]) {
            if (stop.stop_requested())
                return Error{ErrorCode::Cancelled, {}, {}};
            Result<Series> series = readSeries(*reader, place.tag, span);
            if (!series)
                return series.error();
            if (std::optional<LimitLook> look = lookAtLimits(plant, slot, place, *series))
                features.limits.push_back(std::move(*look));
            unit.add(place, std::move(*series));
        }
        unit.compute();
    }
    return features;
}

} // namespace antecedent::condition
