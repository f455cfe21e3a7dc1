// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/base64.h"

#include <QtTest>

using namespace antecedent;

class TestBase64 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // RFC 4648 section 10.
    void writesTheVectorsOfTheStandard()
    {
        const std::pair<const char*, const char*> vectors[] = {{"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"},
            {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}};
        for (const auto& [bytes, text] : vectors) {
            QCOMPARE(toBase64(bytes), std::string(text));
            QCOMPARE(fromBase64(text), std::optional<std::string>(bytes));
        }
    }

    void everyByteComesBack()
    {
        std::string bytes;
        for (int i = 0; i < 1000; ++i)
            bytes += static_cast<char>(i * 37 % 256);
        QCOMPARE(fromBase64(toBase64(bytes)), std::optional<std::string>(bytes));
        QCOMPARE(QByteArray::fromStdString(bytes).toBase64().toStdString(), toBase64(bytes));
    }

    void refusesWhatItDoesNotWrite()
    {
        for (const char* text :
            {"Z", "Zg=", "Zg", "====", "Zg==Zg==", "Z===", "Zm9v\n", "Zm 9v", "Zh==", "Zm9=", "=Zg="})
            QVERIFY2(!fromBase64(text), text);
    }
};

QTEST_GUILESS_MAIN(TestBase64)
#include "tst_base64.moc"
