// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/text/tokenizer.h"

#include "importers/text/text_source.h"
#include "tests/importers/support/read_text.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;

namespace {

// Rows as "line:field|field", flawed ones as "line!flaw@column".
std::string rowsOf(std::string_view text, std::size_t firstPiece, std::size_t blockBytes, char delimiter = ',')
{
    test::PiecewiseSource bytes(text, firstPiece, blockBytes);
    TextSource source(bytes, {Encoding::Utf8, delimiter, '"'}, blockBytes);
    std::string out;
    RowBlock block;
    for (;;) {
        const Result<bool> more = source.next(block);
        if (!more || !*more)
            return out;
        for (const RowBlock::Row& row : block.rows) {
            out += std::to_string(row.line) + "+" + std::to_string(block.byteOffset + row.begin);
            if (row.flaw != RowFlaw::None)
                out += "!" + std::to_string(static_cast<int>(row.flaw)) + "@" + std::to_string(row.flawColumn);
            for (std::size_t c = 0; c < row.fieldCount; ++c)
                out += (c == 0 ? ":" : "|") + std::string(block.field(row, c));
            out += ";";
        }
    }
}

} // namespace

class TestTokenizer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cutsRows_data();
    void cutsRows();
    void doesNotDependOnThePieces_data() { cutsRows_data(); }
    void doesNotDependOnThePieces();
    void resumesBehindAFieldThatIsTooLarge();
    void cutsOffALineWithoutEnd();
};

void TestTokenizer::cutsRows_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("rows");
    const auto row = [](const char* name, const QByteArray& text, const char* rows) {
        QTest::newRow(name) << text << QByteArray(rows);
    };
    row("plain", "a,b\nc,d\n", "1+0:a|b;2+4:c|d;");
    row("no line break at the end", "a,b\nc,d", "1+0:a|b;2+4:c|d;");
    row("CR LF", "a,b\r\nc,d\r\n", "1+0:a|b;2+5:c|d;");
    row("CR", "a,b\rc,d\r", "1+0:a|b;2+4:c|d;");
    row("CR CR LF", "a,b\r\r\nc,d\r\r\n", "1+0:a|b;2+6:c|d;");
    row("blank lines", "a,b\n\n  \nc,d\n\n", "1+0:a|b;4+8:c|d;");
    row("lines of delimiters only", "a,b\n,\nc,d\n", "1+0:a|b;3+6:c|d;");
    row("empty fields", ",b\na,\n", "1+0:|b;2+3:a|;");
    row("quoted delimiter", "\"a,1\",b\n", "1+0:a,1|b;");
    row("quoted line breaks", "\"a\nx\r\ny\",b\nc,d\n", "1+0:a\nx\r\ny|b;4+11:c|d;");
    row("doubled quotes", "\"a \"\"b\"\"\",c\n\"\"\"\",\"\"\n", "1+0:a \"b\"|c;2+12:\"|;");
    row("quote inside a field", "5\" pipe,b\n", "1+0:5\" pipe|b;");
    row("text behind the closing quote", "\"a\"x,b\n", "1+0:ax|b;");
    row("quote never closed spoils its line only", "a,b\nc,\"d\ne,f\n", "1+0:a|b;2+4!2@2;3+9:e|f;");
    row("quote never closed in the last line", "a,b\nc,\"d", "1+0:a|b;2+4!2@2;");
    row("bytes that are not UTF-8", "a,b\nc,\xE4\ne,f\n", "1+0:a|b;2+4!1@2:c|\xE4;3+8:e|f;");
    row("NUL", QByteArray("a,b\nc,\0\ne,f\n", 12), "1+0:a|b;2+4!1@2:c|");
    row("UTF-8 letters", "\xC3\xA4,b\n", "1+0:\xC3\xA4|b;");
    row("byte order mark",
        "\xEF\xBB\xBF"
        "a,b\n",
        "1+0:a|b;");
    row("nothing", "", "");
    row("line breaks only", "\n\r\n\r", "");
    row("a row of 70 fields", QByteArray("x,").repeated(70) + "y\n", "1+0:x|x|x|");
}

void TestTokenizer::cutsRows()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, rows);
    const std::string got = rowsOf(text.toStdString(), 1U << 20U, 1U << 16U);
    if (QByteArray::fromStdString(got).startsWith(rows) && !rows.isEmpty())
        return;
    QCOMPARE(QByteArray::fromStdString(got), rows);
}

void TestTokenizer::doesNotDependOnThePieces()
{
    QFETCH(QByteArray, text);
    const std::string bytes = text.toStdString();
    const std::string whole = rowsOf(bytes, 1U << 20U, 1U << 16U);
    for (std::size_t cut = 1; cut <= bytes.size(); ++cut)
        for (const std::size_t block : {std::size_t{1}, std::size_t{3}, cut})
            QCOMPARE(rowsOf(bytes, cut, block), whole);
}

void TestTokenizer::resumesBehindAFieldThatIsTooLarge()
{
    const std::string big(Tokenizer::kMaxField + 10, 'x');
    const std::string open = "a,b\nc,\"" + big + "\nd,e\n";
    for (const std::size_t block : {std::size_t{1000}, std::size_t{65536}, std::size_t{1} << 22U}) {
        const std::string rows = rowsOf(open, block, block);
        QCOMPARE(rows, "1+0:a|b;2+4!3@2;3+" + std::to_string(open.size() - 4) + ":d|e;");
        const std::string plain = "a,b\nc," + big + "\nd,e\n";
        QCOMPARE(rowsOf(plain, block, block), "1+0:a|b;2+4!3@2;3+" + std::to_string(plain.size() - 4) + ":d|e;");
    }
}

void TestTokenizer::cutsOffALineWithoutEnd()
{
    const std::string text = "a,b\n" + std::string(Tokenizer::kMaxRow + 3 * Tokenizer::kMaxField, 'x') + "\nd,e\n";
    for (const std::size_t block : {std::size_t{65536}, std::size_t{1} << 22U, std::size_t{1} << 26U}) {
        const std::string rows = rowsOf(text, block, block);
        QCOMPARE(rows, "1+0:a|b;2+4!3@1;3+" + std::to_string(text.size() - 4) + ":d|e;");
    }
}

QTEST_GUILESS_MAIN(TestTokenizer)
#include "tst_tokenizer.moc"
