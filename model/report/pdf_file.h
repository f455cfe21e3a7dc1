// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The last step of writing a PDF: document information and XMP metadata of our own, in agreement with each other
// (PDF/A-1 asks for that) and free of the clock and of random numbers, and an identifier made from the content. Reads
// the classic cross-reference table of PDF 1.4 (ISO 32000-1, 7.5.4), replaces two objects and writes the table anew.
// Also reads the entries back, without a PDF library. Threads: pure.

#include "model/base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace antecedent {

struct PdfProperties
{
    std::string title;
    std::string subject;
    std::string creator;
    std::string created; // ISO 8601 UTC, whole seconds, with Z; empty: the epoch
    std::string twinDigest; // "sha256:..." or empty
    std::string twinName;
};

Result<std::string> withProperties(std::string_view pdf, const PdfProperties& properties);
// The properties that withProperties() wrote; NotAvailable for a PDF that was not written by it.
Result<PdfProperties> readProperties(std::string_view pdf);

// True if no byte was changed since withProperties() wrote the file: its identifier is the SHA-256 of its body.
bool hasIntactSeal(std::string_view pdf);

} // namespace antecedent
