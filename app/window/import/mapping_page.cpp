// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/import/mapping_page.h"

#include "app/window/import/count_bar.h"
#include "app/window/import/form_panel.h"
#include "app/window/import/join_dialog.h"
#include "app/window/import/rows_dialog.h"
#include "app/window/import/value_map_dialog.h"
#include "app/window/shared/table_view.h"
#include "importers/profile/column_reference.h"
#include "importers/profile/profile_writer.h"
#include "widgets/common/site_time.h"
#include "widgets/common/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace antecedent::app {

using namespace importers;
using namespace widgets;

namespace {

constexpr std::size_t kPreviewRows = 200;

// Of all rows, once they are counted; until then, and of texts that are no codes, of the first ones.
std::vector<ValueCount> textsOf(const SourceHead& head, const std::optional<Trial>& trial, std::size_t column)
{
    if (trial)
        if (const auto all = trial->values.find(head.columns[column]); all != trial->values.end())
            return all->second;
    return valuesOf(head, column, kTrialValues);
}

} // namespace

void MappingPage::edited()
{
    showColumns();
    m_typing.start();
    Q_EMIT changed();
}

void MappingPage::setDraft(ImportDraft* draft)
{
    stopTrial();
    ++m_question; // answers on the last file come too late
    m_draft = draft;
    m_shown.reset();
    m_form->setDraft(draft);
    if (draft == nullptr)
        return;
    showColumns();
    showPreview();
    showTrial();
    ask();
}

// Reads the head by the mapping in work; the count of the whole file follows.
void MappingPage::ask()
{
    if (m_draft == nullptr)
        return;
    stopTrial();
    const std::uint64_t question = ++m_question;
    const ImportDraft draft = *m_draft;
    m_workspace.jobs.run<Look>(
        QString(), this,
        [draft](const std::stop_token&, const ProgressFn&) -> Result<Look> {
            Look out{draft, std::nullopt};
            planDraft(out.draft);
            if (out.draft.plan)
                if (Result<Preview> preview = previewRows(*out.draft.head, *out.draft.plan, kPreviewRows))
                    out.preview = std::move(*preview);
            return out;
        },
        [this, question](Result<Look> look) {
            if (question == m_question && look && m_draft != nullptr)
                show(*look);
        });
}

void MappingPage::show(const Look& look)
{
    ImportDraft& draft = *m_draft;
    draft.head = look.draft.head;
    draft.plan = look.draft.plan;
    draft.problem = look.draft.problem;
    draft.needsZone = look.draft.needsZone;
    draft.trial.reset();
    m_shown = look.preview;
    m_form->showPlan();
    showColumns();
    showPreview();
    startTrial();
    Q_EMIT changed();
}

void MappingPage::startTrial()
{
    stopTrial();
    showTrial();
    if (m_draft == nullptr || !m_draft->plan)
        return;
    m_isCounting = true;
    m_stop = std::stop_source();
    m_done = std::make_shared<std::atomic<std::uint64_t>>(0);
    const std::uint64_t question = m_question;
    const auto own = m_stop;
    const auto done = m_done;
    const ImportPlan plan = *m_draft->plan;
    const std::string path = m_draft->path;
    m_workspace.jobs.run<Trial>(
        QString(), this,
        [own, done, plan, path](const std::stop_token& stop, const ProgressFn&) -> Result<Trial> {
            std::stop_source either = own;
            const std::stop_callback both(stop, [&either] { either.request_stop(); });
            return tryImport(
                openerOf(path), plan, either.get_token(), [&done](const Progress& now) { *done = now.done; });
        },
        [this, question, own](Result<Trial> trial) {
            if (question != m_question || m_draft == nullptr || own != m_stop)
                return;
            m_isCounting = false;
            if (trial)
                m_draft->trial = std::move(*trial);
            else if (trial.error().code != ErrorCode::Cancelled)
                m_draft->problem = trial.error();
            m_form->showPlan();
            showTrial();
            Q_EMIT changed();
        });
    m_poll.start();
    showProgress();
}

void MappingPage::stopTrial()
{
    m_stop.request_stop();
    m_isCounting = false;
    m_poll.stop();
}

void MappingPage::showProgress()
{
    m_progress->setVisible(m_isCounting);
    m_stopCounting->setVisible(m_isCounting);
    m_countAgain->setVisible(!m_isCounting && m_draft != nullptr && m_draft->plan && !m_draft->trial);
    if (!m_isCounting) {
        m_poll.stop();
        return;
    }
    const std::uint64_t all = m_draft->plan && m_draft->plan->compression.empty() ? m_draft->bytes : 0;
    m_progress->setRange(0, all == 0 ? 0 : 1000);
    m_progress->setValue(all == 0 ? 0 : static_cast<int>(std::min<std::uint64_t>(1000, *m_done * 1000 / all)));
}

void MappingPage::showTrial()
{
    showProgress();
    std::vector<std::vector<TableCell>> rows;
    if (m_draft == nullptr || !m_draft->trial) {
        m_bar->setCounts(0, 0, 0);
        m_counts->setText(m_isCounting                ? tr("counting the whole file …")
                : m_draft != nullptr && m_draft->plan ? tr("not counted")
                                                      : tr("the mapping is not complete yet"));
        m_rejectModel.setRows({});
        m_rejects->setEmptyText(tr("Rejected rows will stand here with the reason and the original row."));
        return;
    }
    const Trial& trial = *m_draft->trial;
    const std::uint64_t repeated = std::min(trial.repeated, trial.read - trial.rejected);
    const std::uint64_t stored = trial.read - trial.rejected - repeated;
    m_bar->setCounts(stored, trial.rejected, repeated);
    QString text = tr("%1 read = %2 stored + %3 rejected + %4 repeated")
                       .arg(countText(trial.read), countText(stored), countText(trial.rejected), countText(repeated));
    if (!trial.isRepeatedKnown)
        text += tr(" (at least)");
    m_counts->setText(text);
    for (const TrialReject& reject : trial.rejects) {
        const Diagnostic& d = reject.diagnostic;
        const DiagnosticInfo& info = diagnosticInfo(d.code);
        QString why = toQString(term(info.what));
        if (!d.excerpt.empty() && d.column > 0)
            why += QStringLiteral(": ") + toQString(d.excerpt).simplified();
        if (!d.detail.empty())
            why += QStringLiteral(" (") + toQString(d.detail) + QLatin1Char(')');
        rows.push_back({{countText(d.line), QVariant::fromValue(static_cast<qulonglong>(d.line))},
            toQString(d.columnName), why, toQString(reject.original).simplified(), toQString(term(info.todo))});
    }
    m_rejectModel.setTheme(themeOf(palette()));
    m_rejectModel.setRows(std::move(rows));
    m_rejects->setEmptyText(tr("No row is rejected."));
}

void MappingPage::showColumns()
{
    if (m_draft == nullptr)
        return;
    m_columnModel.setTheme(themeOf(palette()));
    const int row = m_columns->currentIndex().row();
    m_columnModel.setDraft(*m_draft);
    if (row >= 0 && row < m_columnModel.rowCount())
        m_columns->setCurrentIndex(m_columnModel.index(row, MappingModel::kBecomes));
    QStringList tables;
    QStringList choosers;
    for (const TableMapping& table : m_draft->mapping.tables) {
        tables << toQString(tableSpec(table.table).name);
        for (const Condition& condition : table.when)
            choosers << toQString(templateText(condition.value)).remove(QLatin1Char('{')).remove(QLatin1Char('}'));
    }
    tables.removeDuplicates();
    choosers.removeDuplicates();
    const QString records = tables.join(tr(" and "));
    m_summary->setText(tables.isEmpty() ? tr("Choose at the left what this file holds")
            : choosers.isEmpty()        ? tr("Each row becomes a record of %1").arg(records)
                                        : tr("Rows become records of %1; %2 says of what in them")
                                       .arg(records, choosers.join(QStringLiteral(", "))));
    m_add->setEnabled(!tables.isEmpty());
    m_rows->setEnabled(!tables.isEmpty() && m_draft->head);
    m_join->setEnabled(!tables.isEmpty() && m_draft->head);
}

void MappingPage::showPreview()
{
    m_previewModel.setTheme(themeOf(palette()));
    const QSignalBlocker quiet(m_previewTable);
    const QString before = m_previewTable->currentData().toString();
    m_previewTable->clear();
    if (m_shown)
        for (const PreviewTable& table : m_shown->tables)
            m_previewTable->addItem(toQString(tableSpec(table.table).name), toQString(tableSpec(table.table).name));
    m_previewTable->setCurrentIndex(std::max(0, m_previewTable->findData(before)));
    m_previewTable->setVisible(m_previewTable->count() > 1 && m_asRecords->isChecked());
    const int table = m_previewTable->currentIndex();
    if (m_asText->isChecked() && m_draft != nullptr && m_draft->head)
        m_previewModel.showText(*m_draft->head, kPreviewRows);
    else if (m_asRecords->isChecked() && m_shown && table >= 0)
        m_previewModel.showRecords(m_shown->tables[static_cast<std::size_t>(table)]);
    else
        m_previewModel.clear();
    constexpr int kWidest = 320;
    m_preview->horizontalHeader()->setMaximumSectionSize(kWidest);
    m_preview->resizeColumnsToContents();
    constexpr int kPadding = 12; // of cells, which the view does not count
    QHeaderView& header = *m_preview->horizontalHeader();
    for (int c = 0; c < header.count(); ++c)
        header.resizeSection(c, std::min(kWidest, header.sectionSize(c) + kPadding));
    header.setStretchLastSection(true);
}

void MappingPage::choose(int source, int choice)
{
    if (m_draft == nullptr)
        return;
    const MappingModel::Choice chosen = m_columnModel.choices()[static_cast<std::size_t>(choice)];
    beginEdit(*m_draft);
    const std::vector<std::string>& columns = m_draft->head->columns;
    if (chosen.target)
        setTarget(m_draft->mapping, columns, static_cast<std::size_t>(source), chosen.target);
    else
        setIgnored(m_draft->mapping, columns, static_cast<std::size_t>(source), chosen.isIgnored);
    edited();
}

void MappingPage::setValueOf(int table, int column, const QString& value)
{
    if (m_draft == nullptr)
        return;
    beginEdit(*m_draft);
    const MapTarget target{static_cast<std::size_t>(table), static_cast<std::size_t>(column)};
    if (const Result<void> set = setValue(m_draft->mapping, target, toUtf8(value)); !set) {
        m_draft->problem = Error{set.error().code,
            toUtf8(MappingModel::targetName(m_draft->mapping, target) + QStringLiteral(" = ") + value),
            set.error().detail};
        m_form->showPlan();
    } else {
        edited();
    }
}

void MappingPage::editValues()
{
    const int row = m_columns->currentIndex().row();
    const auto source = m_columnModel.sourceOf(row);
    const auto target = m_columnModel.targetOf(row);
    if (m_draft == nullptr || !source || !target)
        return;
    ValueMapDialog dialog(textsOf(*m_draft->head, m_draft->trial, *source), valueMapOf(m_draft->mapping, *target),
        MappingModel::targetName(m_draft->mapping, *target), this);
    if (dialog.exec() != QDialog::Accepted || m_draft == nullptr)
        return;
    beginEdit(*m_draft);
    setValueMap(m_draft->mapping, *target, dialog.map());
    edited();
}

void MappingPage::editRows()
{
    if (m_draft == nullptr || !m_draft->head)
        return;
    const auto head = m_draft->head; // a new one may come while the dialog is open
    const auto trial = m_draft->trial;
    std::vector<std::string> columns;
    for (std::size_t i = 0; i < head->columns.size(); ++i)
        columns.push_back(columnReference(head->columns, i));
    RowsDialog dialog(
        m_draft->mapping, std::move(columns),
        [head, trial](std::size_t column) { return textsOf(*head, trial, column); }, this);
    if (dialog.exec() != QDialog::Accepted || m_draft == nullptr)
        return;
    beginEdit(*m_draft);
    m_draft->mapping = dialog.mapping();
    edited();
}

void MappingPage::join()
{
    if (m_draft == nullptr || !m_draft->head)
        return;
    std::vector<std::string> others;
    std::copy_if(m_files.begin(), m_files.end(), std::back_inserter(others),
        [&](const std::string& file) { return file != m_draft->path; });
    JoinDialog dialog(m_workspace.jobs, m_draft->mapping, m_draft->head, others, this);
    if (dialog.exec() != QDialog::Accepted || m_draft == nullptr)
        return;
    beginEdit(*m_draft);
    m_draft->mapping.tables = dialog.mapping().tables;
    m_draft->mapping.maps = dialog.mapping().maps;
    m_draft->mapping.ignore = dialog.mapping().ignore;
    edited();
}

} // namespace antecedent::app
