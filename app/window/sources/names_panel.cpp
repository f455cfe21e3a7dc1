// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sources/names_panel.h"

#include "app/window/shared/table_view.h"
#include "app/window/sources/name_words.h"
#include "widgets/common/text.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <set>

namespace antecedent::app {

using namespace widgets;
using casework::AliasStanding;
using casework::NameWishes;

NamesPanel::NamesPanel(const Workspace& workspace, QWidget* parent)
    : DecisionPanel(workspace, QStringLiteral("names"), tr("Names of assets and tags"),
        {{tr("Name"), false, true}, {tr("Of")}, {tr("Records"), true}, {tr("Best candidate")}, {tr("Score"), true},
            {tr("State")}, {tr("Why")}},
        parent)
    , m_kind(new QComboBox(this))
    , m_which(new QComboBox(this))
    , m_safe(addAct(tr("Confirm the clear ones…"), QStringLiteral("confirmSafe"),
          tr("Confirms every open name of the kind shown whose best candidate is strong and clearly ahead of the "
             "second"),
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
    addChoices();
    setWidths({150, 70, 68, 130, 60, 170});
    m_candidateTable->setObjectName(QStringLiteral("nameCandidates"));
    m_candidateTable->setAccessibleName(tr("What the chosen name may mean"));
    m_candidateTable->setModel(&m_candidates);
    m_candidateTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_candidateTable->setWidths({150, 60, 420});
    m_candidateTable->setEmptyText(tr("What the chosen name may mean is listed here."));
    m_candidateTable->setMinimumHeight(80);
    m_candidateTable->setMaximumHeight(150);
    addBelow(m_candidateTable);
    connect(m_candidateTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        const AliasStanding* standing = chosen();
        m_confirm->setEnabled(standing != nullptr && !isStatedParameter(*standing) && chosenCandidate() != nullptr);
    });
}

void NamesPanel::addChoices()
{
    m_kind->setObjectName(QStringLiteral("namesKind"));
    m_kind->setAccessibleName(tr("Names of what"));
    m_kind->addItem(tr("of every kind"));
    m_kind->addItem(tr("of assets"), static_cast<int>(NameKind::Asset));
    m_kind->addItem(tr("of tags"), static_cast<int>(NameKind::Tag));
    m_kind->addItem(tr("parameters of tags"), static_cast<int>(NameKind::Parameter));
    m_which->setObjectName(QStringLiteral("namesShown"));
    m_which->setAccessibleName(tr("Which names"));
    m_which->addItem(tr("open names"), Open);
    m_which->addItem(tr("decided names"), Decided);
    m_which->addItem(tr("all names"), All);
    for (QComboBox* choice : {m_which, m_kind}) {
        addChoice(choice);
        connect(choice, &QComboBox::currentIndexChanged, this, &NamesPanel::fill);
    }
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
}

std::optional<NameKind> NamesPanel::chosenKind() const
{
    const QVariant kind = m_kind->currentData();
    return kind.isValid() ? std::optional(static_cast<NameKind>(kind.toInt())) : std::nullopt;
}

bool NamesPanel::isShown(const AliasStanding& standing) const
{
    const std::optional<NameKind> only = chosenKind();
    return !only || *only == standing.kind;
}

void NamesPanel::tellOpen()
{
    const auto open = std::count_if(m_names->standings.begin(), m_names->standings.end(),
        [this](const AliasStanding& standing) { return isShown(standing) && isOpen(standing); });
    const std::size_t clear = casework::countSafe(m_names->standings, chosenKind());
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
    tellOpen();
    const Dataset& dataset = m_names->snapshot->dataset;
    for (std::size_t i = 0; i < m_names->standings.size(); ++i) {
        const AliasStanding& standing = m_names->standings[i];
        const int which = m_which->currentData().toInt();
        const bool isAsked = which == Open ? isOpen(standing) : which == All || casework::decidedState(standing);
        if (!isAsked || !isShown(standing))
            continue;
        m_shown.push_back(i);
        const bool hasCandidate = standing.proposal && !standing.proposal->candidates.empty();
        const AliasCandidate* best = hasCandidate ? &standing.proposal->candidates.front() : nullptr;
        const std::size_t records = standing.proposal ? standing.proposal->records : 0;
        rows.push_back({toQString(standing.name), kindText(standing.kind),
            records == 0 ? TableCell(unknownText())
                         : TableCell(countText(records), QVariant::fromValue(static_cast<qulonglong>(records))),
            best == nullptr ? TableCell(unknownText()) : TableCell(toQString(casework::meaningOf(dataset, *best))),
            best == nullptr ? TableCell(unknownText(), -1.0) : TableCell(percent(best->score), best->score),
            stateCell(standing), best == nullptr ? QString() : reasonsOf(best->reasons)});
    }
    const bool ofParameters = chosenKind() == NameKind::Parameter;
    setEmptyText(m_which->currentData().toInt() == Decided ? tr("Nobody has decided about a name.")
            : ofParameters                                 ? tr("No parameter is open.")
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
    showActsFor(standing == nullptr ? NameKind::Asset : standing->kind);
    const bool mayDecide = standing != nullptr && !isStatedParameter(*standing);
    m_confirm->setEnabled(mayDecide && chosenCandidate() != nullptr);
    m_other->setEnabled(mayDecide);
    m_refuse->setEnabled(mayDecide && !isDecided(*standing));
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

void NamesPanel::showActsFor(NameKind kind)
{
    const bool isParameter = kind == NameKind::Parameter;
    m_other->setText(isParameter ? tr("Another parameter…") : tr("Another asset…"));
    m_other->setToolTip(isParameter ? tr("The tag measures a parameter that you state")
                                    : tr("The name means an asset that you choose"));
    m_refuse->setText(isParameter ? tr("None of these") : tr("Set apart"));
    m_refuse->setToolTip(isParameter ? tr("The tag measures none of these parameters, and none is proposed")
                                     : tr("The name is none of these assets, and is not read as one"));
}

void NamesPanel::decideAll(const QString& title, NameWishes wishes)
{
    decide(title,
        [names = m_names, wishes = std::move(wishes)](
            CaseFile& file, const std::string& reason, const std::stop_token&) -> Result<void> {
            const auto done =
                casework::decideNames(file, names->snapshot->caseInfo, names->snapshot->dataset, wishes, reason);
            return done ? Result<void>() : Result<void>(done.error());
        });
}

void NamesPanel::confirm()
{
    const AliasStanding* standing = chosen();
    const AliasCandidate* candidate = chosenCandidate();
    if (standing == nullptr || candidate == nullptr)
        return;
    if (standing->kind == NameKind::Parameter)
        return state(standing->kind, standing->name, toQString(candidate->parameter));
    const Dataset& dataset = m_names->snapshot->dataset;
    NameWishes wishes;
    wishes.names.confirm[standing->name] = casework::decisionOf(dataset, *candidate);
    decideAll(tr("%1 means %2")
                  .arg(toQString(standing->name), candidateText(dataset, *candidate, workspace().context.times())),
        std::move(wishes));
}

void NamesPanel::state(NameKind kind, const std::string& name, const QString& meaning)
{
    NameWishes wishes;
    const bool isParameter = kind == NameKind::Parameter;
    if (isParameter)
        wishes.parameters.confirm[name].parameter = toUtf8(meaning);
    else
        wishes.names.confirm[name].asset = toUtf8(meaning);
    decideAll(
        (isParameter ? tr("%1 measures %2") : tr("%1 means %2")).arg(toQString(name), meaning), std::move(wishes));
}

void NamesPanel::confirmSafe()
{
    if (!m_names)
        return;
    NameWishes wishes;
    casework::confirmSafe(m_names->snapshot->dataset, m_names->standings, wishes, chosenKind());
    const std::size_t clear = casework::countSafe(m_names->standings, chosenKind());
    decideAll(
        tr("Confirm %n names whose best candidate is clear", nullptr, static_cast<int>(clear)), std::move(wishes));
}

void NamesPanel::refuse()
{
    const AliasStanding* standing = chosen();
    if (standing == nullptr)
        return;
    NameWishes wishes;
    const bool isParameter = standing->kind == NameKind::Parameter;
    (isParameter ? wishes.parameters.refuse : wishes.names.refuse) = {standing->name};
    decideAll((isParameter ? tr("%1 measures none of these parameters") : tr("%1 is none of the listed assets"))
                  .arg(toQString(standing->name)),
        std::move(wishes));
}

void NamesPanel::takeBack()
{
    const AliasStanding* standing = chosen();
    if (standing == nullptr)
        return;
    NameWishes wishes;
    (standing->kind == NameKind::Parameter ? wishes.parameters.withdraw : wishes.names.withdraw) = {standing->name};
    decideAll(tr("Take the decision about %1 back").arg(toQString(standing->name)), std::move(wishes));
}

QStringList NamesPanel::meanings(NameKind kind) const
{
    const Dataset& dataset = m_names->snapshot->dataset;
    QStringList out;
    if (kind != NameKind::Parameter) {
        for (const Asset& asset : dataset.assets)
            if (!asset.isImplicit)
                out << toQString(asset.id);
        return out;
    }
    std::set<std::string> parameters;
    for (const Tag& tag : dataset.tags)
        parameters.insert(tag.parameter);
    for (const Parameter& parameter : dataset.parameters)
        parameters.insert(parameter.parameter);
    parameters.erase(std::string());
    for (const std::string& parameter : parameters)
        out << toQString(parameter);
    return out;
}

void NamesPanel::confirmOther()
{
    const AliasStanding* standing = chosen();
    if (standing == nullptr)
        return;
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("assetDialog"));
    const bool isParameter = standing->kind == NameKind::Parameter;
    dialog->setWindowTitle((isParameter ? tr("What %1 measures") : tr("What %1 means")).arg(toQString(standing->name)));
    const QStringList choices = meanings(standing->kind);
    const QString label = isParameter ? tr("Parameter") : tr("Asset");
    auto* box = new QComboBox(dialog);
    box->setObjectName(QStringLiteral("assetChoice"));
    box->setAccessibleName(label);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->addItems(choices);
    box->setCurrentIndex(-1);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->setMinimumWidth(320);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, dialog);
    auto* ok = buttons->button(QDialogButtonBox::Ok);
    ok->setEnabled(false);
    connect(box, &QComboBox::editTextChanged, dialog, [ok, choices, isParameter](const QString& text) {
        ok->setEnabled(isParameter ? !text.trimmed().isEmpty() : choices.contains(text)); // a new word is a word
    });
    auto* form = new QFormLayout(dialog);
    form->addRow(label, box);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, dialog,
        [this, dialog, box, name = standing->name, kind = standing->kind, names = m_names] {
            const QString meaning = box->currentText();
            dialog->accept();
            if (names == m_names)
                state(kind, name, meaning);
        });
    dialog->open();
}

} // namespace antecedent::app
