// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/profile/builtin_profiles.h"

#include "model/base/text.h"

#include <algorithm>
#include <cassert>

extern "C" const unsigned char antecedent_profiles_begin[];
extern "C" const unsigned char antecedent_profiles_end[];

namespace antecedent::importers {

namespace {

// The linked text is all profile files one after another, each behind a line "%% <file name>".
std::vector<Profile> readAll()
{
    const std::string_view all(reinterpret_cast<const char*>(antecedent_profiles_begin), // NOLINT: linked bytes
        static_cast<std::size_t>(antecedent_profiles_end - antecedent_profiles_begin));
    constexpr std::string_view kMark = "%% ";
    std::vector<Profile> out;
    std::size_t at = all.find(kMark);
    while (at != std::string_view::npos) {
        const std::size_t lineEnd = all.find('\n', at);
        const std::string_view file = trimmed(all.substr(at + kMark.size(), lineEnd - at - kMark.size()));
        const std::size_t next = all.find("\n%% ", lineEnd);
        const std::size_t end = next == std::string_view::npos ? all.size() : next + 1;
        Result<Profile> profile = parseProfile(all.substr(lineEnd + 1, end - lineEnd - 1), file);
        assert(profile.has_value()); // a test reads them all
        if (profile)
            out.push_back(std::move(*profile));
        at = next == std::string_view::npos ? next : next + 1;
    }
    std::sort(out.begin(), out.end(), [](const Profile& a, const Profile& b) { return a.name < b.name; });
    return out;
}

} // namespace

const std::vector<Profile>& builtinProfiles()
{
    static const std::vector<Profile> kProfiles = readAll();
    return kProfiles;
}

const Profile* findBuiltinProfile(std::string_view name)
{
    for (const Profile& profile : builtinProfiles())
        if (profile.name == name)
            return &profile;
    return nullptr;
}

} // namespace antecedent::importers
