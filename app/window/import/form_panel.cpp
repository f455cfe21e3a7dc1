// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/import/form_panel.h"

#include "app/window/import/zone_box.h"
#include "importers/profile/builtin_profiles.h"
#include "importers/profile/profile_writer.h"
#include "widgets/common/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace antecedent::app {

using namespace importers;
using namespace widgets;

namespace {

const QString kKeepFormat = QStringLiteral("keep");

QLabel* head(const QString& text, QWidget* parent)
{
    auto* out = new QLabel(text, parent);
    QFont font = out->font();
    font.setWeight(QFont::DemiBold);
    out->setFont(font);
    return out;
}

QLabel* note(QWidget* parent)
{
    auto* out = new QLabel(parent);
    out->setWordWrap(true);
    out->setForegroundRole(QPalette::PlaceholderText);
    out->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return out;
}

QFormLayout* formIn(QVBoxLayout& layout)
{
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(4);
    layout.addLayout(form);
    return form;
}

template <class T> void pick(QComboBox* box, const T& value)
{
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

} // namespace

FormPanel::FormPanel(const std::string& siteZone, const std::vector<Profile>& own, QWidget* parent)
    : QScrollArea(parent)
    , m_siteZone(siteZone)
    , m_own(own)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inside = new QWidget(this);
    auto* layout = new QVBoxLayout(inside);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(6);
    makeFormat(*layout);
    layout->addSpacing(10);
    makeText(*layout);
    layout->addSpacing(10);
    makeTimes(*layout);
    layout->addSpacing(10);
    makeKeep(*layout);
    layout->addStretch(1);
    setWidget(inside);
}

void FormPanel::makeFormat(QVBoxLayout& layout)
{
    m_name = head({}, this);
    m_name->setWordWrap(true);
    m_name->setObjectName(QStringLiteral("draftName"));
    m_size = note(this);
    m_format = new QComboBox(this);
    m_format->setObjectName(QStringLiteral("format"));
    m_format->setAccessibleName(tr("Recognised format"));
    m_format->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_reason = note(this);
    m_reason->setObjectName(QStringLiteral("formatReason"));
    layout.addWidget(m_name);
    layout.addWidget(m_size);
    layout.addSpacing(6);
    layout.addWidget(head(tr("Recognised as"), this));
    layout.addWidget(m_format);
    layout.addWidget(m_reason);
    connect(m_format, &QComboBox::activated, this, &FormPanel::chooseFormat);
}

void FormPanel::makeText(QVBoxLayout& layout)
{
    layout.addWidget(head(tr("Text of the file"), this));
    m_textForm = formIn(layout);
    m_encoding = new QComboBox(this);
    m_encoding->setObjectName(QStringLiteral("encoding"));
    m_encoding->addItem(tr("by its bytes"), QString());
    for (const char* name : {"utf-8", "windows-1252", "iso-8859-2", "utf-16le", "utf-16be"})
        m_encoding->addItem(QString::fromLatin1(name), QString::fromLatin1(name));
    m_delimiter = new QComboBox(this);
    m_delimiter->setObjectName(QStringLiteral("delimiter"));
    m_delimiter->addItem(tr("by its rows"), QString());
    m_delimiter->addItem(tr("comma"), QStringLiteral(","));
    m_delimiter->addItem(tr("semicolon"), QStringLiteral(";"));
    m_delimiter->addItem(tr("tab"), QStringLiteral("\t"));
    m_delimiter->addItem(tr("bar"), QStringLiteral("|"));
    m_decimal = new QComboBox(this);
    m_decimal->setObjectName(QStringLiteral("decimal"));
    m_decimal->addItem(tr("by its numbers"), QString());
    m_decimal->addItem(tr("point, 1.5"), QStringLiteral("."));
    m_decimal->addItem(tr("comma, 1,5"), QStringLiteral(","));
    m_header = new QCheckBox(tr("has a row of headings"), this);
    m_header->setObjectName(QStringLiteral("hasHeader"));
    m_titleRows = new QSpinBox(this);
    m_titleRows->setObjectName(QStringLiteral("titleRows"));
    m_titleRows->setRange(0, 1000);
    m_skipRows = new QSpinBox(this);
    m_skipRows->setObjectName(QStringLiteral("skipRows"));
    m_skipRows->setRange(0, 1000);
    m_textReason = note(this);
    m_textForm->addRow(tr("Encoding"), m_encoding);
    m_textForm->addRow(tr("Between columns"), m_delimiter);
    m_textForm->addRow(tr("Decimals"), m_decimal);
    m_textForm->addRow(QString(), m_header);
    m_textForm->addRow(tr("Rows above it"), m_titleRows);
    m_textForm->addRow(tr("Unit rows below"), m_skipRows);
    layout.addWidget(m_textReason);
    const auto character = [](const QComboBox* box) {
        const QString text = box->currentData().toString();
        return text.isEmpty() ? std::nullopt : std::optional(text.at(0).toLatin1());
    };
    connect(m_encoding, &QComboBox::activated, this, [this] {
        edit([this](Profile& p) { p.encoding = encodingFromName(toUtf8(m_encoding->currentData().toString())); });
    });
    connect(m_delimiter, &QComboBox::activated, this,
        [this, character] { edit([&](Profile& p) { p.hints.delimiter = character(m_delimiter); }); });
    connect(m_decimal, &QComboBox::activated, this,
        [this, character] { edit([&](Profile& p) { p.hints.decimalMark = character(m_decimal); }); });
    connect(m_header, &QCheckBox::clicked, this,
        [this](bool isThere) { edit([&](Profile& p) { p.hints.header = isThere; }); });
    connect(m_titleRows, &QSpinBox::valueChanged, this,
        [this](int rows) { edit([&](Profile& p) { p.hints.titleRows = static_cast<std::uint32_t>(rows); }); });
    connect(m_skipRows, &QSpinBox::valueChanged, this,
        [this](int rows) { edit([&](Profile& p) { p.skipRows = static_cast<std::uint32_t>(rows); }); });
}

QComboBox* FormPanel::zoneBox(const QString& first)
{
    auto* box = new ZoneBox(first, m_siteZone, this);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}

void FormPanel::makeTimes(QVBoxLayout& layout)
{
    layout.addWidget(head(tr("Times"), this));
    QFormLayout* form = formIn(layout);
    m_zone = zoneBox(tr("choose the zone …"));
    m_zone->setObjectName(QStringLiteral("sourceZone"));
    m_zone->setAccessibleName(tr("Zone of local times in this file"));
    m_zoneEvidence = note(this);
    m_zoneEvidence->setObjectName(QStringLiteral("zoneEvidence"));
    m_zoneColumn = new QComboBox(this);
    m_zoneColumn->setObjectName(QStringLiteral("zoneColumn"));
    m_zoneColumn->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_ambiguous = new QComboBox(this);
    m_ambiguous->setObjectName(QStringLiteral("ambiguous"));
    m_ambiguous->addItem(tr("the earlier one"), QStringLiteral("earlier"));
    m_ambiguous->addItem(tr("the later one"), QStringLiteral("later"));
    m_ambiguous->addItem(tr("reject the row"), QStringLiteral("reject"));
    form->addRow(tr("Local times in"), m_zone);
    layout.addWidget(m_zoneEvidence);
    QFormLayout* more = formIn(layout);
    more->addRow(tr("Zone by column"), m_zoneColumn);
    more->addRow(tr("Hour that comes twice"), m_ambiguous);
    m_columns = new QWidget(this);
    m_columnLayout = new QVBoxLayout(m_columns);
    m_columnLayout->setContentsMargins(0, 4, 0, 0);
    layout.addWidget(m_columns);
    connect(m_zone, &QComboBox::activated, this, [this] {
        if (m_isShowing || m_draft == nullptr)
            return;
        m_draft->zone = toUtf8(m_zone->currentData().toString());
        Q_EMIT changed();
    });
    connect(m_ambiguous, &QComboBox::activated, this, [this] {
        if (m_draft == nullptr)
            return;
        m_draft->ambiguous = *ambiguousPolicyFromName(toUtf8(m_ambiguous->currentData().toString()));
        Q_EMIT changed();
    });
    connect(m_zoneColumn, &QComboBox::activated, this,
        [this] { edit([this](Profile& p) { p.zones.valueColumn = toUtf8(m_zoneColumn->currentData().toString()); }); });
}

void FormPanel::makeKeep(QVBoxLayout& layout)
{
    layout.addWidget(head(tr("Keep for next time"), this));
    m_keep = new QCheckBox(tr("Save as profile"), this);
    m_keep->setObjectName(QStringLiteral("keepProfile"));
    m_keepName = new QLineEdit(this);
    m_keepName->setObjectName(QStringLiteral("profileName"));
    m_keepName->setAccessibleName(tr("Name of the profile"));
    auto* why = note(this);
    why->setText(tr("A file with the same headings is then read the same way, zone included."));
    layout.addWidget(m_keep);
    layout.addWidget(m_keepName);
    layout.addWidget(why);
    connect(m_keep, &QCheckBox::clicked, this, [this](bool isKept) {
        if (m_draft == nullptr)
            return;
        if (isKept && (m_draft->isCanonical || !m_draft->mapping.text.empty()))
            beginEdit(*m_draft);
        m_draft->isProfileSaved = isKept;
        m_keepName->setText(toQString(m_draft->mapping.name));
        Q_EMIT changed();
    });
    connect(m_keepName, &QLineEdit::editingFinished, this, [this] {
        const std::string name = profileNameFrom(toUtf8(m_keepName->text()));
        m_keepName->setText(toQString(name));
        if (m_draft != nullptr && name != m_draft->mapping.name)
            edit([&](Profile& p) { p.name = name; });
    });
}

void FormPanel::edit(const std::function<void(Profile&)>& change)
{
    if (m_isShowing || m_draft == nullptr)
        return;
    beginEdit(*m_draft);
    change(m_draft->mapping);
    Q_EMIT changed();
}

void FormPanel::setDraft(ImportDraft* draft)
{
    m_draft = draft;
    m_shownColumns.clear();
    if (draft != nullptr)
        showPlan();
}

void FormPanel::showPlan()
{
    m_isShowing = true;
    m_name->setText(toQString(m_draft->name));
    m_size->setText(QLocale().formattedDataSize(static_cast<qint64>(m_draft->bytes)));
    showFormats();
    showText();
    showTimes();
    m_keep->setChecked(m_draft->isProfileSaved);
    m_keepName->setText(toQString(m_draft->mapping.name));
    m_keepName->setEnabled(m_draft->isProfileSaved);
    m_isShowing = false;
}

void FormPanel::showFormats()
{
    m_format->clear();
    const ImportDraft& draft = *m_draft;
    if (!draft.mapping.tables.empty()) {
        QStringList tables;
        for (const TableMapping& table : draft.mapping.tables)
            if (const QString name = toQString(tableSpec(table.table).name); !tables.contains(name))
                tables << name;
        const QString known = draft.isCanonical ? tr("table %1").arg(tables.join(QStringLiteral(", ")))
            : draft.mapping.text.empty()        ? tr("own mapping: %1").arg(tables.join(QStringLiteral(", ")))
                                                : toQString(draft.mapping.title);
        m_format->addItem(known, kKeepFormat);
    } else {
        m_format->addItem(tr("not recognised: choose a table"), kKeepFormat);
    }
    for (const Candidate& candidate : draft.candidates)
        m_format->addItem(tr("%1, %2 %").arg(toQString(candidate.importer)).arg(candidate.confidence),
            QStringLiteral("by:") + toQString(candidate.importer));
    for (const Profile& profile : m_own)
        if (std::none_of(draft.candidates.begin(), draft.candidates.end(),
                [&](const Candidate& c) { return c.importer == "profile:" + profile.name; }))
            m_format->addItem(
                tr("profile %1").arg(toQString(profile.name)), QStringLiteral("by:profile:") + toQString(profile.name));
    for (const MappingProposal& proposal : draft.proposals)
        m_format->addItem(
            tr("proposal: %1, %2 %").arg(toQString(tableSpec(proposal.table).name)).arg(proposal.confidence),
            QStringLiteral("to:") + toQString(tableSpec(proposal.table).name));
    m_format->insertSeparator(m_format->count());
    for (const TableSpec& table : allTables())
        m_format->addItem(tr("as table %1").arg(toQString(table.name)), QStringLiteral("to:") + toQString(table.name));
    m_format->setCurrentIndex(0);
    QString why = toQString(draft.reason);
    if (draft.confidence > 0)
        why = tr("Confidence %1 %: ").arg(draft.confidence) + why;
    if (draft.problem)
        why += (why.isEmpty() ? QString() : QStringLiteral("\n")) + toQString(errorPhrase(*draft.problem));
    m_reason->setText(why);
}

void FormPanel::chooseFormat(int index)
{
    const QString choice = m_format->itemData(index).toString();
    if (m_draft == nullptr || choice == kKeepFormat || choice.isEmpty())
        return;
    const std::string name = toUtf8(choice.mid(3));
    if (choice.startsWith(QLatin1String("by:")))
        chooseImporter(*m_draft, name, m_own);
    else if (const TableSpec* table = findTable(name))
        chooseTable(*m_draft, table->id, m_own);
    m_shownColumns.clear();
    Q_EMIT changed();
}

void FormPanel::showText()
{
    const Profile& mapping = m_draft->mapping;
    pick(m_encoding, mapping.encoding ? QString::fromLatin1(encodingName(*mapping.encoding)) : QString());
    const auto text = [](const std::optional<char>& c) { return c ? QString(QLatin1Char(*c)) : QString(); };
    pick(m_delimiter, text(mapping.hints.delimiter));
    pick(m_decimal, text(mapping.hints.decimalMark));
    m_skipRows->setValue(static_cast<int>(mapping.skipRows));
    if (!m_draft->head)
        return;
    const SourceHead& head = *m_draft->head;
    // The form of a flat table is fixed; only a sheet has rows above its headings.
    const Format* format = findFormat(head.format);
    const bool isDelimited = format == nullptr || format->isDelimited;
    m_textForm->setRowVisible(m_encoding, isDelimited && head.container.empty());
    m_textForm->setRowVisible(m_delimiter, format == nullptr);
    m_textForm->setRowVisible(m_decimal, isDelimited || !format->hasHeadings);
    for (QWidget* field : std::initializer_list<QWidget*>{m_header, m_titleRows, m_skipRows})
        m_textForm->setRowVisible(field, format == nullptr || !format->hasHeadings);
    if (format != nullptr) {
        m_textReason->setText(toQString(head.formatMatch.reason));
        if (format->hasHeadings)
            return;
    }
    m_header->setChecked(head.dialect.dialect.hasHeader);
    m_titleRows->setValue(static_cast<int>(head.dialect.dialect.titleRows));
    if (format == nullptr)
        m_textReason->setText(tr("%1: %2. %3.")
                                  .arg(QString::fromLatin1(encodingName(head.encoding.encoding)),
                                      toQString(head.encoding.reason), toQString(head.dialect.reason)));
}

} // namespace antecedent::app
