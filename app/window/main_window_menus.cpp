// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Menus of the window, the sheet of shortcuts, About.
#include "app/window/conclusion/conclusion_words.h"
#include "app/window/main_window.h"
#include "app/window/rail.h"
#include "app/window/records/events_panel.h"
#include "app/window/shared/key_names.h"
#include "app/window/timeline/timeline_view.h"
#include "model/base/zone.h"
#include "widgets/common/text.h"

#include <QActionGroup>
#include <QFileDialog>
#include <QMenuBar>
#include <QMessageBox>

namespace antecedent::app {

using namespace widgets;

void MainWindow::makeMenus()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addAction(tr("&New investigation…"), QKeySequence::New, this, &MainWindow::newInvestigation);
    file->addAction(tr("&Open…"), QKeySequence::Open, this, &MainWindow::chooseFile);
    file->addAction(tr("Open the &sample"), this, &MainWindow::openSample);
    file->addSeparator();
    file->addAction(tr("&Import files…"), QKeySequence(Qt::CTRL | Qt::Key_I), this,
        [this] { importPaths(QFileDialog::getOpenFileNames(this, tr("Import files"))); });
    file->addAction(tr("Import a &folder…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I), this, [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Import a folder"));
        if (!folder.isEmpty())
            importPaths({folder});
    });
    file->addSeparator();
    file->addAction(tr("&Close investigation"), QKeySequence::Close, this, [this] { m_context.setData({}); });
    file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);

    makeEditMenu();

    QMenu* view = menuBar()->addMenu(tr("&View"));
    for (std::size_t i = 0; i < m_views.size(); ++i)
        view->addAction(m_views[i]->title(),
            QKeySequence(Qt::CTRL | static_cast<Qt::Key>(static_cast<int>(Qt::Key_0) + static_cast<int>((i + 1) % 10))),
            this, [this, i] {
                if (m_context.data())
                    showStep(static_cast<int>(i));
            });
    view->addSeparator();
    view->addAction(tr("&Filter the events"), QKeySequence::Find, this, [this] {
        if (m_context.data()) {
            m_events->show();
            m_events->focusFilter();
        }
    });
    view->addSeparator();
    auto* themes = new QActionGroup(this);
    const std::pair<QString, QString> choices[] = {
        {tr("&Light"), QStringLiteral("light")}, {tr("&Dark"), QStringLiteral("dark")}};
    for (const auto& [name, id] : choices) {
        QAction* action = view->addAction(name, this, [this, theme = id] { setTheme(theme); });
        action->setCheckable(true);
        action->setChecked(m_settings.theme == id || (m_settings.theme.isEmpty() && id == QLatin1String("light")));
        themes->addAction(action);
    }
    makeLanguageMenu(view);

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&Shortcuts"), QKeySequence(Qt::CTRL | Qt::Key_F1), this, &MainWindow::showShortcuts);
    help->addAction(tr("&About Antecedent"), this, &MainWindow::showAbout);
}

void MainWindow::makeLanguageMenu(QMenu* view)
{
    QMenu* menu = view->addMenu(tr("Lan&guage"));
    menu->setObjectName(QStringLiteral("languages"));
    auto* languages = new QActionGroup(this);
    // Each by its own name, so that whoever reads only that one finds it.
    const std::pair<QString, QString> choices[] = {{tr("As the &system"), QString()},
        {QStringLiteral("&English"), QStringLiteral("en")}, {QStringLiteral("&Deutsch"), QStringLiteral("de")}};
    for (const auto& [name, id] : choices) {
        QAction* action = menu->addAction(name, this, [this, language = id] { setLanguage(language); });
        action->setCheckable(true);
        action->setChecked(m_settings.language == id);
        languages->addAction(action);
    }
}

void MainWindow::makeEditMenu()
{
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    m_undo = edit->addAction(tr("&Undo"), QKeySequence::Undo, &m_book, &CaseBook::undo);
    m_redo = edit->addAction(tr("&Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), &m_book, &CaseBook::redo);
    connect(&m_book, &CaseBook::changed, this, &MainWindow::showEdits);
    showEdits();
}

void MainWindow::showEdits()
{
    const LedgerEntry* undo = m_book.nextUndo();
    const LedgerEntry* redo = m_book.nextRedo();
    m_undo->setEnabled(undo != nullptr);
    m_redo->setEnabled(redo != nullptr);
    m_undo->setText(undo == nullptr ? tr("&Undo") : tr("&Undo: %1").arg(ConclusionWords::edit(*undo)));
    m_redo->setText(redo == nullptr ? tr("&Redo") : tr("&Redo: %1").arg(ConclusionWords::edit(*redo)));
}

void MainWindow::showShortcuts()
{
    QString rows;
    for (const QAction* menu : menuBar()->actions())
        for (const QAction* action : menu->menu()->actions())
            if (!action->shortcut().isEmpty())
                rows += QStringLiteral("<tr><td style='padding-right:24px'>%1</td><td>%2</td></tr>")
                            .arg(action->shortcut().toString(QKeySequence::NativeText).toHtmlEscaped(),
                                action->text().remove(QLatin1Char('&')).toHtmlEscaped());
    for (const auto& [key, words] : TimelineView::keys())
        rows += QStringLiteral("<tr><td>%1</td><td>%2</td></tr>").arg(key.toHtmlEscaped(), words.toHtmlEscaped());
    rows += QStringLiteral("<tr><td>%1</td><td>%2</td></tr>")
                .arg(keyNames(QStringLiteral("Alt+Left, Alt+Right")), tr("Back and forward"));
    QMessageBox::information(this, tr("Shortcuts"), QStringLiteral("<table>") + rows + QStringLiteral("</table>"));
}

void MainWindow::showAbout()
{
    QMessageBox::about(this, tr("About Antecedent"),
        tr("<b>Antecedent %1</b><br>Offline workbench for root-cause investigations in pharmaceutical manufacturing."
           "<br><br>Qt %2, time zone rules %3.<br>Licence: GPL-3.0-or-later. Fonts of the report: Noto, "
           "SIL Open Font License 1.1.")
            .arg(QStringLiteral(ANTECEDENT_VERSION), QString::fromLatin1(qVersion()), toQString(zoneRulesVersion())));
}

} // namespace antecedent::app
