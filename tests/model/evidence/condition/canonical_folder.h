// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads a folder of canonical CSV tables straight into a Dataset, without the store, for tests of analysis on simulated
// plants. Names are matched by letters and digits over id, cmms_id and historian_prefix; times without offset are in
// the zone given; exact repeats of a row are dropped. Samples are held in memory.

#include "model/domain/dataset.h"

#include <filesystem>

namespace antecedent::test {

class MemorySamples : public SampleReader
{
public:
    std::vector<std::vector<Sample>> byTag; // ascending by time
    Result<std::vector<Sample>> read(TagIndex tag, const Interval& interval) override;
};

struct CanonicalFolder
{
    Dataset dataset;
    MemorySamples samples;
};

CanonicalFolder readCanonicalFolder(const std::filesystem::path& folder, const std::string& zone);

} // namespace antecedent::test
