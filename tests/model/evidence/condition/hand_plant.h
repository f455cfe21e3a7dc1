// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A small plant made by hand: sixty daily batches of one product go through reactor R-1 (agitator R-1-AGT, jacket
// R-1-JKT) and filter F-1 (pump F-1-P). Every batch has an operator's sample and a lot that ten batches share. Tests
// add what went wrong. Days are 1 to 60 from 2024-01-01.

#include "tests/support/dataset_builder.h"

namespace antecedent::test {

inline constexpr int kDays = 60;

inline std::string dayAt(int day, int hour, int minute = 0)
{
    const Timestamp t =
        at("2024-01-01T00:00:00Z") + std::chrono::hours(24 * (day - 1) + hour) + std::chrono::minutes(minute);
    return formatUtc(t);
}

inline std::string batchOf(int day)
{
    return "B" + std::string(day < 10 ? "0" : "") + std::to_string(day);
}

class HandPlant
{
public:
    explicit HandPlant(bool isReversed = false)
    {
        b.asset("SITE", {}, "site").asset("PC-1", "SITE", "process_cell");
        b.asset("R-1", "PC-1", "bioreactor")
            .asset("R-1-AGT", "R-1", "agitator")
            .asset("R-1-JKT", "R-1", "heat_exchanger");
        b.asset("F-1", "PC-1", "filter_skid").asset("F-1-P", "F-1", "pump");
        for (int k = 1; k <= kDays; ++k)
            addDay(isReversed ? kDays + 1 - k : k);
        b.event(dayAt(1, 0), "R-1", "alarm", "START");
        b.event(dayAt(kDays + 5, 0), "R-1", "alarm", "START");
    }

    // `count` onsets of an alarm during the reactor's use, an hour apart.
    void alarms(int day, const std::string& asset, const std::string& code, int count)
    {
        for (int i = 0; i < count; ++i)
            b.event(dayAt(day, 6 + i, 10), asset, "alarm", code);
    }
    void deviation(int day, const std::string& classification, const std::string& asset = {})
    {
        b.deviation("DEV-" + batchOf(day), classification, dayAt(day, 11), asset, batchOf(day));
    }
    void lot(int day, const std::string& name) { b.material(batchOf(day), name, dayAt(day, 5)); }
    void action(int day, const std::string& code) { b.event(dayAt(day, 10), {}, "operator", code, batchOf(day)); }
    void repair(int day, const std::string& asset, const std::string& mode)
    {
        b.workOrder("WO-" + asset, asset, "CM", dayAt(day, 19), dayAt(day, 22), [&](WorkOrder& w) {
            w.started = time(dayAt(day, 20));
            w.failureMode = mode;
        });
    }

    DatasetBuilder b;

private:
    void addDay(int day)
    {
        b.batch(batchOf(day), "P", "R", dayAt(day, 6), dayAt(day, 18));
        b.step(batchOf(day), "REACT", "R-1", dayAt(day, 6), dayAt(day, 12));
        b.step(batchOf(day), "FILTER", "F-1", dayAt(day, 13), dayAt(day, 18));
        b.material(batchOf(day), "LOT-" + std::to_string((day + 9) / 10), dayAt(day, 5));
        b.event(dayAt(day, 9), {}, "operator", "SAMPLE", batchOf(day));
    }
};

// An agitator that wears from day 40 on, deviations on four of the last days, and its repair in the evening of day 47.
inline HandPlant wearingAgitator(bool isReversed = false)
{
    HandPlant plant(isReversed);
    for (int day = 40; day <= 47; ++day)
        plant.alarms(day, "R-1-AGT", "VIB_HI", 1 + (day - 40) / 2);
    for (const int day : {43, 45, 46, 47})
        plant.deviation(day, "foreign_particles");
    plant.repair(47, "R-1-AGT", "VIB");
    return plant;
}

} // namespace antecedent::test
