// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Alarms, material, messages, comments, signatures and samples of a batch production record.
#include "importers/format/b2mml/batch_message.h"
#include "importers/format/batch/batch_words.h"
#include "importers/text/number_text.h"

#include <array>
#include <utility>

namespace antecedent::importers {

namespace {

using Column = B2mmlColumn;

constexpr XmlFragment::Node kRoot = XmlFragment::root();

// Event types whose category is another word than their own.
std::string_view categoryOf(std::string_view type)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kCategories{
        {{"operator", "operator"}, {"alarm", "alarm"}, {"equipment", "equipment"}, {"material", "material"},
            {"control recipe", "recipe"}, {"procedural execution", "recipe"}, {"exception", "exception"}}};
    for (const auto& [name, category] : kCategories)
        if (name == type)
            return category;
    return "message";
}

} // namespace

std::string plainText(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == 'n' || text[i + 1] == 'r')) {
            ++i;
            while (i + 1 < text.size() && text[i + 1] == ' ')
                ++i;
            if (!out.empty() && out.back() != ' ')
                out += ' ';
        } else {
            out += text[i];
        }
    }
    return std::string(trimmed(out));
}

void BatchRecord::takeAlarm(const Message& message)
{
    const XmlFragment& xml = *message.xml;
    const XmlFragment::Node data = xml.child(kRoot, "alarmdata");
    const std::string_view type = xml.child(kRoot, "alarmdata") == XmlFragment::kNone
        ? message.subType
        : firstOf(xml.childText(data, "alarmtype"), message.subType);
    const std::string state =
        data == XmlFragment::kNone ? std::string() : toLowerAscii(xml.childText(data, "alarmevent"));
    const std::string key = std::string(message.equipment) + "\t" + std::string(type);
    const auto open = m_alarms.find(key);
    const bool isReturn = state == "returned" || state == "return" || state == "inactive" || state == "cleared"
        || state == "clear" || state == "normal" || state == "returntonormal" || state == "return to normal";
    const bool isAcknowledge = state == "acknowledged" || state == "acknowledge" || state == "ack";
    if ((isReturn || isAcknowledge) && open != m_alarms.end()) {
        if (isAcknowledge) {
            if (open->second[Column::Acknowledged].empty())
                open->second[Column::Acknowledged] = message.time;
            return;
        }
        open->second[Column::End] = message.time;
        m_rows->push(std::move(open->second));
        m_alarms.erase(open);
        if (m_returned.size() >= kMaxElements)
            m_returned.clear();
        m_returned[key] = message.time;
        return;
    }
    // The same message twice.
    if (const auto last = m_returned.find(key); isReturn && last != m_returned.end() && last->second == message.time)
        return;
    if (open != m_alarms.end() && open->second[Column::Time] == message.time)
        return;
    B2mmlRow row = draft(message, "alarm");
    row[Column::Category] = isReturn ? "alarm_return" : isAcknowledge ? "alarm_acknowledgement" : "alarm";
    row[Column::Code] = type;
    if (data != XmlFragment::kNone) {
        row[Column::Severity] = xml.childText(data, "priority");
        const std::string_view limit = xml.childText(data, "alarmlimit", "valuestring");
        row[Column::Limit] = isNumber(limit) ? limit : std::string_view{};
        if (const auto node = xml.child(data, "alarmlimit"); node != XmlFragment::kNone)
            row[Column::Unit] = xml.childText(node, "unitofmeasure");
    }
    if (isNumber(message.value)) {
        row[Column::Value] = message.value;
        if (!message.unit.empty())
            row[Column::Unit] = message.unit;
    }
    if (isReturn || isAcknowledge || m_alarms.size() >= kMaxElements) {
        m_rows->push(std::move(row));
        return;
    }
    if (open != m_alarms.end()) {
        // On again without a return: the first one has no known end.
        m_rows->push(std::move(open->second));
        open->second = std::move(row);
    } else {
        m_alarms.emplace(key, std::move(row));
    }
}

void BatchRecord::takeMaterial(const Message& message)
{
    B2mmlRow& row = rowOf(message, "material");
    row[Column::Material] =
        firstOf(message.text("materialdefinitionid"), message.userAttribute("MaterialDefinitionID"));
    row[Column::MaterialLot] = firstOf(message.text("materiallotid"), message.userAttribute("MaterialLotID"));
    row[Column::SourceBatch] = message.userAttribute("SourceBatchID");
    row[Column::Direction] = message.subType == "consume" ? "consumed" : "produced";
    row[Column::Unit] = message.unit;
    if (isNumber(message.value))
        row[Column::Value] = message.value;
}

// Values of the process or the recipe that have a name and are numbers. What people enter stays a message of theirs.
bool BatchRecord::takeParameters(const Message& message)
{
    const bool isData = message.subType == "parameter data" || message.subType == "process data";
    if (!isData || message.type == "operator")
        return false;
    const XmlFragment& xml = *message.xml;
    std::string_view name;
    for (const char* attribute : {"ParameterID", "ParameterName", "Parameter"})
        name = firstOf(name, message.userAttribute(attribute));
    name = firstOf(name, firstOf(message.text("category"), message.otherValue("eventsubtype")));
    const std::string said = plainText(firstOf(message.text("description"), message.text("messagetext")));
    std::size_t named = 0;
    std::size_t values = 0;
    for (auto value = xml.child(kRoot, "value"); value != XmlFragment::kNone; value = xml.nextNamed(value, "value")) {
        ++values;
        const bool isNamed = !name.empty() || !xml.childText(value, "key").empty() || !said.empty();
        named += isNamed && isNumber(xml.childText(value, "valuestring")) ? 1U : 0U;
    }
    if (values == 0 || named != values)
        return false;
    const std::string place = isBatch(message.reference) ? std::string() : placeOf(message.reference, {}).name;
    for (auto value = xml.child(kRoot, "value"); value != XmlFragment::kNone; value = xml.nextNamed(value, "value")) {
        const std::string_view key = xml.childText(value, "key");
        B2mmlRow& row = rowOf(message, "parameter");
        row[Column::Name] = place;
        row[Column::Code] = firstOf(values > 1 ? firstOf(key, name) : firstOf(name, key), said);
        row[Column::Value] = xml.childText(value, "valuestring");
        row[Column::Unit] = xml.childText(value, "unitofmeasure");
    }
    return true;
}

void BatchRecord::takeChange(const XmlFragment& change, std::uint64_t line)
{
    const Message message(change, line);
    B2mmlRow& row = rowOf(message, "event");
    row[Column::Element] = "line " + std::to_string(line) + " Change";
    row[Column::Category] = "record_change";
    row[Column::Code] = "ENTRY_CHANGED";
    std::string& text = row[Column::Text];
    const auto append = [&](std::string_view name, std::string_view value) {
        if (!value.empty())
            text += (text.empty() ? "" : "; ") + std::string(name) + std::string(value);
    };
    append("entry ", message.text("recordreference"));
    for (auto data = change.child(kRoot, "prechangedata"); data != XmlFragment::kNone;
         data = change.nextNamed(data, "prechangedata"))
        append("before: ", change.childText(data, "valuestring"));
    append("reason: ", plainText(message.text("reason")));
}

// It holds from when it is effective until it expires.
void BatchRecord::takeQualification(const XmlFragment& manifest, std::uint64_t line)
{
    const Message message(manifest, line);
    B2mmlRow& row = rowOf(message, "event");
    row[Column::Element] = "line " + std::to_string(line) + " ResourceQualificationsManifest";
    row[Column::Category] = "qualification";
    const std::string status = identifierOf(message.text("qualificationstatus"));
    row[Column::Code] = status.empty() ? "QUALIFICATION" : status;
    if (const std::string_view since = message.text("effectivetimestamp"); !since.empty()) {
        row[Column::Recorded] = message.time;
        row[Column::Time] = since;
    }
    row[Column::End] = message.text("expirationtimestamp");
    const std::string_view resource = message.text("resourceid");
    const std::string type = toLowerAscii(message.text("resourcetype"));
    if (type.starts_with("person"))
        row[Column::Actor] = resource;
    else if (type.starts_with("equipment") || type.starts_with("physical"))
        row[Column::AssetId] = resource;
    std::string& text = row[Column::Text];
    for (const std::string_view said : {message.text("resourcetype"), resource, message.text("resourceuse")})
        if (!said.empty())
            text += (text.empty() ? "" : " ") + std::string(said);
}

void BatchRecord::takeOther(const Message& message)
{
    const bool isException = message.subType == "exception";
    B2mmlRow& row = rowOf(message, "event");
    row[Column::Category] = isException ? "exception" : categoryOf(message.type);
    const std::string_view other = firstOf(message.otherValue("eventsubtype"), message.otherValue("eventtype"));
    const std::string_view named = firstOf(message.text("category"), other);
    row[Column::Code] = named.empty() ? identifierOf(firstOf(message.subType, message.type)) : std::string(named);
    std::string& text = row[Column::Text];
    const auto append = [&](std::string_view name, std::string_view value) {
        if (!value.empty())
            text += (text.empty() ? "" : "; ") + std::string(name) + std::string(value);
    };
    if (isException) {
        // Risk and status stand in the sub type, as attributes or as elements.
        const XmlFragment& xml = *message.xml;
        const XmlFragment::Node sub = xml.child(kRoot, "eventsubtype");
        row[Column::Severity] =
            firstOf(xml.attribute(sub, "risk"), firstOf(xml.childText(sub, "risk"), message.text("risk")));
        append("status ",
            firstOf(xml.attribute(sub, "status"), firstOf(xml.childText(sub, "status"), message.text("status"))));
    }
    if (isNumber(message.value)) {
        row[Column::Value] = message.value;
        row[Column::Unit] = message.unit;
    } else {
        append("", message.value);
    }
    append("before: ", message.xml->childText(kRoot, "previousvalue", "valuestring"));
}

void BatchRecord::takeComment(const XmlFragment& comment, std::uint64_t line)
{
    const Message message(comment, line);
    B2mmlRow& row = rowOf(message, "event");
    row[Column::Element] = "line " + std::to_string(line) + " Comment";
    row[Column::Category] = "operator";
    row[Column::Code] = "COMMENT";
    if (const std::string_view text = message.text("commenttext"); !text.empty())
        row[Column::Text] = plainText(text);
}

void BatchRecord::takeSignature(const XmlFragment& manifest, std::uint64_t line)
{
    const Message message(manifest, line);
    const std::string_view name = firstOf(message.text("name"), message.text("personname"));
    const std::string_view entry = firstOf(message.text("recordreference"), message.text("referencedelement"));
    // The entry names its person itself.
    if (m_signed.contains(std::string(entry) + "\t" + std::string(name)))
        return;
    B2mmlRow& row = rowOf(message, "event");
    row[Column::Element] = "line " + std::to_string(line) + " PersonnelIdentification";
    row[Column::Category] = "signature";
    const std::string code = identifierOf(message.text("reason"));
    row[Column::Code] = code.empty() ? "SIGNATURE" : code;
    row[Column::Text] = message.text("reason");
    row[Column::Actor] = name;
}

void BatchRecord::takeOtherInformation(const XmlFragment& information, std::string_view reference, std::uint64_t line)
{
    const std::string_view value = information.childText(kRoot, "value", "valuestring");
    if (!isNumber(value))
        return;
    B2mmlRow& row = m_rows->add("parameter", elementAt(line, "OtherInformation"));
    row[Column::BatchId] = m_batchId;
    row[Column::Name] = placeOf(reference, {}).name;
    row[Column::Code] = information.childText(kRoot, "id");
    row[Column::Value] = value;
    if (const auto node = information.child(kRoot, "value"); node != XmlFragment::kNone)
        row[Column::Unit] = information.childText(node, "unitofmeasure");
}

void BatchRecord::takeSample(const XmlFragment& sample, std::uint64_t line)
{
    const Message message(sample, line);
    const std::string_view own = message.text("id");
    // An entry number counts within its record alone.
    const std::string id = own.empty() ? m_batchId + "/" + std::string(message.entry) : std::string(own);
    bool isTested = false;
    for (auto test = sample.child(kRoot, "sampletest"); test != XmlFragment::kNone;
         test = sample.nextNamed(test, "sampletest")) {
        isTested = true;
        auto result = sample.child(test, "sampletestresult");
        do {
            B2mmlRow& row = rowOf(message, "result");
            row[Column::Element] = "line " + std::to_string(line) + " Sample";
            row[Column::SampleId] = id;
            row[Column::Code] = firstOf(sample.childText(test, "testcode"), sample.childText(test, "testname"));
            row[Column::Location] = message.text("samplesourceid");
            row[Column::Name] = placeOf(message.reference, {}).name;
            if (result == XmlFragment::kNone)
                break;
            const std::string_view value = sample.childText(result, "results", "valuestring");
            row[Column::Status] = sample.childText(result, "testdisposition");
            row[Column::AssetId] = sample.childText(result, "equipmentid");
            row[Column::Recorded] = sample.childText(result, "timestamp");
            if (isNumber(value))
                row[Column::Value] = value;
            else if (row[Column::Status].empty())
                row[Column::Status] = value;
            if (const auto results = sample.child(result, "results"); results != XmlFragment::kNone)
                row[Column::Unit] = sample.childText(results, "unitofmeasure");
            result = sample.nextNamed(result, "sampletestresult");
        } while (result != XmlFragment::kNone);
    }
    if (isTested)
        return;
    B2mmlRow& row = rowOf(message, "event");
    row[Column::Element] = "line " + std::to_string(line) + " Sample";
    row[Column::Category] = "quality";
    row[Column::Code] = "SAMPLE";
    row[Column::Text] = firstOf(message.text("samplepullreason"), message.text("sampletype"));
}

} // namespace antecedent::importers
