// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The finding in words with an edge at its left, in failure colour where an asset contributed. Threads: GUI.

#include <QLabel>

namespace antecedent::app {

class FindingLabel : public QLabel
{
    Q_OBJECT

public:
    using QLabel::QLabel;
    void setStrong(bool isStrong);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_isStrong = false;
};

} // namespace antecedent::app
