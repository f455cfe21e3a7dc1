// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/pdf/page_flow.h"

#include <utility>

namespace antecedent {

namespace {

class Breaker
{
public:
    Breaker(const std::vector<Piece>& pieces, double pageHeight)
        : m_pieces(pieces)
        , m_pageHeight(pageHeight)
    {
    }

    std::vector<PlacedPage> run()
    {
        for (std::size_t i = 0; i < m_pieces.size();) {
            const std::size_t last = chainEnd(i);
            const bool hasContent = !m_pages.back().empty();
            const bool doesFit = fits(i, last);
            if (hasContent && !doesFit && m_pieces[i].mayFloat) {
                m_waiting.emplace_back(i, last);
                i = last + 1;
                continue;
            }
            if (m_pieces[i].startsPage)
                flush();
            if (!m_pages.back().empty() && (!doesFit || m_pieces[i].startsPage))
                newPage(i, last);
            place(i, last);
            i = last + 1;
        }
        flush();
        return std::move(m_pages);
    }

private:
    using Chain = std::pair<std::size_t, std::size_t>; // first and last piece

    std::size_t chainEnd(std::size_t first) const
    {
        std::size_t last = first;
        while (last + 1 < m_pieces.size() && m_pieces[last].keepWithNext
            && heightOf(first, last + 1, true, false) <= m_pageHeight && !m_pieces[last + 1].startsPage)
            ++last;
        return last;
    }
    // Nothing of the running text stands on the page yet.
    bool isTop() const { return m_pages.back().size() == m_floated; }
    // Height of a chain with the spaces between its pieces.
    double heightOf(std::size_t first, std::size_t last, bool withHeader, bool withSpaceBefore) const
    {
        double height = withSpaceBefore ? m_pieces[first].spaceBefore : 0;
        if (withHeader && m_pieces[first].repeatedHeader)
            height += m_pieces[first].repeatedHeader->height;
        for (std::size_t i = first; i <= last; ++i)
            height += m_pieces[i].height + (i > first ? m_pieces[i].spaceBefore : 0);
        return height;
    }
    bool fits(std::size_t first, std::size_t last) const
    {
        return m_y + heightOf(first, last, isTop(), !m_pages.back().empty()) <= m_pageHeight;
    }
    void open()
    {
        m_pages.emplace_back();
        m_y = 0;
        m_floated = 0;
    }
    // What waited comes first on a new page, as long as the page holds it.
    void placeWaiting()
    {
        while (!m_waiting.empty()) {
            const auto [first, last] = m_waiting.front();
            if (!m_pages.back().empty() && !fits(first, last))
                return;
            place(first, last);
            m_floated = m_pages.back().size();
            m_waiting.erase(m_waiting.begin());
        }
    }
    void newPage(std::size_t first, std::size_t last)
    {
        do {
            open();
            placeWaiting();
        } while (!m_pages.back().empty() && !fits(first, last));
    }
    void flush()
    {
        while (!m_waiting.empty()) {
            if (!m_pages.back().empty())
                open();
            placeWaiting();
        }
    }
    void place(std::size_t first, std::size_t last)
    {
        for (std::size_t i = first; i <= last; ++i) {
            const Piece& piece = m_pieces[i];
            if (!m_pages.back().empty())
                m_y += piece.spaceBefore;
            if (isTop() && piece.repeatedHeader) {
                m_pages.back().push_back({piece.repeatedHeader.get(), m_y});
                m_y += piece.repeatedHeader->height;
            }
            m_pages.back().push_back({&piece, m_y});
            m_y += piece.height;
        }
    }

    const std::vector<Piece>& m_pieces;
    double m_pageHeight;
    std::vector<PlacedPage> m_pages{1};
    double m_y = 0;
    std::size_t m_floated = 0; // pieces at the top of the last page that waited for it
    std::vector<Chain> m_waiting;
};

} // namespace

std::vector<PlacedPage> breakIntoPages(const std::vector<Piece>& pieces, double pageHeight)
{
    return Breaker(pieces, pageHeight).run();
}

} // namespace antecedent
