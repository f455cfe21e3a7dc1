// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OCEL 2.0 in SQLite: event and object with a table per type, and their relations.
#include "importers/format/ocel/ocel_database.h"
#include "importers/format/ocel/ocel_reader.h"
#include "importers/text/encoding.h"

#include <algorithm>
#include <map>

namespace antecedent::importers {

namespace {

constexpr int kRowsAtOnce = 500;
constexpr std::size_t kMostStates = 100'000; // rows of one event or object

struct FreeValue
{
    void operator()(sqlite3_value* value) const { sqlite3_value_free(value); }
};

struct Type
{
    std::string name;
    std::unique_ptr<sqlite3_value, FreeValue> id; // as it is stored
    std::string table; // empty: there is none
    OcelColumns columns;
    std::uint64_t taken = 0; // rows of the table
};

// The columns of the rows of one type, by their places in the query.
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
        if (const Result<void> opened = m_database.open(spool); !opened)
            return opened;
        if (const Result<void> found = need("event", {"ocel_id", "ocel_type"}); !found)
            return found;
        if (const Result<void> found = need("object", {"ocel_id", "ocel_type"}); !found)
            return found;
        if (const Result<void> found = need("event_object", {"ocel_event_id", "ocel_object_id"}); !found)
            return found;
        if (const Result<void> read = readTypes("object_map_type", "object", m_objectTypes); !read)
            return read;
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
            const Result<bool> isRow = m_database.step(m_rows);
            if (isRow && *isRow)
                takeRow();
            else
                flush();
            if (!isRow)
                m_problem = isRow.error().detail;
            if (!m_problem.empty())
                return false;
            if (!*isRow)
                m_rows.reset();
        }
        return true;
    }
    std::string problem() const override { return m_problem; }

    std::vector<std::string> remarks() override
    {
        std::vector<std::string> out;
        const auto say = [&out](std::uint64_t count, const char* what) {
            if (count > 0)
                out.push_back(std::to_string(count) + what);
        };
        say(m_computed, " columns are computed by the database and were not read");
        say(m_unknownChanges,
            " changes of objects name an attribute that their table does not have; they were left out");
        say(m_moreRows, " rows of events that have an earlier one were left out");
        say(m_withoutId, " tables of types have no column ocel_id; they were not read");
        say(m_database.cutTexts(), " values have more than a megabyte and were cut there");
        if (!m_problem.empty())
            return out;
        for (const auto& [types, things] : {std::pair(&m_objectTypes, "object"), std::pair(&m_eventTypes, "event")})
            for (const Type& type : *types)
                if (!type.table.empty())
                    say(strayRows(type),
                        (" rows of the table " + type.table + " belong to no " + things
                            + " of its type; they were left out")
                            .c_str());
        say(rowsOf("event_object r LEFT JOIN event o ON o.ocel_id = r.ocel_event_id WHERE o.rowid IS NULL"),
            " relations belong to no event; they were left out");
        if (m_database.columnsOf("object_object").has("ocel_source_id"))
            say(rowsOf("object_object r LEFT JOIN object o ON o.ocel_id = r.ocel_source_id WHERE o.rowid IS NULL"),
                " relations between objects belong to no object; they were left out");
        return out;
    }

private:
    Result<void> need(const std::string& table, const std::vector<std::string>& columns)
    {
        const OcelColumns found = m_database.columnsOf(table);
        if (found.stored.empty())
            return Error{ErrorCode::CorruptInput, {},
                "the SQLite database has no table " + table + "; an OCEL 2.0 log needs it"};
        for (const std::string& column : columns)
            if (!found.has(column))
                return Error{ErrorCode::CorruptInput, {},
                    "the SQLite database: the table " + table + " has no stored column " + column};
        return {};
    }

    // The types that occur, each with its table, if there is one.
    Result<void> readTypes(const std::string& map, const std::string& things, std::vector<Type>& out)
    {
        const OcelColumns mapped = m_database.columnsOf(map);
        const bool hasMap = mapped.has("ocel_type") && mapped.has("ocel_type_map");
        const Result<StatementPtr> types = m_database.prepare("SELECT DISTINCT t.ocel_type"
            + std::string(hasMap ? ", m.ocel_type_map" : ", NULL") + " FROM " + quoted(things) + " t"
            + (hasMap ? " LEFT JOIN " + map + " m ON m.ocel_type = t.ocel_type" : "") + " ORDER BY 1, 2");
        if (!types)
            return types.error();
        for (;;) {
            const Result<bool> more = m_database.step(*types);
            if (!more)
                return more.error();
            if (!*more)
                return {};
            Type type;
            type.name = m_database.text(*types, 0);
            type.id.reset(sqlite3_value_dup(sqlite3_column_value(types->get(), 0)));
            type.table = things + '_' + m_database.text(*types, 1);
            type.columns = m_database.columnsOf(type.table);
            m_computed += type.columns.computed;
            m_withoutId += !type.columns.stored.empty() && !type.columns.has("ocel_id") ? 1U : 0U;
            if (!type.columns.has("ocel_id"))
                type.table.clear();
            out.push_back(std::move(type));
        }
    }

    Result<bool> nextType()
    {
        m_isEvents = m_next >= m_objectTypes.size();
        const std::size_t at = m_isEvents ? m_next - m_objectTypes.size() : m_next;
        std::vector<Type>& types = m_isEvents ? m_eventTypes : m_objectTypes;
        if (at >= types.size())
            return false;
        ++m_next;
        m_type = &types[at];
        m_columns = {};
        const std::string things = m_isEvents ? "event" : "object";
        std::string sql = "SELECT o.rowid, o.ocel_id" + std::string(m_type->table.empty() ? ", NULL" : ", t.rowid");
        int place = 3;
        for (const std::string& name : m_type->table.empty() ? std::vector<std::string>() : m_type->columns.stored) {
            if (name == "ocel_id")
                continue;
            sql += ", t." + quoted(name);
            if (name == "ocel_time")
                m_columns.time = place;
            else if (name == "ocel_changed_field")
                m_columns.changed = place;
            else
                m_columns.values.emplace_back(place, name);
            ++place;
        }
        sql += " FROM " + things + " o";
        if (!m_type->table.empty())
            sql += " LEFT JOIN " + quoted(m_type->table) + " t ON t.ocel_id = o.ocel_id";
        sql += " WHERE o.ocel_type IS ?1 ORDER BY o.rowid";
        if (!m_type->table.empty())
            sql += ", t.rowid";
        Result<StatementPtr> rows = m_database.prepare(sql);
        if (!rows)
            return rows.error();
        m_rows = std::move(*rows);
        (void)sqlite3_bind_value(m_rows.get(), 1, m_type->id.get());
        return openRelations(things);
    }

    Result<bool> openRelations(const std::string& things)
    {
        m_hasRelation = false;
        m_relations.reset();
        const std::string table = m_isEvents ? "event_object" : "object_object";
        const std::string from = m_isEvents ? "ocel_event_id" : "ocel_source_id";
        const std::string to = m_isEvents ? "ocel_object_id" : "ocel_target_id";
        const OcelColumns columns = m_database.columnsOf(table);
        if (!columns.has(from) || !columns.has(to))
            return true;
        Result<StatementPtr> relations = m_database.prepare("SELECT o.rowid, r." + to
            + (columns.has("ocel_qualifier") ? ", r.ocel_qualifier" : ", NULL") + " FROM " + things + " o JOIN " + table
            + " r ON r." + from + " = o.ocel_id WHERE o.ocel_type IS ?1 ORDER BY 1, 2, 3");
        if (!relations)
            return relations.error();
        m_relations = std::move(*relations);
        (void)sqlite3_bind_value(m_relations.get(), 1, m_type->id.get());
        nextRelation();
        return true;
    }

    void nextRelation()
    {
        const Result<bool> more = m_database.step(m_relations);
        m_hasRelation = more && *more;
        if (!more)
            m_problem = more.error().detail;
    }

    // A row of a type: an event, or one state of an object.
    void takeRow()
    {
        const std::int64_t thing = sqlite3_column_int64(m_rows.get(), 0);
        if (!m_isOpen || thing != m_thing) {
            flush();
            m_isOpen = true;
            m_thing = thing;
            m_id = m_database.text(m_rows, 1);
            m_states = 0;
            m_known.clear();
            takeRelations();
        }
        m_type->taken += sqlite3_column_type(m_rows.get(), 2) != SQLITE_NULL ? 1U : 0U;
        if (++m_states > kMostStates) {
            m_problem = "the SQLite database: the id " + shownText(m_id, 100) + " stands too often";
            return;
        }
        const std::string time = m_columns.time < 0 ? std::string() : m_database.text(m_rows, m_columns.time);
        const std::string changed = m_columns.changed < 0 ? std::string() : m_database.text(m_rows, m_columns.changed);
        if (m_isEvents)
            takeEvent(time);
        else if (changed.empty())
            takeState(m_states == 1 ? std::string() : time);
        else
            takeChange(time, changed);
    }

    void takeEvent(const std::string& time)
    {
        if (m_states > 1) {
            ++m_moreRows;
            return;
        }
        m_event.time = time;
        for (const auto& [column, name] : m_columns.values)
            if (std::string value = m_database.text(m_rows, column); !value.empty())
                m_event.values.push_back({name, {}, std::move(value)});
    }

    // All that is known of an object, from the beginning or from some time on: what differs from before is a change.
    void takeState(const std::string& time)
    {
        for (const auto& [column, name] : m_columns.values) {
            const std::string value = m_database.text(m_rows, column);
            if (value.empty() || m_known[name] == value)
                continue;
            m_known[name] = value;
            m_object.values.push_back({name, time, value});
        }
    }

    void takeChange(const std::string& time, const std::string& changed)
    {
        for (const auto& [column, name] : m_columns.values) {
            if (name != changed)
                continue;
            std::string value = m_database.text(m_rows, column);
            m_known[name] = value;
            m_object.values.push_back({name, time, std::move(value)});
            return;
        }
        ++m_unknownChanges;
    }

    // Both go up by the row of the event or object: ids have no order of their own that texts and numbers share.
    void takeRelations()
    {
        while (m_hasRelation) {
            const std::int64_t from = sqlite3_column_int64(m_relations.get(), 0);
            if (from > m_thing)
                return;
            if (from == m_thing)
                (m_isEvents ? m_event.relations : m_object.relations)
                    .push_back({m_database.text(m_relations, 1), m_database.text(m_relations, 2)});
            nextRelation();
        }
    }

    void flush()
    {
        if (!m_isOpen)
            return;
        m_isOpen = false;
        const std::string place = (m_isEvents ? "event " : "object ") + std::to_string(m_thing);
        if (m_isEvents) {
            m_event.id = m_id;
            m_event.type = m_type->name;
            m_event.place = place;
            m_sink.event(std::move(m_event));
            m_event = {};
        } else {
            m_object.id = m_id;
            m_object.type = m_type->name;
            m_object.place = place;
            m_sink.object(std::move(m_object));
            m_object = {};
        }
    }

    // Rows that no event or object of the type has taken.
    std::uint64_t strayRows(const Type& type)
    {
        const std::uint64_t all = rowsOf(quoted(type.table));
        return all - std::min(all, type.taken);
    }
    std::uint64_t rowsOf(const std::string& from)
    {
        std::uint64_t out = 0;
        const Result<StatementPtr> rows = m_database.prepare("SELECT 1 FROM " + from);
        if (rows)
            for (Result<bool> more = m_database.step(*rows); more && *more; more = m_database.step(*rows))
                ++out;
        return out;
    }

    OcelSink& m_sink;
    OcelDatabase m_database; // outlives the statements
    std::vector<Type> m_objectTypes;
    std::vector<Type> m_eventTypes;
    std::size_t m_next = 0;
    bool m_isEvents = false;
    Type* m_type = nullptr;
    TypeColumns m_columns;
    StatementPtr m_rows;
    StatementPtr m_relations;
    bool m_hasRelation = false;
    bool m_isOpen = false; // rows of m_thing were read
    std::int64_t m_thing = 0; // row of the event or object
    std::string m_id;
    OcelEvent m_event;
    OcelObject m_object;
    std::size_t m_states = 0; // rows of m_thing
    std::map<std::string, std::string> m_known; // its attributes
    std::uint64_t m_computed = 0;
    std::uint64_t m_unknownChanges = 0;
    std::uint64_t m_withoutId = 0;
    std::uint64_t m_moreRows = 0;
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
