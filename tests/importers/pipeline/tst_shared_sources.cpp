// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/pipeline/import_sources.h"

#include "tests/importers/support/case_folder.h"

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
    qInfo().noquote() << linesOf(*summary).c_str();
}

QTEST_GUILESS_MAIN(TestSharedSources)
#include "tst_shared_sources.moc"
