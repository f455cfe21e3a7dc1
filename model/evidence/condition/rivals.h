// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Other causes that compete with assets in a case: operator actions before t0, material lots, utility disturbances, the
// recipe. Each carries its prior mass over its base rate in good batches: what is rare among good batches and present
// here speaks for itself. Threads: pure; the plant must outlive the finder.

#include "model/evidence/assessment.h"
#include "model/evidence/condition/case_context.h"

namespace antecedent::condition {

struct RivalKey
{
    CandidateKind kind = CandidateKind::Material;
    std::string name; // operator code, lot, utility code, recipe
    AssetIndex asset; // of a utility
    auto operator<=>(const RivalKey&) const = default;
};

// Mass over base rate, by rival.
using RivalMasses = std::map<RivalKey, double>;
// Records that show a rival, by batch.
using RivalRecords = std::map<BatchIndex, std::vector<RecordId>>;

class RivalFinder
{
public:
    explicit RivalFinder(const Plant& plant);

    RivalMasses rivalsOf(const BatchCase& batchCase) const;
    // Prior mass of one rival of the kind, before base rates.
    double share(CandidateKind kind) const;
    // Everything that any batch shows: lots and actions by record, utilities that were disturbed while the batch was
    // made or shortly before, recipes of products that have several.
    const std::map<RivalKey, RivalRecords>& exposures() const { return m_exposures; }

private:
    struct Span
    {
        Us begin = 0;
        Us end = 0;
        RecordId record;
    };

    void readGenealogy();
    void readEvents();
    void readRecipes();
    void exposeToUtilities();
    double rate(const RivalKey& key, const std::vector<BatchIndex>& among) const;
    const std::vector<BatchIndex>& peersOf(BatchIndex batch) const;
    void addOperators(const BatchCase& batchCase, RivalMasses& masses) const;
    void addLots(const BatchCase& batchCase, RivalMasses& masses) const;
    void addUtilities(const BatchCase& batchCase, RivalMasses& masses) const;
    void addRecipe(const BatchCase& batchCase, RivalMasses& masses) const;

    const Plant& m_plant;
    std::vector<BatchIndex> m_good; // ascending
    std::map<std::string, std::vector<BatchIndex>> m_goodOfProduct;
    std::map<RivalKey, RivalRecords> m_exposures;
    std::map<BatchIndex, std::vector<std::pair<Us, std::string>>> m_actionsOf;
    std::map<BatchIndex, std::vector<std::string>> m_lotsOf;
    std::map<RivalKey, std::vector<Span>> m_utilities;
    std::vector<std::string> m_complaints; // plain texts of quality events
    double m_actions = 1; // different operator codes
    double m_period = 1; // time in which any unit was used
};

} // namespace antecedent::condition
