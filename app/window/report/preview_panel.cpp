// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/report/preview_panel.h"

#include "app/window/report/page_view.h"
#include "widgets/common/site_time.h"
#include "widgets/common/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kPauseMs = 400; // after the last change

bool isSame(const ReportOrder& a, const ReportOrder& b)
{
    return a.snapshot == b.snapshot && a.failures == b.failures && a.title == b.title && a.language == b.language
        && a.leftOut == b.leftOut;
}

} // namespace

PreviewPanel::PreviewPanel(Jobs& jobs, QWidget* parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_pages(new PageView(jobs, this))
    , m_place(new QLabel(this))
{
    m_pages->setObjectName(QStringLiteral("reportPages"));
    m_pages->setAccessibleName(tr("Pages of the report as they will print"));
    m_place->setObjectName(QStringLiteral("reportPage"));
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(14, 6, 14, 6);
    bar->setSpacing(6);
    bar->addWidget(m_place, 1);
    const auto add = [this, bar](const QString& text, const QString& name, const QString& tip, auto act) {
        auto* button = new QPushButton(text, this);
        button->setObjectName(name);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, m_pages, act);
        bar->addWidget(button);
    };
    constexpr double kStep = 1.25;
    add(QStringLiteral("−"), QStringLiteral("pagesSmaller"), tr("Smaller pages"), [this] { m_pages->zoom(1 / kStep); });
    add(QStringLiteral("+"), QStringLiteral("pagesLarger"), tr("Larger pages"), [this] { m_pages->zoom(kStep); });
    add(tr("Fit width"), QStringLiteral("pagesFit"), tr("Fit pages to the width"), [this] { m_pages->fitWidth(); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_pages, 1);
    m_later.setSingleShot(true);
    m_later.setInterval(kPauseMs);
    connect(&m_later, &QTimer::timeout, this, &PreviewPanel::make);
    connect(m_pages, &PageView::pageChanged, this, &PreviewPanel::showPlace);
    connect(m_pages, &PageView::failed, this, &PreviewPanel::failed);
}

void PreviewPanel::setOrder(const ReportOrder& order, std::optional<bool> isFrozen)
{
    ReportOrder first = order;
    if (first.failures.size() > 1)
        first.failures.resize(1);
    if (isSame(first, m_order) && isFrozen == m_isFrozen)
        return;
    m_order = std::move(first);
    m_isFrozen = isFrozen;
    invalidate();
}

void PreviewPanel::invalidate()
{
    m_isOld = true;
    if (m_pages->pages() == 0 && m_isFrozen == true && !m_order.failures.empty())
        m_pages->setEmptyText(tr("The pages are being made…"));
    plan();
}

void PreviewPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    plan();
}

void PreviewPanel::plan()
{
    if (m_isOld && isVisible())
        m_later.start();
}

void PreviewPanel::make()
{
    if (!m_isOld || !isVisible())
        return;
    m_isOld = false;
    const std::uint64_t question = ++m_question;
    const bool isPossible = m_order.snapshot && !m_order.failures.empty() && m_isFrozen == true;
    if (!isPossible) {
        m_pages->setDocument(nullptr);
        if (m_order.failures.empty())
            m_pages->setEmptyText(tr("Choose a failure at the left to see the pages of its report."));
        else if (m_isFrozen == false)
            m_pages->setEmptyText(
                tr("The pages appear here once the analysis plan is frozen: in Evidence, or by writing "
                   "a report. No result is computed before."));
        else
            m_pages->setEmptyText({});
        showPlace();
        return;
    }
    m_pages->setStale(true);
    m_pages->setEmptyText(tr("The pages are being made…"));
    using Document = std::shared_ptr<const ReportDocument>;
    m_jobs.run<Document>(
        tr("Making the pages of the report"), this,
        [order = m_order](const std::stop_token& stop, const ProgressFn& progress) -> Result<Document> {
            Result<ReportDocument> made = previewOf(order, stop, progress);
            if (!made)
                return made.error();
            return std::make_shared<const ReportDocument>(std::move(*made));
        },
        [this, question](Result<Document> made) {
            if (question != m_question)
                return;
            m_pages->setDocument(made ? *made : nullptr);
            if (made)
                return;
            m_pages->setEmptyText(made.error().code == ErrorCode::Cancelled
                    ? tr("Cancelled. Change the choice at the left to make the pages.")
                    : tr("The pages could not be made."));
            if (made.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(made.error());
        });
}

void PreviewPanel::showPlace()
{
    if (m_pages->pages() == 0)
        m_place->clear();
    else
        m_place->setText(tr("%1, page %2 of %3, as it would be written now")
                             .arg(toQString(m_order.failures.empty() ? std::string() : m_order.failures.front()),
                                 countText(m_pages->currentPage() + 1), countText(m_pages->pages())));
}

} // namespace antecedent::app
