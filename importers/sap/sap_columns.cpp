// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/sap/sap_columns.h"

#include "importers/proposal/headings.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>

extern "C" const unsigned char antecedent_sap_headings_begin[], antecedent_sap_headings_end[];

namespace antecedent::importers {

namespace {

struct SapField
{
    std::string name;
    std::string kind;
    int weight = 0;
};

struct Dictionary
{
    std::vector<SapField> fields;
    std::map<std::string, std::size_t, std::less<>> byHeading; // normalised -> place in `fields`
};

// `Start Malfn (T)` and `Störungsbeginn` as `startmalfnt` and `stoerungsbeginn`.
std::string normalHeading(std::string_view text)
{
    const Heading heading = readHeading(text);
    return heading.joined + readHeading(heading.bracket).joined;
}

Dictionary readDictionary()
{
    const std::string_view all(reinterpret_cast<const char*>(antecedent_sap_headings_begin), // NOLINT: linked bytes
        static_cast<std::size_t>(antecedent_sap_headings_end - antecedent_sap_headings_begin));
    Dictionary out;
    for (const std::string_view text : split(all, '\n')) {
        const std::string_view line = trimmed(text);
        const std::vector<std::string_view> cells = split(line, ',');
        if (line.starts_with('#') || cells.size() != 4)
            continue;
        const std::size_t place = out.fields.size();
        out.fields.push_back({std::string(cells[0]), std::string(cells[1]), cells[2] == "2" ? 2 : cells[2] == "1"});
        out.byHeading.emplace(normalHeading(cells[0]), place);
        for (const std::string_view heading : split(cells[3], '|'))
            out.byHeading.emplace(normalHeading(heading), place);
    }
    return out;
}

const Dictionary& dictionary()
{
    static const Dictionary kDictionary = readDictionary();
    return kDictionary;
}

// The field that holds the time of day of a date.
std::string_view clockOf(std::string_view date)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kPairs{{{"GSTRI", "GSUZI"},
        {"GLTRI", "GEUZI"}, {"QMDAT", "MZEIT"}, {"AUSVN", "AUZTV"}, {"AUSBS", "AUZTB"}, {"IDATE", "ITIME"}}};
    for (const auto& [first, second] : kPairs)
        if (first == date)
            return second;
    return {};
}

bool isClock(std::string_view text)
{
    const auto parts = split(text, ':');
    return (parts.size() == 2 || parts.size() == 3) && std::all_of(parts.begin(), parts.end(), [](std::string_view p) {
        return !p.empty() && p.size() <= 2
            && std::all_of(p.begin(), p.end(), [](char c) { return c >= '0' && c <= '9'; });
    });
}

class Finder
{
public:
    Finder(const std::vector<std::string>& headings, const std::vector<std::vector<std::string>>& rows)
        : m_rows(rows)
        , m_headings(headings)
    {
    }

    SapColumns run()
    {
        for (std::size_t c = 0; c < m_headings.size(); ++c) {
            const std::string heading = normalHeading(m_headings[c]);
            if (heading.empty())
                continue;
            ++m_out.named;
            place(c, heading);
        }
        return std::move(m_out);
    }

private:
    void place(std::size_t column, const std::string& heading)
    {
        const Dictionary& all = dictionary();
        const auto found = all.byHeading.find(heading);
        if (found == all.byHeading.end()) {
            if (const std::string_view clock = clockFor(heading); !clock.empty())
                take(column, clock, 1);
            return;
        }
        const SapField& field = all.fields[found->second];
        if (field.name == "DESCRIPTION") {
            takeDescription(column);
            return;
        }
        if (field.kind == "date" && !clockOf(field.name).empty() && holdsClocks(column)) {
            take(column, clockOf(field.name), field.weight);
            return;
        }
        if (take(column, field.name, field.weight))
            m_before = field.name;
    }

    bool take(std::size_t column, std::string_view field, int weight)
    {
        if (m_out.has(field))
            return false;
        m_out.byField.emplace(field, column);
        ++m_out.known;
        m_out.weight += weight;
        return true;
    }

    // A time of day: `Störungsbeginn Uhrzeit`, or `Uhrzeit` alone behind a date.
    std::string_view clockFor(const std::string& heading) const
    {
        for (const std::string_view ending : {"uhrzeit", "zeit", "time", "t"}) {
            if (!heading.ends_with(ending))
                continue;
            const std::string rest = heading.substr(0, heading.size() - ending.size());
            if (rest.empty() && ending != "t")
                return clockOf(m_before);
            const auto found = dictionary().byHeading.find(rest);
            if (found != dictionary().byHeading.end())
                if (const std::string_view clock = clockOf(dictionary().fields[found->second].name); !clock.empty())
                    return clock;
        }
        return {};
    }

    // The text of what the column before it numbers.
    void takeDescription(std::size_t column)
    {
        if (m_before == "TPLNR" && take(column, "PLTXT", 0))
            return;
        if (m_before == "EQUNR" && take(column, "EQKTX", 0))
            return;
        if (!m_out.has("KTEXT") && !m_out.has("QMTXT") && take(column, "KTEXT", 0))
            return;
        if (!take(column, "EQKTX", 0))
            take(column, "PLTXT", 0);
    }

    bool holdsClocks(std::size_t column) const
    {
        std::size_t filled = 0;
        std::size_t clocks = 0;
        for (const auto& row : m_rows) {
            if (column >= row.size() || row[column].empty())
                continue;
            ++filled;
            clocks += isClock(row[column]) ? 1U : 0U;
        }
        return filled > 0 && clocks * 2 > filled;
    }

    const std::vector<std::vector<std::string>>& m_rows;
    const std::vector<std::string>& m_headings;
    SapColumns m_out;
    std::string_view m_before; // the last field that was placed
};

} // namespace

bool SapColumns::isSap() const
{
    constexpr int kEnough = 7;
    const bool isKeyed = has("AUFNR") || has("QMNUM") || has("EQUNR") || has("MDOCM") || has("POINT");
    return isKeyed && weight >= kEnough && known * 5 >= named * 2;
}

SapColumns findSapColumns(const std::vector<std::string>& headings, const std::vector<std::vector<std::string>>& rows)
{
    return Finder(headings, rows).run();
}

} // namespace antecedent::importers
