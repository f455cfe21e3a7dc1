// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/frame/shortcuts_sheet.h"

#include "app/window/timeline/timeline_view.h"

#include <QAbstractButton>
#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <set>

namespace antecedent::app {

namespace {

struct SheetWords
{
    Q_DECLARE_TR_FUNCTIONS(ShortcutsSheet)
};

QString plain(QString text)
{
    return text.section(QLatin1Char('\t'), 0, 0).remove(QLatin1Char('&')).remove(QStringLiteral("…"));
}

QString keysOf(const QAction* action)
{
    QStringList keys;
    for (const QKeySequence& key : action->shortcuts())
        keys << key.toString(QKeySequence::NativeText);
    return keys.join(QStringLiteral(", "));
}

void collect(const QMenu* menu, ShortcutGroup& group, std::set<const QAction*>& seen)
{
    for (const QAction* action : menu->actions()) {
        if (action->menu() != nullptr)
            collect(action->menu(), group, seen);
        else if (!action->shortcut().isEmpty() && seen.insert(action).second)
            group.keys.emplace_back(keysOf(action), plain(action->text()));
    }
}

std::vector<std::pair<QString, QString>> keysOfViews()
{
    return {{QStringLiteral("Tab, Shift+Tab"), SheetWords::tr("Next, previous control")},
        {QStringLiteral("↑, ↓"), SheetWords::tr("Next row of a table or a list, next step of the rail")},
        {QStringLiteral("Ctrl+C"), SheetWords::tr("Copy the selected rows of a table")},
        {QStringLiteral("Enter"), SheetWords::tr("Open what is chosen: a related record, a found command, a cell")},
        {QStringLiteral("Ctrl+Space, ↓"), SheetWords::tr("What can follow in a filter")},
        {QStringLiteral("Esc"), SheetWords::tr("Give up: close a list, the inspector, a moved window edge")},
        {QStringLiteral("←, →"),
            SheetWords::tr("Move in a chart: the window edge in the evidence, days in the "
                           "calendar, points of a curve")}};
}

} // namespace

std::vector<ShortcutGroup> shortcutsOf(const QWidget* window)
{
    std::vector<ShortcutGroup> groups;
    std::set<const QAction*> seen;
    if (const auto* main = qobject_cast<const QMainWindow*>(window))
        for (const QAction* top : main->menuBar()->actions())
            if (top->menu() != nullptr) {
                ShortcutGroup group{plain(top->text()), {}};
                collect(top->menu(), group, seen);
                if (!group.keys.empty())
                    groups.push_back(std::move(group));
            }
    ShortcutGroup others{SheetWords::tr("In the window"), {}};
    for (const QAbstractButton* button : window->findChildren<QAbstractButton*>())
        if (!button->shortcut().isEmpty() && !button->text().contains(QLatin1Char('&')))
            others.keys.emplace_back(button->shortcut().toString(QKeySequence::NativeText), button->accessibleName());
    std::set<QString> inTimeline; // listed with the view
    for (const auto& [key, words] : TimelineView::keys())
        for (const QString& each : key.split(QStringLiteral(", ")))
            inTimeline.insert(each);
    for (const QAction* action : window->findChildren<QAction*>())
        if (!action->shortcut().isEmpty() && !inTimeline.contains(action->shortcut().toString(QKeySequence::NativeText))
            && seen.insert(action).second)
            others.keys.emplace_back(keysOf(action), plain(action->text()));
    if (!others.keys.empty())
        groups.push_back(std::move(others));
    groups.push_back({SheetWords::tr("In the timeline"), TimelineView::keys()});
    groups.push_back({SheetWords::tr("In tables, lists and charts"), keysOfViews()});
    return groups;
}

void showShortcuts(QWidget* window)
{
    QString rows;
    for (const ShortcutGroup& group : shortcutsOf(window)) {
        rows += QStringLiteral("<tr><td colspan='2' style='padding-top:10px'><b>%1</b></td></tr>")
                    .arg(group.title.toHtmlEscaped());
        for (const auto& [key, words] : group.keys)
            rows += QStringLiteral("<tr><td style='padding-right:24px'>%1</td><td>%2</td></tr>")
                        .arg(key.toHtmlEscaped(), words.toHtmlEscaped());
    }
    auto* dialog = new QDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("shortcutsSheet"));
    dialog->setWindowTitle(SheetWords::tr("Shortcuts"));
    dialog->resize(560, 620);
    auto* sheet = new QTextBrowser(dialog);
    sheet->setObjectName(QStringLiteral("shortcuts"));
    sheet->setAccessibleName(SheetWords::tr("Shortcuts"));
    sheet->setTabChangesFocus(true);
    sheet->setHtml(QStringLiteral("<table cellspacing='0' cellpadding='2'>%1</table>").arg(rows));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(sheet, 1);
    layout->addWidget(buttons);
    dialog->show(); // beside the work, to look at while working
}

} // namespace antecedent::app
