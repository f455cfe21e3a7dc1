// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Views that a person named: failure, window, filter and the rest of the context, the step, and how that step was
// arranged. They are ways to look and no part of the record: no number, report or conclusion rests on them. So they
// stay out of the case file, whose every change is audited, which others may have open and a closed case refuses, and
// stand in the settings of the person. They are kept by the hash of the file's first audit entry, which is made once
// with the file and stays the same when it is renamed, copied or gets more data. Threads: GUI.

#include "widgets/document/context.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace antecedent::app {

struct SavedView
{
    QString name;
    widgets::Context::Question question;
    int step = 0;
    QByteArray arrangement; // of the view of the step
};

// What an investigation is known by in the settings.
QString keyOf(const widgets::InvestigationData& snapshot);

// In the order in which they were saved. What can't be read is left out.
std::vector<SavedView> savedViews(const QString& key);
void saveViews(const QString& key, const std::vector<SavedView>& views);

// Replaces a view of the same name.
void putView(std::vector<SavedView>& views, SavedView view);

} // namespace antecedent::app
