// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the start page is made of: the mark of the program, cards to start with, rows of recent files with a strip of
// their failures, the legend of these, and the place to drop files on. Threads: GUI.

#include "app/window/frame/recent_files.h"

#include <QMetaType>
#include <QPushButton>
#include <QStyledItemDelegate>

namespace antecedent::app {

class ProgramMark : public QWidget
{
    Q_OBJECT

public:
    explicit ProgramMark(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

class StartCard : public QPushButton
{
    Q_OBJECT

public:
    enum class Sign { Plus, Folder, Play };
    StartCard(Sign sign, const QString& text, const QString& more, const QString& key, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintSign(QPainter& painter, const QPointF& centre) const;

    Sign m_sign;
    QString m_more;
    QString m_key;
};

class RecentDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int kFileRole = Qt::UserRole + 1;
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

class RecentLegend : public QWidget
{
    Q_OBJECT

public:
    explicit RecentLegend(QWidget* parent = nullptr);
    QSize sizeHint() const override { return {200, 20}; }

protected:
    void paintEvent(QPaintEvent* event) override;
};

class DropZone : public QWidget
{
    Q_OBJECT

public:
    explicit DropZone(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace antecedent::app

Q_DECLARE_METATYPE(antecedent::app::RecentFile)
