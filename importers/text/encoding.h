// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Text encodings of plant exports, and their conversion to UTF-8 piece by piece. What is not text in the encoding
// becomes the byte 0xFF, which no UTF-8 text has, so that the row it stands in is found and rejected. Threads: a
// Decoder belongs to one thread.

#include "model/base/phrase.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace antecedent::importers {

enum class Encoding : std::uint8_t { Utf8, Utf16Le, Utf16Be, Windows1252, Iso8859_2 };

// "utf-8", "utf-16le", "utf-16be", "windows-1252", "iso-8859-2".
const char* encodingName(Encoding encoding);
std::optional<Encoding> encodingFromName(std::string_view name);

struct EncodingGuess
{
    Encoding encoding = Encoding::Utf8;
    std::size_t bomBytes = 0; // to be skipped
    int confidence = 0; // 0..100
    Phrase reason; // without final full stop
};
// `complete`: the head is the whole source (a character cut at its end is an error then).
EncodingGuess detectEncoding(std::string_view head, bool complete);
// The stated one, else that of detectEncoding().
EncodingGuess encodingOf(std::string_view head, bool complete, std::optional<Encoding> stated);
// Decides between UTF-8 and the single-byte encodings over a whole source, piece by piece.
class EncodingScan
{
public:
    void add(std::string_view bytes) { take(bytes, false); }
    // Not `isWhole`: more bytes follow, and the last character may be cut.
    EncodingGuess finish(bool isWhole = true);

private:
    void take(std::string_view bytes, bool last);
    std::size_t count(std::string_view bytes, std::size_t begin, std::size_t end);

    std::string m_rest; // the byte before what is not counted yet, and that
    std::size_t m_counted = 0; // bytes of m_rest that are counted
    bool m_isPlain = true; // ASCII so far, and no NUL
    std::uint64_t m_valid = 0; // characters of several bytes
    std::uint64_t m_invalid = 0;
    std::uint64_t m_central = 0; // letters of Central Europe beside other letters, if single bytes
    std::uint64_t m_windows = 0; // bytes that only Windows-1252 has
};

// The byte order mark of a stated encoding at the start of the text, 0 if there is none.
std::size_t bomBytes(Encoding encoding, std::string_view head);

class Decoder
{
public:
    explicit Decoder(Encoding encoding)
        : m_encoding(encoding)
    {
    }
    // Appends the UTF-8 of the next bytes; a character that is cut at their end waits for the next call. `last`: no
    // more bytes follow.
    void decode(std::string_view bytes, bool last, std::string& out);

private:
    void decodeUtf16(std::string_view bytes, bool last, std::string& out);
    void addUnit(std::uint16_t unit, std::string& out);

    Encoding m_encoding;
    std::optional<unsigned char> m_half; // first byte of a cut UTF-16 unit
    std::optional<std::uint16_t> m_high; // high surrogate that waits for its low one
};

void appendUtf8(std::string& out, std::uint32_t character);

// True if all bytes are ASCII and none is NUL.
bool isPlainText(std::string_view bytes);

// Text for a person: at most `limit` bytes, cut between characters; bytes that are no UTF-8 as `\xNN`, NUL as a blank.
std::string shownText(std::string_view bytes, std::size_t limit);

} // namespace antecedent::importers
