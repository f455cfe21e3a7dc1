// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/shared/finding_label.h"

#include "widgets/common/palette.h"

#include <QPainter>

namespace antecedent::app {

using namespace widgets;

void FindingLabel::setStrong(bool isStrong)
{
    m_isStrong = isStrong;
    update();
}

void FindingLabel::paintEvent(QPaintEvent* event)
{
    constexpr int kEdge = 5;
    QPainter painter(this);
    const Theme theme = themeOf(palette());
    painter.fillRect(rect(), color(theme, m_isStrong ? Paint::FailureWash : Paint::View));
    painter.fillRect(QRect(0, 0, kEdge, height()), color(theme, m_isStrong ? Paint::Failure : Paint::LineStrong));
    painter.end();
    QLabel::paintEvent(event);
}

} // namespace antecedent::app
