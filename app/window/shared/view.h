// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A step of the rail: a widget that follows the shared context. Threads: GUI.

#include "widgets/document/context.h"
#include "widgets/document/jobs.h"

#include <QWidget>

namespace antecedent::app {

class CaseBook;

// What every view is given; outlives the views.
struct Workspace
{
    widgets::Context& context;
    widgets::Jobs& jobs;
    CaseBook& book; // the ledger of the case
};

class View : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    virtual QString title() const = 0;
    virtual QString badge() const { return {}; } // state in a word or a number, at the right in the rail
    virtual QString badgeWords() const { return badge(); } // the same in words: `18 sources`
    // How a person has arranged it, for saved views; empty: nothing to keep.
    virtual QByteArray arrangement() const { return {}; }
    virtual void setArrangement(const QByteArray&) { }
    // Whether it shows its own table and needs no event table below.
    virtual bool isTable() const { return false; }
    // Whether the selected record is shown beside it.
    virtual bool hasInspector() const { return !isTable(); }

Q_SIGNALS:
    void badgeChanged();
    void failed(const antecedent::Error& error); // shown in the banner
    void told(const QString& note); // likewise, good news
    void changed(); // the view wrote to the file: the snapshot is to be read again
};

} // namespace antecedent::app
