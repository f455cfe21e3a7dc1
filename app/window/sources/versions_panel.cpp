// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sources/versions_panel.h"

#include "app/window/shared/table_view.h"
#include "widgets/common/text.h"

#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;
using casework::VersionStanding;
using casework::VersionState;

namespace {

constexpr int kSide = 14;
constexpr int kGap = 6;
constexpr int kWaitMs = 150;

TableCell number(std::uint64_t count)
{
    return {countText(count), QVariant::fromValue(static_cast<qulonglong>(count))};
}

// With the begin of its hash, as versions are often called the same.
TableCell sourceCell(const StoredSource& source)
{
    constexpr int kShownHash = 8;
    const QString hash = toQString(toHex(source.info.sha256));
    TableCell cell(QStringLiteral("%1 (%2)").arg(toQString(source.info.name), hash.left(kShownHash)));
    cell.tip = hash;
    return cell;
}

TableCell stateCell(const VersionStanding& standing)
{
    if (standing.error) {
        TableCell cell(VersionsPanel::tr("can't be compared"));
        cell.ink = Paint::Error;
        cell.tip = toQString(errorPhrase(*standing.error));
        return cell;
    }
    switch (standing.state) {
    case VersionState::Accepted: {
        TableCell cell(VersionsPanel::tr("the newer counts"));
        cell.ink = Paint::Ok;
        return cell;
    }
    case VersionState::Withdrawn:
        return TableCell(VersionsPanel::tr("taken back: both count"));
    case VersionState::Proposed:
        break;
    }
    TableCell cell(VersionsPanel::tr("open: both count"));
    cell.ink = Paint::Warning;
    return cell;
}

QString kindName(RowChangeKind kind)
{
    switch (kind) {
    case RowChangeKind::Changed:
        return VersionsPanel::tr("changed");
    case RowChangeKind::Vanished:
        return VersionsPanel::tr("not there any more");
    case RowChangeKind::Added:
        break;
    }
    return VersionsPanel::tr("added");
}

TableCell rowCell(std::uint64_t row)
{
    return row == 0 ? TableCell(unknownText()) : number(row);
}

} // namespace

VersionsPanel::VersionsPanel(const Workspace& workspace, QWidget* parent)
    : DecisionPanel(workspace, QStringLiteral("versions"), tr("Newer versions of sources"),
        {{tr("Newer source"), false, true}, {tr("Earlier source")}, {tr("Decision")}, {tr("Same"), true},
            {tr("Changed"), true}, {tr("Gone"), true}, {tr("Added"), true}},
        parent)
    , m_accept(addAct(tr("Use the newer"), QStringLiteral("acceptVersion"),
          tr("What only the earlier source states is set aside; both stay in the file and can be read"),
          [this] { accept(); }))
    , m_back(addAct(
          tr("Take back"), QStringLiteral("withdrawVersion"), tr("Both sources count again"), [this] { takeBack(); }))
    , m_rows({{tr("What")}, {tr("Table")}, {tr("Record"), false, true}, {tr("Column")}, {tr("Before")}, {tr("Now")},
          {tr("Row before"), true}, {tr("Row now"), true}})
    , m_cut(new QLabel(this))
    , m_rowTable(new TableView(this))
{
    setWidths({230, 230, 150, 64, 70, 64, 64});
    m_rowTable->setObjectName(QStringLiteral("versionRows"));
    m_rowTable->setAccessibleName(tr("Rows that differ"));
    m_rowTable->setModel(&m_rows);
    m_rowTable->setWidths({120, 100, 150, 110, 180, 180, 76});
    m_rowTable->setEmptyText(tr("Rows that differ are listed here."));
    m_rowTable->setMinimumHeight(90);
    m_cut->setObjectName(QStringLiteral("versionsCut"));
    m_cut->setContentsMargins(kSide, kGap, kSide, kGap);
    m_cut->hide();
    addBelow(m_cut);
    addBelow(m_rowTable);
    m_wait.setSingleShot(true);
    m_wait.setInterval(kWaitMs);
    connect(&m_wait, &QTimer::timeout, this, &VersionsPanel::compareChosen);
}

void VersionsPanel::drop()
{
    m_standings.clear();
    m_known.clear();
}

void VersionsPanel::ask()
{
    const DataPtr snapshot = workspace().context.data();
    drop();
    setEmptyText(tr("Open or import data first."));
    if (!snapshot)
        return;
    setEmptyText(tr("Comparing the sources …"));
    workspace().jobs.run<Standings>(
        tr("Look for newer versions of sources"), this,
        [snapshot](const std::stop_token& stop, const ProgressFn&) -> Result<Standings> {
            const Result<CaseFile> file = CaseFile::open(snapshot->path, OpenMode::ReadOnly);
            return file ? casework::versionStandings(*file, stop) : file.error();
        },
        [this, asked = question()](Result<Standings> standings) {
            if (!isCurrent(asked))
                return;
            if (standings)
                take(std::move(*standings));
            else
                showFailure(standings.error());
        });
}

void VersionsPanel::take(Standings standings)
{
    m_standings = std::move(standings);
    std::vector<std::vector<TableCell>> rows;
    const auto open = std::count_if(m_standings.begin(), m_standings.end(),
        [](const VersionStanding& standing) { return standing.state == VersionState::Proposed; });
    for (const VersionStanding& standing : m_standings)
        rows.push_back({sourceCell(standing.newer), sourceCell(standing.earlier), stateCell(standing),
            number(standing.counts.same), number(standing.counts.changed), number(standing.counts.vanished),
            number(standing.counts.added)});
    setEmptyText(tr("No source looks like a newer export of another."));
    setRows(std::move(rows));
    setNote(m_standings.empty() ? QString()
            : open > 0          ? tr("%n sources look like newer exports of earlier ones. Counts are records.", nullptr,
                           static_cast<int>(open))
                                : tr("Every newer export is decided on. Counts are records."));
}

const VersionStanding* VersionsPanel::chosen() const
{
    const int row = chosenRow();
    const bool isThere = row >= 0 && row < static_cast<int>(m_standings.size());
    return isThere ? &m_standings[static_cast<std::size_t>(row)] : nullptr;
}

void VersionsPanel::choose(int /*row*/)
{
    const VersionStanding* standing = chosen();
    const bool isAccepted = standing != nullptr && standing->state == VersionState::Accepted;
    m_accept->setEnabled(standing != nullptr && !isAccepted && !standing->error);
    m_back->setEnabled(isAccepted);
    m_rows.setRows({});
    m_rowTable->setEmptyText(standing == nullptr ? tr("Rows that differ are listed here.")
            : standing->error                    ? toQString(errorPhrase(*standing->error))
                                                 : tr("Comparing the rows …"));
    m_cut->hide();
    m_wait.stop();
    ++m_shownPair;
    if (standing == nullptr || standing->error)
        return;
    if (const auto known = m_known.find(standing->newer.id); known != m_known.end())
        showRows(known->second);
    else
        m_wait.start(); // who walks through the list with the keys asks for none of it
}

void VersionsPanel::compareChosen()
{
    const VersionStanding* standing = chosen();
    const DataPtr snapshot = workspace().context.data();
    if (standing == nullptr || !snapshot)
        return;
    workspace().jobs.run<VersionDifference>(
        QString(), this,
        [snapshot, earlier = standing->earlier, newer = standing->newer](
            const std::stop_token& stop, const ProgressFn&) -> Result<VersionDifference> {
            const Result<CaseFile> file = CaseFile::open(snapshot->path, OpenMode::ReadOnly);
            return file ? casework::compareSources(*file, earlier, newer, stop) : file.error();
        },
        [this, pair = m_shownPair, asked = question(), newer = standing->newer.id](
            Result<VersionDifference> difference) {
            if (!isCurrent(asked))
                return;
            if (difference)
                m_known[newer] = *difference;
            if (pair != m_shownPair)
                return;
            if (difference)
                showRows(*difference);
            else
                m_rowTable->setEmptyText(toQString(errorPhrase(difference.error())));
        });
}

void VersionsPanel::showRows(const VersionDifference& difference)
{
    std::vector<std::vector<TableCell>> rows;
    for (const RowChange& row : difference.rows) {
        const QString table = toQString(term(tableSpec(row.table).name));
        const auto add = [&](const QString& column, const std::string& before, const std::string& after) {
            rows.push_back({kindName(row.kind), table, toQString(row.key), column,
                before.empty() ? TableCell(unknownText()) : TableCell(toQString(before)),
                after.empty() ? TableCell(unknownText()) : TableCell(toQString(after)), rowCell(row.rowBefore),
                rowCell(row.rowAfter)});
        };
        if (row.values.empty())
            add({}, {}, {});
        for (const ValueChange& value : row.values)
            add(toQString(value.column), value.before, value.after);
    }
    m_rows.setTheme(themeOf(palette()));
    m_rows.setRows(std::move(rows));
    const TableChange total = difference.total();
    const std::uint64_t all = total.changed + total.vanished + total.added;
    m_rowTable->setEmptyText(tr("No row differs."));
    m_cut->setText(
        tr("The first %1 of %2 rows that differ are listed.").arg(countText(difference.rows.size()), countText(all)));
    m_cut->setVisible(all > difference.rows.size());
}

void VersionsPanel::accept()
{
    const VersionStanding* standing = chosen();
    if (standing == nullptr)
        return;
    const std::uint64_t aside = standing->counts.changed + standing->counts.vanished;
    decide(tr("Use %1 in place of %2: %3 records are set aside")
               .arg(toQString(standing->newer.info.name), toQString(standing->earlier.info.name), countText(aside)),
        [earlier = standing->earlier, newer = standing->newer](
            CaseFile& file, const std::string& reason, const std::stop_token& stop) -> Result<void> {
            const Result<VersionDifference> done = casework::acceptVersion(file, earlier, newer, reason, stop);
            return done ? Result<void>() : Result<void>(done.error());
        });
}

void VersionsPanel::takeBack()
{
    if (const VersionStanding* standing = chosen())
        decide(tr("Let %1 and %2 both count again")
                   .arg(toQString(standing->newer.info.name), toQString(standing->earlier.info.name)),
            [newer = standing->newer](CaseFile& file, const std::string& reason, const std::stop_token& stop) {
                return casework::withdrawVersion(file, newer, reason, stop);
            });
}

} // namespace antecedent::app
