// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/frame/about_dialog.h"

#include "app/casework/version.h"
#include "model/base/zone.h"
#include "model/store/schema_version.h"
#include "widgets/common/text.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace antecedent::app {

using namespace widgets;

namespace {

struct AboutWords
{
    Q_DECLARE_TR_FUNCTIONS(AboutDialog)
};

struct Part
{
    QString name;
    QString use;
    QString licence;
};

std::vector<std::pair<QString, QString>> versions()
{
    return {{AboutWords::tr("Antecedent"), toQString(casework::programVersion())},
        {AboutWords::tr("Build"), toQString(casework::buildHash())},
        {AboutWords::tr("Schema of investigation files"), QString::number(schemaVersion())},
        {QStringLiteral("Qt"), QString::fromLatin1(qVersion())}, {QStringLiteral("SQLite"), toQString(sqliteVersion())},
        {AboutWords::tr("Time zone rules"), toQString(zoneRulesVersion())}};
}

std::vector<Part> parts()
{
    return {{QStringLiteral("Antecedent"), AboutWords::tr("this program"), QStringLiteral("GPL-3.0-or-later")},
        {QStringLiteral("Qt"), AboutWords::tr("window, PDF"), QStringLiteral("LGPL-3.0-only")},
        {QStringLiteral("SQLite"), AboutWords::tr("investigation files"), AboutWords::tr("public domain")},
        {QStringLiteral("OpenSSL"), AboutWords::tr("SHA-256; on Windows that of the system"),
            QStringLiteral("Apache-2.0")},
        {QStringLiteral("zlib"), AboutWords::tr("packed sources"), QStringLiteral("Zlib")},
        {QStringLiteral("libxml2"), AboutWords::tr("XML sources"), QStringLiteral("MIT")},
        {QStringLiteral("Zstandard"), AboutWords::tr("originals in the file"), QStringLiteral("BSD-3-Clause")},
        {QStringLiteral("Boost.Graph"), AboutWords::tr("sequence graph"), QStringLiteral("BSL-1.0")},
        {QStringLiteral("JSON for Modern C++"), AboutWords::tr("plans, reports"), QStringLiteral("MIT")},
        {QStringLiteral("CLI11"), AboutWords::tr("command line"), QStringLiteral("BSD-3-Clause")},
        {QStringLiteral("Noto Sans, Noto Sans Mono"), AboutWords::tr("fonts of reports"), QStringLiteral("OFL-1.1")},
        {QStringLiteral("IANA time zone database"), AboutWords::tr("zones and their rules"),
            AboutWords::tr("public domain")}};
}

QString versionText()
{
    QStringList lines;
    for (const auto& [name, version] : versions())
        lines << QStringLiteral("%1 %2").arg(name, version);
    return lines.join(QLatin1Char('\n'));
}

QString table(const QString& rows)
{
    return QStringLiteral("<table cellspacing='0' cellpadding='3'>%1</table>").arg(rows);
}

QWidget* versionPage(QWidget* parent)
{
    QString rows;
    for (const auto& [name, version] : versions())
        rows += QStringLiteral("<tr><td style='padding-right:24px'>%1</td><td>%2</td></tr>")
                    .arg(name.toHtmlEscaped(), version.toHtmlEscaped());
    auto* label = new QLabel(table(rows), parent);
    label->setObjectName(QStringLiteral("aboutVersions"));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(AboutWords::tr("Versions"));
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label->setContentsMargins(14, 14, 14, 14);
    return label;
}

QWidget* licencePage(QWidget* parent)
{
    QString rows = QStringLiteral("<tr><td><b>%1</b></td><td><b>%2</b></td><td><b>%3</b></td></tr>")
                       .arg(AboutWords::tr("Part"), AboutWords::tr("For"), AboutWords::tr("Licence"));
    for (const Part& part : parts())
        rows += QStringLiteral("<tr><td style='padding-right:18px'>%1</td><td style='padding-right:18px'>%2</td>"
                               "<td>%3</td></tr>")
                    .arg(part.name.toHtmlEscaped(), part.use.toHtmlEscaped(), part.licence.toHtmlEscaped());
    auto* text = new QTextBrowser(parent);
    text->setObjectName(QStringLiteral("aboutLicences"));
    text->setAccessibleName(AboutWords::tr("Licences of all parts"));
    text->setFrameShape(QFrame::NoFrame);
    text->setTabChangesFocus(true);
    text->setHtml(table(rows));
    return text;
}

QWidget* textPage(const QString& resource, const QString& name, QWidget* parent)
{
    QFile file(resource);
    auto* text = new QPlainTextEdit(parent);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setAccessibleName(name);
    text->setFrameShape(QFrame::NoFrame);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    if (file.open(QIODevice::ReadOnly))
        text->setPlainText(QString::fromUtf8(file.readAll()));
    return text;
}

} // namespace

void showAbout(QWidget* parent)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("aboutDialog"));
    dialog->setWindowTitle(AboutWords::tr("About Antecedent"));
    dialog->resize(640, 460);
    auto* name = new QLabel(QStringLiteral("Antecedent"), dialog);
    QFont big = name->font();
    big.setPointSizeF(18);
    big.setWeight(QFont::DemiBold);
    name->setFont(big);
    auto* purpose = new QLabel(AboutWords::tr("Offline workbench for root-cause investigations in pharmaceutical "
                                              "manufacturing. Nothing leaves this computer."),
        dialog);
    purpose->setWordWrap(true);
    auto* tabs = new QTabWidget(dialog);
    tabs->setObjectName(QStringLiteral("aboutTabs"));
    tabs->setAccessibleName(AboutWords::tr("About Antecedent"));
    tabs->addTab(versionPage(tabs), AboutWords::tr("&Versions"));
    tabs->addTab(licencePage(tabs), AboutWords::tr("&Licences"));
    tabs->addTab(textPage(QStringLiteral(":/licences/LICENSE"), AboutWords::tr("Text of the GPL 3"), tabs),
        AboutWords::tr("&GPL 3"));
    tabs->addTab(textPage(QStringLiteral(":/licences/resources/fonts/OFL.txt"),
                     AboutWords::tr("Text of the licence of the fonts"), tabs),
        AboutWords::tr("&Fonts"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    auto* copy = buttons->addButton(AboutWords::tr("Copy the versions"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("aboutCopy"));
    QObject::connect(copy, &QPushButton::clicked, dialog, [] { QGuiApplication::clipboard()->setText(versionText()); });
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(name);
    layout->addWidget(purpose);
    layout->addWidget(tabs, 1);
    layout->addWidget(buttons);
    dialog->open();
}

} // namespace antecedent::app
