// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/scope.h"

#include "tests/support/dataset_builder.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::test;

namespace {

std::vector<std::string> circlesOf(const Dataset& dataset)
{
    const ScopeIndex scopes(dataset);
    std::vector<std::string> out;
    for (const AssetIndex asset : scopes.circles())
        out.push_back(dataset.assets[asset.value].id);
    return out;
}

} // namespace

class TestScope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTreeHasNoCircle()
    {
        DatasetBuilder b;
        b.asset("SITE").asset("U1", "SITE").asset("U2", "SITE").asset("P1", "U1");
        QCOMPARE(circlesOf(b.take()), std::vector<std::string>());
    }

    // Each circle once, by the asset on it that stands first, and never by what only hangs on it.
    void everyCircleOfParentsIsNamedOnce()
    {
        DatasetBuilder b;
        b.asset("A0", "B1").asset("B1", "B3").asset("B2", "B1").asset("B3", "B2"); // A0 hangs on B1-B3-B2
        b.asset("SELF", "SELF").asset("T").asset("U", "T");
        const Dataset dataset = b.take();
        QCOMPARE(circlesOf(dataset), (std::vector<std::string>{"B1", "SELF"}));
    }

    void everyAssetOfACircleStillHasAUnit()
    {
        DatasetBuilder b;
        b.asset("A", "B").asset("B", "A").asset("C", "A");
        const Dataset dataset = b.take();
        const ScopeIndex scopes(dataset);
        for (std::size_t i = 0; i < dataset.assets.size(); ++i)
            QVERIFY(scopes.unitOf(indexOf<AssetIndexTag>(i)).valid());
    }
};

QTEST_GUILESS_MAIN(TestScope)
#include "tst_scope.moc"
