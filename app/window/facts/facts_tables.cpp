// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/facts/facts_tables.h"

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

QString joined(const std::vector<std::string>& words)
{
    QStringList out;
    for (const std::string& word : words)
        out << toQString(word).replace(QLatin1Char('_'), QLatin1Char(' '));
    return out.join(QStringLiteral(", "));
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

QString joinedKinds(const std::vector<std::string>& kinds)
{
    QStringList out;
    for (const std::string& kind : kinds)
        out << differenceKind(kind);
    return out.join(QStringLiteral(", "));
}

TableCell answerCell(const FitnessCell& cell)
{
    TableCell out;
    switch (cell.answer) {
    case Answer::Yes:
        out = TableCell(Words::tr("yes"));
        out.ink = Paint::Ok;
        break;
    case Answer::No:
        out = TableCell(Words::tr("no"));
        out.ink = Paint::Error;
        break;
    case Answer::Unknown:
        out = TableCell(Words::tr("unknown"));
        out.ink = Paint::TextSecondary;
        break;
    }
    out.tip = toQString(cell.reason);
    return out;
}

} // namespace

QString assetName(const Dataset& dataset, AssetIndex asset)
{
    const Asset* found = dataset.asset(asset);
    return found != nullptr ? toQString(found->id) : unknownText();
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

FactsBasis basisOn(const Facts& facts, QString title, QString text, const std::vector<RecordId>& records)
{
    FactsBasis out{std::move(title), std::move(text), {}, 0};
    for (const RecordId& record : records) {
        const auto event = facts.eventOf(record);
        if (!event)
            ++out.offAxis;
        else if (std::find(out.events.begin(), out.events.end(), *event) == out.events.end())
            out.events.push_back(*event);
    }
    return out;
}

void FactsTable::add(std::vector<TableCell> cells, std::vector<FactsBasis> behind)
{
    rows.push_back(std::move(cells));
    bases.push_back(std::move(behind));
}

const FactsBasis* FactsTable::basisOf(int row, int column) const
{
    if (row < 0 || static_cast<std::size_t>(row) >= bases.size() || bases[static_cast<std::size_t>(row)].empty())
        return nullptr;
    const std::vector<FactsBasis>& behind = bases[static_cast<std::size_t>(row)];
    const auto at = static_cast<std::size_t>(std::max(0, column));
    return behind.size() == 1 ? &behind.front() : at < behind.size() ? &behind[at] : nullptr;
}

std::vector<TableColumn> chronologyColumns()
{
    return {{Words::tr("Site time")}, {Words::tr("UTC")}, {Words::tr("To failure"), true}, {Words::tr("Kind")},
        {Words::tr("Asset")}, {Words::tr("Text"), false, true}, {Words::tr("As in the source")},
        {Words::tr("Row"), true}, {Words::tr("Source")}};
}

std::vector<TableColumn> fitnessColumns()
{
    std::vector<TableColumn> out{{Words::tr("Step"), false, true}, {Words::tr("Asset")}, {Words::tr("Start")}};
    for (std::size_t i = 0; i < kFitnessChecks; ++i)
        out.push_back({checkName(static_cast<FitnessCheck>(i))});
    return out;
}

std::vector<TableColumn> differencesColumns()
{
    return {{Words::tr("What")}, {Words::tr("Subject"), false, true}, {Words::tr("Asset")},
        {Words::tr("In this batch")}, {Words::tr("Good, the same"), true}, {Words::tr("In the good batches")}};
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
        const QString stated = row.original.known()
            ? toQString(formatWithOffset(row.original.at(), row.original.offsetMinutes, digits))
            : unknownText();
        TableCell source(
            row.ref.source.valid() ? toQString(dataset.sources[row.ref.source.value].name) : unknownText());
        table.add({site.full(row.at, digits), utc.full(row.at, digits),
                      row.isFailure ? QStringLiteral("t0") : spanText(row.offset, true), kindCell,
                      assetName(dataset, row.asset), text, stated,
                      row.ref.source.valid() ? QString::number(row.ref.row) : unknownText(), source},
            {basisOn(facts, {}, {}, {row.ref.id})});
    }
    table.note = Words::tr("%1: %2 records from %3 before to %4 after t0. Site time is %5.", nullptr,
        pluralOf(facts.chronology.rows.size()))
                     .arg(toQString(facts.failure().id), countText(facts.chronology.rows.size()),
                         spanText(facts.asked.before, false), spanText(facts.asked.after, false), site.zoneName());
    if (facts.unmatched > 0)
        table.note += QLatin1Char(' ')
            + Words::tr("%1 more do not match the filter of the bar above.").arg(countText(facts.unmatched));
    if (facts.chronology.leftOut > 0)
        table.note += QLatin1Char(' ') + toQString(facts.chronology.leftOutNote) + QLatin1Char('.');
    return table;
}

FactsTable fitnessTable(const Facts& facts, AsKnown known, const SiteTime& times)
{
    FactsTable table;
    const QString failure = toQString(facts.failure().id);
    const std::optional<FitnessMatrix>& matrix = facts.fitnessAs(known);
    if (!matrix) {
        table.empty = Words::tr("No batch is known for %1, so fit for use can't be asked. The condition of an asset "
                                "can: see Condition.")
                          .arg(failure);
        return table;
    }
    std::array<std::size_t, 3> counts{};
    for (const FitnessRow& row : matrix->rows) {
        const QString step = Words::tr("%1 on %2").arg(toQString(row.step), assetName(facts.dataset(), row.asset));
        std::vector<TableCell> cells{toQString(row.step), assetName(facts.dataset(), row.asset), times.full(row.at)};
        const FactsBasis own = basisOn(facts, step, Words::tr("Began %1.").arg(times.full(row.at)), {row.stepRecord});
        std::vector<FactsBasis> behind(cells.size(), own);
        for (std::size_t i = 0; i < kFitnessChecks; ++i) {
            const FitnessCell& cell = row.cells[i];
            cells.push_back(answerCell(cell));
            behind.push_back(basisOn(facts,
                Words::tr("%1. %2: %3").arg(step, checkName(static_cast<FitnessCheck>(i)), cells.back().text),
                toQString(sentence(cell.reason)), cell.records));
            ++counts[static_cast<std::size_t>(cell.answer)];
        }
        table.add(std::move(cells), std::move(behind));
    }
    const QString batch = toQString(facts.dataset().batches[matrix->batch.value].id);
    table.note =
        Words::tr("%1: batch %2 at the start of each step, %3: %4 × yes, %5 × no, %6 × unknown.")
            .arg(failure, batch, known == AsKnown::Then ? Words::tr("as known then") : Words::tr("as known now"),
                countText(counts[static_cast<std::size_t>(Answer::Yes)]),
                countText(counts[static_cast<std::size_t>(Answer::No)]),
                countText(counts[static_cast<std::size_t>(Answer::Unknown)]));
    table.empty =
        Words::tr("Batch %1 has no step with an asset in the data. Import its batch record to ask whether its "
                  "equipment was fit for use.")
            .arg(batch);
    return table;
}

FactsTable differencesTable(const Facts& facts)
{
    FactsTable table;
    const QString failure = toQString(facts.failure().id);
    if (!facts.differences) {
        table.empty = Words::tr(
            "No batch is known for %1, so there is nothing to compare. Its chronology and the condition of an asset "
            "stand in the other tabs.")
                          .arg(failure);
        return table;
    }
    const Differences& found = *facts.differences;
    const Dataset& dataset = facts.dataset();
    for (const Difference& d : found.differences) {
        const QString kind = differenceKind(d.kind);
        const QString here = d.here.empty() ? unknownText() : toQString(d.here);
        const QString there = d.there.empty() ? unknownText() : toQString(d.there);
        table.add({kind, toQString(d.subject), assetName(dataset, d.asset), here,
                      Words::tr("%1 of %2").arg(d.goodWithSame).arg(d.goodKnown), there},
            {basisOn(facts, Words::tr("%1: %2").arg(kind, toQString(d.subject)),
                Words::tr("In this batch: %1. In the good batches: %2. %3 of %4 good batches had the same.", nullptr,
                    pluralOf(d.goodKnown))
                    .arg(here, there)
                    .arg(d.goodWithSame)
                    .arg(d.goodKnown),
                d.records)});
    }
    std::vector<std::string> against;
    for (const BatchIndex batch : found.against)
        against.push_back(dataset.batches[batch.value].id);
    const QString batch = toQString(dataset.batches[found.batch.value].id);
    table.empty = against.empty()
        ? Words::tr("There is no earlier good batch of the same product to compare %1 with. Import more of its "
                    "history.")
              .arg(batch)
        : Words::tr("Batch %1 differs in nothing that the data tell.").arg(batch);
    if (against.empty())
        return table;
    table.note = Words::tr("%1: batch %2 against the last %3 good batches (%4).", nullptr, pluralOf(against.size()))
                     .arg(failure, batch, countText(against.size()), joined(against));
    if (!found.same.empty())
        table.note += QLatin1Char(' ') + Words::tr("The same: %1.").arg(joinedKinds(found.same));
    if (!found.notComparable.empty())
        table.note += QLatin1Char(' ') + Words::tr("No data to compare: %1.").arg(joinedKinds(found.notComparable));
    return table;
}

} // namespace antecedent::app
