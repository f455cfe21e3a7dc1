// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What every command of antecedent-cli shares: result on stdout, progress and messages on stderr, one JSON document on
// request, Ctrl-C as stop token, exit status. Nothing here knows a command. Threads: main thread; progress() may be
// called from any.

#include "app/casework/files.h"
#include "model/base/progress.h"
#include "model/base/result.h"

#include <nlohmann/json_fwd.hpp>

#include <chrono>
#include <cstdio>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace antecedent::cli {

using casework::FileWriter;
using casework::readFile;
using casework::writeFile;

enum ExitStatus : int {
    kDone = 0,
    kFailed = 1,
    kWrongUsage = 2,
    kVerificationFailed = 3,
    kRejectedRows = 4, // import --strict
    kInterrupted = 130,
};

class Session
{
public:
    Session(std::FILE* out, std::FILE* err);

    bool isJson = false;
    bool isQuiet = false;

    // Writes to stdout / stderr; a final line break is added.
    void print(std::string_view line);
    void message(std::string_view line); // nothing with --quiet
    void printJson(const nlohmann::json& document);
    // One line on stderr (nothing for a cancelled operation) and the exit status that belongs to the error.
    int fail(const Error& error);

    // A bar that redraws itself on a terminal, a line every two seconds otherwise, nothing with --quiet.
    ProgressFn progress();
    void endProgress();

    std::stop_token stopToken() const;
    // Ctrl-C and SIGTERM request the stop of this session (one session per process).
    void installSignalHandlers();

private:
    void drawProgress(const Progress& progress);

    std::FILE* m_out;
    std::FILE* m_err;
    bool m_isTerminal = false;
    bool m_barIsShown = false;
    std::mutex m_mutex;
    std::chrono::steady_clock::time_point m_lastDrawn{};
    std::stop_source m_stop;
    std::jthread m_watcher; // last: joins before the rest goes
};

// Runs the program with its arguments (argv[0] left out); what main() returns.
int run(const std::vector<std::string>& arguments, std::FILE* out, std::FILE* err);

} // namespace antecedent::cli
