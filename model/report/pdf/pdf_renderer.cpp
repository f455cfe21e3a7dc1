// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/pdf/pdf_renderer.h"

#include "model/base/phrase.h"
#include "model/report/pdf/page_flow.h"
#include "model/report/pdf/page_images.h"
#include "model/report/pdf/pdf_blocks.h"
#include "model/report/pdf/pdf_text.h"
#include "model/report/pdf_file.h"

#include <QtCore/QBuffer>
#include <QtCore/QHashSeed>
#include <QtGui/QGuiApplication>
#include <QtGui/QPageLayout>
#include <QtGui/QPageSize>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>

// The resource lives in a static library: nobody refers to it but this call, which must stand outside of namespaces.
static void initialiseReportFonts()
{
    Q_INIT_RESOURCE(report_fonts);
}

namespace antecedent {

namespace {

constexpr double mm(double millimetres)
{
    return millimetres / 25.4 * 72 * kUnitsPerPoint;
}

constexpr double kPageWidth = mm(210);
constexpr double kPageHeight = mm(297);
constexpr double kLeft = mm(20);
constexpr double kTop = mm(19);
constexpr double kBottom = mm(17);
constexpr double kHeaderHeight = 22 * kUnitsPerPoint;
constexpr double kFooterHeight = 30 * kUnitsPerPoint;
constexpr double kWidth = kTextWidth * kUnitsPerPoint;
constexpr double kColumnHeight = kPageHeight - kTop - kBottom - kHeaderHeight - kFooterHeight;

// Qt writes the fonts of a document in the order of a hash table whose seed is random per process.
class FixedHashOrder
{
public:
    FixedHashOrder() { QHashSeed::setDeterministicGlobalSeed(); }
    ~FixedHashOrder() { QHashSeed::resetRandomGlobalSeed(); }
    FixedHashOrder(const FixedHashOrder&) = delete;
    FixedHashOrder& operator=(const FixedHashOrder&) = delete;
};

void dropMessage(QtMsgType, const QMessageLogContext&, const QString&) { }

// Qt's own remarks on a system without runtime folder or fonts do not belong on a user's terminal.
class QuietQt
{
public:
    QuietQt()
        : m_previous(qInstallMessageHandler(dropMessage))
    {
    }
    ~QuietQt() { qInstallMessageHandler(m_previous); }
    QuietQt(const QuietQt&) = delete;
    QuietQt& operator=(const QuietQt&) = delete;

private:
    QtMessageHandler m_previous;
};

// A QGuiApplication without display for programs that have none.
struct OffscreenApplication
{
    QuietQt quiet;
    int argc = 3;
    char name[11] = "antecedent";
    char option[10] = "-platform";
    char platform[10] = "offscreen";
    char* argv[4] = {name, option, platform, nullptr};
    QGuiApplication application{argc, argv};
};

void paintRight(QPainter& painter, const PdfFonts& fonts, const std::string& text, double size, double right, double y)
{
    const Run run{text, RunStyle::Plain};
    fonts.draw(painter, QPointF(right - fonts.width(run, size), y), run, size);
}

void paintFrame(
    QPainter& painter, const PdfFonts& fonts, const ReportDocument& document, std::size_t page, std::size_t pages)
{
    const QColor grey(0x33, 0x33, 0x33);
    const double unit = kUnitsPerPoint;
    painter.setPen(grey);
    fonts.draw(painter, QPointF(0, 8 * unit), Run{document.headerLeft, RunStyle::Plain}, 8.3);
    paintRight(painter, fonts, document.headerRight, 8.3, kWidth, 8 * unit);
    painter.setPen(QPen(Qt::black, 0.6 * unit, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(0, 13 * unit), QPointF(kWidth, 13 * unit));
    const double top = kHeaderHeight + kColumnHeight + 9 * unit;
    painter.setPen(QPen(QColor(0xA6, 0xA6, 0xA6), 0.5 * unit, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(0, top), QPointF(kWidth, top));
    painter.setPen(grey);
    double y = top + 9.5 * unit;
    for (const std::string& line : document.footerLeft) {
        fonts.draw(painter, QPointF(0, y), Run{line, RunStyle::Plain}, 7);
        y += 9.5 * unit;
    }
    paintRight(painter, fonts, document.footerRight, 7, kWidth, top + 9.5 * unit);
    const std::string number = fillPlaces(document.pageWords, {std::to_string(page), std::to_string(pages)});
    paintRight(painter, fonts, number, 7, kWidth, top + 19 * unit);
}

// A document broken into pages.
struct LaidOut
{
    PdfFonts fonts;
    std::vector<Piece> pieces;
    std::vector<PlacedPage> pages;
};

Result<std::unique_ptr<LaidOut>> layOutPages(const ReportDocument& document)
{
    auto out = std::make_unique<LaidOut>();
    if (!out->fonts.isValid())
        return Error{ErrorCode::Internal, "report fonts", "the bundled fonts could not be loaded"};
    out->pieces = piecesOf(document, out->fonts, kWidth);
    out->pages = breakIntoPages(out->pieces, kColumnHeight);
    return out;
}

// The painter's origin is the corner of the paper.
void paintPage(QPainter& painter, const ReportDocument& document, const LaidOut& laidOut, std::size_t page)
{
    painter.translate(kLeft, kTop);
    paintFrame(painter, laidOut.fonts, document, page + 1, laidOut.pages.size());
    for (const PlacedPiece& placed : laidOut.pages[page])
        if (placed.piece->paint)
            placed.piece->paint(painter, kHeaderHeight + placed.y);
}

Result<RenderedPdf> paintDocument(const ReportDocument& document)
{
    const Result<std::unique_ptr<LaidOut>> made = layOutPages(document);
    if (!made)
        return made.error();
    const LaidOut& laidOut = **made;
    const std::vector<PlacedPage>& pages = laidOut.pages;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
        writer.setResolution(static_cast<int>(72 * kUnitsPerPoint));
        writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
        writer.setDocumentXmpMetadata(QByteArray("x")); // replaced below
        QPainter painter;
        if (!painter.begin(&writer))
            return Error{ErrorCode::Internal, "report", "the PDF could not be begun"};
        for (std::size_t page = 0; page < pages.size(); ++page) {
            if (page > 0)
                writer.newPage();
            painter.resetTransform();
            paintPage(painter, document, laidOut, page);
        }
        painter.end();
    }
    const PdfProperties properties{
        document.title, document.subject, document.creator, document.created, document.twinDigest, document.twinName};
    Result<std::string> file =
        withProperties(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())), properties);
    if (!file)
        return file.error();
    return RenderedPdf{std::move(*file), static_cast<int>(pages.size())};
}

} // namespace

Result<RenderedPdf> renderPdf(const ReportDocument& document)
{
    std::unique_ptr<OffscreenApplication> own;
    if (QCoreApplication::instance() == nullptr)
        own = std::make_unique<OffscreenApplication>();
    else if (qobject_cast<QGuiApplication*>(QCoreApplication::instance()) == nullptr)
        return Error{ErrorCode::Internal, "report", "a PDF needs a QGuiApplication"};
    initialiseReportFonts();
    const FixedHashOrder fixedOrder;
    return paintDocument(document);
}

Result<PageImages> paintPages(const ReportDocument& document, std::size_t first, std::size_t count, int width)
{
    if (qobject_cast<QGuiApplication*>(QCoreApplication::instance()) == nullptr)
        return Error{ErrorCode::Internal, "report", "pages need a QGuiApplication"};
    initialiseReportFonts();
    const Result<std::unique_ptr<LaidOut>> made = layOutPages(document);
    if (!made)
        return made.error();
    constexpr int kWidest = 4000;
    const int pixels = std::clamp(width, 1, kWidest);
    PageImages out;
    out.pages = (*made)->pages.size();
    out.first = std::min(first, out.pages);
    for (std::size_t page = out.first; page < std::min(out.pages, out.first + count); ++page) {
        QImage image(pixels, static_cast<int>(std::lround(pixels * kPageAspect)), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
        painter.scale(pixels / kPageWidth, pixels / kPageWidth);
        paintPage(painter, document, **made, page);
        painter.end();
        out.images.push_back(std::move(image));
    }
    return out;
}

} // namespace antecedent
