// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the sheets of a workbook share: their names, the texts that cells refer to, how numbers are shown. Threads: one
// owner; read only once it is open.

#include "importers/format/sheet/shared_texts.h"
#include "importers/format/sheet/sheet_book.h"
#include "importers/format/xlsx/number_format.h"
#include "importers/format/zip/zip_archive.h"
#include "model/base/result.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

class Workbook
{
public:
    // Errors: CorruptInput, TooLarge; NotData: an archive that is no workbook.
    static Result<std::unique_ptr<Workbook>> open(ByteSource& bytes);

    const std::vector<SheetInfo>& sheets() const { return m_sheets; } // worksheets, in the order of their tabs
    const std::string& memberOf(std::size_t sheet) const { return m_members[sheet]; } // of the archive
    bool isFrom1904() const { return m_isFrom1904; }
    const ZipArchive& archive() const { return *m_archive; }

    // Reads the shared texts and number formats, which only the cells need.
    Result<void> readCellParts();
    const SharedTexts& texts() const { return m_texts; }
    NumberForm formOf(std::size_t style) const;

private:
    Result<void> readSheets();

    std::unique_ptr<ZipArchive> m_archive;
    std::vector<SheetInfo> m_sheets;
    std::vector<std::string> m_members; // of each sheet
    std::string m_textMember;
    std::string m_styleMember;
    SharedTexts m_texts;
    std::vector<NumberForm> m_forms; // by cell style
    bool m_isFrom1904 = false;
};

} // namespace antecedent::importers
