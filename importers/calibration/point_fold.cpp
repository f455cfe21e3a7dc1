// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/calibration/point_fold.h"

#include "importers/calibration/point_values.h"
#include "importers/text/find_heading.h"
#include "importers/text/number_text.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace antecedent::importers {

namespace {

constexpr std::size_t kMostLines = 12;
constexpr std::size_t kMostText = 600; // bytes

struct Rule
{
    std::size_t PointColumns::*column;
    std::string_view heading;
    bool isNeeded;
};
using P = PointColumns;
constexpr std::array kRules{Rule{&P::order, "WONUM", true}, Rule{&P::site, "SITEID", false},
    Rule{&P::point, "POINT", true}, Rule{&P::nominal, "INPUTVALUE", false}, Rule{&P::wanted, "OUTPUTVALUE", false},
    Rule{&P::foundIn, "ASFOUNDINPUT", true}, Rule{&P::foundOut, "ASFOUNDOUTPUT", true},
    Rule{&P::foundError, "ASFOUNDERROR1", false}, Rule{&P::foundPass, "ASFOUNDPASS", false},
    Rule{&P::foundFail, "ASFOUNDFAIL", false}, Rule{&P::leftIn, "ASLEFTINPUT", false},
    Rule{&P::leftOut, "ASLEFTOUTPUT", false}, Rule{&P::leftError, "ASLEFTERROR1", false},
    Rule{&P::leftPass, "ASLEFTPASS", false}, Rule{&P::leftFail, "ASLEFTFAIL", false},
    Rule{&P::low, "ASFOUNDTOL1LOWER", false}, Rule{&P::high, "ASFOUNDTOL1UPPER", false},
    Rule{&P::unit, "PROCESSEU", false}, Rule{&P::inputUnit, "INSTRCALRANGEEU", false},
    Rule{&P::outputUnit, "INSTROUTRANGEEU", false}};

double numberOf(std::string_view text, char decimalMark)
{
    Decimal value;
    return readNumber(text, decimalMark, value) == NumberStatus::Ok ? toDouble(value) : std::nan("");
}

// The error over the edge of the tolerance on its side; the error itself where no tolerance is known.
double shareOf(double error, double low, double high)
{
    const double edge = error < 0 ? std::abs(low) : std::abs(high);
    return std::isnan(edge) || edge == 0 ? std::abs(error) : std::abs(error) / edge;
}

} // namespace

std::optional<PointColumns> findPointColumns(const std::vector<std::string>& columns)
{
    PointColumns out;
    for (const Rule& rule : kRules) {
        out.*rule.column = findHeading(columns, rule.heading);
        if (rule.isNeeded && out.*rule.column == P::kNone)
            return std::nullopt;
    }
    return out;
}

PointFold::PointFold(std::unique_ptr<DelimitedRows> rows, PointColumns columns)
    : m_rows(std::move(rows))
    , m_columns(columns)
    , m_decimalMark(m_rows->head().dialect.dialect.decimalMark)
{
}

Result<std::unique_ptr<PointFold>> PointFold::open(ByteSource& bytes, const TextHints& hints)
{
    Result<std::unique_ptr<DelimitedRows>> rows = DelimitedRows::open(bytes, hints);
    if (!rows)
        return rows.error();
    const std::optional<PointColumns> columns = findPointColumns((*rows)->head().columns);
    if (!columns)
        return Error{ErrorCode::UnknownFormat, {}, "not a list of calibration points"};
    return std::unique_ptr<PointFold>(new PointFold(std::move(*rows), *columns));
}

const std::vector<std::string>& PointFold::header()
{
    static const std::vector<std::string> kHeader{"element", "WONUM", "SITEID", "POINTS", "POINT", "NOMINAL",
        "ASFOUNDERROR", "ASLEFTERROR", "TOLLOWER", "TOLUPPER", "TOLERANCE", "UNIT", "ASFOUND", "ASLEFT", "ALLPOINTS"};
    return kHeader;
}

void PointFold::addErrors(Calibration& calibration) const
{
    const auto at = [&](std::size_t column) { return m_rows->cell(column); };
    const PointErrors errors =
        pointErrors({at(m_columns.nominal), at(m_columns.wanted), at(m_columns.foundIn), at(m_columns.foundOut),
                        at(m_columns.foundError), at(m_columns.leftIn), at(m_columns.leftOut), at(m_columns.leftError),
                        at(m_columns.unit), at(m_columns.inputUnit), at(m_columns.outputUnit)},
            m_decimalMark);
    if (calibration.unit.empty())
        calibration.unit = errors.unit;
    const std::string& found = errors.found;
    const std::string& left = errors.left;
    const double low = numberOf(m_rows->cell(m_columns.low), m_decimalMark);
    const double high = numberOf(m_rows->cell(m_columns.high), m_decimalMark);
    const double foundShare = shareOf(numberOf(found, m_decimalMark), low, high);
    if (foundShare > calibration.worst) {
        calibration.worst = foundShare;
        calibration.worstPoint = std::string(m_rows->cell(m_columns.point));
        calibration.nominal = std::string(m_rows->cell(m_columns.nominal));
        calibration.foundError = found;
        calibration.low = std::string(m_rows->cell(m_columns.low));
        calibration.high = std::string(m_rows->cell(m_columns.high));
    }
    if (const double leftShare = shareOf(numberOf(left, m_decimalMark), low, high); leftShare > calibration.worstLeft) {
        calibration.worstLeft = leftShare;
        calibration.leftError = left;
    }
    if (calibration.text.size() < kMostText)
        calibration.text += (calibration.text.empty() ? "" : "; ") + std::string(m_rows->cell(m_columns.nominal)) + ": "
            + found + " / " + left;
}

void PointFold::add()
{
    const std::string order(m_rows->cell(m_columns.order));
    const std::string site(m_rows->cell(m_columns.site));
    const auto [place, isNew] = m_places.try_emplace(site + "\n" + order, m_given + m_open.size());
    if (isNew) {
        m_open.emplace_back();
        m_open.back().order = order;
        m_open.back().site = site;
    }
    Calibration& calibration = m_open[place->second - m_given];
    ++calibration.points;
    if (calibration.lines.size() < kMostLines)
        calibration.lines.push_back(std::to_string(m_rows->line()));
    addErrors(calibration);
    const auto found = isPointFailed(m_rows->cell(m_columns.foundPass), m_rows->cell(m_columns.foundFail));
    const auto left = isPointFailed(m_rows->cell(m_columns.leftPass), m_rows->cell(m_columns.leftFail));
    calibration.isFoundKnown = calibration.isFoundKnown || found.has_value();
    calibration.isFoundFail = calibration.isFoundFail || found.value_or(false);
    calibration.isLeftKnown = calibration.isLeftKnown || left.has_value();
    calibration.isLeftFail = calibration.isLeftFail || left.value_or(false);
}

void PointFold::write(const Calibration& calibration, std::vector<std::string>& row) const
{
    const auto verdict = [](bool isKnown, bool isFail) { return isFail ? "FAIL" : isKnown ? "PASS" : ""; };
    const double low = numberOf(calibration.low, m_decimalMark);
    const double high = numberOf(calibration.high, m_decimalMark);
    const bool isEven = low == -high;
    const auto point = [&](std::string_view text) { return pointNumber(text, m_decimalMark); };
    row = {join(calibration.lines, ", ") + (calibration.points > calibration.lines.size() ? ", …" : ""),
        calibration.order, calibration.site, std::to_string(calibration.points), calibration.worstPoint,
        point(calibration.nominal), point(calibration.foundError), point(calibration.leftError), point(calibration.low),
        point(calibration.high), isEven ? point(calibration.high) : std::string(), calibration.unit,
        verdict(calibration.isFoundKnown, calibration.isFoundFail),
        verdict(calibration.isLeftKnown, calibration.isLeftFail), calibration.text};
}

Result<bool> PointFold::next(std::vector<std::string>& row)
{
    while (!m_isEnded && m_damaged.empty() && m_open.size() < kMostOpen) {
        const Result<bool> more = m_rows->next();
        if (!more)
            return more;
        m_isEnded = !*more;
        if (*more && m_rows->isSound())
            add();
        else if (*more)
            m_damaged.push_back(std::to_string(m_rows->line()));
    }
    if (!m_damaged.empty()) {
        row.assign(header().size(), {});
        row[0] = m_damaged.back();
        m_damaged.pop_back();
        return true;
    }
    if (m_open.empty())
        return false;
    write(m_open.front(), row);
    m_places.erase(m_open.front().site + "\n" + m_open.front().order);
    m_open.pop_front();
    ++m_given;
    return true;
}

} // namespace antecedent::importers
