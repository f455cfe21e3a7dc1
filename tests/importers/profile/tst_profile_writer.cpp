// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/profile/profile_writer.h"

#include "importers/profile/builtin_profiles.h"
#include "importers/profile/column_reference.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;

class TestProfileWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyBuiltinProfileReadsBackAsItself()
    {
        QVERIFY(builtinProfiles().size() > 10);
        for (const Profile& profile : builtinProfiles()) {
            const Result<std::string> once = writeProfile(profile);
            QVERIFY2(once.has_value(), profile.name.c_str());
            const Profile again = parseProfile(*once, "again").value();
            QCOMPARE(writeProfile(again).value(), *once);
            QCOMPARE(again.recognise, profile.recognise);
            QCOMPARE(again.tables.size(), profile.tables.size());
            for (std::size_t t = 0; t < again.tables.size(); ++t) {
                QCOMPARE(again.tables[t].each, profile.tables[t].each);
                QCOMPARE(again.tables[t].attributes, profile.tables[t].attributes);
                QCOMPARE(again.tables[t].when.size(), profile.tables[t].when.size());
                QCOMPARE(again.tables[t].columns.size(), profile.tables[t].columns.size());
                for (std::size_t c = 0; c < again.tables[t].columns.size(); ++c)
                    QCOMPARE(templateText(again.tables[t].columns[c].value),
                        templateText(profile.tables[t].columns[c].value));
            }
        }
    }

    void everyWordOfTheFormatIsWritten()
    {
        const std::string text =
            "[profile]\nname = all\ntitle = All words\nformat = xlsx\ncolumns = A, \"B, b\"\nignore = C\n"
            "\n[source]\nencoding = windows-1252\ndelimiter = tab\nquote = none\ndecimal = comma\n"
            "header = yes\ntitle-rows = 2\nskip-rows = 1\n"
            "\n[zones]\nsource = Europe/Berlin\ncolumn A = UTC\nby = Z\nvalue N = Asia/Tokyo\n"
            "\n[times]\nA = mdy\nE = epoch-seconds\n"
            "\n[map kind]\nx = PM\n* = CM\n"
            "\n[table work_orders]\nwhen = {K} != \nwhen = {K} in a, b\n"
            "work_order_id = {{{=asset_id}}}/{A|before: /|number}\nasset_id = {B, b|upper}\n"
            "type = {K|map:kind|default:CM|replace:-:_}\nstarted = {A} - {D|duration}\n"
            "text = a\tb\nattributes = no\n";
        const Profile profile = parseProfile(text, "all").value();
        const std::string written = writeProfile(profile).value();
        QCOMPARE(writeProfile(parseProfile(written, "again").value()).value(), written);
        for (const char* line : {"format = xlsx", "columns = A, \"B, b\"", "encoding = windows-1252", "delimiter = tab",
                 "quote = none", "decimal = comma", "header = yes", "title-rows = 2", "skip-rows = 1",
                 "source = Europe/Berlin", "column A = UTC", "by = Z", "value N = Asia/Tokyo", "A = mdy",
                 "E = epoch-seconds", "x = PM", "* = CM", "when = {K} in a, b",
                 "work_order_id = {{{=asset_id}}}/{A|before: /|number}", "type = {K|map:kind|default:CM|replace:-:_}",
                 "started = {A} - {D|duration}", "text = a\tb", "attributes = no"})
            QVERIFY2(written.find(std::string(line) + "\n") != std::string::npos, line);
    }

    void anIncompleteMappingIsNotWritten()
    {
        Profile profile;
        profile.name = "part";
        TableMapping table;
        table.table = TableId::Events;
        profile.tables.push_back(table);
        const Result<std::string> text = writeProfile(profile);
        QVERIFY(!text);
        QCOMPARE(text.error().code, ErrorCode::InvalidProfile);
        QVERIFY(text.error().detail.find("'time'") != std::string::npos);
    }

    void whatTheFormatCantExpressIsAnError()
    {
        Profile profile = *findBuiltinProfile("cmms-work-order-list");
        profile.maps["kind"].values["two\nlines"] = "PM";
        QCOMPARE(writeProfile(profile).error().code, ErrorCode::InvalidProfile);
    }

    void oddTextsOfMapsStandInQuotes()
    {
        Profile profile = *findBuiltinProfile("cmms-work-order-list");
        std::map<std::string, std::string>& values = profile.maps["kind"].values;
        values = {{"", "1"}, {"*", "2"}, {"=A1+B2", "3"}, {"#7", "4"}, {"[x]", "5"}, {"\"hi\" = a", "6"},
            {" blank ", "7"}, {"plain \" text", "8"}};
        const std::string written = writeProfile(profile).value();
        QVERIFY2(written.find("\n\"=A1+B2\" = 3\n") != std::string::npos, written.c_str());
        QVERIFY2(written.find("\n\"\"\"hi\"\" = a\" = 6\n") != std::string::npos, written.c_str());
        QVERIFY2(written.find("\nplain \" text = 8\n") != std::string::npos, written.c_str());
        const Profile again = parseProfile(written, "again").value();
        QCOMPARE(again.maps.at("kind").values, values);
        QCOMPARE(again.maps.at("kind").otherwise, profile.maps.at("kind").otherwise);
    }

    void columnsWithBlanksAtTheirEndsStandInQuotes()
    {
        const std::string line = "code = {\" a \"|lower}{b c}\n";
        const std::string text = "[profile]\nname = p\n[table events]\ntime = {t}\ncategory = state\n" + line;
        const std::string written = writeProfile(parseProfile(text, "p").value()).value();
        QVERIFY2(written.find(line) != std::string::npos, written.c_str());
        QCOMPARE(writeProfile(parseProfile(written, "p").value()).value(), written);
    }

    void anEmptyValueOfAConditionIsKept()
    {
        for (const char* line : {"when = {k} in , a\n", "when = {k} in a, , \"b, c\"\n"}) {
            const std::string text = std::string("[profile]\nname = p\n[table events]\n") + line
                + "time = {t}\ncategory = state\ncode = x\n";
            const std::string written = writeProfile(parseProfile(text, "p").value()).value();
            QVERIFY2(written.find(line) != std::string::npos, written.c_str());
            QCOMPARE(writeProfile(parseProfile(written, "p").value()).value(), written);
        }
    }

    void columnsThatCantBeWrittenAreNamedByPlace()
    {
        const std::vector<std::string> names{"Time", "a}b", "a=b", "time (2)", "#x", "TIME", "two\nlines", "Temp, C"};
        QCOMPARE(columnReference(names, 0), std::string("Time"));
        QCOMPARE(columnReference(names, 1), std::string("column 2"));
        QCOMPARE(columnReference(names, 2), std::string("column 3"));
        QCOMPARE(columnReference(names, 3), std::string("time (2)"));
        QCOMPARE(columnReference(names, 4), std::string("column 5"));
        QCOMPARE(columnReference(names, 6), std::string("column 7"));
        QCOMPARE(columnReference(names, 7), std::string("Temp, C"));
        for (std::size_t i = 0; i < names.size(); ++i)
            QCOMPARE(findColumn(names, columnReference(names, i)), std::optional<std::size_t>(i));
        QVERIFY(!findColumn(names, "column 9"));
        QVERIFY(!findColumn(names, "column x"));
        QVERIFY(!findColumn(names, "other"));
    }

    void namesOfProfilesAreMadeOfFileNames()
    {
        QCOMPARE(profileNameFrom("PdM_errors 2026"), std::string("pdm-errors-2026"));
        QCOMPARE(profileNameFrom("…"), std::string("list"));
        QCOMPARE(profileNameFrom("--a--"), std::string("a"));
    }

    void aFolderKeepsProfiles()
    {
        const QTemporaryDir home;
        const std::string folder = home.filePath(QStringLiteral("own/profiles")).toStdString();
        QVERIFY(readProfileFolder(folder).profiles.empty());
        Profile profile = *findBuiltinProfile("event-list");
        profile.name = "mine";
        const Result<std::string> path = saveProfile(folder, profile);
        QVERIFY(path.has_value());
        QVERIFY(QFile::exists(QString::fromStdString(*path)));
        profile.title = "Second form";
        QVERIFY(saveProfile(folder, profile).has_value());
        QFile broken(QString::fromStdString(folder) + QStringLiteral("/broken.profile"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("[profile]\nname = broken\n");
        broken.close();
        const ProfileFolder read = readProfileFolder(folder);
        QCOMPARE(read.profiles.size(), std::size_t{1});
        QCOMPARE(read.profiles.front().title, std::string("Second form"));
        QCOMPARE(read.problems.size(), std::size_t{1});
        QVERIFY(read.problems.front().where.starts_with("broken.profile:"));
    }
};

QTEST_GUILESS_MAIN(TestProfileWriter)
#include "tst_profile_writer.moc"
