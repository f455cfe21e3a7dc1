// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/twin/verify_twin.h"

#include "model/base/digest.h"
#include "model/report/pdf_file.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>

namespace antecedent {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

std::optional<std::string> bytesOf(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(in), {});
}

// A name in a manifest may not lead out of the folder.
bool isPlainName(const std::string& name)
{
    const fs::path path(name);
    if (name.empty() || path.is_absolute() || name.find('\\') != std::string::npos
        || name.find(':') != std::string::npos)
        return false;
    for (const fs::path& part : path)
        if (part == ".." || part == ".")
            return false;
    return true;
}

struct Folder
{
    std::map<std::string, std::string> files; // as listed, with the right hash or not
};

Folder readFiles(const fs::path& root, const Json& manifest, TwinVerification& result)
{
    Folder folder;
    const auto find = [&](const std::string& name, const char* detail) {
        result.findings.push_back({"file", name, {}, detail});
    };
    for (const auto& [name, entry] : manifest.at("files").items()) {
        ++result.files;
        if (!isPlainName(name)) {
            find(name, "is not a name inside the twin's folder");
            continue;
        }
        std::optional<std::string> bytes = bytesOf(root / fs::path(name));
        if (!bytes) {
            find(name, "is missing");
            continue;
        }
        if (toHex(sha256(*bytes)) != entry.at("sha256").get<std::string>())
            find(name, "has another SHA-256 than the manifest says");
        folder.files.emplace(name, std::move(*bytes));
    }
    std::error_code failed;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root, failed)) {
        const std::string name = fs::relative(entry.path(), root, failed).generic_string();
        if (entry.is_regular_file(failed) && name != "manifest.json" && !manifest.at("files").contains(name))
            find(name, "is not listed in the manifest");
    }
    return folder;
}

void checkFolder(const fs::path& root, const std::string& manifestText, TwinVerification& result)
{
    const Json manifest = Json::parse(manifestText);
    if (manifest.at("format") != "antecedent-twin") {
        result.findings.push_back({"file", "manifest.json", {}, "is not the manifest of a twin"});
        return;
    }
    const Folder folder = readFiles(root, manifest, result);
    TwinTables tables;
    for (const auto& [name, bytes] : folder.files) {
        if (!name.starts_with("records/") || !name.ends_with(".csv"))
            continue;
        Result<TwinTable> table = csvTableFrom(bytes);
        if (table)
            tables[name.substr(8, name.size() - 12)] = std::move(*table);
        else
            result.findings.push_back({"file", name, {}, table.error().where + ": " + table.error().detail});
    }
    const auto json = folder.files.find("twin.json");
    if (json == folder.files.end()) {
        result.findings.push_back({"file", "twin.json", {}, "is missing, no number can be checked"});
        return;
    }
    TwinVerification numbers = verifyNumbers(json->second, tables);
    result.findings.insert(result.findings.end(), numbers.findings.begin(), numbers.findings.end());
    result.numbers = numbers.numbers;
    result.records = numbers.records;
    result.candidates = numbers.candidates;
    result.candidatesFromRecords = numbers.candidatesFromRecords;
}

} // namespace

Result<TwinVerification> verifyTwinFolder(const std::string& folder)
{
    const fs::path root(folder);
    std::error_code failed;
    if (!fs::is_directory(root, failed))
        return Error{ErrorCode::FileNotFound, folder, "no folder of this name"};
    const std::optional<std::string> manifest = bytesOf(root / "manifest.json");
    if (!manifest)
        return Error{ErrorCode::FileUnreadable, folder, "holds no manifest.json, so it is not a twin"};
    TwinVerification result;
    result.digest = printDigest(sha256(*manifest));
    try {
        checkFolder(root, *manifest, result);
    } catch (const Json::exception& problem) {
        result.findings.push_back({"file", "manifest.json", {}, std::string("cannot be read: ") + problem.what()});
    }
    return result;
}

Result<TwinVerification> verifyReportFile(const std::string& pdfPath, const std::string& twinFolder)
{
    const std::optional<std::string> bytes = bytesOf(pdfPath);
    if (!bytes)
        return Error{ErrorCode::FileNotFound, pdfPath, "cannot be opened"};
    const Result<PdfProperties> properties = readProperties(*bytes);
    TwinVerification result;
    ++result.files;
    if (!hasIntactSeal(*bytes))
        result.findings.push_back({"report", pdfPath, {}, "was changed after it was written: its seal does not hold"});
    if (!properties) {
        if (result.findings.empty())
            return properties.error();
        return result;
    }
    if (properties->twinDigest.empty()) {
        result.findings.push_back({"report", pdfPath, {}, "was written without a twin, its numbers cannot be checked"});
        return result;
    }
    fs::path folder = twinFolder;
    if (twinFolder.empty())
        folder =
            isPlainName(properties->twinName) ? fs::path(pdfPath).parent_path() / properties->twinName : fs::path();
    const Result<TwinVerification> twin = verifyTwinFolder(folder.string());
    if (!twin) {
        result.findings.push_back(
            {"report", pdfPath, {}, "its twin \"" + properties->twinName + "\" is not there: " + twin.error().detail});
        return result;
    }
    TwinVerification all = *twin;
    all.files += result.files;
    all.findings.insert(all.findings.begin(), result.findings.begin(), result.findings.end());
    if (all.digest != properties->twinDigest)
        all.findings.insert(all.findings.begin(),
            {"report", pdfPath, {},
                "prints the twin digest " + properties->twinDigest + ", the twin has " + all.digest});
    return all;
}

} // namespace antecedent
