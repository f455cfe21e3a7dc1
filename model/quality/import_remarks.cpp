// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/quality/subjects.h"

namespace antecedent::quality {

namespace {

// Time and record of a row of the source are not known here; only the row is.
void listRows(QualityFinding& finding, const ImportRemarks& remarks, DiagnosticCode code)
{
    for (const Diagnostic& remark : remarks.rows) {
        if (remark.code != code || remark.row == 0 || finding.places.size() >= kListedPlaces)
            continue;
        if (!finding.places.empty() && finding.places.back().row == remark.row)
            continue; // two columns of one row
        QualityPlace place;
        place.row = remark.row;
        if (const auto time = parseIso(remark.excerpt); time && time->hasOffset && code == DiagnosticCode::FutureTime)
            place.from = momentOf(time->us);
        finding.places.push_back(place);
    }
}

QualityFinding remarkOf(SourceIndex source, QualityKind kind, QualityWeight weight, std::uint64_t count)
{
    QualityFinding finding;
    finding.kind = kind;
    finding.weight = weight;
    finding.source = source;
    finding.count = count;
    return finding;
}

void findOpenRepeats(const Inspection& in)
{
    std::vector<QualityFinding> found(in.dataset.sources.size());
    for (const RepeatedFact& fact : in.dataset.repeats) {
        if (fact.state != RepeatState::Open)
            continue;
        for (const EventStatement& statement : fact.statements) {
            if (!statement.source.valid())
                continue;
            QualityPlace place;
            place.row = statement.row;
            place.record = statement.id;
            place.from = momentOf(statement.timeUs);
            place.asset = in.dataset.events.asset[fact.event];
            addPlace(found[statement.source.value], place);
        }
    }
    for (std::uint32_t source = 0; source < found.size(); ++source) {
        QualityFinding& finding = found[source];
        if (finding.count == 0)
            continue;
        finding.kind = QualityKind::OpenRepeats;
        finding.weight = QualityWeight::Note;
        finding.source = SourceIndex{source};
        finding.what = plural(finding.count, "%1 event may be the same as one of another source",
            "%1 events may be the same as ones of other sources");
        finding.consequence = phrase("Until somebody decides, such events count as one exposure, and lists and "
                                     "sequences show each of them");
        in.out.push_back(std::move(finding));
    }
}

} // namespace

void findImportRemarks(const Inspection& in)
{
    for (std::uint32_t source = 0; source < in.dataset.sources.size(); ++source) {
        static const ImportRemarks kNone;
        const ImportRemarks& remarks = source < in.input.remarks.size() ? in.input.remarks[source] : kNone;
        if (const std::uint64_t repeated = in.dataset.sources[source].rowsDuplicate; repeated > 0) {
            QualityFinding finding =
                remarkOf(SourceIndex{source}, QualityKind::DuplicateRows, QualityWeight::Note, repeated);
            listRows(finding, remarks, DiagnosticCode::DuplicateRow);
            finding.what = plural(
                repeated, "%1 row repeats one that is stored already", "%1 rows repeat ones that are stored already");
            finding.consequence = phrase("It changes nothing: each is stored and counted once");
            in.out.push_back(std::move(finding));
        }
        if (const auto count = remarks.counts.find(DiagnosticCode::FutureTime);
            count != remarks.counts.end() && count->second > 0) {
            QualityFinding finding =
                remarkOf(SourceIndex{source}, QualityKind::FutureTime, QualityWeight::Caution, count->second);
            listRows(finding, remarks, DiagnosticCode::FutureTime);
            finding.what = plural(count->second, "%1 time lies after the export or the import",
                "%1 times lie after the export or the import");
            finding.consequence = phrase("They stand on the time axis as stated, and the source counts as covering all "
                                         "the time up to them: silence in it counts as nothing happened");
            in.out.push_back(std::move(finding));
        }
    }
    findOpenRepeats(in);
}

} // namespace antecedent::quality
