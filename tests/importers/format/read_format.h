// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The flat table of a source as text, deterministic damage to bytes, and the folder of real files. For tests of
// formats.

#include "importers/format/flat_source.h"
#include "importers/format/format.h"

#include <QFileInfo>
#include <QString>

#include <cstdint>
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

inline FlatText flatten(std::string_view bytes, std::string_view format, std::string_view part = {})
{
    FlatText out;
    MemorySource source(bytes);
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

// Damages bytes: cut, flipped, doubled, left out, or something strange put in.
class Damage
{
public:
    explicit Damage(std::uint64_t seed)
        : m_state(seed)
    {
    }
    std::size_t below(std::size_t n)
    {
        m_state += 0x9E3779B97F4A7C15U;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return n == 0 ? 0 : static_cast<std::size_t>((z ^ (z >> 31U)) % n);
    }
    std::string apply(std::string bytes)
    {
        const std::size_t times = 1 + below(6);
        for (std::size_t i = 0; i < times; ++i) {
            const std::size_t at = below(bytes.size() + 1);
            const std::size_t length = std::min(below(200), bytes.size() - at);
            switch (below(6)) {
            case 0:
                bytes.resize(at);
                break;
            case 1:
            case 2:
                if (at < bytes.size())
                    bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
                break;
            case 3:
                bytes.insert(at, bytes.substr(at, length));
                break;
            case 4:
                bytes.erase(at, length);
                break;
            default:
                bytes.insert(at, std::string(1 + below(4), static_cast<char>(below(256))));
            }
        }
        return bytes;
    }

private:
    std::uint64_t m_state;
};

// A file among the real ones that are kept outside of the project; empty if it is not there.
inline QString sharedFile(const char* name)
{
    const QString stated = qEnvironmentVariable("ANTECEDENT_SHARED");
    const QString root = stated.isEmpty() ? QStringLiteral(ANTECEDENT_SOURCE_DIR "/../shared") : stated;
    const QString path = root + QStringLiteral("/data/") + QString::fromLatin1(name);
    return QFileInfo::exists(path) ? path : QString();
}

} // namespace antecedent::importers::test
