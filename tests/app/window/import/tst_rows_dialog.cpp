// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/import/rows_dialog.h"
#include "importers/profile/profile_writer.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace antecedent;
using namespace antecedent::app;
using namespace antecedent::importers;

namespace {

Profile stops()
{
    return parseProfile("[profile]\nname = stops\ncolumns = Machine, Group\n[table events]\ntime = {Begin}\n"
                        "category = state\ncode = STOP\n[table work_orders]\nwhen = {GROUP} = ORDER\n"
                        "work_order_id = {Id}\nasset_id = {Machine}\n",
        "stops")
        .value();
}

std::vector<ValueCount> textsOf(std::size_t column)
{
    return column == 1 ? std::vector<ValueCount>{{"ALERT", 7}, {"ORDER", 3}} : std::vector<ValueCount>{{"M-1", 10}};
}

} // namespace

class TestRowsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aConditionIsAddedByClicks()
    {
        RowsDialog dialog(stops(), {"Machine", "Group"}, &textsOf);
        dialog.show();
        auto* choices = dialog.findChild<QListWidget*>(QStringLiteral("rowChoices"));
        QCOMPARE(choices->count(), 0);
        press(dialog, "addRowChoice");
        QCOMPARE(choices->count(), 1);
        auto* column = dialog.findChild<QComboBox*>(QStringLiteral("rowColumn"));
        QTest::keyClick(column, Qt::Key_Down);
        QCOMPARE(column->currentText(), QStringLiteral("Group"));
        auto* texts = dialog.findChild<QListWidget*>(QStringLiteral("rowValues"));
        QCOMPARE(texts->item(0)->text(), QStringLiteral("ALERT   7 rows"));
        texts->setFocus();
        texts->setCurrentRow(0);
        QTest::keyClick(texts, Qt::Key_Space);
        QCOMPARE(choices->item(0)->text(), QStringLiteral("Group is one of: ALERT"));
        QTest::keyClick(dialog.findChild<QComboBox*>(QStringLiteral("rowSense")), Qt::Key_Down);
        QCOMPARE(choices->item(0)->text(), QStringLiteral("Group is none of: ALERT"));
        const std::string written = writeProfile(dialog.mapping()).value();
        QVERIFY2(written.find("when = {Group} != ALERT") != std::string::npos, written.c_str());
        QVERIFY(written.find("when = {GROUP} = ORDER") != std::string::npos); // of the other table
    }

    void whatTheMappingSaysIsShownAndTakenAway()
    {
        RowsDialog dialog(stops(), {"Machine", "Group"}, &textsOf);
        dialog.show();
        QTest::keyClick(dialog.findChild<QComboBox*>(QStringLiteral("rowsTable")), Qt::Key_Down);
        auto* choices = dialog.findChild<QListWidget*>(QStringLiteral("rowChoices"));
        QCOMPARE(choices->count(), 1);
        QCOMPARE(choices->item(0)->text(), QStringLiteral("GROUP is one of: ORDER"));
        auto* texts = dialog.findChild<QListWidget*>(QStringLiteral("rowValues"));
        QCOMPARE(texts->item(0)->checkState(), Qt::Unchecked);
        QCOMPARE(texts->item(1)->checkState(), Qt::Checked);
        QCOMPARE(dialog.findChild<QComboBox*>(QStringLiteral("rowColumn"))->currentText(), QStringLiteral("Group"));
        press(dialog, "removeRowChoice");
        QCOMPARE(choices->count(), 0);
        QVERIFY(!texts->isEnabled());
        QVERIFY(dialog.mapping().tables[1].when.empty());
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        QTest::mouseClick(dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
        QCOMPARE(accepted.count(), 1);
    }

private:
    static void press(RowsDialog& dialog, const char* name)
    {
        QTest::mouseClick(dialog.findChild<QPushButton*>(QString::fromLatin1(name)), Qt::LeftButton);
    }
};

QTEST_MAIN(TestRowsDialog)
#include "tst_rows_dialog.moc"
