// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/proposal/learnt_headings.h"

#include "importers/profile/profile_writer.h"
#include "importers/proposal/propose.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;

namespace {

const std::string kList = "Stillgesetzt;Wo;Was war los;Lage\n"
                          "03.02.2026 07:15;TAB-1;Stau;r\n03.02.2026 08:15;TAB-2;Stau;b\n"
                          "03.02.2026 09:15;TAB-1;Tür;r\n04.02.2026 07:15;TAB-1;Stau;r\n"
                          "04.02.2026 08:15;TAB-2;Tür;b\n05.02.2026 07:15;TAB-1;Stau;r\n";

SourceHead headOf(const std::string& bytes)
{
    MemorySource source(bytes);
    return readSourceHead(source, "liste.csv", {}).value();
}

Profile keptProfile(const std::string& lines)
{
    return parseProfile("[profile]\nname = line-1\ncolumns = Wo\n" + lines, "line-1").value();
}

std::string valueOf(const MappingProposal& proposal, std::string_view column)
{
    const TableMapping& table = proposal.profile.tables.front();
    for (const ColumnMapping& mapping : table.columns)
        if (tableSpec(table.table).columns[mapping.column].name == column)
            return templateText(mapping.value);
    return {};
}

} // namespace

class TestLearntHeadings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void headingsOfKeptMappingsAreKnown()
    {
        const Profile own = keptProfile("[map how]\nr = running\nb = broken\n[table events]\ntime = {STILLGESETZT}\n"
                                        "asset_id = {Wo}\ncategory = state\ncode = {Was war los|upper}\n"
                                        "severity = {Lage|map:how}\n");
        const MappingProposal before = proposeMapping(headOf(kList), TableId::Events);
        QCOMPARE(valueOf(before, "asset_id"), std::string());
        const MappingProposal after = proposeMapping(headOf(kList), TableId::Events, {own});
        QCOMPARE(valueOf(after, "time"), std::string("{Stillgesetzt}"));
        QCOMPARE(valueOf(after, "asset_id"), std::string("{Wo}"));
        QCOMPARE(valueOf(after, "code"), std::string("{Was war los|upper}"));
        QCOMPARE(valueOf(after, "severity"), std::string("{Lage|map:how}"));
        QCOMPARE(after.profile.maps.at("how").values.at("r"), std::string("running"));
        QVERIFY(writeProfile(after.profile).has_value());
        const auto guess = std::find_if(after.guesses.begin(), after.guesses.end(),
            [](const ColumnGuess& g) { return g.column == *tableSpec(TableId::Events).find("asset_id"); });
        QCOMPARE(guess->reason.english(), std::string("the profile 'line-1' uses the heading so"));
        QCOMPARE(proposeMappings(headOf(kList), {own}).front().table, TableId::Events);
    }

    void whatTheValuesContradictIsNotProposed()
    {
        const Profile own = keptProfile("[table events]\ntime = {Was war los}\ncategory = state\ncode = {Wo}\n");
        const MappingProposal proposal = proposeMapping(headOf(kList), TableId::Events, {own});
        QVERIFY(valueOf(proposal, "time") != "{Was war los}");
        QCOMPARE(valueOf(proposal, "code"), std::string("{Wo}"));
    }

    void whatDependsOnOtherColumnsIsNotLearnt()
    {
        const std::vector<Profile> own{keptProfile("[table events]\nwhen = {Lage} = r\ntime = {Stillgesetzt}\n"
                                                   "category = state\ncode = {Wo}\n"),
            keptProfile(
                "[table work_orders]\nwork_order_id = {Wo}/{Lage}\nasset_id = {column 2}\nreported = {Tag} {Zeit}\n"
                "text = {Was war los|several:Lage}\n")};
        const LearntHeadings learnt(own);
        for (const char* heading : {"Stillgesetzt", "Wo", "Tag", "column 2", "Was war los"})
            for (const TableSpec& table : allTables())
                QVERIFY2(learnt.find(readHeading(heading), table.id) == nullptr, heading);
    }

    void bracketsAndPlacesTellHeadingsApart()
    {
        const std::vector<Profile> own{keptProfile("[table work_orders]\nwork_order_id = {Nr}\nasset_id = {Mach (2)}\n"
                                                   "due = {Termin (Soll)}\nfinished = {Termin (Ist)}\n")};
        const LearntHeadings learnt(own);
        const auto columnOf = [&](const char* heading) {
            const LearntUse* use = learnt.find(readHeading(heading), TableId::WorkOrders);
            return use == nullptr ? std::string()
                                  : std::string(tableSpec(TableId::WorkOrders).columns[use->column].name);
        };
        QCOMPARE(columnOf("Termin (Ist)"), std::string("finished"));
        QCOMPARE(columnOf("termin (soll)"), std::string("due"));
        QCOMPARE(columnOf("Termin"), std::string());
        QCOMPARE(columnOf("Mach"), std::string());
        QCOMPARE(columnOf("Mach (2)"), std::string());
    }

    void theFirstOfTwoProfilesCounts()
    {
        const std::vector<Profile> own{keptProfile("[table events]\ntime = {A}\ncategory = state\ncode = {Wo}\n"),
            keptProfile("[table events]\ntime = {A}\ncategory = state\ncode = {B}\nasset_id = {Wo}\n")};
        const LearntHeadings learnt(own);
        const LearntUse* use = learnt.find(readHeading("wo"), TableId::Events);
        QVERIFY(use != nullptr);
        QCOMPARE(use->profile, &own.front());
        QCOMPARE(use->column, *tableSpec(TableId::Events).find("code"));
    }
};

QTEST_APPLESS_MAIN(TestLearntHeadings)
#include "tst_learnt_headings.moc"
