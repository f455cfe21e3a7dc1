// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/text/byte_source.h"

#include "tests/importers/support/read_text.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

using namespace antecedent;
using namespace antecedent::importers;

namespace {

std::string gzipped(std::string_view text)
{
    z_stream z{};
    (void)deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string in(text);
    std::string out(compressBound(static_cast<uLong>(text.size())) + 64, '\0');
    z.next_in = reinterpret_cast<Bytef*>(in.data());
    z.avail_in = static_cast<uInt>(in.size());
    z.next_out = reinterpret_cast<Bytef*>(out.data());
    z.avail_out = static_cast<uInt>(out.size());
    (void)deflate(&z, Z_FINISH);
    out.resize(z.total_out);
    deflateEnd(&z);
    return out;
}

Result<std::string> readAll(ByteSource& source, std::size_t piece)
{
    std::string out;
    std::string buffer(piece, '\0');
    for (;;) {
        const Result<std::size_t> count = source.read(std::span<char>(buffer.data(), buffer.size()));
        if (!count)
            return count.error();
        if (*count == 0)
            return out;
        out.append(buffer, 0, *count);
    }
}

} // namespace

class TestByteSource : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void passesPlainBytes();
    void undoesGzip();
    void undoesSeveralMembers();
    void refusesDamagedGzip();
    void refusesCutGzip();
    void readsFiles();
    void reportsMissingFiles();
};

void TestByteSource::passesPlainBytes()
{
    for (const char* text : {"", "a", "ab", "plain text"}) {
        test::PiecewiseSource inner(text, 1, 1);
        GunzipSource source(inner);
        QCOMPARE(readAll(source, 3).value(), std::string(text));
        QVERIFY(!source.isGzip());
    }
}

void TestByteSource::undoesGzip()
{
    std::string text;
    for (int i = 0; i < 100'000; ++i)
        text += std::to_string(i) + ",";
    const std::string packed = gzipped(text);
    for (const std::size_t piece : {std::size_t{1}, std::size_t{777}, std::size_t{1} << 20U}) {
        test::PiecewiseSource inner(packed, piece, piece);
        GunzipSource source(inner);
        QVERIFY(readAll(source, 65536).value() == text);
        QVERIFY(source.isGzip());
    }
}

void TestByteSource::undoesSeveralMembers()
{
    const std::string packed = gzipped("first ") + gzipped("second") + std::string(8, '\0');
    MemorySource inner(packed);
    GunzipSource source(inner);
    QCOMPARE(readAll(source, 5).value(), std::string("first second"));
}

void TestByteSource::refusesDamagedGzip()
{
    std::string packed = gzipped(std::string(10'000, 'a') + "end");
    packed[packed.size() / 2] = static_cast<char>(packed[packed.size() / 2] ^ 0x55);
    MemorySource inner(packed);
    GunzipSource source(inner);
    const auto result = readAll(source, 100);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::CorruptInput);
}

void TestByteSource::refusesCutGzip()
{
    const std::string packed = gzipped("some text that is cut");
    for (std::size_t cut = 3; cut < packed.size(); ++cut) {
        MemorySource inner(std::string_view(packed).substr(0, cut));
        GunzipSource source(inner);
        const auto result = readAll(source, 100);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, ErrorCode::CorruptInput);
    }
}

void TestByteSource::readsFiles()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QString::fromUtf8("größe 1.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a,b\n");
    file.close();
    Result<std::unique_ptr<FileSource>> source = FileSource::open(path.toStdString());
    QVERIFY(source.has_value());
    QCOMPARE(readAll(**source, 3).value(), std::string("a,b\n"));
}

void TestByteSource::reportsMissingFiles()
{
    const QTemporaryDir folder;
    QCOMPARE(FileSource::open(folder.filePath("none.csv").toStdString()).error().code, ErrorCode::FileNotFound);
    QCOMPARE(FileSource::open(folder.path().toStdString()).error().code, ErrorCode::FileUnreadable);
}

QTEST_GUILESS_MAIN(TestByteSource)
#include "tst_byte_source.moc"
