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

// A line with one value or two; empty otherwise. The empty cells behind it, and quotes around it, are left out.
std::string fewValues(std::string_view line, std::string_view delimiters)
{
    std::size_t values = 0;
    std::size_t begin = 0;
    while (begin <= line.size()) {
        const std::size_t end = std::min(line.find_first_of(delimiters, begin), line.size());
        values += trimmed(line.substr(begin, end - begin)).empty() ? 0U : 1U;
        begin = end + 1;
    }
    if (values == 0 || values > 2)
        return {};
    const std::size_t first = line.find_first_not_of(" ,;\t|\"\r");
    const std::size_t last = line.find_last_not_of(" ,;\t|\"\r");
    return first == std::string_view::npos ? std::string() : std::string(line.substr(first, last - first + 1));
}

} // namespace

ExportStatement statementBehind(const std::string& path, const SourceHead& head)
{
    const Format* format = findFormat(head.format);
    if (head.isWhole || !head.compression.empty() || !head.part.empty() || (format != nullptr && !format->isDelimited))
        return {};
    constexpr std::size_t kLeastColumns = 3; // of fewer, two values are a row
    if (format == nullptr && head.columns.size() < kLeastColumns)
        return {};
    const std::string delimiters = format == nullptr ? std::string(1, head.dialect.dialect.delimiter) : ",;\t|";
    std::string text;
    Decoder(head.encoding.encoding).decode(lastBytes(path), true, text);
    std::vector<std::string_view> lines = split(text, '\n');
    const std::size_t skip = std::max<std::size_t>(1, lines.size() - std::min(lines.size(), kLastLines));
    ExportStatement out;
    for (std::size_t i = skip; i < lines.size(); ++i)
        if (const std::string line = fewValues(lines[i], delimiters); !line.empty())
            isFooter({line}, out);
    return out;
}

} // namespace antecedent::importers
