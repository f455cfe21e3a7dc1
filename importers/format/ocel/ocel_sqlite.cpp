// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OCEL 2.0 in SQLite: event and object with a table per type, and their relations. Only tables are read, never a view,
// and the schema of the file is not trusted.
#include "importers/format/ocel/ocel_reader.h"

#include <sqlite3.h>

#include <algorithm>

namespace antecedent::importers {

namespace {

constexpr int kRowsAtOnce = 500;
constexpr int kLongestValue = 1 << 20U;
constexpr std::size_t kMostStates = 100'000; // rows of one event or object
// Steps of SQLite's machine. Joins of a sound log take a few for each byte; ids that stand often multiply without end.
constexpr int kStepsAtOnce = 100'000;
constexpr std::uint64_t kFreeSteps = 20'000'000;
constexpr std::uint64_t kStepsPerByte = 50;

struct CloseDatabase
{
    void operator()(sqlite3* database) const { (void)sqlite3_close(database); }
};
struct CloseStatement
{
    void operator()(sqlite3_stmt* statement) const { (void)sqlite3_finalize(statement); }
};
using DatabasePtr = std::unique_ptr<sqlite3, CloseDatabase>;
using StatementPtr = std::unique_ptr<sqlite3_stmt, CloseStatement>;

Error damaged(sqlite3* database)
{
    return Error{ErrorCode::CorruptInput, {}, "the SQLite database: " + std::string(sqlite3_errmsg(database))};
}

std::string quoted(const std::string& name)
{
    std::string out = "\"";
    for (const char c : name)
        out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}

std::string textOf(sqlite3_stmt* row, int column)
{
    if (sqlite3_column_type(row, column) == SQLITE_NULL)
        return {};
    const bool isFloat = sqlite3_column_type(row, column) == SQLITE_FLOAT;
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
    if (text == nullptr)
        return {};
    const std::string out(text, static_cast<std::size_t>(std::min(sqlite3_column_bytes(row, column), kLongestValue)));
    return isFloat ? plainNumber(out) : out;
}

// The columns of a table of one type, by their places behind the id.
struct TypeColumns
{
    int time = -1;
    int changed = -1;
    std::vector<std::pair<int, std::string>> values;
};

class SqliteLog final : public OcelReader
{
public:
    explicit SqliteLog(OcelSink& sink)
        : m_sink(sink)
    {
    }

    Result<void> open(Spool& spool)
    {
        sqlite3* opened = nullptr;
        const std::string name = spool.path().empty() ? std::string(":memory:") : spool.path();
        const int status = sqlite3_open_v2(
            name.c_str(), &opened, spool.path().empty() ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY, nullptr);
        m_database.reset(opened);
        if (status != SQLITE_OK)
            return damaged(opened);
        if (spool.path().empty()) {
            m_image = spool.memory();
            auto* bytes = reinterpret_cast<unsigned char*>(m_image.data());
            const auto size = static_cast<sqlite3_int64>(m_image.size());
            if (sqlite3_deserialize(opened, "main", bytes, size, size, SQLITE_DESERIALIZE_READONLY) != SQLITE_OK)
                return damaged(opened);
        }
        (void)sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        (void)sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        (void)sqlite3_limit(opened, SQLITE_LIMIT_LENGTH, 64 << 20U);
        m_steps = kFreeSteps + kStepsPerByte * spool.size();
        sqlite3_progress_handler(opened, kStepsAtOnce, &SqliteLog::countSteps, this);
        (void)sqlite3_exec(opened, "PRAGMA cell_size_check = ON", nullptr, nullptr, nullptr);
        for (const char* table : {"event", "object", "event_object"})
            if (!isTable(table))
                return Error{ErrorCode::CorruptInput, {},
                    "the SQLite database has no table " + std::string(table) + "; an OCEL 2.0 log needs it"};
        if (const Result<void> read = readTypes("object_map_type", "object", m_objectTypes); !read)
            return read.error();
        return readTypes("event_map_type", "event", m_eventTypes);
    }

    Result<bool> more() override
    {
        for (int i = 0; i < kRowsAtOnce; ++i) {
            if (!m_rows) {
                const Result<bool> next = nextType();
                if (!next || !*next)
                    return next;
            }
            const int status = sqlite3_step(m_rows.get());
            if (status == SQLITE_ROW) {
                takeRow();
                if (m_problem.empty())
                    continue;
                return false;
            }
            flush();
            const std::string problem = status == SQLITE_DONE ? std::string() : problemOf();
            m_rows.reset();
            m_relations.reset();
            m_problem = problem;
            if (!problem.empty())
                return false;
        }
        return true;
    }
    std::string problem() const override { return m_problem; }

private:
    struct Type
    {
        std::string name;
        std::string table;
    };

    static int countSteps(void* log)
    {
        auto& self = *static_cast<SqliteLog*>(log);
        self.m_steps -= std::min<std::uint64_t>(self.m_steps, kStepsAtOnce);
        return self.m_steps == 0 ? 1 : 0;
    }
    std::string problemOf() const
    {
        return m_steps == 0 ? "the SQLite database: its rows multiply; an id stands too often"
                            : damaged(m_database.get()).detail;
    }

    Result<StatementPtr> prepare(const std::string& sql)
    {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(m_database.get(), sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
            return damaged(m_database.get());
        return StatementPtr(statement);
    }

    bool isTable(const std::string& name)
    {
        const Result<StatementPtr> find = prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?1 "
                                                  "COLLATE NOCASE AND sql NOT LIKE 'CREATE VIRTUAL%'");
        if (!find)
            return false;
        sqlite3_bind_text(find->get(), 1, name.c_str(), -1, SQLITE_STATIC);
        return sqlite3_step(find->get()) == SQLITE_ROW;
    }

    // The types that occur, each with its table, if there is one.
    Result<void> readTypes(const std::string& map, const std::string& things, std::vector<Type>& out)
    {
        const bool hasMap = isTable(map);
        const Result<StatementPtr> types = prepare("SELECT DISTINCT t.ocel_type"
            + std::string(hasMap ? ", m.ocel_type_map" : ", NULL") + " FROM " + quoted(things) + " t"
            + (hasMap ? " LEFT JOIN " + map + " m ON m.ocel_type = t.ocel_type" : "") + " ORDER BY 1");
        if (!types)
            return types.error();
        int status = SQLITE_ROW;
        while ((status = sqlite3_step(types->get())) == SQLITE_ROW) {
            Type type{textOf(types->get(), 0), things + '_' + textOf(types->get(), 1)};
            if (!isTable(type.table))
                type.table.clear();
            out.push_back(std::move(type));
        }
        return status == SQLITE_DONE ? Result<void>() : Result<void>(Error{ErrorCode::CorruptInput, {}, problemOf()});
    }

    Result<bool> nextType()
    {
        m_isEvents = m_next >= m_objectTypes.size();
        const std::size_t at = m_isEvents ? m_next - m_objectTypes.size() : m_next;
        const std::vector<Type>& types = m_isEvents ? m_eventTypes : m_objectTypes;
        if (at >= types.size())
            return false;
        ++m_next;
        m_type = types[at];
        const std::string things = m_isEvents ? "event" : "object";
        const std::string joined =
            m_type.table.empty() ? std::string() : " LEFT JOIN " + quoted(m_type.table) + " t ON t.ocel_id = o.ocel_id";
        Result<StatementPtr> rows =
            prepare("SELECT o.ocel_id, o.rowid" + std::string(joined.empty() ? "" : ", t.*") + " FROM " + things + " o"
                + joined + " WHERE o.ocel_type = ?1 ORDER BY o.ocel_id" + (joined.empty() ? "" : ", t.rowid"));
        if (!rows)
            return rows.error();
        m_rows = std::move(*rows);
        sqlite3_bind_text(m_rows.get(), 1, m_type.name.c_str(), -1, SQLITE_STATIC);
        readColumns();
        return openRelations(things);
    }

    void readColumns()
    {
        m_columns = {};
        for (int i = 2; i < sqlite3_column_count(m_rows.get()); ++i) {
            const std::string name = sqlite3_column_name(m_rows.get(), i);
            if (name == "ocel_time")
                m_columns.time = i;
            else if (name == "ocel_changed_field")
                m_columns.changed = i;
            else if (name != "ocel_id")
                m_columns.values.emplace_back(i, name);
        }
    }

    Result<bool> openRelations(const std::string& things)
    {
        m_hasRelation = false;
        const std::string table = m_isEvents ? "event_object" : "object_object";
        if (!isTable(table))
            return true;
        const std::string from = m_isEvents ? "ocel_event_id" : "ocel_source_id";
        const std::string to = m_isEvents ? "ocel_object_id" : "ocel_target_id";
        Result<StatementPtr> relations = prepare("SELECT r." + from + ", r." + to + ", r.ocel_qualifier FROM " + things
            + " o JOIN " + table + " r ON r." + from + " = o.ocel_id WHERE o.ocel_type = ?1 ORDER BY 1, 2, 3");
        if (!relations)
            return relations.error();
        m_relations = std::move(*relations);
        sqlite3_bind_text(m_relations.get(), 1, m_type.name.c_str(), -1, SQLITE_STATIC);
        m_hasRelation = sqlite3_step(m_relations.get()) == SQLITE_ROW;
        return true;
    }

    // A row of a type: an event, or one state of an object.
    void takeRow()
    {
        sqlite3_stmt* row = m_rows.get();
        const std::string id = textOf(row, 0);
        if (!m_isOpen || id != m_id) {
            flush();
            m_isOpen = true;
            m_id = id;
            m_states = 0;
            m_place = (m_isEvents ? "event " : "object ") + textOf(row, 1);
            takeRelations();
        }
        if (++m_states > kMostStates) {
            m_problem = "the SQLite database: the id " + m_id.substr(0, 100) + " stands too often";
            return;
        }
        const std::string time = m_columns.time < 0 ? std::string() : textOf(row, m_columns.time);
        if (m_isEvents)
            m_event.time = time;
        const std::string changed = m_columns.changed < 0 ? std::string() : textOf(row, m_columns.changed);
        for (const auto& [column, name] : m_columns.values) {
            if (!changed.empty() && changed != name)
                continue;
            const std::string value = textOf(row, column);
            if (value.empty() && changed.empty())
                continue;
            if (m_isEvents)
                m_event.values.push_back({name, {}, value});
            else
                m_object.values.push_back({name, changed.empty() ? std::string() : time, value});
        }
    }

    // Both go up by the id.
    void takeRelations()
    {
        while (m_hasRelation) {
            const std::string from = textOf(m_relations.get(), 0);
            if (from > m_id)
                return;
            if (from == m_id)
                (m_isEvents ? m_event.relations : m_object.relations)
                    .push_back({textOf(m_relations.get(), 1), textOf(m_relations.get(), 2)});
            m_hasRelation = sqlite3_step(m_relations.get()) == SQLITE_ROW;
        }
    }

    void flush()
    {
        if (!m_isOpen)
            return;
        m_isOpen = false;
        if (m_isEvents) {
            m_event.id = m_id;
            m_event.type = m_type.name;
            m_event.place = m_place;
            m_sink.event(std::move(m_event));
            m_event = {};
        } else {
            m_object.id = m_id;
            m_object.type = m_type.name;
            m_object.place = m_place;
            m_sink.object(std::move(m_object));
            m_object = {};
        }
    }

    OcelSink& m_sink;
    std::string m_image; // outlives the database
    DatabasePtr m_database;
    std::vector<Type> m_objectTypes;
    std::vector<Type> m_eventTypes;
    std::size_t m_next = 0;
    bool m_isEvents = false;
    Type m_type;
    TypeColumns m_columns;
    StatementPtr m_rows;
    StatementPtr m_relations;
    bool m_hasRelation = false;
    bool m_isOpen = false; // rows of m_id were read
    std::string m_id;
    std::string m_place;
    OcelEvent m_event;
    OcelObject m_object;
    std::size_t m_states = 0; // rows of m_id
    std::uint64_t m_steps = 0; // left
    std::string m_problem;
};

} // namespace

Result<std::unique_ptr<OcelReader>> readOcelSqlite(Spool& spool, OcelSink& sink)
{
    auto out = std::make_unique<SqliteLog>(sink);
    if (const Result<void> opened = out->open(spool); !opened)
        return opened.error();
    return std::unique_ptr<OcelReader>(std::move(out));
}

} // namespace antecedent::importers
