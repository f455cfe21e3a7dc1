// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/text/encoding.h"

#include "importers/text/text_source.h"

#include <QTest>

using namespace antecedent::importers;

namespace {

std::string decodeInPieces(Encoding encoding, std::string_view bytes, std::size_t piece)
{
    Decoder decoder(encoding);
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += piece)
        decoder.decode(bytes.substr(at, piece), at + piece >= bytes.size(), out);
    return out;
}

std::string utf16(const QString& text, bool little)
{
    std::string out;
    for (const QChar c : text) {
        const char low = static_cast<char>(c.unicode() & 0xFFU);
        const char high = static_cast<char>(c.unicode() >> 8U);
        out += little ? low : high;
        out += little ? high : low;
    }
    return out;
}

} // namespace

class TestEncoding : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void detects_data();
    void detects();
    void decodesPiecewise();
    void marksWhatIsNoText();
    void knowsPlainText();
    void decodesAStoredSource();
    void namesRoundTrip();
};

void TestEncoding::detects_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("bom");
    QTest::newRow("ASCII") << QByteArray("a,b\n1,2\n") << QByteArray("utf-8") << 0;
    QTest::newRow("UTF-8") << QByteArray("\xC3\xA4,b\n") << QByteArray("utf-8") << 0;
    QTest::newRow("UTF-8 with mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a,b\n")
                                     << QByteArray("utf-8") << 3;
    QTest::newRow("UTF-16LE with mark") << QByteArray("\xFF\xFE"
                                                      "a\0",
        4) << QByteArray("utf-16le") << 2;
    QTest::newRow("UTF-16BE with mark") << QByteArray("\xFE\xFF\0a", 4) << QByteArray("utf-16be") << 2;
    QTest::newRow("UTF-16LE without mark") << QByteArray("a\0,\0b\0\n\0", 8) << QByteArray("utf-16le") << 0;
    QTest::newRow("UTF-16BE without mark") << QByteArray("\0a\0,\0b\0\n", 8) << QByteArray("utf-16be") << 0;
    QTest::newRow("Windows-1252") << QByteArray("R\xFChrer;gr\xF6\xDF"
                                                "er;\x80 5\n")
                                  << QByteArray("windows-1252") << 0;
    QTest::newRow("ISO-8859-2") << QByteArray("\xE8rpalka;ohi\xB9je;zaga\xBE\n") << QByteArray("iso-8859-2") << 0;
    QTest::newRow("UTF-8 with one damaged row")
        << QByteArray("\xC3\xA4\xC3\xB6\xC3\xBC\xC3\x9F\xC3\xA4,b\n\xE4,c\n") << QByteArray("utf-8") << 0;
}

void TestEncoding::detects()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, name);
    QFETCH(int, bom);
    const EncodingGuess guess = detectEncoding(bytes.toStdString(), true);
    QCOMPARE(QByteArray(encodingName(guess.encoding)), name);
    QCOMPARE(static_cast<int>(guess.bomBytes), bom);
    QVERIFY(!guess.reason.empty());
}

void TestEncoding::decodesPiecewise()
{
    const QString text = QString::fromUtf8("Temp °C; größer; \xF0\x9F\x98\x80; maž");
    for (std::size_t piece = 1; piece < 9; ++piece) {
        QCOMPARE(decodeInPieces(Encoding::Utf16Le, utf16(text, true), piece), text.toStdString());
        QCOMPARE(decodeInPieces(Encoding::Utf16Be, utf16(text, false), piece), text.toStdString());
        QCOMPARE(decodeInPieces(Encoding::Windows1252,
                     "\x80 gr\xF6\xDF"
                     "er \xB0",
                     piece),
            std::string("€ größer °"));
        QCOMPARE(decodeInPieces(Encoding::Iso8859_2, "\xE8\xB9\xBE \xA9", piece), std::string("čšž Š"));
    }
}

void TestEncoding::marksWhatIsNoText()
{
    QCOMPARE(decodeInPieces(Encoding::Windows1252, "a\x81", 8), std::string("a\xFF"));
    QCOMPARE(decodeInPieces(Encoding::Utf16Le,
                 std::string("\x00\xD8"
                             "a\x00",
                     4),
                 8),
        std::string("\xFF"
                    "a"));
    QCOMPARE(decodeInPieces(Encoding::Utf16Le,
                 std::string("a\x00"
                             "b",
                     3),
                 8),
        std::string("a\xFF"));
    QCOMPARE(decodeInPieces(Encoding::Utf16Be, std::string("\xDC\x00", 2), 8), std::string("\xFF"));
}

void TestEncoding::knowsPlainText()
{
    for (std::size_t at = 0; at < 20; ++at) {
        std::string text(20, 'x');
        QVERIFY(isPlainText(text));
        text[at] = '\0';
        QVERIFY(!isPlainText(text));
        text[at] = '\x80';
        QVERIFY(!isPlainText(text));
    }
}

void TestEncoding::decodesAStoredSource()
{
    QCOMPARE(decodeText("\xEF\xBB\xBF"
                        "a,b",
                 "utf-8", "")
                 .value(),
        std::string("a,b"));
    QCOMPARE(decodeText(std::string("\xFF\xFE"
                                    "a\0",
                            4),
                 "utf-16le", "")
                 .value(),
        std::string("a"));
    QVERIFY(!decodeText("a", "ebcdic", "").has_value());
    QCOMPARE(decodeText("\x1F\x8B\x08"
                        "broken",
                 "utf-8", "gzip")
                 .error()
                 .code,
        antecedent::ErrorCode::CorruptInput);
}

void TestEncoding::namesRoundTrip()
{
    for (const Encoding e :
        {Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1252, Encoding::Iso8859_2})
        QVERIFY(encodingFromName(encodingName(e)) == e);
    QVERIFY(!encodingFromName("latin").has_value());
}

QTEST_GUILESS_MAIN(TestEncoding)
#include "tst_encoding.moc"
