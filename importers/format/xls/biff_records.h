// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The records of a workbook stream ([MS-XLS] for BIFF8; BIFF5 has the same records with texts of single bytes). A view
// into the stream, which outlives it. Threads: pure.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

enum class Biff : std::uint16_t {
    Formula = 0x0006,
    Eof = 0x000A,
    DateMode = 0x0022,
    FilePass = 0x002F,
    Continue = 0x003C,
    CodePage = 0x0042,
    ColInfo = 0x007D,
    BoundSheet = 0x0085,
    MulRk = 0x00BD,
    RString = 0x00D6,
    Xf = 0x00E0,
    MergeCells = 0x00E5,
    Sst = 0x00FC,
    LabelSst = 0x00FD,
    Number = 0x0203,
    Label = 0x0204,
    BoolErr = 0x0205,
    String = 0x0207,
    Row = 0x0208,
    Rk = 0x027E,
    Format = 0x041E,
    Bof = 0x0809,
};

struct BiffRecord
{
    Biff id = Biff::Eof;
    std::string_view data;
    std::size_t next = 0; // where the record behind it begins
};
// Nullopt: the stream ends, or the record is cut off.
std::optional<BiffRecord> biffRecord(std::string_view stream, std::size_t at);

// Reads the fields of a record that goes on in records of the kind Continue. A text that goes on there says anew
// whether its characters have one byte or two.
class BiffFields
{
public:
    // `at`: of the record, whose first `skip` bytes are passed over. BIFF5: texts are bytes of `isWide` false.
    BiffFields(std::string_view stream, std::size_t at, std::size_t skip);

    std::uint16_t word();
    std::uint32_t number();
    std::uint8_t byte();
    void pass(std::uint64_t bytes);
    // Characters as UTF-8. `isWide`: UTF-16, else each byte is the character of that number.
    std::string text(std::size_t characters, bool isWide);
    std::string bytes(std::size_t count);
    bool isAtEnd(); // nothing follows, or what was wanted is not there

private:
    bool open(); // false: no more bytes

    std::string_view m_stream;
    std::string_view m_data;
    std::size_t m_at = 0; // in m_data
    std::size_t m_next = 0; // record behind it
    bool m_isEnded = false;
};

// A text with its length in front. `lengthBytes`: 1 or 2. `isBytes`: BIFF5, then the bytes as they are.
std::string biffText(BiffFields& fields, std::size_t lengthBytes, bool isBytes);

// A number in 30 bits ([MS-XLS] 2.5.217).
double rkNumber(std::uint32_t rk);

} // namespace antecedent::importers
