// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The audit trail: words in the table, the exact entry below it.
#include "app/window/audit/audit_words.h"
#include "app/window/investigation_files.h"
#include "app/window/main_window.h"

#include <QAction>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace antecedent;
using namespace antecedent::app;

class TestAuditView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")).toUtf8());
    }

    void valuesReadAsWords()
    {
        QCOMPARE(
            auditValue(R"({"importer":"canonical:assets","name":"a.csv","rows_read":25,"seal":"ff","sha256":"00"})"),
            QStringLiteral("a.csv; importer: canonical:assets; rows read: 25"));
        QCOMPARE(auditValue(R"({"open":true,"list":[1,2.5,"x"],"in":{"hash":"1","n":3},"none":null})"),
            QStringLiteral("in: (n: 3); list: 1, 2.5, x; open: yes"));
        QCOMPARE(auditValue(R"({"since_us":1772323200000001,"x":0.1})"),
            QStringLiteral("since us: 1772323200000001; x: 0.1"));
        QCOMPARE(auditValue("plain  text\n here"), QStringLiteral("plain text here"));
        QCOMPARE(auditValue(R"({"cut":)"), QStringLiteral(R"({"cut":)"));
        QCOMPARE(auditValue("[1,2]"), QStringLiteral("[1,2]"));
        QCOMPARE(auditValue(""), QString());
        QCOMPARE(auditAction("import"), QStringLiteral("imported"));
        QCOMPARE(auditAction("fact_add"), QStringLiteral("fact add"));
    }

    void theChosenEntryStandsWordForWord()
    {
        const Result<QString> sample = makeSample({}, {});
        QVERIFY(sample.has_value());
        MainWindow window{Settings{}};
        window.resize(1280, 800);
        window.show();
        window.openFile(*sample);
        auto* table = window.findChild<QTableView*>(QStringLiteral("audit"));
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 5 && !window.isWorking(), 60'000);
        for (QAction* action : window.findChildren<QAction*>())
            if (action->text() == QStringLiteral("Audit trail"))
                action->trigger();
        auto* exact = window.findChild<QPlainTextEdit*>(QStringLiteral("auditEntry"));
        QVERIFY(exact->isVisible() && exact->isReadOnly());
        QVERIFY(exact->toPlainText().startsWith(QString::number(table->model()->rowCount()))); // the latest
        const int import = 4; // file, two settings, case, then the first source
        QTest::mouseClick(
            table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(import, 3)).center());
        QCOMPARE(table->model()->index(import, 3).data().toString(), QStringLiteral("imported"));
        const QString shown = table->model()->index(import, 6).data().toString();
        QVERIFY2(shown.contains(QStringLiteral("rows read: ")) && !shown.contains(QLatin1Char('{')), qPrintable(shown));
        const QString text = exact->toPlainText();
        QVERIFY2(text.startsWith(QStringLiteral("5  ")), qPrintable(text));
        for (const char* part : {"\"sha256\":\"", "\"seal\":\"", "\"rows_read\":", "import", "hash: "})
            QVERIFY2(text.contains(QString::fromLatin1(part)), part);
        for (QLineEdit* edit : window.findChildren<QLineEdit*>())
            if (edit->isVisible() && edit->accessibleName() == QStringLiteral("Find in the audit trail"))
                QTest::keyClicks(edit, QStringLiteral("no such text"));
        QCOMPARE(table->model()->rowCount(), 0);
        QVERIFY(exact->toPlainText().isEmpty());
    }

private:
    QTemporaryDir m_home;
};

QTEST_MAIN(TestAuditView)
#include "tst_audit_view.moc"
