// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/format.h"

#include <QStringList>
#include <QTest>

using namespace antecedent::importers;

class TestFuzzTargets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // A format that is new needs its id in tests/fuzz/CMakeLists.txt and a folder with inputs.
    void everyFormatHasOne()
    {
        QStringList known = QStringLiteral(ANTECEDENT_FUZZ_FORMATS).split(QLatin1Char(' '));
        QStringList read;
        for (const Format& format : formats())
            read << QString::fromUtf8(format.id.data(), static_cast<qsizetype>(format.id.size()));
        known.sort();
        read.sort();
        QCOMPARE(known, read);
    }
};

QTEST_GUILESS_MAIN(TestFuzzTargets)
#include "tst_fuzz_targets.moc"
