// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/banner.h"

#include "widgets/common/palette.h"
#include "widgets/common/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace antecedent::widgets {

Banner::Banner(QWidget* parent)
    : QFrame(parent)
    , m_label(new QLabel(this))
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("banner"));
    setMinimumHeight(36);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 4, 8, 4);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_close);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setAutoRaise(true);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void Banner::showError(const Error& error)
{
    if (error.code != ErrorCode::Cancelled)
        showText(toQString(errorPhrase(error)), true);
}

void Banner::showNote(const QString& text)
{
    showText(text, false);
}

QString Banner::text() const
{
    return m_label->text();
}

void Banner::showText(const QString& text, bool isError)
{
    m_isError = isError;
    m_label->setText(text);
    setAccessibleName(text);
    show();
    update();
}

void Banner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme theme = themeOf(palette());
    painter.fillRect(rect(), color(theme, Paint::Panel));
    painter.fillRect(QRect(0, 0, width(), 1), color(theme, Paint::LineStrong));
    painter.fillRect(QRect(0, 0, 4, height()), color(theme, m_isError ? Paint::Error : Paint::Accent));
}

} // namespace antecedent::widgets
