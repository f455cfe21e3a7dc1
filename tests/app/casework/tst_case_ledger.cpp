// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger in its file: audit rows, attachments, closed cases, what a changed byte and a kill do to it.
#include "app/casework/case_ledger.h"
#include "app/casework/case_plan.h"
#include "app/casework/files.h"
#include "model/conclusion/ledger_json.h"
#include "model/store/verify.h"
#include "tests/support/case_file_builder.h"

#include <QtTest>

#include <filesystem>

#ifndef _WIN32
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace antecedent;
using namespace antecedent::casework;
using namespace antecedent::testing;

namespace {

constexpr const char* kStatement = "The feeder seal was worn";
const std::string kBytes = "Photo of the scored shaft, taken by the fitter.";

Hypothesis seal()
{
    return {{}, {}, kStatement, CauseGroup::Machine, "A new seal would fail too", {}, {}, {}};
}

ManualFact photo(const AttachedFile& attached)
{
    return {{}, FactKind::Inspection, "Shaft scored", "B. Fitter", "2026-04-10", {}, {attached.attachment}};
}

struct Case
{
    CaseFile file;
    CaseInfo info;
    Ledger ledger;
};

Result<Case> open(const std::string& path)
{
    Result<CaseFile> file = CaseFile::open(path, OpenMode::ReadWrite, tester());
    if (!file)
        return file.error();
    const Result<CaseInfo> info = file->findCase({});
    if (!info)
        return info.error();
    Result<Ledger> ledger = loadLedger(*file, *info);
    if (!ledger)
        return ledger.error();
    return Case{std::move(*file), *info, std::move(*ledger)};
}

Result<void> add(Case& c, LedgerItem item, const std::vector<AttachedFile>& attached = {})
{
    Result<LedgerEntry> entry = makeEdit(c.ledger, std::move(item), {}, "tester");
    return entry ? storeEntry(c.file, c.info, c.ledger, std::move(*entry), attached) : Result<void>(entry.error());
}

std::string findings(const LedgerCheck& check)
{
    std::string text;
    for (const LedgerFinding& f : check.findings)
        text += f.subject + ": " + f.detail + "\n";
    return text;
}

} // namespace

class TestCaseLedger : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::string path(const char* name) const { return m_folder.filePath(QLatin1String(name)).toStdString(); }

    // A case with a hypothesis and a fact with a photo.
    void make(const std::string& file)
    {
        std::filesystem::remove(file);
        QVERIFY(CaseFile::create(file, "Plant", "UTC", tester()));
        Result<Case> c = open(file);
        QVERIFY(c);
        const std::string photoPath = path("photo.jpg");
        QVERIFY(writeFile(photoPath, kBytes));
        const Result<AttachedFile> attached = attachedFile(photoPath);
        QVERIFY(attached);
        QVERIFY(add(*c, seal()));
        QVERIFY(add(*c, photo(*attached), {*attached}));
    }

private Q_SLOTS:
    void everyEditIsAnAuditRowAndComesBack()
    {
        const std::string file = path("case.ante");
        make(file);
        Result<Case> c = open(file);
        QVERIFY(c);
        Hypothesis changed = *c->ledger.hypothesis("HYP-001");
        changed.ifFalse = "Old seals would run well";
        QVERIFY(storeEntry(c->file, c->info, c->ledger, *makeEdit(c->ledger, changed, "said better", "tester")));
        QVERIFY(storeEntry(c->file, c->info, c->ledger, *makeUndo(c->ledger, "tester")));
        const std::vector<AuditEntry> audit = *c->file.audit();
        QStringList actions;
        for (const AuditEntry& entry : audit)
            actions << QString::fromStdString(entry.action);
        QCOMPARE(actions.mid(actions.size() - 5).join(QLatin1Char(' ')),
            QStringLiteral("hypothesis_add attach fact_add hypothesis_change undo"));
        const AuditEntry& change = audit[audit.size() - 2];
        QCOMPARE(change.reason, std::string("said better"));
        QVERIFY(change.before.find("A new seal would fail too") != std::string::npos);
        QVERIFY(change.after.find("Old seals would run well") != std::string::npos);
        QVERIFY(casework::keepsData(change)); // no result is computed anew for it
        QVERIFY(casework::keepsData(audit[audit.size() - 4]));

        const Result<Case> again = open(file);
        QVERIFY(again);
        QCOMPARE(again->ledger.entries.size(), std::size_t{4});
        QVERIFY(again->ledger.items == c->ledger.items);
        QVERIFY(again->ledger.head() == c->ledger.head());
        QCOMPARE(again->ledger.hypothesis("HYP-001")->ifFalse, std::string("A new seal would fail too"));
        QVERIFY(again->ledger.entries[1].at > again->ledger.entries[0].at);
        const LedgerCheck check = *checkLedger(again->file, again->info);
        QVERIFY2(check.findings.empty(), findings(check).c_str());
        QCOMPARE(check.entries, std::size_t{4});
        QVERIFY(verifyFile(file)->holds());
    }

    void anAttachmentIsKeptByteByByte()
    {
        const std::string file = path("attached.ante");
        make(file);
        std::filesystem::remove(path("photo.jpg"));
        const Result<Case> c = open(file);
        const Attachment attachment = c->ledger.fact("FACT-001")->attachments.at(0);
        QCOMPARE(attachment.name, std::string("photo.jpg"));
        QVERIFY(attachment.sha256 == sha256(kBytes));
        QCOMPARE(*attachmentBytes(c->file, c->info, attachment), kBytes);
        QCOMPARE(attachedFile(path("none.jpg")).error().code, ErrorCode::FileNotFound);
    }

    void aClosedCaseRefusesEdits()
    {
        const std::string file = path("closed.ante");
        make(file);
        Result<Case> c = open(file);
        QVERIFY(c->file.closeCase("CASE-001", "done"));
        const Result<void> refused = add(*c, seal());
        QVERIFY(!refused);
        QCOMPARE(refused.error().detail, std::string("the case is closed"));
        QCOMPARE(c->ledger.entries.size(), std::size_t{2});
    }

    void twoWhoEditAtOnceDoNotOverwriteEachOther()
    {
        const std::string file = path("two.ante");
        make(file);
        Result<Case> one = open(file);
        Result<Case> other = open(file);
        QVERIFY(add(*one, seal()));
        const Result<void> refused = add(*other, seal());
        QVERIFY(!refused && refused.error().detail.find("changed meanwhile") != std::string::npos);
        QCOMPARE(open(file)->ledger.entries.size(), std::size_t{3});
    }

    void aChangedByteIsNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("subject");
        QTest::newRow("statement") << QByteArray(kStatement) << QStringLiteral("entry 000001 of CASE-001");
        QTest::newRow("fact") << QByteArray("Shaft scored") << QStringLiteral("entry 000002 of CASE-001");
        QTest::newRow("photo") << QByteArray::fromStdString(kBytes).toBase64().left(20)
                               << QStringLiteral("fact FACT-001 of CASE-001");
    }
    void aChangedByteIsNamed()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, subject);
        const std::string original = path("flip.ante");
        make(original);
        // Each place in which the text stands: the document, and the audit trail's copy of it.
        std::string bytes = *readFile(original);
        int named = 0;
        for (std::size_t at = bytes.find(text.toStdString()); at != std::string::npos;
             at = bytes.find(text.toStdString(), at + 1)) {
            const std::string file = path("flipped.ante");
            std::string changed = bytes;
            changed[at + 2] = changed[at + 2] == 'x' ? 'y' : 'x';
            QVERIFY(writeFile(file, changed));
            QVERIFY(!verifyFile(file)->holds());
            const Result<CaseFile> opened = CaseFile::open(file, OpenMode::ReadOnly);
            const Result<LedgerCheck> check = checkLedger(*opened, *opened->findCase("CASE-001"));
            for (const LedgerFinding& f : check->findings)
                named += f.subject == subject.toStdString() ? 1 : 0;
        }
        QVERIFY(named >= 1);
    }

    // Stored with good seals by somebody who has the program.
    void anEntryThatTheChainDoesNotKnowIsFound()
    {
        const std::string file = path("forged.ante");
        make(file);
        Result<Case> c = open(file);
        Result<LedgerEntry> forged = makeEdit(c->ledger, seal(), {}, "tester");
        forged->previous = {};
        QVERIFY(c->file.putDocument("CASE-001", kLedgerKind, "000003", entryJson(*forged), true, {}));
        QVERIFY(verifyFile(file)->holds());
        const LedgerCheck check = *checkLedger(c->file, c->info);
        QVERIFY2(findings(check).find("entry 000003 of CASE-001: does not continue the chain") != std::string::npos,
            findings(check).c_str());
        QCOMPARE(open(file).error().code, ErrorCode::InvestigationDamaged);
    }

    void aPieceOfEvidenceThatShowsSomethingElseIsFound()
    {
        const std::string file = path("shown.ante");
        make(file);
        Result<Case> c = open(file);
        Shown shown = shownFact(*c->ledger.fact("FACT-001"));
        Result<LedgerEntry> entry =
            makeEdit(c->ledger, EvidenceLine{{}, "HYP-001", EvidenceSide::For, shown, {}}, {}, "tester");
        std::get<EvidenceLine>(*entry->after).shown.words = "Shaft like new";
        entry->hash = sha256(entryJson(*entry));
        QVERIFY(storeEntry(c->file, c->info, c->ledger, *entry));
        const LedgerCheck check = *checkLedger(c->file, c->info);
        QCOMPARE(check.findings.size(), std::size_t{1});
        QCOMPARE(check.findings[0].subject, std::string("evidence EVI-001 of CASE-001"));
    }

    void aKillLeavesTheLedgerAsBeforeOrAfterAnEdit()
    {
#ifdef _WIN32
        QSKIP("needs fork");
#else
        const std::string original = path("original.ante");
        make(original);
        const std::string file = path("killed.ante");
        AttachedFile big{{"big.bin", {}, 0}, std::string(600'000, 'b')};
        big.attachment.sha256 = sha256(big.content);
        big.attachment.bytes = big.content.size();
        constexpr int kMoments = 24;
        int atOnce = 0; // edits that were whole
        for (int moment = 0; moment < kMoments; ++moment) {
            std::filesystem::remove(file + "-journal");
            std::filesystem::copy_file(original, file, std::filesystem::copy_options::overwrite_existing);
            const pid_t child = fork();
            if (child == 0) {
                Result<Case> c = open(file);
                for (int i = 0; c && i < 400; ++i) {
                    big.content[0] = static_cast<char>(i % 100);
                    big.content[1] = static_cast<char>(i / 100);
                    big.attachment.sha256 = sha256(big.content);
                    if (!add(*c, photo(big), {big}))
                        break;
                }
                _exit(0);
            }
            // Once the file has grown by some edits, at a moment of the next one.
            const std::uintmax_t enough =
                std::filesystem::file_size(original) + static_cast<std::uintmax_t>(moment % 4) * big.content.size();
            for (int wait = 0; wait < 5000 && std::filesystem::file_size(file) < enough; ++wait)
                usleep(1000);
            usleep(static_cast<useconds_t>(moment) * 700);
            kill(child, SIGKILL);
            int status = 0;
            QCOMPARE(waitpid(child, &status, 0), child);
            const Result<VerifyReport> report = verifyFile(file);
            QVERIFY(report && report->holds());
            const Result<Case> c = open(file);
            QVERIFY2(c, c ? "" : errorText(c.error()).c_str());
            const LedgerCheck check = *checkLedger(c->file, c->info);
            QVERIFY2(check.findings.empty(), findings(check).c_str()); // no fact without its attachment
            atOnce = std::max(atOnce, static_cast<int>(check.entries));
        }
        QVERIFY(atOnce > 2);
#endif
    }
};

QTEST_GUILESS_MAIN(TestCaseLedger)
#include "tst_case_ledger.moc"
