// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/twin/twin.h"

namespace antecedent {

std::string twinReadme()
{
    return R"(TWIN OF AN INVESTIGATION REPORT, FORMAT 1

This folder is the machine-readable twin of a report. It holds every number of the report with the records behind it, so that
each can be checked without the program that wrote it.

FILES
  manifest.json        SHA-256 and size of every other file. The SHA-256 of manifest.json itself is the digest that is printed
                       in the report ("Twin sha256:...") and stands in the PDF's document information as /AntecedentTwin.
                       report_language: the language of the report. The other files are the same for each language, in English.
  twin.json            The numbers. Keys sorted, null is unknown, times ISO 8601 UTC, durations and offsets in seconds
                       (negative: before the failure).
  records/<table>.csv  The records in scope, one file per table. CSV after RFC 4180, UTF-8, rows in ascending order of their text.
  README.txt           This text.

RECORDS
  record_id is the first half of the SHA-256 of the record's normal form. Names of assets and batches are the resolved ones.
  Times have the decimals of the source; numbers have its digits; an empty field is unknown. onset_uncertainty_s is half the
  width that the stated precision leaves open, plus the clock uncertainty of the source where one is stated.
  All tables are whole, but for events: those are kept that stand in one of the windows on an asset in scope, or are named.

TWIN.JSON
  marks        What stands behind each mark in brackets of the report: [E-001] and so on, with the record ids.
  failures     The failures of the analysis: anchor (t0), its uncertainty, the assets in scope.
  windows      Each window once. case: before a failure; else a control. from..to is closed at the left and open at the right;
               for a case, `to` is t0. stratum: windows are compared within it only.
  candidates   Ranked. uses: which windows count for it (position in `windows`), whether each is exposed, and by which records.
  pins         In `assessment`: physical evidence that a person recorded for this failure, with its records, reason and
               author. A pin makes the verdict of its candidate `mechanism`, or rules the candidate out for the failure; no
               number depends on it. verdict_by_statistics: what the candidate's verdict is without pins.
  ledger       What people recorded in the case. entries: each edit of one item, in order, chained: sha256 is that of `entry` as
               one line of JSON with sorted keys and no blanks, previous that of the entry before. items: what stands after
               the last entry. shown, record: what was pinned, as it was then; hash is that of the rest of it, written the
               same way. Attachments stay in the investigation file; their SHA-256 stands with their fact.
  counters     The saw-tooth figure. resets and uses are records; the value of a point is the number of distinct batches among
               the uses from the last reset before it on and before it, or the days since that reset.
  timeline     from..to is drawn; in a break no record of the figure begins or ends.
  configuration
               Tables and profiles that the analysis works by: version, SHA-256 of the text, who put and who approved it; limits
               by version and approver as the sources state them, with the SHA-256 of their ascending record ids, one a line;
               the names of assets that people decided. The texts stay in the investigation file. plan.templates_sha256: the
               templates that the plan was made with, where they are not those of the program.
  preflight, exclusions, assessment, chronology, condition, fitness, differences, sequence, sources, plan: as in the report.
               A source may have quality: what is doubtful in its data, how much of it (count), where (places, at most 100), and
               what it does to the analysis. No number depends on it.

CLASSES
  events category:code; work orders work_order:TYPE/FAILURE_MODE; calibrations calibration:RESULT; cleanings
  cleaning:TYPE:RESULT; consumed materials material:LOT; changes change:KIND; results result:TEST:OUTCOME. Empty parts are left out.
  A candidate with asset_id counts records of its class at that asset; with asset_class at any asset of that class (or, for
  "failed asset", at the failure's own asset) in the failure's scope.

EXPOSURE
  A window is exposed if a record of the class has its onset in [from, to), or is an interval that began before `to` and lasts
  beyond it. Onset: events time, work orders reported (else started, else finished), calibrations performed, cleanings start,
  materials time, changes effective, results sampled (else reported). A record counts only if its onset and t0 are apart by at
  least the sum of their uncertainties. A work order linked to the failure answers it and never counts.

  Candidates whose windows have no from and to compare whole batches: an operator action or a recipe is one of the batch, a
  material one that the batch or a batch in it consumed, a utility one near the time of its steps.

NUMBERS OF A CANDIDATE
  For each stratum: r cases, m exposed windows, n windows. With odds ratio psi the number T of exposed cases has weights
  C(r,k) C(n-r,m-k) psi^k, the strata multiply as polynomials in psi. One-sided exact p = P(T >= observed) at psi = 1;
  p_mid = p - P(T = observed)/2; p_smallest = P(T = greatest possible). 95 % limits: psi with P(T >= observed) = 0.025 and
  with P(T <= observed) = 0.025. odds_ratio: psi with P(T > observed) + P(T = observed)/2 = 0.5. No upper limit where the
  observed T is the greatest possible, no lower one (0) where it is the smallest; where T is certain all p are 1. p_adjusted: Holm over the candidates that the
  design could find at all (those with a p_adjusted). Design
  "rank" (one case alone): p is the share of its stratum, itself included, whose value is at least as high. median_offset_s: median over the exposed cases of the latest onset minus t0.

HOW TO VERIFY
  With the program: antecedent-cli verify <this folder>, or <report.pdf> beside it, or the investigation file. It goes a second
  path: it does not use the code that computed the report, but counts naively over records/*.csv.
  By hand: compare the SHA-256 of each file with manifest.json, and that of manifest.json with the print. Then take a candidate,
  count the records of its class in each of its windows, and put the counts into the formulas above.

WHAT IS NOT RE-COMPUTED
  p_after, p_without_co_failures, coverage, power and the values under `more`; run hours, batches and cycles of the condition
  card; answers of the fit-for-use matrix and differences (their records are checked to exist); exposures of candidates of the
  kinds condition and parameter and of classes that are no class of records (their counts and tests are, from the windows);
  the quality of the sources.
)";
}

} // namespace antecedent
