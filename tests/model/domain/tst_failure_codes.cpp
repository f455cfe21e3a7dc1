// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/failure_codes.h"

#include "model/base/lexicon.h"

#include <QTest>

using namespace antecedent;

class TestFailureCodes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void codesHaveNames();
    void otherCodesHaveNone();
    void namesAreSaidInGerman();
    void columnsOfWorkOrders();
};

void TestFailureCodes::codesHaveNames()
{
    QCOMPARE(failureCodeName(CodeList::Mode, "ELP").english(), std::string("External leakage of process medium"));
    QCOMPARE(failureCodeName(CodeList::Mode, " vib ").english(), std::string("Vibration"));
    QCOMPARE(failureCodeName(CodeList::Mechanism, "2.4").english(), std::string("Wear"));
    QCOMPARE(failureCodeName(CodeList::Mechanism, "2").english(), std::string("Material failure"));
    QCOMPARE(failureCodeName(CodeList::Cause, "2").english(), std::string("Fabrication or installation"));
    QCOMPARE(failureCodeName(CodeList::Mechanism, "3.2").english(), std::string("No signal, indication or alarm"));
    QCOMPARE(failureCodeName(CodeList::Detection, "10").english(), std::string("On demand"));
    QCOMPARE(failureCodeName(CodeList::Activity, "1").english(), std::string("Replace"));
    QCOMPARE(namedCode(CodeList::Mode, "ELP").english(), std::string("ELP (External leakage of process medium)"));
}

void TestFailureCodes::otherCodesHaveNone()
{
    for (const char* code : {"", "LEAK", "ELPX", "2.99", "code"})
        QVERIFY2(failureCodeName(CodeList::Mode, code).empty() && failureCodeName(CodeList::Cause, code).empty(), code);
    QVERIFY(failureCodeName(CodeList::Mechanism, "ELP").empty()); // of another list
    QCOMPARE(namedCode(CodeList::Mode, "LEAK").english(), std::string("LEAK"));
    QCOMPARE(namedCode(CodeList::Mode, "").english(), std::string());
}

void TestFailureCodes::namesAreSaidInGerman()
{
    QCOMPARE(Lexicon::german().say(namedCode(CodeList::Mechanism, "2.4")), std::string("2.4 (Verschleiß)"));
    QCOMPARE(Lexicon::german().say(namedCode(CodeList::Mode, "LEAK")), std::string("LEAK"));
}

void TestFailureCodes::columnsOfWorkOrders()
{
    QVERIFY(codeListOf("failure_mode") == CodeList::Mode);
    QVERIFY(codeListOf("detection_method") == CodeList::Detection);
    QVERIFY(!codeListOf("text"));
    QCOMPARE(failureModeOfClass("work_order:CM/VIB").english(), std::string("Vibration"));
    for (const char* other : {"work_order:CM", "alarm:CM/VIB", "work_order:CM/LEAK", ""})
        QVERIFY2(failureModeOfClass(other).empty(), other);
}

QTEST_APPLESS_MAIN(TestFailureCodes)
#include "tst_failure_codes.moc"
