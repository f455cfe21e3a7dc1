// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger of the sample in a real window, by clicks and keys: hypothesis, evidence from other views, ruling out,
// conclusion, undo and redo, notes and facts; what is kept is compared with what the command line shows and reports.
#include "app/window/conclusion/fact_panel.h"
#include "app/window/main_window.h"
#include "app/window/rail.h"
#include "tests/support/cli_run.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace antecedent;
using namespace antecedent::app;
using nlohmann::json;

namespace {

constexpr int kLong = 60'000;
const QString kFailure = QStringLiteral("DEV-26-007");

json command(std::vector<std::string> arguments, int* status = nullptr)
{
    arguments.emplace_back("--json");
    const testing::CliOutcome told = testing::runQuietly(std::move(arguments));
    if (status != nullptr)
        *status = told.status;
    return told.document();
}

// The window with one investigation.
struct Opened
{
    explicit Opened(const QString& path)
        : window(Settings{})
    {
        window.resize(1280, 800);
        window.show();
        window.openFile(path);
        const bool isOpen =
            QTest::qWaitFor([&] { return window.windowTitle() != QStringLiteral("Antecedent"); }, kLong);
        Q_ASSERT(isOpen);
        showStep(QStringLiteral("Conclusion"));
        const bool isRead = QTest::qWaitFor([&] { return find<QPushButton>("hypothesisSave")->isEnabled(); }, kLong);
        Q_ASSERT(isRead);
    }

    template <class T> T* find(const char* name) const
    {
        T* found = window.findChild<T*>(QString::fromLatin1(name));
        Q_ASSERT(found != nullptr);
        return found;
    }
    void showStep(const QString& title)
    {
        for (QAction* action : window.findChildren<QAction*>())
            if (action->text() == title)
                action->trigger();
    }
    QAction* actionThatStarts(const QString& text) const
    {
        for (QAction* action : window.findChildren<QAction*>())
            if (action->text().remove(QLatin1Char('&')).startsWith(text))
                return action;
        return nullptr;
    }
    void click(const char* name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    void type(const char* name, const QString& text) const
    {
        auto* edit = find<QPlainTextEdit>(name);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    void choose(const char* name, const QString& text) const
    {
        auto* box = find<QComboBox>(name);
        box->setFocus();
        const int wanted = box->findText(text, Qt::MatchStartsWith);
        Q_ASSERT(wanted >= 0);
        while (box->currentIndex() < wanted)
            QTest::keyClick(box, Qt::Key_Down);
        while (box->currentIndex() > wanted)
            QTest::keyClick(box, Qt::Key_Up);
    }
    QString outcome() const { return find<QLabel>("recordedConclusion")->text(); }
    QTableView* hypotheses() const { return find<QTableView>("hypotheses"); }
    QTableView* lines() const { return find<QTableView>("evidenceLines"); }
    // The row of the hypotheses that holds a text; empty: none.
    QStringList row(const QString& text) const
    {
        const auto* model = hypotheses()->model();
        for (int r = 0; r < model->rowCount(); ++r)
            if (model->index(r, 0).data().toString().contains(text)) {
                QStringList cells;
                for (int c = 0; c < model->columnCount(); ++c)
                    cells << model->index(r, c).data().toString().trimmed();
                return cells;
            }
        return {};
    }

    // A row of the event table, chosen on the timeline; then back to the ledger.
    void selectRecord(int r)
    {
        showStep(QStringLiteral("Timeline"));
        auto* events = find<QTableView>("events");
        const bool isFilled = QTest::qWaitFor([&] { return events->model()->rowCount() > r; }, kLong);
        Q_ASSERT(isFilled);
        QTest::mouseClick(
            events->viewport(), Qt::LeftButton, {}, events->visualRect(events->model()->index(r, 0)).center());
        showStep(QStringLiteral("Conclusion"));
    }

    bool addHypothesis(const QString& statement) const
    {
        click("newHypothesis");
        type("hypothesisStatement", statement);
        type("hypothesisIfFalse", QStringLiteral("A new one would fail too"));
        click("hypothesisSave");
        return QTest::qWaitFor([&] { return !row(statement).isEmpty(); }, kLong);
    }

    bool setState(const QString& state, const QString& reason) const
    {
        choose("hypothesisState", state);
        auto* line = find<QLineEdit>("stateReason");
        line->setFocus();
        QTest::keyClicks(line, reason);
        click("stateSet");
        return QTest::qWaitFor([&] { return row(QStringLiteral("feeder")).value(1) == state; }, 3000);
    }

    bool pin(const char* button) const
    {
        const int before = lines()->model()->rowCount();
        click(button);
        return QTest::qWaitFor([&] { return lines()->model()->rowCount() == before + 1; }, kLong);
    }

    MainWindow window;
};

} // namespace

class TestConclusionView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")).toUtf8());
        const std::string base = m_home.filePath(QStringLiteral("base.ante")).toStdString();
        command({"new", base, "--title", "Tablets", "--site-zone", "Europe/Vienna"});
        command({"import", base, ANTECEDENT_SOURCE_DIR "/resources/sample", "--time-zone", "Europe/Vienna"});
        QVERIFY(QFileInfo(QString::fromStdString(base)).size() > 100'000);
    }

    void anEmptyLedgerSaysWhatToDo()
    {
        Opened opened(newCase(QStringLiteral("empty")));
        QVERIFY2(opened.outcome().contains(QStringLiteral("No hypothesis yet.")), qPrintable(opened.outcome()));
        QVERIFY(opened.outcome().contains(QStringLiteral("pin records")));
        QCOMPARE(opened.hypotheses()->model()->rowCount(), 6); // the six M
        QVERIFY(!opened.actionThatStarts(QStringLiteral("Undo"))->isEnabled());
        for (QPushButton* button : opened.window.findChildren<QPushButton*>())
            QVERIFY2(
                !button->accessibleName().isEmpty() || !button->text().isEmpty(), qPrintable(button->objectName()));
    }

    void theWholeStory()
    {
        const QString file = newCase(QStringLiteral("story"));
        Opened opened(file);
        new QAbstractItemModelTester(opened.hypotheses()->model(), this);
        new QAbstractItemModelTester(opened.lines()->model(), this);
        QVERIFY(opened.addHypothesis(QStringLiteral("The feeder was worn")));
        QCOMPARE(opened.row(QStringLiteral("feeder")).value(1), QStringLiteral("open"));

        // Without evidence against it, it can't be ruled out; the form says so.
        QVERIFY(!opened.setState(QStringLiteral("ruled out"), QStringLiteral("seal was new")));
        auto* problem = opened.find<QLabel>("hypothesisProblem");
        QVERIFY(problem->isVisible());
        QVERIFY2(problem->text().contains(QStringLiteral("nothing stands against it")), qPrintable(problem->text()));

        opened.selectRecord(2);
        QVERIFY(opened.pin("pin_against"));
        QCOMPARE(opened.row(QStringLiteral("feeder")).mid(2).join(QLatin1Char(' ')), QStringLiteral("0 1 0"));
        opened.find<QLineEdit>("stateReason")->clear();
        QVERIFY(opened.setState(QStringLiteral("ruled out"), QStringLiteral("seal was new")));
        QVERIFY(!problem->isVisible());

        // Undo and redo, by keys and with the name of what they do.
        QAction* undo = opened.actionThatStarts(QStringLiteral("Undo"));
        QAction* redo = opened.actionThatStarts(QStringLiteral("Redo"));
        QCOMPARE(undo->text().remove(QLatin1Char('&')), QStringLiteral("Undo: rule out HYP-001"));
        opened.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&opened.window));
        opened.hypotheses()->setFocus();
        QTest::keyClick(opened.hypotheses(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(opened.row(QStringLiteral("feeder")).value(1), QStringLiteral("open"));
        QCOMPARE(redo->text().remove(QLatin1Char('&')), QStringLiteral("Redo: rule out HYP-001"));
        QTest::keyClick(opened.hypotheses(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(opened.row(QStringLiteral("feeder")).value(1), QStringLiteral("ruled out"));
        QTest::keyClick(opened.hypotheses(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(opened.row(QStringLiteral("feeder")).value(1), QStringLiteral("open"));

        conclude(opened);
        const json ledger = command({"case", file.toStdString(), "show"})["ledger"];
        QCOMPARE(ledger["entries"].get<int>(), 8); // add, pin, rule out, undo, redo, undo, state, conclusion
        QCOMPARE(ledger["conclusions"][0]["grade"].get<std::string>(), std::string("most_probable"));
        QCOMPARE(ledger["hypotheses"][0]["evidence"][0]["side"].get<std::string>(), std::string("against"));
        // The audit trail of the window is as long as the file's.
        opened.showStep(QStringLiteral("Audit trail"));
        const auto audit = command({"audit", file.toStdString()})["entries"].size();
        QCOMPARE(opened.find<QTableView>("audit")->model()->rowCount(), static_cast<int>(audit));
        isReported(file);
    }

    void evidenceOpensItsRecord()
    {
        Opened opened(newCase(QStringLiteral("opens")));
        QVERIFY(opened.addHypothesis(QStringLiteral("The feeder was worn")));
        opened.selectRecord(1);
        auto* title = opened.find<QLabel>("inspectorTitle");
        const QString first = title->text();
        QVERIFY(opened.pin("pin_for"));
        for (int r = 2; r < 30 && title->text() == first; ++r)
            opened.selectRecord(r);
        QVERIFY(title->text() != first);
        const QRect cell = opened.lines()->visualRect(opened.lines()->model()->index(0, 1));
        QTest::mouseClick(opened.lines()->viewport(), Qt::LeftButton, {}, cell.center());
        QTRY_COMPARE(title->text(), first);
        QTest::keyClick(opened.lines(), Qt::Key_Return);
        QTRY_COMPARE(opened.window.findChild<Rail*>(QStringLiteral("rail"))->current(), 2); // the timeline
    }

    void pinsAndNotesFromTheInspector()
    {
        const QString file = newCase(QStringLiteral("inspector"));
        Opened opened(file);
        opened.selectRecord(1);
        opened.click("recordPinButton");
        QDialog* dialog = waitFor(opened, "pinDialog");
        QVERIFY(dialog != nullptr);
        auto* ok = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
        QTest::mouseClick(ok, Qt::LeftButton); // a new hypothesis without statement
        QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("pinProblem"))->isVisible());
        QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("pinStatement")), QStringLiteral("Wrong lot"));
        QTest::keyClick(dialog->findChild<QComboBox*>(QStringLiteral("pinSide")), Qt::Key_Down);
        QTest::mouseClick(ok, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(
            opened.row(QStringLiteral("Wrong lot")).mid(2).join(QLatin1Char(' ')), QStringLiteral("0 1 0"), kLong);

        opened.click("recordNoteButton");
        dialog = waitFor(opened, "noteDialog");
        QVERIFY(dialog != nullptr);
        QTest::keyClicks(
            dialog->findChild<QPlainTextEdit*>(QStringLiteral("noteText")), QStringLiteral("Ask the shift"));
        QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
        auto* facts = opened.find<QTableView>("facts");
        QTRY_COMPARE_WITH_TIMEOUT(facts->model()->rowCount(), 1, kLong);
        QCOMPARE(facts->model()->index(0, 2).data().toString(), QStringLiteral("Ask the shift"));
        QVERIFY(!command({"case", file.toStdString(), "show"})["ledger"]["facts"][0]["record"].is_null());
    }

    void aFactKeepsItsFiles()
    {
        const QString file = newCase(QStringLiteral("facts"));
        Opened opened(file);
        opened.click("showFacts");
        QFile photo(m_home.filePath(QStringLiteral("shaft.jpg")));
        QVERIFY(photo.open(QIODevice::WriteOnly));
        photo.write("scored shaft");
        photo.close();
        opened.choose("factKind", QStringLiteral("Inspection"));
        opened.type("factText", QStringLiteral("Shaft scored"));
        opened.window.findChild<FactPanel*>()->attach({photo.fileName()});
        opened.click("factAdd");
        auto* problem = opened.find<QLabel>("factProblem");
        QTRY_VERIFY(problem->isVisible()); // who and when are missing
        QTest::keyClicks(opened.find<QLineEdit>("factWho"), QStringLiteral("B. Fitter"));
        QTest::keyClicks(opened.find<QLineEdit>("factWhen"), QStringLiteral("2026-04-10"));
        opened.click("factAdd");
        auto* facts = opened.find<QTableView>("facts");
        new QAbstractItemModelTester(facts->model(), this);
        QTRY_COMPARE_WITH_TIMEOUT(facts->model()->rowCount(), 1, kLong);
        QVERIFY(!problem->isVisible());
        QVERIFY(opened.find<QLineEdit>("factWho")->text().isEmpty()); // ready for the next
        const json fact = command({"case", file.toStdString(), "show"})["ledger"]["facts"][0];
        QCOMPARE(fact["attachments"][0]["bytes"].get<int>(), 12);
        int status = 1;
        command({"verify", file.toStdString()}, &status);
        QCOMPARE(status, 0);
    }

    void proposalsAreOfferedAndNotWritten()
    {
        const QString file = newCase(QStringLiteral("proposals"));
        command({"assess", file.toStdString(), "--failure", kFailure.toStdString()}); // freezes the plan
        Opened opened(file);
        auto* offers = opened.find<QTableView>("proposals");
        QTRY_VERIFY_WITH_TIMEOUT(offers->model()->rowCount() > 1, kLong);
        const int before = offers->model()->rowCount();
        opened.click("takeOver");
        const QString statement = opened.find<QPlainTextEdit>("hypothesisStatement")->toPlainText();
        QVERIFY(!statement.isEmpty());
        QCOMPARE(command({"case", file.toStdString(), "show"})["ledger"]["entries"].get<int>(), 0);
        opened.click("hypothesisSave");
        QTRY_COMPARE_WITH_TIMEOUT(offers->model()->rowCount(), before - 1, kLong);
        QVERIFY(!opened.row(statement.left(20)).isEmpty());

        // And its numbers from the evidence.
        opened.showStep(QStringLiteral("Evidence"));
        auto* pin = opened.find<QPushButton>("pinCandidate");
        QTRY_VERIFY_WITH_TIMEOUT(pin->isVisible() && pin->isEnabled(), kLong);
        QTest::mouseClick(pin, Qt::LeftButton);
        QDialog* dialog = waitFor(opened, "pinDialog");
        QVERIFY(dialog != nullptr);
        QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(
            command({"case", file.toStdString(), "show"})["ledger"]["entries"].get<int>(), 2, kLong);
        QCOMPARE(
            command({"case", file.toStdString(), "show"})["ledger"]["hypotheses"][0]["evidence"][0]["shown"]["kind"]
                .get<std::string>(),
            std::string("candidate"));
    }

    void aClosedCaseTakesNoEdits()
    {
        const QString file = newCase(QStringLiteral("closed"));
        command({"case", file.toStdString(), "hypothesis", "--group", "machine", "--statement", "Worn feeder"});
        command({"case", file.toStdString(), "new", "--title", "Other"});
        command({"case", file.toStdString(), "close", "CASE-001", "--reason", "done"});
        Opened opened(file); // the open case
        QVERIFY(opened.row(QStringLiteral("Worn feeder")).isEmpty());
        QVERIFY(opened.find<QPushButton>("hypothesisSave")->isEnabled());
    }

private:
    static QDialog* waitFor(const Opened& opened, const char* name)
    {
        QDialog* dialog = nullptr;
        const bool isThere = QTest::qWaitFor(
            [&] {
                dialog = opened.window.findChild<QDialog*>(QString::fromLatin1(name));
                return dialog != nullptr && dialog->isVisible();
            },
            kLong);
        return isThere ? dialog : nullptr;
    }

    static void conclude(const Opened& opened)
    {
        QVERIFY(opened.setState(QStringLiteral("most probable cause"), QStringLiteral("seen worn")));
        opened.click("conclude");
        auto* resting = opened.find<QListWidget>("conclusionHypotheses");
        QCOMPARE(resting->count(), 1);
        QCOMPARE(resting->item(0)->checkState(), Qt::Checked);
        opened.click("conclusionSave");
        QVERIFY(opened.find<QLabel>("conclusionProblem")->text().contains(QStringLiteral("rationale")));
        opened.type("conclusionRationale", QStringLiteral("Worn seals starve the press"));
        opened.click("conclusionSave");
        QTRY_VERIFY_WITH_TIMEOUT(opened.outcome().contains(QStringLiteral("Most probable cause")), kLong);
        QVERIFY(opened.outcome().contains(QStringLiteral("Worn seals starve the press")));
        QVERIFY(opened.outcome().contains(kFailure));
    }

    void isReported(const QString& file)
    {
        const std::string pdf = m_home.filePath(QStringLiteral("story.pdf")).toStdString();
        const std::string html = m_home.filePath(QStringLiteral("story.html")).toStdString();
        command({"report", file.toStdString(), "--failure", kFailure.toStdString(), "-o", pdf, "--html", html});
        QFile page(QString::fromStdString(html));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QByteArray text = page.readAll();
        for (const char* said : {"The feeder was worn", "Worn seals starve the press", "Most probable cause."})
            QVERIFY2(text.contains(said), said);
        int status = 1;
        command({"verify", pdf}, &status);
        QCOMPARE(status, 0);
    }

    QString newCase(const QString& name)
    {
        const QString path = m_home.filePath(name + QStringLiteral(".ante"));
        QFile::copy(m_home.filePath(QStringLiteral("base.ante")), path);
        return path;
    }

    QTemporaryDir m_home;
};

QTEST_MAIN(TestConclusionView)
#include "tst_conclusion_view.moc"
