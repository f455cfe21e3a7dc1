// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The only place where texts of the core (UTF-8) and of the window (UTF-16) meet. Threads: pure.

#include <QString>

#include <string>
#include <string_view>

namespace antecedent::widgets {

inline QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

inline std::string toUtf8(const QString& text)
{
    return text.toStdString();
}

} // namespace antecedent::widgets
