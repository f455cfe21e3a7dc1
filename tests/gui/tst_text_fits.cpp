// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// No text of the window is cut or lies on other text: the whole tour of the sample at 1280x800, in each language.
#include "app/window/investigation_files.h"
#include "tests/gui/text_fit.h"
#include "tests/gui/tour.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>

using namespace antecedent;

class TestTextFits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")).toUtf8());
    }

    void whatIsCutIsFound();
    void theSampleFitsAtTheLeastSize_data();
    void theSampleFitsAtTheLeastSize();

private:
    QTemporaryDir m_home;
};

void TestTextFits::whatIsCutIsFound()
{
    QWidget top;
    auto* label = new QLabel(QStringLiteral("A text of some length"), &top);
    auto* button = new QPushButton(QStringLiteral("A button of some length"), &top);
    label->setGeometry(0, 0, 300, 30);
    button->setGeometry(0, 40, 300, 30);
    top.resize(400, 200);
    top.show();
    QCOMPARE(gui::textFaults(top), QStringList());
    label->resize(40, 30);
    QCOMPARE(gui::textFaults(top).size(), 1);
    button->resize(40, 30);
    QCOMPARE(gui::textFaults(top).size(), 2);
    label->resize(300, 30);
    button->setGeometry(0, 20, 300, 30);
    QCOMPARE(gui::textFaults(top).size(), 1); // lies on the label
    button->setGeometry(0, 190, 300, 30);
    QCOMPARE(gui::textFaults(top).size(), 1); // stands out at the bottom
}

void TestTextFits::theSampleFitsAtTheLeastSize_data()
{
    QTest::addColumn<QString>("language");
    for (const QString& language : gui::languages())
        QTest::newRow(qPrintable(language)) << language;
}

void TestTextFits::theSampleFitsAtTheLeastSize()
{
    QFETCH(QString, language);
    gui::Stage stage(gui::settings(QStringLiteral("light"), language));
    stage.window().resize(1280, 800);
    stage.settle();
    const Result<QString> sample = app::makeSample({}, {});
    QVERIFY(sample);
    const QString copy = m_home.filePath(language + QStringLiteral(".ante"));
    QVERIFY(QFile::copy(*sample, copy));
    QStringList faults; // each once, where it was seen first
    int shown = 0;
    const gui::Visitor visit = [&](const QString& name, QWidget& seen) {
        ++shown;
        for (const QString& fault : gui::textFaults(seen))
            if (!faults.contains(fault)) {
                faults << fault;
                qInfo("%s: %s", qPrintable(name), qPrintable(fault));
            }
    };
    gui::visitStart(stage, visit);
    stage.openFile(copy);
    gui::visitSteps(stage, gui::Depth::All, m_home.path(), visit);
    gui::visitDialogs(stage, visit);
    gui::visitImport(stage, gui::makeForeignFolder(m_home.path()), visit);
    QVERIFY2(shown > 40, qPrintable(QString::number(shown)));
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TestTextFits)
#include "tst_text_fits.moc"
