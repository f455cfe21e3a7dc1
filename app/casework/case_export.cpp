// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casework/case_export.h"

#include "app/casework/files.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace antecedent::casework {

namespace {

// Makes a folder with those that it is in, and takes back what it made unless it is kept. What is not empty stays.
class MadeFolder
{
public:
    explicit MadeFolder(const std::filesystem::path& folder)
    {
        std::error_code ignored;
        std::filesystem::path each = folder;
        for (; each.has_relative_path() && !std::filesystem::exists(each, ignored); each = each.parent_path())
            m_made.push_back(each);
        std::filesystem::create_directories(folder, m_failed);
    }
    ~MadeFolder()
    {
        std::error_code ignored;
        if (!m_isKept)
            for (const std::filesystem::path& each : m_made) // the innermost first
                std::filesystem::remove(each, ignored);
    }
    MadeFolder(const MadeFolder&) = delete;
    MadeFolder& operator=(const MadeFolder&) = delete;

    const std::error_code& failed() const { return m_failed; }
    void keep() { m_isKept = true; }

private:
    std::vector<std::filesystem::path> m_made;
    std::error_code m_failed;
    bool m_isKept = false;
};

} // namespace

Result<CanonicalExport> exportTables(const CaseFile& file, const std::string& folder, const std::stop_token& stop)
{
    MadeFolder made{std::filesystem::path(folder)}; // outlives the writer, whose file is in it
    if (made.failed())
        return Error{ErrorCode::FileUnwritable, folder, made.failed().message()};
    std::error_code failed;
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
    if (out)
        made.keep();
    else
        for (const std::string& path : written) // a part of the tables must not look like all of them
            std::filesystem::remove(path, failed);
    return out;
}

} // namespace antecedent::casework
