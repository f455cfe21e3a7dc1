// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/text/line_reader.h"

#include "tests/importers/support/read_text.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;

class TestLineReader : public QObject
{
    Q_OBJECT

private:
    static std::string read(std::string_view bytes, Encoding encoding = Encoding::Utf8, std::size_t piece = 1U << 20U)
    {
        test::PiecewiseSource source(bytes, piece, piece);
        LineReader lines(source, encoding);
        std::string out;
        while (*lines.next())
            out += std::to_string(lines.number()) + ":" + std::string(lines.line()) + (lines.isCut() ? "!" : "") + "\n";
        return out;
    }

private Q_SLOTS:
    void allLineBreaks()
    {
        for (const std::size_t piece : {1U, 2U, 3U, 100U}) {
            QCOMPARE(read("a\nb\r\nc\rd\r\r\ne", Encoding::Utf8, piece), std::string("1:a\n2:b\n3:c\n4:d\n5:e\n"));
            QCOMPARE(read("a\n\nb\n", Encoding::Utf8, piece), std::string("1:a\n2:\n3:b\n"));
        }
        QCOMPARE(read(""), std::string());
        QCOMPARE(read("\n"), std::string("1:\n"));
    }

    void encodings()
    {
        QCOMPARE(read("\xEF\xBB\xBF"
                      "ä\n"),
            std::string("1:ä\n"));
        QCOMPARE(read("\xE4\nb", Encoding::Windows1252), std::string("1:ä\n2:b\n"));
        QCOMPARE(
            read(std::string_view("\xFF\xFE|\0a\0\r\0\n\0b\0", 12), Encoding::Utf16Le), std::string("1:|a\n2:b\n"));
    }

    void endlessLinesAreCut()
    {
        const std::string text = std::string(3 * LineReader::kMostBytes, 'x') + "\nb\n";
        MemorySource source(text);
        LineReader lines(source, Encoding::Utf8);
        QVERIFY(*lines.next());
        QVERIFY(lines.isCut());
        QCOMPARE(lines.line().size(), LineReader::kMostBytes);
        QVERIFY(*lines.next());
        QCOMPARE(lines.line(), std::string_view("b"));
        QVERIFY(!lines.isCut());
        QVERIFY(!*lines.next());
    }
};

QTEST_GUILESS_MAIN(TestLineReader)
#include "tst_line_reader.moc"
