// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the records of a name say about the asset that it means, whatever the name looks like: texts that quote an
// asset's description or name, other columns, calibrations that continue those of an asset, times. Threads: pure; keeps
// references to both arguments.

#include "model/identity/candidates.h"
#include "model/identity/catalogue.h"
#include "model/identity/name_records.h"
#include "model/identity/spelling_clues.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace antecedent {

class RecordClues
{
public:
    RecordClues(const AssetCatalogue& catalogue, const std::vector<NameRecords>& records);
    // Of the name that has become the asset `name` of its own.
    void add(std::uint32_t name, const MayBe& mayBe, Candidates& candidates) const;

private:
    void addTexts(std::uint32_t name, const MayBe& mayBe, Candidates& candidates) const;
    void addAttributes(std::uint32_t name, const MayBe& mayBe, Candidates& candidates) const;
    void addCalibrations(std::uint32_t name, const MayBe& mayBe, Candidates& candidates) const;
    void addUse(std::uint32_t name, const MayBe& mayBe, Candidates& candidates) const;
    void addSpans(std::uint32_t name, Candidates& candidates) const;
    void objectToSharedUse(std::uint32_t name, Candidates& candidates) const;

    const AssetCatalogue& m_catalogue;
    const std::vector<NameRecords>& m_records;
    std::map<std::pair<std::string, std::string>, std::size_t> m_namesOfColumn; // names whose records have the value
    std::map<std::string, std::vector<std::uint32_t>> m_measured; // assets with calibrations of that unit and tolerance
    struct Use
    {
        std::uint32_t asset = 0;
        std::vector<Interval> intervals; // disjoint, ascending
        Duration length{};
    };
    std::vector<Use> m_uses;
    Interval m_production{}; // first to last use of any asset
};

} // namespace antecedent
