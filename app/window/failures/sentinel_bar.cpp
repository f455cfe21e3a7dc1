// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/failures/sentinel_bar.h"

#include "app/casework/case_sentinels.h"
#include "app/window/shared/filter_completion.h"
#include "model/alignment/filter.h"
#include "widgets/common/palette.h"
#include "widgets/common/text.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <map>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kTypingMs = 250;
constexpr double kMost = 1e9;
constexpr std::size_t kReasons = 5; // in the tooltip

// What is left out and why, the most frequent reasons first.
QString reasonsOf(const std::vector<ExcludedFailure>& excluded)
{
    std::map<std::string, int> counts;
    for (const ExcludedFailure& one : excluded)
        ++counts[one.reason];
    std::vector<std::pair<int, std::string>> ordered;
    for (const auto& [reason, count] : counts)
        ordered.emplace_back(count, reason);
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    QStringList lines;
    for (std::size_t i = 0; i < std::min(ordered.size(), kReasons); ++i)
        lines.push_back(QStringLiteral("%1 × %2").arg(ordered[i].first).arg(toQString(ordered[i].second)));
    if (ordered.size() > kReasons)
        lines.push_back(SentinelBar::tr("and %n more reasons", nullptr, static_cast<int>(ordered.size() - kReasons)));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

SentinelBar::SentinelBar(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_where(new QLineEdit(this))
    , m_occurrence(new QSpinBox(this))
    , m_reason(new QLineEdit(this))
    , m_add(new QPushButton(tr("Take as failures"), this))
    , m_chosen(new QPushButton(this))
    , m_menu(new QMenu(this))
    , m_says(new QLabel(this))
    , m_excursion(new QWidget(this))
    , m_tag(new QLabel(m_excursion))
    , m_hysteresis(new QDoubleSpinBox(m_excursion))
    , m_minimum(new QDoubleSpinBox(m_excursion))
    , m_typing(new QTimer(this))
{
    m_where->setObjectName(QStringLiteral("sentinelWhere"));
    m_where->setAccessibleName(tr("Events or process values to take as failures"));
    m_where->setPlaceholderText(
        tr("As failures: code = DOOR_OPEN and asset = \"R-101\", or values of a tag: TT-101 > 80"));
    m_where->setToolTip(
        tr("Any events, by a filter, or excursions of process values, by the name of a tag and a limit"));
    m_where->setClearButtonEnabled(true);
    m_occurrence->setObjectName(QStringLiteral("sentinelOccurrence"));
    m_occurrence->setAccessibleName(tr("Which occurrence per asset"));
    m_occurrence->setToolTip(tr("Only the n-th on each asset; the others are listed as left out"));
    m_occurrence->setRange(0, 9999);
    m_occurrence->setSpecialValueText(tr("every one"));
    m_occurrence->setPrefix(tr("no. "));
    m_reason->setObjectName(QStringLiteral("sentinelReason"));
    m_reason->setAccessibleName(tr("Reason, for the audit trail"));
    m_reason->setPlaceholderText(tr("Reason, for the audit trail"));
    m_reason->setMinimumWidth(m_reason->fontMetrics().horizontalAdvance(m_reason->placeholderText()) + 24);
    m_reason->setMaximumWidth(320);
    m_add->setObjectName(QStringLiteral("sentinelAdd"));
    m_chosen->setObjectName(QStringLiteral("sentinelChosen"));
    m_chosen->setMenu(m_menu);
    m_says->setObjectName(QStringLiteral("sentinelSays"));
    m_typing->setSingleShot(true);
    m_typing->setInterval(kTypingMs);
    m_says->setWordWrap(true);
    makeExcursion();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_where, 1);
    row->addWidget(m_occurrence);
    row->addWidget(m_reason);
    row->addWidget(m_add);
    row->addWidget(m_chosen);
    column->addLayout(row);
    column->addWidget(m_excursion);
    column->addWidget(m_says);
    connect(m_where, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_occurrence, &QSpinBox::valueChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_typing, &QTimer::timeout, this, &SentinelBar::preview);
    connect(m_where, &QLineEdit::returnPressed, this, &SentinelBar::add);
    connect(m_reason, &QLineEdit::returnPressed, this, &SentinelBar::add);
    connect(m_add, &QPushButton::clicked, this, &SentinelBar::add);
    connect(&workspace.context, &Context::dataChanged, this, &SentinelBar::refresh);
    refresh();
}

void SentinelBar::makeExcursion()
{
    m_tag->setObjectName(QStringLiteral("sentinelTag"));
    m_hysteresis->setObjectName(QStringLiteral("sentinelHysteresis"));
    m_hysteresis->setAccessibleName(tr("Hysteresis: over when the value is back by more than this"));
    m_hysteresis->setToolTip(m_hysteresis->accessibleName());
    m_hysteresis->setRange(0, kMost);
    m_hysteresis->setDecimals(3);
    m_hysteresis->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_hysteresis->setSpecialValueText(tr("at once"));
    m_minimum->setObjectName(QStringLiteral("sentinelMinimum"));
    m_minimum->setAccessibleName(tr("Least duration: shorter excursions are left out"));
    m_minimum->setToolTip(m_minimum->accessibleName());
    m_minimum->setRange(0, kMost);
    m_minimum->setDecimals(1);
    m_minimum->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_minimum->setSuffix(tr(" s"));
    m_minimum->setSpecialValueText(tr("any"));
    auto* row = new QHBoxLayout(m_excursion);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_tag);
    row->addWidget(new QLabel(tr("Over when back by more than"), m_excursion));
    row->addWidget(m_hysteresis);
    row->addWidget(new QLabel(tr("Least duration"), m_excursion));
    row->addWidget(m_minimum);
    row->addStretch(1);
    connect(m_hysteresis, &QDoubleSpinBox::valueChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_minimum, &QDoubleSpinBox::valueChanged, m_typing, qOverload<>(&QTimer::start));
    m_excursion->hide();
}

// Without a tag, what is said of its excursions does not count.
SentinelRule SentinelBar::rule() const
{
    SentinelRule rule{toUtf8(m_where->text().trimmed()), m_occurrence->value(), {}};
    if (m_excursion->isVisibleTo(this)) {
        rule.excursion.hysteresis = m_hysteresis->value();
        rule.excursion.minimum = std::chrono::milliseconds(std::llround(m_minimum->value() * 1000));
    }
    return rule;
}

void SentinelBar::showTag(const Tag* tag)
{
    m_excursion->setVisible(tag != nullptr);
    if (tag == nullptr)
        return;
    const Asset* asset = m_workspace.context.data()->dataset.asset(tag->asset);
    const QString unit = toQString(tag->unit);
    m_tag->setText(asset != nullptr
            ? tr("Each excursion of %1 at %2 is a failure.").arg(toQString(tag->name), toQString(asset->id))
            : tr("Each excursion of %1 is a failure.").arg(toQString(tag->name)));
    m_hysteresis->setSuffix(unit.isEmpty() ? QString() : QLatin1Char(' ') + unit);
}

void SentinelBar::refresh()
{
    const DataPtr& snapshot = m_workspace.context.data();
    setEnabled(snapshot && snapshot->caseInfo.open);
    m_menu->clear();
    const std::size_t count = snapshot ? snapshot->rule.sentinels.size() : 0;
    m_chosen->setVisible(count > 0);
    m_chosen->setText(tr("Taken: %1").arg(count));
    m_chosen->setToolTip(tr("What this case takes as failures beside its deviations"));
    if (snapshot)
        for (const Sentinel& sentinel : snapshot->rule.sentinels) {
            const auto failures =
                std::count_if(snapshot->failures.begin(), snapshot->failures.end(), [&](const Failure& failure) {
                    return failure.deviation == nullptr && failure.classification == nameOf(sentinel);
                });
            QString name = toQString(nameOf(sentinel));
            m_menu->addAction(tr("Give up %1: %2 (%3 failures)", nullptr, pluralOf(failures))
                                  .arg(toQString(sentinel.id), name.replace(QLatin1Char('&'), QLatin1String("&&")))
                                  .arg(failures),
                this, [this, id = sentinel.id] { remove(id); });
        }
    preview();
}

void SentinelBar::preview()
{
    const std::uint64_t turn = ++m_turn;
    const DataPtr snapshot = m_workspace.context.data();
    const std::string where = toUtf8(m_where->text().trimmed());
    m_add->setEnabled(false);
    m_says->clear();
    m_says->setToolTip(QString());
    m_says->setVisible(!where.empty());
    if (!snapshot || where.empty()) {
        showTag(nullptr);
        return;
    }
    const Result<Filter> filter = Filter::parse(where, snapshot->dataset);
    if (!filter) {
        const FilterProblem problem = problemOf(m_where->text(), snapshot.get());
        m_says->setText(tr("column %1: %2").arg(problem.from + 1).arg(problem.words));
        return;
    }
    const TagIndex tag = filter->tag(snapshot->dataset);
    showTag(tag.valid() ? &snapshot->dataset.tags[tag.value] : nullptr);
    m_says->setText(tr("Counting…"));
    m_workspace.jobs.run<FailureSet>(
        QString(), this,
        [snapshot, wanted = rule()](
            const std::stop_token&, const ProgressFn&) { return failuresOf(*snapshot, wanted); },
        [this, turn, isTag = tag.valid()](Result<FailureSet> set) {
            if (turn != m_turn)
                return;
            if (!set) {
                m_says->setText(tr("%1: %2").arg(toQString(set.error().where), toQString(kept(set.error().detail))));
                return;
            }
            const auto taken = static_cast<int>(set->failures.size());
            QString text = isTag ? tr("%n excursions", nullptr, taken) : tr("%n events", nullptr, taken);
            if (!set->excluded.empty())
                text += tr(", %1 left out").arg(countText(set->excluded.size()));
            m_says->setText(text);
            m_says->setToolTip(reasonsOf(set->excluded));
            m_add->setEnabled(taken > 0);
        });
}

void SentinelBar::add()
{
    const std::string where = toUtf8(m_where->text().trimmed());
    if (where.empty() || !m_add->isEnabled())
        return;
    const std::string reason = toUtf8(m_reason->text().trimmed());
    const DataPtr snapshot = m_workspace.context.data();
    const SentinelRule wanted = rule();
    write(
        [snapshot, wanted, reason](CaseFile& file, const CaseInfo& info) -> Result<void> {
            const auto added = casework::addSentinel(file, info, snapshot->dataset, wanted, reason);
            return added ? Result<void>() : Result<void>(added.error());
        },
        tr("The case takes these as failures: %1.").arg(toQString(toText(wanted))));
}

void SentinelBar::remove(const std::string& id)
{
    const std::string reason = toUtf8(m_reason->text().trimmed());
    write(
        [id, reason](CaseFile& file, const CaseInfo& info) { return casework::removeSentinel(file, info, id, reason); },
        tr("The case gives up %1.").arg(toQString(id)));
}

void SentinelBar::write(std::function<Result<void>(CaseFile&, const CaseInfo&)> change, const QString& note)
{
    const DataPtr snapshot = m_workspace.context.data();
    m_add->setEnabled(false);
    m_workspace.jobs.run<bool>(
        QString(), this,
        [snapshot, change = std::move(change)](const std::stop_token&, const ProgressFn&) -> Result<bool> {
            Result<CaseFile> file = CaseFile::open(snapshot->path, OpenMode::ReadWrite, currentActor());
            if (!file)
                return file.error();
            if (const Result<void> changed = change(*file, snapshot->caseInfo); !changed)
                return changed.error();
            return true;
        },
        [this, note](Result<bool> written) {
            if (!written) {
                m_add->setEnabled(true);
                Q_EMIT failed(written.error());
                return;
            }
            m_where->clear();
            m_reason->clear();
            m_occurrence->setValue(0);
            m_hysteresis->setValue(0);
            m_minimum->setValue(0);
            Q_EMIT told(note);
            Q_EMIT changed();
        });
}

} // namespace antecedent::app
