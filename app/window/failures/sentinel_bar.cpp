// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/failures/sentinel_bar.h"

#include "app/casework/case_sentinels.h"
#include "model/alignment/filter.h"
#include "widgets/common/palette.h"
#include "widgets/common/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kTypingMs = 250;

struct Preview
{
    std::size_t taken = 0;
    std::size_t leftOut = 0;
};

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
    , m_typing(new QTimer(this))
{
    m_where->setObjectName(QStringLiteral("sentinelWhere"));
    m_where->setAccessibleName(tr("Events to take as failures"));
    m_where->setPlaceholderText(tr("Events as failures: code = DOOR_OPEN and asset = \"R-101\""));
    m_where->setClearButtonEnabled(true);
    m_occurrence->setObjectName(QStringLiteral("sentinelOccurrence"));
    m_occurrence->setAccessibleName(tr("Which occurrence per asset"));
    m_occurrence->setToolTip(tr("Only the n-th event on each asset; the others are listed as left out"));
    m_occurrence->setRange(0, 9999);
    m_occurrence->setSpecialValueText(tr("every one"));
    m_occurrence->setPrefix(tr("no. "));
    m_reason->setObjectName(QStringLiteral("sentinelReason"));
    m_reason->setAccessibleName(tr("Reason, for the audit trail"));
    m_reason->setPlaceholderText(tr("Reason, for the audit trail"));
    m_reason->setMaximumWidth(220);
    m_add->setObjectName(QStringLiteral("sentinelAdd"));
    m_chosen->setObjectName(QStringLiteral("sentinelChosen"));
    m_chosen->setMenu(m_menu);
    m_says->setObjectName(QStringLiteral("sentinelSays"));
    m_typing->setSingleShot(true);
    m_typing->setInterval(kTypingMs);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_where, 1);
    row->addWidget(m_occurrence);
    row->addWidget(m_reason);
    row->addWidget(m_add);
    row->addWidget(m_chosen);
    row->addWidget(m_says);
    connect(m_where, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_occurrence, &QSpinBox::valueChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_typing, &QTimer::timeout, this, &SentinelBar::preview);
    connect(m_where, &QLineEdit::returnPressed, this, &SentinelBar::add);
    connect(m_reason, &QLineEdit::returnPressed, this, &SentinelBar::add);
    connect(m_add, &QPushButton::clicked, this, &SentinelBar::add);
    connect(&workspace.context, &Context::dataChanged, this, &SentinelBar::refresh);
    refresh();
}

void SentinelBar::refresh()
{
    const DataPtr& snapshot = m_workspace.context.data();
    setEnabled(snapshot && snapshot->caseInfo.open);
    m_menu->clear();
    const std::size_t count = snapshot ? snapshot->rule.sentinels.size() : 0;
    m_chosen->setVisible(count > 0);
    m_chosen->setText(tr("Taken: %1").arg(count));
    m_chosen->setToolTip(tr("Events that this case takes as failures"));
    if (snapshot)
        for (const Sentinel& sentinel : snapshot->rule.sentinels) {
            const auto failures =
                std::count_if(snapshot->failures.begin(), snapshot->failures.end(), [&](const Failure& failure) {
                    return failure.deviation == nullptr && failure.classification == nameOf(sentinel);
                });
            QString name = toQString(nameOf(sentinel));
            m_menu->addAction(tr("Give up %1: %2 (%3 failures)")
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
    m_says->setVisible(!where.empty());
    if (!snapshot || where.empty())
        return;
    if (const Result<Filter> filter = Filter::parse(where); !filter) {
        m_says->setText(tr("%1: %2").arg(toQString(filter.error().where), toQString(filter.error().detail)));
        return;
    }
    const int occurrence = m_occurrence->value();
    m_workspace.jobs.run<Preview>(
        QString(), this,
        [snapshot, where, occurrence](const std::stop_token&, const ProgressFn&) -> Result<Preview> {
            const Result<Filter> filter = Filter::parse(where);
            if (!filter)
                return filter.error();
            const FailureSet set = selectSentinels(
                snapshot->dataset, snapshot->context.events, *filter, occurrence, snapshot->rule.anchor);
            return Preview{set.failures.size(), set.excluded.size()};
        },
        [this, turn](Result<Preview> counted) {
            if (turn != m_turn || !counted)
                return;
            m_says->setText(counted->leftOut > 0
                    ? tr("%1 events, %2 left out").arg(countText(counted->taken), countText(counted->leftOut))
                    : tr("%1 events").arg(countText(counted->taken)));
            m_add->setEnabled(counted->taken > 0);
        });
}

void SentinelBar::add()
{
    const std::string where = toUtf8(m_where->text().trimmed());
    if (where.empty() || !m_add->isEnabled())
        return;
    const int occurrence = m_occurrence->value();
    const std::string reason = toUtf8(m_reason->text().trimmed());
    write(
        [where, occurrence, reason](CaseFile& file, const CaseInfo& info) -> Result<void> {
            const auto added = casework::addSentinel(file, info, where, occurrence, reason);
            return added ? Result<void>() : Result<void>(added.error());
        },
        tr("The case takes these events as failures: %1.").arg(toQString(where)));
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
            Q_EMIT told(note);
            Q_EMIT changed();
        });
}

} // namespace antecedent::app
