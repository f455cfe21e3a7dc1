// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sources/source_details.h"

#include "widgets/common/text.h"

#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace antecedent::app {

using namespace widgets;

SourceDetails::SourceDetails(QWidget* parent)
    : QScrollArea(parent)
    , m_title(new QLabel(this))
    , m_form(new QFormLayout)
{
    setObjectName(QStringLiteral("sourceDetails"));
    setAccessibleName(tr("Details of the source"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QFont strong = m_title->font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_title->setWordWrap(true);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(2);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* inside = new QWidget(this);
    auto* layout = new QVBoxLayout(inside);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->addWidget(m_title);
    layout->addLayout(m_form);
    layout->addStretch(1);
    setWidget(inside);
}

void SourceDetails::add(const QString& name, const QString& value, bool isFixedPitch)
{
    auto* label = new QLabel(name, widget());
    label->setForegroundRole(QPalette::PlaceholderText);
    auto* text = new QLabel(value, widget());
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(name);
    if (isFixedPitch)
        text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_form->addRow(label, text);
}

void SourceDetails::setSource(const StoredSource* source, const SiteTime& times, const QString& replaced)
{
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    if (source == nullptr) {
        m_title->setText(tr("No source is chosen."));
        return;
    }
    const SourceInfo& info = source->info;
    m_title->setText(toQString(info.name));
    if (!replaced.isEmpty())
        add(tr("Replaced by"), replaced);
    add(tr("Recognised as"), toQString(info.importer));
    add(tr("Zone of local times"), info.zone.empty() ? tr("stated in the values") : toQString(info.zone));
    add(tr("Encoding"),
        toQString(source->encoding)
            + (source->compression.empty() ? QString() : QStringLiteral(", ") + toQString(source->compression)));
    add(tr("Size"), QLocale().formattedDataSize(static_cast<qint64>(source->sizeBytes)));
    add(tr("Imported"), times.full(source->imported));
    add(tr("First record"), info.span ? times.full(info.span->begin) : unknownText());
    add(tr("Last record"), info.span ? times.full(info.span->end) : unknownText());
    add(tr("Said to cover"),
        info.declaredCoverage
            ? tr("%1 to %2").arg(times.full(info.declaredCoverage->begin), times.full(info.declaredCoverage->end))
            : tr("not stated: the span counts as covered"));
    add(tr("Rows"),
        tr("%1 read = %2 stored + %3 rejected + %4 duplicate")
            .arg(countText(info.rowsRead), countText(info.rowsStored), countText(info.rowsRejected),
                countText(info.rowsDuplicate)));
    QStringList records;
    for (const auto& [table, count] : source->records)
        records << tr("%1 %2").arg(countText(count), toQString(table));
    add(tr("Records"), records.isEmpty() ? unknownText() : records.join(QLatin1Char('\n')));
    QStringList remarks;
    for (const auto& [name, count] : source->diagnostics) {
        const std::optional<DiagnosticCode> code = findDiagnosticCode(name);
        const QString what = code ? toQString(term(diagnosticInfo(*code).what)) : toQString(name);
        remarks << tr("%1 × %2").arg(countText(count), what);
    }
    add(tr("Remarks"), remarks.isEmpty() ? tr("none") : remarks.join(QLatin1Char('\n')));
    add(tr("Export statement"),
        info.statement.empty() ? tr("none: the absence of a record is not determinable") : toQString(info.statement));
    const QString hash = toQString(toHex(info.sha256));
    constexpr int kHalf = 32;
    add(tr("SHA-256"), hash.left(kHalf) + QLatin1Char('\n') + hash.mid(kHalf), true);
}

} // namespace antecedent::app
