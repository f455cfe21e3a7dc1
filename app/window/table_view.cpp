// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/table_view.h"

#include "widgets/common/palette.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

namespace antecedent::app {

TableView::TableView(QWidget* parent)
    : QTableView(parent)
{
    constexpr int kRow = 22;
    constexpr int kHeader = 24;
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(kRow);
    horizontalHeader()->setFixedHeight(kHeader);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignVCenter | Qt::AlignLeft);
    setShowGrid(false);
    setWordWrap(false);
    setTextElideMode(Qt::ElideRight);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
}

void TableView::setWidths(const std::vector<int>& widths)
{
    for (std::size_t i = 0; i < widths.size(); ++i)
        setColumnWidth(static_cast<int>(i), widths[i]);
}

void TableView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->update();
}

void TableView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::copySelection() const
{
    constexpr int kMost = 100'000;
    if (model() == nullptr || selectionModel() == nullptr)
        return;
    QString out;
    for (int c = 0; c < model()->columnCount(); ++c)
        out += (c > 0 ? QStringLiteral("\t") : QString()) + model()->headerData(c, Qt::Horizontal).toString();
    int rows = 0;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int r = range.top(); r <= range.bottom() && rows < kMost; ++r, ++rows) {
            out += QLatin1Char('\n');
            for (int c = 0; c < model()->columnCount(); ++c)
                out += (c > 0 ? QStringLiteral("\t") : QString())
                    + model()->index(r, c).data().toString().replace(QLatin1Char('\t'), QLatin1Char(' '));
        }
    }
    if (rows > 0)
        QGuiApplication::clipboard()->setText(out);
}

void TableView::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    const widgets::Theme theme = widgets::themeOf(palette());
    const int rows = model() != nullptr ? model()->rowCount() : 0;
    if (rows == 0) {
        painter.setPen(widgets::color(theme, widgets::Paint::TextSecondary));
        painter.drawText(
            viewport()->rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    painter.setPen(widgets::color(theme, widgets::Paint::Grid));
    const int height = verticalHeader()->defaultSectionSize();
    for (int row = rowAt(0); row >= 0 && row < rows; ++row) {
        const int y = rowViewportPosition(row) + height - 1;
        if (y > viewport()->height())
            break;
        painter.drawLine(0, y, viewport()->width(), y);
    }
}

} // namespace antecedent::app
