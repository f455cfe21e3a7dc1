// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/text/dialect.h"

#include "model/base/text.h"

#include <QTest>

using namespace antecedent::importers;

class TestDialect : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sniffs_data();
    void sniffs();
    void obeysWhatIsStated();
    void namesColumns();
    void tellsNamesFromData();
    void theHeadingIsFoundBelowTitlesThatAreAsWide();
};

void TestDialect::sniffs_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("form"); // delimiter, decimal mark, title rows, header joined by /
    const auto row = [](const char* name, const char* text, const char* form) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(form);
    };
    row("comma", "time,tag,value\n2026-01-01,T1,1.5\n", ", . 0 time/tag/value");
    row("semicolon with decimal comma", "a;b;c\n1,5;2,25;x\n3,5;4,75;y\n", "; , 0 a/b/c");
    row("tab", "a\tb\n1\t2\n", "\t . 0 a/b");
    row("bar", "a|b|c\n1|2|3\n", "| . 0 a/b/c");
    row("comma with quoted decimal commas", "a,b\nx,\"1,5\"\ny,\"2,75\"\n", ", , 0 a/b");
    row("thousands are no decimal commas", "a;b\n1,234;x\n2,345.5;y\n", "; . 0 a/b");
    row("title lines before the header", "Alarm report\nprinted 2026\na;b;c\n1;2;3\n4;5;6\n", "; . 2 a/b/c");
    row("title line with trailing delimiters", "Alarm report;;\na;b;c\n1;2;3\n4;5;6\n", "; . 1 a/b/c");
    row("rows with trailing delimiters", "a,b\n1,2,,\n3,4,,\n", ", . 0 a/b");
    row("sentences with commas", "id;text\n1;first, second, third\n2;fourth, fifth\n3;none\n", "; . 0 id/text");
    row("empty header cell", ",day,value\n0,1,2\n", ", . 0 /day/value");
    row("header only", "a;b;c\n", "; . 0 a/b/c");
    row("no header", "1;2;3\n4;5;6\n", "; . 0 -");
    row("embedded line breaks", "id,text\n1,\"a\nb\nc\"\n2,\"d\ne\"\n", ", . 0 id/text");
    row("times with colons", "time,code\n2026-01-01 10:00:00,A\n", ", . 0 time/code");
}

void TestDialect::sniffs()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, form);
    const DialectGuess guess = sniffDialect(text.toStdString(), true);
    std::string got;
    got += guess.dialect.delimiter;
    got += ' ';
    got += guess.dialect.decimalMark;
    got += ' ' + std::to_string(guess.dialect.titleRows) + ' ';
    got += guess.dialect.hasHeader ? antecedent::join(guess.header, "/") : "-";
    QCOMPARE(QByteArray::fromStdString(got), form);
    QVERIFY(!guess.reason.empty());
}

void TestDialect::obeysWhatIsStated()
{
    DialectHints hints;
    hints.delimiter = '|';
    hints.titleRows = 1;
    hints.decimalMark = ',';
    const DialectGuess guess = sniffDialect("x,y|z\na,b|c\n1,2|3\n", true, hints);
    QCOMPARE(guess.dialect.delimiter, '|');
    QCOMPARE(antecedent::join(guess.header, "/"), std::string("a,b/c"));
    QCOMPARE(guess.dialect.decimalMark, ',');
}

void TestDialect::namesColumns()
{
    QCOMPARE(antecedent::join(columnNames({"", "Description", "Description", "description"}, 5), "/"),
        std::string("column 1/Description/Description (2)/description/column 5"));
}

void TestDialect::tellsNamesFromData()
{
    for (const char* cell : {"1", "1,5", "2026-01-01", "3/4/16 14:00", "12,50-"})
        QVERIFY2(looksLikeData(cell), cell);
    for (const char* cell : {"", "name", "step 1", "Temperature [°C]", "may"})
        QVERIFY2(!looksLikeData(cell), cell);
}

// As spreadsheets save them: titles are filled up with empty cells.
void TestDialect::theHeadingIsFoundBelowTitlesThatAreAsWide()
{
    const char* const text = "Work orders;;;\nBy: M. Huber;;Printed;02.04.2026\nPlant;1200;;\n"
                             "Order;Asset;Type;Start\nW-1;R-1;PM;05.01.2026\nW-2;R-1;PM;06.01.2026\n";
    const DialectGuess guess = sniffDialect(text, true);
    QCOMPARE(guess.dialect.titleRows, 3U);
    QCOMPARE(guess.header, (std::vector<std::string>{"Order", "Asset", "Type", "Start"}));
    // Texts below a heading with unnamed columns are no heading.
    const DialectGuess plain = sniffDialect("Order;;Type;Text\nW-1;a;PM;seal\nW-2;b;CM;belt\n", true);
    QCOMPARE(plain.dialect.titleRows, 0U);
}

QTEST_GUILESS_MAIN(TestDialect)
#include "tst_dialect.moc"
