// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/evidence/candidate_delegates.h"

#include "widgets/common/palette.h"
#include "widgets/common/site_time.h"
#include "widgets/itemmodels/text_table_model.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr double kLowest = 0.1;
constexpr double kHighest = 1000;
constexpr double kMargin = 16; // room for half a tick's number
constexpr double kTicks[] = {0.1, 1.0, 10.0, 100.0, 1000.0};
constexpr double kRadius = 4.5;

void paintBackground(QPainter* painter, const QStyleOptionViewItem& option)
{
    QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
}

// Associated: disc, lead: half disc, no association: ring with bar, insufficient: ring, not testable: dash,
// mechanism: square.
void paintVerdictMark(QPainter& painter, Verdict verdict, const QPointF& centre, Theme theme)
{
    const bool isFailure = verdict == Verdict::Associated || verdict == Verdict::Mechanism;
    const QColor ink = color(theme,
        isFailure                      ? Paint::Failure
            : verdict == Verdict::Lead ? Paint::Text
                                       : Paint::Control);
    const QRectF box(centre.x() - kRadius, centre.y() - kRadius, 2 * kRadius, 2 * kRadius);
    painter.setPen(QPen(ink, 1.4));
    painter.setBrush(Qt::NoBrush);
    switch (verdict) {
    case Verdict::Mechanism:
        painter.fillRect(box, ink);
        break;
    case Verdict::Associated:
        painter.setBrush(ink);
        painter.drawEllipse(box);
        break;
    case Verdict::Lead:
        painter.drawEllipse(box);
        painter.setBrush(ink);
        painter.drawPie(box, -90 * 16, 180 * 16);
        break;
    case Verdict::NoAssociation:
        painter.drawEllipse(box);
        painter.drawLine(QPointF(box.left(), centre.y()), QPointF(box.right(), centre.y()));
        break;
    case Verdict::Insufficient:
        painter.drawEllipse(box);
        break;
    case Verdict::NotTestable:
        painter.drawLine(QPointF(box.left(), centre.y()), QPointF(box.right(), centre.y()));
        break;
    }
}

void paintArrow(QPainter& painter, const QPointF& tip, double direction)
{
    const QPointF points[] = {tip, {tip.x() - 6 * direction, tip.y() - 3.5}, {tip.x() - 6 * direction, tip.y() + 3.5}};
    painter.drawPolygon(points, 3);
}

void paintForest(QPainter& painter, const Candidate& c, const QRectF& area, Theme theme)
{
    const double y = area.center().y();
    const auto xOf = [&](double ratio) { return area.left() + forestPosition(ratio) * area.width(); };
    const bool isStrong = c.verdict == Verdict::Associated || c.verdict == Verdict::Mechanism;
    const QColor ink = color(theme,
        isStrong                         ? Paint::Failure
            : c.verdict == Verdict::Lead ? Paint::Text
                                         : Paint::Control);
    const double low = c.ciLow.value_or(0);
    const double high = c.ciHigh.value_or(2 * kHighest);
    painter.setPen(QPen(ink, isStrong ? 2.0 : 1.3));
    painter.setBrush(ink);
    painter.drawLine(QPointF(xOf(low), y), QPointF(xOf(high), y));
    constexpr double kEnd = 3.5;
    for (const auto& [limit, direction, isBeyond] :
        {std::tuple(low, -1.0, low < kLowest), std::tuple(high, 1.0, high > kHighest)}) {
        const double x = xOf(limit);
        if (isBeyond)
            paintArrow(painter, {x + 4 * direction, y}, direction);
        else
            painter.drawLine(QPointF(x, y - kEnd), QPointF(x, y + kEnd));
    }
    if (c.oddsRatio && c.ciHigh && *c.oddsRatio >= kLowest && *c.oddsRatio <= kHighest) {
        painter.setBrush(color(theme, Paint::View));
        painter.drawRect(QRectF(xOf(*c.oddsRatio) - 3.5, y - 3.5, 7, 7));
    }
}

} // namespace

double forestPosition(double ratio)
{
    if (!(ratio > kLowest))
        return 0;
    return std::clamp(std::log10(ratio / kLowest) / std::log10(kHighest / kLowest), 0.0, 1.0);
}

VerdictDelegate::VerdictDelegate(CandidateOfRow candidate, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_candidate(std::move(candidate))
{
}

void VerdictDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    constexpr int kMark = 22; // width kept for the disc
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    paintBackground(painter, item);
    const Candidate* candidate = m_candidate(index.data(TextTableModel::kRowRole).toInt());
    if (candidate == nullptr)
        return;
    const Theme theme = themeOf(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintVerdictMark(*painter, candidate->verdict, {option.rect.left() + 12.5, option.rect.center().y() + 0.5}, theme);
    painter->setPen(color(theme, Paint::Text));
    painter->setFont(item.font);
    const QRect words = option.rect.adjusted(kMark, 0, -2, 0);
    painter->drawText(
        words, Qt::AlignVCenter | Qt::AlignLeft, item.fontMetrics.elidedText(item.text, Qt::ElideRight, words.width()));
    painter->restore();
}

ForestDelegate::ForestDelegate(CandidateOfRow candidate, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_candidate(std::move(candidate))
{
}

void ForestDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    paintBackground(painter, item);
    const Theme theme = themeOf(option.palette);
    const QRectF area = QRectF(option.rect).adjusted(kMargin, 0, -kMargin, 0);
    painter->save();
    for (const double tick : kTicks) {
        painter->setPen(color(theme, tick == 1.0 ? Paint::Control : Paint::Line));
        const int x = qRound(area.left() + forestPosition(tick) * area.width());
        painter->drawLine(x, option.rect.top(), x, option.rect.bottom());
    }
    const Candidate* candidate = m_candidate(index.data(TextTableModel::kRowRole).toInt());
    // What can't be tested, or was ranked, has no interval.
    if (candidate != nullptr && candidate->verdict != Verdict::NotTestable
        && (candidate->ciLow.has_value() || candidate->ciHigh.has_value())) {
        painter->setRenderHint(QPainter::Antialiasing);
        paintForest(*painter, *candidate, area, theme);
    }
    painter->restore();
}

ForestHeader::ForestHeader(int forestColumn, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_column(forestColumn)
{
    constexpr int kHeight = 36;
    setFixedHeight(kHeight);
    setSectionsClickable(true);
    setHighlightSections(false);
    setDefaultAlignment(Qt::AlignVCenter | Qt::AlignLeft);
}

void ForestHeader::initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    if (logicalIndex == m_column)
        option->text.clear();
}

void ForestHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    painter->save(); // the style leaves its clip behind
    QHeaderView::paintSection(painter, rect, logicalIndex);
    painter->restore();
    if (logicalIndex != m_column)
        return;
    constexpr int kTitle = 20; // height of the upper line
    const Theme theme = themeOf(palette());
    const QRectF area = QRectF(rect).adjusted(kMargin, 0, -kMargin, 0);
    painter->save();
    painter->setFont(font());
    painter->setPen(color(theme, Paint::Text));
    painter->drawText(QRect(rect.left() + 6, rect.top(), rect.width() - 8, kTitle), Qt::AlignVCenter | Qt::AlignLeft,
        fontMetrics().elidedText(
            model()->headerData(m_column, Qt::Horizontal).toString(), Qt::ElideRight, rect.width() - 8));
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    painter->setFont(small);
    painter->setPen(color(theme, Paint::TextSecondary));
    for (const double tick : kTicks) {
        const double x = area.left() + forestPosition(tick) * area.width();
        painter->drawText(QRectF(x - kMargin, rect.top() + kTitle - 2, 2 * kMargin, rect.height() - kTitle),
            Qt::AlignCenter, numberText(tick, 'g', 6));
    }
    painter->restore();
}

} // namespace antecedent::app
