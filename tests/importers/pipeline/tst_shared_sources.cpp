// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/pipeline/import_sources.h"

#include "tests/importers/support/case_folder.h"
#include "tests/importers/support/read_text.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;
using test::CaseFolder;
using test::linesOf;

namespace {

// Real exports that are kept outside of the project, beside it or where ANTECEDENT_SHARED says.
QString sharedData(const char* name)
{
    const QString stated = qEnvironmentVariable("ANTECEDENT_SHARED");
    const QString root = stated.isEmpty() ? QStringLiteral(ANTECEDENT_SOURCE_DIR "/../shared") : stated;
    const QString path = root + QStringLiteral("/data/") + QString::fromLatin1(name);
    return QFileInfo::exists(path) ? path : QString();
}

ImportOptions inUtc()
{
    ImportOptions out;
    out.plan.zone = "UTC";
    return out;
}

std::uint64_t count(CaseFile& file, const char* name)
{
    return file.summary()->counts.at(name);
}

} // namespace

class TestSharedSources : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void machineLists();
    void theSameMachineListsUnderOtherNames();
    void chillerWorkOrdersInTwoForms();
    void tabletPressAndLaboratory();
    void eventLogs();
};

void TestSharedSources::machineLists()
{
    const QString data = sharedData("azure_pdm");
    if (data.isEmpty())
        QSKIP("the real data are not here");
    const CaseFolder folder;
    CaseFile file = folder.create();
    const auto summary = importSources(file, {data.toStdString()}, inUtc());
    QVERIFY(summary.has_value());
    QVERIFY2(!summary->failed(), linesOf(*summary).c_str());
    QVERIFY(test::sumsHold(*summary));
    QCOMPARE(summary->rejected(), std::uint64_t{0});
    QCOMPARE(count(file, "events"), std::uint64_t{1923});
    QCOMPARE(count(file, "work_orders"), std::uint64_t{1650});
    QCOMPARE(count(file, "failures"), std::uint64_t{373});
    QCOMPARE(count(file, "assets"), std::uint64_t{50});
}

// A second folder of the same kind: other file and column names, codes, delimiter and date form. A profile is all it
// needs, and the records are the same ones.
void TestSharedSources::theSameMachineListsUnderOtherNames()
{
    const QString data = sharedData("azure_pdm");
    if (data.isEmpty())
        QSKIP("the real data are not here");
    const CaseFolder folder;
    const auto rewrite = [&](const char* from, const char* to, const char* header, const char* oldCode,
                             const char* newCode) {
        QFile in(data + QLatin1Char('/') + QLatin1String(from));
        (void)in.open(QIODevice::ReadOnly);
        QByteArray out(header);
        const QList<QByteArray> lines = in.readAll().split('\n');
        for (const QByteArray& line : lines.mid(1)) {
            QList<QByteArray> cells = QByteArray(line).replace('"', "").trimmed().split(',');
            if (cells.size() < 3)
                continue;
            const QByteArray day = cells[0].mid(8, 2) + '/' + cells[0].mid(5, 2) + '/' + cells[0].left(4);
            out +=
                "M-" + cells[1] + ';' + cells[2].replace(oldCode, newCode) + ';' + day + cells[0].mid(10, 6) + "\r\n";
        }
        folder.write(to, out.toStdString());
    };
    rewrite("PdM_errors.csv", "in/Stoerungen 2015.csv", "Anlage;Meldung;Zeitpunkt\r\n", "error", "E-");
    rewrite("PdM_failures.csv", "in/Ausfaelle.csv", "Anlage;Bauteil;Ausfallzeit\r\n", "comp", "BT");
    const auto profiles =
        parseProfiles("[profile]\nname = stoerungen\ncolumns = Anlage, Meldung, Zeitpunkt\n[table events]\n"
                      "time = {Zeitpunkt}\nasset_id = {Anlage|after:M-}\ncategory = error\n"
                      "code = {Meldung|replace:E-:error}\n"
                      "[profile]\nname = ausfaelle\ncolumns = Anlage, Bauteil, Ausfallzeit\n"
                      "[table deviations]\ndeviation_id = {=asset_id}/{=classification}/{=occurred}\n"
                      "occurred = {Ausfallzeit}\nasset_id = {Anlage|after:M-}\n"
                      "classification = {Bauteil|replace:BT:comp}\n",
            "other.profile");
    QVERIFY(profiles.has_value());
    ImportOptions options = inUtc();
    options.profiles = *profiles;
    CaseFile other = folder.create("other.ante");
    const auto summary = importSources(other, {folder.path("in")}, options);
    QCOMPARE(linesOf(*summary),
        std::string("Ausfaelle.csv profile:ausfaelle 373=373+0+0 failures:373\n"
                    "Stoerungen 2015.csv profile:stoerungen 1923=1923+0+0 events:1923\n"));
    CaseFile first = folder.create("first.ante");
    const auto original = importSources(first,
        {(data + QStringLiteral("/PdM_errors.csv")).toStdString(),
            (data + QStringLiteral("/PdM_failures.csv")).toStdString()},
        inUtc());
    QVERIFY(!original->failed());
    QVERIFY(first.summary()->contentHash == other.summary()->contentHash);
}

void TestSharedSources::chillerWorkOrdersInTwoForms()
{
    const QString data = sharedData("assetopsbench_chillers");
    if (data.isEmpty())
        QSKIP("the real data are not here");
    const CaseFolder folder;
    CaseFile file = folder.create();
    const auto summary = importSources(file, {data.toStdString()}, inUtc());
    QVERIFY(summary.has_value());
    QVERIFY2(!summary->failed(), linesOf(*summary).c_str());
    QVERIFY(test::sumsHold(*summary));
    QCOMPARE(summary->rejected(), std::uint64_t{0});
    QCOMPARE(count(file, "work_orders"), std::uint64_t{2496});
    QCOMPARE(count(file, "assets"), std::uint64_t{6});
    // The same identity and the same time of completion, whatever form the dates have.
    const std::string log = (data + QStringLiteral("/event.csv")).toStdString();
    const std::string list = (data + QStringLiteral("/all_wo_with_code_component_events.csv")).toStdString();
    const auto finished = [&](const std::string& path) {
        QFile in(QString::fromStdString(path));
        (void)in.open(QIODevice::ReadOnly);
        const test::Reading reading = test::readBytes(in.readAll().toStdString(), inUtc().plan);
        std::map<std::string, std::string> out;
        for (const std::string& record : reading.records) {
            if (!record.starts_with("work_orders:"))
                continue;
            const std::size_t id = record.find("work_order_id=") + 14;
            const std::size_t end = record.find("finished=") + 9;
            out[record.substr(id, record.find(' ', id) - id)] = record.substr(end, record.find(' ', end) - end);
        }
        return out;
    };
    const auto fromLog = finished(log);
    QCOMPARE(fromLog.size(), std::size_t{2496});
    QVERIFY(fromLog == finished(list));
}

void TestSharedSources::tabletPressAndLaboratory()
{
    const QString data = sharedData("pharma_tablet_compression");
    if (data.isEmpty())
        QSKIP("the real data are not here");
    const CaseFolder folder;
    CaseFile file = folder.create();
    ImportOptions options;
    options.plan.zone = "Europe/Ljubljana";
    const auto summary = importSources(file, {data.toStdString()}, options);
    QVERIFY(summary.has_value());
    QVERIFY2(!summary->failed(), linesOf(*summary).c_str());
    QVERIFY(test::sumsHold(*summary));
    QCOMPARE(summary->rejected(), std::uint64_t{0});
    QCOMPARE(count(file, "batches"), std::uint64_t{748});
    QCOMPARE(count(file, "samples"), std::uint64_t{(53'057 + 35'609) * 12});
}

// Every log is stored but for the rows that state no time or name; what is no log is left alone.
void TestSharedSources::eventLogs()
{
    const CaseFolder folder;
    for (const char* name : {"ocel", "xes_csv_event_logs", "xes_iot_datastream_cpee", "production_log_4tu"}) {
        const QString data = sharedData(name);
        if (data.isEmpty())
            QSKIP("the real data are not here");
        CaseFile file = folder.create((std::string(name) + ".ante").c_str());
        const auto summary = importSources(file, {data.toStdString()}, inUtc());
        QVERIFY(summary.has_value());
        QVERIFY2(!summary->failed(), linesOf(*summary).c_str());
        QVERIFY2(test::sumsHold(*summary), linesOf(*summary).c_str());
    }
}

QTEST_GUILESS_MAIN(TestSharedSources)
#include "tst_shared_sources.moc"
