// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/format_notes.h"

#include <array>

namespace antecedent {

namespace {

constexpr std::array kNotes{
    // Read by older programs too, so that they can say what is needed; changes with the schema's version.
    FormatNote{kProgramTopic, "Antecedent 0.1.0 or newer"},
    FormatNote{"1 numbers and times",
        "Times are INTEGER microseconds since 1970-01-01T00:00:00Z; columns ending in _ms are milliseconds. A column "
        "X_form beside a time X says how the source stated it: bits 0-15 the local offset from UTC in minutes plus "
        "32768, "
        "bits 16-19 the precision (0 second, 1-6 decimals, 7 minute, 8 hour, 9 day, 10 month, 11 year), bits 20-21 the "
        "basis (0 offset in the value, 1 rule of a column or category, 2 zone assumed for the source), bit 22 set if "
        "the "
        "local time occurs twice. Numbers of row tables are TEXT with the digits of the source."},
    FormatNote{"2 seals",
        "seal: first 16 bytes of, digest: all 32 bytes of a SHA-256 over the table's name and the row's other cells, "
        "in "
        "the order of the columns with blobs moved to the end. Each part is one letter and a value: n for NULL; i "
        "and 8 bytes for an INTEGER; d and 8 bytes for a REAL; t or b, the length in 8 bytes and the bytes for TEXT or "
        "BLOB. All little-endian. sources.content_digest: SHA-256 over, per table, its name, a zero byte and "
        "the seals of the source's rows in order of their key; tables without rows are left out. Order: the row tables "
        "as in "
        "sqlite_master, event_chunks, sample_tags, sample_chunks, row_runs, diagnostics, source_frames."},
    FormatNote{"3 varints and blocks",
        "varint: base-128, low group first, high bit set on all bytes but the last. signed: zigzag varint. runs: pairs "
        "of "
        "varints (value, count) until the number of rows is reached. text: varint length and UTF-8. Differences are "
        "taken "
        "modulo 2^64. A zstd block is one zstd frame with its content size."},
    FormatNote{"4 event_chunks",
        "Up to 16,384 events of one source, ascending by time. columns: zstd block of: varint rows; time; end; "
        "recorded; "
        "row numbers in the source as signed differences; the text columns category, code, asset_id, batch_id, "
        "severity, "
        "actor. details: zstd block of: line, offset, length of the rows in the decoded source as signed differences; "
        "acknowledged; numbers value, limit; the text columns text, acknowledged_by, unit, suppressed, recorded_by, "
        "source_ref; varint number of attributes, each a text (its name) and a text column. A time column is the runs "
        "of "
        "X_form + 1 (0: unknown), then for each known value a signed difference: column time from the row before, "
        "others "
        "from the time of the same row. A number column is the runs of scale (0-18; 254 unknown, 255 the bits of a "
        "double), then a signed varint per known value. A text column is varint 0 (all empty); or 1, varint number of "
        "texts, the texts, then per row the text's number in 1, 2 or 4 bytes (as few as hold it; 0 is the first text); "
        "or "
        "2 and a text per row."},
    FormatNote{"5 sample_chunks",
        "Up to 4,096 samples of one tag and source, ascending by time. data is a sequence of parts: varint (size * 2, "
        "+ 1 "
        "if the part is a zstd frame) and the bytes. The first part: varint rows; varint numbers of planes of times, "
        "values "
        "and rows; the runs of X_form of the times; times as stepped column; runs of the value's scale (0-18; 254 no "
        "value, "
        "255 the bits of a double); varint common scale, signed first value; 8 bytes for each value with scale 255; a "
        "text "
        "table for quality and its runs; row numbers in the source as stepped column; varint number of further "
        "columns, "
        "each a text (its name), a text table and runs. Then a part per plane: the lowest bytes of all numbers of a "
        "column, "
        "the second ones, and so on. A stepped column is signed first, unit, step; its numbers are, for each further "
        "value, "
        "zigzag((value - value before) / unit - step). The numbers of the values with scale 0-18 are zigzag(mantissa "
        "at the "
        "common scale - the one before), 0 for the first; with common scale 255 zigzag(mantissa). A text table is "
        "varint "
        "number and the texts. v_min, v_max: over the values, NULL if there is none."},
    FormatNote{"6 row_runs",
        "Where the rows of samples stand in the decoded source. data: zstd block of varint number of runs, then per "
        "run "
        "signed differences from the run before of row, line, offset, then varint rows, varint bytes up to the end of "
        "the "
        "last row. The rows of a run are consecutive lines of the text, one row each; a run of one row may span "
        "lines."},
    FormatNote{"7 source_frames",
        "The source as it was on disk, cut into pieces of at most 1 MiB: seq 0, 1, …; data is a zstd frame of "
        "raw_bytes."},
    FormatNote{"8 audit",
        "hash: SHA-256, built as a seal with the name audit, over seq, time_ms, offset_minutes, actor, action, "
        "subject, "
        "before, after, reason, note, previous. previous: hash of the row before, 32 zero bytes in the first."},
};

} // namespace

std::span<const FormatNote> formatNotes()
{
    return kNotes;
}

} // namespace antecedent
