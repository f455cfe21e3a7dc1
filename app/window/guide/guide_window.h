// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The guide in a window of its own: contents, search, back and forward, print. Threads: GUI.

#include <QWidget>

class QLineEdit;
class QToolButton;
class QTreeWidget;

namespace antecedent::app {

class GuideText;

class GuideWindow : public QWidget
{
    Q_OBJECT

public:
    GuideWindow(const QString& language, QWidget* parent);

    void showPage(const QString& id);
    const QString& page() const { return m_page; } // the id of the one that is shown

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeBar();
    void fillContents();
    void search(const QString& words);
    void follow(); // marks the page that is shown
    void print();

    QString m_language;
    QString m_page;
    QLineEdit* m_search;
    QTreeWidget* m_contents;
    GuideText* m_text;
};

// Opens the guide at the page of what has the focus when F1 is pressed, also in dialogs that block the main window.
class GuideOpener : public QObject
{
    Q_OBJECT

public:
    explicit GuideOpener(QWidget* window);

    void open(); // at the page of what has the focus
    void openAt(const QString& page);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_window;
};

} // namespace antecedent::app
