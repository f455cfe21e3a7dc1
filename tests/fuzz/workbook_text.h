// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A workbook as a text of its members, "%% name" on a line before each: changed bytes reach what is inside, which the
// checksums of an archive would keep from it. Threads: pure.

#include "tests/importers/format/zip_bytes.h"

#include <string>
#include <string_view>

namespace antecedent::fuzz {

inline constexpr std::string_view kMemberMark = "%% ";

inline bool isWorkbookText(std::string_view text)
{
    return text.starts_with(kMemberMark);
}

inline std::string workbookOf(std::string_view text)
{
    importers::test::Members members;
    while (isWorkbookText(text)) {
        text.remove_prefix(kMemberMark.size());
        const std::string_view name = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), name.size() + 1));
        const std::size_t next = text.find("\n%% ");
        const std::string_view content = text.substr(0, next);
        text.remove_prefix(next == std::string_view::npos ? text.size() : next + 1);
        members.emplace_back(std::string(name), std::string(content));
    }
    return importers::test::zipOf(members, false);
}

} // namespace antecedent::fuzz
