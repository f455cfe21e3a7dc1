// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the overlay does; overlay_page_parts.cpp builds it.
#include "app/window/timeline/overlay_page.h"

#include "app/window/timeline/overlay_lists.h"
#include "model/store/case_file.h"
#include "model/timeline/dataset_loader.h"
#include "widgets/common/text.h"

#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kBesideName = 48; // indentation, check box
constexpr int kMessageWidth = 460;

} // namespace

bool OverlayPage::isShowing() const
{
    return m_pages->currentIndex() == 0;
}

void OverlayPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

ProfileOptions OverlayPage::options() const
{
    ProfileOptions options;
    options.step = m_wantedStep;
    options.occurrence = m_wantedOccurrence;
    options.align = static_cast<ProfileAlign>(m_align->currentData().toInt());
    options.against = static_cast<std::size_t>(m_against->value());
    if (const auto hand = m_hands.find(m_failure); hand != m_hands.end()) {
        options.in = hand->second.in;
        options.out = hand->second.out;
    }
    return options;
}

bool OverlayPage::isAnswered(const Asked& asked) const
{
    if (!m_asked || m_asked->data != asked.data || m_asked->failure != asked.failure)
        return false;
    const ProfileOptions& a = m_asked->options;
    const ProfileOptions& b = asked.options;
    return a.step == b.step && a.occurrence == b.occurrence && a.align == b.align && a.against == b.against
        && a.in == b.in && a.out == b.out;
}

void OverlayPage::refresh()
{
    if (!isVisible())
        return;
    const DataPtr& snapshot = m_workspace.context.data();
    const Failure* failure = m_workspace.context.currentFailure();
    if (!snapshot || failure == nullptr)
        return giveUp(snapshot ? tr("No failure is chosen. Choose one above to lay its batch over good ones.")
                               : tr("No investigation is open."));
    if (m_failure != failure->id) {
        m_failure = failure->id;
        m_wantedStep.clear();
        m_wantedOccurrence = 1;
    }
    if (!failure->batch.valid())
        return giveUp(
            tr("%1 names no batch, so there is nothing to lay over good batches. Choose a failure that names one, "
               "or look at all failures of its kind aligned on their time.")
                .arg(toQString(failure->id)));
    const Asked asked{snapshot, failure->id, options()};
    if (!isAnswered(asked))
        compute(asked, {failure->batch, failure->classification, failure->asset, failure->anchor});
}

// Nothing to compute; what is still being computed is for nothing.
void OverlayPage::giveUp(const QString& why)
{
    ++m_number;
    m_stop.request_stop();
    m_asked.reset();
    m_overlay->setBusy(false);
    m_overlay->setProfile({}, {});
    showMessage(why);
    setChoosable(false);
}

void OverlayPage::compute(const Asked& asked, const ProfileQuestion& question)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_asked = asked;
    setChoosable(true);
    const std::uint64_t number = ++m_number;
    if (!m_overlay->profile())
        showMessage(tr("Reading the process data of the batches…"));
    m_overlay->setBusy(true);
    m_workspace.jobs.run<ProfilePtr>(
        tr("Overlay of %1").arg(toQString(asked.data->dataset.batches[question.batch.value].id)), this,
        [asked, question, stop = m_stop](
            const std::stop_token& jobStop, const ProgressFn& progress) -> Result<ProfilePtr> {
            std::stop_source both = stop;
            const std::stop_callback link(jobStop, [&both] { both.request_stop(); });
            const InvestigationData& snapshot = *asked.data;
            const Result<CaseFile> file = CaseFile::open(snapshot.path, OpenMode::ReadOnly, currentActor());
            if (!file)
                return file.error();
            const auto samples = makeSampleReader(*file, snapshot.caseInfo, snapshot.dataset);
            Result<Profile> profile =
                computeProfile(snapshot.context, question, asked.options, *samples, both.get_token(), progress);
            if (!profile)
                return profile.error();
            return std::make_shared<const Profile>(std::move(*profile));
        },
        [this, asked, number](Result<ProfilePtr> found) {
            if (number == m_number)
                answer(asked, std::move(found));
        });
}

void OverlayPage::answer(Asked asked, Result<ProfilePtr> found)
{
    m_overlay->setBusy(false);
    if (found) {
        m_overlay->setProfile(asked.data, *found);
        showProfile();
        return;
    }
    m_overlay->setProfile({}, {});
    if (found.error().code == ErrorCode::Cancelled)
        return showMessage(tr("Cancelled before it was finished."), true);
    if (found.error().code == ErrorCode::NotAvailable)
        return showMessage(
            tr("The record of batch %1 has no dated step and no start and end. Import its batch record, or "
               "look at the failures aligned on their time.")
                .arg(toQString(found.error().where)));
    showMessage(tr("The overlay could not be computed."), true);
    Q_EMIT failed(found.error());
}

void OverlayPage::setChoosable(bool isChoosable)
{
    for (QWidget* control : {static_cast<QWidget*>(m_step), static_cast<QWidget*>(m_align),
             static_cast<QWidget*>(m_width), static_cast<QWidget*>(m_against)})
        control->setEnabled(isChoosable);
}

void OverlayPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    constexpr int kLeast = 212;
    constexpr int kMost = 300;
    const int left = std::clamp(width() * 27 / 100, kLeast, kMost);
    if (!m_isMoved)
        m_body->setSizes({left, std::max(1, width() - left)});
}

void OverlayPage::showMessage(const QString& text, bool isRetry)
{
    m_message->setText(text);
    m_message->setFixedSize(kMessageWidth, m_message->heightForWidth(kMessageWidth));
    const bool isBusy = m_overlay->profile() == nullptr && m_asked && !isRetry;
    m_action->setText(isRetry ? tr("Compute again") : tr("Show the aligned failures"));
    m_action->setVisible(isRetry || (m_workspace.context.currentFailure() != nullptr && !isBusy));
    m_action->setProperty("isRetry", isRetry);
    m_pages->setCurrentIndex(1);
}

void OverlayPage::showProfile()
{
    const Profile& profile = *m_overlay->profile();
    const Dataset& dataset = m_asked->data->dataset;
    fillSteps();
    m_leavingModel->fill(dataset, profile);
    const SiteTime times = m_workspace.context.times();
    const int scrolled = m_batches->verticalScrollBar()->value();
    const QVariant current = m_batches->currentIndex().data(BatchesModel::BatchRole);
    m_batchesModel->fill(dataset, profile, [&](Timestamp at) { return times.date(at); });
    m_batches->expandAll();
    int widest = 0;
    for (const ProfileBatch& batch : profile.choice.batches)
        widest = std::max(
            widest, m_batches->fontMetrics().horizontalAdvance(toQString(dataset.batches[batch.batch.value].id)));
    m_batches->setColumnWidth(0, widest + kBesideName);
    for (int group = 0; group < m_batchesModel->rowCount(); ++group)
        m_batches->setFirstColumnSpanned(group, {}, true);
    if (current.isValid())
        if (const QModelIndexList again = m_batchesModel->match(m_batchesModel->index(0, 0), BatchesModel::BatchRole,
                current, 1, Qt::MatchExactly | Qt::MatchRecursive);
            !again.isEmpty())
            m_batches->setCurrentIndex(again.front());
    m_batches->verticalScrollBar()->setValue(scrolled);
    m_byRule->setVisible(std::any_of(profile.choice.batches.begin(), profile.choice.batches.end(),
        [](const ProfileBatch& batch) { return batch.isByHand; }));
    const QString shortage = OverlayWords::shortage(profile);
    m_shortage->setText(shortage);
    m_shortage->setVisible(!shortage.isEmpty());
    const auto inside = std::count_if(profile.signals.begin(), profile.signals.end(),
        [](const ProfileSignal& s) { return s.state == SignalState::Compared && s.outside == 0; });
    m_leavingTitle->setText(tr("%n signals, distance in band widths", nullptr, static_cast<int>(profile.signals.size()))
        + (inside > 0 ? QStringLiteral("; ") + tr("%n inside throughout", nullptr, static_cast<int>(inside))
                      : QString()));
    if (profile.signals.empty()) {
        const bool isOne = profile.choice.steps.size() == 1;
        showMessage(
            isOne ? tr(
                "No process data belong to the equipment of this step. Choose another step above, or import tags and "
                "samples.")
                  : tr("No process data belong to the equipment of this batch. Import tags and samples."));
        m_action->setVisible(true);
        return;
    }
    m_pages->setCurrentIndex(0);
    showValues();
}

void OverlayPage::fillSteps()
{
    const BatchChoice& choice = m_overlay->profile()->choice;
    const QSignalBlocker quiet(m_step);
    m_step->clear();
    m_step->addItem(tr("All steps"), QStringList{QString::fromLatin1(ProfileOptions::kAllSteps), QStringLiteral("1")});
    for (const StepRun& run : choice.own) {
        QString name = run.name.empty() ? tr("Whole batch") : toQString(run.name);
        if (run.occurrence > 1)
            name += QStringLiteral(" %1").arg(run.occurrence);
        m_step->addItem(name, QStringList{toQString(run.name), QString::number(run.occurrence)});
    }
    m_step->setCurrentIndex(choice.steps.size() == 1 ? static_cast<int>(choice.steps[0]) + 1 : 0);
}

void OverlayPage::followSignal()
{
    const QModelIndex row = m_leavingModel->indexOfSignal(m_overlay->currentSignal());
    if (row.isValid() && m_leaving->currentIndex() != row)
        m_leaving->setCurrentIndex(row);
}

void OverlayPage::showValues()
{
    const QString words = m_overlay->valuesText();
    m_values->setText(
        words.isEmpty() ? tr("Point at a signal, or move the cross hair with the arrow keys, to read values.") : words);
}

void OverlayPage::openRow(const QModelIndex& row)
{
    if (const QVariant column = row.data(LeavingModel::ColumnRole); column.isValid()) {
        m_overlay->showColumn(column.toULongLong());
        return;
    }
    if (!row.data(LeavingModel::SignalRole).isValid())
        return;
    m_overlay->setPlace(std::nullopt);
    m_overlay->setCurrentSignal(row.data(LeavingModel::SignalRole).toULongLong());
    m_overlay->askForTime();
}

void OverlayPage::tick(std::size_t batch, bool isIn)
{
    if (!m_overlay->profile() || !m_asked)
        return;
    const BatchIndex index = m_overlay->profile()->choice.batches[batch].batch;
    const std::string& id = m_asked->data->dataset.batches[index.value].id;
    Hand& hand = m_hands[m_failure];
    hand.in.erase(id);
    hand.out.erase(id);
    (isIn ? hand.in : hand.out).insert(id);
    refresh();
}

} // namespace antecedent::app
