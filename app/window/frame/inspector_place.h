// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the inspector stands: beside the view in a wide window, and below 1400 px as a drawer over its right edge, so
// that the view keeps its width. The drawer opens with a selected record until a person closes it, and slides unless
// the system asks for no motion. Threads: GUI.

#include <QObject>

class QAction;
class QPropertyAnimation;
class QSplitter;
class QToolButton;
class QWidget;

namespace antecedent::app {

class InspectorPlace : public QObject
{
    Q_OBJECT

public:
    // `across` holds the view; the drawer lies on `ground`, above it.
    InspectorPlace(QWidget* inspector, QSplitter* across, QWidget* ground);

    QAction* toggle() const { return m_toggle; } // checked: it is shown
    bool isDrawer() const { return m_isDrawer; }
    void setAllowed(bool isAllowed); // by the view at hand
    void recordSelected(); // opens the drawer, unless it was closed by hand
    int width() const { return m_width; }
    void setWidth(int width);
    bool isClosed() const { return m_isClosed; }
    void setClosed(bool isClosed); // as the person left it
    void arrange(int windowWidth);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setShown(bool isShown);
    void show(); // in its place, by what is wanted
    void placeDrawer();
    QRect drawerRect() const;
    void slide();
    bool isWanted() const { return m_isAllowed && (m_isDrawer ? m_isOpen : !m_isClosed); }

    QWidget* m_inspector;
    QSplitter* m_across;
    QWidget* m_ground;
    QToolButton* m_close;
    QAction* m_toggle;
    QPropertyAnimation* m_motion;
    int m_width;
    bool m_isPlaced = false;
    bool m_isDrawer = false;
    bool m_isAllowed = true;
    bool m_isClosed = false; // by hand
    bool m_isOpen = false; // as a drawer
};

} // namespace antecedent::app
