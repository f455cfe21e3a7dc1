// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/calibration/point_fold.h"

#include "importers/mapping/tolerance_text.h"
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
constexpr std::array kRules{Rule{&P::order, "WONUM", true}, Rule{&P::point, "POINT", true},
    Rule{&P::nominal, "INPUTVALUE", false}, Rule{&P::wanted, "OUTPUTVALUE", false},
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

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return equalsIgnoreCase(text, word); });
}

// What the marks of a point say: `failed` and `passed` hold 1, Y or yes, or the word itself. Nullopt: nothing.
std::optional<bool> isFailed(std::string_view passed, std::string_view failed)
{
    const auto isYes = [](std::string_view text) { return isOneOf(text, {"1", "Y", "true", "yes"}); };
    const auto isNo = [](std::string_view text) { return isOneOf(text, {"0", "N", "false", "no"}); };
    for (const std::string_view mark : {failed, passed}) {
        if (isOneOf(mark, {"FAIL", "FAILED"}))
            return true;
        if (isOneOf(mark, {"PASS", "PASSED"}))
            return false;
    }
    if (isYes(failed) || isYes(passed))
        return isYes(failed);
    if (isNo(failed) && isNo(passed))
        return std::nullopt; // not judged
    return isNo(passed) ? std::optional(true) : isNo(failed) ? std::optional(false) : std::nullopt;
}

} // namespace

std::optional<PointColumns> findPointColumns(const std::vector<std::string>& columns)
{
    PointColumns out;
    for (const Rule& rule : kRules) {
        for (std::size_t c = 0; c < columns.size(); ++c)
            if (equalsIgnoreCase(columns[c], rule.heading))
                out.*rule.column = c;
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
    static const std::vector<std::string> kHeader{"element", "WONUM", "POINTS", "POINT", "NOMINAL", "ASFOUNDERROR",
        "ASLEFTERROR", "TOLLOWER", "TOLUPPER", "TOLERANCE", "UNIT", "ASFOUND", "ASLEFT", "ALLPOINTS"};
    return kHeader;
}

// Whether input and output can't be compared: a transmitter takes degrees and gives milliamperes.
bool PointFold::hasOtherOutput() const
{
    const std::string_view in = m_rows->cell(m_columns.inputUnit);
    const std::string_view out = m_rows->cell(m_columns.outputUnit);
    if (!in.empty() && !out.empty() && !equalsIgnoreCase(in, out))
        return true;
    const std::string apart =
        differenceText(m_rows->cell(m_columns.wanted), m_rows->cell(m_columns.nominal), m_decimalMark);
    return !apart.empty() && apart != "0";
}

void PointFold::addErrors(Calibration& calibration) const
{
    const bool isOther = hasOtherOutput();
    const auto error = [&](std::size_t stated, std::size_t in, std::size_t out) {
        const std::string_view text = m_rows->cell(stated);
        return text.empty()
            ? differenceText(m_rows->cell(out), m_rows->cell(isOther ? m_columns.wanted : in), m_decimalMark)
            : std::string(text);
    };
    if (calibration.unit.empty()) {
        const bool isOutput = isOther && m_rows->cell(m_columns.foundError).empty();
        calibration.unit = std::string(m_rows->cell(isOutput ? m_columns.outputUnit : m_columns.unit));
    }
    const double low = numberOf(m_rows->cell(m_columns.low), m_decimalMark);
    const double high = numberOf(m_rows->cell(m_columns.high), m_decimalMark);
    const std::string found = error(m_columns.foundError, m_columns.foundIn, m_columns.foundOut);
    const std::string left = error(m_columns.leftError, m_columns.leftIn, m_columns.leftOut);
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
    const auto [place, isNew] = m_places.try_emplace(order, m_given + m_open.size());
    if (isNew) {
        m_open.emplace_back();
        m_open.back().order = order;
    }
    Calibration& calibration = m_open[place->second - m_given];
    ++calibration.points;
    if (calibration.lines.size() < kMostLines)
        calibration.lines.push_back(std::to_string(m_rows->line()));
    addErrors(calibration);
    const auto found = isFailed(m_rows->cell(m_columns.foundPass), m_rows->cell(m_columns.foundFail));
    const auto left = isFailed(m_rows->cell(m_columns.leftPass), m_rows->cell(m_columns.leftFail));
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
        calibration.order, std::to_string(calibration.points), calibration.worstPoint, point(calibration.nominal),
        point(calibration.foundError), point(calibration.leftError), point(calibration.low), point(calibration.high),
        isEven ? point(calibration.high) : std::string(), calibration.unit,
        verdict(calibration.isFoundKnown, calibration.isFoundFail),
        verdict(calibration.isLeftKnown, calibration.isLeftFail), calibration.text};
}

Result<bool> PointFold::next(std::vector<std::string>& row)
{
    while (!m_isEnded && m_open.size() < kMostOpen) {
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
    m_places.erase(m_open.front().order);
    m_open.pop_front();
    ++m_given;
    return true;
}

} // namespace antecedent::importers
