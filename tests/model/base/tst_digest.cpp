// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/digest.h"

#include <QTest>

using namespace antecedent;

class TestDigest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hashesTheStandardsExamples();
    void doesNotDependOnThePieces();
    void startsAnewAfterFinish();
    void readsBackItsText();
    void recordIdIsTheFirstHalf();
};

void TestDigest::hashesTheStandardsExamples()
{
    QCOMPARE(printDigest(sha256("abc")),
        std::string("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    QCOMPARE(toHex(sha256("")), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
}

void TestDigest::doesNotDependOnThePieces()
{
    const std::string text(1000, 'x');
    for (std::size_t cut = 0; cut <= text.size(); cut += 37) {
        Sha256 hash;
        hash.add(std::string_view(text).substr(0, cut));
        hash.add(std::string_view(text).substr(cut));
        QCOMPARE(toHex(hash.finish()), toHex(sha256(text)));
    }
}

void TestDigest::startsAnewAfterFinish()
{
    Sha256 hash;
    hash.add(std::string_view("something"));
    (void)hash.finish();
    hash.add(std::string_view("abc"));
    QCOMPARE(toHex(hash.finish()), toHex(sha256("abc")));
}

void TestDigest::readsBackItsText()
{
    const Digest digest = sha256("abc");
    QVERIFY(digestFromHex(toHex(digest)) == digest);
    QVERIFY(!digestFromHex("abc").has_value());
    QVERIFY(!digestFromHex(std::string(63, '0') + 'g').has_value());
    const RecordId id = recordIdOf("abc");
    QVERIFY(recordIdFromHex(toHex(id)) == id);
    QVERIFY(!recordIdFromHex("00").has_value());
}

void TestDigest::recordIdIsTheFirstHalf()
{
    QCOMPARE(toHex(recordIdOf("abc")), toHex(sha256("abc")).substr(0, 32));
}

QTEST_GUILESS_MAIN(TestDigest)
#include "tst_digest.moc"
