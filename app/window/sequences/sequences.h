// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The sequence graph for the failure at hand: its own window, all failures of its classification, or those minus their
// controls. Computed by the core as one answer to one question; the alignment of an answer is used again where only
// the drawing is asked anew. Only what the shared filter and the time brush choose is counted, over all windows.
// Errors: those of align and buildSequenceGraph; InvalidFilter; Cancelled. Threads: pure; made in a job.

#include "widgets/document/context.h"
#include "widgets/sequence/sequence_picture.h"

#include <map>
#include <optional>

namespace antecedent::app {

struct SequencesQuestion
{
    widgets::DataPtr snapshot;
    std::size_t failure = 0; // position in InvestigationData::failures
    WindowOptions window;
    SequenceMode mode = SequenceMode::MinusControls;
    int support = 0; // failures that a node or an edge needs; 0: a quarter of them, at least two
    int top = 12; // nodes drawn
    double width = 1000; // px
    std::string filter; // of the context; empty: all records
    std::optional<widgets::TimeBrush> brush;
    bool operator==(const SequencesQuestion& other) const;

    // Whether an alignment made for `other` serves this one too.
    bool isAlignedLike(const SequencesQuestion& other) const;
};

// What an answer leaves to the next one.
struct SequencesMemory
{
    std::shared_ptr<const Alignment> alignment; // null: made anew
    std::shared_ptr<const std::vector<bool>> shown; // by the filter, of all events; null: made anew
    std::map<std::string, int> rows; // of the picture before: nodes keep their places
};

struct Sequences
{
    SequencesQuestion asked;
    std::shared_ptr<const Alignment> alignment;
    std::shared_ptr<const std::vector<bool>> shown; // null: all
    std::map<std::string, int> rows;
    std::optional<widgets::SequencePicture> picture; // none: nothing stands before the failure
    int support = 1; // in use
    int failures = 0; // usable windows
    int controls = 0;
    int excludedFailures = 0; // of the classification, with their reasons in the alignment
    Phrase firstReason;
};

Result<Sequences> computeSequences(
    const SequencesQuestion& question, SequencesMemory memory, const std::stop_token& stop, const ProgressFn& progress);

} // namespace antecedent::app
