// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/shared/csv.h"

#include <QAbstractItemModel>
#include <QSaveFile>
#include <QStringList>

namespace antecedent::app {

namespace {

QString quotedWhereNeeded(QString text)
{
    static constexpr const char* kSpecial = "\",\r\n";
    for (const char* c = kSpecial; *c != '\0'; ++c)
        if (text.contains(QLatin1Char(*c)))
            return QLatin1Char('"') + text.replace(QLatin1String("\""), QLatin1String("\"\"")) + QLatin1Char('"');
    return text;
}

} // namespace

QByteArray csvLine(const QStringList& cells)
{
    QStringList fields;
    for (const QString& cell : cells)
        fields << quotedWhereNeeded(cell);
    return (fields.join(QLatin1Char(',')) + QStringLiteral("\r\n")).toUtf8();
}

Result<void> writeCsv(const QAbstractItemModel& model, const QString& path)
{
    QSaveFile file(path);
    const auto problem = [&] {
        return Error{ErrorCode::FileUnwritable, path.toStdString(), file.errorString().toStdString()};
    };
    if (!file.open(QIODevice::WriteOnly))
        return problem();
    for (int r = -1; r < model.rowCount(); ++r) {
        QStringList cells;
        for (int c = 0; c < model.columnCount(); ++c)
            cells << (r < 0 ? model.headerData(c, Qt::Horizontal).toString().simplified()
                            : model.index(r, c).data().toString());
        file.write(csvLine(cells));
    }
    if (!file.commit())
        return problem();
    return {};
}

} // namespace antecedent::app
