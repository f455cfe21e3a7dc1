// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sources/names_panel.h"

#include "app/window/shared/table_view.h"
#include "widgets/common/text.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;
using casework::AliasStanding;
using casework::AliasWishes;

namespace {

QString percent(double score)
{
    return QStringLiteral("%1 %").arg(static_cast<int>(score * 100 + 0.5));
}

bool isDecided(const AliasStanding& standing)
{
    return standing.decision && standing.decision->state != AliasState::Withdrawn;
}

// Nobody has settled it, or nobody has looked at how the program reads it.
bool isOpen(const AliasStanding& standing)
{
    return !isDecided(standing) && standing.proposal
        && (standing.proposal->state == NameState::Open || standing.proposal->state == NameState::Read);
}

QString assetOf(const Dataset& dataset, const AliasCandidate& candidate)
{
    const Asset* asset = dataset.asset(candidate.asset);
    return asset == nullptr ? unknownText() : toQString(asset->id);
}

// With the time in which the name meant it, where the data say that.
QString candidateText(const Dataset& dataset, const AliasCandidate& candidate, const SiteTime& times)
{
    const QString asset = assetOf(dataset, candidate);
    if (candidate.from && candidate.to)
        return NamesPanel::tr("%1, %2 to %3").arg(asset, times.date(*candidate.from), times.date(*candidate.to));
    if (candidate.from)
        return NamesPanel::tr("%1, from %2").arg(asset, times.date(*candidate.from));
    return candidate.to ? NamesPanel::tr("%1, to %2").arg(asset, times.date(*candidate.to)) : asset;
}

QString decidedAsset(const AliasDecision& decision)
{
    if (decision.periods.empty())
        return toQString(decision.asset);
    QStringList assets;
    for (const AliasPeriod& period : decision.periods)
        assets << toQString(period.asset);
    return NamesPanel::tr("%1 (by periods)").arg(assets.join(QStringLiteral(", ")));
}

TableCell stateCell(const AliasStanding& standing)
{
    if (standing.decision) {
        switch (standing.decision->state) {
        case AliasState::Confirmed: {
            TableCell cell(NamesPanel::tr("confirmed: %1").arg(decidedAsset(*standing.decision)));
            cell.ink = Paint::Ok;
            return cell;
        }
        case AliasState::Refused:
            return TableCell(NamesPanel::tr("set apart"));
        case AliasState::Withdrawn:
            return TableCell(NamesPanel::tr("taken back"));
        }
    }
    if (!standing.proposal)
        return {};
    switch (standing.proposal->state) {
    case NameState::Stated:
    case NameState::Confirmed:
        return TableCell(NamesPanel::tr("stated by a list"));
    case NameState::Read:
        return TableCell(NamesPanel::tr("read by its spelling"));
    case NameState::Open:
        break;
    }
    TableCell cell(NamesPanel::tr("open: stands for itself"));
    cell.ink = Paint::Warning;
    return cell;
}

QString reasonsOf(const std::vector<Phrase>& phrases)
{
    QStringList out;
    for (const Phrase& phrase : phrases)
        out << toQString(phrase);
    return out.join(QStringLiteral("; "));
}

} // namespace

NamesPanel::NamesPanel(const Workspace& workspace, QWidget* parent)
    : DecisionPanel(workspace, QStringLiteral("names"), tr("Names of assets and tags"),
        {{tr("Name"), false, true}, {tr("Of")}, {tr("Records"), true}, {tr("Best candidate")}, {tr("Score"), true},
            {tr("State")}, {tr("Why")}},
        parent)
    , m_which(new QComboBox(this))
    , m_safe(addAct(tr("Confirm the clear ones…"), QStringLiteral("confirmSafe"),
          tr("Confirms every open name whose best candidate is strong and clearly ahead of the second"),
          [this] { confirmSafe(); }))
    , m_confirm(addAct(tr("Confirm"), QStringLiteral("confirmName"),
          tr("The name means the chosen candidate; where the data say when, in that time"), [this] { confirm(); }))
    , m_other(addAct(tr("Another asset…"), QStringLiteral("confirmOther"),
          tr("The name means an asset that you choose"), [this] { confirmOther(); }))
    , m_refuse(addAct(tr("Set apart"), QStringLiteral("refuseName"),
          tr("The name is none of these assets, and is not read as one"), [this] { refuse(); }))
    , m_back(addAct(tr("Take back"), QStringLiteral("withdrawName"), tr("As if nobody had decided about the name"),
          [this] { takeBack(); }))
    , m_candidates({{tr("Candidate"), false, true}, {tr("Score"), true}, {tr("What speaks for it")},
          {tr("What speaks against it")}})
    , m_candidateTable(new TableView(this))
{
    m_which->setObjectName(QStringLiteral("namesShown"));
    m_which->setAccessibleName(tr("Which names"));
    m_which->addItem(tr("open names"), Open);
    m_which->addItem(tr("decided names"), Decided);
    m_which->addItem(tr("all names"), All);
    addChoice(m_which);
    connect(m_which, &QComboBox::currentIndexChanged, this, &NamesPanel::fill);
    setWidths({150, 60, 68, 130, 60, 170});
    m_candidateTable->setObjectName(QStringLiteral("nameCandidates"));
    m_candidateTable->setAccessibleName(tr("What the chosen name may mean"));
    m_candidateTable->setModel(&m_candidates);
    m_candidateTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_candidateTable->setWidths({150, 60, 420});
    m_candidateTable->setEmptyText(tr("What the chosen name may mean is listed here."));
    m_candidateTable->setMinimumHeight(80);
    m_candidateTable->setMaximumHeight(150);
    addBelow(m_candidateTable);
    connect(m_candidateTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this] { m_confirm->setEnabled(chosenCandidate() != nullptr); });
}

void NamesPanel::drop()
{
    m_names.reset();
    m_shown.clear();
    m_safe->setEnabled(false);
}

void NamesPanel::ask()
{
    const DataPtr snapshot = workspace().context.data();
    drop();
    setEmptyText(tr("Open or import data first."));
    if (!snapshot)
        return;
    setEmptyText(tr("Comparing the names …"));
    workspace().jobs.run<NamesPtr>(
        tr("Compare the names of assets and tags"), this,
        [snapshot](const std::stop_token& stop, const ProgressFn&) -> Result<NamesPtr> {
            const Result<CaseFile> file = CaseFile::open(snapshot->path, OpenMode::ReadOnly);
            if (!file)
                return file.error();
            auto standings = casework::aliasStandings(*file, snapshot->caseInfo, snapshot->dataset, stop);
            if (!standings)
                return standings.error();
            return std::make_shared<const Names>(Names{snapshot, std::move(*standings)});
        },
        [this, asked = question()](Result<NamesPtr> names) {
            if (!isCurrent(asked))
                return;
            if (names)
                take(std::move(*names));
            else
                showFailure(names.error());
        });
}

void NamesPanel::take(NamesPtr names)
{
    m_names = std::move(names);
    fill();
    const auto open = std::count_if(m_names->standings.begin(), m_names->standings.end(), isOpen);
    const std::size_t clear = casework::safeDecisions(m_names->snapshot->dataset, m_names->standings).size();
    m_safe->setEnabled(clear > 0);
    setNote(open == 0
            ? tr("No name is open.")
            : tr("%n names are open; %1 of them have one clear candidate. Nothing is merged until you confirm "
                 "it.",
                nullptr, static_cast<int>(open))
                  .arg(countText(clear)));
}

void NamesPanel::fill()
{
    std::vector<std::vector<TableCell>> rows;
    m_shown.clear();
    if (!m_names)
        return;
    const Dataset& dataset = m_names->snapshot->dataset;
    for (std::size_t i = 0; i < m_names->standings.size(); ++i) {
        const AliasStanding& standing = m_names->standings[i];
        const int which = m_which->currentData().toInt();
        if ((which == Open && !isOpen(standing)) || (which == Decided && !standing.decision))
            continue;
        m_shown.push_back(i);
        const bool hasCandidate = standing.proposal && !standing.proposal->candidates.empty();
        const AliasCandidate* best = hasCandidate ? &standing.proposal->candidates.front() : nullptr;
        const std::size_t records = standing.proposal ? standing.proposal->records : 0;
        rows.push_back({toQString(standing.name), standing.kind == NameKind::Asset ? tr("asset") : tr("tag"),
            records == 0 ? TableCell(unknownText())
                         : TableCell(countText(records), QVariant::fromValue(static_cast<qulonglong>(records))),
            best == nullptr ? TableCell(unknownText()) : TableCell(assetOf(dataset, *best)),
            best == nullptr ? TableCell(unknownText(), -1.0) : TableCell(percent(best->score), best->score),
            stateCell(standing), best == nullptr ? QString() : reasonsOf(best->reasons)});
    }
    setEmptyText(m_which->currentData().toInt() == Decided ? tr("Nobody has decided about a name.")
                                                           : tr("No name is open: every record names a listed asset."));
    setRows(std::move(rows));
}

const AliasStanding* NamesPanel::chosen() const
{
    const int row = chosenRow();
    const bool isThere = m_names && row >= 0 && row < static_cast<int>(m_shown.size());
    return isThere ? &m_names->standings[m_shown[static_cast<std::size_t>(row)]] : nullptr;
}

const AliasCandidate* NamesPanel::chosenCandidate() const
{
    const AliasStanding* standing = chosen();
    const QModelIndex index = m_candidateTable->currentIndex();
    if (standing == nullptr || !standing->proposal || !index.isValid())
        return nullptr;
    const auto place = static_cast<std::size_t>(index.data(TextTableModel::kRowRole).toInt());
    return place < standing->proposal->candidates.size() ? &standing->proposal->candidates[place] : nullptr;
}

void NamesPanel::choose(int /*row*/)
{
    fillCandidates();
    const AliasStanding* standing = chosen();
    m_confirm->setEnabled(chosenCandidate() != nullptr);
    m_other->setEnabled(standing != nullptr);
    m_refuse->setEnabled(standing != nullptr && !isDecided(*standing));
    m_back->setEnabled(standing != nullptr && isDecided(*standing));
}

void NamesPanel::fillCandidates()
{
    std::vector<std::vector<TableCell>> rows;
    if (const AliasStanding* standing = chosen(); standing != nullptr && standing->proposal)
        for (const AliasCandidate& candidate : standing->proposal->candidates)
            rows.push_back({candidateText(m_names->snapshot->dataset, candidate, workspace().context.times()),
                TableCell(percent(candidate.score), candidate.score), reasonsOf(candidate.reasons),
                reasonsOf(candidate.objections)});
    m_candidates.setTheme(themeOf(palette()));
    m_candidates.setRows(std::move(rows));
    if (m_candidates.rowCount() > 0)
        m_candidateTable->selectRow(0);
}

void NamesPanel::decideAll(const QString& title, AliasWishes wishes)
{
    decide(title,
        [names = m_names, wishes = std::move(wishes)](
            CaseFile& file, const std::string& reason, const std::stop_token&) -> Result<void> {
            const Result<AliasDecisions> done = casework::decideAliases(file, names->snapshot->dataset, wishes, reason);
            return done ? Result<void>() : Result<void>(done.error());
        });
}

void NamesPanel::confirm()
{
    const AliasStanding* standing = chosen();
    const AliasCandidate* candidate = chosenCandidate();
    if (standing == nullptr || candidate == nullptr)
        return;
    const Dataset& dataset = m_names->snapshot->dataset;
    AliasWishes wishes;
    wishes.confirm[standing->name] = casework::decisionOf(dataset, *candidate);
    decideAll(tr("%1 means %2")
                  .arg(toQString(standing->name), candidateText(dataset, *candidate, workspace().context.times())),
        std::move(wishes));
}

void NamesPanel::confirmSafe()
{
    if (!m_names)
        return;
    AliasWishes wishes;
    wishes.confirmUndecided = casework::safeDecisions(m_names->snapshot->dataset, m_names->standings);
    decideAll(
        tr("Confirm %n names whose best candidate is clear", nullptr, static_cast<int>(wishes.confirmUndecided.size())),
        std::move(wishes));
}

void NamesPanel::refuse()
{
    if (const AliasStanding* standing = chosen()) {
        AliasWishes wishes;
        wishes.refuse = {standing->name};
        decideAll(tr("%1 is none of the listed assets").arg(toQString(standing->name)), std::move(wishes));
    }
}

void NamesPanel::takeBack()
{
    if (const AliasStanding* standing = chosen()) {
        AliasWishes wishes;
        wishes.withdraw = {standing->name};
        decideAll(tr("Take the decision about %1 back").arg(toQString(standing->name)), std::move(wishes));
    }
}

void NamesPanel::confirmOther()
{
    const AliasStanding* standing = chosen();
    if (standing == nullptr)
        return;
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("assetDialog"));
    dialog->setWindowTitle(tr("What %1 means").arg(toQString(standing->name)));
    QStringList assets;
    for (const Asset& asset : m_names->snapshot->dataset.assets)
        if (!asset.isImplicit)
            assets << toQString(asset.id);
    auto* box = new QComboBox(dialog);
    box->setObjectName(QStringLiteral("assetChoice"));
    box->setAccessibleName(tr("Asset"));
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->addItems(assets);
    box->setCurrentIndex(-1);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->setMinimumWidth(320);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, dialog);
    auto* ok = buttons->button(QDialogButtonBox::Ok);
    ok->setEnabled(false);
    connect(box, &QComboBox::editTextChanged, dialog,
        [ok, assets](const QString& text) { ok->setEnabled(assets.contains(text)); });
    auto* form = new QFormLayout(dialog);
    form->addRow(tr("Asset"), box);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, dialog, [this, dialog, box, name = standing->name, names = m_names] {
        const QString asset = box->currentText();
        dialog->accept();
        if (names != m_names)
            return;
        AliasWishes wishes;
        wishes.confirm[name] = AliasDecision{AliasState::Confirmed, toUtf8(asset), {}};
        decideAll(tr("%1 means %2").arg(toQString(name), asset), std::move(wishes));
    });
    dialog->open();
}

} // namespace antecedent::app
