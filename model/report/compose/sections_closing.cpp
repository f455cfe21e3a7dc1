// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What closes a report: who signs, and what its words mean.
#include "model/report/compose/composer.h"

namespace antecedent {

namespace {

// An empty field that is high enough to write in.
Cell writingField()
{
    Drawing field;
    field.width = 10;
    field.height = 30;
    field.description = "to be filled in by hand";
    Cell cell;
    cell.figure.push_back(std::move(field));
    return cell;
}

constexpr std::pair<const char*, const char*> kTerms[] = {
    {"adjusted p (p adj.)",
        "p after Holm's correction for the number of testable candidates: with many candidates some differ by chance."},
    {"anchor, t0", "The instant of the failure from which time is measured."},
    {"as known then / now",
        "From records that had been entered by the time of the failure / from all records that there are today."},
    {"associated, lead, no association, insufficient, not testable",
        "The verdicts on a candidate; section \"Method\" gives the rule of each."},
    {"candidate",
        "What may have contributed: a class of records at an asset, written class @ asset (alarm:TI_HIGH @ R-101), a "
        "condition of an asset, a material lot, an operator action, a recipe, a utility."},
    {"CIP, SIP", "Cleaning in place, sterilisation in place."},
    {"condition beyond its matched range",
        "The score of an asset's condition (alarms, levels, noise and trends of its process data, durations) at the "
        "failed use is higher than a fixed share of its good uses."},
    {"content hash",
        "SHA-256 over all values of the data in a fixed order; equal for equal data, whatever the files were called."},
    {"control", "A comparable stretch of time on the same asset, or a comparable batch, without this failure."},
    {"coverage", "The time in which a source could have had records; silence outside it tells nothing."},
    {"exposed", "A window with the candidate in it before t0."},
    {"exploratory", "Computed with other parameters than the frozen plan; never more than a lead."},
    {"odds ratio",
        "How many times the odds of seeing the candidate are higher before a failure than in a control; 1: no "
        "difference. The limits hold the true value in 95 of 100 such comparisons."},
    {"p",
        "How often chance alone would give a difference at least as large if the candidate had nothing to do with the "
        "failures. Small speaks against chance; it is not the probability of a cause."},
    {"PM, CM", "Preventive and corrective maintenance."},
    {"power at odds ratio 5", "The chance that this design finds a candidate whose true odds ratio is 5."},
    {"SHA-256",
        "A fingerprint of a file (Secure Hash Algorithm, 256 bits): any change of the file changes the fingerprint."},
    {"smallest reachable p",
        "What the best possible outcome would give. If even that is too large, the design can show nothing."},
    {"twin", "The folder beside this report with every number, the records behind it, and a manifest of hashes."},
    {"UTC, Z", "Coordinated Universal Time; a time that ends in Z is UTC, the one before it is the site's."},
    {"weight",
        "How the causes of one failure share 100 %: how plausible such a cause is for such a deviation (a fixed table) "
        "times how much more often it was seen with failed than with good batches. It puts suspects in an order; it is "
        "neither a p-value nor a probability of guilt."},
    {"window", "The stretch of time before a failure, or of a control, in which records count."},
    {"marks [R-001]",
        "R record or row of the chronology, S source, F figure, Q fit for use, D difference, C condition, E evidence, "
        "B batch, P physical evidence that a person recorded, L evidence and notes that a person pinned in the ledger. "
        "The "
        "number is that of the twin."},
};

} // namespace

void Composer::signatures()
{
    heading(2, "Signatures");
    Table table;
    table.columns = {{"Meaning of the signature", Align::Left, 1, 128}, {"Printed name", Align::Left, 1, 0},
        {"Signature", Align::Left, 1, 0}, {"Date, time, time zone", Align::Left, 1, 104}};
    for (const char* role :
        {"Prepared: author of the investigation", "Reviewed: independent of the author", "Approved: quality unit"})
        table.rows.push_back(Row{{role, writingField(), writingField(), writingField()}, false, false});
    table.caption = RichText("Empty until signed. The computed parts of this report carry no signature; whoever signs "
                             "confirms what is written beside the name.");
    m_document.blocks.push_back(std::move(table));
}

void Composer::terms()
{
    heading(1, "Terms and abbreviations");
    Table table;
    table.columns = {{"Term", Align::Left, 1, 118}, {"Meaning", Align::Left, 1, 0}};
    for (const auto& [term, text] : kTerms)
        table.rows.push_back(Row{{RichText().strong(term), text}, false, false});
    m_document.blocks.push_back(std::move(table));
}

} // namespace antecedent
