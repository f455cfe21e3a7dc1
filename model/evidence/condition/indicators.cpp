// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/condition/indicators.h"

#include "model/evidence/condition/constants.h"
#include "model/evidence/condition/season.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace antecedent::condition {

namespace {

// Sum and count of the phases of one tag and kind, per use.
struct Mean
{
    std::vector<double> sums;
    std::vector<int> counts;
};

using IndicatorKey = std::tuple<AssetIndex, FeatureKind, std::string>;

Phrase nameOf(const Features& features, AssetIndex unit, FeatureKind kind, const std::string& what)
{
    if (kind == FeatureKind::Duration)
        return phrase("duration of %1", what);
    const auto parameter = features.parameterOf.find({unit, what.substr(0, what.find(" minus "))});
    const std::string words = parameter == features.parameterOf.end() ? std::string() : parameter->second;
    const std::string named = words.empty() ? what : words + " (" + what + ")";
    return phrase("%1 of %2", term(toText(kind)), named);
}

void addFeature(Mean& mean, const UnitUses& unit, const std::vector<double>& values)
{
    const std::vector<double> centred = centredByProduct(unit, values);
    std::vector<double> sizes;
    for (const double v : values)
        if (!std::isnan(v))
            sizes.push_back(std::abs(v));
    const double floor = kRelativeFloor * (medianOf(std::move(sizes)) + 1e-9);
    const double spread = std::max(successiveSpread(centred), floor);
    if (mean.sums.empty()) {
        mean.sums.assign(values.size(), 0);
        mean.counts.assign(values.size(), 0);
    }
    for (std::size_t k = 0; k < centred.size(); ++k)
        if (!std::isnan(centred[k])) {
            mean.sums[k] += std::clamp(centred[k] / spread, -kPhaseClip, kPhaseClip);
            mean.counts[k] += 1;
        }
}

void addProcess(const Plant& plant, const Features& features, Indicators& indicators)
{
    std::map<IndicatorKey, Mean> means;
    for (const auto& [key, values] : features.table)
        if (countKnown(values) >= kFewestUses)
            addFeature(means[{key.asset, key.kind, key.what}], plant.units[plant.slotOf[key.unit.value]], values);
    for (const auto& [key, mean] : means) {
        Indicator indicator;
        indicator.name = nameOf(features, plant.unitOf[std::get<0>(key).value], std::get<1>(key), std::get<2>(key));
        for (std::size_t k = 0; k < mean.sums.size(); ++k)
            indicator.values.push_back(
                mean.counts[k] > 0 ? mean.sums[k] / mean.counts[k] : std::numeric_limits<double>::quiet_NaN());
        const double spread = successiveSpread(indicator.values);
        for (double& v : indicator.values)
            v = std::clamp(spread > 0 ? v / spread : v, -kIndicatorClip, kIndicatorClip); // NaN passes through
        indicators[std::get<0>(key)].push_back(std::move(indicator));
    }
}

using AlarmOnsets = std::map<std::pair<AssetIndex, std::string>, std::vector<Us>>;

AlarmOnsets alarmOnsets(const Dataset& dataset)
{
    AlarmOnsets onsets;
    const auto alarm = dataset.strings.find("alarm");
    const EventColumns& e = dataset.events;
    CountedOnce once(dataset);
    for (std::size_t i = 0; alarm && i < e.size(); ++i) {
        if (e.category[i] != *alarm || !e.asset[i].valid() || !once.take(i))
            continue;
        std::vector<Us>& list = onsets[{e.asset[i], dataset.strings.text(e.code[i])}];
        if (list.empty() || e.timeUs[i] - list.back() > kChatterUs)
            list.push_back(e.timeUs[i]);
    }
    return onsets;
}

void addAlarms(const Plant& plant, Indicators& indicators)
{
    for (const auto& [key, onsets] : alarmOnsets(plant.dataset())) {
        const std::uint32_t slot = plant.slotOf[key.first.value];
        if (slot == kNoSlot)
            continue;
        Indicator indicator;
        indicator.name = "alarm:" + key.second;
        indicator.isAlarm = true;
        const std::vector<Use>& uses = plant.units[slot].uses;
        for (std::size_t k = 0; k < uses.size(); ++k) {
            const Us since =
                std::max(k > 0 ? uses[k - 1].end : uses[k].begin - kFirstUseBackUs, uses[k].begin - kAlarmBackUs);
            const auto first = std::lower_bound(onsets.begin(), onsets.end(), since);
            const auto last = std::upper_bound(onsets.begin(), onsets.end(), uses[k].end);
            indicator.values.push_back(last > first ? static_cast<double>(last - first) : 0);
        }
        indicators[key.first].push_back(std::move(indicator));
    }
}

} // namespace

double successiveSpread(const std::vector<double>& values)
{
    std::vector<double> steps;
    double last = std::numeric_limits<double>::quiet_NaN();
    for (const double v : values) {
        if (std::isnan(v))
            continue;
        if (!std::isnan(last))
            steps.push_back(std::abs(v - last));
        last = v;
    }
    if (steps.empty())
        return 0;
    std::sort(steps.begin(), steps.end());
    return steps[steps.size() / 2] / kSuccessiveToSd;
}

Indicators makeIndicators(const Plant& plant, const Features& features)
{
    Indicators indicators;
    for (const UnitUses& unit : plant.units)
        for (const AssetIndex asset : unit.assets)
            indicators[asset];
    addProcess(plant, features, indicators);
    addAlarms(plant, indicators);
    return indicators;
}

} // namespace antecedent::condition
