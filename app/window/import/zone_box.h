// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Chooses one of hundreds of time zones: typing finds it. A click on the first entry, which is none, selects its text,
// so that what is typed takes its place. The data of an entry is the name of its zone. Threads: the window's.

#include <QComboBox>

#include <string>

namespace antecedent::app {

class ZoneBox : public QComboBox
{
    Q_OBJECT
public:
    // `first` says that no zone is chosen; `siteZone` may be empty.
    ZoneBox(const QString& first, const std::string& siteZone, QWidget* parent);
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace antecedent::app
