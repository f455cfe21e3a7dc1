// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Formats that are not delimited text. A format turns the bytes of a source into one flat table: CSV as RFC 4180 has it
// (UTF-8, comma, \n), the first row its headings. Behind that seam, all is as with a list that a person exported: the
// mapping, its profile, the preview, rejected rows, original rows. Where a source holds several kinds of rows, the
// column `record` says which; the column `element` says where in the source a row stands. Threads: pure; a table source
// belongs to one thread.

#include "importers/format/table_source.h"
#include "importers/text/byte_source.h"
#include "importers/text/text_hints.h"
#include "model/base/phrase.h"
#include "model/base/result.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

struct FormatMatch
{
    int confidence = 0; // 0..100
    Phrase reason;
};

struct Format
{
    std::string_view id; // "xes"; lower-case letters and digits
    std::string_view title; // for the list of formats that are read
    bool hasHeadings = true; // the first row of the table; false: they are to be looked for (sheets)
    bool isDelimited = false; // delimited text, in a file or a sheet, that can also be read by a mapping that is stated
    std::string_view beside; // ending of a file beside the source that keeps what is not in it yet, "-wal"
    bool isOrdered = true; // rows stand as they were written; false: their order says nothing of a clock
    // `head`: the first bytes of the unpacked source, at most a megabyte, not decoded; `name`: of the file.
    std::optional<FormatMatch> (*match)(std::string_view head, std::string_view name) = nullptr;
    // The tables inside that hold data, in their order; nullptr: exactly one, without a name.
    Result<std::vector<std::string>> (*parts)(ByteSource& bytes) = nullptr;
    // `part`: one of the parts; empty: the first, or the only one. `bytes` (unpacked, from its start) outlives the
    // table. `hints`: of delimited text; other formats know their bytes. What can't be read of a source that can be
    // read in part is a note of the table, and no error.
    Result<std::unique_ptr<TableSource>> (*open)(
        ByteSource& bytes, std::string_view part, const TextHints& hints) = nullptr;
};

// One line for each in format_list.cpp.
const std::vector<Format>& formats();
const Format* findFormat(std::string_view id);

struct RecognisedFormat
{
    const Format* format = nullptr;
    FormatMatch match;
};
// The one with the highest confidence.
std::optional<RecognisedFormat> recogniseFormat(std::string_view head, std::string_view name);

// What bytes are that no format takes and that are no text of rows: "XML with root element Recipe; formats read: …".
// Empty: nothing is known of them.
std::string otherContent(std::string_view head);

} // namespace antecedent::importers
