// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/impact/impact_view.h"

#include "app/window/impact/impact_strip.h"
#include "app/window/shared/csv.h"
#include "app/window/shared/table_view.h"
#include "app/window/shared/window_place.h"
#include "widgets/common/text.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kSide = 14;

enum Column : std::uint8_t { BatchColumn, Exposed, Way, Reason, Disposition, Distributed };
enum Which : std::uint8_t { All, In, Out };

QString wayText(ImpactWay way)
{
    switch (way) {
    case ImpactWay::AssetUse:
        return ImpactView::tr("use of the asset");
    case ImpactWay::Link:
        return ImpactView::tr("link");
    case ImpactWay::Genealogy:
        return ImpactView::tr("genealogy");
    case ImpactWay::Failure:
        return ImpactView::tr("failing batch");
    case ImpactWay::None:
        break;
    }
    return unknownText();
}

QString known(const std::string& text)
{
    return text.empty() ? unknownText() : toQString(text);
}

// What each batch was made from, and how many steps it is away from a batch that was exposed itself.
class Descent
{
public:
    Descent(const InvestigationData& data, const Impact& impact)
        : m_generation(impact.batches.size(), 0)
        , m_from(impact.batches.size())
    {
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < impact.batches.size(); ++i)
            if (impact.batches[i].isIn && impact.batches[i].way != ImpactWay::Genealogy)
                open.push_back(i);
        for (std::size_t next = 0; next < open.size(); ++next) {
            const std::size_t parent = open[next];
            for (const BatchIndex child : data.context.scopes.producedFrom(impact.batches[parent].batch)) {
                const std::size_t at = child.value;
                if (at >= m_from.size() || at == parent)
                    continue;
                m_from[at].push_back(impact.batches[parent].batch);
                if (impact.batches[at].way != ImpactWay::Genealogy || m_generation[at] > 0)
                    continue;
                m_generation[at] = m_generation[parent] + 1;
                open.push_back(at);
            }
        }
    }

    int generation(std::size_t batch) const { return std::max(1, m_generation[batch]); }
    const std::vector<BatchIndex>& from(std::size_t batch) const { return m_from[batch]; }

private:
    std::vector<int> m_generation;
    std::vector<std::vector<BatchIndex>> m_from;
};

std::vector<StripBox> stripBoxes(const InvestigationData& data, const Impact& impact)
{
    const Descent descent(data, impact);
    std::vector<StripBox> boxes;
    for (std::size_t i = 0; i < impact.batches.size(); ++i) {
        const BatchImpact& batch = impact.batches[i];
        const auto when = batch.use ? batch.use : stepsOf(data, batch.batch);
        if ((!batch.use && !batch.isIn) || !when)
            continue;
        const bool isFailure = batch.way == ImpactWay::Failure;
        const bool isMade = batch.way == ImpactWay::Genealogy && !batch.use;
        const StripLane lane = isMade                                   ? StripLane::Made
            : batch.use || (isFailure && !impact.suspect.asset.valid()) ? StripLane::Use
                                                                        : StripLane::Link;
        boxes.push_back(
            {batch.batch, *when, batch.isIn, isFailure, lane, isMade ? descent.generation(i) : 0, descent.from(i)});
    }
    return boxes;
}

} // namespace

ImpactView::ImpactView(const Workspace& workspace, QWidget* parent)
    : View(parent)
    , m_workspace(workspace)
    , m_model({{tr("Batch"), false, true}, {tr("Exposed")}, {tr("By")}, {tr("Reason")}, {tr("Disposition")},
          {tr("Distributed")}})
    , m_sorted(new QSortFilterProxyModel(this))
    , m_summary(new QLabel(this))
    , m_strip(new ImpactStrip(this))
    , m_table(new TableView(this))
{
    auto* top = new QWidget(this);
    makeBars(top);
    m_summary->setObjectName(QStringLiteral("impactSummary"));
    m_summary->setAccessibleName(tr("Finding"));
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_summary->setContentsMargins(kSide, 6, kSide, 8);
    m_sorted->setSourceModel(&m_model);
    m_sorted->setSortRole(TextTableModel::kSortRole);
    m_sorted->setFilterKeyColumn(-1);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setObjectName(QStringLiteral("impact"));
    m_table->setAccessibleName(tr("Batches, exposed or not"));
    m_table->setModel(m_sorted);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection); // chosen rows are copied
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder); // exposed ones first until a header is clicked
    m_table->setWidths({100, 84, 132, 480, 140, 80});
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(Reason, QHeaderView::Stretch);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(top);
    layout->addWidget(m_summary);
    layout->addWidget(m_strip);
    layout->addWidget(m_table, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        const int row = now.isValid() ? now.data(TextTableModel::kRowRole).toInt() : -1;
        if (m_impact && row >= 0 && row < static_cast<int>(m_order.size()))
            m_strip->setChosen(m_impact->batches[m_order[static_cast<std::size_t>(row)]].batch);
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        const auto row = static_cast<std::size_t>(index.data(TextTableModel::kRowRole).toInt());
        if (m_impact && row < m_order.size())
            open(m_impact->batches[m_order[row]].batch);
    });
    connect(m_strip, &ImpactStrip::chosen, this, &ImpactView::choose);
    connect(m_strip, &ImpactStrip::opened, this, &ImpactView::open);
    connect(&workspace.context, &Context::dataChanged, this, &ImpactView::follow);
    connect(&workspace.context, &Context::questionChanged, this, &ImpactView::follow);
    connect(&workspace.context, &Context::suspectChanged, this, &ImpactView::follow);
    connect(&workspace.context, &Context::zoneChanged, this, &ImpactView::refresh);
    follow();
}

void ImpactView::makeBars(QWidget* top)
{
    m_suspect = new QComboBox(top);
    m_suspect->setObjectName(QStringLiteral("impactSuspect"));
    m_suspect->setAccessibleName(tr("Suspect asset"));
    m_suspect->setMinimumWidth(220);
    m_which = new QComboBox(top);
    m_which->setObjectName(QStringLiteral("impactWhich"));
    m_which->setAccessibleName(tr("Which batches"));
    for (const QString& name : {tr("All batches"), tr("Exposed"), tr("Not exposed")})
        m_which->addItem(name);
    m_search = new QLineEdit(top);
    m_search->setObjectName(QStringLiteral("impactSearch"));
    m_search->setAccessibleName(tr("Find batches"));
    m_search->setPlaceholderText(tr("Find in all columns"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(140);
    m_found = new QLabel(top);
    m_found->setObjectName(QStringLiteral("impactFound"));
    auto* label = new QLabel(tr("Suspect asset"), top);
    label->setBuddy(m_suspect);
    const auto button = [&](const QString& words, const QString& tip, const char* name) {
        auto* made = new QPushButton(words, top);
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        made->setObjectName(QString::fromLatin1(name));
        return made;
    };
    QPushButton* copyTable = button(tr("Copy table"),
        tr("Copy as a table for a document or a spreadsheet: all rows, or those selected"), "impactCopyTable");
    QPushButton* copyText = button(tr("Copy text"),
        tr("Copy as text in columns for a mail or a form: all rows, or those selected"), "impactCopyText");
    QPushButton* save = button(tr("CSV…"), tr("Write the batches as shown to a CSV file"), "impactCsv");
    auto* bar = new QHBoxLayout(top);
    bar->setContentsMargins(kSide, 6, kSide, 6);
    bar->setSpacing(8);
    bar->addWidget(label);
    bar->addWidget(m_suspect);
    bar->addWidget(m_which);
    bar->addWidget(m_search);
    bar->addWidget(m_found);
    bar->addStretch(1);
    bar->addWidget(copyTable);
    bar->addWidget(copyText);
    bar->addWidget(save);
    connect(copyTable, &QPushButton::clicked, m_table, &TableView::copyTable);
    connect(copyText, &QPushButton::clicked, m_table, &TableView::copyText);
    connect(m_suspect, &QComboBox::activated, this, [this] {
        m_chosen = toUtf8(m_suspect->currentData().toString());
        ask();
    });
    connect(m_which, &QComboBox::currentIndexChanged, this, &ImpactView::refresh);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_sorted->setFilterFixedString(text);
        m_found->setText(tr("%1 of %2").arg(m_sorted->rowCount()).arg(m_impact ? m_impact->batches.size() : 0));
    });
    connect(save, &QPushButton::clicked, this, &ImpactView::exportShown);
}

QString ImpactView::title() const
{
    return tr("Impact");
}

QString ImpactView::badge() const
{
    if (!m_impact)
        return {};
    return QString::number(std::count_if(
        m_impact->batches.begin(), m_impact->batches.end(), [](const BatchImpact& batch) { return batch.isIn; }));
}

QString ImpactView::badgeWords() const
{
    if (!m_impact)
        return tr("not asked yet");
    return tr("%n other batches exposed", nullptr, badge().toInt());
}

void ImpactView::showEvent(QShowEvent* event)
{
    View::showEvent(event);
    ask();
}

void ImpactView::follow()
{
    const Failure* failure = m_workspace.context.currentFailure();
    const std::string id = failure != nullptr ? failure->id : std::string();
    if (id != m_failure)
        m_chosen.reset();
    m_failure = id;
    fillSuspects();
    ask();
}

void ImpactView::fillSuspects()
{
    m_suspect->clear();
    const Failure* failure = m_workspace.context.currentFailure();
    m_suspect->setEnabled(failure != nullptr);
    if (failure == nullptr)
        return;
    const Dataset& dataset = m_workspace.context.data()->dataset;
    const Asset* own = dataset.asset(failure->asset);
    m_suspect->addItem(own != nullptr ? tr("%1, asset of the failure").arg(toQString(own->id))
                                      : tr("none: the failure names no asset"),
        QString());
    const QString leading = toQString(m_workspace.context.suspect());
    if (!leading.isEmpty())
        m_suspect->addItem(tr("%1, leads in the evidence").arg(leading), leading);
    for (const Asset& asset : dataset.assets)
        m_suspect->addItem(
            toQString(asset.id + (asset.description.empty() ? "" : " · " + asset.description)), toQString(asset.id));
    m_suspect->setCurrentIndex(std::max(0, m_suspect->findData(toQString(suspectId()))));
}

std::string ImpactView::suspectId() const
{
    return m_chosen.value_or(m_workspace.context.suspect());
}

void ImpactView::ask()
{
    const DataPtr snapshot = m_workspace.context.data();
    const auto failure = m_workspace.context.failure();
    if (!snapshot || !failure) {
        m_asked.reset();
        m_impact.reset();
        showEmpty(
            tr("No failures yet. Import deviations (Ctrl+Shift+I); the batches that were exposed as well stand here."));
        return;
    }
    const Question question{snapshot, *failure, suspectId()};
    if (!isVisible() || m_asked == question)
        return;
    m_asked = question;
    m_workspace.jobs.run<Impact>(
        tr("Impact of %1").arg(toQString(snapshot->failures[*failure].id)), this,
        [question](const std::stop_token&, const ProgressFn&) {
            const InvestigationData& in = *question.snapshot;
            return impactOf(in.context, in.failures[question.failure], in.dataset.findAsset(question.suspect));
        },
        [this, question](Result<Impact> answer) {
            if (m_asked == question)
                take(std::move(answer));
        });
}

void ImpactView::take(Result<Impact> answer)
{
    m_impact.reset();
    if (answer) {
        m_impact = std::move(*answer);
        refresh();
        return;
    }
    if (answer.error().code == ErrorCode::NotAvailable) {
        showEmpty(tr("Neither asset nor batch of this failure is known. Choose a suspect asset above."));
        return;
    }
    m_asked.reset(); // asked again when the view is shown again
    showEmpty(tr("The impact was not computed; leave this step and come back to compute it again."));
    Q_EMIT failed(answer.error());
}

void ImpactView::showEmpty(const QString& sentence)
{
    m_order.clear();
    m_model.setRows({});
    m_strip->setInput({});
    m_strip->hide();
    m_summary->hide();
    m_found->clear();
    m_table->setEmptyText(sentence);
    Q_EMIT badgeChanged();
}

QString ImpactView::summary() const
{
    const Dataset& dataset = m_asked->snapshot->dataset;
    const SiteTime times = m_workspace.context.times();
    const Asset* asset = dataset.asset(m_impact->suspect.asset);
    const auto count = [&](auto isMeant) {
        return std::count_if(m_impact->batches.begin(), m_impact->batches.end(), isMeant);
    };
    const auto exposed = count([](const BatchImpact& batch) { return batch.isIn; });
    const auto released = count([](const BatchImpact& batch) { return batch.isIn && !batch.distributed.empty(); });
    QString text; // without any batch, "none" would be an answer that the data do not give
    if (!m_impact->batches.empty())
        text = tr("<b>%1 of %2 batches were exposed.</b>", nullptr, pluralOf(exposed))
                   .arg(exposed)
                   .arg(m_impact->batches.size());
    if (asset == nullptr)
        return text + QLatin1Char(' ')
            + tr("The failure names no asset and none is chosen: counted is what was made from the failing batch.");
    text += QLatin1Char(' ')
        + tr("%1 is suspect from %2 (%3) to %4 (%5).")
              .arg(toQString(asset->id).toHtmlEscaped(), times.full(m_impact->suspect.interval.begin),
                  toQString(m_impact->suspect.fromReason).toHtmlEscaped(), times.full(m_impact->suspect.interval.end),
                  toQString(m_impact->suspect.toReason).toHtmlEscaped());
    const auto tied = count([](const BatchImpact& batch) { return batch.use || batch.way == ImpactWay::Link; });
    if (tied == 0)
        text += QLatin1Char(' ')
            + tr("No step, cleaning or link ties %1 to a batch: whether a batch was exposed to it can't be told from "
                 "these data.")
                  .arg(toQString(asset->id).toHtmlEscaped());
    if (released > 0)
        text += QLatin1Char(' ')
            + tr("%1 of the exposed ones were distributed.", nullptr, pluralOf(released)).arg(released);
    return text;
}

// Its times in the zone that is shown; the core's words, with UTC, in the tooltip.
TableCell ImpactView::reasonOf(const BatchImpact& impact) const
{
    const SiteTime times = m_workspace.context.times();
    QStringList out;
    for (const QString& word : toQString(impact.reason).split(QLatin1Char(' '))) {
        const qsizetype start = word.startsWith(QLatin1Char('(')) ? 1 : 0;
        qsizetype end = word.size();
        while (end > start && QStringLiteral(",.;)").contains(word[end - 1]))
            --end;
        const auto time = parseIso(toUtf8(word.mid(start, end - start)));
        out << (time && time->hasOffset ? word.left(start) + times.full(Timestamp(Duration(time->us))) + word.mid(end)
                                        : word);
    }
    TableCell cell(out.join(QLatin1Char(' ')));
    cell.tip = toQString(impact.reason);
    return cell;
}

std::vector<std::vector<TableCell>> ImpactView::rows() const
{
    std::vector<std::vector<TableCell>> out;
    const Dataset& dataset = m_asked->snapshot->dataset;
    for (const std::size_t i : m_order) {
        const BatchImpact& impact = m_impact->batches[i];
        TableCell batch(toQString(dataset.batches[impact.batch.value].id));
        if (impact.way == ImpactWay::Failure)
            batch.mark = MarkKind::Failure;
        TableCell exposed(impact.isIn ? tr("● exposed") : tr("○ not"), impact.isIn ? 0 : 1);
        if (impact.isIn)
            exposed.ink = impact.way == ImpactWay::Failure ? Paint::Failure : Paint::Text;
        out.push_back({batch, exposed, wayText(impact.way), reasonOf(impact), known(impact.disposition),
            known(impact.distributed)});
    }
    return out;
}

void ImpactView::refresh()
{
    if (!m_impact || !m_asked)
        return;
    m_order.clear();
    for (const bool isIn : {true, false})
        for (std::size_t i = 0; i < m_impact->batches.size(); ++i)
            if (m_impact->batches[i].isIn == isIn && m_which->currentIndex() != (isIn ? Out : In))
                m_order.push_back(i);
    m_model.setTheme(themeOf(palette()));
    m_model.setRows(rows());
    m_table->setEmptyText(m_impact->batches.empty()
            ? tr("The data name no batches. Import batch records to see which ones were exposed.")
            : tr("No batch of this choice. Clear the filter to see all."));
    m_summary->setText(summary());
    m_summary->show();
    m_found->setText(tr("%1 of %2").arg(m_sorted->rowCount()).arg(m_impact->batches.size()));
    showStrip();
    Q_EMIT badgeChanged();
}

void ImpactView::showStrip()
{
    const InvestigationData& snapshot = *m_asked->snapshot;
    ImpactStrip::Input input;
    input.data = m_asked->snapshot;
    input.times = m_workspace.context.times();
    input.failure = snapshot.failures[m_asked->failure].anchor;
    if (const Asset* asset = snapshot.dataset.asset(m_impact->suspect.asset)) {
        input.asset = toQString(asset->id);
        input.suspect = m_impact->suspect.interval;
    }
    input.boxes = stripBoxes(snapshot, *m_impact);
    std::stable_sort(input.boxes.begin(), input.boxes.end(),
        [](const StripBox& a, const StripBox& b) { return a.interval.begin < b.interval.begin; });
    m_strip->setVisible(!input.boxes.empty());
    m_strip->setInput(std::move(input));
}

void ImpactView::choose(BatchIndex batch)
{
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        const auto place = static_cast<std::size_t>(m_sorted->index(row, 0).data(TextTableModel::kRowRole).toInt());
        if (place >= m_order.size() || m_impact->batches[m_order[place]].batch != batch)
            continue;
        m_table->setCurrentIndex(m_sorted->index(row, 0));
        m_table->scrollTo(m_sorted->index(row, 0));
    }
    m_strip->setChosen(batch);
}

void ImpactView::open(BatchIndex batch)
{
    const auto when = stepsOf(*m_asked->snapshot, batch);
    if (when)
        m_workspace.context.showInterval(withRoom(*when));
    else
        Q_EMIT told(
            tr("No steps of %1 are in the data.").arg(toQString(m_asked->snapshot->dataset.batches[batch.value].id)));
}

void ImpactView::exportShown()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export the batches"), {}, tr("CSV (*.csv)"));
    if (path.isEmpty())
        return;
    if (const Result<void> written = writeCsv(*m_sorted, path); !written)
        Q_EMIT failed(written.error());
    else
        Q_EMIT told(tr("Wrote %1.").arg(path));
}

} // namespace antecedent::app
