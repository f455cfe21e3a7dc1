// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Batch journals as flat tables. The journals are made from the documented columns and rules; no real one is at hand.
#include "importers/format/journal/journal_table.h"
#include "tests/importers/support/flat_lines.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;

namespace {

constexpr const char* kHeader =
    "LclTime\tUniqueID\tBatchID\tRecipe\tDescript\tEvent\tPValue\tEU\tArea\tProcCell\tUnit\t"
    "Phase\tUserID\tPhaseDesc\tMaterialName\tMaterialID\tLotName\n";

// One row of batch L2404 with that header: time, path below the procedure, description, event, value, and the rest.
std::string row(const char* time, const char* path, const char* description, const char* event, const char* value,
    const char* rest = "\t\t\t\t\t\t\t\t\t")
{
    return std::string("2026.03.29 ") + time + "\t412\tL2404\t412:CREAM" + path + "\t" + description + "\t" + event
        + "\t" + value + "\t" + rest + "\n";
}
// What stands behind the value: unit of measure, equipment, phase, user.
std::string rest(const char* unit, const char* equipment, const char* phase = "", const char* user = "")
{
    return std::string(unit) + "\tPLANT1\tPC1\t" + equipment + "\t" + phase + "\t" + user + "\t\t\t\t";
}

std::string read(const std::string& text, bool withElement = false)
{
    MemorySource bytes(text);
    return test::readFlat<JournalTable>(kJournalColumnNames, bytes, withElement);
}

std::string wholeBatch()
{
    const std::string mix = rest("", "MIX_101");
    const std::string unit = rest("Unit", "MIX_101");
    const std::string heat = rest("", "MIX_101", "HEAT");
    return kHeader + row("01:58:00", "", "CREAM", "System Message", "Beginning Of BATCH")
        + row("01:58:00", "", "State Changed", "State Change", "CREATED")
        + row("01:58:00", "", "Product Code", "Recipe Header", "CRM-1")
        + row("01:58:00", "", "Author", "Recipe Header", "somebody")
        + row("01:58:01", "\\UP_MIX:1", "Unit Procedure Started", "System Message", "MIX", mix.c_str())
        + row("01:58:03", "\\UP_MIX:1", "Resource Acquired by recipe", "Recipe Arbitration", "MIX_101", unit.c_str())
        + row("01:58:10", "\\UP_MIX:1\\OP_HEAT:1-1", "Operation Started", "System Message", "", mix.c_str())
        + row("01:58:10", "\\UP_MIX:1\\OP_HEAT:1-1", "State Changed", "State Change", "RUNNING", heat.c_str())
        + row("02:20:44", "\\UP_MIX:1\\OP_HEAT:1-1", "TEMP_MAX", "Report", "84,7",
            rest("degC", "MIX_101", "HEAT").c_str())
        + row("02:20:45", "\\UP_MIX:1\\OP_HEAT:1-1", "State Changed", "State Change", "HELD", heat.c_str())
        + row("02:30:00", "\\UP_MIX:1\\OP_HEAT:1-1", "State Changed", "State Change", "RUNNING", heat.c_str())
        + row("03:00:00", "\\UP_MIX:1\\OP_HEAT:1-1", "State Changed", "State Change", "COMPLETE", heat.c_str())
        + row("03:00:00", "\\UP_MIX:1\\OP_HEAT:1-1", "Operation Finished", "System Message", "", mix.c_str())
        + row("03:00:05", "\\UP_MIX:1", "Unit Procedure Finished", "System Message", "MIX", mix.c_str())
        + row("03:00:05", "\\UP_MIX:1", "State Changed", "State Change", "COMPLETE", mix.c_str())
        + row("03:00:06", "\\UP_MIX:1", "Resource Released by recipe", "Recipe Arbitration", "MIX_101", unit.c_str())
        + row("03:05:00", "", "State Changed", "State Change", "COMPLETE")
        + row("03:05:00", "", "DISPOSITION", "Report", "Released")
        + row("03:05:00", "", "State Changed", "State Change", "REMOVED")
        + row("03:05:00", "", "CREAM", "System Message", "End Of BATCH");
}

} // namespace

class TestJournalTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wholeBatchInOrderOfItsEnds();
    void rowsSayWhereTheyStand();
    void doesNotDependOnHowTheBytesArrive();
    void stillRunning();
    void cutInTheMiddleOfALine();
    void operatorActions();
    void valuesAndMaterials();
    void otherEquipment();
    void gmtGivesTheOffsetPerRow();
    void anotherLanguageWithAndWithoutEnglishColumns();
    void shortFormWithoutHeader();
    void phaseInTheRecipePath();
    void coldBootEndsTheBatch();
    void beginsInTheMiddle();
    void aBatchIdUsedAgain();
    void batchesSideBySide();
    void damagedLines();
    void notAJournal();
    void openStepsAreBounded();
};

void TestJournalTable::wholeBatchInOrderOfItsEnds()
{
    QCOMPARE(read(wholeBatch()),
        std::string("parameter time=2026.03.29 02:20:44 level=phase name=HEAT asset_id=MIX_101 batch_id=L2404 "
                    "category=parameter code=TEMP_MAX value=84.7 unit=degC\n"
                    "state time=2026.03.29 02:20:45 end=2026.03.29 02:30:00 level=phase name=HEAT asset_id=MIX_101 "
                    "batch_id=L2404 code=HELD\n"
                    "step time=2026.03.29 01:58:10 end=2026.03.29 03:00:00 level=phase name=HEAT "
                    "step_id=412:CREAM\\UP_MIX:1\\OP_HEAT:1#HEAT parent_id=412:CREAM\\UP_MIX:1\\OP_HEAT:1 "
                    "asset_id=MIX_101 batch_id=L2404 status=COMPLETE\n"
                    "step time=2026.03.29 01:58:10 end=2026.03.29 03:00:00 level=operation name=OP_HEAT "
                    "step_id=412:CREAM\\UP_MIX:1\\OP_HEAT:1 parent_id=412:CREAM\\UP_MIX:1 asset_id=MIX_101 "
                    "batch_id=L2404\n"
                    "step time=2026.03.29 01:58:03 end=2026.03.29 03:00:05 level=unit_procedure name=MIX "
                    "step_id=412:CREAM\\UP_MIX:1 asset_id=MIX_101 batch_id=L2404 status=COMPLETE\n"
                    "batch time=2026.03.29 01:58:00 end=2026.03.29 03:05:00 batch_id=L2404 unique_id=412 "
                    "status=Released product=CRM-1 recipe=CREAM header=Author = somebody disposition=Released\n"));
}

void TestJournalTable::rowsSayWhereTheyStand()
{
    const std::string lines = read(wholeBatch(), true);
    QVERIFY2(lines.find("step element=line 9, 13 ") != std::string::npos, lines.c_str());
    QVERIFY2(lines.find("batch element=line 2, 20 ") != std::string::npos, lines.c_str());
}

void TestJournalTable::doesNotDependOnHowTheBytesArrive()
{
    const std::string text = wholeBatch();
    const std::string expected = read(text);
    for (const std::size_t piece : {1U, 7U, 100U}) {
        test::PiecewiseSource bytes(text, piece, piece);
        QCOMPARE(test::readFlat<JournalTable>(kJournalColumnNames, bytes), expected);
    }
}

void TestJournalTable::stillRunning()
{
    std::string text = wholeBatch();
    text.erase(text.find("2026.03.29 02:30:00"));
    const std::string lines = read(text);
    QCOMPARE(test::linesOf(lines, "state"),
        std::string(
            "state time=2026.03.29 02:20:45 level=phase name=HEAT asset_id=MIX_101 batch_id=L2404 code=HELD\n"));
    const std::string steps = test::linesOf(lines, "step");
    QCOMPARE(std::count(steps.begin(), steps.end(), '\n'), std::ptrdiff_t{3});
    QVERIFY2(steps.find(" end=") == std::string::npos, steps.c_str());
    QCOMPARE(test::linesOf(lines, "batch"),
        std::string("batch time=2026.03.29 01:58:00 batch_id=L2404 unique_id=412 status=CREATED product=CRM-1 "
                    "recipe=CREAM header=Author = somebody\n"));
}

void TestJournalTable::cutInTheMiddleOfALine()
{
    std::string text = wholeBatch();
    text.erase(text.find("\tSystem Message\tEnd Of BATCH"));
    const std::string lines = read(text);
    QVERIFY2(
        test::linesOf(lines, "damaged").starts_with("damaged text=2026.03.29 03:05:00\t412\tL2404"), lines.c_str());
    QVERIFY(test::linesOf(lines, "batch").find("end=2026.03.29 03:05:00") != std::string::npos);
}

void TestJournalTable::operatorActions()
{
    const std::string user = rest("", "MIX_101", "", "CTRL\\jdoe");
    const std::string degrees = rest("degC", "MIX_101", "", "CTRL\\jdoe");
    const std::string lines =
        read(kHeader + row("02:00:00", "", "Check the seal", "Prompt Response", "MANUAL_SAMPLE", user.c_str())
            + row("02:00:01", "", "Is it tight?", "Prompt Response", "YES", user.c_str())
            + row("02:00:02", "", "Seal was wet", "Comment", "COMMENT", user.c_str())
            + row("02:00:03", "", "TEMP_SP", "Recipe Value Change", "78,5", degrees.c_str())
            + row("02:00:04", "", "TEMP_SP", "Recipe Parameter Deviation", "91.5", degrees.c_str())
            + row("02:00:05", "", "Waiting", "Phase Message", "filling", user.c_str()));
    const std::string actor = " actor=CTRL\\jdoe\n";
    const auto line = [&](const char* time, const std::string& what) {
        return "event time=2026.03.29 " + std::string(time) + " level=batch asset_id=MIX_101 batch_id=L2404 " + what
            + actor;
    };
    QCOMPARE(test::linesOf(lines, "event"),
        line("02:00:00", "category=operator code=MANUAL_SAMPLE text=Check the seal")
            + line("02:00:01", "category=operator code=PROMPT_RESPONSE text=Is it tight?: YES")
            + line("02:00:02", "category=operator code=COMMENT text=Seal was wet")
            + line("02:00:03", "category=operator code=RECIPE_VALUE_CHANGE text=TEMP_SP value=78.5 unit=degC")
            + line("02:00:04", "category=alarm code=TEMP_SP text=TEMP_SP value=91.5 unit=degC")
            + line("02:00:05", "category=message code=PHASE_MESSAGE text=Waiting: filling"));
}

void TestJournalTable::valuesAndMaterials()
{
    const std::string lines =
        read(kHeader + row("02:00:00", "", "SIZE", "Recipe Value", "1,234", rest("kg", "").c_str())
            + row("02:00:00", "", "COLOUR", "Recipe Value", "red", rest("", "").c_str())
            + row("02:00:01", "", "Actual amount", "Material Tracking", "12.5",
                "kg\tPLANT1\tPC1\t\t\t\t\tCream base\tCB-1\tCB-1-L77")
            + row("02:00:02", "", "Target amount", "Material Tracking", "12.6",
                "kg\tPLANT1\tPC1\t\t\t\t\tCream base\tCB-1\tCB-1-L77"));
    QCOMPARE(test::linesOf(lines, "parameter"),
        std::string("parameter time=2026.03.29 02:00:00 level=batch batch_id=L2404 category=parameter code=SIZE "
                    "target=1.234 unit=kg\n"));
    QCOMPARE(test::linesOf(lines, "material"),
        std::string("material time=2026.03.29 02:00:01 level=batch batch_id=L2404 value=12.5 unit=kg material=CB-1 "
                    "material_lot=CB-1-L77 direction=consumed\n"));
    QCOMPARE(test::linesOf(lines, "event"),
        std::string(
            "event time=2026.03.29 02:00:00 level=batch batch_id=L2404 category=parameter code=COLOUR text=red\n"
            "event time=2026.03.29 02:00:02 level=batch batch_id=L2404 category=message code=MATERIAL_TRACKING "
            "text=Target amount value=12.6 unit=kg\n"));
}

void TestJournalTable::otherEquipment()
{
    const std::string pump = rest("Shared Resource", "MIX_101");
    const std::string lines = read(kHeader
        + row("02:00:00", "\\UP_MIX:1", "Resource Acquired by recipe", "Recipe Arbitration", "P_7", pump.c_str())
        + row("02:00:05", "\\UP_MIX:1", "Resource Released by recipe", "Recipe Arbitration", "P_7", pump.c_str())
        + row("02:00:06", "\\UP_MIX:1", "Resource Released by recipe", "Recipe Arbitration", "P_8", pump.c_str())
        + row("02:00:07", "\\UP_MIX:1", "Resource Acquired by recipe", "Recipe Arbitration", "P_9", pump.c_str()));
    QCOMPARE(test::linesOf(lines, "allocation"),
        std::string(
            "allocation time=2026.03.29 02:00:00 end=2026.03.29 02:00:05 asset_id=P_7 batch_id=L2404 "
            "code=ALLOCATED text=Shared Resource\n"
            "allocation time=2026.03.29 02:00:06 asset_id=P_8 batch_id=L2404 code=RELEASED text=Shared Resource\n"
            "allocation time=2026.03.29 02:00:07 asset_id=P_9 batch_id=L2404 code=ALLOCATED\n"));
}

void TestJournalTable::gmtGivesTheOffsetPerRow()
{
    const std::string lines = read("GMT\tLclTime\tUniqueID\tBatchID\tRecipe\tDescript\tEvent\tPValue\n"
                                   "2026.03.29 00:58:00\t2026.03.29 01:58:00\t1\tB1\t1:R\tx\tState Change\tCREATED\n"
                                   "2026.03.29 03:05:00\t2026.03.29 05:05:00\t1\tB1\t1:R\tx\tState Change\tREMOVED\n"
                                   "2026.03.29 03:05:00\t2026.03.29 05:12:00\t1\tB1\t1:R\tx\tComment\thello\n");
    QCOMPARE(lines,
        std::string("batch time=2026.03.29 01:58:00+01:00 end=2026.03.29 05:05:00+02:00 batch_id=B1 unique_id=1 "
                    "status=CREATED recipe=R\n"
                    "event time=GMT 2026.03.29 03:05:00 and local time 2026.03.29 05:12:00 do not agree level=batch "
                    "batch_id=B1 category=operator code=COMMENT text=x: hello\n"));
}

void TestJournalTable::anotherLanguageWithAndWithoutEnglishColumns()
{
    const std::string english =
        read("LclTime\tUniqueID\tBatchID\tRecipe\tDescript\tEvent\tPValue\n"
             "2026.03.29 01:00:00\t1\tB1\t1:R\\UP_A:1\tState Changed\tState Change\tRUNNING\n"
             "2026.03.29 02:00:00\t1\tB1\t1:R\\UP_A:1\tState Changed\tState Change\tCOMPLETE\n");
    // Words of the server in the Windows code page, translated by the table of words.
    const std::string german =
        "2026.03.29 01:00:00\t1\tB1\t1:R\\UP_A:1\tZustand ge\xE4ndert\tZustands\xE4nderung\tL\xC4UFT";
    const std::string ended =
        "2026.03.29 02:00:00\t1\tB1\t1:R\\UP_A:1\tZustand ge\xE4ndert\tZustands\xE4nderung\tBEENDET";
    const std::string header = "LclTime\tUniqueID\tBatchID\tRecipe\tDescript\tEvent\tPValue";
    QCOMPARE(read(header + "\n" + german + "\n" + ended + "\n"), english);
    // A language that nobody knows, with the English columns.
    const std::string unknown =
        "2026.03.29 01:00:00\t1\tB1\t1:R\\UP_A:1\ta\tb\tc\tState Changed\tState Change\tRUNNING\n"
        "2026.03.29 02:00:00\t1\tB1\t1:R\\UP_A:1\ta\tb\td\tState Changed\tState Change\tCOMPLETE\n";
    QCOMPARE(read(header + "\tDescriptAPI\tEventAPI\tPValueAPI\n" + unknown), english);
    QCOMPARE(test::linesOf(english, "step"),
        std::string("step time=2026.03.29 01:00:00 end=2026.03.29 02:00:00 level=unit_procedure name=UP_A "
                    "step_id=1:R\\UP_A:1 batch_id=B1 status=COMPLETE\n"));
}

void TestJournalTable::shortFormWithoutHeader()
{
    const auto line = [](const char* time, const char* state) {
        return std::string("2026.03.29 ") + time
            + "\tL1\t412:CREAM\\UP_MIX:1\\OP_HEAT:1-1\tState Changed\tState Change\t" + state
            + "\t\tPLANT1\tPC1\tMIX_101\tHEAT_1\tHeating\tjdoe\t412\r\n";
    };
    QCOMPARE(test::linesOf(read(line("01:00:00", "RUNNING") + line("02:00:00", "STOPPED")), "step"),
        std::string("step time=2026.03.29 01:00:00 end=2026.03.29 02:00:00 level=phase name=Heating "
                    "step_id=412:CREAM\\UP_MIX:1\\OP_HEAT:1#HEAT_1 parent_id=412:CREAM\\UP_MIX:1\\OP_HEAT:1 "
                    "asset_id=MIX_101 batch_id=L1 status=STOPPED\n"));
}

void TestJournalTable::phaseInTheRecipePath()
{
    const std::string heat = rest("", "MIX_101", "HEAT_1");
    const std::string lines = read(kHeader
        + row("01:00:00", "\\UP_MIX:1\\OP_HEAT:1\\HEAT:1-1", "State Changed", "State Change", "RUNNING", heat.c_str())
        + row(
            "02:00:00", "\\UP_MIX:1\\OP_HEAT:1\\HEAT:1-1", "State Changed", "State Change", "COMPLETE", heat.c_str()));
    QCOMPARE(test::linesOf(lines, "step"),
        std::string("step time=2026.03.29 01:00:00 end=2026.03.29 02:00:00 level=phase name=HEAT_1 "
                    "step_id=412:CREAM\\UP_MIX:1\\OP_HEAT:1\\HEAT:1 parent_id=412:CREAM\\UP_MIX:1\\OP_HEAT:1 "
                    "asset_id=MIX_101 batch_id=L2404 status=COMPLETE\n"));
}

void TestJournalTable::coldBootEndsTheBatch()
{
    const std::string lines = read(kHeader + row("01:00:00", "", "State Changed", "State Change", "CREATED")
        + row("01:00:01", "\\UP_MIX:1", "State Changed", "State Change", "RUNNING")
        + row("04:00:00", "", "Batch terminated by COLD boot of the server", "System Message", ""));
    QCOMPARE(test::linesOf(lines, "batch"),
        std::string("batch time=2026.03.29 01:00:00 end=2026.03.29 04:00:00 batch_id=L2404 unique_id=412 "
                    "status=TERMINATED recipe=CREAM\n"));
    // Nobody knows when the step ended.
    QVERIFY(test::linesOf(lines, "step").find(" end=") == std::string::npos);
}

void TestJournalTable::beginsInTheMiddle()
{
    const std::string heat = rest("", "MIX_101", "HEAT");
    const std::string lines = read(kHeader
        + row("03:00:00", "\\UP_MIX:1\\OP_HEAT:1-1", "State Changed", "State Change", "COMPLETE", heat.c_str())
        + row("03:05:00", "", "CREAM", "System Message", "End Of BATCH"));
    QCOMPARE(test::linesOf(lines, "step"), std::string());
    QCOMPARE(test::linesOf(lines, "step_end"),
        std::string("step_end time=2026.03.29 03:00:00 level=phase name=HEAT "
                    "step_id=412:CREAM\\UP_MIX:1\\OP_HEAT:1#HEAT parent_id=412:CREAM\\UP_MIX:1\\OP_HEAT:1 "
                    "asset_id=MIX_101 batch_id=L2404 status=COMPLETE\n"));
    QCOMPARE(test::linesOf(lines, "batch"),
        std::string("batch end=2026.03.29 03:05:00 batch_id=L2404 unique_id=412 recipe=CREAM\n"));
}

void TestJournalTable::aBatchIdUsedAgain()
{
    std::string again = wholeBatch().substr(std::string(kHeader).size());
    for (std::size_t at = again.find("\t412\t"); at != std::string::npos; at = again.find("\t412\t", at + 1))
        again.replace(at, 5, "\t413\t");
    const std::string lines = read(wholeBatch() + again);
    const std::string batches = test::linesOf(lines, "batch");
    QCOMPARE(std::count(batches.begin(), batches.end(), '\n'), std::ptrdiff_t{2});
    QVERIFY(batches.find("unique_id=412") != std::string::npos && batches.find("unique_id=413") != std::string::npos);
}

void TestJournalTable::batchesSideBySide()
{
    const auto line = [](int unique, const char* time, const char* state) {
        const std::string id = std::to_string(unique);
        return "2026.03.29 " + std::string(time) + "\t" + id + "\tB" + id + "\t" + id + ":R\\UP:1\tx\tState Change\t"
            + state + "\n";
    };
    const std::string lines =
        read("LclTime\tUniqueID\tBatchID\tRecipe\tDescript\tEvent\tPValue\n" + line(1, "01:00:00", "RUNNING")
            + line(2, "01:00:00", "RUNNING") + line(1, "02:00:00", "COMPLETE") + line(2, "03:00:00", "ABORTED"));
    QCOMPARE(test::linesOf(lines, "step"),
        std::string("step time=2026.03.29 01:00:00 end=2026.03.29 02:00:00 level=unit_procedure name=UP "
                    "step_id=1:R\\UP:1 batch_id=B1 status=COMPLETE\n"
                    "step time=2026.03.29 01:00:00 end=2026.03.29 03:00:00 level=unit_procedure name=UP "
                    "step_id=2:R\\UP:1 batch_id=B2 status=ABORTED\n"));
}

void TestJournalTable::damagedLines()
{
    using namespace std::string_literals;
    const std::string lines = read(kHeader + "\n\0\0\0\nnonsense\n"s + row("01:00:00", "", "x", "", "y") + kHeader
        + row("01:00:00", "", "x", "Comment", "y"));
    const std::string damaged = test::linesOf(lines, "damaged");
    QCOMPARE(std::count(damaged.begin(), damaged.end(), '\n'), std::ptrdiff_t{2});
    const std::string events = test::linesOf(lines, "event");
    QCOMPARE(std::count(events.begin(), events.end(), '\n'), std::ptrdiff_t{1});
}

void TestJournalTable::notAJournal()
{
    QVERIFY(read("").find("error ") == 0);
    QVERIFY(read("a\tb\n").find("neither a header nor a row") != std::string::npos);
    QVERIFY(read("0|12/03/2026|08:15:00|Login|operator|1|60|\n").find("InduSoft") != std::string::npos);
    using namespace std::string_literals;
    QVERIFY(read("ElfFile\0\0\0\0\0"s).find("Windows event log") != std::string::npos);
}

void TestJournalTable::openStepsAreBounded()
{
    std::string text = "LclTime\tUniqueID\tBatchID\tRecipe\tDescript\tEvent\tPValue\n";
    for (std::size_t i = 0; i <= JournalTable::kMaxOpen; ++i)
        text += "2026.03.29 01:00:00\t1\tB\t1:R\\U" + std::to_string(i) + ":1\tx\tState Change\tRUNNING\n";
    QVERIFY(read(text).find("no journal of batches") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestJournalTable)
#include "tst_journal_table.moc"
