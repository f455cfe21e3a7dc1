// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/shared/window_names.h"

#include "widgets/common/site_time.h"
#include "widgets/common/text.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <cmath>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr std::array kAllSince{SinceEvent::CalibrationPass, SinceEvent::Clean, SinceEvent::Replacement,
    SinceEvent::GoodBatch, SinceEvent::Maintenance, SinceEvent::TestPass, SinceEvent::Inspection,
    SinceEvent::Changeover};
constexpr std::array kPlainAnchors{AnchorKind::Occurred, AnchorKind::Detected, AnchorKind::FirstExcursion,
    AnchorKind::SampleTaken, AnchorKind::Finished};

class Words
{
    Q_DECLARE_TR_FUNCTIONS(WindowNames)

public:
    static QString since(SinceEvent event)
    {
        switch (event) {
        case SinceEvent::CalibrationPass:
            return tr("since passed calibration");
        case SinceEvent::Clean:
            return tr("since cleaning");
        case SinceEvent::Replacement:
            return tr("since replacement");
        case SinceEvent::GoodBatch:
            return tr("since good batch");
        case SinceEvent::Maintenance:
            return tr("since maintenance");
        case SinceEvent::TestPass:
            return tr("since passed test");
        case SinceEvent::Inspection:
            return tr("since inspection");
        case SinceEvent::Changeover:
            return tr("since changeover");
        }
        return {};
    }

    // `72 h`, `14 d`, `90 min`.
    static QString wall(Duration length)
    {
        const auto hours = std::chrono::duration_cast<std::chrono::hours>(length);
        if (hours == length && hours.count() > 72 && hours.count() % 24 == 0)
            return QStringLiteral("%1 d").arg(hours.count() / 24);
        QString text = toQString(toText(wallLength(length)));
        const QChar unit = text.back();
        text.chop(1);
        return text + QLatin1Char(' ') + (unit == QLatin1Char('m') ? QStringLiteral("min") : QString(unit));
    }

    static QString amount(LengthUnit unit, double amount)
    {
        const int plural = pluralOf(std::llround(amount));
        const QString number = numberText(amount, 'g', 6);
        switch (unit) {
        case LengthUnit::Batches:
            return tr("%1 batches", nullptr, plural).arg(number);
        case LengthUnit::RunHours:
            return tr("%1 run hours", nullptr, plural).arg(number);
        default:
            return tr("%1 uses", nullptr, plural).arg(number);
        }
    }

    static QString noLength(const QString& text)
    {
        return tr("“%1” is no length. Type a number with s, min, h or d (36 h), or take one of the list.").arg(text);
    }

    static QString procedure(const QString& length) { return tr("procedure + %1").arg(length); }

    static QString anchor(AnchorKind kind, const QString& step)
    {
        switch (kind) {
        case AnchorKind::Occurred:
            return tr("occurred");
        case AnchorKind::Detected:
            return tr("detected");
        case AnchorKind::FirstExcursion:
            return tr("first excursion");
        case AnchorKind::SampleTaken:
            return tr("sample taken");
        case AnchorKind::StepStart:
            return tr("start of %1").arg(step);
        case AnchorKind::StepEnd:
            return tr("end of %1").arg(step);
        case AnchorKind::Finished:
            return tr("finished");
        }
        return {};
    }
};

bool isSame(const QString& a, const QString& b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

// What stands for %1 in `pattern`, if the text is made of it.
std::optional<QString> argumentOf(const QString& text, const QString& pattern)
{
    const QStringList ends = pattern.split(QLatin1Char('\x1f'));
    if (ends.size() != 2 || text.size() <= ends[0].size() + ends[1].size()
        || !text.startsWith(ends[0], Qt::CaseInsensitive) || !text.endsWith(ends[1], Qt::CaseInsensitive))
        return std::nullopt;
    return text.mid(ends[0].size(), text.size() - ends[0].size() - ends[1].size());
}

const QString kPlace(QLatin1Char('\x1f'));

// As the command line spells it: `72h`, `90m`.
std::string spelled(QString text)
{
    static const QRegularExpression minutes(QStringLiteral("^([0-9.]+)min$"));
    return toUtf8(text.remove(QLatin1Char(' ')).replace(minutes, QStringLiteral("\\1m")));
}

void addLength(QComboBox& box, const char* length)
{
    if (const Result<WindowLength> parsed = parseWindowLength(length))
        box.addItem(lengthName(*parsed), QString::fromLatin1(length));
}

} // namespace

QString lengthName(const WindowLength& length)
{
    switch (length.unit) {
    case LengthUnit::Wall:
        return Words::wall(length.wall);
    case LengthUnit::Since:
        return Words::since(length.since);
    case LengthUnit::Procedure:
        return Words::procedure(Words::wall(length.wall));
    default:
        return Words::amount(length.unit, length.amount);
    }
}

QString anchorName(const AnchorRule& anchor)
{
    return Words::anchor(anchor.kind, toQString(anchor.step));
}

Result<WindowLength> lengthOfName(const QString& name)
{
    const QString text = name.simplified();
    const Result<WindowLength> plain = parseWindowLength(spelled(text));
    if (plain)
        return plain;
    for (const SinceEvent event : kAllSince)
        if (isSame(text, Words::since(event)))
            return WindowLength{LengthUnit::Since, {}, 0, event};
    static const QRegularExpression number(QStringLiteral("^[0-9]+(?:[.,][0-9]+)?"));
    const double amount = number.match(text).captured().replace(QLatin1Char(','), QLatin1Char('.')).toDouble();
    if (amount > 0)
        for (const LengthUnit unit : {LengthUnit::Batches, LengthUnit::RunHours, LengthUnit::Uses})
            if (isSame(text, Words::amount(unit, amount)))
                return WindowLength{unit, {}, amount, SinceEvent::CalibrationPass};
    if (const auto rest = argumentOf(text, Words::procedure(kPlace)))
        if (const Result<WindowLength> wall = parseWindowLength(spelled(*rest)); wall && wall->unit == LengthUnit::Wall)
            return WindowLength{LengthUnit::Procedure, wall->wall, 0, SinceEvent::CalibrationPass};
    return Error{plain.error().code, plain.error().where, toUtf8(Words::noLength(text))};
}

Result<AnchorRule> anchorOfName(const QString& name)
{
    const QString text = name.simplified();
    for (const AnchorKind kind : kPlainAnchors)
        if (isSame(text, Words::anchor(kind, {})))
            return AnchorRule{kind, {}};
    for (const AnchorKind kind : {AnchorKind::StepStart, AnchorKind::StepEnd})
        if (const auto step = argumentOf(text, Words::anchor(kind, kPlace)))
            return AnchorRule{kind, toUtf8(*step)};
    return parseAnchor(toUtf8(text));
}

void addUsualLengthsBefore(QComboBox& box)
{
    for (const char* length : {"8h", "24h", "72h", "7d", "14d", "30d", "procedure+24h", "8runh", "200runh", "5batches",
             "15batches", "10uses", "since:calibration-pass", "since:clean", "since:replacement", "since:good-batch",
             "since:maintenance", "since:test-pass", "since:inspection", "since:changeover"})
        addLength(box, length);
}

void addUsualLengthsAfter(QComboBox& box)
{
    for (const char* length : {"0h", "4h", "24h", "72h"})
        addLength(box, length);
}

void addUsualAnchors(QComboBox& box)
{
    for (const AnchorKind kind : kPlainAnchors)
        box.addItem(anchorName({kind, {}}), toQString(toText(AnchorRule{kind, {}})));
}

} // namespace antecedent::app
