// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What to report on: failures, title, folder, and what writing does to the plan of the case. The failure at hand is
// chosen until somebody chooses others. Threads: GUI.

#include "widgets/common/site_time.h"
#include "widgets/document/investigation_data.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace antecedent::app {

class ReportContents;

class ReportPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ReportPanel(QWidget* parent = nullptr);

    // Keeps choice and folder while the file is the same.
    void setData(const widgets::DataPtr& snapshot, const widgets::SiteTime& times);
    void setFailure(std::optional<std::size_t> failure); // position in InvestigationData::failures
    void setFrozen(bool isFrozen); // whether the case has a plan already; unknown, and nothing to write, before
    void setWriting(bool isWriting);
    void setProgress(double fraction); // negative: not known

    std::vector<std::string> failures() const; // the chosen ones
    QString reportTitle() const;
    QString folder() const; // with '/'
    const ReportContents& contents() const { return *m_contents; }

Q_SIGNALS:
    void wanted();
    void cancelled();
    void folderChanged();
    void orderChanged(); // other failures, title, language or figures

private:
    QLabel* addLabel(QVBoxLayout* layout, const QString& text, QWidget* buddy);
    void addFailures(QVBoxLayout* layout);
    void addPlace(QVBoxLayout* layout);
    void addActions(QVBoxLayout* layout);
    void refresh(); // what would be written, and whether that can be
    void chooseFolder();

    widgets::DataPtr m_data;
    QListWidget* m_failures;
    QLineEdit* m_title;
    ReportContents* m_contents;
    QLineEdit* m_folder;
    QLabel* m_count;
    QLabel* m_plan;
    QPushButton* m_write;
    QPushButton* m_cancel;
    QProgressBar* m_progress;
    std::optional<bool> m_isFrozen;
    bool m_isWriting = false;
    bool m_isChosenByHand = false;
    bool m_isFilling = false;
};

} // namespace antecedent::app
