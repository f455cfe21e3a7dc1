// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/language.h"

#include "widgets/common/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace antecedent::app {

namespace {

const QString kTranslator = QStringLiteral("antecedentTranslator");

void install(const QString& file)
{
    auto* translator = new QTranslator(QCoreApplication::instance());
    translator->setObjectName(kTranslator);
    if (translator->load(file))
        QCoreApplication::installTranslator(translator);
    else
        delete translator; // Qt's own texts may be missing
}

// As the system writes numbers, if it speaks the language; else as most who read it do.
QLocale localeOf(const QString& language)
{
    const QLocale system = QLocale::system();
    QLocale out(QLocale::English, QLocale::UnitedKingdom);
    if (language == QLatin1String("de"))
        out = QLocale(QLocale::German, QLocale::Germany);
    if (system.language() == out.language())
        out = system;
    // Thousands are set apart by the program, and a point in a German number is a slip, not a thousand.
    out.setNumberOptions(QLocale::OmitGroupSeparator | QLocale::RejectGroupSeparator);
    return out;
}

} // namespace

QString languageFor(const QString& setting, const QStringList& systemLanguages)
{
    const QStringList wanted = setting.isEmpty() ? systemLanguages : QStringList{setting};
    for (const QString& name : wanted)
        for (const QString& language : {QStringLiteral("en"), QStringLiteral("de")})
            if (name == language || name.startsWith(language + QLatin1Char('-'))
                || name.startsWith(language + QLatin1Char('_')))
                return language;
    return QStringLiteral("en");
}

void applyLanguage(const QString& setting)
{
    QCoreApplication* application = QCoreApplication::instance();
    for (QTranslator* translator : application->findChildren<QTranslator*>(kTranslator, Qt::FindDirectChildrenOnly))
        delete translator; // which takes it off
    const QString language = languageFor(setting, QLocale::system().uiLanguages());
    QLocale::setDefault(localeOf(language));
    install(QStringLiteral(":/translations/qtbase_%1.qm").arg(language));
    install(QStringLiteral(":/translations/antecedent_%1.qm").arg(language));
    widgets::setWindowLexicon(*Lexicon::find(language.toStdString()));
    application->setProperty("antecedentLanguage", language);
}

QString currentLanguage()
{
    const QString language = QCoreApplication::instance()->property("antecedentLanguage").toString();
    return language.isEmpty() ? QStringLiteral("en") : language;
}

} // namespace antecedent::app
