// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the rows of single systems mean beyond their columns; each completes a row that is read. Private to alarm_row.
// Threads: pure.

#include "importers/alarm/alarm_dialect.h"

namespace antecedent::importers {

// DeltaV: `Desc1` and `Desc2` by event type, alarm word and its values, or user and what he changed.
void completeChronicleRow(const AlarmColumns& columns, const CellFn& cell, AlarmRow& row);
// InduSoft: a row states all times of its occurrence.
void completeInduSoftRow(const AlarmColumns& columns, const CellFn& cell, AlarmRow& row);
// CIMPLICITY: the occurrence is named by the time of its onset.
void completeCimplicityRow(const AlarmColumns& columns, const CellFn& cell, AlarmRow& row);
// Plant SCADA: one state of an alarm by its tag.
void completeCitectRow(const AlarmColumns& columns, const CellFn& cell, AlarmRow& row);
// Ignition: flags, and the property that stands in this row of a join.
void completeIgnitionRow(const AlarmColumns& columns, const CellFn& cell, AlarmRow& row);

// Date and time of day of two columns as one text; empty where the date is none.
std::string alarmTime(const AlarmColumns& columns, std::string_view date, std::string_view clock);
// `+01:00`, `Z`.
std::string offsetText(int minutes);
// The offset for a bias as Windows counts it: UTC is local time and bias, so that -60 gives `+01:00`. Empty: it is
// none.
std::string biasText(std::string_view bias);

} // namespace antecedent::importers
