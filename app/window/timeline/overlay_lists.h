// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The two lists beside an overlay: what leaves the golden profile, the farthest first, phases of another length before
// the signals; and the batches by their part in it, with the reason for those that are left out, to be ticked in and
// out. Threads: GUI.

#include "widgets/profile/overlay_words.h"

#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace antecedent::app {

class LeavingModel : public QStandardItemModel
{
    Q_OBJECT

public:
    enum Role {
        DetailRole = Qt::UserRole + 1, // second line
        NumberRole, // distance
        StripRole, // QList<QPointF>: from and to, shares of the whole axis
        ColumnRole, // of a phase whose length is a finding
        SignalRole // position in Profile::signals
    };

    using QStandardItemModel::QStandardItemModel;
    void fill(const Dataset& dataset, const Profile& profile);
    QModelIndex indexOfSignal(std::size_t signal) const;
    // All rows as lines of a tab-separated table.
    QString asText() const;
};

class LeavingDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

class BatchesModel : public QStandardItemModel
{
    Q_OBJECT

public:
    enum Role { BatchRole = Qt::UserRole + 1 }; // position in the choice

    explicit BatchesModel(QObject* parent = nullptr);
    // `dateOf` writes a time as the window does.
    void fill(const Dataset& dataset, const Profile& profile, const std::function<QString(Timestamp)>& dateOf);

Q_SIGNALS:
    void ticked(std::size_t batch, bool isIn);

private:
    void addGroup(const QString& title, const std::vector<std::pair<std::size_t, QString>>& rows,
        const Dataset& dataset, const Profile& profile);

    bool m_isFilling = false;
};

} // namespace antecedent::app
