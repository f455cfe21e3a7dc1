// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/csv_guard.h"
#include "model/base/text.h"
#include "model/export/log_writer.h"

namespace antecedent {

namespace {

// Names with a colon are those that process-mining tools know: case, activity, start, completion, resource.
constexpr std::string_view kHeader =
    "case:concept:name,case:kind,case:failure,case:anchor,concept:name,start_timestamp,time:timestamp,"
    "lifecycle:transition,org:resource,offset_s,uncertainty_s,batch,category,severity,text,source,row,record\r\n";

class CsvLog : public LogWriter
{
public:
    void begin(std::string& out, const std::string& /*title*/, const std::string& /*contentHash*/) override
    {
        out += kHeader;
    }

    void add(std::string& out, const LogTrace& trace) override
    {
        for (const LogEvent& event : trace.events) {
            const std::string offset = event.offsetS ? printSeconds(*event.offsetS) : std::string();
            const std::string uncertainty = printSeconds(event.uncertaintyS);
            const std::string row = event.row == 0 ? std::string() : std::to_string(event.row);
            bool isFirst = true;
            for (const std::string_view field : std::initializer_list<std::string_view>{trace.name, trace.kind,
                     trace.failure, trace.anchor, event.activity, event.begin,
                     event.end.empty() ? event.begin : event.end, "complete", event.asset, offset, uncertainty,
                     event.batch, event.category, event.severity, event.text, event.source, row, event.record}) {
                if (!isFirst)
                    out += ',';
                isFirst = false;
                appendCsvField(out, guardedCell(field));
            }
            out += "\r\n";
        }
    }

    Result<void> finish(std::string& /*out*/) override { return {}; }
};

} // namespace

std::unique_ptr<LogWriter> makeCsvLog()
{
    return std::make_unique<CsvLog>();
}

} // namespace antecedent
