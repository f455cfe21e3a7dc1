// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The left side of the mapping step: what the file is recognised as and why, how its text is read, and what its times
// mean, with the evidence for every guess. Changes the draft's mapping and says so. Threads: GUI.

#include "app/window/import/import_draft.h"

#include <QScrollArea>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace antecedent::app {

class FormPanel : public QScrollArea
{
    Q_OBJECT

public:
    FormPanel(const std::string& siteZone, const std::vector<importers::Profile>& own, QWidget* parent = nullptr);

    void setDraft(ImportDraft* draft); // outlives its being shown
    // What changed with the last plan: evidence, reasons, columns with times.
    void showPlan();

Q_SIGNALS:
    void changed(); // the draft's plan is to be made anew

private:
    void makeFormat(QVBoxLayout& layout);
    void makeText(QVBoxLayout& layout);
    void makeTimes(QVBoxLayout& layout);
    void makeKeep(QVBoxLayout& layout);
    QComboBox* zoneBox(const QString& first);
    void showFormats();
    void showText();
    void showTimes();
    void addTimeColumn(const std::string& column);
    void chooseFormat(int index);
    void edit(const std::function<void(importers::Profile&)>& change);
    QString dateEvidence(const std::string& column) const;

    std::string m_siteZone;
    const std::vector<importers::Profile>& m_own;
    ImportDraft* m_draft = nullptr;
    bool m_isShowing = false; // boxes are being filled, nothing is chosen
    QLabel* m_name;
    QLabel* m_size;
    QComboBox* m_format;
    QLabel* m_reason;
    QFormLayout* m_textForm;
    QComboBox* m_encoding;
    QComboBox* m_delimiter;
    QComboBox* m_decimal;
    QSpinBox* m_titleRows;
    QSpinBox* m_skipRows;
    QCheckBox* m_header;
    QLabel* m_textReason;
    QComboBox* m_zone;
    QLabel* m_zoneEvidence;
    QComboBox* m_ambiguous;
    QComboBox* m_zoneColumn;
    QWidget* m_columns;
    QVBoxLayout* m_columnLayout;
    std::vector<std::string> m_shownColumns;
    QCheckBox* m_keep;
    QLineEdit* m_keepName;
};

} // namespace antecedent::app
