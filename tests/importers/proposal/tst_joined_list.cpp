// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/proposal/joined_list.h"

#include "importers/mapping/mapper.h"
#include "importers/profile/profile_writer.h"
#include "importers/trial.h"
#include "model/base/text.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;

namespace {

const std::string kStops = "Machine;Stopped;Reason\n"
                           "4711.0;03.02.2026 07:15;JAM\n"
                           "4712.0;03.02.2026 08:20;DOOR\n"
                           "4713.0;03.02.2026 09:00;JAM\n"
                           "4799.0;03.02.2026 09:30;JAM\n";
const std::string kMaster = "Machine no.,Location,Description,Weight\n"
                            "4711,PLT1-TAB-420,Tablet press,\"1,250.5\"\n"
                            "4712,PLT1-COA-430,Coater,900\n"
                            "4713,PLT1-BLE-410,Blender,300\n"
                            "4713,PLT1-BLE-411,Blender,300\n"
                            "4714,,Mill,12\n";

SourceOpener openerOf(const std::string& bytes)
{
    return [bytes]() -> Result<std::unique_ptr<ByteSource>> {
        return std::unique_ptr<ByteSource>(std::make_unique<MemorySource>(bytes));
    };
}

SourceHead headOf(const std::string& bytes)
{
    MemorySource source(bytes);
    return readSourceHead(source, "stops.csv", {}).value();
}

JoinedList listOf(const std::string& bytes)
{
    return readJoinedList(openerOf(bytes), "machines.csv", {}, {}).value();
}

Profile stops()
{
    return parseProfile("[profile]\nname = stops\ncolumns = Machine, Stopped\n[times]\nStopped = dmy\n[table events]\n"
                        "time = {Stopped}\ncategory = state\ncode = {Reason}\nasset_id = {Machine}\n",
        "stops")
        .value();
}

MapTarget target(std::string_view column)
{
    return {0, *tableSpec(TableId::Events).find(column)};
}

// The first rows by the mapping, as `asset|text`.
QStringList shownBy(const Profile& mapping, const SourceHead& head)
{
    PlanOptions options;
    options.profile = finishedProfile(mapping).value();
    options.zone = "Europe/Berlin";
    const Preview preview = previewRows(head, proposePlan(head, options).value(), 100).value();
    QStringList out;
    const PreviewTable& table = preview.tables.front();
    for (const PreviewRow& row : table.rows) {
        QStringList cells;
        for (std::size_t c = 0; c < row.cells.size(); ++c)
            if (table.columns[c] == target("asset_id").column || table.columns[c] == target("text").column
                || table.columns[c] == target("value").column)
                cells << QString::fromStdString(row.cells[c].text);
        out << cells.join(QLatin1Char('|'));
    }
    return out;
}

} // namespace

class TestJoinedList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theKeyIsFoundByItsTexts()
    {
        const auto key = guessJoinKey(headOf(kStops),
            listOf(kMaster
                + "4715,X,Y,1\n4716,X,Y,1\n4717,X,Y,1\n"
                  "4718,X,Y,1\n4719,X,Y,1\n4720,X,Y,1\n"));
        QVERIFY(key.has_value());
        QCOMPARE(key->source, std::size_t{0});
        QCOMPARE(key->list, std::size_t{0});
        QVERIFY(key->isNumber); // 4711.0 is 4711
        QVERIFY(!guessJoinKey(headOf(kStops), listOf("Id,Name\nA,B\nC,D\n")).has_value());
    }

    void valuesOfTheOtherListComeByTheKey()
    {
        const SourceHead head = headOf(kStops);
        const JoinedList list = listOf(kMaster);
        const JoinKey key = joinKeyOf(head, list, 0, 0);
        Profile mapping = stops();
        const JoinOutcome outcome = joinList(mapping, head, list, key, {{1, target("asset_id")}, {2, target("text")}});
        QCOMPARE(outcome.looked, std::size_t{4});
        QCOMPARE(outcome.found, std::size_t{3});
        QCOMPARE(outcome.keys, std::size_t{4});
        QCOMPARE(outcome.unclear, std::vector<std::string>{"4713"}); // at two places
        // An unclear or unknown text stays where the record is known by it, and gives nothing elsewhere.
        QCOMPARE(shownBy(mapping, head),
            QStringList({"PLT1-TAB-420|Tablet press", "PLT1-COA-430|Coater", "4713.0|Blender", "4799.0|"}));
        const std::string written = writeProfile(mapping).value();
        QVERIFY2(written.find("[map machines-location]\n4711 = PLT1-TAB-420\n") != std::string::npos, written.c_str());
        QVERIFY2(
            written.find("text = {Machine|lookup:machines-description:number}") != std::string::npos, written.c_str());
    }

    void numbersMeanTheSameInEveryLaterFile()
    {
        const std::string comma = "Machine;Stopped;Reason;Hours\n4711;03.02.2026 07:15;JAM;1,5\n"
                                  "4712;03.02.2026 07:15;JAM;2,5\n";
        const std::string point = "Machine;Stopped;Reason;Hours\n4711;03.02.2026 07:15;JAM;1.5\n"
                                  "4712;03.02.2026 07:15;JAM;2.5\n";
        QCOMPARE(headOf(comma).dialect.dialect.decimalMark, ',');
        const JoinedList list = listOf(kMaster + "4712,PLT1-COA-430,Coater,900.0\n");
        QCOMPARE(list.decimalMark, '.');
        Profile mapping = stops();
        const JoinOutcome outcome =
            joinList(mapping, headOf(comma), list, joinKeyOf(headOf(comma), list, 0, 0), {{3, target("value")}});
        QVERIFY(outcome.unclear.empty()); // 900 and 900.0 are one number
        for (const std::string& later : {comma, point})
            QCOMPARE(shownBy(mapping, headOf(later)), QStringList({"4711|1250.5", "4712|900"}));
    }

    void aNumberThatTheListLacksIsNone()
    {
        Profile mapping = parseProfile("[profile]\nname = hours\ncolumns = Machine\n[times]\nStopped = dmy\n"
                                       "[table meters]\ntime = {Stopped}\nasset_id = {Machine}\nkind = hours\n"
                                       "reading = {Reason}\n",
            "hours")
                              .value();
        const SourceHead head = headOf(kStops);
        const JoinedList list = listOf(kMaster);
        joinList(
            mapping, head, list, joinKeyOf(head, list, 0, 0), {{3, {0, *tableSpec(TableId::Meters).find("reading")}}});
        PlanOptions options;
        options.profile = finishedProfile(mapping).value();
        options.zone = "UTC";
        const Preview preview = previewRows(head, proposePlan(head, options).value(), 100).value();
        QCOMPARE(preview.read, std::uint64_t{4});
        QCOMPARE(preview.rejected, std::uint64_t{1}); // 4799, which would be its own reading else
    }

    void textsThatTheListLacksStayWhatTheyWere()
    {
        const SourceHead head = headOf("Machine;Stopped;Reason\n0047;03.02.2026 07:15;JAM\n0048;03.02.2026 07:15;JAM\n"
                                       "0099;03.02.2026 07:16;JAM\n1e5;03.02.2026 07:16;JAM\n");
        const JoinedList list = listOf("No;Place;Note\n47;P1;a\n48;P2;\n49;P3;c\n");
        Profile mapping = stops();
        const JoinKey key = joinKeyOf(head, list, 0, 0);
        QVERIFY(key.isNumber);
        joinList(mapping, head, list, key, {{1, target("asset_id")}, {2, target("text")}});
        QCOMPARE(shownBy(mapping, head), QStringList({"P1|a", "P2|", "0099|", "1e5|"}));
        // The cell itself stays with the record.
        PlanOptions options;
        options.profile = finishedProfile(mapping).value();
        options.zone = "UTC";
        Mapper mapper = Mapper::compile(proposePlan(head, options).value()).value();
        const MappedBlock mapped = mapper.map(headRows(head, proposePlan(head, options).value()), 1);
        const RecordBatch& batch = mapped.batches.front();
        QCOMPARE(batch.attributeNames, std::vector<std::string>{"Machine"});
        QCOMPARE(std::string(batch.attributes.front()[2]), std::string("0099"));
    }

    void theSameIdOfOtherTablesFollows()
    {
        Profile mapping =
            parseProfile("[profile]\nname = stops\ncolumns = Machine\n[times]\nStopped = dmy\n[table events]\n"
                         "time = {Stopped}\ncategory = state\ncode = {Reason}\nasset_id = {Machine|number}\n"
                         "[table assets]\nasset_id = {Machine}\ndescription = {Reason}\n",
                "stops")
                .value();
        const SourceHead head = headOf(kStops);
        const JoinedList list = listOf(kMaster);
        joinList(mapping, head, list, joinKeyOf(head, list, 0, 0), {{1, target("asset_id")}});
        const std::string both = "{Machine|lookup:machines-location:number}";
        QCOMPARE(valueText(mapping, target("asset_id")), both);
        QCOMPARE(valueText(mapping, {1, *tableSpec(TableId::Assets).find("asset_id")}), both);
        QCOMPARE(mapping.maps.size(), std::size_t{1});
        // Looked up again, what was there is replaced, and forgotten once the mapping is finished.
        joinList(mapping, head, list, joinKeyOf(head, list, 0, 0), {{2, target("asset_id")}});
        const std::string corrected = "{Machine|lookup:machines-description:number}";
        QCOMPARE(valueText(mapping, target("asset_id")), corrected);
        QCOMPARE(valueText(mapping, {1, *tableSpec(TableId::Assets).find("asset_id")}), corrected);
        const Profile finished = finishedProfile(mapping).value();
        QCOMPARE(finished.maps.size(), std::size_t{1});
        QVERIFY(finished.maps.contains("machines-description"));
    }

    void rowsThatCantBeReadAreCounted()
    {
        const JoinedList list = listOf("\xEF\xBB\xBF"
                                       "No;Place\n1;A\n2;\xC3(\n");
        QCOMPARE(list.rows.size(), std::size_t{1});
        QCOMPARE(list.damaged, std::uint64_t{1});
        const JoinOutcome outcome = [&] {
            Profile mapping = stops();
            return joinList(mapping, headOf(kStops), list, {0, 0, false}, {{1, target("text")}});
        }();
        QCOMPARE(outcome.damaged, std::uint64_t{1});
        QCOMPARE(outcome.keys, std::size_t{1});
    }

    void headingsSayWhatColumnsBecome()
    {
        const auto guessed = guessJoinedColumns(stops(), listOf(kMaster), 0);
        QCOMPARE(guessed.size(), std::size_t{1}); // Description; Machine no. is the key, and asset_id has a value
        QCOMPARE(guessed.front().column, std::size_t{2});
        QVERIFY(guessed.front().target == target("text"));
        QVERIFY(!canBeJoined(stops(), target("time")));
    }

    void theListIsReadAsAnyOther()
    {
        const JoinedList titled = listOf("Machine master\nExported by: M. Huber\n\nNo;Place\n1;A\n2;B\n3;C\n4;D\n");
        QCOMPARE(titled.columns, (std::vector<std::string>{"No", "Place"}));
        QCOMPARE(titled.rows.size(), std::size_t{4});
        QCOMPARE(readJoinedList(openerOf("just a text\n"), "a.txt", {}, {}).error().code, ErrorCode::NotData);
        std::string all = "No,Place\n";
        for (std::size_t i = 0; i <= JoinedList::kMostRows; ++i)
            all += std::to_string(i) + ",A\n";
        const Error tooLong = readJoinedList(openerOf(all), "a.csv", {}, {}).error();
        QCOMPARE(tooLong.code, ErrorCode::TooLarge);
        QVERIFY(errorText(tooLong).find("100000 rows and 64 MB") != std::string::npos);
        std::stop_source stopped;
        stopped.request_stop();
        QCOMPARE(readJoinedList(openerOf(all), "a.csv", {}, stopped.get_token()).error().code, ErrorCode::Cancelled);
    }

    void textsOfAnyKindAreKeys()
    {
        const SourceHead head = headOf("Machine;Stopped;Reason\n=A1+B2;03.02.2026 07:15;JAM\n"
                                       "#7;03.02.2026 07:16;JAM\n\"say \"\"hi\"\"\";03.02.2026 07:17;JAM\n"
                                       "[x];03.02.2026 07:18;JAM\n*;03.02.2026 07:19;JAM\n");
        const JoinedList list = listOf("No;Place\n=A1+B2;P1\n#7;P2\n\"say \"\"hi\"\"\";P3\n[x];P4\n*;P5\n");
        Profile mapping = stops();
        joinList(mapping, head, list, joinKeyOf(head, list, 0, 0), {{1, target("text")}});
        QCOMPARE(shownBy(mapping, head), QStringList({"=A1+B2|P1", "#7|P2", "say \"hi\"|P3", "[x]|P4", "*|P5"}));
    }

    void twoListsKeepTheirMapsApart()
    {
        const SourceHead head = headOf(kStops);
        const JoinedList list = listOf(kMaster);
        Profile mapping = stops();
        const JoinKey key = joinKeyOf(head, list, 0, 0);
        joinList(mapping, head, list, key, {{1, target("text")}});
        joinList(mapping, head, list, key, {{1, target("asset_id")}});
        QVERIFY(mapping.maps.contains("machines-location"));
        QVERIFY(mapping.maps.contains("machines-location-2"));
        QVERIFY(mapping.maps["machines-location"].otherwise.has_value());
        QVERIFY(!mapping.maps["machines-location-2"].otherwise.has_value());
    }
};

QTEST_APPLESS_MAIN(TestJoinedList)
#include "tst_joined_list.moc"
