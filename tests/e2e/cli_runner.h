// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs antecedent-cli as a user would and keeps what it said. Threads: the test's.

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

namespace antecedent::e2e {

struct Outcome
{
    int status = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

// Zone and locale of the machine that the program is to believe in.
struct Machine
{
    const char* zone = "Asia/Kolkata";
    const char* locale = "C.UTF-8";
};

inline Outcome runCli(const QStringList& arguments, const Machine& machine = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TZ"), QString::fromLatin1(machine.zone));
    environment.insert(QStringLiteral("LC_ALL"), QString::fromLatin1(machine.locale));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(ANTECEDENT_CLI), arguments);
    Outcome outcome;
    if (!process.waitForFinished(300'000))
        return outcome;
    outcome.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    return outcome;
}

} // namespace antecedent::e2e
