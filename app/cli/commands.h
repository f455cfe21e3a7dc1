// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One function per command: does the work, prints the result, returns the exit status.

#include "app/cli/options.h"
#include "app/cli/session.h"

namespace antecedent::cli {

// commands_case.cpp
int newInvestigation(Session& session, const NewOptions& options);
int listCases(Session& session, const FileOptions& options);
int manageCase(Session& session, const CaseOptions& options);
int showAudit(Session& session, const CsvOptions& options);
// commands_ledger.cpp
int editLedger(Session& session, const CaseOptions& options);
int manageSentinel(Session& session, const CaseOptions& options); // case INV sentinel
// commands_import.cpp
int importSources(Session& session, const ImportOptions& options);
int listImporters(Session& session);
int showDiagnostics(Session& session, const CsvOptions& options);
// commands_aliases.cpp
int manageAliases(Session& session, const AliasesOptions& options);
// commands_inspect.cpp
int inspectSource(Session& session, const InspectOptions& options);
// commands_duplicates.cpp
int manageDuplicates(Session& session, const DuplicatesOptions& options);
// commands_clocks.cpp
int manageClocks(Session& session, const ClocksOptions& options);
// commands_quality.cpp
int showQuality(Session& session, const QualityOptions& options);
// commands_versions.cpp
int manageVersions(Session& session, const VersionsOptions& options);
// commands_configuration.cpp
int manageConfiguration(Session& session, const ConfigurationOptions& options);
// commands_data.cpp
int showSummary(Session& session, const FileOptions& options);
int listFailures(Session& session, const FileOptions& options);
int showOriginal(Session& session, const OriginalOptions& options);
int listEvents(Session& session, const EventsOptions& options);
int exportLog(Session& session, const ExportOptions& options);
// commands_analysis.cpp
int managePlan(Session& session, const PlanOptions& options);
int alignWindows(Session& session, const AnalysisOptions& options);
int buildGraph(Session& session, const AnalysisOptions& options);
int assessFailures(Session& session, const AnalysisOptions& options);
// commands_pin.cpp
int managePins(Session& session, const PinOptions& options);
// commands_facts.cpp
int showCondition(Session& session, const ConditionOptions& options);
int showDifferences(Session& session, const DifferencesOptions& options);
int showChronology(Session& session, const AnalysisOptions& options);
int showImpact(Session& session, const ImpactOptions& options);
// commands_profile.cpp
int showProfile(Session& session, const ProfileCommandOptions& options);
// commands_usage.cpp
int showUsage(Session& session, const UsageOptions& options);
// commands_report.cpp
int writeReport(Session& session, const ReportOptions& options);
int verify(Session& session, const VerifyOptions& options);

} // namespace antecedent::cli
