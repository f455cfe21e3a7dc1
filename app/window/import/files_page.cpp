// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/import/files_page.h"

#include "app/window/import/zone_box.h"
#include "app/window/shared/table_view.h"
#include "widgets/common/site_time.h"
#include "widgets/common/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

FilesPage::FilesPage(std::vector<ImportDraft>& drafts, const std::string& siteZone, QWidget* parent)
    : QWidget(parent)
    , m_drafts(drafts)
    , m_model(drafts)
    , m_table(new TableView(this))
    , m_zoneBar(new QWidget(this))
    , m_zone(new ZoneBox(tr("choose the zone …"), siteZone, this))
    , m_summary(new QLabel(this))
    , m_open(new QPushButton(tr("Look at the mapping…"), this))
{
    m_table->setObjectName(QStringLiteral("importFiles"));
    m_table->setAccessibleName(tr("Files to import"));
    m_table->setModel(&m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setWidths({250, 80, 260, 80, 300});
    m_zone->setObjectName(QStringLiteral("zoneForAll"));
    m_zone->setAccessibleName(tr("Zone of local times without a zone"));
    m_zone->setMinimumWidth(240);
    m_open->setObjectName(QStringLiteral("openMapping"));
    m_summary->setObjectName(QStringLiteral("filesSummary"));
    auto* zoneLine = new QHBoxLayout(m_zoneBar);
    zoneLine->setContentsMargins(14, 8, 14, 8);
    zoneLine->addWidget(new QLabel(tr("Times without a zone are in"), m_zoneBar));
    zoneLine->addWidget(m_zone);
    auto* why = new QLabel(tr("in every file that states none; it is not guessed, and can differ by file"), m_zoneBar);
    why->setForegroundRole(QPalette::PlaceholderText);
    zoneLine->addWidget(why, 1);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(14, 8, 14, 8);
    bar->addWidget(m_summary, 1);
    bar->addWidget(m_open);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_zoneBar);
    connect(m_zone, &QComboBox::activated, this, &FilesPage::applyZone);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_table->currentIndex().isValid())
            Q_EMIT openWanted(m_table->currentIndex().row());
    });
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        if (index.column() != FilesModel::kFile)
            Q_EMIT openWanted(index.row());
    });
    connect(&m_model, &FilesModel::takenChanged, this, [this] {
        refresh();
        Q_EMIT changed();
    });
    refresh();
}

void FilesPage::refresh()
{
    m_model.setTheme(themeOf(palette()));
    const auto count = [this](const auto& is) {
        return static_cast<std::uint64_t>(std::count_if(m_drafts.begin(), m_drafts.end(), is));
    };
    const auto taken = count([](const ImportDraft& d) { return d.isTaken; });
    const auto before = count([](const ImportDraft& d) { return d.state == DraftState::ImportedBefore; });
    const auto open = count([](const ImportDraft& d) { return !openQuestions(d).empty(); });
    QString text = tr("%1 of %2 files will be imported", nullptr, pluralOf(taken))
                       .arg(countText(taken), countText(m_drafts.size()));
    if (open > 0)
        text += tr(" · %1 with open questions").arg(countText(open));
    if (before > 0)
        text += tr(" · %1 imported before").arg(countText(before));
    if (!m_drafts.empty())
        m_summary->setText(text);
    m_zoneBar->setVisible(
        std::any_of(m_drafts.begin(), m_drafts.end(), [](const ImportDraft& d) { return d.isTaken && d.needsZone; }));
    if (!m_table->currentIndex().isValid() && m_model.rowCount() > 0)
        m_table->setCurrentIndex(m_model.index(0, FilesModel::kFile));
    m_open->setEnabled(m_model.rowCount() > 0);
}

void FilesPage::showWork(const QString& text)
{
    m_summary->setText(text);
    m_table->setEmptyText(text);
}

void FilesPage::applyZone()
{
    const std::string zone = toUtf8(m_zone->currentData().toString());
    for (ImportDraft& draft : m_drafts) {
        if (!draft.needsZone || (!draft.zone.empty() && draft.zone != m_applied))
            continue; // one of its own was chosen
        draft.zone = zone;
        draft.trial.reset();
        if (draft.plan)
            draft.plan->zone = zone;
    }
    m_applied = zone;
    refresh();
    Q_EMIT changed();
}

} // namespace antecedent::app
