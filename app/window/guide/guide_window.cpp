// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/guide/guide_window.h"

#include "app/window/guide/guide_pages.h"
#include "app/window/guide/guide_text.h"
#include "app/window/language.h"

#include <QApplication>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace antecedent::app {

namespace {

constexpr int kContents = 260;
constexpr int kPageRole = Qt::UserRole;

} // namespace

GuideWindow::GuideWindow(const QString& language, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_language(language)
    , m_search(new QLineEdit(this))
    , m_contents(new QTreeWidget(this))
    , m_text(new GuideText(this))
{
    setObjectName(QStringLiteral("guide"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_contents->setObjectName(QStringLiteral("guideContents"));
    m_contents->setAccessibleName(tr("Contents of the guide"));
    m_contents->setHeaderHidden(true);
    m_contents->setFrameShape(QFrame::NoFrame);
    m_contents->setRootIsDecorated(false);
    m_contents->setIndentation(14);
    m_contents->setWordWrap(true);
    m_search->setObjectName(QStringLiteral("guideSearch"));
    m_search->setAccessibleName(tr("Search the guide"));
    m_search->setPlaceholderText(tr("Search the guide"));
    m_search->setToolTip(tr("Words that a page has to have, in any order (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(14, 6, 6, 6);
    column->setSpacing(6);
    column->addWidget(m_search);
    column->addWidget(m_contents, 1);
    auto* across = new QSplitter(Qt::Horizontal, this);
    across->addWidget(left);
    across->addWidget(m_text);
    across->setStretchFactor(1, 1);
    across->setSizes({kContents, 760});
    across->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(across, 1);
    connect(m_search, &QLineEdit::textChanged, this, &GuideWindow::search);
    connect(m_search, &QLineEdit::returnPressed, m_contents, qOverload<>(&QWidget::setFocus));
    connect(m_contents, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem* item) {
        if (item != nullptr && item->data(0, kPageRole).isValid() && item->data(0, kPageRole).toString() != page())
            showPage(item->data(0, kPageRole).toString());
    });
    connect(m_text, &QTextBrowser::sourceChanged, this, [this](const QUrl& url) {
        m_page = QFileInfo(url.path()).completeBaseName(); // source() is that of before as yet
        follow();
    });
    auto* find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, this, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    fillContents();
    resize(kContents + 840, 760);
}

QWidget* GuideWindow::makeBar()
{
    auto* bar = new QWidget(this);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(14, 6, 14, 6);
    layout->setSpacing(6);
    const auto add = [&](const char* name, const QString& text, const QString& tip, const QKeySequence& key) {
        auto* button = new QToolButton(bar);
        button->setObjectName(QString::fromLatin1(name));
        button->setText(text);
        button->setToolTip(tr("%1 (%2)").arg(tip, key.toString(QKeySequence::NativeText)));
        button->setAccessibleName(tip);
        button->setShortcut(key);
        layout->addWidget(button);
        return button;
    };
    QToolButton* back =
        add("guideBack", QStringLiteral("‹"), tr("Back to the page before"), QKeySequence(Qt::ALT | Qt::Key_Left));
    QToolButton* forward =
        add("guideForward", QStringLiteral("›"), tr("Forward again"), QKeySequence(Qt::ALT | Qt::Key_Right));
    layout->addStretch(1);
    QToolButton* printer = add("guidePrint", tr("Print…"), tr("Print this page"), QKeySequence::Print);
    connect(back, &QToolButton::clicked, m_text, &QTextBrowser::backward);
    connect(forward, &QToolButton::clicked, m_text, &QTextBrowser::forward);
    connect(printer, &QToolButton::clicked, this, &GuideWindow::print);
    connect(m_text, &QTextBrowser::backwardAvailable, back, &QWidget::setEnabled);
    connect(m_text, &QTextBrowser::forwardAvailable, forward, &QWidget::setEnabled);
    back->setEnabled(false);
    forward->setEnabled(false);
    return bar;
}

void GuideWindow::fillContents()
{
    const QSignalBlocker quiet(m_contents);
    m_contents->clear();
    const QString names[] = {tr("Start"), tr("The window and its views"), tr("Reference"), tr("What can be imported")};
    QTreeWidgetItem* group = nullptr;
    GuideGroup now = GuideGroup::Reference;
    for (const GuidePage& page : guidePages()) {
        if (group == nullptr || page.group != now) {
            now = page.group;
            group = new QTreeWidgetItem(m_contents, {names[static_cast<int>(now)]});
            group->setFlags(Qt::ItemIsEnabled);
            QFont font = group->font(0);
            font.setWeight(QFont::DemiBold);
            group->setFont(0, font);
        }
        const QString title = guideTitle(m_language, page.id);
        auto* item = new QTreeWidgetItem(group, {title.section(QLatin1Char(':'), 0, 0)}); // what has room
        item->setToolTip(0, title);
        item->setData(0, kPageRole, page.id);
    }
    m_contents->expandAll();
    follow();
}

void GuideWindow::search(const QString& words)
{
    m_text->setMarked(words.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts));
    if (words.trimmed().isEmpty()) {
        fillContents();
        return;
    }
    const QSignalBlocker quiet(m_contents);
    m_contents->clear();
    for (const GuideHit& hit : searchGuide(m_language, words)) {
        auto* item = new QTreeWidgetItem(m_contents, {guideTitle(m_language, hit.id)});
        item->setData(0, kPageRole, hit.id);
        QFont font = item->font(0);
        font.setWeight(QFont::DemiBold);
        item->setFont(0, font);
        auto* excerpt = new QTreeWidgetItem(item, {hit.excerpt});
        excerpt->setData(0, kPageRole, hit.id);
    }
    if (m_contents->topLevelItemCount() == 0)
        new QTreeWidgetItem(m_contents, {tr("No page has all these words.")});
    m_contents->expandAll();
}

void GuideWindow::showPage(const QString& id)
{
    m_text->setSource(guideUrl(m_language, id));
}

void GuideWindow::follow()
{
    if (m_page.isEmpty())
        return;
    setWindowTitle(tr("%1 — Guide").arg(guideTitle(m_language, page())));
    const QSignalBlocker quiet(m_contents);
    for (QTreeWidgetItemIterator it(m_contents); *it != nullptr; ++it)
        if ((*it)->data(0, kPageRole).toString() == page()) {
            m_contents->setCurrentItem(*it);
            return;
        }
}

void GuideWindow::print()
{
    QPrinter printer;
    QPrintDialog dialog(&printer, this);
    dialog.setWindowTitle(tr("Print this page"));
    if (dialog.exec() == QDialog::Accepted)
        m_text->printTo(printer);
}

void GuideWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

GuideOpener::GuideOpener(QWidget* window)
    : QObject(window)
    , m_window(window)
{
    qApp->installEventFilter(this);
}

bool GuideOpener::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType())
        return QObject::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const auto* widget = static_cast<QWidget*>(watched);
    if (key->key() != Qt::Key_F1 || key->modifiers() != Qt::NoModifier)
        return false;
    while (widget != nullptr && widget != m_window)
        widget = widget->parentWidget(); // across windows
    if (widget == nullptr)
        return false;
    open();
    return true;
}

void GuideOpener::open()
{
    const QWidget* active = QApplication::activeModalWidget();
    if (active == nullptr)
        active = m_window;
    openAt(guidePageFor(active->focusWidget() != nullptr ? active->focusWidget() : active));
}

void GuideOpener::openAt(const QString& page)
{
    // A dialog that blocks all windows does not block those that are its own.
    QWidget* parent = QApplication::activeModalWidget();
    if (parent == nullptr)
        parent = m_window;
    GuideWindow* guide = nullptr;
    for (auto* open : parent->findChildren<GuideWindow*>(QString(), Qt::FindDirectChildrenOnly))
        if (open->isVisible()) // else it was closed just now
            guide = open;
    if (guide == nullptr)
        guide = new GuideWindow(currentLanguage(), parent);
    guide->showPage(page);
    guide->show();
    guide->raise();
    guide->activateWindow();
}

} // namespace antecedent::app
