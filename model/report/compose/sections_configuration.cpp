// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/compose/composer.h"
#include "model/report/compose/words.h"

namespace antecedent {

namespace {

Phrase itemName(const ConfiguredItem& item)
{
    constexpr std::string_view kProfile = "profile/";
    const std::string& name = item.name;
    if (item.records > 0)
        return phrase("limits (%1)", words::grouped(item.records));
    if (name == "plan_templates")
        return phrase("plan templates");
    if (name == "resets")
        return phrase("what maintenance resets");
    if (name == "plausibility")
        return phrase("which asset can matter for which deviation");
    if (name == "aliases")
        return phrase("names of assets");
    if (name == "parameters")
        return phrase("what tags measure");
    return name.starts_with(kProfile) ? phrase("mapping profile %1", name.substr(kProfile.size())) : Phrase(name);
}

Phrase approvalWords(const ConfiguredItem& item, const Zone& zone)
{
    if (item.decisions > 0)
        return phrase("decided one by one, each with its reason in the audit trail");
    if (item.records > 0)
        return item.approvedBy.empty() ? phrase("the sources state no approver")
                                       : phrase("approved by %1, as the sources state", item.approvedBy);
    if (item.isBuiltin)
        return phrase("built in: comes with the program");
    const Phrase set = phrase("put by %1, %2: %3", item.setBy, words::shortMoment(item.setAt, zone), item.reason);
    if (item.approvedBy.empty())
        return listOf({phrase("not approved"), set}, "; ");
    const Phrase at = words::shortMoment(item.approvedAt, zone);
    return listOf({item.broughtInBy.empty() ? phrase("approved by %1, %2", item.approvedBy, at)
                                            : phrase("approved by %1, %2, in another file; brought in by %3",
                                                item.approvedBy, at, item.broughtInBy),
                      set},
        "; ");
}

} // namespace

void Composer::configuration()
{
    if (m_in.configuration.empty())
        return;
    heading(1, phrase("Configuration"));
    Table table;
    table.columns = {{say("Item"), Align::Left, 1.2, 0}, {say("Version"), Align::Left, 1, 60},
        {say("SHA-256"), Align::Left, 1, 142}, {say("Approval"), Align::Left, 2, 0}};
    table.size = 7.2;
    for (const ConfiguredItem& item : m_in.configuration)
        table.rows.push_back(Row{
            {say(itemName(item)),
                item.decisions > 0 ? say("%1 names", words::grouped(item.decisions)) : words::orUnknown(item.version),
                RichText().add(toHex(item.hash), RunStyle::Fixed), say(approvalWords(item, m_in.siteZone))},
            false, false});
    table.caption = tableCaption(phrase(
        "What the analysis works by, with its version, its hash and who approved it. An approval holds for exactly "
        "the text with this hash; the plan of the case keeps the templates that it was frozen with."));
    m_document.blocks.push_back(std::move(table));
}

} // namespace antecedent
