// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// antecedent-screenshots OUT: a picture of every view, mode, tab and dialog of the real window, of several
// investigations, themes, languages and sizes, as OUT/<view>-<state>-<theme>-<language>-<size>.png; what does not fit
// is listed in OUT/faults.txt.

#include "app/cli/session.h"
#include "tests/gui/text_fit.h"
#include "tests/gui/tour.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTemporaryDir>
#include <QTextStream>

#include <cstdlib>

using namespace antecedent;

namespace {

struct Wanted
{
    QDir out;
    QString data; // a folder or file of a real plant; empty: none
    QString dataZone;
    QString profile;
    QStringList states;
    QStringList themes;
    QStringList languages;
    std::vector<QSize> sizes;
    QString only; // views whose name begins so
    QString scale;
};

// One theme and language of one investigation.
struct Round
{
    const Wanted& wanted;
    QString theme;
    QString language;
    QString state;
    QTextStream& faults;
    int& count;

    void take(const QString& name, QWidget& shown, gui::Stage& stage) const
    {
        if (!wanted.only.isEmpty() && !name.startsWith(wanted.only))
            return;
        const bool isMain = &shown == &stage.window();
        for (const QSize& size : wanted.sizes) {
            if (isMain && shown.size() != size) {
                shown.resize(size);
                stage.settle();
            }
            const QString file = QStringLiteral("%1-%2-%3-%4-%5x%6%7.png")
                                     .arg(name, state, theme, language)
                                     .arg(size.width())
                                     .arg(size.height())
                                     .arg(wanted.scale);
            if (!shown.grab().save(wanted.out.filePath(file)))
                qFatal("%s can't be written", qPrintable(wanted.out.filePath(file)));
            for (const QString& fault : gui::textFaults(shown))
                faults << file << ": " << fault << '\n';
            ++count;
            if (!isMain)
                break; // has a size of its own
        }
        if (isMain && wanted.sizes.size() > 1) {
            shown.resize(wanted.sizes.front());
            stage.settle();
        }
    }
};

void run(const std::vector<std::string>& arguments)
{
    std::FILE* out = std::tmpfile();
    if (antecedent::cli::run(arguments, out, stderr) > 1) // 1: some file was refused, which is told in the picture
        qFatal("%s", "an investigation can't be made");
    std::fclose(out);
}

std::string make(const QDir& folder, const char* name, const char* title, const std::string& zone)
{
    const std::string path = folder.filePath(QString::fromLatin1(name)).toStdString();
    run({"new", path, "--title", title, "--site-zone", zone, "--quiet"});
    return path;
}

void makeInvestigations(const QDir& folder, const Wanted& wanted)
{
    const std::string plant = ANTECEDENT_SOURCE_DIR "/resources/sample";
    const std::string zone = "Europe/Vienna";
    const std::string sample = make(folder, "sample.ante", "Tablet line 3", zone);
    run({"import", sample, plant, "--time-zone", zone, "--quiet"});
    const std::string none = make(folder, "none.ante", "Tablet line 3, before any deviation", zone);
    for (const char* system : {"/cmms", "/dcs", "/mes", "/historian"})
        run({"import", none, plant + system, "--time-zone", zone, "--quiet"});
    make(folder, "empty.ante", "Nothing imported yet", zone);
    if (wanted.data.isEmpty())
        return;
    const std::string data = make(folder, "data.ante", "Real data", wanted.dataZone.toStdString());
    std::vector<std::string> arguments{
        "import", data, wanted.data.toStdString(), "--time-zone", wanted.dataZone.toStdString(), "--quiet"};
    if (!wanted.profile.isEmpty())
        arguments.insert(arguments.end(), {"--profile", wanted.profile.toStdString()});
    run(arguments);
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s can't be written", qPrintable(path));
}

void tour(const Round& round, const QDir& folder, const QString& foreign)
{
    const QString copy = folder.filePath(QStringLiteral("copy.ante"));
    QFile::remove(copy);
    gui::Stage stage(gui::settings(round.theme, round.language));
    stage.window().resize(round.wanted.sizes.front());
    stage.settle();
    const gui::Visitor visit = [&](const QString& name, QWidget& shown) { round.take(name, shown, stage); };
    if (round.state == QLatin1String("error")) {
        const QString broken = folder.filePath(QStringLiteral("broken.ante"));
        write(broken, "no investigation");
        gui::visitErrors(stage, broken, visit);
        return;
    }
    if (round.state == QLatin1String("empty"))
        gui::visitStart(stage, visit);
    QFile::copy(folder.filePath(round.state + QStringLiteral(".ante")), copy);
    stage.openFile(copy);
    const bool isWhole = round.state == QLatin1String("sample") || round.state == QLatin1String("data");
    gui::visitSteps(stage, isWhole ? gui::Depth::All : gui::Depth::Look, folder.path(), visit);
    if (round.state == QLatin1String("sample")) {
        gui::visitDialogs(stage, visit);
        gui::visitImport(stage, foreign, visit);
    }
}

std::vector<QSize> sizesOf(const QString& list)
{
    std::vector<QSize> out;
    for (const QString& word : list.split(QLatin1Char(','))) {
        const QStringList sides = word.split(QLatin1Char('x'));
        if (sides.size() == 2)
            out.emplace_back(sides[0].toInt(), sides[1].toInt());
    }
    return out;
}

Wanted wantedOf(const QApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Pictures of every view of the window."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("OUT"), QStringLiteral("folder for the pictures"));
    const auto option = [&](const char* name, const char* words, const char* usual) {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(words), QStringLiteral("value"),
            QString::fromLatin1(usual)});
    };
    option("data", "folder or file of real exports; adds the state \"data\"", "");
    option("data-zone", "zone of its local times", "UTC");
    option("profile", "mapping profile for it", "");
    option("states", "of sample, data, none, empty, error", "sample,data,none,empty,error");
    option("themes", "of light, dark", "light,dark");
    option("languages", "of en, de", "en,de");
    option("sizes", "of the window", "1280x800,1920x1080");
    option("only", "views whose name begins so", "");
    option("scale", "whole factor of the screen", "1");
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);
    Wanted wanted;
    wanted.out = QDir(parser.positionalArguments().front());
    wanted.data = parser.value(QStringLiteral("data"));
    wanted.dataZone = parser.value(QStringLiteral("data-zone"));
    wanted.profile = parser.value(QStringLiteral("profile"));
    wanted.states = parser.value(QStringLiteral("states")).split(QLatin1Char(','));
    wanted.themes = parser.value(QStringLiteral("themes")).split(QLatin1Char(','));
    for (const QString& language : parser.value(QStringLiteral("languages")).split(QLatin1Char(',')))
        if (gui::languages().contains(language))
            wanted.languages << language;
    wanted.sizes = sizesOf(parser.value(QStringLiteral("sizes")));
    wanted.only = parser.value(QStringLiteral("only"));
    const QString scale = parser.value(QStringLiteral("scale"));
    wanted.scale = scale == QLatin1String("1") ? QString() : QStringLiteral("@") + scale;
    if (wanted.sizes.empty() || !wanted.out.mkpath(QStringLiteral(".")))
        parser.showHelp(2);
    return wanted;
}

// The platform without a screen says what it has not; that is nothing to know here.
void say(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (text.startsWith(QLatin1String("This plugin does not support")))
        return;
    QTextStream(stderr) << text << '\n';
    if (type == QtFatalMsg)
        std::exit(1);
}

} // namespace

int main(int argc, char** argv)
{
    qInstallMessageHandler(say);
    for (int i = 1; i + 1 < argc; ++i) // before the application, which reads it once
        if (QByteArray(argv[i]) == "--scale")
            qputenv("QT_SCALE_FACTOR", argv[i + 1]);
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.filePath(QStringLiteral("data")).toUtf8());
    qputenv("XDG_CONFIG_HOME", home.filePath(QStringLiteral("config")).toUtf8());
    QApplication application(argc, argv);
    QApplication::setCursorFlashTime(0); // or a caret is there or not
    const Wanted wanted = wantedOf(application);
    const QDir folder(home.path());
    makeInvestigations(folder, wanted);
    const QString foreign = gui::makeForeignFolder(folder.path());
    QFile faultFile(wanted.out.filePath(QStringLiteral("faults%1.txt").arg(wanted.scale)));
    if (!faultFile.open(QIODevice::WriteOnly))
        qFatal("%s can't be written", qPrintable(faultFile.fileName()));
    QTextStream faults(&faultFile);
    QTextStream out(stdout);
    int count = 0;
    for (const QString& language : wanted.languages)
        for (const QString& theme : wanted.themes)
            for (const QString& state : wanted.states) {
                if (state == QLatin1String("data") && wanted.data.isEmpty())
                    continue;
                tour({wanted, theme, language, state, faults, count}, folder, foreign);
                out << QStringLiteral("%1, %2, %3: %4 pictures so far\n").arg(language, theme, state).arg(count);
                out.flush();
            }
    return 0;
}
