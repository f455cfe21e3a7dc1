// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/pdf/pdf_renderer.h"

#include "model/base/phrase.h"
#include "model/report/pdf/page_flow.h"
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

Result<RenderedPdf> paintDocument(const ReportDocument& document)
{
    const PdfFonts fonts;
    if (!fonts.isValid())
        return Error{ErrorCode::Internal, "report fonts", "the bundled fonts could not be loaded"};
    const std::vector<Piece> pieces = piecesOf(document, fonts, kWidth);
    const std::vector<PlacedPage> pages = breakIntoPages(pieces, kColumnHeight);

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
            painter.translate(kLeft, kTop);
            paintFrame(painter, fonts, document, page + 1, pages.size());
            for (const PlacedPiece& placed : pages[page])
                if (placed.piece->paint)
                    placed.piece->paint(painter, kHeaderHeight + placed.y);
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

} // namespace antecedent
