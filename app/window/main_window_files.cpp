// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window opens, makes and imports.
#include "app/casework/case_versions.h"
#include "app/window/case_loading.h"
#include "app/window/configuration/configuration_dialog.h"
#include "app/window/import/import_wizard.h"
#include "app/window/investigation_exports.h"
#include "app/window/investigation_files.h"
#include "app/window/main_window.h"
#include "app/window/start_page.h"
#include "widgets/common/banner.h"
#include "widgets/common/text.h"

#include <QFileDialog>
#include <QFileInfo>

#include <utility>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kTimelineStep = 2;

struct Imported
{
    importers::ImportSummary summary;
    std::vector<casework::VersionStanding> newer; // what seem to be newer exports of sources that were there
};

QString versionsText(const std::vector<casework::VersionStanding>& newer)
{
    if (newer.empty())
        return {};
    const casework::VersionStanding& first = newer.front();
    const QString text = newer.size() == 1
        ? MainWindow::tr("%1 looks like a newer export of %2.")
              .arg(toQString(first.newer.info.name), toQString(first.earlier.info.name))
        : MainWindow::tr(
            "%n sources look like newer exports of earlier ones.", nullptr, static_cast<int>(newer.size()));
    return QLatin1Char(' ') + text + QLatin1Char(' ')
        + MainWindow::tr("Both count until you decide: Sources, Versions.");
}

} // namespace

void MainWindow::openFile(const QString& path)
{
    const std::string file = toUtf8(path);
    const std::uint64_t opening = ++m_opening;
    m_jobs.run<OpenedCase>(
        tr("Opening %1").arg(QFileInfo(path).fileName()), this,
        [file](
            const std::stop_token& stop, const ProgressFn& progress) { return openCase(file, {}, {}, stop, progress); },
        [this, path, opening](Result<OpenedCase> opened) {
            if (opening != m_opening)
                return; // another one was wanted meanwhile
            if (!opened) {
                m_wanted.clear();
                m_banner->showError(opened.error());
                return;
            }
            m_banner->hide();
            m_settings.addRecent(path);
            rememberOpened(QFileInfo(path).absoluteFilePath(), *opened->data);
            showRecent();
            const int last = rememberedStep(keyOf(*opened->data));
            const bool isKnown = last >= 0 && last < static_cast<int>(m_views.size());
            const bool isEmpty = opened->data->sources.empty();
            m_context.setData(opened->data, opened->plan);
            showStep(isEmpty ? 0 : isKnown ? last : kTimelineStep);
            if (!m_wanted.isEmpty())
                importPaths(std::exchange(m_wanted, {}));
        });
}

void MainWindow::reload()
{
    if (m_context.data())
        loadCase(m_context.data()->caseInfo.id);
}

void MainWindow::loadCase(const std::string& caseId)
{
    const std::string file = m_context.data()->path;
    const AnchorRule anchor = m_context.anchor();
    const std::uint64_t loading = ++m_loading; // two may run at once, and the earlier one end last
    m_jobs.run<OpenedCase>(
        tr("Reading the investigation"), this,
        [file, caseId, anchor](const std::stop_token& stop, const ProgressFn& progress) {
            return openCase(file, caseId, anchor, stop, progress);
        },
        [this, file, loading](Result<OpenedCase> opened) {
            if (loading != m_loading)
                return;
            if (!opened)
                m_banner->showError(opened.error());
            else if (m_context.data() && m_context.data()->path == file) // else another one was opened meanwhile
                m_context.setData(opened->data, opened->plan);
        });
}

void MainWindow::newInvestigation()
{
    const auto wanted = askForNewInvestigation(this);
    if (!wanted) {
        m_wanted.clear();
        return;
    }
    if (const Result<void> made = createInvestigation(*wanted); !made) {
        m_banner->showError(made.error());
        return;
    }
    openFile(wanted->path);
}

void MainWindow::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open an investigation"), QString(), tr("Investigations (*.ante);;All files (*)"));
    if (!path.isEmpty())
        openFile(path);
}

void MainWindow::chooseImports()
{
    importPaths(QFileDialog::getOpenFileNames(this, tr("Import files")));
}

void MainWindow::chooseImportFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Import a folder"));
    if (!folder.isEmpty())
        importPaths({folder});
}

void MainWindow::openSample()
{
    const std::uint64_t opening = ++m_opening;
    m_jobs.run<QString>(
        tr("Preparing the sample"), this,
        [](const std::stop_token& stop, const ProgressFn& progress) { return makeSample(stop, progress); },
        [this, opening](Result<QString> path) {
            if (opening != m_opening)
                return;
            if (path)
                openFile(*path);
            else
                m_banner->showError(path.error());
        });
}

void MainWindow::closeInvestigation()
{
    ++m_opening;
    m_wanted.clear();
    m_banner->hide();
    m_context.setData({});
}

void MainWindow::openPaths(const QStringList& paths)
{
    QString investigation;
    QStringList sources;
    for (const QString& path : paths) {
        if (!path.endsWith(QLatin1String(".ante"), Qt::CaseInsensitive)) {
            sources << QFileInfo(path).absoluteFilePath();
        } else if (investigation.isEmpty()) {
            investigation = QFileInfo(path).absoluteFilePath();
        } else {
            m_banner->showError({ErrorCode::InvalidArgument, toUtf8(path),
                "one investigation is open at a time; " + toUtf8(QFileInfo(investigation).fileName())
                    + " is the one that was taken"});
        }
    }
    if (investigation.isEmpty())
        return importPaths(sources);
    m_wanted = sources; // into the file that is being opened
    openFile(investigation);
}

void MainWindow::importPaths(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    if (!m_context.data()) {
        // Into the file that is being opened, or a new one.
        m_wanted = paths;
        if (!m_jobs.isBusy())
            newInvestigation();
        return;
    }
    auto* wizard = new ImportWizard(m_workspace, paths, this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &ImportWizard::importWanted, this, &MainWindow::runImport);
    wizard->open();
}

void MainWindow::showConfiguration()
{
    if (!m_context.data())
        return;
    auto* dialog = new ConfigurationDialog(m_workspace, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConfigurationDialog::changed, this, &MainWindow::reload);
    dialog->open();
}

void MainWindow::chooseRecordsFolder()
{
    const DataPtr snapshot = m_context.data();
    const QString folder =
        snapshot ? QFileDialog::getExistingDirectory(this, tr("Where to write the tables")) : QString();
    if (folder.isEmpty())
        return;
    m_jobs.run<QString>(
        tr("Exporting the records"), this,
        [path = snapshot->path, folder](
            const std::stop_token& stop, const ProgressFn&) { return exportRecords(path, folder, stop); },
        [this](Result<QString> done) { tellExport(done); });
}

void MainWindow::chooseLogFile(bool isAligned)
{
    LogExport wanted{m_context.data(), {}, {}, m_context.window()};
    if (isAligned)
        wanted.failure = m_context.failure();
    if (!wanted.snapshot || (isAligned && !wanted.failure))
        return;
    QString filter;
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export the event log"), QString(), logFileFilters(), &filter);
    wanted.path = withLogEnding(path, filter);
    if (wanted.path.isEmpty())
        return;
    if (wanted.path != path && QFileInfo::exists(wanted.path)) { // the dialog asked about another name
        m_banner->showError({ErrorCode::FileExists, toUtf8(wanted.path), {}});
        return;
    }
    m_jobs.run<QString>(
        tr("Exporting the event log"), this,
        [wanted](
            const std::stop_token& stop, const ProgressFn& progress) { return exportEventLog(wanted, stop, progress); },
        [this](Result<QString> done) { tellExport(done); });
}

void MainWindow::tellExport(const Result<QString>& done)
{
    if (done)
        m_banner->showNote(*done);
    else if (done.error().code != ErrorCode::Cancelled)
        m_banner->showError(done.error());
}

void MainWindow::runImport(const std::vector<importers::SourceRequest>& requests)
{
    const std::string file = m_context.data()->path;
    m_jobs.run<Imported>(
        tr("Importing"), this,
        [file, requests](const std::stop_token& stop, const ProgressFn& progress) -> Result<Imported> {
            Result<CaseFile> opened = CaseFile::open(file, OpenMode::ReadWrite, currentActor());
            if (!opened)
                return opened.error();
            Result<importers::ImportSummary> summary = importers::importSources(*opened, requests, stop, progress);
            if (!summary)
                return summary.error();
            auto newer = casework::versionsAfterImport(*opened, *summary, stop);
            if (!newer) // the import itself is done
                newer = std::vector<casework::VersionStanding>();
            return Imported{std::move(*summary), std::move(*newer)};
        },
        [this](Result<Imported> imported) {
            if (!imported)
                m_banner->showError(imported.error());
            else
                m_banner->showNote(importText(imported->summary) + versionsText(imported->newer));
            reload();
        });
}

} // namespace antecedent::app
