// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the report writes numbers, times and fixed words, as phrases for the language of the report. In English a decimal
// point, a true minus sign, an en dash for what is unknown; what other languages do stands in model/base/lexicon.h.
// Threads: pure.

#include "model/base/lexicon.h"
#include "model/base/time.h"
#include "model/base/zone.h"
#include "model/evidence/assessment.h"

#include <optional>
#include <string>
#include <string_view>

namespace antecedent::words {

inline constexpr std::string_view kUnknown = "\u2013";

std::string orUnknown(std::string_view text); // an en dash for an empty text
// Three significant digits, no exponent below a million: "36.9", "1380", "0.0012".
Phrase number(double value);
Phrase number(const std::optional<double>& value);
Phrase probability(const std::optional<double>& p); // "0.0006", "<0.0001"
Phrase probabilityPhrase(double p); // "= 0.0006", "< 0.0001"
Phrase ratio(const Candidate& candidate); // "20.8 (1.6\u20131380)", "\u2265 3.4" without upper limit
std::string share(int part, int whole); // "4/5"
Phrase percent(double share); // "98 %"
// "13 Apr 2025 08:43:11 UTC+02:00 (06:43:11Z)"; only the UTC form without a site zone.
Phrase moment(Timestamp t, const Zone& zone);
Phrase moment(const TimeValue& time, const Zone& zone);
Phrase shortMoment(Timestamp t, const Zone& zone); // "13 Apr 2025 08:43 (06:43Z)"
// A text in which each whole word that is an ISO 8601 UTC time is written as a short moment.
std::string withMoments(std::string_view text, const Zone& zone, const Lexicon& lexicon = Lexicon::english());
Phrase span(const std::optional<Interval>& interval, const Zone& zone);
Phrase grouped(std::uint64_t count); // "15,506"
Phrase duration(double seconds); // "3.2 h", "12.0 d"
std::string shortDigest(const Digest& digest); // first 16 digits
Phrase verdict(Verdict verdict); // "Associated", "Not testable"
Phrase shortVerdict(Verdict verdict); // for a narrow column
Phrase contribution(Contribution contribution);
Phrase kind(CandidateKind kind); // "event"
// What was found on a failure: its statement, that of the candidate that leads (may be null) unless it is in it, and
// what an association is not.
Phrase finding(const FailureAssessment& assessment, const Candidate* lead);
// At most about `most` characters, cut at a sentence or word with a sign that it goes on.
std::string shortened(const std::string& text, std::size_t most);
Phrase maintenanceWord(std::string_view kind); // "preventive maintenance" for pm
Phrase listed(std::vector<Phrase> items, std::size_t most); // "a, b, c and 4 more"
Phrase listed(const std::vector<std::string>& items, std::size_t most);

} // namespace antecedent::words
