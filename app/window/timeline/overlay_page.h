// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The batch of the current failure over good batches: what leaves the golden profile and the batches at the left, the
// signals at the right, above them step, alignment, widths and number of good batches. Computed in a job while it is
// shown; an answer to an older question is dropped, and its work stopped. Where there is nothing to lay over it says
// why and what to do. Threads: GUI.

#include "app/window/shared/view.h"
#include "widgets/profile/overlay_widget.h"

#include <QWidget>

#include <map>
#include <set>

class QComboBox;
class QBoxLayout;
class QLabel;
class QListView;
class QPushButton;
class QSpinBox;
class QSplitter;
class QStackedWidget;
class QTreeView;

namespace antecedent::app {

class BatchesModel;
class LeavingModel;

class OverlayPage : public QWidget
{
    Q_OBJECT

public:
    explicit OverlayPage(const Workspace& workspace, QWidget* parent = nullptr);

    widgets::OverlayWidget* overlay() const { return m_overlay; }
    bool isShowing() const; // signals, and no message instead

Q_SIGNALS:
    void failed(const antecedent::Error& error);
    void told(const QString& note);
    void alignedWanted(); // the aligned failures instead

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    // Batches that a person took in and out, per failure.
    struct Hand
    {
        std::set<std::string> in;
        std::set<std::string> out;
    };
    // What the picture is the answer to.
    struct Asked
    {
        widgets::DataPtr data;
        std::string failure;
        ProfileOptions options;
    };

    QBoxLayout* makeBar();
    QWidget* makeLists();
    QWidget* makeMessage();
    QWidget* makeValues();
    void connectLists();
    void refresh();
    void setChoosable(bool isChoosable);
    void giveUp(const QString& why);
    bool isAnswered(const Asked& asked) const;
    void compute(const Asked& asked, const ProfileQuestion& question);
    void answer(Asked asked, Result<widgets::ProfilePtr> found);
    void showProfile();
    void showMessage(const QString& text, bool isRetry = false);
    void fillSteps();
    void followSignal();
    void showValues();
    void openRow(const QModelIndex& row);
    void tick(std::size_t batch, bool isIn);
    ProfileOptions options() const;

    Workspace m_workspace;
    QComboBox* m_step;
    QComboBox* m_align;
    QComboBox* m_width;
    QSpinBox* m_against;
    QPushButton* m_byRule;
    LeavingModel* m_leavingModel;
    BatchesModel* m_batchesModel;
    QListView* m_leaving;
    QTreeView* m_batches;
    QLabel* m_leavingTitle = nullptr;
    QLabel* m_shortage;
    widgets::OverlayWidget* m_overlay;
    QLabel* m_values = nullptr;
    QStackedWidget* m_pages;
    QSplitter* m_body; // lists, picture
    bool m_isMoved = false; // by a person
    QLabel* m_message = nullptr;
    QPushButton* m_action = nullptr;
    std::map<std::string, Hand> m_hands;
    std::string m_failure; // whose steps are offered
    std::string m_wantedStep; // empty: where the failure happened
    std::size_t m_wantedOccurrence = 1;
    std::optional<Asked> m_asked; // being computed, or shown
    std::uint64_t m_number = 0; // of the latest question
    std::stop_source m_stop; // of its work
};

} // namespace antecedent::app
