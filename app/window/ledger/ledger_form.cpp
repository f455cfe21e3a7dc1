// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/ledger/ledger_form.h"

#include "app/window/conclusion/conclusion_words.h"
#include "widgets/common/palette.h"

#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace antecedent::app {

using namespace widgets;

QPushButton* formButton(const QString& text, const QString& name, const QString& tip, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setAutoDefault(false);
    return button;
}

QComboBox* formChoice(const QString& name, const QString& accessibleName, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setObjectName(name);
    box->setAccessibleName(accessibleName);
    return box;
}

QLabel* formHeading(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

QLabel* formProblem(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->hide();
    return label;
}

bool showProblem(QLabel* label, const Result<void>& done)
{
    QPalette ink = label->palette();
    ink.setColor(QPalette::WindowText, color(themeOf(label->palette()), Paint::Error));
    label->setPalette(ink);
    label->setText(done ? QString() : ConclusionWords::problem(done.error()));
    label->setVisible(!done);
    return done.has_value();
}

void askReason(QWidget* parent, const QString& title, const std::function<Result<void>(const QString&)>& then)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("reasonDialog"));
    dialog->setWindowTitle(title);
    auto* reason = new QLineEdit(dialog);
    reason->setObjectName(QStringLiteral("reason"));
    reason->setAccessibleName(ConclusionWords::tr("Reason"));
    reason->setPlaceholderText(ConclusionWords::tr("Reason, kept in the audit trail"));
    reason->setMinimumWidth(420);
    QLabel* problem = formProblem(QStringLiteral("reasonProblem"), dialog);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, dialog);
    auto* layout = new QVBoxLayout(dialog);
    auto* heading = new QLabel(title, dialog);
    heading->setWordWrap(true);
    layout->addWidget(heading);
    layout->addWidget(reason);
    layout->addWidget(problem);
    layout->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, [=] {
        if (showProblem(problem, then(reason->text())))
            dialog->accept();
    });
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    dialog->open();
}

} // namespace antecedent::app
