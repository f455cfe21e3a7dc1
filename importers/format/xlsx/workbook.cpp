// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/xlsx/workbook.h"

#include "importers/format/xml/xml_reader.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace antecedent::importers {

namespace {

constexpr std::size_t kMostStyles = 100'000;
constexpr std::size_t kMostSheets = 10'000;

unsigned numberOf(std::string_view text)
{
    unsigned out = 0;
    (void)std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

Error damaged(const std::string& member, const std::string& problem)
{
    return Error{ErrorCode::CorruptInput, {}, "the workbook: " + member + ": " + problem};
}

Result<void> parse(const ZipArchive& archive, const ZipMember& member, XmlHandler& handler)
{
    const Result<std::unique_ptr<ByteSource>> bytes = archive.open(member);
    if (!bytes)
        return bytes.error();
    XmlReader reader(**bytes, handler);
    for (;;) {
        const Result<bool> more = reader.more();
        if (!more)
            return more.error();
        if (!*more)
            return reader.problem().empty() ? Result<void>() : Result<void>(damaged(member.name, reader.problem()));
    }
}

// Relations of a part: by id, and the targets by the last word of their type.
class RelationHandler final : public XmlHandler
{
public:
    explicit RelationHandler(std::string folder)
        : m_folder(std::move(folder))
    {
    }
    void startElement(std::string_view name, const XmlAttributes& attributes) override
    {
        if (name != "Relationship" || m_byId.size() >= kMostSheets || attributes.find("TargetMode") == "External")
            return;
        std::string target(attributes.find("Target"));
        target = target.starts_with('/') ? target.substr(1) : m_folder + target;
        const std::string_view type = attributes.find("Type");
        const std::string kind(type.substr(std::min(type.rfind('/') + 1, type.size())));
        m_byKind.try_emplace(kind, target);
        m_byId[std::string(attributes.find("Id"))] = {kind, target};
    }
    void endElement(std::string_view /*name*/) override { }
    std::string byKind(const std::string& kind) const
    {
        const auto found = m_byKind.find(kind);
        return found == m_byKind.end() ? std::string() : found->second;
    }
    // Kind and target.
    std::pair<std::string, std::string> byId(const std::string& id) const
    {
        const auto found = m_byId.find(id);
        return found == m_byId.end() ? std::pair<std::string, std::string>() : found->second;
    }

private:
    std::string m_folder; // with a slash, or empty
    std::map<std::string, std::string> m_byKind;
    std::map<std::string, std::pair<std::string, std::string>> m_byId;
};

class SheetsHandler final : public XmlHandler
{
public:
    struct Sheet
    {
        std::string name;
        std::string relation;
        bool isHidden = false;
    };
    void startElement(std::string_view name, const XmlAttributes& attributes) override
    {
        if (name == "sheet" && sheets.size() < kMostSheets) {
            const std::string_view state = attributes.find("state");
            // The id of the relation has a prefix; that of the sheet is called sheetId.
            sheets.push_back({std::string(attributes.find("name")), std::string(attributes.find("id")),
                state == "hidden" || state == "veryHidden"});
        } else if (name == "workbookPr") {
            const std::string_view from1904 = attributes.find("date1904");
            isFrom1904 = from1904 == "1" || from1904 == "true" || from1904 == "on";
        }
    }
    void endElement(std::string_view /*name*/) override { }
    std::vector<Sheet> sheets;
    bool isFrom1904 = false;
};

// Texts of <si>: plain, or in runs; without the reading aids of East Asian texts.
class TextHandler final : public XmlTextHandler
{
public:
    explicit TextHandler(SharedTexts& texts)
        : m_texts(texts)
    {
    }
    void startElement(std::string_view name, const XmlAttributes& /*attributes*/) override
    {
        m_aids += name == "rPh" ? 1 : 0;
        m_isText = name == "t" && m_aids == 0;
    }
    void endElement(std::string_view name) override
    {
        m_isText = false;
        m_aids -= name == "rPh" ? 1 : 0;
        if (name == "si")
            m_texts.end();
    }
    void text(std::string_view text) override
    {
        if (m_isText)
            m_texts.append(text);
    }

private:
    SharedTexts& m_texts;
    int m_aids = 0;
    bool m_isText = false;
};

class StyleHandler final : public XmlHandler
{
public:
    explicit StyleHandler(std::vector<NumberForm>& forms)
        : m_forms(forms)
    {
    }
    void startElement(std::string_view name, const XmlAttributes& attributes) override
    {
        if (name == "numFmt" && m_custom.size() < kMostStyles)
            m_custom[numberOf(attributes.find("numFmtId"))] = formOfCode(attributes.find("formatCode"));
        m_isInCells = m_isInCells || name == "cellXfs";
        if (name != "xf" || !m_isInCells || m_forms.size() >= kMostStyles)
            return;
        const unsigned id = numberOf(attributes.find("numFmtId"));
        const auto custom = m_custom.find(id);
        m_forms.push_back(custom == m_custom.end() ? builtinForm(id) : custom->second);
    }
    void endElement(std::string_view name) override { m_isInCells = m_isInCells && name != "cellXfs"; }

private:
    std::vector<NumberForm>& m_forms;
    std::map<unsigned, NumberForm> m_custom;
    bool m_isInCells = false;
};

std::string folderOf(const std::string& member)
{
    const std::size_t slash = member.rfind('/');
    return slash == std::string::npos ? std::string() : member.substr(0, slash + 1);
}

} // namespace

Result<std::unique_ptr<Workbook>> Workbook::open(ByteSource& bytes)
{
    Result<std::unique_ptr<ZipArchive>> archive = ZipArchive::open(bytes);
    if (!archive)
        return archive.error();
    auto out = std::make_unique<Workbook>();
    out->m_archive = std::move(*archive);
    if (const Result<void> read = out->readSheets(); !read)
        return read.error();
    return out;
}

Result<void> Workbook::readSheets()
{
    RelationHandler whole("");
    const ZipMember* relations = m_archive->find("_rels/.rels");
    if (relations == nullptr)
        return Error{ErrorCode::NotData, {}, "a ZIP archive that is no workbook"};
    if (const Result<void> read = parse(*m_archive, *relations, whole); !read)
        return read.error();
    const std::string book = whole.byKind("officeDocument");
    const ZipMember* bookMember = m_archive->find(book);
    if (bookMember == nullptr)
        return Error{ErrorCode::NotData, {}, "a ZIP archive that is no workbook"};
    SheetsHandler sheets;
    if (const Result<void> read = parse(*m_archive, *bookMember, sheets); !read)
        return read.error();
    const std::string folder = folderOf(book);
    RelationHandler parts(folder);
    const ZipMember* partRelations = m_archive->find(folder + "_rels/" + book.substr(folder.size()) + ".rels");
    if (partRelations == nullptr)
        return damaged(book, "what belongs to it is missing");
    if (const Result<void> read = parse(*m_archive, *partRelations, parts); !read)
        return read.error();
    m_textMember = parts.byKind("sharedStrings");
    m_styleMember = parts.byKind("styles");
    m_isFrom1904 = sheets.isFrom1904;
    for (const SheetsHandler::Sheet& sheet : sheets.sheets) {
        const auto [kind, target] = parts.byId(sheet.relation);
        if (kind == "worksheet") { // not a chart or a macro
            m_sheets.push_back({sheet.name, sheet.isHidden});
            m_members.push_back(target);
        }
    }
    return {};
}

Result<void> Workbook::readCellParts()
{
    if (const ZipMember* member = m_archive->find(m_textMember); member != nullptr && !m_textMember.empty()) {
        TextHandler texts(m_texts);
        if (const Result<void> read = parse(*m_archive, *member, texts); !read)
            return read.error();
        if (m_texts.isFull())
            return Error{ErrorCode::TooLarge, {}, "the workbook has more than 512 MB or 20 million texts"};
    }
    if (const ZipMember* member = m_archive->find(m_styleMember); member != nullptr && !m_styleMember.empty()) {
        StyleHandler styles(m_forms);
        if (const Result<void> read = parse(*m_archive, *member, styles); !read)
            return read.error();
    }
    return {};
}

NumberForm Workbook::formOf(std::size_t style) const
{
    return style < m_forms.size() ? m_forms[style] : NumberForm();
}

} // namespace antecedent::importers
