// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/records/sentinel_dialog.h"

#include "app/window/ledger/ledger_form.h"
#include "model/alignment/filter.h"
#include "widgets/common/text.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace antecedent::app {

using namespace widgets;

namespace {

struct SentinelWords
{
    Q_DECLARE_TR_FUNCTIONS(SentinelDialog)
};

std::string quoted(const std::string& text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + "\"";
}

// What the choices say, and the filter of each.
std::vector<std::pair<QString, std::string>> choicesFor(const InvestigationData& snapshot, std::uint32_t event)
{
    const UnifiedEvents& events = snapshot.context.events;
    const std::string ofClass = "class = " + quoted(events.className(event));
    const QString name = toQString(events.className(event));
    const Asset* asset = snapshot.dataset.asset(events.asset[event]);
    std::vector<std::pair<QString, std::string>> out;
    const std::string here = asset != nullptr ? ofClass + " and asset = " + quoted(asset->id) : ofClass;
    if (asset != nullptr)
        out.emplace_back(SentinelWords::tr("Every %1 on %2").arg(name, toQString(asset->id)), here);
    out.emplace_back(SentinelWords::tr("Every %1 on any asset").arg(name), ofClass);
    const std::string at = formatUtc(Timestamp(Duration(events.onsetUs[event])), 6);
    out.emplace_back(SentinelWords::tr("This event alone"), here + " and time = " + quoted(at));
    return out;
}

void countInto(const Workspace& workspace, QLabel* label, QPushButton* accept, const std::string& where)
{
    const DataPtr snapshot = workspace.context.data();
    accept->setEnabled(false);
    label->setText(SentinelWords::tr("Counting…"));
    label->setProperty("where", toQString(where));
    workspace.jobs.run<std::uint64_t>(
        QString(), label,
        [snapshot, where](const std::stop_token&, const ProgressFn&) -> Result<std::uint64_t> {
            const Result<Filter> filter = Filter::parse(where);
            if (!filter)
                return filter.error();
            return std::uint64_t{
                selectSentinels(snapshot->dataset, snapshot->context.events, *filter, 0, snapshot->rule.anchor)
                    .failures.size()};
        },
        [label, accept, where](Result<std::uint64_t> count) {
            if (label->property("where").toString() != toQString(where))
                return;
            accept->setEnabled(count && *count > 0);
            label->setText(count ? SentinelWords::tr("%n events become failures.", nullptr, static_cast<int>(*count))
                                 : toQString(errorText(count.error())));
        });
}

} // namespace

void askForSentinel(const Workspace& workspace, QWidget* parent, std::uint32_t event,
    const std::function<void(const std::string& where, const std::string& reason)>& then)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("sentinelDialog"));
    dialog->setWindowTitle(SentinelWords::tr("Make this the sentinel"));
    QComboBox* which = formChoice(QStringLiteral("sentinelWhich"), SentinelWords::tr("Events to take"), dialog);
    which->setMinimumWidth(360);
    for (const auto& [words, where] : choicesFor(*workspace.context.data(), event))
        which->addItem(words, toQString(where));
    auto* filter = new QLabel(dialog);
    filter->setObjectName(QStringLiteral("sentinelFilter"));
    filter->setTextFormat(Qt::PlainText);
    filter->setWordWrap(true);
    filter->setForegroundRole(QPalette::PlaceholderText);
    auto* count = new QLabel(dialog);
    count->setObjectName(QStringLiteral("sentinelCount"));
    auto* reason = new QLineEdit(dialog);
    reason->setObjectName(QStringLiteral("sentinelWhy"));
    reason->setAccessibleName(SentinelWords::tr("Reason, for the audit trail"));
    reason->setPlaceholderText(SentinelWords::tr("Reason, for the audit trail"));
    auto* form = new QFormLayout(dialog);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(SentinelWords::tr("Events"), which);
    form->addRow(QString(), filter);
    form->addRow(QString(), count);
    form->addRow(SentinelWords::tr("Reason"), reason);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, dialog);
    QPushButton* accept = buttons->button(QDialogButtonBox::Ok);
    accept->setText(SentinelWords::tr("Take as failures"));
    accept->setObjectName(QStringLiteral("sentinelTake"));
    form->addRow(buttons);
    const auto show = [workspace, which, filter, count, accept] {
        filter->setText(which->currentData().toString());
        countInto(workspace, count, accept, toUtf8(which->currentData().toString()));
    };
    QObject::connect(which, &QComboBox::currentIndexChanged, dialog, show);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, [dialog, which, reason, then] {
        then(toUtf8(which->currentData().toString()), toUtf8(reason->text().trimmed()));
        dialog->accept();
    });
    show();
    dialog->open();
}

} // namespace antecedent::app
