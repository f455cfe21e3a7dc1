// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/json/json_reader.h"
#include "tests/importers/support/read_text.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;
using namespace antecedent::importers::test;

namespace {

// Prints what a document says.
class EchoHandler final : public JsonHandler
{
public:
    void startObject() override { out += '{'; }
    void endObject() override { out += '}'; }
    void startArray() override { out += '['; }
    void endArray() override { out += ']'; }
    void key(std::string_view name) override { out.append(name).append(":"); }
    void string(std::string_view text) override { out.append("'").append(text).append("'"); }
    void literal(std::string_view text) override { out.append("<").append(text).append(">"); }
    std::string out;
};

std::string echo(const std::string& json, std::string* problem = nullptr)
{
    PiecewiseSource bytes(json, 1, 1);
    EchoHandler handler;
    JsonReader reader(bytes, handler);
    for (;;) {
        const auto more = reader.more();
        if (!more || !*more)
            break;
    }
    if (problem != nullptr)
        *problem = reader.problem();
    return handler.out;
}

} // namespace

class TestJsonReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsPieceByPiece();
    void saysWhatIsNoJson_data();
    void saysWhatIsNoJson();
};

void TestJsonReader::readsPieceByPiece()
{
    std::string problem;
    QCOMPARE(
        echo("\xEF\xBB\xBF {\"a\" : [1, -2.5e3,true,null , \"x\\n\\\"\\u00e4\\uD83D\\uDE00\\ud800!\"], \"b\":{} }\n",
            &problem),
        std::string("{a:[<1><-2.5e3><true><null>'x\n\"\xC3\xA4\xF0\x9F\x98\x80\xEF\xBF\xBD!']b:{}}"));
    QCOMPARE(problem, std::string());
    QCOMPARE(echo("42"), std::string("<42>"));
    QCOMPARE(echo("\"\xFFq\""), std::string("'?q'"));
}

void TestJsonReader::saysWhatIsNoJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("problem");
    QTest::newRow("cut") << QByteArray("{\"a\":[1") << QByteArray("the document ends inside a value");
    QTest::newRow("comma") << QByteArray("[1,]") << QByteArray("line 1, column 4: a value is expected");
    QTest::newRow("bracket") << QByteArray("[1}") << QByteArray("a comma or a closing bracket");
    QTest::newRow("name") << QByteArray("{a:1}") << QByteArray("a name in quotes");
    QTest::newRow("colon") << QByteArray("{\"a\"\n1}") << QByteArray("line 2, column 1: a colon");
    QTest::newRow("word") << QByteArray("[nul]") << QByteArray("'nul' is no value");
    QTest::newRow("number") << QByteArray("[1.]") << QByteArray("'1.' is no value");
    QTest::newRow("escape") << QByteArray("[\"\\x\"]") << QByteArray("behind a backslash");
    QTest::newRow("digits") << QByteArray("[\"\\u12g4\"]") << QByteArray("hexadecimal");
    QTest::newRow("two") << QByteArray("{} {}") << QByteArray("stands behind the document");
    QTest::newRow("deep") << QByteArray("[").repeated(1'000'000) << QByteArray("nested more than 200 deep");
    QTest::newRow("long number") << QByteArray("[") + QByteArray("1").repeated(1000) << QByteArray("too long");
    QTest::newRow("long text") << "[\"" + QByteArray("x").repeated(9'000'000) << QByteArray("more than 8 MB");
}

void TestJsonReader::saysWhatIsNoJson()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, problem);
    std::string found;
    (void)echo(json.toStdString(), &found);
    QVERIFY2(found.find(problem.toStdString()) != std::string::npos, found.c_str());
}

QTEST_APPLESS_MAIN(TestJsonReader)
#include "tst_json_reader.moc"
