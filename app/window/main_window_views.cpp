// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Saved views: naming the view at hand, going to one, and putting them in order.
#include "app/window/main_window.h"
#include "app/window/rail.h"
#include "widgets/common/banner.h"
#include "widgets/common/text.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

SavedView MainWindow::viewNow() const
{
    SavedView view;
    view.question = m_context.question();
    view.step = m_rail->current();
    view.arrangement = m_views[static_cast<std::size_t>(view.step)]->arrangement();
    return view;
}

void MainWindow::fillSavedViews()
{
    m_savedMenu->clear();
    const DataPtr& snapshot = m_context.data();
    const std::vector<SavedView> views = snapshot ? savedViews(keyOf(*snapshot)) : std::vector<SavedView>();
    for (const SavedView& view : views) {
        QString name = view.name;
        QAction* action = m_savedMenu->addAction(
            name.replace(QLatin1Char('&'), QLatin1String("&&")), this, [this, view] { applyView(view); });
        action->setObjectName(QStringLiteral("savedView"));
    }
    m_savedMenu->addSeparator();
    QAction* save = m_savedMenu->addAction(
        tr("&Save this view…"), QKeySequence(Qt::CTRL | Qt::Key_D), this, &MainWindow::askToSaveView);
    save->setObjectName(QStringLiteral("saveView"));
    save->setEnabled(snapshot != nullptr);
    QAction* manage = m_savedMenu->addAction(tr("&Rename or delete…"), this, &MainWindow::manageViews);
    manage->setObjectName(QStringLiteral("manageViews"));
    manage->setEnabled(!views.empty());
}

void MainWindow::askToSaveView()
{
    const DataPtr snapshot = m_context.data();
    if (!snapshot)
        return;
    const QString key = keyOf(*snapshot);
    const SavedView now = viewNow();
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("saveViewDialog"));
    dialog->setWindowTitle(tr("Save this view"));
    auto* label = new QLabel(tr("Name of this view: its failure, window, filter, step and arrangement"), dialog);
    auto* name = new QLineEdit(dialog);
    name->setObjectName(QStringLiteral("viewName"));
    name->setAccessibleName(tr("Name of the view"));
    name->setMinimumWidth(420);
    label->setBuddy(name);
    const Failure* failure = m_context.currentFailure();
    const QString step = m_views[static_cast<std::size_t>(now.step)]->title();
    name->setText(failure != nullptr ? tr("%1, %2").arg(toQString(failure->id), step) : step);
    name->selectAll();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, dialog);
    QPushButton* save = buttons->button(QDialogButtonBox::Save);
    const auto word = [this, save, name, key] {
        const std::vector<SavedView> views = savedViews(key);
        const bool isThere = std::any_of(
            views.begin(), views.end(), [&](const SavedView& view) { return view.name == name->text().trimmed(); });
        save->setText(isThere ? tr("Replace") : tr("Save"));
        save->setEnabled(!name->text().trimmed().isEmpty());
    };
    connect(name, &QLineEdit::textChanged, dialog, word);
    word();
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this, dialog, name, key, now] {
        std::vector<SavedView> views = savedViews(key);
        SavedView view = now;
        view.name = name->text().trimmed();
        putView(views, view);
        saveViews(key, views);
        fillSavedViews();
        dialog->accept();
        m_banner->showNote(tr("Saved the view “%1”; it stands under View, Saved views.").arg(view.name));
    });
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(label);
    layout->addWidget(name);
    layout->addWidget(buttons);
    dialog->open();
}

void MainWindow::applyView(const SavedView& view)
{
    const DataPtr snapshot = m_context.data();
    if (!snapshot)
        return;
    Context::Question question = view.question;
    const bool isThere = question.failure.empty()
        || std::any_of(snapshot->failures.begin(), snapshot->failures.end(),
            [&](const Failure& failure) { return failure.id == question.failure; });
    if (!isThere) {
        m_banner->showNote(tr("The case has no failure %1 any more; the view “%2” is shown for the one at hand.")
                               .arg(toQString(question.failure), view.name));
        question.failure = m_context.question().failure;
    }
    m_context.ask(question);
    const int step = std::clamp(view.step, 0, static_cast<int>(m_views.size()) - 1);
    showStep(step);
    m_views[static_cast<std::size_t>(step)]->setArrangement(view.arrangement);
}

void MainWindow::manageViews()
{
    const DataPtr snapshot = m_context.data();
    if (!snapshot)
        return;
    const QString key = keyOf(*snapshot);
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("manageViewsDialog"));
    dialog->setWindowTitle(tr("Saved views"));
    auto* list = new QListWidget(dialog);
    list->setObjectName(QStringLiteral("viewList"));
    list->setAccessibleName(tr("Saved views; F2 renames, Delete deletes"));
    list->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    for (const SavedView& view : savedViews(key)) {
        auto* item = new QListWidgetItem(view.name, list);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
    }
    list->setCurrentRow(0);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    auto* rename = buttons->addButton(tr("&Rename"), QDialogButtonBox::ActionRole);
    rename->setObjectName(QStringLiteral("renameView"));
    auto* remove = buttons->addButton(tr("&Delete"), QDialogButtonBox::ActionRole);
    remove->setObjectName(QStringLiteral("deleteView"));
    remove->setShortcut(QKeySequence::Delete);
    connect(rename, &QPushButton::clicked, list, [list] {
        if (list->currentItem() != nullptr)
            list->editItem(list->currentItem());
    });
    connect(remove, &QPushButton::clicked, this, [this, list, key] {
        std::vector<SavedView> views = savedViews(key);
        const int row = list->currentRow();
        if (row < 0 || row >= static_cast<int>(views.size()))
            return;
        views.erase(views.begin() + row);
        saveViews(key, views);
        delete list->takeItem(row);
        fillSavedViews();
    });
    connect(list, &QListWidget::itemChanged, this, [this, list, key](QListWidgetItem* item) {
        std::vector<SavedView> views = savedViews(key);
        const auto row = static_cast<std::size_t>(list->row(item));
        const QString name = item->text().trimmed();
        const bool isTaken = std::any_of(views.begin(), views.end(),
            [&](const SavedView& view) { return view.name == name && &view != &views[row]; });
        if (row >= views.size() || name == views[row].name)
            return;
        if (name.isEmpty() || isTaken)
            return item->setText(views[row].name);
        views[row].name = name;
        saveViews(key, views);
        fillSavedViews();
    });
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(list);
    layout->addWidget(buttons);
    dialog->open();
}

} // namespace antecedent::app
