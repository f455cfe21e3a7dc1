// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A row of the flat table that a B2MML document becomes. Threads: plain values.

#include "importers/format/batch/flat_rows.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace antecedent::importers {

enum class B2mmlColumn : std::uint8_t {
    Record, // batch, step, step_end, state, allocation, alarm, event, parameter, material, sample, tag, result,
            // work_order, order_status, asset, installation, damaged
    Element, // line of the document and what stands there
    Time,
    End,
    Acknowledged,
    Recorded,
    Level,
    Name,
    StepId,
    ParentId,
    AssetId,
    AssetClass,
    ParentAsset,
    Serial,
    PhysicalAsset,
    BatchId,
    Status,
    Product,
    Recipe,
    RecipeVersion,
    Lot,
    Campaign,
    Size,
    Category,
    Code,
    Severity,
    Text,
    Value,
    Limit,
    Unit,
    Quality,
    Actor,
    Material,
    MaterialLot,
    SourceBatch,
    Direction,
    Tag,
    SampleId,
    Location,
    WorkOrderId,
    Priority,
    Cause,
    Correction,
    Reported,
    Due,
    Plan,
    Requestor,
    Type,
    FailureMode,
    FailureMechanism,
    Activity,
    DetectionMethod,
    MaintainableItem,
    PartNo,
    Target,
    PlannedStart,
    Responsible,
    Reviewer,
    RequestStatus,
    RequestedFinish,
    Consumables,
    Data,
};
inline constexpr std::size_t kB2mmlColumns = static_cast<std::size_t>(B2mmlColumn::Data) + 1;
inline constexpr std::array<std::string_view, kB2mmlColumns> kB2mmlColumnNames{"record", "element", "time", "end",
    "acknowledged", "recorded", "level", "name", "step_id", "parent_id", "asset_id", "asset_class", "parent_asset",
    "serial", "physical_asset", "batch_id", "status", "product", "recipe", "recipe_version", "lot", "campaign", "size",
    "category", "code", "severity", "text", "value", "limit", "unit", "quality", "actor", "material", "material_lot",
    "source_batch_id", "direction", "tag", "sample_id", "location", "work_order_id", "priority", "cause", "correction",
    "reported", "due", "plan", "requestor", "type", "failure_mode", "failure_mechanism", "activity", "detection_method",
    "maintainable_item", "part_no", "target", "planned_start", "responsible", "reviewer", "request_status",
    "requested_finish", "consumables", "data"};

using B2mmlRow = FlatRow<B2mmlColumn, kB2mmlColumns>;
using B2mmlRows = FlatRows<B2mmlColumn, kB2mmlColumns>;

// `what` stands at this line of the document.
std::string elementAt(std::uint64_t line, std::string_view what);

} // namespace antecedent::importers
