// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Buffers that are used again when nobody else holds them, so that a long import does not ask the system for new pages
// all the time. Threads: take() from one thread; holders may let go in any thread.

#include <atomic>
#include <cstddef>
#include <memory>
#include <vector>

namespace antecedent::importers {

class BufferPool
{
public:
    // A buffer of at least `size` bytes, with any content.
    std::shared_ptr<char[]> take(std::size_t size)
    {
        if (size > m_size) {
            m_buffers.clear();
            m_size = size;
        }
        for (const std::shared_ptr<char[]>& buffer : m_buffers) {
            if (buffer.use_count() == 1) {
                std::atomic_thread_fence(std::memory_order_acquire); // what the last holder did is done
                return buffer;
            }
        }
        std::shared_ptr<char[]> made = std::make_shared_for_overwrite<char[]>(m_size);
        if (m_buffers.size() < kKept)
            m_buffers.push_back(made);
        return made;
    }

private:
    static constexpr std::size_t kKept = 24;
    std::vector<std::shared_ptr<char[]>> m_buffers;
    std::size_t m_size = 0;
};

} // namespace antecedent::importers
