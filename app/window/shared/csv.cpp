// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/shared/csv.h"

#include "model/base/csv_guard.h"
#include "model/base/text.h"

#include <QAbstractItemModel>
#include <QSaveFile>
#include <QStringList>

namespace antecedent::app {

QByteArray csvLine(const QStringList& cells)
{
    std::string line;
    for (const QString& cell : cells) {
        if (&cell != &cells.front())
            line += ',';
        appendCsvField(line, guardedCell(cell.toStdString()));
    }
    return QByteArray::fromStdString(line + "\r\n");
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
