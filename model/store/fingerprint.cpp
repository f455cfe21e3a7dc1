// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/fingerprint.h"

#include "model/base/text.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <numeric>

namespace antecedent {

namespace {

// Column by column, so that a column that the source does not have costs nothing.
void mixColumn(
    std::vector<Fingerprint>& prints, const ColumnSpec& spec, const BatchColumn& column, std::size_t position)
{
    const std::uint64_t tag = position + 1;
    if (spec.type == ColumnType::Text && !column.texts.empty()) {
        for (std::size_t row = 0; row < prints.size(); ++row)
            if (const std::string_view text = trimmed(column.texts[row]); !text.empty()) {
                mixInto(prints[row], tag);
                mixInto(prints[row], text);
            }
    } else if (spec.type == ColumnType::Time && !column.times.empty()) {
        for (std::size_t row = 0; row < prints.size(); ++row)
            if (column.times[row].known()) {
                mixInto(prints[row], tag);
                mixInto(prints[row], static_cast<std::uint64_t>(column.times[row].utcUs));
            }
    } else if (spec.type == ColumnType::Number && !column.numbers.empty()) {
        for (std::size_t row = 0; row < prints.size(); ++row)
            if (const Decimal& number = column.numbers[row]; number.known) {
                mixInto(prints[row], tag + (number.inexact ? 512U : number.scale * 1024U));
                mixInto(prints[row], static_cast<std::uint64_t>(number.mantissa));
            }
    }
}

void mixAttributes(std::vector<Fingerprint>& prints, const RecordBatch& batch)
{
    std::vector<std::size_t> order(batch.attributeNames.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return batch.attributeNames[a] < batch.attributeNames[b]; });
    for (const std::size_t i : order)
        for (std::size_t row = 0; row < prints.size(); ++row)
            if (const std::string_view text = trimmed(batch.attributes[i][row]); !text.empty()) {
                mixInto(prints[row], batch.attributeNames[i]);
                mixInto(prints[row], text);
            }
}

constexpr bool isFree(const Fingerprint& print)
{
    return print.a == 0 && print.b == 0;
}

} // namespace

std::vector<Fingerprint> fingerprints(const RecordBatch& batch)
{
    std::vector<Fingerprint> prints(batch.rows);
    const TableSpec& spec = tableSpec(batch.table);
    for (std::size_t c = 0; c < spec.columns.size(); ++c)
        mixColumn(prints, spec.columns[c], batch.columns[c], c);
    mixAttributes(prints, batch);
    for (Fingerprint& print : prints) {
        mixInto(print, std::uint64_t{0x5851F42D4C957F2DULL});
        print.b |= 1U; // never the mark of a free place
    }
    return prints;
}

std::size_t FingerprintSet::slotOf(const Fingerprint& print) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = static_cast<std::size_t>(print.a) & mask;
    while (!isFree(m_slots[at]) && !(m_slots[at] == print))
        at = (at + 1) & mask;
    return at;
}

bool FingerprintSet::insert(Fingerprint print)
{
    print.b |= 1U;
    if ((m_size + 1) * 4 > m_slots.size() * 3)
        grow();
    const std::size_t at = slotOf(print);
    if (!isFree(m_slots[at]))
        return false;
    m_slots[at] = print;
    ++m_size;
    return true;
}

bool FingerprintSet::contains(Fingerprint print) const
{
    print.b |= 1U;
    return !m_slots.empty() && !isFree(m_slots[slotOf(print)]);
}

std::size_t FingerprintSet::sharedWith(const FingerprintSet& other) const
{
    return static_cast<std::size_t>(std::count_if(m_slots.begin(), m_slots.end(),
        [&](const Fingerprint& print) { return !isFree(print) && other.contains(print); }));
}

std::vector<Fingerprint> FingerprintSet::take()
{
    std::vector<Fingerprint> out;
    out.reserve(m_size);
    std::copy_if(
        m_slots.begin(), m_slots.end(), std::back_inserter(out), [](const Fingerprint& p) { return !isFree(p); });
    m_slots.clear();
    m_size = 0;
    return out;
}

void FingerprintSet::grow()
{
    std::vector<Fingerprint> old(std::max<std::size_t>(1024, m_slots.size() * 2));
    old.swap(m_slots);
    for (const Fingerprint& print : old)
        if (!isFree(print))
            m_slots[slotOf(print)] = print;
}

} // namespace antecedent
