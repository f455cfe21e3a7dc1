// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A program killed in the middle of an import leaves the file as before or after the source.
#include "model/store/verify.h"
#include "tests/support/case_file_builder.h"

#include <QtTest>

#include <filesystem>

#ifndef _WIN32
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace antecedent;
using namespace antecedent::testing;

class TestKill : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    static std::vector<RecordBatch> someBatches(int seed)
    {
        std::vector<RecordBatch> batches;
        for (int part = 0; part < 6; ++part) {
            std::vector<Row> orders;
            std::vector<Row> events;
            std::vector<Row> samples;
            for (int i = 0; i < 1500; ++i) {
                const std::string n = std::to_string(seed * 100'000 + part * 1500 + i);
                const std::string time = "2026-01-0" + std::to_string(part + 1) + "T" + std::to_string(10 + i / 150)
                    + ":" + std::to_string(10 + i / 3 % 50) + ":" + std::to_string(10 + i % 3) + "Z";
                orders.push_back({{"work_order_id", n}, {"asset_id", "A"}, {"text", std::string(200, 'x') + n}});
                events.push_back({{"time", time}, {"category", "alarm"}, {"code", n}, {"text", n + " " + n}});
                samples.push_back({{"time", time}, {"tag", "T" + std::to_string(seed)}, {"value", n + ".5"}});
            }
            batches.push_back(makeBatch(TableId::WorkOrders, orders, static_cast<std::uint64_t>(part) * 1500 + 1));
            batches.push_back(makeBatch(TableId::Events, events, static_cast<std::uint64_t>(part) * 1500 + 1));
            batches.push_back(makeBatch(TableId::Samples, samples, static_cast<std::uint64_t>(part) * 1500 + 1));
        }
        return batches;
    }

private Q_SLOTS:
    void aKillLeavesTheFileAsBeforeOrAfter()
    {
#ifdef _WIN32
        QSKIP("needs fork");
#else
        const std::string original = m_folder.filePath(QStringLiteral("original.ante")).toStdString();
        const std::string path = m_folder.filePath(QStringLiteral("killed.ante")).toStdString();
        {
            auto file = CaseFile::create(original, "Plant", "UTC", tester());
            QVERIFY(file.has_value());
            QVERIFY(addSource(*file, "first", someBatches(1)).has_value());
        }
        const auto second = someBatches(2);
        QElapsedTimer watch;
        watch.start();
        {
            std::filesystem::copy_file(original, path);
            auto file = CaseFile::open(path, OpenMode::ReadWrite, tester());
            QVERIFY(addSource(*file, "second", second).has_value());
        }
        const auto whole = static_cast<useconds_t>(watch.nsecsElapsed() / 1000);
        constexpr int kMoments = 30;
        int before = 0;
        int after = 0;
        for (int moment = 0; moment < kMoments; ++moment) {
            std::filesystem::remove(path + "-journal");
            std::filesystem::copy_file(original, path, std::filesystem::copy_options::overwrite_existing);
            const pid_t child = fork();
            if (child == 0) {
                auto file = CaseFile::open(path, OpenMode::ReadWrite, tester());
                const bool done = file && addSource(*file, "second", second);
                _exit(done ? 0 : 1);
            }
            usleep(whole * static_cast<useconds_t>(moment) / (kMoments - 4));
            kill(child, SIGKILL);
            int status = 0;
            QCOMPARE(waitpid(child, &status, 0), child);
            QVERIFY(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
            const auto report = verifyFile(path);
            QVERIFY2(report && report->holds(), report ? "" : errorText(report.error()).c_str());
            QVERIFY(!std::filesystem::exists(path + "-journal"));
            QVERIFY(report->sources == 1 || report->sources == 2);
            ++(report->sources == 1 ? before : after);
            auto file = CaseFile::open(path, OpenMode::ReadWrite, tester());
            QVERIFY(file.has_value());
            if (report->sources == 1)
                QVERIFY(addSource(*file, "second", second).has_value()); // the import can be done again
            QCOMPARE(file->summary()->counts.at("events"), std::uint64_t{18'000});
        }
        QVERIFY(before > 5);
        qInfo("%d before, %d after", before, after);
#endif
    }
};

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
