// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Words for the states of an alarm.
#include "importers/alarm/alarm_dialect.h"

#include "model/base/text.h"

#include <array>

namespace antecedent::importers {

namespace {

std::string normalWord(std::string_view word)
{
    std::string out;
    for (const char c : toLowerAscii(trimmed(word)))
        out += c == '_' || c == '-' || c == '.' ? ' ' : c;
    return out;
}

// Terms of ISA-18.2, and what vendors call the same. `Set` and `Clear` say that it is taken back by a row of its own;
// a word for a state is ended by the next state, too.
std::optional<AlarmState> suppressionOf(const std::string& wanted)
{
    struct Kind
    {
        std::string_view name;
        std::string_view states;
        std::string_view sets;
        std::string_view clears;
    };
    static constexpr std::array kKinds{
        Kind{"suppressed",
            "|suppressed|suppress|suppressed by design|supp|unterdr\xC3\xBC"
            "ckt|",
            "|alarm suppressed set|suppressed set|",
            "|alarm suppressed clear|suppressed clear|unsuppressed|unsuppress|not suppressed|"},
        Kind{"shelved",
            "|shelved|shelve|zur\xC3\xBC"
            "ckgestellt|",
            "|alarm shelved set|shelved set|",
            "|alarm shelved clear|shelved clear|unshelved|unshelve|shelving expired|"},
        Kind{"out of service",
            "|out of service|oos|au\xC3\x9F"
            "er betrieb|",
            "|alarm outofservice set|out of service set|",
            "|alarm outofservice clear|out of service clear|in service|"},
        Kind{"disabled", "|disabled|disable|dis|", "|alarm disabled set|disabled set|",
            "|alarm disabled clear|disabled clear|enabled|enable|"},
        Kind{"silenced", "|silenced|silence|", "|alarm silenced set|silenced set|",
            "|alarm silenced clear|silenced clear|unsilenced|"},
    };
    for (const Kind& kind : kKinds) {
        const auto isAmong = [&](std::string_view words) { return words.find(wanted) != std::string_view::npos; };
        const bool isState = isAmong(kind.states);
        const bool isOver = isAmong(kind.clears);
        if (isState || isOver || isAmong(kind.sets))
            return AlarmState{kind.name, isOver, isState};
    }
    return std::nullopt;
}

} // namespace

std::optional<AlarmState> alarmStateOf(std::string_view word)
{
    struct Words
    {
        AlarmState state;
        std::string_view words; // between bars, normalised
    };
    static const std::array kWords{
        Words{{true, false},
            "|act/unack|act unack|unack alm|unack|alarm set|set|alarm|active|act|on|in alarm|in alarm "
            "unack|raised|came|"
            "came in|kommt|gekommen|kam|k|+|incoming|alm|alarm on|c|in|ein|"},
        Words{{true, true}, "|act/ack|act ack|ack alm|in alarm ack|in alarm acknowledged|"},
        Words{{std::nullopt, true}, "|alarm acknowledged|ack|acked|acknowledged|acknowledge|quittiert|q|*|ackn|"},
        Words{{false, false}, "|rtn/unack|inact/unack|unack rtn|rtn unack|inact unack|normal unack|"},
        Words{{false, true}, "|rtn/ack|inact/ack|ack rtn|rtn ack|inact ack|normal ack|"},
        Words{{false, std::nullopt},
            "|rtn|alarm clear|clear|cleared|normal|off|inactive|inact|went|gone|went out|gegangen|geht|g|-|out|alarm "
            "off|"
            "return to normal|returned to normal|outgoing|aus|"},
        // Of a Russian chronicle: the first one is documented, the others follow its pattern.
        Words{{true, false}, "|АКТ/НЕПДТВ|"},
        Words{{true, true}, "|АКТ/ПДТВ|"},
        Words{{false, false}, "|НЕАКТ/НЕПДТВ|"},
        Words{{false, true}, "|НЕАКТ/ПДТВ|"},
    };
    const std::string_view plain = trimmed(word);
    const std::string wanted = plain == "-" ? "|-|" : '|' + normalWord(plain) + '|';
    if (plain.empty() || wanted.size() > 40)
        return std::nullopt;
    for (const Words& words : kWords)
        if (words.words.find(wanted) != std::string_view::npos)
            return words.state;
    return suppressionOf(wanted);
}

namespace {

// What may stand in the column of the event type of a chronicle, and its English word.
struct ChronicleWord
{
    std::string_view word;
    std::string_view english;
};
constexpr std::array kChronicleWords{ChronicleWord{"ALARM", "ALARM"}, ChronicleWord{"АЛАРМ", "ALARM"},
    ChronicleWord{"CHANGE", "CHANGE"}, ChronicleWord{"EVENT", "EVENT"}, ChronicleWord{"DOWNLOAD", "DOWNLOAD"},
    ChronicleWord{"STATUS", "STATUS"}, ChronicleWord{"SYSTEM", "SYSTEM"}, ChronicleWord{"DIAGNOSTIC", "DIAGNOSTIC"}};

} // namespace

std::string_view chronicleEvent(std::string_view type)
{
    for (const ChronicleWord& known : kChronicleWords)
        if (equalsIgnoreCase(trimmed(type), known.word))
            return known.english;
    return {};
}

} // namespace antecedent::importers
