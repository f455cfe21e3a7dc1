// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/window_session.h"

#include "app/window/language.h"
#include "app/window/main_window.h"

#include <QScreen>

#include <utility>

namespace antecedent::app {

WindowSession::WindowSession(Settings settings)
{
    make(std::move(settings));
}

WindowSession::~WindowSession() = default;

void WindowSession::show()
{
    constexpr int kTitleBar = 32; // px, about
    const QSize room = m_window->screen()->availableSize();
    const bool isTooBig = m_window->width() > room.width() || m_window->height() + kTitleBar > room.height();
    if (isTooBig) // its status bar would stand below the desktop
        m_window->showMaximized();
    else
        m_window->show();
}

void WindowSession::make(Settings settings)
{
    applyLanguage(settings.language);
    m_window = std::make_unique<MainWindow>(std::move(settings));
    // Queued: the window that asks, from one of its menus, is the one that goes.
    connect(m_window.get(), &MainWindow::languageWanted, this, &WindowSession::remake, Qt::QueuedConnection);
}

void WindowSession::remake()
{
    const std::unique_ptr<MainWindow> old = std::move(m_window);
    const Settings settings = old->settings();
    saveSettings(settings);
    make(settings);
    m_window->takeOver(*old);
    m_window->show();
}

} // namespace antecedent::app
