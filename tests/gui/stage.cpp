// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/stage.h"

#include "app/window/language.h"
#include "app/window/rail.h"
#include "widgets/timeline/timeline_widget.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QMenuBar>
#include <QTableView>
#include <QTimer>

#include <utility>

namespace antecedent::gui {

namespace {

constexpr int kGiveUpMs = 600'000;
constexpr int kIdleTurns = 3; // what a turn of the loop posts is done in the next

app::Settings spoken(app::Settings settings)
{
    app::applyLanguage(settings.language);
    return settings;
}

} // namespace

QStringList languages()
{
    return {QStringLiteral("en"), QStringLiteral("de")};
}

app::Settings settings(const QString& theme, const QString& language)
{
    app::applyLanguage(language);
    app::Settings out;
    out.theme = theme;
    out.language = language;
    return out;
}

Stage::Stage(app::Settings settings)
    : m_window(spoken(std::move(settings)))
{
    m_window.show();
    settle();
}

bool Stage::isSettled() const
{
    if (m_window.isWorking())
        return false;
    for (const QTimer* timer : m_window.findChildren<QTimer*>())
        if (timer->isSingleShot() && timer->isActive())
            return false;
    for (const auto* timeline : m_window.findChildren<widgets::TimelineWidget*>())
        if (timeline->isVisible() && !timeline->wantedTraces().empty())
            return false;
    return true;
}

void Stage::until(const std::function<bool()>& isDone)
{
    bool isLate = false;
    QTimer limit;
    limit.setSingleShot(true);
    QObject::connect(&limit, &QTimer::timeout, &limit, [&] { isLate = true; });
    limit.start(kGiveUpMs);
    while (!isDone() && !isLate)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    if (isLate)
        qWarning("The window did not come to rest.");
}

void Stage::settle()
{
    for (int turns = 0; turns < kIdleTurns; ++turns) {
        QApplication::sendPostedEvents();
        QApplication::processEvents();
        if (!isSettled()) {
            until([this] { return isSettled(); });
            turns = 0;
        }
    }
}

void Stage::openFile(const QString& path)
{
    m_window.openFile(path);
    settle();
}

void Stage::showStep(int step)
{
    m_window.findChild<app::Rail*>(QStringLiteral("rail"))->setCurrent(step);
    settle();
}

bool Stage::press(const QString& name, QWidget* in)
{
    auto* button = seen<QAbstractButton>(name, in);
    if (button == nullptr || !button->isEnabled())
        return false;
    QTest::mouseClick(button, Qt::LeftButton);
    settle();
    return true;
}

bool Stage::type(const QString& name, const QString& text, QWidget* in)
{
    auto* line = seen<QLineEdit>(name, in);
    if (line == nullptr || !line->isEnabled())
        return false;
    line->clear();
    QTest::keyClicks(line, text);
    QTest::keyClick(line, Qt::Key_Return);
    settle();
    return true;
}

bool Stage::key(const QString& name, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    auto* widget = seen<QWidget>(name);
    if (widget == nullptr)
        return false;
    widget->setFocus();
    QTest::keyClick(widget, key, modifiers);
    settle();
    return true;
}

bool Stage::clickRow(const QString& table, int row)
{
    auto* view = seen<QTableView>(table);
    if (view == nullptr || view->model()->rowCount() <= row)
        return false;
    const QModelIndex index = view->model()->index(row, 0);
    view->scrollTo(index);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
    settle();
    return true;
}

void Stage::withDialog(const std::function<void()>& open, const std::function<void(QWidget&)>& act)
{
    const QWidget* before = QApplication::activeModalWidget();
    QTimer later;
    later.setSingleShot(true);
    QObject::connect(&later, &QTimer::timeout, &m_window, [&] {
        settle();
        QWidget* shown = QApplication::activeModalWidget();
        if (shown == nullptr || shown == before)
            return;
        act(*shown);
        if (auto* dialog = qobject_cast<QDialog*>(shown))
            dialog->reject();
    });
    later.start(0);
    open();
    while (later.isActive())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    settle();
}

QAction* Stage::action(const QKeySequence& shortcut)
{
    for (QAction* action : m_window.findChildren<QAction*>())
        if (!shortcut.isEmpty() && action->shortcut() == shortcut)
            return action;
    return nullptr;
}

QAction* Stage::lastAction()
{
    const QList<QAction*> menus = m_window.menuBar()->actions();
    for (auto menu = menus.rbegin(); menu != menus.rend(); ++menu)
        if ((*menu)->menu() != nullptr && !(*menu)->menu()->actions().isEmpty())
            return (*menu)->menu()->actions().back();
    return nullptr;
}

} // namespace antecedent::gui
