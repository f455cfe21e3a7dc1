// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/format.h"

#include "importers/alarm/alarm_format.h"
#include "importers/calibration/points_format.h"
#include "importers/format/b2mml/b2mml_format.h"
#include "importers/format/journal/journal_format.h"
#include "importers/format/json/json_reader.h"
#include "importers/format/ocel/ocel_format.h"
#include "importers/format/xes/xes_format.h"
#include "importers/format/xls/xls_format.h"
#include "importers/format/xlsx/xlsx_format.h"
#include "importers/format/xml/xml_root.h"
#include "importers/historian/historian_format.h"
#include "importers/maximo/maximo_format.h"
#include "importers/sap/sap_format.h"
#include "importers/text/encoding.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>

namespace antecedent::importers {

namespace {

std::string titles()
{
    std::string out;
    for (const Format& format : formats())
        out += (out.empty() ? "" : ", ") + std::string(format.title);
    return out;
}

struct Signature
{
    std::string_view bytes;
    std::string_view what;
};
constexpr std::array kSignatures{
    Signature{"PK\x03\x04", "a ZIP archive"},
    Signature{"SQLite format 3", "an SQLite database"},
    Signature{"%PDF-", "a PDF document"},
    Signature{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a document of old Office programs (.doc and the like)"},
    Signature{"\x89PNG", "a picture"},
    Signature{"\x7F"
              "ELF",
        "a program"},
    Signature{"7z\xBC\xAF\x27\x1C", "a 7-Zip archive"},
    Signature{"Rar!", "a RAR archive"},
};

// An object, or a list of objects.
bool looksLikeJson(std::string_view head)
{
    const std::string_view text = trimmed(head);
    return looksLikeJsonObject(text.starts_with('[') ? text.substr(1) : text);
}

} // namespace

const std::vector<Format>& formats()
{
    static const std::vector<Format> kFormats{
        batchJournalFormat(),
        b2mmlFormat(),
        ocelFormat(),
        xesFormat(),
        xlsxFormat(),
        xlsFormat(),
        alarmFormat(),
        calibrationPointsFormat(),
        historianFormat(),
        maximoFormat(),
        sapFormat(),
    };
    return kFormats;
}

const Format* findFormat(std::string_view id)
{
    const auto found = std::find_if(formats().begin(), formats().end(), [&](const Format& f) { return f.id == id; });
    return found == formats().end() ? nullptr : &*found;
}

std::optional<RecognisedFormat> recogniseFormat(std::string_view head, std::string_view name)
{
    std::optional<RecognisedFormat> out;
    for (const Format& format : formats()) {
        std::optional<FormatMatch> match = format.match(head, name);
        if (match && (!out || match->confidence > out->match.confidence))
            out = RecognisedFormat{&format, std::move(*match)};
    }
    return out;
}

std::string otherContent(std::string_view head)
{
    constexpr std::size_t kLongestName = 100;
    std::string what;
    for (const Signature& signature : kSignatures)
        if (head.starts_with(signature.bytes))
            what = signature.what;
    if (const std::optional<XmlRoot> root = xmlRoot(head))
        what = "XML with root element " + shownText(root->name, kLongestName);
    else if (looksLikeJson(head))
        what = "JSON";
    return what.empty() ? what : what + "; formats read: " + titles();
}

} // namespace antecedent::importers
