// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the program remembers between runs; the only user of QSettings. Threads: GUI.

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace antecedent::app {

struct Settings
{
    QStringList recent; // investigation files, newest first, at most 12
    QByteArray geometry;
    QByteArray splitters;
    QString theme; // "light", "dark", or empty: as the system
    QString language; // "en", "de", or empty: as the system

    void addRecent(const QString& path);
};

Settings loadSettings();
void saveSettings(const Settings& settings);

// How the lanes of an investigation file were arranged (widgets/timeline/lane_choice.h); empty: as usual.
QByteArray rememberedLanes(const QString& file);
void rememberLanes(const QString& file, const QByteArray& lanes);

// In which language the last report was wanted: "en", "de", or empty.
QString rememberedReportLanguage();
void rememberReportLanguage(const QString& language);

} // namespace antecedent::app
