// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The built-in guide as pages: Markdown under resources/guide/<language>/<page>.md, compiled in. Which page belongs to
// what is shown is named on the widgets themselves. Threads: GUI.

#include <QString>
#include <QStringList>
#include <QUrl>

#include <vector>

class QWidget;

namespace antecedent::app {

enum class GuideGroup { Start, Views, Reference, Imports };

struct GuidePage
{
    QString id; // file name without its end
    GuideGroup group = GuideGroup::Start;
};

// In the order of the contents.
const std::vector<GuidePage>& guidePages();
// Of the languages that there are.
QStringList guideLanguages();
QUrl guideUrl(const QString& language, const QString& id);
QString guideMarkdown(const QString& language, const QString& id); // empty: there is no such page
QString guideTitle(const QString& language, const QString& id); // the first heading

struct GuideHit
{
    QString id;
    QString excerpt; // around the first place
    int count = 0;
};
// Pages with all the words, in any case and order; those with a word in their title come first, then by count.
std::vector<GuideHit> searchGuide(const QString& language, const QString& words);

// The page that F1 opens while `widget`, or something in it, has the focus.
void setGuidePage(QWidget* widget, const QString& id);
// Of the widget or the nearest around it that names one; else the first steps.
QString guidePageFor(const QWidget* widget);

} // namespace antecedent::app
