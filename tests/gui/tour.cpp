// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/tour.h"

#include "app/window/guide/guide_pages.h"
#include "app/window/guide/guide_window.h"
#include "app/window/import/import_wizard.h"
#include "app/window/rail.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

#include <tuple>

namespace antecedent::gui {

namespace {

// The steps of the rail, by the names in file names.
constexpr std::array kSteps{
    "sources", "failures", "timeline", "facts", "sequences", "evidence", "impact", "conclusion", "report", "audit"};
enum Step : std::uint8_t { Sources, Failures, Timeline, Facts, Sequences, Evidence, Impact, Conclusion, Report };

constexpr int kPagesMs = 5'000; // of a report; without failures there are none

QString nameOf(int step)
{
    return QString::fromLatin1(kSteps[static_cast<std::size_t>(step)]);
}

class Tour
{
public:
    Tour(Stage& stage, const Visitor& visit)
        : m_stage(stage)
        , m_visit(visit)
    {
    }

    void show(const QString& name) { m_visit(name, m_stage.window()); }

    // Each tab of each visible tab widget of the view, but those that are named by `but`.
    void tabs(const QString& name, const QStringList& words = {})
    {
        for (QTabWidget* tabs : m_stage.window().findChildren<QTabWidget*>()) {
            if (!tabs->isVisible())
                continue;
            const int before = tabs->currentIndex();
            for (int i = 0; i < tabs->count(); ++i) {
                tabs->setCurrentIndex(i);
                m_stage.settle();
                show(name + QLatin1Char('.')
                    + (i < words.size() ? words[i] : tabs->objectName() + QString::number(i + 1)));
            }
            tabs->setCurrentIndex(before);
        }
    }

    void sources()
    {
        m_stage.showStep(Sources);
        show(nameOf(Sources));
        if (m_stage.clickRow(QStringLiteral("sources"), 0))
            show(QStringLiteral("sources.chosen"));
        tabs(nameOf(Sources),
            {QStringLiteral("remarks"), QStringLiteral("quality"), QStringLiteral("clocks"), QStringLiteral("names"),
                QStringLiteral("versions")});
        auto* pages = m_stage.seen<QTabWidget>(QStringLiteral("sourceTabs"));
        if (pages == nullptr)
            return;
        pages->setCurrentIndex(1);
        m_stage.settle();
        const auto isFound = [&] { return m_stage.clickRow(QStringLiteral("qualityPlaces"), 0); };
        for (int row = 0; m_stage.clickRow(QStringLiteral("sources"), row); ++row)
            if (isFound()) {
                show(QStringLiteral("sources.finding"));
                break;
            }
        pages->setCurrentIndex(0);
        m_stage.settle();
    }

    void failures()
    {
        m_stage.showStep(Failures);
        show(nameOf(Failures));
        if (m_stage.type(QStringLiteral("sentinelWhere"), QStringLiteral("kind = event"))) {
            show(QStringLiteral("failures.sentinel"));
            m_stage.type(QStringLiteral("sentinelWhere"), QString());
        }
    }

    void timeline()
    {
        m_stage.showStep(Timeline);
        show(nameOf(Timeline));
        if (m_stage.key(QStringLiteral("timeline"), Qt::Key_Right, Qt::ControlModifier))
            show(QStringLiteral("timeline.record"));
        if (m_stage.key(QStringLiteral("timeline"), Qt::Key_E)) {
            show(QStringLiteral("timeline.compressed"));
            m_stage.key(QStringLiteral("timeline"), Qt::Key_E);
        }
        if (m_stage.key(QStringLiteral("timeline"), Qt::Key_A)) {
            show(QStringLiteral("timeline.all"));
            m_stage.key(QStringLiteral("timeline"), Qt::Key_F);
        }
        if (m_stage.type(QStringLiteral("filter"), QStringLiteral("code ="))) {
            show(QStringLiteral("timeline.filter-error"));
            m_stage.type(QStringLiteral("filter"), QString());
        }
        for (const char* mode : {"overlay", "alignFailures"})
            if (m_stage.press(QString::fromLatin1(mode)))
                show(QStringLiteral("timeline.")
                    + QString::fromLatin1(mode == QByteArray("overlay") ? mode : "aligned"));
        // Back to the one failure: the first of the buttons that exclude each other.
        if (auto* aligned = m_stage.seen<QPushButton>(QStringLiteral("alignFailures")))
            for (auto* button : aligned->parentWidget()->findChildren<QPushButton*>())
                if (button->isCheckable() && button->isVisible()) {
                    button->click();
                    break;
                }
        m_stage.settle();
    }

    void facts()
    {
        m_stage.showStep(Facts);
        show(nameOf(Facts));
        tabs(nameOf(Facts),
            {QStringLiteral("chronology"), QStringLiteral("fitness"), QStringLiteral("differences"),
                QStringLiteral("condition"), QStringLiteral("known"), QStringLiteral("use")});
    }

    void sequences()
    {
        m_stage.showStep(Sequences);
        for (const char* mode : {"One", "All", "Minus"})
            if (m_stage.press(QStringLiteral("sequences") + QString::fromLatin1(mode)))
                show(QStringLiteral("sequences.") + QString::fromLatin1(mode).toLower());
        if (m_stage.key(QStringLiteral("sequenceGraph"), Qt::Key_Left)
            && m_stage.key(QStringLiteral("sequenceGraph"), Qt::Key_Left))
            show(QStringLiteral("sequences.chosen"));
    }

    void evidence(Depth depth)
    {
        m_stage.showStep(Evidence);
        show(nameOf(Evidence));
        if (depth == Depth::All && m_stage.seen<QTableView>(QStringLiteral("candidates")) == nullptr
            && m_stage.press(QStringLiteral("freezeAndAssess")) && freeze())
            show(QStringLiteral("evidence.assessed"));
        if (m_stage.clickRow(QStringLiteral("candidates"), 0))
            tabs(nameOf(Evidence));
        if (m_stage.press(QStringLiteral("otherParameters"))) {
            show(QStringLiteral("evidence.parameters"));
            m_stage.press(QStringLiteral("otherParameters"));
        }
    }

    bool freeze()
    {
        auto* question = m_stage.seen<QDialog>(QStringLiteral("freezeDialog"));
        if (question == nullptr)
            return false;
        m_visit(QStringLiteral("dialog.freeze"), *question);
        return m_stage.press(QStringLiteral("freezeConfirm"), question);
    }

    void impact()
    {
        m_stage.showStep(Impact);
        show(nameOf(Impact));
        if (m_stage.clickRow(QStringLiteral("impact"), 0))
            show(QStringLiteral("impact.chosen"));
    }

    void conclusion(Depth depth)
    {
        m_stage.showStep(Conclusion);
        show(nameOf(Conclusion));
        if (depth == Depth::All && m_stage.press(QStringLiteral("takeOver"))
            && m_stage.press(QStringLiteral("hypothesisSave")))
            show(QStringLiteral("conclusion.hypothesis"));
        if (m_stage.press(QStringLiteral("showFacts")))
            show(QStringLiteral("conclusion.facts"));
        if (m_stage.press(QStringLiteral("conclude")))
            show(QStringLiteral("conclusion.conclude"));
    }

    void report(Depth depth, const QString& folder)
    {
        m_stage.showStep(Report);
        const auto* page = m_stage.seen<QLabel>(QStringLiteral("reportPage"));
        if (page != nullptr && depth == Depth::All) // the plan is frozen, so there are pages soon
            std::ignore = QTest::qWaitFor([page] { return !page->text().isEmpty(); }, kPagesMs);
        m_stage.settle();
        show(nameOf(Report));
        if (depth == Depth::All && m_stage.type(QStringLiteral("reportFolder"), folder)
            && m_stage.press(QStringLiteral("reportWrite")))
            show(QStringLiteral("report.written"));
    }

private:
    Stage& m_stage;
    const Visitor& m_visit;
};

} // namespace

void visitStart(Stage& stage, const Visitor& visit)
{
    visit(QStringLiteral("start"), stage.window());
}

void visitSteps(Stage& stage, Depth depth, const QString& reportFolder, const Visitor& visit)
{
    Tour tour(stage, visit);
    tour.sources();
    tour.failures();
    tour.timeline();
    tour.facts();
    tour.sequences();
    tour.evidence(depth);
    tour.impact();
    tour.conclusion(depth);
    tour.report(depth, reportFolder);
    stage.showStep(static_cast<int>(kSteps.size()) - 1);
    tour.show(nameOf(static_cast<int>(kSteps.size()) - 1));
}

void visitDialogs(Stage& stage, const Visitor& visit)
{
    const auto menu = [&](QAction* action, const char* name) {
        if (action != nullptr && action->isEnabled())
            stage.withDialog(
                [&] { action->trigger(); }, [&](QWidget& dialog) { visit(QString::fromLatin1(name), dialog); });
    };
    menu(stage.action(QKeySequence::New), "dialog.new");
    menu(stage.action(QKeySequence(Qt::CTRL | Qt::Key_F1)), "dialog.shortcuts");
    menu(stage.lastAction(), "dialog.about");
    menu(stage.window().findChild<QAction*>(QStringLiteral("showConfiguration")), "dialog.configuration");
    if (QAction* guide = stage.action(QKeySequence(Qt::Key_F1))) {
        guide->trigger();
        stage.settle();
        if (auto* opened = stage.window().findChild<app::GuideWindow*>()) {
            for (const app::GuidePage& page : app::guidePages()) {
                opened->showPage(page.id);
                stage.settle();
                visit(QStringLiteral("guide.") + page.id, *opened);
            }
            opened->close();
        }
    }
    if (stage.window().findChild<app::Rail*>() == nullptr)
        return;
    stage.showStep(Timeline);
    stage.key(QStringLiteral("timeline"), Qt::Key_Right, Qt::ControlModifier);
    for (const auto& [button, dialog] : {std::pair("recordPinButton", "pinRecord"), {"recordNoteButton", "noteRecord"}})
        if (stage.seen<QWidget>(QString::fromLatin1(button)) != nullptr)
            stage.withDialog([&, name = button] { stage.press(QString::fromLatin1(name)); },
                [&, name = dialog](
                    QWidget& shown) { visit(QStringLiteral("dialog.") + QString::fromLatin1(name), shown); });
}

void visitImport(Stage& stage, const QString& sources, const Visitor& visit)
{
    stage.window().importPaths({sources});
    auto* wizard = stage.window().findChild<app::ImportWizard*>();
    if (wizard == nullptr)
        return;
    stage.until([&] { return !wizard->drafts().empty(); });
    stage.settle();
    visit(QStringLiteral("import.files"), *wizard);
    if (auto* zone = stage.seen<QComboBox>(QStringLiteral("zoneForAll"), wizard)) {
        zone->setFocus();
        zone->lineEdit()->selectAll();
        QTest::keyClicks(zone, QStringLiteral("Europe/Vienna"));
        QTest::keyClick(zone, Qt::Key_Return);
        stage.settle();
    }
    auto* files = stage.seen<QTableView>(QStringLiteral("importFiles"), wizard);
    if (files != nullptr && files->model()->rowCount() > 0) {
        files->setFocus();
        files->setCurrentIndex(files->model()->index(0, 0));
        if (!stage.press(QStringLiteral("openMapping"), wizard))
            stage.press(QStringLiteral("importNext"), wizard);
    }
    if (auto* counts = stage.seen<QLabel>(QStringLiteral("trialCounts"), wizard)) {
        stage.until([&] { return !counts->text().isEmpty() && !stage.window().isWorking(); });
        stage.settle();
        visit(QStringLiteral("import.mapping"), *wizard);
        if (stage.press(QStringLiteral("asText"), wizard))
            visit(QStringLiteral("import.original"), *wizard);
        constexpr int kCodes = 3; // the column of the messages
        if (stage.clickRow(QStringLiteral("mapping"), kCodes))
            stage.withDialog([&] { stage.press(QStringLiteral("valueMap"), wizard); },
                [&](QWidget& dialog) { visit(QStringLiteral("import.values"), dialog); });
        while (stage.seen<QLabel>(QStringLiteral("importTotal"), wizard) == nullptr)
            if (!stage.press(QStringLiteral("importNext"), wizard))
                return wizard->reject();
    }
    visit(QStringLiteral("import.statement"), *wizard);
    wizard->reject();
    stage.settle();
}

QString makeForeignFolder(const QString& folder)
{
    const auto write = [](const QString& path, const QByteArray& bytes) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s can't be written", qPrintable(path));
    };
    const QString out = folder + QStringLiteral("/foreign");
    QDir().mkpath(out);
    QByteArray rows = "Datum;Zeitpunkt;Anlage;Meldung;Bemerkung\n";
    for (int i = 0; i < 40; ++i) {
        const QByteArray date = QByteArray::number(1 + i % 28).rightJustified(2, '0') + ".03.2026";
        rows += (i % 9 == 4 ? QByteArray() : date) + ';' + date + " 07:" + QByteArray::number(10 + i) + ";TAB-0"
            + QByteArray::number(i % 2 + 1) + (i % 4 == 0 ? ";TUER_OFFEN;\n" : ";STAU;Bunker\n");
    }
    write(out + QStringLiteral("/meldungen.csv"), rows);
    write(out + QStringLiteral("/assets.csv"), "asset_id,description\nTAB-01,Press\nTAB-02,Press\n");
    write(out + QStringLiteral("/readme.txt"), "Exported by hand.\n");
    return out;
}

void visitErrors(Stage& stage, const QString& brokenFile, const Visitor& visit)
{
    stage.openFile(brokenFile);
    visit(QStringLiteral("start"), stage.window());
}

} // namespace antecedent::gui
