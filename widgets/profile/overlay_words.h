// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a golden profile says, in words: names, where and how far a signal leaves it, lengths of phases, why a batch is
// left out, values at a place. Threads: pure.

#include "model/profile/profile.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace antecedent::widgets {

struct LengthWords
{
    QString title; // `Filter took 2.0 times as long`
    QString detail; // `2 h 30 min; 12 good batches 1 h 8 min to 1 h 21 min`
};

class OverlayWords
{
    Q_DECLARE_TR_FUNCTIONS(OverlayWords)

public:
    // `29.2`, with four digits that count and a true minus sign.
    static QString valueText(double value);

    static QString signalName(const Dataset& dataset, const ProfileSignal& signal); // parameter, else the tag
    static QString signalTags(const Dataset& dataset, const ProfileSignal& signal); // `TI01`, `WT01 − WT02`
    static QString signalUnit(const Dataset& dataset, const ProfileSignal& signal);
    // `Integrity test`, with the step before it where several are shown, and the n-th of its name.
    static QString columnName(const Profile& profile, std::size_t column);

    // One line: `Integrity test, 26 % outside, up to 2.4 widths above`.
    static QString whereText(const Profile& profile, const ProfileSignal& signal);
    // The whole sentence.
    static QString distanceText(const Dataset& dataset, const Profile& profile, const ProfileSignal& signal);

    static LengthWords lengthText(const Profile& profile, std::size_t column);

    static QString leftOutText(const ProfileBatch& batch);
    // `K26057 against 12 good batches of LANOPRID-20, Compression on TAB-420`.
    static QString headline(const Dataset& dataset, const Profile& profile);
    // Why there is no envelope and what would be needed; empty where there is one.
    static QString shortage(const Profile& profile);

    // `45 %`, or the time since the column began.
    static QString placeText(const Profile& profile, double place);
    // The bin of a signal at a place; null where the signal has no column.
    static const ProfileBin* binAt(const Profile& profile, const ProfileSignal& signal, double place);
    // `29.2 mL/min, median 15.9, 10–90 % 14.1 to 17.0, min–max 12.8 to 23.0`.
    static QString valuesText(
        const Dataset& dataset, const Profile& profile, const ProfileSignal& signal, double place);
    // All signals at a place as a tab-separated table with a header.
    static QString valuesTable(const Dataset& dataset, const Profile& profile, double place);
    // When the batch in question was at that place.
    static std::optional<Timestamp> instantAt(const Profile& profile, double place);
};

} // namespace antecedent::widgets
