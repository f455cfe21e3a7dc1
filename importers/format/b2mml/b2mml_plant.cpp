// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Equipment and the assets in its place, operations events.
#include "importers/format/b2mml/b2mml_work_state.h"
#include "model/base/text.h"

namespace antecedent::importers {

namespace {

using Column = B2mmlColumn;

constexpr XmlFragment::Node kRoot = XmlFragment::root();

} // namespace

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
