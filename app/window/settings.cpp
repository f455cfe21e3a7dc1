// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/settings.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSettings>

namespace antecedent::app {

namespace {

QString lanesKey(const QString& file)
{
    const QByteArray path = QFileInfo(file).absoluteFilePath().toUtf8();
    return QStringLiteral("lanes/")
        + QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(16));
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
    out.splitters = stored.value(QStringLiteral("splitters")).toByteArray();
    out.theme = stored.value(QStringLiteral("theme")).toString();
    out.language = stored.value(QStringLiteral("language")).toString();
    return out;
}

void saveSettings(const Settings& settings)
{
    QSettings stored;
    stored.setValue(QStringLiteral("recent"), settings.recent);
    stored.setValue(QStringLiteral("geometry"), settings.geometry);
    stored.setValue(QStringLiteral("splitters"), settings.splitters);
    stored.setValue(QStringLiteral("theme"), settings.theme);
    stored.setValue(QStringLiteral("language"), settings.language);
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
