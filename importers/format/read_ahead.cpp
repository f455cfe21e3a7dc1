// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/read_ahead.h"

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <exception>
#include <iterator>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace antecedent::importers {

namespace {

constexpr std::size_t kBlockBytes = std::size_t{256} * 1024;
constexpr std::size_t kBlocks = 4;

struct Block
{
    std::vector<char> bytes;
    std::vector<Diagnostic> notes; // behind the bytes
    std::optional<Error> error;
    std::exception_ptr thrown;
    bool isLast = false;
};

} // namespace

struct ReadAhead::State
{
    State(ByteSource& source, NotesFn fn)
        : table(source)
        , notes(std::move(fn))
        , worker([this] { run(); })
    {
    }
    ~State()
    {
        {
            const std::lock_guard lock(mutex);
            isStopped = true;
        }
        changed.notify_all();
        worker.join();
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    void run()
    {
        for (bool isLast = false; !isLast;) {
            Block block = next();
            isLast = block.isLast;
            std::unique_lock lock(mutex);
            changed.wait(lock, [this] { return isStopped || blocks.size() < kBlocks; });
            if (isStopped)
                return;
            blocks.push_back(std::move(block));
            changed.notify_all();
        }
    }

    Block next()
    {
        Block out;
        std::size_t size = 0;
        try {
            out.bytes.resize(kBlockBytes);
            while (size < kBlockBytes && !out.isLast) {
                const Result<std::size_t> count = table.read(std::span<char>(out.bytes).subspan(size));
                if (!count)
                    out.error = count.error();
                else
                    size += *count;
                out.isLast = !count || *count == 0;
            }
            out.notes = notes();
        } catch (...) {
            out.thrown = std::current_exception(); // for the reader, where it would have come without this
            out.isLast = true;
        }
        out.bytes.resize(size);
        return out;
    }

    Block take()
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return !blocks.empty(); });
        Block out = std::move(blocks.front());
        blocks.pop_front();
        changed.notify_all();
        return out;
    }

    ByteSource& table;
    NotesFn notes;
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<Block> blocks; // read, and not taken yet
    bool isStopped = false;
    Block current; // of the reader
    std::size_t taken = 0;
    std::vector<Diagnostic> said; // of the reader
    std::thread worker; // last, as it uses all of them
};

ReadAhead::ReadAhead(ByteSource& table, NotesFn notes)
    : m_state(std::make_unique<State>(table, std::move(notes)))
{
}

ReadAhead::~ReadAhead() = default;

Result<std::size_t> ReadAhead::read(std::span<char> out)
{
    State& s = *m_state;
    while (s.taken == s.current.bytes.size()) {
        if (s.current.thrown)
            std::rethrow_exception(s.current.thrown);
        if (s.current.error)
            return *s.current.error;
        if (s.current.isLast)
            return std::size_t{0};
        s.current = s.take();
        s.taken = 0;
        std::move(s.current.notes.begin(), s.current.notes.end(), std::back_inserter(s.said));
    }
    const std::size_t count = std::min(out.size(), s.current.bytes.size() - s.taken);
    std::memcpy(out.data(), s.current.bytes.data() + s.taken, count);
    s.taken += count;
    return count;
}

std::vector<Diagnostic> ReadAhead::takeNotes()
{
    return std::exchange(m_state->said, {});
}

} // namespace antecedent::importers
