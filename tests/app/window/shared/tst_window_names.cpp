// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Names of window lengths and anchors: what is shown is read back, in every language, beside the words of the command
// line.
#include "app/window/language.h"
#include "app/window/shared/window_names.h"

#include <QComboBox>
#include <QTest>

using namespace antecedent;
using namespace antecedent::app;

class TestWindowNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsShownIsReadBack_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << QStringLiteral("en");
        QTest::newRow("de") << QStringLiteral("de");
    }
    void whatIsShownIsReadBack()
    {
        QFETCH(QString, language);
        applyLanguage(language);
        QComboBox box;
        addUsualLengthsBefore(box);
        addUsualLengthsAfter(box);
        for (const char* text : {"90s", "15m", "1.5s", "2.5runh", "1batches", "1uses", "procedure+90m", "1000h"})
            box.addItem(lengthName(*parseWindowLength(text)), QString::fromLatin1(text));
        QVERIFY(box.count() > 30);
        for (int i = 0; i < box.count(); ++i) {
            const Result<WindowLength> meant = parseWindowLength(box.itemData(i).toString().toStdString());
            QVERIFY2(meant.has_value(), qPrintable(box.itemData(i).toString()));
            const Result<WindowLength> read = lengthOfName(box.itemText(i));
            QVERIFY2(read.has_value() && *read == *meant, qPrintable(box.itemText(i)));
            QVERIFY(lengthOfName(QStringLiteral("  %1 ").arg(box.itemText(i).toUpper())).has_value()
                || meant->unit == LengthUnit::Wall || meant->unit == LengthUnit::Procedure);
        }
        QComboBox anchors;
        addUsualAnchors(anchors);
        for (int i = 0; i < anchors.count(); ++i) {
            const Result<AnchorRule> read = anchorOfName(anchors.itemText(i));
            QVERIFY2(read.has_value(), qPrintable(anchors.itemText(i)));
            QCOMPARE(toText(*read), anchors.itemData(i).toString().toStdString());
        }
        for (const AnchorKind kind : {AnchorKind::StepStart, AnchorKind::StepEnd}) {
            const AnchorRule rule{kind, "UP_BLEND"};
            const Result<AnchorRule> read = anchorOfName(anchorName(rule));
            QVERIFY(read.has_value() && *read == rule);
        }
        applyLanguage(QStringLiteral("en"));
    }

    void theWordsOfTheCommandLineAreReadToo()
    {
        QCOMPARE(toText(*lengthOfName(QStringLiteral("8runh"))), std::string("8runh"));
        QCOMPARE(toText(*lengthOfName(QStringLiteral("since:clean"))), std::string("since:clean"));
        QCOMPARE(toText(*lengthOfName(QStringLiteral("14 d"))), std::string("336h"));
        QCOMPARE(toText(*anchorOfName(QStringLiteral("step:Blend:start"))), std::string("step:Blend:start"));
        QCOMPARE(lengthName(*lengthOfName(QStringLiteral("8runh"))), QStringLiteral("8 run hours"));
    }

    void whatIsNoLengthSaysWhatOneIs()
    {
        const Result<WindowLength> read = lengthOfName(QStringLiteral("6 parsecs"));
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, ErrorCode::InvalidArgument);
        QVERIFY(QString::fromStdString(read.error().detail).contains(QStringLiteral("6 parsecs")));
        QVERIFY(QString::fromStdString(read.error().detail).contains(QStringLiteral("36 h")));
        for (const char* text : {"", " ", "h", "-5 h", "procedure +", "since", "1e400 h", "batches"})
            QVERIFY2(!lengthOfName(QString::fromLatin1(text)).has_value(), text);
    }
};

QTEST_MAIN(TestWindowNames)
#include "tst_window_names.moc"
