// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/evidence/symptom.h"

#include <QtTest/QTest>

using namespace antecedent;

class TestSymptom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alarmsOnTheOwnParameterAreSymptoms_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("classification");
        QTest::addColumn<bool>("isSymptom");
        QTest::newRow("word") << "TEMP_HH"
                              << "temperature_excursion" << true;
        QTest::newRow("tag") << "TI_HIGH"
                             << "Temperature excursion" << true;
        QTest::newRow("tag with function letters") << "PAHH"
                                                   << "vacuum lost" << true;
        QTest::newRow("pH") << "PH_HI"
                            << "ph_out_of_range" << true;
        QTest::newRow("other parameter") << "PI_LOW"
                                         << "temperature_excursion" << false;
        QTest::newRow("only the direction in common") << "VIB_HIGH"
                                                      << "moisture_high" << false;
        QTest::newRow("numbers are no words") << "error1"
                                              << "comp1" << false;
        QTest::newRow("nothing known") << ""
                                       << "" << false;
        QTest::newRow("no tag") << "TRAY_SLIP"
                                << "temperature_excursion" << false;
    }
    void alarmsOnTheOwnParameterAreSymptoms()
    {
        QFETCH(QString, code);
        QFETCH(QString, classification);
        QFETCH(bool, isSymptom);
        QCOMPARE(isSymptomOf(code.toStdString(), classification.toStdString()), isSymptom);
    }
};

QTEST_GUILESS_MAIN(TestSymptom)
#include "tst_symptom.moc"
