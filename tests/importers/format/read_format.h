// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The flat table of a source as text, and the folder of real files. For tests of formats.

#include "tests/importers/support/flat_text.h"

#include <QFileInfo>
#include <QString>

namespace antecedent::importers::test {

// A file among the real ones that are kept outside of the project; empty if it is not there.
inline QString sharedFile(const char* name)
{
    const QString stated = qEnvironmentVariable("ANTECEDENT_SHARED");
    const QString root = stated.isEmpty() ? QStringLiteral(ANTECEDENT_SOURCE_DIR "/../shared") : stated;
    const QString path = root + QStringLiteral("/data/") + QString::fromLatin1(name);
    return QFileInfo::exists(path) ? path : QString();
}

} // namespace antecedent::importers::test
