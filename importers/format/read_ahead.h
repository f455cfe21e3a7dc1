// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads a flat table on a thread of its own, a few blocks ahead, so that its rows are made while those before them are
// mapped. The bytes, their end or error, and the notes come as the table gives them. Memory: six blocks of 256 KB.
// Threads: one reader; the table and what it reads from belong to the other thread as long as this lives.

#include "importers/bounded_queue.h"
#include "importers/text/byte_source.h"
#include "model/base/diagnostic.h"

#include <exception>
#include <functional>
#include <optional>
#include <thread>
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
    struct Block
    {
        std::vector<char> bytes;
        std::vector<Diagnostic> notes; // behind the bytes
        std::optional<Error> error;
        std::exception_ptr thrown;
        bool isLast = false;
    };
    void run();
    Block next();

    ByteSource& m_table;
    NotesFn m_notes;
    BoundedQueue<Block> m_blocks; // read, and not taken yet
    Block m_current; // of the reader, as the rest
    std::size_t m_taken = 0;
    std::vector<Diagnostic> m_said;
    std::thread m_worker; // last, as it uses the others
};

} // namespace antecedent::importers
