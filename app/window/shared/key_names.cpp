// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/shared/key_names.h"

#include <QCoreApplication>

namespace antecedent::app {

namespace {

struct KeyNames
{
    Q_DECLARE_TR_FUNCTIONS(KeyNames)
};

} // namespace

QString keyNames(QString keys)
{
    for (const auto& [name, shown] :
        {std::pair("Ctrl", KeyNames::tr("Ctrl")), std::pair("Shift", KeyNames::tr("Shift")),
            std::pair("PgUp", KeyNames::tr("PgUp")), std::pair("PgDn", KeyNames::tr("PgDn")),
            std::pair("Space", KeyNames::tr("Space")), std::pair("Enter", KeyNames::tr("Enter")),
            std::pair("Left", KeyNames::tr("Left")), std::pair("Right", KeyNames::tr("Right"))})
        keys.replace(QLatin1String(name), shown);
    return keys;
}

} // namespace antecedent::app
