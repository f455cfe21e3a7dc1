// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/pipeline/import_sources.h"

#include "importers/text/text_source.h"
#include "tests/importers/format/zip_bytes.h"
#include "tests/importers/support/case_folder.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;
using test::CaseFolder;
using test::linesOf;

namespace {

const std::string kEvents =
    "time,asset_id,category,code\n2026-03-01T10:00:00Z,R-101,alarm,A\n"
    "2026-03-01T11:00:00Z,R-101,alarm,B\nnever,R-101,alarm,C\n2026-03-01T10:00:00Z,R-101,alarm,A\n";

ImportOptions inUtc()
{
    ImportOptions out;
    out.plan.zone = "UTC";
    return out;
}

} // namespace

class TestImportSources : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void importsAFile();
    void importsBytesLikeAFile();
    void recognisesTheSameBytesAgain();
    void countsRepeatsOfOtherSources();
    void importsAFolderInOrder();
    void aDamagedSourceLeavesTheFileAsItWas();
    void aFormatThatStopsEarlyStopsNothingElse();
    void aSourceIsKeptBehindTheEndOfItsFormat();
    void aFormatThatFailsEarlySaysWhy();
    void aDryRunStoresNothing();
    void cancelLeavesTheFileAsItWas();
    void usesTheSiteZoneWhenNoneIsStated();
    void comparesTheExportStatement();
    void showsTheOriginalRowAgain();
    void rowsWithSeveralRecordsAreCountedOnce();
    void refusesPathsThatAreNotThere();
    void reportsTimesOutsideTheStatedPeriod();
    void reportsTimesAfterTheExport();
    void manyTimesOutsideShareDiagnostics();
    void decidesTheEncodingOverTheWholeSource_data();
    void decidesTheEncodingOverTheWholeSource();
    void aStatedEncodingIsNotDoubted();
};

namespace {

// A list of events with this text in the last row, `before` bytes behind the start.
std::string longList(std::size_t before, const std::string& text)
{
    std::string out = "time,asset_id,category,code,text\n";
    for (int i = 0; out.size() < before; ++i)
        out += formatUtc(Timestamp(std::chrono::seconds(1'600'000'000 + i))) + ",R-101,alarm,A,nothing special here\n";
    return out + "2026-03-01T10:00:00Z,R-101,alarm,B," + text + "\n2026-03-01T11:00:00Z,R-101,alarm,C,last\n";
}

std::vector<Diagnostic> diagnosticsOf(const CaseFile& file, DiagnosticCode code)
{
    std::vector<Diagnostic> out;
    const auto stored = file.diagnostics();
    for (const StoredDiagnostic& diagnostic : *stored)
        if (diagnostic.diagnostic.code == code)
            out.push_back(diagnostic.diagnostic);
    return out;
}

} // namespace

namespace {

constexpr std::size_t kManyBytes = 9'000'000; // more than the queues between the threads hold
const std::string kLogBegin =
    "<log xmlns=\"http://www.xes-standard.org/\"><trace><string key=\"concept:name\" value=\"B1\"/><event>"
    "<string key=\"concept:name\" value=\"A\"/><date key=\"time:timestamp\" value=\"2026-03-01T10:00:00Z\"/>"
    "</event>";

// Its bytes are kept whole, under their hash.
void compareKept(const CaseFile& file, const SourceSummary& source, const std::string& bytes)
{
    const auto stored = file.findSourceByHash(source.sha256);
    QVERIFY(stored.has_value() && stored->has_value());
    QVERIFY(*file.sourceBytes((*stored)->id) == bytes);
    QVERIFY(source.sha256 == sha256(bytes));
}

} // namespace

void TestImportSources::aFormatThatStopsEarlyStopsNothingElse()
{
    const CaseFolder folder;
    CaseFile file = folder.create();
    const std::string bytes = kLogBegin + "<event></trace>" + std::string(kManyBytes, 'x');
    (void)folder.write("in/a.xes", bytes);
    (void)folder.write("in/b.csv", kEvents);
    const auto summary = importSources(file, {folder.path("in")}, inUtc());
    QVERIFY2(summary.has_value(), summary ? "" : errorText(summary.error()).c_str());
    QCOMPARE(linesOf(*summary),
        std::string("a.xes profile:xes-event-log 2=2+0+0 batches:1 events:1 ExtraAttribute:4 UnreadablePart:1\n"
                    "b.csv canonical:events 4=2+1+1 events:2 DuplicateRow:1 RequiredValueUnreadable:1\n"));
    const std::vector<Diagnostic> found = diagnosticsOf(file, DiagnosticCode::UnreadablePart);
    QVERIFY2(found.at(0).detail.find("tag mismatch") != std::string::npos, found.at(0).detail.c_str());
    compareKept(file, summary->sources[0], bytes);
}

void TestImportSources::aSourceIsKeptBehindTheEndOfItsFormat()
{
    const CaseFolder folder;
    CaseFile file = folder.create();
    const std::string bytes = kLogBegin + "</trace></log>" + std::string(kManyBytes, '\0');
    const auto summary = importSources(file, {folder.write("a.xes", bytes)}, inUtc());
    QCOMPARE(
        linesOf(*summary), std::string("a.xes profile:xes-event-log 2=2+0+0 batches:1 events:1 ExtraAttribute:4\n"));
    compareKept(file, summary->sources[0], bytes);
}

void TestImportSources::aFormatThatFailsEarlySaysWhy()
{
    const CaseFolder folder;
    CaseFile file = folder.create();
    std::string csv = kEvents;
    for (int i = 0; csv.size() < 2'000'000; ++i)
        csv += formatUtc(Timestamp(std::chrono::seconds(1'600'000'000 + i))) + ",R-101,alarm,A\n";
    const auto check = crc32(0, reinterpret_cast<const Bytef*>(csv.data()), static_cast<uInt>(csv.size()));
    (void)folder.write("in/a.csv.gz",
        std::string("\x1F\x8B\x08\0\0\0\0\0\0\3", 10) + test::deflated(csv) + test::littleEndian(check, 4)
            + test::littleEndian(csv.size(), 4) + std::string(kManyBytes, 'x'));
    (void)folder.write("in/b.csv", kEvents);
    const auto summary = importSources(file, {folder.path("in")}, inUtc());
    QVERIFY2(summary.has_value(), summary ? "" : errorText(summary.error()).c_str());
    QCOMPARE(summary->sources.at(0).error->code, ErrorCode::CorruptInput);
    QCOMPARE(summary->sources.at(1).rows.read, std::uint64_t{4});
}

void TestImportSources::reportsTimesOutsideTheStatedPeriod()
{
    const CaseFolder folder;
    CaseFile file = folder.create();
    ImportOptions options = inUtc();
    options.covers = Interval{Timestamp(std::chrono::seconds(1'772'359'200)), // 2026-03-01T10:00:00Z
        Timestamp(std::chrono::seconds(1'772'362'800))}; // 11:00
    const auto summary = importSources(file,
        {folder.write("events.csv",
            "time,asset_id,category,code,end\n2026-03-01T09:59:59Z,R,alarm,A,\n2026-03-01T10:00:00Z,R,alarm,B,\n"
            "2026-03-01T09:00:00Z,R,alarm,C,2026-03-01T10:30:00Z\n2026-03-01T11:00:01Z,R,alarm,D,\n")},
        options);
    QCOMPARE(linesOf(*summary), std::string("events.csv canonical:events 4=4+0+0 events:4 OutsideCoverage:2\n"));
    const std::vector<Diagnostic> found = diagnosticsOf(file, DiagnosticCode::OutsideCoverage);
    QCOMPARE(found.size(), std::size_t{2});
    QCOMPARE(found[0].row, std::uint64_t{1});
    QCOMPARE(found[0].columnName, std::string("time"));
    QCOMPARE(found[0].excerpt, std::string("2026-03-01T09:59:59Z"));
    QCOMPARE(found[0].detail, std::string("stated: 2026-03-01T10:00:00Z to 2026-03-01T11:00:00Z"));
    QCOMPARE(found[1].row, std::uint64_t{4});
}

void TestImportSources::reportsTimesAfterTheExport()
{
    const CaseFolder folder;
    const std::string path = folder.write("events.csv",
        "time,asset_id,category,code\n2026-03-01T09:00:00Z,R,alarm,A\n"
        "2026-03-01T10:00:00Z,R,alarm,B\n2026-03-02T10:00:00Z,R,alarm,C\n");
    ImportOptions options = inUtc();
    options.now = Timestamp(std::chrono::seconds(1'772'445'600)); // 2026-03-02T10:00:00Z
    CaseFile none = folder.create("none.ante");
    QCOMPARE(
        linesOf(*importSources(none, {path}, options)), std::string("events.csv canonical:events 3=3+0+0 events:3\n"));
    options.statement = "Exported: 2026-03-01T10:30:00+01:00\nrows: 3";
    CaseFile file = folder.create("two.ante");
    QCOMPARE(linesOf(*importSources(file, {path}, options)),
        std::string("events.csv canonical:events 3=3+0+0 events:3 FutureTime:2\n"));
    const std::vector<Diagnostic> found = diagnosticsOf(file, DiagnosticCode::FutureTime);
    QCOMPARE(found[0].row, std::uint64_t{2});
    QCOMPARE(found[0].excerpt, std::string("2026-03-01T10:00:00Z"));
    QCOMPARE(found[0].detail, std::string("exported 2026-03-01T09:30:00Z"));
    QVERIFY(none.summary()->contentHash == file.summary()->contentHash);
}

void TestImportSources::manyTimesOutsideShareDiagnostics()
{
    const CaseFolder folder;
    CaseFile file = folder.create();
    std::string csv = "time,tag,value\n";
    for (int i = 0; i < 30'000; ++i)
        csv += formatUtc(Timestamp(std::chrono::seconds(1'600'000'000 + i))) + ",T," + std::to_string(i) + "\n";
    ImportOptions options = inUtc();
    options.now = Timestamp(std::chrono::seconds(1'500'000'000));
    const auto summary = importSources(file, {folder.write("samples.csv", csv)}, options);
    QCOMPARE(summary->sources[0].rows.stored, std::uint64_t{30'000});
    const std::vector<Diagnostic> found = diagnosticsOf(file, DiagnosticCode::FutureTime);
    QVERIFY(found.size() >= 10'000 && found.size() < 10'100);
    QVERIFY(found.back().detail.ends_with("to 30000"));
    QCOMPARE(summary->sources[0].diagnostics.at("FutureTime"), std::uint64_t(found.size()));
}

void TestImportSources::decidesTheEncodingOverTheWholeSource_data()
{
    QTest::addColumn<QByteArray>("text"); // at five megabytes
    QTest::addColumn<QByteArray>("head"); // in the first rows
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("stored"); // empty: the row is rejected
    QTest::newRow("Windows-1252 behind ASCII")
        << QByteArray("K\xFChler zu hei\xDF") << QByteArray() << QByteArray("windows-1252")
        << QByteArray("K\xC3\xBChler zu hei\xC3\x9F");
    QTest::newRow("ISO 8859-2 behind ASCII")
        << QByteArray("ko\xB3o") << QByteArray() << QByteArray("iso-8859-2") << QByteArray("ko\xC5\x82o");
    QTest::newRow("UTF-8 behind ASCII") << QByteArray("K\xC3\xBChler") << QByteArray() << QByteArray("utf-8")
                                        << QByteArray("K\xC3\xBChler");
    QTest::newRow("one damaged byte behind UTF-8")
        << QByteArray("K\xFChler") << QByteArray("\xC3\xA4\xC3\xB6\xC3\xBC\xC3\x9F\xC3\xA4") << QByteArray("utf-8")
        << QByteArray();
    QTest::newRow("UTF-8 behind a damaged byte")
        << QByteArray("\xC3\xA4\xC3\xB6\xC3\xBC\xC3\x9F\xC3\xA4") << QByteArray("K\xFChler") << QByteArray("utf-8")
        << QByteArray("\xC3\xA4\xC3\xB6\xC3\xBC\xC3\x9F\xC3\xA4");
}

void TestImportSources::decidesTheEncodingOverTheWholeSource()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, stored);
    std::string csv = longList(5'000'000, text.toStdString());
    if (!head.isEmpty())
        csv.insert(csv.find('\n') + 1, "2026-02-01T10:00:00Z,R-101,alarm,H," + head.toStdString() + "\n");
    const auto rows = static_cast<std::uint64_t>(std::count(csv.begin(), csv.end(), '\n')) - 1;
    const CaseFolder folder;
    CaseFile file = folder.create();
    const auto summary = importSources(file, {folder.write("events.csv", csv)}, inUtc());
    QVERIFY(summary.has_value());
    const SourceSummary& source = summary->sources[0];
    QVERIFY(!source.error);
    QCOMPARE(source.rows.read, rows);
    const bool isHeadDamaged = head.contains('\xFC');
    const std::uint64_t rejected = (stored.isEmpty() ? 1U : 0U) + (isHeadDamaged ? 1U : 0U);
    QCOMPARE(source.rows.rejected, rejected);
    QCOMPARE(diagnosticsOf(file, DiagnosticCode::InvalidEncoding).size(), static_cast<std::size_t>(rejected));
    const auto kept = file.sources();
    QCOMPARE(kept->size(), std::size_t{1});
    QCOMPARE(kept->front().encoding, encoding.toStdString());
    const bool isOther = encoding != "utf-8" || isHeadDamaged;
    QCOMPARE(diagnosticsOf(file, DiagnosticCode::EncodingAssumed).size(), std::size_t(isOther ? 1 : 0));
    if (!stored.isEmpty()) {
        const auto original =
            file.originalRow(kept->front().id, rows - 1, [](const StoredSource& about, std::string bytes) {
                return decodeText(bytes, about.encoding, about.compression);
            });
        QVERIFY(original.has_value());
        QVERIFY2(original->find(stored.toStdString()) != std::string::npos, original->c_str());
    }
}

void TestImportSources::aStatedEncodingIsNotDoubted()
{
    const CaseFolder folder;
    CaseFile file = folder.create();
    ImportOptions options = inUtc();
    options.plan.encoding = Encoding::Utf8;
    const auto summary = importSources(file, {folder.write("events.csv", longList(3'000'000, "K\xFChler"))}, options);
    QCOMPARE(summary->sources[0].rows.rejected, std::uint64_t{1});
    QCOMPARE(summary->sources[0].diagnostics.at("InvalidEncoding"), std::uint64_t{1});
    QVERIFY(!summary->sources[0].diagnostics.contains("EncodingAssumed"));
}

void TestImportSources::importsAFile()
{
    const CaseFolder folder;
    CaseFile file = folder.create();
    const auto summary = importSources(file, {folder.write("events.csv", kEvents)}, inUtc());
    QVERIFY(summary.has_value());
    QCOMPARE(linesOf(*summary),
        std::string("events.csv canonical:events 4=2+1+1 events:2 DuplicateRow:1 RequiredValueUnreadable:1\n"));
    QVERIFY(test::sumsHold(*summary));
    const SourceSummary& source = summary->sources[0];
    QCOMPARE(toHex(source.sha256), toHex(sha256(kEvents)));
    QCOMPARE(formatUtc(*source.first), std::string("2026-03-01T10:00:00Z"));
    QCOMPARE(formatUtc(*source.last), std::string("2026-03-01T11:00:00Z"));
    const auto sources = file.sources();
    QCOMPARE(sources->size(), std::size_t{1});
    QCOMPARE(file.sourceBytes(sources->at(0).id).value(), kEvents);
    const auto diagnostics = file.diagnostics();
    QCOMPARE(diagnostics->size(), std::size_t{2});
    QCOMPARE(diagnostics->at(0).diagnostic.row, std::uint64_t{3});
    QCOMPARE(diagnostics->at(0).diagnostic.line, std::uint64_t{4});
    QCOMPARE(diagnostics->at(0).diagnostic.columnName, std::string("time"));
    QCOMPARE(diagnostics->at(1).diagnostic.row, std::uint64_t{4});
}

void TestImportSources::importsBytesLikeAFile()
{
    CaseFolder folder;
    CaseFile file = folder.create();
    const auto source = importBytes(file, "events.csv", kEvents, inUtc());
    QVERIFY(source.has_value() && !source->error);
    QCOMPARE(source->path, std::string("events.csv"));
    QCOMPARE(source->sha256, sha256(kEvents));
    QCOMPARE(source->rows.read, std::uint64_t{4});
    QCOMPARE(source->rows.stored, std::uint64_t{2});
    QCOMPARE(source->rows.rejected, std::uint64_t{1});
    QCOMPARE(source->rows.duplicate, std::uint64_t{1});
    const StoredSource stored = file.sources()->front();
    QCOMPARE(stored.info.name, std::string("events.csv"));
    QCOMPARE(*file.sourceBytes(stored.id), kEvents);
    QCOMPARE(file.diagnostics()->size(), std::size_t{2});
    const auto again = importSources(file, {folder.write("again.csv", kEvents)}, inUtc());
    QVERIFY(again->sources.front().earlierSource.has_value());
    QVERIFY(importBytes(file, "other.csv", kEvents, inUtc())->earlierSource.has_value());
    QVERIFY(!importBytes(file, "nothing.csv", "nothing that is known", inUtc()).has_value());
    QCOMPARE(file.sources()->size(), std::size_t{1});
}

void TestImportSources::recognisesTheSameBytesAgain()
{
    const CaseFolder folder;
    CaseFile file = folder.create();
    const std::string path = folder.write("events.csv", kEvents);
    QVERIFY(importSources(file, {path}, inUtc()).has_value());
    const auto before = file.summary();
    const auto again = importSources(file, {path, folder.write("copy.csv", kEvents)}, inUtc());
    QCOMPARE(linesOf(*again),
        std::string("events.csv canonical:events 4=0+1+3 DuplicateRow:3 earlier:1\n"
                    "copy.csv canonical:events 4=0+1+3 DuplicateRow:3 earlier:1\n"));
    QVERIFY(test::sumsHold(*again));
    QCOMPARE(file.sources()->size(), std::size_t{1});
    QVERIFY(file.summary()->contentHash == before->contentHash);
}

void TestImportSources::countsRepeatsOfOtherSources()
{
    const CaseFolder folder;
    CaseFile file = folder.create();
    const std::string first = folder.write("a.csv", kEvents);
    const std::string second = folder.write(
        "b.csv", "time;asset_id;category;code\n01.03.2026 11:00;R-101;alarm;B\n01.03.2026 12:00;R-101;alarm;D\n");
    const auto summary = importSources(file, {first, second}, inUtc());
    QCOMPARE(linesOf(*summary).substr(linesOf(*summary).find("b.csv")),
        std::string("b.csv canonical:events 2=1+0+1 events:1 DuplicateRow:1\n"));
}

void TestImportSources::importsAFolderInOrder()
{
    const CaseFolder folder;
    CaseFile file = folder.create();
    folder.write("in/b/tags.csv", "tag,asset_id,unit\nT1,R-101,degC\n");
    folder.write("in/a.csv", kEvents);
    folder.write("in/README.md", "# About\nwords\n");
    folder.write("in/other.csv", "foo,bar\n1,2\n");
    folder.write("in/.hidden.csv", kEvents);
    const auto summary = importSources(file, {folder.path("in")}, inUtc());
    QCOMPARE(linesOf(*summary),
        std::string(
            "README.md not data\n"
            "a.csv canonical:events 4=2+1+1 events:2 DuplicateRow:1 RequiredValueUnreadable:1\n"
            "tags.csv canonical:tags 1=1+0+0 tags:1\n"
            "other.csv error No importer recognises the file: other.csv: no table or profile takes its columns. Run "
            "'inspect', then import with --as or --profile.\n"));
    QVERIFY(summary->failed());
    QCOMPARE(summary->rejected(), std::uint64_t{1});
}

void TestImportSources::aDamagedSourceLeavesTheFileAsItWas()
{
    const CaseFolder folder;
    CaseFile file = folder.create();
    QVERIFY(importSources(file, {folder.write("events.csv", kEvents)}, inUtc()).has_value());
    const auto before = file.summary();
    std::string packed("\x1F\x8B\x08\0\0\0\0\0\0\3", 10);
    packed += "this is no deflate stream";
    const auto summary = importSources(file, {folder.write("broken.csv.gz", packed)}, inUtc());
    QVERIFY(summary.has_value());
    QVERIFY(summary->sources[0].error.has_value());
    QCOMPARE(summary->sources[0].error->code, ErrorCode::CorruptInput);
    QCOMPARE(file.sources()->size(), std::size_t{1});
    QVERIFY(file.summary()->contentHash == before->contentHash);
}

void TestImportSources::aDryRunStoresNothing()
{
    const CaseFolder folder;
    CaseFile file = folder.create();
    ImportOptions options = inUtc();
    options.dryRun = true;
    const auto summary = importSources(file, {folder.write("events.csv", kEvents)}, options);
    QCOMPARE(linesOf(*summary),
        std::string("events.csv canonical:events 4=2+1+1 events:2 DuplicateRow:1 RequiredValueUnreadable:1\n"));
    QCOMPARE(file.sources()->size(), std::size_t{0});
    QCOMPARE(file.summary()->counts.at("events"), std::uint64_t{0});
}

void TestImportSources::cancelLeavesTheFileAsItWas()
{
    const CaseFolder folder;
    CaseFile file = folder.create();
    std::string text = "time,tag,value\n";
    for (int i = 1; i <= 200'000; ++i)
        text += formatUtc(Timestamp(std::chrono::seconds(i))) + ",T1," + std::to_string(i) + "\n";
    std::stop_source stop;
    const auto summary = importSources(file, {folder.write("samples.csv", text)}, inUtc(), stop.get_token(),
        [&](const Progress&) { stop.request_stop(); });
    QVERIFY(!summary.has_value());
    QCOMPARE(summary.error().code, ErrorCode::Cancelled);
    QCOMPARE(file.sources()->size(), std::size_t{0});
    const auto again = importSources(file, {folder.path("samples.csv")}, inUtc());
    QCOMPARE(linesOf(*again), std::string("samples.csv canonical:samples 200000=200000+0+0 samples:200000\n"));
}

void TestImportSources::usesTheSiteZoneWhenNoneIsStated()
{
    const CaseFolder folder;
    CaseFile file = folder.create("case.ante", "Europe/Berlin");
    const std::string path = folder.write("c.csv", "change_id,kind,effective\nC1,recipe,2026-07-01 12:00\n");
    const auto summary = importSources(file, {path}, {});
    QCOMPARE(summary->sources[0].zone, std::string("Europe/Berlin"));
    QCOMPARE(formatUtc(*summary->sources[0].first), std::string("2026-07-01T10:00:00Z"));
}

void TestImportSources::comparesTheExportStatement()
{
    const CaseFolder folder;
    CaseFile file = folder.create();
    ImportOptions options = inUtc();
    options.statement = "by: A. Person\nsystem: CMMS\nrows: 5\n";
    const auto summary = importSources(file, {folder.write("events.csv", kEvents)}, options);
    QCOMPARE(summary->sources[0].diagnostics.at("StatementMismatch"), std::uint64_t{1});
    QCOMPARE(file.sources()->at(0).info.statement, options.statement);
}

void TestImportSources::showsTheOriginalRowAgain()
{
    const CaseFolder folder;
    CaseFile file = folder.create();
    std::string bytes = "\xFF\xFE";
    for (const char c : kEvents) {
        bytes += c;
        bytes += '\0';
    }
    const auto summary = importSources(file, {folder.write("events.txt", bytes)}, inUtc());
    QCOMPARE(linesOf(*summary).substr(0, 36), std::string("events.txt canonical:events 4=2+1+1 "));
    const auto row = file.originalRow(1, 2, [](const StoredSource& source, std::string raw) {
        return decodeText(raw, source.encoding, source.compression);
    });
    QVERIFY(row.has_value());
    QCOMPARE(*row, std::string("2026-03-01T11:00:00Z,R-101,alarm,B"));
}

void TestImportSources::rowsWithSeveralRecordsAreCountedOnce()
{
    const CaseFolder folder;
    CaseFile file = folder.create();
    ImportOptions options = inUtc();
    options.plan.profile =
        parseProfile("[profile]\nname = wide\n[table samples]\neach = a, b\ntime = {t}\ntag = {@name}\n"
                     "value = {@value}\n",
            "wide.profile")
            .value();
    const auto summary = importSources(file,
        {folder.write("w.csv",
            "t,a,b\n2026-03-01T10:00:00,1,2\n2026-03-01T10:00:01,1,\n2026-03-01T10:00:00,1,2\n"
            "2026-03-01T10:00:02,,\n2026-03-01T10:00:01,1,7\n")},
        options);
    QCOMPARE(linesOf(*summary), std::string("w.csv profile:wide 5=3+1+1 samples:4 DuplicateRow:1 RowNotMapped:1\n"));
    QVERIFY(test::sumsHold(*summary));
}

void TestImportSources::refusesPathsThatAreNotThere()
{
    const CaseFolder folder;
    CaseFile file = folder.create();
    const auto summary = importSources(file, {folder.path("none.csv")}, inUtc());
    QVERIFY(!summary.has_value());
    QCOMPARE(summary.error().code, ErrorCode::FileNotFound);
}

QTEST_GUILESS_MAIN(TestImportSources)
#include "tst_import_sources.moc"
