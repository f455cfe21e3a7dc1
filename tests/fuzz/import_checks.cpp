// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/import_checks.h"

#include "importers/export_statement.h"
#include "importers/inspect.h"
#include "importers/profile/profile_writer.h"
#include "importers/trial.h"
#include "model/base/csv_table.h"
#include "model/base/text.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/importers/support/flat_text.h"
#include "tests/importers/support/read_text.h"

#include <numeric>

namespace antecedent::fuzz {

using namespace importers;
using test::FlatText;
using test::Reading;

namespace {

// Reading in pieces takes as long again, so one of four inputs is read so. It depends on nothing but the input.
bool isReadInPieces(std::string_view bytes)
{
    return std::accumulate(
               bytes.begin(), bytes.end(), 0U, [](unsigned sum, char c) { return sum + static_cast<unsigned char>(c); })
        % 4
        == 0;
}

std::size_t pieceOf(std::string_view bytes, std::size_t most)
{
    return 1 + bytes.size() % most;
}

void requireWords(const std::string& error)
{
    constexpr std::size_t kShortest = 10;
    require(error.size() > kShortest, "what is refused says why");
    require(isValidUtf8(error), "errors are UTF-8");
}

void checkTable(std::string_view bytes, const Format& found, std::string_view part)
{
    const std::string_view format = found.id;
    MemorySource atOnce(bytes);
    const FlatText whole = test::flatten(atOnce, format, part);
    if (!whole.error.empty())
        requireWords(whole.error);
    else if (found.hasHeadings)
        require(csvTableFrom(whole.text).has_value(), "rows have as many cells as there are headings");
    for (const Diagnostic& note : whole.notes)
        require(!note.detail.empty() && isValidUtf8(note.detail), "a note says what it is about, in UTF-8");
    if (!isReadInPieces(bytes))
        return;
    test::PiecewiseSource slowly(bytes, pieceOf(bytes, 97), pieceOf(bytes, 61));
    const FlatText pieces = test::flatten(slowly, format, part);
    require(pieces.error == whole.error, "the error does not depend on how the bytes arrive");
    require(pieces.text == whole.text, "the table does not depend on how the bytes arrive");
    require(pieces.notes.size() == whole.notes.size(), "the notes do not depend on how the bytes arrive");
}

// Blocks give their records table by table.
std::vector<std::string> sorted(std::vector<std::string> lines)
{
    std::sort(lines.begin(), lines.end());
    return lines;
}

SourceOpener openerOf(std::string_view bytes)
{
    return [bytes]() -> Result<std::unique_ptr<ByteSource>> {
        return std::unique_ptr<ByteSource>(std::make_unique<MemorySource>(bytes));
    };
}

void checkProposals(const Inspection& inspection)
{
    for (const MappingProposal& proposal : inspection.proposals) {
        const Result<std::string> text = writeProfile(proposal.profile);
        require(!text || parseProfile(*text, "proposal").has_value(), "a proposed profile that is written can be read");
    }
}

void checkPieces(std::string_view bytes, const std::string& name, const PlanOptions& options, const Reading& whole)
{
    const Reading pieces =
        test::readBytes(bytes, options, pieceOf(bytes, 89), pieceOf(bytes, 211), pieceOf(bytes, 400) + 63, name);
    require(pieces.error == whole.error, "the error does not depend on how the bytes arrive");
    require(sorted(pieces.records) == sorted(whole.records), "the records do not depend on how the bytes arrive");
    require(pieces.diagnostics == whole.diagnostics, "the diagnostics do not depend on how the bytes arrive");
}

void checkTrial(const SourceOpener& open, const Reading& reading)
{
    const Result<Trial> trial = tryImport(open, reading.plan, {});
    require(trial.has_value(), "what can be read can be tried");
    require(trial->read == reading.totals.read && trial->rejected == reading.totals.rejected,
        "a trial counts as an import does");
}

} // namespace

bool checkFormat(std::string_view bytes, std::string_view format, std::string_view name)
{
    const Format* found = findFormat(format);
    require(found != nullptr, "the format is in the list of formats");
    const std::optional<FormatMatch> match = found->match(bytes, name);
    require(!match || !match->reason.english().empty(), "a format that is recognised says by what");
    checkTable(bytes, *found, {});
    if (found->parts == nullptr)
        return match.has_value();
    MemorySource source(bytes);
    const Result<std::vector<std::string>> parts = found->parts(source);
    if (!parts)
        requireWords(errorText(parts.error()));
    constexpr std::size_t kMostParts = 3;
    for (std::size_t i = 0; parts && i < parts->size() && i < kMostParts; ++i)
        checkTable(bytes, *found, (*parts)[i]);
    return match.has_value();
}

void checkImport(std::string_view bytes, std::string_view name)
{
    const std::string fileName(name);
    const PlanOptions options = test::inZone("Europe/Berlin");
    constexpr std::size_t kAtOnce = std::size_t{1} << 20U;
    const Reading whole = test::readBytes(bytes, options, kAtOnce, kAtOnce, TextSource::kBlockBytes, fileName);
    if (whole.error.empty())
        require(whole.sumsHold(), "each row that was read is mapped or rejected");
    else
        requireWords(whole.error);
    for (const std::string& line : whole.diagnostics)
        require(isValidUtf8(line), "diagnostics are UTF-8");
    if (isReadInPieces(bytes))
        checkPieces(bytes, fileName, options, whole);
    else if (whole.error.empty())
        checkTrial(openerOf(bytes), whole);
}

void checkInspection(std::string_view bytes, std::string_view name)
{
    const Result<Inspection> inspection = inspectSource(openerOf(bytes), name, test::inZone("Europe/Berlin"), true);
    if (!inspection) {
        requireWords(errorText(inspection.error()));
        return;
    }
    require(isValidUtf8(toJson(*inspection)), "what is said of a source is UTF-8");
    require(isValidUtf8(statementText(statementIn(inspection->head))), "the statement of an export is UTF-8");
    checkProposals(*inspection);
}

} // namespace antecedent::fuzz
