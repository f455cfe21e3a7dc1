// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the inspector says of a record.
#include "app/window/records/inspector.h"

#include "app/window/records/record_rows.h"
#include "model/domain/failure_codes.h"
#include "widgets/common/marks.h"
#include "widgets/common/text.h"
#include "widgets/timeline/links.h"

#include <QFontDatabase>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>

#include <algorithm>
#include <set>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr std::int64_t kHourUs = 3'600'000'000;

// The two-column list of a panel; empty values are left out.
class FieldList
{
public:
    explicit FieldList(const QPalette& palette)
        : m_muted(color(themeOf(palette), Paint::TextSecondary).name())
    {
    }

    void add(const QString& name, const QString& value, bool isStrong = false)
    {
        if (value.isEmpty())
            return;
        const QString shown = value.toHtmlEscaped().replace(QLatin1Char('_'), QStringLiteral("_&#8203;"));
        m_rows += QStringLiteral("<tr><td style='color:%3;padding-right:10px;white-space:pre'>%1</td><td>%2</td></tr>")
                      .arg(name.toHtmlEscaped(), isStrong ? QStringLiteral("<b>%1</b>").arg(shown) : shown, m_muted);
    }
    QString html() const { return QStringLiteral("<table cellspacing='0' cellpadding='1'>%1</table>").arg(m_rows); }

private:
    QString m_muted;
    QString m_rows;
};

QString textWith(const SiteTime& times, const TimeValue& time)
{
    return times.full(time) + QLatin1Char(' ') + times.offset(time.at());
}

} // namespace

void Inspector::showFields(std::uint32_t event)
{
    const InvestigationData& snapshot = *m_workspace.context.data();
    const UnifiedEvents& events = snapshot.context.events;
    const MarkKind kind = markOf(snapshot.dataset, events, event);
    m_mark->setPixmap(markIcon(kind, themeOf(palette())).pixmap(20, 20));
    const std::string code = codeOf(snapshot.dataset, events, event);
    m_title->setText(toQString(code.empty() ? events.className(event) : code));
    const QString text = toQString(textOf(snapshot.dataset, events, event));
    m_kind->setText(text.isEmpty() ? markName(kind) : tr("%1. %2").arg(markName(kind), text));

    const SiteTime times = m_workspace.context.times();
    const TimeValue onset = onsetTime(snapshot.dataset, events, event);
    FieldList list(palette());
    list.add(tr("Time"), textWith(times, onset));
    list.add(tr("In UTC"), SiteTime().full(onset));
    if (events.uncertaintyUs[event] > 0)
        list.add(tr("Known to"), QStringLiteral("±") + spanText(Duration(events.uncertaintyUs[event]), false));
    constexpr std::size_t kLongestId = 16; // a longer one would leave its column no room for the values
    if (const Failure* failure = m_workspace.context.currentFailure())
        list.add(failure->id.size() > kLongestId ? tr("To the failure") : tr("To %1").arg(toQString(failure->id)),
            spanText(Timestamp(Duration(events.onsetUs[event])) - failure->anchor, true), true);
    const std::int64_t end = events.endUs[event];
    if (end == UnifiedEvents::kOpenEnd) {
        list.add(tr("End"), tr("still open"));
    } else if (end != UnifiedEvents::kNoEnd) {
        list.add(tr("End"), times.full(Timestamp(Duration(end))));
        list.add(tr("Duration"), spanText(Duration(end - events.onsetUs[event]), false));
    }
    if (const Asset* asset = snapshot.dataset.asset(events.asset[event]))
        list.add(tr("Asset"), toQString(asset->id + (asset->description.empty() ? "" : ", " + asset->description)));
    if (const Batch* batch = snapshot.dataset.batch(events.batch[event]))
        list.add(tr("Batch"), toQString(batch->id + (batch->product.empty() ? "" : ", " + batch->product)));
    const std::string mode = windowLexicon().say(failureModeOfClass(events.className(event)));
    list.add(tr("Class"), toQString(events.className(event) + (mode.empty() ? "" : " (" + mode + ")")));
    list.add(tr("Priority"), toQString(severityOf(snapshot.dataset, events, event)));
    list.add(tr("By"), toQString(actorOf(snapshot.dataset, events, event)));
    if (events.recordedUs[event] != TimeValue::kUnknown)
        list.add(tr("Entered"), times.full(Timestamp(Duration(events.recordedUs[event]))));
    m_fields->setText(list.html());
}

void Inspector::askRows(std::uint32_t event)
{
    const std::uint64_t question = m_question;
    const DataPtr snapshot = m_workspace.context.data();
    m_workspace.jobs.run<RecordRows>(
        QString(), this,
        [snapshot, event](const std::stop_token&, const ProgressFn&) { return readRecordRows(*snapshot, event); },
        [this, question](const Result<RecordRows>& rows) {
            if (question == m_question)
                showRows(rows);
        });
}

void Inspector::showRows(const Result<RecordRows>& rows)
{
    m_unifiedTitle->setVisible(rows && !rows->values.empty());
    m_unified->setVisible(rows && !rows->values.empty());
    m_original->setVisible(rows && !rows->original.isEmpty());
    if (!rows) {
        m_originalPlace->setText(toQString(errorText(rows.error())));
        return;
    }
    if (rows->file.isEmpty()) {
        m_originalPlace->setText(tr("No source has a row of its own for this record."));
        return;
    }
    const QString place = rows->line > 0 ? tr("%1, line %2, data row %3").arg(rows->file).arg(rows->line).arg(rows->row)
                                         : tr("%1, data row %2").arg(rows->file).arg(rows->row);
    m_originalPlace->setText(place + QStringLiteral(" · sha256 ") + rows->hash.left(8));
    m_originalPlace->setToolTip(tr("SHA-256 of the source: %1").arg(rows->hash));
    qsizetype widest = 0;
    for (const OriginalCell& cell : rows->cells)
        widest = std::max(widest, cell.column.size());
    QStringList lines;
    for (const OriginalCell& cell : rows->cells)
        lines << cell.column.leftJustified(widest + 2) + cell.text.simplified();
    lines << (rows->cells.empty() ? rows->original : QLatin1Char('\n') + rows->original);
    m_original->setPlainText(lines.join(QLatin1Char('\n')));
    const int shown = std::clamp(static_cast<int>(lines.join(QLatin1Char('\n')).count(QLatin1Char('\n'))) + 3, 4, 16);
    m_original->setFixedHeight(shown * m_original->fontMetrics().lineSpacing() + 12);

    const SiteTime times = m_workspace.context.times();
    FieldList list(palette());
    for (const StatedValue& value : rows->values) {
        const QString name = toQString(value.name);
        const auto codes =
            value.isAttribute || rows->table != QLatin1String("work_orders") ? std::nullopt : codeListOf(value.name);
        const QString text =
            codes ? toQString(windowLexicon().say(namedCode(*codes, value.text))) : toQString(value.text);
        list.add(value.isAttribute ? tr("%1 (of the source)").arg(name) : name,
            value.time ? textWith(times, *value.time) : text);
    }
    m_unifiedTitle->setText(tr("Unified row, table %1").arg(rows->table));
    m_unified->setText(list.html());
}

void Inspector::addRelated(std::uint32_t event, const QString& words, std::int64_t atUs)
{
    const InvestigationData& snapshot = *m_workspace.context.data();
    const UnifiedEvents& events = snapshot.context.events;
    auto* item =
        new QListWidgetItem(markIcon(markOf(snapshot.dataset, events, event), themeOf(palette())), words, m_related);
    item->setText(tr("%1   %2").arg(spanText(Duration(events.onsetUs[event] - atUs), true), words));
    item->setData(Qt::UserRole, event);
    item->setToolTip(item->text());
}

void Inspector::showRelated(std::uint32_t event)
{
    constexpr std::size_t kMost = 200;
    constexpr int kMostRows = 12;
    m_related->clear();
    const InvestigationData& snapshot = *m_workspace.context.data();
    const UnifiedEvents& events = snapshot.context.events;
    const std::int64_t at = events.onsetUs[event];
    std::set<std::uint32_t> shown{event};
    for (const RecordLink& link : linksOf(snapshot, LinkEnd{false, event})) {
        const LinkEnd self{false, event};
        const LinkEnd& other = link.from == self ? link.to : link.from;
        if (other.isFailure) {
            const Failure& failure = snapshot.failures[other.index];
            auto* item = new QListWidgetItem(markIcon(MarkKind::Failure, themeOf(palette())),
                tr("%1   %2, %3")
                    .arg(spanText(failure.anchor - Timestamp(Duration(at)), true), toQString(failure.id), link.words),
                m_related);
            item->setData(Qt::UserRole + 1, other.index);
            item->setToolTip(item->text());
        } else if (shown.insert(other.index).second) {
            addRelated(other.index, tr("%1, %2").arg(toQString(events.className(other.index)), link.words), at);
        }
    }
    for (const std::uint32_t other : snapshot.context.byAsset.range(events.asset[event], at - kHourUs, at + kHourUs))
        if (shown.size() < kMost && shown.insert(other).second)
            addRelated(other, toQString(events.className(other)), at);
    if (m_related->count() == 0) {
        auto* none = new QListWidgetItem(tr("Nothing else is recorded."), m_related);
        none->setFlags(Qt::NoItemFlags);
    }
    const int row = std::max(m_related->sizeHintForRow(0), 18);
    m_related->setFixedHeight(std::min(m_related->count(), kMostRows) * row + 4);
}

} // namespace antecedent::app
