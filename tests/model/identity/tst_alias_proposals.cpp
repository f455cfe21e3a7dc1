// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Small plants written for these tests; no real data.
#include "model/identity/alias_proposals.h"
#include "tests/support/dataset_builder.h"

#include <QTest>

#include <set>

using namespace antecedent;
using test::DatasetBuilder;

namespace {

// Two fermenters with parts, a cooling machine, and whatever a test adds. `names` are those that no list has.
struct Plant
{
    Plant()
    {
        builder.asset("AREA-1", {}, "area");
        for (const char* unit : {"B-11", "B-12"}) {
            const std::string id(unit);
            builder.asset(id, "AREA-1", "bioreactor").asset(id + "-MX", id, "mixer");
            builder.asset(id + "-PH", id, "ph_probe").asset(id + "-SV", id, "valve");
        }
        builder.asset("CH-09", "AREA-1", "chiller").asset("CH-10", "AREA-1", "chiller");
    }

    Plant& describe(const std::string& id, const std::string& text, const std::string& cmms = {})
    {
        builder.later([=](Dataset& d) {
            Asset& asset = d.assets[d.findAsset(id).value];
            asset.description = text;
            asset.cmmsId = cmms;
        });
        return *this;
    }

    Plant& name(const std::string& text)
    {
        names.insert(text);
        builder.asset(text);
        return *this;
    }

    Plant& order(const std::string& id, const std::string& asset, const std::string& text)
    {
        builder.workOrder(id, asset, "CM", "2026-01-05T08:00:00Z", "2026-01-05T10:00:00Z",
            [&](WorkOrder& order) { order.text = text; });
        return *this;
    }

    Plant& tag(const std::string& tagName, const std::string& asset, const std::string& parameter)
    {
        if (!asset.empty())
            stated[tagName] = asset;
        else
            stated[tagName] = {};
        builder.later([=](Dataset& d) {
            Tag tag;
            tag.name = tagName;
            tag.asset = d.findAsset(asset);
            tag.parameter = parameter;
            d.tags.push_back(tag);
        });
        return *this;
    }

    std::vector<AliasProposal> propose()
    {
        data = builder.take();
        for (Asset& asset : data.assets)
            asset.isImplicit = names.contains(asset.id);
        for (const Asset& asset : data.assets)
            if (!asset.cmmsId.empty())
                data.assetNames.try_emplace(asset.cmmsId, data.findAsset(asset.id));
        return proposeAliases({data, stated, confirmed, refused});
    }

    // The only proposal for the name.
    const AliasProposal* of(const std::vector<AliasProposal>& proposals, const std::string& text) const
    {
        for (const AliasProposal& proposal : proposals)
            if (proposal.name == text)
                return &proposal;
        return nullptr;
    }
    std::string best(const AliasProposal* proposal) const
    {
        return proposal && !proposal->candidates.empty() ? data.assets[proposal->candidates[0].asset.value].id
                                                         : std::string();
    }

    DatasetBuilder builder;
    std::set<std::string> names;
    std::map<std::string, std::string> stated;
    std::set<std::string> confirmed;
    std::set<std::string> refused;
    Dataset data;
};

bool hasReason(const AliasCandidate& candidate, const char* text)
{
    for (const Phrase& reason : candidate.reasons)
        if (reason.contains(text))
            return true;
    return false;
}

} // namespace

class TestAliasProposals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proposesByTheName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("asset");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("isSafe");
        QTest::newRow("number in front") << "10-B11"
                                         << "B-11"
                                         << "number in front" << true;
        QTest::newRow("zeros") << "CH-9"
                               << "CH-09"
                               << "zeros in front" << true;
        QTest::newRow("class and number") << "Chiller 9"
                                          << "CH-09"
                                          << "words stand in" << true;
        QTest::newRow("a letter is missing") << "Chiler 10"
                                             << "CH-10"
                                             << "words stand in" << false;
        QTest::newRow("other order") << "MX-B-11"
                                     << "B-11-MX"
                                     << "another order" << true;
        QTest::newRow("part by its class") << "10-B12-Mixer"
                                           << "B-12-MX"
                                           << "'mixer' stands in its class" << false;
        QTest::newRow("part by a short form") << "B12.MXR"
                                              << "B-12-MX"
                                              << "words stand in" << false;
        QTest::newRow("other number") << "B-13"
                                      << ""
                                      << "" << false;
        QTest::newRow("number of a part") << "B-12-99"
                                          << "B-12"
                                          << "contains that of B-12" << false;
        QTest::newRow("number alone") << "11"
                                      << ""
                                      << "" << false;
        QTest::newRow("O for 0") << "CH-1O"
                                 << "CH-10"
                                 << "O is read as 0" << false;
        QTest::newRow("nothing alike") << "X-4711"
                                       << ""
                                       << "" << false;
    }
    void proposesByTheName()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, asset);
        QFETCH(const QString, reason);
        QFETCH(const bool, isSafe);
        Plant plant;
        const std::string text = name.toStdString();
        const auto proposals = plant.name(text).order("1", text, "seal leaks").propose();
        const AliasProposal* proposal = plant.of(proposals, text);
        QCOMPARE(plant.best(proposal), asset.toStdString());
        if (asset.isEmpty())
            return;
        QVERIFY2(hasReason(proposal->candidates[0], reason.toUtf8().constData()),
            proposal->candidates[0].reasons.front().english().c_str());
        QCOMPARE(proposal->isSafe, isSafe);
        QCOMPARE(proposal->state, NameState::Open);
        QCOMPARE(proposal->records, std::size_t{1});
        for (const AliasCandidate& candidate : proposal->candidates)
            QVERIFY(candidate.score >= kLeastScore && candidate.score < 1);
    }

    void readsNumbersOfSpreadsheets()
    {
        Plant plant;
        plant.builder.asset("1").asset("10");
        const auto proposals = plant.name("1.0").order("1", "1.0", "").propose();
        const AliasProposal* proposal = plant.of(proposals, "1.0");
        QCOMPARE(plant.best(proposal), std::string("1"));
        QVERIFY(proposal->isSafe);
        QVERIFY(hasReason(proposal->candidates[0], "same number"));
    }

    void asksWhereSeveralFit()
    {
        Plant plant;
        plant.builder.asset("10-V1").asset("20-V1");
        const auto proposals = plant.name("V1").order("1", "V1", "").propose();
        const AliasProposal* proposal = plant.of(proposals, "V1");
        QCOMPARE(proposal->candidates.size(), std::size_t{2});
        QCOMPARE(proposal->candidates[0].score, proposal->candidates[1].score);
        QVERIFY(!proposal->isSafe);
    }

    void confirmsNoOtherNumberInFront()
    {
        Plant plant;
        plant.describe("B-11", "", "10-B11");
        const auto proposals = plant.name("20-B11").order("1", "20-B11", "").propose();
        const AliasProposal* proposal = plant.of(proposals, "20-B11");
        QCOMPARE(plant.best(proposal), std::string("B-11"));
        QVERIFY(!proposal->isSafe);
        QCOMPARE(plant.of(proposals, "10-B11")->state, NameState::Stated);
    }

    void findsLegacyNumbersByTheTexts()
    {
        Plant plant;
        plant.describe("B-11-MX", "Top mixer of B-11").describe("B-12-MX", "Top mixer of B-12");
        plant.name("E-4711").order("1", "E-4711", "Inspection of top mixer of B-11");
        plant.name("E-4712").order("2", "E-4712", "Inspection of top mixer of B-12, as on B-11");
        plant.order("3", "E-4712", "Top mixer of B-12: seal");
        plant.name("E-4713").order("4", "E-4713", "Same fault as on B-11");
        const auto proposals = plant.propose();
        const AliasProposal* once = plant.of(proposals, "E-4711");
        QCOMPARE(plant.best(once), std::string("B-11-MX"));
        QVERIFY(hasReason(once->candidates[0], "1 record quotes its description"));
        QVERIFY(!once->isSafe); // one record is not enough
        const AliasProposal* twice = plant.of(proposals, "E-4712");
        QCOMPARE(plant.best(twice), std::string("B-12-MX"));
        QVERIFY(!plant.of(proposals, "E-4713")->isSafe); // named, in passing
    }

    void confirmsTextsThatAgree()
    {
        Plant plant;
        plant.describe("B-12-MX", "Top mixer of B-12").name("E-4712");
        plant.order("2", "E-4712", "Inspection of top mixer of B-12").order("3", "E-4712", "Top mixer of B-12: seal");
        const auto proposals = plant.propose();
        QCOMPARE(plant.best(plant.of(proposals, "E-4712")), std::string("B-12-MX"));
        QVERIFY(plant.of(proposals, "E-4712")->isSafe);
    }

    void findsNamesInOtherColumns()
    {
        Plant plant;
        plant.describe("B-11-MX", "Top mixer of B-11").name("E-1").name("E-2").name("E-3");
        const auto order = [&](const char* id, const char* asset, const char* column, const char* value) {
            plant.builder.workOrder(id, asset, "CM", "2026-01-05T08:00:00Z", "2026-01-05T10:00:00Z",
                [&](WorkOrder& o) { o.head.attributes[column] = value; });
        };
        order("1", "E-1", "equipment_name", "CH-09");
        order("2", "E-2", "location", "SITE/AREA-1/B-11");
        order("3", "E-3", "location", "SITE/AREA-1/B-11");
        const auto proposals = plant.propose();
        QCOMPARE(plant.best(plant.of(proposals, "E-1")), std::string("CH-09"));
        QVERIFY(hasReason(plant.of(proposals, "E-1")->candidates[0], "the column equipment_name of its records"));
        QVERIFY(plant.of(proposals, "E-1")->candidates[0].score > plant.of(proposals, "E-2")->candidates[0].score);
        QCOMPARE(plant.best(plant.of(proposals, "E-2")), std::string("B-11"));
        for (const AliasProposal& proposal : proposals)
            QVERIFY(!proposal.isSafe);
    }

    void findsLegacyNumbersByCalibrationsThatContinue()
    {
        Plant plant;
        const auto measure = [](Calibration& c) {
            c.unit = "pH";
            c.tolerance = test::number("0.1");
        };
        plant.name("E-1");
        plant.builder.calibration("C1", "B-11-PH", "2026-01-01T08:00:00Z", "2026-03-02T08:00:00Z", "pass", measure)
            .calibration("C2", "E-1", "2026-03-03T08:00:00Z", "2026-05-02T08:00:00Z", "pass", measure)
            .calibration("C3", "B-11-PH", "2026-05-01T08:00:00Z", "2026-06-30T08:00:00Z", "pass", measure)
            .calibration("C4", "B-12-PH", "2026-03-05T08:00:00Z", "2026-05-04T08:00:00Z", "pass", measure);
        const auto proposals = plant.propose();
        const AliasProposal* proposal = plant.of(proposals, "E-1");
        QCOMPARE(plant.best(proposal), std::string("B-11-PH"));
        QCOMPARE(proposal->candidates.size(), std::size_t{1}); // B-12-PH had its own at that time
        QVERIFY(hasReason(proposal->candidates[0], "2 calibrations are those that were due"));
        QVERIFY(!proposal->isSafe);
    }

    void objectsToUseAtTheSameTime()
    {
        Plant plant;
        plant.name("10-B11");
        plant.builder.step("X", "mix", "B-11", "2026-01-01T08:00:00Z", "2026-01-01T12:00:00Z")
            .step("Y", "mix", "10-B11", "2026-01-01T10:00:00Z", "2026-01-01T14:00:00Z");
        const auto proposals = plant.propose();
        const AliasProposal* proposal = plant.of(proposals, "10-B11");
        QCOMPARE(plant.best(proposal), std::string("B-11"));
        QCOMPARE(proposal->candidates[0].objections.size(), std::size_t{1});
        QVERIFY(!proposal->isSafe);
    }

    void findsTheUnitByItsUse()
    {
        Plant plant;
        plant.name("LAH-5");
        for (int day = 1; day <= 20; ++day) {
            const std::string date = QString("2026-01-%1T").arg(day, 2, 10, QChar('0')).toStdString();
            const std::string batch = "X" + std::to_string(day);
            plant.builder.step(batch, "mix", day % 2 ? "B-11" : "B-12", date + "08:00:00Z", date + "12:00:00Z");
            if (day % 2)
                plant.builder.event(date + "09:30:00Z", "LAH-5", "alarm", "HIGH");
        }
        const auto proposals = plant.propose();
        const AliasProposal* proposal = plant.of(proposals, "LAH-5");
        QCOMPARE(plant.best(proposal), std::string("B-11"));
        QVERIFY(hasReason(proposal->candidates[0], "10 of 10 events fall into its use"));
        QVERIFY(!proposal->isSafe);
    }

    void datesWhatWasInstalled()
    {
        Plant plant;
        plant.name("P-7");
        plant.builder.asset("PUMP-A").asset("PUMP-B").later([](Dataset& d) {
            for (const auto& [item, from, to] : {std::tuple("PUMP-A", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"),
                     std::tuple("PUMP-B", "2026-02-01T00:00:00Z", "")}) {
                Installation installation;
                installation.position = d.findAsset("P-7");
                installation.item = item;
                installation.from = test::time(from);
                installation.to = test::time(to);
                d.installations.push_back(installation);
            }
        });
        const auto proposals = plant.propose();
        const AliasProposal* proposal = plant.of(proposals, "P-7");
        QCOMPARE(proposal->candidates.size(), std::size_t{2});
        QCOMPARE(proposal->candidates[0].to.value(), test::at("2026-02-01T00:00:00Z"));
        QCOMPARE(proposal->candidates[1].from.value(), test::at("2026-02-01T00:00:00Z"));
        QVERIFY(!proposal->candidates[1].to.has_value());
        QVERIFY(!proposal->isSafe);
    }

    void learnsTagsFromSisters()
    {
        Plant plant;
        plant.tag("B11.X01.PV", "B-11-MX", "torque").tag("B12.X01.PV", "", "torque");
        plant.tag("B11.SV01.OUT", "B-11-SV", "output").tag("B12.T01.PV", "", "temperature");
        const auto proposals = plant.propose();
        const AliasProposal* sister = plant.of(proposals, "B12.X01.PV");
        QCOMPARE(plant.best(sister), std::string("B-12-MX"));
        QVERIFY(hasReason(sister->candidates[0], "B11.X01.PV, the same tag"));
        QVERIFY(sister->isSafe);
        QCOMPARE(sister->kind, NameKind::Tag);
        QCOMPARE(plant.of(proposals, "B11.X01.PV")->state, NameState::Stated);
        QVERIFY(!plant.of(proposals, "B12.T01.PV")->isSafe); // nothing says which part
    }

    void readsTagsWithoutASister()
    {
        Plant plant;
        plant.tag("B12.PH01.PV", "", "pH").tag("B12.SV01.PV", "", "flow");
        const auto proposals = plant.propose();
        const AliasProposal* proposal = plant.of(proposals, "B12.PH01.PV");
        QCOMPARE(plant.best(proposal), std::string("B-12-PH"));
        QVERIFY(hasReason(proposal->candidates[0], "words of the parameter: ph"));
        QVERIFY(proposal->isSafe); // id, class and parameter agree
        const AliasProposal* code = plant.of(proposals, "B12.SV01.PV");
        QCOMPARE(plant.best(code), std::string("B-12-SV"));
        QVERIFY(!code->isSafe); // the id alone
    }

    void keepsDecisions()
    {
        Plant plant;
        plant.name("10-B11").order("1", "10-B11", "").name("10-B12").order("2", "10-B12", "");
        plant.refused.insert("10-B11");
        const auto proposals = plant.propose();
        QVERIFY(!plant.of(proposals, "10-B11"));
        QVERIFY(plant.of(proposals, "10-B12"));
    }

    // In certain periods, or of an asset that is yet to come: nothing more is proposed.
    void leavesConfirmedNamesThatMeanNoAsset()
    {
        Plant plant;
        plant.name("10-B11").name("10-B12").order("1", "10-B12", "").tag("B11.X01.PV", {}, "torque");
        plant.confirmed = {"10-B11", "B11.X01.PV"};
        const auto proposals = plant.propose();
        for (const char* name : {"10-B11", "B11.X01.PV"}) {
            QCOMPARE(plant.of(proposals, name)->state, NameState::Confirmed);
            QVERIFY(plant.of(proposals, name)->candidates.empty());
        }
        QVERIFY(plant.of(proposals, "10-B12")->isSafe);
    }

    void findsOneNameOfTwoWithoutAList()
    {
        Plant plant;
        plant.name("K_7").name("K-7").name("K-8");
        plant.builder.step("X", "mix", "K-7", "2026-01-01T08:00:00Z", "2026-01-01T12:00:00Z");
        const auto proposals = plant.order("1", "K_7", "").order("2", "K-8", "").propose();
        QCOMPARE(plant.best(plant.of(proposals, "K_7")), std::string("K-7"));
        QVERIFY(plant.of(proposals, "K_7")->isSafe);
        QVERIFY(!plant.of(proposals, "K-7")); // the one that batches use is the asset
        QVERIFY(!plant.of(proposals, "K-8"));
    }

    void isTheSameInAnyOrderAndEndsEarlyWhenStopped()
    {
        const auto texts = [](bool reversed) {
            Plant plant;
            std::vector<std::string> all{"10-B11", "Chiller 9", "B12.MXR", "V9"};
            if (reversed)
                std::reverse(all.begin(), all.end());
            for (const std::string& name : all)
                plant.name(name).order(name, name, "Chiller 10");
            std::string out;
            for (const AliasProposal& proposal : plant.propose())
                for (const AliasCandidate& candidate : proposal.candidates)
                    out += proposal.name + plant.data.assets[candidate.asset.value].id + std::to_string(candidate.score)
                        + candidate.reasons.front().english() + '\n';
            return out;
        };
        QVERIFY(!texts(false).empty());
        QCOMPARE(texts(false), texts(true));
        Plant plant;
        plant.name("10-B11").propose();
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(proposeAliases({plant.data, {}, {}, {}}, stop.get_token()).empty());
    }

    void staysBoundedWithManyNames()
    {
        Plant plant;
        for (int i = 0; i < 3000; ++i) {
            const std::string number = std::to_string(i);
            plant.builder.asset("Q-" + number, "AREA-1", "pump");
            plant.name("x" + number + "/Q" + number + "." + std::string(200, 'a'));
        }
        const auto proposals = plant.propose();
        QVERIFY2(proposals.size() >= 3000, qPrintable(QString::number(proposals.size())));
    }
};

QTEST_APPLESS_MAIN(TestAliasProposals)
#include "tst_alias_proposals.moc"
