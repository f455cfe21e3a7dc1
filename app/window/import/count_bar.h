// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rows of a file as one bar: stored, rejected, repeated. A part that is not empty is at least two pixels wide. Threads:
// GUI.

#include <QWidget>

#include <cstdint>

namespace antecedent::app {

class CountBar : public QWidget
{
    Q_OBJECT

public:
    explicit CountBar(QWidget* parent = nullptr);
    void setCounts(std::uint64_t stored, std::uint64_t rejected, std::uint64_t repeated);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::uint64_t m_stored = 0;
    std::uint64_t m_rejected = 0;
    std::uint64_t m_repeated = 0;
};

} // namespace antecedent::app
