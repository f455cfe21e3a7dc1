// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/xls/xls_book.h"

#include "importers/format/xls/biff_records.h"
#include "importers/format/xls/compound_file.h"
#include "importers/format/xls/little_endian.h"
#include "importers/text/encoding.h"
#include "importers/text/prefixed_source.h"

#include <utility>

namespace antecedent::importers {

namespace {

constexpr std::uint16_t kBiff5 = 0x0500;
constexpr std::uint16_t kBiff8 = 0x0600;
constexpr std::size_t kMostSheets = 4'000;
constexpr std::size_t kMostStyles = 100'000;

Error damaged(const std::string& what)
{
    return Error{ErrorCode::CorruptInput, {}, "the workbook: " + what};
}

Error refused(const std::string& what)
{
    return Error{ErrorCode::FileUnreadable, {}, what};
}

Error isProtected()
{
    return refused("the workbook is protected by a password; take the password off in the spreadsheet program and save "
                   "it again, best as .xlsx");
}

// Of the streams of a compound file, the workbook's.
Result<CompoundFile::Stream> workbookStream(ByteSource& bytes)
{
    const Result<std::unique_ptr<CompoundFile>> file = CompoundFile::open(bytes);
    if (!file)
        return file.error();
    if ((*file)->has("EncryptedPackage"))
        return isProtected();
    for (const char* name : {"Workbook", "Book"})
        if ((*file)->has(name))
            return (*file)->read(name);
    return Error{ErrorCode::NotData, {}, "a document of old Office programs that is no workbook"};
}

} // namespace

Result<std::unique_ptr<XlsBook>> XlsBook::open(ByteSource& bytes)
{
    Result<Head> head = readHead(bytes, CompoundFile::kSignature.size());
    if (!head)
        return head.error();
    const std::uint16_t first = wordAt(head->bytes, 0);
    if (first == 0x0009 || first == 0x0209 || first == 0x0409)
        return refused("a workbook of Excel 4 or before; save it in a spreadsheet program as .xlsx");
    PrefixedSource whole(std::move(head->bytes), bytes);
    Result<CompoundFile::Stream> stream = workbookStream(whole);
    if (!stream)
        return stream.error();
    auto out = std::make_unique<XlsBook>();
    out->m_stream = std::move(stream->bytes);
    out->m_isCut = stream->isCut;
    if (const Result<void> read = out->readGlobals(); !read)
        return read.error();
    return out;
}

Result<void> XlsBook::readGlobals()
{
    const std::optional<BiffRecord> bof = biffRecord(m_stream, 0);
    if (!bof || bof->id != Biff::Bof)
        return damaged("its stream does not begin as one");
    const std::uint16_t version = wordAt(bof->data, 0);
    if (version != kBiff5 && version != kBiff8)
        return refused("a workbook of an unknown version of Excel; save it in a spreadsheet program as .xlsx");
    m_isBiff5 = version == kBiff5;
    std::size_t at = bof->next;
    for (;;) {
        const std::optional<BiffRecord> record = biffRecord(m_stream, at);
        if (!record && m_sheets.empty())
            return damaged("it ends before its sheets are named");
        if (!record || record->id == Biff::Eof)
            return {};
        const std::string_view data = record->data;
        switch (record->id) {
        case Biff::FilePass:
            return isProtected();
        case Biff::CodePage:
            readCodePage(wordAt(data, 0));
            break;
        case Biff::DateMode:
            m_isFrom1904 = wordAt(data, 0) == 1;
            break;
        case Biff::BoundSheet:
            if (m_sheets.size() >= kMostSheets)
                return Error{ErrorCode::TooLarge, {}, "the workbook has more than 4000 sheets"};
            addSheet(data, at);
            break;
        case Biff::Format: {
            BiffFields fields(m_stream, at, 2);
            m_codes[wordAt(data, 0)] = formOfCode(biffText(fields, m_isBiff5 ? 1 : 2, m_isBiff5));
            break;
        }
        case Biff::Xf:
            if (m_styles.size() < kMostStyles)
                m_styles.push_back(wordAt(data, 2));
            break;
        case Biff::Sst:
            if (const Result<void> read = readTexts(at); !read)
                return read;
            break;
        default:
            break;
        }
        at = record->next;
    }
}

void XlsBook::addSheet(std::string_view data, std::size_t at)
{
    constexpr std::uint8_t kWorksheet = 0; // not a chart or a macro
    if (byteAt(data, 5) != kWorksheet)
        return;
    BiffFields fields(m_stream, at, 6);
    std::string name = biffText(fields, 1, m_isBiff5);
    m_sheets.push_back({m_isBiff5 ? decoded(std::move(name)) : std::move(name), (byteAt(data, 4) & 0x03U) != 0});
    m_places.push_back(longAt(data, 0));
}

// Of the code pages, the Western one is read; BIFF8 has no texts in one.
void XlsBook::readCodePage(std::uint16_t page)
{
    constexpr std::uint16_t kWestern = 1252;
    constexpr std::uint16_t kWesternToo = 0x8001;
    constexpr std::uint16_t kAscii = 367;
    if (m_isBiff5 && page != kWestern && page != kWesternToo && page != kAscii)
        m_remark = "its texts are in code page " + std::to_string(page)
            + ", which is not known; they were read as Windows-1252, and letters beyond ASCII may be wrong";
}

std::string XlsBook::decoded(std::string bytes) const
{
    std::string out;
    Decoder(Encoding::Windows1252).decode(bytes, true, out);
    return out;
}

Result<void> XlsBook::readTexts(std::size_t at)
{
    BiffFields fields(m_stream, at, 8);
    while (!fields.isAtEnd() && !m_texts.isFull()) {
        m_texts.append(biffText(fields, 2, false));
        m_texts.end();
    }
    return m_texts.isFull()
        ? Result<void>(Error{ErrorCode::TooLarge, {}, "the workbook has more than 512 MB or 20 million texts"})
        : Result<void>();
}

NumberForm XlsBook::formOf(std::size_t style) const
{
    if (style >= m_styles.size())
        return {};
    const auto code = m_codes.find(m_styles[style]);
    return code == m_codes.end() ? builtinForm(m_styles[style]) : code->second;
}

} // namespace antecedent::importers
