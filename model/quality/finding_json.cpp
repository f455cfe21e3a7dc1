// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/quality/finding_json.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace antecedent {

namespace {

using Json = nlohmann::json;

Json textOrNull(const std::string& text)
{
    return text.empty() ? Json() : Json(text);
}

Json timeOrNull(const std::optional<Timestamp>& time)
{
    return time ? Json(formatUtc(*time, 6)) : Json();
}

Json numberOrNull(const std::optional<double>& number)
{
    return number && std::isfinite(*number) ? Json(*number) : Json();
}

Json placeJson(const Dataset& dataset, const QualityPlace& place)
{
    const auto batch = [&](BatchIndex index) { return index.valid() ? Json(dataset.batches[index.value].id) : Json(); };
    Json out{{"row", place.row == 0 ? Json() : Json(place.row)},
        {"record", place.record == RecordId{} ? Json() : Json(toHex(place.record))}, {"from", timeOrNull(place.from)},
        {"to", timeOrNull(place.to)}, {"batch", batch(place.batch)}, {"other_batch", batch(place.other)},
        {"value", numberOrNull(place.value)}};
    out["asset"] = place.asset.valid() ? Json(dataset.assets[place.asset.value].id) : Json();
    out["tag"] = place.tag.valid() ? Json(dataset.tags[place.tag.value].name) : Json();
    return out;
}

} // namespace

Json toJson(const Dataset& dataset, const QualityFinding& finding)
{
    Json places = Json::array();
    for (const QualityPlace& place : finding.places)
        places.push_back(placeJson(dataset, place));
    const bool isOfSource = finding.kind == QualityKind::DuplicateRows || finding.kind == QualityKind::FutureTime;
    return {{"kind", toText(finding.kind)}, {"weight", toText(finding.weight)},
        {"table", isOfSource ? Json() : Json(tableSpec(finding.table).name)},
        {"category", textOrNull(finding.category)}, {"count", finding.count}, {"worst", numberOrNull(finding.worst)},
        {"unit", textOrNull(finding.unit)}, {"what", sentence(finding.what).english()},
        {"consequence", sentence(finding.consequence).english()}, {"places", places}};
}

} // namespace antecedent
