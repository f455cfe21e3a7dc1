// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a file has in place of the tables that come with the program, and its mapping profiles: each text a version with
// its SHA-256, who put it, when and why; "not approved" until somebody approves exactly this text. All of it, with the
// names that people confirmed and the limits in force (records of sources, which bring version and approver along),
// fits into one file for another desktop (a bundle). Every text is read by the parser that will use it before it is
// stored. Errors: InvalidArgument, InvalidTable, InvalidProfile, CorruptInput (a bundle), InvestigationDamaged; those
// of the store. Threads: that of the file.

#include "importers/profile/profile.h"
#include "model/store/case_file.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::casework {

inline constexpr const char* kApprovalKind = "configuration_approval";

struct ConfigurationApproval
{
    std::string by;
    Timestamp at{};
    std::string reason;
    std::string broughtInBy; // who imported it with a bundle; empty: approved in this file
};

struct ConfigurationItem
{
    std::string name; // plan_templates, resets, plausibility, profile/<name>
    std::string version; // as its text states it; may be empty
    Digest hash{}; // of its text
    std::string text;
    std::int64_t edition = 0; // which text of that name in this file, from 1; 0: the one of the program
    std::string setBy; // empty for the one of the program, as the rest
    Timestamp setAt{};
    std::string reason;
    std::optional<ConfigurationApproval> approval;

    bool isBuiltin() const { return edition == 0; }
};

// What is in use: the three tables, then the file's profiles by name. `until`: as of that document.
Result<std::vector<ConfigurationItem>> configurationItems(const CaseFile& file, std::int64_t until = kAllDocuments);
Result<ConfigurationItem> configurationItem(const CaseFile& file, std::string_view name);

// InvalidArgument if there can't be such a name; else what is wrong with the text, with line or entry.
Result<void> checkConfiguration(const std::string& name, const std::string& text);

Result<void> setConfiguration(
    CaseFile& file, const std::string& name, const std::string& text, const std::string& reason);
Result<void> resetConfiguration(CaseFile& file, const std::string& name, const std::string& reason);
Result<void> approveConfiguration(
    CaseFile& file, const Actor& actor, const std::string& name, const std::string& reason);

// The file's profiles, which are tried at import like a person's own.
Result<std::vector<importers::Profile>> profilesOf(const CaseFile& file);
// The file's before a person's own; of one name the file's is taken.
std::vector<importers::Profile> joinedProfiles(
    std::vector<importers::Profile> ofFile, std::vector<importers::Profile> own);

struct DecidedNames
{
    std::uint64_t count = 0;
    Digest hash{};
};
// Names of assets that people confirmed or set apart.
Result<DecidedNames> decidedNames(const CaseFile& file, std::int64_t until = kAllDocuments);
// Tags of which people said what they measure, or that it is none of what the file names.
Result<DecidedNames> decidedParameters(const CaseFile& file, std::int64_t until = kAllDocuments);

struct ConfigurationBundle
{
    std::string text; // JSON
    std::uint64_t items = 0;
    std::uint64_t names = 0;
    std::uint64_t limits = 0;
};
// All that the file has of its own; equal content gives equal bytes.
Result<ConfigurationBundle> exportConfiguration(const CaseFile& file);

struct LimitsBroughtIn
{
    std::uint64_t added = 0;
    std::uint64_t same = 0; // that a source of the file states already
    std::uint64_t differing = 0; // of the added: one here has another value for the same thing and time; both stand
    std::string newerThan; // the source of which theirs seems a newer export; empty: none
};

struct BroughtIn
{
    std::vector<std::string> set; // items that the file has now
    std::vector<std::string> same; // that it had already
    std::vector<std::string> approved; // items whose approval came with the bundle
    std::vector<std::string> aliases; // names that are decided now
    std::vector<std::string> decidedAliases; // left as they were decided here
    std::vector<std::string> parameters; // tags that are decided now
    std::vector<std::string> decidedParameters; // left as they were decided here
    LimitsBroughtIn limits;
};
// All or nothing, except that the limits, a source in its own transaction, come first and stay if the rest can't be
// written any more.
Result<BroughtIn> importConfiguration(CaseFile& file, std::string_view bundle, const std::string& reason);

} // namespace antecedent::casework
