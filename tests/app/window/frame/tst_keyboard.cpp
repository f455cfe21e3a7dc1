// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every view with the sample open: each control has a name for a screen reader, Tab reaches each, and it is seen where
// the keyboard is.
#include "app/window/frame/focus_ring.h"
#include "app/window/investigation_files.h"
#include "app/window/main_window.h"
#include "app/window/rail.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <set>

using namespace antecedent;
using namespace antecedent::app;

namespace {

constexpr int kLong = 60'000;
constexpr int kSteps = 10;

// Parts of a control that never stand alone.
bool isPart(const QWidget* widget)
{
    const QWidget* parent = widget->parentWidget();
    return widget->focusProxy() != nullptr || widget->objectName() == QStringLiteral("qt_spinbox_lineedit")
        || (parent != nullptr && (parent->inherits("QComboBox") || parent->focusProxy() == widget));
}

bool isFocusable(const QWidget* widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0 && !isPart(widget);
}

QString nameOf(QWidget* widget)
{
    const QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
    return interface != nullptr ? interface->text(QAccessible::Name).simplified() : QString();
}

QString describe(const QWidget* widget)
{
    QString path;
    for (const QWidget* w = widget; w != nullptr && !w->isWindow(); w = w->parentWidget())
        path.prepend(QStringLiteral("/%1(%2)").arg(QString::fromLatin1(w->metaObject()->className()), w->objectName()));
    return path;
}

} // namespace

class TestKeyboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        QCoreApplication::setOrganizationName(QStringLiteral("AntecedentTest"));
        qputenv("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")).toUtf8());
        const Result<QString> sample = makeSample({}, {});
        QVERIFY(sample.has_value());
        m_window = std::make_unique<MainWindow>(Settings{});
        m_window->resize(1600, 1000);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->openFile(*sample);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->windowTitle() != QStringLiteral("Antecedent"), kLong);
    }

    void everyControlHasAName_data() { steps(); }
    void everyControlHasAName()
    {
        show();
        QStringList nameless;
        for (QWidget* widget : m_window->findChildren<QWidget*>())
            if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus && !isPart(widget)
                && nameOf(widget).isEmpty())
                nameless << describe(widget);
        QVERIFY2(nameless.isEmpty(), qPrintable(QStringLiteral("without a name: ") + nameless.join(QLatin1Char('\n'))));
    }

    void tabReachesEveryControl_data() { steps(); }
    void tabReachesEveryControl()
    {
        show();
        std::set<const QWidget*> wanted;
        for (const QWidget* widget : m_window->findChildren<QWidget*>())
            if (isFocusable(widget))
                wanted.insert(widget);
        QVERIFY(wanted.size() > 5);
        m_window->findChild<Rail*>(QStringLiteral("rail"))->setFocus();
        std::set<const QWidget*> reached;
        for (std::size_t i = 0; i < 3 * wanted.size(); ++i) {
            QWidget* focus = QApplication::focusWidget();
            QVERIFY(focus != nullptr);
            for (const QWidget* w = focus; w != nullptr; w = w->parentWidget())
                reached.insert(w); // a part stands for its control
            QTest::keyClick(focus, Qt::Key_Tab);
        }
        QStringList missed;
        for (const QWidget* widget : wanted)
            if (!reached.contains(widget) && isFocusable(widget))
                missed << describe(widget);
        QVERIFY2(missed.isEmpty(),
            qPrintable(QStringLiteral("not reached: ") + missed.join(QLatin1Char('\n')) + QStringLiteral("\nlast at ")
                + describe(QApplication::focusWidget())));
    }

    void aRingShowsWhereTheKeyboardIs()
    {
        const auto* ring = m_window->findChild<FocusRing*>(QStringLiteral("focusRing"));
        QVERIFY(ring != nullptr);
        QWidget* events = m_window->findChild<QWidget*>(QStringLiteral("events"));
        QWidget* filter = m_window->findChild<QWidget*>(QStringLiteral("filter"));
        m_window->findChild<Rail*>(QStringLiteral("rail"))->setCurrent(2);
        QTRY_VERIFY(events->isVisible());
        filter->setFocus();
        events->setFocus();
        QTRY_VERIFY2(ring->isVisible(), qPrintable(describe(QApplication::focusWidget())));
        QCOMPARE(ring->target(), events);
        QCOMPARE(ring->geometry(), QRect(events->mapTo(m_window.get(), QPoint(0, 0)), events->size()));
        const QImage quiet = filter->grab().toImage();
        filter->setFocus();
        QVERIFY(!ring->isVisible()); // the style draws it
        QVERIFY(filter->grab().toImage() != quiet);
        m_window->findChild<Rail*>(QStringLiteral("rail"))->setFocus();
        QVERIFY(!ring->isVisible()); // the rail draws its own
    }

    void cleanupTestCase()
    {
        m_window->close();
        m_window.reset();
    }

private:
    static void steps()
    {
        QTest::addColumn<int>("step");
        static constexpr const char* kNames[kSteps] = {"sources", "failures", "timeline", "facts", "sequences",
            "evidence", "impact", "conclusion", "report", "audit trail"};
        for (int i = 0; i < kSteps; ++i)
            QTest::newRow(kNames[i]) << i;
    }

    void show()
    {
        QFETCH(int, step);
        m_window->findChild<Rail*>(QStringLiteral("rail"))->setCurrent(step);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->isWorking(), kLong);
    }

    QTemporaryDir m_home;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
