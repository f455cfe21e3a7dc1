// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that a file has of its own: what the dataset states, now and as of an earlier document.
#include "model/timeline/own_tables.h"

#include "model/timeline/dataset_loader.h"
#include "tests/support/case_file_builder.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace antecedent;
using namespace antecedent::testing;

class TestOwnTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStateOfTheFileHasTheTextsOfItsTime()
    {
        CaseFile file = newFile("states");
        QVERIFY(load(file).ownTables.empty());
        const std::int64_t first = put(file, "resets", "one");
        const std::int64_t second = put(file, "resets", "two");
        put(file, "profile/site", "a profile");
        put(file, "resets", "");
        const auto at = [&](std::int64_t document) {
            LoadOptions options;
            options.state.lastDocument = document;
            return load(file, options).ownTables.at("resets");
        };
        QCOMPARE(at(first).text, std::string("one"));
        QVERIFY(at(first).earlier.empty());
        QCOMPARE(at(second).text, std::string("two"));
        QCOMPARE(at(second).earlier, std::vector<std::string>{"one"});
        const Dataset now = load(file);
        QCOMPARE(now.ownTables.size(), std::size_t{1}); // no profiles
        QVERIFY(now.ownTables.at("resets").text.empty());
        QCOMPARE(now.ownTables.at("resets").earlier, (std::vector<std::string>{"one", "two"}));
        LoadOptions before;
        before.state.lastDocument = first - 1;
        QVERIFY(load(file, before).ownTables.empty());
        QVERIFY(now.contentHash == load(file, before).contentHash);
    }

    void aDocumentWithoutTextIsNamed()
    {
        CaseFile file = newFile("damaged");
        QVERIFY(file.putDocument("", kConfigurationDocuments, "resets", "{}", false, "r").has_value());
        const auto loaded = loadDataset(file, file.cases()->front());
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::InvestigationDamaged);
        QCOMPARE(loaded.error().where, std::string("configuration resets"));
    }

private:
    CaseFile newFile(const char* name)
    {
        const QString path = m_folder.filePath(QString::fromLatin1(name) + QStringLiteral(".ante"));
        return std::move(CaseFile::create(path.toStdString(), "Plant", "UTC", tester())).value();
    }
    static std::int64_t put(CaseFile& file, const char* name, const char* text)
    {
        return file.putDocument("", kConfigurationDocuments, name, configurationJson(text), false, "r")->id;
    }
    static Dataset load(const CaseFile& file, const LoadOptions& options = {})
    {
        auto dataset = loadDataset(file, file.cases()->front(), options);
        if (!dataset)
            qFatal("%s", errorText(dataset.error()).c_str());
        return std::move(*dataset);
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestOwnTables)
#include "tst_own_tables.moc"
