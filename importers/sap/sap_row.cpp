// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/sap/sap_row.h"

#include "importers/text/excel_serial.h"
#include "importers/text/number_text.h"
#include "importers/text/time_text.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>

namespace antecedent::importers {

namespace {

constexpr std::array<std::string_view, 34> kFixed{"element", "record", "ORDER", "TYPE", "PRIORITY", "STATUS", "ASSET",
    "TEXT", "REPORTED", "STARTED", "FINISHED", "DUE", "PLAN", "MALFUNCTION_START", "MALFUNCTION_END", "BREAKDOWN",
    "FAILURE", "CAUSE", "ITEM", "ACTIVITY", "TIME", "READING", "UNIT", "COUNTER", "SUPERIOR", "CLASS", "SERIAL",
    "CRITICALITY", "TAG", "FURTHER_ITEM_2", "FURTHER_ITEM_3", "FURTHER_ITEM_4", "FURTHER_ITEM_5", "FURTHER_ITEMS"};

// Fields that the fixed columns hold completely.
constexpr std::array<std::string_view, 34> kConveyed{"AUFNR", "AUART", "KTEXT", "EQUNR", "GSTRP", "GLTRP", "GSTRI",
    "GSUZI", "GLTRI", "GEUZI", "IDAT2", "ERDAT", "QMDAT", "MZEIT", "AUSVN", "AUZTV", "AUSBS", "AUZTB", "MSAUS", "FECOD",
    "URCOD", "OTEIL", "MNCOD", "WARPL", "IDATE", "ITIME", "RECDV", "UNIT", "PSORT", "SERNR", "EQART", "HEQUI", "ABCKZ",
    "MDOCM"};

bool isDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The mark that numbers with decimals have in the first rows.
char decimalMarkOf(const std::vector<std::vector<std::string>>& rows)
{
    std::size_t commas = 0;
    std::size_t points = 0;
    for (const auto& row : rows) {
        for (const std::string& cell : row) {
            Decimal value;
            const bool asComma = readNumber(cell, ',', value) == NumberStatus::Ok;
            const bool asPoint = readNumber(cell, '.', value) == NumberStatus::Ok;
            if (cell.find_first_of(",.") == std::string::npos || asComma == asPoint)
                continue;
            (asComma ? commas : points) += 1;
        }
    }
    return commas > points ? ',' : '.';
}

bool isNoDate(std::string_view text)
{
    IsoTime time;
    const TimeText kind = parseTimeText(text, DateOrder::Dmy, TimeForm::Calendar, time);
    return kind == TimeText::Empty || kind == TimeText::EmptyWord;
}

bool hasWord(std::string_view codes, std::initializer_list<std::string_view> words)
{
    for (const std::string_view code : split(codes, ' '))
        if (std::find(words.begin(), words.end(), code) != words.end())
            return true;
    return false;
}

bool isNotificationStatus(std::string_view codes)
{
    return hasWord(codes, {"NOCO", "NOPR", "OSNO", "NOPO", "MMAB", "MEAB", "MMIA", "MIAR", "MOFN", "OFMD"});
}

// Units of what is counted and does not go down: hours, cycles, pieces, energy, volume that went through.
bool isUnitOfCounters(std::string_view unit)
{
    static constexpr std::array<std::string_view, 34> kUnits{"h", "hr", "hrs", "std", "hour", "hours", "stunden", "bh",
        "km", "kwh", "mwh", "m3", "m\xC2\xB3", "cyc", "cycle", "cycles", "zyk", "zyklen", "pc", "pcs", "st", "stk",
        "ea", "strokes", "hub",
        "h\xC3\xBC"
        "be",
        "rev", "revs", "umdr", "starts", "batches", "chargen", "shots", "zykl"};
    const std::string word = toLowerAscii(unit);
    return std::find(kUnits.begin(), kUnits.end(), word) != kUnits.end();
}

} // namespace

std::size_t SapRowMaker::placeOf(std::string_view column)
{
    return static_cast<std::size_t>(std::find(kFixed.begin(), kFixed.end(), column) - kFixed.begin());
}

std::string sapObjectNumber(std::string_view text)
{
    const std::size_t point = text.find('.');
    if (point != std::string_view::npos && isDigits(text.substr(0, point))
        && text.find_first_not_of('0', point + 1) == std::string_view::npos)
        text = text.substr(0, point);
    if (isDigits(text))
        text.remove_prefix(std::min(text.find_first_not_of('0'), text.size() - 1));
    return std::string(text);
}

std::string sapStatus(std::string_view codes)
{
    if (hasWord(codes, {"DLFL", "DLT", "L\xC3\x96VM", "L\xC3\x96KZ", "LOVM"}))
        return "CAN";
    if (hasWord(codes, {"CLSD", "ABGS", "NOCO", "MMAB", "MEAB"}))
        return "CLOSE";
    if (hasWord(codes,
            {"TECO", "TABG", "CNF",
                "R\xC3\x9C"
                "CK",
                "RUECK"}))
        return "COMP";
    if (hasWord(codes,
            {"REL", "FREI", "PCNF",
                "TR\xC3\x9C"
                "CK",
                "NOPR", "MMIA", "MIAR"}))
        return "INPRG";
    if (hasWord(codes,
            {"CRTD", "EROF",
                "ER\xC3\x96"
                "F",
                "OSNO", "MOFN", "OFMD"}))
        return "WAPPR";
    return {};
}

SapRowMaker::SapRowMaker(const std::vector<std::string>& headings, const std::vector<std::vector<std::string>>& rows,
    std::optional<char> decimalMark)
    : m_columns(findSapColumns(headings, rows))
    , m_header(kFixed.begin(), kFixed.end())
    , m_decimalMark(decimalMark ? *decimalMark : decimalMarkOf(rows))
{
    if (const auto reading = m_columns.find("RECDV")) {
        const std::string heading = toLowerAscii(headings[*reading]);
        m_isCounterList = heading.find("counter") != std::string::npos || heading.find("stand") != std::string::npos;
    }
    std::vector<bool> isConveyed(headings.size());
    for (const std::string_view field : kConveyed)
        if (const auto column = m_columns.find(field))
            isConveyed[*column] = true;
    for (std::size_t c = 0; c < headings.size(); ++c) {
        if (isConveyed[c] || headings[c].empty())
            continue;
        m_kept.push_back(c);
        m_header.push_back(headings[c]);
    }
}

std::string_view SapRowMaker::cell(const SapCells& cells, std::string_view field) const
{
    const auto column = m_columns.find(field);
    return column ? cells.cell(*column) : std::string_view();
}

// The date with its time of day; empty for 00.00.0000 and the like.
std::string SapRowMaker::time(const SapCells& cells, std::string_view date, std::string_view clock) const
{
    const std::string_view day = cell(cells, date);
    if (isNoDate(day))
        return {};
    std::string out = serialDateText(day, m_decimalMark).value_or(std::string(day));
    const std::string_view hour = clock.empty() ? std::string_view() : cell(cells, clock);
    if (hour.empty() || out.find(':') != std::string::npos)
        return out;
    const auto serial = hour.find(':') == std::string_view::npos ? serialClockText(hour, m_decimalMark) : std::nullopt;
    return out + " " + serial.value_or(std::string(hour));
}

// A reading of a counter, and not of a vibration or a temperature: by the mark of the point, a difference that was
// counted, the heading, the unit. Without any of these, it is one.
bool SapRowMaker::isCounter(const SapCells& cells) const
{
    if (m_columns.has("INDCT"))
        return !cell(cells, "INDCT").empty();
    const std::string_view unit = cell(cells, "UNIT");
    return m_isCounterList || !cell(cells, "CDIFF").empty() || unit.empty() || isUnitOfCounters(unit);
}

std::string SapRowMaker::itemOf(const SapCells& cells) const
{
    const bool isOfItems = m_columns.has("QMNUM")
        && (m_columns.has("FENUM") || m_columns.has("OTEIL") || m_columns.has("FECOD") || m_columns.has("URCOD"));
    if (!isOfItems || !cells.isSound())
        return {};
    // Longer cells are no codes, and many items are held at once.
    const auto shortCell = [&](std::string_view field) {
        constexpr std::size_t kLongest = 120; // bytes
        const std::string_view text = cell(cells, field);
        return text.size() <= kLongest ? text : std::string_view();
    };
    std::string out = sapObjectNumber(shortCell("QMNUM"));
    if (const std::string number = sapObjectNumber(shortCell("FENUM")); !number.empty())
        out += "/" + number;
    const auto add = [&](std::string_view what, std::string_view code, std::string_view text) {
        const std::string_view name = shortCell(text);
        const std::string_view key = shortCell(code);
        if (name.empty() && key.empty())
            return;
        out += out.find(':') == std::string::npos ? ": " : ", ";
        out += std::string(what) + " " + std::string(key);
        if (!name.empty())
            out += (key.empty() ? "" : " ") + ("(" + std::string(name) + ")");
    };
    add("part", "OTEIL", "OTTXT");
    add("damage", "FECOD", "FETXT");
    add("cause", "URCOD", "URTXT");
    add("activity", "MNCOD", "MNTXT");
    return out;
}

std::vector<std::string> SapRowMaker::furtherItem(
    const std::vector<std::string>& row, std::size_t number, std::string item) const
{
    std::vector<std::string> out(m_header.size());
    for (const std::string_view column : {"element", "ORDER", "ASSET"})
        out[placeOf(column)] = row[placeOf(column)];
    out[placeOf("record")] = "item";
    out[placeOf("FURTHER_ITEM_2") + std::min(number - 2, kMaxFurther)] = std::move(item);
    return out;
}

std::vector<std::string> SapRowMaker::tagOf(const std::vector<std::string>& row) const
{
    std::vector<std::string> out(m_header.size());
    for (const std::string_view column : {"element", "ASSET", "TAG", "COUNTER", "UNIT"})
        out[placeOf(column)] = row[placeOf(column)];
    out[placeOf("record")] = "tag";
    return out;
}

std::vector<std::string> SapRowMaker::make(const SapCells& cells) const
{
    std::vector<std::string> out(m_header.size());
    out[0] = std::to_string(cells.line());
    if (!cells.isSound())
        return out;
    const auto first = [&](std::initializer_list<std::string_view> fields) {
        for (const std::string_view field : fields)
            if (const std::string_view text = cell(cells, field); !text.empty())
                return std::string(text);
        return std::string();
    };
    const auto firstTime = [&](std::initializer_list<std::pair<std::string_view, std::string_view>> fields) {
        for (const auto& [date, clock] : fields)
            if (std::string text = time(cells, date, clock); !text.empty())
                return text;
        return std::string();
    };
    const std::string order = sapObjectNumber(cell(cells, "AUFNR"));
    const std::string notification = sapObjectNumber(cell(cells, "QMNUM"));
    const bool isMeasurement = m_columns.has("MDOCM") || (m_columns.has("POINT") && m_columns.has("RECDV"));
    const bool isOrder = m_columns.has("AUFNR") || m_columns.has("QMNUM");
    const std::string_view codes = cell(cells, "STTXT");
    const std::string equipment = sapObjectNumber(cell(cells, "EQUNR"));
    const std::string priority = first({"PRIOK"});
    std::size_t i = 1;
    const bool isReading = isMeasurement && !isCounter(cells);
    out[i++] = isReading ? "reading" : isMeasurement ? "measurement" : isOrder ? "order" : "equipment";
    out[i++] = order.empty() ? notification : order;
    out[i++] = first({"AUART", "QMART"});
    out[i++] = priority.substr(0, priority.find('-'));
    // The notification of an order may be closed while the order is not.
    out[i++] = !order.empty() && isNotificationStatus(codes) ? std::string() : sapStatus(codes);
    out[i++] = equipment.empty() ? first({"TPLNR"}) : equipment;
    out[i++] = isOrder ? first({"KTEXT", "QMTXT"}) : first({"EQKTX", "KTEXT", "PLTXT"});
    out[i++] = firstTime({{"QMDAT", "MZEIT"}, {"ERDAT", {}}});
    out[i++] = time(cells, "GSTRI", "GSUZI");
    out[i++] = order.empty() ? firstTime({{"GLTRI", "GEUZI"}, {"IDAT2", {}}, {"QMDAB", {}}})
                             : firstTime({{"GLTRI", "GEUZI"}, {"IDAT2", {}}});
    out[i++] = time(cells, "GLTRP", {});
    out[i++] = first({"WARPL"});
    out[i++] = time(cells, "AUSVN", "AUZTV");
    out[i++] = time(cells, "AUSBS", "AUZTB");
    out[i++] = first({"MSAUS"});
    out[i++] = first({"FECOD"});
    out[i++] = first({"URCOD"});
    out[i++] = first({"OTEIL"});
    out[i++] = first({"MNCOD", "MNTXT"});
    out[i++] = time(cells, "IDATE", "ITIME");
    out[i++] = pointNumber(cell(cells, "RECDV"), m_decimalMark);
    out[i++] = first({"UNIT"});
    out[i++] = isMeasurement ? first({"PSORT", "POINT", "KTEXT"}) : std::string();
    // A functional location is a label: its leading zeros stay, in both columns.
    const std::string superior = sapObjectNumber(cell(cells, "HEQUI"));
    out[i++] = superior.empty() ? first({"TPLNR"}) : superior;
    out[i++] = first({"EQART"});
    out[i++] = first({"SERNR"});
    out[i++] = first({"ABCKZ"});
    // A name of a position counts within its equipment.
    const std::string& asset = out[placeOf("ASSET")];
    if (isReading)
        out[i] = m_columns.has("PSORT") && !asset.empty() ? asset + "/" + out[placeOf("COUNTER")]
                                                          : first({"POINT", "PSORT", "KTEXT"});
    i = kFixed.size();
    for (const std::size_t column : m_kept)
        out[i++] = std::string(cells.cell(column));
    return out;
}

} // namespace antecedent::importers
