// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/shared/csv.h"

#include <QAbstractItemModel>
#include <QSaveFile>
#include <QStringList>

namespace antecedent::app {

namespace {

QString field(QString text)
{
    static constexpr const char* kSpecial = "\",\r\n";
    for (const char* c = kSpecial; *c != '\0'; ++c)
        if (text.contains(QLatin1Char(*c)))
            return QLatin1Char('"') + text.replace(QLatin1String("\""), QLatin1String("\"\"")) + QLatin1Char('"');
    return text;
}

} // namespace

Result<void> writeCsv(const QAbstractItemModel& model, const QString& path)
{
    QSaveFile file(path);
    const auto problem = [&] {
        return Error{ErrorCode::FileUnwritable, path.toStdString(), file.errorString().toStdString()};
    };
    if (!file.open(QIODevice::WriteOnly))
        return problem();
    for (int r = -1; r < model.rowCount(); ++r) {
        QStringList fields;
        for (int c = 0; c < model.columnCount(); ++c)
            fields << field(r < 0 ? model.headerData(c, Qt::Horizontal).toString().simplified()
                                  : model.index(r, c).data().toString());
        file.write((fields.join(QLatin1Char(',')) + QStringLiteral("\r\n")).toUtf8());
    }
    if (!file.commit())
        return problem();
    return {};
}

} // namespace antecedent::app
