// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The evidence in a real window, by clicks and keys: nothing before the plan is frozen, the answer, its table and its
// windows after it, other parameters as exploratory. Numbers are compared with those of the core.
#include "app/casework/case_plan.h"
#include "app/window/evidence/candidate_delegates.h"
#include "app/window/evidence/evidence_words.h"
#include "app/window/investigation_files.h"
#include "app/window/main_window.h"
#include "app/window/rail.h"
#include "model/evidence/assess.h"
#include "model/timeline/dataset_loader.h"
#include "tests/support/freeze_plan.h"
#include "widgets/common/palette.h"
#include "widgets/timeline/timeline_widget.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace antecedent;
using namespace antecedent::app;
using antecedent::widgets::DataPtr;
using antecedent::widgets::TimelineWidget;

namespace {

constexpr int kLong = 60'000;
constexpr int kPage = 3; // of rows that fill no page

// The window with one investigation, on the step Evidence.
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
        showStep(QStringLiteral("Evidence"));
    }

    template <class T> T* find(const char* name) const
    {
        T* found = window.findChild<T*>(QString::fromLatin1(name));
        Q_ASSERT(found != nullptr);
        return found;
    }
    QTableView* candidates() const { return find<QTableView>("candidates"); }
    QPushButton* act() const { return find<QPushButton>("freezeAndAssess"); }
    QString strip() const { return find<QLabel>("preflight")->text(); }
    QString question() const { return find<QLabel>("evidenceQuestion")->text(); }
    QString message() const { return find<QTextBrowser>("evidenceMessage")->toPlainText(); }

    void showStep(const QString& title)
    {
        for (QAction* action : window.findChildren<QAction*>())
            if (action->text() == title)
                action->trigger();
    }

    bool waitForDraft() const
    {
        return QTest::qWaitFor([&] { return act()->isVisible() && act()->isEnabled(); }, kLong);
    }

    bool waitForResult() const
    {
        return QTest::qWaitFor(
            [&] { return find<QLabel>("evidenceAnswer")->isVisible() && !window.isWorking(); }, kLong);
    }

    bool freeze() const { return waitForDraft() && freezePlan(window) && waitForResult(); }

    // The failure whose text starts so.
    void choose(const QString& start)
    {
        auto* choice = find<QComboBox>("failureChoice");
        for (int i = 0; i < choice->count(); ++i) {
            if (!choice->itemText(i).startsWith(start))
                continue;
            choice->setCurrentIndex(i);
            Q_EMIT choice->activated(i);
            return;
        }
    }

    MainWindow window;
};

QString textAt(const QTableView& table, int row, int column)
{
    return table.model()->index(row, column).data().toString();
}

void typeInto(QComboBox* box, const QString& text)
{
    box->lineEdit()->selectAll();
    QTest::keyClicks(box->lineEdit(), text);
}

} // namespace

class TestEvidenceView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")).toUtf8());
        const Result<QString> sample = makeSample({}, {});
        QVERIFY(sample.has_value());
        m_sample = *sample;
    }

    void freezingIsAnActAndOnlyThenThereIsAResult()
    {
        Opened opened(copyOfSample("act"));
        auto* audit = opened.find<QTableView>("audit");
        opened.choose(QStringLiteral("DEV-26-007"));
        QVERIFY(opened.waitForDraft());
        QCOMPARE(opened.act()->text(), QStringLiteral("Freeze the plan and assess"));
        const QImage button = opened.act()->grab().toImage(); // light words on the accent, seen without the pointer
        QCOMPARE(
            button.pixelColor(button.width() / 2, 3), widgets::color(widgets::Theme::Light, widgets::Paint::Accent));
        QVERIFY(opened.find<QComboBox>("planBefore")->isVisible());
        QCOMPARE(opened.find<QComboBox>("planBefore")->currentText(), QStringLiteral("72 h"));
        QVERIFY(opened.strip().contains(QStringLiteral("6 of 6")));
        QVERIFY(opened.question().contains(QStringLiteral("draft: no result yet")));
        QCOMPARE(opened.candidates()->model()->rowCount(), 0);
        const int entries = audit->model()->rowCount();

        QVERIFY(freezePlan(opened.window));
        QVERIFY(opened.waitForResult());
        const QTableView& table = *opened.candidates();
        QCOMPARE(textAt(table, 0, EvidenceWords::Verdict), QStringLiteral("Associated"));
        QCOMPARE(textAt(table, 0, EvidenceWords::Name), QStringLiteral("alarm:FEEDER_TORQUE_HIGH @ TAB-420-FDR"));
        QCOMPARE(textAt(table, 0, EvidenceWords::Kind), QStringLiteral("event"));
        QCOMPARE(textAt(table, 0, EvidenceWords::Counts), QStringLiteral("6/6 vs 0/36"));
        QVERIFY(textAt(table, 0, EvidenceWords::Ratio).startsWith(QStringLiteral("≥ 7")));
        QCOMPARE(textAt(table, 0, EvidenceWords::Here), QStringLiteral("yes"));
        const QString answer = opened.find<QLabel>("evidenceAnswer")->text();
        QVERIFY(answer.startsWith(QStringLiteral("<b>Supported.</b>")));
        QVERIFY(answer.contains(QStringLiteral("TAB-420-FDR")));
        QVERIFY(answer.endsWith(QStringLiteral("not proof of cause.")));
        QVERIFY(opened.question().contains(QStringLiteral("frozen before the first result")));
        QVERIFY(!opened.act()->isVisible());

        QTRY_COMPARE(audit->model()->rowCount(), entries + 1);
        QString last;
        for (int c = 0; c < audit->model()->columnCount(); ++c)
            last += textAt(*audit, entries, c) + QLatin1Char(' ');
        QVERIFY2(last.contains(QStringLiteral("frozen by the user before the first result")), qPrintable(last));
        QVERIFY(opened.find<QLabel>("evidenceAnswer")->isVisible()); // the longer audit trail computes nothing anew
    }

    void theTableShowsWhatTheCoreComputes()
    {
        const QString path = copyOfSample("core");
        Opened opened(path);
        opened.choose(QStringLiteral("DEV-26-007"));
        QVERIFY(opened.freeze());
        const AssessmentResult result = assessed(path, "Tablet weight variation");
        const Analysis& analysis = result.analyses.front();
        const auto own = std::find_if(result.assessments.begin(), result.assessments.end(),
            [](const FailureAssessment& a) { return a.deviationId == "DEV-26-007"; });
        QVERIFY(own != result.assessments.end());
        const QTableView& table = *opened.candidates();
        QAbstractItemModelTester tester(table.model());
        QCOMPARE(table.model()->rowCount(), static_cast<int>(analysis.candidates.size()));
        for (int row = 0; row < table.model()->rowCount(); ++row) {
            const auto position = row < static_cast<int>(own->order.size())
                ? static_cast<std::size_t>(own->order[static_cast<std::size_t>(row)])
                : static_cast<std::size_t>(row);
            const Candidate& c = analysis.candidates[position];
            QVERIFY(textAt(table, row, EvidenceWords::Name).startsWith(QString::fromStdString(c.name)));
            QCOMPARE(textAt(table, row, EvidenceWords::Counts),
                QStringLiteral("%1 vs %2")
                    .arg(share(c.caseExposed, c.caseWindows), share(c.controlExposed, c.controlWindows)));
            QCOMPARE(textAt(table, row, EvidenceWords::Adjusted), EvidenceWords::probability(c.pAdjusted));
            QCOMPARE(textAt(table, row, EvidenceWords::Here),
                own->exposedHere[position] ? QStringLiteral("yes") : QStringLiteral("no"));
        }
        QVERIFY(opened.strip().contains(QStringLiteral("%1 tried, %2 testable")
                                            .arg(analysis.preflight.candidatesTried)
                                            .arg(analysis.preflight.candidatesTestable)));
    }

    void anEditedPlanIsCountedAtOnceAndFrozenAsItStands()
    {
        const QString path = copyOfSample("edit");
        Opened opened(path);
        opened.choose(QStringLiteral("DEV-26-007"));
        QVERIFY(opened.waitForDraft());
        const QString before = opened.strip();
        typeInto(opened.find<QComboBox>("planBefore"), QStringLiteral("24h"));
        opened.find<QSpinBox>("planControls")->setValue(4);
        QTRY_VERIFY(opened.strip() != before);
        QTRY_VERIFY(opened.strip().contains(QStringLiteral("24, at most 4 per failure")));
        QVERIFY(opened.find<QLabel>("planWords")->text().contains(QStringLiteral("24 h before t0")));
        QVERIFY(opened.find<QLabel>("planWords")->text().contains(QStringLiteral("up to 4 controls")));
        QCOMPARE(opened.candidates()->model()->rowCount(), 0);

        typeInto(opened.find<QComboBox>("planBefore"), QStringLiteral("6 parsecs"));
        QVERIFY(opened.find<QLabel>("planWords")->text().contains(QStringLiteral("Window before t0")));
        QVERIFY(askToFreeze(opened.window) == nullptr); // what makes no sense is not frozen
        typeInto(opened.find<QComboBox>("planBefore"), QStringLiteral("1 d"));
        QVERIFY(freezePlan(opened.window));
        QVERIFY(opened.waitForResult());
        const DataPtr snapshot = loaded(path);
        const Result<CaseFile> file = CaseFile::open(snapshot->path, OpenMode::ReadOnly);
        const auto frozen = casework::frozenPlan(*file, snapshot->caseInfo);
        QVERIFY(frozen.has_value() && frozen->has_value());
        QCOMPARE((*frozen)->before, std::string("24h"));
        QCOMPARE((*frozen)->controls, 4);
        PlanOverrides same;
        same.before = "24h";
        same.controls = 4;
        QCOMPARE((*frozen)->hash, makePlan(snapshot->dataset, same)->hash);
    }

    void theQuestionNamesTheWindowAndOnlyItsAnswerFreezes()
    {
        const QString path = copyOfSample("question");
        Opened opened(path);
        opened.choose(QStringLiteral("DEV-26-007"));
        QVERIFY(opened.waitForDraft());
        const auto words = [](const QDialog* dialog, const char* name) {
            const auto* label = dialog->findChild<QLabel*>(QString::fromLatin1(name));
            return label == nullptr ? QString() : label->text();
        };
        const auto answer = [](const QDialog* dialog, const char* name) {
            QTest::mouseClick(dialog->findChild<QPushButton*>(QString::fromLatin1(name)), Qt::LeftButton);
        };
        QDialog* dialog = askToFreeze(opened.window);
        QVERIFY(dialog != nullptr);
        QVERIFY(words(dialog, "freezePlan").contains(QStringLiteral("72 h before t0")));
        QVERIFY(words(dialog, "freezeTemplate").isEmpty());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(opened.window.findChild<QDialog*>(QStringLiteral("freezeDialog")) == nullptr);
        QVERIFY(opened.question().contains(QStringLiteral("draft: no result yet")));

        auto* before = opened.find<QComboBox>("beforeChoice"); // as if just to look at an hour
        typeInto(before, QStringLiteral("1 h"));
        QTest::keyClick(before->lineEdit(), Qt::Key_Return);
        dialog = askToFreeze(opened.window);
        QVERIFY(dialog != nullptr);
        QVERIFY(words(dialog, "freezePlan").contains(QStringLiteral("1 h before t0")));
        QVERIFY(words(dialog, "freezeTemplate").contains(QStringLiteral("72 h before t0")));
        answer(dialog, "freezeUseTemplate");
        QTRY_COMPARE(before->currentText(), QStringLiteral("72 h"));
        QTRY_VERIFY(opened.window.findChild<QDialog*>(QStringLiteral("freezeDialog")) == nullptr);
        const DataPtr snapshot = loaded(path);
        const Result<CaseFile> file = CaseFile::open(snapshot->path, OpenMode::ReadOnly);
        const auto frozen = casework::frozenPlan(*file, snapshot->caseInfo);
        QVERIFY(frozen.has_value() && !frozen->has_value());
    }

    void anotherTemplateHoldsForItsClassOnly()
    {
        const QString path = copyOfSample("template");
        Opened opened(path);
        opened.choose(QStringLiteral("DEV-26-007"));
        QVERIFY(opened.waitForDraft());
        auto* templates = opened.find<QComboBox>("planTemplate");
        templates->setFocus();
        templates->setCurrentIndex(templates->findText(QStringLiteral("trip")));
        Q_EMIT templates->activated(templates->currentIndex());
        QCOMPARE(opened.find<QComboBox>("planBefore")->currentText(), QStringLiteral("8 run hours"));
        QVERIFY(opened.find<QLabel>("planWords")->text().contains(QStringLiteral("8 run hours")));
        QVERIFY(opened.freeze());
        const DataPtr snapshot = loaded(path);
        const Result<CaseFile> file = CaseFile::open(snapshot->path, OpenMode::ReadOnly);
        const auto frozen = casework::frozenPlan(*file, snapshot->caseInfo);
        QCOMPARE((*frozen)->perClassification.at("Tablet weight variation"), std::string("trip"));
        QCOMPARE((*frozen)->perClassification.at("Disintegration time"), std::string("default"));
    }

    void otherParametersAreExploratoryAndTheFrozenPlanComesBack()
    {
        Opened opened(copyOfSample("explore"));
        opened.choose(QStringLiteral("DEV-26-007"));
        QVERIFY(opened.freeze());
        auto* other = opened.find<QPushButton>("otherParameters");
        auto* answer = opened.find<QLabel>("evidenceAnswer");
        const QString planned = answer->text();
        QTest::mouseClick(other, Qt::LeftButton);
        QVERIFY(opened.act()->isVisible() && !opened.act()->isEnabled()); // nothing is edited yet
        typeInto(opened.find<QComboBox>("planBefore"), QStringLiteral("48h"));
        QTRY_VERIFY(opened.act()->isEnabled());
        QVERIFY(opened.question().contains(QStringLiteral("edited, not assessed")));
        QCOMPARE(answer->text(), planned);
        QTest::mouseClick(opened.act(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(answer->text().contains(QStringLiteral("Exploratory, look 1.")), kLong);
        QVERIFY(opened.question().contains(QStringLiteral("exploratory, look 1")));
        for (int row = 0; row < opened.candidates()->model()->rowCount(); ++row)
            QVERIFY(textAt(*opened.candidates(), row, EvidenceWords::Verdict) != QStringLiteral("Associated"));
        QTRY_VERIFY(!opened.window.isWorking());
        QVERIFY(answer->text().contains(QStringLiteral("Exploratory"))); // also with the new audit trail
        QTest::mouseClick(other, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(answer->text(), planned, kLong);
        QVERIFY(!opened.act()->isVisible());
    }

    void anotherCandidateAndAnotherFailureShowTheirOwnWords()
    {
        Opened opened(copyOfSample("words"));
        opened.choose(QStringLiteral("DEV-26-007"));
        QVERIFY(opened.freeze());
        const QTableView& table = *opened.candidates();
        auto* statement = opened.find<QTextBrowser>("candidateStatement");
        auto* windows = opened.find<QTableView>("windows");
        QVERIFY(statement->toPlainText().contains(textAt(table, 0, EvidenceWords::Name)));
        QCOMPARE(textAt(*windows, 0, 0), QStringLiteral("DEV-26-007"));
        QCOMPARE(textAt(*windows, 0, 1), QStringLiteral("failure"));
        QCOMPARE(textAt(*windows, 0, 2), QStringLiteral("● with"));
        QCOMPARE(textAt(*windows, 6, 1), QStringLiteral("control"));
        QCOMPARE(textAt(*windows, 6, 2), QStringLiteral("○ without"));
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(table.model()->index(1, 1)).center());
        QVERIFY(statement->toPlainText().contains(textAt(table, 1, EvidenceWords::Name)));
        QTest::keyClick(opened.candidates(), Qt::Key_Down);
        QVERIFY(statement->toPlainText().contains(textAt(table, 2, EvidenceWords::Name)));

        auto* answer = opened.find<QLabel>("evidenceAnswer");
        const QString before = answer->text();
        opened.choose(QStringLiteral("DEV-26-001")); // same classification: there at once
        QVERIFY(answer->isVisible() && answer->text() != before);
        QCOMPARE(textAt(*windows, 0, 0), QStringLiteral("DEV-26-001"));
        opened.choose(QStringLiteral("DEV-26-005")); // another one: computed, and nothing of the first stays
        QVERIFY(!answer->isVisible());
        QCOMPARE(table.model()->rowCount(), 0);
        QVERIFY(opened.waitForResult());
        QVERIFY(opened.question().contains(QStringLiteral("Disintegration time")));
        QVERIFY(answer->text() != before);
    }

    void candidatesAreFoundByKindAndText()
    {
        Opened opened(copyOfSample("filter"));
        QVERIFY(opened.freeze());
        auto* found = opened.find<QLabel>("candidatesFound");
        auto* kind = opened.find<QComboBox>("candidateKind");
        const int all = opened.candidates()->model()->rowCount();
        QVERIFY(all > kPage);
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Down);
        QTest::keyClick(kind, Qt::Key_Down); // other causes
        QVERIFY(kind->currentText().startsWith(QStringLiteral("Other causes")));
        const int other = opened.candidates()->model()->rowCount();
        QVERIFY(other > 0 && other < all);
        QCOMPARE(found->text(), QStringLiteral("%1 of %2 candidates").arg(other).arg(all));
        for (int row = 0; row < other; ++row)
            QVERIFY((QStringList{QStringLiteral("material"), QStringLiteral("operator"), QStringLiteral("recipe"),
                         QStringLiteral("utility")})
                        .contains(textAt(*opened.candidates(), row, EvidenceWords::Kind)));
        QTest::keyClick(kind, Qt::Key_Home);
        auto* search = opened.find<QLineEdit>("candidateSearch");
        QTest::keyClicks(search, QStringLiteral("feeder_torque"));
        QVERIFY(opened.candidates()->model()->rowCount() >= 1);
        QVERIFY(textAt(*opened.candidates(), 0, EvidenceWords::Name).contains(QStringLiteral("FEEDER_TORQUE")));
        QTest::keyClicks(search, QStringLiteral("no such thing"));
        QCOMPARE(opened.candidates()->model()->rowCount(), 0);
        search->clear();
        QCOMPARE(opened.candidates()->model()->rowCount(), all);
    }

    void candidatesAreFoundByVerdict()
    {
        Opened opened(copyOfSample("verdicts"));
        QVERIFY(opened.freeze());
        auto* verdict = opened.find<QComboBox>("candidateVerdict");
        const int all = opened.candidates()->model()->rowCount();
        QCOMPARE(verdict->currentText(), QStringLiteral("All verdicts"));
        verdict->setFocus();
        int sum = 0;
        for (int i = 1; i < verdict->count(); ++i) {
            QTest::keyClick(verdict, Qt::Key_Down);
            const QString word = verdict->currentText().section(QStringLiteral(" ("), 0, 0);
            const int rows = opened.candidates()->model()->rowCount();
            QVERIFY(rows > 0);
            sum += rows;
            for (int row = 0; row < rows; ++row)
                QCOMPARE(textAt(*opened.candidates(), row, EvidenceWords::Verdict), word);
        }
        QCOMPARE(sum, all);
        QTest::keyClick(verdict, Qt::Key_Home);
        QCOMPARE(opened.candidates()->model()->rowCount(), all);
        QTest::mouseClick(opened.find<QPushButton>("candidatesCopyTable"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')), all);
    }

    void insufficientEvidenceSaysWhatWouldBeNeeded()
    {
        Opened opened(copyOfSample("needed"));
        QVERIFY(opened.freeze());
        auto* verdict = opened.find<QComboBox>("candidateVerdict");
        const QString wanted = EvidenceWords::verdict(Verdict::Insufficient);
        const int at = verdict->findText(wanted, Qt::MatchStartsWith);
        QVERIFY(at > 0);
        verdict->setCurrentIndex(at);
        int told = 0;
        for (int row = 0; row < opened.candidates()->model()->rowCount(); ++row) {
            opened.candidates()->setCurrentIndex(opened.candidates()->model()->index(row, 0));
            const QString words = opened.find<QTextBrowser>("candidateStatement")->toPlainText();
            const bool isRank = words.contains(QStringLiteral("rank"));
            const bool isSaid = words.contains(QStringLiteral("Needed to decide: "))
                || words.contains(QStringLiteral("more windows like these would not"))
                || words.contains(QStringLiteral("Not even 100 more failures"));
            QVERIFY2(isSaid || isRank, qPrintable(words));
            told += words.contains(QStringLiteral("more failure")) ? 1 : 0;
        }
        QVERIFY(told > 0);
    }

    void enterAndDoubleClickOpenTheWindowInTheTimeline()
    {
        const QString path = copyOfSample("open");
        Opened opened(path);
        opened.choose(QStringLiteral("DEV-26-007"));
        QVERIFY(opened.freeze());
        auto* timeline = opened.window.findChild<TimelineWidget*>();
        auto* windows = opened.find<QTableView>("windows");
        opened.candidates()->setFocus();
        QTest::keyClick(opened.candidates(), Qt::Key_Return);
        QVERIFY(timeline->isVisible());
        const DataPtr snapshot = loaded(path);
        const auto failure = [&](const std::string& id) {
            const auto found = std::find_if(
                snapshot->failures.begin(), snapshot->failures.end(), [&](const Failure& f) { return f.id == id; });
            return found->anchor.time_since_epoch().count();
        };
        QVERIFY(shows(*timeline, failure("DEV-26-007")));

        opened.showStep(QStringLiteral("Evidence"));
        QVERIFY(opened.find<QLabel>("evidenceAnswer")->isVisible()); // still there
        const QPoint second = windows->visualRect(windows->model()->index(1, 0)).center();
        const std::string id = textAt(*windows, 1, 0).toStdString();
        QTest::mouseClick(windows->viewport(), Qt::LeftButton, {}, second);
        QTest::mouseDClick(windows->viewport(), Qt::LeftButton, {}, second);
        QVERIFY(timeline->isVisible());
        QVERIFY(opened.find<QComboBox>("failureChoice")->currentText().startsWith(QString::fromStdString(id)));
        QVERIFY(shows(*timeline, failure(id)));

        opened.showStep(QStringLiteral("Evidence"));
        QVERIFY(opened.find<QLabel>("evidenceAnswer")->isVisible()); // the same classification: nothing is computed
        windows->setCurrentIndex(windows->model()->index(8, 0)); // a control
        windows->setFocus();
        QTest::keyClick(windows, Qt::Key_Return);
        QVERIFY(timeline->isVisible());
        QVERIFY(!shows(*timeline, failure(id)));
        QVERIFY(opened.find<QComboBox>("failureChoice")->currentText().startsWith(QString::fromStdString(id)));
    }

    void withoutFailuresTheViewSaysWhatToDo()
    {
        const QString path = m_home.filePath(QStringLiteral("none.ante"));
        QVERIFY(createInvestigation({path, QStringLiteral("Nothing"), QStringLiteral("UTC")}).has_value());
        Opened opened(path);
        QVERIFY(opened.message().contains(QStringLiteral("No failures yet. Import deviations")));
        QVERIFY(!opened.act()->isVisible());
    }

    void oneFailureWithoutAssetOrAnythingElseIsAnAnswerToo()
    {
        const QString path = m_home.filePath(QStringLiteral("one.ante"));
        QVERIFY(createInvestigation({path, QStringLiteral("One"), QStringLiteral("UTC")}).has_value());
        const QString csv = m_home.filePath(QStringLiteral("deviations.csv"));
        QFile source(csv);
        QVERIFY(source.open(QIODevice::WriteOnly));
        source.write("deviation_id,occurred,classification,severity,text\n"
                     "D-1,2026-02-13T10:09:20Z,label mix-up,major,Wrong label found\n");
        source.close();
        Result<CaseFile> file = CaseFile::open(path.toStdString(), OpenMode::ReadWrite, widgets::currentActor());
        QVERIFY(importers::importSources(*file, {csv.toStdString()}, {}).has_value());
        file = CaseFile::open(path.toStdString(), OpenMode::ReadOnly);
        Opened opened(path);
        QVERIFY(opened.waitForDraft());
        QVERIFY(opened.question().contains(QStringLiteral("D-1, label mix-up")));
        QVERIFY(opened.freeze());
        QCOMPARE(opened.candidates()->model()->rowCount(), 0);
        QCOMPARE(opened.find<QLabel>("candidatesFound")->text(), QStringLiteral("0 of 0 candidates"));
        QVERIFY(!opened.find<QLabel>("evidenceAnswer")->text().isEmpty());
    }

    void everyControlHasAName()
    {
        Opened opened(copyOfSample("names"));
        QVERIFY(opened.freeze());
        QTest::mouseClick(opened.find<QPushButton>("otherParameters"), Qt::LeftButton);
        for (const char* name : {"planTemplate", "planBefore", "planAfter", "planClock", "planAnchor", "planScope",
                 "planControls", "candidates", "windows", "candidateSearch", "candidateKind", "candidateStatement",
                 "reasons", "evidenceMessage", "evidenceAnswer", "preflight", "evidenceDetails"}) {
            const auto* widget = opened.find<QWidget>(name);
            QVERIFY2(!widget->accessibleName().isEmpty(), name);
        }
    }

    void theAxisOfOddsRatiosIsLogarithmicAndEnds()
    {
        QCOMPARE(forestPosition(0.1), 0.0);
        QCOMPARE(forestPosition(1), 0.25);
        QCOMPARE(forestPosition(10), 0.5);
        QCOMPARE(forestPosition(1000), 1.0);
        QCOMPARE(forestPosition(0), 0.0);
        QCOMPARE(forestPosition(1e9), 1.0);
    }

    void whatIsUnknownIsADash()
    {
        Candidate candidate;
        QCOMPARE(EvidenceWords::ratio(candidate), QStringLiteral("–"));
        QCOMPARE(EvidenceWords::probability({}), QStringLiteral("–"));
        QCOMPARE(EvidenceWords::lag(candidate), QStringLiteral("–"));
        QCOMPARE(EvidenceWords::counts(candidate), QStringLiteral("– vs –"));
        QCOMPARE(EvidenceWords::probability(0.00002), QStringLiteral("<0.0001"));
        candidate.ciLow = 7;
        QCOMPARE(EvidenceWords::ratio(candidate), QStringLiteral("≥ 7"));
        candidate.medianOffsetS = -17'400;
        QCOMPARE(EvidenceWords::lag(candidate), QStringLiteral("−4 h 50 min"));
    }

private:
    QString copyOfSample(const char* name) const
    {
        const QString path = m_home.filePath(QString::fromLatin1(name) + QStringLiteral(".ante"));
        return QFile::copy(m_sample, path) ? path : QString();
    }

    static DataPtr loaded(const QString& path)
    {
        const Result<DataPtr> snapshot = widgets::loadInvestigation(path.toStdString(), {}, {}, {});
        return snapshot ? *snapshot : nullptr;
    }

    // What the command line computes under the frozen plan.
    static AssessmentResult assessed(const QString& path, const std::string& classification)
    {
        const DataPtr snapshot = loaded(path);
        const Result<CaseFile> file = CaseFile::open(snapshot->path, OpenMode::ReadOnly);
        const auto frozen = casework::frozenPlan(*file, snapshot->caseInfo);
        const auto samples = makeSampleReader(*file, snapshot->caseInfo, snapshot->dataset);
        AssessSelection selection;
        selection.classification = classification;
        return *assess(snapshot->context, **frozen, selection, {}, {}, samples.get());
    }

    static QString share(int part, int whole)
    {
        return whole == 0 ? QStringLiteral("–") : QStringLiteral("%1/%2").arg(part).arg(whole);
    }

    static bool shows(const TimelineWidget& timeline, std::int64_t us)
    {
        return timeline.axis().fromUs <= us && us <= timeline.axis().toUs;
    }

    QTemporaryDir m_home;
    QString m_sample;
};

QTEST_MAIN(TestEvidenceView)
#include "tst_evidence_view.moc"
