// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The points of calibration data sheets (IBM Maximo, PLUSCWODSPOINT) as one row per calibration: the point with the
// largest as-found error against its tolerance, the largest as-left error, whether any point failed, and all points as
// a text. The rows of a calibration need not stand together. Memory grows with the number of calibrations, of which at
// most kMostOpen are kept. Threads: one reader at a time.

#include "importers/text/delimited_rows.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace antecedent::importers {

struct PointColumns
{
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    std::size_t order = kNone;
    std::size_t site = kNone;
    std::size_t point = kNone;
    std::size_t nominal = kNone; // input
    std::size_t wanted = kNone; // output
    std::size_t foundIn = kNone;
    std::size_t foundOut = kNone;
    std::size_t foundError = kNone;
    std::size_t foundPass = kNone;
    std::size_t foundFail = kNone;
    std::size_t leftIn = kNone;
    std::size_t leftOut = kNone;
    std::size_t leftError = kNone;
    std::size_t leftPass = kNone;
    std::size_t leftFail = kNone;
    std::size_t low = kNone;
    std::size_t high = kNone;
    std::size_t unit = kNone;
    std::size_t inputUnit = kNone;
    std::size_t outputUnit = kNone;
};
// By the headings; nullopt if they are others.
std::optional<PointColumns> findPointColumns(const std::vector<std::string>& columns);

class PointFold
{
public:
    static constexpr std::size_t kMostOpen = 200'000;

    // `bytes` must outlive this. Error UnknownFormat if the table is another.
    static Result<std::unique_ptr<PointFold>> open(ByteSource& bytes, const TextHints& hints = {});

    static const std::vector<std::string>& header();
    // The next calibration, by the header's columns; false at the end.
    Result<bool> next(std::vector<std::string>& row);
    ExportStatement statement() const { return m_rows->statement(); }
    const Footers& footers() const { return m_rows->footers(); }
    std::uint64_t rowsRead() const { return m_rows->rowsRead(); }

private:
    struct Calibration
    {
        std::string order;
        std::string site;
        std::vector<std::string> lines;
        std::uint64_t points = 0;
        std::string worstPoint; // number and nominal value
        std::string nominal;
        std::string foundError;
        std::string leftError;
        std::string low;
        std::string high;
        std::string unit;
        std::string text; // all points
        double worst = -1; // error as a share of the tolerance
        double worstLeft = -1;
        bool isFoundKnown = false;
        bool isFoundFail = false;
        bool isLeftKnown = false;
        bool isLeftFail = false;
    };

    PointFold(std::unique_ptr<DelimitedRows> rows, PointColumns columns);
    void add();
    void addErrors(Calibration& calibration) const;
    void write(const Calibration& calibration, std::vector<std::string>& row) const;

    std::unique_ptr<DelimitedRows> m_rows;
    PointColumns m_columns;
    char m_decimalMark;
    std::deque<Calibration> m_open; // in order of their first rows
    std::uint64_t m_given = 0; // taken off the front of m_open
    std::unordered_map<std::string, std::uint64_t> m_places;
    std::vector<std::string> m_damaged;
    bool m_isEnded = false;
};

} // namespace antecedent::importers
