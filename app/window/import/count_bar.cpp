// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/import/count_bar.h"

#include "widgets/common/palette.h"

#include <QPainter>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

CountBar::CountBar(QWidget* parent)
    : QWidget(parent)
{
    constexpr int kHeight = 10;
    setFixedHeight(kHeight);
    setMinimumWidth(120);
}

void CountBar::setCounts(std::uint64_t stored, std::uint64_t rejected, std::uint64_t repeated)
{
    m_stored = stored;
    m_rejected = rejected;
    m_repeated = repeated;
    update();
}

void CountBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const Theme theme = themeOf(palette());
    painter.fillRect(rect(), color(theme, Paint::Grid));
    const std::uint64_t all = m_stored + m_rejected + m_repeated;
    if (all == 0)
        return;
    const auto widthOf = [&](std::uint64_t count) {
        const int exact =
            static_cast<int>(static_cast<double>(count) * static_cast<double>(width()) / static_cast<double>(all));
        return count == 0 ? 0 : std::max(2, exact);
    };
    const int rejected = widthOf(m_rejected);
    const int repeated = widthOf(m_repeated);
    const int stored = std::max(0, width() - rejected - repeated);
    painter.fillRect(QRect(0, 0, m_stored == 0 ? 0 : stored, height()), color(theme, Paint::Ok));
    painter.fillRect(QRect(width() - rejected - repeated, 0, rejected, height()), color(theme, Paint::Error));
    painter.fillRect(QRect(width() - repeated, 0, repeated, height()), color(theme, Paint::Uncertainty));
}

} // namespace antecedent::app
