// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which process data belong to a unit, and which tag of another unit stands for the same signal there. A tag belongs to
// the unit of its asset, else of the asset whose historian prefix its name begins with; what is linked to the unit
// (utilities, skids) serves it; a tag that nothing places belongs to every unit. Threads: pure.

#include "model/alignment/align.h"

#include <vector>

namespace antecedent {

class SignalTags
{
public:
    explicit SignalTags(const AlignmentContext& context);

    // Tags with samples, in the order of the dataset. An invalid unit has those that nothing places.
    std::vector<TagIndex> ofUnit(AssetIndex unit, Timestamp at) const;
    // The tag at `there` that measures what `tag` does at `here`: of the same parameter and unit of measure, and of the
    // same place in the name or in the order; none if that is not one.
    TagIndex counterpart(TagIndex tag, AssetIndex here, AssetIndex there, Timestamp at) const;
    // Whether any tag of the unit has samples that may lie in the interval.
    bool hasSamples(AssetIndex unit, const Interval& interval) const;

private:
    struct Place
    {
        bool isPlaced = false;
        AssetIndex asset;
        AssetIndex unit;
        std::string suffix; // name without the prefix
    };

    const AlignmentContext& m_context;
    std::vector<Place> m_places; // by tag
};

} // namespace antecedent
