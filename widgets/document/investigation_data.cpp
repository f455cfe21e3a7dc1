// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/document/investigation_data.h"

#include "model/alignment/filter.h"
#include "model/store/closed_case.h"
#include "model/store/login_name.h"
#include "model/timeline/dataset_loader.h"

#include <QDateTime>

#include <algorithm>
#include <set>

namespace antecedent::widgets {

struct InvestigationData::Core
{
    Core(Dataset loaded, Configuration configuration)
        : dataset(std::move(loaded))
        , context(dataset, std::move(configuration))
    {
    }
    const Dataset dataset;
    const AlignmentContext context;
};

InvestigationData::InvestigationData(std::string filePath, CaseInfo info, Dataset loaded, Configuration configuration)
    : m_core(std::make_shared<const Core>(std::move(loaded), std::move(configuration)))
    , path(std::move(filePath))
    , caseInfo(std::move(info))
    , dataset(m_core->dataset)
    , context(m_core->context)
{
}

namespace {

void sortByAnchor(std::vector<Failure>& failures)
{
    std::stable_sort(
        failures.begin(), failures.end(), [](const Failure& a, const Failure& b) { return a.anchor < b.anchor; });
}

// All deviations with a time: by the rule, else by when they occurred.
Result<std::vector<Failure>> deviationsBy(
    const InvestigationData& data, const AnchorRule& anchor, SampleReader* samples)
{
    Result<FailureSet> set = selectFailures(data.dataset, {}, anchor, samples);
    if (!set)
        return set.error();
    std::vector<Failure> failures = std::move(set->failures);
    if (anchor == AnchorRule{} || set->excluded.empty())
        return failures;
    FailureSelection rest;
    for (const ExcludedFailure& excluded : set->excluded)
        rest.ids.push_back(excluded.id);
    Result<FailureSet> usual = selectFailures(data.dataset, rest, AnchorRule{});
    if (!usual)
        return usual.error();
    for (Failure& failure : usual->failures) {
        failure.anchorFrom = phrase("%1, %2 is not known", failure.anchorFrom, term(toText(anchor)));
        failures.push_back(std::move(failure));
    }
    return failures;
}

// The file's process data, where the rule asks for them.
struct ProcessData
{
    std::unique_ptr<CaseFile> file;
    std::unique_ptr<SampleReader> samples;
};

Result<ProcessData> openProcessData(const InvestigationData& data, const FailureRule& rule)
{
    bool isNeeded = rule.anchor.kind == AnchorKind::FirstExcursion;
    for (const Sentinel& sentinel : rule.sentinels) {
        const Result<Filter> filter = Filter::parse(sentinel.rule.where, data.dataset);
        isNeeded = isNeeded || (filter && filter->tag(data.dataset).valid());
    }
    ProcessData process;
    if (!isNeeded)
        return process;
    Result<CaseFile> opened = CaseFile::open(data.path, OpenMode::ReadOnly);
    if (!opened)
        return opened.error();
    process.file = std::make_unique<CaseFile>(std::move(*opened));
    process.samples = makeSampleReader(*process.file, data.caseInfo, data.dataset);
    return process;
}

} // namespace

std::string nameOf(const Sentinel& sentinel)
{
    return toText(sentinel.rule);
}

Result<DataPtr> loadInvestigation(
    const std::string& path, const std::string& caseId, const std::stop_token& stop, const ProgressFn& progress)
{
    const Result<CaseFile> file = CaseFile::open(path, OpenMode::ReadOnly);
    if (!file)
        return file.error();
    Result<CaseInfo> info = file->findCase(caseId);
    if (!info)
        return info.error();
    const Result<std::int64_t> lastDocument = lastDocumentOf(*file, *info);
    if (!lastDocument)
        return lastDocument.error();
    auto replaced = replacedSources(*file, lastSourceOf(*info), *lastDocument);
    if (!replaced)
        return replaced.error();
    Result<Dataset> dataset = loadDataset(*file, *info, {}, stop, progress);
    if (!dataset)
        return dataset.error();
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, {}, {}};
    Result<Configuration> tables = parseConfiguration(dataset->ownTables);
    if (!tables)
        return tables.error();
    auto data = std::make_shared<InvestigationData>(path, std::move(*info), std::move(*dataset), std::move(*tables));
    Result<std::vector<StoredSource>> sources = file->sources();
    Result<std::vector<StoredDiagnostic>> diagnostics = file->diagnostics();
    Result<std::vector<AuditEntry>> audit = file->audit();
    Result<std::vector<CaseInfo>> cases = file->cases();
    if (!sources)
        return sources.error();
    if (!diagnostics)
        return diagnostics.error();
    if (!audit)
        return audit.error();
    if (!cases)
        return cases.error();
    data->sources = std::move(*sources);
    data->replaced = std::move(*replaced);
    data->diagnostics = std::move(*diagnostics);
    data->audit = std::move(*audit);
    data->cases = std::move(*cases);
    data->failures = allFailures(data->dataset, {});
    sortByAnchor(data->failures);
    if (!data->dataset.siteZone.empty()) {
        if (const Result<Zone> zone = findZone(data->dataset.siteZone))
            data->siteZone = *zone;
    }
    return DataPtr(std::move(data));
}

Result<DataPtr> withFailures(const InvestigationData& data, FailureRule rule, const std::stop_token& stop)
{
    auto other = std::make_shared<InvestigationData>(data);
    const Result<ProcessData> process = openProcessData(data, rule);
    if (!process)
        return process.error();
    Result<std::vector<Failure>> failures = deviationsBy(data, rule.anchor, process->samples.get());
    if (!failures)
        return failures.error();
    other->failures = std::move(*failures);
    other->excluded.clear();
    std::set<std::string> ids;
    std::set<std::string> records;
    for (const Sentinel& sentinel : rule.sentinels) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, {}, {}};
        Result<FailureSet> set = selectSentinels(data.context, sentinel.rule, rule.anchor, process->samples.get());
        if (!set)
            return set.error();
        for (Failure& failure : set->failures) {
            if (!records.insert(toHex(failure.record)).second)
                continue; // an earlier sentinel has it
            if (!ids.insert(failure.id).second) // counted among other events there
                ids.insert(failure.id += " " + sentinel.id);
            failure.classification = nameOf(sentinel);
            other->failures.push_back(std::move(failure));
        }
        other->excluded.insert(other->excluded.end(), set->excluded.begin(), set->excluded.end());
    }
    other->rule = std::move(rule);
    sortByAnchor(other->failures);
    return DataPtr(std::move(other));
}

Result<FailureSet> failuresOf(const InvestigationData& data, const SentinelRule& rule)
{
    const FailureRule rules{data.rule.anchor, {Sentinel{{}, rule, {}, 0}}};
    const Result<ProcessData> process = openProcessData(data, rules);
    if (!process)
        return process.error();
    return selectSentinels(data.context, rule, data.rule.anchor, process->samples.get());
}

FailureSet failuresLike(const InvestigationData& data, std::size_t failure)
{
    const Failure& wanted = data.failures[failure];
    FailureSet set;
    for (const Failure& other : data.failures) {
        const bool isLike = other.classification == wanted.classification
            && (other.deviation == nullptr) == (wanted.deviation == nullptr);
        if (&other == &wanted || (isLike && !wanted.classification.empty()))
            set.failures.push_back(other);
    }
    std::sort(set.failures.begin(), set.failures.end(), [](const Failure& a, const Failure& b) { return a.id < b.id; });
    return set;
}

Actor currentActor()
{
    return {loginName(), [] {
                const QDateTime now = QDateTime::currentDateTime();
                WallTime out;
                out.utc = Timestamp(std::chrono::milliseconds(now.toMSecsSinceEpoch()));
                out.offsetMinutes = static_cast<std::int16_t>(now.offsetFromUtc() / 60);
                return out;
            }};
}

} // namespace antecedent::widgets
