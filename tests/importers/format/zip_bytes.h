// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// ZIP archives and workbooks made for a test, member by member.

#include <zlib.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace antecedent::importers::test {

using Members = std::vector<std::pair<std::string, std::string>>; // name, content

inline std::string littleEndian(std::uint64_t number, std::size_t bytes)
{
    std::string out;
    for (std::size_t i = 0; i < bytes; ++i)
        out += i < sizeof number ? static_cast<char>(number >> (8 * i) & 0xFF) : '\0';
    return out;
}

inline std::string deflated(const std::string& bytes)
{
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    std::string input = bytes;
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

inline std::string zipOf(const Members& members, bool isDeflated = true, std::uint16_t flags = 0)
{
    std::string out;
    std::string directory;
    for (const auto& [name, content] : members) {
        const std::string packed = isDeflated ? deflated(content) : content;
        const auto crc = crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size()));
        const std::string common = littleEndian(20, 2) + littleEndian(flags, 2) + littleEndian(isDeflated ? 8 : 0, 2)
            + littleEndian(0, 4) + littleEndian(crc, 4) + littleEndian(packed.size(), 4)
            + littleEndian(content.size(), 4) + littleEndian(name.size(), 2) + littleEndian(0, 2);
        directory +=
            "PK\x01\x02" + littleEndian(20, 2) + common + littleEndian(0, 10) + littleEndian(out.size(), 4) + name;
        out += "PK\x03\x04" + common + name + packed;
    }
    const std::size_t begin = out.size();
    out += directory + "PK\x05\x06" + littleEndian(0, 4) + littleEndian(members.size(), 2)
        + littleEndian(members.size(), 2) + littleEndian(directory.size(), 4) + littleEndian(begin, 4)
        + littleEndian(0, 2);
    return out;
}

struct SheetText
{
    std::string name;
    std::string xml; // inside <worksheet>
    std::string state; // of the sheet; empty: visible
};

// A workbook with these sheets; `texts` is the inside of <sst>, `styles` that of <styleSheet>.
inline Members workbookMembers(const std::vector<SheetText>& sheets, const std::string& texts = {},
    const std::string& styles = {}, bool isFrom1904 = false)
{
    const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    const std::string main = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const std::string relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    std::string book = head + "<workbook" + main + " xmlns:r=\"" + office.substr(0, office.size() - 1) + "\">";
    if (isFrom1904)
        book += "<workbookPr date1904=\"1\"/>";
    book += "<sheets>";
    std::string bookRelations = head + relations;
    Members out{{"[Content_Types].xml", head + "<Types/>"},
        {"_rels/.rels",
            head + relations + "<Relationship Id=\"rId1\" Type=\"" + office
                + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"}};
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string n = std::to_string(i + 1);
        book += "<sheet name=\"" + sheets[i].name + "\" sheetId=\"" + n + "\" r:id=\"rId" + n + "\""
            + (sheets[i].state.empty() ? "" : " state=\"" + sheets[i].state + "\"") + "/>";
        bookRelations += "<Relationship Id=\"rId" + n + "\" Type=\"" + office + "worksheet\" Target=\"worksheets/sheet"
            + n + ".xml\"/>";
        out.emplace_back(
            "xl/worksheets/sheet" + n + ".xml", head + "<worksheet" + main + ">" + sheets[i].xml + "</worksheet>");
    }
    bookRelations += "<Relationship Id=\"rId98\" Type=\"" + office
        + "sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>" + "<Relationship Id=\"rId99\" Type=\"" + office
        + "styles\" Target=\"styles.xml\"/></Relationships>";
    out.emplace_back("xl/workbook.xml", book + "</sheets></workbook>");
    out.emplace_back("xl/_rels/workbook.xml.rels", bookRelations);
    out.emplace_back("xl/sharedStrings.xml", head + "<sst" + main + ">" + texts + "</sst>");
    out.emplace_back("xl/styles.xml", head + "<styleSheet" + main + ">" + styles + "</styleSheet>");
    return out;
}

} // namespace antecedent::importers::test
