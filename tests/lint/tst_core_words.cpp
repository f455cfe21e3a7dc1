// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the core says has a German text, each with the places of the English one, and no text of the table is unused.
#include "model/base/lexicon.h"
#include "tests/lint/phrase_templates.h"

#include <QtTest>

#include <algorithm>

using namespace antecedent;
using namespace antecedent::lint;

namespace {

bool isOf(const SourceFile& file, std::initializer_list<const char*> folders)
{
    const bool isSource = file.kind == FileKind::Cpp || file.kind == FileKind::Header;
    return isSource && std::any_of(folders.begin(), folders.end(), [&](const char* folder) {
        return file.path.starts_with(std::string(folder) + "/");
    });
}

std::vector<SourceFile> sourcesOf(std::initializer_list<const char*> folders)
{
    std::vector<SourceFile> files = readSourceTree(ANTECEDENT_SOURCE_DIR);
    std::erase_if(files, [&](const SourceFile& file) { return !isOf(file, folders); });
    return files;
}

// Names of codes: the third cell of each line of the table.
std::vector<std::string> codeNames()
{
    QFile table(QStringLiteral(ANTECEDENT_SOURCE_DIR "/resources/tables/iso14224_codes.csv"));
    std::vector<std::string> out;
    if (!table.open(QIODevice::ReadOnly))
        return out;
    for (const QByteArray& line : table.readAll().split('\n')) {
        if (line.startsWith('#') || line.startsWith("list,") || line.count(',') < 2)
            continue;
        QByteArray name = line.mid(line.indexOf(',', line.indexOf(',') + 1) + 1).trimmed();
        if (name.startsWith('"'))
            name = name.mid(1, name.size() - 2);
        out.push_back(name.toStdString());
    }
    return out;
}

// "%1 (%2)" is the same in every language.
bool hasWords(const std::string& text)
{
    return std::any_of(
        text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

} // namespace

class TestCoreWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void templatesAreReadAsTheCompilerReadsThem()
    {
        SourceFile file;
        file.lines = {"x = phrase(\"a %1 \\u2013\"", "    \" b\", n); // phrase(\"not this\")",
            "say(isOne ? \"one\" : \"two\", n); plural(n, \"%1 row\", \"%1 rows\"); say(tr(\"no\")); unsay(\"no\");"};
        const auto found = phraseTemplates({file});
        QCOMPARE(found.size(), std::size_t{5});
        for (const char* text : {"a %1 \u2013 b", "one", "two", "%1 row", "%1 rows"})
            QVERIFY2(found.contains(text), text);
        QCOMPARE(placesOf("%2 of %1, 95 % of %%"), std::string("12"));
    }

    void everyTemplateHasAGermanText()
    {
        QString missing;
        for (const auto& [text, path] : phraseTemplates(sourcesOf({"model", "importers", "app", "widgets"})))
            if (hasWords(text) && !Lexicon::german().table().contains(text))
                missing += QString::fromStdString("\n" + path + ": " + text);
        for (const std::string& name : codeNames())
            if (!Lexicon::german().table().contains(name))
                missing += QString::fromStdString("\niso14224_codes.csv: " + name);
        QVERIFY2(missing.isEmpty(), missing.toUtf8());
    }

    void noGermanTextIsUnused()
    {
        const std::vector<SourceFile> files = sourcesOf({"model", "importers", "app", "widgets"});
        const auto templates = phraseTemplates(files);
        std::set<std::string> words = literalsOf(files); // also those that term() looks up
        const std::set<std::string> literals = words;
        for (std::string text : literals) { // kinds and tables are shown without underscores, and in the singular
            std::replace(text.begin(), text.end(), '_', ' ');
            words.insert(text);
            if (text.ends_with("ches"))
                words.insert(text.substr(0, text.size() - 2));
            else if (text.ends_with('s'))
                words.insert(text.substr(0, text.size() - 1));
        }
        QFile plans(QStringLiteral(ANTECEDENT_SOURCE_DIR "/resources/plans/plan_templates.json"));
        QVERIFY(plans.open(QIODevice::ReadOnly));
        const std::string planText = plans.readAll().toStdString();
        for (const std::string& name : codeNames())
            words.insert(name);
        QString unused;
        for (const auto& [text, german] : Lexicon::german().table())
            if (!templates.contains(text) && !words.contains(text)
                && planText.find('"' + text + '"') == std::string::npos)
                unused += QString::fromStdString("\n" + text);
        QVERIFY2(unused.isEmpty(), unused.toUtf8());
    }

    void theGermanTextsHaveTheSamePlaces()
    {
        QString wrong;
        for (const auto& [text, german] : Lexicon::german().table())
            if (placesOf(text) != placesOf(german) || german.empty())
                wrong += QString::fromStdString("\n" + text + " -> " + german);
        QVERIFY2(wrong.isEmpty(), wrong.toUtf8());
    }
};

QTEST_GUILESS_MAIN(TestCoreWords)
#include "tst_core_words.moc"
