// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/identity/alias_proposals.h"

#include "model/identity/candidates.h"
#include "model/identity/record_clues.h"
#include "model/identity/spelling_clues.h"
#include "model/identity/tag_clues.h"

#include <algorithm>
#include <tuple>

namespace antecedent {

namespace {

constexpr double kInstalled = 0.75; // the position may also be a place with a history of its own

class Proposer
{
public:
    Proposer(const AliasInput& input, const std::stop_token& stop)
        : m_input(input)
        , m_stop(stop)
        , m_data(input.dataset)
        , m_catalogue(input.dataset)
        , m_records(recordsByAsset(input.dataset))
        , m_recordClues(m_catalogue, m_records)
        , m_tagClues(m_catalogue, statedTags())
    {
    }

    std::vector<AliasProposal> take()
    {
        addNames();
        addTags();
        if (m_stop.stop_requested())
            return {};
        std::sort(m_out.begin(), m_out.end(), [](const AliasProposal& a, const AliasProposal& b) {
            return std::tie(a.kind, a.name) < std::tie(b.kind, b.name);
        });
        return std::move(m_out);
    }

private:
    std::vector<std::pair<const Tag*, AssetIndex>> statedTags() const
    {
        std::vector<std::pair<const Tag*, AssetIndex>> out;
        for (const Tag& tag : m_data.tags)
            if (isStated(tag))
                out.emplace_back(&tag, tag.asset);
        return out;
    }

    bool isStated(const Tag& tag) const
    {
        const auto found = m_input.tagAssets.find(tag.name);
        return found != m_input.tagAssets.end() && !found->second.empty() && tag.asset.valid();
    }

    void addNames()
    {
        std::vector<std::pair<std::string, AssetIndex>> names(m_data.assetNames.begin(), m_data.assetNames.end());
        std::sort(names.begin(), names.end());
        for (const auto& [name, index] : names) {
            if (m_stop.stop_requested())
                return;
            const Asset& asset = m_data.assets[index.value];
            if (m_input.refused.contains(name) || (name == asset.id && !asset.isImplicit))
                continue;
            if (m_input.confirmed.contains(name))
                addSettled(NameKind::Asset, NameState::Confirmed, name, name == asset.id ? AssetIndex() : index);
            else if (name == asset.cmmsId || name == asset.historianPrefix)
                addSettled(NameKind::Asset, NameState::Stated, name, index);
            else
                addName(name, index);
        }
    }

    // No asset: what a person confirmed holds in certain periods, or for an asset that is yet to come.
    void addSettled(NameKind kind, NameState state, const std::string& name, AssetIndex asset)
    {
        AliasProposal proposal;
        proposal.kind = kind;
        proposal.state = state;
        proposal.name = name;
        if (asset.valid())
            proposal.candidates.push_back({asset, 1,
                {state == NameState::Confirmed  ? phrase("confirmed by a person")
                        : kind == NameKind::Tag ? phrase("stated by the list of tags")
                                                : phrase("stated by the list of assets")},
                {}, std::nullopt, std::nullopt});
        m_out.push_back(std::move(proposal));
    }

    // The places are those of assets.
    static void addRanked(const Candidates& candidates, AliasProposal& proposal)
    {
        std::vector<Ranked> ranked = candidates.ranked();
        proposal.isSafe = isClear(ranked);
        for (Ranked& one : ranked)
            proposal.candidates.push_back({AssetIndex{one.place}, one.score, std::move(one.reasons),
                std::move(one.objections), std::nullopt, std::nullopt});
    }

    // Of names that no list has, the one in more use is the asset and the other its name.
    bool comesBefore(std::uint32_t a, std::uint32_t b) const
    {
        const auto rank = [&](std::uint32_t i) {
            const NameRecords& records = m_records[i];
            return std::tuple(records.uses.empty(), -static_cast<std::int64_t>(records.count), m_catalogue.id(i).size(),
                m_catalogue.id(i));
        };
        return rank(a) < rank(b);
    }

    void addName(const std::string& name, AssetIndex index)
    {
        const bool isOpen = m_data.assets[index.value].isImplicit && name == m_data.assets[index.value].id;
        const MayBe mayBe = [&](std::uint32_t asset, bool bySpelling) {
            if (isOpen && asset == index.value)
                return false;
            return !m_data.assets[asset].isImplicit || (bySpelling && isOpen && comesBefore(asset, index.value));
        };
        Candidates candidates;
        addSpellingClues(m_catalogue, name, mayBe, candidates);
        if (isOpen) {
            m_recordClues.add(index.value, mayBe, candidates);
            addInstalled(index, candidates);
        }
        AliasProposal proposal;
        proposal.state = isOpen ? NameState::Open : NameState::Read;
        proposal.name = name;
        proposal.records = isOpen ? m_records[index.value].count : 0;
        addRanked(candidates, proposal);
        if (isOpen)
            addDates(index, proposal);
        else
            proposal.isSafe = proposal.isSafe && proposal.candidates.front().asset == index;
        if (!proposal.candidates.empty())
            m_out.push_back(std::move(proposal));
    }

    // What was installed at the position: each item in its time.
    void addInstalled(AssetIndex position, Candidates& candidates) const
    {
        for (const Installation& installation : m_data.installations) {
            const AssetIndex item = m_data.findAsset(installation.item);
            if (installation.position == position && item.valid() && item != position
                && !m_data.assets[item.value].isImplicit)
                candidates.add(
                    item.value, ClueKind::Installed, kInstalled, phrase("the installations say that it was there"));
        }
    }

    // Of an item that was there once.
    void addDates(AssetIndex position, AliasProposal& proposal) const
    {
        for (AliasCandidate& candidate : proposal.candidates) {
            std::size_t times = 0;
            for (const Installation& installation : m_data.installations)
                if (installation.position == position && m_data.findAsset(installation.item) == candidate.asset
                    && ++times == 1) {
                    candidate.from = installation.from.optional();
                    candidate.to = installation.to.optional();
                }
            if (times > 1)
                candidate.from = candidate.to = std::nullopt;
        }
    }

    void addTags()
    {
        const MayBe mayBe = [&](std::uint32_t asset, bool) {
            return !m_data.assets[asset].isImplicit || m_records[asset].count > 0;
        };
        for (const Tag& tag : m_data.tags) {
            if (m_stop.stop_requested())
                return;
            if (m_input.refused.contains(tag.name))
                continue;
            if (m_input.confirmed.contains(tag.name)) {
                addSettled(NameKind::Tag, NameState::Confirmed, tag.name, tag.asset);
                continue;
            }
            if (isStated(tag)) {
                addSettled(NameKind::Tag, NameState::Stated, tag.name, tag.asset);
                continue;
            }
            Candidates candidates;
            addSpellingClues(
                m_catalogue, tag.name,
                [&](std::uint32_t asset, bool bySpelling) { return bySpelling && mayBe(asset, true); }, candidates);
            m_tagClues.add(tag, mayBe, candidates);
            AliasProposal proposal;
            proposal.kind = NameKind::Tag;
            proposal.state = tag.asset.valid() ? NameState::Read : NameState::Open;
            proposal.name = tag.name;
            proposal.records = static_cast<std::size_t>(tag.sampleCount);
            addRanked(candidates, proposal);
            if (!proposal.candidates.empty())
                m_out.push_back(std::move(proposal));
        }
    }

    const AliasInput& m_input;
    const std::stop_token& m_stop;
    const Dataset& m_data;
    const AssetCatalogue m_catalogue;
    const std::vector<NameRecords> m_records;
    const RecordClues m_recordClues;
    const TagClues m_tagClues;
    std::vector<AliasProposal> m_out;
};

} // namespace

std::vector<AliasProposal> proposeAliases(const AliasInput& input, const std::stop_token& stop)
{
    return Proposer(input, stop).take();
}

} // namespace antecedent
