// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A picture as an SVG 1.1 file: what the painter of a view draws, as shapes and text that any viewer shows and any
// drawing program edits. Lengths are pixels at 96 dpi. Fills are solid or patterns; a gradient (no view has one)
// becomes its first colour. Equal painting gives equal bytes. Threads: that of the painter, no widget needed.

#include <QByteArray>
#include <QPaintDevice>
#include <QSize>
#include <QString>

#include <memory>

namespace antecedent::widgets {

class SvgEngine;

class SvgDevice final : public QPaintDevice
{
public:
    SvgDevice(QSize size, QString title);
    ~SvgDevice() override;
    SvgDevice(const SvgDevice&) = delete;
    SvgDevice& operator=(const SvgDevice&) = delete;
    SvgDevice(SvgDevice&&) = delete;
    SvgDevice& operator=(SvgDevice&&) = delete;

    // The whole file, after the painter has ended; UTF-8.
    QByteArray bytes() const;

    QPaintEngine* paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    QSize m_size;
    std::unique_ptr<SvgEngine> m_engine;
};

} // namespace antecedent::widgets
