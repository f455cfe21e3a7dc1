// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/document/investigation_data.h"

#include "model/timeline/dataset_loader.h"

#include <QDateTime>
#include <QProcessEnvironment>

#include <algorithm>

namespace antecedent::widgets {

Result<DataPtr> loadInvestigation(
    const std::string& path, const std::string& caseId, const std::stop_token& stop, const ProgressFn& progress)
{
    const Result<CaseFile> file = CaseFile::open(path, OpenMode::ReadOnly);
    if (!file)
        return file.error();
    Result<CaseInfo> info = file->findCase(caseId);
    if (!info)
        return info.error();
    Result<Dataset> dataset = loadDataset(*file, *info, {}, stop, progress);
    if (!dataset)
        return dataset.error();
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, {}, {}};
    auto data = std::make_shared<InvestigationData>(path, std::move(*info), std::move(*dataset));
    Result<std::vector<StoredSource>> sources = file->sources();
    Result<std::vector<StoredDiagnostic>> diagnostics = file->diagnostics();
    Result<std::vector<AuditEntry>> audit = file->audit();
    if (!sources)
        return sources.error();
    if (!diagnostics)
        return diagnostics.error();
    if (!audit)
        return audit.error();
    data->sources = std::move(*sources);
    data->diagnostics = std::move(*diagnostics);
    data->audit = std::move(*audit);
    data->failures = allFailures(data->dataset, {});
    std::stable_sort(data->failures.begin(), data->failures.end(),
        [](const Failure& a, const Failure& b) { return a.anchor < b.anchor; });
    if (!data->dataset.siteZone.empty()) {
        if (const Result<Zone> zone = findZone(data->dataset.siteZone))
            data->siteZone = *zone;
    }
    return DataPtr(std::move(data));
}

Actor currentActor()
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    QString name = environment.value(QStringLiteral("USER"), environment.value(QStringLiteral("USERNAME")));
    if (name.isEmpty())
        name = QStringLiteral("unknown");
    return {name.toStdString(), [] {
                const QDateTime now = QDateTime::currentDateTime();
                WallTime out;
                out.utc = Timestamp(std::chrono::milliseconds(now.toMSecsSinceEpoch()));
                out.offsetMinutes = static_cast<std::int16_t>(now.offsetFromUtc() / 60);
                return out;
            }};
}

} // namespace antecedent::widgets
