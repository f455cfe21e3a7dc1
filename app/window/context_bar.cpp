// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/context_bar.h"

#include "widgets/common/palette.h"
#include "widgets/common/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

namespace antecedent::app {

using namespace widgets;

namespace {

QComboBox* segment(QBoxLayout* bar, const QString& name, int width, QWidget* parent)
{
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    auto* label = new QLabel(name, parent);
    QFont small = label->font();
    small.setPointSizeF(8.25);
    label->setFont(small);
    label->setForegroundRole(QPalette::PlaceholderText);
    auto* box = new QComboBox(parent);
    box->setAccessibleName(name);
    box->setMinimumWidth(width);
    label->setBuddy(box);
    column->addWidget(label);
    column->addWidget(box);
    bar->addLayout(column);
    bar->addSpacing(12);
    return box;
}

QString lengthText(Duration length)
{
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(length);
    if (hours == length && hours.count() % 24 == 0 && hours.count() > 72)
        return QStringLiteral("%1d").arg(hours.count() / 24);
    if (hours == length)
        return QStringLiteral("%1h").arg(hours.count());
    return QStringLiteral("%1m").arg(std::chrono::duration_cast<std::chrono::minutes>(length).count());
}

} // namespace

ContextBar::ContextBar(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_back(new QToolButton(this))
    , m_forward(new QToolButton(this))
{
    setObjectName(QStringLiteral("contextBar"));
    setFixedHeight(50);
    auto* bar = new QHBoxLayout(this);
    bar->setContentsMargins(8, 2, 14, 4);
    m_back->setText(QStringLiteral("‹"));
    m_back->setAccessibleName(tr("Back"));
    m_back->setToolTip(tr("Back (Alt+Left)"));
    m_back->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    m_forward->setText(QStringLiteral("›"));
    m_forward->setAccessibleName(tr("Forward"));
    m_forward->setToolTip(tr("Forward (Alt+Right)"));
    m_forward->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Right));
    bar->addWidget(m_back);
    bar->addWidget(m_forward);
    bar->addSpacing(8);
    m_failure = segment(bar, tr("Failure"), 320, this);
    m_failure->setObjectName(QStringLiteral("failureChoice"));
    m_before = segment(bar, tr("Before"), 76, this);
    m_after = segment(bar, tr("After"), 76, this);
    m_zone = segment(bar, tr("Time"), 180, this);
    bar->addStretch(1);
    for (const char* length : {"8h", "24h", "72h", "7d", "14d", "30d"})
        m_before->addItem(QString::fromLatin1(length));
    for (const char* length : {"0h", "4h", "24h", "72h"})
        m_after->addItem(QString::fromLatin1(length));
    for (QComboBox* box : {m_before, m_after}) {
        box->setEditable(true);
        box->setInsertPolicy(QComboBox::NoInsert);
        box->setToolTip(tr("A length such as 90s, 15m, 72h, 3d"));
        connect(box, &QComboBox::textActivated, this, &ContextBar::applyWindow);
        connect(box->lineEdit(), &QLineEdit::editingFinished, this, &ContextBar::applyWindow);
    }
    Context& context = workspace.context;
    connect(m_back, &QToolButton::clicked, &context, &Context::goBack);
    connect(m_forward, &QToolButton::clicked, &context, &Context::goForward);
    connect(m_failure, &QComboBox::activated, this,
        [this](int index) { m_workspace.context.setFailure(static_cast<std::size_t>(index)); });
    connect(m_zone, &QComboBox::activated, this, [this](int index) { m_workspace.context.setUtc(index == 1); });
    connect(&context, &Context::dataChanged, this, &ContextBar::fillFailures);
    connect(&context, &Context::questionChanged, this, &ContextBar::refresh);
    connect(&context, &Context::zoneChanged, this, &ContextBar::fillFailures);
    fillFailures();
}

void ContextBar::fillFailures()
{
    m_failure->clear();
    m_zone->clear();
    if (const DataPtr& snapshot = m_workspace.context.data()) {
        const SiteTime times = m_workspace.context.times();
        for (const Failure& failure : snapshot->failures) {
            const Asset* asset = snapshot->dataset.asset(failure.asset);
            m_failure->addItem(toQString(failure.id) + QStringLiteral(" · ")
                + (asset != nullptr ? toQString(asset->id) + QStringLiteral(" · ") : QString())
                + times.date(failure.anchor));
        }
        m_zone->addItem(tr("Site, %1").arg(SiteTime(snapshot->siteZone).zoneName()));
        m_zone->addItem(QStringLiteral("UTC"));
        m_zone->setCurrentIndex(m_workspace.context.isUtc() ? 1 : 0);
    }
    refresh();
}

void ContextBar::refresh()
{
    const Context& context = m_workspace.context;
    setEnabled(context.data() != nullptr);
    m_back->setEnabled(context.canGoBack());
    m_forward->setEnabled(context.canGoForward());
    m_failure->setEnabled(m_failure->count() > 0);
    m_failure->setCurrentIndex(context.failure() ? static_cast<int>(*context.failure()) : -1);
    m_before->setEditText(lengthText(context.before()));
    m_after->setEditText(lengthText(context.after()));
}

void ContextBar::applyWindow()
{
    const auto before = parseDuration(toUtf8(m_before->currentText().trimmed()));
    const auto after = parseDuration(toUtf8(m_after->currentText().trimmed()));
    if (before && after && *before > Duration{})
        m_workspace.context.setWindow(*before, *after);
    refresh();
}

void ContextBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme theme = themeOf(palette());
    painter.fillRect(rect(), color(theme, Paint::Panel));
    painter.setPen(color(theme, Paint::LineStrong));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace antecedent::app
