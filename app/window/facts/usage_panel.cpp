// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/facts/usage_panel.h"

#include "app/casework/files.h"
#include "app/window/facts/facts_tables.h"
#include "app/window/shared/csv.h"
#include "app/window/shared/table_view.h"
#include "widgets/common/site_time.h"
#include "widgets/common/text.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kSide = 14;
constexpr int kRow = 22;
constexpr int kHeader = 24;

std::vector<TableColumn> triggerColumns()
{
    return {{UsagePanel::tr("By use"), false, true}, {UsagePanel::tr("Asset")}, {UsagePanel::tr("Counter")},
        {UsagePanel::tr("Used"), true}, {UsagePanel::tr("Limit")}, {UsagePanel::tr("Limit reached")},
        {UsagePanel::tr("Last set back")}, {UsagePanel::tr("Reference")}, {UsagePanel::tr("Basis of the limit")}};
}

std::vector<TableColumn> usageColumns()
{
    return {{UsagePanel::tr("Asset"), false, true}, {UsagePanel::tr("Period")}, {UsagePanel::tr("Batches"), true},
        {UsagePanel::tr("Run hours"), true}, {UsagePanel::tr("Cycles"), true},
        {UsagePanel::tr("Cleaning cycles"), true}, {UsagePanel::tr("Cycles by")}, {UsagePanel::tr("From")},
        {UsagePanel::tr("To")}};
}

TableCell number(std::optional<double> value, int decimals)
{
    return value ? TableCell(numberText(*value, 'f', decimals), *value) : TableCell(unknownText(), -1.0);
}

TableCell number(const std::optional<int>& value)
{
    return value ? TableCell(QString::number(*value), *value) : TableCell(unknownText(), -1);
}

QString unitName(UsageUnit unit)
{
    switch (unit) {
    case UsageUnit::Batches:
        return UsagePanel::tr("batches");
    case UsageUnit::RunHours:
        return UsagePanel::tr("run hours");
    case UsageUnit::Cycles:
        return UsagePanel::tr("cycles");
    case UsageUnit::Cleanings:
        return UsagePanel::tr("cleaning cycles");
    }
    return {};
}

TableCell stateCell(const UsageTrigger& trigger)
{
    TableCell out;
    switch (trigger.state) {
    case TriggerState::Due:
        out = TableCell(UsagePanel::tr("due"));
        out.ink = Paint::Error;
        break;
    case TriggerState::Soon:
        out = TableCell(UsagePanel::tr("due soon"));
        out.ink = Paint::Warning;
        break;
    case TriggerState::NotDue:
        out = TableCell(UsagePanel::tr("not due"));
        out.ink = Paint::Ok;
        break;
    case TriggerState::Unknown:
        out = TableCell(UsagePanel::tr("unknown"));
        out.ink = Paint::TextSecondary;
        out.tip = trigger.isAtLeast ? UsagePanel::tr("No record sets this counter back, so only the use in the data is "
                                                     "known; it may be more.")
                                    : UsagePanel::tr("The data do not tell how much it was used.");
        break;
    }
    out.key = static_cast<int>(trigger.state);
    return out;
}

int digitsOf(UsageUnit unit)
{
    return unit == UsageUnit::RunHours ? 1 : 0;
}

QLabel* noteLabel(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

UsagePanel::UsagePanel(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_triggers(triggerColumns())
    , m_usage(usageColumns())
    , m_note(noteLabel(QStringLiteral("factsUsageNote"), this))
    , m_dueNote(noteLabel(QStringLiteral("factsTriggersNote"), this))
    , m_period(new QComboBox(this))
    , m_triggerTable(new TableView(this))
    , m_usageTable(new TableView(this))
{
    m_dueNote->setContentsMargins(kSide, 6, kSide, 6);
    m_triggerTable->setObjectName(QStringLiteral("factsTriggers"));
    m_triggerTable->setAccessibleName(tr("What is due by use"));
    m_triggerTable->setModel(&m_triggers);
    m_triggerTable->setWidths({66, 92, 126, 56, 88, 112, 112, 66});
    m_triggerTable->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_usageTable->setObjectName(QStringLiteral("factsUsage"));
    m_usageTable->setAccessibleName(tr("Equipment usage"));
    m_usageTable->setModel(&m_usage);
    m_usageTable->setWidths({116, 84, 62, 74, 56, 108, 70, 92});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_dueNote);
    layout->addWidget(m_triggerTable);
    layout->addWidget(makeBar());
    layout->addWidget(m_usageTable, 1);
    connect(m_triggerTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& now) { chooseTrigger(now.row()); });
    connect(m_usageTable, &QTableView::activated, this, [this](const QModelIndex& now) { openPeriod(now.row()); });
}

QWidget* UsagePanel::makeBar()
{
    auto* bar = new QWidget(this);
    m_period->setObjectName(QStringLiteral("factsUsagePeriod"));
    m_period->setAccessibleName(tr("Length of the periods"));
    m_period->addItem(tr("In all"), static_cast<int>(PeriodLength::All));
    m_period->addItem(tr("Per month"), static_cast<int>(PeriodLength::Month));
    m_period->addItem(tr("Per week"), static_cast<int>(PeriodLength::Week));
    const auto button = [&](const QString& text, const QString& tip, const char* name) {
        auto* made = new QPushButton(text, bar);
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        made->setObjectName(QString::fromLatin1(name));
        return made;
    };
    m_file = button(tr("Thresholds…"),
        tr("Read limits by use from a CSV file with asset_id or asset_class, since, unit, value and basis"),
        "factsUsageThresholds");
    QPushButton* table = button(tr("Copy table"),
        tr("Copy as a table for a document or a spreadsheet: all rows, or those selected"), "factsUsageCopyTable");
    QPushButton* text = button(tr("Copy text"),
        tr("Copy as text in columns for a mail or a form: all rows, or those selected"), "factsUsageCopyText");
    QPushButton* csv = button(tr("CSV…"), tr("Write the usage as shown to a CSV file"), "factsUsageCsv");
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(kSide, 10, kSide, 6);
    layout->setSpacing(6);
    layout->addWidget(m_note, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_period, m_file, table, text, csv})
        layout->addWidget(widget, 0, Qt::AlignTop);
    connect(m_period, &QComboBox::activated, this, &UsagePanel::asked);
    connect(table, &QPushButton::clicked, m_usageTable, &TableView::copyTable);
    connect(text, &QPushButton::clicked, m_usageTable, &TableView::copyText);
    connect(csv, &QPushButton::clicked, this, &UsagePanel::exportShown);
    connect(m_file, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getOpenFileName(this, tr("Limits by use"), {}, tr("CSV (*.csv)"));
        if (!path.isEmpty())
            readThresholds(path);
    });
    return bar;
}

PeriodLength UsagePanel::period() const
{
    return static_cast<PeriodLength>(m_period->currentData().toInt());
}

void UsagePanel::readThresholds(const QString& path)
{
    const Result<std::string> bytes = casework::readFile(toUtf8(path));
    if (!bytes) {
        Q_EMIT failed(bytes.error());
        return;
    }
    Result<std::vector<UsageThreshold>> read = parseThresholds(*bytes);
    if (!read) {
        const Error& error = read.error();
        Q_EMIT failed({error.code, toUtf8(path) + ", " + error.where, error.detail});
        return;
    }
    m_thresholds = std::move(*read);
    m_thresholdsName = QFileInfo(path).fileName();
    if (const DataPtr& snapshot = m_workspace.context.data()) {
        QStringList names;
        for (const std::string& name : unknownAssets(snapshot->dataset, m_thresholds))
            names << toQString(name);
        if (!names.isEmpty())
            Q_EMIT told(tr("%1 names assets that these data do not have: %2.")
                            .arg(m_thresholdsName, names.join(QStringLiteral(", "))));
    }
    Q_EMIT asked();
}

void UsagePanel::show(const Facts& facts, AsKnown known)
{
    m_triggers.setTheme(themeOf(palette()));
    m_usage.setTheme(themeOf(palette()));
    fillTriggers(facts, known);
    fillUsage(facts);
}

void UsagePanel::fillTriggers(const Facts& facts, AsKnown known)
{
    const SiteTime times = m_workspace.context.times();
    const std::vector<UsageTrigger>& triggers = facts.triggers[static_cast<std::size_t>(known)];
    std::vector<std::vector<TableCell>> rows;
    m_events.clear();
    std::size_t due = 0;
    for (const UsageTrigger& trigger : triggers) {
        due += trigger.state == TriggerState::Due ? 1 : 0;
        const int digits = digitsOf(trigger.threshold.unit);
        TableCell used = number(trigger.used, digits);
        if (trigger.isAtLeast && trigger.used)
            used.text = QStringLiteral("≥ ") + used.text;
        if (trigger.state == TriggerState::Due)
            used.ink = Paint::Error;
        const QString limit =
            tr("%1 %2").arg(numberText(trigger.threshold.value, 'f', digits), unitName(trigger.threshold.unit));
        rows.push_back({stateCell(trigger), assetName(facts.dataset(), trigger.asset),
            counterName(trigger.threshold.since), used, limit, trigger.passed ? times.full(*trigger.passed) : QString(),
            trigger.last.known() ? times.full(trigger.last) : tr("never in the data"),
            trigger.ref.empty() ? unknownText() : toQString(trigger.ref),
            trigger.threshold.basis.empty() ? unknownText() : toQString(trigger.threshold.basis)});
        m_events.push_back(trigger.last.known() ? facts.eventOf(trigger.record) : std::nullopt);
    }
    const int shown = std::min(static_cast<int>(rows.size()), 7);
    m_triggers.setRows(std::move(rows));
    m_triggerTable->setVisible(shown > 0);
    m_triggerTable->setFixedHeight(kHeader + kRow * shown + 2);
    const QString limits = m_thresholdsName.isEmpty() ? tr("the table limits of the data")
                                                      : tr("the table limits and %1").arg(m_thresholdsName);
    m_dueNote->setText(triggers.empty()
            ? tr("Due by use: no limit by use is known for the assets of %1. Import a table limits (kind usage, in "
                 "batches, run hours or cycles), or read one with Thresholds.")
                  .arg(toQString(facts.failure().id))
            : tr("Due by use at t0 of %1, %2: %3 of %4 limits are reached (%5).")
                  .arg(toQString(facts.failure().id), known == AsKnown::Then ? tr("as known then") : tr("as known now"))
                  .arg(due)
                  .arg(triggers.size())
                  .arg(limits));
}

void UsagePanel::fillUsage(const Facts& facts)
{
    const SiteTime times = m_workspace.context.times();
    std::vector<std::vector<TableCell>> rows;
    m_periods.clear();
    for (const AssetUsage& usage : facts.usage) {
        const UsagePeriod& period = facts.periods[usage.period];
        const QString name = period.name == "all" ? tr("in all") : toQString(period.name);
        rows.push_back({assetName(facts.dataset(), usage.asset), name, number(usage.batches), number(usage.runHours, 1),
            number(usage.cycles, usage.isMetered ? 1 : 0), number(usage.cleanings),
            !usage.cycles         ? unknownText()
                : usage.isMetered ? tr("meter")
                                  : tr("uses"),
            times.date(period.time.begin), times.date(period.time.end)});
        m_periods.push_back(period.time);
    }
    const bool isNothingKnown = std::none_of(facts.usage.begin(), facts.usage.end(),
        [](const AssetUsage& usage) { return usage.batches || usage.runHours || usage.cycles || usage.cleanings; });
    m_usage.setRows(std::move(rows));
    m_usageTable->setEmptyText(facts.periods.empty()
            ? tr("No step, running state or record stands before this failure, so no use is known.")
            : tr("Neither an asset nor a batch is known for this failure. Choose an asset under Condition."));
    m_note->setText(facts.periods.empty() ? QString()
            : isNothingKnown
            ? tr("No batch step, running state, meter reading or cleaning in the data tells how much "
                 "the assets of %1 were used.")
                  .arg(toQString(facts.failure().id))
            : tr("Usage of the assets of %1 from the begin of the data to t0. Enter shows a period in the timeline.")
                  .arg(toQString(facts.failure().id)));
}

void UsagePanel::showEmpty(const QString& sentence)
{
    m_events.clear();
    m_periods.clear();
    m_triggers.setRows({});
    m_usage.setRows({});
    m_triggerTable->hide();
    m_dueNote->clear();
    m_note->clear();
    m_usageTable->setEmptyText(sentence);
}

void UsagePanel::chooseTrigger(int row)
{
    const auto at = static_cast<std::size_t>(row);
    if (row >= 0 && at < m_events.size() && m_events[at])
        m_workspace.context.select(m_events[at]);
}

void UsagePanel::openPeriod(int row)
{
    const auto at = static_cast<std::size_t>(row);
    if (row >= 0 && at < m_periods.size())
        m_workspace.context.showInterval(m_periods[at]);
}

void UsagePanel::exportShown()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export the usage as shown"), {}, tr("CSV (*.csv)"));
    if (path.isEmpty())
        return;
    if (const Result<void> written = writeCsv(m_usage, path); !written)
        Q_EMIT failed(written.error());
    else
        Q_EMIT told(tr("Wrote %1.").arg(path));
}

} // namespace antecedent::app
