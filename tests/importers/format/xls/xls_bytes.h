// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Old binary workbooks made for a test, record by record ([MS-XLS], [MS-CFB]): enough for cells, formats and sheets,
// and nothing that shows them.

#include "importers/text/encoding.h"
#include "tests/importers/format/zip_bytes.h"

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers::test {

inline std::string recordOf(std::uint16_t id, const std::string& data)
{
    return littleEndian(id, 2) + littleEndian(data.size(), 2) + data;
}

// UTF-16LE of a text in UTF-8 with characters of up to three bytes.
inline std::string wideOf(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : 3;
        std::uint32_t code = size == 1 ? first : first & (size == 2 ? 0x1FU : 0x0FU);
        for (std::size_t k = 1; k < size; ++k)
            code = code << 6U | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        out += littleEndian(code, 2);
        i += size;
    }
    return out;
}

// With its length in `lengthBytes` in front.
inline std::string xlsText(std::string_view text, std::size_t lengthBytes = 2)
{
    const std::string wide = wideOf(text);
    return littleEndian(wide.size() / 2, lengthBytes) + '\x01' + wide;
}

inline std::string placeOfCell(std::size_t row, std::size_t column, std::size_t style = 0)
{
    return littleEndian(row, 2) + littleEndian(column, 2) + littleEndian(style, 2);
}
inline std::string numberCell(std::size_t row, std::size_t column, double value, std::size_t style = 0)
{
    return recordOf(0x0203, placeOfCell(row, column, style) + littleEndian(std::bit_cast<std::uint64_t>(value), 8));
}
inline std::string labelCell(std::size_t row, std::size_t column, std::string_view text)
{
    return recordOf(0x0204, placeOfCell(row, column) + xlsText(text));
}
inline std::string sharedCell(std::size_t row, std::size_t column, std::uint32_t text)
{
    return recordOf(0x00FD, placeOfCell(row, column) + littleEndian(text, 4));
}

struct XlsSheet
{
    std::string name;
    std::string records;
    std::uint8_t state = 0; // 1 hidden, 2 very hidden
    std::uint8_t kind = 0; // 2 a chart
};

// The styles: General, 14 (a date), `dd.mm.yyyy hh:mm`, `yyyy-mm-dd hh:mm:ss.000`, 21 (a clock).
inline std::string xlsStyles()
{
    std::string out = recordOf(0x041E, littleEndian(164, 2) + xlsText("dd.mm.yyyy\\ hh:mm"))
        + recordOf(0x041E, littleEndian(165, 2) + xlsText("yyyy\\-mm\\-dd\\ hh:mm:ss.000"));
    for (const std::uint64_t format : {0U, 14U, 164U, 165U, 21U})
        out += recordOf(0x00E0, littleEndian(0, 2) + littleEndian(format, 2) + std::string(16, '\0'));
    return out;
}

// `globals`: records of the workbook, in front of those that name its sheets. `isBytes`: BIFF5, names are bytes.
inline std::string xlsStream(
    const std::vector<XlsSheet>& sheets, const std::string& globals = xlsStyles(), bool isBytes = false)
{
    const auto begin = [&](std::uint16_t kind) {
        return recordOf(
            0x0809, littleEndian(isBytes ? 0x0500 : 0x0600, 2) + littleEndian(kind, 2) + std::string(12, '\0'));
    };
    const std::string end = recordOf(0x000A, {});
    const auto nameOf = [&](const XlsSheet& sheet) {
        return isBytes ? littleEndian(sheet.name.size(), 1) + sheet.name : xlsText(sheet.name, 1);
    };
    std::size_t place = begin(5).size() + globals.size() + end.size();
    for (const XlsSheet& sheet : sheets)
        place += 4 + 6 + nameOf(sheet).size();
    std::string out = begin(5) + globals;
    std::string behind;
    for (const XlsSheet& sheet : sheets) {
        out += recordOf(0x0085,
            littleEndian(place + behind.size(), 4) + littleEndian(sheet.state, 1) + littleEndian(sheet.kind, 1)
                + nameOf(sheet));
        behind += begin(sheet.kind == 2 ? 0x20 : 0x10) + sheet.records + end;
    }
    return out + end + behind;
}

// A compound file with one stream, which is padded to where it stands in sectors of its own.
inline std::string xlsFile(std::string stream, const std::string& name = "Workbook")
{
    constexpr std::size_t kSector = 512;
    const std::size_t size = std::max<std::size_t>(stream.size(), 4096);
    stream.resize((size + kSector - 1) / kSector * kSector);
    const std::size_t sectors = stream.size() / kSector;
    const std::size_t tables = (sectors + 1 + (sectors + 128) / 127 + 127) / 128; // of what follows what
    std::string next;
    for (std::size_t i = 0; i < sectors; ++i)
        next += littleEndian(i + 1 < sectors ? i + 1 : 0xFFFFFFFE, 4);
    next += littleEndian(0xFFFFFFFE, 4); // the directory
    for (std::size_t i = 0; i < tables; ++i)
        next += littleEndian(0xFFFFFFFD, 4);
    next.resize(tables * kSector, '\xFF');
    const auto entry = [](const std::string& called, int type, std::uint32_t child, std::uint32_t start,
                           std::uint64_t bytes) {
        std::string out = wideOf(called);
        out.resize(64);
        return out + littleEndian(2 * (called.size() + 1), 2) + littleEndian(static_cast<std::uint64_t>(type), 1)
            + '\x01' + littleEndian(0xFFFFFFFF, 4) + littleEndian(0xFFFFFFFF, 4) + littleEndian(child, 4)
            + std::string(36, '\0') + littleEndian(start, 4) + littleEndian(bytes, 8);
    };
    std::string directory =
        entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry(name, 2, 0xFFFFFFFF, 0, size) + std::string(256, '\0');
    std::string out = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(16, '\0') + littleEndian(0x3E, 2)
        + littleEndian(3, 2) + littleEndian(0xFFFE, 2) + littleEndian(9, 2) + littleEndian(6, 2) + std::string(10, '\0')
        + littleEndian(tables, 4) + littleEndian(sectors, 4) + littleEndian(0, 4) + littleEndian(4096, 4)
        + littleEndian(0xFFFFFFFE, 4) + littleEndian(0, 4) + littleEndian(0xFFFFFFFE, 4) + littleEndian(0, 4);
    for (std::size_t i = 0; i < 109; ++i)
        out += littleEndian(i < tables ? sectors + 1 + i : 0xFFFFFFFF, 4);
    return out + stream + directory + next;
}

} // namespace antecedent::importers::test
