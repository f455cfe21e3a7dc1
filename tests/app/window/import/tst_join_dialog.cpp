// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/import/join_dialog.h"
#include "importers/profile/profile_writer.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace antecedent;
using namespace antecedent::app;
using namespace antecedent::importers;

namespace {

Profile stops()
{
    return parseProfile("[profile]\nname = stops\ncolumns = Machine, Stopped\n[table events]\ntime = {Stopped}\n"
                        "category = state\ncode = {Reason}\nasset_id = {Machine}\n",
        "stops")
        .value();
}

std::shared_ptr<const SourceHead> head()
{
    MemorySource source("Machine,Stopped,Reason\n4711,2026-02-03 07:15,JAM\n4712,2026-02-03 08:15,JAM\n");
    return std::make_shared<const SourceHead>(readSourceHead(source, "stops.csv", {}).value());
}

} // namespace

class TestJoinDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        write("machines.csv", "No,Place,Description\n4711,TAB-420,Tablet press\n4712,COA-430,Coater\n4713,X,Y\n");
        write("twice.csv",
            "No,Place\n4711,A\n4711,B\n4712,C\n4713,D\n4714,E\n4715,F\n4716,G\n4717,H\n4718,I\n4719,J\n"
            "4720,K\n4721,L\n");
        write("text.txt", "nothing to look up\n");
    }

    void aListIsChosenAndItsColumnsTaken()
    {
        JoinDialog dialog(m_jobs, stops(), head(), {path("machines.csv")});
        dialog.show();
        auto* ok = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
        QVERIFY(!ok->isEnabled());
        choose(dialog, 0);
        QTRY_COMPARE(box(dialog, "joinKey")->currentText(), QStringLiteral("No"));
        QCOMPARE(box(dialog, "joinSource")->currentText(), QStringLiteral("Machine"));
        auto* columns = dialog.findChild<QTableWidget*>(QStringLiteral("joinColumns"));
        QCOMPARE(columns->rowCount(), 2);
        QCOMPARE(columns->item(0, 0)->text(), QStringLiteral("Place"));
        QVERIFY(columns->item(0, 1)->text().startsWith(QStringLiteral("TAB-420  ·  COA-430")));
        auto* place = qobject_cast<QComboBox*>(columns->cellWidget(0, 2));
        auto* description = qobject_cast<QComboBox*>(columns->cellWidget(1, 2));
        QCOMPARE(description->currentText(), QStringLiteral("text")); // by its heading
        place->setFocus();
        QTest::keyClicks(place, QStringLiteral("asset_id"));
        QCOMPARE(place->currentText(), QStringLiteral("asset_id"));
        auto* said = dialog.findChild<QLabel*>(QStringLiteral("joinOutcome"));
        QTRY_COMPARE(said->text(), QStringLiteral("2 of 2 texts in the first rows stand in the list, which has 3."));
        QTRY_VERIFY(ok->isEnabled());
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        QTest::mouseClick(ok, Qt::LeftButton);
        QCOMPARE(accepted.size(), 1);
        const std::string written = writeProfile(dialog.mapping()).value();
        QVERIFY2(written.find("asset_id = {Machine|lookup:machines-place}") != std::string::npos, written.c_str());
        QVERIFY(written.find("text = {Machine|lookup:machines-description}") != std::string::npos);
        QVERIFY(written.find("4711 = TAB-420") != std::string::npos);
    }

    void whatIsUnclearIsSaid()
    {
        JoinDialog dialog(m_jobs, stops(), head(), {path("twice.csv")});
        dialog.show();
        choose(dialog, 0);
        auto* columns = dialog.findChild<QTableWidget*>(QStringLiteral("joinColumns"));
        QTRY_COMPARE(columns->rowCount(), 1);
        auto* said = dialog.findChild<QLabel*>(QStringLiteral("joinOutcome"));
        QTRY_VERIFY2(
            said->text().endsWith(QStringLiteral("Choose what its columns become.")), qPrintable(said->text()));
        auto* ok = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
        QVERIFY(!ok->isEnabled());
        auto* place = qobject_cast<QComboBox*>(columns->cellWidget(0, 2));
        place->setFocus();
        QTest::keyClick(place, Qt::Key_Down);
        QTRY_VERIFY2(
            said->text().contains(QStringLiteral("Its rows say different things of")), qPrintable(said->text()));
        QVERIFY(ok->isEnabled());
    }

    void whatIsNoListIsRefused()
    {
        JoinDialog dialog(m_jobs, stops(), head(), {path("machines.csv"), path("text.txt")});
        dialog.show();
        choose(dialog, 1);
        auto* said = dialog.findChild<QLabel*>(QStringLiteral("joinOutcome"));
        QTRY_VERIFY2(said->text().contains(QStringLiteral("it is no list with headings")), qPrintable(said->text()));
        QVERIFY(!dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->isEnabled());
        choose(dialog, 0); // and another is chosen then
        QTRY_COMPARE(dialog.findChild<QTableWidget*>(QStringLiteral("joinColumns"))->rowCount(), 2);
    }

    void closingWhileReadingIsSafe()
    {
        auto dialog = std::make_unique<JoinDialog>(m_jobs, stops(), head(), std::vector{path("machines.csv")});
        dialog->show();
        choose(*dialog, 0);
        dialog.reset();
        QTRY_VERIFY(!m_jobs.isBusy());
    }

private:
    void write(const char* name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    std::string path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)).toStdString(); }
    static QComboBox* box(const JoinDialog& dialog, const char* name)
    {
        return dialog.findChild<QComboBox*>(QString::fromLatin1(name));
    }
    static void choose(JoinDialog& dialog, int index)
    {
        QComboBox* files = box(dialog, "joinFile");
        files->setFocus();
        QTest::keyClick(files, Qt::Key_Home);
        while (files->currentIndex() < index)
            QTest::keyClick(files, Qt::Key_Down);
    }

    QTemporaryDir m_folder;
    widgets::Jobs m_jobs;
};

QTEST_MAIN(TestJoinDialog)
#include "tst_join_dialog.moc"
