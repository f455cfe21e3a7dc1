// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/export/event_log.h"

#include "tests/support/dataset_builder.h"

#include <sqlite3.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>
#include <QtTest>

using namespace antecedent;

namespace {

constexpr std::int64_t kSecond = 1'000'000;

// Two assets, one batch with a step of an hour, an alarm inside it, and an alarm without a batch.
Dataset plant(const std::string& alarmText)
{
    Dataset data;
    data.title = "Line 1 & \"more\"";
    Asset press;
    press.id = "PRESS";
    Asset mill;
    mill.id = "MILL";
    data.assets = {mill, press};
    Batch batch;
    batch.id = "B-1";
    data.batches = {batch};
    data.sources.resize(1);
    data.sources[0].name = "events.csv";
    BatchStep step;
    step.head.source = SourceIndex{0};
    step.head.row = 4;
    step.batch = BatchIndex{0};
    step.asset = AssetIndex{1};
    step.name = "Compress";
    step.start.utcUs = 100 * kSecond;
    step.end.utcUs = 3700 * kSecond;
    data.steps = {step};
    const auto addAlarm = [&data](std::int64_t us, AssetIndex asset, BatchIndex of, const std::string& text) {
        data.events.timeUs.push_back(us);
        data.events.endUs.push_back(TimeValue::kUnknown);
        data.events.precision.push_back(static_cast<std::uint8_t>(TimePrecision::Decimal3));
        data.events.asset.push_back(asset);
        data.events.batch.push_back(of);
        data.events.category.push_back(data.strings.intern("alarm"));
        data.events.code.push_back(data.strings.intern("TORQUE"));
        data.events.severity.push_back(data.strings.intern("2"));
        data.events.text.push_back(data.strings.intern(text));
        data.events.actor.push_back(0);
        data.events.source.push_back(SourceIndex{0});
        data.events.row.push_back(7);
        RecordId id;
        id.bytes[0] = static_cast<std::uint8_t>(data.events.size());
        data.events.id.push_back(id);
        data.events.recordedUs.push_back(TimeValue::kUnknown);
    };
    addAlarm(100 * kSecond + 500'000, AssetIndex{1}, BatchIndex{0}, alarmText);
    addAlarm(200 * kSecond, AssetIndex{0}, BatchIndex{}, "");
    return data;
}

QByteArray batchLog(const Dataset& data, EventLogFormat format)
{
    std::string all;
    const UnifiedEvents events = unifyEvents(data);
    const Result<void> written = writeBatchLog(data, events, format, [&all](std::string_view bytes) -> Result<void> {
        all += bytes;
        return {};
    });
    return written ? QByteArray::fromStdString(all) : QByteArray();
}

} // namespace

class TestEventLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alignedLogHoldsTheUsableWindows();
    void csvHoldsOneRowPerEvent();
    void csvQuotesWhatNeedsIt();
    void xesIsWellFormedAndOrdered();
    void xesReplacesWhatXmlCannotHold();
    void ocelJsonHasWhatItsSchemaAsks();
    void ocelDatabaseHoldsTheSame();
    void ocelWindowsAreObjects();
    void anEndBeforeItsStartStandsBehindIt();
    void equalInputGivesEqualBytes();
    void stopsWhereTheSinkFails();
    void stopsWhenCancelled();
};

void TestEventLog::alignedLogHoldsTheUsableWindows()
{
    test::DatasetBuilder builder;
    builder.deviation("D1", "leak", "2024-05-10T12:00:00Z", "M1");
    builder.event("2024-05-10T09:00:00.25Z", "M1", "alarm", "EARLY");
    builder.event("2024-05-10T13:00:00Z", "M1", "alarm", "LATE");
    const Dataset data = builder.take();
    const AlignmentContext context(data);
    const Result<FailureSet> failures = selectFailures(data, {}, {});
    QVERIFY(failures.has_value());
    WindowOptions options;
    options.controls = 0;
    options.before = wallLength(std::chrono::hours(3)); // as far back as there are data
    Result<Alignment> alignment = align(context, *failures, options);
    QVERIFY(alignment.has_value());
    alignment->windows.push_back(alignment->windows.front());
    alignment->windows.back().excluded = std::string("no coverage");
    std::string all;
    const Result<void> written =
        writeAlignedLog(context, *alignment, EventLogFormat::Csv, [&all](std::string_view bytes) -> Result<void> {
            all += bytes;
            return {};
        });
    QVERIFY(written.has_value());
    const QList<QByteArray> lines = QByteArray::fromStdString(all).split('\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines[1].startsWith("D1,case,D1,2024-05-10T12:00:00Z,alarm:EARLY,2024-05-10T09:00:00.25Z,"), lines[1]);
    QVERIFY2(lines[1].contains(",M1,-10799.75,"), lines[1]);
    QVERIFY2(lines[2].contains(",M1,3600,"), lines[2]);
}

void TestEventLog::csvHoldsOneRowPerEvent()
{
    const QList<QByteArray> lines = batchLog(plant("too high"), EventLogFormat::Csv).split('\n');
    QCOMPARE(lines.size(), 5); // header, three events, the end
    QCOMPARE(lines[1],
        QByteArray("B-1,batch,,,step:Compress,1970-01-01T00:01:40Z,1970-01-01T01:01:40Z,complete,PRESS,,0.5,B-1,step,,,"
                   "events.csv,4,00000000000000000000000000000000\r"));
    QCOMPARE(lines[2],
        QByteArray(
            "B-1,batch,,,alarm:TORQUE,1970-01-01T00:01:40.500Z,1970-01-01T00:01:40.500Z,complete,PRESS,,0.0005,B-1,"
            "alarm,2,too high,events.csv,7,01000000000000000000000000000000\r"));
    QVERIFY(lines[3].startsWith("MILL,asset,,,alarm:TORQUE,"));
}

void TestEventLog::csvQuotesWhatNeedsIt()
{
    const QByteArray log = batchLog(plant("high, \"very\"\nhigh"), EventLogFormat::Csv);
    QVERIFY(log.contains(",\"high, \"\"very\"\"\nhigh\","));
}

void TestEventLog::xesIsWellFormedAndOrdered()
{
    QXmlStreamReader xml(batchLog(plant("a<b & \"c\"\n"), EventLogFormat::Xes));
    QStringList seen;
    QStringList traces;
    int depth = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement())
            --depth;
        if (!xml.isStartElement())
            continue;
        ++depth;
        const QString key = xml.attributes().value(QLatin1String("key")).toString();
        const QString value = xml.attributes().value(QLatin1String("value")).toString();
        QCOMPARE(xml.namespaceUri().toString(), QStringLiteral("http://www.xes-standard.org/"));
        if (depth == 2 && key == QLatin1String("concept:name"))
            QCOMPARE(value, QStringLiteral("Line 1 & \"more\""));
        if (depth == 3 && key == QLatin1String("concept:name") && !value.isEmpty())
            traces << value;
        if (depth == 4 && (key == QLatin1String("lifecycle:transition") || key == QLatin1String("time:timestamp")))
            seen << value;
        if (key == QLatin1String("text"))
            QCOMPARE(value, QStringLiteral("a<b & \"c\"\n"));
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(traces, QStringList({QStringLiteral("B-1"), QStringLiteral("MILL")}));
    QCOMPARE(seen.join(QLatin1Char(' ')),
        QStringLiteral("start 1970-01-01T00:01:40Z complete 1970-01-01T00:01:40.500Z complete 1970-01-01T01:01:40Z "
                       "complete 1970-01-01T00:03:20.000Z"));
}

void TestEventLog::xesReplacesWhatXmlCannotHold()
{
    const QByteArray log = batchLog(plant(std::string("a\x01\xFF\xC0\x80\xEF\xBF\xBF\xC3\xA9")), EventLogFormat::Xes);
    QXmlStreamReader xml(log);
    QString text;
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement
            && xml.attributes().value(QLatin1String("key")) == QLatin1String("text"))
            text = xml.attributes().value(QLatin1String("value")).toString();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(text.front(), QLatin1Char('a'));
    QCOMPARE(text.back(), QChar(0xE9));
    QVERIFY(text.contains(QChar(0xFFFD)));
}

// The required members of the schema, and that every relation leads to an object and every type is declared.
void TestEventLog::ocelJsonHasWhatItsSchemaAsks()
{
    QJsonParseError problem;
    const QJsonObject log =
        QJsonDocument::fromJson(batchLog(plant("too \"high\"\n"), EventLogFormat::OcelJson), &problem).object();
    QCOMPARE(problem.error, QJsonParseError::NoError);
    QCOMPARE(log.keys(), (QStringList{"eventTypes", "events", "objectTypes", "objects"}));
    QSet<QString> objects;
    for (const QJsonValue& object : log["objects"].toArray()) {
        QVERIFY(object["id"].isString() && object["type"].isString());
        objects.insert(object["id"].toString());
    }
    QCOMPARE(objects, (QSet<QString>{"B-1", "MILL", "PRESS"}));
    QSet<QString> types;
    for (const QJsonValue& type : log["eventTypes"].toArray()) {
        QVERIFY(type["name"].isString() && type["attributes"].isArray());
        types.insert(type["name"].toString());
    }
    const QJsonArray events = log["events"].toArray();
    QCOMPARE(events.size(), 3);
    QSet<QString> ids;
    for (const QJsonValue& event : events) {
        ids.insert(event["id"].toString());
        QVERIFY(types.contains(event["type"].toString()));
        QVERIFY(event["time"].toString().endsWith(QLatin1Char('Z')));
        for (const QJsonValue& attribute : event["attributes"].toArray())
            QVERIFY(attribute["name"].isString() && attribute["value"].isString());
        QVERIFY(!event["relationships"].toArray().isEmpty());
        for (const QJsonValue& relation : event["relationships"].toArray())
            QVERIFY(relation["qualifier"].isString() && objects.contains(relation["objectId"].toString()));
    }
    QCOMPARE(ids.size(), 3);
}

void TestEventLog::ocelDatabaseHoldsTheSame()
{
    QByteArray bytes = batchLog(plant("too high"), EventLogFormat::OcelSqlite);
    sqlite3* database = nullptr;
    QCOMPARE(sqlite3_open(":memory:", &database), SQLITE_OK);
    auto* image = reinterpret_cast<unsigned char*>(bytes.data());
    QCOMPARE(sqlite3_deserialize(database, "main", image, bytes.size(), bytes.size(), SQLITE_DESERIALIZE_READONLY),
        SQLITE_OK);
    const auto text = [database](const char* sql) {
        sqlite3_stmt* statement = nullptr;
        QByteArray out("no row");
        if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) == SQLITE_OK
            && sqlite3_step(statement) == SQLITE_ROW)
            out = QByteArray(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
        sqlite3_finalize(statement);
        return out;
    };
    QCOMPARE(text("SELECT count(*) FROM event"), QByteArray("3"));
    QCOMPARE(text("SELECT count(*) FROM object"), QByteArray("3"));
    QCOMPARE(text("SELECT count(*) FROM event_object"), QByteArray("5"));
    QCOMPARE(
        text("SELECT ocel_type_map FROM event_map_type WHERE ocel_type = 'alarm:TORQUE'"), QByteArray("alarmTORQUE"));
    QCOMPARE(text("SELECT min(ocel_time) FROM event_alarmTORQUE"), QByteArray("1970-01-01 00:01:40.500+00:00"));
    QCOMPARE(text("SELECT count(*) FROM pragma_foreign_key_check"), QByteArray("0"));
    sqlite3_close(database);
}

void TestEventLog::ocelWindowsAreObjects()
{
    test::DatasetBuilder builder;
    builder.deviation("D1", "leak", "2024-05-10T12:00:00Z", "M1");
    builder.event("2024-05-10T09:00:00.25Z", "M1", "alarm", "EARLY");
    builder.event("2024-05-10T13:00:00Z", "M1", "alarm", "LATE");
    const Dataset data = builder.take();
    const AlignmentContext context(data);
    const Result<FailureSet> failures = selectFailures(data, {}, {});
    WindowOptions options;
    options.controls = 0;
    options.before = wallLength(std::chrono::hours(3));
    Result<Alignment> alignment = align(context, *failures, options);
    QVERIFY(alignment.has_value());
    alignment->windows.push_back(alignment->windows.front()); // one in which nothing happened
    alignment->windows.back().id = "D1 quiet";
    alignment->windows.back().events.clear();
    const auto exported = [&](EventLogFormat format) {
        std::string out;
        const Result<void> written =
            writeAlignedLog(context, *alignment, format, [&out](std::string_view bytes) -> Result<void> {
                out += bytes;
                return {};
            });
        return written ? out : std::string();
    };
    const std::string all = exported(EventLogFormat::OcelJson);
    const QJsonObject log = QJsonDocument::fromJson(QByteArray::fromStdString(all)).object();
    const QJsonArray objects = log["objects"].toArray();
    QCOMPARE(objects.size(), 3);
    QCOMPARE(objects[1]["id"].toString(), QStringLiteral("D1 quiet"));
    for (const int window : {0, 1}) {
        QCOMPARE(objects[window]["relationships"].toArray().size(), 1);
        QCOMPARE(objects[window]["relationships"][0]["objectId"].toString(), QStringLiteral("M1"));
        QCOMPARE(objects[window]["relationships"][0]["qualifier"].toString(), QStringLiteral("lies at"));
    }
    const std::string database = exported(EventLogFormat::OcelSqlite);
    QVERIFY(database.find("D1 quiet") != std::string::npos && database.find("lies at") != std::string::npos);
    QCOMPARE(objects[0]["type"].toString(), QStringLiteral("Window"));
    QCOMPARE(objects[0]["attributes"][0]["value"].toString(), QStringLiteral("case"));
    QVERIFY(all.find("{\"name\":\"offset_s\",\"value\":\"-10799.75\"}") != std::string::npos);
}

// Of a record with such times; the pair stays together, and both times are as stated.
void TestEventLog::anEndBeforeItsStartStandsBehindIt()
{
    test::DatasetBuilder builder;
    builder.event("2024-05-10T11:00:00Z", "M1", "alarm", "BETWEEN");
    builder.event("2024-05-10T12:00:00Z", "M1", "state", "WRONG", {}, "2024-05-10T10:00:00Z");
    const QByteArray log = batchLog(builder.take(), EventLogFormat::Xes);
    QXmlStreamReader xml(log);
    QStringList seen;
    while (!xml.atEnd()) {
        xml.readNext();
        const QString key = xml.isStartElement() ? xml.attributes().value(QLatin1String("key")).toString() : QString();
        if (key == QLatin1String("lifecycle:transition") || key == QLatin1String("time:timestamp"))
            seen << xml.attributes().value(QLatin1String("value")).toString();
    }
    QCOMPARE(seen.mid(2).join(QLatin1Char(' ')), // behind the defaults
        QStringLiteral("complete 2024-05-10T11:00:00Z start 2024-05-10T12:00:00Z complete 2024-05-10T10:00:00Z"));
}

void TestEventLog::equalInputGivesEqualBytes()
{
    for (const EventLogFormat format :
        {EventLogFormat::Csv, EventLogFormat::Xes, EventLogFormat::OcelJson, EventLogFormat::OcelSqlite})
        QCOMPARE(batchLog(plant("x"), format), batchLog(plant("x"), format));
}

void TestEventLog::stopsWhereTheSinkFails()
{
    const Dataset data = plant("x");
    const Result<void> written =
        writeBatchLog(data, unifyEvents(data), EventLogFormat::Csv, [](std::string_view) -> Result<void> {
            return Error{ErrorCode::FileUnwritable, "log.csv", "disk full"};
        });
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::FileUnwritable);
}

void TestEventLog::stopsWhenCancelled()
{
    const Dataset data = plant("x");
    std::stop_source stop;
    stop.request_stop();
    const Result<void> written = writeBatchLog(
        data, unifyEvents(data), EventLogFormat::Xes, [](std::string_view) -> Result<void> { return {}; },
        stop.get_token());
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestEventLog)
#include "tst_event_log.moc"
