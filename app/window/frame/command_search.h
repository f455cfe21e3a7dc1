// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Find record or command: commands of the menus (views and saved views among them), failures, assets, batches and
// kinds of events by typing a part of their names; Enter goes there. Keyboard alone suffices: Ctrl+K, type, arrows,
// Enter, Escape. Threads: GUI.

#include "app/window/shared/view.h"

#include <QLineEdit>
#include <QPointer>

#include <functional>

class QCompleter;
class QMenuBar;
class QStandardItemModel;

namespace antecedent::app {

class CommandSearch : public QLineEdit
{
    Q_OBJECT

public:
    CommandSearch(const Workspace& workspace, QMenuBar* menus);

    void start(); // takes the focus
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void recordsWanted(); // the filter is set: show them

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Entry
    {
        QString text;
        QString kind;
        QString more; // also searched: description, shortcut
        std::function<void()> go;
    };
    struct Hit
    {
        int rank = 0; // 0 is the best
        Entry entry;
    };
    void find();
    void addCommands(std::vector<Hit>& hits, const QStringList& words) const;
    void addRecords(std::vector<Hit>& hits, const QStringList& words);
    void goTo(int row);
    void filterBy(const QString& filter);

    Workspace m_workspace;
    QMenuBar* m_menus;
    QCompleter* m_completer;
    QStandardItemModel* m_list;
    std::vector<Entry> m_found;
    QPointer<QWidget> m_before; // what had the focus
};

} // namespace antecedent::app
