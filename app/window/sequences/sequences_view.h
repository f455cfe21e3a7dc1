// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sequences: the graph of what came before the failure with time to failure as its x axis; support and number of nodes
// are chosen with sliders, what is folded is counted, and every count leads to its windows and from there to the
// timeline. Saves SVG, PNG, DOT, GraphML and JSON. Threads: GUI.

#include "app/window/sequences/sequences.h"
#include "app/window/shared/view.h"
#include "widgets/itemmodels/text_table_model.h"

#include <QTimer>

#include <map>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QSlider;

namespace antecedent::widgets {
class SequenceWidget;
}

namespace antecedent::app {

class TableView;

class SequencesView : public View
{
    Q_OBJECT

public:
    explicit SequencesView(const Workspace& workspace, QWidget* parent = nullptr);
    QString title() const override;
    bool isTable() const override { return true; }

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeBar();
    void addBrush(QHBoxLayout* bar);
    void showBrush();
    QWidget* makeSide();
    void refresh();
    void answer(Result<Sequences> made);
    void showAnswer();
    void showEmpty(const QString& sentence);
    void showChoice();
    void openWindow();
    void save(const QString& format);
    QString footText() const;
    std::vector<SequenceWindow> chosenWindows() const;

    Workspace m_workspace;
    QButtonGroup* m_mode = nullptr;
    QSlider* m_support = nullptr;
    QLabel* m_supportText = nullptr;
    QSlider* m_top = nullptr;
    QLabel* m_topText = nullptr;
    QPushButton* m_brush = nullptr;
    QPushButton* m_save = nullptr;
    QScrollArea* m_scroll = nullptr;
    widgets::SequenceWidget* m_graph = nullptr;
    QLabel* m_chosen = nullptr;
    QLabel* m_counts = nullptr;
    widgets::TextTableModel m_windows;
    TableView* m_table = nullptr;
    QPushButton* m_open = nullptr;
    QTimer m_settle; // sliders and edges of the window come to rest first
    std::optional<SequencesQuestion> m_asked;
    std::optional<Sequences> m_answer;
    std::map<std::string, int> m_rows; // of the classes seen so far, which keep their places
    std::string m_rowsOf; // case, mode and classification
    int m_wantedSupport = 0; // 0: the usual one
};

} // namespace antecedent::app
