// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The seam between what an event log holds (event_log.cpp) and how a format writes it. Inside model/export only.
// Threads: a writer belongs to one thread.

#include "model/export/event_log.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace antecedent {

struct LogEvent
{
    std::string activity; // class of the event
    std::string begin; // ISO 8601 UTC
    std::string end; // empty: an instant, or no end known
    std::optional<double> offsetS; // from the anchor, negative before; aligned logs only
    double uncertaintyS = 0; // of the onset, or of onset and anchor together
    std::string asset;
    std::string batch;
    std::string category;
    std::string severity;
    std::string text;
    std::string source; // file name
    std::uint64_t row = 0;
    std::string record; // record id, hexadecimal
};

struct LogTrace
{
    std::string name;
    std::string kind; // case, control, batch, asset, other
    std::string failure; // aligned logs only, as the next two
    std::string anchor;
    std::optional<double> coverage;
    std::string asset;
    std::string batch;
    std::vector<LogEvent> events; // ascending by onset
};

class LogWriter
{
public:
    virtual ~LogWriter() = default;
    virtual void begin(std::string& out, const std::string& title, const std::string& contentHash) = 0;
    virtual void add(std::string& out, const LogTrace& trace) = 0;
    virtual Result<void> finish(std::string& out) = 0; // error TooLarge: the log can't be made
};

std::unique_ptr<LogWriter> makeCsvLog();
std::unique_ptr<LogWriter> makeXesLog();
std::unique_ptr<LogWriter> makeOcelJsonLog();
std::unique_ptr<LogWriter> makeOcelSqliteLog();

// A number with up to six decimals, without trailing zeros.
std::string printSeconds(double seconds);

} // namespace antecedent
