// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/table_spec.h"

#include <algorithm>
#include <array>

namespace antecedent {

namespace {

using enum ColumnType;
using enum ColumnRole;

constexpr std::array kAssets{
    ColumnSpec{"asset_id", Text, Required, true},
    ColumnSpec{"parent_id", Text, Optional, false},
    ColumnSpec{"asset_class", Text, Optional, false},
    ColumnSpec{"description", Text, Optional, false},
    ColumnSpec{"cmms_id", Text, Optional, false},
    ColumnSpec{"historian_prefix", Text, Optional, false},
    ColumnSpec{"serial", Text, Optional, false},
    ColumnSpec{"criticality", Text, Optional, false},
    ColumnSpec{"gmp_status", Text, Optional, false},
    ColumnSpec{"recorded", Time, Optional, false},
    ColumnSpec{"recorded_by", Text, Optional, false},
    ColumnSpec{"source_ref", Text, Optional, false},
};

constexpr std::array kAssetLinks{
    ColumnSpec{"from", Text, Required, false},
    ColumnSpec{"to", Text, Required, false},
    ColumnSpec{"kind", Text, Required, false},
    ColumnSpec{"start", Time, Optional, false},
    ColumnSpec{"end", Time, Optional, false},
    ColumnSpec{"recorded", Time, Optional, false},
    ColumnSpec{"recorded_by", Text, Optional, false},
    ColumnSpec{"source_ref", Text, Optional, false},
};

constexpr std::array kBatches{
    ColumnSpec{"batch_id", Text, Required, true},
    ColumnSpec{"product", Text, Optional, false},
    ColumnSpec{"recipe", Text, Optional, false},
    ColumnSpec{"start", Time, Optional, false},
    ColumnSpec{"end", Time, Optional, false},
    ColumnSpec{"status", Text, Optional, false},
    ColumnSpec{"recipe_version", Text, Optional, false},
    ColumnSpec{"campaign", Text, Optional, false},
    ColumnSpec{"lot", Text, Optional, false},
    ColumnSpec{"size", Number, Optional, false},
    ColumnSpec{"yield_actual", Number, Optional, false},
    ColumnSpec{"yield_theoretical", Number, Optional, false},
    ColumnSpec{"disposition", Text, Optional, false},
    ColumnSpec{"disposition_time", Time, Optional, false},
    ColumnSpec{"distributed", Text, Optional, false},
    ColumnSpec{"recorded", Time, Optional, false},
    ColumnSpec{"recorded_by", Text, Optional, false},
    ColumnSpec{"source_ref", Text, Optional, false},
};

constexpr std::array kBatchSteps{
    ColumnSpec{"batch_id", Text, Required, false},
    ColumnSpec{"level", Text, Optional, false},
    ColumnSpec{"name", Text, Required, false},
    ColumnSpec{"asset_id", Text, Optional, false},
    ColumnSpec{"start", Time, Required, false},
    ColumnSpec{"end", Time, Optional, false},
    ColumnSpec{"step_id", Text, Optional, false},
    ColumnSpec{"parent_id", Text, Optional, false},
    ColumnSpec{"status", Text, Optional, false},
    ColumnSpec{"performed_by", Text, Optional, false},
    ColumnSpec{"checked_by", Text, Optional, false},
    ColumnSpec{"recorded", Time, Optional, false},
    ColumnSpec{"recorded_by", Text, Optional, false},
    ColumnSpec{"source_ref", Text, Optional, false},
};

constexpr std::array kParameters{
    ColumnSpec{"batch_id", Text, Required, false},
    ColumnSpec{"step", Text, Optional, false},
    ColumnSpec{"parameter", Text, Required, false},
    ColumnSpec{"target", Number, Optional, false},
    ColumnSpec{"low", Number, Optional, false},
    ColumnSpec{"high", Number, Optional, false},
    ColumnSpec{"actual", Number, Optional, false},
    ColumnSpec{"unit", Text, Optional, false},
    ColumnSpec{"time", Time, Optional, false},
    ColumnSpec{"recorded", Time, Optional, false},
    ColumnSpec{"recorded_by", Text, Optional, false},
    ColumnSpec{"source_ref", Text, Optional, false},
};

constexpr std::array kResults{
    ColumnSpec{"sample_id", Text, Required, true},
    ColumnSpec{"batch_id", Text, Optional, false},
    ColumnSpec{"step", Text, Optional, false},
    ColumnSpec{"location", Text, Optional, true},
    ColumnSpec{"test", Text, Required, true},
    ColumnSpec{"value", Number, Optional, false},
    ColumnSpec{"unit", Text, Optional, false},
    ColumnSpec{"low", Number, Optional, false},
    ColumnSpec{"high", Number, Optional, false},
    ColumnSpec{"sampled", Time, Optional, false},
    ColumnSpec{"reported", Time, Optional, false},
    ColumnSpec{"outcome", Text, Optional, false},
    ColumnSpec{"instrument_id", Text, Optional, false},
    ColumnSpec{"recorded", Time, Optional, false},
    ColumnSpec{"recorded_by", Text, Optional, false},
    ColumnSpec{"source_ref", Text, Optional, false},
};

constexpr std::array kGenealogy{
    ColumnSpec{"batch_id", Text, Required, false},
    ColumnSpec{"material_lot", Text, Optional, false},
    ColumnSpec{"source_batch_id", Text, Optional, false},
    ColumnSpec{"material", Text, Optional, false},
    ColumnSpec{"quantity", Number, Optional, false},
    ColumnSpec{"unit", Text, Optional, false},
    ColumnSpec{"time", Time, Optional, false},
    ColumnSpec{"direction", Text, Optional, false},
    ColumnSpec{"recorded", Time, Optional, false},
    ColumnSpec{"recorded_by", Text, Optional, false},
    ColumnSpec{"source_ref", Text, Optional, false},
};

constexpr std::array kEvents{
    ColumnSpec{"time", Time, Required, false},
    ColumnSpec{"asset_id", Text, Optional, false},
    ColumnSpec{"batch_id", Text, Optional, false},
    ColumnSpec{"category", Text, Required, false},
    ColumnSpec{"code", Text, Required, false},
    ColumnSpec{"severity", Text, Optional, false},
    ColumnSpec{"text", Text, Optional, false},
    ColumnSpec{"end", Time, Optional, false},
    ColumnSpec{"acknowledged", Time, Optional, false},
    ColumnSpec{"acknowledged_by", Text, Optional, false},
    ColumnSpec{"value", Number, Optional, false},
    ColumnSpec{"limit", Number, Optional, false},
    ColumnSpec{"unit", Text, Optional, false},
    ColumnSpec{"suppressed", Text, Optional, false},
    ColumnSpec{"actor", Text, Optional, false},
    ColumnSpec{"recorded", Time, Optional, false},
    ColumnSpec{"recorded_by", Text, Optional, false},
    ColumnSpec{"source_ref", Text, Optional, false},
};

constexpr std::array kWorkOrders{
    ColumnSpec{"work_order_id", Text, Required, true},
    ColumnSpec{"asset_id", Text, Required, false},
    ColumnSpec{"type", Text, Optional, false},
    ColumnSpec{"priority", Text, Optional, false},
    ColumnSpec{"failure_mode", Text, Optional, false},
    ColumnSpec{"failure_cause", Text, Optional, false},
    ColumnSpec{"reported", Time, Optional, false},
    ColumnSpec{"started", Time, Optional, false},
    ColumnSpec{"finished", Time, Optional, false},
    ColumnSpec{"status", Text, Optional, false},
    ColumnSpec{"text", Text, Optional, false},
    ColumnSpec{"plan_id", Text, Optional, false},
    ColumnSpec{"due", Time, Optional, false},
    ColumnSpec{"latest_allowed", Time, Optional, false},
    ColumnSpec{"extension_ref", Text, Optional, false},
    ColumnSpec{"activity", Text, Optional, false},
    ColumnSpec{"maintainable_item", Text, Optional, false},
    ColumnSpec{"failure_mechanism", Text, Optional, false},
    ColumnSpec{"detection_method", Text, Optional, false},
    ColumnSpec{"malfunction_start", Time, Optional, false},
    ColumnSpec{"malfunction_end", Time, Optional, false},
    ColumnSpec{"breakdown", Text, Optional, false},
    ColumnSpec{"returned_to_service", Time, Optional, false},
    ColumnSpec{"performed_by", Text, Optional, false},
    ColumnSpec{"verified_by", Text, Optional, false},
    ColumnSpec{"deviation_id", Text, Optional, false},
    ColumnSpec{"recorded", Time, Optional, false},
    ColumnSpec{"recorded_by", Text, Optional, false},
    ColumnSpec{"source_ref", Text, Optional, false},
};

constexpr std::array kWorkOrderStatus{
    ColumnSpec{"work_order_id", Text, Required, false},
    ColumnSpec{"status", Text, Required, false},
    ColumnSpec{"time", Time, Required, false},
    ColumnSpec{"by", Text, Optional, false},
    ColumnSpec{"recorded", Time, Optional, false},
    ColumnSpec{"recorded_by", Text, Optional, false},
    ColumnSpec{"source_ref", Text, Optional, false},
};

constexpr std::array kInstallations{
    ColumnSpec{"position", Text, Required, false},
    ColumnSpec{"item", Text, Required, false},
    ColumnSpec{"part_no", Text, Optional, false},
    ColumnSpec{"lot", Text, Optional, false},
    ColumnSpec{"from", Time, Required, false},
    ColumnSpec{"to", Time, Optional, false},
    ColumnSpec{"work_order_id", Text, Optional, false},
    ColumnSpec{"recorded", Time, Optional, false},
    ColumnSpec{"recorded_by", Text, Optional, false},
    ColumnSpec{"source_ref", Text, Optional, false},
};

constexpr std::array kCalibrations{
    ColumnSpec{"calibration_id", Text, Required, true},
    ColumnSpec{"asset_id", Text, Required, false},
    ColumnSpec{"performed", Time, Required, false},
    ColumnSpec{"due", Time, Optional, false},
    ColumnSpec{"as_found_error", Number, Optional, false},
    ColumnSpec{"as_left_error", Number, Optional, false},
    ColumnSpec{"tolerance", Number, Optional, false},
    ColumnSpec{"unit", Text, Optional, false},
    ColumnSpec{"result", Text, Optional, false},
    ColumnSpec{"as_found_result", Text, Optional, false},
    ColumnSpec{"as_left_result", Text, Optional, false},
    ColumnSpec{"adjusted", Text, Optional, false},
    ColumnSpec{"tolerance_low", Number, Optional, false},
    ColumnSpec{"tolerance_high", Number, Optional, false},
    ColumnSpec{"point", Text, Optional, true},
    ColumnSpec{"nominal", Number, Optional, false},
    ColumnSpec{"standard_id", Text, Optional, false},
    ColumnSpec{"criticality", Text, Optional, false},
    ColumnSpec{"performed_by", Text, Optional, false},
    ColumnSpec{"reviewed_by", Text, Optional, false},
    ColumnSpec{"recorded", Time, Optional, false},
    ColumnSpec{"recorded_by", Text, Optional, false},
    ColumnSpec{"source_ref", Text, Optional, false},
};

constexpr std::array kCleanings{
    ColumnSpec{"cleaning_id", Text, Required, true},
    ColumnSpec{"asset_id", Text, Required, false},
    ColumnSpec{"type", Text, Optional, false},
    ColumnSpec{"start", Time, Required, false},
    ColumnSpec{"end", Time, Optional, false},
    ColumnSpec{"result", Text, Optional, false},
    ColumnSpec{"reason", Text, Optional, false},
    ColumnSpec{"recipe", Text, Optional, false},
    ColumnSpec{"skid_id", Text, Optional, false},
    ColumnSpec{"previous_batch", Text, Optional, false},
    ColumnSpec{"next_batch", Text, Optional, false},
    ColumnSpec{"expires", Time, Optional, false},
    ColumnSpec{"rinse_conductivity", Number, Optional, false},
    ColumnSpec{"toc", Number, Optional, false},
    ColumnSpec{"swab", Number, Optional, false},
    ColumnSpec{"f0", Number, Optional, false},
    ColumnSpec{"performed_by", Text, Optional, false},
    ColumnSpec{"verified_by", Text, Optional, false},
    ColumnSpec{"recorded", Time, Optional, false},
    ColumnSpec{"recorded_by", Text, Optional, false},
    ColumnSpec{"source_ref", Text, Optional, false},
};

constexpr std::array kLimits{
    ColumnSpec{"kind", Text, Required, false},
    ColumnSpec{"asset_id", Text, Optional, false},
    ColumnSpec{"asset_class", Text, Optional, false},
    ColumnSpec{"product", Text, Optional, false},
    ColumnSpec{"value", Number, Required, false},
    ColumnSpec{"unit", Text, Required, false},
    ColumnSpec{"basis", Text, Optional, false},
    ColumnSpec{"version", Text, Optional, false},
    ColumnSpec{"approved_by", Text, Optional, false},
    ColumnSpec{"effective", Time, Optional, false},
    ColumnSpec{"recorded", Time, Optional, false},
    ColumnSpec{"recorded_by", Text, Optional, false},
    ColumnSpec{"source_ref", Text, Optional, false},
};

constexpr std::array kMeters{
    ColumnSpec{"asset_id", Text, Required, false},
    ColumnSpec{"kind", Text, Required, false},
    ColumnSpec{"time", Time, Required, false},
    ColumnSpec{"reading", Number, Required, false},
    ColumnSpec{"rollover", Number, Optional, false},
    ColumnSpec{"recorded", Time, Optional, false},
    ColumnSpec{"recorded_by", Text, Optional, false},
    ColumnSpec{"source_ref", Text, Optional, false},
};

constexpr std::array kChanges{
    ColumnSpec{"change_id", Text, Required, true},
    ColumnSpec{"kind", Text, Required, false},
    ColumnSpec{"asset_id", Text, Optional, false},
    ColumnSpec{"product", Text, Optional, false},
    ColumnSpec{"effective", Time, Required, false},
    ColumnSpec{"end", Time, Optional, false},
    ColumnSpec{"text", Text, Optional, false},
    ColumnSpec{"recorded", Time, Optional, false},
    ColumnSpec{"recorded_by", Text, Optional, false},
    ColumnSpec{"source_ref", Text, Optional, false},
};

constexpr std::array kTags{
    ColumnSpec{"tag", Text, Required, true},
    ColumnSpec{"asset_id", Text, Optional, false},
    ColumnSpec{"parameter", Text, Optional, false},
    ColumnSpec{"unit", Text, Optional, false},
    ColumnSpec{"low_limit", Number, Optional, false},
    ColumnSpec{"high_limit", Number, Optional, false},
    ColumnSpec{"recorded", Time, Optional, false},
    ColumnSpec{"recorded_by", Text, Optional, false},
    ColumnSpec{"source_ref", Text, Optional, false},
};

constexpr std::array kSamples{
    ColumnSpec{"time", Time, Required, false},
    ColumnSpec{"tag", Text, Required, false},
    ColumnSpec{"value", Number, Required, false},
    ColumnSpec{"quality", Text, Optional, false},
    ColumnSpec{"recorded", Time, Optional, false},
    ColumnSpec{"recorded_by", Text, Optional, false},
    ColumnSpec{"source_ref", Text, Optional, false},
};

constexpr std::array kDeviations{
    ColumnSpec{"deviation_id", Text, Required, true},
    ColumnSpec{"occurred", Time, AnyOf, false},
    ColumnSpec{"detected", Time, AnyOf, false},
    ColumnSpec{"batch_id", Text, Optional, false},
    ColumnSpec{"asset_id", Text, Optional, false},
    ColumnSpec{"classification", Text, Optional, false},
    ColumnSpec{"severity", Text, Optional, false},
    ColumnSpec{"text", Text, Optional, false},
    ColumnSpec{"occurred_from", Time, Optional, false},
    ColumnSpec{"occurred_to", Time, Optional, false},
    ColumnSpec{"status", Text, Optional, false},
    ColumnSpec{"due", Time, Optional, false},
    ColumnSpec{"root_cause_category", Text, Optional, false},
    ColumnSpec{"conclusion", Text, Optional, false},
    ColumnSpec{"capa_ids", Text, Optional, false},
    ColumnSpec{"recorded", Time, Optional, false},
    ColumnSpec{"recorded_by", Text, Optional, false},
    ColumnSpec{"source_ref", Text, Optional, false},
};

constexpr std::array kDeviationLinks{
    ColumnSpec{"deviation_id", Text, Required, false},
    ColumnSpec{"kind", Text, Required, false},
    ColumnSpec{"id", Text, Required, false},
    ColumnSpec{"recorded", Time, Optional, false},
    ColumnSpec{"recorded_by", Text, Optional, false},
    ColumnSpec{"source_ref", Text, Optional, false},
};

constexpr std::array<TableSpec, kTableCount> kTables{
    TableSpec{TableId::Assets, "assets", kAssets, "assets"},
    TableSpec{TableId::AssetLinks, "asset_links", kAssetLinks, "asset_links"},
    TableSpec{TableId::Batches, "batches", kBatches, "batches"},
    TableSpec{TableId::BatchSteps, "batch_steps", kBatchSteps, "steps"},
    TableSpec{TableId::Parameters, "parameters", kParameters, "parameters"},
    TableSpec{TableId::Results, "results", kResults, "results"},
    TableSpec{TableId::Genealogy, "genealogy", kGenealogy, "genealogy"},
    TableSpec{TableId::Events, "events", kEvents, "events"},
    TableSpec{TableId::WorkOrders, "work_orders", kWorkOrders, "work_orders"},
    TableSpec{TableId::WorkOrderStatus, "work_order_status", kWorkOrderStatus, "work_order_status"},
    TableSpec{TableId::Installations, "installations", kInstallations, "installations"},
    TableSpec{TableId::Calibrations, "calibrations", kCalibrations, "calibrations"},
    TableSpec{TableId::Cleanings, "cleanings", kCleanings, "cleanings"},
    TableSpec{TableId::Limits, "limits", kLimits, "limits"},
    TableSpec{TableId::Meters, "meters", kMeters, "meters"},
    TableSpec{TableId::Changes, "changes", kChanges, "changes"},
    TableSpec{TableId::Tags, "tags", kTags, "tags"},
    TableSpec{TableId::Samples, "samples", kSamples, "samples"},
    TableSpec{TableId::Deviations, "deviations", kDeviations, "failures"},
    TableSpec{TableId::DeviationLinks, "deviation_links", kDeviationLinks, "deviation_links"},
};

} // namespace

bool isOccurrence(const ColumnSpec& column)
{
    return column.type == ColumnType::Time && column.name != "due" && column.name != "latest_allowed"
        && column.name != "expires" && column.name != "recorded";
}

bool TableSpec::hasKey() const
{
    return std::ranges::any_of(columns, &ColumnSpec::key);
}

std::optional<std::size_t> TableSpec::find(std::string_view column) const
{
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].name == column)
            return i;
    return std::nullopt;
}

const TableSpec& tableSpec(TableId id)
{
    return kTables[static_cast<std::size_t>(id)];
}

std::span<const TableSpec> allTables()
{
    return kTables;
}

const TableSpec* findTable(std::string_view name)
{
    for (const TableSpec& table : kTables)
        if (table.name == name)
            return &table;
    return nullptr;
}

} // namespace antecedent
