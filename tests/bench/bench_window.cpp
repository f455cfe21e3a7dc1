// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window against a bare one, and how long it keeps its event loop busy:
//   bench_window start [FILE [N]]   starts a bare window, the start page and FILE in turns, N times: time from exec to
//                                   the first paint, memory once it rests (goal 9 of the performance goals)
//   bench_window gaps FILE [events in millions] [samples in millions]   longest handling of one event while a person
//                                   walks through the steps, pans, zooms and types a filter; FILE is made if missing
// Offscreen unless QT_QPA_PLATFORM says otherwise. Prints name=value lines; times in milliseconds.
#include "app/window/language.h"
#include "app/window/main_window.h"
#include "tests/bench/plant_file.h"
#include "widgets/timeline/timeline_widget.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>

using namespace antecedent;
using namespace antecedent::app;
using antecedent::widgets::TimelineWidget;

namespace {

constexpr QSize kSize(1280, 800);
constexpr char kStarted[] = "BENCH_WINDOW_STARTED_US";

std::int64_t nowUs()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

long residentKb()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:"))
            return std::stol(line.substr(6));
    return 0;
}

// Says how long each event of the outermost loop was handled, and by whom the longest.
class WatchedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        const QByteArray name = receiver->metaObject()->className();
        const int type = event->type();
        ++m_depth;
        const std::int64_t begin = nowUs();
        const bool isDone = QApplication::notify(receiver, event);
        const double ms = static_cast<double>(nowUs() - begin) / 1e3;
        --m_depth;
        m_events.push_back(ms);
        auto& longest = m_longest[name + ' ' + QByteArray::number(type)];
        longest = std::max(longest, ms);
        return isDone;
    }

    void report(const char* what)
    {
        std::vector<double> sorted = m_events;
        std::sort(sorted.begin(), sorted.end());
        const auto over = std::count_if(sorted.begin(), sorted.end(), [](double ms) { return ms > 100; });
        std::vector<std::pair<double, QByteArray>> worst;
        for (const auto& [name, ms] : m_longest)
            worst.emplace_back(ms, name);
        std::sort(worst.rbegin(), worst.rend());
        std::printf("%s: events=%zu max=%.1f over_100=%lld", what, sorted.size(), sorted.empty() ? 0 : sorted.back(),
            static_cast<long long>(over));
        for (std::size_t i = 0; i < std::min<std::size_t>(3, worst.size()); ++i)
            std::printf("  %.1f %s", worst[i].first, worst[i].second.constData());
        std::printf("\n");
        std::fflush(stdout);
        m_events.clear();
        m_longest.clear();
    }

private:
    int m_depth = 0;
    std::vector<double> m_events;
    std::map<QByteArray, double> m_longest;
};

// One window of a child process: `bare`, `start` or a file.
class FirstPaint : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && m_ms == 0)
            QMetaObject::invokeMethod(
                this, [this] { note(); }, Qt::QueuedConnection);
        return QObject::eventFilter(watched, event);
    }
    double ms() const { return m_ms; }

private:
    void note()
    {
        if (m_ms == 0)
            m_ms = static_cast<double>(nowUs() - qEnvironmentVariable(kStarted).toLongLong()) / 1e3;
    }
    double m_ms = 0;
};

int child(int argc, char** argv, const QString& what)
{
    const QApplication application(argc, argv);
    FirstPaint first;
    std::unique_ptr<QWidget> window;
    MainWindow* main = nullptr;
    if (what == QLatin1String("bare")) {
        window = std::make_unique<QLabel>(QStringLiteral("bare"));
    } else {
        applyLanguage(QStringLiteral("en"));
        auto made = std::make_unique<MainWindow>(Settings{});
        main = made.get();
        window = std::move(made);
    }
    window->resize(kSize);
    window->installEventFilter(&first);
    window->show();
    while (first.ms() == 0)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    double opened = 0;
    if (main != nullptr && what != QLatin1String("start")) {
        const std::int64_t begin = nowUs();
        main->openFile(what);
        while (main->windowTitle() == QLatin1String("Antecedent"))
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        opened = static_cast<double>(nowUs() - begin) / 1e3;
    }
    QTest::qWait(700);
    std::printf("%.1f %.1f %ld\n", first.ms(), opened, residentKb());
    return 0;
}

struct Started
{
    std::vector<double> first;
    std::vector<double> opened;
    std::vector<double> rss; // MB
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

int compareStarts(const QString& program, const QString& file, int rounds)
{
    std::map<QString, Started> all;
    QStringList kinds{QStringLiteral("bare"), QStringLiteral("start")};
    if (!file.isEmpty())
        kinds << file;
    for (int round = 0; round <= rounds; ++round)
        for (const QString& kind : kinds) {
            QProcess process;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QString::fromLatin1(kStarted), QString::number(nowUs()));
            process.setProcessEnvironment(environment);
            process.start(program, {QStringLiteral("child"), kind});
            process.waitForFinished(-1);
            const QStringList parts = QString::fromUtf8(process.readAllStandardOutput()).simplified().split(u' ');
            if (parts.size() != 3)
                return 1;
            if (round == 0)
                continue; // warms the caches of the disk
            all[kind].first.push_back(parts[0].toDouble());
            all[kind].opened.push_back(parts[1].toDouble());
            all[kind].rss.push_back(parts[2].toDouble() / 1024);
        }
    const Started& bare = all[kinds[0]];
    for (const QString& kind : kinds) {
        const Started& each = all[kind];
        std::printf("%s: first_paint=%.1f (%.2fx) opened=%.1f rss_mb=%.1f (%.2fx)\n",
            kind.section(QLatin1Char('/'), -1).toUtf8().constData(), median(each.first),
            median(each.first) / median(bare.first), median(each.opened), median(each.rss),
            median(each.rss) / median(bare.rss));
    }
    return 0;
}

int watch(int argc, char** argv)
{
    WatchedApplication application(argc, argv);
    const QString path = QString::fromLocal8Bit(argv[2]);
    if (!std::filesystem::exists(argv[2]))
        bench::makePlantFile(argv[2], static_cast<std::size_t>((argc > 3 ? std::strtod(argv[3], nullptr) : 5) * 1e6),
            static_cast<std::size_t>((argc > 4 ? std::strtod(argv[4], nullptr) : 20) * 1e6));
    applyLanguage(QStringLiteral("en"));
    MainWindow window{Settings{}};
    window.resize(1600, 900);
    window.show();
    const auto rest = [&](int least = 300) {
        QTest::qWait(least);
        while (window.isWorking())
            QTest::qWait(20);
        QTest::qWait(100);
    };
    rest();
    application.report("start page");
    const std::int64_t begin = nowUs();
    window.openFile(path);
    while (window.windowTitle() == QLatin1String("Antecedent"))
        QTest::qWait(5);
    std::printf("opened=%.0f\n", static_cast<double>(nowUs() - begin) / 1e3);
    rest();
    application.report("open");
    for (int key = Qt::Key_1; key <= Qt::Key_9; ++key) {
        QTest::keyClick(&window, static_cast<Qt::Key>(key), Qt::ControlModifier);
        rest();
        application.report(("step " + std::to_string(key - Qt::Key_0)).c_str());
    }
    QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
    rest();
    auto* timeline = window.findChild<TimelineWidget*>();
    timeline->setFocus();
    for (int i = 0; i < 40; ++i) {
        QTest::keyClick(timeline, i % 4 == 3 ? Qt::Key_Minus : Qt::Key_Right);
        QTest::qWait(20);
    }
    rest();
    application.report("pan and zoom");
    auto* filter = window.findChild<QLineEdit*>(QStringLiteral("filter"));
    if (filter == nullptr)
        return 1;
    filter->setFocus();
    for (const QChar letter : QStringLiteral("asset = \"EQ-3\" and category = alarm and code ~ \"CODE_2\"")) {
        QTest::keyClick(filter, letter.toLatin1());
        QTest::qWait(60);
    }
    rest();
    application.report("type a filter");
    filter->clear();
    rest();
    application.report("clear the filter");
    std::printf("rss_mb=%.0f\n", static_cast<double>(residentKb()) / 1024);
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QString mode = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    if (mode == QLatin1String("child") && argc > 2)
        return child(argc, argv, QString::fromLocal8Bit(argv[2]));
    if (mode == QLatin1String("gaps") && argc > 2)
        return watch(argc, argv);
    if (mode == QLatin1String("start"))
        return compareStarts(QString::fromLocal8Bit(argv[0]), argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString(),
            argc > 3 ? std::atoi(argv[3]) : 9);
    return 2;
}
