// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/proposal/mapping_edit.h"

#include "importers/profile/profile_writer.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;

namespace {

const std::vector<std::string> kColumns{"Machine", "Stopped", "Resumed", "Reason", "Shift"};

Profile stops()
{
    return parseProfile("[profile]\nname = stops\ncolumns = Machine, Stopped\n[table events]\ntime = {Stopped}\n"
                        "asset_id = {Machine}\ncategory = state\ncode = {Reason}\nend = {Stopped} + {Resumed}\n"
                        "[table assets]\nasset_id = {Machine}\n",
        "stops")
        .value();
}

MapTarget eventColumn(std::string_view column)
{
    return {0, *tableSpec(TableId::Events).find(column)};
}

} // namespace

class TestMappingEdit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void usesAreSeenFromTheColumns()
    {
        const auto uses = columnUses(stops(), kColumns);
        QCOMPARE(uses[0].targets.size(), std::size_t{2}); // event and asset
        QCOMPARE(uses[1].targets.size(), std::size_t{2}); // time and end
        QCOMPARE(uses[1].first, std::size_t{2});
        QCOMPARE(uses[2].targets.size(), std::size_t{1});
        QCOMPARE(uses[2].first, std::size_t{0}); // a later part of end
        QVERIFY(uses[4].targets.empty());
        const auto made = madeValues(stops());
        QCOMPARE(made.size(), std::size_t{2}); // category, and end that is made of two
        QCOMPARE(made[0].value, std::string("state"));
        QCOMPARE(made[1].value, std::string("{Stopped} + {Resumed}"));
        QVERIFY(missingValues(stops()).empty());
    }

    void aColumnBecomesOneThingOnly()
    {
        Profile profile = stops();
        setTarget(profile, kColumns, 3, eventColumn("text"));
        QCOMPARE(valueText(profile, eventColumn("text")), std::string("{Reason}"));
        QVERIFY(valueText(profile, eventColumn("code")).empty());
        const auto missing = missingValues(profile);
        QCOMPARE(missing.size(), std::size_t{1});
        QVERIFY(missing.front() == eventColumn("code"));
        QVERIFY(!writeProfile(profile).has_value());
        QVERIFY(setValue(profile, eventColumn("code"), "STOP").has_value());
        QVERIFY(writeProfile(profile).has_value());
    }

    void aColumnIsKeptOrLeftOut()
    {
        Profile profile = stops();
        setIgnored(profile, kColumns, 4, true);
        QVERIFY(columnUses(profile, kColumns)[4].isIgnored);
        setTarget(profile, kColumns, 4, std::nullopt);
        QVERIFY(!columnUses(profile, kColumns)[4].isIgnored);
        setTarget(profile, kColumns, 0, std::nullopt);
        QVERIFY(columnUses(profile, kColumns)[0].targets.empty());
        QCOMPARE(missingValues(profile).size(), std::size_t{1}); // the asset's id; that of an event is optional
    }

    void aWrongValueIsRefusedAndChangesNothing()
    {
        Profile profile = stops();
        const Result<void> set = setValue(profile, eventColumn("code"), "{Reason");
        QVERIFY(!set);
        QCOMPARE(set.error().code, ErrorCode::InvalidProfile);
        QCOMPARE(valueText(profile, eventColumn("code")), std::string("{Reason}"));
        QVERIFY(setValue(profile, eventColumn("code"), "").has_value());
        QVERIFY(valueText(profile, eventColumn("code")).empty());
    }

    void valuesGoThroughAMap()
    {
        Profile profile = stops();
        ValueMap map;
        map.values["Feeder jam"] = "JAM";
        setValueMap(profile, eventColumn("code"), map);
        QCOMPARE(valueText(profile, eventColumn("code")), std::string("{Reason|map:events-code}"));
        QCOMPARE(valueMapOf(profile, eventColumn("code")).values.at("Feeder jam"), std::string("JAM"));
        QVERIFY(writeProfile(profile).has_value());
        setValueMap(profile, eventColumn("code"), {});
        QCOMPARE(valueText(profile, eventColumn("code")), std::string("{Reason}"));
    }

    void rowsAreChosenByTheTextsOfColumns()
    {
        Profile profile = stops();
        QVERIFY(rowChoicesOf(profile, 0).empty());
        const std::vector<RowChoice> choices{
            {"Shift", false, {"early", "late, night"}}, {"Reason", true, {"", "Test"}}};
        setRowChoices(profile, 0, choices);
        QCOMPARE(rowChoicesOf(profile, 0), choices);
        QVERIFY(rowChoicesOf(profile, 1).empty());
        // A profile says the same.
        const Result<std::string> written = writeProfile(profile);
        QVERIFY(written.has_value());
        QVERIFY2(written->find("when = {Shift} in early, \"late, night\"") != std::string::npos, written->c_str());
        QCOMPARE(rowChoicesOf(parseProfile(*written, "stops").value(), 0), choices);
        setRowChoices(profile, 0, {{"Shift", false, {}}, {"", false, {"x"}}}); // that say nothing
        QVERIFY(profile.tables[0].when.empty());
    }

    void whatAProfileTestsBeyondACellIsKept()
    {
        Profile profile = parseProfile("[profile]\nname = stops\ncolumns = Machine\n[table assets]\n"
                                       "when = {Machine|before:-} = TAB\nwhen = {Machine} != \nasset_id = {Machine}\n",
            "stops")
                              .value();
        QCOMPARE(rowChoicesOf(profile, 0), (std::vector<RowChoice>{{"Machine", true, {""}}}));
        setRowChoices(profile, 0, {});
        QCOMPARE(profile.tables[0].when.size(), std::size_t{1});
        QVERIFY(writeProfile(profile)->find("{Machine|before:-} = TAB") != std::string::npos);
    }

    void tagsAreColumnsOfALongTable()
    {
        const std::vector<std::string> columns{"time", "P1", "T1", "Operator"};
        Profile profile = parseProfile("[profile]\nname = wide\ncolumns = time\n[table samples]\neach = *\n"
                                       "time = {time}\ntag = {@name}\nvalue = {@value}\n",
            "wide")
                              .value();
        const std::size_t value = *tableSpec(TableId::Samples).find("value");
        for (std::size_t i = 1; i < 4; ++i)
            QVERIFY(columnUses(profile, columns)[i].targets.front() == (MapTarget{0, value}));
        setTarget(profile, columns, 3, std::nullopt);
        QCOMPARE(profile.tables[0].each, (std::vector<std::string>{"P1", "T1"}));
        setTarget(profile, columns, 3, MapTarget{0, value});
        QCOMPARE(profile.tables[0].each, (std::vector<std::string>{"P1", "T1", "Operator"}));
    }

    void theMostFrequentValuesComeFirst()
    {
        SourceHead head;
        head.rows = {{"a"}, {"b"}, {"b"}, {""}, {}};
        const auto values = valuesOf(head, 0, 10);
        QCOMPARE(values.size(), std::size_t{2});
        QCOMPARE(values[0].value, std::string("b"));
        QCOMPARE(values[0].count, std::size_t{2});
    }
};

QTEST_GUILESS_MAIN(TestMappingEdit)
#include "tst_mapping_edit.moc"
