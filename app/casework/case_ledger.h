// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The ledger of a case in its file: each entry is a frozen document with its audit row, in one transaction with the
// attachments that it brings; what is pinned is frozen here. It changes no number of an assessment. Errors:
// InvestigationDamaged, InvalidArgument (closed case, file changed meanwhile), TooLarge, those of the store. Threads:
// that of the file.

#include "model/conclusion/ledger_edits.h"
#include "model/domain/record_lookup.h"
#include "model/evidence/assessment.h"
#include "model/store/case_file.h"

#include <string>
#include <vector>

namespace antecedent::casework {

inline constexpr const char* kLedgerKind = "ledger"; // of documents, as are attachments
inline constexpr const char* kAttachmentKind = "attachment";
inline constexpr std::uint64_t kMostAttachmentBytes = 64ULL << 20U;

Result<Ledger> loadLedger(const CaseFile& file, const CaseInfo& info);

struct AttachedFile
{
    Attachment attachment;
    std::string content;
};
// A file from disk, hashed.
Result<AttachedFile> attachedFile(const std::string& path);
// The bytes of an attachment that the case holds; InvestigationDamaged if they are not those that were attached.
Result<std::string> attachmentBytes(const CaseFile& file, const CaseInfo& info, const Attachment& attachment);

// Stores the entry and appends it to the ledger; `attached` holds at least the new attachments of its fact.
Result<void> storeEntry(CaseFile& file, const CaseInfo& info, Ledger& ledger, LedgerEntry entry,
    const std::vector<AttachedFile>& attached = {});

// What is pinned, as it is now.
Shown shownRecord(const Dataset& dataset, const FoundRecord& record);
// Of a record as it was shown: by which it is found when an export states it differently by now (lastingKey). Empty:
// none.
std::string lastingKeyOf(const Shown& shown);
Shown shownCandidate(
    const Dataset& dataset, const AnalysisPlan& plan, const std::string& failure, const Candidate& candidate);
Shown shownFact(const ManualFact& fact);

// A hypothesis that the evidence suggests; nothing is written unless a person takes it over.
struct Proposal
{
    Hypothesis hypothesis; // without id, in English
    Phrase statement; // of the hypothesis, for the language of whoever takes it over
    Phrase ifFalse;
    const Candidate* candidate = nullptr; // that it comes from
};
// From the leading candidates of assets and the best of each other kind, of those that were there before this failure
// and before failures more often than in controls; without what a hypothesis of the ledger comes from already. The
// analysis must outlive it.
std::vector<Proposal> proposalsFrom(
    const Analysis& analysis, const FailureAssessment& assessment, const Ledger& ledger);

struct LedgerFinding
{
    std::string subject; // "entry 3 of CASE-001", "evidence EVI-001 of CASE-001"
    std::string detail; // what does not hold, English, without final full stop
};
struct LedgerRecord
{
    RecordId id;
    std::string key; // by which it is found when an export states it differently by now (lastingKey)
};
struct LedgerCheck
{
    std::vector<LedgerFinding> findings; // empty: everything holds
    std::size_t entries = 0;
    std::vector<std::pair<std::string, LedgerRecord>> records; // that stand in it, with what names them
};
// Numbers, chain and hashes of all entries, of what is frozen, and of the attachments. Whether the records are still in
// the data is for the caller.
Result<LedgerCheck> checkLedger(const CaseFile& file, const CaseInfo& info);

} // namespace antecedent::casework
