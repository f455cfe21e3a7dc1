// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Events as failures of a case: what is kept, refused, given up, and what stands in the audit trail; and that a choice
// after the plan was frozen is known as such.

#include "app/casework/case_plan.h"
#include "app/casework/case_sentinels.h"
#include "model/alignment/filter.h"
#include "model/store/login_name.h"

#include <QtCore/QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace antecedent;
using namespace antecedent::casework;

namespace {

Actor tester()
{
    return {"tester", [] { return WallTime{Timestamp(std::chrono::hours(24)), 0}; }};
}

} // namespace

class TestCaseSentinels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChoiceIsKeptAndGivenUpWithItsReasons()
    {
        CaseFile file = newFile("kept");
        const CaseInfo info = *file.findCase("");
        const auto first = addSentinel(file, info, Dataset{}, {"code=DOOR_OPEN", 2, {}}, "second opening matters");
        QVERIFY(first.has_value());
        QCOMPARE(first->id, std::string("SEN-001"));
        QCOMPARE(first->rule.where, Filter::parse("code = DOOR_OPEN")->toText()); // canonical
        const auto same = addSentinel(file, info, Dataset{}, {"code   =  DOOR_OPEN", 2, {}}, "again");
        QVERIFY(!same && same.error().code == ErrorCode::InvalidArgument);
        const auto other = addSentinel(file, info, Dataset{}, {"code = DOOR_OPEN", 0, {}}, "all of them");
        QVERIFY(other.has_value());
        const auto bad = addSentinel(file, info, Dataset{}, {"code =", 0, {}}, "");
        QVERIFY(!bad && bad.error().code == ErrorCode::InvalidFilter);
        QVERIFY(!addSentinel(file, info, Dataset{}, {"code = A", -1, {}}, ""));

        QVERIFY(removeSentinel(file, info, "SEN-001", "chosen by mistake").has_value());
        QVERIFY(!removeSentinel(file, info, "SEN-001", "twice"));
        QVERIFY(!removeSentinel(file, info, "SEN-009", "unknown"));
        const auto all = storedSentinels(file, info);
        QVERIFY(all.has_value());
        QCOMPARE(all->size(), std::size_t{2});
        QVERIFY(all->front().isRemoved);
        QCOMPARE(all->front().removalReason, std::string("chosen by mistake"));
        QCOMPARE(all->front().firstDocument, first->firstDocument); // of the choice, not of the removal
        QVERIFY(!all->back().isRemoved);

        const auto audit = file.audit();
        QVERIFY(audit.has_value());
        std::vector<std::string> reasons;
        for (const AuditEntry& entry : *audit)
            if (entry.after.find("\"kind\":\"sentinel\"") != std::string::npos) {
                reasons.push_back(entry.reason);
                QVERIFY(keepsData(entry));
            }
        QCOMPARE(reasons, (std::vector<std::string>{"second opening matters", "all of them", "chosen by mistake"}));
        // Given up, the same can be chosen again, under a new id.
        const auto again = addSentinel(file, info, Dataset{}, {"code = DOOR_OPEN", 2, {}}, "after all");
        QVERIFY(again.has_value());
        QCOMPARE(again->id, std::string("SEN-003"));
    }

    void aChoiceAfterTheFrozenPlanIsKnownAsSuch()
    {
        CaseFile file = newFile("later");
        const CaseInfo info = *file.findCase("");
        const auto before = addSentinel(file, info, Dataset{}, {"code = A", 0, {}}, "planned");
        QVERIFY(before.has_value());
        QVERIFY(!*isLaterThanPlan(file, info, before->firstDocument)); // there is no plan
        QVERIFY(freezePlan(file, info, *makePlan(Dataset{}), "before any result").has_value());
        const auto after = addSentinel(file, info, Dataset{}, {"code = B", 0, {}}, "seen afterwards");
        QVERIFY(after.has_value());
        QVERIFY(!*isLaterThanPlan(file, info, before->firstDocument));
        QVERIFY(*isLaterThanPlan(file, info, after->firstDocument));
    }

    void aClosedCaseTakesNone()
    {
        CaseFile file = newFile("closed");
        const CaseInfo info = *file.findCase("");
        QVERIFY(file.closeCase(info.id, "done").has_value());
        QVERIFY(!addSentinel(file, info, Dataset{}, {"code = A", 0, {}}, ""));
    }

    void theLoginNameDoesNotComeFromTheEnvironment()
    {
        const std::string name = loginName();
        QVERIFY(!name.empty());
        const QByteArray user = qgetenv("USER");
        qputenv("USER", "somebody else");
        const std::string again = loginName();
        qunsetenv("USER");
        const std::string without = loginName();
        qputenv("USER", user);
        QCOMPARE(again, name);
        QCOMPARE(without, name);
    }

private:
    CaseFile newFile(const char* name) const
    {
        const std::string path = m_folder.filePath(QString::fromLatin1(name) + ".ante").toStdString();
        Result<CaseFile> file = CaseFile::create(path, "Plant", "UTC", tester());
        if (!file)
            qFatal("the file can't be created");
        return std::move(*file);
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCaseSentinels)
#include "tst_case_sentinels.moc"
