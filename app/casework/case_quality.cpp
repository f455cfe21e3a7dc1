// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casework/case_quality.h"

#include "model/store/chunk_reader.h"
#include "model/store/closed_case.h"
#include "model/timeline/dataset_loader.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace antecedent::casework {

namespace {

using Places = std::map<SourceId, SourceIndex>; // of the sources that the case has

Result<Places> readRemarks(const CaseFile& file, const Dataset& dataset, std::vector<ImportRemarks>& out)
{
    const Result<std::vector<StoredSource>> sources = file.sources();
    const Result<std::vector<StoredDiagnostic>> diagnostics = file.diagnostics();
    if (!sources || !diagnostics)
        return !sources ? sources.error() : diagnostics.error();
    out.resize(dataset.sources.size());
    Places places;
    for (const StoredSource& source : *sources)
        for (std::uint32_t i = 0; i < dataset.sources.size(); ++i)
            if (dataset.sources[i].sha256 == source.info.sha256) {
                places[source.id] = SourceIndex{i};
                for (const auto& [name, count] : source.diagnostics)
                    if (const auto code = findDiagnosticCode(name))
                        out[i].counts[*code] = count;
            }
    for (const StoredDiagnostic& stored : *diagnostics)
        if (const auto place = places.find(stored.source); place != places.end())
            out[place->second.value].rows.push_back(stored.diagnostic);
    return places;
}

Result<std::vector<TagSpan>> readTagSpans(
    const CaseFile& file, const CaseInfo& info, const Dataset& dataset, const Places& places)
{
    const Result<std::vector<TagSampleSpan>> stored = listTagSampleSpans(file, lastSourceOf(info));
    if (!stored)
        return stored.error();
    std::map<std::string_view, TagIndex> tags;
    for (std::size_t i = 0; i < dataset.tags.size(); ++i)
        tags[dataset.tags[i].name] = indexOf<TagIndexTag>(i);
    std::vector<TagSpan> out;
    for (const TagSampleSpan& each : *stored) {
        const auto tag = tags.find(each.tag);
        const auto source = places.find(each.span.source);
        if (tag != tags.end() && source != places.end())
            out.push_back({tag->second, source->second,
                {Timestamp(Duration(each.span.first)), Timestamp(Duration(each.span.last))}});
    }
    std::sort(out.begin(), out.end(), [](const TagSpan& a, const TagSpan& b) {
        return std::tie(a.tag, a.time, a.source) < std::tie(b.tag, b.time, b.source);
    });
    return out;
}

} // namespace

Result<std::vector<QualityFinding>> checkCaseQuality(const CaseFile& file, const CaseInfo& info,
    const AlignmentContext& context, const std::stop_token& stop, const ProgressFn& progress)
{
    QualityInput input{context, {}, {}};
    const Result<Places> places = readRemarks(file, context.dataset, input.remarks);
    if (!places)
        return places.error();
    Result<std::vector<TagSpan>> spans = readTagSpans(file, info, context.dataset, *places);
    if (!spans)
        return spans.error();
    input.tagSpans = std::move(*spans);
    const auto samples = makeSampleReader(file, info, context.dataset);
    return checkQuality(input, samples.get(), stop, progress);
}

} // namespace antecedent::casework
