// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What all views look at, always visible and edited in place: case, failure, anchor, window, scope, controls, filter,
// zone, what was known, and the state of the plan; with back and forward. Below 1500 px the names go and filter (unless
// one is set) and scope fold into `more`; what still has no room follows them. Threads: GUI.

#include "app/window/shared/view.h"

#include <vector>

class QComboBox;
class QFrame;
class QHBoxLayout;
class QToolButton;

namespace antecedent::app {

class ContextSegment;
class FilterEdit;

class ContextBar : public QWidget
{
    Q_OBJECT

public:
    explicit ContextBar(const Workspace& workspace, QWidget* parent = nullptr);

Q_SIGNALS:
    void caseWanted(const QString& id);
    void planWanted(); // to be seen and edited
    void failed(const antecedent::Error& error);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void addHistory();
    void addSegments();
    void addWindow(); // before, after
    void addComparison(); // scope, controls
    void addView(); // filter, zone, known, plan
    void addMore();
    void connectContext();
    ContextSegment* addSegment(const QString& name, int stretch = 0);
    std::size_t indexOf(const QWidget* segment) const;
    void fill(); // what belongs to the snapshot
    void refresh(); // what is asked
    void showHints(); // tooltips; takes marks of problems away
    void showPlan();
    void arrange(); // by the width
    void tintFilter();
    std::vector<std::size_t> foldingOrder() const; // of m_folding, as they fold now
    std::size_t foldedWanted(const std::vector<std::size_t>& order) const; // how many of them
    void place(std::size_t segment, bool isFolded);
    void applyWindow();
    void applyAnchor();
    void findAnchors(); // snapshots with another anchor are made in a job

    Workspace m_workspace;
    QHBoxLayout* m_bar;
    struct Placed
    {
        ContextSegment* segment = nullptr;
        int stretch = 0;
        bool isFolded = false;
    };
    std::vector<Placed> m_segments; // in their order
    std::vector<std::size_t> m_folding; // positions of those that may fold, first to go first
    ContextSegment* m_filterSegment = nullptr;
    ContextSegment* m_scopeSegment = nullptr;
    QToolButton* m_back;
    QToolButton* m_forward;
    QToolButton* m_more;
    QFrame* m_folded;
    QComboBox* m_case;
    QComboBox* m_failure;
    QComboBox* m_anchor;
    QComboBox* m_before;
    QComboBox* m_after;
    QComboBox* m_scope;
    QComboBox* m_controls;
    FilterEdit* m_filter;
    QComboBox* m_zone;
    QComboBox* m_known;
    QToolButton* m_plan;
};

} // namespace antecedent::app
