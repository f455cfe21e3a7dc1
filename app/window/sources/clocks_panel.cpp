// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sources/clocks_panel.h"

#include "app/window/sources/residual_plot.h"
#include "model/timeline/dataset_loader.h"
#include "widgets/common/text.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;
using casework::ClockStanding;
using casework::ClockWish;

namespace {

constexpr int kSide = 14;
constexpr int kGap = 6;
constexpr double kDayS = 86'400;
constexpr double kMostOffsetS = 400 * kDayS;

QString seconds(double s, int decimals = 1)
{
    const QString text = numberText(s, 'f', decimals);
    return s > 0 ? QLatin1Char('+') + text : text;
}

TableCell findingCell(const ClockStanding& standing)
{
    if (!standing.estimate)
        return TableCell(ClocksPanel::tr("nothing to compare"));
    TableCell cell(toQString(standing.estimate->words));
    switch (standing.estimate->finding) {
    case ClockFinding::Differs:
    case ClockFinding::Daylight:
    case ClockFinding::Regular:
        cell.ink = Paint::Warning;
        break;
    case ClockFinding::Agrees:
        cell.ink = Paint::Ok;
        break;
    case ClockFinding::TooFew:
        cell.ink = Paint::TextSecondary;
        break;
    }
    return cell;
}

TableCell decisionCell(const ClockStanding& standing)
{
    if (!standing.decision)
        return TableCell(ClocksPanel::tr("none"));
    const ClockDecision& decision = *standing.decision;
    if (decision.isRefused)
        return TableCell(ClocksPanel::tr("estimate refused"));
    if (!decision.isAccepted)
        return TableCell(ClocksPanel::tr("taken back"));
    const double offset = -toSeconds(decision.clock.offset);
    const QString moved = offset == 0 && decision.clock.driftPpm == 0
        ? ClocksPanel::tr("stays as stated")
        : ClocksPanel::tr("corrected by %1 s").arg(seconds(offset));
    TableCell cell(moved);
    cell.tip = toQString(kept(decision.basis));
    return cell;
}

} // namespace

ClocksPanel::ClocksPanel(const Workspace& workspace, QWidget* parent)
    : DecisionPanel(workspace, QStringLiteral("clocks"), tr("Clocks of the sources"),
        {{tr("Source"), false, true}, {tr("Events")}, {tr("Decision")}, {tr("Offset, s"), true}, {tr("± s"), true},
            {tr("Drift, s/day"), true}, {tr("Anchors"), true}, {tr("What the anchors say")}},
        parent)
    , m_accept(addAct(tr("Correct as estimated"), QStringLiteral("acceptClock"),
          tr("Moves the times of this source by the estimated offset and drift; what is stored stays"),
          [this] { accept(); }))
    , m_set(addAct(tr("Correct as stated…"), QStringLiteral("setClock"),
          tr("Moves the times of this source by an offset that you know"), [this] { setByHand(); }))
    , m_refuse(addAct(tr("Leave as it is"), QStringLiteral("refuseClock"),
          tr("The estimate is not believed; the times stay as stated, and it is not offered again"),
          [this] { refuse(); }))
    , m_back(addAct(tr("Take back"), QStringLiteral("withdrawClock"),
          tr("The times count as the source states them again"), [this] { takeBack(); }))
    , m_words(new QLabel(this))
    , m_plot(new ResidualPlot(this))
{
    setWidths({128, 76, 126, 72, 52, 78, 60});
    m_words->setObjectName(QStringLiteral("clockWords"));
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_words->setContentsMargins(kSide, kGap, kSide, kGap);
    addBelow(m_words);
    addBelow(m_plot);
    m_plot->hide();
}

void ClocksPanel::drop()
{
    m_clocks.reset();
}

void ClocksPanel::ask()
{
    const DataPtr snapshot = workspace().context.data();
    drop();
    setEmptyText(tr("Open or import data first."));
    if (!snapshot)
        return;
    setEmptyText(tr("Comparing the clocks …"));
    workspace().jobs.run<ClocksPtr>(
        tr("Compare the clocks of the sources"), this,
        [snapshot](const std::stop_token& stop, const ProgressFn& progress) -> Result<ClocksPtr> {
            const Result<CaseFile> file = CaseFile::open(snapshot->path, OpenMode::ReadOnly);
            if (!file)
                return file.error();
            LoadOptions options;
            options.eventIds = false;
            options.eventTexts = false;
            options.correctsClocks = false;
            Result<Dataset> stated = loadDataset(*file, snapshot->caseInfo, options, stop, progress);
            if (!stated)
                return stated.error();
            std::vector<ClockEstimate> estimates = estimateClocks(*stated, stop);
            if (stop.stop_requested())
                return Error{ErrorCode::Cancelled, {}, {}};
            auto standings = casework::clockStandings(*file, *stated, std::move(estimates));
            if (!standings)
                return standings.error();
            return std::make_shared<const Clocks>(Clocks{std::move(*stated), std::move(*standings)});
        },
        [this, asked = question()](Result<ClocksPtr> clocks) {
            if (!isCurrent(asked))
                return;
            if (clocks)
                take(std::move(*clocks));
            else
                showFailure(clocks.error());
        });
}

void ClocksPanel::take(ClocksPtr clocks)
{
    m_clocks = std::move(clocks);
    std::vector<std::vector<TableCell>> rows;
    int open = 0;
    for (const ClockStanding& standing : m_clocks->standings) {
        const bool isKnown = standing.estimate && standing.estimate->finding != ClockFinding::TooFew;
        const auto value = [&](double number, int decimals) {
            return isKnown ? TableCell(seconds(number, decimals), number) : TableCell(unknownText());
        };
        const ClockEstimate none;
        const ClockEstimate& e = standing.estimate ? *standing.estimate : none;
        TableCell source(toQString(m_clocks->stated.sources[standing.source.value].name));
        rows.push_back({source, standing.category.empty() ? tr("all rows") : toQString(standing.category),
            decisionCell(standing), value(e.offsetS, 1),
            isKnown ? TableCell(numberText(e.halfWidthS, 'f', 1), e.halfWidthS) : TableCell(unknownText()),
            value(e.driftSPerDay, 2),
            TableCell(countText(e.anchors), QVariant::fromValue(static_cast<qulonglong>(e.anchors))),
            findingCell(standing)});
        const bool isDecided = standing.decision && (standing.decision->isAccepted || standing.decision->isRefused);
        open += !isDecided && isKnown && e.finding == ClockFinding::Differs ? 1 : 0;
    }
    setEmptyText(tr("No source states of what equipment did, so there is no clock to compare with."));
    setRows(std::move(rows));
    if (m_clocks->standings.empty())
        setNote({});
    else
        setNote(open == 0 ? tr("No clock differs that nobody has decided on.")
                          : tr("%n clocks differ. Nothing is moved until you decide; the stored rows never change.",
                              nullptr, open));
}

const ClockStanding* ClocksPanel::chosen() const
{
    const int row = chosenRow();
    const bool isThere = m_clocks && row >= 0 && row < static_cast<int>(m_clocks->standings.size());
    return isThere ? &m_clocks->standings[static_cast<std::size_t>(row)] : nullptr;
}

QString ClocksPanel::nameOf(const ClockStanding& standing) const
{
    const QString name = toQString(m_clocks->stated.sources[standing.source.value].name);
    return standing.category.empty() ? name : tr("%1, events %2").arg(name, toQString(standing.category));
}

void ClocksPanel::choose(int /*row*/)
{
    const ClockStanding* standing = chosen();
    const bool isAccepted = standing != nullptr && standing->decision && standing->decision->isAccepted;
    const bool isRefused = standing != nullptr && standing->decision && standing->decision->isRefused;
    const bool isOffered = standing != nullptr && !isAccepted && standing->estimate
        && standing->estimate->finding == ClockFinding::Differs;
    m_accept->setEnabled(isOffered);
    m_refuse->setEnabled(isOffered && !isRefused);
    m_set->setEnabled(standing != nullptr);
    m_back->setEnabled(isAccepted || isRefused);
    m_words->setText(standing != nullptr && standing->estimate
            ? nameOf(*standing) + QStringLiteral(": ") + toQString(standing->estimate->words)
            : QString());
    m_words->setVisible(!m_words->text().isEmpty());
    m_plot->setEstimate(standing == nullptr ? std::nullopt : standing->estimate, workspace().context.times());
}

void ClocksPanel::decideAll(const QString& title, std::vector<ClockWish> wishes)
{
    decide(title,
        [clocks = m_clocks, wishes = std::move(wishes)](CaseFile& file, const std::string& reason,
            const std::stop_token&) { return casework::decideClocks(file, clocks->stated, wishes, reason); });
}

void ClocksPanel::accept()
{
    const ClockStanding* standing = chosen();
    if (standing == nullptr || !standing->estimate)
        return;
    decideAll(tr("Correct the times of %1 by %2 s").arg(nameOf(*standing), seconds(-standing->estimate->offsetS)),
        casework::wishesOf(m_clocks->stated, m_clocks->standings, *standing->estimate));
}

void ClocksPanel::refuse()
{
    const ClockStanding* standing = chosen();
    if (standing != nullptr && standing->estimate)
        decideAll(tr("Leave the times of %1 as they are").arg(nameOf(*standing)),
            {casework::refusalOf(m_clocks->stated, *standing->estimate)});
}

void ClocksPanel::takeBack()
{
    if (const ClockStanding* standing = chosen())
        decideAll(tr("Take the decision on %1 back").arg(nameOf(*standing)),
            {{standing->source, standing->category, std::nullopt}});
}

void ClocksPanel::setByHand()
{
    const ClockStanding* standing = chosen();
    if (standing == nullptr)
        return;
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("clockDialog"));
    dialog->setWindowTitle(tr("Correct the times of %1").arg(nameOf(*standing)));
    const auto spin = [dialog](const QString& name, const QString& title, double most, int decimals) {
        auto* box = new QDoubleSpinBox(dialog);
        box->setObjectName(name);
        box->setAccessibleName(title);
        box->setRange(-most, most);
        box->setDecimals(decimals);
        box->setMinimumWidth(160);
        return box;
    };
    const QString offsetTitle = tr("The source is ahead by, s");
    const QString driftTitle = tr("It gains, s a day");
    QDoubleSpinBox* offset = spin(QStringLiteral("clockOffset"), offsetTitle, kMostOffsetS, 3);
    QDoubleSpinBox* drift = spin(QStringLiteral("clockDrift"), driftTitle, casework::kMostDriftSADay, 4);
    if (standing->estimate)
        offset->setValue(standing->estimate->offsetS);
    auto* hint = new QLabel(tr("Negative: it is behind. The drift counts from the source's first record."), dialog);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, dialog);
    auto* form = new QFormLayout(dialog);
    form->addRow(offsetTitle, offset);
    form->addRow(driftTitle, drift);
    form->addRow(hint);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    const ClockWish target{standing->source, standing->category, std::nullopt};
    connect(buttons, &QDialogButtonBox::accepted, dialog,
        [this, dialog, offset, drift, target, name = nameOf(*standing), clocks = m_clocks] {
            dialog->accept();
            if (clocks != m_clocks)
                return;
            const Duration ahead(std::llround(offset->value() * 1e6));
            decideAll(tr("Correct the times of %1 by %2 s").arg(name, seconds(-offset->value(), 3)),
                {casework::statedClock(clocks->stated, target.source, target.category, ahead, drift->value())});
        });
    dialog->open();
}

} // namespace antecedent::app
