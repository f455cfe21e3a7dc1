// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The overlay of the timeline in a real window, by mouse and keys, on the sample.
#include "app/window/investigation_files.h"
#include "app/window/main_window.h"
#include "app/window/shared/picture_files.h"
#include "widgets/profile/overlay_widget.h"
#include "widgets/timeline/aligned_widget.h"
#include "widgets/timeline/timeline_widget.h"

#include "tests/support/case_file_builder.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace antecedent;
using namespace antecedent::app;
using antecedent::widgets::AlignedWidget;
using antecedent::widgets::OverlayWidget;
using antecedent::widgets::TimelineWidget;

namespace {

struct Opened
{
    explicit Opened(const QString& path)
        : window(Settings{})
    {
        window.resize(1280, 800);
        window.show();
        window.openFile(path);
        const bool isOpen =
            QTest::qWaitFor([&] { return window.windowTitle() != QStringLiteral("Antecedent"); }, 60'000);
        Q_ASSERT(isOpen);
        QTest::mouseClick(find<QPushButton>("overlay"), Qt::LeftButton);
        overlay = find<OverlayWidget>("overlayPicture");
    }

    template <class T> T* find(const char* name) const
    {
        T* found = window.findChild<T*>(QString::fromLatin1(name));
        Q_ASSERT(found != nullptr);
        return found;
    }
    bool isReady() const { return overlay->profile() && overlay->isVisible(); }
    void choose(const QString& failure) const
    {
        auto* choice = find<QComboBox>("failureChoice");
        for (int i = 0; i < choice->count(); ++i)
            if (choice->itemText(i).startsWith(failure)) {
                choice->setCurrentIndex(i);
                Q_EMIT choice->activated(i);
            }
    }
    QModelIndex batch(const QString& id) const
    {
        const QAbstractItemModel* model = find<QTreeView>("overlayBatches")->model();
        for (int group = 0; group < model->rowCount(); ++group) {
            const QModelIndex parent = model->index(group, 0);
            for (int row = 0; row < model->rowCount(parent); ++row)
                if (model->index(row, 0, parent).data().toString() == id)
                    return model->index(row, 0, parent);
        }
        return {};
    }
    QString reason(const QString& id) const { return batch(id).siblingAtColumn(1).data().toString(); }
    QString group(const QString& id) const { return batch(id).parent().data().toString(); }

    MainWindow window;
    OverlayWidget* overlay = nullptr;
};

} // namespace

class TestOverlayPage : public QObject
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

    void theFailedBatchLiesOverGoodOnesAndTheTorqueLeads()
    {
        Opened opened(m_sample);
        QTRY_VERIFY(opened.isReady());
        auto* leaving = opened.find<QListView>("overlayLeaving");
        const QAbstractItemModelTester first(leaving->model());
        const QAbstractItemModelTester second(opened.find<QTreeView>("overlayBatches")->model());
        QCOMPARE(leaving->model()->index(0, 0).data().toString(),
            QStringLiteral("Compression took 1.9 times the usual time"));
        QCOMPARE(leaving->model()->index(1, 0).data().toString(), QStringLiteral("Feeder torque"));
        const QString spoken = leaving->model()->index(1, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(QStringLiteral("TQ420")) && spoken.contains(QStringLiteral("above the median")),
            qPrintable(spoken));
        QCOMPARE(opened.find<QComboBox>("overlayStep")->currentText(), QStringLiteral("Compression"));
        QVERIFY(opened.group(QStringLiteral("K26055")).startsWith(QStringLiteral("Golden profile, 12 of")));
        QVERIFY(opened.group(QStringLiteral("K26045")).startsWith(QStringLiteral("In question")));
        QVERIFY(opened.group(QStringLiteral("K26001")).startsWith(QStringLiteral("Left out")));
        QCOMPARE(opened.reason(QStringLiteral("K26001")), QStringLiteral("enough nearer ones"));
        // The failed batch is drawn in its colour, the median in the accent.
        const QImage picture = opened.overlay->grab().toImage();
        const auto holds = [&](widgets::Paint paint) {
            const QRgb ink = widgets::color(widgets::Theme::Light, paint).rgb();
            for (int y = 0; y < picture.height(); ++y)
                for (int x = widgets::overlay::kGutter; x < picture.width(); ++x)
                    if (picture.pixel(x, y) == ink)
                        return true;
            return false;
        };
        QVERIFY(holds(widgets::Paint::Failure));
        QVERIFY(holds(widgets::Paint::Accent));
    }

    void batchesAreTickedInAndOut()
    {
        Opened opened(m_sample);
        QTRY_VERIFY(opened.isReady());
        auto* batches = opened.find<QTreeView>("overlayBatches");
        QVERIFY(!opened.find<QPushButton>("overlayByRule")->isVisible());
        batches->setFocus();
        batches->setCurrentIndex(opened.batch(QStringLiteral("K26055")));
        QTest::keyClick(batches, Qt::Key_Space);
        QTRY_COMPARE(opened.reason(QStringLiteral("K26055")), QStringLiteral("taken out by hand"));
        QCOMPARE(opened.overlay->profile()->goodBatches, std::size_t{11});
        batches->setCurrentIndex(opened.batch(QStringLiteral("K26001")));
        QTest::keyClick(batches, Qt::Key_Space);
        QTRY_VERIFY(opened.group(QStringLiteral("K26001")).startsWith(QStringLiteral("Golden profile, 12 of")));
        QVERIFY(opened.find<QPushButton>("overlayByRule")->isVisible());
        QTest::mouseClick(opened.find<QPushButton>("overlayByRule"), Qt::LeftButton);
        QTRY_COMPARE(opened.reason(QStringLiteral("K26001")), QStringLiteral("enough nearer ones"));
        // Fewer than three: said in words, with what is needed.
        opened.find<QSpinBox>("overlayAgainst")->setValue(3);
        QTRY_COMPARE(opened.overlay->profile()->goodBatches, std::size_t{3});
        batches->setCurrentIndex(opened.batch(QStringLiteral("K26055")));
        QTest::keyClick(batches, Qt::Key_Space);
        auto* shortage = opened.find<QLabel>("overlayShortage");
        QTRY_VERIFY(shortage->isVisible());
        QVERIFY2(shortage->text().startsWith(QStringLiteral("Too few good batches for a band: 1 more")),
            qPrintable(shortage->text()));
    }

    void valuesAreReadAndCopiedByKeys()
    {
        Opened opened(m_sample);
        QTRY_VERIFY(opened.isReady());
        auto* values = opened.find<QLabel>("overlayValues");
        opened.overlay->setFocus();
        QTest::keyClick(opened.overlay, Qt::Key_Home);
        QVERIFY2(values->text().startsWith(QStringLiteral("Compression, 0 % · Feeder torque: ")),
            qPrintable(values->text()));
        QVERIFY(values->text().contains(QStringLiteral("10–90 %")));
        const QString before = values->text();
        QTest::keyClick(opened.overlay, Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(values->text() != before);
        QTest::keyClick(opened.overlay, Qt::Key_Down);
        QVERIFY(values->text().contains(QStringLiteral("Main compression force")));
        QCOMPARE(opened.find<QListView>("overlayLeaving")->currentIndex().data().toString(),
            QStringLiteral("Main compression force"));
        QTest::keyClick(opened.overlay, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
        QVERIFY(lines[1].startsWith(QStringLiteral("Signal\tTag\tUnit\tK26057\tMedian")));
        QVERIFY(lines[2].startsWith(QStringLiteral("Feeder torque\tTQ420\tN.m\t")));
    }

    void aSignalOpensItsTimeInTheTimeline()
    {
        Opened opened(m_sample);
        QTRY_VERIFY(opened.isReady());
        auto* timeline = opened.find<TimelineWidget>("timeline");
        const auto holdsStep = [&] { // 10 Apr 2026, when K26057 was compressed
            const auto middle = Timestamp(Duration((timeline->axis().fromUs + timeline->axis().toUs) / 2));
            return formatUtc(middle).substr(0, 7) == "2026-04";
        };
        QTest::mouseClick(
            opened.overlay->viewport(), Qt::LeftButton, {}, opened.overlay->laneRect(0).topLeft() + QPoint(40, 40));
        QVERIFY(timeline->isVisible());
        QVERIFY(holdsStep());
        QTest::mouseClick(opened.find<QPushButton>("overlay"), Qt::LeftButton);
        QVERIFY(opened.overlay->isVisible());
        QTest::keyClick(opened.overlay, Qt::Key_Return);
        QVERIFY(timeline->isVisible());
        QTest::mouseClick(opened.find<QPushButton>("overlay"), Qt::LeftButton);
        QTest::mouseClick(opened.find<QPushButton>("overlayOpen"), Qt::LeftButton);
        QVERIFY(timeline->isVisible());
    }

    void theAxisIsZoomedPannedAndFitted()
    {
        Opened opened(m_sample);
        QTRY_VERIFY(opened.isReady());
        QWidget* viewport = opened.overlay->viewport();
        QTest::keyClick(opened.overlay, Qt::Key_Plus);
        QVERIFY(!opened.overlay->axis().isWhole());
        const double from = opened.overlay->axis().placeAt(0);
        QTest::keyClick(opened.overlay, Qt::Key_Left, Qt::ControlModifier);
        QVERIFY(opened.overlay->axis().placeAt(0) < from);
        QTest::mouseDClick(viewport, Qt::LeftButton, {}, opened.overlay->laneRect(0).center());
        QVERIFY(opened.overlay->axis().isWhole());
        QTest::keyClick(opened.overlay, Qt::Key_Minus);
        QTest::keyClick(opened.overlay, Qt::Key_F);
        QVERIFY(opened.overlay->axis().isWhole());
    }

    void stepsAndAlignmentAreChosen()
    {
        Opened opened(m_sample);
        QTRY_VERIFY(opened.isReady());
        auto* step = opened.find<QComboBox>("overlayStep");
        step->setFocus();
        step->setCurrentIndex(0); // all steps
        Q_EMIT step->activated(0);
        QTRY_VERIFY(opened.overlay->profile()->choice.steps.size() > 4);
        QVERIFY(opened.overlay->profile()->signals.size() > 2);
        auto* align = opened.find<QComboBox>("overlayAlign");
        align->setCurrentIndex(2);
        Q_EMIT align->activated(2);
        QTRY_COMPARE(opened.overlay->profile()->align, ProfileAlign::StepStart);
        opened.find<QComboBox>("overlayWidth")->setCurrentIndex(1);
        const auto& axis = opened.overlay->axis();
        QVERIFY(std::abs(axis.columnWidthPx(0) - axis.columnWidthPx(axis.columns() - 1)) > 1);
        // Another failure: again the step in which it happened.
        opened.choose(QStringLiteral("DEV-26-001"));
        QTRY_COMPARE(opened.overlay->profile()->choice.steps.size(), std::size_t{1});
        QCOMPARE(step->currentText(), QStringLiteral("Compression"));
    }

    void aLateAnswerToAnotherFailureIsDropped()
    {
        Opened opened(m_sample);
        QTRY_VERIFY(opened.isReady());
        opened.choose(QStringLiteral("DEV-26-001"));
        opened.choose(QStringLiteral("DEV-26-002"));
        opened.choose(QStringLiteral("DEV-26-007"));
        QTRY_VERIFY(!opened.window.isWorking());
        const widgets::ProfilePtr profile = opened.overlay->profile();
        QCOMPARE(profile->choice.batches.front().role, BatchRole::Case);
        QVERIFY(opened.group(QStringLiteral("K26057")).startsWith(QStringLiteral("In question")));
        QVERIFY(!opened.batch(QStringLiteral("K26057")).flags().testFlag(Qt::ItemIsUserCheckable));
        QVERIFY(opened.batch(QStringLiteral("K26011")).flags().testFlag(Qt::ItemIsUserCheckable));
    }

    void thePictureSaysWhatItShows()
    {
        Opened opened(m_sample);
        QTRY_VERIFY(opened.isReady());
        const Picture seen{opened.overlay->viewport()->size(), QStringLiteral("Overlay"),
            [&](QPainter& painter) { opened.overlay->paint(painter); }};
        for (const char* format : {"png", "svg", "pdf"}) {
            const QString path = m_home.filePath(QStringLiteral("overlay.") + QString::fromLatin1(format));
            QVERIFY(savePicture(seen, QString::fromLatin1(format), path));
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(!bytes.isEmpty());
            if (format != QByteArray("svg"))
                continue;
            QVERIFY(bytes.contains("K26057 against"));
            QVERIFY(bytes.contains("Compression"));
            QVERIFY(bytes.contains("TQ420"));
            QVERIFY(bytes.contains("max 4.5 N.m"));
        }
    }

    void aFailureWithoutABatchSaysWhatToDo()
    {
        using namespace antecedent::testing;
        const QString path = m_home.filePath(QStringLiteral("machines.ante"));
        {
            auto file = CaseFile::create(path.toStdString(), "Machines", "UTC", tester());
            QVERIFY(file);
            QVERIFY(addSource(*file, "deviations.csv",
                {makeBatch(TableId::Deviations,
                    {{{"deviation_id", "D-1"}, {"occurred", "2026-01-05T08:00:00Z"}, {"asset_id", "M-1"},
                        {"classification", "stop"}}})}));
        }
        Opened opened(path);
        auto* message = opened.find<QLabel>("overlayMessage");
        QTRY_VERIFY(message->isVisible());
        QTRY_VERIFY2(message->text().startsWith(QStringLiteral("D-1 names no batch")), qPrintable(message->text()));
        QTest::mouseClick(opened.find<QPushButton>("overlayAction"), Qt::LeftButton);
        QVERIFY(opened.find<AlignedWidget>("alignedFailures")->isVisible());
    }

private:
    QTemporaryDir m_home;
    QString m_sample;
};

QTEST_MAIN(TestOverlayPage)
#include "tst_overlay_page.moc"
