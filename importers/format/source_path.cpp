// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/source_path.h"

#include "importers/format/format.h"
#include "importers/text/prefixed_source.h"

#include <filesystem>

namespace antecedent::importers {

namespace {

bool isFile(const std::string& path)
{
    std::error_code code;
    return std::filesystem::is_regular_file(std::filesystem::path(std::u8string(path.begin(), path.end())), code);
}

std::vector<std::string> partsOfFile(const std::string& file)
{
    const Result<std::unique_ptr<FileSource>> bytes = FileSource::open(file);
    if (!bytes)
        return {};
    GunzipSource unpacked(**bytes);
    Result<Head> head = readHead(unpacked, kHeadBytes);
    if (!head)
        return {};
    const auto format = recogniseFormat(head->bytes, file);
    if (!format || format->format->parts == nullptr)
        return {};
    PrefixedSource whole(std::move(head->bytes), unpacked);
    return format->format->parts(whole).value_or({});
}

} // namespace

SourcePath splitSourcePath(const std::string& path)
{
    if (isFile(path))
        return {path, {}};
    for (std::size_t hash = path.find('#'); hash != std::string::npos; hash = path.find('#', hash + 1))
        if (isFile(path.substr(0, hash)))
            return {path.substr(0, hash), path.substr(hash + 1)};
    return {path, {}};
}

std::vector<std::string> tablesOfFile(const std::string& file)
{
    const std::vector<std::string> parts = partsOfFile(file);
    if (parts.size() < 2)
        return {file};
    std::vector<std::string> out;
    for (const std::string& part : parts)
        out.push_back(file + '#' + part);
    return out;
}

Result<std::unique_ptr<ByteSource>> openSource(const SourcePath& path)
{
    Result<std::unique_ptr<FileSource>> file = FileSource::open(path.file);
    if (!file)
        return file.error();
    return std::unique_ptr<ByteSource>(std::move(*file));
}

} // namespace antecedent::importers
