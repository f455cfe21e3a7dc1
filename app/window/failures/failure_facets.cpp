// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/failures/failure_facets.h"

#include "widgets/itemmodels/text_table_model.h"

#include <QHeaderView>

#include <algorithm>
#include <map>

namespace antecedent::app {

namespace {

constexpr int kValueRole = Qt::UserRole;
constexpr int kCountColumn = 1;
constexpr int kCountWidth = 36;
constexpr std::size_t kMostOpen = 12; // a facet with more values starts closed

std::size_t place(Facet facet)
{
    return static_cast<std::size_t>(facet);
}

} // namespace

FailureFilter::FailureFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(widgets::TextTableModel::kSortRole);
    setFilterKeyColumn(-1);
    setFilterCaseSensitivity(Qt::CaseInsensitive);
}

void FailureFilter::setTraits(std::vector<FailureTraits> traits)
{
    m_traits = std::move(traits);
    for (std::size_t f = 0; f < kFacets; ++f)
        std::erase_if(m_ticked[f], [&](const QString& value) {
            return std::none_of(
                m_traits.begin(), m_traits.end(), [&](const FailureTraits& row) { return row.values[f] == value; });
        });
}

void FailureFilter::apply()
{
    invalidateFilter();
    Q_EMIT filterChanged();
}

void FailureFilter::setTicked(Facet facet, std::set<QString> values)
{
    m_ticked[place(facet)] = std::move(values);
    apply();
}

void FailureFilter::setStretch(std::optional<Interval> stretch)
{
    m_stretch = stretch;
    apply();
}

void FailureFilter::setText(const QString& text)
{
    setFilterFixedString(text);
    Q_EMIT filterChanged();
}

bool FailureFilter::accepts(int row, std::optional<Facet> except) const
{
    const auto position = static_cast<std::size_t>(row);
    if (position >= m_traits.size())
        return true;
    const FailureTraits& traits = m_traits[position];
    for (std::size_t f = 0; f < kFacets; ++f)
        if (!(except && place(*except) == f) && !m_ticked[f].empty() && !m_ticked[f].contains(traits.values[f]))
            return false;
    if (m_stretch && (!traits.at || *traits.at < m_stretch->begin || *traits.at >= m_stretch->end))
        return false;
    return QSortFilterProxyModel::filterAcceptsRow(row, {});
}

bool FailureFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    return accepts(row, std::nullopt);
}

int FailureFilter::countOf(Facet facet, const QString& value) const
{
    int count = 0;
    for (std::size_t row = 0; row < m_traits.size(); ++row)
        if (!m_traits[row].isLeftOut && m_traits[row].values[place(facet)] == value
            && accepts(static_cast<int>(row), facet))
            ++count;
    return count;
}

int FailureFilter::counted() const
{
    int count = 0;
    for (std::size_t row = 0; row < m_traits.size(); ++row)
        count += !m_traits[row].isLeftOut && accepts(static_cast<int>(row), std::nullopt) ? 1 : 0;
    return count;
}

bool FailureFilter::isFiltering() const
{
    return m_stretch || !filterRegularExpression().pattern().isEmpty()
        || std::any_of(m_ticked.begin(), m_ticked.end(), [](const auto& ticked) { return !ticked.empty(); });
}

FacetPanel::FacetPanel(FailureFilter& filter, QWidget* parent)
    : QTreeView(parent)
    , m_filter(filter)
{
    setObjectName(QStringLiteral("facets"));
    setAccessibleName(tr("Filters by value"));
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
    setIndentation(10);
    setTextElideMode(Qt::ElideRight);
    setUniformRowHeights(true);
    m_model.setColumnCount(2);
    setModel(&m_model);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(kCountColumn, QHeaderView::Fixed);
    header()->resizeSection(kCountColumn, kCountWidth);
    connect(&m_model, &QStandardItemModel::itemChanged, this, &FacetPanel::take);
    connect(&m_filter, &FailureFilter::filterChanged, this, &FacetPanel::recount);
}

QString FacetPanel::unknownValue()
{
    return tr("not known");
}

void FacetPanel::refill()
{
    m_isFilling = true;
    m_model.removeRows(0, m_model.rowCount());
    const std::array<QString, kFacets> names{tr("Classification"), tr("Asset"), tr("Product"), tr("Period")};
    for (std::size_t f = 0; f < kFacets; ++f) {
        std::map<QString, int> counts;
        for (const FailureTraits& traits : m_filter.traits())
            if (!traits.isLeftOut)
                ++counts[traits.values[f]];
        std::vector<std::pair<QString, int>> values(counts.begin(), counts.end());
        if (static_cast<Facet>(f) != Facet::Period) // else in order of time
            std::stable_sort(
                values.begin(), values.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
        auto* facet = new QStandardItem(names[f]);
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        facet->setFont(strong);
        for (const auto& [value, count] : values) {
            auto* item = new QStandardItem(value.isEmpty() ? unknownValue() : value);
            item->setData(value, kValueRole);
            item->setToolTip(item->text());
            item->setCheckable(true);
            item->setCheckState(m_filter.ticked(static_cast<Facet>(f)).contains(value) ? Qt::Checked : Qt::Unchecked);
            auto* number = new QStandardItem(QString::number(count));
            number->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            facet->appendRow({item, number});
        }
        m_model.appendRow({facet, new QStandardItem});
        setExpanded(facet->index(), values.size() <= kMostOpen);
        const bool isKnown = values.size() > 1 || (values.size() == 1 && !values.front().first.isEmpty());
        setRowHidden(static_cast<int>(f), {}, !isKnown); // nothing to choose by
    }
    m_isFilling = false;
    recount();
}

void FacetPanel::recount()
{
    m_isFilling = true;
    for (int f = 0; f < m_model.rowCount(); ++f) {
        const QStandardItem* facet = m_model.item(f);
        for (int row = 0; row < facet->rowCount(); ++row) {
            const int count = m_filter.countOf(static_cast<Facet>(f), facet->child(row)->data(kValueRole).toString());
            facet->child(row, kCountColumn)->setText(QString::number(count));
            facet->child(row)->setEnabled(count > 0 || facet->child(row)->checkState() == Qt::Checked);
        }
    }
    m_isFilling = false;
}

void FacetPanel::take(const QStandardItem* item)
{
    if (m_isFilling || item->parent() == nullptr || !item->isCheckable())
        return;
    const QStandardItem* facet = item->parent();
    std::set<QString> ticked;
    for (int row = 0; row < facet->rowCount(); ++row)
        if (facet->child(row)->checkState() == Qt::Checked)
            ticked.insert(facet->child(row)->data(kValueRole).toString());
    m_filter.setTicked(static_cast<Facet>(facet->row()), std::move(ticked));
}

} // namespace antecedent::app
