// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/import/import_wizard.h"

#include "app/casework/case_configuration.h"
#include "app/window/guide/guide_pages.h"
#include "app/window/import/files_page.h"
#include "app/window/import/mapping_page.h"
#include "app/window/import/statement_page.h"
#include "importers/profile/profile_writer.h"
#include "widgets/common/palette.h"
#include "widgets/common/text.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace antecedent::app {

using namespace importers;
using namespace widgets;

namespace {

// What is kept of a head that nobody looks at: a folder may have hundreds of files.
void slim(ImportDraft& draft)
{
    constexpr std::size_t kKeptRows = 300;
    if (!draft.head || (draft.head->text.empty() && draft.head->rows.size() <= kKeptRows))
        return;
    SourceHead head = *draft.head;
    head.text = std::string();
    head.rows.resize(std::min(kKeptRows, head.rows.size()));
    draft.head = std::make_shared<const SourceHead>(std::move(head));
}

bool isBlocking(DraftQuestion question)
{
    return question == DraftQuestion::Missing || question == DraftQuestion::Zone || question == DraftQuestion::Format
        || question == DraftQuestion::Tie;
}

// Those of the file and of the person.
std::vector<Profile> knownProfiles(const std::string& path)
{
    std::vector<Profile> own = readProfileFolder(toUtf8(profileFolder())).profiles;
    const Result<CaseFile> file = CaseFile::open(path, OpenMode::ReadOnly);
    if (!file)
        return own;
    Result<std::vector<Profile>> ofFile = casework::profilesOf(*file);
    return ofFile ? casework::joinedProfiles(std::move(*ofFile), std::move(own)) : own;
}

} // namespace

QString profileFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/profiles");
}

ImportWizard::ImportWizard(const Workspace& workspace, const QStringList& paths, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_own(knownProfiles(workspace.context.data()->path))
    , m_siteZone(workspace.context.data()->dataset.siteZone)
    , m_steps(new QLabel(this))
    , m_place(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_note(new QLabel(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_back(new QPushButton(tr("Back"), this))
    , m_next(new QPushButton(tr("Next"), this))
{
    setWindowTitle(tr("Import"));
    setObjectName(QStringLiteral("importWizard"));
    setGuidePage(this, QStringLiteral("import"));
    setWindowFlag(Qt::WindowMaximizeButtonHint, true);
    makePages();
    constexpr int kPollMs = 100;
    m_poll.setInterval(kPollMs);
    connect(&m_poll, &QTimer::timeout, this,
        [this] { m_filesPage->showWork(tr("Looking at the files: %1 of %2").arg(m_looked->load()).arg(m_toLookAt)); });
    const QSize room = parent != nullptr ? parent->size() : QSize(1280, 800);
    resize(std::max(900, room.width() - 60), std::max(600, room.height() - 60));
    showStep(kFiles);
    lookAtFiles(paths);
}

ImportWizard::~ImportWizard()
{
    m_stop.request_stop();
}

// Return ends typing in a field; it is not to press Next as well.
void ImportWizard::keyPressEvent(QKeyEvent* event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && qobject_cast<QPushButton*>(focusWidget()) == nullptr)
        event->accept();
    else
        QDialog::keyPressEvent(event);
}

void ImportWizard::makePages()
{
    m_filesPage = new FilesPage(m_drafts, m_siteZone, this);
    m_mappingPage = new MappingPage(m_workspace, m_siteZone, m_own, this);
    m_statementPage = new StatementPage(m_drafts, this);
    for (QWidget* page : std::initializer_list<QWidget*>{m_filesPage, m_mappingPage, m_statementPage})
        m_stack->addWidget(page);
    m_steps->setObjectName(QStringLiteral("importSteps"));
    m_steps->setTextFormat(Qt::RichText);
    m_note->setObjectName(QStringLiteral("importNote"));
    m_note->setWordWrap(true);
    m_next->setObjectName(QStringLiteral("importNext"));
    m_back->setObjectName(QStringLiteral("importBack"));
    m_cancel->setObjectName(QStringLiteral("importCancel"));
    m_next->setDefault(true);
    m_cancel->setAutoDefault(false);
    m_back->setAutoDefault(false);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(14, 10, 14, 10);
    top->addWidget(m_steps, 1);
    top->addWidget(m_place);
    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(14, 8, 14, 8);
    bottom->setSpacing(6);
    bottom->addWidget(m_cancel);
    bottom->addSpacing(6);
    bottom->addWidget(m_note, 1);
    bottom->addWidget(m_back);
    bottom->addWidget(m_next);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    const auto rule = [this] {
        auto* line = new QFrame(this);
        line->setFrameShape(QFrame::HLine);
        line->setForegroundRole(QPalette::Mid);
        return line;
    };
    layout->addLayout(top);
    layout->addWidget(rule());
    layout->addWidget(m_stack, 1);
    layout->addWidget(rule());
    layout->addLayout(bottom);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_back, &QPushButton::clicked, this, &ImportWizard::back);
    connect(m_next, &QPushButton::clicked, this, &ImportWizard::next);
    connect(m_filesPage, &FilesPage::openWanted, this, [this](int file) { showFile(static_cast<std::size_t>(file)); });
    connect(m_filesPage, &FilesPage::changed, this, &ImportWizard::showSteps);
    connect(m_mappingPage, &MappingPage::changed, this, &ImportWizard::showSteps);
}

void ImportWizard::lookAtFiles(const QStringList& paths)
{
    std::vector<std::string> files;
    for (const QString& path : paths) {
        const Result<std::vector<std::string>> found = listSources(toUtf8(path));
        if (found)
            files.insert(files.end(), found->begin(), found->end());
        else
            say(toQString(errorPhrase(found.error())), true);
    }
    m_toLookAt = static_cast<int>(files.size());
    m_looked = std::make_shared<std::atomic<int>>(0);
    m_next->setEnabled(false);
    m_poll.start();
    const std::vector<StoredSource> stored = m_workspace.context.data()->sources;
    m_workspace.jobs.run<std::vector<ImportDraft>>(
        QString(), this,
        [files, stored, own = m_own, looked = m_looked, mine = m_stop](
            const std::stop_token& stop, const ProgressFn&) -> Result<std::vector<ImportDraft>> {
            std::stop_source either = mine;
            const std::stop_callback both(stop, [&either] { either.request_stop(); });
            std::vector<ImportDraft> out;
            for (const std::string& file : files) {
                if (either.stop_requested())
                    return Error{ErrorCode::Cancelled, {}, {}};
                out.push_back(lookAt(file, own, stored, either.get_token()));
                slim(out.back());
                ++*looked;
            }
            return out;
        },
        [this](Result<std::vector<ImportDraft>> drafts) {
            m_poll.stop();
            if (drafts)
                takeDrafts(std::move(*drafts));
            else
                say(toQString(errorPhrase(drafts.error())), true);
        });
}

void ImportWizard::takeDrafts(std::vector<ImportDraft> drafts)
{
    m_drafts = std::move(drafts);
    // What needs a person comes first, what is left alone last.
    const auto rank = [](const ImportDraft& draft) {
        return draft.isTaken ? (openQuestions(draft).empty() ? 1 : 0) : draft.state == DraftState::NotData ? 3 : 2;
    };
    std::stable_sort(m_drafts.begin(), m_drafts.end(),
        [&](const ImportDraft& a, const ImportDraft& b) { return rank(a) < rank(b); });
    std::vector<std::string> files;
    for (const ImportDraft& draft : m_drafts)
        if (draft.state != DraftState::Broken && (draft.state != DraftState::NotData || !draft.candidates.empty()))
            files.push_back(draft.path);
    m_mappingPage->setFiles(std::move(files));
    if (m_drafts.empty())
        m_filesPage->showWork(tr("There are no files here."));
    m_filesPage->refresh();
    showSteps();
    if (m_drafts.size() == 1 && m_drafts.front().state == DraftState::ImportedBefore)
        say(tr("This file was imported before, as %1 on %2. There is nothing to do.")
                .arg(toQString(m_drafts.front().importedAs),
                    m_drafts.front().imported ? m_workspace.context.times().full(*m_drafts.front().imported)
                                              : QString()),
            false);
}

void ImportWizard::say(const QString& text, bool isError)
{
    QPalette colours = palette();
    if (isError)
        colours.setColor(QPalette::WindowText, color(themeOf(palette()), Paint::Error));
    m_note->setPalette(colours);
    m_note->setText(text);
}

void ImportWizard::showSteps()
{
    const QString names[] = {tr("1  Files"), tr("2  Columns and times"), tr("3  What the export says")};
    QString text;
    for (int i = 0; i < 3; ++i) {
        text += i > 0 ? QStringLiteral(" &nbsp;—&nbsp; ") : QString();
        text += i == m_step ? QStringLiteral("<b>%1</b>").arg(names[i]) : names[i];
    }
    m_steps->setText(text);
    const auto taken = std::count_if(m_drafts.begin(), m_drafts.end(), [](const auto& d) { return d.isTaken; });
    m_place->setText(m_step == kMapping ? tr("file %1 of %2").arg(m_file + 1).arg(m_drafts.size()) : QString());
    m_back->setEnabled(m_step != kFiles);
    m_next->setText(m_step == kStatement ? tr("Import %n files", nullptr, static_cast<int>(taken)) : tr("Next"));
    m_next->setEnabled(taken > 0 || m_step == kMapping);
    if (m_step == kFiles)
        m_filesPage->refresh();
    say(tr("Nothing is stored before the last step."), false);
}

void ImportWizard::showStep(Step step)
{
    m_step = step;
    if (step != kMapping) {
        m_mappingPage->setDraft(nullptr);
        if (m_file < m_drafts.size())
            slim(m_drafts[m_file]);
    }
    m_stack->setCurrentIndex(step);
    if (step == kStatement) {
        m_statementPage->refresh();
        countNext();
    }
    showSteps();
}

void ImportWizard::showFile(std::size_t file)
{
    if (file >= m_drafts.size() || !m_drafts[file].head)
        return;
    if (m_file < m_drafts.size() && m_file != file)
        slim(m_drafts[m_file]);
    m_file = file;
    m_step = kMapping;
    m_stack->setCurrentIndex(kMapping);
    m_mappingPage->setDraft(&m_drafts[file]);
    showSteps();
}

// The next file with an open question, else the last step.
void ImportWizard::goOn(std::size_t from)
{
    for (std::size_t i = from; i < m_drafts.size(); ++i) {
        if (m_drafts[i].isTaken && !openQuestions(m_drafts[i]).empty()) {
            showFile(i);
            return;
        }
    }
    showStep(kStatement);
}

bool ImportWizard::leaveMapping()
{
    ImportDraft& draft = m_drafts[m_file];
    if (!draft.isTaken)
        return true;
    draft.isAccepted = draft.isDatesSeen = true; // they stood before the person's eyes
    QStringList open;
    for (const DraftQuestion question : openQuestions(draft))
        if (isBlocking(question))
            open << questionText(question);
    if (open.isEmpty() && draft.plan)
        return true;
    if (open.isEmpty() && draft.problem)
        open << toQString(errorPhrase(*draft.problem));
    if (open.isEmpty())
        open << tr("the file is still being read");
    showSteps();
    say(tr("Still to be answered: %1. Or leave the file out in the first step.").arg(open.join(QStringLiteral(", "))),
        true);
    return false;
}

void ImportWizard::next()
{
    if (m_step == kFiles)
        goOn(0);
    else if (m_step == kMapping && leaveMapping())
        goOn(m_file + 1);
    else if (m_step == kStatement)
        finish();
}

void ImportWizard::back()
{
    showStep(kFiles);
}

// Counts what has not been counted yet, one file after another.
void ImportWizard::countNext()
{
    const auto open = std::find_if(m_drafts.begin(), m_drafts.end(),
        [](const ImportDraft& draft) { return draft.isTaken && draft.plan && !draft.trial; });
    if (open == m_drafts.end() || m_step != kStatement)
        return;
    const std::string path = open->path;
    const ImportPlan plan = *open->plan;
    m_workspace.jobs.run<Trial>(
        QString(), this,
        [path, plan, mine = m_stop](const std::stop_token& stop, const ProgressFn&) -> Result<Trial> {
            std::stop_source either = mine;
            const std::stop_callback both(stop, [&either] { either.request_stop(); });
            return tryImport(openerOf(path), plan, either.get_token());
        },
        [this, path](Result<Trial> trial) {
            const auto draft =
                std::find_if(m_drafts.begin(), m_drafts.end(), [&](const ImportDraft& d) { return d.path == path; });
            if (draft == m_drafts.end() || m_step != kStatement)
                return;
            if (!trial) {
                draft->isTaken = false;
                draft->problem = trial.error();
                draft->state = DraftState::Broken;
                say(tr("%1 can't be read: %2").arg(toQString(draft->name), toQString(errorPhrase(trial.error()))),
                    true);
            } else {
                draft->trial = std::move(*trial);
            }
            m_statementPage->refresh();
            countNext();
        });
}

// A profile of the same name for other headings is not replaced; the new one gets a name of its own.
Result<void> ImportWizard::keepProfile(ImportDraft& draft)
{
    const auto isTaken = [&](const std::string& name) {
        return std::any_of(m_own.begin(), m_own.end(),
            [&](const Profile& other) { return other.name == name && other.recognise != draft.mapping.recognise; });
    };
    Profile profile = draft.mapping;
    for (int i = 2; isTaken(profile.name); ++i)
        profile.name = draft.mapping.name + '-' + std::to_string(i);
    if (draft.needsZone && profile.zones.source.empty())
        profile.zones.source = draft.zone; // the person stated it for this system
    const Result<std::string> saved = saveProfile(toUtf8(profileFolder()), profile);
    if (!saved)
        return saved.error();
    const Result<Profile> finished = finishedProfile(profile);
    if (!finished)
        return finished.error();
    draft.mapping = *finished;
    return {};
}

void ImportWizard::finish()
{
    std::vector<SourceRequest> requests;
    for (ImportDraft& draft : m_drafts) {
        if (!draft.isTaken)
            continue;
        if (draft.isProfileSaved)
            if (const Result<void> kept = keepProfile(draft); !kept) {
                say(toQString(errorPhrase(kept.error())), true);
                return;
            }
        Result<PlanOptions> plan = planOptionsOf(draft);
        const Result<std::optional<Interval>> covers = m_statementPage->coversOf(draft);
        if (!plan || !covers) {
            say(toQString(errorPhrase(plan ? covers.error() : plan.error())), true);
            return;
        }
        SourceRequest request;
        request.path = draft.path;
        request.options.plan = std::move(*plan);
        request.options.statement = m_statementPage->statementOf(draft);
        request.options.covers = *covers;
        request.options.now = currentActor().clock().utc;
        requests.push_back(std::move(request));
    }
    if (requests.empty())
        return;
    Q_EMIT importWanted(requests);
    accept();
}

} // namespace antecedent::app
