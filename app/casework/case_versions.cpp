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
bool hasRecords(const StoredSource& source)
{
    return std::any_of(source.records.begin(), source.records.end(),
        [](const auto& table) { return table.second > 0 && table.first != tableSpec(TableId::Samples).name; });
}

bool mayBeVersions(const StoredSource& earlier, const StoredSource& newer)
{
    return earlier.id < newer.id && hasRecords(earlier) && earlier.info.importer == newer.info.importer
        && stemOf(earlier) == stemOf(newer);
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
            const bool repeats = source.info.rowsDuplicate > 0 && hasRecords(source);
            if (inChain.contains(source.id) || !repeats || successorOf(m_decisions, hashOf(source)) != nullptr)
                continue;
            const Result<const StatedRecords*> other = statementsOf(source);
            if (!other)
                return other.error();
            others.push_back(*other);
        }
        return compareVersions(m_file, chain, newer, **states, others, m_stop);
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

// What a newer source most likely is a version of; nothing if it seems to be none.
Result<std::optional<VersionStanding>> propose(Versions& versions, const StoredSource& newer)
{
    std::optional<VersionStanding> best;
    for (const StoredSource& earlier : versions.sources()) {
        if (!mayBeVersions(earlier, newer) || successorOf(versions.decisions(), hashOf(earlier)) != nullptr)
            continue;
        const Result<VersionDifference> difference = versions.compare(earlier, newer);
        if (!difference && difference.error().code == ErrorCode::Cancelled)
            return difference.error();
        const std::optional<TableChange> counts = difference ? likelyCounts(*difference) : std::nullopt;
        if (counts && (!best || counts->same + counts->changed >= best->counts.same + best->counts.changed))
            best = VersionStanding{newer, earlier, VersionState::Proposed, *counts, {}};
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

Result<void> put(CaseFile& file, const StoredSource& newer, const VersionDecision& decision, const std::string& reason)
{
    const Result<StoredDocument> stored =
        file.putDocument("", kVersionDocuments, hashOf(newer), toJson(decision), false, reason);
    return stored ? Result<void>() : Result<void>(stored.error());
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

Result<std::vector<VersionStanding>> proposedVersions(
    const CaseFile& file, const std::vector<Digest>& newer, const std::stop_token& stop)
{
    Result<Versions> versions = Versions::read(file, stop);
    if (!versions)
        return versions.error();
    std::vector<VersionStanding> out;
    for (const StoredSource& source : versions->sources()) {
        const bool isAsked = std::find(newer.begin(), newer.end(), source.info.sha256) != newer.end();
        if (!isAsked || versions->decisions().contains(hashOf(source)))
            continue;
        Result<std::optional<VersionStanding>> standing = propose(*versions, source);
        if (!standing)
            return standing.error();
        if (*standing)
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
    if (const std::string* other = successorOf(versions->decisions(), hashOf(earlier));
        other != nullptr && *other != hashOf(newer)) {
        const StoredSource* source = findByHash(versions->sources(), *other);
        return Error{ErrorCode::InvalidArgument, earlier.info.name,
            "is replaced already" + (source == nullptr ? std::string() : " by " + source->info.name)};
    }
    Result<VersionDifference> difference = versions->compare(earlier, newer);
    if (!difference)
        return difference;
    const Result<void> stored = put(file, newer, difference->decision, reason);
    return stored ? std::move(difference) : Result<VersionDifference>(stored.error());
}

Result<void> withdrawVersion(CaseFile& file, const StoredSource& newer, const std::string& reason)
{
    const Result<VersionDecisions> decisions = readVersionDecisions(file);
    if (!decisions)
        return decisions.error();
    const auto found = decisions->find(hashOf(newer));
    if (found == decisions->end() || !found->second.isAccepted)
        return Error{ErrorCode::InvalidArgument, newer.info.name, "replaces no source"};
    if (successorOf(*decisions, hashOf(newer)) != nullptr)
        return Error{
            ErrorCode::InvalidArgument, newer.info.name, "is replaced by a newer version itself; take that back first"};
    VersionDecision decision = found->second;
    decision.isAccepted = false;
    return put(file, newer, decision, reason);
}

} // namespace antecedent::casework
