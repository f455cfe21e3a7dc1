// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one window of a run of the program. Another language makes a new window in the place of the old one, with the
// same file, step and context: so no text can be left over in the language of before. Threads: GUI.

#include "app/window/settings.h"

#include <QObject>

#include <memory>

namespace antecedent::app {

class MainWindow;

class WindowSession : public QObject
{
    Q_OBJECT

public:
    explicit WindowSession(Settings settings); // applies their language
    ~WindowSession() override;

    MainWindow& window() const { return *m_window; }
    void show();

private:
    void make(Settings settings);
    void remake();

    std::unique_ptr<MainWindow> m_window;
};

} // namespace antecedent::app
