// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every text of the window has a finished German translation that keeps what the program puts in.
#include <QDir>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

namespace {

struct Message
{
    QStringList forms; // one, or one for each number
    bool isNumerus = false;
    bool isFinished = true;
};

// By context, source and comment.
using Catalogue = QMap<QStringList, Message>;

Message readMessage(QXmlStreamReader& xml, QString& source, QString& comment)
{
    Message out;
    out.isNumerus = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            source = xml.readElementText();
        } else if (xml.name() == QLatin1String("comment")) {
            comment = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            out.isFinished = !xml.attributes().hasAttribute(QLatin1String("type"));
            if (!out.isNumerus)
                out.forms << xml.readElementText();
            while (out.isNumerus && xml.readNextStartElement())
                out.forms << xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    return out;
}

Catalogue readCatalogue(const QString& path)
{
    QFile file(path);
    Catalogue out;
    if (!file.open(QIODevice::ReadOnly))
        return out;
    QXmlStreamReader xml(&file);
    xml.readNextStartElement(); // TS
    while (xml.readNextStartElement()) { // context
        QString context;
        while (xml.readNextStartElement()) {
            if (xml.name() == QLatin1String("name")) {
                context = xml.readElementText();
            } else if (xml.name() == QLatin1String("message")) {
                QString source;
                QString comment;
                const Message message = readMessage(xml, source, comment);
                out[{context, source, comment}] = message;
            } else {
                xml.skipCurrentElement();
            }
        }
    }
    return xml.hasError() ? Catalogue() : out;
}

QStringList placesOf(const QString& text, bool isNumerus)
{
    static const QRegularExpression kPlace(QStringLiteral("%L?[0-9]+|%L?n"));
    QStringList out;
    for (auto found = kPlace.globalMatch(text); found.hasNext();) {
        const QString place = found.next().captured();
        // One file needs no number: "a file".
        if (!isNumerus || !place.endsWith(QLatin1Char('n')))
            out << place;
    }
    out.sort();
    return out;
}

QStringList tagsOf(const QString& text)
{
    static const QRegularExpression kTag(QStringLiteral("</?[a-z]+[^>]*>"));
    QStringList out;
    for (auto found = kTag.globalMatch(text); found.hasNext();)
        out << found.next().captured();
    return out;
}

bool hasMnemonic(const QString& text)
{
    static const QRegularExpression kMnemonic(QStringLiteral("&[^&; ]"));
    return !text.contains(QLatin1Char('<')) && text.contains(kMnemonic);
}

QString translations(const char* name)
{
    return QStringLiteral(ANTECEDENT_SOURCE_DIR "/resources/translations/") + QString::fromLatin1(name);
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_german = readCatalogue(translations("antecedent_de.ts"));
        m_english = readCatalogue(translations("antecedent_en.ts"));
        QVERIFY(m_german.size() > 1000);
        QVERIFY(!m_english.isEmpty());
    }

    void everyGermanTextIsFinished()
    {
        QStringList missing;
        for (const auto& [key, message] : m_german.asKeyValueRange())
            if (!message.isFinished || message.forms.isEmpty() || message.forms.contains(QString()))
                missing << key.join(QStringLiteral(": "));
        QVERIFY2(missing.isEmpty(), qPrintable(QLatin1Char('\n') + missing.join(QLatin1Char('\n'))));
    }

    void pluralsAreFinishedInBothLanguages()
    {
        QStringList missing;
        for (const auto& [key, message] : m_german.asKeyValueRange()) {
            if (!message.isNumerus)
                continue;
            const auto english = m_english.find(key);
            const bool isWhole = message.forms.size() == 2 && english != m_english.end() && english->isFinished
                && english->forms.size() == 2 && !english->forms.contains(QString());
            if (!isWhole)
                missing << key.join(QStringLiteral(": "));
        }
        QVERIFY2(missing.isEmpty(), qPrintable(QLatin1Char('\n') + missing.join(QLatin1Char('\n'))));
    }

    void placesTagsAndBlanksAreKept()
    {
        QStringList wrong;
        for (const Catalogue* catalogue : {&m_german, &m_english})
            for (const auto& [key, message] : catalogue->asKeyValueRange()) {
                const QString& source = key[1];
                for (const QString& form : message.forms) {
                    const bool isKept = placesOf(source, message.isNumerus) == placesOf(form, message.isNumerus)
                        && tagsOf(source) == tagsOf(form) && hasMnemonic(source) == hasMnemonic(form)
                        && source.front().isSpace() == form.front().isSpace()
                        && source.back().isSpace() == form.back().isSpace()
                        && source.count(QLatin1Char('\n')) == form.count(QLatin1Char('\n'))
                        && source.endsWith(QChar(0x2026)) == form.endsWith(QChar(0x2026))
                        && source.endsWith(QLatin1Char(':')) == form.endsWith(QLatin1Char(':'))
                        && source.endsWith(QLatin1Char('?')) == form.endsWith(QLatin1Char('?'));
                    if (!isKept)
                        wrong << key.join(QStringLiteral(": ")) + QStringLiteral(" -> ") + form;
                }
            }
        QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1Char('\n') + wrong.join(QLatin1Char('\n'))));
    }

    void typographyIsGerman()
    {
        // Straight quotes belong to the filter language alone, three points are one sign, keys have German names.
        static const QRegularExpression kForeign(QStringLiteral(
            "\\.\\.\\.|[“][^“„]*”|(^|[ (])'[^' ]+'|\\bCtrl\\b|\\bShift\\b|\\bthe\\b|\\band [a-z]+ (?!=)"));
        static const QRegularExpression kFilter(QStringLiteral("[a-z_]+ = \"|~ \""));
        QStringList wrong;
        for (const auto& [key, message] : m_german.asKeyValueRange())
            for (const QString& form : message.forms)
                if (!form.contains(kFilter) && form.contains(kForeign))
                    wrong << form;
        QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1Char('\n') + wrong.join(QLatin1Char('\n'))));
    }

    void everyTextOfTheSourcesIsInTheCatalogues()
    {
        const QString tool = QStringLiteral(ANTECEDENT_LUPDATE);
        if (!QFile::exists(tool))
            QSKIP("lupdate is not installed: texts of the sources not compared");
        const QTemporaryDir folder;
        const QString now = folder.filePath(QStringLiteral("now.ts"));
        const QString root = QStringLiteral(ANTECEDENT_SOURCE_DIR);
        QProcess process;
        process.setWorkingDirectory(root);
        process.start(tool,
            {QStringLiteral("-silent"), QStringLiteral("-I"), root, QStringLiteral("-locations"),
                QStringLiteral("none"), root + QStringLiteral("/app"), root + QStringLiteral("/widgets"),
                QStringLiteral("-source-language"), QStringLiteral("en"), QStringLiteral("-target-language"),
                QStringLiteral("de_DE"), QStringLiteral("-ts"), now});
        QVERIFY(process.waitForFinished(120'000));
        // A class that lupdate can't place would have no translation when the program runs.
        const QByteArray said = process.readAllStandardError().replace("unknown namespace/class ::std", "");
        QVERIFY2(!said.contains("lacks Q_OBJECT") && !said.contains("unknown namespace"), said);
        const Catalogue sources = readCatalogue(now);
        QVERIFY(sources.size() > 1000);
        QStringList wrong;
        for (const auto& [key, message] : sources.asKeyValueRange())
            if (!m_german.contains(key) || m_german[key].isNumerus != message.isNumerus)
                wrong << QStringLiteral("not translated: ") + key.join(QStringLiteral(": "));
        for (const QStringList& key : m_german.keys())
            if (!sources.contains(key))
                wrong << QStringLiteral("no longer in the sources: ") + key.join(QStringLiteral(": "));
        if (!wrong.isEmpty())
            wrong << QStringLiteral("See resources/translations/README.md");
        QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1Char('\n') + wrong.join(QLatin1Char('\n'))));
    }

private:
    Catalogue m_german;
    Catalogue m_english;
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
