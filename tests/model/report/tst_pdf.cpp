// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/pdf/page_flow.h"
#include "model/report/pdf/pdf_renderer.h"
#include "model/report/pdf_file.h"

#include "tests/model/report/sample_document.h"

#include <QtGui/QFontDatabase>
#include <QtGui/QFontMetricsF>
#include <QtTest/QtTest>

#include <regex>

namespace antecedent {

namespace {

std::size_t countOf(const std::string& text, const std::string& word)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
        ++count;
    return count;
}

} // namespace

class TestPdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isPdfA1bWithEmbeddedFontsAndNoTransparency()
    {
        const Result<RenderedPdf> pdf = renderPdf(tests::sampleDocument());
        QVERIFY(pdf);
        const std::string& bytes = pdf->bytes;
        QVERIFY(bytes.starts_with("%PDF-1.4\n"));
        QCOMPARE(countOf(bytes, "<pdfaid:part>1</pdfaid:part>"), 1U);
        QCOMPARE(countOf(bytes, "<pdfaid:conformance>B</pdfaid:conformance>"), 1U);
        QCOMPARE(countOf(bytes, "/GTS_PDFA1"), 1U);
        QCOMPARE(
            countOf(bytes, "/Type /Page\n") + countOf(bytes, "/Type /Page "), static_cast<std::size_t>(pdf->pages));
        QVERIFY(pdf->pages >= 3);
        QVERIFY(countOf(bytes, "/FontFile2") >= 3); // regular, semibold, fixed pitch
        QCOMPARE(countOf(bytes, "/FontDescriptor "), countOf(bytes, "/FontFile2"));
        QCOMPARE(countOf(bytes, "/SMask"), countOf(bytes, "/SMask /None"));
        QCOMPARE(countOf(bytes, "/EmbeddedFile"), 0U);
        QCOMPARE(countOf(bytes, "/Transparency"), 0U);
        const std::regex alpha("/(ca|CA) ([0-9.]+)");
        for (auto it = std::sregex_iterator(bytes.begin(), bytes.end(), alpha); it != std::sregex_iterator(); ++it)
            QCOMPARE((*it)[2].str(), std::string("1.0"));
    }

    void givesEqualBytesForEqualDocuments()
    {
        const Result<RenderedPdf> first = renderPdf(tests::sampleDocument());
        QTest::qWait(1100); // a clock would show
        const Result<RenderedPdf> second = renderPdf(tests::sampleDocument());
        QVERIFY(first && second);
        QVERIFY(first->bytes == second->bytes);
    }

    void carriesTwinDigestAndTitleInItsProperties()
    {
        ReportDocument document = tests::sampleDocument(1);
        document.title = "D\u00e9viation (\u4e2d) \U0001F600";
        const Result<RenderedPdf> pdf = renderPdf(document);
        QVERIFY(pdf);
        const Result<PdfProperties> properties = readProperties(pdf->bytes);
        QVERIFY(properties);
        QCOMPARE(properties->title, document.title);
        QCOMPARE(properties->twinDigest, document.twinDigest);
        QCOMPARE(properties->twinName, document.twinName);
        QVERIFY(pdf->bytes.find("/CreationDate (D:20250422091400Z)") != std::string::npos);
        QVERIFY(pdf->bytes.find("<xmp:CreateDate>2025-04-22T09:14:00Z</xmp:CreateDate>") != std::string::npos);
    }

    void refusesWhatIsNotAPdf()
    {
        QVERIFY(!readProperties("no PDF"));
        QVERIFY(!readProperties("%PDF-1.4\nxref\n0 99999999999\nstartxref\n9\n"));
        QVERIFY(!withProperties("", {}));
        const Result<RenderedPdf> pdf = renderPdf(tests::sampleDocument(1));
        QVERIFY(pdf);
        for (std::size_t cut = 0; cut < pdf->bytes.size(); cut += 997)
            QVERIFY(!readProperties(std::string_view(pdf->bytes).substr(0, cut)));
    }

    void keepsChainedPiecesTogetherAndRepeatsHeaders()
    {
        const auto header = std::make_shared<Piece>(Piece{0, 10, true, false, {}, {}});
        std::vector<Piece> pieces;
        for (int i = 0; i < 12; ++i)
            pieces.push_back(Piece{0, 10, i == 8, false, {}, i > 8 ? header : nullptr});
        const std::vector<PlacedPage> pages = breakIntoPages(pieces, 95);
        QCOMPARE(pages.size(), 2U);
        QCOMPARE(pages[0].size(), 8U); // the ninth goes with the tenth
        QCOMPARE(pages[1].front().piece, &pieces[8]);
        pieces[8].keepWithNext = false;
        const std::vector<PlacedPage> loose = breakIntoPages(pieces, 95);
        QCOMPARE(loose[0].size(), 9U);
        QCOMPARE(loose[1].front().piece, header.get());
        QCOMPARE(loose[1][1].y, 10.0);
    }

    void placesPiecesTallerThanAPage()
    {
        const std::vector<Piece> pieces{Piece{0, 500, true, false, {}, {}}, Piece{0, 10, false, false, {}, {}}};
        QCOMPARE(breakIntoPages(pieces, 100).size(), 2U);
        QCOMPARE(breakIntoPages({}, 100).size(), 1U);
    }

    void textWidthsAgreeWithTheFonts()
    {
        QVERIFY(renderPdf(tests::sampleDocument(1))); // loads the resources
        const int id = QFontDatabase::addApplicationFont(QStringLiteral(":/antecedent/fonts/NotoSans-Regular.ttf"));
        QFont font(QFontDatabase::applicationFontFamilies(id).value(0));
        font.setPixelSize(1000);
        font.setHintingPreference(QFont::PreferNoHinting);
        font.setKerning(false);
        const QString text = QStringLiteral("Alarm TI_HIGH, 36.9 mL/min (\u00b5\u00df) 0123456789");
        const double measured = QFontMetricsF(font).horizontalAdvance(text);
        QVERIFY(std::abs(textWidth(text.toStdString(), 1000) - measured) < measured * 0.01);
    }
};

} // namespace antecedent

QTEST_MAIN(antecedent::TestPdf)
#include "tst_pdf.moc"
