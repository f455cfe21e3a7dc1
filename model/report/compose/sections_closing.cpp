// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What closes a report: who signs, and what its words mean.
#include "model/report/compose/composer.h"

namespace antecedent {

namespace {

// An empty field that is high enough to write in.
Cell writingField(std::string description)
{
    Drawing field;
    field.width = 10;
    field.height = 30;
    field.description = std::move(description);
    Cell cell;
    cell.figure.push_back(std::move(field));
    return cell;
}

// Term and meaning.
std::vector<std::pair<Phrase, Phrase>> termsOfReport()
{
    return {
        {phrase("adjusted p (p adj.)"),
            phrase("p after Holm's correction for the number of testable candidates: with many candidates some differ "
                   "by chance.")},
        {phrase("anchor, t0"), phrase("The instant of the failure from which time is measured.")},
        {phrase("as known then / now"),
            phrase("From records that had been entered by the time of the failure / from all records that there are "
                   "today.")},
        {phrase("associated, lead, no association, insufficient, not testable"),
            phrase("The verdicts on a candidate; section \"Method\" gives the rule of each.")},
        {phrase("candidate"),
            phrase("What may have contributed: a class of records at an asset, written class @ asset (alarm:TI_HIGH @ "
                   "R-101), a condition of an asset, a material lot, an operator action, a recipe, a utility.")},
        {phrase("CIP, SIP"), phrase("Cleaning in place, sterilisation in place.")},
        {phrase("condition beyond its matched range"),
            phrase("The score of an asset's condition (alarms, levels, noise and trends of its process data, "
                   "durations) at the failed use is higher than a fixed share of its good uses.")},
        {phrase("content hash"),
            phrase("SHA-256 over all values of the data in a fixed order; equal for equal data, whatever the files "
                   "were called.")},
        {phrase("control"),
            phrase("A comparable stretch of time on the same asset, or a comparable batch, without this failure.")},
        {phrase("coverage"),
            phrase("The time in which a source could have had records; silence outside it tells nothing.")},
        {phrase("exposed"), phrase("A window with the candidate in it before t0.")},
        {phrase("exploratory"), phrase("Computed with other parameters than the frozen plan; never more than a lead.")},
        {phrase("odds ratio"),
            phrase("How many times the odds of seeing the candidate are higher before a failure than in a control; 1: "
                   "no difference. The limits hold the true value in 95 of 100 such comparisons.")},
        {phrase("p"),
            phrase("How often chance alone would give a difference at least as large if the candidate had nothing to "
                   "do with the failures. Small speaks against chance; it is not the probability of a cause.")},
        {phrase("PM, CM"), phrase("Preventive and corrective maintenance.")},
        {phrase("power at odds ratio 5"),
            phrase("The chance that this design finds a candidate whose true odds ratio is 5.")},
        {phrase("SHA-256"),
            phrase("A fingerprint of a file (Secure Hash Algorithm, 256 bits): any change of the file changes the "
                   "fingerprint.")},
        {phrase("smallest reachable p"),
            phrase(
                "What the best possible outcome would give. If even that is too large, the design can show nothing.")},
        {phrase("twin"),
            phrase(
                "The folder beside this report with every number, the records behind it, and a manifest of hashes.")},
        {phrase("UTC, Z"),
            phrase("Coordinated Universal Time; a time that ends in Z is UTC, the one before it is the site's.")},
        {phrase("weight"),
            phrase("How the causes of one failure share 100 %: how plausible such a cause is for such a deviation (a "
                   "fixed table) times how much more often it was seen with failed than with good batches. It puts "
                   "suspects in an order; it is neither a p-value nor a probability of guilt.")},
        {phrase("window"), phrase("The stretch of time before a failure, or of a control, in which records count.")},
        {phrase("marks [R-001]"),
            phrase("R record or row of the chronology, S source, F figure, Q fit for use, D difference, C condition, E "
                   "evidence, B batch, P physical evidence that a person recorded, L evidence and notes that a person "
                   "pinned in the ledger. The number is that of the twin.")},
    };
}

} // namespace

void Composer::signatures()
{
    heading(2, phrase("Signatures"));
    Table table;
    table.columns = {{say("Meaning of the signature"), Align::Left, 1, 128}, {say("Printed name"), Align::Left, 1, 0},
        {say("Signature"), Align::Left, 1, 0}, {say("Date, time, time zone"), Align::Left, 1, 104}};
    const Cell field = writingField(say("to be filled in by hand"));
    for (const Phrase& role : {phrase("Prepared: author of the investigation"),
             phrase("Reviewed: independent of the author"), phrase("Approved: quality unit")})
        table.rows.push_back(Row{{say(role), field, field, field}, false, false});
    table.caption = say("Empty until signed. The computed parts of this report carry no signature; whoever signs "
                        "confirms what is written beside the name.");
    m_document.blocks.push_back(std::move(table));
}

void Composer::terms()
{
    heading(1, phrase("Terms and abbreviations"));
    Table table;
    table.columns = {{say("Term"), Align::Left, 1, 118}, {say("Meaning"), Align::Left, 1, 0}};
    for (const auto& [term, text] : termsOfReport())
        table.rows.push_back(Row{{RichText().strong(say(term)), say(text)}, false, false});
    m_document.blocks.push_back(std::move(table));
}

} // namespace antecedent
