// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sequences/sequence_files.h"

#include "widgets/common/svg_device.h"
#include "widgets/common/text.h"
#include "widgets/sequence/sequence_painting.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSaveFile>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr double kImageScale = 2; // device pixels: legible in print

void paint(QPaintDevice& device, const SequencePicture& picture, const QString& foot, double scale)
{
    QPainter painter(&device);
    painter.scale(scale, scale);
    paintSequences(painter, picture, {}, {}, foot, Theme::Light);
}

QByteArray pictureBytes(const Sequences& answer, const QString& foot, bool isSvg)
{
    const SequenceChoice none;
    const SequenceLit all;
    const QSize size = SequencePainting(*answer.picture, none, all, Theme::Light).size().toSize();
    if (isSvg) {
        SvgDevice svg(size, toQString(answer.asked.snapshot->failures[answer.asked.failure].id));
        paint(svg, *answer.picture, foot, 1);
        return svg.bytes();
    }
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    QImage image(size * kImageScale, QImage::Format_ARGB32_Premultiplied);
    paint(image, *answer.picture, foot, kImageScale);
    image.save(&bytes, "PNG");
    return bytes.data();
}

QByteArray graphBytes(const Sequences& answer, const QString& format)
{
    const SequenceGraph& graph = *answer.picture->graph;
    const std::string text = format == QLatin1String("dot") ? toDot(graph)
        : format == QLatin1String("graphml")                ? toGraphMl(graph)
                                                            : toJson(graph, graph.paths(answer.support));
    return QByteArray::fromStdString(text);
}

} // namespace

Result<void> saveSequences(const Sequences& answer, const QString& foot, const QString& format, const QString& path)
{
    const bool isSvg = format == QLatin1String("svg");
    const bool isPicture = isSvg || format == QLatin1String("png");
    const QByteArray bytes = isPicture ? pictureBytes(answer, foot, isSvg) : graphBytes(answer, format);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::FileUnwritable, toUtf8(path), toUtf8(file.errorString())};
    return {};
}

} // namespace antecedent::app
