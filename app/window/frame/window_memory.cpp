// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/frame/window_memory.h"

#include "app/window/shared/table_view.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSplitter>

#include <map>

namespace antecedent::app {

namespace {

// Names of widgets by class, object name and, where these repeat, their number: the same in each run.
template <class T> std::map<QString, T*> named(const QWidget* views)
{
    std::map<QString, T*> out;
    std::map<QString, int> count;
    for (T* widget : views->findChildren<T*>()) {
        const QString name =
            QString::fromLatin1(widget->parentWidget()->metaObject()->className()).section(QStringLiteral("::"), -1)
            + QLatin1Char('/') + widget->objectName();
        out[QStringLiteral("%1/%2").arg(name).arg(count[name]++)] = widget;
    }
    return out;
}

QJsonArray widthsOf(const TableView* table)
{
    QJsonArray widths;
    for (int c = 0; c < table->horizontalHeader()->count(); ++c)
        widths.append(table->isColumnHidden(c) ? 0 : table->columnWidth(c));
    return widths;
}

} // namespace

QByteArray arrangementOf(const QWidget* views)
{
    QJsonObject splitters;
    for (const auto& [name, splitter] : named<QSplitter>(views))
        splitters.insert(name, QString::fromLatin1(splitter->saveState().toBase64()));
    QJsonObject columns;
    for (const auto& [name, table] : named<TableView>(views))
        columns.insert(name, widthsOf(table));
    QJsonObject out;
    out.insert(QStringLiteral("splitters"), splitters);
    out.insert(QStringLiteral("columns"), columns);
    return QJsonDocument(out).toJson(QJsonDocument::Compact);
}

void arrange(QWidget* views, const QByteArray& arrangement)
{
    const QJsonObject in = QJsonDocument::fromJson(arrangement).object();
    const QJsonObject splitters = in.value(QStringLiteral("splitters")).toObject();
    for (const auto& [name, splitter] : named<QSplitter>(views))
        if (const QString state = splitters.value(name).toString(); !state.isEmpty())
            splitter->restoreState(QByteArray::fromBase64(state.toLatin1()));
    const QJsonObject columns = in.value(QStringLiteral("columns")).toObject();
    for (const auto& [name, table] : named<TableView>(views)) {
        const QJsonArray widths = columns.value(name).toArray();
        if (widths.size() != table->horizontalHeader()->count())
            continue;
        // The last column takes what is left.
        for (int c = 0; c + 1 < widths.size(); ++c)
            if (widths[c].toInt() > 0)
                table->setColumnWidth(c, widths[c].toInt());
    }
}

} // namespace antecedent::app
