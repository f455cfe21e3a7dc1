// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/sheet/sheet_book.h"

#include <algorithm>
#include <optional>

namespace antecedent::importers {

namespace {

// Looks into every sheet at most once.
class Survey
{
public:
    Survey(const std::vector<SheetInfo>& sheets, const HasTableFn& hasTable)
        : m_sheets(sheets)
        , m_hasTable(hasTable)
        , m_found(sheets.size())
    {
    }
    const Result<bool>& at(std::size_t sheet)
    {
        if (!m_found[sheet])
            m_found[sheet] = m_hasTable(sheet);
        return *m_found[sheet];
    }
    bool isTable(std::size_t sheet) { return !m_sheets[sheet].isHidden && at(sheet).value_or(false); }
    std::size_t firstTable() // their number: there is none
    {
        std::size_t out = 0;
        while (out < m_sheets.size() && !isTable(out))
            ++out;
        return out;
    }

private:
    const std::vector<SheetInfo>& m_sheets;
    const HasTableFn& m_hasTable;
    std::vector<std::optional<Result<bool>>> m_found;
};

std::vector<SheetRemark> remarksOf(const std::vector<SheetInfo>& sheets, Survey& survey)
{
    std::vector<SheetRemark> out;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string& name = sheets[i].name;
        if (sheets[i].isHidden)
            out.push_back({DiagnosticCode::SourceRemark,
                "the sheet " + name + " is hidden and was left out; #" + name + " behind the file name reads it"});
        else if (const Result<bool>& isTable = survey.at(i); !isTable)
            out.push_back({DiagnosticCode::UnreadablePart,
                "the sheet " + name + " can't be read and was left out: " + isTable.error().detail});
    }
    return out;
}

std::string namesOf(const std::vector<SheetInfo>& sheets)
{
    std::string out;
    for (const SheetInfo& sheet : sheets)
        out += (out.empty() ? "" : ", ") + sheet.name + (sheet.isHidden ? " (hidden)" : "");
    return out;
}

} // namespace

std::vector<std::string> tableNames(const std::vector<SheetInfo>& sheets, const HasTableFn& hasTable)
{
    Survey survey(sheets, hasTable);
    std::vector<std::string> out;
    for (std::size_t i = 0; i < sheets.size(); ++i)
        if (survey.isTable(i))
            out.push_back(sheets[i].name);
    return out;
}

Result<SheetChoice> chooseSheet(const std::vector<SheetInfo>& sheets, const HasTableFn& hasTable, std::string_view part)
{
    Survey survey(sheets, hasTable);
    const std::size_t first = survey.firstTable();
    if (part.empty() && first == sheets.size()) {
        Error none{ErrorCode::NotData, {}, "a workbook without a sheet that has rows; sheets: " + namesOf(sheets)};
        for (const SheetRemark& remark : remarksOf(sheets, survey)) {
            if (remark.code != DiagnosticCode::UnreadablePart)
                continue;
            none.code = ErrorCode::CorruptInput;
            none.detail += "; " + remark.text;
        }
        return none;
    }
    SheetChoice out;
    out.sheet = first;
    if (!part.empty()) {
        const auto found =
            std::find_if(sheets.begin(), sheets.end(), [&](const SheetInfo& sheet) { return sheet.name == part; });
        if (found == sheets.end())
            return Error{ErrorCode::InvalidArgument, {},
                "the workbook has no sheet " + std::string(part) + "; sheets: " + namesOf(sheets)};
        out.sheet = static_cast<std::size_t>(found - sheets.begin());
    }
    if (out.sheet == first)
        out.remarks = remarksOf(sheets, survey);
    return out;
}

} // namespace antecedent::importers
