// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// antecedent [FILE.ante | SOURCE...]: the workbench.

#include "app/window/language.h"
#include "app/window/main_window.h"
#include "app/window/window_session.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>

int main(int argc, char** argv)
{
    QApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    const QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Antecedent"));
    QApplication::setOrganizationName(QStringLiteral("Antecedent"));
    QApplication::setApplicationVersion(QStringLiteral(ANTECEDENT_VERSION));
    const antecedent::app::Settings settings = antecedent::app::loadSettings();
    antecedent::app::applyLanguage(settings.language); // also for what stands on the command line
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Root-cause investigations in pharmaceutical manufacturing."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("FILE"),
        QCoreApplication::translate("main", "an investigation (.ante), or sources to import"),
        QStringLiteral("[FILE.ante | SOURCE...]"));
    parser.process(application);
    antecedent::app::WindowSession session(settings);
    session.show();
    const QStringList paths = parser.positionalArguments();
    if (!paths.isEmpty())
        QTimer::singleShot(0, &session, [&session, paths] { session.window().openPaths(paths); });
    return QApplication::exec();
}
