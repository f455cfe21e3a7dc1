// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A page of the guide in the look of the window: its colours, light or dark, lines of a width that can be read,
// pictures no wider than them. Links outside the guide are not followed. On paper it is always light. Threads: GUI.

#include <QTextBrowser>

class QPrinter;

namespace antecedent::app {

class GuideText : public QTextBrowser
{
    Q_OBJECT

public:
    explicit GuideText(QWidget* parent = nullptr);

    // Marks these words on each page that is shown; empty: none.
    void setMarked(const QStringList& words);

    void printTo(QPrinter& printer) const;

    QVariant loadResource(int type, const QUrl& name) override;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void dress(); // the page that was just loaded
    void mark();

    QStringList m_marked;
    bool m_isPaper = false; // a copy that is printed
};

} // namespace antecedent::app
