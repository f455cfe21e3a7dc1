// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs a command in the process of a test and keeps what it said. Tests that use it link antecedent_cli. Threads: main
// thread.

#include "app/cli/session.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <string>
#include <vector>

namespace antecedent::testing {

struct CliOutcome
{
    int status = -1;
    std::string out;
    std::string err;

    // Of --json; discarded if there is none.
    nlohmann::json document() const { return nlohmann::json::parse(out, nullptr, false); }
};

inline std::string closedContent(std::FILE* file)
{
    std::string text;
    std::rewind(file);
    for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file))
        text += static_cast<char>(c);
    std::fclose(file);
    return text;
}

inline CliOutcome runCli(const std::vector<std::string>& arguments)
{
    std::FILE* out = std::tmpfile();
    std::FILE* err = std::tmpfile();
    CliOutcome result;
    result.status = cli::run(arguments, out, err);
    result.out = closedContent(out);
    result.err = closedContent(err);
    return result;
}

// Without progress and messages.
inline CliOutcome runQuietly(std::vector<std::string> arguments)
{
    arguments.emplace_back("--quiet");
    return runCli(arguments);
}

} // namespace antecedent::testing
