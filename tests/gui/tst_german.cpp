// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The sample in a German window: every view speaks German, and no label, button, menu, tab or heading speaks English.
#include "tests/gui/tour.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QFile>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSet>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocumentFragment>
#include <QXmlStreamReader>

using namespace antecedent;
using namespace antecedent::gui;

namespace {

QString plain(QString text)
{
    if (text.contains(QLatin1Char('<')))
        text = QTextDocumentFragment::fromHtml(text).toPlainText();
    text.replace(QLatin1String("&&"), QLatin1String("\1"));
    text.remove(QLatin1Char('&'));
    return text.replace(QLatin1Char('\1'), QLatin1Char('&')).simplified();
}

// The English texts of the window that German says otherwise.
class English
{
public:
    explicit English(const QString& catalogue)
    {
        QFile file(catalogue);
        if (!file.open(QIODevice::ReadOnly))
            return;
        QXmlStreamReader xml(&file);
        QString source;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            if (xml.name() == QLatin1String("source"))
                source = xml.readElementText();
            else if (xml.name() == QLatin1String("translation"))
                add(source, xml.readElementText(QXmlStreamReader::IncludeChildElements));
        }
    }

    qsizetype size() const { return m_whole.size() + m_patterns.size(); }

    bool speaks(const QString& shown) const
    {
        const QString text = plain(shown);
        if (m_whole.contains(text))
            return true;
        for (const QRegularExpression& pattern : m_patterns)
            if (pattern.match(text).hasMatch())
                return true;
        return false;
    }

private:
    void add(const QString& source, const QString& translation)
    {
        static const QRegularExpression kPlace(QStringLiteral("%L?[0-9n]+"));
        const QString english = plain(source);
        const QString letters = QString(english).remove(kPlace).remove(QRegularExpression(QStringLiteral("[^A-Za-z]")));
        if (english == plain(translation) || letters.size() < 3)
            return; // "Alarm", "%1 d"
        if (!english.contains(kPlace)) {
            m_whole.insert(english);
            return;
        }
        QStringList pieces;
        for (const QString& piece : english.split(kPlace))
            pieces << QRegularExpression::escape(piece);
        constexpr int kFew = 7; // "%1 to %2", "%1 batches" are too little to tell a language by
        if (letters.size() > kFew)
            m_patterns << QRegularExpression(QStringLiteral("^%1$").arg(pieces.join(QStringLiteral(".*"))));
    }

    QSet<QString> m_whole;
    QList<QRegularExpression> m_patterns;
};

void addMenu(const QMenu& menu, QStringList& out)
{
    for (const QAction* action : menu.actions()) {
        if (action->isSeparator())
            continue;
        out << action->text() << action->toolTip();
        if (action->menu() != nullptr)
            addMenu(*action->menu(), out);
    }
}

// What the program itself says in what is shown; what records say is the plant's.
QStringList textsIn(const QWidget& top)
{
    QStringList out{top.windowTitle()};
    for (const QWidget* widget : top.findChildren<QWidget*>()) {
        if (!widget->isVisibleTo(&top))
            continue;
        out << widget->toolTip() << widget->accessibleName();
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            out << label->text();
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            out << button->text();
        else if (const auto* group = qobject_cast<const QGroupBox*>(widget))
            out << group->title();
        else if (const auto* line = qobject_cast<const QLineEdit*>(widget))
            out << line->placeholderText();
        else if (const auto* box = qobject_cast<const QComboBox*>(widget))
            for (int i = 0; i < box->count(); ++i)
                out << box->itemText(i);
        else if (const auto* tabs = qobject_cast<const QTabBar*>(widget))
            for (int i = 0; i < tabs->count(); ++i)
                out << tabs->tabText(i) << tabs->tabToolTip(i);
        else if (const auto* header = qobject_cast<const QHeaderView*>(widget);
                 header != nullptr && header->model() != nullptr && header->orientation() == Qt::Horizontal)
            for (int i = 0; i < header->count(); ++i)
                out << header->model()->headerData(i, Qt::Horizontal).toString();
        else if (const auto* bar = qobject_cast<const QMenuBar*>(widget))
            for (const QAction* menu : bar->actions()) {
                out << menu->text();
                addMenu(*menu->menu(), out);
            }
    }
    for (const QMenu* menu : top.findChildren<QMenu*>())
        addMenu(*menu, out);
    out.removeAll(QString());
    out.removeDuplicates();
    return out;
}

} // namespace

class TestGerman : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")).toUtf8());
        QVERIFY(m_english.size() > 800);
    }

    void englishIsToldFromGerman()
    {
        QVERIFY(m_english.speaks(QStringLiteral("&File")));
        QVERIFY(m_english.speaks(QStringLiteral("5 of 7 failures")));
        QVERIFY(!m_english.speaks(QStringLiteral("&Datei")));
        QVERIFY(!m_english.speaks(QStringLiteral("TAB-420")));
    }

    void everyViewAndDialogSpeaksGerman()
    {
        app::Settings settings;
        settings.language = QStringLiteral("de");
        Stage stage(settings);
        QStringList faults;
        QMap<QString, QStringList> seen;
        const Visitor visit = [&](const QString& name, QWidget& shown) {
            const QStringList texts = textsIn(shown);
            for (const QString& text : texts) {
                seen[name] << plain(text);
                if (m_english.speaks(text))
                    faults << name + QStringLiteral(": ") + text;
            }
        };
        visitStart(stage, visit);
        QVERIFY(stage.press(QStringLiteral("openSample")));
        visitSteps(stage, Depth::All, m_home.path(), visit);
        visitDialogs(stage, visit);
        visitImport(stage, foreignList(), visit);
        QVERIFY(seen.size() > 20);
        faults.removeDuplicates();
        QVERIFY2(faults.isEmpty(), qPrintable(QLatin1Char('\n') + faults.join(QLatin1Char('\n'))));

        const std::pair<const char*, const char*> expected[] = {{"start", "Beispieluntersuchung öffnen"},
            {"sources", "Zeilen gelesen"}, {"sources.quality", "Folge für die Auswertung"},
            {"sources.clocks", "Wie geschätzt korrigieren"}, {"sources.names", "Klare bestätigen"},
            {"sources.versions", "Neuere verwenden"}, {"failures", "Klassifizierung"},
            {"failures.sentinel", "unbekanntes Feld"}, {"timeline", "Prozessdaten"},
            {"facts.chronology", "Bis zum Vorfall"}, {"facts.fitness", "Kalibriert"},
            {"facts.differences", "Gleich: Anlage"}, {"facts.condition", "Betriebsstunden"},
            {"sequences.all", "Alle Vorfälle"}, {"evidence", "Hat der Zustand einer Anlage beigetragen?"},
            {"impact", "Verdächtige Anlage"}, {"conclusion", "Neue Hypothese"}, {"report", "Titel des Berichts"},
            {"audit", "Im Prüfpfad suchen"}, {"dialog.new", "Zeitzone des Standorts"},
            {"dialog.configuration", "Aus Datei ersetzen"}, {"dialog.pinRecord", "Als Beleg anheften"},
            {"import.files", "Noch zu beantworten"}, {"import.mapping", "Vorschau der ersten Zeilen"},
            {"import.statement", "Was importiert wird"}};
        for (const auto& [view, text] : expected) {
            const QStringList& texts = seen[QString::fromLatin1(view)];
            const QString wanted = QString::fromUtf8(text);
            const bool isThere =
                std::any_of(texts.begin(), texts.end(), [&](const QString& shown) { return shown.contains(wanted); });
            QVERIFY2(isThere, qPrintable(QString::fromLatin1(view) + QStringLiteral(": ") + wanted));
        }
    }

private:
    // Columns that no profile knows, local times without a zone, and a row without its time.
    QString foreignList() const
    {
        const QString path = m_home.filePath(QStringLiteral("meldungen.csv"));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(
                "Datum;Anlage;Meldung\n01.03.2026 07:10;TAB-01;STAU\n13.03.2026 07:20;TAB-02;STAU\n;TAB-01;STAU\n");
        return path;
    }

    QTemporaryDir m_home;
    const English m_english{QStringLiteral(ANTECEDENT_SOURCE_DIR "/resources/translations/antecedent_de.ts")};
};

QTEST_MAIN(TestGerman)
#include "tst_german.moc"
