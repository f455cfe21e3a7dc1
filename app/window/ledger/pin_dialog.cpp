// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/ledger/pin_dialog.h"

#include "app/window/conclusion/conclusion_words.h"
#include "app/window/guide/guide_pages.h"
#include "app/window/ledger/case_book.h"
#include "app/window/ledger/ledger_form.h"
#include "widgets/common/text.h"

#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kWide = 460;

QString say(const char* text)
{
    return QCoreApplication::translate("PinDialog", text);
}

QDialog* makeDialog(const QString& name, const QString& title, const Shown& shown, QWidget* parent)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(name);
    setGuidePage(dialog, QStringLiteral("conclusion"));
    dialog->setWindowTitle(title);
    auto* words = new QLabel(toQString(shown.words), dialog);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setMinimumWidth(kWide);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(words);
    return dialog;
}

// The bar below a form; `done` writes and says what is wrong.
void finish(QDialog* dialog, const QString& accept, const std::function<Result<void>()>& done)
{
    QLabel* problem = formProblem(QStringLiteral("pinProblem"), dialog);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, dialog);
    buttons->button(QDialogButtonBox::Ok)->setText(accept);
    dialog->layout()->addWidget(problem);
    dialog->layout()->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, [=] {
        if (showProblem(problem, done()))
            dialog->accept();
    });
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    dialog->open();
}

// The line under the hypothesis that was added just before.
CaseBook::Edit pinToNewest(EvidenceLine line)
{
    return [line](const Ledger& ledger, const std::string& by) {
        EvidenceLine own = line;
        own.hypothesis = ledger.entries.empty() ? std::string() : ledger.entries.back().item;
        return makeEdit(ledger, own, {}, by);
    };
}

} // namespace

void whenShown(
    const Workspace& workspace, QObject* receiver, std::uint32_t event, const std::function<void(const Shown&)>& then)
{
    const DataPtr snapshot = workspace.context.data();
    workspace.jobs.run<Shown>(
        QString(), receiver,
        [snapshot, event](const std::stop_token&, const ProgressFn&) -> Result<Shown> {
            const RecordId id = recordOf(snapshot->dataset, snapshot->context.events, event).id;
            const std::vector<FoundRecord> found = findRecord(snapshot->dataset, id);
            if (found.empty())
                return Error{ErrorCode::InvalidArgument, toHex(id), "this record can't be pinned"};
            return casework::shownRecord(snapshot->dataset, found.front());
        },
        [workspace, snapshot, then](Result<Shown> shown) {
            if (snapshot != workspace.context.data())
                return;
            if (shown)
                then(*shown);
            else
                Q_EMIT workspace.book.failed(shown.error());
        });
}

void askWhereToPin(const Workspace& workspace, QWidget* parent, const Shown& shown)
{
    CaseBook& book = workspace.book;
    QDialog* dialog =
        makeDialog(QStringLiteral("pinDialog"), say(QT_TRANSLATE_NOOP("PinDialog", "Pin as evidence")), shown, parent);
    const Failure* failure = workspace.context.currentFailure();
    const std::string current = failure == nullptr ? std::string() : failure->id;
    QComboBox* to =
        formChoice(QStringLiteral("pinHypothesis"), say(QT_TRANSLATE_NOOP("PinDialog", "Hypothesis")), dialog);
    to->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    to->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (const Hypothesis* hypothesis : book.ledger().hypothesesFor(current))
        to->addItem(toQString(hypothesis->id + ": " + hypothesis->statement), toQString(hypothesis->id));
    to->addItem(say(QT_TRANSLATE_NOOP("PinDialog", "A new hypothesis")), QString());
    auto* statement = new QLineEdit(dialog);
    statement->setObjectName(QStringLiteral("pinStatement"));
    statement->setAccessibleName(say(QT_TRANSLATE_NOOP("PinDialog", "Statement of the new hypothesis")));
    QComboBox* group =
        formChoice(QStringLiteral("pinGroup"), say(QT_TRANSLATE_NOOP("PinDialog", "Group of causes")), dialog);
    for (const CauseGroup each : kAllGroups)
        group->addItem(ConclusionWords::group(each), static_cast<int>(each));
    QComboBox* side =
        formChoice(QStringLiteral("pinSide"), say(QT_TRANSLATE_NOOP("PinDialog", "Which way it speaks")), dialog);
    for (const EvidenceSide each : kAllSides)
        side->addItem(ConclusionWords::side(each), static_cast<int>(each));
    auto* comment = new QLineEdit(dialog);
    comment->setObjectName(QStringLiteral("pinComment"));
    comment->setAccessibleName(say(QT_TRANSLATE_NOOP("PinDialog", "Why it matters")));
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(say(QT_TRANSLATE_NOOP("PinDialog", "To")), to);
    form->addRow(say(QT_TRANSLATE_NOOP("PinDialog", "Statement")), statement);
    form->addRow(say(QT_TRANSLATE_NOOP("PinDialog", "Cause")), group);
    form->addRow(say(QT_TRANSLATE_NOOP("PinDialog", "It speaks")), side);
    form->addRow(say(QT_TRANSLATE_NOOP("PinDialog", "Why it matters")), comment);
    static_cast<QVBoxLayout*>(dialog->layout())->addLayout(form);
    const auto showNew = [=] {
        to->setToolTip(to->currentText()); // which may be longer than the box
        const bool isNew = to->currentData().toString().isEmpty();
        statement->setEnabled(isNew);
        group->setEnabled(isNew);
    };
    QObject::connect(to, &QComboBox::currentIndexChanged, dialog, showNew);
    showNew();
    finish(dialog, say(QT_TRANSLATE_NOOP("PinDialog", "Pin")), [=, &book]() -> Result<void> {
        EvidenceLine line{{}, toUtf8(to->currentData().toString()),
            static_cast<EvidenceSide>(side->currentData().toInt()), shown, toUtf8(comment->text().trimmed())};
        if (!line.hypothesis.empty())
            return book.put(line);
        Hypothesis hypothesis;
        hypothesis.failure = current;
        hypothesis.statement = toUtf8(statement->text().trimmed());
        hypothesis.group = static_cast<CauseGroup>(group->currentData().toInt());
        if (const Result<void> added = book.put(hypothesis); !added)
            return added;
        return book.edit(pinToNewest(line));
    });
}

void askForNote(const Workspace& workspace, QWidget* parent, const Shown& record)
{
    CaseBook& book = workspace.book;
    QDialog* dialog =
        makeDialog(QStringLiteral("noteDialog"), say(QT_TRANSLATE_NOOP("PinDialog", "Add a note")), record, parent);
    auto* text = new QPlainTextEdit(dialog);
    text->setObjectName(QStringLiteral("noteText"));
    text->setAccessibleName(say(QT_TRANSLATE_NOOP("PinDialog", "Note")));
    text->setTabChangesFocus(true);
    text->setFixedHeight(90);
    dialog->layout()->addWidget(text);
    finish(dialog, say(QT_TRANSLATE_NOOP("PinDialog", "Add note")), [=, &book] {
        return book.put(ManualFact{{}, FactKind::Note, toUtf8(text->toPlainText().trimmed()), {}, {}, record, {}});
    });
}

} // namespace antecedent::app
