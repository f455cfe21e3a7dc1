// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/investigation_files.h"

#include "app/window/guide/guide_pages.h"
#include "model/base/zone.h"
#include "widgets/common/site_time.h"
#include "widgets/common/text.h"
#include "widgets/document/investigation_data.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QDirIterator>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace antecedent::app {

using namespace widgets;

namespace {

QString say(const char* text, int number = -1)
{
    return QCoreApplication::translate("InvestigationFiles", text, nullptr, number);
}

} // namespace

std::optional<NewInvestigation> askForNewInvestigation(QWidget* parent)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(say(QT_TRANSLATE_NOOP("InvestigationFiles", "New investigation")));
    setGuidePage(&dialog, QStringLiteral("times"));
    auto* title = new QLineEdit(&dialog);
    title->setObjectName(QStringLiteral("newTitle"));
    title->setMinimumWidth(340);
    title->setPlaceholderText(say(QT_TRANSLATE_NOOP("InvestigationFiles", "Tablet weight on line 3, spring 2026")));
    auto* zone = new QComboBox(&dialog);
    for (const std::string& name : zoneNames())
        zone->addItem(toQString(name));
    zone->setCurrentText(QStringLiteral("UTC"));
    auto* form = new QFormLayout(&dialog);
    form->addRow(say(QT_TRANSLATE_NOOP("InvestigationFiles", "Title")), title);
    form->addRow(say(QT_TRANSLATE_NOOP("InvestigationFiles", "Time zone of the site")), zone);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, &dialog);
    form->addRow(buttons);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, [&dialog, title] {
        if (title->text().trimmed().isEmpty())
            title->setFocus();
        else
            dialog.accept();
    });
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    QString path = QFileDialog::getSaveFileName(parent,
        say(QT_TRANSLATE_NOOP("InvestigationFiles", "Where to keep the investigation")),
        title->text().trimmed() + QStringLiteral(".ante"),
        say(QT_TRANSLATE_NOOP("InvestigationFiles", "Investigations (*.ante)")));
    if (path.isEmpty())
        return std::nullopt;
    if (!path.endsWith(QLatin1String(".ante")))
        path += QLatin1String(".ante");
    return NewInvestigation{path, title->text().trimmed(), zone->currentText()};
}

Result<void> createInvestigation(const NewInvestigation& wanted)
{
    const Result<CaseFile> file =
        CaseFile::create(toUtf8(wanted.path), toUtf8(wanted.title), toUtf8(wanted.siteZone), currentActor());
    if (!file)
        return file.error();
    return {};
}

Result<QString> makeSample(const std::stop_token& stop, const ProgressFn& progress)
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    const QString path = folder.filePath(QStringLiteral("sample.ante"));
    if (QFileInfo::exists(path))
        return path;
    QTemporaryDir unpacked;
    if (!unpacked.isValid() || !folder.mkpath(QStringLiteral(".")))
        return Error{ErrorCode::FileUnwritable, toUtf8(folder.path()),
            toUtf8(say(QT_TRANSLATE_NOOP("InvestigationFiles", "the sample can't be unpacked")))};
    const QString root = QStringLiteral(":/sample");
    QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString from = files.next();
        const QString to = unpacked.filePath(from.mid(root.size() + 1));
        QDir().mkpath(QFileInfo(to).path());
        if (!QFile::copy(from, to))
            return Error{ErrorCode::FileUnwritable, toUtf8(to),
                toUtf8(say(QT_TRANSLATE_NOOP("InvestigationFiles", "the sample can't be unpacked")))};
    }
    const NewInvestigation wanted{path, QStringLiteral("Tablet line 3"), QStringLiteral("Europe/Vienna")};
    if (const Result<void> made = createInvestigation(wanted); !made)
        return made.error();
    Result<CaseFile> file = CaseFile::open(toUtf8(path), OpenMode::ReadWrite, currentActor());
    if (!file)
        return file.error();
    importers::ImportOptions options;
    options.plan.zone = "Europe/Vienna";
    const Result<importers::ImportSummary> summary =
        importers::importSources(*file, {toUtf8(unpacked.path())}, options, stop, progress);
    if (!summary) {
        QFile::remove(path); // the next time starts anew
        return summary.error();
    }
    return path;
}

QString importText(const importers::ImportSummary& summary)
{
    std::uint64_t sources = 0;
    std::uint64_t before = 0;
    std::uint64_t stored = 0;
    std::uint64_t rejected = 0;
    QStringList problems;
    for (const importers::SourceSummary& source : summary.sources) {
        if (source.error)
            problems << toQString(errorPhrase(*source.error));
        else if (source.earlierSource)
            ++before;
        else if (!source.isNotData) {
            ++sources;
            stored += source.rows.stored;
            rejected += source.rows.rejected;
        }
    }
    QString out = say(QT_TRANSLATE_N_NOOP("InvestigationFiles", "%1 sources imported: %2 rows stored, %3 rejected."),
        pluralOf(sources))
                      .arg(countText(sources), countText(stored), countText(rejected));
    if (before > 0)
        out += QLatin1Char(' ')
            + say(QT_TRANSLATE_N_NOOP("InvestigationFiles", "%1 were imported before."), pluralOf(before))
                  .arg(countText(before));
    for (const QString& problem : problems)
        out += QLatin1Char('\n') + say(QT_TRANSLATE_NOOP("InvestigationFiles", "Not imported: %1")).arg(problem);
    return out;
}

} // namespace antecedent::app
