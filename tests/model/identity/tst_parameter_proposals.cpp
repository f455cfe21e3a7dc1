// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Small lists of tags written for these tests; no real data.
#include "model/identity/instrument_letters.h"
#include "model/identity/parameter_proposals.h"
#include "tests/support/dataset_builder.h"

#include <QTest>

using namespace antecedent;
using test::DatasetBuilder;

namespace {

// Two kettles and a tank. A tag without parameter is one that no list describes; with an empty one, one that the list
// leaves open.
struct Plant
{
    Plant()
    {
        builder.asset("HALL", {}, "hall");
        for (const char* kettle : {"K-11", "K-12", "K-13"})
            builder.asset(kettle, "HALL", "kettle").asset(std::string(kettle) + "-TI", kettle, "thermometer");
        builder.asset("T-20", "HALL", "tank").asset("T-20-TI", "T-20", "thermometer");
    }

    Plant& tag(const std::string& name, const std::string& parameter, const std::string& unit = {},
        const std::string& description = {})
    {
        stated[name] = parameter;
        return sampled(name, unit, description, parameter);
    }
    Plant& sampled(const std::string& name, const std::string& unit = {}, const std::string& description = {},
        const std::string& parameter = {})
    {
        builder.later([=](Dataset& d) {
            Tag tag;
            tag.name = name;
            tag.parameter = parameter;
            tag.unit = unit;
            tag.sampleCount = 7;
            if (!description.empty())
                tag.head.attributes["DESC"] = description;
            d.tags.push_back(tag);
        });
        return *this;
    }
    Plant& batchParameter(const std::string& name, const std::string& unit = {})
    {
        builder.later([=](Dataset& d) {
            Parameter parameter;
            parameter.parameter = name;
            parameter.unit = unit;
            d.parameters.push_back(parameter);
        });
        return *this;
    }

    std::vector<AliasProposal> propose()
    {
        data = builder.take();
        return proposeParameters({data, stated, confirmed, refused});
    }

    DatasetBuilder builder;
    std::map<std::string, std::string> stated;
    std::set<std::string> confirmed;
    std::set<std::string> refused;
    Dataset data;
};

AliasProposal of(const std::vector<AliasProposal>& proposals, const std::string& name)
{
    for (const AliasProposal& proposal : proposals)
        if (proposal.name == name)
            return proposal;
    return {};
}

std::string best(const AliasProposal& proposal)
{
    return proposal.candidates.empty() ? std::string() : proposal.candidates.front().parameter;
}

} // namespace

class TestParameterProposals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSisterSaysIt()
    {
        Plant plant;
        const auto all = plant.tag("K11.TI01.PV", "temperature", "degC").tag("K12.TI01.PV", "", "degC").propose();
        const AliasProposal open = of(all, "K12.TI01.PV");
        QCOMPARE(open.kind, NameKind::Parameter);
        QCOMPARE(open.state, NameState::Open);
        QCOMPARE(open.records, std::size_t{7});
        QCOMPARE(best(open), std::string("temperature"));
        QVERIFY(open.isSafe);
        QCOMPARE(open.candidates.front().reasons.front().english(),
            std::string("K11.TI01.PV, the same tag of a sister asset, measures this"));
        QVERIFY(!open.candidates.front().asset.valid());
        QCOMPARE(of(all, "K11.TI01.PV").state, NameState::Stated);
    }

    void sistersDifferInANumberOrTheLastLetter()
    {
        Plant plant;
        plant.builder.asset("MIXER-A", "HALL", "mixer").asset("MIXER-B", "HALL", "mixer");
        QVERIFY(of(plant.tag("MIXER-A.SI1", "speed").tag("MIXER-B.SI1", "").propose(), "MIXER-B.SI1").isSafe);
    }

    void aTagThatNoListHasCountsToo()
    {
        Plant plant;
        const auto all = plant.tag("K11.TI01.PV", "temperature").sampled("K12.TI01.PV").propose();
        QVERIFY(of(all, "K12.TI01.PV").isSafe);
    }

    // Sisters that disagree, another number, another class of asset, another unit: proposed, not safe.
    void doubtIsNeverSafe()
    {
        Plant disagree;
        disagree.tag("K11.TI01", "temperature").tag("K12.TI01", "jacket temperature").tag("K13.TI01", "");
        const AliasProposal either = of(disagree.propose(), "K13.TI01");
        QCOMPARE(either.candidates.size(), std::size_t{2});
        QVERIFY(!either.isSafe);

        Plant number;
        const AliasProposal second =
            of(number.tag("K11.TI01", "temperature", "degC").tag("K12.TI02", "", "degC").propose(), "K12.TI02");
        QCOMPARE(best(second), std::string("temperature"));
        QVERIFY(!second.isSafe);

        Plant elsewhere;
        elsewhere.tag("K11.TI01", "kettle temperature", "degC").tag("K12.TI01", "kettle temperature", "degC");
        const AliasProposal tank = of(elsewhere.tag("T20.TI01", "", "degC").propose(), "T20.TI01");
        QCOMPARE(best(tank), std::string("kettle temperature"));
        QVERIFY(!tank.isSafe);

        Plant mixedClass;
        mixedClass.builder.asset("U-AIR", "HALL", "utility").asset("U-STEAM", "HALL", "utility");
        const AliasProposal steam = of(
            mixedClass.tag("UAIR.PI01", "air pressure", "bar").tag("USTEAM.PI01", "", "bar").propose(), "USTEAM.PI01");
        QCOMPARE(best(steam), std::string("air pressure"));
        QVERIFY(!steam.isSafe);

        Plant unit;
        const AliasProposal other = of(unit.tag("K11.X1", "torque", "%").tag("K12.X1", "", "rpm").propose(), "K12.X1");
        QVERIFY(!other.isSafe);
        QCOMPARE(other.candidates.front().objections.front().english(), std::string("the unit is rpm, elsewhere %"));
    }

    // The instrument's own class says nothing of what it sits on.
    void anInstrumentOfAnotherUnitIsNoSister()
    {
        Plant plant;
        const auto all = plant.tag("K11.TI.PV", "kettle temperature").tag("T20.TI.PV", "").propose();
        QVERIFY(!of(all, "T20.TI.PV").isSafe);
    }

    void aNumberAloneTellsNothing()
    {
        Plant plant;
        QVERIFY(of(plant.tag("K11.1", "temperature").tag("K12.1.PV", "").propose(), "K12.1.PV").candidates.empty());
    }

    void lettersOfTheStandardAreAWeakClue()
    {
        Plant plant;
        plant.batchParameter("Feed flow").batchParameter("pressure", "bar").batchParameter("differential pressure");
        const auto all = plant.tag("T20.FIC01", "").tag("T20.PDI01", "").tag("T20.PI01.PV", "", "bar").propose();
        QCOMPARE(best(of(all, "T20.FIC01")), std::string("Feed flow"));
        QVERIFY(!of(all, "T20.FIC01").isSafe);
        QCOMPARE(best(of(all, "T20.PDI01")), std::string("differential pressure"));
        QCOMPARE(best(of(all, "T20.PI01.PV")), std::string("pressure"));
    }

    void knowsCodesOfInstruments_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("letter"); // and a d for a difference
        for (const auto& [code, letter] : std::vector<std::pair<const char*, const char*>>{{"ti", "t"}, {"pdit", "pd"},
                 {"fic", "f"}, {"fqi", "q"}, {"f", "f"}, {"tv", ""}, {"psh", ""}, {"ph", ""}, {"sp", ""}, {"out", ""},
                 {"", ""}, {"ttttt", ""}, {"xi", ""}})
            QTest::newRow(code) << QString::fromLatin1(code) << QString::fromLatin1(letter);
    }
    void knowsCodesOfInstruments()
    {
        QFETCH(const QString, code);
        QFETCH(const QString, letter);
        const auto found = measuredLetter(code.toStdString());
        std::string text;
        if (found)
            text = std::string(1, found->first) + (found->isDifference ? "d" : "");
        QCOMPARE(text, letter.toStdString());
        QVERIFY(isMeasuredBy({'t', false}, {"manteltemperatur"}));
        QVERIFY(!isMeasuredBy({'p', false}, {"filter", "differential", "pressure"}));
    }

    void readsNamesAndDescriptions()
    {
        Plant plant;
        plant.batchParameter("Jacket temperature").batchParameter("temperature").batchParameter("vibration");
        plant.batchParameter("dissolved oxygen");
        const auto all = plant.tag("K11/JacketTemperature.PV", "")
                             .tag("K12.VIB", "")
                             .tag("K12.DO01", "")
                             .tag("x9", "", "", "Jacket temperature of K-11")
                             .tag("x10", "", "", "vibration")
                             .propose();
        QCOMPARE(best(of(all, "K11/JacketTemperature.PV")), std::string("Jacket temperature"));
        QVERIFY(of(all, "K11/JacketTemperature.PV").isSafe);
        QCOMPARE(best(of(all, "K12.VIB")), std::string("vibration"));
        QCOMPARE(best(of(all, "K12.DO01")), std::string("dissolved oxygen"));
        QCOMPARE(best(of(all, "x9")), std::string("Jacket temperature"));
        QVERIFY(!of(all, "x9").isSafe);
        QVERIFY(of(all, "x10").isSafe);
        QCOMPARE(of(all, "x10").candidates.front().reasons.front().english(),
            std::string("the column DESC says it: vibration"));
    }

    // Without a list of assets the part in front of the first mark is some holder.
    void readsTagsWithoutAssets()
    {
        Plant plant;
        const auto all = plant.tag("U1.TIC1", "temperature").tag("U2.TIC1", "").propose();
        QCOMPARE(best(of(all, "U2.TIC1")), std::string("temperature"));
        QVERIFY(!of(all, "U2.TIC1").isSafe);
    }

    void everyCandidateIsAWordOfTheFile()
    {
        Plant none;
        QVERIFY(none.tag("K11.TEMPERATURE", "").propose().empty());
        Plant spellings;
        spellings.tag("K11.A1", "flow_rate").tag("K12.A1", "Flow rate").tag("K11.B1", "Flow rate");
        const auto all = spellings.batchParameter("FLOW RATE").tag("K13.A1", "").propose();
        QCOMPARE(of(all, "K13.A1").candidates.size(), std::size_t{1});
        QCOMPARE(best(of(all, "K13.A1")), std::string("Flow rate"));
    }

    // Neither "K11.TI01" nor "temperature of K-11" is a quantity that K-12 could have.
    void doesNotTeachWhatIsOfOneTag()
    {
        Plant plant;
        plant.tag("K11.TI01", "K11.TI01").tag("K11.TI02", "temperature of K-11").tag("K12.TI01", "");
        const auto all = plant.tag("K12.TI02", "").propose();
        QVERIFY(of(all, "K12.TI01").candidates.empty() || !of(all, "K12.TI01").isSafe);
        QVERIFY(best(of(all, "K12.TI01")) != std::string("K11.TI01"));
        QVERIFY(!of(all, "K12.TI02").isSafe);
    }

    void whatAPersonSaidStands()
    {
        Plant plant;
        plant.confirmed = {"K12.TI01"};
        plant.refused = {"K13.TI01"};
        plant.tag("K11.TI01", "temperature").tag("K13.TI01", "").sampled("K12.TI01", "", "", "mash temperature");
        const auto all = plant.propose();
        QCOMPARE(of(all, "K12.TI01").state, NameState::Confirmed);
        QCOMPARE(best(of(all, "K12.TI01")), std::string("mash temperature"));
        QVERIFY(of(all, "K13.TI01").candidates.empty());
    }

    void endsEarlyWhenStopped()
    {
        Plant plant;
        plant.tag("K11.TI01", "temperature").tag("K12.TI01", "").propose();
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(proposeParameters({plant.data, plant.stated, {}, {}}, stop.get_token()).empty());
    }
};

QTEST_APPLESS_MAIN(TestParameterProposals)
#include "tst_parameter_proposals.moc"
