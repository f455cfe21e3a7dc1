// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OCEL 2.0 as an SQLite database. It is made in memory and handed over as a whole: this form alone has no bound.
#include "model/export/ocel_log.h"

#include <sqlite3.h>

#include <set>

namespace antecedent {

namespace {

struct CloseDatabase
{
    void operator()(sqlite3* database) const { (void)sqlite3_close_v2(database); }
};
struct CloseStatement
{
    void operator()(sqlite3_stmt* statement) const { (void)sqlite3_finalize(statement); }
};
using DatabasePtr = std::unique_ptr<sqlite3, CloseDatabase>;
using StatementPtr = std::unique_ptr<sqlite3_stmt, CloseStatement>;

constexpr const char* kTables = R"(
CREATE TABLE event_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT);
CREATE TABLE object_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT);
CREATE TABLE event (ocel_id TEXT PRIMARY KEY, ocel_type TEXT REFERENCES event_map_type (ocel_type));
CREATE TABLE object (ocel_id TEXT PRIMARY KEY, ocel_type TEXT REFERENCES object_map_type (ocel_type));
CREATE TABLE event_object (ocel_event_id TEXT REFERENCES event (ocel_id), ocel_object_id TEXT REFERENCES object (ocel_id),
  ocel_qualifier TEXT, PRIMARY KEY (ocel_event_id, ocel_object_id, ocel_qualifier));
CREATE TABLE object_object (ocel_source_id TEXT REFERENCES object (ocel_id), ocel_target_id TEXT REFERENCES object (ocel_id),
  ocel_qualifier TEXT, PRIMARY KEY (ocel_source_id, ocel_target_id, ocel_qualifier));
)";
constexpr const char* kInitial = "1970-01-01 00:00:00+00:00";

// `2026-03-01T10:00:00.25Z` as these databases have it.
std::string timeText(const std::string& iso)
{
    if (iso.empty() || iso.back() != 'Z')
        return iso;
    std::string out = iso.substr(0, iso.size() - 1) + "+00:00";
    if (const std::size_t mark = out.find('T'); mark != std::string::npos)
        out[mark] = ' ';
    return out;
}

const char* columnType(std::string_view type)
{
    return type == "time" ? "TIMESTAMP" : type == "float" ? "REAL" : type == "integer" ? "INTEGER" : "TEXT";
}

template <class Attributes> std::string columnsOf(const Attributes& attributes)
{
    std::string out;
    for (const OcelAttribute& attribute : attributes)
        out += std::string(", ") + attribute.name + ' ' + columnType(attribute.type);
    return out;
}

class OcelSqliteLog : public LogWriter
{
public:
    void begin(std::string& /*out*/, const std::string& /*title*/, const std::string& /*contentHash*/) override
    {
        sqlite3* opened = nullptr;
        m_isSound = sqlite3_open(":memory:", &opened) == SQLITE_OK;
        m_database.reset(opened);
        run(kTables);
        run("BEGIN");
        m_link = prepare("INSERT OR IGNORE INTO event_object VALUES (?, ?, ?)");
        m_event = prepare("INSERT INTO event VALUES (?, ?)");
    }

    void add(std::string& /*out*/, const LogTrace& trace) override
    {
        m_objects.open(trace);
        for (const LogEvent& event : trace.events) {
            const std::string id = "e" + std::to_string(++m_count);
            insert(m_event.get(), {id, event.activity});
            std::vector<std::string> row{id, timeText(event.begin)};
            const std::vector<std::string> values = ocelValues(event);
            for (std::size_t i = 0; i < values.size(); ++i)
                row.push_back(
                    std::string_view(kOcelEventAttributes[i].type) == "time" ? timeText(values[i]) : values[i]);
            insert(typeTable(event.activity), row);
            for (const OcelLink& link : m_objects.linksOf(event))
                insert(m_link.get(), {id, link.object, link.qualifier});
        }
    }

    Result<void> finish(std::string& out) override
    {
        const StatementPtr object = prepare("INSERT INTO object VALUES (?, ?)");
        const StatementPtr map = prepare("INSERT INTO object_map_type VALUES (?, ?)");
        const std::string base =
            " (ocel_id TEXT REFERENCES object (ocel_id), ocel_time TIMESTAMP, ocel_changed_field TEXT";
        std::map<std::string_view, StatementPtr> tables;
        for (const char* type : {kOcelAsset, kOcelBatch, kOcelWindow}) {
            const bool isWindow = std::string_view(type) == kOcelWindow;
            insert(map.get(), {type, type});
            run(("CREATE TABLE object_" + std::string(type) + base + (isWindow ? columnsOf(kOcelWindowAttributes) : "")
                + ")")
                    .c_str());
            tables[type] = prepare(
                "INSERT INTO object_" + std::string(type) + " VALUES (?, ?, NULL" + (isWindow ? ", ?, ?, ?, ?)" : ")"));
        }
        const StatementPtr relation = prepare("INSERT INTO object_object VALUES (?, ?, ?)");
        for (const auto& [id, entry] : m_objects.all()) {
            insert(object.get(), {id, entry.type});
            for (const OcelLink& link : entry.links)
                insert(relation.get(), {id, link.object, link.qualifier});
            std::vector<std::string> row{id, kInitial};
            for (std::size_t i = 0; i < entry.values.size(); ++i)
                row.push_back(std::string_view(kOcelWindowAttributes[i].type) == "time" ? timeText(entry.values[i])
                                                                                        : entry.values[i]);
            insert(tables[entry.type].get(), row);
        }
        run("COMMIT");
        sqlite3_int64 size = 0;
        unsigned char* bytes = m_isSound ? sqlite3_serialize(m_database.get(), "main", &size, 0) : nullptr;
        if (bytes == nullptr)
            return Error{ErrorCode::TooLarge, {},
                "the database of the log could not be made in memory; export fewer events, or as ocel-json"};
        out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
        sqlite3_free(bytes);
        return {};
    }

private:
    void run(const char* sql)
    {
        m_isSound = m_isSound && sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    }
    StatementPtr prepare(const std::string& sql)
    {
        sqlite3_stmt* statement = nullptr;
        m_isSound =
            m_isSound && sqlite3_prepare_v2(m_database.get(), sql.c_str(), -1, &statement, nullptr) == SQLITE_OK;
        return StatementPtr(statement);
    }
    // An empty text is NULL.
    void insert(sqlite3_stmt* statement, const std::vector<std::string>& values)
    {
        if (!m_isSound)
            return;
        (void)sqlite3_reset(statement);
        (void)sqlite3_clear_bindings(statement);
        for (std::size_t i = 0; i < values.size(); ++i)
            if (!values[i].empty())
                (void)sqlite3_bind_text(statement, static_cast<int>(i + 1), values[i].data(),
                    static_cast<int>(values[i].size()), SQLITE_STATIC);
        m_isSound = sqlite3_step(statement) == SQLITE_DONE;
        (void)sqlite3_reset(statement);
    }
    // The table of an event type, made at its first event: letters and digits of its name, and a number where two types
    // would share it.
    sqlite3_stmt* typeTable(const std::string& type)
    {
        const auto found = m_tables.find(type);
        if (found != m_tables.end())
            return found->second.get();
        std::string name;
        for (const char c : type)
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_')
                name += c;
        std::string lower;
        for (int number = 1;; ++number) {
            const std::string unique = number == 1 && !name.empty() ? name : name + '_' + std::to_string(number);
            lower = unique;
            for (char& c : lower)
                c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
            if (m_names.insert(lower).second) {
                name = unique;
                break;
            }
        }
        insert(prepare("INSERT INTO event_map_type VALUES (?, ?)").get(), {type, name});
        run(("CREATE TABLE \"event_" + name
            + "\" (ocel_id TEXT PRIMARY KEY REFERENCES event (ocel_id), ocel_time TIMESTAMP"
            + columnsOf(kOcelEventAttributes) + ")")
                .c_str());
        std::string places = "?, ?";
        for (std::size_t i = 0; i < kOcelEventAttributes.size(); ++i)
            places += ", ?";
        StatementPtr statement = prepare("INSERT INTO \"event_" + name + "\" VALUES (" + places + ")");
        return (m_tables[type] = std::move(statement)).get();
    }

    DatabasePtr m_database; // closed last
    StatementPtr m_link;
    StatementPtr m_event;
    std::map<std::string, StatementPtr> m_tables; // by event type
    std::set<std::string> m_names; // of their tables, in lower case: SQLite does not tell case apart
    OcelObjects m_objects;
    std::uint64_t m_count = 0;
    bool m_isSound = false;
};

} // namespace

std::unique_ptr<LogWriter> makeOcelSqliteLog()
{
    return std::make_unique<OcelSqliteLog>();
}

} // namespace antecedent
