// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/report/page_view.h"

#include "model/report/pdf/page_images.h"
#include "widgets/common/palette.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr double kSmallest = 0.25; // of the width of the view
constexpr double kLargest = 4;
constexpr double kZoomStep = 1.25;
constexpr int kMargin = 24; // beside a page
constexpr int kWidestFit = 900; // a page that fits is no wider than it can be read well
constexpr std::size_t kKept = 12; // pictures of pages

} // namespace

PageView::PageView(Jobs& jobs, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_jobs(jobs)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAutoFillBackground(false);
    arrange();
}

void PageView::setDocument(std::shared_ptr<const ReportDocument> document)
{
    m_document = std::move(document);
    m_images.clear();
    m_isStale = false;
    m_isAsking = false;
    ++m_question;
    if (!m_document)
        m_pages = 0;
    arrange();
    ask();
    viewport()->update();
    Q_EMIT pageChanged();
}

void PageView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->update();
}

void PageView::setStale(bool isStale)
{
    m_isStale = isStale;
    viewport()->update();
}

int PageView::pageWidth() const
{
    const int fit = std::clamp(viewport()->width() - 2 * kMargin, 200, kWidestFit);
    return static_cast<int>(std::lround(fit * m_zoom));
}

int PageView::pageHeight() const
{
    return static_cast<int>(std::lround(pageWidth() * kPageAspect));
}

std::size_t PageView::firstSeen() const
{
    return static_cast<std::size_t>(std::max(0, verticalScrollBar()->value() - kGap) / step());
}

std::size_t PageView::lastSeen() const
{
    const int bottom = verticalScrollBar()->value() + viewport()->height();
    return std::min(
        static_cast<std::size_t>(std::max(0, bottom - kGap) / step()), std::max<std::size_t>(m_pages, 1) - 1);
}

std::size_t PageView::currentPage() const
{
    const int middle = verticalScrollBar()->value() + viewport()->height() / 2;
    return std::min(
        static_cast<std::size_t>(std::max(0, middle - kGap) / step()), std::max<std::size_t>(m_pages, 1) - 1);
}

bool PageView::isPainted() const
{
    if (m_pages == 0)
        return false;
    for (std::size_t page = firstSeen(); page <= lastSeen(); ++page)
        if (!m_images.contains(page))
            return false;
    return true;
}

void PageView::goToPage(std::size_t page)
{
    verticalScrollBar()->setValue(static_cast<int>(page) * step());
}

void PageView::zoom(double factor)
{
    const double next = std::clamp(m_zoom * factor, kSmallest, kLargest);
    if (next == m_zoom)
        return;
    const double place = static_cast<double>(verticalScrollBar()->value()) / step();
    m_zoom = next;
    m_images.clear();
    ++m_question;
    m_isAsking = false;
    arrange();
    verticalScrollBar()->setValue(static_cast<int>(place * step()));
    ask();
    viewport()->update();
}

void PageView::fitWidth()
{
    zoom(1 / m_zoom);
}

void PageView::arrange()
{
    const int height = m_pages == 0 ? 0 : static_cast<int>(m_pages) * step() + kGap;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(40);
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    const int width = pageWidth() + 2 * kMargin;
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, m_pages == 0 ? 0 : std::max(0, width - viewport()->width()));
}

void PageView::ask()
{
    if (!m_document || m_isAsking || isPainted())
        return;
    const std::size_t first = firstSeen();
    const std::size_t count = lastSeen() - first + 1;
    m_isAsking = true;
    m_jobs.run<PageImages>(
        QString(), this,
        [document = m_document, first, count, width = static_cast<int>(std::lround(pageWidth() * devicePixelRatioF()))](
            const std::stop_token&, const ProgressFn&) { return paintPages(*document, first, count, width); },
        [this, question = m_question](Result<PageImages> painted) {
            if (question != m_question)
                return;
            m_isAsking = false;
            if (!painted) {
                if (painted.error().code != ErrorCode::Cancelled)
                    Q_EMIT failed(painted.error());
                return;
            }
            const bool isFirst = m_pages != painted->pages;
            m_pages = painted->pages;
            if (m_images.size() > kKept)
                m_images.clear();
            for (std::size_t i = 0; i < painted->images.size(); ++i)
                m_images[painted->first + i] = std::move(painted->images[i]);
            if (isFirst)
                arrange();
            ask(); // what came into view meanwhile
            viewport()->update();
            Q_EMIT pageChanged();
        });
}

void PageView::paintEvent(QPaintEvent*)
{
    const Theme theme = themeOf(palette());
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), color(theme, Paint::Window));
    if (!m_document || m_pages == 0) {
        painter.setPen(color(theme, Paint::TextSecondary));
        painter.drawText(
            viewport()->rect().adjusted(kMargin, 0, -kMargin, 0), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    constexpr double kStale = 0.6;
    const int width = pageWidth();
    const int left = std::max(kMargin, (viewport()->width() - width) / 2) - horizontalScrollBar()->value();
    for (std::size_t page = firstSeen(); page <= lastSeen(); ++page) {
        const QRect paper(
            left, kGap + static_cast<int>(page) * step() - verticalScrollBar()->value(), width, pageHeight());
        painter.fillRect(paper, Qt::white); // paper is white in either theme
        if (const auto found = m_images.find(page); found != m_images.end()) {
            painter.setOpacity(m_isStale ? kStale : 1);
            painter.drawImage(paper, found->second);
            painter.setOpacity(1);
        }
        painter.setPen(QPen(color(theme, Paint::LineStrong), 1));
        painter.drawRect(paper.adjusted(0, 0, -1, -1));
    }
    if (hasFocus()) {
        painter.setPen(QPen(color(theme, Paint::Accent), 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void PageView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    const bool isOtherWidth = event->size().width() != event->oldSize().width();
    if (isOtherWidth) {
        m_images.clear();
        ++m_question;
        m_isAsking = false;
    }
    arrange();
    ask();
}

void PageView::wheelEvent(QWheelEvent* event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    zoom(event->angleDelta().y() > 0 ? kZoomStep : 1 / kZoomStep);
    event->accept();
}

void PageView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(kZoomStep);
        break;
    case Qt::Key_Minus:
        zoom(1 / kZoomStep);
        break;
    case Qt::Key_0:
        fitWidth();
        break;
    case Qt::Key_Home:
        goToPage(0);
        break;
    case Qt::Key_End:
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void PageView::scrollContentsBy(int, int)
{
    ask();
    viewport()->update();
    Q_EMIT pageChanged();
}

} // namespace antecedent::app
