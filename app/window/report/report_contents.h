// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a report is like: its language, remembered between runs and else that of the window, and which figures it has. A
// figure that is left out is named in the report; what speaks against a cause can't be left out. Threads: GUI.

#include "model/report/compose/report_inputs.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;

namespace antecedent::app {

class ReportContents : public QWidget
{
    Q_OBJECT

public:
    explicit ReportContents(QWidget* parent = nullptr);

    std::string language() const; // "en", "de"
    std::vector<ReportFigure> leftOut() const;

Q_SIGNALS:
    void changed();

private:
    QComboBox* m_language;
    std::vector<QCheckBox*> m_figures; // as kReportFigures
};

} // namespace antecedent::app
