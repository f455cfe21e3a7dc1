// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The configuration of an investigation in one file, as another site hands it over. Its hashes are put right first, or
// no changed input would get behind them.
#include "app/casework/case_configuration.h"
#include "model/base/digest.h"
#include "tests/fuzz/fuzz_target.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <optional>

namespace {

using namespace antecedent;
using fuzz::require;
using Json = nlohmann::json;

// A new investigation for each bundle that goes in, so that no input depends on those before it.
class Investigation
{
public:
    CaseFile& file()
    {
        if (!m_file) {
            std::filesystem::remove(m_path);
            const auto clock = [] { return WallTime{Timestamp(std::chrono::seconds(1'700'000'000)), 0}; };
            m_file = CaseFile::create(m_path, "Case", "", Actor{"tester", clock}).value();
        }
        return *m_file;
    }
    void forget() { m_file.reset(); }
    ~Investigation()
    {
        m_file.reset();
        std::filesystem::remove(m_path);
    }

private:
    std::string m_path = "fuzz_configuration.ante"; // in the folder that the test runs in
    std::optional<CaseFile> m_file;
};

std::string dumped(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string withRightHashes(std::string_view text)
{
    constexpr int kDeepest = 100; // so that this program can write it
    Json bundle = Json::parse(
        text, [](int depth, Json::parse_event_t, const Json&) { return depth <= kDeepest; }, false);
    if (!bundle.is_object())
        return std::string(text);
    if (const auto items = bundle.find("items"); items != bundle.end() && items->is_array())
        for (Json& item : *items)
            if (item.is_object() && item.contains("text") && item["text"].is_string())
                item["sha256"] = toHex(sha256(item["text"].get<std::string>()));
    if (const auto limits = bundle.find("limits");
        limits != bundle.end() && limits->is_object() && limits->contains("text") && (*limits)["text"].is_string())
        (*limits)["sha256"] = toHex(sha256((*limits)["text"].get<std::string>()));
    bundle.erase("sha256");
    bundle["sha256"] = toHex(sha256(dumped(bundle)));
    return dumped(bundle);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size > fuzz::kMostInput)
        return 0;
    static Investigation investigation;
    const std::string_view text = fuzz::textOf(data, size);
    const auto raw = casework::importConfiguration(investigation.file(), text, "raw");
    require(raw || !raw.error().detail.empty(), "what is refused says why");
    if (raw)
        investigation.forget();
    const auto brought = casework::importConfiguration(investigation.file(), withRightHashes(text), "with its hashes");
    require(brought || !brought.error().detail.empty(), "what is refused says why");
    if (!brought)
        return 0;
    require(casework::configurationItems(investigation.file()).has_value(), "what was brought in can be read");
    investigation.forget();
    return 0;
}
