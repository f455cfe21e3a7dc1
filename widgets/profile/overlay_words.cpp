// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/profile/overlay_words.h"

#include "widgets/common/site_time.h"
#include "widgets/common/text.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace antecedent::widgets {

namespace {

QString percent(double share)
{
    const double value = 100 * share;
    return QStringLiteral("%1 %").arg(
        value > 0 && value < 1 ? QStringLiteral("<1") : QString::number(std::lround(value)));
}

QString widths(double value)
{
    return numberText(std::abs(value), 'f', 1);
}

QString lengthOf(std::optional<Duration> span)
{
    return span ? spanText(*span, false) : unknownText();
}

} // namespace

QString OverlayWords::valueText(double value)
{
    if (std::isnan(value))
        return unknownText();
    QString text = numberText(value, 'g', 4);
    if (text.contains(QLatin1Char('e')) && std::abs(value) < 1e7 && std::abs(value) >= 1)
        text = numberText(value, 'f', 0);
    return text;
}

QString OverlayWords::signalTags(const Dataset& dataset, const ProfileSignal& signal)
{
    const QString tag = toQString(dataset.tags[signal.tag.value].name);
    return signal.minus.valid() ? tag + QStringLiteral(" − ") + toQString(dataset.tags[signal.minus.value].name) : tag;
}

QString OverlayWords::signalName(const Dataset& dataset, const ProfileSignal& signal)
{
    const Tag& tag = dataset.tags[signal.tag.value];
    if (signal.minus.valid())
        return tr("Difference of %1").arg(toQString(tag.parameter));
    if (tag.parameter.empty())
        return toQString(tag.name);
    QString name = toQString(tag.parameter);
    const bool isWord =
        tag.parameter != tag.name && !name.contains(QLatin1Char('_')) && !name.startsWith(QLatin1String("pH"));
    if (isWord)
        name[0] = name[0].toUpper();
    return name;
}

QString OverlayWords::signalUnit(const Dataset& dataset, const ProfileSignal& signal)
{
    return toQString(dataset.tags[signal.tag.value].unit);
}

QString OverlayWords::columnName(const Profile& profile, std::size_t column)
{
    const ProfileColumn& at = profile.columns[column];
    const StepRun& run = profile.choice.own[profile.choice.steps[at.step]];
    const QString step = run.name.empty() ? tr("whole batch") : toQString(run.name);
    QString name = at.phase.empty() ? step : toQString(at.phase);
    if (at.occurrence > 1)
        name += QStringLiteral(" %1").arg(at.occurrence);
    return profile.choice.steps.size() > 1 && !at.phase.empty() ? step + QStringLiteral(", ") + name : name;
}

QString OverlayWords::whereText(const Profile& profile, const ProfileSignal& signal)
{
    switch (signal.state) {
    case SignalState::FewGood:
        return tr("not compared: data of %n good batches", "of three needed", static_cast<int>(signal.goodWithData));
    case SignalState::NoOwnData:
        return tr("not compared: no data of this batch");
    case SignalState::Compared:
        break;
    }
    const ColumnDistance& worst = signal.worstDistance();
    const QString where = columnName(profile, signal.worst);
    if (worst.outside > 0)
        return (
            worst.largest < 0 ? tr("%1: %2 of it outside, up to %3 below") : tr("%1: %2 of it outside, up to %3 above"))
            .arg(where, percent(worst.outside), widths(worst.largest));
    if (signal.outside > 0)
        return tr("%1 farthest, inside there; %2 of all outside").arg(where, percent(signal.outside));
    return tr("inside the band, %1 farthest").arg(where);
}

QString OverlayWords::distanceText(const Dataset& dataset, const Profile& profile, const ProfileSignal& signal)
{
    const QString name = QStringLiteral("%1 (%2)").arg(signalName(dataset, signal), signalTags(dataset, signal));
    if (signal.state == SignalState::FewGood)
        return tr("%1: not compared, because only %n good batches have data of it in the same phase; three are needed.",
            nullptr, static_cast<int>(signal.goodWithData))
            .arg(name);
    if (signal.state == SignalState::NoOwnData)
        return tr("%1: not compared, because this batch has no data of it.").arg(name);
    const ColumnDistance& worst = signal.worstDistance();
    const QString where = columnName(profile, signal.worst);
    QString text =
        (worst.fromMedian < 0 ? tr("%1: distance %2. In %3 on average %4 band widths below the median")
                              : tr("%1: distance %2. In %3 on average %4 band widths above the median"))
            .arg(name, numberText(signal.distance, 'f', 2), where, numberText(std::abs(worst.fromMedian), 'f', 2));
    if (worst.outside > 0)
        text += (worst.largest < 0 ? tr(", outside the band for %1 of it from %2 on, at most %3 widths below.")
                                   : tr(", outside the band for %1 of it from %2 on, at most %3 widths above."))
                    .arg(percent(worst.outside), percent(worst.firstOutside.value_or(0)),
                        numberText(std::abs(worst.largest), 'f', 2));
    else
        text += tr(", inside the band.");
    text += QLatin1Char(' ') + tr("Outside for %1 of all compared time.").arg(percent(signal.outside));
    return text;
}

LengthWords OverlayWords::lengthText(const Profile& profile, std::size_t column)
{
    const ProfileColumn& at = profile.columns[column];
    const QString name = columnName(profile, column);
    const int good = static_cast<int>(at.goodBatches);
    const QString usual =
        tr("%n good batches %1 to %2", nullptr, good).arg(lengthOf(at.shortest), lengthOf(at.longest));
    switch (at.finding) {
    case LengthFinding::Longer:
    case LengthFinding::Shorter:
        return {
            tr("%1 took %2 times the usual time")
                .arg(name,
                    numberText(static_cast<double>(at.own->count()) / static_cast<double>(at.median->count()), 'f', 1)),
            lengthOf(at.own) + QStringLiteral("; ") + usual};
    case LengthFinding::OnlyHere:
        return {tr("%1 is in no good batch").arg(name), lengthOf(at.own)};
    case LengthFinding::Missing:
        return {tr("%1 is missing").arg(name), usual};
    case LengthFinding::None:
        break;
    }
    return {name, lengthOf(at.own) + QStringLiteral("; ") + usual};
}

QString OverlayWords::leftOutText(const ProfileBatch& batch)
{
    const QString detail = toQString(batch.detail);
    switch (batch.reason) {
    case LeftOutFor::Nothing:
        return {};
    case LeftOutFor::OtherDeviation:
        return tr("deviates: %1").arg(detail);
    case LeftOutFor::Rejected:
        return tr("not released: %1").arg(detail);
    case LeftOutFor::NoSuchStep:
        return tr("has no such step");
    case LeftOutFor::StepNotEnded:
        return tr("end of step not known");
    case LeftOutFor::OtherUnit:
        return detail.isEmpty() ? tr("on another unit") : tr("on %1").arg(detail);
    case LeftOutFor::NoData:
        return tr("no process data");
    case LeftOutFor::BeyondNumber:
        return tr("enough nearer ones");
    case LeftOutFor::ByHand:
        return tr("taken out by hand");
    }
    return {};
}

QString OverlayWords::headline(const Dataset& dataset, const Profile& profile)
{
    const ProfileBatch& own = profile.choice.batches.front();
    const Batch& batch = dataset.batches[own.batch.value];
    QString what = toQString(batch.product);
    if (profile.choice.steps.size() == 1) {
        const StepRun& run = profile.choice.own[profile.choice.steps[0]];
        const Asset* unit = dataset.asset(run.unit);
        if (!run.name.empty())
            what += QStringLiteral(", ") + toQString(run.name);
        if (unit != nullptr && unit->id != run.name)
            what += QStringLiteral(", ") + toQString(unit->id);
    } else {
        what += QStringLiteral(", ") + tr("all steps");
    }
    return tr("%1 against %n good batches: %2", nullptr, static_cast<int>(profile.goodBatches))
        .arg(toQString(batch.id), what);
}

QString OverlayWords::shortage(const Profile& profile)
{
    if (profile.goodBatches < kFewestGood)
        return tr(
            "Too few good batches for a band: %n more of this product, recipe and step would be needed. Tick some "
            "of those that are left out, or choose another step.",
            nullptr, static_cast<int>(kFewestGood - profile.goodBatches));
    if (profile.choice.usesOthersDeviating)
        return tr("Fewer than three batches have no deviation at all, so some that deviate in another class are used.");
    return {};
}

QString OverlayWords::placeText(const Profile& profile, double place)
{
    const auto column =
        static_cast<std::size_t>(std::clamp(std::floor(place), 0.0, static_cast<double>(profile.columns.size()) - 1));
    const double share = place - static_cast<double>(column);
    if (profile.align == ProfileAlign::Phase)
        return QStringLiteral("%1 %").arg(std::lround(100 * share));
    const auto us = static_cast<double>(profile.columns[column].length.count()) * share;
    return spanText(Duration(std::llround(us)), true);
}

const ProfileBin* OverlayWords::binAt(const Profile& profile, const ProfileSignal& signal, double place)
{
    const double within = place - static_cast<double>(signal.firstColumn);
    const auto columns = static_cast<double>(signal.columns);
    if (within < 0 || within > columns || signal.bins.empty())
        return nullptr;
    const auto bin = static_cast<std::size_t>(within * static_cast<double>(profile.bins));
    return &signal.bins[std::min(bin, signal.bins.size() - 1)];
}

QString OverlayWords::valuesText(
    const Dataset& dataset, const Profile& profile, const ProfileSignal& signal, double place)
{
    const ProfileBin* bin = binAt(profile, signal, place);
    if (bin == nullptr)
        return tr("not part of this step");
    const QString own = bin->own.high > bin->own.low && valueText(bin->own.low) != valueText(bin->own.high)
        ? tr("%1 to %2").arg(valueText(bin->own.low), valueText(bin->own.high))
        : valueText(bin->own.middle);
    QString text = std::isnan(bin->own.middle)
        ? tr("no data")
        : QStringLiteral("%1 %2").arg(own, signalUnit(dataset, signal)).trimmed();
    if (std::isnan(bin->median))
        return text + QStringLiteral(", ")
            + tr("%n good batches with data, three are needed", nullptr, static_cast<int>(bin->batches));
    return text + QStringLiteral(", ")
        + tr("median %1, 10–90 % %2 to %3, min–max %4 to %5")
              .arg(valueText(bin->median), valueText(bin->tenth), valueText(bin->ninetieth), valueText(bin->low),
                  valueText(bin->high));
}

QString OverlayWords::valuesTable(const Dataset& dataset, const Profile& profile, double place)
{
    const auto column =
        static_cast<std::size_t>(std::clamp(std::floor(place), 0.0, static_cast<double>(profile.columns.size()) - 1));
    const QString batch = toQString(dataset.batches[profile.choice.batches.front().batch.value].id);
    QStringList lines{columnName(profile, column) + QLatin1Char('\t') + placeText(profile, place),
        QStringList{tr("Signal"), tr("Tag"), tr("Unit"), batch, tr("Median"), tr("10 %"), tr("90 %"), tr("Min"),
            tr("Max"), tr("Good batches")}
            .join(QLatin1Char('\t'))};
    for (const ProfileSignal& signal : profile.signals) {
        const ProfileBin* bin = binAt(profile, signal, place);
        if (bin == nullptr)
            continue;
        QStringList cells{signalName(dataset, signal), signalTags(dataset, signal), signalUnit(dataset, signal)};
        for (const double value : {bin->own.middle, bin->median, bin->tenth, bin->ninetieth, bin->low, bin->high})
            cells << (std::isnan(value) ? QString() : QLocale().toString(value, 'g', 6)); // as spreadsheets read it
        cells << QString::number(bin->batches);
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

std::optional<Timestamp> OverlayWords::instantAt(const Profile& profile, double place)
{
    if (profile.columns.empty())
        return std::nullopt;
    const auto column =
        static_cast<std::size_t>(std::clamp(std::floor(place), 0.0, static_cast<double>(profile.columns.size()) - 1));
    const ProfileColumn& at = profile.columns[column];
    const std::optional<Interval> during = timeIn(profile.choice.batches.front(), at, profile.align);
    if (!during)
        return std::nullopt;
    const Duration length = profile.align == ProfileAlign::Phase ? during->length() : at.length;
    const double share = place - static_cast<double>(column);
    return during->begin + Duration(std::llround(share * static_cast<double>(length.count())));
}

} // namespace antecedent::widgets
