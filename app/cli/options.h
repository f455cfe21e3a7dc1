// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The options that several commands share, as typed by the user, and their registration. Names are fixed by the
// command-line contract. Values are checked by the commands (exit status 2 with the option's name).

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace antecedent::cli {

struct FileOptions
{
    std::string investigation; // INV, the .ante file
    std::string caseId; // empty: the latest open one
};

struct SelectionArguments
{
    std::vector<std::string> failures;
    std::string where;
    std::string classification;
    int occurrence = 0; // n-th occurrence per asset of a --where sentinel; 0: all
    std::string hysteresis; // of a --where that names a tag
    std::string minimum;
};

struct WindowArguments
{
    std::string anchor;
    std::string clock;
    std::string before;
    std::string after;
    std::string scope;
    int controls = -1;
    std::string planFile; // assess only
};

void addFileOptions(CLI::App& command, FileOptions& options);
void addExcursionOptions(CLI::App& command, SelectionArguments& options); // --occurrence and those of excursions
void addSelectionOptions(CLI::App& command, SelectionArguments& options);
void addWindowOptions(CLI::App& command, WindowArguments& options);

struct NewOptions
{
    FileOptions file;
    std::string title;
    std::string siteZone;
};

struct CaseOptions
{
    FileOptions file;
    std::string action; // new, show, close; sentinel; hypothesis, evidence, fact, conclude, undo, redo, proposals
    std::string id; // of a case (show, close), or of an entry of its ledger
    std::string title;
    std::string reason;
    // the ledger
    std::string actor; // empty: the system's user
    std::string failure;
    bool isRemoved = false; // --remove
    std::string statement; // of a hypothesis
    std::string group;
    std::string ifFalse;
    std::string state;
    std::string candidate;
    bool isFor = false; // side of a piece of evidence
    bool isAgainst = false;
    bool isNeutral = false;
    std::string record;
    std::string fact;
    std::string comment;
    std::string kind; // of a manual fact
    std::string text;
    std::string who;
    std::string when;
    std::vector<std::string> attachments; // files to attach
    std::string saveFolder; // where to write the attachments of a fact
    std::string grade; // of a conclusion
    std::vector<std::string> hypotheses;
    std::string rationale;
    SelectionArguments chosen; // what is taken as failures: filter, occurrence, excursions
};

struct PlanOptions
{
    FileOptions file;
    std::string templateName;
    WindowArguments window;
    bool freeze = false;
};

struct ImportOptions
{
    FileOptions file;
    std::vector<std::string> sources;
    std::string importer;
    std::string profile;
    std::string zone;
    std::string ambiguous;
    std::string dateOrder;
    std::string statement;
    std::string covers;
    std::string encoding;
    bool isStrict = false;
    bool isDryRun = false;
};

struct InspectOptions
{
    std::string source;
    std::string profile;
    std::string profileOut;
    std::string table;
    std::string zone;
    std::string join; // another list
    std::string on; // COLUMN=COLUMN of the list
    std::vector<std::string> take; // COLUMN of the list=TARGET
};

struct CsvOptions // diagnostics, audit
{
    FileOptions file;
    std::string csv;
};

struct AliasesOptions
{
    FileOptions file;
    std::string apply;
    std::string csv; // of the suggestions
    std::string kind; // asset, tag, parameter; empty: all
    std::vector<std::string> withdraw; // names
    std::vector<std::string> refuse;
    std::string reason;
    bool suggest = false;
    bool confirmSafe = false;
};

struct DuplicatesOptions
{
    FileOptions file;
    std::vector<std::string> confirm; // ids, or the word all
    std::vector<std::string> refuse;
    std::vector<std::string> withdraw;
    std::string reason;
};

struct QualityOptions
{
    FileOptions file;
    std::string source; // empty: all
};

struct ClocksOptions
{
    FileOptions file;
    bool suggest = false; // what is done anyway
    std::vector<std::string> accept; // sources, or the word all
    std::vector<std::string> set; // SOURCE=OFFSET[,DRIFT]
    std::vector<std::string> refuse;
    std::vector<std::string> withdraw;
    std::string reason;
};

struct VersionsOptions
{
    FileOptions file;
    std::vector<std::string> accept; // NEWER, or NEWER=EARLIER
    std::vector<std::string> withdraw; // NEWER
    std::string compare; // NEWER, or NEWER=EARLIER
    std::string reason;
};

struct ConfigurationOptions
{
    FileOptions file;
    std::string show; // name of an item
    std::string set; // NAME=FILE
    std::string approve;
    std::string reset;
    std::string exportFile;
    std::string importFile;
    std::string reason;
};

struct EventsOptions
{
    FileOptions file;
    std::string where;
    std::string from;
    std::string to;
    std::string csv;
};

struct OriginalOptions
{
    FileOptions file;
    std::string source;
    std::uint64_t row = 0; // 0: the whole source
    std::string output;
};

struct AnalysisOptions // align, graph, chronology, assess
{
    FileOptions file;
    SelectionArguments selection;
    WindowArguments window;
    std::string csv;
    bool perFailure = false;
    std::string format;
    std::string output;
};

struct PinOptions
{
    FileOptions file;
    std::string failure;
    std::string candidate; // "class @ asset"
    std::vector<std::string> records;
    std::string reason;
    std::string actor; // empty: the system's user
    std::string remove; // id of a pin
    bool isRuledOut = false;
    bool isList = false;
};

struct ConditionOptions
{
    FileOptions file;
    std::string asset;
    std::string at;
    std::string batch;
    std::string asKnown;
};

struct DifferencesOptions
{
    FileOptions file;
    std::string batch;
    int against = 10;
};

struct ProfileCommandOptions
{
    FileOptions file;
    std::string batch;
    std::string failure;
    std::string step; // empty: where the failure happened; all
    std::string align = "phase";
    int against = 12;
    std::vector<std::string> in; // batches that are taken in, or left out, whatever the rules say
    std::vector<std::string> out;
};

struct UsageOptions
{
    FileOptions file;
    std::string thresholds;
    std::string asset;
    std::string from;
    std::string to;
    std::string period = "all";
    std::string csv;
};

struct ImpactOptions
{
    FileOptions file;
    std::string failure;
    std::string asset;
    std::string from;
    std::string to;
};

struct ReportOptions
{
    FileOptions file;
    std::string failure;
    std::string title;
    std::string pdf;
    std::string html;
    std::string twin;
    std::string language = "en";
    std::vector<std::string> leaveOut; // figures
};

struct VerifyOptions
{
    std::string target;
    std::string caseId;
};

struct ExportOptions
{
    FileOptions file;
    SelectionArguments selection;
    std::string format;
    std::string output;
};

} // namespace antecedent::cli
