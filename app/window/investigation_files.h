// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// New investigations, the sample, and what an import says when it is done. Threads: the dialog in the GUI, the rest
// anywhere.

#include "importers/pipeline/import_sources.h"

#include <QString>

#include <optional>

class QWidget;

namespace antecedent::app {

struct NewInvestigation
{
    QString path;
    QString title;
    QString siteZone; // IANA name
};

std::optional<NewInvestigation> askForNewInvestigation(QWidget* parent);
Result<void> createInvestigation(const NewInvestigation& wanted);

// The bundled sample as an investigation in the user's data folder, made on first use; its path.
Result<QString> makeSample(const std::stop_token& stop, const ProgressFn& progress);

// One or two sentences: sources, rows stored and rejected, what was not imported and why.
QString importText(const importers::ImportSummary& summary);

} // namespace antecedent::app
