// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/evidence/plan_panel.h"

#include "app/window/shared/window_names.h"
#include "widgets/common/palette.h"
#include "widgets/common/site_time.h"
#include "widgets/common/text.h"
#include "widgets/document/context.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kSide = 14;
constexpr int kMostControls = 1000;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(PlanPanel)

public:
    static QString since(SinceEvent event)
    {
        switch (event) {
        case SinceEvent::CalibrationPass:
            return tr("the time since the last passing calibration");
        case SinceEvent::Clean:
            return tr("the time since the last cleaning");
        case SinceEvent::Replacement:
            return tr("the time since the last replacement");
        case SinceEvent::GoodBatch:
            return tr("the time since the last good batch");
        case SinceEvent::Maintenance:
            return tr("the time since the last maintenance");
        case SinceEvent::TestPass:
            return tr("the time since the last passing test");
        case SinceEvent::Inspection:
            return tr("the time since the last inspection or replacement");
        case SinceEvent::Changeover:
            return tr("the time since the last changeover");
        }
        return {};
    }

    // `72 h`, `14 d`; in two units where it is no whole number of hours.
    static QString hours(Duration wall)
    {
        const auto whole = std::chrono::duration_cast<std::chrono::hours>(wall);
        if (whole != wall)
            return spanText(wall, false);
        const bool isDays = whole.count() > 72 && whole.count() % 24 == 0;
        return isDays ? tr("%1 d").arg(whole.count() / 24) : tr("%1 h").arg(whole.count());
    }

    static QString length(const WindowLength& length)
    {
        switch (length.unit) {
        case LengthUnit::Wall:
            return hours(length.wall);
        case LengthUnit::Batches:
            return tr("the last %1 batches", nullptr, pluralOf(std::llround(length.amount)))
                .arg(numberText(length.amount, 'g', 6));
        case LengthUnit::RunHours:
            return tr("%1 run hours", nullptr, pluralOf(std::llround(length.amount)))
                .arg(numberText(length.amount, 'g', 6));
        case LengthUnit::Uses:
            return tr("the last %1 uses", nullptr, pluralOf(std::llround(length.amount)))
                .arg(numberText(length.amount, 'g', 6));
        case LengthUnit::Since:
            return since(length.since);
        case LengthUnit::Procedure:
            return tr("the time from %1 before its unit procedure began").arg(hours(length.wall));
        }
        return {};
    }

    static QString scope(Scope scope)
    {
        switch (scope) {
        case Scope::Asset:
            return tr("on the asset and its parts");
        case Scope::Unit:
            return tr("on its unit");
        case Scope::Batch:
            return tr("on all units of the batch");
        case Scope::Upstream:
            return tr("on all units of the batch and of the batches it was made from");
        case Scope::Cell:
            return tr("in its process cell");
        case Scope::Site:
            return tr("on the whole site");
        }
        return {};
    }

    static QString window(const WindowOptions& options)
    {
        QStringList bounds;
        if (options.atLeast)
            bounds << tr("at least %1").arg(length(*options.atLeast));
        if (options.atMost)
            bounds << tr("at most %1").arg(length(*options.atMost));
        if (options.fallback)
            bounds << tr("where that is not known %1").arg(length(*options.fallback));
        const QString limits = bounds.isEmpty() ? QString() : tr(" (%1)").arg(bounds.join(QStringLiteral("; ")));
        const bool isAmount = options.before.unit == LengthUnit::Wall || options.before.unit == LengthUnit::RunHours;
        QString text = tr("Looked for in %1%2 before t0, %3.")
                           .arg(isAmount ? tr("the %1").arg(length(options.before)) : length(options.before), limits,
                               scope(options.scope));
        if (options.after != wallLength(Duration{}))
            text += tr(" %1 after t0 is shown, never antecedent.").arg(length(options.after));
        return text
            + (options.controls > 0
                    ? tr(" Compared with up to %1 controls per failure.", nullptr, pluralOf(options.controls))
                          .arg(options.controls)
                    : tr(" Compared with nothing: without controls no candidate can be tested."));
    }
};

void addChoice(QComboBox* box, const QString& words, const std::string& text)
{
    box->addItem(words, toQString(text));
}

// Chooses the item with this text of the plan; one that is not among them is added.
void choose(QComboBox* box, const std::string& text)
{
    const QString wanted = toQString(text);
    int index = box->findData(wanted);
    if (index < 0) {
        box->addItem(wanted, wanted);
        index = box->count() - 1;
    }
    box->setCurrentIndex(index);
}

} // namespace

PlanPanel::PlanPanel(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("planPanel"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSide, 6, kSide, 8);
    layout->setSpacing(6);
    auto* fields = new QHBoxLayout;
    fields->setObjectName(QStringLiteral("fields"));
    fields->setSpacing(12);
    layout->addLayout(fields);
    m_template = addCombo(QStringLiteral("planTemplate"), tr("Template of this class"),
        tr("What is usual for this class of failure; the other fields start from it"), 150, false);
    m_before = addCombo(QStringLiteral("planBefore"), tr("Window before t0"),
        tr("A length such as 36 h or 10 d, or one of the list"), 170, true);
    m_after = addCombo(QStringLiteral("planAfter"), tr("After t0"), tr("Shown, never antecedent: 4 h, 0 h"), 80, true);
    m_clock = addCombo(QStringLiteral("planClock"), tr("Clock"), tr("Unit of the lags that are shown"), 100, false);
    m_anchor = addCombo(QStringLiteral("planAnchor"), tr("t0 is when it"),
        tr("When the failure happened: one of the list, or “start of” or “end of” and the name of a step"), 130, true);
    m_scope = addCombo(
        QStringLiteral("planScope"), tr("Compared within"), tr("Where antecedents are looked for"), 110, false);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    auto* label = new QLabel(tr("Controls, at most"), this);
    m_controls = new QSpinBox(this);
    m_controls->setObjectName(QStringLiteral("planControls"));
    m_controls->setAccessibleName(label->text());
    m_controls->setToolTip(tr("Control windows or batches per failure"));
    m_controls->setRange(0, kMostControls);
    label->setBuddy(m_controls);
    column->addWidget(label);
    column->addWidget(m_controls);
    fields->addLayout(column);
    fields->addStretch(1);
    m_words = new QLabel(this);
    m_words->setObjectName(QStringLiteral("planWords"));
    m_words->setWordWrap(true);
    layout->addWidget(m_words);
    addLengths();
    connect(m_template, &QComboBox::activated, this, &PlanPanel::takeTemplate);
    for (QComboBox* box : {m_clock, m_scope})
        connect(box, &QComboBox::currentIndexChanged, this, &PlanPanel::takeEdit);
    for (QComboBox* box : {m_before, m_after, m_anchor})
        connect(box, &QComboBox::editTextChanged, this, &PlanPanel::takeEdit);
    connect(m_controls, &QSpinBox::valueChanged, this, &PlanPanel::takeEdit);
}

QComboBox* PlanPanel::addCombo(
    const QString& name, const QString& label, const QString& tip, int width, bool isEditable)
{
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    auto* caption = new QLabel(label, this);
    auto* box = new QComboBox(this);
    box->setObjectName(name);
    box->setAccessibleName(label);
    box->setToolTip(tip);
    box->setMinimumWidth(width);
    box->setEditable(isEditable);
    box->setInsertPolicy(QComboBox::NoInsert);
    caption->setBuddy(box);
    column->addWidget(caption);
    column->addWidget(box);
    static_cast<QVBoxLayout*>(layout())->itemAt(0)->layout()->addItem(column);
    return box;
}

void PlanPanel::addTemplates()
{
    m_template->clear();
    for (const PlanTemplate& plan : m_templates.templates) {
        addChoice(m_template, toQString(plan.name), plan.name);
        m_template->setItemData(m_template->count() - 1, toQString(term(plan.description)), Qt::ToolTipRole);
    }
}

void PlanPanel::addLengths()
{
    addTemplates();
    addUsualLengthsBefore(*m_before);
    for (int i = 0; i < m_before->count(); ++i)
        if (const Result<WindowLength> length = lengthOfName(m_before->itemText(i)))
            m_before->setItemData(i, Words::length(*length), Qt::ToolTipRole);
    addUsualLengthsAfter(*m_after);
    addUsualAnchors(*m_anchor);
    addChoice(m_clock, tr("wall clock"), "wall");
    addChoice(m_clock, tr("phase"), "phase");
    addChoice(m_clock, tr("batches"), "batch");
    addChoice(m_clock, tr("run hours"), "run-hours");
    addChoice(m_clock, tr("uses"), "uses");
    addChoice(m_scope, tr("asset"), "asset");
    addChoice(m_scope, tr("unit"), "unit");
    addChoice(m_scope, tr("batch"), "batch");
    addChoice(m_scope, tr("upstream"), "upstream");
    addChoice(m_scope, tr("cell"), "cell");
    addChoice(m_scope, tr("site"), "site");
}

void PlanPanel::setPlan(const AnalysisPlan& plan, const PlanTemplates& templates, const std::string& classification)
{
    const Result<WindowOptions> options = optionsBy(templates, plan, classification);
    if (!options)
        return;
    m_base = plan;
    m_classification = classification;
    m_isFilling = true;
    if (m_templates.hash != templates.hash) {
        m_templates = templates;
        addTemplates();
    }
    const auto named = plan.perClassification.find(classification);
    choose(m_template, named != plan.perClassification.end() ? named->second : m_templates.match(classification).name);
    m_isFilling = false;
    showFields(*options);
}

void PlanPanel::showFields(const WindowOptions& options)
{
    m_isFilling = true;
    m_before->setEditText(lengthName(options.before));
    m_after->setEditText(lengthName(options.after));
    choose(m_clock, toText(options.clock));
    m_anchor->setEditText(anchorName(options.anchor));
    choose(m_scope, toText(options.scope));
    m_controls->setValue(options.controls);
    m_isFilling = false;
    check();
}

void PlanPanel::takeTemplate()
{
    showFields(usual());
    Q_EMIT edited();
}

WindowOptions PlanPanel::usual() const
{
    WindowOptions base;
    base.controls = m_controls->value();
    return optionsOf(chosenTemplate(), base);
}

QString PlanPanel::words() const
{
    return m_words->text();
}

QString PlanPanel::templateWords() const
{
    const std::optional<WindowOptions> shown = window();
    return shown && !isSameWindow(*shown, usual()) ? Words::window(usual()) : QString();
}

QString PlanPanel::templateName() const
{
    return m_template->currentText();
}

const PlanTemplate& PlanPanel::chosenTemplate() const
{
    const PlanTemplate* chosen = m_templates.find(textOf(m_template));
    return chosen != nullptr ? *chosen : m_templates.templates.back();
}

std::string PlanPanel::textOf(const QComboBox* box) const
{
    if (!box->isEditable())
        return toUtf8(box->currentData().toString());
    const QString typed = box->currentText().trimmed();
    if (box == m_anchor) {
        const Result<AnchorRule> anchor = anchorOfName(typed);
        return anchor ? toText(*anchor) : toUtf8(typed);
    }
    const Result<WindowLength> length = lengthOfName(typed);
    return length ? toText(*length) : toUtf8(typed);
}

std::optional<WindowOptions> PlanPanel::read(std::string& problem) const
{
    WindowOptions options = optionsOf(chosenTemplate());
    const auto take = [&](const QComboBox* box, auto parse, auto& target) {
        auto parsed = parse(textOf(box));
        if (parsed)
            target = *parsed;
        else if (problem.empty())
            problem = toUtf8(box->accessibleName()) + ": " + parsed.error().detail;
    };
    const WindowLength ofTemplate = options.before;
    take(m_before, parseWindowLength, options.before);
    if (options.before != ofTemplate) {
        options.atLeast.reset();
        options.atMost.reset();
        options.fallback.reset();
    }
    take(m_after, parseWindowLength, options.after);
    take(m_clock, parseClock, options.clock);
    take(m_anchor, parseAnchor, options.anchor);
    take(m_scope, parseScope, options.scope);
    options.controls = m_controls->value();
    return problem.empty() ? std::optional(options) : std::nullopt;
}

std::optional<WindowOptions> PlanPanel::window() const
{
    std::string problem;
    return read(problem);
}

void PlanPanel::takeEdit()
{
    if (m_isFilling)
        return;
    check();
    if (m_isValid)
        Q_EMIT edited();
}

void PlanPanel::check()
{
    std::string problem;
    const std::optional<WindowOptions> options = read(problem);
    m_isValid = options.has_value();
    m_words->setText(m_isValid ? Words::window(*options) : toQString(problem));
    QPalette ink = palette();
    if (!m_isValid)
        ink.setColor(QPalette::WindowText, color(themeOf(palette()), Paint::Error));
    m_words->setPalette(ink);
}

PlanOverrides PlanPanel::overrides() const
{
    PlanOverrides out;
    if (m_templates.find(m_base.templateName) != nullptr)
        out.templateName = m_base.templateName;
    for (const auto& [classification, name] : m_base.perClassification)
        if (m_templates.match(classification).name != name)
            out.templates[classification] = name;
    const std::string chosen = textOf(m_template);
    const auto named = m_base.perClassification.find(m_classification);
    const bool isOther = named == m_base.perClassification.end() || named->second != chosen;
    if (isOther)
        out.templates[m_classification] = chosen;
    const Result<WindowOptions> shown = optionsBy(m_templates, m_base, m_classification);
    const WindowOptions usual = optionsOf(chosenTemplate());
    // What was not touched stays as it is in the plan; after another template was chosen, what it does not say.
    const auto field = [&](const QComboBox* box, const auto& before, const auto& ofTemplate,
                           const std::string& stated) -> std::optional<std::string> {
        const std::string text = textOf(box);
        if (!isOther && text == toText(before))
            return stated == "template" ? std::nullopt : std::optional(stated);
        return isOther && text == toText(ofTemplate) ? std::nullopt : std::optional(text);
    };
    out.before = field(m_before, shown->before, usual.before, m_base.before);
    out.after = field(m_after, shown->after, usual.after, m_base.after);
    out.clock = field(m_clock, shown->clock, usual.clock, m_base.clock);
    out.anchor = field(m_anchor, shown->anchor, usual.anchor, m_base.anchor);
    out.scope = field(m_scope, shown->scope, usual.scope, m_base.scope);
    out.controls = m_controls->value();
    return out;
}

} // namespace antecedent::app
