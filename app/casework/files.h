// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writing and reading whole files on disk. Errors: FileUnwritable, FileNotFound, FileUnreadable. Threads: one per file.

#include "model/base/result.h"

#include <fstream>
#include <string>
#include <string_view>

namespace antecedent::casework {

// Writes a file beside its place first and renames it at commit(), so that a kill leaves the old file or the new one.
// Without commit() the destructor removes what was written.
class FileWriter
{
public:
    explicit FileWriter(std::string path);
    ~FileWriter();
    FileWriter(const FileWriter&) = delete;
    FileWriter& operator=(const FileWriter&) = delete;

    Result<void> write(std::string_view bytes);
    Result<void> commit();

private:
    std::string m_path;
    std::string m_partial;
    std::ofstream m_file;
    bool m_isCommitted = false;
};

// The same in one call.
Result<void> writeFile(const std::string& path, std::string_view bytes);
Result<std::string> readFile(const std::string& path);

} // namespace antecedent::casework
