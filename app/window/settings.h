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
    QByteArray views; // splitters and columns of the views (frame/window_memory.h)
    QByteArray levels; // view and event table
    int inspectorWidth = 308;
    bool isInspectorClosed = false;
    bool isEventTableFolded = false;
    bool isRailNarrow = false;
    QString theme; // "light", "dark", or empty: as the system
    QString language; // "en", "de", or empty: as the system

    void addRecent(const QString& path);
};

Settings loadSettings();
void saveSettings(const Settings& settings);

// Columns of a table of the window, by its name (QHeaderView::saveState); empty: as usual.
QByteArray rememberedColumns(const QString& table);
void rememberColumns(const QString& table, const QByteArray& columns);

// What is kept of an investigation, by its key (frame/saved_views.h): the step that was shown last (-1: none), and the
// saved views as JSON.
int rememberedStep(const QString& key);
void rememberStep(const QString& key, int step);
QByteArray rememberedViews(const QString& key);
void rememberViews(const QString& key, const QByteArray& views);

// What the start page says of a file (frame/recent_files.h), by its path.
QByteArray rememberedRecent(const QString& path);
void rememberRecent(const QString& path, const QByteArray& words);

// How the lanes of an investigation file were arranged (widgets/timeline/lane_choice.h); empty: as usual.
QByteArray rememberedLanes(const QString& file);
void rememberLanes(const QString& file, const QByteArray& lanes);

// In which language the last report was wanted: "en", "de", or empty.
QString rememberedReportLanguage();
void rememberReportLanguage(const QString& language);

} // namespace antecedent::app
