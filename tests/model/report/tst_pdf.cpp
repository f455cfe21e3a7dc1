// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/pdf/line_breaker.h"
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
        const auto header = std::make_shared<Piece>(Piece{0, 10, true, false, {}, {}, false});
        std::vector<Piece> pieces;
        for (int i = 0; i < 12; ++i)
            pieces.push_back(Piece{0, 10, i == 8, false, {}, i > 8 ? header : nullptr, false});
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
        const std::vector<Piece> pieces{
            Piece{0, 500, true, false, {}, {}, false}, Piece{0, 10, false, false, {}, {}, false}};
        QCOMPARE(breakIntoPages(pieces, 100).size(), 2U);
        QCOMPARE(breakIntoPages({}, 100).size(), 1U);
    }

    void whatFollowsAFigureFillsThePageThatItDoesNotFit()
    {
        const auto header = std::make_shared<Piece>(Piece{0, 10, true, false, {}, {}, false});
        std::vector<Piece> pieces{Piece{0, 50, false, false, {}, {}, false}, Piece{0, 60, true, false, {}, {}, true},
            Piece{5, 10, false, false, {}, {}, false}}; // a figure and its caption
        for (int i = 0; i < 6; ++i)
            pieces.push_back(Piece{0, 10, false, false, {}, header, false});
        const std::vector<PlacedPage> pages = breakIntoPages(pieces, 100);
        QCOMPARE(pages.size(), 2U);
        QCOMPARE(pages[0].size(), 6U); // the text before, five rows after it
        QCOMPARE(pages[0].back().piece, &pieces[7]);
        QCOMPARE(pages[1][0].piece, &pieces[1]);
        QCOMPARE(pages[1][1].piece, &pieces[2]);
        QCOMPARE(pages[1][2].piece, header.get()); // the table goes on below the figure
        QCOMPARE(pages[1][3].piece, &pieces[8]);
        QCOMPARE(pages[1][3].y, 85.0);
        // A page break does not leave the figure behind.
        pieces[3].startsPage = true;
        const std::vector<PlacedPage> broken = breakIntoPages(pieces, 100);
        QCOMPARE(broken.size(), 3U);
        QCOMPARE(broken[1].size(), 2U);
        QCOMPARE(broken[2].front().piece, header.get());
    }

    void linesEndBetweenWordsAndCutOnlyWhatIsTooLong()
    {
        const auto linesOf = [](const char* utf8, double width) {
            const QString text = QString::fromUtf8(utf8);
            QStringList lines;
            qsizetype from = 0;
            for (const LineBreak& each : lineBreaks(
                     text, [](qsizetype) { return 1.0; }, width)) {
                lines << text.mid(from, each.at - from);
                from = each.at + (each.isSpace ? 1 : 0);
            }
            lines << text.mid(from);
            return lines;
        };
        QCOMPARE(linesOf("on TAB-420-FDR now", 12), QStringList({"on", "TAB-420-FDR", "now"}));
        QCOMPARE(linesOf("all weigh 97 % here", 12), QStringList({"all weigh", "97 % here"}));
        QCOMPARE(linesOf("with p = 0.0012 it", 8), QStringList({"with", "p =", "0.0012", "it"})); // no other way
        QCOMPARE(linesOf("exact p = 0.0012", 12), QStringList({"exact", "p = 0.0012"}));
        QCOMPARE(linesOf("alarm:FEEDER_TORQUE_HIGH @ X", 20), QStringList({"alarm:FEEDER_TORQUE_", "HIGH @ X"}));
        QCOMPARE(linesOf("0123456789abcdef", 6), QStringList({"012345", "6789ab", "cdef"}));
        QCOMPARE(linesOf("", 6), QStringList({""}));
        QCOMPARE(linesOf("ab", 0.5), QStringList({"a", "b"}));
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
