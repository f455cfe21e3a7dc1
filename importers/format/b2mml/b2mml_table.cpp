// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/b2mml/b2mml_table.h"

#include "importers/format/b2mml/b2mml_kind.h"
#include "importers/format/b2mml/b2mml_work_state.h"
#include "importers/text/cut_text.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace antecedent::importers {

namespace {

constexpr std::size_t kMaxValues = 200; // of one frame
constexpr std::size_t kMaxValue = 4096; // bytes

struct Part
{
    std::string_view name;
    std::string_view parent; // empty: any
};

// Elements that are kept as a tree.
constexpr std::array kParts{Part{"event", "events"}, Part{"comment", "comments"},
    Part{"personnelidentificationmanifest", ""}, Part{"personnelidentification", "personnelidentifications"},
    Part{"sample", "samples"}, Part{"timespecification", "dataset"}, Part{"tagspecification", "dataset"},
    Part{"ordereddata", "dataset"}, Part{"delimiteddatablock", "dataset"}, Part{"materialactual", ""},
    Part{"materialproducedactual", ""}, Part{"materialconsumedactual", ""}, Part{"consumableactual", ""},
    Part{"equipmentactual", ""}, Part{"physicalassetactual", ""}, Part{"personnelactual", ""},
    Part{"productiondata", ""}, Part{"segmentdata", ""}, Part{"jobresponsedata", ""}, Part{"joborder", ""},
    Part{"maintenancerequest", ""}, Part{"maintenanceworkorder", ""}, Part{"maintenanceresponse", ""},
    Part{"equipmentassetmapping", ""}, Part{"operationsevent", ""}, Part{"otherinformation", "runtimerecipeelement"},
    Part{"parameter", "batchlistentry"}, Part{"change", "changehistory"}, Part{"resourcequalificationsmanifest", ""}};

bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

B2mmlTable::B2mmlTable(ByteSource& bytes)
    : m_reader(bytes, *this)
{
}
B2mmlTable::~B2mmlTable() = default;

Result<bool> B2mmlTable::next(std::string& lines)
{
    const Result<bool> more = m_reader.more();
    if (m_error)
        return *m_error;
    if (!more)
        return more.error();
    if (!*more)
        finish();
    lines += m_rows.take();
    if (!*more && m_rows.count() == 0 && problem().empty())
        return Error{
            ErrorCode::NotData, {}, "no batch, step, event, maintenance or equipment stands in this B2MML document"};
    return *more;
}

// The document ends, as it may in the middle of a record: what is known of it is told.
void B2mmlTable::finish()
{
    settleOrders();
    while (!m_records.empty()) {
        const Frame* frame = around("batchproductionrecord");
        m_records.back()->close(frame == nullptr ? XmlValues() : frame->values);
        m_records.pop_back();
        if (frame != nullptr)
            m_depth = static_cast<std::size_t>(frame - m_frames.data());
    }
}

std::uint64_t B2mmlTable::line() const
{
    return std::strtoull(m_reader.place().c_str(), nullptr, 10);
}

void B2mmlTable::start(std::string_view root, const XmlAttributes& attributes)
{
    m_hasStarted = true;
    std::string space;
    std::string known;
    attributes.eachNamespace([&](std::string_view prefix, std::string_view value) {
        if (prefix.empty())
            space = value;
        const std::string lower = toLowerAscii(value);
        // The root may have a prefix.
        if (!prefix.empty() && known.empty()
            && (lower.find("b2mml") != std::string::npos || lower.find("batchml") != std::string::npos))
            known = value;
    });
    const std::optional<B2mmlKind> kind = b2mmlKindOf(root, known.empty() ? space : known);
    if (kind && !kind->isOfAVersion)
        m_remark = (kind->space.empty() ? "it has no namespace"
                                        : "its namespace " + kind->space + " is none of a version of B2MML")
            + "; it was read by the names of its elements";
    if (!kind)
        m_error = Error{ErrorCode::NotData, {}, "it is XML with the root " + std::string(root) + ", and no B2MML"};
    else if (!kind->refusal.empty())
        m_error = Error{ErrorCode::NotData, {}, kind->root + " is " + kind->refusal};
    if (m_error)
        m_reader.stop({});
}

B2mmlTable::Frame& B2mmlTable::push()
{
    if (m_depth == m_frames.size())
        m_frames.emplace_back();
    Frame& frame = m_frames[m_depth++];
    frame.text.clear();
    frame.hasChildren = false;
    frame.values.clear();
    return frame;
}

const B2mmlTable::Frame* B2mmlTable::around(std::string_view name) const
{
    for (std::size_t i = m_depth; i-- > 0;)
        if (m_frames[i].name == name)
            return &m_frames[i];
    return nullptr;
}

std::string_view B2mmlTable::valueAround(std::string_view name) const
{
    for (std::size_t i = m_depth; i-- > 0;)
        if (const std::string_view value = valueOf(m_frames[i].values, name); !value.empty())
            return value;
    return {};
}

bool B2mmlTable::isPart(std::string_view name) const
{
    const std::string_view parent = m_depth == 0 ? std::string_view{} : m_frames[m_depth - 1].name;
    return std::any_of(kParts.begin(), kParts.end(),
        [&](const Part& part) { return part.name == name && (part.parent.empty() || part.parent == parent); });
}

void B2mmlTable::startElement(std::string_view rawName, const XmlAttributes& attributes)
{
    if (!m_hasStarted)
        start(rawName, attributes);
    if (m_error)
        return;
    toLowerName(rawName, m_name);
    const std::string_view name = m_name;
    if (m_inPart) {
        m_part.open(name, attributes);
        return;
    }
    if (m_depth > 0)
        m_frames[m_depth - 1].hasChildren = true;
    if (isPart(name)) {
        m_part.clear();
        m_part.open(name, attributes);
        m_partName = name;
        m_partLine = line();
        m_inPart = true;
        return;
    }
    Frame& frame = push();
    frame.name = name;
    frame.line = line();
    openFrame(frame);
}

void B2mmlTable::text(std::string_view text)
{
    if (m_inPart) {
        m_part.text(text);
        return;
    }
    if (m_depth == 0)
        return;
    Frame& frame = m_frames[m_depth - 1];
    if (frame.hasChildren || frame.text.size() >= kMaxValue)
        return;
    const std::size_t room = kMaxValue - frame.text.size();
    frame.text += cutText(text, room);
    if (text.size() > room)
        frame.text.resize(kMaxValue, ' '); // nothing follows behind what was cut
}

void B2mmlTable::endElement(std::string_view /*name*/)
{
    if (m_inPart) {
        if (m_part.close())
            return;
        m_inPart = false;
        if (m_part.isTooLarge())
            m_rows.add("damaged", elementAt(m_partLine, m_partName))[B2mmlColumn::Text] =
                "the element is too large to be read";
        else
            takePart(m_partName, m_partLine);
        return;
    }
    if (m_depth == 0)
        return;
    Frame& frame = m_frames[m_depth - 1];
    if (!frame.hasChildren)
        takeStatement(frame);
    if (!frame.hasChildren && m_depth > 1) {
        XmlValues& values = m_frames[m_depth - 2].values;
        const std::string_view text = trimmed(frame.text);
        if (!text.empty() && values.size() < kMaxValues && valueOf(values, frame.name).empty())
            values.emplace_back(frame.name, text);
    }
    closeFrame(frame);
    --m_depth;
}

void B2mmlTable::takeStatement(const Frame& frame)
{
    constexpr std::size_t kOfDocument = 2; // depth of what stands right inside the root
    const bool isOfArea = frame.name == "creationdatetime" && around("applicationarea") != nullptr;
    if (isOfArea || (frame.name == "publisheddate" && m_depth == kOfDocument))
        addStatementRow({"exported", std::string(trimmed(frame.text))}, m_said);
    else if (frame.name == "logicalid" && around("applicationarea") != nullptr && around("sender") != nullptr)
        addStatementRow({"system", std::string(trimmed(frame.text))}, m_said);
}

void B2mmlTable::openFrame(Frame& frame)
{
    if (frame.name == "batchproductionrecord")
        m_records.push_back(std::make_unique<BatchRecord>(m_rows, frame.line));
    else if (frame.name == "dataset")
        m_dataSet = std::make_unique<DataSet>(m_rows);
    else if (isOneOf(frame.name, {"segmentresponse", "jobresponse", "segmentresponsechild"}))
        m_segments.emplace_back().line = frame.line;
}

void B2mmlTable::closeFrame(Frame& frame)
{
    if (frame.name == "header" && m_depth > 1) {
        // What the header says belongs to the record or recipe around it.
        XmlValues& values = m_frames[m_depth - 2].values;
        for (const auto& [name, text] : frame.values)
            if (values.size() < kMaxValues && valueOf(values, name).empty())
                values.emplace_back(name, text);
    } else if (frame.name == "batchproductionrecord") {
        m_records.back()->close(frame.values);
        m_records.pop_back();
    } else if (isOneOf(frame.name, {"controlrecipe", "executedcontrolrecipe"})) {
        if (record() != nullptr)
            record()->takeControlRecipe(frame.values);
    } else if (isOneOf(frame.name, {"recipeelement", "runtimerecipeelement"})) {
        if (record() != nullptr) {
            setHead(*record());
            record()->takeRecipeElement(frame.values, frame.line);
        }
    } else if (frame.name == "dataset") {
        m_dataSet.reset();
    } else if (isOneOf(frame.name, {"segmentresponse", "jobresponse", "segmentresponsechild"})) {
        closeSegment(frame);
        m_segments.pop_back();
    } else if (isOneOf(frame.name, {"productionresponse", "operationsresponse", "workresponse"})) {
        closeOrder(frame);
    } else if (frame.name == "batchlistentry") {
        closeListEntry(frame);
    } else if (isOneOf(frame.name, {"equipment", "equipmentchild", "equipmentelement"})) {
        closeEquipment(frame);
    } else if (frame.name == "physicalasset") {
        closePhysicalAsset(frame);
    }
}

// What is known so far of the record and of the recipe around.
void B2mmlTable::setHead(BatchRecord& batch) const
{
    batch.setHead(around("batchproductionrecord")->values);
    for (const char* name : {"controlrecipe", "executedcontrolrecipe"})
        if (const Frame* recipe = around(name))
            batch.setRecipeHead(recipe->values);
}

void B2mmlTable::takePart(std::string_view name, std::uint64_t line)
{
    BatchRecord* batch = record();
    if (batch != nullptr)
        setHead(*batch);
    if (m_dataSet) {
        if (const Frame* set = around("dataset"))
            m_dataSet->setStart(valueOf(set->values, "starttime"));
        if (name == "timespecification")
            m_dataSet->takeTimeSpecification(m_part);
        else if (name == "tagspecification")
            m_dataSet->takeTag(m_part, line);
        else if (name == "ordereddata")
            m_dataSet->takeOrder(m_part, line);
        else if (name == "delimiteddatablock")
            m_dataSet->takeBlock(m_part, line);
        return;
    }
    if (takeWorkPart(name, line) || batch == nullptr)
        return;
    if (name == "event")
        batch->takeEvent(m_part, line);
    else if (name == "otherinformation")
        batch->takeOtherInformation(m_part, valueOf(m_frames[m_depth - 1].values, "id"), line);
    else if (name == "comment")
        batch->takeComment(m_part, line);
    else if (name == "sample")
        batch->takeSample(m_part, line);
    else if (name == "change")
        batch->takeChange(m_part, line);
    else if (name == "resourcequalificationsmanifest")
        batch->takeQualification(m_part, line);
    else
        batch->takeSignature(m_part, line);
}

} // namespace antecedent::importers
