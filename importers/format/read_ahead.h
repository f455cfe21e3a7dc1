// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads a flat table on a thread of its own, a few blocks ahead, so that its rows are made while those before them are
// mapped. The bytes, their end or error, and the notes come as the table gives them. Memory: four blocks of 256 KB.
// Threads: one reader; the table and what it reads from belong to the other thread as long as this lives.

#include "importers/text/byte_source.h"
#include "model/base/diagnostic.h"

#include <functional>
#include <memory>
#include <vector>

namespace antecedent::importers {

class ReadAhead
{
public:
    using NotesFn = std::function<std::vector<Diagnostic>()>;

    // `table` outlives this; `notes` is asked behind each block, on the other thread.
    ReadAhead(ByteSource& table, NotesFn notes);
    ~ReadAhead(); // waits until the block at hand is read
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;

    Result<std::size_t> read(std::span<char> out); // as ByteSource; what the table throws, too
    // Of the blocks that were read by now; all of them once `read` gave 0 or an error.
    std::vector<Diagnostic> takeNotes();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace antecedent::importers
