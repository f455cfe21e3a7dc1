// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/frame/start_parts.h"

#include "widgets/common/marks.h"
#include "widgets/common/palette.h"

#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kRow = 68;
constexpr int kPadding = 16;
constexpr int kStripHigh = 8;

MarkKind markFor(RecentMark::Kind kind)
{
    switch (kind) {
    case RecentMark::Kind::Failure:
        return MarkKind::OtherFailure;
    case RecentMark::Kind::Latest:
        return MarkKind::Failure;
    case RecentMark::Kind::Maintenance:
        return MarkKind::Preventive;
    }
    return MarkKind::Event;
}

QFont sized(QFont font, qreal points, bool isStrong)
{
    font.setPointSizeF(points);
    font.setWeight(isStrong ? QFont::DemiBold : QFont::Normal);
    return font;
}

QString whenText(const QDateTime& opened)
{
    if (!opened.isValid())
        return {};
    const QDateTime local = opened.toLocalTime();
    const QDate today = QDate::currentDate();
    const QString clock = local.toString(QStringLiteral("HH:mm"));
    if (local.date() == today)
        return RecentLegend::tr("today %1").arg(clock);
    if (local.date() == today.addDays(-1))
        return RecentLegend::tr("yesterday %1").arg(clock);
    return QLocale().toString(local.date(), QStringLiteral("d MMM yyyy"));
}

void paintStrip(QPainter& painter, const QRect& strip, const std::vector<RecentMark>& marks, Theme theme)
{
    painter.fillRect(strip, color(theme, Paint::StateIdle));
    for (const RecentMark& mark : marks)
        paintMark(painter, markFor(mark.kind),
            QPointF(strip.left() + strip.width() * mark.at / 1000.0, strip.center().y() + 0.5), theme);
}

} // namespace

ProgramMark::ProgramMark(QWidget* parent)
    : QWidget(parent)
{
    setFixedSize(40, 40);
}

void ProgramMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = themeOf(palette());
    painter.setPen(QPen(color(theme, Paint::TextSecondary), 4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(4, 11), QPointF(18, 11));
    painter.drawLine(QPointF(4, 20), QPointF(22, 20));
    painter.drawLine(QPointF(4, 29), QPointF(10, 29));
    painter.drawLine(QPointF(16, 29), QPointF(22, 29));
    painter.setPen(QPen(color(theme, Paint::Failure), 3));
    painter.drawLine(QPointF(31, 2), QPointF(31, 38));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(theme, Paint::Failure));
    painter.drawPolygon(QPolygonF({{31, 12}, {39, 20}, {31, 28}, {23, 20}}));
}

StartCard::StartCard(Sign sign, const QString& text, const QString& more, const QString& key, QWidget* parent)
    : QPushButton(text, parent)
    , m_sign(sign)
    , m_more(more)
    , m_key(key)
{
    setToolTip(more);
    setAccessibleDescription(more);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize StartCard::sizeHint() const
{
    const QFontMetrics metrics(sized(font(), 10, true));
    const int text = std::max(metrics.horizontalAdvance(this->text()), fontMetrics().horizontalAdvance(m_more));
    return {52 + text + (m_key.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_key) + 20) + kPadding, 62};
}

void StartCard::paintSign(QPainter& painter, const QPointF& centre) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color(themeOf(palette()), Paint::Accent), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    switch (m_sign) {
    case Sign::Plus:
        painter.drawLine(QPointF(-8, 0), QPointF(8, 0));
        painter.drawLine(QPointF(0, -8), QPointF(0, 8));
        break;
    case Sign::Folder:
        painter.drawPolygon(QPolygonF({{-9, -6}, {-3, -6}, {-1, -4}, {9, -4}, {9, 7}, {-9, 7}}));
        break;
    case Sign::Play:
        painter.drawPolygon(QPolygonF({{-6, -8}, {8, 0}, {-6, 8}}));
        break;
    }
    painter.restore();
}

void StartCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme theme = themeOf(palette());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(color(theme, isDown() ? Paint::Selection : underMouse() ? Paint::Hover : Paint::View));
    painter.setPen(QPen(color(theme, isDefault() ? Paint::Accent : Paint::LineStrong), 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color(theme, Paint::Accent), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
    }
    paintSign(painter, {26, height() / 2.0});
    const QRect inner = rect().adjusted(48, 11, -kPadding, -11);
    painter.setPen(color(theme, Paint::TextSecondary));
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignRight, m_key);
    painter.drawText(inner, Qt::AlignBottom | Qt::AlignLeft, m_more);
    painter.setFont(sized(font(), 10, true));
    painter.setPen(color(theme, Paint::Text));
    painter.drawText(inner, Qt::AlignTop | Qt::AlignLeft, text());
}

QSize RecentDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return index.data(kFileRole).isValid() ? QSize(200, kRow)
                                           : QStyledItemDelegate::sizeHint(option, index) + QSize(0, 16);
}

void RecentDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QVariant value = index.data(kFileRole);
    if (!value.isValid())
        return QStyledItemDelegate::paint(painter, option, index);
    const RecentFile file = value.value<RecentFile>();
    const Theme theme = themeOf(option.palette);
    const bool isChosen = (option.state & QStyle::State_Selected) != 0;
    const bool isHovered = (option.state & QStyle::State_MouseOver) != 0;
    painter->save();
    painter->fillRect(option.rect, color(theme, isChosen ? Paint::Selection : isHovered ? Paint::Hover : Paint::View));
    painter->setPen(color(theme, Paint::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const QRect inner = option.rect.adjusted(kPadding, 9, -kPadding, -9);
    const int right = std::min(130, inner.width() / 5);
    const int left = file.marks.empty() ? inner.width() - right - 12 : inner.width() * 9 / 20;
    const QRect words(inner.left(), inner.top(), left, inner.height());
    const auto line = [&](int at, const QString& text, const QFont& font, Paint ink, const QRect& in,
                          Qt::AlignmentFlag align) {
        painter->setFont(font);
        painter->setPen(color(theme, ink));
        const Qt::TextElideMode elide = at == 1 && align == Qt::AlignLeft ? Qt::ElideMiddle : Qt::ElideRight;
        painter->drawText(QRect(in.left(), in.top() + at * 17, in.width(), 17),
            static_cast<int>(Qt::AlignVCenter) | static_cast<int>(align),
            painter->fontMetrics().elidedText(text, elide, in.width()));
    };
    const bool isThere = QFileInfo::exists(file.path);
    line(0, index.data().toString(), sized(option.font, 10, true), Paint::Text, words, Qt::AlignLeft);
    line(1, file.path, option.font, Paint::TextSecondary, words, Qt::AlignLeft);
    line(2, isThere ? file.words : RecentLegend::tr("The file is not there any more"), option.font,
        isThere ? Paint::TextSecondary : Paint::Warning, words, Qt::AlignLeft);
    const QRect end(inner.right() - right, inner.top(), right, inner.height());
    line(0, file.step, option.font, Paint::Text, end, Qt::AlignRight);
    line(1, whenText(file.opened), option.font, Paint::TextSecondary, end, Qt::AlignRight);
    if (!file.marks.empty())
        paintStrip(*painter,
            QRect(words.right() + 24, inner.center().y() - kStripHigh / 2, end.left() - words.right() - 48, kStripHigh),
            file.marks, theme);
    painter->restore();
}

RecentLegend::RecentLegend(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(20);
}

void RecentLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme theme = themeOf(palette());
    int x = 6;
    for (const auto& [kind, words] :
        {std::pair(MarkKind::Failure, tr("latest failure")), std::pair(MarkKind::OtherFailure, tr("other failures")),
            std::pair(MarkKind::Preventive, tr("maintenance"))}) {
        paintMark(painter, kind, QPointF(x, height() / 2.0), theme);
        painter.setPen(color(theme, Paint::TextSecondary));
        const int wide = fontMetrics().horizontalAdvance(words);
        painter.drawText(QRect(x + 11, 0, wide + 2, height()), Qt::AlignVCenter, words);
        x += wide + 36;
    }
}

DropZone::DropZone(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(110);
    auto* title = new QLabel(tr("Drop files or a folder anywhere in this window"), this);
    title->setFont(sized(title->font(), 10, true));
    auto* what = new QLabel(
        tr("Batch records, work orders, alarm journals, historian exports, calibrations, cleanings, deviations: CSV "
           "and "
           "other delimited text, also gzipped. Unknown formats open the column mapping. Files are only read, never "
           "changed."),
        this);
    what->setWordWrap(true);
    what->setForegroundRole(QPalette::PlaceholderText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(84, 14, 24, 14);
    column->setSpacing(4);
    column->addStretch(1);
    column->addWidget(title);
    column->addWidget(what);
    column->addStretch(1);
}

void DropZone::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme theme = themeOf(palette());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(color(theme, Paint::View));
    painter.setPen(QPen(color(theme, Paint::LineStrong), 1, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.translate(42, height() / 2.0);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color(theme, Paint::Accent), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawLine(QPointF(0, -16), QPointF(0, 6));
    painter.drawPolyline(QPolygonF({{-7, -1}, {0, 6}, {7, -1}}));
    painter.drawPolyline(QPolygonF({{-16, 4}, {-16, 15}, {16, 15}, {16, 4}}));
}

} // namespace antecedent::app
