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
        return shown(lines);
    }
    static std::string readUnknown(std::string_view bytes, std::size_t first, std::size_t next)
    {
        test::PiecewiseSource source(bytes, first, next);
        LineReader lines(source);
        return shown(lines);
    }
    static std::string shown(LineReader& lines)
    {
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

    void anEncodingThatNobodyStates_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("lines");
        const QString twice = QStringLiteral("1:Zustandsänderung\n2:Zustandsänderung\n");
        QTest::newRow("each line its own") << QByteArray("Zustands\xE4nderung\nZustands\xC3\xA4nderung") << twice;
        QTest::newRow("UTF-8 by its mark")
            << QByteArray("\xEF\xBB\xBFGMT\n\r\nb\r") << QStringLiteral("1:GMT\n2:\n3:b\n");
        QTest::newRow("UTF-16 LE by its mark")
            << QByteArray("\xFF\xFE\x61\0\x0D\0\x0A\0\xE4\0\x0A\0", 12) << QStringLiteral("1:a\n2:ä\n");
        QTest::newRow("UTF-16 BE by its mark")
            << QByteArray("\xFE\xFF\0\x61\0\x0A\0\xE4", 8) << QStringLiteral("1:a\n2:ä\n");
        QTest::newRow("shorter than a mark") << QByteArray("a") << QStringLiteral("1:a\n");
        QTest::newRow("a mark alone") << QByteArray("\xEF\xBB\xBF") << QString();
        QTest::newRow("nothing") << QByteArray() << QString();
    }
    void anEncodingThatNobodyStates()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, lines);
        for (std::size_t first = 1; first <= static_cast<std::size_t>(bytes.size()) + 1; ++first)
            for (const std::size_t next : {1U, 2U, 3U})
                QCOMPARE(readUnknown(bytes.toStdString(), first, next), lines.toStdString());
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
