// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All failures of one classification, each with what happened around it on its own surroundings, to be stacked with
// their anchors in one line. Threads: pure.

#include "widgets/timeline/lanes.h"

namespace antecedent::widgets {

struct AlignedFailure
{
    std::size_t failure = 0; // position in InvestigationData::failures
    std::vector<Lane> lanes; // as many as AlignedFailures::names; records with onset in the window, and after it
    std::size_t alike = 0; // classes before the anchor that the chosen failure has too
    std::size_t classes = 0; // all of them
};

struct AlignedFailures
{
    QString classification;
    std::vector<LaneKind> kinds; // of the lanes; those that no failure has are left out
    std::vector<AlignedFailure> rows;
    std::size_t classesOfChosen = 0;
};

enum class AlignedOrder : std::uint8_t { Date, Likeness };

// The failures of the chosen one's classification, with records in [anchor - before, anchor + after]. By likeness: the
// chosen one first, then by the share of common classes (Jaccard), then by date.
AlignedFailures alignFailures(
    const InvestigationData& data, std::size_t chosen, Duration before, Duration after, AlignedOrder order);

QString classificationOf(const Failure& failure);

} // namespace antecedent::widgets
