// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The sequence graph for the failure at hand: its own window, all failures of its classification, or those minus their
// controls. Computed by the core as one answer to one question; the alignment of an answer is used again where only
// the drawing is asked anew. Errors: those of align and buildSequenceGraph; Cancelled. Threads: pure; made in a job.

#include "widgets/document/investigation_data.h"
#include "widgets/sequence/sequence_picture.h"

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
    bool operator==(const SequencesQuestion& other) const;

    // Whether an alignment made for `other` serves this one too.
    bool isAlignedLike(const SequencesQuestion& other) const;
};

struct Sequences
{
    SequencesQuestion asked;
    std::shared_ptr<const Alignment> alignment;
    std::optional<widgets::SequencePicture> picture; // none: nothing stands before the failure
    int support = 1; // in use
    int failures = 0; // usable windows
    int controls = 0;
    int excludedFailures = 0; // of the classification, with their reasons in the alignment
    std::string firstReason;
};

Result<Sequences> computeSequences(const SequencesQuestion& question, std::shared_ptr<const Alignment> alignment,
    const std::stop_token& stop, const ProgressFn& progress);

} // namespace antecedent::app
