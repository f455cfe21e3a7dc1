// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/import_dialog.h"

#include "model/base/zone.h"
#include "widgets/common/text.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace antecedent::app {

using namespace widgets;

ImportDialog::ImportDialog(const QStringList& paths, const QString& siteZone, QWidget* parent)
    : QDialog(parent)
    , m_zone(new QComboBox(this))
    , m_dateOrder(new QComboBox(this))
    , m_statement(new QPlainTextEdit(this))
{
    setWindowTitle(tr("Import"));
    setObjectName(QStringLiteral("importDialog"));
    QStringList names;
    for (const QString& path : paths)
        names << (QFileInfo(path).isDir() ? tr("all files in %1").arg(path) : QFileInfo(path).fileName());
    auto* what = new QLabel(names.size() <= 6 ? names.join(QLatin1Char('\n'))
                                              : names.mid(0, 5).join(QLatin1Char('\n')) + QLatin1Char('\n')
                + tr("and %n more", nullptr, static_cast<int>(names.size()) - 5),
        this);
    m_zone->setObjectName(QStringLiteral("zone"));
    m_zone->addItem(tr("every time says its offset itself"), QString());
    for (const std::string& zone : zoneNames())
        m_zone->addItem(toQString(zone), toQString(zone));
    m_zone->setCurrentIndex(qMax(0, m_zone->findData(siteZone)));
    m_dateOrder->addItem(tr("found from each whole column"), QString());
    m_dateOrder->addItem(tr("day, month, year (31/12/2026)"), QStringLiteral("dmy"));
    m_dateOrder->addItem(tr("month, day, year (12/31/2026)"), QStringLiteral("mdy"));
    m_dateOrder->addItem(tr("year, month, day (2026/12/31)"), QStringLiteral("ymd"));
    m_statement->setPlaceholderText(
        tr("Who exported, from which system, with which filter, how many rows it showed there, which period"));
    m_statement->setMaximumHeight(90);
    m_statement->setTabChangesFocus(true);
    auto* form = new QFormLayout;
    form->addRow(tr("From"), what);
    form->addRow(tr("Local times are in"), m_zone);
    form->addRow(tr("Order of dates"), m_dateOrder);
    form->addRow(tr("Export statement"), m_statement);
    auto* note =
        new QLabel(tr("Without an export statement a missing record is \"not determinable\", never \"none\"."), this);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* go = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    go->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(note);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

importers::ImportOptions ImportDialog::options() const
{
    importers::ImportOptions options;
    options.plan.zone = toUtf8(m_zone->currentData().toString());
    const QString order = m_dateOrder->currentData().toString();
    if (!order.isEmpty())
        options.plan.dateOrder = importers::dateOrderFromName(toUtf8(order));
    options.statement = toUtf8(m_statement->toPlainText().trimmed());
    return options;
}

} // namespace antecedent::app
