// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Any events, or values of a tag, as failures: a filter of the one filter language, which occurrence per asset, when an
// excursion of the values is over and how long it must last, and why; says while it is typed how many it would take and
// leave out. Taking them, and giving them up again, changes the case and stands in its audit trail.
// Threads: GUI; counting and writing run in jobs.

#include "app/window/shared/view.h"

class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSpinBox;
class QTimer;

namespace antecedent::app {

class SentinelBar : public QWidget
{
    Q_OBJECT

public:
    explicit SentinelBar(const Workspace& workspace, QWidget* parent = nullptr);

Q_SIGNALS:
    void failed(const antecedent::Error& error);
    void told(const QString& note);
    void changed(); // the case has other failures: read it again

private:
    void makeExcursion();
    void refresh();
    SentinelRule rule() const;
    void showTag(const Tag* tag);
    void preview();
    void add();
    void remove(const std::string& id);
    void write(std::function<Result<void>(CaseFile&, const CaseInfo&)> change, const QString& note);

    Workspace m_workspace;
    QLineEdit* m_where;
    QSpinBox* m_occurrence;
    QLineEdit* m_reason;
    QPushButton* m_add;
    QPushButton* m_chosen;
    QMenu* m_menu;
    QLabel* m_says;
    QWidget* m_excursion; // shown if the filter names a tag
    QLabel* m_tag;
    QDoubleSpinBox* m_hysteresis;
    QDoubleSpinBox* m_minimum; // seconds
    QTimer* m_typing;
    std::uint64_t m_turn = 0; // answers to earlier filters are dropped
};

} // namespace antecedent::app
