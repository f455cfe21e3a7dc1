// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The questions before an import that can't be guessed: which zone local times are in, which date order where a column
// leaves both open, and what the export itself stated. Threads: GUI.

#include "importers/pipeline/import_sources.h"

#include <QDialog>

class QComboBox;
class QPlainTextEdit;

namespace antecedent::app {

class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    // `siteZone`: proposed for local times; may be empty.
    ImportDialog(const QStringList& paths, const QString& siteZone, QWidget* parent = nullptr);
    importers::ImportOptions options() const;

private:
    QComboBox* m_zone;
    QComboBox* m_dateOrder;
    QPlainTextEdit* m_statement;
};

} // namespace antecedent::app
