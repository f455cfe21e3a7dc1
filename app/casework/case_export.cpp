// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casework/case_export.h"

#include "app/casework/files.h"

#include <filesystem>
#include <optional>

namespace antecedent::casework {

Result<CanonicalExport> exportTables(const CaseFile& file, const std::string& folder, const std::stop_token& stop)
{
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed)
        return Error{ErrorCode::FileUnwritable, folder, failed.message()};
    const auto pathOf = [&](const TableSpec& table) {
        return (std::filesystem::path(folder) / (std::string(table.name) + ".csv")).string();
    };
    for (const TableSpec& table : allTables())
        if (const std::string path = pathOf(table); std::filesystem::exists(path, failed))
            return Error{ErrorCode::FileExists, path, {}};
    std::optional<FileWriter> writer;
    std::optional<TableId> open;
    std::vector<std::string> written;
    const auto commit = [&]() -> Result<void> {
        Result<void> done = writer ? writer->commit() : Result<void>();
        if (writer && done)
            written.push_back(pathOf(tableSpec(*open)));
        return done;
    };
    const TableSink sink = [&](TableId table, std::string_view bytes) -> Result<void> {
        if (open != table) {
            if (Result<void> done = commit(); !done)
                return done;
            writer.emplace(pathOf(tableSpec(table)));
            open = table;
        }
        return writer->write(bytes);
    };
    Result<CanonicalExport> out = writeCanonicalTables(file, sink, stop);
    if (out)
        if (const Result<void> done = commit(); !done)
            out = done.error();
    if (!out)
        for (const std::string& path : written) // a part of the tables must not look like all of them
            std::filesystem::remove(path, failed);
    return out;
}

} // namespace antecedent::casework
