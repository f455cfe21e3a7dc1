// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The project's own text files, read once, for tests about the tree itself. Build folders and bundled data are left
// out. Threads: plain values.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::lint {

enum class FileKind { Cpp, Header, CMake, Script, Document };

struct SourceFile
{
    std::string path; // from the project folder, with '/'
    FileKind kind = FileKind::Cpp;
    std::vector<std::string> lines;

    std::string folder() const;
    std::string text() const;
};

struct Include
{
    std::size_t line = 0; // from 1
    std::string header;
    bool isQuoted = false;
};

struct LinkTarget
{
    std::string name;
    std::string folder;
    std::vector<std::string> links;
};

// Ascending by path.
std::vector<SourceFile> readSourceTree(const std::filesystem::path& root);
std::vector<Include> includesOf(const SourceFile& file);
// Targets of antecedent_library() and antecedent_program() of all CMakeLists.txt, with the project's targets that they
// link.
std::vector<LinkTarget> linkTargets(const std::vector<SourceFile>& files);
std::vector<std::string> words(std::string_view text);

} // namespace antecedent::lint
