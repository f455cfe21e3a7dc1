// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the texts of a column mean in the canonical table: each text with its count, and what it becomes. Threads: GUI.

#include "importers/proposal/mapping_edit.h"

#include <QDialog>

class QTableWidget;

namespace antecedent::app {

class ValueMapDialog : public QDialog
{
    Q_OBJECT

public:
    ValueMapDialog(const std::vector<importers::ValueCount>& values, const importers::ValueMap& map,
        const QString& target, QWidget* parent = nullptr);
    importers::ValueMap map() const;

private:
    importers::ValueMap m_before;
    QTableWidget* m_table;
};

} // namespace antecedent::app
