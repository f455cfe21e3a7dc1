// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What can be done with the selected record from any view, each by one key: pin it as evidence, write a note on it, see
// the hour before and after it on its asset, take its kind of event as failure. A key alone never acts while something
// is typed or chosen by its first letter. Threads: GUI.

#include "app/window/shared/view.h"

class QAction;

namespace antecedent::app {

class RecordActions : public QObject
{
    Q_OBJECT

public:
    // Dialogs stand on the window.
    RecordActions(const Workspace& workspace, QWidget* window);

    QAction* pin() const { return m_pin; }
    QAction* note() const { return m_note; }
    QAction* around() const { return m_around; }
    QAction* sentinel() const { return m_sentinel; }
    std::vector<QAction*> all() const { return {m_pin, m_note, m_around, m_sentinel}; }

Q_SIGNALS:
    void failed(const antecedent::Error& error);
    void told(const QString& note);
    void changed(); // the case has other failures: read it again

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAction* add(const QString& name, const QString& text, Qt::Key key, const QString& tip);
    void refresh();
    void askWhich(); // events to take as failures
    void take(const std::string& where, const std::string& reason);
    void showTaken();

    Workspace m_workspace;
    QWidget* m_window;
    QAction* m_pin;
    QAction* m_note;
    QAction* m_around;
    QAction* m_sentinel;
    std::optional<RecordId> m_taken; // the failure to show once the case is read again
};

} // namespace antecedent::app
