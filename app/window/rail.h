// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The steps of an investigation in the order of the data flow, each with its state at the right; Ctrl+1… choose them.
// Narrow, it shows icons, and says names and states in tooltips. Threads: GUI.

#include <QWidget>

#include <vector>

class QPainter;

namespace antecedent::app {

class Rail : public QWidget
{
    Q_OBJECT

public:
    explicit Rail(QWidget* parent = nullptr);

    void addStep(const QString& title);
    // `words`: the state as a person would say it, `18 sources`.
    void setBadge(int step, const QString& badge, const QString& words);
    QString words(int step) const; // what its tooltip says
    int current() const { return m_current; }
    void setCurrent(int step);
    bool isNarrow() const { return m_isNarrow; }
    void setNarrow(bool isNarrow);

    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(int step);

protected:
    bool event(QEvent* event) override;
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
        QString words;
    };
    void paintStep(QPainter& painter, int step) const;
    QRect rectOf(int step) const;
    int stepAt(const QPoint& point) const;
    void describe();

    std::vector<Step> m_steps;
    int m_current = 0;
    int m_hover = -1;
    bool m_isNarrow = false;
};

} // namespace antecedent::app
