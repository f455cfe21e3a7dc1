// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The condition card as a table, and what was known then against now.
#include "app/window/facts/facts_tables.h"

#include "widgets/common/site_time.h"
#include "widgets/common/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Facts)
};

using RecordIds = std::vector<RecordId>;

TableCell inked(const QString& text, Paint ink)
{
    TableCell cell(text);
    cell.ink = ink;
    return cell;
}

TableCell number(std::optional<double> value)
{
    return value ? numberText(*value, 'f', 1) : unknownText();
}

QString overdueName(const std::string& kind)
{
    return kind == "pm" ? Words::tr("Preventive work due") : Words::tr("Calibration due");
}

// One of the two kinds of due dates: what is overdue, or that nothing is, or that nobody can say.
void addOverdue(
    FactsTable& table, const Facts& facts, const ConditionCard& card, const SiteTime& times, const std::string& kind)
{
    bool isOverdue = false;
    for (const Overdue& o : card.overdue) {
        if (o.kind != kind)
            continue;
        isOverdue = true;
        const Duration by(static_cast<std::int64_t>(o.byS * 1e6));
        table.add(
            {overdueName(kind), number(o.byS / 3600), {}, {}, {}, times.full(o.due), toQString(o.ref),
                inked(Words::tr("overdue by %1 on %2").arg(spanText(by, false), assetName(facts.dataset(), o.asset)),
                    Paint::Error)},
            {basisOn(facts, {}, {}, {o.record})});
    }
    if (isOverdue)
        return;
    const bool isUnknown = std::find(card.dueUnknown.begin(), card.dueUnknown.end(), kind) != card.dueUnknown.end();
    table.add({overdueName(kind), isUnknown ? unknownText() : QString(), {}, {}, {}, unknownText(), unknownText(),
        isUnknown ? inked(Words::tr("unknown, no due date in the data"), Paint::TextSecondary)
                  : inked(Words::tr("not overdue"), Paint::Ok)});
}

TableCell noOpenWork(bool isKnown)
{
    return isKnown ? inked(Words::tr("no open work order"), Paint::Ok)
                   : inked(Words::tr("unknown, no work orders known at that time"), Paint::TextSecondary);
}

void addOpenWork(FactsTable& table, const Facts& facts, const ConditionCard& card)
{
    for (const OpenWork& w : card.openWork)
        table.add({Words::tr("Open work"), {}, {}, {}, {}, {}, toQString(w.id),
                      inked(Words::tr("open on %1").arg(assetName(facts.dataset(), w.asset)), Paint::Error)},
            {basisOn(facts, {}, {}, {w.record})});
    if (card.openWork.empty())
        table.add({Words::tr("Open work"), {}, {}, {}, {}, {}, unknownText(),
            noOpenWork(facts.isOpenWorkKnown[static_cast<std::size_t>(card.known)])});
}

QString asFoundText(const Facts& facts, const AsFound& found)
{
    const auto amount = [](const Decimal& value) {
        return value.known ? toQString(formatDecimal(value))
                                 .replace(QLatin1Char('.'), QLocale().decimalPoint())
                                 .replace(QLatin1Char('-'), QChar(0x2212))
                           : unknownText();
    };
    const QString result = found.result.empty() ? Words::tr("result unknown")
        : found.result == "pass"                ? Words::tr("pass")
        : found.result == "fail"                ? Words::tr("fail")
                                                : toQString(found.result);
    return Words::tr("%1 %2 (tolerance %3), %4, %5")
        .arg(amount(found.error), toQString(found.unit), amount(found.tolerance), result,
            assetName(facts.dataset(), found.asset));
}

void addAsFound(FactsTable& table, const Facts& facts, const ConditionCard& card, const SiteTime& times)
{
    const std::optional<AsFound>& found = card.lastAsFound;
    if (!found) {
        table.add({Words::tr("Last as found"), {}, {}, {}, {}, unknownText(), unknownText(),
            inked(Words::tr("unknown, no calibration in the data"), Paint::TextSecondary)});
        return;
    }
    table.add({Words::tr("Last as found"), {}, {}, {}, {}, times.full(found->performed), toQString(found->calibration),
                  asFoundText(facts, *found)},
        {basisOn(facts, {}, {}, {found->record})});
}

QString runBasis(OperatingBasis basis)
{
    switch (basis) {
    case OperatingBasis::StepsAndStates:
        return Words::tr("batch steps and running states");
    case OperatingBasis::Meter:
        return Words::tr("meter readings");
    case OperatingBasis::Coverage:
        return Words::tr("coverage of the sources");
    }
    return {};
}

// An answer of a card in one line, to compare then with now.
QString counterText(const Counter& c)
{
    if (!c.last.known())
        return Words::tr("unknown, no record");
    return Words::tr("%1 h, %2 run hours, %3 batches (%4)")
        .arg(number(c.hours).text, number(c.runHours).text, c.batches ? QString::number(*c.batches) : unknownText(),
            toQString(c.ref));
}

QString overdueText(const ConditionCard& card, const std::string& kind)
{
    QStringList out;
    for (const Overdue& o : card.overdue)
        if (o.kind == kind)
            out << Words::tr("%1 by %2 h").arg(toQString(o.ref), number(o.byS / 3600).text);
    if (!out.isEmpty())
        return Words::tr("overdue: %1").arg(out.join(QStringLiteral(", ")));
    return std::find(card.dueUnknown.begin(), card.dueUnknown.end(), kind) != card.dueUnknown.end()
        ? Words::tr("unknown, no due date")
        : Words::tr("not overdue");
}

QString openWorkText(const Facts& facts, const ConditionCard& card)
{
    QStringList out;
    for (const OpenWork& w : card.openWork)
        out << toQString(w.id);
    return out.isEmpty() ? noOpenWork(facts.isOpenWorkKnown[static_cast<std::size_t>(card.known)]).text
                         : out.join(QStringLiteral(", "));
}

// When the record was entered in its system; work orders without that count as entered when they were reported.
QString enteredText(const Facts& facts, const std::vector<std::uint32_t>& behind, const SiteTime& times)
{
    if (behind.empty())
        return unknownText();
    const UnifiedEvents& events = facts.asked.snapshot->context.events;
    const std::size_t event = behind.front();
    if (events.recordedUs[event] != TimeValue::kUnknown)
        return times.full(Timestamp(Duration(events.recordedUs[event])));
    return events.table[event] == TableId::WorkOrders
        ? times.full(facts.dataset().workOrders[events.item[event]].reported)
        : unknownText();
}

struct KnownWriter
{
    FactsTable& table;
    const Facts& facts;
    const SiteTime& times;

    std::size_t& untold; // answers of then that the sources do not tell

    // `isTold`: whether the sources say what was known then.
    void add(const QString& what, const QString& then, const QString& now, const RecordIds& records,
        bool isTold = true) const
    {
        if (then == now)
            return;
        if (!isTold) {
            ++untold;
            return;
        }
        FactsBasis behind =
            basisOn(facts, what, Words::tr("As known then: %1. As known now: %2.").arg(then, now), records);
        table.add({what, then, now, enteredText(facts, behind.events, times)}, {std::move(behind)});
    }
};

void addKnownCards(const KnownWriter& writer)
{
    const Facts& facts = writer.facts;
    const ConditionCard& then = *facts.cardAs(AsKnown::Then);
    const ConditionCard& now = *facts.cardAs(AsKnown::Now);
    for (std::size_t i = 0; i < now.counters.size(); ++i)
        writer.add(counterName(now.counters[i].name), counterText(then.counters[i]), counterText(now.counters[i]),
            {now.counters[i].record}, then.counters[i].last.known() || then.notAvailable.empty());
    for (const char* kind : {"pm", "calibration"}) {
        RecordIds behind;
        for (const Overdue& o : now.overdue)
            if (o.kind == kind)
                behind.push_back(o.record);
        const bool isDueKnown =
            std::find(then.dueUnknown.begin(), then.dueUnknown.end(), kind) == then.dueUnknown.end();
        writer.add(overdueName(kind), overdueText(then, kind), overdueText(now, kind), behind,
            isDueKnown || then.notAvailable.empty());
    }
    RecordIds open;
    for (const OpenWork& w : now.openWork)
        open.push_back(w.record);
    writer.add(Words::tr("Open work"), openWorkText(facts, then), openWorkText(facts, now), open);
    const auto found = [&](const ConditionCard& card) {
        return card.lastAsFound ? asFoundText(facts, *card.lastAsFound) : unknownText();
    };
    writer.add(Words::tr("Last as found"), found(then), found(now),
        now.lastAsFound ? RecordIds{now.lastAsFound->record} : RecordIds{},
        then.lastAsFound.has_value() || then.notAvailable.empty());
    for (const KnownDifference& d : now.enteredLater)
        writer.add(Words::tr("Known only later"), unknownText(),
            Words::tr("%1, %2").arg(toQString(d.what), writer.times.full(d.happened)), {d.record});
}

void addKnownFitness(const KnownWriter& writer)
{
    const Facts& facts = writer.facts;
    const FitnessMatrix& then = *facts.fitnessAs(AsKnown::Then);
    const FitnessMatrix& now = *facts.fitnessAs(AsKnown::Now);
    const auto text = [](const FitnessCell& cell) {
        const QString word = cell.answer == Answer::Yes ? Words::tr("yes")
            : cell.answer == Answer::No                 ? Words::tr("no")
                                                        : Words::tr("unknown");
        return cell.reason.empty() ? word : word + QStringLiteral(": ") + toQString(cell.reason);
    };
    for (std::size_t r = 0; r < now.rows.size() && r < then.rows.size(); ++r)
        for (std::size_t i = 0; i < kFitnessChecks; ++i) {
            const FitnessCell& before = then.rows[r].cells[i];
            const FitnessCell& after = now.rows[r].cells[i];
            if (before.answer != after.answer)
                writer.add(Words::tr("%1 on %2: %3")
                               .arg(toQString(now.rows[r].step), assetName(facts.dataset(), now.rows[r].asset),
                                   checkName(static_cast<FitnessCheck>(i))),
                    text(before), text(after), after.records, !before.hasNoEntryTimes);
        }
}

} // namespace

QString counterName(const std::string& name)
{
    static const std::map<std::string, const char*> kNames{
        {"since_maintenance", QT_TRANSLATE_NOOP("Facts", "Since maintenance")},
        {"since_preventive", QT_TRANSLATE_NOOP("Facts", "Since preventive")},
        {"since_corrective", QT_TRANSLATE_NOOP("Facts", "Since corrective")},
        {"since_replacement", QT_TRANSLATE_NOOP("Facts", "Since replacement")},
        {"since_calibration", QT_TRANSLATE_NOOP("Facts", "Since calibration")},
        {"since_cleaning", QT_TRANSLATE_NOOP("Facts", "Since cleaning")}};
    const auto found = kNames.find(name);
    return found != kNames.end() ? Words::tr(found->second)
                                 : toQString(name).replace(QLatin1Char('_'), QLatin1Char(' '));
}

std::vector<TableColumn> conditionColumns()
{
    return {{Words::tr("Condition"), false, true}, {Words::tr("Hours"), true}, {Words::tr("Run hours"), true},
        {Words::tr("Batches"), true}, {Words::tr("Cycles"), true}, {Words::tr("Last or due")}, {Words::tr("Reference")},
        {Words::tr("In words")}};
}

std::vector<TableColumn> knownColumns()
{
    return {{Words::tr("What"), false, true}, {Words::tr("As known then")}, {Words::tr("As known now")},
        {Words::tr("Entered")}};
}

FactsTable conditionTable(const Facts& facts, AsKnown known, const SiteTime& times)
{
    FactsTable table;
    const QString failure = toQString(facts.failure().id);
    if (!facts.cardAs(known)) {
        table.empty = Words::tr("No asset is recorded for %1. Choose an asset above to see its condition at that time.")
                          .arg(failure);
        return table;
    }
    const ConditionCard& card = *facts.cardAs(known);
    for (const Counter& c : card.counters) {
        if (!c.last.known()) {
            table.add({counterName(c.name), unknownText(), unknownText(), unknownText(), unknownText(), unknownText(),
                unknownText(), inked(Words::tr("unknown, no record"), Paint::TextSecondary)});
            continue;
        }
        table.add({counterName(c.name), number(c.hours), number(c.runHours),
                      c.batches ? QString::number(*c.batches) : unknownText(), number(c.cycles), times.full(c.last),
                      toQString(c.ref), spanText(card.at - c.last.at(), false)},
            {basisOn(facts, {}, {}, {c.record})});
    }
    addOverdue(table, facts, card, times, "pm");
    addOverdue(table, facts, card, times, "calibration");
    addOpenWork(table, facts, card);
    addAsFound(table, facts, card, times);
    table.note =
        Words::tr("%1: %2 at %3 %4, %5. Run hours by %6.")
            .arg(failure, assetName(facts.dataset(), card.asset), times.full(card.at), times.offset(card.at),
                known == AsKnown::Then ? Words::tr("as known then") : Words::tr("as known now"), runBasis(card.basis));
    return table;
}

FactsTable knownTable(const Facts& facts, const SiteTime& times)
{
    FactsTable table;
    const QString failure = toQString(facts.failure().id);
    const bool hasCards = facts.cardAs(AsKnown::Then) && facts.cardAs(AsKnown::Now);
    const bool hasFitness = facts.fitnessAs(AsKnown::Then) && facts.fitnessAs(AsKnown::Now);
    if (!hasCards && !hasFitness) {
        table.empty =
            Words::tr("Neither an asset nor a batch is known for %1. Choose an asset under Condition.").arg(failure);
        return table;
    }
    std::size_t untold = 0;
    const KnownWriter writer{table, facts, times, untold};
    if (hasCards)
        addKnownCards(writer);
    if (hasFitness)
        addKnownFitness(writer);
    QStringList missing;
    if (hasCards)
        for (const std::string& name : facts.cardAs(AsKnown::Then)->notAvailable)
            missing << toQString(name).replace(QLatin1Char('_'), QLatin1Char(' '));
    const QString sources = missing.isEmpty() ? Words::tr("the batch") : missing.join(QStringLiteral(", "));
    QString left;
    if (untold > 0)
        left = Words::tr(
            "%1 more answers of then can't be told: sources of %2 state no time of entry.", nullptr, pluralOf(untold))
                   .arg(countText(untold), sources);
    else if (!missing.isEmpty())
        left = Words::tr("Sources of %1 state no time of entry.").arg(sources);
    table.empty = Words::tr("Nothing about %1 is known now that is known not to have been known then.").arg(failure);
    if (!table.rows.empty())
        table.note = Words::tr("%1: %2 differences between what was known at t0 and what is known now.", nullptr,
            pluralOf(table.rows.size()))
                         .arg(failure, countText(table.rows.size()));
    if (!left.isEmpty())
        table.note += (table.note.isEmpty() ? QString() : QStringLiteral(" ")) + left;
    return table;
}

} // namespace antecedent::app
