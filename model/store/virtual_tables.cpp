// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/virtual_tables.h"

#include "model/store/database.h"
#include "model/store/event_chunk.h"
#include "model/store/sample_chunk.h"
#include "model/store/time_form.h"

#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include <limits>
#include <memory>
#include <string>

namespace antecedent {

namespace {

constexpr int kFirstColumn = 2; // after source_id and row
constexpr int kTimeColumn = kFirstColumn; // time is the first column of both tables
constexpr int kTagColumn = kFirstColumn + 1; // of samples
constexpr int kHasLower = 1; // bits of idxNum
constexpr int kHasUpper = 2;
constexpr int kHasTag = 4;
constexpr std::int64_t kRowsPerChunk = 65'536; // rowid = chunk * kRowsPerChunk + position

struct Module
{
    const Database* database;
    TableId table;
};

struct Table : sqlite3_vtab
{
    Module module{};
};

struct Cursor : sqlite3_vtab_cursor
{
    Statement chunks;
    RecordBatch batch;
    std::int64_t chunk = 0;
    std::int64_t source = 0;
    std::size_t at = 0;
    bool atEnd = true;
};

int fail(Cursor& cursor, const Error& error)
{
    sqlite3_free(cursor.pVtab->zErrMsg);
    cursor.pVtab->zErrMsg = sqlite3_mprintf("%s", error.detail.c_str());
    return error.code == ErrorCode::InvestigationDamaged ? SQLITE_CORRUPT : SQLITE_ERROR;
}

// A chunk of samples as rows of the canonical table.
Result<RecordBatch> sampleRows(const Statement& row)
{
    SampleColumns columns;
    const auto kinds = std::make_shared<SampleKinds>();
    if (const Result<void> decoded = decodeSamples(row.blob(2), columns, *kinds); !decoded)
        return decoded.error();
    const auto tag = std::make_shared<std::string>(row.text(3));
    const TableSpec& spec = tableSpec(TableId::Samples);
    RecordBatch batch;
    batch.table = TableId::Samples;
    batch.rows = columns.size();
    batch.columns.resize(spec.columns.size());
    batch.buffers = {kinds, tag};
    const auto columnOf = [&](std::string_view name) -> BatchColumn& { return batch.columns[*spec.find(name)]; };
    columnOf("tag").texts.assign(batch.rows, *tag);
    for (std::size_t i = 0; i < batch.rows; ++i) {
        const SampleKind& kind = (*kinds)[columns.kinds[i]];
        columnOf("time").times.push_back(unpackTimeForm(columns.times[i], kind.form));
        columnOf("value").numbers.push_back(sampleValue(columns.mantissas[i], kind.scale));
        columnOf("quality").texts.push_back(kinds->texts.text(kind.quality));
        batch.sourceRows.push_back({columns.rows[i], 0, 0, 0});
    }
    for (std::size_t f = 0; f < kinds->furtherNames().size(); ++f) {
        std::vector<std::string_view> values(batch.rows);
        for (std::size_t i = 0; i < batch.rows; ++i)
            if (const SampleKind& kind = (*kinds)[columns.kinds[i]]; f < kind.further.size())
                values[i] = kinds->texts.text(kind.further[f]);
        batch.attributeNames.push_back(kinds->furtherNames()[f]);
        batch.attributes.push_back(std::move(values));
    }
    return batch;
}

int loadChunk(Cursor& cursor)
{
    const Module& module = static_cast<Table*>(cursor.pVtab)->module;
    const Result<bool> more = cursor.chunks.step();
    if (!more)
        return fail(cursor, more.error());
    cursor.atEnd = !*more;
    if (cursor.atEnd)
        return SQLITE_OK;
    cursor.chunk = cursor.chunks.integer(0);
    cursor.source = cursor.chunks.integer(1);
    Result<RecordBatch> batch = module.table == TableId::Events
        ? decodeEvents(cursor.chunks.blob(2), cursor.chunks.blob(3))
        : sampleRows(cursor.chunks);
    if (!batch)
        return fail(cursor, batch.error());
    cursor.batch = std::move(*batch);
    cursor.at = 0;
    return SQLITE_OK;
}

std::string declaration(TableId table)
{
    std::string sql = "CREATE TABLE x (source_id INTEGER, row INTEGER";
    for (const ColumnSpec& column : tableSpec(table).columns)
        sql += ", \"" + std::string(column.name) + (column.type == ColumnType::Time ? "\" INTEGER" : "\" TEXT");
    return sql + ", attributes TEXT)";
}

int connect(sqlite3* handle, void* data, int, const char* const*, sqlite3_vtab** out, char**)
{
    const auto* module = static_cast<const Module*>(data);
    const int status = sqlite3_declare_vtab(handle, declaration(module->table).c_str());
    if (status != SQLITE_OK)
        return status;
    auto table = std::make_unique<Table>();
    table->module = *module;
    *out = table.release();
    return SQLITE_OK;
}

int disconnect(sqlite3_vtab* table)
{
    const std::unique_ptr<Table> owned(static_cast<Table*>(table));
    return SQLITE_OK;
}

int bestIndex(sqlite3_vtab* table, sqlite3_index_info* info)
{
    const bool samples = static_cast<Table*>(table)->module.table == TableId::Samples;
    int argument = 0;
    const auto take = [&](int bit, int column, auto accepts) {
        for (int i = 0; i < info->nConstraint; ++i) {
            const auto& constraint = info->aConstraint[i];
            if (constraint.usable == 0 || constraint.iColumn != column || !accepts(constraint.op))
                continue;
            info->aConstraintUsage[i].argvIndex = ++argument;
            info->idxNum |= bit;
            return;
        }
    };
    take(kHasLower, kTimeColumn, [](int op) {
        return op == SQLITE_INDEX_CONSTRAINT_GE || op == SQLITE_INDEX_CONSTRAINT_GT || op == SQLITE_INDEX_CONSTRAINT_EQ;
    });
    take(kHasUpper, kTimeColumn,
        [](int op) { return op == SQLITE_INDEX_CONSTRAINT_LE || op == SQLITE_INDEX_CONSTRAINT_LT; });
    if (samples)
        take(kHasTag, kTagColumn, [](int op) { return op == SQLITE_INDEX_CONSTRAINT_EQ; });
    info->estimatedCost = (info->idxNum & kHasTag) != 0 ? 1e3 : (info->idxNum & kHasLower) != 0 ? 1e5 : 1e6;
    return SQLITE_OK;
}

int openCursor(sqlite3_vtab*, sqlite3_vtab_cursor** out)
{
    *out = std::make_unique<Cursor>().release();
    return SQLITE_OK;
}

int closeCursor(sqlite3_vtab_cursor* cursor)
{
    const std::unique_ptr<Cursor> owned(static_cast<Cursor*>(cursor));
    return SQLITE_OK;
}

// An equal time is given as lower bound; the chunks that begin later are left to SQLite's own check.
int filter(sqlite3_vtab_cursor* base, int bits, const char*, int, sqlite3_value** arguments)
{
    auto& cursor = *static_cast<Cursor*>(base);
    const Module& module = static_cast<Table*>(cursor.pVtab)->module;
    int next = 0;
    const auto bound = [&](int bit, std::int64_t otherwise) {
        if ((bits & bit) == 0)
            return otherwise;
        sqlite3_value* value = arguments[next++];
        return sqlite3_value_numeric_type(value) == SQLITE_INTEGER ? std::int64_t{sqlite3_value_int64(value)}
                                                                   : otherwise;
    };
    const std::int64_t lower = bound(kHasLower, std::numeric_limits<std::int64_t>::min());
    const std::int64_t upper = bound(kHasUpper, std::numeric_limits<std::int64_t>::max());
    std::string sql = module.table == TableId::Events
        ? "SELECT chunk_id, source_id, columns, details FROM event_chunks WHERE t_max >= ?1 AND t_min <= ?2"
        : "SELECT chunk_id, c.source_id, data, name FROM sample_chunks AS c JOIN sample_tags AS t USING (tag_id) WHERE "
          "t_max >= ?1 AND t_min <= ?2";
    if ((bits & kHasTag) != 0)
        sql += " AND name = ?3";
    Result<Statement> chunks = module.database->prepare(sql + " ORDER BY chunk_id");
    if (!chunks)
        return fail(cursor, chunks.error());
    cursor.chunks = std::move(*chunks);
    cursor.chunks.bind(1, lower);
    cursor.chunks.bind(2, upper);
    if ((bits & kHasTag) != 0)
        sqlite3_bind_value(cursor.chunks.handle(), 3, arguments[next]);
    return loadChunk(cursor);
}

int advance(sqlite3_vtab_cursor* base)
{
    auto& cursor = *static_cast<Cursor*>(base);
    return ++cursor.at < cursor.batch.rows ? SQLITE_OK : loadChunk(cursor);
}

int atEnd(sqlite3_vtab_cursor* base)
{
    return static_cast<Cursor*>(base)->atEnd ? 1 : 0;
}

void giveText(sqlite3_context* context, std::string_view text)
{
    if (text.empty())
        sqlite3_result_null(context);
    else
        sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void giveAttributes(sqlite3_context* context, const RecordBatch& batch, std::size_t row)
{
    nlohmann::json object;
    for (std::size_t i = 0; i < batch.attributeNames.size(); ++i)
        if (const std::string_view value = batch.attributes[i][row]; !value.empty())
            object[batch.attributeNames[i]] = value;
    giveText(context,
        object.empty() ? std::string() : object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

int column(sqlite3_vtab_cursor* base, sqlite3_context* context, int index)
{
    const auto& cursor = *static_cast<Cursor*>(base);
    const RecordBatch& batch = cursor.batch;
    const auto& columns = tableSpec(batch.table).columns;
    if (index == 0) {
        sqlite3_result_int64(context, cursor.source);
    } else if (index == 1) {
        sqlite3_result_int64(context, static_cast<sqlite3_int64>(batch.sourceRows[cursor.at].row));
    } else if (const auto c = static_cast<std::size_t>(index - kFirstColumn); c >= columns.size()) {
        giveAttributes(context, batch, cursor.at);
    } else if (const BatchColumn& values = batch.columns[c]; !values.texts.empty()) {
        giveText(context, values.texts[cursor.at]);
    } else if (!values.numbers.empty()) {
        giveText(context, formatDecimal(values.numbers[cursor.at]));
    } else if (!values.times.empty() && values.times[cursor.at].known()) {
        sqlite3_result_int64(context, values.times[cursor.at].utcUs);
    } else {
        sqlite3_result_null(context);
    }
    return SQLITE_OK;
}

int rowId(sqlite3_vtab_cursor* base, sqlite3_int64* out)
{
    const auto& cursor = *static_cast<Cursor*>(base);
    *out = cursor.chunk * kRowsPerChunk + static_cast<sqlite3_int64>(cursor.at);
    return SQLITE_OK;
}

sqlite3_module makeModule()
{
    sqlite3_module module{};
    module.xConnect = connect; // no xCreate: the tables are there without being created
    module.xBestIndex = bestIndex;
    module.xDisconnect = disconnect;
    module.xOpen = openCursor;
    module.xClose = closeCursor;
    module.xFilter = filter;
    module.xNext = advance;
    module.xEof = atEnd;
    module.xColumn = column;
    module.xRowid = rowId;
    return module;
}

void freeModule(void* data)
{
    const std::unique_ptr<Module> owned(static_cast<Module*>(data));
}

} // namespace

Result<void> registerVirtualTables(Database& database)
{
    static const sqlite3_module kModule = makeModule();
    for (const TableId table : {TableId::Events, TableId::Samples}) {
        auto data = std::make_unique<Module>(Module{&database, table});
        const std::string name(tableSpec(table).name);
        if (sqlite3_create_module_v2(database.handle(), name.c_str(), &kModule, data.release(), freeModule)
            != SQLITE_OK)
            return database.lastError();
    }
    return {};
}

} // namespace antecedent
