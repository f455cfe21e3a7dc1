// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the sheets of a workbook share: their names, the texts that cells refer to, how numbers are shown. Threads: one
// owner; read only once it is open.

#include "importers/format/xlsx/number_format.h"
#include "importers/format/zip/zip_archive.h"
#include "model/base/result.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

struct WorkbookSheet
{
    std::string name;
    std::string member; // of the archive
    bool isHidden = false;
};

class Workbook
{
public:
    static constexpr std::size_t kMostText = std::size_t{512} << 20U; // bytes of shared texts
    static constexpr std::size_t kLongestCell = std::size_t{128} * 1024; // bytes of 32767 characters

    // Errors: CorruptInput, TooLarge; NotData: an archive that is no workbook.
    static Result<std::unique_ptr<Workbook>> open(ByteSource& bytes);

    const std::vector<WorkbookSheet>& sheets() const { return m_sheets; } // worksheets, in the order of their tabs
    const WorkbookSheet* find(std::string_view name) const;
    bool isFrom1904() const { return m_isFrom1904; }
    const ZipArchive& archive() const { return *m_archive; }

    // Reads the shared texts and number formats, which only the cells need.
    Result<void> readCellParts();
    std::string_view text(std::size_t index) const; // empty beyond the last
    std::uint64_t cutTexts() const { return m_cutTexts; } // of those that are shared
    NumberForm formOf(std::size_t style) const;

private:
    Result<void> readSheets();

    std::unique_ptr<ZipArchive> m_archive;
    std::vector<WorkbookSheet> m_sheets;
    std::string m_textMember;
    std::string m_styleMember;
    std::string m_texts; // one after another
    std::vector<std::size_t> m_ends; // of each text
    std::uint64_t m_cutTexts = 0;
    std::vector<NumberForm> m_forms; // by cell style
    bool m_isFrom1904 = false;
};

} // namespace antecedent::importers
