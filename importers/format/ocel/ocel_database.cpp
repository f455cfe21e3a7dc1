// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/ocel/ocel_database.h"

#include "importers/format/ocel/ocel_reader.h"
#include "importers/text/cut_text.h"
#include "importers/text/encoding.h"

#include <algorithm>

namespace antecedent::importers {

namespace {

constexpr std::size_t kLongestValue = std::size_t{1} << 20U;
// Steps of SQLite's machine, and bytes of values that it takes from pages. Joins of a sound log take a few for each
// byte; ids that stand often multiply without end.
constexpr int kStepsAtOnce = 100'000;
constexpr std::uint64_t kFreeSteps = 20'000'000;
constexpr std::uint64_t kStepsPerByte = 50;
constexpr std::uint64_t kBytesPerStep = 8;

// `context`: the view or trigger that asks.
int authorize(
    void* /*data*/, int action, const char* what, const char* /*detail*/, const char* /*database*/, const char* context)
{
    if (context != nullptr)
        return SQLITE_DENY;
    if (action == SQLITE_SELECT || action == SQLITE_READ)
        return SQLITE_OK;
    return action == SQLITE_PRAGMA && std::string_view(what) == "table_xinfo" ? SQLITE_OK : SQLITE_DENY;
}

// A database in WAL mode is read without the files that SQLite would look for beside it.
std::string immutableUri(const std::string& path)
{
    std::string out = path.find(':') == 1 ? "file:///" : "file:";
    for (const char c : path) {
        if (c == '%' || c == '?' || c == '#')
            out += c == '%' ? "%25" : c == '?' ? "%3f" : "%23";
        else
            out += c == '\\' ? '/' : c;
    }
    return out + "?immutable=1";
}

} // namespace

bool OcelColumns::has(std::string_view name) const
{
    return std::find(stored.begin(), stored.end(), name) != stored.end();
}

std::string quoted(const std::string& name)
{
    std::string out = "\"";
    for (const char c : name)
        out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}

Result<void> OcelDatabase::open(Spool& spool)
{
    sqlite3* opened = nullptr;
    const bool isFile = !spool.path().empty();
    const int status = sqlite3_open_v2(isFile ? immutableUri(spool.path()).c_str() : ":memory:", &opened,
        isFile ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI : SQLITE_OPEN_READWRITE, nullptr);
    m_database.reset(opened);
    if (status != SQLITE_OK)
        return damaged();
    if (!isFile) {
        m_image = spool.memory();
        // Where the header says by which versions it may be written and read, 2 is WAL mode, which memory has not.
        constexpr std::size_t kModes = 18;
        for (std::size_t i = kModes; i < kModes + 2 && i < m_image.size(); ++i)
            m_image[i] = m_image[i] == 2 ? '\1' : m_image[i];
        auto* bytes = reinterpret_cast<unsigned char*>(m_image.data());
        const auto size = static_cast<sqlite3_int64>(m_image.size());
        if (sqlite3_deserialize(opened, "main", bytes, size, size, SQLITE_DESERIALIZE_READONLY) != SQLITE_OK)
            return damaged();
    }
    (void)sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    (void)sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    (void)sqlite3_db_config(opened, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    (void)sqlite3_db_config(opened, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    (void)sqlite3_drop_modules(opened, nullptr);
    (void)sqlite3_limit(opened, SQLITE_LIMIT_LENGTH, 64 << 20U);
    (void)sqlite3_limit(opened, SQLITE_LIMIT_SQL_LENGTH, 1 << 20U);
    (void)sqlite3_limit(opened, SQLITE_LIMIT_EXPR_DEPTH, 100);
    (void)sqlite3_limit(opened, SQLITE_LIMIT_ATTACHED, 0);
    (void)sqlite3_exec(opened, "PRAGMA cell_size_check = ON", nullptr, nullptr, nullptr);
    m_steps = kFreeSteps + kStepsPerByte * spool.size();
    sqlite3_progress_handler(opened, kStepsAtOnce, &OcelDatabase::countSteps, this);
    (void)sqlite3_set_authorizer(opened, &authorize, nullptr);
    const Result<StatementPtr> schema = prepare("SELECT rootpage FROM sqlite_master");
    if (!schema)
        return schema.error();
    const Result<bool> read = step(*schema);
    return read ? Result<void>() : Result<void>(read.error());
}

int OcelDatabase::countSteps(void* self)
{
    std::uint64_t& left = static_cast<OcelDatabase*>(self)->m_steps;
    left -= std::min<std::uint64_t>(left, kStepsAtOnce);
    return left == 0 ? 1 : 0;
}

// What SQLite says may quote the source, whatever its bytes.
Error OcelDatabase::damaged() const
{
    constexpr std::size_t kLongestMessage = 300;
    return Error{ErrorCode::CorruptInput, {},
        m_steps == 0 && m_database != nullptr && sqlite3_errcode(m_database.get()) == SQLITE_INTERRUPT
            ? "the SQLite database: its rows multiply; an id stands too often"
            : "the SQLite database: " + shownText(sqlite3_errmsg(m_database.get()), kLongestMessage)};
}

Result<StatementPtr> OcelDatabase::prepare(const std::string& sql)
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(m_database.get(), sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
        return damaged();
    return StatementPtr(statement);
}

Result<bool> OcelDatabase::step(const StatementPtr& rows)
{
    const int status = sqlite3_step(rows.get());
    if (status != SQLITE_ROW && status != SQLITE_DONE)
        return damaged();
    return status == SQLITE_ROW;
}

OcelColumns OcelDatabase::columnsOf(const std::string& table)
{
    OcelColumns out;
    // Says no for a view, without looking into it.
    if (sqlite3_table_column_metadata(
            m_database.get(), "main", table.c_str(), nullptr, nullptr, nullptr, nullptr, nullptr, nullptr)
        != SQLITE_OK)
        return out;
    const Result<StatementPtr> columns = prepare("PRAGMA main.table_xinfo(" + quoted(table) + ")");
    if (!columns)
        return out;
    constexpr int kName = 1;
    constexpr int kHidden = 6; // 0: ordinary; 3: computed, and stored
    for (Result<bool> more = step(*columns); more && *more; more = step(*columns)) {
        const int hidden = sqlite3_column_int(columns->get(), kHidden);
        if (hidden == 0 || hidden == 3)
            out.stored.push_back(text(*columns, kName));
        else
            ++out.computed;
    }
    return out;
}

std::string OcelDatabase::text(const StatementPtr& row, int column)
{
    const int type = sqlite3_column_type(row.get(), column);
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(row.get(), column));
    if (type == SQLITE_NULL || bytes == nullptr)
        return {};
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row.get(), column));
    m_steps -= std::min<std::uint64_t>(m_steps, size / kBytesPerStep);
    m_cutTexts += size > kLongestValue ? 1U : 0U;
    const std::string out(cutText(std::string_view(bytes, size), kLongestValue));
    return type == SQLITE_FLOAT ? jsonNumber(out) : out;
}

} // namespace antecedent::importers
