// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The configuration of the open file, by clicks: save a text, replace it, approve it, export, go back, import.
#include "app/window/configuration/configuration_dialog.h"
#include "app/window/main_window.h"
#include "importers/pipeline/import_sources.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace antecedent;
using namespace antecedent::app;

class TestConfigurationDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")).toUtf8());
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        const Actor tester{"tester", [] { return WallTime{}; }};
        auto file = CaseFile::create(path("plant.ante").toStdString(), "Plant", "UTC", tester);
        QVERIFY(file.has_value());
        importers::ImportOptions options;
        options.plan.as = "canonical:limits";
        QVERIFY(
            importers::importBytes(*file, "limits.csv", "kind,value,unit\nusage,20,batches\n", options).has_value());
    }

    void theTableOfTheFileIsChangedApprovedSharedAndTakenBack()
    {
        MainWindow window{Settings{}};
        window.resize(1280, 800);
        window.show();
        auto* open = window.findChild<QAction*>(QStringLiteral("showConfiguration"));
        QVERIFY(open != nullptr && !open->isEnabled());
        window.openFile(path("plant.ante"));
        QTRY_VERIFY_WITH_TIMEOUT(open->isEnabled() && !window.isWorking(), 30'000);
        open->trigger();
        auto* dialog = window.findChild<ConfigurationDialog*>();
        QVERIFY(dialog != nullptr);
        auto* table = dialog->findChild<QTableView*>(QStringLiteral("configuration"));
        auto* text = dialog->findChild<QPlainTextEdit*>(QStringLiteral("configurationText"));
        auto* note = dialog->findChild<QLabel*>(QStringLiteral("configurationNote"));
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 3, 10'000);
        const auto cell = [&](int row, int column) { return table->model()->index(row, column).data().toString(); };
        QCOMPARE(cell(1, 0), QStringLiteral("resets"));
        QCOMPARE(cell(1, 2), QStringLiteral("built in"));
        QTest::mouseClick(
            table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(1, 0)).center());
        QVERIFY(text->toPlainText().contains(QStringLiteral("activity,type,maintenance")));
        QVERIFY(!button(dialog, "Approve")->isEnabled() && !button(dialog, "Reset")->isEnabled());

        choosesFile(path("resets.csv"));
        click(dialog, "Save");
        QTRY_VERIFY(note->text().contains(QStringLiteral("resets.csv")));
        QFile saved(path("resets.csv"));
        QVERIFY(saved.open(QFile::ReadOnly));
        QByteArray bytes = saved.readAll();
        QCOMPARE(QString::fromUtf8(bytes), text->toPlainText());

        write("broken.csv", "a,b\n");
        choosesFile(path("broken.csv"));
        click(dialog, "Replace");
        giveReason(dialog, QStringLiteral("by mistake"));
        QTRY_VERIFY2(note->text().contains(QStringLiteral("line 1")), qPrintable(note->text()));
        QCOMPARE(cell(1, 2), QStringLiteral("built in"));

        write("site.csv", bytes.replace("# version: 1", "# version: site 7"));
        choosesFile(path("site.csv"));
        click(dialog, "Replace");
        giveReason(dialog, QStringLiteral("site rule"));
        QTRY_COMPARE(cell(1, 2), QStringLiteral("not approved"));
        QCOMPARE(cell(1, 1), QStringLiteral("site 7"));
        QCOMPARE(cell(1, 6), QStringLiteral("site rule"));
        QVERIFY(text->toPlainText().contains(QStringLiteral("site 7")));

        click(dialog, "Approve");
        giveReason(dialog, QStringLiteral("checked"));
        QTRY_VERIFY(cell(1, 2).startsWith(QStringLiteral("approved by ")));
        QTRY_VERIFY_WITH_TIMEOUT(!window.isWorking(), 30'000);
        choosesFile(path("bundle.json"));
        click(dialog, "Export");
        QTRY_VERIFY(QFile::exists(path("bundle.json")));
        QTRY_VERIFY(note->text().endsWith(QStringLiteral("Items: 1, names: 0, limits: 1.")));
        QTRY_VERIFY(button(dialog, "Reset")->isEnabled());

        click(dialog, "Reset");
        giveReason(dialog, QStringLiteral("as shipped"));
        QTRY_COMPARE(cell(1, 2), QStringLiteral("built in"));
        QTRY_VERIFY(button(dialog, "Import")->isEnabled());
        choosesFile(path("bundle.json"));
        click(dialog, "Import");
        giveReason(dialog, QStringLiteral("from the lead site"));
        QTRY_COMPARE(cell(1, 1), QStringLiteral("site 7"));
        QVERIFY2(note->text().startsWith(QStringLiteral("New: 1 items")), qPrintable(note->text()));
        QVERIFY2(note->text().endsWith(QStringLiteral("0 names, 1 limits.")), qPrintable(note->text()));
        QVERIFY(cell(1, 2).startsWith(QStringLiteral("approved by "))); // here, before
        QTRY_VERIFY_WITH_TIMEOUT(!window.isWorking(), 30'000);
        const auto file = CaseFile::open(path("plant.ante").toStdString(), OpenMode::ReadOnly);
        const auto item = casework::configurationItem(*file, "resets");
        QVERIFY(item && item->approval && item->version == "site 7" && item->edition == 3);
    }

private:
    QString path(const char* name) const { return m_home.filePath(QString::fromLatin1(name)); }
    void write(const char* name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(bytes);
    }
    static QPushButton* button(QWidget* dialog, const char* name)
    {
        return dialog->findChild<QPushButton*>(QStringLiteral("configuration") + QString::fromLatin1(name));
    }
    static void click(QWidget* dialog, const char* name)
    {
        QTRY_VERIFY(button(dialog, name)->isEnabled());
        QTest::mouseClick(button(dialog, name), Qt::LeftButton);
    }
    // Answers the next file dialog, which runs its own event loop.
    void choosesFile(const QString& file)
    {
        auto* timer = new QTimer(this);
        connect(timer, &QTimer::timeout, timer, [timer, file] {
            auto* files = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (files == nullptr)
                return;
            timer->deleteLater();
            auto* name = files->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
            name->setText(file);
            for (QPushButton* accept : files->findChildren<QPushButton*>())
                if (accept->isDefault())
                    QTest::mouseClick(accept, Qt::LeftButton);
        });
        timer->start(20);
    }
    static void giveReason(QWidget* dialog, const QString& reason)
    {
        auto* asked = dialog->findChild<QDialog*>(QStringLiteral("reasonDialog"));
        QVERIFY(asked != nullptr);
        QTest::keyClicks(asked->findChild<QLineEdit*>(QStringLiteral("reason")), reason);
        QTest::mouseClick(asked->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
        QTRY_VERIFY(dialog->findChild<QDialog*>(QStringLiteral("reasonDialog")) == nullptr);
    }

    QTemporaryDir m_home;
};

QTEST_MAIN(TestConfigurationDialog)
#include "tst_configuration_dialog.moc"
