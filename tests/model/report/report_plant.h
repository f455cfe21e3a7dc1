// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A small reactor line for report tests: five temperature deviations on one reactor, each 3 h after a jacket alarm that
// is rare otherwise, with a frequent alarm as a decoy, maintenance, a calibration, a cleaning and material lots.

#include "model/alignment/align.h"
#include "tests/support/dataset_builder.h"

#include <string>

namespace antecedent::tests {

inline std::string hourText(int day, int hour)
{
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    const int month = 1 + (day - 1) / 28;
    return "2025-" + two(month) + "-" + two(1 + (day - 1) % 28) + "T" + two(hour) + ":00:00Z";
}

inline bool isFailureDay(int day)
{
    return day % 24 == 12 && day < 120;
}

inline Dataset reactorLine(bool reversed = false)
{
    test::DatasetBuilder b;
    b.asset("SITE", "", "site").asset("R-101", "SITE", "unit").asset("R-101-TI", "R-101", "instrument");
    b.asset("R-102", "SITE", "unit");
    const auto addDay = [&](int day) {
        const std::string batch = "B" + std::to_string(1000 + day);
        b.batch(batch, "P", "REC", hourText(day, 1), hourText(day, 20));
        b.step(batch, "Reaction", "R-101", hourText(day, 2), hourText(day, 18));
        b.event(hourText(day, 5), "R-101", "alarm", "LEVEL_LOW", batch, {}, "Level low", "4");
        b.material(batch, day % 3 == 0 ? "LOT-A" : "LOT-B", hourText(day, 2), "Solvent");
        if (isFailureDay(day)) {
            b.event(hourText(day, 9), "R-101", "alarm", "JACKET_FLOW_LOW", batch, {}, "Jacket <flow> & low", "2");
            b.deviation("DEV-" + std::to_string(day), "Temperature excursion", hourText(day, 12), "R-101", batch,
                [](Deviation& d) {
                    d.severity = "major";
                    d.text = "Temperature out of range";
                });
        }
    };
    for (int i = 1; i <= 120; ++i)
        addDay(reversed ? 121 - i : i);
    b.event(hourText(30, 9), "R-101", "alarm", "JACKET_FLOW_LOW", "B1030", {}, "Jacket <flow> & low", "2");
    b.workOrder("WO-1", "R-101", "PM", hourText(4, 6), hourText(4, 8));
    b.workOrder("WO-2", "R-101", "CM", hourText(34, 6), hourText(34, 9));
    b.calibration("CAL-1", "R-101-TI", hourText(3, 6), hourText(60, 6));
    b.cleaning("CL-1", "R-101", hourText(11, 20), hourText(11, 22));
    Dataset dataset = b.take();
    // The builder numbers events as they come; identities here are of the values alone.
    EventColumns& events = dataset.events;
    for (std::size_t i = 0; i < events.size(); ++i) {
        events.id[i] = recordIdOf(std::to_string(events.timeUs[i]) + dataset.strings.text(events.code[i]));
        events.row[i] = i + 1;
    }
    for (WorkOrder& order : dataset.workOrders)
        order.head.row = 1;
    for (GenealogyEntry& entry : dataset.genealogy)
        entry.head.row = 1;
    for (BatchStep& step : dataset.steps)
        step.head.row = 1;
    for (Deviation& deviation : dataset.deviations)
        deviation.head.row = 1;
    std::sort(dataset.genealogy.begin(), dataset.genealogy.end(),
        [](const GenealogyEntry& left, const GenealogyEntry& right) { return left.head.id < right.head.id; });
    dataset.title = "Reactor line";
    dataset.contentHash = sha256("reactor line");
    return dataset;
}

} // namespace antecedent::tests
