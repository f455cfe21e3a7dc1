// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reports of the sample, written as both programs write them.
#include "app/casework/case_configuration.h"
#include "app/casework/case_report.h"
#include "app/casework/files.h"
#include "model/report/twin/verify_twin.h"
#include "model/timeline/dataset_loader.h"
#include "tests/support/cli_run.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace antecedent;
using namespace antecedent::casework;

namespace {

Actor clerk()
{
    return {"clerk", [] { return WallTime{Timestamp(std::chrono::hours(24 * 365 * 56)), 60}; }};
}

int command(const std::vector<std::string>& arguments)
{
    return testing::runCli(arguments).status;
}

} // namespace

class TestCaseReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        const std::string base = path("base.ante");
        QCOMPARE(command({"new", base, "--title", "Tablets", "--site-zone", "Europe/Vienna", "--quiet"}), 0);
        QCOMPARE(command({"import", base, ANTECEDENT_SOURCE_DIR "/resources/sample", "--time-zone", "Europe/Vienna",
                     "--quiet"}),
            0);
    }

    void theThreadMakesNoDifference()
    {
        Result<WrittenReport> here = write("a", {});
        QVERIFY(bool(here));
        Result<WrittenReport> there = Error{};
        std::thread([&] { there = write("b", {}); }).join();
        QVERIFY(bool(there));
        QCOMPARE(here->twinDigest, there->twinDigest);
        QCOMPARE(*readFile(here->pdf), *readFile(there->pdf));
        QCOMPARE(*readFile(here->html), *readFile(there->html));
        const Result<TwinVerification> check = verifyReportFile(there->pdf);
        QVERIFY(check && check->holds());
        QVERIFY(check->numbers > 1000);
    }

    void theTitleIsPrintedAfterTheFailure()
    {
        const Result<WrittenReport> written = write("t", {}, "Worn seal of the feeder");
        QVERIFY(bool(written));
        QVERIFY(readFile(written->html)->find("DEV-26-007: Worn seal of the feeder") != std::string::npos);
        const Result<WrittenReport> other = write("u", {});
        QVERIFY(readFile(other->html)->find("DEV-26-007: Tablet weight variation") != std::string::npos);
        QCOMPARE(written->twinDigest, other->twinDigest); // no number depends on it
    }

    void theAuditTrailNamesFilesAndHashes()
    {
        const Result<WrittenReport> written = write("n", {});
        QVERIFY(bool(written));
        const Result<CaseFile> file = CaseFile::open(path("n/case.ante"), OpenMode::ReadOnly);
        const std::vector<EarlierReport> reports = reportsIn(*file->audit());
        QCOMPARE(reports.size(), std::size_t{1});
        QCOMPARE(reports[0].failure, std::string("DEV-26-007"));
        QCOMPARE(reports[0].actor, std::string("clerk"));
        QCOMPARE(reports[0].pdf, std::string("r.pdf"));
        QCOMPARE(reports[0].pdfSha256, written->pdfSha256);
        QCOMPARE(reports[0].twinDigest, written->twinDigest);
    }

    void cancelWritesNothing()
    {
        std::stop_source stop;
        stop.request_stop();
        const Result<WrittenReport> written = write("c", stop.get_token());
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Cancelled);
        QVERIFY(!QFileInfo::exists(m_home.filePath(QStringLiteral("c/r.pdf"))));
        QVERIFY(!QFileInfo::exists(m_home.filePath(QStringLiteral("c/r.twin"))));
        const Result<CaseFile> file = CaseFile::open(path("c/case.ante"), OpenMode::ReadOnly);
        QVERIFY(reportsIn(*file->audit()).empty());
    }

    void theConfigurationIsStatedWithItsApproval()
    {
        QDir(m_home.path()).mkpath(QStringLiteral("conf"));
        const std::string copy = path("conf/case.ante");
        QFile::copy(QString::fromStdString(path("base.ante")), QString::fromStdString(copy));
        const auto change = [&](const char* act, const std::string& what, const char* why) {
            return command({"configuration", copy, act, what, "--reason", why, "--quiet"});
        };
        const auto report = [&](const std::string& name) {
            return command({"report", copy, "--failure", "DEV-26-007", "-o", path("conf/" + name + ".pdf"), "--html",
                path("conf/" + name + ".html"), "--quiet"});
        };
        const std::string shipped(builtinResetTableText());
        const std::string head = "# version: 1\n";
        QVERIFY(shipped.starts_with(head));
        QVERIFY(bool(writeFile(path("conf/site.csv"), "# version: site 4\n" + shipped.substr(head.size()))));
        QCOMPARE(report("before"), 0);
        QCOMPARE(change("--set", "resets=" + path("conf/site.csv"), "site rule 12"), 0);
        QCOMPARE(report("changed"), 0);
        QCOMPARE(change("--approve", "resets", "checked by QA"), 0);
        QCOMPARE(report("approved"), 0);
        const auto has = [&](const char* name, const char* words) {
            return readFile(path(std::string("conf/") + name + ".html"))->find(words) != std::string::npos;
        };
        QVERIFY(has("before", "built in: comes with the program") && !has("before", "not approved"));
        QVERIFY(has("changed", "site 4") && has("changed", "not approved; put by ") && has("changed", "site rule 12"));
        QVERIFY(has("approved", "approved by ") && !has("approved", "not approved"));
        nlohmann::json twin = nlohmann::json::parse(*readFile(path("conf/approved.twin/twin.json")));
        QCOMPARE(twin["configuration"].size(), std::size_t{4}); // and the limits of the sample
        QCOMPARE(twin["configuration"][3]["name"].get<std::string>(), std::string("limits"));
        QCOMPARE(twin["configuration"][3]["version"].get<std::string>(), std::string("1"));
        QCOMPARE(twin["configuration"][3]["records"].get<int>(), 7);
        QVERIFY(twin["configuration"][3]["approved_by"].is_null());
        QVERIFY(has("approved", "the sources state no approver"));
        nlohmann::json& resets = twin["configuration"][1];
        QCOMPARE(resets["name"].get<std::string>(), std::string("resets"));
        QCOMPARE(resets["version"].get<std::string>(), std::string("site 4"));
        QVERIFY(!resets["built_in"].get<bool>());
        QCOMPARE(resets["sha256"].get<std::string>(), toHex(sha256(*readFile(path("conf/site.csv")))));
        QVERIFY(resets["approved_by"].is_string() && resets["approved_at"].is_string());
        QVERIFY(twin["configuration"][0]["built_in"].get<bool>() && !twin["configuration"][0].contains("set_by"));
        // Reports are checked against what was in use when they were written.
        QCOMPARE(change("--reset", "resets", "as shipped"), 0);
        QCOMPARE(command({"verify", copy, "--quiet"}), 0);
        for (const char* name : {"before", "changed", "approved"})
            QCOMPARE(command({"verify", path(std::string("conf/") + name + ".pdf"), "--quiet"}), 0);
    }

    void aReportIsRefusedWhereTheConfigurationChangedSinceTheDataWereRead()
    {
        const std::string copy = path("stale.ante");
        QFile::copy(QString::fromStdString(path("base.ante")), QString::fromStdString(copy));
        Result<CaseFile> file = CaseFile::open(copy, OpenMode::ReadWrite, clerk());
        const Result<CaseInfo> info = file->findCase({});
        const Result<Dataset> dataset = loadDataset(*file, *info);
        const AlignmentContext context(*dataset);
        QVERIFY(
            bool(setConfiguration(*file, "resets", "# site\n" + std::string(builtinResetTableText()), "meanwhile")));
        const Result<WrittenReport> written =
            writeReport(*file, *info, context, clerk(), {"DEV-26-007", {}, path("stale.pdf"), {}, {}});
        QVERIFY(!written);
        QCOMPARE(written.error().where, std::string("resets"));
        QVERIFY(!QFileInfo::exists(m_home.filePath(QStringLiteral("stale.pdf"))));
    }

    void namesOfFilesAreWhatFileSystemsTake()
    {
        QCOMPARE(reportFileName("DEV-26-007"), std::string("report-DEV-26-007"));
        QCOMPARE(reportFileName("1/comp1/2015-03-06T06:00:00Z"), std::string("report-1-comp1-2015-03-06T06-00-00Z"));
    }

private:
    std::string path(const std::string& name) const
    {
        return m_home.filePath(QString::fromStdString(name)).toStdString();
    }

    // On a copy of the sample in a folder of its own.
    Result<WrittenReport> write(const std::string& folder, const std::stop_token& stop, const std::string& title = {})
    {
        QDir(m_home.path()).mkpath(QString::fromStdString(folder));
        const std::string copy = path(folder + "/case.ante");
        QFile::copy(QString::fromStdString(path("base.ante")), QString::fromStdString(copy));
        Result<CaseFile> file = CaseFile::open(copy, OpenMode::ReadWrite, clerk());
        if (!file)
            return file.error();
        const Result<CaseInfo> info = file->findCase({});
        const Result<Dataset> dataset = loadDataset(*file, *info, {}, {}, {});
        if (!dataset)
            return dataset.error();
        const AlignmentContext context(*dataset);
        return writeReport(*file, *info, context, clerk(),
            {"DEV-26-007", title, path(folder + "/r.pdf"), path(folder + "/r.html"), {}}, stop);
    }

    QTemporaryDir m_home;
};

QTEST_MAIN(TestCaseReport)
#include "tst_case_report.moc"
