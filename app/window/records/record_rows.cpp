// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/records/record_rows.h"

#include "importers/pipeline/original_rows.h"
#include "importers/text/dialect.h"
#include "widgets/common/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

namespace {

// The columns by the plan with which the source was read.
std::vector<OriginalCell> cellsOf(const std::string& row, const std::string& plan)
{
    const QJsonObject form =
        QJsonDocument::fromJson(QByteArray::fromRawData(plan.data(), static_cast<qsizetype>(plan.size()))).object();
    const QJsonArray header = form.value(QLatin1String("header")).toArray();
    const QString delimiter = form.value(QLatin1String("delimiter")).toString();
    const QString quote = form.value(QLatin1String("quote")).toString();
    if (delimiter.isEmpty())
        return {};
    const auto rows = importers::splitRows(
        row, true, delimiter.front().toLatin1(), quote.isEmpty() ? '\0' : quote.front().toLatin1(), 1);
    std::vector<OriginalCell> cells;
    if (rows.empty())
        return cells;
    for (std::size_t c = 0; c < rows.front().size(); ++c) {
        const QString name = header.at(static_cast<qsizetype>(c)).toString().simplified();
        cells.push_back({name.isEmpty() ? QString::number(c + 1) : name, toQString(rows.front()[c])});
    }
    return cells;
}

// When the event happened as its first source states it.
std::int64_t statedTime(const InvestigationData& snapshot, std::uint32_t event, const RecordRef& record)
{
    const Dataset& dataset = snapshot.dataset;
    const UnifiedEvents& events = snapshot.context.events;
    std::int64_t us = events.onsetUs[event];
    if (record.table != TableId::Events)
        return us;
    const std::uint32_t item = events.item[event];
    if (const RepeatedFact* fact = dataset.mergedFact(item))
        for (const EventStatement& statement : fact->statements)
            if (statement.source == record.source && statement.row == record.row)
                us = statement.timeUs;
    const SourceClock* clock =
        clockFor(dataset.sources[record.source.value].clocks, dataset.strings.text(dataset.events.category[item]));
    return clock != nullptr ? clock->statedUs(us) : us;
}

} // namespace

Result<RecordRows> readRecordRows(const InvestigationData& snapshot, std::uint32_t event)
{
    const RecordRef record = recordOf(snapshot.dataset, snapshot.context.events, event);
    RecordRows out;
    out.table = toQString(tableSpec(record.table).name);
    if (!record.source.valid())
        return out;
    const SourceInfo& info = snapshot.dataset.sources[record.source.value];
    const auto stored = std::find_if(snapshot.sources.begin(), snapshot.sources.end(),
        [&](const StoredSource& s) { return s.info.sha256 == info.sha256; });
    if (stored == snapshot.sources.end())
        return out;
    out.file = toQString(info.name);
    out.row = record.row;
    out.hash = toQString(toHex(info.sha256));
    const Result<CaseFile> file = CaseFile::open(snapshot.path, OpenMode::ReadOnly);
    if (!file)
        return file.error();
    if (Result<StatedRow> stated =
            readStatedRow(*file, record.table, stored->id, record.row, statedTime(snapshot, event, record))) {
        out.line = stated->place.line;
        out.values = std::move(stated->values);
    }
    const Result<std::string> text = file->originalRow(stored->id, record.row, importers::sourceText);
    if (!text)
        return text.error();
    out.original = toQString(*text);
    out.cells = cellsOf(*text, stored->plan);
    return out;
}

} // namespace antecedent::app
