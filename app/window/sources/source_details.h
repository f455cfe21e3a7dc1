// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everything that is known of one source: identity, how it was read, what it became, what its export said of itself.
// Threads: GUI.

#include "widgets/common/site_time.h"
#include "widgets/document/investigation_data.h"

#include <QScrollArea>

class QFormLayout;
class QLabel;

namespace antecedent::app {

class SourceDetails : public QScrollArea
{
    Q_OBJECT

public:
    explicit SourceDetails(QWidget* parent = nullptr);
    // nullptr: none. `replaced`: by which newer version, in words; empty: it counts as it is.
    void setSource(const StoredSource* source, const widgets::SiteTime& times, const QString& replaced);

private:
    void add(const QString& name, const QString& value, bool isFixedPitch = false);

    QLabel* m_title;
    QFormLayout* m_form;
};

} // namespace antecedent::app
