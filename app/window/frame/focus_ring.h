// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the keyboard is, for what the style draws no focus of (widgets/common/style.h): tables, lists, charts and other
// areas get a ring of 2 px in the accent colour at their edges, in every window of the program. It stands above the
// area, takes no input and follows it. Threads: GUI.

#include <QPointer>
#include <QWidget>

namespace antecedent::app {

class FocusRing : public QWidget
{
    Q_OBJECT

public:
    // Watches the application as long as it lives.
    explicit FocusRing(QWidget* window);
    ~FocusRing() override;

    const QWidget* target() const { return m_target; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow(QWidget* now);
    void place();

    QWidget* m_home; // owns the ring while nothing has the focus
    QPointer<QWidget> m_target;
    QList<QPointer<QWidget>> m_watched; // the target and what it stands in
};

} // namespace antecedent::app
