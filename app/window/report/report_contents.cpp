// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/report/report_contents.h"

#include "app/window/language.h"
#include "app/window/settings.h"
#include "widgets/common/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

namespace antecedent::app {

using namespace widgets;

namespace {

QString nameOf(ReportFigure figure)
{
    switch (figure) {
    case ReportFigure::Timeline:
        return ReportContents::tr("Timeline");
    case ReportFigure::Counters:
        return ReportContents::tr("Counters over time");
    case ReportFigure::Sequence:
        return ReportContents::tr("Event sequences");
    }
    return {};
}

} // namespace

ReportContents::ReportContents(QWidget* parent)
    : QWidget(parent)
    , m_language(new QComboBox(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto* name = new QLabel(tr("Language of the report"), this);
    name->setBuddy(m_language);
    m_language->setObjectName(QStringLiteral("reportLanguage"));
    m_language->setAccessibleName(tr("Language of the report"));
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en")); // by the name that its readers know
    m_language->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    const QString remembered = rememberedReportLanguage();
    m_language->setCurrentIndex(
        std::max(0, m_language->findData(remembered.isEmpty() ? currentLanguage() : remembered)));
    auto* first = new QHBoxLayout;
    first->addWidget(name);
    first->addWidget(m_language, 1);
    layout->addLayout(first);
    connect(m_language, &QComboBox::activated, this, [this] {
        rememberReportLanguage(m_language->currentData().toString());
        Q_EMIT changed();
    });

    auto* figures = new QGridLayout; // two beside each other, in any language
    figures->setHorizontalSpacing(10);
    figures->setVerticalSpacing(4);
    figures->setColumnStretch(1, 1);
    figures->setColumnStretch(2, 1);
    figures->addWidget(new QLabel(tr("Figures"), this), 0, 0);
    const QString tip = tr(
        "A figure that is left out is named in the report; its records stay in the twin. What speaks against a cause "
        "is always printed.");
    for (const ReportFigure figure : kReportFigures) {
        auto* box = new QCheckBox(nameOf(figure), this);
        box->setObjectName(QStringLiteral("reportFigure_") + QLatin1String(toText(figure)));
        box->setAccessibleName(tr("Figure in the report: %1").arg(nameOf(figure)));
        box->setToolTip(tip);
        box->setChecked(true);
        connect(box, &QCheckBox::toggled, this, &ReportContents::changed);
        const auto place = static_cast<int>(m_figures.size());
        figures->addWidget(box, place / 2, 1 + place % 2);
        m_figures.push_back(box);
    }
    layout->addLayout(figures);
}

std::string ReportContents::language() const
{
    return toUtf8(m_language->currentData().toString());
}

std::vector<ReportFigure> ReportContents::leftOut() const
{
    std::vector<ReportFigure> out;
    for (std::size_t i = 0; i < m_figures.size(); ++i)
        if (!m_figures[i]->isChecked())
            out.push_back(kReportFigures[i]);
    return out;
}

} // namespace antecedent::app
