// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the sheets of an old binary workbook (.xls, BIFF8 and BIFF5) share: their names and places, the texts that cells
// refer to, how numbers are shown. The stream of the workbook is held in memory, at most CompoundFile::kMostBytes.
// Threads: one owner; read only once it is open.

#include "importers/format/sheet/shared_texts.h"
#include "importers/format/sheet/sheet_book.h"
#include "importers/format/xlsx/number_format.h"
#include "importers/text/byte_source.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

class XlsBook
{
public:
    // Errors: CorruptInput, TooLarge; FileUnreadable: protected by a password, or of Excel 4 or before; NotData:
    // another document.
    static Result<std::unique_ptr<XlsBook>> open(ByteSource& bytes);

    const std::vector<SheetInfo>& sheets() const { return m_sheets; } // worksheets, in the order of their tabs
    std::size_t placeOf(std::size_t sheet) const { return m_places[sheet]; } // in the stream
    std::string_view stream() const { return m_stream; }
    bool isCut() const { return m_isCut; } // the file ends before the stream does
    bool isBiff5() const { return m_isBiff5; } // texts are bytes
    bool isFrom1904() const { return m_isFrom1904; }
    const SharedTexts& texts() const { return m_texts; }
    NumberForm formOf(std::size_t style) const;
    std::string decoded(std::string bytes) const; // of BIFF5
    // What to say of the code page of its texts; empty: nothing.
    const std::string& remark() const { return m_remark; }

private:
    Result<void> readGlobals();
    void addSheet(std::string_view data, std::size_t at);
    void readCodePage(std::uint16_t page);
    Result<void> readTexts(std::size_t at);

    std::string m_stream;
    bool m_isCut = false;
    bool m_isBiff5 = false;
    bool m_isFrom1904 = false;
    std::vector<SheetInfo> m_sheets;
    std::vector<std::size_t> m_places;
    SharedTexts m_texts;
    std::map<std::uint16_t, NumberForm> m_codes; // of formats, by number
    std::vector<std::uint16_t> m_styles; // number of the format, by style
    std::string m_remark;
};

} // namespace antecedent::importers
