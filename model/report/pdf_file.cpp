// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/pdf_file.h"

#include "model/base/digest.h"
#include "model/report/svg.h"

#include <algorithm>
#include <charconv>
#include <span>
#include <vector>

namespace antecedent {

namespace {

Error damaged(std::string detail)
{
    return Error{ErrorCode::CorruptInput, "PDF", std::move(detail)};
}

constexpr std::size_t kNoNumber = static_cast<std::size_t>(-1);

// The number at a position behind blanks, or kNoNumber.
std::size_t numberAt(std::string_view text, std::size_t position)
{
    while (position < text.size() && (text[position] == ' ' || text[position] == '\n' || text[position] == '\r'))
        ++position;
    std::size_t value = 0;
    const auto [end, status] = std::from_chars(text.data() + position, text.data() + text.size(), value);
    if (status != std::errc() || end == text.data() + position)
        return kNoNumber;
    return value;
}

// The number of the object that `key` refers to in a dictionary's text, or kNoNumber.
std::size_t referenceOf(std::string_view dictionary, std::string_view key)
{
    const std::size_t at = dictionary.find(std::string(key) + " ");
    return at == std::string_view::npos ? kNoNumber : numberAt(dictionary, at + key.size());
}

struct PdfLayout
{
    std::vector<std::size_t> offsets; // by object number, 0 for a free one
    std::size_t tableAt = 0;
    std::size_t info = 0;
    std::size_t root = 0;
};

Result<PdfLayout> readLayout(std::string_view pdf)
{
    PdfLayout layout;
    const std::size_t start = pdf.rfind("startxref");
    const std::size_t tableAt = start == std::string_view::npos ? kNoNumber : numberAt(pdf, start + 9);
    if (tableAt >= pdf.size() || pdf.substr(tableAt, 4) != "xref")
        return damaged("no cross-reference table");
    layout.tableAt = tableAt;
    std::size_t line = pdf.find('\n', tableAt) + 1;
    const std::size_t space = pdf.find(' ', line);
    const std::size_t count = space == std::string_view::npos ? kNoNumber : numberAt(pdf, space + 1);
    line = pdf.find('\n', line) + 1;
    constexpr std::size_t kEntry = 20;
    if (line == 0 || count > (pdf.size() - line) / kEntry)
        return damaged("cross-reference table cut off");
    for (std::size_t i = 0; i < count; ++i) {
        const std::string_view entry = pdf.substr(line + i * kEntry, kEntry);
        const std::size_t offset = numberAt(entry, 0);
        const bool isUsed = entry[17] == 'n';
        if (offset == kNoNumber || (isUsed && offset >= tableAt))
            return damaged("cross-reference entry " + std::to_string(i));
        layout.offsets.push_back(isUsed ? offset : 0);
    }
    const std::size_t trailerAt = pdf.find("trailer", tableAt);
    const std::string_view trailer =
        trailerAt == std::string_view::npos ? "" : pdf.substr(trailerAt, start - trailerAt);
    const std::size_t info = referenceOf(trailer, "/Info");
    const std::size_t root = referenceOf(trailer, "/Root");
    if (info >= layout.offsets.size() || root >= layout.offsets.size())
        return damaged("trailer without information or catalogue");
    layout.info = info;
    layout.root = root;
    return layout;
}

// From "7 0 obj" to just before the next object or the table.
std::string_view objectText(std::string_view pdf, const PdfLayout& layout, std::size_t number)
{
    const std::size_t begin = layout.offsets[number];
    std::size_t end = layout.tableAt;
    for (const std::size_t offset : layout.offsets)
        if (offset > begin)
            end = std::min(end, offset);
    return pdf.substr(begin, end - begin);
}

// UTF-8 as a hexadecimal string of UTF-16 with byte order mark (ISO 32000-1, 7.9.2.2).
std::string textString(std::string_view utf8)
{
    std::string out = "<FEFF";
    const auto append = [&](unsigned value) {
        constexpr std::string_view kDigits = "0123456789ABCDEF";
        for (int shift = 12; shift >= 0; shift -= 4)
            out += kDigits[(value >> static_cast<unsigned>(shift)) & 0xFU];
    };
    for (std::size_t i = 0; i < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[i]);
        const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        unsigned code = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length && i + k < utf8.size(); ++k)
            code = (code << 6U) | (static_cast<unsigned char>(utf8[i + k]) & 0x3FU);
        i += length;
        if (code >= 0x10000) {
            append(0xD800U + ((code - 0x10000) >> 10U));
            append(0xDC00U + ((code - 0x10000) & 0x3FFU));
        } else {
            append(code);
        }
    }
    return out + ">";
}

std::string fromTextString(std::string_view hex)
{
    std::string out;
    unsigned high = 0;
    for (std::size_t i = 4; i + 4 <= hex.size(); i += 4) {
        unsigned unit = 0;
        std::from_chars(hex.data() + i, hex.data() + i + 4, unit, 16);
        if (unit >= 0xD800 && unit < 0xDC00) {
            high = unit;
            continue;
        }
        const unsigned code =
            unit >= 0xDC00 && unit < 0xE000 ? 0x10000 + ((high - 0xD800) << 10U) + (unit - 0xDC00) : unit;
        if (code < 0x80) {
            out += static_cast<char>(code);
            continue;
        }
        const int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
        constexpr unsigned kLeads[] = {0, 0xC0, 0xE0, 0xF0};
        out += static_cast<char>(kLeads[more] | (code >> static_cast<unsigned>(6 * more)));
        for (int k = more - 1; k >= 0; --k)
            out += static_cast<char>(0x80U | ((code >> static_cast<unsigned>(6 * k)) & 0x3FU));
    }
    return out;
}

std::string dateOf(const PdfProperties& properties)
{
    return properties.created.size() == 20 ? properties.created : std::string("1970-01-01T00:00:00Z");
}

std::string infoDictionary(const PdfProperties& properties)
{
    std::string date = "D:";
    for (const char c : dateOf(properties))
        if ((c >= '0' && c <= '9') || c == 'Z')
            date += c;
    return "<<\n/Title " + textString(properties.title) + "\n/Subject " + textString(properties.subject) + "\n/Creator "
        + textString(properties.creator) + "\n/Producer " + textString(properties.creator) + "\n/CreationDate (" + date
        + ")\n/ModDate (" + date + ")\n/AntecedentTwin " + textString(properties.twinDigest) + "\n/AntecedentTwinName "
        + textString(properties.twinName) + "\n>>\n";
}

std::string xmpPacket(const PdfProperties& properties)
{
    const auto alternative = [](std::string_view name, const std::string& text) {
        const std::string tag(name);
        return "   <dc:" + tag + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escapeXml(text)
            + "</rdf:li></rdf:Alt></dc:" + tag + ">\n";
    };
    const std::string date = dateOf(properties);
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n <rdf:RDF "
           "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "  <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
           " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
           " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
        + alternative("title", properties.title) + alternative("description", properties.subject)
        + "   <xmp:CreatorTool>" + escapeXml(properties.creator) + "</xmp:CreatorTool>\n   <xmp:CreateDate>" + date
        + "</xmp:CreateDate>\n" + "   <xmp:ModifyDate>" + date + "</xmp:ModifyDate>\n   <pdf:Producer>"
        + escapeXml(properties.creator)
        + "</pdf:Producer>\n   <pdfaid:part>1</pdfaid:part>\n   <pdfaid:conformance>B</pdfaid:conformance>\n"
        + "  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n";
}

void appendPadded(std::string& out, std::size_t number, std::size_t width)
{
    const std::string digits = std::to_string(number);
    out.append(width - std::min(width, digits.size()), '0');
    out += digits;
}

// Table and trailer for a body of bytes; the identifier is the SHA-256 of the body, which seals the file.
std::string tailOf(std::string_view body, const std::vector<std::size_t>& offsets, std::size_t root, std::size_t info)
{
    const std::string id = toHex(sha256(body));
    std::string out = "xref\n0 " + std::to_string(offsets.size()) + "\n";
    for (const std::size_t offset : offsets) {
        appendPadded(out, offset, 10);
        out += offset == 0 ? " 65535 f \n" : " 00000 n \n";
    }
    out += "trailer\n<<\n/Size " + std::to_string(offsets.size()) + "\n/Info " + std::to_string(info) + " 0 R\n/Root "
        + std::to_string(root) + " 0 R\n/ID [<" + id + "> <" + id + ">]\n>>\nstartxref\n" + std::to_string(body.size())
        + "\n%%EOF\n";
    return out;
}

// Header, all objects in the order of their numbers, table and trailer.
std::string assemble(const std::vector<std::string>& objects, std::size_t root, std::size_t info)
{
    std::string out = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
    std::vector<std::size_t> offsets;
    for (const std::string& object : objects) {
        offsets.push_back(object.empty() ? 0 : out.size());
        out += object;
        if (!object.empty() && object.back() != '\n')
            out += '\n';
    }
    return out + tailOf(out, offsets, root, info);
}

} // namespace

Result<std::string> withProperties(std::string_view pdf, const PdfProperties& properties)
{
    const Result<PdfLayout> layout = readLayout(pdf);
    if (!layout)
        return layout.error();
    const std::size_t metadata = referenceOf(objectText(pdf, *layout, layout->root), "/Metadata");
    if (metadata >= layout->offsets.size())
        return damaged("catalogue without metadata");
    std::vector<std::string> objects(layout->offsets.size());
    for (std::size_t number = 0; number < objects.size(); ++number)
        if (layout->offsets[number] != 0)
            objects[number] = std::string(objectText(pdf, *layout, number));
    const auto head = [](std::size_t number) { return std::to_string(number) + " 0 obj\n"; };
    const std::string packet = xmpPacket(properties);
    objects[layout->info] = head(layout->info) + infoDictionary(properties) + "endobj\n";
    objects[metadata] = head(metadata) + "<<\n/Type /Metadata /Subtype /XML\n/Length " + std::to_string(packet.size())
        + "\n>>\nstream\n" + packet + "endstream\nendobj\n";
    return assemble(objects, layout->root, layout->info);
}

Result<PdfProperties> readProperties(std::string_view pdf)
{
    const Result<PdfLayout> layout = readLayout(pdf);
    if (!layout)
        return layout.error();
    const std::string_view info = objectText(pdf, *layout, layout->info);
    const auto entry = [&](std::string_view key) -> std::optional<std::string> {
        const std::string opening = "/" + std::string(key) + " <";
        const std::size_t at = info.find(opening);
        const std::size_t end = at == std::string_view::npos ? at : info.find('>', at);
        if (end == std::string_view::npos)
            return std::nullopt;
        return fromTextString(info.substr(at + opening.size(), end - at - opening.size()));
    };
    const auto twin = entry("AntecedentTwin");
    if (!twin)
        return Error{ErrorCode::NotAvailable, "PDF", "not a report of this program"};
    PdfProperties properties;
    properties.title = entry("Title").value_or("");
    properties.subject = entry("Subject").value_or("");
    properties.creator = entry("Creator").value_or("");
    properties.twinDigest = *twin;
    properties.twinName = entry("AntecedentTwinName").value_or("");
    return properties;
}

bool hasIntactSeal(std::string_view pdf)
{
    const Result<PdfLayout> layout = readLayout(pdf);
    if (!layout)
        return false;
    const std::string_view body = pdf.substr(0, layout->tableAt);
    // The offsets are outside of the body, so they must lead to their objects.
    for (std::size_t number = 0; number < layout->offsets.size(); ++number)
        if (layout->offsets[number] != 0
            && !body.substr(layout->offsets[number]).starts_with(std::to_string(number) + " 0 obj"))
            return false;
    return pdf.substr(layout->tableAt) == tailOf(body, layout->offsets, layout->root, layout->info);
}

} // namespace antecedent
