// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An empty investigation in a temporary folder, with a fixed clock, and files beside it.

#include "importers/pipeline/import_sources.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <chrono>
#include <string>

namespace antecedent::importers::test {

class CaseFolder
{
public:
    std::string path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)).toStdString(); }

    std::string write(const char* name, std::string_view bytes) const
    {
        const QString file = m_folder.filePath(QString::fromUtf8(name));
        QDir().mkpath(QFileInfo(file).path());
        QFile out(file);
        if (out.open(QIODevice::WriteOnly))
            out.write(bytes.data(), static_cast<qint64>(bytes.size()));
        return file.toStdString();
    }

    CaseFile create(const char* name = "case.ante", const char* zone = "") const
    {
        Actor actor{"tester", [] { return WallTime{Timestamp(std::chrono::seconds(1'700'000'000)), 0}; }};
        return std::move(CaseFile::create(path(name), "Case", zone, actor)).value();
    }

private:
    QTemporaryDir m_folder;
};

// One line per source: name, importer, read/stored/rejected/duplicate, records, diagnostics, or the error.
inline std::string linesOf(const ImportSummary& summary)
{
    std::string out;
    for (const SourceSummary& source : summary.sources) {
        out += source.path.substr(source.path.find_last_of('/') + 1) + " ";
        if (source.error) {
            out += "error " + errorText(*source.error) + "\n";
            continue;
        }
        if (source.isNotData) {
            out += "not data\n";
            continue;
        }
        out += source.importer + " " + std::to_string(source.rows.read) + "=" + std::to_string(source.rows.stored) + "+"
            + std::to_string(source.rows.rejected) + "+" + std::to_string(source.rows.duplicate);
        for (const auto& [name, count] : source.records)
            if (count > 0)
                out += " " + name + ":" + std::to_string(count);
        for (const auto& [name, count] : source.diagnostics)
            out += " " + name + ":" + std::to_string(count);
        if (source.earlierSource)
            out += " earlier:" + std::to_string(*source.earlierSource);
        out += "\n";
    }
    return out;
}

inline bool sumsHold(const ImportSummary& summary)
{
    for (const SourceSummary& source : summary.sources)
        if (source.rows.read != source.rows.stored + source.rows.rejected + source.rows.duplicate)
            return false;
    return true;
}

} // namespace antecedent::importers::test
