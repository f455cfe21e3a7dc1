// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/conclusion/conclusion_words.h"

#include "model/base/error.h"
#include "widgets/common/text.h"

namespace antecedent::app {

using namespace widgets;

QString ConclusionWords::group(CauseGroup group)
{
    switch (group) {
    case CauseGroup::Machine:
        return tr("Machine");
    case CauseGroup::Method:
        return tr("Method");
    case CauseGroup::Material:
        return tr("Material");
    case CauseGroup::People:
        return tr("People");
    case CauseGroup::Measurement:
        return tr("Measurement");
    case CauseGroup::Environment:
        return tr("Environment");
    }
    return {};
}

QString ConclusionWords::groupHint(CauseGroup group)
{
    switch (group) {
    case CauseGroup::Machine:
        return tr("assets, parts, maintenance, wear");
    case CauseGroup::Method:
        return tr("recipe, parameters, procedure");
    case CauseGroup::Material:
        return tr("lots, suppliers, consumables");
    case CauseGroup::People:
        return tr("training, shift, handling");
    case CauseGroup::Measurement:
        return tr("sensors, calibration, sampling");
    case CauseGroup::Environment:
        return tr("utilities, climate, cleaning of the room");
    }
    return {};
}

QString ConclusionWords::state(HypothesisState state)
{
    switch (state) {
    case HypothesisState::Open:
        return tr("open");
    case HypothesisState::RuledOut:
        return tr("ruled out");
    case HypothesisState::Contributing:
        return tr("contributing");
    case HypothesisState::MostProbable:
        return tr("most probable cause");
    case HypothesisState::RootCause:
        return tr("root cause");
    }
    return {};
}

QString ConclusionWords::side(EvidenceSide side)
{
    return side == EvidenceSide::For ? tr("for") : side == EvidenceSide::Against ? tr("against") : tr("neutral");
}

QString ConclusionWords::kind(FactKind kind)
{
    switch (kind) {
    case FactKind::Interview:
        return tr("Interview");
    case FactKind::Inspection:
        return tr("Inspection");
    case FactKind::Test:
        return tr("Test");
    case FactKind::PaperLog:
        return tr("Paper log");
    case FactKind::Note:
        return tr("Note");
    }
    return {};
}

QString ConclusionWords::grade(Grade grade)
{
    switch (grade) {
    case Grade::RootCause:
        return tr("Root cause");
    case Grade::MostProbable:
        return tr("Most probable cause");
    case Grade::Contributing:
        return tr("Contributing cause");
    case Grade::NotDetermined:
        return tr("Not determined");
    }
    return {};
}

QString ConclusionWords::scope(const std::string& failure)
{
    return failure.empty() ? tr("the whole case") : toQString(failure);
}

QString ConclusionWords::edit(const LedgerEntry& entry)
{
    const LedgerItem& item = entry.after ? *entry.after : *entry.before;
    const QString id = toQString(entry.item);
    if (const auto* hypothesis = std::get_if<Hypothesis>(&item)) {
        const auto* before = entry.before ? std::get_if<Hypothesis>(&*entry.before) : nullptr;
        if (!entry.after)
            return tr("take %1 back").arg(id);
        if (before == nullptr)
            return tr("add %1").arg(id);
        if (before->state == hypothesis->state)
            return tr("change %1").arg(id);
        return hypothesis->state == HypothesisState::RuledOut ? tr("rule out %1").arg(id)
                                                              : tr("set %1 to %2").arg(id, state(hypothesis->state));
    }
    if (const auto* line = std::get_if<EvidenceLine>(&item)) {
        const QString hypothesis = toQString(line->hypothesis);
        return !entry.after ? tr("take %1 away from %2").arg(id, hypothesis)
            : !entry.before ? tr("pin %1 to %2").arg(id, hypothesis)
                            : tr("turn %1").arg(id);
    }
    if (std::holds_alternative<ManualFact>(item))
        return !entry.after ? tr("take %1 back").arg(id)
            : !entry.before ? tr("add %1").arg(id)
                            : tr("change %1").arg(id);
    const QString about = scope(std::get<Conclusion>(item).failure);
    return entry.after ? tr("conclude on %1").arg(about) : tr("take the conclusion on %1 back").arg(about);
}

QString ConclusionWords::problem(const Error& error)
{
    const QString where = toQString(error.where);
    QString text = error.detail.empty() ? toQString(errorPhrase(error)) : toQString(kept(error.detail));
    if (!text.isEmpty() && where.isEmpty())
        text[0] = text[0].toUpper();
    return (where.isEmpty() || error.detail.empty() || where == QLatin1String("C")
                       || where.startsWith(QLatin1String("C:"))
                   ? text
                   : tr("%1: %2").arg(where, text))
        + (text.endsWith(QLatin1Char('.')) ? QString() : QStringLiteral("."));
}

} // namespace antecedent::app
