// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/failures/failure_calendar.h"

#include "widgets/common/palette.h"
#include "widgets/common/text.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kGutter = 190;
constexpr int kRight = 14;
constexpr int kAxis = 18;
constexpr int kRow = 26;
constexpr int kHeat = 15; // height of the failures in a row
constexpr int kLegend = 24;
constexpr int kMostRows = 6; // the others are counted
constexpr double kLeastCell = 9;
constexpr double kMostCell = 28;
constexpr double kLabel = 84; // px of a date
constexpr std::int64_t kDayUs = 86'400'000'000;
constexpr std::array<int, 4> kUnits{1, 7, 28, 91}; // days per column

std::int64_t floorDiv(std::int64_t a, std::int64_t b)
{
    return a >= 0 ? a / b : -((-a + b - 1) / b);
}

} // namespace

FailureCalendar::FailureCalendar(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("failureCalendar"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

int FailureCalendar::shownRows() const
{
    return std::min(kMostRows, static_cast<int>(m_in.rows.size()));
}

QSize FailureCalendar::sizeHint() const
{
    return {640, kAxis + std::max(1, shownRows()) * kRow + kLegend};
}

void FailureCalendar::setInput(Input input)
{
    m_in = std::move(input);
    m_current.reset();
    m_chosen.reset();
    arrange();
    std::size_t failures = 0;
    for (const Row& row : m_in.rows)
        failures += static_cast<std::size_t>(std::count_if(row.entries.begin(), row.entries.end(),
            [](const Entry& entry) { return entry.what == Entry::What::Failure; }));
    setAccessibleName(tr("Calendar of %1 failures and of maintenance, a cell per %2; arrow keys and Enter choose one",
        nullptr, pluralOf(failures))
                          .arg(failures)
                          .arg(unitName()));
    updateGeometry();
    update();
}

void FailureCalendar::clearChoice()
{
    m_chosen.reset();
    update();
}

std::int64_t FailureCalendar::dayOf(Timestamp at) const
{
    return floorDiv(at.time_since_epoch().count() + m_in.times.offsetUs(at), kDayUs);
}

void FailureCalendar::arrange()
{
    m_cells.clear();
    std::int64_t first = std::numeric_limits<std::int64_t>::max();
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    for (const Row& row : m_in.rows)
        for (const Entry& entry : row.entries) {
            first = std::min(first, dayOf(entry.at));
            last = std::max(last, dayOf(entry.at));
        }
    m_columns = 0;
    if (first > last)
        return;
    const double room = std::max(1, width() - kGutter - kRight);
    m_daysPerColumn = kUnits.back();
    for (auto unit = kUnits.rbegin(); unit != kUnits.rend(); ++unit)
        if (static_cast<double>((last - first) / *unit + 2) * kLeastCell <= room)
            m_daysPerColumn = *unit;
    constexpr std::int64_t kMonday = 4; // day 0 is a Thursday
    m_firstDay = m_daysPerColumn == 1 ? first : floorDiv(first - kMonday, 7) * 7 + kMonday;
    m_columns = static_cast<int>((last - m_firstDay) / m_daysPerColumn) + 1;
    for (int row = 0; row < shownRows(); ++row)
        for (const Entry& entry : m_in.rows[static_cast<std::size_t>(row)].entries) {
            Counts& counts = m_cells[{row, columnOf(entry.at)}];
            switch (entry.what) {
            case Entry::What::Failure:
                ++counts.failures;
                break;
            case Entry::What::Preventive:
                ++counts.preventive;
                break;
            case Entry::What::Corrective:
                ++counts.corrective;
                break;
            case Entry::What::OtherWork:
                ++counts.otherWork;
                break;
            }
        }
}

int FailureCalendar::columnOf(Timestamp at) const
{
    return static_cast<int>(floorDiv(dayOf(at) - m_firstDay, m_daysPerColumn));
}

Interval FailureCalendar::stretchOf(int column) const
{
    const auto instant = [&](std::int64_t day) { // midnight there
        const Timestamp utc{Duration(day * kDayUs)};
        const Timestamp once = utc - Duration(m_in.times.offsetUs(utc));
        return utc - Duration(m_in.times.offsetUs(once));
    };
    const std::int64_t day = m_firstDay + static_cast<std::int64_t>(column) * m_daysPerColumn;
    return {instant(day), instant(day + m_daysPerColumn)};
}

QString FailureCalendar::unitName() const
{
    return m_daysPerColumn == 1 ? tr("day")
        : m_daysPerColumn == 7  ? tr("week")
        : m_daysPerColumn == 28 ? tr("4 weeks")
                                : tr("13 weeks");
}

QRectF FailureCalendar::placeOf(const Cell& cell) const
{
    const double wide =
        std::clamp((width() - kGutter - kRight) / static_cast<double>(std::max(1, m_columns)), 2.0, kMostCell);
    return {
        kGutter + cell.column * wide, static_cast<double>(kAxis + cell.row * kRow), wide, static_cast<double>(kRow)};
}

QRect FailureCalendar::cellOf(int row, Timestamp at) const
{
    return row < shownRows() && m_columns > 0 ? placeOf({row, columnOf(at)}).toAlignedRect() : QRect();
}

std::optional<FailureCalendar::Cell> FailureCalendar::cellAt(const QPointF& point) const
{
    const double wide = placeOf({}).width();
    const int column = static_cast<int>(std::floor((point.x() - kGutter) / wide));
    const int row = static_cast<int>(std::floor((point.y() - kAxis) / kRow));
    if (column < 0 || column >= m_columns || row < 0 || row >= shownRows())
        return std::nullopt;
    return Cell{row, column};
}

void FailureCalendar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme theme = themeOf(palette());
    painter.fillRect(rect(), color(theme, Paint::View));
    if (m_columns == 0) {
        painter.setPen(color(theme, Paint::TextSecondary));
        painter.drawText(rect(), Qt::AlignCenter, tr("No dated failure to show."));
        return;
    }
    paintAxis(painter);
    for (const auto& [cell, counts] : m_cells)
        paintCell(painter, cell, counts);
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (m_chosen) {
        painter.setPen(QPen(color(theme, Paint::Accent), 2));
        painter.drawRect(placeOf(*m_chosen).adjusted(0, 0, 0, -1));
    }
    if (hasFocus()) {
        painter.setPen(QPen(color(theme, Paint::Accent), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
        if (m_current) {
            painter.setPen(QPen(color(theme, Paint::Accent), 1, Qt::DotLine));
            painter.drawRect(placeOf(*m_current).adjusted(-1, -1, 1, 0));
        }
    }
}

void FailureCalendar::paintAxis(QPainter& painter) const
{
    const Theme theme = themeOf(palette());
    const double wide = placeOf({}).width();
    const int every = std::max(1, static_cast<int>(std::ceil(kLabel / wide)));
    for (int column = 0; column < m_columns; column += every) {
        const QRectF place = placeOf({0, column});
        painter.setPen(color(theme, Paint::Line));
        painter.drawLine(QPointF(place.left(), kAxis), QPointF(place.left(), kAxis + shownRows() * kRow));
        painter.setPen(color(theme, Paint::TextSecondary));
        if (place.left() + kLabel <= width())
            painter.drawText(QRectF(place.left(), 0, kLabel, kAxis), Qt::AlignVCenter | Qt::AlignLeft,
                m_in.times.date(stretchOf(column).begin));
    }
    painter.setPen(color(theme, Paint::TextSecondary));
    painter.drawText(QRect(14, 0, kGutter - 22, kAxis), Qt::AlignVCenter | Qt::AlignLeft, m_in.heading);
    for (int row = 0; row < shownRows(); ++row) {
        const QRect name(14, kAxis + row * kRow, kGutter - 22, kRow);
        painter.setPen(color(theme, Paint::Text));
        painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeft,
            fontMetrics().elidedText(m_in.rows[static_cast<std::size_t>(row)].name, Qt::ElideMiddle, name.width()));
        painter.setPen(color(theme, Paint::Grid));
        painter.drawLine(0, name.bottom(), width(), name.bottom());
    }
    const int more = static_cast<int>(m_in.rows.size()) - shownRows();
    QString legend =
        tr("A cell is a %1 of site time. Number and depth: failures. Hollow square: preventive work, filled: "
           "corrective, circle: other work.")
            .arg(unitName());
    if (more > 0)
        legend += QLatin1Char(' ') + tr("%1 more rows have fewer failures.", nullptr, pluralOf(more)).arg(more);
    painter.setPen(color(theme, Paint::TextMuted));
    painter.drawText(QRect(14, kAxis + shownRows() * kRow, width() - 28, kLegend), Qt::AlignVCenter | Qt::AlignLeft,
        fontMetrics().elidedText(legend, Qt::ElideRight, width() - 28));
    painter.setPen(color(theme, Paint::Line));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

void FailureCalendar::paintCell(QPainter& painter, const Cell& cell, const Counts& counts) const
{
    const Theme theme = themeOf(palette());
    const QRectF place = placeOf(cell);
    if (counts.failures > 0) {
        const QRectF heat(place.left() + 0.5, place.top() + 1, place.width() - 1, kHeat);
        QColor fill = color(theme, Paint::Failure);
        const bool isDeep = counts.failures >= 3;
        fill.setAlphaF(counts.failures == 1 ? 0.3F : counts.failures == 2 ? 0.55F : 1.0F);
        painter.fillRect(heat, fill);
        painter.setPen(color(theme, Paint::Failure));
        painter.drawRect(heat);
        const QString text = QString::number(counts.failures);
        if (fontMetrics().horizontalAdvance(text) <= heat.width()) {
            painter.setPen(color(theme, isDeep ? Paint::View : Paint::Text));
            painter.drawText(heat, Qt::AlignCenter, text);
        }
    }
    constexpr double kMark = 5.5;
    const double y = place.top() + kHeat + 3;
    const bool isBoth = counts.preventive > 0 && counts.corrective > 0 && place.width() >= 2 * kMark + 4;
    const double middle = place.center().x();
    const auto paintMark = [&](double x, Paint paint, bool isFilled) {
        const QRectF mark(x - kMark / 2, y, kMark, kMark);
        painter.setPen(QPen(color(theme, paint), 1.2));
        painter.setBrush(isFilled ? QBrush(color(theme, paint)) : QBrush(Qt::NoBrush));
        painter.drawRect(mark);
        painter.setBrush(Qt::NoBrush);
    };
    if (counts.otherWork > 0 && counts.preventive == 0 && counts.corrective == 0) {
        painter.setPen(QPen(color(theme, Paint::Control), 1.2));
        painter.drawEllipse(QPointF(middle, y + kMark / 2), kMark / 2, kMark / 2);
    }
    if (counts.preventive > 0)
        paintMark(isBoth ? middle - kMark / 2 - 1.5 : middle, Paint::Preventive, false);
    if (counts.corrective > 0) // on top where there is room for one
        paintMark(isBoth ? middle + kMark / 2 + 1.5 : middle, Paint::Corrective, true);
}

QString FailureCalendar::tipOf(const Cell& cell) const
{
    const auto found = m_cells.find(cell);
    const Counts counts = found != m_cells.end() ? found->second : Counts{};
    const Interval stretch = stretchOf(cell.column);
    const QString when = m_daysPerColumn == 1
        ? m_in.times.date(stretch.begin)
        : tr("%1 to %2").arg(m_in.times.date(stretch.begin), m_in.times.date(stretch.end - std::chrono::hours(12)));
    return tr(
        "%1, %2: %3 failures; work orders: %4 preventive, %5 corrective, %6 other", nullptr, pluralOf(counts.failures))
        .arg(m_in.rows[static_cast<std::size_t>(cell.row)].name, when)
        .arg(counts.failures)
        .arg(counts.preventive)
        .arg(counts.corrective)
        .arg(counts.otherWork);
}

bool FailureCalendar::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const auto cell = cellAt(help->pos()))
            QToolTip::showText(help->globalPos(), tipOf(*cell), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void FailureCalendar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int before = m_daysPerColumn;
    arrange();
    if (before != m_daysPerColumn) { // other cells
        m_current.reset();
        m_chosen.reset();
    }
}

void FailureCalendar::toggle(const Cell& cell)
{
    const bool isSame = m_chosen == cell;
    m_chosen = isSame ? std::nullopt : std::optional(cell);
    update();
    Q_EMIT chosen(m_in.rows[static_cast<std::size_t>(cell.row)].value,
        isSame ? std::nullopt : std::optional(stretchOf(cell.column)));
}

void FailureCalendar::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    if (const auto cell = cellAt(event->position())) {
        m_current = cell;
        toggle(*cell);
    }
}

void FailureCalendar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_chosen)
        return toggle(Cell(*m_chosen));
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_current)
        return toggle(*m_current);
    const int across = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    const int down = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if ((across == 0 && down == 0) || m_columns == 0)
        return QWidget::keyPressEvent(event);
    Cell next = m_current.value_or(Cell{0, across == 0 ? 0 : -across});
    next.row = std::clamp(next.row + down, 0, shownRows() - 1);
    next.column += across;
    if (across != 0) // to the next cell with a failure
        while (
            next.column >= 0 && next.column < m_columns && (!m_cells.contains(next) || m_cells.at(next).failures == 0))
            next.column += across;
    if (next.column < 0 || next.column >= m_columns)
        return;
    m_current = next;
    setAccessibleDescription(tipOf(next));
    update();
}

} // namespace antecedent::app
