// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Profiles as the text files that resources/profiles/README.md describes: what is written reads back as the same
// mapping. Also the folder in which a person keeps profiles. Threads: pure; the folder functions where files may be
// touched.

#include "importers/profile/profile.h"

#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

// A value as it stands behind the = sign, transforms included.
std::string templateText(const ValueTemplate& value);

// The file's text, without regard to Profile::text; a canonical mapping needs a name of its own first. InvalidProfile:
// it is not complete (a required column has no value), or holds a text that the format can't express.
Result<std::string> writeProfile(const Profile& profile);
// A name for a map that the profile has none of yet: `wanted`, or with a number behind it.
std::string freeMapName(const Profile& profile, const std::string& wanted);
// The same mapping with the text that was written for it, without the maps that no value names any more.
Result<Profile> finishedProfile(const Profile& profile);

// A file name as a profile's name: lower-case letters, digits, hyphens.
std::string profileNameFrom(std::string_view text);

struct ProfileFolder
{
    std::vector<Profile> profiles; // in order of file name
    std::vector<Error> problems; // files that are no profiles, with the line
};
// All `*.profile` files of a folder. A folder that is not there has none.
ProfileFolder readProfileFolder(const std::string& folder);
// Writes `<name>.profile`, over one of the same name; the folder is made. Returns its path. Errors: InvalidProfile,
// FileUnwritable.
Result<std::string> saveProfile(const std::string& folder, const Profile& profile);

} // namespace antecedent::importers
