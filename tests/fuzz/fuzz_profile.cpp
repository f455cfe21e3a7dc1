// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Mapping profiles, alone and as the mapping of a small source.
#include "importers/profile/profile_writer.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/importers/support/read_text.h"

namespace {

using namespace antecedent;
using namespace antecedent::importers;
using fuzz::require;

void checkWriting(const Profile& profile)
{
    const Result<std::string> written = writeProfile(profile);
    if (!written)
        return;
    const Result<Profile> again = parseProfile(*written, "p");
    require(again.has_value(), "a profile that was written can be read");
    const Result<std::string> twice = writeProfile(*again);
    require(twice && *twice == *written, "a profile is read as it was written");
}

void checkMapping(const Profile& profile)
{
    PlanOptions options = test::inZone("UTC");
    options.profile = profile;
    const test::Reading reading = test::readBytes("x,y,z,odd\n2026-03-01,10:00,1:00,aa\n1,2,3,4\n,,,\n", options);
    require(reading.error.empty() ? reading.sumsHold() : reading.error.size() > 10,
        "a source is mapped by any profile, or refused with words");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size > fuzz::kMostInput)
        return 0;
    const Result<std::vector<Profile>> profiles = parseProfiles(fuzz::textOf(data, size), "p");
    require(profiles || profiles.error().where.starts_with("p:"), "an error names the line");
    constexpr std::size_t kMostProfiles = 3;
    for (std::size_t i = 0; profiles && i < profiles->size() && i < kMostProfiles; ++i) {
        checkWriting((*profiles)[i]);
        checkMapping((*profiles)[i]);
    }
    return 0;
}
