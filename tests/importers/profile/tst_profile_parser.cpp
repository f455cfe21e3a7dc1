// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/profile/profile.h"

#include "importers/profile/builtin_profiles.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;

class TestProfileParser : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAWholeProfile();
    void namesTheLineOfAnError_data();
    void namesTheLineOfAnError();
    void aMessageStaysALine();
    void severalProfilesInAFile();
    void everyBuiltinProfileIsReadAndNamedOnce();
};

void TestProfileParser::readsAWholeProfile()
{
    const auto profile = parseProfile("# all there is\n"
                                      "[profile]\nname = my-list\ntitle = My list\ncolumns = When, \"x\ny\n"
            + std::string(),
        "a.profile");
    QVERIFY(!profile.has_value());
    const auto whole =
        parseProfile("[profile]\nname = my-list\ntitle = My list\ncolumns = When, What\nignore = Line\n"
                     "[source]\ndelimiter = tab\nquote = none\ndecimal = comma\nencoding = windows-1252\n"
                     "title-rows = 2\nskip-rows = 1\n"
                     "[zones]\nsource = Europe/Berlin\ncolumn When = UTC\nby = System\nvalue PCS = +01:00\n"
                     "[times]\nWhen = mdy\nStamp = epoch-milliseconds\n"
                     "[map class]\nA = alarm\n* = other\n"
                     "[table events]\nwhen = {What} != \nwhen = {What} in a, b\ntime = {When} - {Took|duration}\n"
                     "category = {What|map:class}\ncode = X-{{{What|upper}}}\nattributes = no\n",
            "a.profile");
    QVERIFY2(whole.has_value(), whole.has_value() ? "" : errorText(whole.error()).c_str());
    QCOMPARE(whole->name, std::string("my-list"));
    QCOMPARE(whole->recognise.size(), std::size_t{2});
    QCOMPARE(*whole->hints.delimiter, '\t');
    QCOMPARE(*whole->hints.quote, '\0');
    QCOMPARE(whole->skipRows, 1U);
    QCOMPARE(whole->zones.byValue.at("PCS"), std::string("+01:00"));
    QVERIFY(whole->times.at("When").order == DateOrder::Mdy);
    QVERIFY(whole->times.at("Stamp").form == TimeForm::EpochMilliseconds);
    QCOMPARE(*whole->maps.at("class").otherwise, std::string("other"));
    const TableMapping& table = whole->tables.at(0);
    QCOMPARE(table.when.size(), std::size_t{2});
    QVERIFY(table.when[0].negative);
    QCOMPARE(table.when[1].values.size(), std::size_t{2});
    QVERIFY(!table.attributes);
    QCOMPARE(table.columns[0].value.durations.size(), std::size_t{1});
    QVERIFY(table.columns[0].value.durations[0].negative);
    QCOMPARE(table.columns[2].value.parts[0].text, std::string("X-{"));
}

void TestProfileParser::namesTheLineOfAnError_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("where");
    const auto row = [](const char* name, const char* text, const char* where) {
        QTest::newRow(name) << QByteArray(text) << QByteArray("p:") + where;
    };
    const QByteArray head = "[profile]\nname = a\n[table events]\ntime = {t}\ncategory = c\n";
    row("unknown section", "[profile]\nname = a\n[tables]\n", "3");
    row("line without section", "name = a\n", "1");
    row("no equal sign", "[profile]\nname a\n", "2");
    row("bad name", "[profile]\nname = My List\n", "2");
    row("unknown key", "[profile]\nnome = a\n", "2");
    row("bad format", "[profile]\nname = a\nformat = X ES\n", "3");
    row("unknown table", "[profile]\nname = a\n[table alarms]\n", "3");
    row("unknown column", head + "kode = {x}\n", "6");
    row("column twice", head + "time = {u}\n", "6");
    row("open brace", head + "code = {x\n", "6");
    row("stray brace", head + "code = x}\n", "6");
    row("unknown transform", head + "code = {x|shout}\n", "6");
    row("transform without value", head + "code = {x|map}\n", "6");
    row("value of nothing", head + "code = {@value}\n", "6");
    row("unknown canonical column", head + "code = {=kode}\n", "6");
    row("bad condition", head + "when = x = y\n", "6");
    row("bad zone", "[profile]\nname = a\n[zones]\nsource = Mars\n", "4");
    row("bad delimiter", "[profile]\nname = a\n[source]\ndelimiter = xx\n", "4");
    row("bad time form", "[profile]\nname = a\n[times]\nt = dym\n", "4");
    row("missing required column", head, "6");
    row("missing map", head + "code = {x|map:m}\n", "7");
    row("no table", "[profile]\nname = a\n", "3");
    row("not UTF-8", "[profile]\nname = a\ntitle = \xFF\n", "3");
}

void TestProfileParser::namesTheLineOfAnError()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, where);
    const auto profile = parseProfile(text.toStdString(), "p");
    QVERIFY(!profile.has_value());
    QCOMPARE(profile.error().code, ErrorCode::InvalidProfile);
    QCOMPARE(QByteArray::fromStdString(profile.error().where), where);
    QVERIFY(!profile.error().detail.empty());
}

void TestProfileParser::aMessageStaysALine()
{
    const std::string key(5000, 'k');
    const auto profile = parseProfile("[profile]\n" + key + " = a\n", "p.profile");
    QVERIFY(!profile.has_value());
    QCOMPARE(profile.error().where, std::string("p.profile:2"));
    QVERIFY(profile.error().detail.size() < 400);
    QVERIFY(profile.error().detail.starts_with("unknown key 'kkk"));
}

void TestProfileParser::severalProfilesInAFile()
{
    const std::string one = "# first\n[profile]\nname = one\ncolumns = a\n[table assets]\nasset_id = {a}\n";
    const std::string two = "\n[profile]\nname = two\ncolumns = b\n[table assets]\nasset_id = {b}\n";
    const auto both = parseProfiles(one + two, "p");
    QVERIFY(both.has_value());
    QCOMPARE(both->size(), std::size_t{2});
    QCOMPARE(both->at(1).name, std::string("two"));
    QCOMPARE(both->at(1).tables.size(), std::size_t{1});
    QCOMPARE(parseProfiles(one, "p")->size(), std::size_t{1});
    QCOMPARE(parseProfiles(one + two + "x\n", "p").error().where, std::string("p:13"));
    QCOMPARE(parseProfiles(one + one, "p").error().detail, std::string("there are two profiles 'one'"));
}

void TestProfileParser::everyBuiltinProfileIsReadAndNamedOnce()
{
    const auto& profiles = builtinProfiles();
    QVERIFY(profiles.size() >= 7);
    for (std::size_t i = 0; i < profiles.size(); ++i) {
        QVERIFY(!profiles[i].title.empty());
        QVERIFY(!profiles[i].recognise.empty() || !profiles[i].format.empty());
        QVERIFY(i == 0 || profiles[i - 1].name < profiles[i].name);
        QVERIFY(findBuiltinProfile(profiles[i].name) == &profiles[i]);
    }
    QVERIFY(findBuiltinProfile("no such profile") == nullptr);
}

QTEST_GUILESS_MAIN(TestProfileParser)
#include "tst_profile_parser.moc"
