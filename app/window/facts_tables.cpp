// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/facts_tables.h"

#include "widgets/common/text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Facts)
};

QString assetName(const Dataset& dataset, AssetIndex asset)
{
    const Asset* found = dataset.asset(asset);
    return found != nullptr ? toQString(found->id) : unknownText();
}

QString knownName(AsKnown known)
{
    return known == AsKnown::Then ? Words::tr("as known then") : Words::tr("as known now");
}

QString joined(const std::vector<std::string>& words)
{
    QStringList out;
    for (const std::string& word : words)
        out << toQString(word).replace(QLatin1Char('_'), QLatin1Char(' '));
    return out.join(QStringLiteral(", "));
}

TableCell inked(const QString& text, Paint ink)
{
    TableCell cell(text);
    cell.ink = ink;
    return cell;
}

TableCell number(std::optional<double> value)
{
    return value ? QString::number(*value, 'f', 1) : unknownText();
}

QString checkName(FitnessCheck check)
{
    switch (check) {
    case FitnessCheck::Qualified:
        return Words::tr("Qualified");
    case FitnessCheck::CleanWithinHold:
        return Words::tr("Clean in hold");
    case FitnessCheck::Calibrated:
        return Words::tr("Calibrated");
    case FitnessCheck::MaintenanceInDate:
        return Words::tr("PM in date");
    case FitnessCheck::NoOpenWork:
        return Words::tr("No open work");
    case FitnessCheck::RightStatus:
        return Words::tr("Right status");
    }
    return {};
}

TableCell answerCell(const FitnessCell& cell)
{
    TableCell out;
    switch (cell.answer) {
    case Answer::Yes:
        out = inked(Words::tr("yes"), Paint::Ok);
        break;
    case Answer::No:
        out = inked(Words::tr("no"), Paint::Error);
        break;
    case Answer::Unknown:
        out = inked(Words::tr("unknown"), Paint::TextSecondary);
        break;
    }
    out.tip = toQString(cell.reason);
    return out;
}

// What is not in order first, then what is not known.
QString reasonsOf(const FitnessRow& row)
{
    QStringList out;
    for (const Answer answer : {Answer::No, Answer::Unknown})
        for (std::size_t i = 0; i < kFitnessChecks; ++i)
            if (row.cells[i].answer == answer)
                out << (answer == Answer::No ? Words::tr("%1: no, %2") : Words::tr("%1: unknown, %2"))
                           .arg(checkName(static_cast<FitnessCheck>(i)), toQString(row.cells[i].reason));
    return out.isEmpty() ? Words::tr("All in order") : out.join(QStringLiteral("; "));
}

QString differenceKind(const std::string& kind)
{
    static const std::map<std::string, const char*> kNames{{"material_lot", QT_TRANSLATE_NOOP("Facts", "Material lot")},
        {"asset", QT_TRANSLATE_NOOP("Facts", "Asset")},
        {"installed_part", QT_TRANSLATE_NOOP("Facts", "Installed part")},
        {"recipe", QT_TRANSLATE_NOOP("Facts", "Recipe")}, {"operator", QT_TRANSLATE_NOOP("Facts", "Operator")},
        {"shift", QT_TRANSLATE_NOOP("Facts", "Shift")}, {"maintenance", QT_TRANSLATE_NOOP("Facts", "Maintenance")},
        {"calibration", QT_TRANSLATE_NOOP("Facts", "Calibration")},
        {"cleaning", QT_TRANSLATE_NOOP("Facts", "Cleaning")}, {"change", QT_TRANSLATE_NOOP("Facts", "Change")},
        {"parameter", QT_TRANSLATE_NOOP("Facts", "Parameter")},
        {"step_duration", QT_TRANSLATE_NOOP("Facts", "Duration of step")}};
    const auto found = kNames.find(kind);
    return found != kNames.end() ? Words::tr(found->second)
                                 : toQString(kind).replace(QLatin1Char('_'), QLatin1Char(' '));
}

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

QString overdueName(const std::string& kind)
{
    return kind == "pm" ? Words::tr("Preventive work due") : Words::tr("Calibration due");
}

// One of the two kinds of due dates: what is overdue, or that nothing is, or that nobody can say.
void addOverdue(FactsTable& table, const Facts& facts, const SiteTime& times, const std::string& kind)
{
    const ConditionCard& card = *facts.card;
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
            facts.eventOf(o.record));
    }
    if (isOverdue)
        return;
    const bool isUnknown = std::find(card.dueUnknown.begin(), card.dueUnknown.end(), kind) != card.dueUnknown.end();
    table.add({overdueName(kind), isUnknown ? unknownText() : QString(), {}, {}, {}, unknownText(), unknownText(),
        isUnknown ? inked(Words::tr("unknown, no due date in the data"), Paint::TextSecondary)
                  : inked(Words::tr("not overdue"), Paint::Ok)});
}

void addOpenWork(FactsTable& table, const Facts& facts)
{
    for (const OpenWork& w : facts.card->openWork)
        table.add({Words::tr("Open work"), {}, {}, {}, {}, {}, toQString(w.id),
                      inked(Words::tr("open on %1").arg(assetName(facts.dataset(), w.asset)), Paint::Error)},
            facts.eventOf(w.record));
    if (facts.card->openWork.empty())
        table.add({Words::tr("Open work"), {}, {}, {}, {}, {}, unknownText(),
            facts.isOpenWorkKnown
                ? inked(Words::tr("no open work order"), Paint::Ok)
                : inked(Words::tr("unknown, no work orders known at that time"), Paint::TextSecondary)});
}

void addAsFound(FactsTable& table, const Facts& facts, const SiteTime& times)
{
    const std::optional<AsFound>& found = facts.card->lastAsFound;
    if (!found) {
        table.add({Words::tr("Last as found"), {}, {}, {}, {}, unknownText(), unknownText(),
            inked(Words::tr("unknown, no calibration in the data"), Paint::TextSecondary)});
        return;
    }
    const auto amount = [](const Decimal& value) {
        return value.known ? toQString(formatDecimal(value)) : unknownText();
    };
    const QString text = Words::tr("%1 %2 (tolerance %3), %4, %5")
                             .arg(amount(found->error), toQString(found->unit), amount(found->tolerance),
                                 found->result.empty() ? Words::tr("result unknown") : toQString(found->result),
                                 assetName(facts.dataset(), found->asset));
    table.add(
        {Words::tr("Last as found"), {}, {}, {}, {}, times.full(found->performed), toQString(found->calibration), text},
        facts.eventOf(found->record));
}

} // namespace

void FactsTable::add(std::vector<TableCell> cells, std::optional<std::uint32_t> event)
{
    rows.push_back(std::move(cells));
    events.push_back(event);
}

std::vector<TableColumn> chronologyColumns()
{
    return {{Words::tr("Site time")}, {Words::tr("UTC")}, {Words::tr("To failure"), true}, {Words::tr("Kind")},
        {Words::tr("Asset")}, {Words::tr("Text"), false, true}, {Words::tr("Source")}, {Words::tr("Row"), true}};
}

std::vector<TableColumn> fitnessColumns()
{
    std::vector<TableColumn> out{{Words::tr("Step"), false, true}, {Words::tr("Asset")}, {Words::tr("Start")}};
    for (std::size_t i = 0; i < kFitnessChecks; ++i)
        out.push_back({checkName(static_cast<FitnessCheck>(i))});
    out.push_back({Words::tr("Reasons")});
    return out;
}

std::vector<TableColumn> differencesColumns()
{
    return {{Words::tr("What")}, {Words::tr("Subject"), false, true}, {Words::tr("In this batch")},
        {Words::tr("Good with the same"), true}, {Words::tr("Asset")}, {Words::tr("In the good batches")}};
}

std::vector<TableColumn> conditionColumns()
{
    return {{Words::tr("Condition"), false, true}, {Words::tr("Hours"), true}, {Words::tr("Run hours"), true},
        {Words::tr("Batches"), true}, {Words::tr("Cycles"), true}, {Words::tr("Last or due")}, {Words::tr("Reference")},
        {Words::tr("In words")}};
}

FactsTable chronologyTable(const Facts& facts)
{
    FactsTable table;
    const Dataset& dataset = facts.dataset();
    const SiteTime site(facts.asked.snapshot->siteZone);
    const SiteTime utc;
    for (const ChronologyRow& row : facts.chronology.rows) {
        const auto event = facts.eventOf(row.ref.id);
        const MarkKind kind = row.isFailure ? MarkKind::Failure
            : event                         ? markOf(dataset, facts.asked.snapshot->context.events, *event)
                                            : MarkKind::Event;
        const int digits = precisionDigits(row.original.precision);
        TableCell kindCell(markName(kind));
        kindCell.mark = kind;
        const QString name = toQString(row.eventClass);
        TableCell text(row.text.empty() ? name : toQString(row.text).simplified());
        text.tip = row.text.empty() ? name : name + QStringLiteral("\n") + toQString(row.text);
        if (row.isFailure)
            text.ink = Paint::Failure;
        TableCell source(
            row.ref.source.valid() ? toQString(dataset.sources[row.ref.source.value].name) : unknownText());
        table.add({site.full(row.at, digits), utc.full(row.at, digits),
                      row.isFailure ? QStringLiteral("t0") : spanText(row.offset, true), kindCell,
                      assetName(dataset, row.asset), text, source,
                      row.ref.source.valid() ? QString::number(row.ref.row) : unknownText()},
            event);
    }
    table.note = Words::tr("%1: %2 records from %3 before to %4 after t0. Site time is %5.")
                     .arg(toQString(facts.failure().id), countText(facts.chronology.rows.size()),
                         spanText(facts.asked.before, false), spanText(facts.asked.after, false), site.zoneName());
    if (facts.chronology.leftOut > 0)
        table.note += QLatin1Char(' ') + toQString(facts.chronology.leftOutNote) + QLatin1Char('.');
    return table;
}

FactsTable fitnessTable(const Facts& facts, const SiteTime& times)
{
    FactsTable table;
    const QString failure = toQString(facts.failure().id);
    if (!facts.fitness) {
        table.empty = Words::tr("No batch is known for %1, so fit for use can't be asked.").arg(failure);
        return table;
    }
    std::array<std::size_t, 3> counts{};
    for (const FitnessRow& row : facts.fitness->rows) {
        std::vector<TableCell> cells{toQString(row.step), assetName(facts.dataset(), row.asset), times.full(row.at)};
        for (const FitnessCell& cell : row.cells) {
            cells.push_back(answerCell(cell));
            ++counts[static_cast<std::size_t>(cell.answer)];
        }
        cells.emplace_back(reasonsOf(row));
        table.add(std::move(cells), facts.eventOf(row.stepRecord));
    }
    const QString batch = toQString(facts.dataset().batches[facts.fitness->batch.value].id);
    table.note = Words::tr("%1: batch %2 at the start of each step, %3: %4 × yes, %5 × no, %6 × unknown.")
                     .arg(failure, batch, knownName(facts.fitness->known),
                         countText(counts[static_cast<std::size_t>(Answer::Yes)]),
                         countText(counts[static_cast<std::size_t>(Answer::No)]),
                         countText(counts[static_cast<std::size_t>(Answer::Unknown)]));
    table.empty = Words::tr("Batch %1 has no step with an asset in the data.").arg(batch);
    return table;
}

FactsTable differencesTable(const Facts& facts)
{
    FactsTable table;
    const QString failure = toQString(facts.failure().id);
    if (!facts.differences) {
        table.empty = Words::tr("No batch is known for %1, so there is nothing to compare.").arg(failure);
        return table;
    }
    const Differences& found = *facts.differences;
    const Dataset& dataset = facts.dataset();
    for (const Difference& d : found.differences) {
        std::optional<std::uint32_t> event;
        for (const RecordId& record : d.records)
            if (!event)
                event = facts.eventOf(record);
        table.add({differenceKind(d.kind), toQString(d.subject), d.here.empty() ? unknownText() : toQString(d.here),
                      Words::tr("%1 of %2").arg(d.goodWithSame).arg(d.goodKnown), assetName(dataset, d.asset),
                      d.there.empty() ? unknownText() : toQString(d.there)},
            event);
    }
    std::vector<std::string> against;
    for (const BatchIndex batch : found.against)
        against.push_back(dataset.batches[batch.value].id);
    const QString batch = toQString(dataset.batches[found.batch.value].id);
    table.empty = against.empty() ? Words::tr("There is no earlier good batch of the same product to compare with.")
                                  : Words::tr("Batch %1 differs in nothing that the data tell.").arg(batch);
    if (against.empty())
        return table;
    table.note = Words::tr("%1: batch %2 against the last %3 good batches (%4).")
                     .arg(failure, batch, countText(against.size()), joined(against));
    if (!found.same.empty())
        table.note += QLatin1Char(' ') + Words::tr("The same: %1.").arg(joined(found.same));
    if (!found.notComparable.empty())
        table.note += QLatin1Char(' ') + Words::tr("No data to compare: %1.").arg(joined(found.notComparable));
    return table;
}

FactsTable conditionTable(const Facts& facts, const SiteTime& times)
{
    FactsTable table;
    const QString failure = toQString(facts.failure().id);
    if (!facts.card) {
        table.empty = Words::tr("No asset is known for %1, so there is no condition to show.").arg(failure);
        return table;
    }
    const ConditionCard& card = *facts.card;
    for (const Counter& c : card.counters) {
        if (!c.last.known()) {
            table.add({counterName(c.name), unknownText(), unknownText(), unknownText(), unknownText(), unknownText(),
                unknownText(), inked(Words::tr("unknown, no record"), Paint::TextSecondary)});
            continue;
        }
        table.add({counterName(c.name), number(c.hours), number(c.runHours),
                      c.batches ? QString::number(*c.batches) : unknownText(), number(c.cycles), times.full(c.last),
                      toQString(c.ref), spanText(card.at - c.last.at(), false)},
            facts.eventOf(c.record));
    }
    addOverdue(table, facts, times, "pm");
    addOverdue(table, facts, times, "calibration");
    addOpenWork(table, facts);
    addAsFound(table, facts, times);
    for (const KnownDifference& d : card.enteredLater)
        table.add({Words::tr("Known only later"), {}, {}, {}, {}, times.full(d.happened), unknownText(),
                      Words::tr("%1, entered %2").arg(toQString(d.what), times.full(d.entered))},
            facts.eventOf(d.record));
    for (const std::string& name : card.notAvailable)
        table.add({Words::tr("Not available then"), {}, {}, {}, {}, {}, {},
            Words::tr("%1: the source states no entry times").arg(toQString(name))});
    table.note = Words::tr("%1: %2 at %3 %4, %5. Run hours by %6.")
                     .arg(failure, assetName(facts.dataset(), card.asset), times.full(card.at), times.offset(card.at),
                         knownName(card.known), toQString(toText(card.basis)));
    return table;
}

} // namespace antecedent::app
