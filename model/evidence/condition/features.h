// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the process data of each use show, before any comparison: per tag and phase the level, the noise (median second
// difference) and the trend (second minus first half); the difference of two tags of a unit that measure the same; the
// hours of each phase; for runs of a skid the level, the maximum and the last value. A tag without an asset takes it
// from the same tag of another unit of the class. Errors: those of the reader. Threads: pure but for the reader.

#include "model/evidence/condition/uses.h"

#include <functional>
#include <limits>
#include <stop_token>

namespace antecedent::condition {

enum class FeatureKind : std::uint8_t { Level, Noise, Trend, Difference, Duration, Maximum, Last };
const char* toText(FeatureKind kind); // level, noise, ...

struct FeatureKey
{
    AssetIndex unit;
    AssetIndex asset;
    FeatureKind kind = FeatureKind::Level;
    std::string what; // suffix of the tag, or of two
    std::string phase; // empty for runs
    auto operator<=>(const FeatureKey&) const = default;
};

// One value per use of the unit, NaN where unknown.
using FeatureTable = std::map<FeatureKey, std::vector<double>>;

struct TagPlace
{
    TagIndex tag;
    AssetIndex unit; // none if nothing says so
    AssetIndex asset;
    std::string suffix; // name without the unit's prefix
};
std::vector<TagPlace> placeTags(const Plant& plant); // one per tag of the dataset

// When a tag with limits first left them in each use of its unit.
struct LimitLook
{
    TagIndex tag;
    AssetIndex asset;
    std::uint32_t slot = 0; // of its unit in Plant::units
    std::vector<Us> firstOutside; // per use: kNeverOutside, or kNotSeen where the use has no good sample
};
inline constexpr Us kNeverOutside = std::numeric_limits<Us>::max();
inline constexpr Us kNotSeen = std::numeric_limits<Us>::min();

struct Features
{
    std::vector<LimitLook> limits; // ascending by slot, then in the order of the tags
    FeatureTable table;
    std::map<std::pair<AssetIndex, std::string>, std::string> parameterOf; // unit and suffix -> parameter, for words
    std::vector<std::vector<double>> covariates; // per tag outside of units: slow mean per day, NaN unknown
    Us firstDay = 0; // of the covariates, in days since the epoch
};

// Without a reader only what needs no process data.
Result<Features> computeFeatures(const Plant& plant, SampleReader* reader, const std::stop_token& stop = {});

double medianOf(std::vector<double> values); // mean of the middle two; NaN for none
std::size_t countKnown(const std::vector<double>& values);

} // namespace antecedent::condition
