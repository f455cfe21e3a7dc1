// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One alarm in two journals, from the proposal to the report: never counted twice, one event once it is confirmed, two
// again once the decision is withdrawn.
#include "tests/e2e/cli_runner.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using namespace antecedent::e2e;

namespace {

constexpr int kFailures = 6;

QJsonObject candidateOf(const QJsonObject& assessed, const QString& name)
{
    for (const QJsonValue& analysis : assessed[QLatin1String("analyses")].toArray())
        for (const QJsonValue& candidate : analysis[QLatin1String("candidates")].toArray())
            if (candidate[QLatin1String("event_class")].toString() == name)
                return candidate.toObject();
    return {};
}

} // namespace

class TestTwoJournals : public QObject
{
    Q_OBJECT

private:
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    void write(const char* name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QJsonObject json(QStringList arguments) const
    {
        arguments.insert(1, m_file);
        arguments << QStringLiteral("--json");
        const Outcome outcome = runCli(arguments);
        if (outcome.status != 0)
            qWarning("%s", outcome.err.constData());
        return outcome.json();
    }
    int alarms(const QJsonObject& events) const
    {
        int out = 0;
        for (const QJsonValue& event : events[QLatin1String("events")].toArray())
            out += event[QLatin1String("class")].toString() == QLatin1String("alarm:TI_HIGH") ? 1 : 0;
        return out;
    }

    QTemporaryDir m_folder;
    QString m_file;
    QByteArray m_hash;
    QByteArray m_assessed;

private Q_SLOTS:
    void initTestCase()
    {
        QByteArray control = "time,asset_id,category,code,severity\n";
        QByteArray historian = "time,asset_id,category,code,text\n";
        QByteArray deviations = "deviation_id,occurred,asset_id,classification\n";
        const QDateTime begin(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
        for (int day = 0; day < 120; ++day)
            control += begin.addDays(day).toString(Qt::ISODate).toLatin1() + ",U-1,state,RUNNING,\n";
        for (const int day : {0, 119}) { // both journals cover it all
            control += begin.addDays(day).addSecs(60).toString(Qt::ISODate).toLatin1() + ",U-1,alarm,TEST_A,\n";
            historian += begin.addDays(day).addSecs(60).toString(Qt::ISODate).toLatin1() + ",U-1,alarm,TEST_B,\n";
        }
        for (int i = 0; i < kFailures; ++i) {
            const QDateTime failure = begin.addDays(10 + 15 * i).addSecs(12 * 3600);
            deviations +=
                "D-" + QByteArray::number(i) + ',' + failure.toString(Qt::ISODate).toLatin1() + ",U-1,other\n";
            control += failure.addSecs(-3600 + 20).toString(Qt::ISODate).toLatin1() + ",U-1,alarm,TI_HIGH,high\n";
            historian += failure.addSecs(-3600).toString(QStringLiteral("yyyy-MM-ddTHH:mmZ")).toLatin1()
                + ",U-1,alarm,TI_HIGH,too hot\n";
        }
        write("control.csv", control);
        write("historian.csv", historian);
        write("deviations.csv", deviations);
        m_file = path("case.ante");
        QCOMPARE(
            runCli({QStringLiteral("new"), m_file, QStringLiteral("--title"), QStringLiteral("Two journals")}).status,
            0);
        const Outcome imported = runCli(
            {QStringLiteral("import"), m_file, path("control.csv"), path("historian.csv"), path("deviations.csv")});
        QVERIFY2(imported.status == 0, imported.err);
    }

    void proposalsAreStatedAndCountedOnce()
    {
        const QJsonObject summary = json({QStringLiteral("summary")});
        QCOMPARE(summary[QLatin1String("duplicates_open")].toInt(), kFailures);
        m_hash = summary[QLatin1String("content_hash")].toString().toLatin1();
        const QJsonObject duplicates = json({QStringLiteral("duplicates")});
        QCOMPARE(duplicates[QLatin1String("open")].toInt(), kFailures);
        const QJsonObject first = duplicates[QLatin1String("duplicates")].toArray().first().toObject();
        QCOMPARE(first[QLatin1String("class")].toString(), QStringLiteral("alarm:TI_HIGH"));
        QCOMPARE(first[QLatin1String("asset")].toString(), QStringLiteral("U-1"));
        QCOMPARE(first[QLatin1String("statements")].toArray().size(), 2);
        QCOMPARE(alarms(json({QStringLiteral("events")})), 2 * kFailures);
        m_assessed = runCli({QStringLiteral("assess"), m_file, QStringLiteral("--json")}).out;
        const QJsonObject assessed = QJsonDocument::fromJson(m_assessed).object();
        const QJsonObject alarm = candidateOf(assessed, QStringLiteral("alarm:TI_HIGH"));
        QCOMPARE(alarm[QLatin1String("case_exposed")].toInt(), kFailures); // windows, not events
        QCOMPARE(alarm[QLatin1String("case_windows")].toInt(), kFailures);
        QVERIFY(m_assessed.contains("6 events seem to stand in two sources"));
    }

    void aProposalIsNoSuccession()
    {
        const Outcome graph = runCli({QStringLiteral("graph"), m_file, QStringLiteral("--format"),
            QStringLiteral("json"), QStringLiteral("-o"), path("graph.json")});
        QVERIFY2(graph.status == 0, graph.err);
        QFile file(path("graph.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject made = QJsonDocument::fromJson(file.readAll()).object();
        bool leadsToFailure = false;
        for (const QJsonValue& edge : made[QLatin1String("edges")].toArray()) {
            if (edge[QLatin1String("from")].toString() != QLatin1String("alarm:TI_HIGH"))
                continue;
            QVERIFY(edge[QLatin1String("to")].toString() != QLatin1String("alarm:TI_HIGH"));
            leadsToFailure = leadsToFailure || edge[QLatin1String("to")].toString() == QLatin1String("failure");
        }
        QVERIFY(leadsToFailure);
    }

    void aDecisionNeedsAReasonAndAnOpenProposal()
    {
        const Outcome silent =
            runCli({QStringLiteral("duplicates"), m_file, QStringLiteral("--confirm"), QStringLiteral("all")});
        QCOMPARE(silent.status, 2);
        QVERIFY2(silent.err.contains("needs a reason"), silent.err);
        const Outcome unknown = runCli({QStringLiteral("duplicates"), m_file, QStringLiteral("--confirm"),
            QStringLiteral("REP-0"), QStringLiteral("--reason"), QStringLiteral("x")});
        QCOMPARE(unknown.status, 2);
        QVERIFY2(unknown.err.contains("'REP-0' is no open proposal"), unknown.err);
    }

    void aConfirmedAlarmIsOneEverywhere()
    {
        const int events = json({QStringLiteral("summary")})[QLatin1String("counts")][QLatin1String("events")].toInt();
        const Outcome confirmed = runCli({QStringLiteral("duplicates"), m_file, QStringLiteral("--confirm"),
            QStringLiteral("all"), QStringLiteral("--reason"), QStringLiteral("the historian copies the alarm list")});
        QVERIFY2(confirmed.status == 0, confirmed.err);
        const QJsonObject summary = json({QStringLiteral("summary")});
        QCOMPARE(summary[QLatin1String("duplicates_open")].toInt(), 0);
        QCOMPARE(summary[QLatin1String("counts")][QLatin1String("events")].toInt(), events - kFailures);
        QVERIFY(summary[QLatin1String("content_hash")].toString().toLatin1() != m_hash);

        const QJsonObject list = json({QStringLiteral("events"), QStringLiteral("--where"),
            QStringLiteral("code = TI_HIGH and text ~ \"too hot\" and severity = high")});
        QCOMPARE(alarms(list), kFailures); // each has what either source says
        const QJsonObject event = list[QLatin1String("events")].toArray().first().toObject();
        const QJsonArray alsoIn = event[QLatin1String("also_in")].toArray();
        QCOMPARE(alsoIn.size(), 1);
        QCOMPARE(QSet<QString>(
                     {event[QLatin1String("source")].toString(), alsoIn.first()[QLatin1String("source")].toString()}),
            QSet<QString>({QStringLiteral("control.csv"), QStringLiteral("historian.csv")}));

        const QJsonObject aligned = json({QStringLiteral("align"), QStringLiteral("--controls"), QStringLiteral("0")});
        for (const QJsonValue& window : aligned[QLatin1String("windows")].toArray()) {
            int count = 0;
            for (const QJsonValue& e : window[QLatin1String("events")].toArray())
                count += e[QLatin1String("class")].toString() == QLatin1String("alarm:TI_HIGH") ? 1 : 0;
            QCOMPARE(count, 1);
        }
        const QJsonObject before =
            candidateOf(QJsonDocument::fromJson(m_assessed).object(), QStringLiteral("alarm:TI_HIGH"));
        const QJsonObject after = candidateOf(json({QStringLiteral("assess")}), QStringLiteral("alarm:TI_HIGH"));
        for (const char* key :
            {"case_exposed", "case_windows", "control_exposed", "control_windows", "p_exact", "verdict"})
            QCOMPARE(after[QLatin1String(key)], before[QLatin1String(key)]);

        const QString log = path("log.csv");
        QCOMPARE(runCli({QStringLiteral("export"), m_file, QStringLiteral("--format"), QStringLiteral("csv"),
                            QStringLiteral("-o"), log})
                     .status,
            0);
        QFile file(log);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray exported = file.readAll();
        QVERIFY(exported.count("TI_HIGH") >= kFailures);

        const QJsonArray audit = json({QStringLiteral("audit")})[QLatin1String("entries")].toArray();
        int reasons = 0;
        for (const QJsonValue& entry : audit)
            reasons += entry[QLatin1String("reason")].toString() == QLatin1String("the historian copies the alarm list")
                ? 1
                : 0;
        QCOMPARE(reasons, kFailures);
    }

    void theReportOfAConfirmedAlarmIsVerifiedEvenAfterTheDecisionIsWithdrawn()
    {
        const Outcome report = runCli({QStringLiteral("report"), m_file, QStringLiteral("--failure"),
            QStringLiteral("D-3"), QStringLiteral("-o"), path("r.pdf"), QStringLiteral("--twin"), path("twin")});
        QVERIFY2(report.status == 0, report.err);
        for (const QString& what : {m_file, path("twin"), path("r.pdf")}) {
            const Outcome verified = runCli({QStringLiteral("verify"), what});
            QVERIFY2(verified.status == 0, verified.out);
        }
        QStringList arguments{
            QStringLiteral("duplicates"), m_file, QStringLiteral("--reason"), QStringLiteral("mistaken")};
        const QJsonObject decided = json({QStringLiteral("duplicates")});
        for (const QJsonValue& fact : decided[QLatin1String("duplicates")].toArray())
            arguments << QStringLiteral("--withdraw") << fact[QLatin1String("id")].toString();
        const Outcome withdrawn = runCli(arguments);
        QVERIFY2(withdrawn.status == 0, withdrawn.err);
        const QJsonObject summary = json({QStringLiteral("summary")});
        QCOMPARE(summary[QLatin1String("duplicates_open")].toInt(), kFailures);
        QCOMPARE(summary[QLatin1String("content_hash")].toString().toLatin1(), m_hash);
        QCOMPARE(runCli({QStringLiteral("assess"), m_file, QStringLiteral("--json")}).out, m_assessed);
        const Outcome verified = runCli({QStringLiteral("verify"), m_file});
        QVERIFY2(verified.status == 0, verified.out);
    }

    void aRefusedProposalIsNotAskedAgain()
    {
        const Outcome refused = runCli({QStringLiteral("duplicates"), m_file, QStringLiteral("--refuse"),
            QStringLiteral("all"), QStringLiteral("--reason"), QStringLiteral("two sensors")});
        QVERIFY2(refused.status == 0, refused.err);
        const QJsonObject summary = json({QStringLiteral("summary")});
        QCOMPARE(summary[QLatin1String("duplicates_open")].toInt(), 0);
        QCOMPARE(summary[QLatin1String("content_hash")].toString().toLatin1(), m_hash);
        QCOMPARE(alarms(json({QStringLiteral("events")})), 2 * kFailures);
    }
};

QTEST_GUILESS_MAIN(TestTwoJournals)
#include "tst_two_journals.moc"
