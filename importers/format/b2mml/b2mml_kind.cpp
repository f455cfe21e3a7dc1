// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/b2mml/b2mml_kind.h"

#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace antecedent::importers {

namespace {

// Verbs of the messages; with some of them nothing is told.
constexpr std::array<std::pair<std::string_view, bool>, 9> kVerbs{{{"sync", true}, {"show", true}, {"process", true},
    {"change", true}, {"acknowledge", true}, {"respond", true}, {"get", false}, {"cancel", false}, {"confirm", false}}};

// Nouns that hold what happened, or what there is.
constexpr std::array<std::string_view, 20> kTold{"batchproductionrecord", "batchproductionrecords", "batchinformation",
    "batchlist", "batchlistentry", "productionperformance", "operationsperformance", "workperformance",
    "productionresponse", "operationsresponse", "workresponse", "jobresponse", "maintenanceinformation",
    "maintenancerequest", "maintenanceworkorder", "maintenanceresponse", "equipment", "equipmentinformation",
    "operationsevent", "operationseventinformation"};
constexpr std::array<std::string_view, 8> kAlsoTold{"physicalasset", "physicalassetinformation", "workschedule",
    "workrequest", "joborder", "operationsschedule", "equipmentelement", "worklist"};

struct Refused
{
    std::string_view beginning; // of the noun
    std::string_view reason;
};
constexpr std::array kRefused{
    Refused{"productionschedule", "a schedule of production: it plans, and nothing in it has happened"},
    Refused{"productionrequest", "a request for production: it plans, and nothing in it has happened"},
    Refused{"material", "a message about materials and lots: no batch, step, event or maintenance is in it"},
    Refused{"personnel", "a message about people and their classes: no batch, step, event or maintenance is in it"},
    Refused{"person", "a message about people and their classes: no batch, step, event or maintenance is in it"},
    Refused{"masterrecipe", "a recipe: it says what is to be done, and nothing in it has happened"},
    Refused{"controlrecipe", "a recipe: it says what is to be done, and nothing in it has happened"},
    Refused{"generalrecipe", "a recipe: it says what is to be done, and nothing in it has happened"},
    Refused{"grecipe", "a recipe: it says what is to be done, and nothing in it has happened"},
    Refused{"recipe", "a recipe: it says what is to be done, and nothing in it has happened"},
    Refused{"productioncapability", "a statement of capability: nothing in it has happened"},
    Refused{"product", "a definition of products: nothing in it has happened"},
    Refused{"processsegment", "a definition of process segments: nothing in it has happened"},
    Refused{"operationsdefinition", "a definition of operations: nothing in it has happened"},
    Refused{"operationscapability", "a statement of capability: nothing in it has happened"},
    Refused{"workcapability", "a statement of capability: nothing in it has happened"},
    Refused{"workmaster", "a definition of work: nothing in it has happened"},
    Refused{"workdefinition", "a definition of work: nothing in it has happened"},
    Refused{"workdirective", "a definition of work: nothing in it has happened"},
    Refused{"workcalendar", "a calendar: nothing in it has happened"},
    Refused{"workflowspecification", "a definition of a workflow: nothing in it has happened"},
    Refused{"workalert", "a message that asks for attention; the record of the event is in an OperationsEvent"},
    Refused{"qualificationtestspecification", "a definition of tests: nothing in it has happened"},
    Refused{"equipmentclass", "a definition of equipment classes: no equipment is in it"},
    Refused{"physicalassetclass", "a definition of asset classes: no asset is in it"},
    Refused{"schema", "a schema: it says how messages are built and holds no data"},
    Refused{"bod", "a confirmation of another message: it holds no data"},
    Refused{"transactionprofile", "a profile of transactions: it holds no data"},
    Refused{"resourcerelationshipnetwork", "a network of resources: no batch, step, event or maintenance is in it"},
};

bool isTold(std::string_view noun)
{
    return std::find(kTold.begin(), kTold.end(), noun) != kTold.end()
        || std::find(kAlsoTold.begin(), kAlsoTold.end(), noun) != kAlsoTold.end();
}

std::string_view refusalOf(std::string_view noun)
{
    for (const Refused& refused : kRefused)
        if (noun.starts_with(refused.beginning))
            return refused.reason;
    return {};
}

} // namespace

std::optional<B2mmlKind> b2mmlKindOf(std::string_view root, std::string_view space)
{
    B2mmlKind out;
    out.root = std::string(root);
    out.space = std::string(space);
    const std::string lowerSpace = toLowerAscii(space);
    out.isKnownSpace = lowerSpace.find("b2mml") != std::string::npos || lowerSpace.find("batchml") != std::string::npos;
    out.isOfAVersion = lowerSpace.find("mesa.org/xml/b2mml") != std::string::npos
        || lowerSpace.find("b2mml-v0") != std::string::npos || lowerSpace.find("batchml-v0") != std::string::npos;
    const std::string lower = toLowerAscii(out.root);
    out.noun = lower;
    bool tells = true;
    if (!isTold(lower) && refusalOf(lower).empty()) {
        for (const auto& [verb, says] : kVerbs) {
            if (lower.starts_with(verb) && lower.size() > verb.size()) {
                out.noun = lower.substr(verb.size());
                tells = says;
            }
        }
    }
    const std::string_view refused = isTold(out.noun) ? std::string_view{} : refusalOf(out.noun);
    if (!isTold(out.noun) && refused.empty()) {
        if (!out.isKnownSpace)
            return std::nullopt;
        out.refusal = "a part of B2MML in which no batch, step, event or maintenance stands";
        return out;
    }
    // Words such as Equipment or Person are roots of other languages, too.
    const bool isCommonWord = out.noun == "equipment" || out.noun == "worklist" || !refused.empty();
    if (!out.isKnownSpace && isCommonWord)
        return std::nullopt;
    if (!tells)
        out.refusal = "a message that asks for, withdraws or confirms another one: it holds no data";
    else
        out.refusal = std::string(refused);
    return out;
}

} // namespace antecedent::importers
