// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which failures are listed: those whose values are ticked in each facet (nothing ticked: all), whose time is in a
// chosen stretch, and whose cells hold a text; and the panel of facets with how many each value would leave, given the
// other facets. Threads: GUI.

#include "model/base/time.h"

#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTreeView>

#include <array>
#include <optional>
#include <set>
#include <vector>

namespace antecedent::app {

enum class Facet : std::uint8_t { Classification, Asset, Product, Period };
inline constexpr std::size_t kFacets = 4;

struct FailureTraits
{
    std::array<QString, kFacets> values; // by Facet; empty: not known
    std::optional<Timestamp> at; // unset: undated
    bool isLeftOut = false; // an event that a sentinel leaves out: listed, never counted
};

class FailureFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit FailureFilter(QObject* parent = nullptr);

    void setTraits(std::vector<FailureTraits> traits); // by row of the source, before its rows are set
    const std::vector<FailureTraits>& traits() const { return m_traits; }
    void setTicked(Facet facet, std::set<QString> values);
    const std::set<QString>& ticked(Facet facet) const { return m_ticked[static_cast<std::size_t>(facet)]; }
    // Failures in [begin, end) only, of one value of a facet; nullopt: all.
    void setStretch(std::optional<Interval> stretch);
    void setText(const QString& text);
    // How many rows would be left with this value alone ticked in its facet.
    int countOf(Facet facet, const QString& value) const;
    int counted() const; // rows shown that are failures
    bool isFiltering() const;

Q_SIGNALS:
    void filterChanged();

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    bool accepts(int row, std::optional<Facet> except) const;
    void apply();

    std::vector<FailureTraits> m_traits;
    std::array<std::set<QString>, kFacets> m_ticked;
    std::optional<Interval> m_stretch;
};

class FacetPanel : public QTreeView
{
    Q_OBJECT

public:
    explicit FacetPanel(FailureFilter& filter, QWidget* parent = nullptr);

    void refill(); // the failures are others
    static QString unknownValue();

private:
    void recount();
    void take(const QStandardItem* item);

    FailureFilter& m_filter;
    QStandardItemModel m_model;
    bool m_isFilling = false;
};

} // namespace antecedent::app
