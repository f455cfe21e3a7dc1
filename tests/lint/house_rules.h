// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rules of the house as tables, for tst_house: which folder may include which, where foreign headers may stand, how
// long files may get. A change of the architecture is a change of these tables and of ARCHITECTURE.md together.
// Threads: constant data.

#include <array>
#include <cstddef>
#include <string_view>

namespace antecedent::lint {

// A folder and what it may include and link, apart from itself. Both are lists separated by blanks. A folder covers its
// subfolders unless they have a row of their own. "*" allows every folder of the project.
struct LayerRule
{
    std::string_view folder;
    std::string_view mayUse;
};

// In the order of the data flow: left never includes right.
inline constexpr std::array kLayers{
    LayerRule{"model/base", ""},
    LayerRule{"model/conclusion", "model/base"},
    LayerRule{"model/domain", "model/base"},
    LayerRule{"model/store", "model/base model/domain"},
    LayerRule{"model/identity", "model/base model/domain"},
    LayerRule{"model/timeline", "model/base model/domain model/store model/identity"},
    LayerRule{"model/alignment", "model/base model/domain"},
    LayerRule{"model/facts", "model/base model/domain model/alignment"},
    LayerRule{"model/profile", "model/base model/domain model/alignment model/facts"},
    LayerRule{"model/quality", "model/base model/domain model/alignment"},
    LayerRule{"model/sequence", "model/base model/domain model/alignment"},
    LayerRule{"model/evidence", "model/base model/domain model/alignment model/facts"},
    LayerRule{"model/report",
        "model/base model/conclusion model/domain model/alignment model/facts model/quality model/sequence "
        "model/evidence"},
    LayerRule{"model/export", "model/base model/domain model/store model/alignment"},
    LayerRule{"importers", "model/base model/domain"},
    LayerRule{"importers/pipeline", "model/base model/domain model/store importers"},
    LayerRule{"widgets/common", "model/base model/alignment"},
    LayerRule{"widgets/document", "model/base model/domain model/store model/timeline model/alignment widgets/common"},
    LayerRule{"widgets/itemmodels",
        "model/base model/domain model/store model/timeline model/alignment widgets/common widgets/document"},
    LayerRule{"widgets/sequence", "model/base model/domain model/alignment model/sequence widgets/common"},
    LayerRule{"widgets/timeline",
        "model/base model/domain model/store model/timeline model/alignment widgets/common widgets/document"},
    LayerRule{"widgets/counters",
        "model/base model/domain model/alignment model/facts widgets/common widgets/document widgets/timeline"},
    LayerRule{"widgets/profile",
        "model/base model/domain model/store model/timeline model/alignment model/facts model/profile widgets/common "
        "widgets/document widgets/timeline"},
    LayerRule{"app/casework",
        "model/base model/conclusion model/domain model/store model/identity model/timeline model/alignment "
        "model/quality model/evidence model/report model/export importers importers/pipeline"},
    LayerRule{"app", "*"},
    LayerRule{"tests", "*"},
};

// Headers of others and the only folders (or files, by prefix) that may include them. A prefix that ends in "Q" stands
// for the headers of Qt.
struct ForeignRule
{
    std::string_view headerPrefix;
    std::string_view folders;
};

inline constexpr std::array kForeign{
    ForeignRule{"sqlite3",
        "model/store model/export importers/format/ocel tests/model/store tests/importers/format tests/model/export "
        "tests/support"},
    ForeignRule{"boost/", "model/sequence"},
    ForeignRule{"openssl/", "model/base"},
    ForeignRule{"bcrypt", "model/base"},
    ForeignRule{"windows.h", "model/base model/store importers app"},
    ForeignRule{"zstd", "model/store importers tests"},
    ForeignRule{"zlib", "importers model/store tests"},
    ForeignRule{"libxml", "importers/format/xml"},
    ForeignRule{"CLI/", "app"},
    ForeignRule{"Q", "model/report/pdf widgets app tests"},
    ForeignRule{"Qt", "model/report/pdf widgets app tests"},
};

// Headers that the build writes.
inline constexpr std::array<std::string_view, 1> kGenerated{"build_hash.h"};

inline constexpr std::size_t kHardLines = 600; // every source
inline constexpr std::size_t kSoftLines = 400; // listed
inline constexpr std::size_t kSoftHeaderLines = 200; // listed
inline constexpr std::size_t kHardFunctionLines = 100; // fails
inline constexpr std::size_t kSoftFunctionLines = 60; // listed

// Hosts that may stand in sources and documents: names of standards and licences, never a place to download from.
inline constexpr std::array<std::string_view, 11> kHosts{
    "www.gnu.org",
    "www.w3.org",
    "www.xes-standard.org",
    "www.mesa.org",
    "www.wbf.org",
    "www.aiim.org",
    "ns.adobe.com",
    "purl.org",
    "graphml.graphdrawing.org",
    "schemas.openxmlformats.org",
    "spdx.org",
};

} // namespace antecedent::lint
