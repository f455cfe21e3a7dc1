// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What people record towards the conclusion of a case: hypotheses with evidence for and against, manual facts, and
// conclusions. Source of the contents: 21 CFR 211.192, ICH Q10 3.2.2 (structured approach), the six M of a cause and
// effect diagram. Texts are UTF-8. Threads: plain values.

#include "model/base/digest.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace antecedent {

// The six M: machine, method, material, man, measurement, mother nature.
enum class CauseGroup : std::uint8_t { Machine, Method, Material, People, Measurement, Environment };
enum class HypothesisState : std::uint8_t { Open, RuledOut, Contributing, MostProbable, RootCause };
enum class EvidenceSide : std::uint8_t { For, Against, Neutral };
enum class FactKind : std::uint8_t { Interview, Inspection, Test, PaperLog, Note };
enum class Grade : std::uint8_t { RootCause, MostProbable, Contributing, NotDetermined };
enum class ShownKind : std::uint8_t { Record, Candidate, Fact };

inline constexpr CauseGroup kAllGroups[] = {CauseGroup::Machine, CauseGroup::Method, CauseGroup::Material,
    CauseGroup::People, CauseGroup::Measurement, CauseGroup::Environment};
inline constexpr HypothesisState kAllStates[] = {HypothesisState::Open, HypothesisState::RuledOut,
    HypothesisState::Contributing, HypothesisState::MostProbable, HypothesisState::RootCause};
inline constexpr EvidenceSide kAllSides[] = {EvidenceSide::For, EvidenceSide::Against, EvidenceSide::Neutral};
inline constexpr FactKind kAllFactKinds[] = {
    FactKind::Interview, FactKind::Inspection, FactKind::Test, FactKind::PaperLog, FactKind::Note};
inline constexpr Grade kAllGrades[] = {
    Grade::RootCause, Grade::MostProbable, Grade::Contributing, Grade::NotDetermined};

// Fixed words of files and the command line, e.g. ruled_out.
const char* toText(CauseGroup group);
const char* toText(HypothesisState state);
const char* toText(EvidenceSide side);
const char* toText(FactKind kind);
const char* toText(Grade grade);
const char* toText(ShownKind kind);
// The value of such a word; '-' may stand for '_'. nullopt: there is none.
std::optional<CauseGroup> groupFrom(std::string_view text);
std::optional<HypothesisState> stateFrom(std::string_view text);
std::optional<EvidenceSide> sideFrom(std::string_view text);
std::optional<FactKind> factKindFrom(std::string_view text);
std::optional<Grade> gradeFrom(std::string_view text);
std::optional<ShownKind> shownKindFrom(std::string_view text);

// Something as it was when a person pinned it; what it shows later is another matter.
struct Shown
{
    ShownKind kind = ShownKind::Record;
    std::string subject; // record id in hexadecimal, name of a candidate, id of a fact
    std::string failure; // whose candidate; empty for others
    std::string words; // one sentence for a person
    std::map<std::string, std::string> values; // every number and text behind it, by name
    Digest hash{}; // of all above, see hashOf

    bool operator==(const Shown&) const = default;
};
Digest hashOf(const Shown& shown);

struct Hypothesis
{
    std::string id; // HYP-001
    std::string failure; // empty: of the whole case
    std::string statement;
    CauseGroup group = CauseGroup::Machine;
    std::string ifFalse; // what would be seen if it were false
    std::string proposal; // the candidate that it was proposed from; empty: a person's own
    HypothesisState state = HypothesisState::Open;
    std::string stateReason; // empty while open

    bool operator==(const Hypothesis&) const = default;
};

struct EvidenceLine
{
    std::string id; // EVI-001
    std::string hypothesis;
    EvidenceSide side = EvidenceSide::Neutral;
    Shown shown;
    std::string comment; // may be empty

    bool operator==(const EvidenceLine&) const = default;
};

struct Attachment
{
    std::string name; // without folder
    Digest sha256{}; // its bytes are kept under it
    std::uint64_t bytes = 0;

    bool operator==(const Attachment&) const = default;
};

struct ManualFact
{
    std::string id; // FACT-001
    FactKind kind = FactKind::Interview;
    std::string text;
    std::string who; // said or did it
    std::string when; // ISO 8601 date, or time with offset; empty: not stated
    std::optional<Shown> record; // that it is a note on
    std::vector<Attachment> attachments;

    bool operator==(const ManualFact&) const = default;
};

struct Conclusion
{
    std::string failure; // empty: of the whole case
    Grade grade = Grade::NotDetermined;
    std::vector<std::string> hypotheses; // ids that it rests on, ascending
    std::string rationale;

    bool operator==(const Conclusion&) const = default;
};

using LedgerItem = std::variant<Hypothesis, EvidenceLine, ManualFact, Conclusion>;
std::string idOf(const LedgerItem& item); // a conclusion's: C, or C:DEV-001

} // namespace antecedent
