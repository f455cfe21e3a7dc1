// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/conclusion/fact_panel.h"

#include "app/casework/files.h"
#include "app/window/conclusion/conclusion_words.h"
#include "app/window/ledger/case_book.h"
#include "app/window/ledger/ledger_form.h"
#include "app/window/ledger/pin_dialog.h"
#include "app/window/shared/table_view.h"
#include "widgets/common/text.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace antecedent::app {

using namespace widgets;

namespace {

enum Column : std::uint8_t { Id, Kind, Text, Who, When, Files };

std::vector<TableColumn> factColumns()
{
    return {{FactPanel::tr("Id")}, {FactPanel::tr("Kind")}, {FactPanel::tr("Fact"), false, true},
        {FactPanel::tr("Who")}, {FactPanel::tr("When")}, {FactPanel::tr("Files"), true}};
}

} // namespace

FactPanel::FactPanel(const Workspace& workspace, QWidget* parent, const QString& prefix)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_facts(factColumns())
    , m_kind(formChoice(QStringLiteral("factKind"), tr("Kind of fact"), this))
    , m_text(new QPlainTextEdit(this))
    , m_who(new QLineEdit(this))
    , m_when(new QLineEdit(this))
    , m_attached(new QLabel(this))
    , m_problem(formProblem(QStringLiteral("factProblem"), this))
    , m_add(formButton(tr("Add fact"), QStringLiteral("factAdd"), tr("Keep the fact in the case"), this))
    , m_table(new TableView(this))
{
    QLabel* title = formHeading(tr("Manual facts"), this);
    QFont big = title->font();
    big.setPointSizeF(12);
    title->setFont(big);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(6);
    layout->addWidget(title);
    layout->addWidget(makeForm());
    layout->addWidget(m_problem);
    layout->addWidget(makeList(), 1);
    if (!prefix.isEmpty())
        for (QWidget* child : findChildren<QWidget*>())
            if (!child->objectName().isEmpty())
                child->setObjectName(prefix + child->objectName());
    clear();
}

QWidget* FactPanel::makeForm()
{
    auto* box = new QWidget(this);
    for (const FactKind kind : kAllFactKinds)
        m_kind->addItem(ConclusionWords::kind(kind), static_cast<int>(kind));
    m_text->setObjectName(QStringLiteral("factText"));
    m_text->setAccessibleName(tr("Fact"));
    m_text->setPlaceholderText(tr("What was said, seen, measured or written"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(60);
    m_who->setObjectName(QStringLiteral("factWho"));
    m_who->setAccessibleName(tr("Who"));
    m_who->setPlaceholderText(tr("Who said, saw, did or wrote it"));
    m_when->setObjectName(QStringLiteral("factWhen"));
    m_when->setAccessibleName(tr("When"));
    m_when->setPlaceholderText(tr("2026-04-10, or 2026-04-10T08:36+02:00"));
    m_attached->setObjectName(QStringLiteral("factFiles"));
    m_attached->setWordWrap(true);
    QPushButton* choose = formButton(tr("Attach files…"), QStringLiteral("factAttach"),
        tr("Keep files with the fact; their bytes are hashed into the case"), box);
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("Kind"), m_kind);
    form->addRow(tr("Fact"), m_text);
    form->addRow(tr("Who"), m_who);
    form->addRow(tr("When"), m_when);
    auto* files = new QHBoxLayout;
    files->addWidget(m_attached, 1);
    files->addWidget(choose);
    files->addWidget(m_add);
    form->addRow(tr("Files"), files);
    connect(choose, &QPushButton::clicked, this,
        [this] { attach(QFileDialog::getOpenFileNames(this, tr("Attach files to the fact"))); });
    connect(m_add, &QPushButton::clicked, this, &FactPanel::add);
    return box;
}

QWidget* FactPanel::makeList()
{
    auto* box = new QWidget(this);
    m_table->setObjectName(QStringLiteral("facts"));
    m_table->setAccessibleName(tr("Manual facts"));
    m_table->setModel(&m_facts);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setWidths({76, 76, 200, 90, 90, 44});
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setMinimumSectionSize(72); // or its heading is cut
    m_table->horizontalHeader()->setSectionResizeMode(Text, QHeaderView::Stretch);
    m_table->setEmptyText(tr("No manual fact yet: what somebody told, saw, tested or wrote on paper goes in above."));
    m_pin =
        formButton(tr("Pin as evidence…"), QStringLiteral("factPin"), tr("Pin the chosen fact to a hypothesis"), box);
    m_save =
        formButton(tr("Save its files…"), QStringLiteral("factSave"), tr("Write the attached files to a folder"), box);
    m_remove = formButton(
        tr("Take back…"), QStringLiteral("factRemove"), tr("Take the fact back; it stays in the audit trail"), box);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    for (QPushButton* button : {m_pin, m_save, m_remove})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FactPanel::showChoice);
    connect(m_pin, &QPushButton::clicked, this, &FactPanel::pin);
    connect(m_save, &QPushButton::clicked, this, &FactPanel::saveFiles);
    connect(m_remove, &QPushButton::clicked, this, &FactPanel::takeBack);
    return box;
}

void FactPanel::refresh()
{
    const ManualFact* before = chosen();
    const std::string kept = before == nullptr ? std::string() : before->id;
    m_ids.clear();
    std::vector<std::vector<TableCell>> rows;
    for (const ManualFact* fact : m_workspace.book.ledger().facts()) {
        m_ids.push_back(fact->id);
        TableCell text(toQString(fact->text));
        if (fact->record)
            text.tip = tr("%1\nOn %2").arg(text.text, toQString(fact->record->words));
        QStringList files;
        for (const Attachment& attachment : fact->attachments)
            files << tr("%1, sha256:%2").arg(toQString(attachment.name), toQString(toHex(attachment.sha256)));
        TableCell count(
            files.isEmpty() ? unknownText() : QString::number(files.size()), static_cast<int>(files.size()));
        count.tip = files.join(QLatin1Char('\n'));
        rows.push_back({toQString(fact->id), ConclusionWords::kind(fact->kind), text,
            fact->who.empty() ? unknownText() : toQString(fact->who),
            fact->when.empty() ? unknownText() : toQString(fact->when), count});
    }
    m_facts.setTheme(themeOf(palette()));
    m_facts.setRows(std::move(rows));
    for (std::size_t i = 0; i < m_ids.size(); ++i)
        if (m_ids[i] == kept)
            m_table->selectRow(static_cast<int>(i));
    m_add->setEnabled(m_workspace.book.isOpen());
    showChoice();
}

void FactPanel::showChoice()
{
    const ManualFact* fact = chosen();
    const bool isOpen = m_workspace.book.isOpen();
    m_pin->setEnabled(fact != nullptr && isOpen);
    m_remove->setEnabled(fact != nullptr && isOpen);
    m_save->setEnabled(fact != nullptr && !fact->attachments.empty());
}

const ManualFact* FactPanel::chosen() const
{
    const auto row = static_cast<std::size_t>(m_table->currentIndex().row());
    return m_table->currentIndex().isValid() && row < m_ids.size() ? m_workspace.book.ledger().fact(m_ids[row])
                                                                   : nullptr;
}

void FactPanel::focusForm()
{
    m_text->setFocus();
}

void FactPanel::attach(const QStringList& paths)
{
    m_files += paths;
    m_files.removeDuplicates();
    QStringList names;
    for (const QString& path : m_files)
        names << QFileInfo(path).fileName();
    m_attached->setText(names.isEmpty() ? tr("none attached") : names.join(QStringLiteral(", ")));
}

void FactPanel::clear()
{
    m_files.clear();
    m_text->clear();
    m_who->clear();
    m_when->clear();
    m_problem->hide();
    attach({});
}

void FactPanel::add()
{
    ManualFact fact{{}, static_cast<FactKind>(m_kind->currentData().toInt()), toUtf8(m_text->toPlainText().trimmed()),
        toUtf8(m_who->text().trimmed()), toUtf8(m_when->text().trimmed()), {}, {}};
    std::vector<std::string> paths;
    for (const QString& path : m_files)
        paths.push_back(toUtf8(path));
    m_add->setEnabled(false);
    m_workspace.jobs.run<std::vector<casework::AttachedFile>>(
        paths.empty() ? QString() : tr("Reading the attached files"), this,
        [paths](const std::stop_token&, const ProgressFn&) -> Result<std::vector<casework::AttachedFile>> {
            std::vector<casework::AttachedFile> out;
            for (const std::string& path : paths) {
                Result<casework::AttachedFile> one = casework::attachedFile(path);
                if (!one)
                    return one.error();
                out.push_back(std::move(*one));
            }
            return out;
        },
        [this, fact](Result<std::vector<casework::AttachedFile>> attached) {
            m_add->setEnabled(m_workspace.book.isOpen());
            if (!attached) {
                showProblem(m_problem, attached.error());
                return;
            }
            ManualFact whole = fact;
            for (const casework::AttachedFile& one : *attached)
                whole.attachments.push_back(one.attachment);
            if (showProblem(m_problem, m_workspace.book.put(whole, {}, std::move(*attached))))
                clear();
        });
}

void FactPanel::pin()
{
    if (const ManualFact* fact = chosen())
        askWhereToPin(m_workspace, this, casework::shownFact(*fact));
}

void FactPanel::takeBack()
{
    if (const ManualFact* fact = chosen())
        askReason(this, tr("Why is %1 taken back?").arg(toQString(fact->id)),
            [this, id = fact->id](const QString& reason) { return m_workspace.book.remove(id, reason); });
}

void FactPanel::saveFiles()
{
    const ManualFact* fact = chosen();
    const DataPtr snapshot = m_workspace.context.data();
    if (fact == nullptr || !snapshot)
        return;
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Where to write the attached files"));
    if (folder.isEmpty())
        return;
    m_workspace.jobs.run<bool>(
        tr("Writing the attached files"), this,
        [snapshot, attachments = fact->attachments, to = QDir(folder)](
            const std::stop_token&, const ProgressFn&) -> Result<bool> {
            const Result<CaseFile> file = CaseFile::open(snapshot->path, OpenMode::ReadOnly);
            if (!file)
                return file.error();
            for (const Attachment& attachment : attachments) {
                const Result<std::string> bytes = casework::attachmentBytes(*file, snapshot->caseInfo, attachment);
                if (!bytes)
                    return bytes.error();
                const QString name = QFileInfo(toQString(attachment.name)).fileName();
                if (const Result<void> done = casework::writeFile(toUtf8(to.filePath(name)), *bytes); !done)
                    return done.error();
            }
            return true;
        },
        [this, folder](Result<bool> done) {
            if (done)
                Q_EMIT told(tr("Wrote the attached files to %1.").arg(QDir::toNativeSeparators(folder)));
            else
                Q_EMIT failed(done.error());
        });
}

} // namespace antecedent::app
