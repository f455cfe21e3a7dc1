// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/configuration/configuration_dialog.h"

#include "app/casework/files.h"
#include "app/window/guide/guide_pages.h"
#include "app/window/ledger/ledger_form.h"
#include "app/window/shared/closed_case.h"
#include "app/window/shared/table_view.h"
#include "widgets/common/palette.h"
#include "widgets/common/text.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;
using casework::ConfigurationItem;

namespace {

// Of an act that needs no words.
Result<QString> outcomeOf(const Result<void>& done)
{
    return done ? Result<QString>(QString()) : Result<QString>(done.error());
}

} // namespace

QString ConfigurationDialog::broughtInWords(const casework::BroughtIn& in)
{
    QString words = tr("New: %1 items, %2 approvals, %3 names, %4 limits. As they were here: %5 items, %6 names, %7 "
                       "limits.")
                        .arg(in.set.size())
                        .arg(in.approved.size())
                        .arg(in.aliases.size() + in.parameters.size())
                        .arg(in.limits.added)
                        .arg(in.same.size())
                        .arg(in.decidedAliases.size() + in.decidedParameters.size())
                        .arg(in.limits.same);
    if (in.limits.differing > 0)
        words += QLatin1Char(' ')
            + tr("Limits with another value than one here, for the same thing and time: %1. Both stand.")
                  .arg(in.limits.differing);
    if (!in.limits.newerThan.empty())
        words += QLatin1Char(' ')
            + tr("The limits seem to be a newer export of %1; decide under Sources.")
                  .arg(toQString(in.limits.newerThan));
    return words;
}

ConfigurationDialog::ConfigurationDialog(const Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_path(workspace.context.data()->path)
    , m_model({{tr("Item"), false, true}, {tr("Version")}, {tr("State")}, {tr("SHA-256")}, {tr("Put by")}, {tr("When")},
          {tr("Reason")}})
    , m_table(new TableView(this))
    , m_text(new QPlainTextEdit(this))
    , m_note(new QLabel(this))
{
    setWindowTitle(tr("Configuration"));
    setObjectName(QStringLiteral("configurationDialog"));
    setGuidePage(this, QStringLiteral("configuration"));
    setWindowFlag(Qt::WindowMaximizeButtonHint, true);
    makeTable();
    m_text->setObjectName(QStringLiteral("configurationText"));
    m_text->setAccessibleName(tr("Text of the chosen item"));
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_note->setObjectName(QStringLiteral("configurationNote"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    auto* parts = new QSplitter(Qt::Vertical, this);
    parts->addWidget(m_table);
    parts->addWidget(m_text);
    parts->setStretchFactor(0, 1);
    parts->setStretchFactor(1, 3);
    parts->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(parts, 1);
    layout->addWidget(m_note);
    layout->addWidget(makeButtons());
    const QSize room = parent != nullptr ? parent->size() : QSize(1280, 800);
    resize(std::max(900, room.width() - 160), std::max(520, room.height() - 160));
    run(tr("Reading the configuration"), false, [](CaseFile&) { return QString(); });
}

void ConfigurationDialog::makeTable()
{
    m_table->setObjectName(QStringLiteral("configuration"));
    m_table->setAccessibleName(tr("Configuration"));
    m_table->setModel(&m_model);
    m_table->setWidths({150, 110, 260, 80, 100, 150, 160});
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ConfigurationDialog::choose);
}

QWidget* ConfigurationDialog::makeButtons()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    const auto add = [&](const QString& text, const char* name, const QString& tip,
                         void (ConfigurationDialog::*act)()) {
        QPushButton* button = formButton(text, QString::fromLatin1(name), tip, this);
        button->setAutoDefault(false);
        buttons->addButton(button, QDialogButtonBox::ActionRole);
        connect(button, &QPushButton::clicked, this, act);
        return button;
    };
    m_save = add(tr("Save the text…"), "configurationSave", tr("As a file, to be edited and put back"),
        &ConfigurationDialog::saveText);
    m_replace = add(tr("Replace from file…"), "configurationReplace",
        tr("The text of a file is used from then on; not approved until somebody does"), &ConfigurationDialog::replace);
    m_approve = add(tr("Approve…"), "configurationApprove", tr("Approve exactly the text that is shown"),
        &ConfigurationDialog::approve);
    m_reset = add(tr("Reset…"), "configurationReset",
        tr("Back to the one of the program; a mapping profile is used no more"), &ConfigurationDialog::reset);
    m_export = add(tr("Export…"), "configurationExport",
        tr("All that the file has of its own, with the confirmed names and the limits, as one file"),
        &ConfigurationDialog::exportAll);
    m_import = add(tr("Import…"), "configurationImport", tr("Take over such a file"), &ConfigurationDialog::importAll);
    connect(buttons, &QDialogButtonBox::rejected, this, &ConfigurationDialog::reject);
    return buttons;
}

void ConfigurationDialog::run(const QString& title, bool isChange, const Act& act)
{
    m_isBusy = true;
    choose();
    m_workspace.jobs.run<Outcome>(
        title, this,
        [path = m_path, isChange, act](const std::stop_token&, const ProgressFn&) -> Result<Outcome> {
            Result<CaseFile> file = isChange ? CaseFile::open(path, OpenMode::ReadWrite, currentActor())
                                             : CaseFile::open(path, OpenMode::ReadOnly);
            if (!file)
                return file.error();
            const Result<QString> words = act(*file);
            if (!words)
                return words.error();
            Result<std::vector<ConfigurationItem>> items = casework::configurationItems(*file);
            if (!items)
                return items.error();
            return Outcome{std::move(*items), *words};
        },
        [this, isChange](const Result<Outcome>& outcome) {
            m_isBusy = false;
            if (outcome) {
                take(*outcome);
                if (isChange)
                    Q_EMIT changed();
            } else if (outcome.error().code != ErrorCode::Cancelled) {
                say(toQString(errorPhrase(outcome.error())), true);
            }
            choose();
        });
}

// A change that is being written is waited for: what shows its result must be there.
void ConfigurationDialog::reject()
{
    if (!m_isBusy)
        QDialog::reject();
}

void ConfigurationDialog::take(const Outcome& outcome)
{
    const int row = std::max(0, m_table->currentIndex().row());
    m_items = outcome.items;
    const SiteTime times = m_workspace.context.times();
    std::vector<std::vector<TableCell>> rows;
    for (const ConfigurationItem& item : m_items) {
        QString state = tr("built in");
        if (item.approval)
            state = item.approval->broughtInBy.empty()
                ? tr("approved by %1, %2").arg(toQString(item.approval->by), times.full(item.approval->at))
                : tr("approved by %1, %2; brought in by %3")
                      .arg(toQString(item.approval->by), times.full(item.approval->at),
                          toQString(item.approval->broughtInBy));
        else if (!item.isBuiltin())
            state = tr("not approved");
        const QString hash = toQString(toHex(item.hash));
        TableCell shortHash(hash.left(8));
        shortHash.tip = hash;
        rows.push_back({toQString(item.name), item.version.empty() ? unknownText() : toQString(item.version), state,
            shortHash, toQString(item.setBy), item.isBuiltin() ? QString() : times.full(item.setAt),
            toQString(item.reason).simplified()});
    }
    m_model.setTheme(themeOf(palette()));
    m_model.setRows(std::move(rows));
    m_table->setCurrentIndex(m_model.index(std::min(row, m_model.rowCount() - 1), 0));
    say(outcome.words.isEmpty() ? closedCaseNote(m_workspace.context.data()) : outcome.words, false);
}

void ConfigurationDialog::say(const QString& words, bool isProblem)
{
    QPalette ink = palette();
    if (isProblem)
        ink.setColor(QPalette::WindowText, color(themeOf(palette()), Paint::Error));
    m_note->setPalette(ink);
    m_note->setText(words);
}

const ConfigurationItem* ConfigurationDialog::chosen() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < static_cast<int>(m_items.size()) ? &m_items[static_cast<std::size_t>(row)] : nullptr;
}

void ConfigurationDialog::choose()
{
    const ConfigurationItem* item = chosen();
    if (const QString text = item != nullptr ? toQString(item->text) : QString(); text != m_text->toPlainText())
        m_text->setPlainText(text);
    const bool isThere = item != nullptr && !m_isBusy;
    m_save->setEnabled(isThere);
    m_replace->setEnabled(!m_isBusy);
    m_approve->setEnabled(isThere && !item->isBuiltin() && !item->approval);
    m_reset->setEnabled(isThere && !item->isBuiltin());
    m_export->setEnabled(!m_isBusy);
    m_import->setEnabled(!m_isBusy);
}

void ConfigurationDialog::saveText()
{
    const ConfigurationItem item = *chosen();
    const QString suffix = item.text.starts_with('{') ? QStringLiteral("json")
        : item.name.find('/') != std::string::npos    ? QStringLiteral("profile")
                                                      : QStringLiteral("csv");
    const QString name = toQString(item.name.substr(item.name.find('/') + 1)) + QLatin1Char('.') + suffix;
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the text"), name);
    if (path.isEmpty())
        return;
    run(QString(), false, [text = item.text, path, words = tr("Wrote %1.").arg(path)](CaseFile&) -> Result<QString> {
        const Result<void> written = casework::writeFile(toUtf8(path), text);
        return written ? Result<QString>(words) : Result<QString>(written.error());
    });
}

void ConfigurationDialog::change(const QString& question, const QString& title, const Change& act)
{
    askReason(this, question, [this, title, act](const QString& reason) -> Result<void> {
        if (reason.trimmed().isEmpty())
            return Error{ErrorCode::InvalidArgument, {}, "a change of the configuration needs a reason"};
        run(title, true, [act, why = toUtf8(reason)](CaseFile& file) { return act(file, why); });
        return {};
    });
}

void ConfigurationDialog::replace()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Replace from file"), {}, tr("Tables and mapping profiles (*.csv *.json *.profile);;All files (*)"));
    if (path.isEmpty())
        return;
    const QString shown = QDir::toNativeSeparators(path);
    const bool isProfile = path.endsWith(QLatin1String(".profile"), Qt::CaseInsensitive);
    const std::string name = isProfile || chosen() == nullptr ? std::string() : chosen()->name;
    change(isProfile ? tr("Keep the mapping profile %1 in the file").arg(shown)
                     : tr("Replace %1 by the text of %2").arg(toQString(name), shown),
        tr("Replacing the configuration"),
        [file = toUtf8(path), name](CaseFile& into, const std::string& why) -> Result<QString> {
            const Result<std::string> text = casework::readFile(file);
            if (!text)
                return text.error();
            std::string item = name;
            if (item.empty()) {
                const auto profile = importers::parseProfile(*text, file);
                if (!profile)
                    return profile.error();
                item = "profile/" + profile->name;
            }
            return outcomeOf(casework::setConfiguration(into, item, *text, why));
        });
}

void ConfigurationDialog::approve()
{
    const std::string name = chosen()->name;
    const Digest hash = chosen()->hash;
    change(tr("Approve %1, SHA-256 %2").arg(toQString(name), toQString(toHex(hash)).left(16)), tr("Approving"),
        [name, hash](CaseFile& file, const std::string& why) -> Result<QString> {
            const Result<ConfigurationItem> now = casework::configurationItem(file, name);
            if (!now)
                return now.error();
            if (now->hash != hash)
                return Error{ErrorCode::InvalidArgument, name, "its text was changed meanwhile; look at it again"};
            return outcomeOf(casework::approveConfiguration(file, currentActor(), name, why));
        });
}

void ConfigurationDialog::reset()
{
    const std::string name = chosen()->name;
    const bool isProfile = name.find('/') != std::string::npos;
    change(isProfile ? tr("Use %1 no more").arg(toQString(name))
                     : tr("Use the %1 of the program again").arg(toQString(name)),
        tr("Resetting"), [name](CaseFile& file, const std::string& why) {
            return outcomeOf(casework::resetConfiguration(file, name, why));
        });
}

void ConfigurationDialog::exportAll()
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Export the configuration"), QStringLiteral("configuration.json"), tr("Configuration (*.json)"));
    if (path.isEmpty())
        return;
    run(tr("Exporting the configuration"), false, [file = toUtf8(path), path](CaseFile& from) -> Result<QString> {
        const Result<casework::ConfigurationBundle> bundle = casework::exportConfiguration(from);
        if (!bundle)
            return bundle.error();
        if (const Result<void> written = casework::writeFile(file, bundle->text); !written)
            return written.error();
        return tr("Wrote %4. Items: %1, names: %2, limits: %3.")
            .arg(bundle->items)
            .arg(bundle->names)
            .arg(bundle->limits)
            .arg(path);
    });
}

void ConfigurationDialog::importAll()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Import a configuration"), {}, tr("Configuration (*.json)"));
    if (path.isEmpty())
        return;
    change(tr("Take over the configuration in %1").arg(QDir::toNativeSeparators(path)),
        tr("Importing the configuration"),
        [file = toUtf8(path)](CaseFile& into, const std::string& why) -> Result<QString> {
            const Result<std::string> bundle = casework::readFile(file);
            if (!bundle)
                return bundle.error();
            const Result<casework::BroughtIn> in = casework::importConfiguration(into, *bundle, why);
            if (!in)
                return in.error();
            return broughtInWords(*in);
        });
}

} // namespace antecedent::app
