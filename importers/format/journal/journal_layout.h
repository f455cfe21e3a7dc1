// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the columns of a batch journal stand: by its header, else by their number. The names are those of the
// electronic batch record (FactoryTalk Historian Classic for Batch, BHIST-UM011; short form: the item CreateIDEventData
// of the batch server). Threads: pure.

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

namespace antecedent::importers {

enum class JournalField : std::uint8_t {
    Gmt,
    LocalTime,
    UniqueId,
    BatchId,
    Recipe,
    Description,
    Event,
    Value,
    DescriptionEnglish,
    EventEnglish,
    ValueEnglish,
    Unit, // of measure
    Equipment, // the unit
    Phase,
    User,
    PhaseDescription,
    MaterialName,
    MaterialId,
    LotName,
    Container,
};
inline constexpr std::size_t kJournalFields = static_cast<std::size_t>(JournalField::Container) + 1;

struct JournalLayout
{
    static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

    std::array<std::size_t, kJournalFields> column{}; // kNone: not there
    std::size_t columns = 0;
    bool hasHeader = false;

    bool has(JournalField field) const { return column[static_cast<std::size_t>(field)] != kNone; }
    std::string_view cell(const std::vector<std::string_view>& cells, JournalField field) const;
    // Cells that a row has at least: up to the value.
    std::size_t needed() const;
};

// By the first line of a journal; nullopt: no journal of this family.
std::optional<JournalLayout> journalLayoutOf(std::string_view firstLine);
// Why a source that might be taken for one is none: Windows event logs, event files with bars; empty if nothing is
// known.
std::string_view foreignEventFile(std::string_view head);

} // namespace antecedent::importers
