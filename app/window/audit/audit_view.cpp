// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/audit/audit_view.h"

#include "app/window/audit/audit_words.h"
#include "app/window/ledger/case_book.h"
#include "app/window/shared/csv.h"
#include "app/window/shared/table_view.h"
#include "widgets/common/text.h"

#include <QFileDialog>
#include <QFontDatabase>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace antecedent::app {

using namespace widgets;

AuditView::AuditView(const Workspace& workspace, QWidget* parent)
    : View(parent)
    , m_workspace(workspace)
    , m_model({{tr("No."), true}, {tr("Time")}, {tr("Actor")}, {tr("Action"), false, true}, {tr("Subject")},
          {tr("Before")}, {tr("After")}, {tr("Reason")}, {tr("Hash")}})
    , m_table(new TableView(this))
    , m_exact(new QPlainTextEdit(this))
{
    auto* search = new QLineEdit(this);
    search->setPlaceholderText(tr("Find in all columns"));
    search->setAccessibleName(tr("Find in the audit trail"));
    search->setClearButtonEnabled(true);
    search->setMinimumWidth(260);
    auto* save = new QPushButton(tr("Export CSV, as shown"), this);
    save->setFlat(true);
    m_sorted.setSourceModel(&m_model);
    m_sorted.setSortRole(TextTableModel::kSortRole);
    m_sorted.setFilterKeyColumn(-1);
    m_sorted.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setObjectName(QStringLiteral("audit"));
    m_table->setAccessibleName(tr("Audit trail"));
    m_table->setModel(&m_sorted);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(0, Qt::AscendingOrder);
    m_table->setWidths({44, 150, 76, 126, 120, 90, 330, 150});
    m_table->setEmptyText(tr("No investigation is open."));
    m_exact->setObjectName(QStringLiteral("auditEntry"));
    m_exact->setAccessibleName(tr("The chosen entry, word for word"));
    m_exact->setPlaceholderText(tr("Choose an entry; it stands here word for word, with its whole hash."));
    m_exact->setReadOnly(true);
    m_exact->setFrameShape(QFrame::NoFrame);
    m_exact->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto* parts = new QSplitter(Qt::Vertical, this);
    parts->addWidget(m_table);
    parts->addWidget(m_exact);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 1);
    parts->setChildrenCollapsible(false);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(14, 6, 14, 6);
    bar->addWidget(search);
    bar->addStretch(1);
    bar->addWidget(save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(parts, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AuditView::showExact);
    connect(search, &QLineEdit::textChanged, &m_sorted, &QSortFilterProxyModel::setFilterFixedString);
    connect(save, &QPushButton::clicked, this, &AuditView::exportShown);
    connect(&workspace.context, &Context::dataChanged, this, &AuditView::refresh);
    connect(&workspace.context, &Context::zoneChanged, this, &AuditView::refresh);
    connect(&workspace.book, &CaseBook::changed, this, &AuditView::refresh);
    refresh();
}

QString AuditView::title() const
{
    return tr("Audit trail");
}

QString AuditView::badge() const
{
    const DataPtr& snapshot = m_workspace.context.data();
    return snapshot ? QString::number(m_workspace.book.audit().size()) : QString();
}

QString AuditView::badgeWords() const
{
    return m_workspace.context.data() ? tr("%n entries", nullptr, static_cast<int>(m_workspace.book.audit().size()))
                                      : QString();
}

void AuditView::refresh()
{
    std::vector<std::vector<TableCell>> rows;
    if (m_workspace.context.data()) {
        const SiteTime times = m_workspace.context.times();
        for (const AuditEntry& entry : m_workspace.book.audit()) {
            const QString hash = toQString(toHex(entry.hash));
            TableCell shortHash(hash.left(8));
            shortHash.tip = hash;
            rows.push_back({{QString::number(entry.seq), QVariant::fromValue(static_cast<qlonglong>(entry.seq))},
                {times.full(entry.time),
                    QVariant::fromValue(static_cast<qlonglong>(entry.time.time_since_epoch().count()))},
                toQString(entry.actor), auditAction(entry.action), toQString(entry.subject), auditValue(entry.before),
                auditValue(entry.after), toQString(entry.reason).simplified(), shortHash});
        }
    }
    m_model.setTheme(themeOf(palette()));
    m_model.setRows(std::move(rows));
    if (!m_table->currentIndex().isValid() && m_sorted.rowCount() > 0)
        m_table->setCurrentIndex(m_sorted.index(m_sorted.rowCount() - 1, 0)); // the latest, as it is sorted at first
    showExact();
    Q_EMIT badgeChanged();
}

void AuditView::showExact()
{
    const QModelIndex now = m_table->currentIndex();
    const auto row = now.isValid() ? static_cast<std::size_t>(now.data(TextTableModel::kRowRole).toInt()) : SIZE_MAX;
    const std::vector<AuditEntry>& audit = m_workspace.book.audit();
    m_exact->setPlainText(m_workspace.context.data() && row < audit.size()
            ? exactEntry(audit[row], m_workspace.context.times().full(audit[row].time))
            : QString());
}

void AuditView::exportShown()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export the audit trail"), {}, tr("CSV (*.csv)"));
    if (path.isEmpty())
        return;
    if (const Result<void> written = writeCsv(m_sorted, path); !written)
        Q_EMIT failed(written.error());
    else
        Q_EMIT told(tr("Wrote %1.").arg(path));
}

} // namespace antecedent::app
