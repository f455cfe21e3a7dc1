// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/ocel/ocel_format.h"

#include "importers/format/json/json_reader.h"
#include "importers/format/ocel/ocel_reader.h"
#include "importers/format/xml/xml_root.h"
#include "importers/text/encoding.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace antecedent::importers {

namespace {

constexpr std::size_t kMostKeys = 300;
constexpr std::size_t kMostObjects = 5'000'000;
constexpr std::string_view kSqlite = "SQLite format 3";

enum class ObjectKind : std::uint8_t { Asset, Batch, Other };

// By the name of a type, without blanks and marks.
ObjectKind kindOf(std::string_view type)
{
    static constexpr std::array<std::string_view, 32> kAssets{"asset", "physicalasset", "equipment", "equipmentunit",
        "unit", "machine", "resource", "workstation", "station", "workcenter", "workunit", "device", "instrument",
        "sensor", "vessel", "reactor", "tank", "pump", "line", "productionline", "robot", "forklift", "truck",
        "vehicle", "tool", "mold", "furnace", "dryer", "mixer", "press", "anlage", "maschine"};
    static constexpr std::array<std::string_view, 9> kBatches{
        "batch", "lot", "productionorder", "processorder", "productionbatch", "batchid", "charge", "case", "campaign"};
    std::string plain;
    for (const char c : type)
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            plain += static_cast<char>(c | 0x20);
    const auto isAmong = [&](const auto& names) {
        return std::any_of(names.begin(), names.end(),
            [&](std::string_view name) { return plain == name || plain == std::string(name) + 's'; });
    };
    return isAmong(kAssets) ? ObjectKind::Asset : isAmong(kBatches) ? ObjectKind::Batch : ObjectKind::Other;
}

// Attributes of events that have a column of their own, whatever else has one of that name.
constexpr std::array<std::string_view, 4> kEventColumns{"end", "category", "severity", "text"};
constexpr std::string_view kActivity = "activity"; // category of an event that states none

bool isEventColumn(std::string_view name)
{
    return std::find(kEventColumns.begin(), kEventColumns.end(), name) != kEventColumns.end();
}

// From the beginning, or a change later on.
bool isInitial(const OcelValue& value)
{
    return value.time.empty() || value.time.starts_with("1970-01-01") || value.time.starts_with("1969-12-31");
}

enum class OcelForm : std::uint8_t { Json, Xml, Sqlite };

Result<std::unique_ptr<OcelReader>> makeReader(OcelForm form, Spool& spool, OcelSink& sink)
{
    switch (form) {
    case OcelForm::Json:
        return readOcelJson(spool, sink);
    case OcelForm::Xml:
        return readOcelXml(spool, sink);
    case OcelForm::Sqlite:
        break;
    }
    return readOcelSqlite(spool, sink);
}

// What is to be known of the whole log before its rows are written.
class OcelIndex final : public OcelSink
{
public:
    void object(OcelObject object) override
    {
        ++counts[object.type];
        relations += object.relations.size();
        for (const OcelValue& value : object.values)
            addKey(value.name, false);
        isFull = isFull || types.size() >= kMostObjects;
        if (isFull)
            return;
        const auto known = m_typeIds.try_emplace(object.type, m_names.size());
        if (known.second)
            m_names.push_back(object.type);
        types.emplace(std::move(object.id), known.first->second);
    }
    void event(OcelEvent event) override
    {
        for (const OcelValue& value : event.values)
            addKey(value.name, true);
    }
    // Of an object by its id; empty: the log does not list it.
    std::string_view typeOf(const std::string& object) const
    {
        const auto found = types.find(object);
        return found == types.end() ? std::string_view() : std::string_view(m_names[found->second]);
    }

    std::map<std::string, std::size_t> types; // objects, by id
    std::map<std::string, std::uint64_t> counts; // objects by type
    std::set<std::string> keys;
    std::size_t moreKeys = 0;
    std::size_t relations = 0; // between objects
    bool isFull = false;

private:
    void addKey(const std::string& name, bool isOfEvent)
    {
        if (isOfEvent && isEventColumn(name))
            return;
        if (keys.size() < kMostKeys)
            keys.insert(name);
        else if (!keys.contains(name))
            ++moreKeys;
    }
    std::map<std::string, std::size_t> m_typeIds;
    std::vector<std::string> m_names;
};

class OcelTable final : public TableSource, private OcelSink
{
public:
    OcelTable(std::unique_ptr<Spool> spool, OcelIndex index)
        : m_spool(std::move(spool))
        , m_index(std::move(index))
    {
    }
    Result<void> open(OcelForm form)
    {
        Result<std::unique_ptr<OcelReader>> reader = makeReader(form, *m_spool, *this);
        if (!reader)
            return reader.error();
        m_reader = std::move(*reader);
        return {};
    }

private:
    Result<bool> more(CsvWriter& rows) override
    {
        m_out = &rows;
        if (!m_hasBegun)
            writeHeadings();
        const Result<bool> read = m_reader->more();
        m_out = nullptr;
        if (!read)
            return read.error();
        if (!*read)
            finish();
        return *read;
    }

    void writeHeadings()
    {
        m_hasBegun = true;
        for (const std::string_view name : {"record", "element", "type", "time", "asset", "batch", "object",
                 "attribute", "value", "event", "objects", "end", "category", "code", "severity", "text"})
            m_out->cell(name);
        for (const std::string& key : m_index.keys)
            m_out->cell(key);
        m_out->endRow();
    }

    void finish()
    {
        noteEnd(m_reader->problem(), m_reader->isCut());
        for (std::string& text : m_reader->remarks())
            note(DiagnosticCode::UnreadablePart, std::move(text));
        std::string others;
        std::uint64_t count = 0;
        for (const auto& [type, objects] : m_index.counts) {
            if (kindOf(type) != ObjectKind::Other)
                continue;
            others += (others.empty() ? "" : ", ") + type + ' ' + std::to_string(objects);
            count += objects;
        }
        constexpr std::size_t kLongest = 500;
        if (count > 0)
            note(DiagnosticCode::SourceRemark,
                std::to_string(count)
                    + " objects of types that are neither assets nor batches stand with their events only ("
                    + shownText(others, kLongest) + ")");
        if (m_index.relations > 0)
            note(DiagnosticCode::SourceRemark,
                std::to_string(m_index.relations) + " relations between objects stand with assets and batches only");
        if (m_index.moreKeys > 0)
            note(DiagnosticCode::UnreadablePart,
                "attributes beyond the first " + std::to_string(kMostKeys) + " by name have no column");
    }

    // Sorted, as no form of the log has an order of its own.
    std::string textOf(std::vector<OcelRelation>& relations) const
    {
        std::sort(relations.begin(), relations.end(), [](const OcelRelation& a, const OcelRelation& b) {
            return a.object != b.object ? a.object < b.object : a.qualifier < b.qualifier;
        });
        std::string out;
        for (const OcelRelation& relation : relations) {
            const std::string_view type = m_index.typeOf(relation.object);
            out += out.empty() ? "" : "; ";
            out.append(type).append(type.empty() ? "" : ":").append(relation.object);
            if (!relation.qualifier.empty())
                out += " (" + relation.qualifier + ')';
        }
        return out;
    }

    void event(OcelEvent event) override
    {
        const std::string objects = textOf(event.relations);
        std::string asset;
        std::string batch;
        for (const OcelRelation& relation : event.relations) {
            const ObjectKind kind = kindOf(m_index.typeOf(relation.object));
            if (kind == ObjectKind::Asset && asset.empty())
                asset = relation.object;
            else if (kind == ObjectKind::Batch && batch.empty())
                batch = relation.object;
        }
        for (const std::string_view text : std::initializer_list<std::string_view>{
                 "event", event.place, event.type, event.time, asset, batch, {}, {}, {}, event.id, objects})
            m_out->cell(text);
        writeEventColumns(event);
        writeValues(event.values, false);
    }

    // The type without the category before it is the code, as exports of this program name types; takes the values that
    // have a column.
    void writeEventColumns(OcelEvent& event)
    {
        std::map<std::string_view, std::string> own;
        for (OcelValue& value : event.values)
            if (isEventColumn(value.name))
                own.try_emplace(
                    *std::find(kEventColumns.begin(), kEventColumns.end(), value.name), std::move(value.value));
        std::erase_if(event.values, [](const OcelValue& value) { return isEventColumn(value.name); });
        std::string& category = own["category"];
        if (category.empty())
            category = kActivity;
        std::string_view code = event.type;
        if (code.starts_with(category + ':'))
            code.remove_prefix(category.size() + 1);
        for (const std::string_view text :
            std::initializer_list<std::string_view>{own["end"], category, code, own["severity"], own["text"]})
            m_out->cell(text);
    }

    void object(OcelObject object) override
    {
        const ObjectKind kind = kindOf(object.type);
        const std::string asset = kind == ObjectKind::Asset ? object.id : std::string();
        const std::string batch = kind == ObjectKind::Batch ? object.id : std::string();
        if (kind != ObjectKind::Other) {
            const std::string objects = textOf(object.relations);
            for (const std::string_view text :
                std::initializer_list<std::string_view>{asset.empty() ? "batch" : "asset", object.place, object.type,
                    {}, asset, batch, object.id, {}, {}, {}, objects, {}, {}, {}, {}, {}})
                m_out->cell(text);
            writeValues(object.values, true);
        }
        for (const OcelValue& value : object.values) {
            if (isInitial(value))
                continue;
            for (const std::string_view text :
                std::initializer_list<std::string_view>{"change", object.place, object.type, value.time, asset, batch,
                    object.id, value.name, value.value, {}, {}, {}, {}, {}, {}, {}})
                m_out->cell(text);
            writeValues({}, false);
        }
    }

    void writeValues(const std::vector<OcelValue>& values, bool isObject)
    {
        std::map<std::string_view, std::string_view> byName;
        for (const OcelValue& value : values)
            if (!isObject || isInitial(value))
                byName.try_emplace(value.name, value.value);
        for (const std::string& key : m_index.keys) {
            const auto found = byName.find(key);
            m_out->cell(found == byName.end() ? std::string_view() : found->second);
        }
        m_out->endRow();
    }

    std::unique_ptr<Spool> m_spool;
    OcelIndex m_index;
    std::unique_ptr<OcelReader> m_reader;
    CsvWriter* m_out = nullptr;
    bool m_hasBegun = false;
};

std::optional<FormatMatch> matchOcel(std::string_view head, std::string_view /*name*/)
{
    if (head.starts_with(kSqlite)) {
        const bool isLog = head.find("event_map_type") != std::string_view::npos
            || (head.find("event_object") != std::string_view::npos && head.find("ocel_id") != std::string_view::npos);
        return isLog ? std::optional(FormatMatch{100, phrase("a database with the tables of OCEL 2.0")}) : std::nullopt;
    }
    const std::vector<std::string> keys = jsonKeys(head);
    const auto has = [](const std::vector<std::string>& names, std::string_view name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    if (has(keys, "ocel:global-log") || has(keys, "ocel:events") || has(keys, "ocel:objects"))
        return FormatMatch{100, phrase("the keys of OCEL 1.0")};
    if (has(keys, "objectTypes") || has(keys, "eventTypes"))
        return FormatMatch{95, phrase("the keys of OCEL 2.0")};
    // A writer may put the types behind events and objects, beyond what is seen here.
    const bool hasRelations = head.find("\"relationships\"") != std::string_view::npos
        && head.find("\"objectId\"") != std::string_view::npos && head.find("\"qualifier\"") != std::string_view::npos;
    if ((has(keys, "events") || has(keys, "objects")) && hasRelations)
        return FormatMatch{80, phrase("the keys of OCEL 2.0")};
    const std::optional<XmlRoot> root = xmlRoot(head);
    if (!root || root->name != "log")
        return std::nullopt;
    if (has(root->children, "object-types") || has(root->children, "event-types"))
        return FormatMatch{100, phrase("the elements of OCEL 2.0")};
    const bool isOld = has(root->children, "global") || head.find("\"omap\"") != std::string_view::npos;
    if (isOld && (has(root->children, "events") || has(root->children, "objects")))
        return FormatMatch{95, phrase("the elements of OCEL 1.0")};
    return std::nullopt;
}

Result<OcelForm> formOf(Spool& spool)
{
    std::string head(256, '\0');
    const Result<std::size_t> count = spool.readAt(0, std::span<char>(head.data(), head.size()));
    if (!count)
        return count.error();
    head.resize(*count);
    return head.starts_with(kSqlite) ? OcelForm::Sqlite : looksLikeJsonObject(head) ? OcelForm::Json : OcelForm::Xml;
}

Result<std::unique_ptr<TableSource>> openOcel(ByteSource& bytes, std::string_view /*part*/, const TextHints& /*hints*/)
{
    Result<std::unique_ptr<Spool>> spool = Spool::read(bytes);
    if (!spool)
        return spool.error();
    const Result<OcelForm> form = formOf(**spool);
    if (!form)
        return form.error();
    OcelIndex index;
    const Result<std::unique_ptr<OcelReader>> first = makeReader(*form, **spool, index);
    if (!first)
        return first.error();
    for (;;) {
        const Result<bool> more = (*first)->more();
        if (!more)
            return more.error();
        if (index.isFull)
            return Error{ErrorCode::TooLarge, {}, "the log has more than 5 million objects"};
        if (!*more)
            break;
    }
    auto out = std::make_unique<OcelTable>(std::move(*spool), std::move(index));
    if (const Result<void> opened = out->open(*form); !opened)
        return opened.error();
    return std::unique_ptr<TableSource>(std::move(out));
}

} // namespace

Format ocelFormat()
{
    Format out;
    out.id = "ocel";
    out.title = "OCEL event logs (JSON, XML, SQLite)";
    out.beside = "-wal";
    out.isOrdered = false;
    out.match = &matchOcel;
    out.open = &openOcel;
    return out;
}

} // namespace antecedent::importers
