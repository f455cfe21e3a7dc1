// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sources/name_words.h"

#include "app/window/sources/names_panel.h"
#include "widgets/common/text.h"

namespace antecedent::app {

using namespace widgets;
using casework::AliasStanding;

QString percent(double score)
{
    return QStringLiteral("%1 %").arg(static_cast<int>(score * 100 + 0.5));
}

bool isDecided(const AliasStanding& standing)
{
    const std::optional<AliasState> state = casework::decidedState(standing);
    return state && *state != AliasState::Withdrawn;
}

bool isOpen(const AliasStanding& standing)
{
    return !isDecided(standing) && standing.proposal && casework::isUndecided(*standing.proposal);
}

bool isStatedParameter(const AliasStanding& standing)
{
    return standing.kind == NameKind::Parameter && standing.proposal && standing.proposal->state == NameState::Stated;
}

QString kindText(NameKind kind)
{
    switch (kind) {
    case NameKind::Asset:
        return NamesPanel::tr("asset");
    case NameKind::Tag:
        return NamesPanel::tr("tag");
    case NameKind::Parameter:
        break;
    }
    return NamesPanel::tr("parameter");
}

QString candidateText(const Dataset& dataset, const AliasCandidate& candidate, const SiteTime& times)
{
    const QString asset = toQString(casework::meaningOf(dataset, candidate));
    if (candidate.from && candidate.to)
        return NamesPanel::tr("%1, %2 to %3").arg(asset, times.date(*candidate.from), times.date(*candidate.to));
    if (candidate.from)
        return NamesPanel::tr("%1, from %2").arg(asset, times.date(*candidate.from));
    return candidate.to ? NamesPanel::tr("%1, to %2").arg(asset, times.date(*candidate.to)) : asset;
}

namespace {

QString decidedMeaning(const AliasStanding& standing)
{
    if (standing.parameter)
        return toQString(standing.parameter->parameter);
    if (standing.decision->periods.empty())
        return toQString(standing.decision->asset);
    QStringList assets;
    for (const AliasPeriod& period : standing.decision->periods)
        assets << toQString(period.asset);
    return NamesPanel::tr("%1 (by periods)").arg(assets.join(QStringLiteral(", ")));
}

TableCell inked(const QString& text, Paint ink)
{
    TableCell cell(text);
    cell.ink = ink;
    return cell;
}

TableCell decidedCell(const AliasStanding& standing, AliasState state)
{
    switch (state) {
    case AliasState::Confirmed:
        return inked(NamesPanel::tr("confirmed: %1").arg(decidedMeaning(standing)), Paint::Ok);
    case AliasState::Refused:
        return standing.parameter ? NamesPanel::tr("none of these") : NamesPanel::tr("set apart");
    case AliasState::Withdrawn:
        break;
    }
    return NamesPanel::tr("taken back");
}

} // namespace

TableCell stateCell(const AliasStanding& standing)
{
    if (const auto state = casework::decidedState(standing); state && !isStatedParameter(standing))
        return decidedCell(standing, *state);
    if (!standing.proposal)
        return {};
    switch (standing.proposal->state) {
    case NameState::Stated:
    case NameState::Confirmed:
        return TableCell(NamesPanel::tr("stated by a list"));
    case NameState::Read:
        return TableCell(NamesPanel::tr("read by its spelling"));
    case NameState::Open:
        break;
    }
    return inked(standing.kind == NameKind::Parameter ? NamesPanel::tr("open: no parameter")
                                                      : NamesPanel::tr("open: stands for itself"),
        Paint::Warning);
}

QString reasonsOf(const std::vector<Phrase>& phrases)
{
    QStringList out;
    for (const Phrase& phrase : phrases)
        out << toQString(phrase);
    return out.join(QStringLiteral("; "));
}

} // namespace antecedent::app
