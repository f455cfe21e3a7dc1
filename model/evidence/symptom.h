// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Is an alarm a symptom of the failure, that is on the deviation's own parameter (semantics.md "Symptoms and answers")?
// Judged by words: a word of the alarm's code and a word of the classification share their first four letters (or are
// equal, if shorter), or the code begins with the ISA-5.1 letter of the parameter that the classification names
// (TI_HIGH for a temperature). It is a rule of thumb that errs on the side of restraint: a symptom still shows, it only
// supports no asset alone. Threads: pure.

#include <string_view>

namespace antecedent {

bool isSymptomOf(std::string_view alarmCode, std::string_view classification);

} // namespace antecedent
