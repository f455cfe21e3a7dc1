// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What may be written next in a filter: fields, operators, values of the investigation, and the words between
// comparisons; and what a wrong filter says, at the place in the text. Threads: pure.

#include "widgets/document/investigation_data.h"

#include <QString>
#include <QStringList>

#include <map>
#include <memory>

namespace antecedent::app {

// Values by field, each sorted and without repeats.
using FilterValues = std::map<QString, QStringList>;
FilterValues filterValues(const widgets::InvestigationData& snapshot);

struct FilterHint
{
    // What the words from `from` to `to` of the text are to be replaced by, best first.
    QStringList words;
    int from = 0;
    int to = 0;
};
// At the cursor. Words of `words` are ready to be put in: values in quotation marks where they need them.
FilterHint hintAt(const QString& text, int cursor, const FilterValues& values);

struct FilterProblem
{
    int from = 0; // characters of the text that are wrong
    int to = 0;
    QString words; // what is wrong; empty: nothing
};
// `snapshot` may be null; with it its tags are fields, too.
FilterProblem problemOf(const QString& text, const widgets::InvestigationData* snapshot);

} // namespace antecedent::app
