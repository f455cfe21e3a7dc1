// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline in the window, by mouse and keys, on the sample.
#include "app/window/context/time_entry.h"
#include "app/window/main_window.h"
#include "app/window/shared/picture_files.h"
#include "widgets/common/banner.h"
#include "widgets/timeline/aligned_widget.h"
#include "widgets/timeline/timeline_layout.h"
#include "widgets/timeline/timeline_widget.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace antecedent;
using namespace antecedent::app;
using antecedent::widgets::AlignedWidget;
using antecedent::widgets::TimelineWidget;

namespace {

constexpr std::int64_t kHourUs = 3'600'000'000;

struct Opened
{
    explicit Opened(const QString& path = {})
        : window(Settings{})
    {
        window.resize(1280, 800);
        window.show();
        if (path.isEmpty())
            QTest::mouseClick(find<QPushButton>("openSample"), Qt::LeftButton);
        else
            window.openFile(path);
        const bool isOpen =
            QTest::qWaitFor([&] { return window.windowTitle() != QStringLiteral("Antecedent"); }, 60'000);
        Q_ASSERT(isOpen);
        timeline = find<TimelineWidget>("timeline");
        timeline->setFocus();
    }

    template <class T> T* find(const char* name) const
    {
        T* found = window.findChild<T*>(QString::fromLatin1(name));
        Q_ASSERT(found != nullptr);
        return found;
    }
    QString inspected() const { return find<QLabel>("inspectorTitle")->text(); }
    QString cursorText() const { return find<QLabel>("cursorText")->text(); }

    // Left end of the header of an asset.
    QPoint header(const QString& asset) const
    {
        QWidget* viewport = timeline->viewport();
        for (int y = widgets::layout::kTop + 2; y < viewport->height(); y += 4)
            if (timeline->assetAt(y) == asset)
                return {20, y + 6};
        return {};
    }

    // Selects a record with this title by clicking through the lanes.
    bool click(const QString& title) const
    {
        QWidget* viewport = timeline->viewport();
        for (int y = widgets::layout::kTop; y < viewport->height(); y += 10)
            for (int x = widgets::layout::kGutter + 4; x < viewport->width(); x += 8) {
                if (timeline->isHeader(y))
                    continue;
                QTest::mouseClick(viewport, Qt::LeftButton, {}, {x, y});
                if (find<QLabel>("inspectorTitle")->isVisible() && inspected() == title)
                    return true;
            }
        return false;
    }

    void drag(const QPoint& from, const QPoint& to, Qt::KeyboardModifiers keys = {}) const
    {
        QWidget* viewport = timeline->viewport();
        QTest::mousePress(viewport, Qt::LeftButton, keys, from);
        for (int i = 1; i <= 4; ++i) {
            const QPoint at = from + (to - from) * i / 4;
            QMouseEvent move(QEvent::MouseMove, at, viewport->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, keys);
            QCoreApplication::sendEvent(viewport, &move);
        }
        QTest::mouseRelease(viewport, Qt::LeftButton, keys, to);
    }

    MainWindow window;
    TimelineWidget* timeline = nullptr;
};

QAction* actionOf(const QPushButton* button, const QString& start)
{
    for (QAction* action : button->menu()->actions())
        if (action->text().startsWith(start))
            return action;
    return nullptr;
}

} // namespace

class TestTimelineView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")).toUtf8());
    }

    void assetsAreFoldedMovedAndRemembered()
    {
        QString path;
        QStringList moved;
        {
            Opened opened;
            TimelineWidget* timeline = opened.timeline;
            const QStringList before = timeline->shownAssets();
            QVERIFY(before.size() >= 3);
            const int height = timeline->verticalScrollBar()->maximum();
            QTest::mouseClick(timeline->viewport(), Qt::LeftButton, {}, opened.header(before[0]));
            QVERIFY(timeline->verticalScrollBar()->maximum() < height); // folded
            opened.drag(opened.header(before[1]), opened.header(before[0]) - QPoint(0, 6));
            moved = timeline->shownAssets();
            QCOMPARE(moved.mid(0, 3), (QStringList{before[1], before[0], before[2]}));
            // The same by keys: down to the second header, then back to its place.
            timeline->setFocus();
            while (timeline->currentAsset() != before[1])
                QTest::keyClick(timeline, Qt::Key_Up);
            QTest::keyClick(timeline, Qt::Key_Down, Qt::AltModifier);
            QCOMPARE(timeline->shownAssets().mid(0, 2), before.mid(0, 2));
            QTest::keyClick(timeline, Qt::Key_Up, Qt::AltModifier);
            QCOMPARE(timeline->shownAssets(), moved);
            opened.window.close();
            path = loadSettings().recent.front();
        }
        Opened again(path);
        QCOMPARE(again.timeline->shownAssets(), moved);
        QVERIFY(again.timeline->choice().folded.contains(moved[1]));
    }

    void lanesAreFoundByWordsAndHiddenByKind()
    {
        Opened opened;
        TimelineWidget* timeline = opened.timeline;
        const qsizetype all = timeline->shownAssets().size();
        auto* search = opened.find<QLineEdit>("findLanes");
        QTest::keyClicks(search, QStringLiteral("tab-420-fdr alarm"));
        QCOMPARE(timeline->shownAssets(), QStringList{QStringLiteral("TAB-420-FDR")});
        QVERIFY(timeline->hidden().second > 0);
        search->clear();
        QCOMPARE(timeline->shownAssets().size(), all);
        QPushButton* lanes = opened.find<QPushButton>("lanes");
        QVERIFY(opened.click(QStringLiteral("FEEDER_TORQUE_HIGH")));
        QVERIFY(timeline->placeOf(*timeline->selectedRecord()));
        actionOf(lanes, QStringLiteral("Alarms"))->trigger();
        QVERIFY(!timeline->placeOf(*timeline->selectedRecord()));
        QVERIFY(timeline->hidden().second > 0);
        actionOf(lanes, QStringLiteral("Alarms"))->trigger();
        QVERIFY(timeline->placeOf(*timeline->selectedRecord()));
    }

    void aBoxZoomsToItsTimes()
    {
        Opened opened;
        const widgets::TimeAxis before = opened.timeline->axis();
        const int left = widgets::layout::kGutter + 100;
        opened.drag({left, 260}, {left + 200, 300}, Qt::ShiftModifier);
        QCOMPARE(opened.timeline->axis().fromUs, before.usAt(100));
        QCOMPARE(opened.timeline->axis().toUs, before.usAt(300));
        opened.drag({left + 50, 260}, {left, 260}); // a drag without Shift pans to later times
        QVERIFY(opened.timeline->axis().fromUs > before.usAt(100));
    }

    void anExactTimeIsGoneToByKeys()
    {
        Opened opened;
        TimelineWidget* timeline = opened.timeline;
        auto* field = opened.find<QLineEdit>("goTo");
        QTest::keyClick(timeline, Qt::Key_G, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::focusWidget(), field);
        QTest::keyClicks(field, QStringLiteral("-4 h 50 min"));
        QTest::keyClick(field, Qt::Key_Return);
        const std::int64_t wanted = *timeline->anchorUs() - 4 * kHourUs - 50 * kHourUs / 60;
        QVERIFY(qAbs(timeline->axis().xOf(wanted) - timeline->axis().widthPx / 2) < 1);
        QCOMPARE(timeline->cursors()[0], std::optional(wanted));
        field->setText(QStringLiteral("some time"));
        QTest::keyClick(field, Qt::Key_Return);
        auto* banner = opened.find<widgets::Banner>("banner");
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->text().contains(QStringLiteral("2026-03-29")));
    }

    void typedTimesMeanWhatTheySay()
    {
        const Zone vienna = findZone("Europe/Vienna").value();
        const std::int64_t anchor = parseIso("2026-03-29T04:30:00Z")->us;
        QCOMPARE(enteredTime(QStringLiteral(" t0 "), vienna, anchor), std::optional(anchor));
        QCOMPARE(enteredTime(QStringLiteral("+90 s"), vienna, anchor), std::optional(anchor + 90'000'000));
        QCOMPARE(enteredTime(QStringLiteral("−1.5d"), vienna, anchor), std::optional(anchor - 36 * kHourUs));
        QCOMPARE(enteredTime(QStringLiteral("2026-03-29 06:30"), vienna, anchor), std::optional(anchor));
        QVERIFY(!enteredTime(QStringLiteral("2026-03-29 02:30"), vienna, anchor)); // does not exist
        QVERIFY(!enteredTime(QStringLiteral("-4"), vienna, anchor));
        QVERIFY(!enteredTime(QStringLiteral("-4 h"), vienna, std::nullopt));
        QVERIFY(!enteredTime(QString(), vienna, anchor));
    }

    void cursorsSayTimesAndValuesAndAreCopied()
    {
        Opened opened;
        TimelineWidget* timeline = opened.timeline;
        QTRY_VERIFY(timeline->wantedTraces().empty());
        QWidget* viewport = timeline->viewport();
        const int y = viewport->height() - 8;
        QTest::mouseClick(viewport, Qt::LeftButton, Qt::ControlModifier, {widgets::layout::kGutter + 150, y});
        QTest::mouseClick(
            viewport, Qt::LeftButton, Qt::ControlModifier | Qt::ShiftModifier, {widgets::layout::kGutter + 250, y});
        QVERIFY(opened.find<QLabel>("cursorText")->isVisible());
        const QString text = opened.cursorText();
        QVERIFY2(text.contains(QStringLiteral("Δt ")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("feeder torque: A ")), qPrintable(text));
        QTest::mouseClick(opened.find<QPushButton>("copyCursors"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), text);
        timeline->setFocus();
        QTest::keyClick(timeline, Qt::Key_Escape);
        QVERIFY(!opened.find<QLabel>("cursorText")->isVisible());
    }

    void emptyTimeIsCompressedInLanesAxisAndPlotsAlike()
    {
        Opened opened;
        TimelineWidget* timeline = opened.timeline;
        const widgets::TimeAxis linear = timeline->axis();
        QTest::keyClick(timeline, Qt::Key_E);
        QVERIFY(timeline->isCompressed());
        const widgets::TimeAxis& axis = timeline->axis();
        QVERIFY(axis.isCompressed());
        QCOMPARE(axis.fromUs, linear.fromUs);
        QCOMPARE(axis.toUs, linear.toUs);
        QVERIFY(axis.usPerPx() < linear.usPerPx()); // what happens has more room
        // Nothing of what is shown stands in a band.
        QVERIFY(opened.click(QStringLiteral("FEEDER_TORQUE_HIGH")));
        const double x = timeline->placeOf(*timeline->selectedRecord())->x() - widgets::layout::kGutter;
        for (const widgets::TimeAxis::Band& band : axis.bands())
            QVERIFY(x < band.left || x > band.right);
        // A bright spot in the middle of each whole band and lane: the panel's colour, no mark.
        const QImage picture = timeline->picture().toImage();
        const QColor panel = widgets::color(widgets::Theme::Light, widgets::Paint::Panel);
        int whole = 0;
        for (const widgets::TimeAxis::Band& band : axis.bands()) {
            if (band.right - band.left < widgets::TimeAxis::kBreakPx - 1)
                continue;
            ++whole;
            const int at = widgets::layout::kGutter + static_cast<int>(band.left) + 8;
            QCOMPARE(picture.pixelColor(at, picture.height() - 6).rgb(), panel.rgb());
            QCOMPARE(picture.pixelColor(at, widgets::layout::kTop + 40).rgb(), panel.rgb());
        }
        QVERIFY(whole > 0);
        QTest::keyClick(timeline, Qt::Key_E);
        QVERIFY(!timeline->axis().isCompressed());
    }

    void anInstantHasOnePixelInAllLanesAndPlots()
    {
        Opened opened;
        TimelineWidget* timeline = opened.timeline;
        timeline->setFocus();
        for (const bool isCompressed : {false, true}) {
            timeline->setCompressed(isCompressed);
            timeline->setCursor(0, *timeline->anchorUs());
            // t0 and the cursor are one column from the axis to the bottom, over lanes and plots.
            const int x =
                static_cast<int>(std::floor(widgets::layout::kGutter + timeline->axis().xOf(*timeline->anchorUs())));
            const QImage picture = timeline->picture().toImage();
            const QRgb failure = widgets::color(widgets::Theme::Light, widgets::Paint::Failure).rgb();
            const QRgb accent = widgets::color(widgets::Theme::Light, widgets::Paint::Accent).rgb();
            int lit = 0;
            for (int y = widgets::layout::kTop; y < picture.height(); ++y) {
                bool isLit = false;
                for (int at = x - 1; at <= x + 1; ++at)
                    isLit = isLit || picture.pixel(at, y) == failure || picture.pixel(at, y) == accent;
                lit += isLit ? 1 : 0;
            }
            QVERIFY2(lit > (picture.height() - widgets::layout::kTop) * 9 / 10, qPrintable(QString::number(lit)));
        }
    }

    void theSelectedRecordIsLinkedAndItsHourShownByOneKey()
    {
        Opened opened;
        TimelineWidget* timeline = opened.timeline;
        QVERIFY(opened.click(QStringLiteral("FEEDER_TORQUE_HIGH")));
        QVERIFY(!timeline->links().empty());
        const QImage linked = timeline->picture().toImage();
        QTest::keyClick(timeline, Qt::Key_L);
        QVERIFY(timeline->picture().toImage() != linked);
        QTest::keyClick(timeline, Qt::Key_C);
        QCOMPARE(timeline->axis().toUs - timeline->axis().fromUs, 2 * kHourUs);
        const auto place = timeline->placeOf(*timeline->selectedRecord());
        QVERIFY(place && timeline->viewport()->rect().contains(place->toPoint()));
    }

    void recordsAreSelectedByKeysAlone()
    {
        Opened opened;
        TimelineWidget* timeline = opened.timeline;
        QTest::keyClick(timeline, Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(opened.find<QLabel>("inspectorTitle")->isVisible());
        const auto first = timeline->selectedRecord();
        QTest::keyClick(timeline, Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(timeline->selectedRecord() > first);
        QTest::keyClick(timeline, Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(timeline->selectedRecord(), first);
    }

    void theAxisIsReadRelativeOrAbsolute()
    {
        Opened opened;
        const QImage absolute = opened.timeline->picture().toImage();
        const widgets::TimeAxis before = opened.timeline->axis();
        QTest::keyClick(opened.timeline, Qt::Key_R);
        QVERIFY(opened.timeline->isRelative());
        QCOMPARE(opened.timeline->axis().fromUs, before.fromUs);
        QCOMPARE(opened.timeline->axis().toUs, before.toUs);
        QVERIFY(opened.timeline->picture().toImage() != absolute);
    }

    void failuresOfOneKindStandAlignedAndAreGoneTo()
    {
        Opened opened;
        QTest::mouseClick(opened.find<QPushButton>("alignFailures"), Qt::LeftButton);
        auto* aligned = opened.find<AlignedWidget>("alignedFailures");
        QVERIFY(aligned->isVisible());
        QVERIFY(!opened.timeline->isVisible());
        QCOMPARE(aligned->content().rows.size(), std::size_t{6}); // tablet weight variations
        QCOMPARE(aligned->content().rows.back().failure, std::size_t{6});
        auto* order = opened.find<QComboBox>("alignedOrder");
        order->setCurrentIndex(1);
        QCOMPARE(aligned->content().rows.front().failure, std::size_t{6}); // the chosen one first
        order->setCurrentIndex(0);
        QTest::mouseClick(aligned->viewport(), Qt::LeftButton, {}, {60, aligned->middleOf(1)});
        QVERIFY(opened.timeline->isVisible());
        QVERIFY(opened.find<QComboBox>("failureChoice")->currentText().startsWith(QStringLiteral("DEV-26-002")));
        // And by keys.
        QTest::mouseClick(opened.find<QPushButton>("alignFailures"), Qt::LeftButton);
        QTest::keyClick(aligned, Qt::Key_Up);
        QTest::keyClick(aligned, Qt::Key_Return);
        QVERIFY(opened.find<QComboBox>("failureChoice")->currentText().startsWith(QStringLiteral("DEV-26-001")));
    }

    void picturesAreExactlyWhatIsSeen()
    {
        Opened opened;
        TimelineWidget* timeline = opened.timeline;
        QTRY_VERIFY(timeline->wantedTraces().empty());
        const Picture seen{
            timeline->viewport()->size(), QStringLiteral("t"), [&](QPainter& painter) { timeline->paint(painter); }};
        const QString png = m_home.filePath(QStringLiteral("t.png"));
        QVERIFY(savePicture(seen, QStringLiteral("png"), png));
        QCOMPARE(QImage(png).size(), seen.size * 2);
        const QString svg = m_home.filePath(QStringLiteral("t.svg"));
        QVERIFY(savePicture(seen, QStringLiteral("svg"), svg));
        QFile file(svg);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("t0 = DEV-26-007"));
        QVERIFY(text.contains("TAB-420-FDR"));
        QVERIFY(text.contains(QStringLiteral("width=\"%1").arg(seen.size.width()).toUtf8()));
        QXmlStreamReader xml(text);
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        const QString pdf = m_home.filePath(QStringLiteral("t.pdf"));
        QVERIFY(savePicture(seen, QStringLiteral("pdf"), pdf));
        QFile page(pdf);
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QByteArray bytes = page.readAll();
        QVERIFY(bytes.startsWith("%PDF-"));
        QVERIFY(bytes.contains("/FontFile2")); // the fonts are in it
        const Result<void> failed = savePicture(seen, QStringLiteral("png"), QStringLiteral("/no/such/folder/t.png"));
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::FileUnwritable);
        QTest::keyClick(timeline, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->image().size(), seen.size * 2);
    }

private:
    QTemporaryDir m_home;
};

QTEST_MAIN(TestTimelineView)
#include "tst_timeline_view.moc"
