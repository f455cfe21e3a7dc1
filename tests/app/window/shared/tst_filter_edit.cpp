// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writing a filter: what is offered at each place, what is said where it is wrong.
#include "app/window/ledger/case_book.h"
#include "app/window/shared/filter_edit.h"
#include "tests/support/machine_dataset.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace antecedent;
using namespace antecedent::app;
using namespace antecedent::widgets;

namespace {

DataPtr plant()
{
    testsupport::DatasetBuilder b;
    b.asset("R-101");
    b.asset("R 102");
    b.event("2024-03-10T10:00:00Z", "R-101", "alarm", "TI_HIGH");
    b.event("2024-03-10T11:00:00Z", "R 102", "operator", "MANUAL");
    return std::make_shared<const InvestigationData>("plant.ante", CaseInfo{}, b.finish());
}

} // namespace

class TestFilterEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatCanFollowIsOffered_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("first"); // word
        QTest::addColumn<QString>("becomes");
        const auto row = [](const char* name, const char* text, const char* first, const char* becomes) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(first) << QString::fromUtf8(becomes);
        };
        row("a field at the beginning", "", "asset", "asset");
        row("a field that is begun", "ca", "category", "category");
        row("an operator after a field", "asset ", "=", "asset =");
        row("a value of the field", "asset = ", "\"R 102\"", "asset = \"R 102\"");
        row("a value that is begun", "asset = R-", "R-101", "asset = R-101");
        row("a value within marks", "asset = \"R-", "R-101", "asset = R-101");
        row("a code", "code = TI", "TI_HIGH", "code = TI_HIGH");
        row("a value by its middle", "code = HIGH", "TI_HIGH", "code = TI_HIGH");
        row("a word between comparisons", "asset = R-101 ", "and", "asset = R-101 and");
        row("the next field", "asset = R-101 and ca", "category", "asset = R-101 and category");
        row("a field after not", "not (as", "asset", "not (asset");
        row("values of a list", "category in (al", "alarm", "category in (alarm");
        row("the second of a list", "category in (alarm, o", "operator", "category in (alarm, operator");
        row("a word after a list", "category in (alarm) ", "and", "category in (alarm) and");
        row("times are compared", "time ", ">", "time >");
    }
    void whatCanFollowIsOffered()
    {
        QFETCH(QString, text);
        QFETCH(QString, first);
        QFETCH(QString, becomes);
        const FilterHint hint = hintAt(text, static_cast<int>(text.size()), filterValues(*plant()));
        QVERIFY(!hint.words.isEmpty());
        QCOMPARE(hint.words.front(), first);
        QString after = text;
        after.replace(hint.from, hint.to - hint.from, hint.words.front());
        QCOMPARE(after, becomes);
    }

    void nothingIsOfferedForWhatStandsThere()
    {
        const FilterValues values = filterValues(*plant());
        QVERIFY(hintAt(QStringLiteral("code = TI_HIGH"), 14, values).words.isEmpty());
        QVERIFY(hintAt(QStringLiteral("code = \"TI_HIGH\""), 16, values).words.isEmpty());
        QVERIFY(hintAt(QStringLiteral("text ~ "), 7, values).words.isEmpty());
    }

    void problemsStandAtTheirPlace()
    {
        const DataPtr data = plant();
        QVERIFY(problemOf(QStringLiteral("  "), data.get()).words.isEmpty());
        QVERIFY(problemOf(QStringLiteral("asset = R-101"), data.get()).words.isEmpty());
        const FilterProblem word = problemOf(QStringLiteral("asset = Kühlung xor b"), data.get());
        QCOMPARE(word.from, 16); // in characters, not in bytes
        QCOMPARE(word.to, 19);
        QVERIFY(!word.words.isEmpty());
        const FilterProblem end = problemOf(QStringLiteral("asset ="), data.get());
        QCOMPARE(end.from, 6);
        QCOMPARE(end.to, 7);
    }

    void aFilterIsWrittenByKeysAlone()
    {
        Fixture f;
        f.edit.setFocus();
        const QSignalSpy settled(&f.edit, &FilterEdit::settled);
        QTest::keyClicks(&f.edit, QStringLiteral("ca"));
        QAbstractItemView* words = f.words();
        QTRY_VERIFY(words->isVisible());
        QTest::keyClick(&f.edit, Qt::Key_Tab);
        QCOMPARE(f.edit.text(), QStringLiteral("category "));
        QTRY_VERIFY(words->isVisible());
        QCOMPARE(words->model()->index(0, 0).data().toString(), QStringLiteral("="));
        QTest::keyClick(&f.edit, Qt::Key_Return);
        QCOMPARE(f.edit.text(), QStringLiteral("category = "));
        QTRY_VERIFY(words->isVisible() && words->model()->index(0, 0).data().toString() == QStringLiteral("alarm"));
        QTest::keyClick(&f.edit, Qt::Key_Return);
        QCOMPARE(f.edit.text(), QStringLiteral("category = alarm "));
        QTRY_COMPARE(settled.size(), 1); // only once it is right
        QCOMPARE(settled.front().front().toString(), QStringLiteral("category = alarm"));
    }

    void aWrongFilterIsSaidBelowItAndTellsNobody()
    {
        Fixture f;
        const QSignalSpy settled(&f.edit, &FilterEdit::settled);
        QTest::keyClicks(&f.edit, QStringLiteral("asset === R-101"));
        QTest::keyClick(&f.edit, Qt::Key_Return);
        QVERIFY(f.edit.isWrong());
        auto* message = f.home.findChild<QLabel*>(QStringLiteral("filterProblem"));
        QVERIFY(message->isVisible());
        QVERIFY(message->text().startsWith(QStringLiteral("column ")));
        QVERIFY(message->mapTo(&f.home, QPoint(0, 0)).y() >= f.edit.geometry().bottom());
        QCOMPARE(settled.size(), 0);
        const QImage wrong = f.edit.grab().toImage();
        f.edit.showFilter(QStringLiteral("asset = R-101"));
        QVERIFY(!message->isVisible());
        QVERIFY(wrong != f.edit.grab().toImage());
    }

private:
    struct Fixture
    {
        Fixture()
        {
            home.resize(600, 200);
            edit.setGeometry(10, 10, 500, 26);
            home.show();
            context.setData(plant());
            [[maybe_unused]] const bool isRead = QTest::qWaitFor([this] { return !jobs.isBusy(); });
        }
        QAbstractItemView* words() const
        {
            for (QWidget* widget : QApplication::allWidgets())
                if (widget->objectName() == QStringLiteral("filterWords"))
                    return qobject_cast<QAbstractItemView*>(widget);
            return nullptr;
        }
        Context context;
        Jobs jobs;
        CaseBook book{context, jobs};
        QWidget home;
        FilterEdit edit{Workspace{context, jobs, book}, &home};
    };
};

QTEST_MAIN(TestFilterEdit)
#include "tst_filter_edit.moc"
