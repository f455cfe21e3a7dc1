// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Simulated plants, where a folder of them is there: every deviation of a batch is assessed, fast and repeatably. Set
// ANTECEDENT_PLANTS to a folder whose sub-folders hold canonical/*.csv.

#include "model/evidence/assess.h"
#include "model/evidence/assessment_json.h"
#include "model/evidence/plan.h"
#include "tests/model/evidence/condition/canonical_folder.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

#include <algorithm>

using namespace antecedent;

class TestSimulatedPlants : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDeviationIsAssessed()
    {
        constexpr std::size_t kPlants = 3; // enough for a test; all of them are for the scorer
        const QByteArray named = qgetenv("ANTECEDENT_PLANTS");
        if (named.isEmpty())
            QSKIP("ANTECEDENT_PLANTS names no folder of simulated plants");
        std::vector<std::filesystem::path> plants;
        for (const auto& entry : std::filesystem::directory_iterator(named.toStdString()))
            if (std::filesystem::exists(entry.path() / "canonical" / "deviations.csv"))
                plants.push_back(entry.path());
        std::sort(plants.begin(), plants.end());
        for (std::size_t i = 0; i < std::min(kPlants, plants.size()); ++i) {
            test::CanonicalFolder plant = test::readCanonicalFolder(plants[i] / "canonical", "Europe/Zurich");
            const AlignmentContext context(plant.dataset);
            const auto plan = makePlan(plant.dataset);
            QElapsedTimer timer;
            timer.start();
            const auto run = [&] { return assess(context, *plan, {}, {}, {}, &plant.samples); };
            const auto result = run();
            qInfo("%s: %lld ms", plants[i].filename().c_str(), static_cast<long long>(timer.elapsed()));
            QVERIFY(result.has_value());
            QCOMPARE(result->assessments.size(), plant.dataset.deviations.size());
            QCOMPARE(toJson(*run()), toJson(*result));
        }
    }
};

QTEST_GUILESS_MAIN(TestSimulatedPlants)
#include "tst_simulated_plants.moc"
