// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/xls/xls_format.h"

#include "importers/format/sheet/sheet_book.h"
#include "importers/format/xls/compound_file.h"
#include "importers/format/xls/xls_sheet.h"
#include "importers/format/xml/xml_root.h"
#include "importers/text/prefixed_source.h"
#include "model/base/text.h"

namespace antecedent::importers {

namespace {

// An entry of a compound file's directory.
std::string wideText(std::string_view name)
{
    std::string out;
    for (const char c : name)
        (out += c) += '\0';
    return out;
}

bool isNamedWorkbook(std::string_view name)
{
    const std::string lower = toLowerAscii(name);
    for (const std::string_view ending : {".xls", ".xlt", ".xlsx", ".xlsm"})
        if (lower.ends_with(ending))
            return true;
    return false;
}

// What systems write under the name of a workbook, which spreadsheet programs open; empty: nothing of these.
std::string_view disguised(std::string_view head)
{
    constexpr std::size_t kLooked = 4096;
    if (head.starts_with("\xEF\xBB\xBF"))
        head.remove_prefix(3);
    const std::string begin = toLowerAscii(trimmed(head.substr(0, kLooked)));
    if (begin.starts_with("mime-version:") || begin.find("content-type: multipart/related") != std::string::npos)
        return "a web archive (MHTML)";
    for (const std::string_view tag : {"<!doctype html", "<html", "<table", "<head", "<meta", "<style", "<body"})
        if (begin.starts_with(tag) || (begin.starts_with("<?xml") && begin.find(tag) != std::string::npos))
            return "a web page (HTML)";
    if (const std::optional<XmlRoot> root = xmlRoot(head);
        root && root->name == "Workbook" && root->space.find("office:spreadsheet") != std::string::npos)
        return "an XML spreadsheet of Excel 2003";
    return {};
}

std::optional<FormatMatch> matchXls(std::string_view head, std::string_view name)
{
    constexpr int kSure = 100;
    constexpr int kByName = 60;
    if (head.starts_with(CompoundFile::kSignature)) {
        for (const char* stream : {"Workbook", "Book", "EncryptedPackage"})
            if (head.find(wideText(stream)) != std::string_view::npos)
                return FormatMatch{kSure, phrase("an old binary workbook of a spreadsheet program")};
        return isNamedWorkbook(name) ? std::optional(FormatMatch{kByName, phrase("the name of a workbook")})
                                     : std::nullopt;
    }
    if (!isNamedWorkbook(name))
        return std::nullopt;
    for (const std::string_view begin : {std::string_view("\x09\x00\x04\x00", 4),
             std::string_view("\x09\x02\x06\x00", 4), std::string_view("\x09\x04\x06\x00", 4)})
        if (head.starts_with(begin))
            return FormatMatch{kByName, phrase("the name of a workbook")};
    if (!disguised(head).empty())
        return FormatMatch{kByName, phrase("the name of a workbook")};
    return std::nullopt;
}

Result<std::unique_ptr<XlsBook>> openBook(ByteSource& bytes)
{
    Result<Head> head = readHead(bytes, kHeadBytes);
    if (!head)
        return head.error();
    if (const std::string_view what = disguised(head->bytes); !what.empty())
        return Error{ErrorCode::FileUnreadable, {},
            std::string(what)
                + " under the name of a workbook, as SAP and other systems write it; open it in a spreadsheet program "
                  "and save it as .xlsx or as text"};
    PrefixedSource whole(std::move(head->bytes), bytes);
    return XlsBook::open(whole);
}

Result<std::vector<std::string>> listParts(ByteSource& bytes)
{
    return listSheets(openBook(bytes));
}

Result<std::unique_ptr<TableSource>> openXls(ByteSource& bytes, std::string_view part, const TextHints& /*hints*/)
{
    return openPart(openBook(bytes), part);
}

} // namespace

Format xlsFormat()
{
    Format out;
    out.id = "xls";
    out.title = "old workbooks (.xls)";
    out.hasHeadings = false;
    out.match = &matchXls;
    out.parts = &listParts;
    out.open = &openXls;
    return out;
}

} // namespace antecedent::importers
