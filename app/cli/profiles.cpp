// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/profiles.h"

#include "app/cli/session.h"
#include "importers/profile/builtin_profiles.h"
#include "importers/profile/profile_writer.h"

#include <filesystem>

namespace antecedent::cli {

Result<ChosenProfiles> chosenProfiles(const std::string& option)
{
    ChosenProfiles out;
    if (option.empty())
        return out;
    if (const importers::Profile* builtin = importers::findBuiltinProfile(option)) {
        out.stated = {*builtin};
        return out;
    }
    std::error_code code;
    if (std::filesystem::is_directory(std::filesystem::path(std::u8string(option.begin(), option.end())), code)) {
        importers::ProfileFolder folder = importers::readProfileFolder(option);
        if (!folder.problems.empty())
            return folder.problems.front();
        out.more = std::move(folder.profiles);
        return out;
    }
    const Result<std::string> text = readFile(option);
    if (!text)
        return text.error();
    Result<std::vector<importers::Profile>> profiles = importers::parseProfiles(*text, option);
    if (!profiles)
        return profiles.error();
    out.stated = std::move(*profiles);
    return out;
}

} // namespace antecedent::cli
