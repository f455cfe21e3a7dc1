// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/import/statement_page.h"

#include "app/window/import/files_model.h"
#include "app/window/shared/table_view.h"
#include "model/base/zone.h"
#include "widgets/common/site_time.h"
#include "widgets/common/text.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <set>
#include <utility>

namespace antecedent::app {

using namespace importers;
using namespace widgets;

namespace {

enum SummaryColumn { kFile, kBecomes, kZone, kRead, kStored, kRejected, kKept, kShownThere, kSummaryColumns };

// A date or a time; without offset it is local to the zone. `isEnd`: a date means the end of its day.
std::optional<Timestamp> instantOf(const QString& text, const std::string& zoneName, bool isEnd)
{
    const std::optional<IsoTime> time = parseIso(toUtf8(text.trimmed()));
    if (!time)
        return std::nullopt;
    constexpr std::int64_t kDayUs = std::int64_t{86'400} * 1'000'000;
    const std::int64_t local = time->us + (isEnd && time->precision == TimePrecision::Day ? kDayUs : 0);
    if (time->hasOffset)
        return Timestamp(Duration(local));
    const Result<Zone> zone = findZone(zoneName.empty() ? "UTC" : zoneName);
    if (!zone)
        return std::nullopt;
    const LocalMatch match = zone->resolveLocal(local);
    return Timestamp(Duration(match.count > 0 ? match.utcUs[0] : local));
}

QLineEdit* field(const char* name, const QString& hint, QWidget* parent)
{
    auto* out = new QLineEdit(parent);
    out->setObjectName(QString::fromLatin1(name));
    out->setPlaceholderText(hint);
    return out;
}

} // namespace

StatementPage::StatementPage(std::vector<ImportDraft>& drafts, QWidget* parent)
    : QWidget(parent)
    , m_drafts(drafts)
    , m_table(new QTableWidget(0, kSummaryColumns, this))
    , m_total(new QLabel(this))
    , m_by(field("statedBy", tr("name or account of the person who exported"), this))
    , m_system(field("statedSystem", tr("system and report, for example: SAP PM, IW39"), this))
    , m_filter(field(
          "statedFilter", tr("what was selected there, for example: plant 1200, order types PM01 and PM02"), this))
    , m_from(field("statedFrom", tr("2026-01-01"), this))
    , m_to(field("statedTo", tr("2026-03-31"), this))
    , m_exported(field("statedExported", tr("2026-04-02T14:30+02:00"), this))
{
    constexpr int kRow = 22;
    padCells(*m_table);
    m_table->setObjectName(QStringLiteral("importSummary"));
    m_table->setAccessibleName(tr("What will be imported"));
    m_table->setHorizontalHeaderLabels({tr("File"), tr("Becomes"), tr("Zone"), tr("Rows read"), tr("Stored"),
        tr("Rejected"), tr("Profile kept"), tr("Rows shown there")});
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRow);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int c = kRead; c <= kRejected; ++c)
        m_table->horizontalHeaderItem(c)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    const int widths[] = {250, 240, 130, 90, 90, 90, 160};
    for (int c = 0; c < kShownThere; ++c)
        m_table->setColumnWidth(c, std::max(widths[c], m_table->horizontalHeader()->sectionSizeHint(c) + 8));
    auto* title = new QLabel(tr("What the export says of itself"), this);
    QFont strong = title->font();
    strong.setWeight(QFont::DemiBold);
    title->setFont(strong);
    m_total->setFont(strong);
    m_total->setObjectName(QStringLiteral("importTotal"));
    auto* note = new QLabel(tr("Without it the absence of a record is \"not determinable\", never \"none\". It is kept "
                               "with each source and printed in the report; the number of rows is compared."),
        this);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(6);
    form->addRow(tr("Exported by"), m_by);
    form->addRow(tr("From which system"), m_system);
    form->addRow(tr("With which filter"), m_filter);
    auto* period = new QHBoxLayout;
    period->setSpacing(8);
    period->addWidget(m_from);
    period->addWidget(new QLabel(tr("to"), this));
    period->addWidget(m_to);
    form->addRow(tr("For the period"), period);
    form->addRow(tr("Exported on"), m_exported);
    auto* lower = new QVBoxLayout;
    lower->setContentsMargins(14, 10, 14, 10);
    lower->setSpacing(6);
    lower->addWidget(title);
    lower->addWidget(note);
    lower->addLayout(form);
    auto* upper = new QVBoxLayout;
    upper->setContentsMargins(14, 10, 14, 6);
    upper->addWidget(m_total);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(upper);
    layout->addWidget(m_table, 1);
    layout->addLayout(lower);
    for (QLineEdit* edit : {m_by, m_system, m_filter, m_from, m_to, m_exported})
        m_hints[edit] = edit->placeholderText();
    connect(m_table, &QTableWidget::cellChanged, this, &StatementPage::keepRows);
}

void StatementPage::keepRows(int row, int column)
{
    if (column == kShownThere && row < static_cast<int>(m_shown.size()))
        m_drafts[m_shown[static_cast<std::size_t>(row)]].stated.rows =
            toUtf8(m_table->item(row, column)->text().simplified().remove(QLatin1Char(' ')));
}

void StatementPage::refresh()
{
    const QSignalBlocker quiet(m_table);
    m_shown.clear();
    for (std::size_t i = 0; i < m_drafts.size(); ++i)
        if (m_drafts[i].isTaken)
            m_shown.push_back(i);
    m_table->setRowCount(static_cast<int>(m_shown.size()));
    std::uint64_t stored = 0;
    std::uint64_t rejected = 0;
    for (std::size_t r = 0; r < m_shown.size(); ++r) {
        const ImportDraft& draft = m_drafts[m_shown[r]];
        QString cells[kSummaryColumns];
        cells[kFile] = toQString(draft.name);
        cells[kBecomes] = stateText(draft);
        cells[kZone] = !draft.mapping.zones.source.empty() ? toQString(draft.mapping.zones.source)
            : draft.zone.empty()                           ? tr("in the values")
                                                           : toQString(draft.zone);
        cells[kRead] = cells[kStored] = cells[kRejected] = tr("counting …");
        if (draft.trial) {
            cells[kRead] = countText(draft.trial->read);
            cells[kStored] = countText(draft.trial->read - draft.trial->rejected);
            cells[kRejected] = countText(draft.trial->rejected);
            stored += draft.trial->read - draft.trial->rejected;
            rejected += draft.trial->rejected;
        }
        cells[kKept] = draft.isProfileSaved ? toQString(draft.mapping.name) : unknownText();
        cells[kShownThere] = toQString(draft.stated.rows);
        for (int c = 0; c < kSummaryColumns; ++c) {
            auto* item = new QTableWidgetItem(cells[c]);
            item->setToolTip(cells[c]);
            if (c >= kRead && c <= kRejected)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            if (c != kShownThere)
                item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
            m_table->setItem(static_cast<int>(r), c, item);
        }
    }
    showStated();
    m_total->setText(tr("%1 files: %2 rows will be stored or are repeats, %3 rejected")
                         .arg(countText(m_shown.size()), countText(stored), countText(rejected)));
}

// What all files say of themselves alike stands in the fields, until somebody writes there.
void StatementPage::showStated()
{
    const auto show = [this](QLineEdit* edit, std::string ExportStatement::*member) {
        std::set<std::string> said;
        for (const std::size_t place : m_shown)
            said.insert(m_drafts[place].stated.*member);
        if (!edit->isModified())
            edit->setText(said.size() == 1 ? toQString(*said.begin()) : QString());
        edit->setPlaceholderText(said.size() > 1 ? tr("each file says its own") : m_hints.at(edit));
    };
    show(m_by, &ExportStatement::by);
    show(m_system, &ExportStatement::system);
    show(m_filter, &ExportStatement::filter);
    show(m_from, &ExportStatement::from);
    show(m_to, &ExportStatement::to);
    show(m_exported, &ExportStatement::exported);
}

ExportStatement StatementPage::saidOf(const ImportDraft& draft) const
{
    // What somebody wrote, or emptied, holds for all files; else each says its own.
    const auto of = [](const QLineEdit* edit, const std::string& own) {
        return edit->isModified() ? toUtf8(edit->text().simplified()) : own;
    };
    ExportStatement out = draft.stated;
    out.by = of(m_by, out.by);
    out.system = of(m_system, out.system);
    out.filter = of(m_filter, out.filter);
    out.exported = of(m_exported, out.exported);
    out.from = of(m_from, out.from);
    out.to = of(m_to, out.to);
    return out;
}

bool StatementPage::isPeriodWritten() const
{
    return m_from->isModified() || m_to->isModified();
}

std::string StatementPage::statementOf(const ImportDraft& draft) const
{
    return statementText(saidOf(draft));
}

Result<std::optional<Interval>> StatementPage::coversOf(const ImportDraft& draft) const
{
    const ExportStatement said = saidOf(draft);
    if (said.from.empty() && said.to.empty())
        return std::optional<Interval>();
    const auto from = instantOf(toQString(said.from), draft.zone, false);
    const auto to = instantOf(toQString(said.to), draft.zone, true);
    if (!isPeriodWritten() && (!from || !to || *to < *from))
        return std::optional<Interval>(); // what the file says and nobody can read is kept as text
    if (!from || !to || *to < *from)
        return Error{ErrorCode::InvalidArgument, toUtf8(tr("For the period")),
            toUtf8(tr("write two dates, the earlier one first: 2026-01-01 and 2026-03-31"))};
    return std::optional(Interval{*from, *to});
}

} // namespace antecedent::app
