// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Limits in the configuration that goes from file to file: which are taken along, what becomes of them in the other
// file, and what is refused. The lists are written for this test.

#include "app/casework/case_configuration.h"
#include "app/casework/case_versions.h"
#include "importers/pipeline/import_sources.h"
#include "model/store/row_set.h"
#include "model/timeline/parameter_decisions.h"
#include "tests/support/case_file_builder.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

using namespace antecedent;
using namespace antecedent::casework;
using antecedent::testing::tester;
using nlohmann::json;

namespace {

const std::string kHead = "kind,asset_id,value,unit,basis,version,approved_by,effective,shift\r\n";
const std::string kDirty = "dirty_hold,V-1,24,h,SOP-7,3,QA,2026-01-01T00:00:00+02:00,early\r\n";
const std::string kClean = "clean_hold,V-1,72.0,h,\"=SOP, 7\",3,QA,2026-01-01,\r\n";
const std::string kUsage = "usage,V-2,500,run_hours,,,,,\r\n";
const std::string kLimits = kHead + kDirty + kClean + kUsage;
// Another value for the same thing from the same day on, as stated in another zone.
const std::string kOtherDirty = "dirty_hold,V-1,36,h,SOP-7,4,QA,2025-12-31T22:00:00Z,early\r\n";

const std::string kResets = "# version: 1\nactivity,type,maintenance,preventive,corrective,replacement,calibration,"
                            "cleaning,note\nreplace,,yes,,,yes,,,site rule\n";

StoredSource importText(CaseFile& file, const std::string& name, const std::string& text)
{
    importers::ImportOptions options;
    options.plan.zone = "UTC";
    const auto read = importers::importBytes(file, name, text, options);
    if (!read || read->importer != "canonical:limits" || read->rows.rejected > 0)
        qFatal("limits can't be imported");
    return *file.findSourceByHash(read->sha256).value();
}

std::string withRightHash(json bundle)
{
    bundle.erase("sha256");
    bundle["sha256"] = toHex(sha256(bundle.dump()));
    return bundle.dump();
}

std::size_t auditSize(const CaseFile& file)
{
    return file.audit()->size();
}

// In order of source and row.
std::string diagnosticsOf(const CaseFile& file)
{
    std::string out;
    const auto stored = file.diagnostics();
    for (const auto& [source, diagnostic] : *stored)
        out += std::string(diagnosticInfo(diagnostic.code).name) + " row " + std::to_string(diagnostic.row) + ' '
            + diagnostic.columnName + '\n';
    return out;
}

Digest contentOf(const CaseFile& file)
{
    return file.summary()->contentHash;
}

} // namespace

class TestCaseConfiguration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_file.emplace(newFile());
        m_other.emplace(newFile());
    }

    void limitsGoFromFileToFile()
    {
        importText(*m_file, "limits.csv", kLimits);
        const auto bundle = exportConfiguration(*m_file);
        QVERIFY(bundle.has_value());
        QCOMPARE(bundle->limits, std::uint64_t{3});
        QCOMPARE(bundle->items + bundle->names, std::uint64_t{0});
        QCOMPARE(exportConfiguration(*m_file)->text, bundle->text);
        const auto in = importConfiguration(*m_other, bundle->text, "from the lead site");
        QVERIFY2(in.has_value(), in ? "" : errorText(in.error()).c_str());
        compare(in->limits, 3, 0, 0, "");
        QCOMPARE(contentOf(*m_other), contentOf(*m_file));
        QCOMPARE(exportConfiguration(*m_other)->text, bundle->text);

        const StoredSource source = m_other->sources()->back();
        QCOMPARE(source.info.name, std::string("limits.csv from configuration"));
        QCOMPARE(source.info.importer, std::string("canonical:limits"));
        QCOMPARE(source.info.rowsRead, std::uint64_t{3});
        QCOMPARE(source.info.rowsStored, std::uint64_t{3});
        QVERIFY(
            source.info.statement.find(json::parse(bundle->text)["sha256"].get<std::string>()) != std::string::npos);
        QCOMPARE(diagnosticsOf(*m_other), std::string("ExtraAttribute row 0 shift\n"));
        const auto rows = readRows(*m_other, TableId::Limits);
        const TableSpec& spec = tableSpec(TableId::Limits);
        QCOMPARE(rows->batch.rows, std::size_t{3});
        for (std::size_t row = 0; row < 3; ++row) {
            QCOMPARE(rows->source[row], source.id);
            QCOMPARE(rows->batch.sourceRows[row].row, std::uint64_t{row + 1});
        }
        const auto column = [&](const char* name) { return rows->batch.columns[*spec.find(name)]; };
        QCOMPARE(std::string(column("kind").texts[0]), std::string("clean_hold"));
        QCOMPARE(formatDecimal(column("value").numbers[0]), std::string("72.0"));
        QCOMPARE(std::string(column("basis").texts[0]), std::string("=SOP, 7"));
        QCOMPARE(std::string(column("approved_by").texts[0]), std::string("QA"));
        QCOMPARE(std::string(column("version").texts[0]), std::string("3"));
        QVERIFY(column("effective").times[0].precision == TimePrecision::Day);
        QCOMPARE(column("effective").times[1].offsetMinutes, 120);
        const AuditEntry note = m_other->audit()->back();
        QCOMPARE(note.action, std::string("import_limits"));
        QCOMPARE(note.reason, std::string("from the lead site"));
    }

    void aSecondImportChangesNothing()
    {
        importText(*m_file, "limits.csv", kLimits);
        const std::string bundle = exportConfiguration(*m_file)->text;
        QVERIFY(importConfiguration(*m_other, bundle, "once").has_value());
        const std::size_t entries = auditSize(*m_other);
        const auto again = importConfiguration(*m_other, bundle, "twice");
        QVERIFY(again.has_value());
        compare(again->limits, 0, 3, 0, "");
        QCOMPARE(m_other->sources()->size(), std::size_t{1});
        QCOMPARE(auditSize(*m_other), entries);
    }

    void aListWithNothingNewIsNotKept()
    {
        importText(*m_file, "limits.csv", kLimits);
        const std::string bundle = exportConfiguration(*m_file)->text;
        const std::size_t entries = auditSize(*m_file);
        const auto in = importConfiguration(*m_file, bundle, "its own");
        QVERIFY(in.has_value());
        compare(in->limits, 0, 3, 0, "");
        QCOMPARE(m_file->sources()->size(), std::size_t{1});
        QCOMPARE(auditSize(*m_file), entries);
    }

    void whatIsStatedAlreadyIsNoNewRecordAndWhatDiffersIsSaid()
    {
        importText(*m_file, "limits.csv", kLimits);
        importText(*m_other, "Limits 2026.csv", kHead + kOtherDirty + kClean);
        const auto in = importConfiguration(*m_other, exportConfiguration(*m_file)->text, "r");
        QVERIFY(in.has_value());
        compare(in->limits, 2, 1, 1, "Limits 2026.csv");
        const StoredSource source = m_other->sources()->back();
        QCOMPARE(source.info.rowsRead, std::uint64_t{3});
        QCOMPARE(source.info.rowsStored, std::uint64_t{2});
        QCOMPARE(source.info.rowsDuplicate, std::uint64_t{1});
        QCOMPARE(diagnosticsOf(*m_other),
            std::string("ExtraAttribute row 0 shift\nExtraAttribute row 0 shift\nDuplicateRow row 1 \n"));
        QCOMPARE(m_other->summary()->counts["limits"], std::uint64_t{4}); // both stand
    }

    void whatANewerVersionSetsAsideStaysBehind()
    {
        const StoredSource earlier = importText(*m_file, "limits 1.csv", kLimits);
        const StoredSource newer = importText(*m_file, "limits 2.csv", kHead + kOtherDirty + kClean + kUsage);
        const std::string both = exportConfiguration(*m_file)->text;
        QVERIFY(acceptVersion(*m_file, earlier, newer, "r").has_value());
        const auto bundle = exportConfiguration(*m_file);
        QCOMPARE(bundle->limits, std::uint64_t{3});
        QVERIFY(bundle->text.find("dirty_hold,V-1,,,36,h") != std::string::npos);
        QVERIFY(bundle->text.find("dirty_hold,V-1,,,24,h") == std::string::npos);
        // It counts again once another file states it, as after any import.
        const auto in = importConfiguration(*m_file, both, "r");
        QVERIFY(in.has_value());
        QCOMPARE(in->limits.added, std::uint64_t{1});
        QCOMPARE(in->limits.same, std::uint64_t{3});
        QCOMPARE(in->limits.differing, std::uint64_t{1});
        QCOMPARE(m_file->summary()->counts["limits"], std::uint64_t{4});
    }

    // Though limits are set aside, the file's own export brings none of those.
    void itsOwnExportBringsNothingNewWhateverIsSetAside()
    {
        const StoredSource earlier = importText(*m_file, "limits 1.csv", kLimits);
        const StoredSource newer = importText(*m_file, "limits 2.csv", kHead + kOtherDirty + kClean + kUsage);
        QVERIFY(acceptVersion(*m_file, earlier, newer, "r").has_value());
        const std::string bundle = exportConfiguration(*m_file)->text;
        const std::size_t entries = auditSize(*m_file);
        const auto in = importConfiguration(*m_file, bundle, "its own");
        QVERIFY(in.has_value());
        compare(in->limits, 0, 3, 0, "");
        QCOMPARE(m_file->sources()->size(), std::size_t{2});
        QCOMPARE(auditSize(*m_file), entries);
        QCOMPARE(exportConfiguration(*m_file)->text, bundle);
    }

    void aDamagedBundleChangesNothing()
    {
        importText(*m_file, "limits.csv", kLimits);
        QVERIFY(setConfiguration(*m_file, "resets", kResets, "r").has_value());
        const json good = json::parse(exportConfiguration(*m_file)->text);
        const std::size_t entries = auditSize(*m_other);

        json changed = good;
        std::string text = good["limits"]["text"];
        changed["limits"]["text"] = text.replace(text.find("72.0"), 4, "96.0");
        refuses(changed.dump(), "changed or damaged");
        refuses(withRightHash(changed), "does not have the hash");

        changed["limits"] = 7;
        refuses(withRightHash(changed), "does not have the hash");
        for (const char* part : {"items", "aliases"}) { // every version has them
            changed = good;
            changed.erase(std::string(part));
            refuses(withRightHash(changed), "a part is missing");
        }
        changed = good;
        changed["parameters"] = json::array({{{"name", "T1"}, {"decision", {{"confirmed", false}}}}});
        refuses(withRightHash(changed), "not decided");
        changed = good;
        changed["format_version"] = 4;
        refuses(withRightHash(changed), "later version");
        for (const json& version : {json(0), json(-1), json(1.5), json("2"), json()}) {
            changed["format_version"] = version;
            refuses(withRightHash(changed), "not a whole number");
        }

        setLimits(changed = good, text.replace(text.find("96.0"), 4, "many"));
        refuses(withRightHash(changed), "1 of its 3 rows");
        setLimits(changed = good, "a,b\r\n1,2\r\n");
        refuses(withRightHash(changed), "lacks a column");

        QVERIFY(m_other->sources()->empty());
        QVERIFY(configurationItem(*m_other, "resets")->isBuiltin());
        QCOMPARE(auditSize(*m_other), entries);
    }

    void aBundleWithoutLimitsIsAsItWasBefore()
    {
        QVERIFY(setConfiguration(*m_file, "resets", kResets, "r").has_value());
        const auto bundle = exportConfiguration(*m_file);
        const json content = json::parse(bundle->text);
        QCOMPARE(content["format_version"], json(1));
        QVERIFY(!content.contains("limits"));
        QCOMPARE(bundle->limits, std::uint64_t{0});
        const auto in = importConfiguration(*m_other, bundle->text, "r");
        QVERIFY(in.has_value());
        QCOMPARE(in->set, std::vector<std::string>{"resets"});
        compare(in->limits, 0, 0, 0, "");
        QVERIFY(m_other->sources()->empty());
    }

    // A version says which parts a program must know, not which there are.
    void partsAreReadWhereTheyAre()
    {
        importText(*m_file, "limits.csv", kLimits);
        const std::string decision = toJson(ParameterDecision{AliasState::Confirmed, "pH"});
        QVERIFY(m_file->putDocument("", kParameterDocuments, "T1", decision, false, "r").has_value());
        const auto bundle = exportConfiguration(*m_file);
        QCOMPARE(json::parse(bundle->text)["format_version"], json(3));
        for (const int version : {1, 2, 3})
            for (const char* missing : {"", "limits", "parameters"}) {
                json changed = json::parse(bundle->text);
                changed["format_version"] = version;
                changed.erase(std::string(missing));
                m_other.emplace(newFile());
                const auto in = importConfiguration(*m_other, withRightHash(changed), "r");
                QVERIFY2(in.has_value(), in ? "" : errorText(in.error()).c_str());
                QCOMPARE(in->limits.added, std::uint64_t{changed.contains("limits") ? 3U : 0U});
                QCOMPARE(in->parameters.size(), std::size_t{changed.contains("parameters") ? 1U : 0U});
            }
    }

private:
    CaseFile newFile()
    {
        const QString path = m_folder.filePath(QString::number(++m_files) + ".ante");
        return *CaseFile::create(path.toStdString(), "Plant", "UTC", tester());
    }
    static void compare(const LimitsBroughtIn& limits, std::uint64_t added, std::uint64_t same, std::uint64_t differing,
        const std::string& newerThan)
    {
        QCOMPARE(limits.added, added);
        QCOMPARE(limits.same, same);
        QCOMPARE(limits.differing, differing);
        QCOMPARE(limits.newerThan, newerThan);
    }
    static void setLimits(json& bundle, const std::string& text)
    {
        bundle["limits"] = {{"text", text}, {"sha256", toHex(sha256(text))}};
    }
    void refuses(const std::string& bundle, const std::string& why)
    {
        const auto in = importConfiguration(*m_other, bundle, "r");
        QVERIFY(!in.has_value());
        QVERIFY2(in.error().detail.find(why) != std::string::npos, errorText(in.error()).c_str());
    }

    QTemporaryDir m_folder;
    int m_files = 0;
    std::optional<CaseFile> m_file;
    std::optional<CaseFile> m_other;
};

QTEST_GUILESS_MAIN(TestCaseConfiguration)
#include "tst_case_configuration.moc"
