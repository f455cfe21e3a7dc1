// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A real window under the hand of a program: what it opens, presses and shows, each step waited for by the window's own
// signals and timers, never by a guess of how long it takes. Threads: GUI.

#include "app/window/main_window.h"

#include <QTest>

#include <functional>

namespace antecedent::gui {

// What this build has the window in.
QStringList languages();
// The language is applied for all that is made from then on.
app::Settings settings(const QString& theme, const QString& language);

class Stage
{
public:
    explicit Stage(app::Settings settings); // in their language

    app::MainWindow& window() { return m_window; }
    // Until no work runs, no timer of the window is due and all process data in sight are read.
    void settle();
    void until(const std::function<bool()>& isDone);
    void openFile(const QString& path);
    void showStep(int step);
    // The visible child with this object name, in the window or in `in`; none: null.
    template <class T> T* seen(const QString& name, QWidget* in = nullptr)
    {
        for (T* found : (in == nullptr ? &m_window : in)->template findChildren<T*>(name))
            if (found->isVisible())
                return found;
        return nullptr;
    }
    // A click on a button that is there and enabled; whether it was.
    bool press(const QString& name, QWidget* in = nullptr);
    bool type(const QString& name, const QString& text, QWidget* in = nullptr); // and Return
    bool key(const QString& name, Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    bool clickRow(const QString& table, int row);
    // What `open` brings up, be it with its own event loop, is given to `act` and closed.
    void withDialog(const std::function<void()>& open, const std::function<void(QWidget&)>& act);
    // The action of the menu bar with this shortcut, or the last of the last menu; null: none.
    QAction* action(const QKeySequence& shortcut);
    QAction* lastAction();

private:
    bool isSettled() const;

    app::MainWindow m_window;
};

} // namespace antecedent::gui
