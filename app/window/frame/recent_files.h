// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the start page says of an investigation that was open before: kept in the settings when it is opened, so that
// the page reads no file. Threads: GUI.

#include "widgets/document/investigation_data.h"

#include <QDateTime>
#include <QStringList>

#include <vector>

namespace antecedent::app {

struct RecentMark
{
    enum class Kind : std::uint8_t { Failure, Latest, Maintenance };
    int at = 0; // thousandths of the span
    Kind kind = Kind::Failure;
};

struct RecentFile
{
    QString path;
    QString title; // empty: nothing is known but the path
    QString words; // `7 failures, 13 Feb 2026 to 9 Apr 2026`
    QString step; // that was shown last
    QDateTime opened;
    std::vector<RecentMark> marks;
};

void rememberOpened(const QString& path, const widgets::InvestigationData& snapshot);
// With the step that was shown last, by its name.
std::vector<RecentFile> recentFiles(const QStringList& paths, const QStringList& steps);

} // namespace antecedent::app
