// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/evidence/freeze_dialog.h"

#include "app/window/evidence/plan_panel.h"
#include "app/window/guide/guide_pages.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace antecedent::app {

namespace {

constexpr int kWide = 520;

}

FreezeDialog::FreezeDialog(const PlanPanel& plan, const QString& classification, QWidget* parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("freezeDialog"));
    setGuidePage(this, QStringLiteral("evidence"));
    setWindowTitle(tr("Freeze the analysis plan?"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(10);
    addWords(QStringLiteral("<b>%1</b>").arg(plan.words().toHtmlEscaped()), "freezePlan");
    const QString usual = plan.templateWords();
    if (!usual.isEmpty())
        addWords(
            tr("This is not what the template “%1” of %2 says: %3 If the window was only set to look at something, "
               "go back to the template.")
                .arg(plan.templateName().toHtmlEscaped(), classification.toHtmlEscaped(), usual.toHtmlEscaped()),
            "freezeTemplate");
    addWords(
        tr("The plan then holds for all failures of this case and can't be changed, so that nobody can choose it by "
           "its result. Other parameters can be tried afterwards; their results are labelled exploratory."),
        "freezeMeaning");
    auto* buttons = new QDialogButtonBox(this);
    QPushButton* freeze = buttons->addButton(tr("Freeze and assess"), QDialogButtonBox::AcceptRole);
    freeze->setObjectName(QStringLiteral("freezeConfirm"));
    freeze->setDefault(true);
    if (!usual.isEmpty()) {
        QPushButton* back = buttons->addButton(tr("Back to the template"), QDialogButtonBox::ResetRole);
        back->setObjectName(QStringLiteral("freezeUseTemplate"));
        connect(back, &QPushButton::clicked, this, [this] {
            Q_EMIT templateWanted();
            reject();
        });
    }
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setObjectName(QStringLiteral("freezeCancel"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    freeze->setFocus();
}

void FreezeDialog::addWords(const QString& html, const char* name)
{
    auto* label = new QLabel(html, this);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setMinimumWidth(kWide);
    layout()->addWidget(label);
}

} // namespace antecedent::app
