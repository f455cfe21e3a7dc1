// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The language of the window: its texts, those of Qt's own dialogs, and how numbers are written. A window that is
// already made keeps its texts; see WindowSession. Threads: GUI.

#include <QString>
#include <QStringList>

namespace antecedent::app {

// `setting`: "en", "de", or empty for the first of the system's languages that there is. English if there is none.
QString languageFor(const QString& setting, const QStringList& systemLanguages);

// For everything that is made from now on.
void applyLanguage(const QString& setting);

// "en" or "de", as applied.
QString currentLanguage();

} // namespace antecedent::app
