// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a view shows as a file, exactly as seen: PNG (two pixels per unit), SVG, or a PDF page of the same size with its
// fonts. Error: FileUnwritable. Threads: GUI.

#include "model/base/result.h"

#include <QSize>
#include <QString>

#include <functional>

class QImage;
class QPainter;

namespace antecedent::app {

struct Picture
{
    QSize size; // device-independent pixels
    QString title;
    std::function<void(QPainter&)> paint;
};

QImage imageOf(const Picture& picture);
// `format`: png, svg or pdf.
Result<void> savePicture(const Picture& picture, const QString& format, const QString& path);

} // namespace antecedent::app
