// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The command line's grammar: commands, their options and help. The work is in commands_*.cpp.

#include "app/cli/commands.h"
#include "app/cli/version.h"
#include "model/base/text.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace antecedent::cli {

namespace {

using Action = std::function<int(Session&)>;

// Registers a command whose options live as long as the parser.
template <class Options>
CLI::App& command(CLI::App& app, Action& action, const char* name, const char* help,
    int (*work)(Session&, const Options&), std::shared_ptr<Options>& options)
{
    options = std::make_shared<Options>();
    CLI::App* added = app.add_subcommand(name, help);
    added->callback(
        [&action, work, kept = options] { action = [work, kept](Session& session) { return work(session, *kept); }; });
    return *added;
}

// The options of a case's ledger, grouped as --help shows them.
void addLedgerOptions(CLI::App& caseCommand, CaseOptions& options)
{
    const auto add = [&](const char* group, const char* name, std::string& value, const char* help,
                         const char* type = "TEXT") {
        caseCommand.add_option(name, value, help)->type_name(type)->group(group);
    };
    const auto flag = [&](const char* group, const char* name, bool& value, const char* help) {
        caseCommand.add_flag(name, value, help)->group(group);
    };
    constexpr const char* kAll = "Ledger";
    add(kAll, "--failure", options.failure, "Failure that it is about; default: the whole case", "ID");
    add(kAll, "--actor", options.actor, "Who records it; default: the system's user", "NAME");
    flag(kAll, "--remove", options.isRemoved, "Take the entry back, with --reason; it stays in the ledger");
    constexpr const char* kHypothesis = "hypothesis [HYP-001]";
    add(kHypothesis, "--statement", options.statement, "What may have caused or contributed to it");
    add(kHypothesis, "--group", options.group,
        "machine, method, material, people, measurement or environment (the six M)", "GROUP");
    add(kHypothesis, "--if-false", options.ifFalse, "What would be seen if it were false");
    add(kHypothesis, "--state", options.state,
        "open, ruled-out (needs evidence against it), contributing, most-probable or root-cause; with --reason",
        "STATE");
    constexpr const char* kEvidence = "evidence HYP-001 (pin), evidence EVI-001 (change)";
    flag(kEvidence, "--for", options.isFor, "It speaks for the hypothesis");
    flag(kEvidence, "--against", options.isAgainst, "It speaks against it");
    flag(kEvidence, "--neutral", options.isNeutral, "It belongs to it and speaks neither way");
    add(kEvidence, "--record", options.record,
        "Record: its record id (or the first digits), or its own id such as a work order", "RECORD_ID");
    add(kEvidence, "--candidate", options.candidate,
        "Numbers of a candidate of --failure, as assess names it: \"class @ asset\"; of a hypothesis: where it comes "
        "from",
        "NAME");
    add(kEvidence, "--fact", options.fact, "Manual fact of this case", "FACT-001");
    add(kEvidence, "--comment", options.comment, "Why it matters");
    constexpr const char* kFact = "fact [FACT-001]";
    add(kFact, "--kind", options.kind, "interview, inspection, test, paper-log, or note (on --record)", "KIND");
    add(kFact, "--text", options.text, "What was said, seen, measured or written");
    add(kFact, "--who", options.who, "Who said, saw, did or wrote it", "NAME");
    add(kFact, "--when", options.when, "Date, or time with offset: 2026-04-10T08:36:17+02:00", "T");
    caseCommand
        .add_option("--attach", options.attachments, "File to keep with it, hashed into the case; may be repeated")
        ->type_name("FILE")
        ->allow_extra_args(false)
        ->group(kFact);
    add(kFact, "--save", options.saveFolder, "Write its attachments into this folder", "DIR");
    constexpr const char* kConclude = "conclude";
    add(kConclude, "--grade", options.grade, "root-cause, most-probable, contributing or not-determined", "GRADE");
    caseCommand.add_option("--hypothesis", options.hypotheses, "Hypothesis that it rests on; may be repeated")
        ->type_name("HYP-001")
        ->allow_extra_args(false)
        ->group(kConclude);
    add(kConclude, "--rationale", options.rationale, "Why");
}

void addCaseCommand(CLI::App& app, Action& action)
{
    std::shared_ptr<CaseOptions> options;
    CLI::App& added = command(app, action, "case",
        "Create, show or close a case; record its hypotheses, evidence, manual facts and conclusion", &manageCase,
        options);
    addFileOptions(added, options->file);
    const std::vector<std::string> actions{
        "new", "show", "close", "sentinel", "hypothesis", "evidence", "fact", "conclude", "undo", "redo", "proposals"};
    added.add_option("ACTION", options->action, "What to do: " + join(actions, ", "))
        ->required()
        ->check(CLI::IsMember(actions));
    added.add_option("ID", options->id,
        "Case (show, close; default: --case or the latest open one), choice of failures (SEN-001), or entry of the "
        "ledger: HYP-001, EVI-001, FACT-001");
    added.add_option("--title", options->title, "Title of a new case");
    added.add_option("--reason", options->reason, "Reason, kept in the audit trail");
    CLI::Option_group* chosen =
        added.add_option_group("sentinel [SEN-001]", "Take events, or excursions of process values, as failures");
    chosen->add_option("--where", options->chosen.where, "Filter on events, or on values of a tag: 'TT-101 > 80'")
        ->type_name("FILTER");
    addExcursionOptions(*chosen, options->chosen);
    addLedgerOptions(added, *options);
}

void addCaseCommands(CLI::App& app, Action& action)
{
    std::shared_ptr<NewOptions> create;
    CLI::App& newCommand =
        command(app, action, "new", "Create an empty investigation with a first case", &newInvestigation, create);
    addFileOptions(newCommand, create->file);
    newCommand.add_option("--title", create->title, "Title of the investigation and its first case")->required();
    newCommand.add_option("--site-zone", create->siteZone, "Time zone of the site, e.g. Europe/Berlin")
        ->type_name("ZONE");

    std::shared_ptr<FileOptions> list;
    CLI::App& listCommand = command(app, action, "cases", "List the cases of the file", &listCases, list);
    addFileOptions(listCommand, *list);

    addCaseCommand(app, action);

    std::shared_ptr<CsvOptions> audit;
    CLI::App& auditCommand = command(app, action, "audit", "Show the audit trail", &showAudit, audit);
    addFileOptions(auditCommand, audit->file);
    auditCommand.add_option("--csv", audit->csv, "Write it as CSV")->type_name("OUT");
}

void addImportCommands(CLI::App& app, Action& action)
{
    std::shared_ptr<ImportOptions> options;
    CLI::App& import = command(
        app, action, "import", "Import files or folders; each source is one transaction", &importSources, options);
    addFileOptions(import, options->file);
    import.add_option("SOURCE", options->sources, "Files or folders")->required();
    import.add_option("--as", options->importer, "Importer (see 'importers')");
    import.add_option("--profile", options->profile, "Mapping profile: built-in name, file, or folder of files")
        ->type_name("NAME|FILE|FOLDER");
    import.add_option("--time-zone", options->zone, "Zone of times without offset, e.g. Europe/Berlin, UTC")
        ->type_name("ZONE");
    import.add_option("--ambiguous", options->ambiguous, "Local times that occur twice: earlier, later or reject")
        ->check(CLI::IsMember({"earlier", "later", "reject"}));
    import.add_option("--date-order", options->dateOrder, "Order of day, month and year: dmy, mdy or ymd")
        ->check(CLI::IsMember({"dmy", "mdy", "ymd"}));
    import
        .add_option("--statement", options->statement,
            "Export statement (text file): who, which system, filter, period; \"rows: N\" and \"exported: TIME\" are "
            "checked")
        ->type_name("FILE");
    import.add_option("--covers", options->covers, "Period that the source covers, FROM/TO")->type_name("FROM/TO");
    import
        .add_option("--encoding", options->encoding,
            "utf-8, utf-16le, utf-16be, windows-1252 or iso-8859-2; default: by the bytes of the source")
        ->type_name("NAME");
    import.add_flag("--strict", options->isStrict, "Exit status 4 if a row was rejected");
    import.add_flag("--dry-run", options->isDryRun, "Read and report, store nothing");

    CLI::App* importers = app.add_subcommand("importers", "List importers and built-in profiles");
    importers->callback([&action] { action = [](Session& session) { return listImporters(session); }; });

    auto inspection = std::make_shared<InspectOptions>();
    CLI::App* inspect = app.add_subcommand("inspect", "Show what a file looks like and how it would be imported");
    inspect->add_option("SOURCE", inspection->source, "File")->required();
    inspect->add_option("--profile", inspection->profile, "Mapping profile: built-in name, file, or folder of files")
        ->type_name("NAME|FILE|FOLDER");
    inspect
        ->add_option("--profile-out", inspection->profileOut, "Write the proposed mapping as a profile, to go on with")
        ->type_name("FILE");
    inspect->add_option("--table", inspection->table, "The table of the proposal to write; default: the best one");
    inspect->add_option("--time-zone", inspection->zone, "Zone of times without offset")->type_name("ZONE");
    CLI::Option* join = inspect->add_option("--join", inspection->join,
        "Another list whose columns the written profile looks up, such as a machine master (with --profile-out)");
    join->type_name("FILE");
    inspect->add_option("--on", inspection->on, "Key of both lists; default: the columns that share the most texts")
        ->type_name("COLUMN=COLUMN OF FILE")
        ->needs(join);
    inspect
        ->add_option("--take", inspection->take,
            "What a column of the list becomes, again for each; default: what its headings say")
        ->type_name("COLUMN OF FILE=TARGET")
        ->needs(join);
    inspect->callback([&action, inspection] {
        action = [inspection](Session& session) { return inspectSource(session, *inspection); };
    });

    std::shared_ptr<CsvOptions> diagnostics;
    CLI::App& diagnosticsCommand = command(
        app, action, "diagnostics", "List rejected rows and warnings with what to do", &showDiagnostics, diagnostics);
    addFileOptions(diagnosticsCommand, diagnostics->file);
    diagnosticsCommand.add_option("--csv", diagnostics->csv, "Write them as CSV")->type_name("OUT");
}

// What people decide about sources: names, repeated facts, clocks, versions.
void addDecisionCommands(CLI::App& app, Action& action)
{
    std::shared_ptr<AliasesOptions> aliases;
    CLI::App& aliasesCommand = command(app, action, "aliases",
        "Show or confirm names that are one asset, and what tags measure", &manageAliases, aliases);
    addFileOptions(aliasesCommand, aliases->file);
    aliasesCommand.add_flag("--suggest", aliases->suggest,
        "Suggest which asset each name and tag means and what tags measure, with score and reasons; nothing is merged");
    aliasesCommand.add_option("--csv", aliases->csv, "Write the suggestions as CSV, to be edited and given to --apply")
        ->type_name("OUT");
    aliasesCommand
        .add_option("--apply", aliases->apply,
            "CSV file with the columns name, asset_id; of a column confirm only the rows with yes; from and to date a "
            "name; with the columns name, parameter, or parameter in the column kind: what a tag measures")
        ->type_name("FILE");
    aliasesCommand.add_flag("--confirm-safe", aliases->confirmSafe,
        "Confirm the suggestions whose best candidate is strong and clearly ahead; with --reason");
    aliasesCommand
        .add_option("--kind", aliases->kind,
            "Suggest, or confirm as safe, of this kind alone: asset, tag, parameter; with parameter, --refuse and "
            "--withdraw are about what a tag measures")
        ->check(CLI::IsMember({"asset", "tag", "parameter"}));
    aliasesCommand
        .add_option("--refuse", aliases->refuse,
            "This name is an asset of its own; with --kind parameter: the tag measures none of these; with --reason")
        ->type_name("NAME");
    aliasesCommand.add_option("--withdraw", aliases->withdraw, "Take the decision about this name back; with --reason")
        ->type_name("NAME");
    aliasesCommand.add_option("--reason", aliases->reason, "Reason of the decision, kept in the audit trail");

    std::shared_ptr<DuplicatesOptions> duplicates;
    CLI::App& duplicatesCommand = command(app, action, "duplicates",
        "List events that several sources state, and decide which are one", &manageDuplicates, duplicates);
    addFileOptions(duplicatesCommand, duplicates->file);
    duplicatesCommand.add_option("--confirm", duplicates->confirm, "The events of this proposal are one (or: all)")
        ->type_name("ID");
    duplicatesCommand.add_option("--refuse", duplicates->refuse, "The events of this proposal are different (or: all)")
        ->type_name("ID");
    duplicatesCommand.add_option("--withdraw", duplicates->withdraw, "Take a decision back")->type_name("ID");
    duplicatesCommand.add_option("--reason", duplicates->reason, "Reason of the decision, kept in the audit trail");

    std::shared_ptr<ClocksOptions> clocks;
    CLI::App& clocksCommand = command(app, action, "clocks",
        "Offset and drift of the clocks of sources, estimated from the same facts in two systems; reversible",
        &manageClocks, clocks);
    addFileOptions(clocksCommand, clocks->file);
    clocksCommand.add_flag("--suggest", clocks->suggest, "Estimate and list; the default");
    clocksCommand.add_option("--accept", clocks->accept, "Correct the times of this source as estimated (or: all)")
        ->type_name("SOURCE");
    clocksCommand
        .add_option("--set", clocks->set,
            "Correct the times of a source as stated: it is ahead by OFFSET (-490s, 5m), and "
            "gains DRIFT seconds a day")
        ->type_name("SOURCE=OFFSET[,DRIFT]");
    clocksCommand.add_option("--refuse", clocks->refuse, "Leave the times as stated and offer the estimate no more")
        ->type_name("SOURCE");
    clocksCommand.add_option("--withdraw", clocks->withdraw, "Take a correction or a refusal back")
        ->type_name("SOURCE");
    clocksCommand.add_option("--reason", clocks->reason, "Reason of the decision, kept in the audit trail");

    std::shared_ptr<VersionsOptions> versions;
    CLI::App& versionsCommand = command(app, action, "versions",
        "Newer exports of sources that are there already: what they change, and which count; reversible",
        &manageVersions, versions);
    addFileOptions(versionsCommand, versions->file);
    CLI::Option* compare = versionsCommand.add_option(
        "--compare", versions->compare, "The rows that a source adds, changes and does not state any more");
    compare->type_name("NEWER[=EARLIER]");
    versionsCommand
        .add_option("--accept", versions->accept,
            "This source is the newer version; what only the earlier one states is set aside")
        ->type_name("NEWER[=EARLIER]")
        ->excludes(compare);
    versionsCommand.add_option("--withdraw", versions->withdraw, "Take that back")
        ->type_name("NEWER")
        ->excludes(compare);
    versionsCommand.add_option("--reason", versions->reason, "Reason of the decision, kept in the audit trail");
}

void addQualityCommand(CLI::App& app, Action& action)
{
    std::shared_ptr<QualityOptions> quality;
    CLI::App& qualityCommand = command(app, action, "quality",
        "Gaps, repeats, impossible, late and rounded times, and odd signals of each source, and what they do to the "
        "analysis",
        &showQuality, quality);
    addFileOptions(qualityCommand, quality->file);
    qualityCommand.add_option("--source", quality->source, "Only this source: its name, or the begin of its hash")
        ->type_name("NAME");
}

void addConfigurationCommand(CLI::App& app, Action& action)
{
    std::shared_ptr<ConfigurationOptions> options;
    CLI::App& added = command(app, action, "configuration",
        "Plan templates, reset table, plausibility table and mapping profiles of the file: list, change, approve, "
        "share",
        &manageConfiguration, options);
    addFileOptions(added, options->file);
    added
        .add_option("--show", options->show,
            "Print the text in use: plan_templates, resets, plausibility, profile/NAME; the start of a change")
        ->type_name("NAME");
    added.add_option("--set", options->set, "Take the text of this file from now on; not approved until somebody does")
        ->type_name("NAME=FILE");
    added.add_option("--approve", options->approve, "Approve exactly the text in use")->type_name("NAME");
    added.add_option("--reset", options->reset, "Use the one of the program again; for a profile: use it no more")
        ->type_name("NAME");
    added
        .add_option("--export", options->exportFile,
            "Write all that the file has of its own, with the names that people confirmed and the limits, as one file")
        ->type_name("FILE");
    added
        .add_option(
            "--import", options->importFile, "Take over such a file; names that are decided here and limits stay")
        ->type_name("FILE");
    added.add_option("--reason", options->reason, "Reason of the change, kept in the audit trail");
}

void addOriginalCommand(CLI::App& app, Action& action)
{
    std::shared_ptr<OriginalOptions> original;
    CLI::App& command_ = command(app, action, "original", "A row as it stands in its source, or the source as imported",
        &showOriginal, original);
    addFileOptions(command_, original->file);
    command_.add_option("--source", original->source, "Number, name or SHA-256 of the source")->required();
    command_.add_option("--row", original->row, "Number of the row, the header not counted")->type_name("N");
    command_.add_option("-o", original->output, "Write the whole source, byte by byte")->type_name("OUT");
}

void addDataCommands(CLI::App& app, Action& action)
{
    std::shared_ptr<FileOptions> summary;
    CLI::App& summaryCommand =
        command(app, action, "summary", "Counts, time span, sources, coverage, content hash", &showSummary, summary);
    addFileOptions(summaryCommand, *summary);
    std::shared_ptr<FileOptions> failures;
    CLI::App& failuresCommand =
        command(app, action, "failures", "The failures to investigate", &listFailures, failures);
    addFileOptions(failuresCommand, *failures);

    std::shared_ptr<EventsOptions> events;
    CLI::App& eventsCommand = command(app, action, "events", "The unified event list", &listEvents, events);
    addFileOptions(eventsCommand, events->file);
    eventsCommand.add_option("--where", events->where, "Filter")->type_name("FILTER");
    eventsCommand.add_option("--from", events->from, "From this time on")->type_name("T");
    eventsCommand.add_option("--to", events->to, "Before this time")->type_name("T");
    eventsCommand.add_option("--csv", events->csv, "Write it as CSV")->type_name("OUT");

    std::shared_ptr<ExportOptions> exported;
    CLI::App& exportCommand = command(app, action, "export",
        "The aligned event log for other tools, or all records as canonical tables", &exportLog, exported);
    addFileOptions(exportCommand, exported->file);
    addSelectionOptions(exportCommand, exported->selection);
    exportCommand
        .add_option("--format", exported->format,
            "csv, xes, ocel-json, ocel-sqlite or graphml; canonical: every record, one CSV file a table")
        ->required()
        ->check(CLI::IsMember({"csv", "xes", "graphml", "ocel-sqlite", "ocel-json", "canonical"}));
    exportCommand.add_option("-o,--output", exported->output, "File; for canonical a folder")->required();
}

AnalysisOptions& analysisCommand(CLI::App& app, Action& action, const char* name, const char* help,
    int (*work)(Session&, const AnalysisOptions&), CLI::App*& added)
{
    std::shared_ptr<AnalysisOptions> options;
    added = &command(app, action, name, help, work, options);
    addFileOptions(*added, options->file);
    addSelectionOptions(*added, options->selection);
    addWindowOptions(*added, options->window);
    return *options;
}

void addAnalysisCommands(CLI::App& app, Action& action)
{
    std::shared_ptr<PlanOptions> plan;
    CLI::App& planCommand =
        command(app, action, "plan", "Pre-flight and analysis plan, before any result", &managePlan, plan);
    addFileOptions(planCommand, plan->file);
    addWindowOptions(planCommand, plan->window);
    planCommand.add_option("--template", plan->templateName, "Plan template for all classifications")->type_name("T");
    planCommand.add_flag("--freeze", plan->freeze, "Freeze this plan for the case");

    CLI::App* added = nullptr;
    AnalysisOptions& align = analysisCommand(app, action, "align",
        "Events around each failure and control window, relative to the anchor", &alignWindows, added);
    added->add_option("--csv", align.csv, "Write it as CSV")->type_name("OUT");

    AnalysisOptions& graph =
        analysisCommand(app, action, "graph", "Event-sequence graph of failures minus controls", &buildGraph, added);
    graph.format = "json";
    added->add_flag("--per-failure", graph.perFailure, "One graph of instances per failure");
    added->add_option("--format", graph.format, "json, dot or graphml")
        ->check(CLI::IsMember({"json", "dot", "graphml"}));
    added->add_option("-o,--output", graph.output, "File; default: stdout");

    AnalysisOptions& chronology = analysisCommand(
        app, action, "chronology", "Rows around the failure in site time and UTC", &showChronology, added);
    added->add_option("--csv", chronology.csv, "Write it as CSV")->type_name("OUT");

    AnalysisOptions& assess = analysisCommand(
        app, action, "assess", "The evidence: pre-flight, candidates, verdict per failure", &assessFailures, added);
    added->add_option("--plan", assess.window.planFile, "Analysis plan (JSON) instead of the case's")
        ->type_name("FILE");
}

void addPinCommand(CLI::App& app, Action& action)
{
    std::shared_ptr<PinOptions> pin;
    CLI::App& added = command(app, action, "pin",
        "Record physical evidence for a candidate of a failure (verdict mechanism), list it, or take it back",
        &managePins, pin);
    addFileOptions(added, pin->file);
    added.add_option("--failure", pin->failure, "Failure id")->type_name("ID");
    added.add_option("--candidate", pin->candidate, "Candidate as assess names it: \"class @ asset\"")
        ->type_name("NAME");
    added
        .add_option("--record", pin->records,
            "Record that shows it: record id (or its first digits), or its own id such as a work order; may be "
            "repeated")
        ->type_name("RECORD_ID");
    added.add_option("--reason", pin->reason, "What was found, in words; why a pin is taken back")->type_name("TEXT");
    added.add_option("--actor", pin->actor, "Who records it; default: the system's user")->type_name("NAME");
    added.add_flag("--ruled-out", pin->isRuledOut, "The evidence rules the candidate out for this failure");
    CLI::Option* list = added.add_flag("--list", pin->isList, "List the pins of the case");
    added.add_option("--remove", pin->remove, "Take a pin back; it stays in the file with the reason")
        ->type_name("PIN")
        ->excludes(list);
}

void addFactsCommands(CLI::App& app, Action& action)
{
    std::shared_ptr<ConditionOptions> condition;
    CLI::App& conditionCommand = command(app, action, "condition",
        "Condition card of an asset, or fit-for-use matrix of a batch", &showCondition, condition);
    addFileOptions(conditionCommand, condition->file);
    conditionCommand.add_option("--asset", condition->asset, "Asset")->type_name("A");
    conditionCommand.add_option("--at", condition->at, "Time, e.g. 2026-03-29T01:30:00Z")->type_name("T");
    conditionCommand.add_option("--batch", condition->batch, "Batch (instead of --asset and --at)")->type_name("B");
    conditionCommand.add_option("--as-known", condition->asKnown, "now or then")->check(CLI::IsMember({"now", "then"}));

    std::shared_ptr<DifferencesOptions> differences;
    CLI::App& differencesCommand = command(
        app, action, "differences", "What was different from the last good batches", &showDifferences, differences);
    addFileOptions(differencesCommand, differences->file);
    differencesCommand.add_option("--batch", differences->batch, "Batch")->required()->type_name("B");
    differencesCommand.add_option("--against", differences->against, "Compare with the last N good batches")
        ->type_name("N")
        ->check(CLI::Range(1, 1000));

    std::shared_ptr<UsageOptions> usage;
    CLI::App& usageCommand =
        command(app, action, "usage", "How much equipment was used, and what is due by use", &showUsage, usage);
    addFileOptions(usageCommand, usage->file);
    usageCommand
        .add_option("--thresholds", usage->thresholds,
            "CSV with asset_id or asset_class, since (maintenance, preventive, corrective, replacement, calibration, "
            "cleaning), unit (batches, run_hours, cycles, cleanings), value, basis; beside the table limits")
        ->type_name("FILE");
    usageCommand.add_option("--asset", usage->asset, "Only this asset")->type_name("A");
    usageCommand.add_option("--from", usage->from, "Begin; default: first step or running state")->type_name("T");
    usageCommand.add_option("--to", usage->to, "End, and when triggers are asked for; default: last record")
        ->type_name("T");
    usageCommand.add_option("--period", usage->period, "all, month or week, in site time")
        ->check(CLI::IsMember({"all", "month", "week"}));
    usageCommand.add_option("--csv", usage->csv, "Write it as CSV")->type_name("OUT");

    std::shared_ptr<ImpactOptions> impact;
    CLI::App& impactCommand =
        command(app, action, "impact", "Other batches exposed to the same condition", &showImpact, impact);
    addFileOptions(impactCommand, impact->file);
    impactCommand.add_option("--failure", impact->failure, "Failure id")->type_name("ID");
    impactCommand.add_option("--asset", impact->asset, "Asset (with --from and --to)")->type_name("A");
    impactCommand.add_option("--from", impact->from, "Start of the suspect interval")->type_name("T");
    impactCommand.add_option("--to", impact->to, "End of the suspect interval")->type_name("T");
}

void addProfileCommand(CLI::App& app, Action& action)
{
    std::shared_ptr<ProfileCommandOptions> profile;
    CLI::App& added = command(app, action, "profile",
        "Golden profile: process data of a batch against good batches of the same product and step, aligned by phase, "
        "signals ranked by how far they leave the band",
        &showProfile, profile);
    addFileOptions(added, profile->file);
    CLI::Option* batch = added.add_option("--batch", profile->batch, "Batch")->type_name("B");
    added.add_option("--failure", profile->failure, "Failure id (its batch, in the step where it happened)")
        ->type_name("ID")
        ->excludes(batch);
    added
        .add_option(
            "--step", profile->step, "Unit procedure, or all; default: where the failure happened, with --batch all")
        ->type_name("NAME");
    added.add_option("--against", profile->against, "At most so many good batches, the nearest before it first")
        ->type_name("N")
        ->check(CLI::Range(3, 1000));
    added
        .add_option("--align", profile->align,
            "phase (stretched to its median length), phase-start or step-start (time since then)")
        ->check(CLI::IsMember({"phase", "phase-start", "step-start"}));
    added.add_option("--in", profile->in, "Take this batch in, whatever the rules say; may be repeated")
        ->type_name("B");
    added.add_option("--out", profile->out, "Leave this batch out; may be repeated")->type_name("B");
}

void addReportCommands(CLI::App& app, Action& action)
{
    std::shared_ptr<ReportOptions> report;
    CLI::App& reportCommand =
        command(app, action, "report", "Investigation report and its machine-readable twin", &writeReport, report);
    addFileOptions(reportCommand, report->file);
    reportCommand.add_option("--failure", report->failure, "Failure id")->required()->type_name("ID");
    reportCommand.add_option("--title", report->title, "Printed after the failure's id; default: its classification")
        ->type_name("TEXT");
    reportCommand.add_option("-o,--output", report->pdf, "PDF file")->required()->type_name("FILE.pdf");
    reportCommand.add_option("--html", report->html, "The same content as one HTML file")->type_name("FILE");
    reportCommand.add_option("--twin", report->twin, "Folder of the twin; default: the PDF's name with .twin")
        ->type_name("DIR");
    reportCommand.add_option("--language", report->language, "Language of the report: en or de");
    reportCommand
        .add_option("--leave-out", report->leaveOut,
            "Figure that the report does without, and says so; repeatable: timeline, counters, sequence")
        ->check(CLI::IsMember({"timeline", "counters", "sequence"}))
        ->type_name("FIGURE");

    std::shared_ptr<VerifyOptions> check;
    CLI::App& verifyCommand = command(app, action, "verify",
        "Re-compute hashes, chain and every number; exit status 3 if one does not hold", &verify, check);
    verifyCommand.add_option("TARGET", check->target, "Investigation file, twin folder, or report PDF")
        ->required()
        ->type_name("INV|TWIN|REPORT");
}

// Commands of the contract that come later.
constexpr std::array kLaterCommands{"sign", "users"};

// CLI11 reports an unknown command as a missing one; this names it. Unset if the first word is a command or an option.
std::optional<Error> unknownCommand(const CLI::App& app, const std::vector<std::string>& arguments)
{
    const auto word =
        std::find_if(arguments.begin(), arguments.end(), [](const std::string& a) { return !a.starts_with('-'); });
    if (word == arguments.end())
        return std::nullopt;
    for (const CLI::App* known : app.get_subcommands([](const CLI::App*) { return true; }))
        if (known->get_name() == *word)
            return std::nullopt;
    if (std::find(kLaterCommands.begin(), kLaterCommands.end(), *word) != kLaterCommands.end())
        return Error{ErrorCode::NotAvailable, *word, {}};
    return Error{ErrorCode::InvalidArgument, *word, "there is no such command"};
}

} // namespace

int run(const std::vector<std::string>& arguments, std::FILE* out, std::FILE* err)
{
    Session session(out, err);
    session.installSignalHandlers();
    Action action;

    CLI::App app("Antecedent: did the condition of an asset contribute to a batch deviation?", "antecedent-cli");
    app.set_version_flag("--version", versionText());
    app.add_flag("--json", session.isJson, "One JSON document on stdout");
    app.add_flag("--quiet", session.isQuiet, "No progress and messages on stderr");
    app.require_subcommand(1);
    app.fallthrough();
    addCaseCommands(app, action);
    addImportCommands(app, action);
    addDecisionCommands(app, action);
    addDataCommands(app, action);
    addQualityCommand(app, action);
    addConfigurationCommand(app, action);
    addOriginalCommand(app, action);
    addAnalysisCommands(app, action);
    addPinCommand(app, action);
    addFactsCommands(app, action);
    addProfileCommand(app, action);
    addReportCommands(app, action);

    if (const std::optional<Error> unknown = unknownCommand(app, arguments))
        return session.fail(*unknown);
    try {
        // CLI11 takes the arguments from the back.
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::ParseError& parsed) {
        if (parsed.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
            const bool isVersion = parsed.get_name() == "CallForVersion";
            session.print(trimmed(isVersion ? versionText() : app.help()));
            return kDone;
        }
        std::fprintf(err, "antecedent-cli: %s. See --help.\n", parsed.what());
        return kWrongUsage;
    }
    return action(session);
}

} // namespace antecedent::cli
