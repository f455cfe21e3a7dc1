// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/investigation_exports.h"

#include "app/casework/case_export.h"
#include "app/casework/files.h"
#include "model/export/event_log.h"
#include "model/store/case_file.h"
#include "widgets/common/site_time.h"
#include "widgets/common/text.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>

namespace antecedent::app {

using namespace widgets;

namespace {

struct LogForm
{
    const char* ending;
    EventLogFormat format;
    const char* name;
};
constexpr std::array kForms{
    LogForm{"csv", EventLogFormat::Csv, QT_TRANSLATE_NOOP("InvestigationExports", "CSV (*.csv)")},
    LogForm{"xes", EventLogFormat::Xes, QT_TRANSLATE_NOOP("InvestigationExports", "XES (*.xes)")},
    LogForm{
        "jsonocel", EventLogFormat::OcelJson, QT_TRANSLATE_NOOP("InvestigationExports", "OCEL 2.0, JSON (*.jsonocel)")},
    LogForm{
        "sqlite", EventLogFormat::OcelSqlite, QT_TRANSLATE_NOOP("InvestigationExports", "OCEL 2.0, SQLite (*.sqlite)")},
};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(InvestigationExports)
};

QString endingOf(const QString& path)
{
    return QFileInfo(path).suffix().toLower();
}

const LogForm* formOf(const QString& path)
{
    for (const LogForm& form : kForms)
        if (endingOf(path) == QLatin1String(form.ending))
            return &form;
    return nullptr;
}

Result<void> writeLog(const LogExport& wanted, EventLogFormat format, const ByteSink& sink, const std::stop_token& stop,
    const ProgressFn& progress)
{
    const InvestigationData& data = *wanted.snapshot;
    if (!wanted.failure)
        return writeBatchLog(data.dataset, data.context.events, format, sink, stop);
    const Result<Alignment> alignment =
        align(data.context, failuresLike(data, *wanted.failure), wanted.window, stop, progress);
    return alignment ? writeAlignedLog(data.context, *alignment, format, sink, stop) : Result<void>(alignment.error());
}

} // namespace

Result<QString> exportRecords(const std::string& file, const QString& folder, const std::stop_token& stop)
{
    const Result<CaseFile> opened = CaseFile::open(file, OpenMode::ReadOnly);
    if (!opened)
        return opened.error();
    const Result<CanonicalExport> written = casework::exportTables(*opened, toUtf8(folder), stop);
    if (!written)
        return written.error();
    std::uint64_t records = 0;
    for (const ExportedTable& table : written->tables)
        records += table.rows;
    QString out = Words::tr("%1 records in %n tables are in %2.", nullptr, static_cast<int>(written->tables.size()))
                      .arg(countText(records), folder);
    for (const Phrase& each : written->notCarried)
        out += QLatin1Char(' ') + Words::tr("Not carried: %1.").arg(toQString(each));
    return out;
}

Result<QString> exportEventLog(const LogExport& wanted, const std::stop_token& stop, const ProgressFn& progress)
{
    const LogForm* form = formOf(wanted.path);
    casework::FileWriter file(toUtf8(wanted.path));
    const ByteSink sink = [&file](std::string_view bytes) { return file.write(bytes); };
    Result<void> written = writeLog(wanted, form == nullptr ? EventLogFormat::Csv : form->format, sink, stop, progress);
    if (written)
        written = file.commit();
    return written ? Result<QString>(Words::tr("The event log is in %1.").arg(wanted.path))
                   : Result<QString>(written.error());
}

QString logFileFilters()
{
    QStringList out;
    for (const LogForm& form : kForms)
        out << Words::tr(form.name);
    return out.join(QStringLiteral(";;"));
}

QString withLogEnding(const QString& path, const QString& filter)
{
    if (path.isEmpty() || formOf(path) != nullptr)
        return path;
    for (const LogForm& form : kForms)
        if (filter == Words::tr(form.name))
            return path + QLatin1Char('.') + QLatin1String(form.ending);
    return path + QStringLiteral(".csv");
}

} // namespace antecedent::app
