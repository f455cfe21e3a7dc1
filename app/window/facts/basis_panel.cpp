// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/facts/basis_panel.h"

#include "app/window/shared/table_view.h"
#include "widgets/common/text.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kRow = 22;
constexpr int kHeader = 24;
constexpr int kMostRows = 5; // more are scrolled

} // namespace

BasisPanel::BasisPanel(const Workspace& workspace, QString hint, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_hint(std::move(hint))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_model(new TextTableModel({{tr("Time")}, {tr("To failure"), true}, {tr("Kind")}, {tr("Asset")},
                                     {tr("Record"), false, true}, {tr("Text")}},
          this))
    , m_records(new TableView(this))
{
    QFont strong = m_title->font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_title->setObjectName(QStringLiteral("basisTitle"));
    m_text->setObjectName(QStringLiteral("basisText"));
    m_text->setWordWrap(true);
    for (QLabel* label : {m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_records->setObjectName(QStringLiteral("basisRecords"));
    m_records->setAccessibleName(tr("Records behind the answer"));
    m_records->setModel(m_model);
    m_records->setWidths({140, 90, 130, 90, 150});
    auto* words = new QVBoxLayout;
    words->setContentsMargins(14, 8, 14, 6);
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_text);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(words);
    layout->addWidget(m_records);
    connect(m_records->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (!m_isFilling && now.isValid() && static_cast<std::size_t>(now.row()) < m_events.size())
            m_workspace.context.select(m_events[static_cast<std::size_t>(now.row())]);
    });
    clear();
}

void BasisPanel::showBasis(const FactsBasis& basis)
{
    const DataPtr& snapshot = m_workspace.context.data();
    if (!snapshot)
        return;
    const SiteTime times = m_workspace.context.times();
    const UnifiedEvents& events = snapshot->context.events;
    const Failure* failure = m_workspace.context.currentFailure();
    std::vector<std::vector<TableCell>> rows;
    for (const std::uint32_t event : basis.events) {
        const MarkKind kind = markOf(snapshot->dataset, events, event);
        TableCell kindCell(markName(kind));
        kindCell.mark = kind;
        const TimeValue onset = onsetTime(snapshot->dataset, events, event);
        const std::string code = codeOf(snapshot->dataset, events, event);
        rows.push_back({times.full(onset),
            failure != nullptr ? spanText(onset.at() - failure->anchor, true) : unknownText(), kindCell,
            assetName(snapshot->dataset, events.asset[event]), toQString(code.empty() ? events.className(event) : code),
            toQString(textOf(snapshot->dataset, events, event)).simplified()});
    }
    m_isFilling = true;
    m_title->setText(basis.title);
    QString text = basis.text;
    if (basis.offAxis > 0)
        text += QLatin1Char(' ')
            + tr("%1 of its records have no time of their own.", nullptr, pluralOf(basis.offAxis)).arg(basis.offAxis);
    m_text->setText(text);
    m_records->setEmptyText(tr("No record says so; the answer follows from none being there."));
    m_events = basis.events;
    m_records->show();
    m_records->setFixedHeight(kHeader + kRow * std::clamp(static_cast<int>(rows.size()), 1, kMostRows) + 2);
    m_model->setTheme(themeOf(palette()));
    m_model->setRows(std::move(rows));
    m_isFilling = false;
}

void BasisPanel::clear()
{
    m_isFilling = true;
    m_title->setText(tr("Records"));
    m_text->setText(m_hint);
    m_records->setEmptyText({});
    m_records->hide();
    m_events.clear();
    m_model->setRows({});
    m_isFilling = false;
}

} // namespace antecedent::app
