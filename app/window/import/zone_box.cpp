// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/import/zone_box.h"

#include "widgets/common/site_time.h"
#include "widgets/common/text.h"

#include <QCompleter>
#include <QEvent>
#include <QLineEdit>
#include <QTimer>

namespace antecedent::app {

using namespace widgets;

ZoneBox::ZoneBox(const QString& first, const std::string& siteZone, QWidget* parent)
    : QComboBox(parent)
{
    addItem(first, QString());
    if (!siteZone.empty())
        addItem(tr("%1 (site)").arg(toQString(siteZone)), toQString(siteZone));
    addItem(QStringLiteral("UTC"), QStringLiteral("UTC"));
    for (const std::string& zone : zoneNames())
        addItem(toQString(zone), toQString(zone));
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    lineEdit()->installEventFilter(this);
}

bool ZoneBox::eventFilter(QObject* watched, QEvent* event)
{
    const bool isClick = watched == lineEdit() && event->type() == QEvent::MouseButtonRelease;
    if (isClick && currentIndex() == 0 && !lineEdit()->hasSelectedText())
        QTimer::singleShot(0, lineEdit(), &QLineEdit::selectAll); // after the click has set the cursor
    return QComboBox::eventFilter(watched, event);
}

} // namespace antecedent::app
