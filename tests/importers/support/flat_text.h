// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The flat table that a format makes of a source as text, with its notes and the error that it ends with.

#include "importers/format/flat_source.h"
#include "importers/format/format.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers::test {

struct FlatText
{
    std::string text;
    std::vector<Diagnostic> notes;
    std::string error;
};

inline FlatText flatten(ByteSource& source, std::string_view format, std::string_view part = {})
{
    FlatText out;
    const Result<std::unique_ptr<FlatSource>> flat = FlatSource::open(source, format, part);
    if (!flat) {
        out.error = errorText(flat.error());
        return out;
    }
    std::string piece(std::size_t{64} * 1024, '\0');
    for (;;) {
        const Result<std::size_t> count = (*flat)->read(std::span<char>(piece.data(), piece.size()));
        for (Diagnostic& found : (*flat)->takeNotes())
            out.notes.push_back(std::move(found));
        if (!count)
            out.error = errorText(count.error());
        if (!count || *count == 0)
            return out;
        out.text.append(piece, 0, *count);
    }
}

inline FlatText flatten(std::string_view bytes, std::string_view format, std::string_view part = {})
{
    MemorySource source(bytes);
    return flatten(source, format, part);
}

} // namespace antecedent::importers::test
