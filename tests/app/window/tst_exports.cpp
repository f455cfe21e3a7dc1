// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What File, Export writes, chosen in the menu of a real window.
#include "app/window/main_window.h"
#include "widgets/common/banner.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace antecedent::app;

class TestExports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")).toUtf8());
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        m_window = std::make_unique<MainWindow>(Settings{});
        m_window->show();
    }

    void nothingIsExportedWithoutAnInvestigation() { QVERIFY(!menu()->isEnabled()); }

    void allRecordsBecomeTables()
    {
        QTest::mouseClick(m_window->findChild<QPushButton*>(QStringLiteral("openSample")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->windowTitle() != QStringLiteral("Antecedent"), 30'000);
        QVERIFY(menu()->isEnabled());
        const QString folder = m_home.filePath(QStringLiteral("tables"));
        QVERIFY(QDir().mkpath(folder));
        choose("exportRecords", folder);
        QTRY_VERIFY_WITH_TIMEOUT(said().contains(QStringLiteral("records in")), 30'000);
        const QStringList files = QDir(folder).entryList(QDir::Files);
        for (const char* name : {"batches.csv", "deviations.csv", "events.csv", "samples.csv", "work_orders.csv"})
            QVERIFY2(files.contains(QLatin1String(name)), name);
        QVERIFY(read(folder + QStringLiteral("/deviations.csv")).contains("DEV-26-007"));
    }

    void theLogTakesTheFormOfTheEnding()
    {
        const QString path = m_home.filePath(QStringLiteral("all.xes"));
        choose("exportLog", path);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 30'000);
        QVERIFY(read(path).contains("<log "));
    }

    void theLogAroundFailuresNeedsAFailure()
    {
        auto* failure = m_window->findChild<QComboBox*>(QStringLiteral("failureChoice"));
        QVERIFY(failure->currentText().startsWith(QStringLiteral("DEV-26-007")));
        const QString path = m_home.filePath(QStringLiteral("around.csv"));
        choose("exportAligned", path);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 30'000);
        const QByteArray log = read(path);
        QVERIFY(log.startsWith("case:concept:name,case:kind,"));
        QVERIFY(log.contains(",control,"));
        QVERIFY(log.contains("DEV-26-007"));
    }

private:
    QMenu* menu() const { return m_window->findChild<QMenu*>(QStringLiteral("exports")); }
    QString said() const
    {
        QStringList out;
        for (const QLabel* label : m_window->findChild<antecedent::widgets::Banner*>()->findChildren<QLabel*>())
            out << label->text();
        return out.join(QLatin1Char(' '));
    }
    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }
    // The dialog runs its own event loop; it is answered from there.
    void choose(const char* action, const QString& path)
    {
        auto* timer = new QTimer(this);
        connect(timer, &QTimer::timeout, timer, [timer, path] {
            auto* files = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (files == nullptr)
                return;
            timer->deleteLater();
            files->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(path);
            for (QPushButton* accept : files->findChildren<QPushButton*>())
                if (accept->isDefault())
                    QTest::mouseClick(accept, Qt::LeftButton);
        });
        timer->start(20);
        m_window->findChild<QAction*>(QString::fromLatin1(action))->trigger();
    }

    QTemporaryDir m_home;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestExports)
#include "tst_exports.moc"
