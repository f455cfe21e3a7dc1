// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casework/case_versions.h"

#include "importers/format/source_path.h"
#include "importers/pipeline/reread.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace antecedent::casework {

namespace {

// Words that people and systems add to the name of another copy of an export.
constexpr std::array<std::string_view, 16> kCopyWords{"copy", "kopie", "of", "von", "new", "neu", "final", "corrected",
    "korrigiert", "updated", "aktualisiert", "version", "rev", "v", "export", "am"};

constexpr std::size_t kMostCompared = 20; // earlier sources, the latest first

std::string hashOf(const StoredSource& source)
{
    return toHex(source.info.sha256);
}

// The words of a file's name without its ending, numbers and copy words: "Alarms_2026-03 (2).csv" and "alarms v2.csv"
// are "alarms".
std::string stemOf(const StoredSource& source)
{
    const importers::SourcePath path = importers::splitSourcePath(source.info.name);
    const std::string name = toLowerAscii(path.file.substr(0, path.file.find('.')));
    std::string out;
    std::string word;
    const auto endWord = [&] {
        if (!word.empty() && std::find(kCopyWords.begin(), kCopyWords.end(), word) == kCopyWords.end())
            out += word + ' ';
        word.clear();
    };
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalpha(byte) != 0 || byte >= 0x80)
            word += c;
        else
            endWord();
    }
    endWord();
    return out + '#' + path.part;
}

// Process data of several exports lie side by side; an equal sample is stored once.
bool isProcessData(const StoredSource& source)
{
    return !source.records.empty() && std::all_of(source.records.begin(), source.records.end(), [](const auto& table) {
        return table.second == 0 || table.first == tableSpec(TableId::Samples).name;
    });
}

// At least half of the shorter span is in both: parts of one list, a day or a month each, only touch.
bool shareMost(const StoredSource& earlier, const StoredSource& newer)
{
    if (!earlier.info.span || !newer.info.span)
        return true; // undated lists
    const Interval& before = *earlier.info.span;
    const Interval& after = *newer.info.span;
    const Duration shared = std::min(before.end, after.end) - std::max(before.begin, after.begin);
    return shared.count() >= 0 && shared * 2 >= std::min(before.end - before.begin, after.end - after.begin);
}

bool mayBeVersions(const StoredSource& earlier, const StoredSource& newer)
{
    return shareMost(earlier, newer) && earlier.id < newer.id && !isProcessData(earlier)
        && earlier.info.importer == newer.info.importer && stemOf(earlier) == stemOf(newer);
}

class Statements final : public importers::RecordSink
{
public:
    explicit Statements(StatedRecords& out)
        : m_out(out)
    {
    }
    Result<void> add(importers::MappedBlock block) override
    {
        for (const RecordBatch& batch : block.batches)
            m_out.add(batch);
        return {};
    }

private:
    StatedRecords& m_out;
};

const StoredSource* findByHash(const std::vector<StoredSource>& sources, const std::string& hash)
{
    const auto found =
        std::find_if(sources.begin(), sources.end(), [&](const StoredSource& s) { return hashOf(s) == hash; });
    return found == sources.end() ? nullptr : &*found;
}

// The source that replaces this one by a decision that stands.
const std::string* successorOf(const VersionDecisions& decisions, const std::string& hash)
{
    for (const auto& [newer, decision] : decisions)
        if (decision.isAccepted && decision.replaces == hash)
            return &newer;
    return nullptr;
}

// The sources of a file and what they state, read again once each.
class Versions
{
public:
    static Result<Versions> read(const CaseFile& file, const std::stop_token& stop)
    {
        Result<std::vector<StoredSource>> sources = file.sources();
        Result<VersionDecisions> decisions = readVersionDecisions(file);
        if (!sources || !decisions)
            return !sources ? sources.error() : decisions.error();
        return Versions(file, std::move(*sources), std::move(*decisions), stop);
    }

    const std::vector<StoredSource>& sources() const { return m_sources; }
    const VersionDecisions& decisions() const { return m_decisions; }
    void decide(const std::string& newer, VersionDecision decision) { m_decisions[newer] = std::move(decision); }

    // How many records both state.
    Result<std::size_t> shared(const StoredSource& earlier, const StoredSource& newer)
    {
        const Result<const StatedRecords*> before = statementsOf(earlier);
        if (!before)
            return before.error();
        const Result<const StatedRecords*> after = statementsOf(newer);
        return after ? Result<std::size_t>((*before)->sharedWith(**after)) : Result<std::size_t>(after.error());
    }

    // What is to be stored: every accepted decision as the sources ask for it now, those that stay as they are left
    // out. From the earliest source on, as each rests on those before.
    Result<std::map<std::string, VersionDecision>> settle()
    {
        std::map<std::string, VersionDecision> out;
        for (const StoredSource& newer : m_sources) {
            const auto found = m_decisions.find(hashOf(newer));
            if (found == m_decisions.end() || !found->second.isAccepted)
                continue;
            const StoredSource* earlier = findByHash(m_sources, found->second.replaces);
            if (earlier == nullptr)
                continue;
            Result<VersionDifference> difference = compare(*earlier, newer);
            if (!difference)
                return difference.error();
            if (difference->decision != found->second)
                out[found->first] = found->second = std::move(difference->decision);
        }
        return out;
    }

    Result<VersionDifference> compare(const StoredSource& earlier, const StoredSource& newer)
    {
        if (earlier.id >= newer.id)
            return Error{ErrorCode::InvalidArgument, newer.info.name,
                "was imported before " + earlier.info.name + ", so it can't be a newer version of it"};
        std::vector<StoredSource> chain;
        std::set<SourceId> inChain{newer.id};
        for (const std::string& hash : versionChain(m_decisions, hashOf(earlier)))
            if (const StoredSource* source = findByHash(m_sources, hash)) {
                chain.push_back(*source);
                inChain.insert(source->id);
            }
        const Result<const StatedRecords*> states = statementsOf(newer);
        if (!states)
            return states.error();
        // Others may have stated a row again that is stored with the chain only.
        std::vector<const StatedRecords*> others;
        for (const StoredSource& source : m_sources) {
            const bool repeats = source.info.rowsDuplicate > 0 && !isProcessData(source);
            if (inChain.contains(source.id) || !repeats || successorOf(m_decisions, hashOf(source)) != nullptr)
                continue;
            const Result<const StatedRecords*> other = statementsOf(source);
            if (!other)
                return other.error();
            others.push_back(*other);
        }
        return compareVersions(
            m_file, chain, newer, SetAside::of(m_decisions, m_sources, newer.id - 1), **states, others, m_stop);
    }

private:
    Versions(const CaseFile& file, std::vector<StoredSource> sources, VersionDecisions decisions,
        const std::stop_token& stop)
        : m_file(file)
        , m_sources(std::move(sources))
        , m_decisions(std::move(decisions))
        , m_stop(stop)
    {
    }

    Result<const StatedRecords*> statementsOf(const StoredSource& source)
    {
        const auto known = m_statements.find(source.id);
        if (known != m_statements.end())
            return &known->second;
        StatedRecords states;
        Statements sink(states);
        if (const Result<void> read = importers::rereadSource(m_file, source, sink, m_stop); !read)
            return read.error();
        return &(m_statements[source.id] = std::move(states));
    }

    const CaseFile& m_file;
    std::vector<StoredSource> m_sources;
    VersionDecisions m_decisions;
    std::stop_token m_stop;
    std::map<SourceId, StatedRecords> m_statements;
};

// The counts of two sources that nobody decided on, if the newer states at least half of the earlier's records again.
std::optional<TableChange> likelyCounts(const VersionDifference& difference)
{
    const TableChange counts = difference.total();
    const std::uint64_t again = counts.same + counts.changed;
    return again > 0 && again >= counts.vanished ? std::optional(counts) : std::nullopt;
}

// What a newer source most likely is a version of: of those that seem to be, the one that states most of the same; of
// equal ones the latest. Nothing if it seems to be none.
Result<std::optional<VersionStanding>> propose(Versions& versions, const StoredSource& newer)
{
    std::optional<VersionStanding> best;
    std::size_t bestShared = 0;
    std::size_t compared = 0;
    for (auto at = versions.sources().rbegin(); at != versions.sources().rend() && compared < kMostCompared; ++at) {
        const StoredSource& earlier = *at;
        const std::string* successor = successorOf(versions.decisions(), hashOf(earlier));
        const StoredSource* other = successor == nullptr ? nullptr : findByHash(versions.sources(), *successor);
        if (!mayBeVersions(earlier, newer) || (other != nullptr && other->id < newer.id))
            continue;
        ++compared;
        const Result<VersionDifference> difference = versions.compare(earlier, newer);
        if (!difference && difference.error().code == ErrorCode::Cancelled)
            return difference.error();
        if (!difference && !best)
            best = VersionStanding{newer, earlier, VersionState::Proposed, {}, difference.error()};
        const std::optional<TableChange> counts = difference ? likelyCounts(*difference) : std::nullopt;
        const Result<std::size_t> shared =
            counts ? versions.shared(earlier, newer) : Result<std::size_t>(std::size_t{0});
        if (counts && shared && (!best || best->error || *shared > bestShared)) {
            best = VersionStanding{newer, earlier, VersionState::Proposed, *counts, {}};
            bestShared = *shared;
        }
    }
    return best;
}

Result<std::optional<VersionStanding>> standingOf(
    Versions& versions, const StoredSource& newer, const VersionDecision& decision)
{
    const StoredSource* earlier = findByHash(versions.sources(), decision.replaces);
    if (earlier == nullptr)
        return std::optional<VersionStanding>();
    VersionStanding out{
        newer, *earlier, decision.isAccepted ? VersionState::Accepted : VersionState::Withdrawn, {}, {}};
    const Result<VersionDifference> difference = versions.compare(*earlier, newer);
    if (difference)
        out.counts = difference->total();
    else if (difference.error().code == ErrorCode::Cancelled)
        return difference.error();
    else
        out.error = difference.error();
    return std::optional(std::move(out));
}

Result<void> put(CaseFile& file, const std::map<std::string, VersionDecision>& decisions, const std::string& reason)
{
    std::vector<DocumentPut> puts;
    for (const auto& [name, decision] : decisions)
        puts.push_back({kVersionDocuments, name, toJson(decision), false, reason, {}, {}, {}});
    if (puts.empty())
        return {};
    const Result<std::vector<StoredDocument>> stored = file.putDocuments("", puts);
    return stored ? Result<void>() : Result<void>(stored.error());
}

// The decisions that changed, and what they ask of the others.
Result<void> settleAndPut(
    CaseFile& file, Versions& versions, std::map<std::string, VersionDecision> changed, const std::string& reason)
{
    Result<std::map<std::string, VersionDecision>> settled = versions.settle();
    if (!settled)
        return settled.error();
    for (auto& [name, decision] : *settled)
        changed[name] = std::move(decision);
    return put(file, changed, reason);
}

} // namespace

Result<std::vector<VersionStanding>> versionStandings(const CaseFile& file, const std::stop_token& stop)
{
    Result<Versions> versions = Versions::read(file, stop);
    if (!versions)
        return versions.error();
    std::vector<VersionStanding> out;
    for (const StoredSource& newer : versions->sources()) {
        const auto decided = versions->decisions().find(hashOf(newer));
        Result<std::optional<VersionStanding>> standing = decided == versions->decisions().end()
            ? propose(*versions, newer)
            : standingOf(*versions, newer, decided->second);
        if (!standing)
            return standing.error();
        if (*standing)
            out.push_back(std::move(**standing));
    }
    return out;
}

Result<std::vector<VersionStanding>> versionsAfterImport(
    CaseFile& file, const importers::ImportSummary& imported, const std::stop_token& stop)
{
    std::set<std::string> newer;
    for (const importers::SourceSummary& source : imported.sources)
        if (!source.error && !source.earlierSource)
            newer.insert(toHex(source.sha256));
    std::vector<VersionStanding> out;
    if (newer.empty())
        return out;
    Result<Versions> versions = Versions::read(file, stop);
    if (!versions)
        return versions.error();
    if (const Result<void> settled =
            settleAndPut(file, *versions, {}, "other sources state records that were set aside, or no more");
        !settled)
        return settled.error();
    for (const StoredSource& source : versions->sources()) {
        if (!newer.contains(hashOf(source)) || versions->decisions().contains(hashOf(source)))
            continue;
        Result<std::optional<VersionStanding>> standing = propose(*versions, source);
        if (!standing)
            return standing.error();
        if (*standing && !(*standing)->error)
            out.push_back(std::move(**standing));
    }
    return out;
}

Result<VersionDifference> compareSources(
    const CaseFile& file, const StoredSource& earlier, const StoredSource& newer, const std::stop_token& stop)
{
    Result<Versions> versions = Versions::read(file, stop);
    return versions ? versions->compare(earlier, newer) : versions.error();
}

Result<VersionDifference> acceptVersion(CaseFile& file, const StoredSource& earlier, const StoredSource& newer,
    const std::string& reason, const std::stop_token& stop)
{
    Result<Versions> versions = Versions::read(file, stop);
    if (!versions)
        return versions.error();
    const auto own = versions->decisions().find(hashOf(newer));
    if (own != versions->decisions().end() && own->second.isAccepted && own->second.replaces != hashOf(earlier))
        return Error{
            ErrorCode::InvalidArgument, newer.info.name, "replaces another source already; take that back first"};
    std::map<std::string, VersionDecision> changed;
    if (const std::string* other = successorOf(versions->decisions(), hashOf(earlier));
        other != nullptr && *other != hashOf(newer)) {
        const StoredSource* source = findByHash(versions->sources(), *other);
        if (source == nullptr || source->id < newer.id)
            return Error{ErrorCode::InvalidArgument, earlier.info.name,
                "is replaced already" + (source == nullptr ? std::string() : " by " + source->info.name)};
        // This one lies between the two.
        VersionDecision above = versions->decisions().at(*other);
        above.replaces = hashOf(newer);
        changed[*other] = above;
        versions->decide(hashOf(*source), above);
    }
    Result<VersionDifference> difference = versions->compare(earlier, newer);
    if (!difference)
        return difference;
    changed[hashOf(newer)] = difference->decision;
    versions->decide(hashOf(newer), difference->decision);
    const Result<void> stored = settleAndPut(file, *versions, std::move(changed), reason);
    return stored ? std::move(difference) : Result<VersionDifference>(stored.error());
}

Result<void> withdrawVersion(
    CaseFile& file, const StoredSource& newer, const std::string& reason, const std::stop_token& stop)
{
    Result<Versions> versions = Versions::read(file, stop);
    if (!versions)
        return versions.error();
    const auto found = versions->decisions().find(hashOf(newer));
    if (found == versions->decisions().end() || !found->second.isAccepted)
        return Error{ErrorCode::InvalidArgument, newer.info.name, "replaces no source"};
    if (successorOf(versions->decisions(), hashOf(newer)) != nullptr)
        return Error{
            ErrorCode::InvalidArgument, newer.info.name, "is replaced by a newer version itself; take that back first"};
    VersionDecision decision = found->second;
    decision.isAccepted = false;
    versions->decide(hashOf(newer), decision);
    return settleAndPut(file, *versions, {{hashOf(newer), decision}}, reason);
}

} // namespace antecedent::casework
