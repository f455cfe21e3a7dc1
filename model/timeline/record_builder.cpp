// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/loader_parts.h"
#include "model/timeline/table_view.h"

namespace antecedent {

namespace {

bool namesBatch(TableId table, std::string_view column)
{
    if (table == TableId::Batches)
        return false;
    return column == "batch_id" || column == "source_batch_id" || column == "previous_batch" || column == "next_batch";
}

void add(const TableView& t, std::vector<AssetLink>& out)
{
    out.push_back({t.head(), t.asset("from"), t.asset("to"), t.text("kind"), t.time("start"), t.time("end")});
}

void add(const TableView& t, std::vector<BatchStep>& out)
{
    out.push_back({t.head(), t.batch("batch_id"), t.text("level"), t.text("name"), t.asset("asset_id"), t.time("start"),
        t.time("end"), t.text("step_id"), t.text("parent_id"), t.text("status"), t.text("performed_by"),
        t.text("checked_by")});
}

void add(const TableView& t, std::vector<Parameter>& out)
{
    out.push_back({t.head(), t.batch("batch_id"), t.text("step"), t.text("parameter"), t.number("target"),
        t.number("low"), t.number("high"), t.number("actual"), t.text("unit"), t.time("time")});
}

void add(const TableView& t, std::vector<TestResult>& out)
{
    out.push_back({t.head(), t.text("sample_id"), t.batch("batch_id"), t.text("step"), t.text("location"),
        t.text("test"), t.number("value"), t.text("unit"), t.number("low"), t.number("high"), t.time("sampled"),
        t.time("reported"), t.text("outcome"), t.text("instrument_id")});
}

void add(const TableView& t, std::vector<GenealogyEntry>& out)
{
    out.push_back({t.head(), t.batch("batch_id"), t.text("material_lot"), t.batch("source_batch_id"),
        t.text("material"), t.number("quantity"), t.text("unit"), t.time("time"), t.text("direction")});
}

void add(const TableView& t, std::vector<WorkOrder>& out)
{
    out.push_back({t.head(), t.text("work_order_id"), t.asset("asset_id"), t.text("type"), t.text("priority"),
        t.text("failure_mode"), t.text("failure_cause"), t.time("reported"), t.time("started"), t.time("finished"),
        t.text("status"), t.text("text"), t.text("plan_id"), t.time("due"), t.time("latest_allowed"),
        t.text("activity"), t.text("maintainable_item"), t.text("failure_mechanism"), t.text("detection_method"),
        t.time("malfunction_start"), t.time("malfunction_end"), t.time("returned_to_service"), t.text("performed_by"),
        t.text("deviation_id")});
}

void add(const TableView& t, std::vector<WorkOrderStatus>& out)
{
    out.push_back({t.head(), t.text("work_order_id"), t.text("status"), t.time("time"), t.text("by")});
}

void add(const TableView& t, std::vector<Installation>& out)
{
    out.push_back({t.head(), t.asset("position"), t.text("item"), t.text("part_no"), t.text("lot"), t.time("from"),
        t.time("to"), t.text("work_order_id")});
}

void add(const TableView& t, std::vector<Calibration>& out)
{
    out.push_back({t.head(), t.text("calibration_id"), t.asset("asset_id"), t.time("performed"), t.time("due"),
        t.number("as_found_error"), t.number("as_left_error"), t.number("tolerance"), t.number("tolerance_low"),
        t.number("tolerance_high"), t.text("unit"), t.text("result"), t.text("as_found_result"),
        t.text("as_left_result"), t.text("adjusted"), t.text("point"), t.number("nominal"), t.text("standard_id"),
        t.text("criticality"), t.text("performed_by")});
}

void add(const TableView& t, std::vector<Cleaning>& out)
{
    out.push_back({t.head(), t.text("cleaning_id"), t.asset("asset_id"), t.text("type"), t.time("start"), t.time("end"),
        t.text("result"), t.text("reason"), t.text("recipe"), t.asset("skid_id"), t.batch("previous_batch"),
        t.batch("next_batch"), t.time("expires"), t.text("performed_by")});
}

void add(const TableView& t, std::vector<Limit>& out)
{
    out.push_back(
        {t.head(), t.text("kind"), t.asset("asset_id"), t.text("asset_class"), t.text("product"), t.number("value"),
            t.text("unit"), t.text("basis"), t.text("version"), t.text("approved_by"), t.time("effective")});
}

void add(const TableView& t, std::vector<MeterReading>& out)
{
    out.push_back(
        {t.head(), t.asset("asset_id"), t.text("kind"), t.time("time"), t.number("reading"), t.number("rollover")});
}

void add(const TableView& t, std::vector<Change>& out)
{
    out.push_back({t.head(), t.text("change_id"), t.text("kind"), t.asset("asset_id"), t.text("product"),
        t.time("effective"), t.time("end"), t.text("text")});
}

void add(const TableView& t, std::vector<Tag>& out)
{
    out.push_back({t.head(), t.text("tag"), t.asset("asset_id"), t.text("parameter"), t.text("unit"),
        t.number("low_limit"), t.number("high_limit"), 0, std::nullopt});
}

void add(const TableView& t, std::vector<Deviation>& out)
{
    out.push_back({t.head(), t.text("deviation_id"), t.time("occurred"), t.time("detected"), t.time("occurred_from"),
        t.time("occurred_to"), t.batch("batch_id"), t.asset("asset_id"), t.text("classification"), t.text("severity"),
        t.text("text"), t.text("status"), t.time("due"), t.text("root_cause_category"), t.text("conclusion"),
        t.text("capa_ids")});
}

void add(const TableView& t, std::vector<DeviationLink>& out)
{
    out.push_back({t.head(), t.text("deviation_id"), t.text("kind"), t.text("id")});
}

void add(const TableView& t, std::vector<Batch>& out)
{
    out.push_back({t.head(), t.text("batch_id"), t.text("product"), t.text("recipe"), t.time("start"), t.time("end"),
        t.text("status"), t.text("recipe_version"), t.text("campaign"), t.text("lot"), t.number("size"),
        t.number("yield_actual"), t.number("yield_theoretical"), t.text("disposition"), t.time("disposition_time"),
        t.text("distributed"), false});
}

// An asset that its own chain of parents leads back to has no parent: of each cycle, the first one.
void cutCycles(std::vector<Asset>& assets)
{
    std::vector<std::size_t> metBy(assets.size(), assets.size());
    for (std::size_t start = 0; start < assets.size(); ++start) {
        AssetIndex at{static_cast<std::uint32_t>(start)};
        for (; at.valid() && metBy[at.value] == assets.size(); at = assets[at.value].parent)
            metBy[at.value] = start;
        if (!at.valid() || metBy[at.value] != start)
            continue;
        std::uint32_t first = at.value;
        for (AssetIndex other = assets[at.value].parent; other != at; other = assets[other.value].parent)
            first = std::min(first, other.value);
        assets[first].parent = {};
    }
}

template <class Record> void addAll(TableView& view, std::vector<Record>& out)
{
    out.reserve(out.size() + view.rows());
    for (std::size_t row = 0; row < view.rows(); ++row) {
        view.go(row);
        add(view, out);
    }
}

} // namespace

bool namesAsset(TableId table, std::string_view column)
{
    switch (table) {
    case TableId::Assets:
        return column == "parent_id";
    case TableId::AssetLinks:
        return column == "from" || column == "to";
    case TableId::Installations:
        return column == "position";
    default:
        return column == "asset_id" || column == "skid_id";
    }
}

void forEachName(const RowSet& rows, const NameFn& asset, const NameFn& batch)
{
    const TableSpec& spec = tableSpec(rows.batch.table);
    for (std::size_t c = 0; c < spec.columns.size(); ++c) {
        const bool isAsset = namesAsset(spec.id, spec.columns[c].name);
        if (!isAsset && !namesBatch(spec.id, spec.columns[c].name))
            continue;
        for (const std::string_view name : rows.batch.columns[c].texts)
            if (!name.empty())
                (isAsset ? asset : batch)(name);
    }
}

void buildAssets(const RowSet& rows, const std::unordered_map<SourceId, SourceIndex>& sources, Dataset& dataset)
{
    TableView view(rows, sources, dataset);
    for (std::size_t row = 0; row < view.rows(); ++row) {
        view.go(row);
        const AssetIndex index = dataset.assetNames.at(view.text("asset_id"));
        Asset& asset = dataset.assets[index.value];
        asset = Asset{view.head(), view.text("asset_id"), view.asset("parent_id"), view.text("asset_class"),
            view.text("description"), view.text("cmms_id"), view.text("historian_prefix"), view.text("serial"),
            view.text("criticality"), view.text("gmp_status"), false, {}};
    }
    cutCycles(dataset.assets);
    for (std::size_t i = 0; i < dataset.assets.size(); ++i)
        if (const AssetIndex parent = dataset.assets[i].parent; parent.valid())
            dataset.assets[parent.value].children.push_back({static_cast<std::uint32_t>(i)});
}

void buildBatches(const RowSet& rows, const std::unordered_map<SourceId, SourceIndex>& sources, Dataset& dataset)
{
    TableView view(rows, sources, dataset);
    for (std::size_t row = 0; row < view.rows(); ++row) {
        view.go(row);
        std::vector<Batch> one;
        add(view, one);
        Batch& batch = dataset.batches[dataset.batchNames.at(one.front().id).value];
        batch = std::move(one.front());
    }
}

void buildRecords(const RowSet& rows, const std::unordered_map<SourceId, SourceIndex>& sources, Dataset& dataset)
{
    TableView view(rows, sources, dataset);
    switch (rows.batch.table) {
    case TableId::AssetLinks:
        return addAll(view, dataset.assetLinks);
    case TableId::BatchSteps:
        return addAll(view, dataset.steps);
    case TableId::Parameters:
        return addAll(view, dataset.parameters);
    case TableId::Results:
        return addAll(view, dataset.results);
    case TableId::Genealogy:
        return addAll(view, dataset.genealogy);
    case TableId::WorkOrders:
        return addAll(view, dataset.workOrders);
    case TableId::WorkOrderStatus:
        return addAll(view, dataset.workOrderStatus);
    case TableId::Installations:
        return addAll(view, dataset.installations);
    case TableId::Calibrations:
        return addAll(view, dataset.calibrations);
    case TableId::Cleanings:
        return addAll(view, dataset.cleanings);
    case TableId::Limits:
        return addAll(view, dataset.limits);
    case TableId::Meters:
        return addAll(view, dataset.meters);
    case TableId::Changes:
        return addAll(view, dataset.changes);
    case TableId::Tags:
        return addAll(view, dataset.tags);
    case TableId::Deviations:
        return addAll(view, dataset.deviations);
    case TableId::DeviationLinks:
        return addAll(view, dataset.deviationLinks);
    case TableId::Assets:
    case TableId::Batches:
    case TableId::Events:
    case TableId::Samples:
        return;
    }
}

} // namespace antecedent
