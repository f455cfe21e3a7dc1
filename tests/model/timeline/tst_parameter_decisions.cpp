// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/parameter_decisions.h"

#include "model/timeline/dataset_loader.h"
#include "tests/support/case_file_builder.h"

#include <QtTest>

using namespace antecedent;
using namespace antecedent::testing;

class TestParameterDecisions : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_files = 0;

    // T1 has a stated parameter, T2 an empty one, T3 samples alone.
    CaseFile make()
    {
        const QString path = m_folder.filePath(QString::number(++m_files) + QStringLiteral(".ante"));
        auto file = CaseFile::create(path.toStdString(), "Plant", "UTC", tester());
        const auto tags = makeBatch(TableId::Tags, {{{"tag", "T1"}, {"parameter", "pressure"}}, {{"tag", "T2"}}});
        const auto samples = makeBatch(
            TableId::Samples, {{{"tag", "T3"}, {"time", "2026-01-10T00:00:00Z"}, {"value", "1"}, {"quality", "good"}}});
        if (!file || !addSource(*file, "plant", {tags, samples}))
            qFatal("no file");
        return std::move(*file);
    }
    static std::int64_t decide(CaseFile& file, const std::string& tag, const ParameterDecision& decision)
    {
        const auto stored = file.putDocument("", kParameterDocuments, tag, toJson(decision), false, "test");
        return stored ? file.document("", kParameterDocuments, tag)->value().id : 0;
    }
    static std::string of(const CaseFile& file, const char* tag, const FileState& state = {}, const char* inCase = "")
    {
        LoadOptions options;
        options.state = state;
        const auto data = loadDataset(file, *file.findCase(inCase), options);
        if (data)
            for (const Tag& one : data->tags)
                if (one.name == tag)
                    return one.parameter;
        return "no such tag";
    }

private Q_SLOTS:
    void keepsItsForm()
    {
        for (const ParameterDecision& decision : {ParameterDecision{AliasState::Confirmed, "pH"},
                 ParameterDecision{AliasState::Refused, ""}, ParameterDecision{AliasState::Withdrawn, "pH"}}) {
            const auto read = parameterDecisionFrom(toJson(decision));
            QVERIFY(read.has_value());
            QCOMPARE(toJson(*read), toJson(decision));
            QCOMPARE(read->state, decision.state);
        }
        // What does not say whether it is confirmed is, as with names.
        QCOMPARE(parameterDecisionFrom("{\"parameter\":\"pH\"}").value().state, AliasState::Confirmed);
        for (const char* text : {"", "[]", "{", "{}", "{\"confirmed\":true}", "{\"confirmed\":true,\"parameter\":7}"})
            QVERIFY2(!parameterDecisionFrom(text), text);
    }

    void fillsWhatNoListStates()
    {
        CaseFile file = make();
        const Digest before = loadDataset(file, *file.findCase(""), {})->contentHash;
        for (const char* tag : {"T1", "T2", "T3"})
            decide(file, tag, {AliasState::Confirmed, "temperature"});
        QCOMPARE(of(file, "T1"), std::string("pressure")); // the list says so
        QCOMPARE(of(file, "T2"), std::string("temperature"));
        QCOMPARE(of(file, "T3"), std::string("temperature"));
        QCOMPARE(loadDataset(file, *file.findCase(""), {})->contentHash, before); // the sources say what they said
        const auto stated = readStatedOfTags(file, *file.findCase(""), "parameter");
        QVERIFY(stated.has_value());
        QCOMPARE(*stated, (std::map<std::string, std::string>{{"T1", "pressure"}, {"T2", ""}}));
    }

    void isTakenBackAndKnowsWhatWasDecidedBefore()
    {
        CaseFile file = make();
        FileState then;
        then.lastDocument = decide(file, "T2", {AliasState::Confirmed, "temperature"});
        decide(file, "T2", {AliasState::Withdrawn, "temperature"});
        decide(file, "T3", {AliasState::Refused, ""});
        QCOMPARE(of(file, "T2"), std::string());
        QCOMPARE(of(file, "T3"), std::string());
        QCOMPARE(of(file, "T2", then), std::string("temperature"));
    }

    void aClosedCaseKeepsWhatItHad()
    {
        CaseFile file = make();
        decide(file, "T2", {AliasState::Confirmed, "temperature"});
        QVERIFY(file.closeCase("CASE-001", "signed").has_value());
        QVERIFY(file.newCase("Another").has_value());
        decide(file, "T2", {AliasState::Confirmed, "speed"});
        decide(file, "T3", {AliasState::Confirmed, "speed"});
        QCOMPARE(of(file, "T2", {}, "CASE-001"), std::string("temperature"));
        QCOMPARE(of(file, "T3", {}, "CASE-001"), std::string());
        QCOMPARE(of(file, "T2", {}, "CASE-002"), std::string("speed"));
    }
};

QTEST_GUILESS_MAIN(TestParameterDecisions)
#include "tst_parameter_decisions.moc"
