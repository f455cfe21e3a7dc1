// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The mapping in work as a table: a row for each column of the file with what becomes of it, then the values that are
// made, then what is still missing. Edits are announced, and done by the page. Threads: GUI.

#include "app/window/import/import_draft.h"
#include "importers/proposal/mapping_edit.h"
#include "widgets/common/palette.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <optional>
#include <vector>

namespace antecedent::app {

class MappingModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { kName, kExamples, kBecomes, kValue, kWhy, kColumns };
    // What a person can choose for a column of the file.
    struct Choice
    {
        QString label;
        std::optional<importers::MapTarget> target; // nullopt: kept as an attribute, or left out
        bool isIgnored = false;
    };

    explicit MappingModel(QObject* parent = nullptr);

    void setDraft(const ImportDraft& draft);
    // A target without a value that a person wants to give one.
    void addOpenTarget(const importers::MapTarget& target);
    void setTheme(widgets::Theme theme);

    const std::vector<Choice>& choices() const { return m_choices; }
    // The file's column of a row; nullopt for values that are made.
    std::optional<std::size_t> sourceOf(int row) const;
    std::optional<importers::MapTarget> targetOf(int row) const; // the first one
    int rowOf(const importers::MapTarget& target) const; // -1: none
    static QString targetName(const importers::Profile& mapping, const importers::MapTarget& target);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void choiceMade(int source, int choice);
    void valueEdited(int table, int column, const QString& value);

private:
    struct Row
    {
        std::optional<std::size_t> source;
        std::optional<importers::MapTarget> target;
        QString cells[kColumns];
        int choice = 0; // position in m_choices
        bool isMissing = false;
    };
    void addSourceRows(const ImportDraft& draft);
    void addMadeRows(const ImportDraft& draft);
    void addChoices(const ImportDraft& draft);

    std::vector<Row> m_rows;
    std::vector<Choice> m_choices;
    std::vector<importers::MapTarget> m_open;
    widgets::Theme m_theme = widgets::Theme::Light;
};

} // namespace antecedent::app
