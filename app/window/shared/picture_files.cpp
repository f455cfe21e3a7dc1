// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/shared/picture_files.h"

#include "widgets/common/svg_device.h"
#include "widgets/common/text.h"

#include <QBuffer>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr double kDpi = 96; // a pixel of the window
constexpr double kPointsPerInch = 72;

QByteArray pngOf(const Picture& picture)
{
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    imageOf(picture).save(&bytes, "PNG");
    return bytes.data();
}

QByteArray svgOf(const Picture& picture)
{
    SvgDevice device(picture.size, picture.title);
    QPainter painter(&device);
    picture.paint(painter);
    painter.end();
    return device.bytes();
}

QByteArray pdfOf(const Picture& picture)
{
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    QPdfWriter writer(&bytes);
    writer.setTitle(picture.title);
    writer.setCreator(QStringLiteral("Antecedent"));
    writer.setResolution(static_cast<int>(kDpi));
    writer.setPageSize(QPageSize(QSizeF(picture.size) * kPointsPerInch / kDpi, QPageSize::Point));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    QPainter painter(&writer);
    picture.paint(painter);
    painter.end();
    return bytes.data();
}

} // namespace

QImage imageOf(const Picture& picture)
{
    constexpr double kScale = 2; // legible in print
    QImage image(picture.size * kScale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(kScale);
    QPainter painter(&image);
    picture.paint(painter);
    return image;
}

Result<void> savePicture(const Picture& picture, const QString& format, const QString& path)
{
    const QByteArray bytes = format == QLatin1String("svg") ? svgOf(picture)
        : format == QLatin1String("pdf")                    ? pdfOf(picture)
                                                            : pngOf(picture);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::FileUnwritable, toUtf8(path), toUtf8(file.errorString())};
    return {};
}

} // namespace antecedent::app
