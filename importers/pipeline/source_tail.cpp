// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/pipeline/source_tail.h"

#include "model/base/text.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace antecedent::importers {

namespace {

constexpr std::size_t kTailBytes = std::size_t{16} * 1024;
constexpr std::size_t kLastLines = 20;

// The last bytes, from an even place on, so that none of UTF-16 is parted; empty if they can't be read.
std::string lastBytes(const std::string& path)
{
    const std::filesystem::path name(std::u8string(path.begin(), path.end()));
    std::error_code code;
    const std::uintmax_t size = std::filesystem::file_size(name, code);
    if (code)
        return {};
    const std::uintmax_t from = size > kTailBytes ? (size - kTailBytes) / 2 * 2 : 0;
    std::ifstream file(name, std::ios::binary);
    file.seekg(static_cast<std::streamoff>(from));
    std::string out(static_cast<std::size_t>(size - from), '\0');
    file.read(out.data(), static_cast<std::streamsize>(out.size()));
    out.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    return out;
}

// The filled cells of a line, without quotes around them.
std::vector<std::string> filledCells(std::string_view line, std::string_view delimiters)
{
    std::vector<std::string> out;
    for (std::size_t begin = 0; begin <= line.size();) {
        const std::size_t end = std::min(line.find_first_of(delimiters, begin), line.size());
        std::string_view cell = trimmed(line.substr(begin, end - begin));
        while (cell.starts_with('"'))
            cell.remove_prefix(1);
        while (cell.ends_with('"'))
            cell.remove_suffix(1);
        if (!trimmed(cell).empty())
            out.emplace_back(trimmed(cell));
        begin = end + 1;
    }
    return out;
}

} // namespace

ExportStatement statementBehind(const std::string& path, const SourceHead& head)
{
    const Format* format = findFormat(head.format);
    if (head.isWhole || !head.compression.empty() || !head.part.empty() || (format != nullptr && !format->isDelimited))
        return {};
    if (format == nullptr && head.columns.size() < Footers::kLeastColumns)
        return {};
    const std::string delimiters = format == nullptr ? std::string(1, head.dialect.dialect.delimiter) : ",;\t|";
    std::string text;
    Decoder(head.encoding.encoding).decode(lastBytes(path), true, text);
    std::vector<std::string_view> lines = split(text, '\n');
    const std::size_t skip = std::max<std::size_t>(1, lines.size() - std::min(lines.size(), kLastLines));
    ExportStatement out;
    for (std::size_t i = skip; i < lines.size(); ++i)
        isFooter(filledCells(lines[i], delimiters), out);
    return out;
}

} // namespace antecedent::importers
