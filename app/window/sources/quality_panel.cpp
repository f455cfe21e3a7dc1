// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sources/quality_panel.h"

#include "app/casework/case_quality.h"
#include "app/window/shared/table_view.h"
#include "app/window/shared/window_place.h"
#include "widgets/common/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kLeastTable = 70;
constexpr int kLeastPlaces = 130;

QString weightName(QualityWeight weight)
{
    switch (weight) {
    case QualityWeight::Note:
        return QualityPanel::tr("note");
    case QualityWeight::Caution:
        return QualityPanel::tr("caution");
    case QualityWeight::Serious:
        return QualityPanel::tr("serious");
    }
    return {};
}

TableCell countCell(std::uint64_t count)
{
    return {countText(count), QVariant::fromValue(static_cast<qulonglong>(count))};
}

} // namespace

QualityPanel::QualityPanel(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model({{tr("Finding"), false, true}, {tr("Weight")}, {tr("Places"), true}, {tr("What is doubtful")},
          {tr("What it does to the analysis")}})
    , m_placeModel({{tr("Row"), true}, {tr("From")}, {tr("To")}, {tr("Asset or tag"), false, true}, {tr("Batch")},
          {tr("How much")}})
    , m_table(new TableView(this))
    , m_lower(new QWidget(this))
    , m_places(new TableView(m_lower))
    , m_words(new QLabel(m_lower))
    , m_timeline(new QPushButton(tr("Show in the timeline"), m_lower))
{
    m_table->setObjectName(QStringLiteral("quality"));
    m_table->setAccessibleName(tr("Data quality of the source"));
    m_table->setModel(&m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setWidths({150, 70, 60, 290});
    m_lower->setObjectName(QStringLiteral("qualityLower"));
    auto* down = new QSplitter(Qt::Vertical, this);
    down->addWidget(m_table);
    down->addWidget(m_lower);
    down->setChildrenCollapsible(false);
    down->setStretchFactor(0, 2);
    down->setStretchFactor(1, 3);
    m_table->setMinimumHeight(kLeastTable);
    m_lower->setMinimumHeight(kLeastPlaces); // it is hidden at times, and a splitter forgets the height of what is
    makePlaces();
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(14, 4, 14, 4);
    bar->addWidget(m_words, 1);
    bar->addWidget(m_timeline, 0, Qt::AlignTop);
    auto* inside = new QVBoxLayout(m_lower);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addLayout(bar);
    inside->addWidget(m_places, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(down);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &QualityPanel::showPlaces);
    connect(m_places->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &QualityPanel::selectPlace);
    connect(m_places, &QTableView::doubleClicked, this, &QualityPanel::showOnTimeline);
    connect(m_timeline, &QPushButton::clicked, this, &QualityPanel::showOnTimeline);
}

void QualityPanel::makePlaces()
{
    m_words->setObjectName(QStringLiteral("qualityWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_timeline->setObjectName(QStringLiteral("qualityTimeline"));
    m_timeline->setFlat(true);
    m_places->setObjectName(QStringLiteral("qualityPlaces"));
    m_places->setAccessibleName(tr("Places of the finding"));
    m_places->setModel(&m_placeModel);
    m_places->setSelectionMode(QAbstractItemView::SingleSelection);
    m_places->setWidths({60, 146, 146, 140, 165});
}

void QualityPanel::setSource(const StoredSource* source)
{
    m_source = source != nullptr ? std::optional(source->info.sha256) : std::nullopt;
    if (isVisible())
        check();
    showFindings();
}

// Reads all process data, which nobody waits for who looks elsewhere.
void QualityPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    check();
    showFindings();
}

void QualityPanel::check()
{
    const DataPtr snapshot = m_workspace.context.data();
    if (snapshot == m_checked)
        return;
    // Other failures of the same load share its data, and its findings.
    const bool isSameData = snapshot && m_checked && &snapshot->dataset == &m_checked->dataset;
    m_checked = snapshot;
    if (isSameData)
        return;
    m_isKnown = false;
    m_findings.clear();
    m_isChecking = snapshot != nullptr;
    if (!snapshot)
        return;
    using Findings = std::vector<QualityFinding>;
    m_workspace.jobs.run<Findings>(
        tr("Checking the quality of the data"), this,
        [snapshot](const std::stop_token& stop, const ProgressFn& progress) -> Result<Findings> {
            const Result<CaseFile> file = CaseFile::open(snapshot->path, OpenMode::ReadOnly);
            if (!file)
                return file.error();
            return casework::checkCaseQuality(*file, snapshot->caseInfo, snapshot->context, stop, progress);
        },
        [this, snapshot](Result<Findings> found) {
            if (!m_checked || &snapshot->dataset != &m_checked->dataset)
                return;
            m_isChecking = false;
            if (!found) {
                m_checked.reset(); // looking again checks again
                showFindings();
                if (found.error().code != ErrorCode::Cancelled)
                    Q_EMIT failed(found.error());
                return;
            }
            m_isKnown = true;
            m_findings = std::move(*found);
            showFindings();
        });
}

std::vector<TableCell> QualityPanel::rowOf(const QualityFinding& finding) const
{
    TableCell weight(weightName(finding.weight), static_cast<int>(finding.weight));
    if (finding.weight == QualityWeight::Serious)
        weight.ink = Paint::Error;
    return {toQString(nameOf(finding.kind)), weight, countCell(finding.count), toQString(sentence(finding.what)),
        toQString(sentence(finding.consequence))};
}

// Says where else to look.
QString QualityPanel::nothingFound() const
{
    constexpr int kNamed = 4;
    QStringList others;
    for (const QualityFinding& finding : m_findings)
        if (const QString name = toQString(m_checked->dataset.sources[finding.source.value].name);
            !others.contains(name))
            others << name;
    const QString nothing = tr("Nothing doubtful was found in the data of this source.");
    if (others.isEmpty())
        return nothing;
    const QString more = others.size() > kNamed ? QStringLiteral(", …") : QString();
    return nothing + QLatin1Char(' ')
        + tr("Others have findings: %1").arg(others.mid(0, kNamed).join(QStringLiteral(", ")) + more);
}

void QualityPanel::showFindings()
{
    std::vector<std::vector<TableCell>> rows;
    m_shown.clear();
    if (m_isKnown && m_checked && m_source && isCurrent())
        for (std::size_t i = 0; i < m_findings.size(); ++i) {
            const SourceIndex source = m_findings[i].source;
            if (!source.valid() || m_checked->dataset.sources[source.value].sha256 != *m_source)
                continue;
            m_shown.push_back(i);
            rows.push_back(rowOf(m_findings[i]));
        }
    m_table->setEmptyText(m_isKnown ? nothingFound()
            : m_isChecking          ? tr("The data are being checked.")
                                    : tr("The data were not checked."));
    m_model.setTheme(themeOf(palette()));
    m_model.setRows(std::move(rows));
    if (!m_shown.empty())
        m_table->selectRow(0);
    showPlaces();
    Q_EMIT countChanged(m_isKnown && isCurrent() ? static_cast<int>(m_shown.size()) : -1);
}

// Whether the findings are of the data that are shown.
bool QualityPanel::isCurrent() const
{
    const DataPtr& now = m_workspace.context.data();
    return now && m_checked && &now->dataset == &m_checked->dataset;
}

const QualityFinding* QualityPanel::chosen() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < static_cast<int>(m_shown.size()) ? &m_findings[m_shown[static_cast<std::size_t>(row)]]
                                                              : nullptr;
}

const QualityPlace* QualityPanel::chosenPlace() const
{
    const QualityFinding* finding = chosen();
    const int row = m_places->currentIndex().row();
    return finding != nullptr && row >= 0 && row < static_cast<int>(finding->places.size())
        ? &finding->places[static_cast<std::size_t>(row)]
        : nullptr;
}

std::vector<TableCell> QualityPanel::rowOf(const QualityFinding& finding, const QualityPlace& place) const
{
    const Dataset& dataset = m_checked->dataset;
    const SiteTime times = m_workspace.context.times();
    const auto time = [&](const std::optional<Timestamp>& t) {
        return t ? TableCell(times.full(*t), QVariant::fromValue(static_cast<qlonglong>(t->time_since_epoch().count())))
                 : TableCell();
    };
    QString subject = place.tag.valid() ? toQString(dataset.tags[place.tag.value].name) : QString();
    if (subject.isEmpty() && place.asset.valid())
        subject = toQString(dataset.assets[place.asset.value].id);
    QString batch = place.batch.valid() ? toQString(dataset.batches[place.batch.value].id) : QString();
    if (place.other.valid())
        batch = tr("%1 and %2").arg(batch, toQString(dataset.batches[place.other.value].id));
    QString value;
    if (place.value && finding.unit == "s")
        value = spanText(Duration(std::llround(*place.value * 1e6)), false);
    else if (place.value)
        value = numberText(*place.value, 'g', 6);
    return {
        place.row > 0 ? countCell(place.row) : TableCell(), time(place.from), time(place.to), subject, batch, value};
}

void QualityPanel::showPlaces()
{
    const QualityFinding* finding = chosen();
    std::vector<std::vector<TableCell>> rows;
    if (finding != nullptr)
        for (const QualityPlace& place : finding->places)
            rows.push_back(rowOf(*finding, place));
    m_placeModel.setTheme(themeOf(palette()));
    m_placeModel.setRows(std::move(rows));
    m_places->setEmptyText(finding == nullptr ? QString() : tr("The import counted them and kept no rows."));
    QString words;
    if (finding != nullptr) {
        words = toQString(following({sentence(finding->what), sentence(finding->consequence)}));
        if (finding->count > finding->places.size() && !finding->places.empty())
            words += QLatin1Char(' ')
                + tr("The first %1 of %2 places are listed.")
                      .arg(countText(finding->places.size()), countText(finding->count));
    }
    m_words->setText(words);
    m_lower->setVisible(finding != nullptr);
    m_timeline->setEnabled(false);
}

void QualityPanel::selectPlace()
{
    const QualityPlace* place = chosenPlace();
    m_timeline->setEnabled(place != nullptr && place->from.has_value());
    if (place == nullptr || !isCurrent())
        return;
    if (place->record == RecordId{})
        return;
    const std::string time = place->from ? formatUtc(*place->from, 6) : std::string();
    if (const auto event = eventOf(*m_checked, place->record, time))
        m_workspace.context.select(event);
}

void QualityPanel::showOnTimeline()
{
    const QualityPlace* place = chosenPlace();
    if (place == nullptr || !place->from)
        return;
    constexpr Duration kAround = std::chrono::hours(1);
    const Timestamp end = place->to ? std::max(*place->from, *place->to) : *place->from;
    const Timestamp begin = place->to ? std::min(*place->from, *place->to) : *place->from;
    const Duration more = std::max<Duration>(kAround, (end - begin) / 4);
    m_workspace.context.showInterval({begin - more, end + more});
}

} // namespace antecedent::app
