// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the times of a file mean: zone, order of dates per column, evidence.
#include "app/window/import/form_panel.h"
#include "importers/profile/column_reference.h"
#include "widgets/common/site_time.h"
#include "widgets/common/text.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>

#include <algorithm>

namespace antecedent::app {

using namespace importers;
using namespace widgets;

namespace {

// Source columns that hold times by the mapping, in their order.
std::vector<std::string> timeColumns(const ImportDraft& draft)
{
    std::vector<bool> found(draft.head ? draft.head->columns.size() : 0);
    for (const TableMapping& table : draft.mapping.tables) {
        const TableSpec& spec = tableSpec(table.table);
        for (const ColumnMapping& mapping : table.columns) {
            if (spec.columns[mapping.column].type != ColumnType::Time || mapping.value.parts.empty())
                continue;
            const TemplatePart& first = mapping.value.parts.front(); // a time of day may follow
            if (first.kind == TemplatePart::Kind::Column)
                if (const auto column = findColumn(draft.head->columns, first.text))
                    found[*column] = true;
        }
    }
    std::vector<std::string> out;
    for (std::size_t i = 0; i < found.size(); ++i)
        if (found[i])
            out.push_back(columnReference(draft.head->columns, i));
    constexpr std::size_t kMost = 12;
    if (out.size() > kMost)
        out.resize(kMost);
    return out;
}

void clearRows(QVBoxLayout& layout)
{
    while (QLayoutItem* item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QString formOf(const Profile& mapping, const std::string& column)
{
    const auto found = mapping.times.find(column);
    if (found == mapping.times.end())
        return {};
    if (found->second.form == TimeForm::EpochSeconds)
        return QStringLiteral("epoch-seconds");
    if (found->second.form == TimeForm::EpochMilliseconds)
        return QStringLiteral("epoch-milliseconds");
    return found->second.order ? QString::fromLatin1(dateOrderName(*found->second.order)) : QString();
}

ColumnTimes timesOf(const QString& form)
{
    ColumnTimes out;
    if (form == QLatin1String("epoch-seconds"))
        out.form = TimeForm::EpochSeconds;
    else if (form == QLatin1String("epoch-milliseconds"))
        out.form = TimeForm::EpochMilliseconds;
    else
        out.order = dateOrderFromName(toUtf8(form));
    return out;
}

} // namespace

QString FormPanel::dateEvidence(const std::string& column) const
{
    const auto place = findColumn(m_draft->head->columns, column);
    if (!m_draft->plan || !place)
        return {};
    const std::string& name = m_draft->head->columns[*place];
    const auto decision = m_draft->plan->dateOrders.find(name);
    if (decision == m_draft->plan->dateOrders.end())
        return {};
    QString out =
        tr("read as %1: %2")
            .arg(QString::fromLatin1(dateOrderName(decision->second.order)), toQString(decision->second.reason));
    if (decision->second.assumed)
        out = tr("nothing settles day and month; ") + out;
    if (m_draft->trial) {
        const auto found = m_draft->trial->dates.find(name);
        if (found != m_draft->trial->dates.end()) {
            const DateEvidence& seen = found->second;
            out += tr("\nof %1 dates, %2 have a first number above 12, %3 a second")
                       .arg(countText(seen.numericDates), countText(seen.firstAbove12), countText(seen.secondAbove12));
        }
    }
    return out;
}

void FormPanel::showTimes()
{
    const ImportDraft& draft = *m_draft;
    m_zone->setCurrentIndex(std::max(0, m_zone->findData(toQString(draft.zone))));
    m_ambiguous->setCurrentIndex(
        std::max(0, m_ambiguous->findData(QString::fromLatin1(ambiguousPolicyName(draft.ambiguous)))));
    m_zoneColumn->clear();
    m_zoneColumn->addItem(tr("none"), QString());
    QString evidence;
    if (draft.head) {
        for (std::size_t i = 0; i < draft.head->columns.size(); ++i) {
            const QString reference = toQString(columnReference(draft.head->columns, i));
            m_zoneColumn->addItem(reference, reference);
        }
        m_zoneColumn->setCurrentIndex(std::max(0, m_zoneColumn->findData(toQString(draft.mapping.zones.valueColumn))));
    }
    if (!draft.mapping.zones.source.empty())
        evidence = tr("The mapping says %1.").arg(toQString(draft.mapping.zones.source));
    else if (draft.needsZone && draft.zone.empty())
        evidence = tr("The values have no offset, and nothing else states a zone. Say where the clock of this system "
                      "stands; it is not guessed.");
    else if (draft.needsZone)
        evidence = draft.zone == m_siteZone
            ? tr("The values have no offset; %1 is the zone of the site.").arg(toQString(draft.zone))
            : tr("The values have no offset; %1 is what you stated.").arg(toQString(draft.zone));
    else if (draft.plan)
        evidence = tr("Every time states its offset or has a rule; no zone is needed.");
    if (draft.trial) {
        const auto count = [&](DiagnosticCode code) {
            const auto found = draft.trial->diagnostics.find(code);
            return found == draft.trial->diagnostics.end() ? 0 : found->second;
        };
        if (const auto gap = count(DiagnosticCode::NonexistentLocalTime); gap > 0)
            evidence += tr("\n%1 times fall into the hour that is skipped in spring.", nullptr, pluralOf(gap))
                            .arg(countText(gap));
        if (const auto fold = count(DiagnosticCode::AmbiguousTimeResolved) + count(DiagnosticCode::AmbiguousLocalTime);
            fold > 0)
            evidence += tr("\n%1 times fall into the hour that comes twice in autumn.", nullptr, pluralOf(fold))
                            .arg(countText(fold));
    }
    m_zoneEvidence->setText(evidence);
    const std::vector<std::string> columns = timeColumns(draft);
    if (columns != m_shownColumns) {
        clearRows(*m_columnLayout);
        m_shownColumns = columns;
        for (const std::string& column : columns)
            addTimeColumn(column);
    }
    for (const std::string& column : columns) {
        const QString name = toQString(column);
        if (auto* note = m_columns->findChild<QLabel*>(QStringLiteral("dateEvidence ") + name))
            note->setText(dateEvidence(column));
        if (auto* box = m_columns->findChild<QComboBox*>(QStringLiteral("dateOrder ") + name))
            box->setCurrentIndex(std::max(0, box->findData(formOf(draft.mapping, column))));
        if (auto* box = m_columns->findChild<QComboBox*>(QStringLiteral("columnZone ") + name)) {
            const auto zone = draft.mapping.zones.byColumn.find(column);
            const QString wanted = zone == draft.mapping.zones.byColumn.end() ? QString() : toQString(zone->second);
            box->setCurrentIndex(std::max(0, box->findData(wanted)));
        }
    }
}

void FormPanel::addTimeColumn(const std::string& column)
{
    const QString name = toQString(column);
    auto* order = new QComboBox(m_columns);
    order->setObjectName(QStringLiteral("dateOrder ") + name);
    order->setAccessibleName(tr("Form of the times in %1").arg(name));
    order->addItem(tr("order found from the whole column"), QString());
    order->addItem(tr("day, month, year"), QStringLiteral("dmy"));
    order->addItem(tr("month, day, year"), QStringLiteral("mdy"));
    order->addItem(tr("year, month, day"), QStringLiteral("ymd"));
    order->addItem(tr("seconds since 1970"), QStringLiteral("epoch-seconds"));
    order->addItem(tr("milliseconds since 1970"), QStringLiteral("epoch-milliseconds"));
    QComboBox* zone = zoneBox(tr("zone as for the whole file"));
    zone->setObjectName(QStringLiteral("columnZone ") + name);
    zone->setAccessibleName(tr("Zone of %1").arg(name));
    auto* evidence = new QLabel(m_columns);
    evidence->setObjectName(QStringLiteral("dateEvidence ") + name);
    evidence->setWordWrap(true);
    evidence->setForegroundRole(QPalette::PlaceholderText);
    auto* title = new QLabel(m_columns->fontMetrics().elidedText(name, Qt::ElideMiddle, 250), m_columns);
    title->setToolTip(name);
    QFont font = title->font();
    font.setWeight(QFont::DemiBold);
    title->setFont(font);
    for (QWidget* row : std::initializer_list<QWidget*>{title, order, zone, evidence})
        m_columnLayout->addWidget(row);
    connect(order, &QComboBox::activated, this, [this, order, column] {
        edit([&](Profile& p) {
            const QString form = order->currentData().toString();
            if (form.isEmpty())
                p.times.erase(column);
            else
                p.times[column] = timesOf(form);
        });
    });
    connect(zone, &QComboBox::activated, this, [this, zone, column] {
        edit([&](Profile& p) {
            const QString wanted = zone->currentData().toString();
            if (wanted.isEmpty())
                p.zones.byColumn.erase(column);
            else
                p.zones.byColumn[column] = toUtf8(wanted);
        });
    });
}

} // namespace antecedent::app
