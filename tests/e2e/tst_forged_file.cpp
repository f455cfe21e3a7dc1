// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One event changed and every hash made anew: the second path still names the numbers that no longer hold, in the
// investigation, in the twin and through the report.
#include "model/domain/normal_form.h"
#include "model/domain/table_spec.h"
#include "tests/e2e/cli_runner.h"
#include "tests/support/forged_file.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using namespace antecedent;
using namespace antecedent::e2e;

namespace {

const QString kFailure = QStringLiteral("DEV-26-007");

std::size_t eventColumn(std::string_view name)
{
    return *tableSpec(TableId::Events).find(name);
}

bool hasId(const RecordBatch& events, std::size_t row, const std::string& id)
{
    std::string form;
    appendNormalForm(form, events, row);
    return toHex(recordIdOf(form)) == id;
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

} // namespace

class TestForgedFile : public QObject
{
    Q_OBJECT

private:
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    QJsonObject twin() const { return QJsonDocument::fromJson(contents(path("twin/twin.json"))).object(); }

    // An alarm that alone exposes a case window of a candidate, so that a count rests on it.
    void chooseAlarm()
    {
        const QJsonObject json = twin();
        for (const QJsonValue& candidate : json[QLatin1String("candidates")].toArray()) {
            if (!candidate[QLatin1String("event_class")].toString().startsWith(QLatin1String("alarm:")))
                continue;
            for (const QJsonValue& use : candidate[QLatin1String("uses")].toArray()) {
                const QJsonValue window =
                    json[QLatin1String("windows")].toArray().at(use[QLatin1String("window")].toInt());
                const QJsonArray records = use[QLatin1String("records")].toArray();
                if (!window[QLatin1String("case")].toBool() || records.size() != 1)
                    continue;
                m_record = records.first().toString();
                m_class = candidate[QLatin1String("event_class")].toString();
                return;
            }
        }
    }

    // Findings of `verify --json` as lines.
    static QStringList findings(const Outcome& outcome)
    {
        QStringList out;
        for (const QJsonValue& f : outcome.json()[QLatin1String("findings")].toArray())
            out << f[QLatin1String("kind")].toString() + QStringLiteral(" | ") + f[QLatin1String("subject")].toString()
                    + QStringLiteral(" | ") + f[QLatin1String("detail")].toString();
        return out;
    }

    QTemporaryDir m_folder;
    QString m_file;
    QString m_record;
    QString m_class;

private Q_SLOTS:
    void initTestCase()
    {
        m_file = path("sample.ante");
        const QString sample = QStringLiteral(ANTECEDENT_SOURCE_DIR "/resources/sample");
        QCOMPARE(
            runCli({QStringLiteral("new"), m_file, QStringLiteral("--title"), QStringLiteral("Line 3")}).status, 0);
        QStringList import{QStringLiteral("import"), m_file};
        for (const char* folder : {"cmms", "mes", "dcs", "historian", "qms"})
            import << sample + QLatin1Char('/') + QLatin1String(folder);
        import << QStringLiteral("--time-zone") << QStringLiteral("Europe/Vienna");
        QCOMPARE(runCli(import).status, 0);
        const Outcome report = runCli({QStringLiteral("report"), m_file, QStringLiteral("--failure"), kFailure,
            QStringLiteral("-o"), path("report.pdf"), QStringLiteral("--twin"), path("twin")});
        QVERIFY2(report.status == 0, report.err);
        chooseAlarm();
        QVERIFY(!m_record.isEmpty());
        const Outcome untouched = runCli({QStringLiteral("verify"), m_file, QStringLiteral("--json")});
        QVERIFY2(untouched.status == 0, untouched.out);
    }

    void aForgedEventOfTheFileIsNamedByTheNumbersItTouches_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("moved out of the window") << QStringLiteral("time");
        QTest::newRow("called otherwise") << QStringLiteral("code");
        QTest::newRow("at another asset") << QStringLiteral("asset_id");
    }

    void aForgedEventOfTheFileIsNamedByTheNumbersItTouches()
    {
        QFETCH(QString, change);
        const QString forged = path("forged.ante");
        QFile::remove(forged);
        QVERIFY(QFile::copy(m_file, forged));
        const std::string id = m_record.toStdString();
        const Result<void> done =
            antecedent::testing::forgeEvent(forged.toStdString(), [&](RecordBatch& events, std::size_t row) {
                if (!hasId(events, row, id))
                    return false;
                if (change == QLatin1String("time"))
                    events.columns[eventColumn("time")].times[row].utcUs -= std::int64_t{40} * 86'400 * 1'000'000;
                else if (change == QLatin1String("code"))
                    events.columns[eventColumn("code")].texts[row] = "OTHER_ALARM";
                else
                    events.columns[eventColumn("asset_id")].texts[row] = "MIX-310";
                return true;
            });
        QVERIFY2(done, done ? "" : errorText(done.error()).c_str());
        const Outcome verified = runCli({QStringLiteral("verify"), forged, QStringLiteral("--json")});
        QCOMPARE(verified.status, 3);
        const QStringList found = findings(verified);
        const QString all = found.join(QLatin1Char('\n'));
        // Not one hash betrays it: what is found are numbers of the report.
        for (const QString& finding : found)
            QVERIFY2(finding.contains(QLatin1String("report ") + kFailure), qPrintable(finding));
        QVERIFY2(all.contains(QLatin1String("content hash")), qPrintable(all));
        for (const char* number : {"case_exposed of candidate", "p_exact of candidate", "exposure of window"}) {
            const QStringList lines = found.filter(QLatin1String(number)).filter(m_class);
            QVERIFY2(!lines.isEmpty(), qPrintable(all));
        }
        QVERIFY2(all.contains(m_record), qPrintable(all));
    }

    void anEventOnWhichNoCountRestsIsBetrayedByTheContent()
    {
        const QString forged = path("other.ante");
        QVERIFY(QFile::copy(m_file, forged));
        const Result<void> done =
            antecedent::testing::forgeEvent(forged.toStdString(), [&](RecordBatch& events, std::size_t row) {
                events.columns[eventColumn("text")].texts[row] = "nothing of note";
                return true;
            });
        QVERIFY(done.has_value());
        const Outcome verified = runCli({QStringLiteral("verify"), forged, QStringLiteral("--json")});
        QCOMPARE(verified.status, 3);
        QVERIFY(findings(verified).join(QLatin1Char('\n')).contains(QLatin1String("content hash of the data")));
    }

    void laterSourcesLeaveAReportAsItWas()
    {
        const QString later = path("later.ante");
        QVERIFY(QFile::copy(m_file, later));
        const QString csv = path("more.csv");
        QVERIFY(write(csv, "time,asset_id,category,code\n2026-01-02T03:04:05Z,TAB-420-FDR,alarm,FEEDER_TORQUE_HIGH\n"));
        QCOMPARE(runCli({QStringLiteral("import"), later, csv}).status, 0);
        const Outcome verified = runCli({QStringLiteral("verify"), later, QStringLiteral("--json")});
        QVERIFY2(verified.status == 0, verified.out);
    }

    // The twin's own copy of the records, with its manifest made anew.
    void aForgedTwinIsNamedByItsNumbersAndByTheReport()
    {
        const QString csvPath = path("twin/records/events.csv");
        QList<QByteArray> lines = contents(csvPath).split('\n');
        int changed = 0;
        for (QByteArray& line : lines) {
            if (!line.contains(m_record.toLatin1()))
                continue;
            const QByteArray code = m_class.section(QLatin1Char(':'), 1).toLatin1();
            QVERIFY(line.contains(code));
            line.replace(code, "OTHER_ALARM");
            ++changed;
        }
        QCOMPARE(changed, 1);
        const QByteArray csv = lines.join('\n');
        QVERIFY(write(csvPath, csv));
        QJsonObject manifest = QJsonDocument::fromJson(contents(path("twin/manifest.json"))).object();
        QJsonObject files = manifest[QLatin1String("files")].toObject();
        const QString sha = QString::fromLatin1(QCryptographicHash::hash(csv, QCryptographicHash::Sha256).toHex());
        files[QLatin1String("records/events.csv")] =
            QJsonObject{{QStringLiteral("bytes"), csv.size()}, {QStringLiteral("sha256"), sha}};
        manifest[QLatin1String("files")] = files;
        QVERIFY(write(path("twin/manifest.json"), QJsonDocument(manifest).toJson()));

        const Outcome folder = runCli({QStringLiteral("verify"), path("twin"), QStringLiteral("--json")});
        QCOMPARE(folder.status, 3);
        const QStringList found = findings(folder);
        for (const QString& finding : found)
            QVERIFY2(!finding.startsWith(QLatin1String("file |")), qPrintable(finding));
        QVERIFY2(!found.filter(QLatin1String("case_exposed of candidate")).filter(m_class).isEmpty(),
            qPrintable(found.join(QLatin1Char('\n'))));

        const Outcome report = runCli({QStringLiteral("verify"), path("report.pdf"), QStringLiteral("--json")});
        QCOMPARE(report.status, 3);
        const QStringList named = findings(report);
        QVERIFY2(!named.filter(QLatin1String("case_exposed of candidate")).filter(m_class).isEmpty(),
            qPrintable(named.join(QLatin1Char('\n'))));
    }
};

QTEST_GUILESS_MAIN(TestForgedFile)
#include "tst_forged_file.moc"
