// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/shared/table_view.h"

#include "widgets/common/palette.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace antecedent::app {

namespace {

// More room between columns than the style gives, so that a number and the text beside it stay two things.
class PaddedDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        constexpr int kPadding = 3;
        QStyleOptionViewItem whole = option;
        initStyleOption(&whole, index);
        const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
        style->drawPrimitive(QStyle::PE_PanelItemViewItem, &whole, painter, option.widget);
        QStyleOptionViewItem inner = option;
        inner.rect.adjust(kPadding, 0, -kPadding, 0);
        QStyledItemDelegate::paint(painter, inner, index);
    }
};

} // namespace

void padCells(QTableView& table)
{
    table.setItemDelegate(new PaddedDelegate(&table));
}

TableView::TableView(QWidget* parent)
    : QTableView(parent)
{
    constexpr int kRow = 22;
    constexpr int kHeader = 24;
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(kRow); // the margin of headings would make rows higher
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
    padCells(*this);
}

void TableView::setWidths(const std::vector<int>& widths)
{
    constexpr int kRoom = 6; // a semibold heading is wider than the style reckons
    for (int i = 0; i < static_cast<int>(widths.size()); ++i)
        setColumnWidth(
            i, std::max(widths[static_cast<std::size_t>(i)], kRoom + horizontalHeader()->sectionSizeHint(i)));
}

void TableView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->update();
}

void TableView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        if (selectionModel() != nullptr && selectionModel()->hasSelection())
            copyRows(rowsToCopy(1));
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::copyTable()
{
    copyRows(rowsToCopy(2));
}

void TableView::copyText()
{
    const std::vector<QStringList> lines = cellsOf(rowsToCopy(2));
    std::vector<qsizetype> widths;
    for (const QStringList& line : lines)
        for (qsizetype c = 0; c < line.size(); ++c) {
            if (static_cast<std::size_t>(c) == widths.size())
                widths.push_back(0);
            widths[static_cast<std::size_t>(c)] = std::max(widths[static_cast<std::size_t>(c)], line[c].size());
        }
    QStringList out;
    for (const QStringList& line : lines) {
        QString text;
        for (qsizetype c = 0; c < line.size(); ++c)
            text += line[c].leftJustified(widths[static_cast<std::size_t>(c)] + 2);
        out << text.trimmed();
    }
    QGuiApplication::clipboard()->setText(out.join(QLatin1Char('\n')));
}

std::vector<int> TableView::rowsToCopy(int fewest) const
{
    constexpr int kMost = 100'000;
    std::vector<int> rows;
    if (model() == nullptr || selectionModel() == nullptr)
        return rows;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        for (int r = range.top(); r <= range.bottom() && static_cast<int>(rows.size()) < kMost; ++r)
            rows.push_back(r);
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    if (static_cast<int>(rows.size()) >= fewest)
        return rows;
    rows.clear();
    for (int r = 0; r < std::min(kMost, model()->rowCount()); ++r)
        rows.push_back(r);
    return rows;
}

std::vector<int> TableView::shownColumns() const
{
    std::vector<int> columns;
    for (int at = 0; at < horizontalHeader()->count(); ++at)
        if (const int column = horizontalHeader()->logicalIndex(at); !isColumnHidden(column))
            columns.push_back(column);
    return columns;
}

std::vector<QStringList> TableView::cellsOf(const std::vector<int>& rows) const
{
    std::vector<QStringList> lines(1);
    if (model() == nullptr)
        return lines;
    const std::vector<int> columns = shownColumns();
    for (const int c : columns)
        lines.front() << model()->headerData(c, Qt::Horizontal).toString().simplified();
    for (const int r : rows) {
        QStringList line;
        for (const int c : columns)
            line << model()->index(r, c).data().toString().simplified();
        lines.push_back(std::move(line));
    }
    return lines;
}

void TableView::copyRows(const std::vector<int>& rows) const
{
    QStringList text;
    QString html = QStringLiteral("<table border=\"1\" cellspacing=\"0\" cellpadding=\"3\">");
    QString tag = QStringLiteral("th");
    for (const QStringList& line : cellsOf(rows)) {
        text << line.join(QLatin1Char('\t'));
        html += QStringLiteral("<tr>");
        for (const QString& cell : line)
            html += QStringLiteral("<%1 align=\"left\">%2</%1>").arg(tag, cell.toHtmlEscaped());
        html += QStringLiteral("</tr>");
        tag = QStringLiteral("td");
    }
    auto* mime = new QMimeData;
    mime->setText(text.join(QLatin1Char('\n')));
    mime->setHtml(html + QStringLiteral("</table>"));
    QGuiApplication::clipboard()->setMimeData(mime);
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
    for (int row = rowAt(0); row >= 0 && row < rows; ++row) {
        const int y = rowViewportPosition(row) + rowHeight(row) - 1;
        if (y > viewport()->height())
            break;
        painter.drawLine(0, y, viewport()->width(), y);
    }
}

} // namespace antecedent::app
