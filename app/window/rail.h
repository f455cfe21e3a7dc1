// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The steps of an investigation in the order of the data flow, each with its state at the right; Ctrl+1… choose them.
// Threads: GUI.

#include <QWidget>

#include <vector>

namespace antecedent::app {

class Rail : public QWidget
{
    Q_OBJECT

public:
    explicit Rail(QWidget* parent = nullptr);

    void addStep(const QString& title);
    void setBadge(int step, const QString& badge);
    int current() const { return m_current; }
    void setCurrent(int step);

    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(int step);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Step
    {
        QString title;
        QString badge;
    };
    QRect rectOf(int step) const;
    int stepAt(const QPoint& point) const;
    void describe();

    std::vector<Step> m_steps;
    int m_current = 0;
    int m_hover = -1;
};

} // namespace antecedent::app
