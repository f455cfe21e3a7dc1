// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One BatchProductionRecord (ISA-88.00.04, BatchML) as rows: steps from its state changes, with level and unit from its
// control recipe; alarms from onset to return; material, comments, signatures, samples, trends. Records of the
// PharmaSuite dialect state when a step was completed and not when it began: such an end is told as an end without a
// start. Memory: open pairs and the recipe elements of this record. Threads: one.

#include "importers/format/b2mml/b2mml_row.h"
#include "importers/format/b2mml/xml_fragment.h"
#include "importers/format/batch/step_tracker.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

// What the simple elements around a part say: name in lower case, text.
using XmlValues = std::vector<std::pair<std::string, std::string>>;
std::string_view valueOf(const XmlValues& values, std::string_view name);

class BatchRecord final : public StepSink
{
public:
    static constexpr std::size_t kMaxElements = 50'000; // recipe elements, open alarms and the like

    BatchRecord(B2mmlRows& rows, std::uint64_t line)
        : m_rows(&rows)
        , m_line(line)
        , m_steps(*this)
    {
    }
    // The simple elements of the record so far, and those of the control recipe at hand. The batch is the BatchID of
    // the record, else of the recipe, else the ID of the record.
    void setHead(const XmlValues& values);
    void setRecipeHead(const XmlValues& values);
    const std::string& batchId() const { return m_batchId; }

    void takeControlRecipe(const XmlValues& values);
    void takeRecipeElement(const XmlValues& values, std::uint64_t line);
    void takeEvent(const XmlFragment& event, std::uint64_t line);
    void takeComment(const XmlFragment& comment, std::uint64_t line);
    void takeSignature(const XmlFragment& manifest, std::uint64_t line);
    // A change of an entry of the record, and whether somebody or something was qualified for its part in it.
    void takeChange(const XmlFragment& change, std::uint64_t line);
    void takeQualification(const XmlFragment& manifest, std::uint64_t line);
    // A value that a runtime element carries; numbers are parameters, other values are not told.
    void takeOtherInformation(const XmlFragment& information, std::string_view reference, std::uint64_t line);
    void takeSample(const XmlFragment& sample, std::uint64_t line);
    // The record ends. Its batch row comes last.
    void close(const XmlValues& values);

    void onStep(const TrackedStep& step) override;
    void onState(const TrackedState& state) override;

private:
    struct Element
    {
        std::string level;
        std::string equipment;
    };
    struct Message; // an event with its fields at hand

    void chooseBatchId();
    void takeStateChange(const Message& message);
    void takeBatchState(const Message& message, const std::string& state);
    void takeEquipmentState(const Message& message, const std::string& state);
    void takeAllocation(const Message& message);
    void takeAlarm(const Message& message);
    void takeMaterial(const Message& message);
    bool takeParameters(const Message& message);
    void takeOther(const Message& message);
    B2mmlRow draft(const Message& message, std::string_view record) const;
    B2mmlRow& rowOf(const Message& message, std::string_view record);
    StepPlace placeOf(std::string_view reference, std::string_view equipment) const;
    bool isBatch(std::string_view reference) const;

    B2mmlRows* m_rows;
    std::uint64_t m_line;
    std::string m_batchId; // of the three:
    std::string m_headBatchId;
    std::string m_recipeBatchId;
    std::string m_headId;
    std::string m_delimiter = "|";
    std::string m_recipe;
    std::string m_recipeVersion;
    std::string m_product;
    StepStamp m_start;
    StepStamp m_end;
    std::string m_status;
    StepTracker m_steps;
    std::map<std::string, Element, std::less<>> m_elements; // by reference
    std::map<std::string, B2mmlRow> m_alarms; // open ones, by equipment and type
    std::map<std::string, std::string> m_returned; // when they returned last
    std::map<std::string, B2mmlRow> m_states; // of equipment, open ones
    std::map<std::string, B2mmlRow> m_allocations; // open ones that belong to no step
    std::set<std::string> m_signed; // entries with the person that they name themselves
};

} // namespace antecedent::importers
