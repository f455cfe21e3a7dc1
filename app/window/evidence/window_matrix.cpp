// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/evidence/window_matrix.h"

#include "widgets/common/marks.h"
#include "widgets/common/palette.h"
#include "widgets/common/site_time.h"
#include "widgets/common/text.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <map>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kGutter = 128;
constexpr int kCell = 18;
constexpr int kGap = 3;
constexpr int kValue = 14; // counter above the cell
constexpr int kTop = 4;
constexpr int kSide = 14;

// 12, 3.5, 1200
QString valueText(double value)
{
    return numberText(value, 'g', 3);
}

} // namespace

WindowMatrix::WindowMatrix(QWidget* parent)
    : QAbstractScrollArea(parent)
{
    setObjectName(QStringLiteral("windowMatrix"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void WindowMatrix::setInput(Input input, const InvestigationData* snapshot)
{
    m_in = std::move(input);
    m_chosen.reset();
    m_hasValues = std::any_of(
        m_in.windows.begin(), m_in.windows.end(), [](const WindowUse& use) { return use.value.has_value(); });
    sortByTime(snapshot);
    arrange();
    const auto count = [&](bool isCase, bool isExposed) {
        return std::count_if(m_in.windows.begin(), m_in.windows.end(),
            [&](const WindowUse& use) { return use.isCase == isCase && (!isExposed || use.exposed); });
    };
    setAccessibleName(tr("Windows in time order: %1 failures, %2 with it; %3 controls, %4 with it")
                          .arg(count(true, false))
                          .arg(count(true, true))
                          .arg(count(false, false))
                          .arg(count(false, true)));
    verticalScrollBar()->setValue(0);
    const auto own = std::find_if(m_cells.begin(), m_cells.end(), [&](const Cell& cell) {
        const WindowUse& use = m_in.windows[cell.window];
        return use.isCase && use.failure == m_in.failure;
    });
    if (own != m_cells.end() && own->row * rowHeight() > viewport()->height())
        verticalScrollBar()->setValue(own->row * rowHeight());
    viewport()->update();
}

void WindowMatrix::sortByTime(const InvestigationData* snapshot)
{
    std::vector<std::pair<std::int64_t, std::size_t>> order;
    std::map<std::string, std::int64_t> batches;
    if (snapshot != nullptr && std::any_of(m_in.windows.begin(), m_in.windows.end(), [](const WindowUse& use) {
            return !use.interval && !use.batch.empty();
        }))
        for (const Batch& batch : snapshot->dataset.batches)
            if (batch.start.known())
                batches[batch.id] = batch.start.utcUs;
    for (std::size_t i = 0; i < m_in.windows.size(); ++i) {
        const WindowUse& use = m_in.windows[i];
        const auto batch = batches.find(use.batch);
        const std::int64_t at = use.interval ? use.interval->begin.time_since_epoch().count()
            : batch != batches.end()         ? batch->second
                                             : std::numeric_limits<std::int64_t>::max();
        order.emplace_back(at, i);
    }
    std::sort(order.begin(), order.end());
    m_byTime.clear();
    for (const auto& entry : order)
        m_byTime.push_back(entry.second);
}

std::vector<std::vector<std::size_t>> WindowMatrix::groups(std::vector<QString>& names) const
{
    std::vector<std::vector<std::size_t>> out;
    if (m_hasValues) { // a counter that falls has started again
        std::optional<double> last;
        for (const std::size_t i : m_byTime) {
            const std::optional<double>& value = m_in.windows[i].value;
            if (out.empty() || (last && value && *value < *last)) {
                out.emplace_back();
                names.push_back(tr("Life %1").arg(out.size()));
            }
            last = value ? value : last;
            out.back().push_back(i);
        }
        if (out.size() <= m_in.windows.size() / 2)
            return out;
        out.clear(); // no counter: it goes up and down
        names.clear();
    }
    std::map<std::string, std::size_t> places;
    for (const std::size_t i : m_byTime) {
        const WindowUse& use = m_in.windows[i];
        const auto [place, isNew] = places.try_emplace(use.stratum, out.size());
        if (isNew) {
            out.emplace_back();
            names.push_back(toQString(use.stratum));
        }
        out[place->second].push_back(i);
    }
    return out;
}

int WindowMatrix::rowHeight() const
{
    return kCell + kGap + 2 + (m_hasValues ? kValue : 0);
}

void WindowMatrix::arrange()
{
    m_cells.clear();
    m_rows.clear();
    std::vector<QString> names;
    const std::vector<std::vector<std::size_t>> all = groups(names);
    const int columns = std::max(1, (viewport()->width() - kGutter - kSide) / (kCell + kGap));
    m_rowCount = 0;
    for (std::size_t g = 0; g < all.size(); ++g) {
        m_rows.push_back({names[g], m_rowCount});
        for (std::size_t i = 0; i < all[g].size(); ++i)
            m_cells.push_back({all[g][i], m_rowCount + static_cast<int>(i) / columns, static_cast<int>(i) % columns});
        m_rowCount += std::max(1, (static_cast<int>(all[g].size()) + columns - 1) / columns);
    }
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(rowHeight());
    verticalScrollBar()->setRange(0, std::max(0, 2 * kTop + m_rowCount * rowHeight() - viewport()->height()));
}

void WindowMatrix::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    arrange();
}

QRect WindowMatrix::placeOf(const Cell& cell) const
{
    return {kGutter + cell.column * (kCell + kGap),
        kTop + cell.row * rowHeight() + (m_hasValues ? kValue : 0) - verticalScrollBar()->value(), kCell, kCell};
}

QRect WindowMatrix::cellOf(std::size_t window) const
{
    const auto found =
        std::find_if(m_cells.begin(), m_cells.end(), [&](const Cell& cell) { return cell.window == window; });
    return found != m_cells.end() ? placeOf(*found) : QRect();
}

void WindowMatrix::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    const Theme theme = themeOf(palette());
    painter.fillRect(viewport()->rect(), color(theme, Paint::View));
    if (m_cells.empty()) {
        painter.setPen(color(theme, Paint::TextSecondary));
        painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("Choose a candidate; its windows stand here."));
        return;
    }
    const int top = verticalScrollBar()->value();
    for (const Row& row : m_rows) {
        const int y = kTop + row.first * rowHeight() + (m_hasValues ? kValue : 0) - top;
        if (y + kCell < 0 || y > viewport()->height())
            continue;
        painter.setPen(color(theme, Paint::Text));
        QFont face = font();
        face.setBold(row.name == toQString(m_in.failure));
        painter.setFont(face);
        painter.drawText(QRect(kSide, y, kGutter - kSide - 8, kCell), Qt::AlignVCenter | Qt::AlignLeft,
            QFontMetrics(face).elidedText(row.name, Qt::ElideRight, kGutter - kSide - 8));
    }
    painter.setFont(font());
    for (const Cell& cell : m_cells) {
        const QRect place = placeOf(cell);
        if (place.bottom() + 2 >= 0 && place.top() - kValue <= viewport()->height())
            paintCell(painter, cell, place);
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(color(theme, Paint::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void WindowMatrix::paintCell(QPainter& painter, const Cell& cell, const QRect& place) const
{
    const Theme theme = themeOf(palette());
    const WindowUse& use = m_in.windows[cell.window];
    const QColor ink = color(theme, use.isCase ? Paint::Failure : Paint::Control);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, use.isCase ? 1.6 : 1));
    painter.setBrush(use.exposed ? QBrush(ink) : QBrush(color(theme, Paint::View)));
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    const QPointF centre = QRectF(place).center();
    const QColor inner = use.exposed ? color(theme, Paint::View) : ink;
    painter.setPen(QPen(inner, 1.4));
    if (use.isCase) {
        constexpr double kHalf = 4.5;
        const QPointF diamond[] = {{centre.x(), centre.y() - kHalf}, {centre.x() + kHalf, centre.y()},
            {centre.x(), centre.y() + kHalf}, {centre.x() - kHalf, centre.y()}};
        painter.setBrush(use.exposed || m_in.isRank ? QBrush(inner) : QBrush(Qt::NoBrush));
        painter.drawPolygon(diamond, 4);
    } else if (use.exposed || m_in.isRank) {
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(centre, 3, 3);
    }
    if (use.value) {
        painter.setPen(color(theme, use.isCase ? Paint::Failure : Paint::TextSecondary));
        QFont small = font();
        small.setPointSizeF(7.5);
        painter.setFont(small);
        const QString text = valueText(*use.value);
        const bool hasRoom = QFontMetrics(small).horizontalAdvance(text) <= kCell + kGap;
        if (hasRoom)
            painter.drawText(place.adjusted(-kGap, -kValue, kGap, -kCell), Qt::AlignCenter, text);
        painter.setFont(font());
    }
    if (m_chosen == cell.window) {
        painter.setPen(QPen(color(theme, Paint::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(place.adjusted(-2, -2, 1, 1));
    }
}

std::optional<std::size_t> WindowMatrix::cellAt(const QPoint& point) const
{
    for (std::size_t i = 0; i < m_cells.size(); ++i)
        if (placeOf(m_cells[i]).adjusted(-1, m_hasValues ? -kValue : -1, 2, 2).contains(point))
            return i;
    return std::nullopt;
}

QString WindowMatrix::tipOf(const WindowUse& use) const
{
    QString text = (use.isCase ? tr("failure %1") : tr("control %1")).arg(toQString(use.id));
    if (!m_in.isRank)
        text += use.exposed ? tr(", with it") : tr(", without it");
    if (use.value)
        text += tr(", value %1").arg(numberText(*use.value, 'g', 6));
    if (use.lagS)
        text += tr(", %1 to t0").arg(spanText(Duration(static_cast<std::int64_t>(*use.lagS * 1e6)), true));
    return text;
}

bool WindowMatrix::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const auto cell = cellAt(help->pos()))
            QToolTip::showText(help->globalPos(), tipOf(m_in.windows[m_cells[*cell].window]), viewport());
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void WindowMatrix::setChosen(std::optional<std::size_t> window)
{
    m_chosen = window;
    viewport()->update();
}

void WindowMatrix::choose(std::size_t cell)
{
    m_chosen = m_cells[cell].window;
    const QRect place = cellOf(*m_chosen);
    if (place.top() < kValue)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + place.top() - kValue - kTop);
    else if (place.bottom() > viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + place.bottom() - viewport()->height() + kTop);
    setAccessibleDescription(tipOf(m_in.windows[*m_chosen]));
    viewport()->update();
    Q_EMIT chosenChanged(*m_chosen);
}

void WindowMatrix::mousePressEvent(QMouseEvent* event)
{
    if (const auto cell = cellAt(event->pos()))
        choose(*cell);
}

void WindowMatrix::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const auto cell = cellAt(event->pos()))
        Q_EMIT opened(m_cells[*cell].window);
}

void WindowMatrix::keyPressEvent(QKeyEvent* event)
{
    if (m_cells.empty())
        return QAbstractScrollArea::keyPressEvent(event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (m_chosen)
            Q_EMIT opened(*m_chosen);
        return;
    }
    const int across = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    const int down = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (across == 0 && down == 0)
        return QAbstractScrollArea::keyPressEvent(event);
    const auto now =
        std::find_if(m_cells.begin(), m_cells.end(), [&](const Cell& cell) { return m_chosen == cell.window; });
    if (now == m_cells.end())
        return choose(0);
    if (across != 0) {
        const auto last = static_cast<std::ptrdiff_t>(m_cells.size()) - 1;
        return choose(static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(now - m_cells.begin() + across, 0, last)));
    }
    for (std::size_t i = 0; i < m_cells.size(); ++i)
        if (m_cells[i].row == now->row + down && m_cells[i].column == now->column)
            return choose(i);
}

} // namespace antecedent::app
