// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The analysis plan as it is edited: the template of one classification; window, clock, anchor, scope and controls,
// which hold for all classifications; and in words what they mean. Tells of each change that makes sense; what does not
// is said below and keeps the plan as it was. Threads: GUI.

#include "model/alignment/window_options.h"
#include "model/evidence/plan.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;

namespace antecedent::app {

class PlanPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PlanPanel(QWidget* parent = nullptr);

    // Shows a plan that was made with these templates; no signal.
    void setPlan(const AnalysisPlan& plan, const PlanTemplates& templates, const std::string& classification);
    // Shows these windows for the classification, the rest as it is; no signal.
    void setWindow(const WindowOptions& options) { showFields(options); }
    std::optional<WindowOptions> window() const; // as shown; nullopt: it makes no sense
    // What makes the plan as shown, for makePlan().
    PlanOverrides overrides() const;
    bool isValid() const { return m_isValid; }
    QString words() const; // what the fields mean, or what is wrong with them
    QString templateName() const;
    // What the template means, if the fields differ from it, else empty.
    QString templateWords() const;
    void takeTemplate(); // into the fields; tells

Q_SIGNALS:
    void edited();

private:
    QComboBox* addCombo(const QString& name, const QString& label, const QString& tip, int width, bool isEditable);
    void addTemplates();
    void addLengths();
    void showFields(const WindowOptions& options);
    WindowOptions usual() const; // of the chosen template
    void takeEdit();
    void check(); // reads the fields, says what they mean
    std::optional<WindowOptions> read(std::string& problem) const;
    std::string textOf(const QComboBox* box) const;
    const PlanTemplate& chosenTemplate() const;

    AnalysisPlan m_base;
    PlanTemplates m_templates = builtinPlanTemplates();
    std::string m_classification;
    bool m_isValid = true;
    bool m_isFilling = false;
    QComboBox* m_template;
    QComboBox* m_before;
    QComboBox* m_after;
    QComboBox* m_clock;
    QComboBox* m_anchor;
    QComboBox* m_scope;
    QSpinBox* m_controls;
    QLabel* m_words;
};

} // namespace antecedent::app
