// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The main job on the bundled sample, through the program as a user runs it: facts that must come out, not bytes.
#include "model/base/lexicon.h"
#include "tests/e2e/cli_runner.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace antecedent::e2e;

namespace {

const QString kSample = QStringLiteral(ANTECEDENT_SOURCE_DIR "/resources/sample");

QStringList importArguments(const QString& file, const QStringList& folders)
{
    QStringList arguments{QStringLiteral("import"), file};
    for (const QString& folder : folders)
        arguments << kSample + QLatin1Char('/') + folder;
    arguments << QStringLiteral("--time-zone") << QStringLiteral("Europe/Vienna") << QStringLiteral("--json");
    return arguments;
}

Outcome create(const QString& file, const Machine& machine = {})
{
    return runCli({QStringLiteral("new"), file, QStringLiteral("--title"), QStringLiteral("Line 3"),
                      QStringLiteral("--site-zone"), QStringLiteral("Europe/Vienna")},
        machine);
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject find(const QJsonArray& array, const char* key, const QString& value)
{
    for (const QJsonValue& entry : array)
        if (entry[QLatin1String(key)].toString() == value)
            return entry.toObject();
    return {};
}

} // namespace

class TestSample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyRowIsStoredDuplicateOrRejected();
    void rejectedRowSaysWhy();
    void summaryCountsWhatIsThere();
    void failuresAreListed();
    void wornFeederIsFound();
    void decoysAreNotBelieved();
    void singleFailureStaysHonest();
    void equalOnEveryMachineAndInAnyOrder();
    void reportIsWrittenAndVerified();
    void germanReportSaysTheSameAndIsVerified();
    void changedTwinIsNoticed();
    void eventLogsAreExported();
    void wrongUseIsRefused();

private:
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    QJsonObject assessment(const QString& failure) const
    {
        return find(m_assess[QLatin1String("assessments")].toArray(), "deviation_id", failure);
    }

    QTemporaryDir m_folder;
    QString m_file;
    Outcome m_import;
    QByteArray m_assessText;
    QJsonObject m_assess;
};

void TestSample::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_file = path("sample.ante");
    const Outcome created = create(m_file);
    QVERIFY2(created.status == 0, created.err);
    m_import = runCli(importArguments(m_file,
        {QStringLiteral("cmms"), QStringLiteral("mes"), QStringLiteral("dcs"), QStringLiteral("historian"),
            QStringLiteral("qms")}));
    QVERIFY2(m_import.status == 0, m_import.err);
    const Outcome assessed = runCli({QStringLiteral("assess"), m_file, QStringLiteral("--json")});
    QVERIFY2(assessed.status == 0, assessed.err);
    m_assessText = assessed.out;
    m_assess = assessed.json();
}

void TestSample::everyRowIsStoredDuplicateOrRejected()
{
    int rejected = 0;
    int duplicate = 0;
    const QJsonArray sources = m_import.json()[QLatin1String("sources")].toArray();
    QCOMPARE(sources.size(), 18);
    for (const QJsonValue& source : sources) {
        const int stored = source[QLatin1String("rows_stored")].toInt();
        rejected += source[QLatin1String("rows_rejected")].toInt();
        duplicate += source[QLatin1String("rows_duplicate")].toInt();
        QCOMPARE(source[QLatin1String("rows_read")].toInt(),
            stored + source[QLatin1String("rows_rejected")].toInt() + source[QLatin1String("rows_duplicate")].toInt());
        QVERIFY(stored > 0);
    }
    QCOMPARE(rejected, 1);
    QCOMPARE(duplicate, 1);
}

void TestSample::rejectedRowSaysWhy()
{
    const Outcome outcome = runCli({QStringLiteral("diagnostics"), m_file});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.out.contains("work_orders.csv") && outcome.out.contains("asset_id"), outcome.out);
}

void TestSample::summaryCountsWhatIsThere()
{
    const QJsonObject counts = runCli({QStringLiteral("summary"), m_file, QStringLiteral("--json")})
                                   .json()[QLatin1String("counts")]
                                   .toObject();
    const QList<QPair<const char*, int>> expected{{"batches", 79}, {"steps", 474}, {"work_orders", 30},
        {"calibrations", 8}, {"cleanings", 316}, {"tags", 6}, {"samples", 15506}, {"failures", 7}};
    for (const auto& [name, count] : expected)
        QVERIFY2(counts[QLatin1String(name)].toInt() == count,
            qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(name)).arg(counts[QLatin1String(name)].toInt())));
    QVERIFY(counts[QLatin1String("assets")].toInt() >= 25);
}

void TestSample::failuresAreListed()
{
    const QJsonArray failures = runCli({QStringLiteral("failures"), m_file, QStringLiteral("--json")})
                                    .json()[QLatin1String("failures")]
                                    .toArray();
    QCOMPARE(failures.size(), 7);
    const QJsonObject last = find(failures, "id", QStringLiteral("DEV-26-007"));
    QCOMPARE(last[QLatin1String("asset")].toString(), QStringLiteral("TAB-420"));
    QCOMPARE(last[QLatin1String("occurred")].toString(), QStringLiteral("2026-04-10T08:36:17Z"));
}

void TestSample::wornFeederIsFound()
{
    for (const char* failure : {"DEV-26-001", "DEV-26-002", "DEV-26-003", "DEV-26-004", "DEV-26-006", "DEV-26-007"}) {
        const QJsonObject found = assessment(QLatin1String(failure));
        QCOMPARE(found[QLatin1String("asset_contribution")].toString(), QStringLiteral("supported"));
        QCOMPARE(found[QLatin1String("verdict")].toString(), QStringLiteral("associated"));
        QVERIFY(found[QLatin1String("leading_asset")].toString().startsWith(QLatin1String("TAB-420")));
    }
    const QJsonArray candidates = assessment(QStringLiteral("DEV-26-007"))[QLatin1String("candidates")].toArray();
    const QJsonObject alarm = find(candidates, "event_class", QStringLiteral("alarm:FEEDER_TORQUE_HIGH"));
    QCOMPARE(alarm[QLatin1String("case_exposed")].toInt(), 6);
    QCOMPARE(alarm[QLatin1String("case_windows")].toInt(), 6);
    QCOMPARE(alarm[QLatin1String("verdict")].toString(), QStringLiteral("associated"));
}

void TestSample::decoysAreNotBelieved()
{
    const QJsonArray candidates = assessment(QStringLiteral("DEV-26-007"))[QLatin1String("candidates")].toArray();
    QVERIFY(!candidates.isEmpty());
    for (const QJsonValue& candidate : candidates) {
        const QString name = candidate[QLatin1String("event_class")].toString();
        const bool isDecoy = name.contains(QLatin1String("HOPPER_LEVEL_LOW")) || name.contains(QLatin1String("DP_LOW"))
            || candidate[QLatin1String("kind")].toString() == QLatin1String("operator")
            || candidate[QLatin1String("kind")].toString() == QLatin1String("material");
        if (isDecoy)
            QVERIFY2(candidate[QLatin1String("verdict")].toString() != QLatin1String("associated"), qPrintable(name));
    }
}

void TestSample::singleFailureStaysHonest()
{
    const QJsonObject found = assessment(QStringLiteral("DEV-26-005"));
    QVERIFY(found[QLatin1String("asset_contribution")].toString() != QLatin1String("supported"));
    QVERIFY(found[QLatin1String("verdict")].toString() != QLatin1String("associated"));
}

void TestSample::equalOnEveryMachineAndInAnyOrder()
{
    const QString other = path("other.ante");
    const Machine machine{"America/New_York", "de_DE.UTF-8"};
    QCOMPARE(create(other, machine).status, 0);
    const Outcome imported = runCli(importArguments(other,
                                        {QStringLiteral("qms"), QStringLiteral("historian"), QStringLiteral("dcs"),
                                            QStringLiteral("mes"), QStringLiteral("cmms")}),
        machine);
    QVERIFY2(imported.status == 0, imported.err);
    const auto hash = [](const QString& file) {
        return runCli({QStringLiteral("summary"), file, QStringLiteral("--json")})
            .json()[QLatin1String("content_hash")]
            .toString();
    };
    QVERIFY(hash(m_file).startsWith(QLatin1String("sha256:")));
    QCOMPARE(hash(other), hash(m_file));
    const Outcome assessed = runCli({QStringLiteral("assess"), other, QStringLiteral("--json")}, machine);
    QVERIFY2(assessed.status == 0, assessed.err);
    QVERIFY(assessed.out == m_assessText);
}

void TestSample::reportIsWrittenAndVerified()
{
    const Outcome written = runCli({QStringLiteral("report"), m_file, QStringLiteral("--failure"),
        QStringLiteral("DEV-26-007"), QStringLiteral("-o"), path("report.pdf"), QStringLiteral("--html"),
        path("report.html"), QStringLiteral("--twin"), path("twin")});
    QVERIFY2(written.status == 0, written.err);
    QVERIFY(contents(path("report.pdf")).startsWith("%PDF-1."));
    const QByteArray html = contents(path("report.html"));
    for (const char* word : {"DEV-26-007", "TAB-420", "FEEDER_TORQUE_HIGH", "K26057"})
        QVERIFY2(html.contains(word), word);
    QVERIFY(!html.contains("caused by"));
    for (const QString& what : {m_file, path("twin")}) {
        const Outcome verified = runCli({QStringLiteral("verify"), what});
        QVERIFY2(verified.status == 0, verified.err + verified.out);
    }
}

void TestSample::germanReportSaysTheSameAndIsVerified()
{
    const Outcome written = runCli({QStringLiteral("report"), m_file, QStringLiteral("--failure"),
        QStringLiteral("DEV-26-007"), QStringLiteral("-o"), path("bericht.pdf"), QStringLiteral("--html"),
        path("bericht.html"), QStringLiteral("--twin"), path("zwilling"), QStringLiteral("--language"),
        QStringLiteral("de"), QStringLiteral("--json")});
    QVERIFY2(written.status == 0, written.err);
    const QString html = QString::fromUtf8(contents(path("bericht.html")));
    QVERIFY(html.contains(QStringLiteral("<html lang=\"de\"")));
    for (const char* word : {"Untersuchungsbericht DEV-26-007", "TAB-420", "FEEDER_TORQUE_HIGH", "Einsatzbereitschaft",
             "Was dagegen spricht", "Datenzwilling"})
        QVERIFY2(html.contains(QString::fromUtf8(word)), word);
    QVERIFY(!html.contains(QStringLiteral("verursacht durch")));
    // No sentence of the program is left in English.
    for (const auto& [english, german] : antecedent::Lexicon::german().table())
        for (const QString& part :
            QString::fromStdString(english).toHtmlEscaped().split(QRegularExpression(QStringLiteral("%[1-9]")))) {
            const bool isSentence = part.trimmed().count(QLatin1Char(' ')) >= 3;
            const bool isEnglish = !isSentence || !html.contains(part.trimmed())
                || QString::fromStdString(german).toHtmlEscaped().contains(part.trimmed());
            QVERIFY2(isEnglish, qPrintable(part));
        }
    // Twin and result are those of the English report; the manifest alone names the language.
    QCOMPARE(contents(path("zwilling/twin.json")), contents(path("twin/twin.json")));
    QVERIFY(contents(path("zwilling/manifest.json")).contains("\"report_language\": \"de\""));
    QVERIFY(contents(path("twin/manifest.json")).contains("\"report_language\": \"en\""));
    QVERIFY(!written.json()[QStringLiteral("statement")].toString().contains(QStringLiteral("Daten")));
    for (const QString& what : {m_file, path("zwilling"), path("bericht.pdf")}) {
        const Outcome verified = runCli({QStringLiteral("verify"), what});
        QVERIFY2(verified.status == 0, verified.err + verified.out);
    }
    const Outcome unknown =
        runCli({QStringLiteral("report"), m_file, QStringLiteral("--failure"), QStringLiteral("DEV-26-007"),
            QStringLiteral("-o"), path("rapport.pdf"), QStringLiteral("--language"), QStringLiteral("fr")});
    QCOMPARE(unknown.status, 2);
    QVERIFY2(unknown.err.contains("--language fr") && unknown.err.contains("English (en) or German (de)"), unknown.err);
}

void TestSample::changedTwinIsNoticed()
{
    QFile file(path("twin/twin.json"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    const auto at = bytes.indexOf("TAB-420");
    QVERIFY(at > 0);
    bytes[at + 4] = '5';
    file.seek(0);
    file.write(bytes);
    file.close();
    QCOMPARE(runCli({QStringLiteral("verify"), path("twin")}).status, 3);
}

void TestSample::eventLogsAreExported()
{
    for (const char* format : {"csv", "xes", "graphml"}) {
        const QString file = path(format);
        const Outcome outcome = runCli({QStringLiteral("export"), m_file, QStringLiteral("--format"),
            QLatin1String(format), QStringLiteral("-o"), file});
        QVERIFY2(outcome.status == 0, outcome.err);
        QVERIFY(contents(file).size() > 1000);
        QXmlStreamReader xml(contents(file));
        while (qstrcmp(format, "csv") != 0 && !xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    }
}

void TestSample::wrongUseIsRefused()
{
    QCOMPARE(create(m_file).status, 1); // never overwrites
    QCOMPARE(runCli({QStringLiteral("assess")}).status, 2);
    QCOMPARE(runCli({QStringLiteral("no-such-command")}).status, 2);
    const Outcome unknown =
        runCli({QStringLiteral("assess"), m_file, QStringLiteral("--failure"), QStringLiteral("DEV-0")});
    QCOMPARE(unknown.status, 1);
    QCOMPARE(unknown.err.count('\n'), 1);
    QCOMPARE(runCli({QStringLiteral("summary"), kSample + QStringLiteral("/README.md")}).status, 1);
}

QTEST_GUILESS_MAIN(TestSample)
#include "tst_sample.moc"
