// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/settings.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSettings>

namespace antecedent::app {

namespace {

QString keyOfPath(const char* group, const QString& file)
{
    const QByteArray path = QFileInfo(file).absoluteFilePath().toUtf8();
    return QString::fromLatin1(group)
        + QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(16));
}

QString lanesKey(const QString& file)
{
    return keyOfPath("lanes/", file);
}

} // namespace

void Settings::addRecent(const QString& path)
{
    constexpr qsizetype kMost = 12;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    recent.removeAll(absolute);
    recent.prepend(absolute);
    recent = recent.mid(0, kMost);
}

Settings loadSettings()
{
    const QSettings stored;
    Settings out;
    out.recent = stored.value(QStringLiteral("recent")).toStringList();
    out.geometry = stored.value(QStringLiteral("geometry")).toByteArray();
    out.views = stored.value(QStringLiteral("views")).toByteArray();
    out.levels = stored.value(QStringLiteral("levels")).toByteArray();
    out.inspectorWidth = stored.value(QStringLiteral("inspectorWidth"), out.inspectorWidth).toInt();
    out.isInspectorClosed = stored.value(QStringLiteral("inspectorClosed")).toBool();
    out.isEventTableFolded = stored.value(QStringLiteral("eventTableFolded")).toBool();
    out.isRailNarrow = stored.value(QStringLiteral("railNarrow")).toBool();
    out.theme = stored.value(QStringLiteral("theme")).toString();
    out.language = stored.value(QStringLiteral("language")).toString();
    return out;
}

void saveSettings(const Settings& settings)
{
    QSettings stored;
    stored.setValue(QStringLiteral("recent"), settings.recent);
    stored.setValue(QStringLiteral("geometry"), settings.geometry);
    stored.setValue(QStringLiteral("views"), settings.views);
    stored.setValue(QStringLiteral("levels"), settings.levels);
    stored.setValue(QStringLiteral("inspectorWidth"), settings.inspectorWidth);
    stored.setValue(QStringLiteral("inspectorClosed"), settings.isInspectorClosed);
    stored.setValue(QStringLiteral("eventTableFolded"), settings.isEventTableFolded);
    stored.setValue(QStringLiteral("railNarrow"), settings.isRailNarrow);
    stored.setValue(QStringLiteral("theme"), settings.theme);
    stored.setValue(QStringLiteral("language"), settings.language);
}

QByteArray rememberedColumns(const QString& table)
{
    return QSettings().value(QStringLiteral("columns/") + table).toByteArray();
}

void rememberColumns(const QString& table, const QByteArray& columns)
{
    QSettings().setValue(QStringLiteral("columns/") + table, columns);
}

int rememberedStep(const QString& key)
{
    return QSettings().value(QStringLiteral("files/%1/step").arg(key), -1).toInt();
}

void rememberStep(const QString& key, int step)
{
    QSettings().setValue(QStringLiteral("files/%1/step").arg(key), step);
}

QByteArray rememberedViews(const QString& key)
{
    return QSettings().value(QStringLiteral("files/%1/views").arg(key)).toByteArray();
}

void rememberViews(const QString& key, const QByteArray& views)
{
    QSettings().setValue(QStringLiteral("files/%1/views").arg(key), views);
}

QByteArray rememberedRecent(const QString& path)
{
    return QSettings().value(keyOfPath("recentFiles/", path)).toByteArray();
}

void rememberRecent(const QString& path, const QByteArray& words)
{
    QSettings().setValue(keyOfPath("recentFiles/", path), words);
}

QByteArray rememberedLanes(const QString& file)
{
    return QSettings().value(lanesKey(file)).toByteArray();
}

QString rememberedReportLanguage()
{
    return QSettings().value(QStringLiteral("reportLanguage")).toString();
}

void rememberReportLanguage(const QString& language)
{
    QSettings().setValue(QStringLiteral("reportLanguage"), language);
}

void rememberLanes(const QString& file, const QByteArray& lanes)
{
    QSettings().setValue(lanesKey(file), lanes);
}

} // namespace antecedent::app
