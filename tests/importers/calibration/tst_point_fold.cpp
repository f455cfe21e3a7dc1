// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/calibration/point_fold.h"

#include "tests/importers/support/read_table.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;

// Lists made from the documented attributes of Maximo Calibration.
class TestPointFold : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsTheLargestErrorOfACalibration()
    {
        const std::string head =
            "WONUM,POINT,INPUTVALUE,ASFOUNDINPUT,ASFOUNDOUTPUT,ASFOUNDERROR1,ASFOUNDTOL1LOWER,"
            "ASFOUNDTOL1UPPER,ASFOUNDFAIL,ASLEFTINPUT,ASLEFTOUTPUT,ASLEFTERROR1,ASLEFTFAIL,PROCESSEU\n";
        QCOMPARE(
            test::readTable<PointFold>(head
                + "71,1,0,0,1.9,1.9,-0.5,0.5,1,0,0.1,0.1,0,degC\n72,1,0,0,0.01,0.01,-0.5,0.5,0,0,0.01,0.01,0,degC\n"
                  "71,2,50,50,47.7,-2.3,-0.5,0.5,1,50,50.2,0.2,0,degC\n"),
            std::string("element=2, 4 WONUM=71 POINTS=2 POINT=2 NOMINAL=50 ASFOUNDERROR=-2.3 ASLEFTERROR=0.2 "
                        "TOLLOWER=-0.5 TOLUPPER=0.5 TOLERANCE=0.5 UNIT=degC ASFOUND=FAIL ASLEFT=PASS "
                        "ALLPOINTS=0: 1.9 / 0.1; 50: -2.3 / 0.2\n"
                        "element=3 WONUM=72 POINTS=1 POINT=1 NOMINAL=0 ASFOUNDERROR=0.01 ASLEFTERROR=0.01 "
                        "TOLLOWER=-0.5 TOLUPPER=0.5 TOLERANCE=0.5 UNIT=degC ASFOUND=PASS ASLEFT=PASS "
                        "ALLPOINTS=0: 0.01 / 0.01\n"));
    }

    void judgesAgainstTheToleranceOfEachPoint()
    {
        // 1.0 of 10 is less than 0.4 of 0.5; an error that is not stated is made of what was read.
        QCOMPARE(test::readTable<PointFold>("WONUM,POINT,ASFOUNDINPUT,ASFOUNDOUTPUT,ASFOUNDTOL1LOWER,ASFOUNDTOL1UPPER\n"
                                            "71,1,100,101.0,-10,10\n71,2,0,0.4,-0.2,0.5\n71,3,,,,\n"),
            std::string("element=2, 3, 4 WONUM=71 POINTS=3 POINT=2 ASFOUNDERROR=0.4 TOLLOWER=-0.2 TOLUPPER=0.5 "
                        "ALLPOINTS=: 1 / ; : 0.4 / ; :  / \n"));
    }

    void anErrorIsInTheUnitOfTheOutput()
    {
        // A transmitter: degrees in, milliamperes out. Where what it should give is not stated, its error is not known.
        const std::string head = "WONUM,POINT,INPUTVALUE,OUTPUTVALUE,ASFOUNDINPUT,ASFOUNDOUTPUT,ASLEFTINPUT,"
                                 "ASLEFTOUTPUT,PROCESSEU,INSTRCALRANGEEU,INSTROUTRANGEEU\n";
        QCOMPARE(test::readTable<PointFold>(head
                     + "71,1,0,4,0,4.02,0,4.01,degC,degC,mA\n"
                       "72,1,50,,50,12.1,50,12.0,degC,degC,mA\n"
                       "73,1,0,4,0,4.02,0,4.01,degC,,\n"
                       "74,1,50,50,50.5,50.7,50,50.1,degC,degC,degC\n"),
            std::string("element=2 WONUM=71 POINTS=1 POINT=1 NOMINAL=0 ASFOUNDERROR=0.02 ASLEFTERROR=0.01 UNIT=mA "
                        "ALLPOINTS=0: 0.02 / 0.01\n"
                        "element=3 WONUM=72 POINTS=1 UNIT=mA ALLPOINTS=50:  / \n"
                        "element=4 WONUM=73 POINTS=1 POINT=1 NOMINAL=0 ASFOUNDERROR=0.02 ASLEFTERROR=0.01 "
                        "ALLPOINTS=0: 0.02 / 0.01\n"
                        "element=5 WONUM=74 POINTS=1 POINT=1 NOMINAL=50 ASFOUNDERROR=0.2 ASLEFTERROR=0.1 UNIT=degC "
                        "ALLPOINTS=50: 0.2 / 0.1\n"));
    }

    void marksOfAPointAreFlagsOrWords()
    {
        const auto verdicts = [](const std::string& head, const std::string& marks) {
            const std::string row = test::readTable<PointFold>(
                "WONUM,POINT,ASFOUNDINPUT,ASFOUNDOUTPUT," + head + "\n1,1,,," + marks + "\n");
            const std::size_t begin = row.find(" ASFOUND=");
            return begin == std::string::npos ? std::string() : row.substr(begin + 1, row.find(" ALL") - begin - 1);
        };
        QCOMPARE(verdicts("ASFOUNDFAIL,ASLEFTFAIL", "FAIL,PASS"), std::string("ASFOUND=FAIL ASLEFT=PASS"));
        QCOMPARE(verdicts("ASFOUNDFAIL,ASLEFTFAIL", "1,0"), std::string("ASFOUND=FAIL ASLEFT=PASS"));
        QCOMPARE(verdicts("ASFOUNDPASS,ASLEFTPASS", "N,Y"), std::string("ASFOUND=FAIL ASLEFT=PASS"));
        QCOMPARE(verdicts("ASFOUNDPASS,ASFOUNDFAIL", ",maybe"), std::string());
    }

    void numbersHaveAPoint()
    {
        QCOMPARE(test::readTable<PointFold>("WONUM;POINT;INPUTVALUE;ASFOUNDINPUT;ASFOUNDOUTPUT;ASFOUNDTOL1LOWER;"
                                            "ASFOUNDTOL1UPPER\n71;1;0,5;0,5;0,75;-0,5;0,5\n"),
            std::string("element=2 WONUM=71 POINTS=1 POINT=1 NOMINAL=0.5 ASFOUNDERROR=0.25 TOLLOWER=-0.5 TOLUPPER=0.5 "
                        "TOLERANCE=0.5 ALLPOINTS=0,5: 0,25 / \n"));
    }

    void otherListsAreRefused()
    {
        QVERIFY(test::readTable<PointFold>("WONUM,POINT,VALUE\n1,2,3\n").starts_with("error "));
        QCOMPARE(test::readTable<PointFold>("WONUM,POINT,ASFOUNDINPUT,ASFOUNDOUTPUT\n"), std::string());
    }
};

QTEST_GUILESS_MAIN(TestPointFold)
#include "tst_point_fold.moc"
