// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/source_tree.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <sstream>

namespace antecedent::lint {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 9> kTopLevel{
    ".ci", "app", "cmake", "importers", "installer", "model", "resources", "tests", "widgets"};

std::optional<FileKind> kindOf(const fs::path& path)
{
    const std::string extension = path.extension().string();
    if (extension == ".cpp")
        return FileKind::Cpp;
    if (extension == ".h")
        return FileKind::Header;
    if (extension == ".cmake" || path.filename() == "CMakeLists.txt")
        return FileKind::CMake;
    if (extension == ".sh" || extension == ".py" || path.parent_path().filename() == ".ci")
        return FileKind::Script;
    if (extension == ".md")
        return FileKind::Document;
    return std::nullopt;
}

void readFile(const fs::path& root, const fs::path& path, std::vector<SourceFile>& files)
{
    const std::optional<FileKind> kind = kindOf(path);
    if (!kind)
        return;
    SourceFile file{path.lexically_relative(root).generic_string(), *kind, {}};
    std::ifstream stream(path, std::ios::binary);
    for (std::string line; std::getline(stream, line);)
        file.lines.push_back(line);
    files.push_back(std::move(file));
}

} // namespace

std::string SourceFile::folder() const
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

std::string SourceFile::text() const
{
    std::string all;
    for (const std::string& line : lines)
        all += line + '\n';
    return all;
}

std::vector<SourceFile> readSourceTree(const fs::path& root)
{
    std::vector<SourceFile> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(root))
        if (entry.is_regular_file())
            readFile(root, entry.path(), files);
    for (const std::string_view top : kTopLevel) {
        if (!fs::exists(root / top))
            continue;
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / top))
            if (entry.is_regular_file())
                readFile(root, entry.path(), files);
    }
    std::sort(files.begin(), files.end(), [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    return files;
}

std::vector<Include> includesOf(const SourceFile& file)
{
    std::vector<Include> includes;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        const std::string& line = file.lines[i];
        if (!line.starts_with("#include"))
            continue;
        const std::size_t begin = line.find_first_of("<\"");
        const std::size_t end = begin == std::string::npos ? begin : line.find_first_of(">\"", begin + 1);
        if (end != std::string::npos)
            includes.push_back({i + 1, line.substr(begin + 1, end - begin - 1), line[begin] == '"'});
    }
    return includes;
}

std::vector<std::string> words(std::string_view text)
{
    std::istringstream stream{std::string(text)};
    std::vector<std::string> all;
    for (std::string word; stream >> word;)
        all.push_back(word);
    return all;
}

std::vector<LinkTarget> linkTargets(const std::vector<SourceFile>& files)
{
    std::vector<LinkTarget> targets;
    for (const SourceFile& file : files) {
        if (file.kind != FileKind::CMake || file.path.starts_with("cmake/"))
            continue;
        const std::string text = file.text();
        for (const std::string_view call : {"antecedent_library(", "antecedent_program(", "target_link_libraries("}) {
            for (std::size_t at = text.find(call); at != std::string::npos; at = text.find(call, at + 1)) {
                const std::size_t begin = at + call.size();
                const std::vector<std::string> arguments = words(text.substr(begin, text.find(')', begin) - begin));
                if (arguments.empty())
                    continue;
                LinkTarget target{arguments.front(), file.folder(), {}};
                for (std::size_t i = 1; i < arguments.size(); ++i)
                    if (arguments[i].starts_with("antecedent_") && arguments[i] != "antecedent_options")
                        target.links.push_back(arguments[i]);
                targets.push_back(std::move(target));
            }
        }
    }
    return targets;
}

} // namespace antecedent::lint
