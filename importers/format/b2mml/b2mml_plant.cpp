// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Orders and messages of maintenance, equipment and the assets in its place, operations events.
#include "importers/format/b2mml/b2mml_work_state.h"
#include "model/base/text.h"

namespace antecedent::importers {

namespace {

using Column = B2mmlColumn;

constexpr XmlFragment::Node kRoot = XmlFragment::root();
constexpr std::size_t kMaxMaintained = 50'000;

} // namespace

void B2mmlTable::takeJobOrder(std::uint64_t line)
{
    // Other orders are plans; what became of them stands in a response.
    if (!isMaintenance(anyOf(m_part, {"worktype", "operationstype"})))
        return;
    std::string_view asset = m_part.childText(kRoot, "equipmentrequirement", "equipmentid");
    const std::string_view item = m_part.childText(kRoot, "physicalassetrequirement", "physicalassetid");
    if (asset.empty())
        asset = item;
    if (asset.empty())
        asset = m_part.childText(kRoot, "hierarchyscope", "equipmentid");
    B2mmlRow& row = m_rows.add("work_order", elementAt(line, "JobOrder"));
    row[Column::WorkOrderId] = m_part.childText(kRoot, "id");
    row[Column::AssetId] = asset;
    row[Column::PhysicalAsset] = item;
    row[Column::Text] = m_part.childText(kRoot, "description");
    row[Column::Status] = anyOf(m_part, {"dispatchstatus", "command"});
    row[Column::Priority] = m_part.childText(kRoot, "priority");
    row[Column::Due] = m_part.childText(kRoot, "endtime");
    row[Column::Plan] = m_part.childText(kRoot, "workmasterid");
}

// The maintenance schema of V0401: a request, the order that it became and the response are one work order.
void B2mmlTable::takeMaintenance(std::string_view name, std::uint64_t line)
{
    const std::string_view id = m_part.childText(kRoot, "id");
    const std::string order(name == "maintenanceworkorder" ? id : anyOf(m_part, {"maintenanceworkorderid", "id"}));
    const std::string asset(m_part.childText(kRoot, "equipmentid"));
    B2mmlRow& row = m_rows.add("work_order", elementAt(line, name));
    row[Column::WorkOrderId] = order;
    row[Column::AssetId] = asset;
    if (const auto known = m_maintained.find(order); asset.empty() && known != m_maintained.end())
        row[Column::AssetId] = known->second;
    else if (!asset.empty() && m_maintained.size() < kMaxMaintained)
        m_maintained.try_emplace(order, asset);
    if (name == "maintenancerequest") {
        row[Column::Text] = m_part.childText(kRoot, "problem");
        row[Column::Reported] = m_part.childText(kRoot, "submissiondate");
        row[Column::Due] = m_part.childText(kRoot, "requestedcompletiondate");
        row[Column::Priority] = m_part.childText(kRoot, "requestedpriority");
        row[Column::Requestor] = m_part.childText(kRoot, "requestor");
    } else if (name == "maintenanceresponse") {
        row[Column::Time] = m_part.childText(kRoot, "actualstarttime");
        row[Column::End] = m_part.childText(kRoot, "actualfinishtime");
        row[Column::Cause] = m_part.childText(kRoot, "cause");
        row[Column::Correction] = m_part.childText(kRoot, "correction");
        row[Column::Actor] = m_part.childText(kRoot, "responsibleperson");
        row[Column::Status] = m_part.childText(kRoot, "status");
    }
}

void B2mmlTable::closeEquipment(const Frame& frame)
{
    std::string_view id = valueOf(frame.values, "id");
    if (id.empty() && !frame.hasChildren)
        id = trimmed(frame.text);
    if (id.empty())
        return;
    std::string_view parent;
    for (std::size_t i = m_depth - 1; i-- > 0 && parent.empty();)
        if (m_frames[i].name.starts_with("equipment"))
            parent = valueOf(m_frames[i].values, "id");
    // The information around the equipment has an id of its own.
    if (const Frame* info = around("equipmentinformation"); info != nullptr && parent == valueOf(info->values, "id"))
        parent = {};
    B2mmlRow& row = m_rows.add("asset", elementAt(frame.line, frame.name));
    row[Column::AssetId] = id;
    row[Column::ParentAsset] = parent;
    row[Column::AssetClass] = anyOf(frame.values, {"equipmentlevel", "equipmentelementlevel", "equipmentclassid"});
    row[Column::Text] = valueOf(frame.values, "description");
    row[Column::PhysicalAsset] = valueOf(frame.values, "physicalassetid");
}

void B2mmlTable::closePhysicalAsset(const Frame& frame)
{
    const std::string_view id = valueOf(frame.values, "id");
    if (id.empty())
        return;
    B2mmlRow& row = m_rows.add("asset", elementAt(frame.line, frame.name));
    row[Column::AssetId] = id;
    row[Column::Serial] = valueOf(frame.values, "fixedassetid");
    row[Column::AssetClass] = anyOf(frame.values, {"physicalassetclassid", "equipmentlevel"});
    row[Column::Text] = valueOf(frame.values, "description");
}

// Which physical asset stood in the place of an equipment, and from when to when.
void B2mmlTable::takeMapping(std::uint64_t line)
{
    std::string_view position = m_part.childText(kRoot, "equipmentid");
    std::string_view item = m_part.childText(kRoot, "physicalassetid");
    if (const Frame* equipment = around("equipment"); position.empty() && equipment != nullptr)
        position = valueOf(equipment->values, "id");
    if (const Frame* asset = around("physicalasset"); item.empty() && asset != nullptr)
        item = valueOf(asset->values, "id");
    B2mmlRow& row = m_rows.add("installation", elementAt(line, "EquipmentAssetMapping"));
    row[Column::AssetId] = position;
    row[Column::Serial] = item;
    row[Column::Time] = m_part.childText(kRoot, "starttime");
    row[Column::End] = m_part.childText(kRoot, "endtime");
}

void B2mmlTable::takeOperationsEvent(std::uint64_t line)
{
    const std::string_view type = m_part.childText(kRoot, "operationstype");
    const std::string_view kind = anyOf(m_part, {"category", "operationseventtype"});
    B2mmlRow& row =
        m_rows.add("event", elementAt(line, "OperationsEvent " + std::string(m_part.childText(kRoot, "id"))));
    row[Column::Time] = m_part.childText(kRoot, "effectivetimestamp");
    row[Column::Recorded] = m_part.childText(kRoot, "recordtimestamp");
    row[Column::Category] = type.empty() ? std::string("message") : toLowerAscii(type);
    row[Column::Code] = kind.empty() ? std::string("OPERATIONS_EVENT") : std::string(kind);
    row[Column::Severity] = m_part.childText(kRoot, "priority");
    row[Column::Text] = m_part.childText(kRoot, "description");
    row[Column::AssetId] = m_part.childText(kRoot, "hierarchyscope", "equipmentid");
}

} // namespace antecedent::importers
