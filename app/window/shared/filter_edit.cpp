// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/shared/filter_edit.h"

#include "widgets/common/palette.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QStringListModel>
#include <QStyleOptionFrame>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kRestMs = 250;
constexpr int kMostRows = 12;

} // namespace

FilterEdit::FilterEdit(const Workspace& workspace, QWidget* parent)
    : QLineEdit(parent)
    , m_workspace(workspace)
    , m_completer(new QCompleter(this))
    , m_words(new QStringListModel(this))
    , m_message(new QLabel(this))
    , m_values(std::make_shared<const FilterValues>())
{
    setClearButtonEnabled(true);
    m_completer->setModel(m_words);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(kMostRows);
    m_completer->popup()->setObjectName(QStringLiteral("filterWords"));
    m_completer->popup()->setAccessibleName(tr("What can follow in the filter"));
    m_message->setObjectName(QStringLiteral("filterProblem"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setAutoFillBackground(true);
    m_message->setBackgroundRole(QPalette::ToolTipBase);
    m_message->setForegroundRole(QPalette::WindowText);
    m_message->setFrameShape(QFrame::Box);
    m_message->setFrameShadow(QFrame::Plain);
    m_message->setContentsMargins(6, 2, 6, 2);
    m_message->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_message->hide();
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(this, &QLineEdit::textEdited, this, &FilterEdit::typed);
    connect(&m_rest, &QTimer::timeout, this, &FilterEdit::settle);
    connect(this, &QLineEdit::returnPressed, this, &FilterEdit::settle);
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &FilterEdit::take);
    connect(this, &QLineEdit::cursorPositionChanged, this, &FilterEdit::placeMessage);
    connect(&workspace.context, &Context::dataChanged, this, &FilterEdit::readValues);
    readValues();
}

void FilterEdit::readValues()
{
    const DataPtr snapshot = m_workspace.context.data();
    if (!snapshot)
        return;
    using ValuesPtr = std::shared_ptr<const FilterValues>;
    m_workspace.jobs.run<ValuesPtr>(
        QString(), this,
        [snapshot](const std::stop_token&, const ProgressFn&) -> Result<ValuesPtr> {
            return std::make_shared<const FilterValues>(filterValues(*snapshot));
        },
        [this, snapshot](Result<ValuesPtr> values) {
            if (values && snapshot == m_workspace.context.data())
                m_values = std::move(*values);
        });
}

void FilterEdit::showFilter(const QString& text)
{
    if (text == this->text())
        return;
    setText(text);
    check();
}

void FilterEdit::typed()
{
    m_problem = {};
    placeMessage();
    m_rest.start();
    complete(false);
}

void FilterEdit::settle()
{
    m_rest.stop();
    check();
    if (!isWrong())
        Q_EMIT settled(text().trimmed());
}

void FilterEdit::check()
{
    m_problem = problemOf(text(), m_workspace.context.data().get());
    m_message->setText(problemText());
    setToolTip(isWrong() ? problemText() : QString());
    setAccessibleDescription(problemText());
    placeMessage();
    update();
}

QString FilterEdit::problemText() const
{
    return isWrong() ? tr("column %1: %2").arg(m_problem.from + 1).arg(m_problem.words) : QString();
}

void FilterEdit::complete(bool isAsked)
{
    m_hint = hintAt(text(), cursorPosition(), *m_values);
    // Unasked only while a word is being written: a list that opens by itself must not stand in the way.
    const bool isWriting = m_hint.from < cursorPosition();
    if (m_hint.words.isEmpty() || (!isAsked && !isWriting)) {
        m_completer->popup()->hide();
        return;
    }
    m_words->setStringList(m_hint.words);
    const int wanted =
        m_completer->popup()->sizeHintForColumn(0) + m_completer->popup()->verticalScrollBar()->sizeHint().width() + 12;
    const int wide = std::clamp(wanted, 140, 480);
    m_completer->complete(QRect(xOf(m_hint.from), 0, wide, height()));
    if (isAsked)
        m_completer->popup()->setCurrentIndex(m_words->index(0));
}

void FilterEdit::take(const QString& word)
{
    if (word.isEmpty())
        return;
    const QString whole = word + (word == QLatin1String("in") ? QStringLiteral(" (") : QStringLiteral(" "));
    QString next = text();
    next.replace(m_hint.from, m_hint.to - m_hint.from, whole);
    const auto cursor = m_hint.from + whole.size();
    setText(next);
    setCursorPosition(static_cast<int>(cursor));
    setModified(true);
    m_problem = {};
    placeMessage();
    m_rest.start();
    QTimer::singleShot(0, this, [this] { complete(true); });
}

bool FilterEdit::event(QEvent* event)
{
    // Tab takes the word, else it leaves the line.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Tab
        && m_completer->popup()->isVisible()) {
        keyPressEvent(static_cast<QKeyEvent*>(event));
        return true;
    }
    return QLineEdit::event(event);
}

void FilterEdit::hideEvent(QHideEvent* event)
{
    QLineEdit::hideEvent(event);
    m_message->hide();
}

void FilterEdit::keyPressEvent(QKeyEvent* event)
{
    const bool isAsked = (event->key() == Qt::Key_Space && (event->modifiers() & Qt::ControlModifier) != 0)
        || event->key() == Qt::Key_Down;
    if (isAsked && !m_completer->popup()->isVisible())
        return complete(true);
    if (m_completer->popup()->isVisible()
        && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Tab)) {
        const QModelIndex chosen = m_completer->popup()->currentIndex();
        m_completer->popup()->hide();
        if (chosen.isValid() || event->key() == Qt::Key_Tab)
            return take(chosen.isValid() ? chosen.data().toString() : m_hint.words.value(0));
    }
    QLineEdit::keyPressEvent(event);
}

void FilterEdit::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        m_completer->popup()->hide();
    placeMessage();
}

int FilterEdit::xOf(int position) const
{
    // The cursor's rectangle knows how far the text is scrolled.
    const QFontMetrics metrics = fontMetrics();
    const int cursorX = cursorRect().center().x();
    const int before = metrics.horizontalAdvance(text().left(cursorPosition()));
    return cursorX - before + metrics.horizontalAdvance(text().left(position));
}

void FilterEdit::placeMessage()
{
    m_message->setText(problemText());
    if (!isWrong() || !isVisible()) {
        m_message->hide();
        return;
    }
    if (m_message->parentWidget() != window())
        m_message->setParent(window());
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, color(themeOf(palette()), Paint::Error));
    m_message->setPalette(ink);
    m_message->adjustSize();
    const QPoint below = mapTo(window(), QPoint(std::max(0, xOf(m_problem.from)), height() + 1));
    m_message->move(std::min(below.x(), std::max(0, window()->width() - m_message->width() - 4)), below.y());
    m_message->show();
    m_message->raise();
}

void FilterEdit::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    placeMessage();
}

void FilterEdit::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    if (!isWrong())
        return;
    constexpr int kStep = 2;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(themeOf(palette()), Paint::Error), 1.2));
    const int y = cursorRect().bottom() - 2;
    const int left = std::max(4, xOf(m_problem.from));
    const int right = std::min(width() - 4, std::max(xOf(m_problem.to), left + 3 * kStep));
    QPainterPath wave(QPointF(left, y));
    bool isUp = true;
    for (int x = left + kStep; x <= right; x += kStep) {
        wave.lineTo(x, isUp ? y - kStep : y);
        isUp = !isUp;
    }
    painter.drawPath(wave);
}

} // namespace antecedent::app
