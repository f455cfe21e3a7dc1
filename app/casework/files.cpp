// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casework/files.h"

#include <filesystem>
#include <sstream>
#include <system_error>

namespace antecedent::casework {

FileWriter::FileWriter(std::string path)
    : m_path(std::move(path))
    , m_partial(m_path + ".part")
    , m_file(std::filesystem::path(m_partial), std::ios::binary | std::ios::trunc)
{
}

FileWriter::~FileWriter()
{
    if (m_isCommitted)
        return;
    m_file.close();
    std::error_code ignored;
    std::filesystem::remove(m_partial, ignored);
}

Result<void> FileWriter::write(std::string_view bytes)
{
    m_file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!m_file)
        return Error{ErrorCode::FileUnwritable, m_path, {}};
    return {};
}

Result<void> FileWriter::commit()
{
    m_file.close();
    if (!m_file)
        return Error{ErrorCode::FileUnwritable, m_path, {}};
    std::error_code failed;
    std::filesystem::rename(m_partial, m_path, failed);
    if (failed)
        return Error{ErrorCode::FileUnwritable, m_path, failed.message()};
    m_isCommitted = true;
    return {};
}

Result<void> writeFile(const std::string& path, std::string_view bytes)
{
    FileWriter file(path);
    if (Result<void> written = file.write(bytes); !written)
        return written;
    return file.commit();
}

Result<std::string> readFile(const std::string& path)
{
    std::error_code failed;
    if (!std::filesystem::exists(path, failed))
        return Error{ErrorCode::FileNotFound, path, {}};
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    if (!file)
        return Error{ErrorCode::FileUnreadable, path, {}};
    return std::move(content).str();
}

} // namespace antecedent::casework
