// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/records/inspector.h"

#include "app/window/ledger/case_book.h"
#include "app/window/ledger/ledger_form.h"
#include "app/window/ledger/pin_dialog.h"
#include "importers/text/text_source.h"
#include "widgets/common/marks.h"
#include "widgets/common/text.h"

#include <QFontDatabase>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

namespace {

QLabel* heading(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setContentsMargins(0, 12, 0, 2);
    return label;
}

QString fieldRow(const QString& name, const QString& value, const QColor& muted)
{
    if (value.isEmpty())
        return {};
    return QStringLiteral("<tr><td style='color:%3;padding-right:12px'>%1</td><td>%2</td></tr>")
        .arg(name.toHtmlEscaped(), value.toHtmlEscaped(), muted.name());
}

struct Original
{
    QString place;
    QString text;
};

Result<Original> readOriginal(const InvestigationData& snapshot, std::uint32_t event)
{
    const RecordRef record = recordOf(snapshot.dataset, snapshot.context.events, event);
    if (!record.source.valid())
        return Original{};
    const SourceInfo& info = snapshot.dataset.sources[record.source.value];
    const auto stored = std::find_if(snapshot.sources.begin(), snapshot.sources.end(),
        [&](const StoredSource& s) { return s.info.sha256 == info.sha256; });
    if (stored == snapshot.sources.end())
        return Original{};
    const Result<CaseFile> file = CaseFile::open(snapshot.path, OpenMode::ReadOnly);
    if (!file)
        return file.error();
    const Result<std::string> text =
        file->originalRow(stored->id, record.row, [](const StoredSource& source, std::string bytes) {
            return importers::decodeText(bytes, source.encoding, source.compression);
        });
    if (!text)
        return text.error();
    return Original{Inspector::tr("%1, row %2 · sha256 %3")
                        .arg(toQString(info.name))
                        .arg(record.row)
                        .arg(toQString(toHex(info.sha256).substr(0, 8))),
        toQString(*text)};
}

} // namespace

Inspector::Inspector(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_mark(new QLabel)
    , m_title(new QLabel)
    , m_kind(new QLabel)
    , m_fields(new QLabel)
    , m_originalPlace(new QLabel)
    , m_original(new QPlainTextEdit)
    , m_related(new QListWidget)
    , m_pin(formButton(tr("Pin as evidence…"), QStringLiteral("pinRecord"),
          tr("Pin this record to a hypothesis, for, against or beside it"), this))
    , m_note(formButton(tr("Add note…"), QStringLiteral("noteRecord"), tr("Write a note on this record"), this))
    , m_body(new QWidget)
    , m_empty(new QLabel(tr("Select a record to see its fields, its original row and what happened around it.")))
{
    setObjectName(QStringLiteral("inspector"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Button);
    QFont big = m_title->font();
    big.setPointSizeF(12);
    big.setWeight(QFont::DemiBold);
    m_title->setFont(big);
    m_title->setWordWrap(true);
    m_title->setObjectName(QStringLiteral("inspectorTitle"));
    m_kind->setWordWrap(true);
    m_fields->setTextFormat(Qt::RichText);
    m_fields->setWordWrap(true);
    m_fields->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_fields->setObjectName(QStringLiteral("inspectorFields"));
    m_originalPlace->setWordWrap(true);
    m_original->setReadOnly(true);
    m_original->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_original->setAccessibleName(tr("Original row"));
    m_original->setObjectName(QStringLiteral("originalRow"));
    m_original->setMaximumHeight(110);
    m_related->setAccessibleName(tr("Related records"));
    m_related->setFrameShape(QFrame::NoFrame);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setContentsMargins(24, 24, 24, 24);

    auto* top = new QHBoxLayout;
    top->addWidget(m_mark, 0, Qt::AlignTop);
    top->addWidget(m_title, 1);
    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins(14, 14, 14, 14);
    body->addLayout(top);
    body->addWidget(m_kind);
    body->addWidget(m_fields);
    body->addWidget(heading(tr("Original row"), this));
    body->addWidget(m_originalPlace);
    body->addWidget(m_original);
    body->addWidget(heading(tr("Within one hour on the same asset"), this));
    body->addWidget(m_related, 1);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(6);
    actions->addWidget(m_pin);
    actions->addWidget(m_note);
    actions->addStretch(1);
    body->addLayout(actions);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_empty);
    layout->addWidget(m_body);
    connect(m_related, &QListWidget::itemActivated, this,
        [this](const QListWidgetItem* item) { m_workspace.context.select(item->data(Qt::UserRole).toUInt()); });
    connect(m_pin, &QPushButton::clicked, this, &Inspector::pin);
    connect(m_note, &QPushButton::clicked, this, &Inspector::addNote);
    connect(&workspace.book, &CaseBook::changed, this, [this] {
        m_pin->setEnabled(m_workspace.book.isOpen());
        m_note->setEnabled(m_workspace.book.isOpen());
    });
    connect(&workspace.context, &Context::selectionChanged, this, &Inspector::refresh);
    connect(&workspace.context, &Context::zoneChanged, this, &Inspector::refresh);
    connect(&workspace.context, &Context::questionChanged, this, &Inspector::refresh);
    refresh();
}

void Inspector::refresh()
{
    const auto event = m_workspace.context.selected();
    const bool isShown = m_workspace.context.data() && event;
    m_body->setVisible(isShown);
    m_empty->setVisible(!isShown);
    ++m_question;
    if (!isShown)
        return;
    showFields(*event);
    showOriginal(*event);
    showRelated(*event);
}

void Inspector::pin()
{
    if (const auto event = m_workspace.context.selected())
        whenShown(m_workspace, this, *event, [this](const Shown& shown) { askWhereToPin(m_workspace, this, shown); });
}

void Inspector::addNote()
{
    if (const auto event = m_workspace.context.selected())
        whenShown(m_workspace, this, *event, [this](const Shown& shown) { askForNote(m_workspace, this, shown); });
}

void Inspector::showFields(std::uint32_t event)
{
    const InvestigationData& snapshot = *m_workspace.context.data();
    const UnifiedEvents& events = snapshot.context.events;
    const MarkKind kind = markOf(snapshot.dataset, events, event);
    m_mark->setPixmap(markIcon(kind, themeOf(palette())).pixmap(20, 20));
    const std::string code = codeOf(snapshot.dataset, events, event);
    m_title->setText(toQString(code.empty() ? events.className(event) : code));
    const QString text = toQString(textOf(snapshot.dataset, events, event));
    m_kind->setText(text.isEmpty() ? markName(kind) : markName(kind) + QStringLiteral(". ") + text);

    const QColor muted = color(themeOf(palette()), Paint::TextSecondary);
    const SiteTime times = m_workspace.context.times();
    const TimeValue onset = onsetTime(snapshot.dataset, events, event);
    QString rows = fieldRow(tr("Time"), times.full(onset) + QLatin1Char(' ') + times.offset(onset.at()), muted)
        + fieldRow(tr("In UTC"), SiteTime().full(onset), muted);
    if (events.uncertaintyUs[event] > 0)
        rows += fieldRow(
            tr("Known to"), QStringLiteral("±") + spanText(Duration(events.uncertaintyUs[event]), false), muted);
    if (const Failure* failure = m_workspace.context.currentFailure())
        rows += fieldRow(tr("To %1").arg(toQString(failure->id)),
            spanText(Timestamp(Duration(events.onsetUs[event])) - failure->anchor, true), muted);
    const std::int64_t end = events.endUs[event];
    if (end == UnifiedEvents::kOpenEnd)
        rows += fieldRow(tr("End"), tr("still open"), muted);
    else if (end != UnifiedEvents::kNoEnd)
        rows += fieldRow(tr("Duration"), spanText(Duration(end - events.onsetUs[event]), false), muted);
    if (const Asset* asset = snapshot.dataset.asset(events.asset[event]))
        rows += fieldRow(
            tr("Asset"), toQString(asset->id + (asset->description.empty() ? "" : ", " + asset->description)), muted);
    if (const Batch* batch = snapshot.dataset.batch(events.batch[event]))
        rows += fieldRow(tr("Batch"), toQString(batch->id), muted);
    rows += fieldRow(tr("Class"), toQString(events.className(event)), muted)
        + fieldRow(tr("Priority"), toQString(severityOf(snapshot.dataset, events, event)), muted)
        + fieldRow(tr("By"), toQString(actorOf(snapshot.dataset, events, event)), muted);
    m_fields->setText(QStringLiteral("<table cellspacing='0' cellpadding='2'>") + rows + QStringLiteral("</table>"));
}

void Inspector::showOriginal(std::uint32_t event)
{
    const std::uint64_t question = m_question;
    const DataPtr snapshot = m_workspace.context.data();
    m_workspace.jobs.run<Original>(
        QString(), this,
        [snapshot, event](const std::stop_token&, const ProgressFn&) { return readOriginal(*snapshot, event); },
        [this, question](Result<Original> original) {
            if (question != m_question)
                return;
            m_originalPlace->setText(original ? original->place : toQString(errorPhrase(original.error())));
            m_original->setPlainText(original ? original->text : QString());
            m_original->setVisible(original && !original->text.isEmpty());
        });
}

void Inspector::showRelated(std::uint32_t event)
{
    constexpr std::int64_t kHourUs = 3'600'000'000;
    constexpr std::size_t kMost = 200;
    m_related->clear();
    const InvestigationData& snapshot = *m_workspace.context.data();
    const UnifiedEvents& events = snapshot.context.events;
    const std::int64_t at = events.onsetUs[event];
    std::size_t shown = 0;
    for (const std::uint32_t other : snapshot.context.byAsset.range(events.asset[event], at - kHourUs, at + kHourUs)) {
        if (other == event || shown == kMost)
            continue;
        ++shown;
        auto* item = new QListWidgetItem(markIcon(markOf(snapshot.dataset, events, other), themeOf(palette())),
            QStringLiteral("%1   %2").arg(
                spanText(Duration(events.onsetUs[other] - at), true), toQString(events.className(other))),
            m_related);
        item->setData(Qt::UserRole, other);
    }
    if (shown == 0) {
        auto* none = new QListWidgetItem(tr("Nothing else is recorded."), m_related);
        none->setFlags(Qt::NoItemFlags);
    }
}

} // namespace antecedent::app
