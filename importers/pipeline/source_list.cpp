// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/source_path.h"
#include "importers/pipeline/import_sources.h"

#include <algorithm>
#include <filesystem>

namespace antecedent::importers {

namespace {

namespace fs = std::filesystem;

std::string utf8(const fs::path& path)
{
    const std::u8string text = path.generic_u8string();
    return {text.begin(), text.end()};
}

} // namespace

Result<std::vector<std::string>> listSources(const std::string& path)
{
    const fs::path root(std::u8string(path.begin(), path.end()));
    std::error_code code;
    std::vector<std::string> out;
    if (!splitSourcePath(path).part.empty()) {
        out.push_back(path);
        return out;
    }
    if (!fs::exists(root, code))
        return Error{ErrorCode::FileNotFound, path, {}};
    if (!fs::is_directory(root, code))
        return tablesOfFile(path);
    fs::recursive_directory_iterator entry(root, fs::directory_options::skip_permission_denied, code);
    if (code)
        return Error{ErrorCode::FileUnreadable, path, {}};
    for (const fs::recursive_directory_iterator end; entry != end; entry.increment(code)) {
        if (code)
            return Error{ErrorCode::FileUnreadable, path, {}};
        if (entry->path().filename().u8string().starts_with(u8'.')) {
            if (entry->is_directory(code))
                entry.disable_recursion_pending();
            continue;
        }
        if (entry->is_regular_file(code))
            out.push_back(utf8(entry->path()));
    }
    std::sort(out.begin(), out.end());
    std::vector<std::string> tables;
    for (const std::string& file : out)
        for (std::string& table : tablesOfFile(file))
            tables.push_back(std::move(table));
    return tables;
}

} // namespace antecedent::importers
