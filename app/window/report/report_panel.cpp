// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/report/report_panel.h"

#include "app/window/report/report_contents.h"
#include "widgets/common/text.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

ReportPanel::ReportPanel(QWidget* parent)
    : QWidget(parent)
    , m_failures(new QListWidget(this))
    , m_title(new QLineEdit(this))
    , m_contents(new ReportContents(this))
    , m_folder(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_plan(new QLabel(this))
    , m_write(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_progress(new QProgressBar(this))
{
    constexpr int kWidth = 404;
    setFixedWidth(kWidth);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 14);
    layout->setSpacing(4);
    addFailures(layout);
    layout->addSpacing(8);
    addPlace(layout);
    layout->addSpacing(8);
    addActions(layout);
    refresh();
}

QLabel* ReportPanel::addLabel(QVBoxLayout* layout, const QString& text, QWidget* buddy)
{
    auto* label = new QLabel(text, this);
    label->setBuddy(buddy);
    layout->addWidget(label);
    return label;
}

void ReportPanel::addFailures(QVBoxLayout* layout)
{
    QLabel* heading = addLabel(layout, tr("Failures to report on"), m_failures);
    QFont strong = heading->font();
    strong.setWeight(QFont::DemiBold);
    heading->setFont(strong);
    auto* search = new QLineEdit(this);
    search->setObjectName(QStringLiteral("reportSearch"));
    search->setPlaceholderText(tr("Find a failure"));
    search->setAccessibleName(tr("Find a failure"));
    search->setClearButtonEnabled(true);
    layout->addWidget(search);
    layout->addSpacing(2);
    m_failures->setObjectName(QStringLiteral("reportFailures"));
    m_failures->setAccessibleName(tr("Failures to report on"));
    m_failures->setUniformItemSizes(true);
    m_failures->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the tooltip has the whole
    layout->addWidget(m_failures, 1);
    m_count->setObjectName(QStringLiteral("reportCount"));
    m_count->setWordWrap(true);
    layout->addWidget(m_count);
    connect(search, &QLineEdit::textChanged, this, [this](const QString& text) {
        for (int i = 0; i < m_failures->count(); ++i)
            m_failures->item(i)->setHidden(!m_failures->item(i)->text().contains(text, Qt::CaseInsensitive));
    });
    connect(m_failures, &QListWidget::itemChanged, this, [this] {
        if (m_isFilling)
            return;
        m_isChosenByHand = true;
        refresh();
        Q_EMIT orderChanged();
    });
}

void ReportPanel::addPlace(QVBoxLayout* layout)
{
    m_title->setObjectName(QStringLiteral("reportTitle"));
    m_title->setAccessibleName(tr("Title of the report"));
    m_title->setPlaceholderText(tr("The classification of the failure"));
    addLabel(layout, tr("Title, printed after the failure's number"), m_title);
    layout->addWidget(m_title);
    layout->addSpacing(8);
    layout->addWidget(m_contents);
    layout->addSpacing(8);
    m_folder->setObjectName(QStringLiteral("reportFolder"));
    m_folder->setAccessibleName(tr("Folder for the reports"));
    addLabel(layout, tr("Folder, for PDF, HTML and the twin with every number"), m_folder);
    auto* choose = new QPushButton(tr("Choose…"), this);
    choose->setAccessibleName(tr("Choose the folder for the reports"));
    auto* line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(m_folder, 1);
    line->addWidget(choose);
    layout->addLayout(line);
    connect(choose, &QPushButton::clicked, this, &ReportPanel::chooseFolder);
    connect(m_title, &QLineEdit::textChanged, this, &ReportPanel::orderChanged);
    connect(m_contents, &ReportContents::changed, this, &ReportPanel::orderChanged);
    connect(m_folder, &QLineEdit::textChanged, this, [this] {
        refresh();
        Q_EMIT folderChanged();
    });
}

void ReportPanel::addActions(QVBoxLayout* layout)
{
    m_plan->setObjectName(QStringLiteral("reportPlan"));
    m_plan->setWordWrap(true);
    layout->addWidget(m_plan);
    layout->addSpacing(4);
    m_write->setObjectName(QStringLiteral("reportWrite"));
    m_write->setDefault(true);
    m_cancel->setObjectName(QStringLiteral("reportCancel"));
    m_cancel->setAccessibleName(tr("Cancel writing; reports that are finished stay"));
    m_progress->setAccessibleName(tr("Progress of writing"));
    m_progress->setMaximumHeight(14);
    m_progress->setTextVisible(false);
    auto* bar = new QHBoxLayout;
    bar->setSpacing(6);
    bar->addWidget(m_write);
    bar->addWidget(m_cancel);
    bar->addWidget(m_progress, 1);
    bar->addStretch(0);
    layout->addLayout(bar);
    connect(m_write, &QPushButton::clicked, this, &ReportPanel::wanted);
    connect(m_cancel, &QPushButton::clicked, this, &ReportPanel::cancelled);
}

void ReportPanel::setData(const DataPtr& snapshot, const SiteTime& times)
{
    const bool isSameFile = snapshot && m_data && snapshot->path == m_data->path;
    const std::vector<std::string> kept = isSameFile ? failures() : std::vector<std::string>{};
    if (snapshot != m_data)
        m_isFrozen.reset();
    m_isChosenByHand = m_isChosenByHand && isSameFile;
    m_isFilling = true;
    m_failures->clear(); // before the data change: its rows are positions in them
    m_data = snapshot;
    if (snapshot && !isSameFile)
        m_folder->setText(QDir::toNativeSeparators(QFileInfo(toQString(snapshot->path)).absolutePath()));
    for (std::size_t i = 0; snapshot && i < snapshot->failures.size(); ++i) {
        const Failure& failure = snapshot->failures[i];
        const Asset* asset = snapshot->dataset.asset(failure.asset);
        const QString text = toQString(failure.id) + QStringLiteral(" · ")
            + (asset != nullptr ? toQString(asset->id) + QStringLiteral(" · ") : QString()) + times.date(failure.anchor)
            + QStringLiteral(" · ") + toQString(failure.classification);
        auto* item = new QListWidgetItem(text, m_failures);
        item->setToolTip(text);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        const bool isKept = std::find(kept.begin(), kept.end(), failure.id) != kept.end();
        item->setCheckState(isKept ? Qt::Checked : Qt::Unchecked);
    }
    m_isFilling = false;
    refresh();
}

void ReportPanel::setFailure(std::optional<std::size_t> failure)
{
    if (m_isChosenByHand)
        return;
    m_isFilling = true;
    for (int i = 0; i < m_failures->count(); ++i)
        m_failures->item(i)->setCheckState(
            failure && static_cast<std::size_t>(i) == *failure ? Qt::Checked : Qt::Unchecked);
    if (failure && m_failures->count() > 0)
        m_failures->scrollToItem(m_failures->item(static_cast<int>(*failure)), QAbstractItemView::PositionAtCenter);
    m_isFilling = false;
    refresh();
}

void ReportPanel::setFrozen(bool isFrozen)
{
    m_isFrozen = isFrozen;
    refresh();
}

void ReportPanel::setWriting(bool isWriting)
{
    m_isWriting = isWriting;
    m_progress->setRange(0, 0);
    refresh();
}

void ReportPanel::setProgress(double fraction)
{
    constexpr int kWhole = 1000;
    m_progress->setRange(0, fraction < 0 ? 0 : kWhole);
    m_progress->setValue(static_cast<int>(fraction * kWhole));
}

std::vector<std::string> ReportPanel::failures() const
{
    std::vector<std::string> out;
    for (int i = 0; m_data && i < m_failures->count(); ++i)
        if (m_failures->item(i)->checkState() == Qt::Checked)
            out.push_back(m_data->failures[static_cast<std::size_t>(i)].id);
    return out;
}

QString ReportPanel::reportTitle() const
{
    return m_title->text().trimmed();
}

QString ReportPanel::folder() const
{
    return QDir::fromNativeSeparators(m_folder->text().trimmed());
}

void ReportPanel::refresh()
{
    const std::size_t count = failures().size();
    m_count->setText(m_failures->count() == 0
            ? tr("No failures yet. Import deviations or a failure list (File, Import), then report on them.")
            : tr("%1 of %2 chosen, one report each.").arg(countText(count), countText(m_data->failures.size())));
    if (!m_isFrozen)
        m_plan->clear();
    else if (*m_isFrozen)
        m_plan->setText(tr("The analysis plan of the case is frozen; the report uses it."));
    else
        m_plan->setText(tr("The case has no frozen plan. Writing a report freezes the plan templates before any result "
                           "is computed; other parameters are exploratory from then on."));
    const bool isOne = count == 1;
    if (m_isFrozen == false)
        m_write->setText(
            isOne ? tr("Freeze the plan, write report") : tr("Freeze the plan, write %1 reports").arg(count));
    else
        m_write->setText(isOne ? tr("Write report") : tr("Write %1 reports").arg(count));
    m_write->setAccessibleName(m_write->text());
    m_write->setEnabled(!m_isWriting && count > 0 && m_isFrozen.has_value() && !folder().isEmpty());
    m_cancel->setVisible(m_isWriting);
    m_progress->setVisible(m_isWriting);
}

void ReportPanel::chooseFolder()
{
    const QString chosen = QFileDialog::getExistingDirectory(this, tr("Folder for the reports"), m_folder->text());
    if (!chosen.isEmpty())
        m_folder->setText(QDir::toNativeSeparators(chosen));
}

} // namespace antecedent::app
