// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/zip/zip_archive.h"
#include "tests/importers/format/zip_bytes.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;
using namespace antecedent::importers::test;

namespace {

// A member's bytes, or why there are none.
std::string contentOf(const std::string& bytes, const char* name)
{
    MemorySource source(bytes);
    const auto archive = ZipArchive::open(source);
    if (!archive)
        return errorText(archive.error());
    const ZipMember* member = (*archive)->find(name);
    if (member == nullptr)
        return "no member";
    const auto opened = (*archive)->open(*member);
    if (!opened)
        return errorText(opened.error());
    std::string out;
    std::string piece(1U << 20U, ' ');
    for (;;) {
        const auto count = (*opened)->read(std::span<char>(piece.data(), piece.size()));
        if (!count)
            return errorText(count.error());
        if (*count == 0)
            return out;
        out.append(piece, 0, *count);
    }
}

// States another packed size in the directory.
std::string withPackedSize(std::string bytes, const std::string& name, std::uint64_t size)
{
    constexpr std::size_t kNameAt = 46;
    constexpr std::size_t kPackedAt = 20;
    return bytes.replace(bytes.rfind(name) - kNameAt + kPackedAt, 4, littleEndian(size, 4));
}

} // namespace

class TestZipArchive : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void membersAreFoundByName();
    void checkSumsAreCompared();
    void growthIsMeasuredByWhatIsThere();
    void aMemberThatIsNotThereIsCutOff();
    void aSpoolHasALimit();
};

void TestZipArchive::membersAreFoundByName()
{
    for (const bool isDeflated : {true, false}) {
        const std::string bytes = zipOf({{"a/One.txt", "first"}, {"a/one.txt", "second"}, {"empty", ""}}, isDeflated);
        QCOMPARE(contentOf(bytes, "A/ONE.TXT"), std::string("first"));
        QCOMPARE(contentOf(bytes, "empty"), std::string());
        QCOMPARE(contentOf(bytes, "other"), std::string("no member"));
    }
}

void TestZipArchive::checkSumsAreCompared()
{
    std::string bytes = zipOf({{"a.txt", "some text"}}, false);
    bytes[bytes.find("some text")] = 'S';
    QVERIFY2(contentOf(bytes, "a.txt").find("its check sum differs") != std::string::npos,
        contentOf(bytes, "a.txt").c_str());
}

void TestZipArchive::growthIsMeasuredByWhatIsThere()
{
    const std::string bytes = zipOf({{"bomb", std::string(80'000'000, 'a')}});
    QVERIFY2(contentOf(bytes, "bomb").find("grows more than 200 times") != std::string::npos,
        contentOf(bytes, "bomb").substr(0, 200).c_str());
    Members members{{"bomb", std::string(80'000'000, 'a')}};
    std::string noise;
    for (std::uint32_t x = 1; noise.size() < 2'000'000; x = x * 1'664'525U + 1'013'904'223U)
        noise += static_cast<char>(x >> 24U);
    members.emplace_back("noise", noise);
    const std::string lie = withPackedSize(zipOf(members), "bomb", 1'900'000);
    QVERIFY2(contentOf(lie, "bomb").find("grows more than 200 times") != std::string::npos,
        contentOf(lie, "bomb").substr(0, 200).c_str());
}

void TestZipArchive::aMemberThatIsNotThereIsCutOff()
{
    const std::string bytes = withPackedSize(zipOf({{"a.txt", "some text"}}, false), "a.txt", 0xFFFF'FFF0U);
    QVERIFY2(contentOf(bytes, "a.txt").find("the member a.txt is cut off") != std::string::npos,
        contentOf(bytes, "a.txt").c_str());
}

void TestZipArchive::aSpoolHasALimit()
{
    const std::string bytes(3'000'000, 'x');
    for (const std::size_t memory : {std::size_t{0}, bytes.size()}) {
        MemorySource source(bytes);
        const auto spool = Spool::read(source, memory, std::uint64_t{2} << 20U);
        QVERIFY(!spool);
        QCOMPARE(spool.error().code, ErrorCode::TooLarge);
        QVERIFY(spool.error().detail.starts_with("the source has more than 2 MB when it is unpacked"));
        MemorySource again(bytes);
        QVERIFY(Spool::read(again, memory, bytes.size()).has_value());
    }
}

QTEST_APPLESS_MAIN(TestZipArchive)
#include "tst_zip_archive.moc"
