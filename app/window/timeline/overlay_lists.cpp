// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/timeline/overlay_lists.h"

#include "widgets/common/palette.h"
#include "widgets/common/site_time.h"
#include "widgets/common/text.h"
#include "widgets/profile/overlay_painting.h"

#include <QApplication>
#include <QPainter>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kRowHeight = 48;
constexpr int kMargin = 14;
constexpr int kStripHeight = 4;

QStandardItem* rowOf(const QString& title, const QString& detail, const QString& spoken)
{
    auto* item = new QStandardItem(title);
    item->setEditable(false);
    item->setData(detail, LeavingModel::DetailRole);
    item->setData(spoken, Qt::ToolTipRole);
    item->setData(spoken, Qt::AccessibleTextRole);
    return item;
}

QVariant stripOf(const Profile& profile, const ProfileSignal& signal)
{
    const auto columns = static_cast<double>(std::max<std::size_t>(profile.columns.size(), 1));
    QList<QPointF> places;
    for (const auto& [from, to] : outsidePlaces(profile, signal))
        places << QPointF(from / columns, to / columns);
    return QVariant::fromValue(places);
}

} // namespace

void LeavingModel::fill(const Dataset& dataset, const Profile& profile)
{
    clear();
    for (std::size_t c = 0; c < profile.columns.size(); ++c) {
        if (profile.columns[c].finding == LengthFinding::None)
            continue;
        const LengthWords words = OverlayWords::lengthText(profile, c);
        QStandardItem* item = rowOf(words.title, words.detail, words.title + QStringLiteral(". ") + words.detail);
        item->setData(static_cast<qulonglong>(c), ColumnRole);
        appendRow(item);
    }
    for (std::size_t s = 0; s < profile.signals.size(); ++s) {
        const ProfileSignal& signal = profile.signals[s];
        QStandardItem* item = rowOf(OverlayWords::signalName(dataset, signal), OverlayWords::whereText(profile, signal),
            OverlayWords::distanceText(dataset, profile, signal));
        item->setData(static_cast<qulonglong>(s), SignalRole);
        if (signal.state == SignalState::Compared) {
            item->setData(numberText(signal.distance, 'f', 2), NumberRole);
            item->setData(stripOf(profile, signal), StripRole);
        }
        appendRow(item);
    }
}

QModelIndex LeavingModel::indexOfSignal(std::size_t signal) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (const QVariant at = index(row, 0).data(SignalRole); at.isValid() && at.toULongLong() == signal)
            return index(row, 0);
    return {};
}

QString LeavingModel::asText() const
{
    QString text = tr("What") + QLatin1Char('\t') + tr("Distance in band widths") + QLatin1Char('\t') + tr("Where")
        + QLatin1Char('\n');
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex at = index(row, 0);
        text += at.data().toString() + QLatin1Char('\t') + at.data(NumberRole).toString() + QLatin1Char('\t')
            + at.data(DetailRole).toString() + QLatin1Char('\n');
    }
    return text;
}

QSize LeavingDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {200, kRowHeight};
}

void LeavingDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const Theme theme = themeOf(option.palette);
    const bool isFinding = index.data(LeavingModel::ColumnRole).isValid();
    const QList<QPointF> strip = index.data(LeavingModel::StripRole).value<QList<QPointF>>();
    const QRect area = option.rect.adjusted(kMargin, 4, -kMargin, -4);
    painter->save();
    QFont font = option.font;
    font.setPointSizeF(9);
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    const QString number = index.data(LeavingModel::NumberRole).toString();
    const int numberWidth = number.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(number) + 8;
    painter->setPen(color(theme, isFinding || !strip.isEmpty() ? Paint::Failure : Paint::Text));
    painter->drawText(area, Qt::AlignRight | Qt::AlignTop, number);
    painter->setPen(color(theme, isFinding ? Paint::Failure : Paint::Text));
    painter->drawText(area, Qt::AlignLeft | Qt::AlignTop,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, area.width() - numberWidth));
    font.setPointSizeF(8.25);
    font.setWeight(QFont::Normal);
    painter->setFont(font);
    painter->setPen(color(theme, Paint::TextSecondary));
    painter->drawText(area.adjusted(0, 16, 0, 0), Qt::AlignLeft | Qt::AlignTop,
        painter->fontMetrics().elidedText(
            index.data(LeavingModel::DetailRole).toString(), Qt::ElideRight, area.width()));
    if (index.data(LeavingModel::StripRole).isValid()) {
        const QRectF bar(area.left(), area.bottom() - kStripHeight, area.width(), kStripHeight);
        painter->fillRect(bar, color(theme, Paint::Line));
        for (const QPointF& part : strip)
            painter->fillRect(QRectF(bar.left() + part.x() * bar.width(), bar.top(),
                                  std::max(2.0, (part.y() - part.x()) * bar.width()), bar.height()),
                color(theme, Paint::Failure));
    }
    painter->setPen(color(theme, Paint::Grid));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if ((option.state & QStyle::State_HasFocus) != 0) {
        painter->setPen(color(theme, Paint::Accent));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

BatchesModel::BatchesModel(QObject* parent)
    : QStandardItemModel(parent)
{
    connect(this, &QStandardItemModel::itemChanged, this, [this](QStandardItem* item) {
        if (!m_isFilling && item->isCheckable())
            Q_EMIT ticked(item->data(BatchRole).toULongLong(), item->checkState() == Qt::Checked);
    });
}

void BatchesModel::addGroup(const QString& title, const std::vector<std::pair<std::size_t, QString>>& rows,
    const Dataset& dataset, const Profile& profile)
{
    if (rows.empty())
        return;
    auto* group = new QStandardItem(title);
    group->setFlags(Qt::ItemIsEnabled);
    QFont bold = group->font();
    bold.setWeight(QFont::DemiBold);
    group->setFont(bold);
    for (const auto& [position, words] : rows) {
        const ProfileBatch& batch = profile.choice.batches[position];
        auto* name = new QStandardItem(toQString(dataset.batches[batch.batch.value].id));
        auto* reason = new QStandardItem(words);
        const bool isFixed = batch.role == antecedent::BatchRole::Case || batch.reason == LeftOutFor::NoSuchStep;
        name->setEditable(false);
        reason->setEditable(false);
        name->setCheckable(!isFixed);
        if (!isFixed)
            name->setCheckState(batch.isShown ? Qt::Checked : Qt::Unchecked);
        name->setData(static_cast<qulonglong>(position), BatchRole);
        reason->setData(static_cast<qulonglong>(position), BatchRole);
        for (QStandardItem* item : {name, reason})
            item->setToolTip(name->text() + QStringLiteral(": ") + words);
        name->setData(name->toolTip(), Qt::AccessibleTextRole);
        group->appendRow({name, reason});
    }
    appendRow(group);
}

void BatchesModel::fill(const Dataset& dataset, const Profile& profile, const std::function<QString(Timestamp)>& dateOf)
{
    m_isFilling = true;
    clear();
    setColumnCount(2);
    std::vector<std::pair<std::size_t, QString>> failed;
    std::vector<std::pair<std::size_t, QString>> good;
    std::vector<std::pair<std::size_t, QString>> leftOut;
    std::size_t couldServe = 0;
    for (std::size_t b = 0; b < profile.choice.batches.size(); ++b) {
        const ProfileBatch& batch = profile.choice.batches[b];
        const QString reason = OverlayWords::leftOutText(batch);
        couldServe += batch.role == antecedent::BatchRole::Good || batch.reason == LeftOutFor::BeyondNumber
                || batch.reason == LeftOutFor::ByHand
            ? 1U
            : 0U;
        switch (batch.role) {
        case antecedent::BatchRole::Case:
            failed.emplace_back(b, dateOf(batch.begin));
            break;
        case antecedent::BatchRole::AlsoFailed:
            failed.emplace_back(b, batch.isShown ? tr("%1, dashed").arg(dateOf(batch.begin)) : dateOf(batch.begin));
            break;
        case antecedent::BatchRole::Good:
            good.emplace_back(
                b, batch.isByHand && !reason.isEmpty() ? tr("taken in; %1").arg(reason) : dateOf(batch.begin));
            break;
        case antecedent::BatchRole::LeftOut:
            leftOut.emplace_back(b, reason);
            break;
        }
    }
    addGroup(tr("In question, and failed alike"), failed, dataset, profile);
    addGroup(tr("Golden profile, %1 of %2 good").arg(good.size()).arg(couldServe), good, dataset, profile);
    addGroup(tr("Left out, %1").arg(leftOut.size()), leftOut, dataset, profile);
    m_isFilling = false;
}

} // namespace antecedent::app
