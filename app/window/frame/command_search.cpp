// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/frame/command_search.h"

#include "app/window/shared/window_place.h"
#include "widgets/common/palette.h"
#include "widgets/common/text.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCompleter>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kWide = 280;
constexpr int kHigh = 22;
constexpr int kListWide = 520;
constexpr int kMostRows = 16;
constexpr std::size_t kMostOfKind = 8;
constexpr std::size_t kMost = 40;
constexpr int kKindRole = Qt::UserRole + 1;

// The name at the left, what it is at the right.
class FoundDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem whole = option;
        initStyleOption(&whole, index);
        const Theme theme = themeOf(option.palette);
        const bool isChosen = (option.state & QStyle::State_Selected) != 0;
        painter->fillRect(option.rect, color(theme, isChosen ? Paint::Selection : Paint::View));
        const QString kind = index.data(kKindRole).toString();
        const QRect inner = option.rect.adjusted(8, 0, -8, 0);
        const int wide = option.fontMetrics.horizontalAdvance(kind) + 12;
        painter->setPen(color(theme, Paint::TextSecondary));
        painter->drawText(inner, Qt::AlignVCenter | Qt::AlignRight, kind);
        painter->setPen(color(theme, Paint::Text));
        const QString text = option.fontMetrics.elidedText(whole.text, Qt::ElideMiddle, inner.width() - wide);
        painter->drawText(inner, Qt::AlignVCenter | Qt::AlignLeft, text);
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {kListWide - 40, 22}; }
};

// How well the words fit: 0 the name is it, 1 it begins so, 2 a word of it does, 3 somewhere; -1 not at all.
int rankOf(const QString& text, const QString& more, const QStringList& words)
{
    int worst = 0;
    for (const QString& word : words) {
        int rank = -1;
        if (text.compare(word, Qt::CaseInsensitive) == 0)
            rank = 0;
        else if (text.startsWith(word, Qt::CaseInsensitive))
            rank = 1;
        else if (const auto at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0)
            rank = !text[at - 1].isLetterOrNumber() ? 2 : 3;
        else if (more.contains(word, Qt::CaseInsensitive))
            rank = 4;
        if (rank < 0)
            return -1;
        worst = std::max(worst, rank);
    }
    return worst;
}

void collect(const QList<QAction*>& actions, const QString& path, std::vector<std::pair<QString, QAction*>>& out)
{
    for (QAction* action : actions) {
        QString text = action->text().section(QLatin1Char('\t'), 0, 0);
        text.remove(QLatin1Char('&'));
        if (action->menu() != nullptr)
            collect(action->menu()->actions(), path.isEmpty() ? text : path + QStringLiteral(" › ") + text, out);
        else if (!action->isSeparator() && action->isEnabled() && action->isVisible() && !text.isEmpty())
            out.emplace_back(path, action);
    }
}

} // namespace

CommandSearch::CommandSearch(const Workspace& workspace, QMenuBar* menus)
    : QLineEdit(menus)
    , m_workspace(workspace)
    , m_menus(menus)
    , m_completer(new QCompleter(this))
    , m_list(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("commandSearch"));
    setAccessibleName(tr("Find record or command"));
    setPlaceholderText(tr("Find record or command (Ctrl+K)"));
    setToolTip(tr("Commands, views, failures, assets, batches and kinds of events by a part of their names (Ctrl+K)"));
    setClearButtonEnabled(true);
    setFixedSize(kWide, kHigh);
    m_completer->setModel(m_list);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(kMostRows);
    m_completer->popup()->setObjectName(QStringLiteral("commandsFound"));
    m_completer->popup()->setAccessibleName(tr("Found records and commands"));
    m_completer->popup()->setItemDelegate(new FoundDelegate(this));
    connect(this, &QLineEdit::textEdited, this, &CommandSearch::find);
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
        [this](const QModelIndex& index) { goTo(index.row()); });
}

QSize CommandSearch::sizeHint() const
{
    return {kWide, kHigh};
}

void CommandSearch::start()
{
    QWidget* now = QApplication::focusWidget();
    if (now != this)
        m_before = now;
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void CommandSearch::filterBy(const QString& filter)
{
    m_workspace.context.setFilter(filter);
    Q_EMIT recordsWanted();
}

void CommandSearch::addCommands(std::vector<Hit>& hits, const QStringList& words) const
{
    std::vector<std::pair<QString, QAction*>> actions;
    collect(m_menus->actions(), {}, actions);
    std::size_t found = 0;
    for (const auto& [path, action] : actions) {
        const QString text = action->text().section(QLatin1Char('\t'), 0, 0).remove(QLatin1Char('&'));
        const int rank = rankOf(text, path, words);
        if (rank < 0 || found == kMostOfKind)
            continue;
        ++found;
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        const QPointer<QAction> target(action);
        hits.push_back({rank, {text, keys.isEmpty() ? path : tr("%1 · %2").arg(path, keys), {}, [target] {
                                   if (target)
                                       target->trigger();
                               }}});
    }
}

void CommandSearch::addRecords(std::vector<Hit>& hits, const QStringList& words)
{
    const DataPtr snapshot = m_workspace.context.data();
    if (!snapshot)
        return;
    const auto add = [&](std::size_t& found, std::string_view name, const QString& kind, const QString& more, auto go) {
        const QString text = toQString(name);
        const int rank = found < kMostOfKind ? rankOf(text, more, words) : -1;
        if (rank < 0)
            return;
        ++found;
        hits.push_back({rank, {more.isEmpty() ? text : text + QStringLiteral("   ") + more, kind, more, go}});
    };
    const auto quoted = [](std::string_view text) {
        QString out = toQString(text);
        return QLatin1Char('"')
            + out.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""))
            + QLatin1Char('"');
    };
    std::size_t failures = 0;
    for (std::size_t i = 0; i < snapshot->failures.size(); ++i)
        add(failures, snapshot->failures[i].id, tr("Failure"), toQString(snapshot->failures[i].classification),
            [this, id = snapshot->failures[i].id] {
                const DataPtr& now = m_workspace.context.data();
                for (std::size_t f = 0; now && f < now->failures.size(); ++f)
                    if (now->failures[f].id == id)
                        return m_workspace.context.setFailure(f);
            });
    std::size_t assets = 0;
    for (const Asset& asset : snapshot->dataset.assets)
        add(assets, asset.id, tr("Asset"), toQString(asset.description),
            [this, filter = QStringLiteral("asset = ") + quoted(asset.id)] { filterBy(filter); });
    std::size_t batches = 0;
    for (std::size_t b = 0; b < snapshot->dataset.batches.size() && batches < kMostOfKind; ++b)
        add(batches, snapshot->dataset.batches[b].id, tr("Batch"), toQString(snapshot->dataset.batches[b].product),
            [this, snapshot, b, filter = QStringLiteral("batch = ") + quoted(snapshot->dataset.batches[b].id)] {
                if (const auto steps = stepsOf(*snapshot, indexOf<BatchIndexTag>(b)))
                    m_workspace.context.showInterval(withRoom(*steps));
                else
                    filterBy(filter);
            });
    std::size_t classes = 0;
    for (const EventClass& eventClass : snapshot->context.events.classes)
        add(classes, eventClass.name, tr("Kind of event"), {},
            [this, filter = QStringLiteral("class = ") + quoted(eventClass.name)] { filterBy(filter); });
}

void CommandSearch::find()
{
    m_list->clear();
    m_found.clear();
    const QStringList words = text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    std::vector<Hit> hits;
    addCommands(hits, words);
    addRecords(hits, words);
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.rank < b.rank; });
    for (Hit& hit : hits) {
        if (m_found.size() == kMost)
            break;
        auto* item = new QStandardItem(hit.entry.text);
        item->setData(hit.entry.kind, kKindRole);
        item->setData(tr("%1, %2").arg(hit.entry.text, hit.entry.kind), Qt::AccessibleTextRole);
        m_list->appendRow(item);
        m_found.push_back(std::move(hit.entry));
    }
    if (m_found.empty()) {
        auto* none = new QStandardItem(tr("Nothing is called so."));
        none->setEnabled(false);
        m_list->appendRow(none);
    }
    m_completer->complete(QRect(width() - kListWide, 0, kListWide, height()));
    if (!m_found.empty())
        m_completer->popup()->setCurrentIndex(m_list->index(0, 0));
}

void CommandSearch::goTo(int row)
{
    if (row < 0 || row >= static_cast<int>(m_found.size()))
        return;
    const auto go = m_found[static_cast<std::size_t>(row)].go;
    m_completer->popup()->hide();
    clear();
    if (m_before && m_before->isVisible())
        m_before->setFocus();
    else
        clearFocus();
    go();
}

bool CommandSearch::event(QEvent* event)
{
    if (event->type() == QEvent::KeyPress && m_completer->popup()->isVisible()) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab) {
            goTo(m_completer->popup()->currentIndex().row());
            return true;
        }
    }
    return QLineEdit::event(event);
}

void CommandSearch::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        m_completer->popup()->hide();
        clear();
        if (m_before && m_before->isVisible())
            m_before->setFocus();
        else
            clearFocus();
        return;
    }
    if (event->key() == Qt::Key_Down && !m_completer->popup()->isVisible())
        return find();
    QLineEdit::keyPressEvent(event);
}

void CommandSearch::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        m_completer->popup()->hide();
}

} // namespace antecedent::app
