// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One line below the views that says what went wrong or what happened, where, and what to do; it stays until it is
// closed or replaced and never interrupts. Threads: GUI.

#include "model/base/error.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace antecedent::widgets {

class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget* parent = nullptr);

    void showError(const Error& error); // silent on Cancelled
    void showNote(const QString& text);
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showText(const QString& text, bool isError);

    QLabel* m_label;
    QToolButton* m_close;
    bool m_isError = false;
};

} // namespace antecedent::widgets
