// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/text.h"

namespace antecedent::widgets {

namespace {

const Lexicon*& chosen()
{
    static const Lexicon* lexicon = &Lexicon::english();
    return lexicon;
}

} // namespace

const Lexicon& windowLexicon()
{
    return *chosen();
}

void setWindowLexicon(const Lexicon& lexicon)
{
    chosen() = &lexicon;
}

} // namespace antecedent::widgets
