// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a person has arranged the lanes: order and folding of assets, kinds of records that are hidden, words to search
// for. Assets are named by id, so that it holds for the next snapshot and the next failure. Threads: plain values.

#include "widgets/timeline/lanes.h"

#include <QByteArray>
#include <QStringList>

#include <bitset>
#include <set>

namespace antecedent::widgets {

struct LaneChoice
{
    QStringList order; // assets that were moved and those that stood around them; the others keep their places
    std::set<QString> folded;
    std::bitset<kLaneKinds> hidden;
    QString search; // not remembered

    // Positions of the groups in the order to show.
    std::vector<std::size_t> ordered(const std::vector<LaneGroup>& groups) const;
    // Every word stands in the name of the asset, its description or the lane's own name, in any case.
    bool shows(const LaneGroup& group, const Lane& lane) const;
    bool shows(const LaneGroup& group, const Plot& plot) const;
    bool isWhole() const { return hidden.none() && search.trimmed().isEmpty(); }
    // Moves a group before the one that stands at `to` in the shown order; `to` = their number: to the end.
    void move(const std::vector<LaneGroup>& groups, std::size_t group, std::size_t to);
};

// As JSON; what can't be read is the usual choice.
QByteArray toBytes(const LaneChoice& choice);
LaneChoice laneChoiceFrom(const QByteArray& bytes);

} // namespace antecedent::widgets
