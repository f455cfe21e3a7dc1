// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of foreign lists through the import wizard, by clicks and keys, asserting what the user sees.
#include "app/casework/case_configuration.h"
#include "app/window/import/import_wizard.h"
#include "app/window/main_window.h"
#include "importers/profile/profile_writer.h"
#include "model/store/case_file.h"
#include "widgets/common/banner.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStatusBar>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace antecedent;
using namespace antecedent::app;

namespace {

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

// Three of ten rows have no date in the column that the proposal takes first.
QByteArray machineMessages(int day)
{
    QByteArray out = "Datum;Zeitpunkt;Anlage;Meldung;Bemerkung\n";
    for (int i = 0; i < 10; ++i) {
        const QByteArray date = QByteArray::number(day) + ".03.2026";
        const QByteArray time = date + " 07:" + QByteArray::number(10 + i);
        out += (i % 3 == 1 ? QByteArray() : date) + ';' + time + ";TAB-0" + QByteArray::number(i % 2 + 1)
            + (i % 4 == 0 ? ";TUER_OFFEN;\n" : ";STAU;Bunker\n");
    }
    return out;
}

Actor nobody()
{
    return {"tester", [] { return WallTime{}; }};
}

} // namespace

class TestImportWizard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")).toUtf8());
    }

    void aFolderIsMappedSavedAndImported();
    void theSameHeadingsAreKnownTheNextTime();
    void aFileThatIsStoredSaysSo();
    void aQuestionThatIsOpenStopsTheWay();
    void rejectedRowsStandBesideTheirOriginal();
    void aLongImportIsCancelled();
    void closingWhileCountingIsSafe();
    void aProfileThatTheFileKeepsIsTried();

private:
    // Asserts inside: a window with the investigation, the wizard with all files looked at.
    void open(MainWindow& window)
    {
        window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.openFile(caseFile());
        QTRY_VERIFY_WITH_TIMEOUT(window.windowTitle() != QStringLiteral("Antecedent"), 30'000);
    }
    static ImportWizard* wizardOf(MainWindow& window, const QString& path)
    {
        window.importPaths({path});
        ImportWizard* wizard = nullptr;
        const bool isThere = QTest::qWaitFor(
            [&] {
                wizard = window.findChild<ImportWizard*>();
                return wizard != nullptr && !wizard->drafts().empty();
            },
            30'000);
        Q_ASSERT(isThere);
        return wizard;
    }
    QString caseFile()
    {
        const QString path = m_home.filePath(QStringLiteral("case.ante"));
        if (!QFile::exists(path)) {
            const auto made = CaseFile::create(path.toStdString(), "Machine stops", "Europe/Vienna", nobody());
            Q_ASSERT(made.has_value());
        }
        return path;
    }
    std::size_t storedSources()
    {
        return CaseFile::open(caseFile().toStdString(), OpenMode::ReadOnly)->sources()->size();
    }
    static void chooseZone(QComboBox* box, const QString& zone)
    {
        QTest::mouseClick(box->lineEdit(), Qt::LeftButton);
        QTRY_COMPARE(box->lineEdit()->selectedText(), box->lineEdit()->text());
        QTest::keyClicks(box, zone);
        QTest::keyClick(box, Qt::Key_Return);
        QCOMPARE(box->currentData().toString(), zone);
    }
    static void press(const QWidget* window, const char* name)
    {
        auto* button = window->findChild<QPushButton*>(QString::fromLatin1(name));
        QVERIFY2(button != nullptr && button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    static QString textOf(const QWidget* window, const char* name)
    {
        return window->findChild<QLabel*>(QString::fromLatin1(name))->text();
    }
    static int rowWith(const QAbstractItemModel* model, int column, const QString& text)
    {
        for (int r = 0; r < model->rowCount(); ++r)
            if (model->index(r, column).data().toString() == text)
                return r;
        return -1;
    }

    QTemporaryDir m_home;
};

void TestImportWizard::aFolderIsMappedSavedAndImported()
{
    const QString folder = m_home.filePath(QStringLiteral("export"));
    QVERIFY(QDir().mkpath(folder));
    writeFile(folder + QStringLiteral("/meldungen.csv"), machineMessages(14));
    writeFile(folder + QStringLiteral("/assets.csv"), "asset_id,description\nTAB-01,Press\nTAB-02,Press\n");
    writeFile(folder + QStringLiteral("/readme.txt"), "Exported by hand.\n");
    MainWindow window{Settings{}};
    open(window);
    ImportWizard* wizard = wizardOf(window, folder);
    QVERIFY(wizard->isVisible());
    auto* files = wizard->findChild<QTableView*>(QStringLiteral("importFiles"));
    const QAbstractItemModelTester filesTester(files->model());
    QCOMPARE(files->model()->rowCount(), 3);
    // What is open comes first, what is no data last.
    QCOMPARE(files->model()->index(0, 0).data().toString(), QStringLiteral("meldungen.csv"));
    QVERIFY(files->model()->index(0, 2).data().toString().contains(QStringLiteral("events")));
    QVERIFY(files->model()->index(0, 5).data().toString().contains(QStringLiteral("zone")));
    QCOMPARE(files->model()->index(1, 2).data().toString(), QStringLiteral("table assets"));
    QCOMPARE(files->model()->index(1, 5).data().toString(), QStringLiteral("ready"));
    QVERIFY(files->model()->index(2, 2).data().toString().contains(QStringLiteral("no data")));

    chooseZone(wizard->findChild<QComboBox*>(QStringLiteral("zoneForAll")), QStringLiteral("Europe/Vienna"));
    QVERIFY(!files->model()->index(0, 5).data().toString().contains(QStringLiteral("zone")));
    press(wizard, "importNext");
    QCOMPARE(textOf(wizard, "draftName"), QStringLiteral("meldungen.csv"));
    auto* mapping = wizard->findChild<QTableView*>(QStringLiteral("mapping"));
    auto* preview = wizard->findChild<QTableView*>(QStringLiteral("preview"));
    auto* rejects = wizard->findChild<QTableView*>(QStringLiteral("rejects"));
    const QAbstractItemModelTester mappingTester(mapping->model());
    const QAbstractItemModelTester previewTester(preview->model());
    const QAbstractItemModelTester rejectsTester(rejects->model());
    QTRY_COMPARE(textOf(wizard, "trialCounts"), QStringLiteral("10 read = 7 stored + 3 rejected + 0 repeated"));
    QCOMPARE(rejects->model()->rowCount(), 3);
    QVERIFY(rejects->model()->index(0, 3).data().toString().contains(QStringLiteral("14.03.2026 07:11")));
    QVERIFY(preview->model()->rowCount() == 10);

    const int row = rowWith(mapping->model(), 0, QStringLiteral("Zeitpunkt"));
    QVERIFY(row >= 0);
    mapping->setFocus();
    mapping->setCurrentIndex(mapping->model()->index(row, 2));
    QTest::keyClick(mapping, Qt::Key_F2);
    QComboBox* editor = nullptr;
    QTRY_VERIFY((editor = mapping->viewport()->findChild<QComboBox*>()) != nullptr);
    editor->lineEdit()->selectAll();
    QTest::keyClicks(editor, QStringLiteral("time (required)"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(textOf(wizard, "trialCounts"), QStringLiteral("10 read = 10 stored + 0 rejected + 0 repeated"));
    QCOMPARE(mapping->model()->index(row, 2).data().toString(), QStringLiteral("time"));
    QCOMPARE(rejects->model()->rowCount(), 0);
    QVERIFY(preview->model()->index(1, 1).data().toString().startsWith(QStringLiteral("2026-03-14 07:11")));
    press(wizard, "asText");
    QCOMPARE(preview->model()->headerData(1, Qt::Horizontal).toString(), QStringLiteral("Zeitpunkt"));

    auto* keep = wizard->findChild<QAbstractButton*>(QStringLiteral("keepProfile"));
    keep->setFocus();
    QTest::keyClick(keep, Qt::Key_Space);
    auto* name = wizard->findChild<QLineEdit*>(QStringLiteral("profileName"));
    QTRY_VERIFY(name->isEnabled());
    QCOMPARE(name->text(), QStringLiteral("meldungen"));
    QTRY_COMPARE(textOf(wizard, "trialCounts"), QStringLiteral("10 read = 10 stored + 0 rejected + 0 repeated"));
    press(wizard, "importNext");
    QTRY_VERIFY(textOf(wizard, "importTotal").contains(QStringLiteral("12 rows")));
    QTest::keyClicks(wizard->findChild<QLineEdit*>(QStringLiteral("statedBy")), QStringLiteral("M. Muster"));
    QTest::keyClicks(wizard->findChild<QLineEdit*>(QStringLiteral("statedSystem")), QStringLiteral("PCS, alarm list"));
    QTest::keyClicks(wizard->findChild<QLineEdit*>(QStringLiteral("statedFrom")), QStringLiteral("2026-03-01"));
    QTest::keyClicks(wizard->findChild<QLineEdit*>(QStringLiteral("statedTo")), QStringLiteral("2026-03-31"));
    press(wizard, "importNext");
    auto* sources = window.findChild<QTableView*>(QStringLiteral("sources"));
    QTRY_COMPARE_WITH_TIMEOUT(sources->model()->rowCount(), 2, 20'000);
    QVERIFY(window.findChild<widgets::Banner*>(QStringLiteral("banner"))->text().contains(QStringLiteral("12 rows")));
    const auto stored = CaseFile::open(caseFile().toStdString(), OpenMode::ReadOnly)->sources().value();
    const StoredSource& messages = stored[0].info.name == "meldungen.csv" ? stored[0] : stored[1];
    QCOMPARE(messages.info.rowsStored, std::uint64_t{10});
    QCOMPARE(messages.info.importer, std::string("profile:meldungen"));
    QCOMPARE(messages.info.zone, std::string("Europe/Vienna"));
    QCOMPARE(
        messages.info.statement, std::string("by: M. Muster\nsystem: PCS, alarm list\nperiod: 2026-03-01/2026-03-31"));
    QCOMPARE(formatUtc(messages.info.declaredCoverage->begin), std::string("2026-02-28T23:00:00Z"));
    QCOMPARE(formatUtc(messages.info.declaredCoverage->end), std::string("2026-03-31T22:00:00Z"));
    const auto kept = importers::readProfileFolder(profileFolder().toStdString());
    QCOMPARE(kept.profiles.size(), std::size_t{1});
    QCOMPARE(kept.profiles.front().zones.source, std::string("Europe/Vienna"));
}

void TestImportWizard::theSameHeadingsAreKnownTheNextTime()
{
    const QString file = m_home.filePath(QStringLiteral("april.csv"));
    writeFile(file, machineMessages(15));
    MainWindow window{Settings{}};
    open(window);
    ImportWizard* wizard = wizardOf(window, file);
    auto* files = wizard->findChild<QTableView*>(QStringLiteral("importFiles"));
    QCOMPARE(files->model()->index(0, 2).data().toString(), QStringLiteral("List like meldungen.csv"));
    QCOMPARE(files->model()->index(0, 5).data().toString(), QStringLiteral("ready"));
    press(wizard, "importNext"); // nothing is open: straight to the last step
    QTRY_VERIFY(textOf(wizard, "importTotal").contains(QStringLiteral("10 rows")));
    press(wizard, "importNext");
    auto* sources = window.findChild<QTableView*>(QStringLiteral("sources"));
    QTRY_COMPARE_WITH_TIMEOUT(sources->model()->rowCount(), 3, 20'000);
    QVERIFY(rowWith(sources->model(), 0, QStringLiteral("april.csv")) >= 0);
}

void TestImportWizard::aFileThatIsStoredSaysSo()
{
    MainWindow window{Settings{}};
    open(window);
    ImportWizard* wizard = wizardOf(window, m_home.filePath(QStringLiteral("april.csv")));
    auto* files = wizard->findChild<QTableView*>(QStringLiteral("importFiles"));
    QCOMPARE(files->model()->index(0, 2).data().toString(), QStringLiteral("imported before, as april.csv"));
    QVERIFY(textOf(wizard, "importNote").contains(QStringLiteral("imported before")));
    QVERIFY(!wizard->findChild<QPushButton*>(QStringLiteral("importNext"))->isEnabled());
    press(wizard, "importCancel");
    QCOMPARE(storedSources(), std::size_t{3});
}

void TestImportWizard::aQuestionThatIsOpenStopsTheWay()
{
    const QString file = m_home.filePath(QStringLiteral("stops.csv"));
    writeFile(file,
        "Machine,Stopped,Reason\nTAB-01,3/4/2026 07:15,Jam\nTAB-01,3/5/2026 07:15,Jam\nTAB-02,4/5/2026 08:00,Door\n");
    MainWindow window{Settings{}};
    open(window);
    ImportWizard* wizard = wizardOf(window, file);
    press(wizard, "importNext");
    QTRY_VERIFY(textOf(wizard, "trialCounts").contains(QStringLiteral("3 rejected"))); // no zone, no record
    press(wizard, "importNext");
    QVERIFY(textOf(wizard, "importNote").contains(QStringLiteral("zone")));
    QCOMPARE(textOf(wizard, "draftName"), QStringLiteral("stops.csv"));
    chooseZone(wizard->findChild<QComboBox*>(QStringLiteral("sourceZone")), QStringLiteral("UTC"));
    QTRY_VERIFY(textOf(wizard, "trialCounts").contains(QStringLiteral(" 0 rejected")));
    auto* evidence = wizard->findChild<QLabel*>(QStringLiteral("dateEvidence Stopped"));
    QTRY_VERIFY(evidence->text().contains(QStringLiteral("nothing settles day and month")));
    auto* order = wizard->findChild<QComboBox*>(QStringLiteral("dateOrder Stopped"));
    order->setFocus();
    QTest::keyClick(order, Qt::Key_Down);
    QTest::keyClick(order, Qt::Key_Down);
    QCOMPARE(order->currentData().toString(), QStringLiteral("mdy"));
    auto* preview = wizard->findChild<QTableView*>(QStringLiteral("preview"));
    QTRY_VERIFY(preview->model()->index(0, 1).data().toString().startsWith(QStringLiteral("2026-03-04")));
    press(wizard, "importCancel");
    QCOMPARE(storedSources(), std::size_t{3});
}

void TestImportWizard::rejectedRowsStandBesideTheirOriginal()
{
    const QString file = m_home.filePath(QStringLiteral("events.csv"));
    writeFile(file,
        "time,category,code,value\n2026-03-20T07:00:00Z,alarm,A,1\n2026-03-20T07:01:00Z,alarm,,2\nno time,alarm,B,3\n"
        "2026-03-20T07:03:00Z,alarm,C,many\n");
    MainWindow window{Settings{}};
    open(window);
    ImportWizard* wizard = wizardOf(window, file);
    press(wizard, "importNext");
    press(wizard, "importNext");
    auto* sources = window.findChild<QTableView*>(QStringLiteral("sources"));
    const QAbstractItemModelTester sourcesTester(sources->model());
    QTRY_COMPARE_WITH_TIMEOUT(sources->model()->rowCount(), 4, 20'000);
    auto* remarks = window.findChild<QTableView*>(QStringLiteral("diagnostics"));
    const QAbstractItemModelTester remarksTester(remarks->model());
    const int row = rowWith(sources->model(), 0, QStringLiteral("events.csv"));
    QTest::mouseClick(
        sources->viewport(), Qt::LeftButton, {}, sources->visualRect(sources->model()->index(row, 0)).center());
    QTRY_COMPARE(remarks->model()->rowCount(), 3);
    QTRY_COMPARE(remarks->model()->index(0, 6).data().toString(), QStringLiteral("2026-03-20T07:01:00Z,alarm,,2"));
    QCOMPARE(remarks->model()->index(0, 3).data().toString(), QStringLiteral("code"));
    auto* kind = window.findChild<QComboBox*>(QStringLiteral("remarkKind"));
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Down);
    QCOMPARE(remarks->model()->rowCount(), 2); // rejected ones only
    QTest::keyClicks(window.findChild<QLineEdit*>(QStringLiteral("remarkFind")), QStringLiteral("no time"));
    QCOMPARE(remarks->model()->rowCount(), 1);
    QVERIFY(textOf(&window, "remarkHeading").contains(QStringLiteral("1 of 3")));
}

void TestImportWizard::aLongImportIsCancelled()
{
    const QString path = m_home.filePath(QStringLiteral("long.csv"));
    QByteArray text = "time,category,code,text\n";
    for (int i = 0; i < 600'000; ++i)
        text += "2026-03-20T07:00:00Z,alarm,CODE_" + QByteArray::number(i) + ",a text that takes some room\n";
    writeFile(path, text);
    MainWindow window{Settings{}};
    open(window);
    const std::size_t before = storedSources();
    ImportWizard* wizard = wizardOf(window, path);
    press(wizard, "importNext");
    press(wizard, "importNext");
    QTRY_VERIFY_WITH_TIMEOUT(window.isWorking(), 5'000);
    QPushButton* cancel = nullptr;
    for (auto* button : window.statusBar()->findChildren<QPushButton*>())
        cancel = button->isVisible() ? button : cancel;
    QVERIFY(cancel != nullptr);
    QTest::mouseClick(cancel, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!window.isWorking(), 20'000);
    QCOMPARE(storedSources(), before);
    QCOMPARE(window.findChild<QTableView*>(QStringLiteral("sources"))->model()->rowCount(), static_cast<int>(before));
}

void TestImportWizard::closingWhileCountingIsSafe()
{
    for (int i = 0; i < 4; ++i) {
        MainWindow window{Settings{}};
        open(window);
        ImportWizard* wizard = wizardOf(window, m_home.filePath(QStringLiteral("long.csv")));
        press(wizard, "openMapping");
        QTest::qWait(i * 40);
        window.close();
    }
    QCOMPARE(storedSources(), std::size_t{4});
}

void TestImportWizard::aProfileThatTheFileKeepsIsTried()
{
    const QString path = m_home.filePath(QStringLiteral("kept.csv"));
    writeFile(path, "Geraet;Stempel;Ereigniswort\nR-1;2026-03-01T08:00:00Z;DOOR\n");
    const auto mapping = [&]() -> std::string {
        MainWindow window{Settings{}};
        open(window);
        return wizardOf(window, path)->drafts().front().mapping.name;
    };
    QVERIFY(mapping() != "site-words");
    {
        Result<CaseFile> file = CaseFile::open(caseFile().toStdString(), OpenMode::ReadWrite, nobody());
        QVERIFY(file.has_value());
        const std::string text = "[profile]\nname = site-words\ntitle = Words of the site\n"
                                 "columns = Geraet, Stempel, Ereigniswort\n\n[table events]\ntime = {Stempel}\n"
                                 "asset_id = {Geraet}\ncategory = alarm\ncode = {Ereigniswort}\n";
        QVERIFY(casework::setConfiguration(*file, "profile/site-words", text, "kept for all").has_value());
    }
    QCOMPARE(mapping(), std::string("site-words"));
}

QTEST_MAIN(TestImportWizard)
#include "tst_import_wizard.moc"
