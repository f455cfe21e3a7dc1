// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the event table shows; events_panel_columns.cpp builds it and arranges its columns.
#include "app/window/records/events_panel.h"

#include "app/window/shared/csv.h"
#include "app/window/shared/filter_edit.h"
#include "app/window/shared/table_view.h"
#include "widgets/common/text.h"

#include <QAction>
#include <QFileDialog>
#include <QLabel>
#include <QSaveFile>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

EventsPanel::~EventsPanel()
{
    m_asking.request_stop();
}

void EventsPanel::focusFilter()
{
    m_filter->setFocus();
    m_filter->selectAll();
}

void EventsPanel::refresh()
{
    const std::uint64_t question = ++m_question;
    m_asking.request_stop();
    m_asking = std::stop_source();
    const DataPtr snapshot = m_workspace.context.data();
    if (!snapshot) {
        m_model.setRows({}, {});
        m_count->clear();
        return;
    }
    const std::string filter = toUtf8(m_workspace.context.filter());
    const EventColumn sortBy = m_sortBy;
    const bool isDescending = m_isDescending;
    m_workspace.jobs.run<std::vector<std::uint32_t>>(
        QString(), this,
        [snapshot, filter, sortBy, isDescending, asking = m_asking](std::stop_token stop, const ProgressFn&) mutable {
            const std::stop_callback ended(stop, [&asking] { asking.request_stop(); });
            return chooseEvents(*snapshot, filter, sortBy, isDescending, asking.get_token());
        },
        [this, question, snapshot](Result<std::vector<std::uint32_t>> rows) {
            if (question != m_question)
                return;
            if (rows)
                showRows(snapshot, std::move(*rows));
            else if (rows.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(rows.error());
        });
}

void EventsPanel::showRows(const DataPtr& snapshot, std::vector<std::uint32_t> rows)
{
    m_count->setText(tr("%1 of %2 events", nullptr, pluralOf(snapshot->context.events.size()))
                         .arg(countText(rows.size()), countText(snapshot->context.events.size())));
    m_table->setEmptyText(snapshot->context.events.size() == 0
            ? tr("No records yet. Import files or a folder (Ctrl+Shift+I), or drop them anywhere.")
            : tr("No event matches the filter. Clear it with the cross at its right end."));
    m_model.setRows(snapshot, std::move(rows));
    showView();
    follow();
    showWindow();
}

void EventsPanel::showWindow()
{
    const Failure* failure = m_workspace.context.currentFailure();
    const DataPtr snapshot = m_workspace.context.data();
    if (failure == nullptr || m_workspace.context.selected() || m_sortBy > EventColumn::ToFailure || m_isDescending)
        return;
    const std::int64_t from = (failure->anchor - m_workspace.context.before()).time_since_epoch().count();
    const auto& rows = m_model.rows();
    const auto& onset = snapshot->context.events.onsetUs;
    const auto first = std::lower_bound(
        rows.begin(), rows.end(), from, [&](std::uint32_t event, std::int64_t at) { return onset[event] < at; });
    if (first != rows.end())
        m_table->scrollTo(m_model.index(static_cast<int>(first - rows.begin()), 0), QAbstractItemView::PositionAtTop);
}

void EventsPanel::showView()
{
    const Failure* failure = m_workspace.context.currentFailure();
    m_model.setView(m_workspace.context.times(), failure != nullptr ? std::optional(failure->anchor) : std::nullopt,
        themeOf(palette()));
}

void EventsPanel::follow()
{
    const auto event = m_workspace.context.selected();
    const int row = event ? m_model.rowOf(*event) : -1;
    if (row < 0 || row == m_table->currentIndex().row())
        return;
    m_isFollowing = true;
    const QModelIndex index = m_model.index(row, m_table->shownColumns().empty() ? 0 : m_table->shownColumns().front());
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
    m_isFollowing = false;
}

void EventsPanel::askExport()
{
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export the events as shown"), QString(), tr("CSV (*.csv)"));
    if (!path.isEmpty())
        exportTo(path);
}

void EventsPanel::exportTo(const QString& path)
{
    const DataPtr snapshot = m_workspace.context.data();
    if (!snapshot)
        return;
    const std::vector<int> columns = m_table->shownColumns();
    const QString filter = m_workspace.context.filter();
    m_workspace.jobs.run<std::size_t>(
        tr("Writing the events"), this,
        [snapshot, path, columns, filter, rows = m_model.rows(), form = m_model.form()](
            const std::stop_token& stop, const ProgressFn& progress) -> Result<std::size_t> {
            constexpr std::size_t kLook = 4'096;
            QSaveFile file(path);
            const auto problem = [&] {
                return Error{ErrorCode::FileUnwritable, toUtf8(path), toUtf8(file.errorString())};
            };
            if (!file.open(QIODevice::WriteOnly))
                return problem();
            if (!filter.isEmpty())
                file.write(csvLine({QStringLiteral("# filter: ") + filter}));
            QStringList cells;
            for (const int column : columns)
                cells << eventColumnName(static_cast<EventColumn>(column), form);
            file.write(csvLine(cells));
            for (std::size_t r = 0; r < rows.size(); ++r) {
                if (r % kLook == 0) {
                    if (stop.stop_requested())
                        return Error{ErrorCode::Cancelled, {}, {}}; // the file stays as it was
                    progress({"rows", r, rows.size()});
                }
                cells.clear();
                for (const int column : columns)
                    cells << eventText(*snapshot, rows[r], static_cast<EventColumn>(column), form);
                file.write(csvLine(cells));
            }
            if (!file.commit())
                return problem();
            return rows.size();
        },
        [this, path](const Result<std::size_t>& written) {
            if (!written)
                Q_EMIT failed(written.error());
            else
                Q_EMIT told(tr("Wrote %1 events to %2.", nullptr, pluralOf(*written)).arg(countText(*written), path));
        });
}

} // namespace antecedent::app
