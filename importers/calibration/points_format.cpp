// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/calibration/points_format.h"

#include "importers/calibration/point_fold.h"

namespace antecedent::importers {

namespace {

std::optional<FormatMatch> matchPoints(std::string_view head, std::string_view /*name*/)
{
    constexpr int kSure = 95;
    const DelimitedHead found = readDelimitedHead(head);
    if (!found.isTable() || !findPointColumns(found.columns))
        return std::nullopt;
    return FormatMatch{kSure, phrase("points of calibration data sheets by their headings")};
}

class PointSource final : public TableSource
{
public:
    explicit PointSource(std::unique_ptr<PointFold> fold)
        : m_fold(std::move(fold))
    {
    }

protected:
    Result<bool> more(CsvWriter& rows) override
    {
        constexpr std::size_t kRows = 1000;
        if (!m_isStarted)
            rows.row(PointFold::header());
        m_isStarted = true;
        for (std::size_t i = 0; i < kRows; ++i) {
            const Result<bool> hasMore = m_fold->next(m_row);
            if (!hasMore || !*hasMore)
                return hasMore;
            rows.row(m_row);
        }
        return true;
    }

private:
    std::unique_ptr<PointFold> m_fold;
    std::vector<std::string> m_row;
    bool m_isStarted = false;
};

Result<std::unique_ptr<TableSource>> openPoints(
    ByteSource& bytes, std::string_view /*part*/, const TextHints& /*hints*/)
{
    Result<std::unique_ptr<PointFold>> fold = PointFold::open(bytes);
    if (!fold)
        return fold.error();
    return std::unique_ptr<TableSource>(std::make_unique<PointSource>(std::move(*fold)));
}

} // namespace

Format calibrationPointsFormat()
{
    Format out;
    out.id = "calibrationpoints";
    out.title = "points of calibration data sheets";
    out.isDelimited = true;
    out.match = matchPoints;
    out.open = openPoints;
    return out;
}

} // namespace antecedent::importers
