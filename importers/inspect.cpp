// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/inspect.h"

#include "importers/mapping/mapper.h"
#include "importers/profile/profile_writer.h"
#include "importers/text/number_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace antecedent::importers {

namespace {

constexpr std::size_t kExamples = 3;

CellType typeOf(const std::string& cell, char decimalMark)
{
    Decimal number;
    if (readNumber(cell, decimalMark, number) == NumberStatus::Ok)
        return CellType::Number;
    IsoTime time;
    for (const DateOrder order : {DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd}) {
        const TimeText kind = parseTimeText(cell, order, TimeForm::Calendar, time);
        if (kind == TimeText::Ok || kind == TimeText::EmptyWord)
            return CellType::Time;
    }
    return CellType::Text;
}

ColumnView viewColumn(const SourceHead& head, std::size_t column)
{
    ColumnView out;
    out.name = head.columns[column];
    for (const auto& row : head.rows) {
        if (column >= row.size() || row[column].empty())
            continue;
        const CellType type = typeOf(row[column], head.dialect.dialect.decimalMark);
        out.type = out.filled == 0 || out.type == type ? type : CellType::Text;
        ++out.filled;
        const bool known = std::find(out.examples.begin(), out.examples.end(), row[column]) != out.examples.end();
        if (!known && out.examples.size() < kExamples)
            out.examples.push_back(row[column]);
    }
    return out;
}

// Collects from a reading of the head which local times have no zone.
class ZoneQuestion final : public RecordSink
{
public:
    Result<void> add(MappedBlock block) override
    {
        for (const Diagnostic& diagnostic : block.diagnostics)
            m_missing = m_missing || diagnostic.code == DiagnosticCode::MissingZone;
        for (const RecordBatch& batch : block.batches)
            for (const BatchColumn& column : batch.columns)
                for (const TimeValue& time : column.times)
                    m_assumed = m_assumed || (time.known() && time.basis == TimeBasis::AssumedZone);
        return {};
    }
    bool missing() const { return m_missing; }
    bool assumed() const { return m_assumed; }

private:
    bool m_missing = false;
    bool m_assumed = false;
};

void askQuestions(Inspection& out)
{
    if (!out.plan)
        return;
    for (const auto& [column, decision] : out.plan->dateOrders)
        if (decision.assumed)
            out.questions.push_back("Order of day and month in '" + column + "' is taken as "
                + dateOrderName(decision.order) + " (" + decision.reason.english() + "); state it with --date-order");
    ImportPlan plain = *out.plan;
    plain.compression.clear();
    plain.format.clear(); // the head is its flat table
    plain.container.clear();
    plain.form.encoding = Encoding::Utf8;
    MemorySource text(out.head.text);
    ZoneQuestion sink;
    const Result<ReadTotals> read = readSource(text, plain, sink, {});
    if (read && sink.missing())
        out.questions.emplace_back("Local times without a zone; state it with --time-zone");
    else if (read && sink.assumed())
        out.questions.push_back("Local times are read in zone " + out.plan->zone);
}

nlohmann::json describeColumns(const Inspection& inspection)
{
    nlohmann::json out = nlohmann::json::array();
    for (const ColumnView& column : inspection.columns)
        out.push_back({{"name", column.name}, {"type", cellTypeName(column.type)}, {"filled", column.filled},
            {"examples", column.examples}});
    return out;
}

nlohmann::json describeProposals(const Inspection& inspection)
{
    nlohmann::json out = nlohmann::json::array();
    for (const MappingProposal& proposal : inspection.proposals) {
        const TableSpec& table = tableSpec(proposal.table);
        nlohmann::json columns = nlohmann::json::array();
        for (const ColumnGuess& guess : proposal.guesses)
            columns.push_back({{"source", inspection.head.columns[guess.source]},
                {"column", table.columns[guess.column].name}, {"confidence", guess.score}, {"reason", guess.reason}});
        nlohmann::json made = nlohmann::json::array();
        for (const MadeGuess& guess : proposal.made)
            made.push_back(
                {{"column", table.columns[guess.column].name}, {"value", guess.value}, {"reason", guess.reason}});
        const Result<std::string> text = writeProfile(proposal.profile);
        out.push_back({{"table", table.name}, {"confidence", proposal.confidence}, {"reason", proposal.reason},
            {"columns", columns}, {"made", made}, {"missing", proposal.missing},
            {"profile", text ? nlohmann::json(*text) : nlohmann::json(nullptr)}});
    }
    return out;
}

} // namespace

const char* cellTypeName(CellType type)
{
    switch (type) {
    case CellType::Empty:
        return "empty";
    case CellType::Text:
        return "text";
    case CellType::Number:
        return "number";
    case CellType::Time:
        return "time";
    }
    return "text";
}

Result<Inspection> inspectSource(
    const SourceOpener& open, std::string_view name, const PlanOptions& options, bool wantsProposals)
{
    Result<std::unique_ptr<ByteSource>> bytes = open();
    if (!bytes)
        return bytes.error();
    Result<SourceHead> head = readSourceHead(**bytes, name, options);
    if (!head)
        return head.error();
    Inspection out;
    out.head = std::move(*head);
    out.rowsSeen = out.head.rows.size();
    for (std::size_t c = 0; c < out.head.columns.size(); ++c)
        out.columns.push_back(viewColumn(out.head, c));
    out.candidates = recognise(out.head, options);
    Result<ImportPlan> plan = proposePlan(out.head, options);
    if (!plan) {
        out.problem = plan.error();
    } else {
        if (const Result<void> settled = settleDateOrders(open, out.head, options, *plan); !settled)
            return settled.error();
        out.plan = std::move(*plan);
    }
    const bool isOpen = out.problem && out.problem->code == ErrorCode::UnknownFormat;
    if (wantsProposals || isOpen)
        out.proposals = proposeMappings(out.head, options.more);
    askQuestions(out);
    out.head.text.clear();
    return out;
}

std::string toJson(const Inspection& inspection)
{
    const SourceHead& head = inspection.head;
    const Dialect& dialect = head.dialect.dialect;
    nlohmann::json candidates = nlohmann::json::array();
    for (const Candidate& candidate : inspection.candidates)
        candidates.push_back({{"importer", candidate.importer}, {"confidence", candidate.confidence},
            {"matched_columns", candidate.matched}, {"reason", candidate.reason}});
    nlohmann::json out{{"name", head.name},
        {"compression", head.compression.empty() ? nlohmann::json(nullptr) : nlohmann::json(head.compression)},
        {"format",
            head.format.empty()
                ? nlohmann::json(nullptr)
                : nlohmann::json{{"id", head.format}, {"part", head.part},
                    {"container", head.container.empty() ? nlohmann::json(nullptr) : nlohmann::json(head.container)},
                    {"confidence", head.formatMatch.confidence}, {"reason", head.formatMatch.reason}}},
        {"encoding",
            {{"name", encodingName(head.encoding.encoding)}, {"byte_order_mark", head.encoding.bomBytes > 0},
                {"confidence", head.encoding.confidence}, {"reason", head.encoding.reason}}},
        {"dialect",
            {{"delimiter", std::string(1, dialect.delimiter)}, {"decimal_mark", std::string(1, dialect.decimalMark)},
                {"has_header", dialect.hasHeader}, {"title_rows", dialect.titleRows}, {"reason", head.dialect.reason}}},
        {"rows_seen", inspection.rowsSeen}, {"columns", describeColumns(inspection)}, {"importers", candidates},
        {"proposals", describeProposals(inspection)}, {"questions", inspection.questions},
        {"problem", inspection.problem ? nlohmann::json(errorText(*inspection.problem)) : nlohmann::json(nullptr)},
        {"plan", inspection.plan ? nlohmann::json::parse(toJson(*inspection.plan)) : nlohmann::json(nullptr)}};
    return out.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace antecedent::importers
