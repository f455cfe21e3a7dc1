// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/import/join_dialog.h"

#include "app/window/import/mapping_model.h"
#include "app/window/shared/table_view.h"
#include "importers/format/source_path.h"
#include "widgets/common/palette.h"
#include "widgets/common/site_time.h"
#include "widgets/common/text.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace antecedent::app {

using namespace importers;
using namespace widgets;

namespace {

enum Column { kHeading, kExamples, kBecomes, kColumns };

QString examplesOf(const JoinedList& list, std::size_t column)
{
    constexpr qsizetype kCount = 3;
    constexpr std::size_t kLooked = 200; // rows
    QStringList out;
    for (std::size_t r = 0; r < std::min(kLooked, list.rows.size()) && out.size() < kCount; ++r) {
        const QString text = toQString(shownText(list.rows[r][column], 60)).simplified();
        if (!text.isEmpty() && !out.contains(text))
            out << text;
    }
    return out.join(QStringLiteral("  ·  "));
}

void fill(QComboBox* box, const std::vector<std::string>& columns, std::optional<std::size_t> current)
{
    const QSignalBlocker quiet(box);
    box->clear();
    for (const std::string& column : columns)
        box->addItem(toQString(shownText(column, 200)).simplified());
    box->setCurrentIndex(current ? static_cast<int>(*current) : -1);
}

} // namespace

JoinDialog::JoinDialog(Jobs& jobs, Profile mapping, std::shared_ptr<const SourceHead> head,
    const std::vector<std::string>& files, QWidget* parent)
    : QDialog(parent)
    , m_jobs(jobs)
    , m_mapping(std::move(mapping))
    , m_joined(m_mapping)
    , m_head(std::move(head))
    , m_files(new QComboBox(this))
    , m_source(new QComboBox(this))
    , m_key(new QComboBox(this))
    , m_columns(new QTableWidget(0, kColumns, this))
    , m_said(new QLabel(this))
{
    setWindowTitle(tr("Columns of another list"));
    setObjectName(QStringLiteral("joinDialog"));
    m_files->setObjectName(QStringLiteral("joinFile"));
    m_files->setPlaceholderText(tr("choose the list"));
    for (const std::string& file : files)
        m_files->addItem(QFileInfo(toQString(file)).fileName(), toQString(file));
    m_files->addItem(tr("Another file…"));
    m_files->setCurrentIndex(-1);
    m_source->setObjectName(QStringLiteral("joinSource"));
    m_key->setObjectName(QStringLiteral("joinKey"));
    fill(m_source, m_head->columns, std::nullopt);
    padCells(*m_columns);
    m_columns->setObjectName(QStringLiteral("joinColumns"));
    m_columns->setAccessibleName(tr("Columns of the list and what they become"));
    m_columns->setHorizontalHeaderLabels({tr("Column of the list"), tr("Values in it"), tr("Becomes")});
    m_columns->verticalHeader()->hide();
    m_columns->horizontalHeader()->setStretchLastSection(true);
    m_columns->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_columns->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_columns->setShowGrid(false);
    m_columns->setFrameShape(QFrame::NoFrame);
    m_columns->setColumnWidth(kHeading, 170);
    m_columns->setColumnWidth(kExamples, 230);
    m_said->setObjectName(QStringLiteral("joinOutcome"));
    m_said->setWordWrap(true);
    auto* form = new QFormLayout;
    form->addRow(tr("List"), m_files);
    form->addRow(tr("Its column"), m_key);
    form->addRow(tr("holds the texts of"), m_source);
    auto* note = new QLabel(tr("What the list says now is kept with the mapping. A text that it lacks gives no value; "
                               "ids and required values stay as they are."),
        this);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setEnabled(false);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_columns, 1);
    layout->addWidget(m_said);
    layout->addWidget(note);
    layout->addWidget(buttons);
    for (std::size_t t = 0; t < m_mapping.tables.size(); ++t)
        for (std::size_t c = 0; c < tableSpec(m_mapping.tables[t].table).columns.size(); ++c)
            if (canBeJoined(m_mapping, {t, c}))
                m_targets.push_back({t, c});
    connect(m_files, &QComboBox::activated, this, &JoinDialog::chooseList);
    connect(m_source, &QComboBox::currentIndexChanged, this, &JoinDialog::ask);
    connect(m_key, &QComboBox::currentIndexChanged, this, [this] {
        showColumns();
        ask();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(640, 520);
}

JoinDialog::~JoinDialog()
{
    m_stop.request_stop();
    m_asked.request_stop();
}

void JoinDialog::chooseList(int index)
{
    QString path = m_files->itemData(index).toString();
    if (path.isEmpty()) {
        path = QFileDialog::getOpenFileName(this, tr("Another list"));
        if (path.isEmpty()) {
            m_files->setCurrentIndex(m_shownFile);
            return;
        }
        m_files->insertItem(index, QFileInfo(path).fileName(), path);
        m_files->setCurrentIndex(index);
    }
    m_shownFile = index;
    readList(toUtf8(path));
}

void JoinDialog::readList(const std::string& path)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_asked.request_stop();
    const std::uint64_t question = ++m_question;
    m_list.reset();
    m_columns->setRowCount(0);
    m_key->clear();
    m_ok->setEnabled(false);
    m_said->setText(tr("reading the list …"));
    m_jobs.run<Listing>(
        QString(), this,
        [path, head = m_head, own = m_stop](const std::stop_token& stop, const ProgressFn&) -> Result<Listing> {
            std::stop_source either = own;
            const std::stop_callback both(stop, [&either] { either.request_stop(); });
            const SourcePath named = splitSourcePath(path);
            const std::string name = toUtf8(QFileInfo(toQString(named.file)).fileName());
            Result<JoinedList> list =
                readJoinedList([&named] { return openSource(named); }, name, named.part, either.get_token());
            if (!list)
                return list.error();
            const auto shared = std::make_shared<const JoinedList>(std::move(*list));
            return Listing{shared, guessJoinKey(*head, *shared)};
        },
        [this, question](Result<Listing> listing) {
            if (question != m_question)
                return;
            if (listing)
                showList(*listing);
            else
                m_said->setText(toQString(errorPhrase(listing.error())));
        });
}

void JoinDialog::showList(const Listing& listing)
{
    m_list = listing.list;
    const std::optional<JoinKey>& key = listing.key;
    const QSignalBlocker quiet(m_source);
    m_source->setCurrentIndex(key ? static_cast<int>(key->source) : -1);
    fill(m_key, m_list->columns, key ? std::optional(key->list) : std::nullopt);
    showColumns();
    ask();
}

// All columns but the key, each with what its heading says that it is.
void JoinDialog::showColumns()
{
    m_columns->setRowCount(0);
    if (!m_list || m_key->currentIndex() < 0)
        return;
    const auto key = static_cast<std::size_t>(m_key->currentIndex());
    const std::vector<JoinedColumn> guesses = guessJoinedColumns(m_mapping, *m_list, key);
    m_isFilling = true;
    for (std::size_t c = 0; c < m_list->columns.size(); ++c) {
        if (c == key)
            continue;
        const int row = m_columns->rowCount();
        m_columns->insertRow(row);
        auto* name = new QTableWidgetItem(toQString(shownText(m_list->columns[c], 200)).simplified());
        name->setData(Qt::UserRole, static_cast<qulonglong>(c));
        auto* examples = new QTableWidgetItem(examplesOf(*m_list, c));
        examples->setForeground(color(themeOf(palette()), Paint::TextSecondary));
        m_columns->setItem(row, kHeading, name);
        m_columns->setItem(row, kExamples, examples);
        auto* becomes = new QComboBox(m_columns);
        becomes->setAccessibleName(tr("What %1 becomes").arg(name->text()));
        becomes->addItem(tr("– not used"));
        for (const MapTarget& target : m_targets)
            becomes->addItem(MappingModel::targetName(m_mapping, target));
        for (const JoinedColumn& guess : guesses)
            if (guess.column == c)
                becomes->setCurrentIndex(1
                    + static_cast<int>(
                        std::find(m_targets.begin(), m_targets.end(), guess.target) - m_targets.begin()));
        m_columns->setCellWidget(row, kBecomes, becomes);
        connect(becomes, &QComboBox::currentIndexChanged, this, &JoinDialog::ask);
    }
    m_isFilling = false;
}

std::vector<JoinedColumn> JoinDialog::chosen() const
{
    std::vector<JoinedColumn> out;
    for (int row = 0; row < m_columns->rowCount(); ++row) {
        const int index = static_cast<QComboBox*>(m_columns->cellWidget(row, kBecomes))->currentIndex();
        if (index > 0)
            out.push_back({static_cast<std::size_t>(m_columns->item(row, kHeading)->data(Qt::UserRole).toULongLong()),
                m_targets[static_cast<std::size_t>(index - 1)]});
    }
    return out;
}

void JoinDialog::ask()
{
    if (m_isFilling || !m_list)
        return;
    m_ok->setEnabled(false);
    m_asked.request_stop();
    m_asked = std::stop_source();
    const std::uint64_t question = ++m_question;
    if (m_source->currentIndex() < 0 || m_key->currentIndex() < 0) {
        m_said->setText(tr("Choose the two columns that have the same texts."));
        return;
    }
    m_jobs.run<Answer>(
        QString(), this,
        [mapping = m_mapping, head = m_head, list = m_list, columns = chosen(),
            source = static_cast<std::size_t>(m_source->currentIndex()),
            key = static_cast<std::size_t>(m_key->currentIndex()),
            own = m_asked.get_token()](const std::stop_token& stop, const ProgressFn&) -> Result<Answer> {
            const auto isStopped = [&] { return stop.stop_requested() || own.stop_requested(); };
            if (isStopped())
                return Error{ErrorCode::Cancelled, {}, {}};
            const JoinKey joined = joinKeyOf(*head, *list, source, key);
            if (isStopped())
                return Error{ErrorCode::Cancelled, {}, {}};
            Answer out{mapping, {}};
            out.outcome = joinList(out.mapping, *head, *list, joined, columns);
            return out;
        },
        [this, question](Result<Answer> answer) {
            if (question == m_question && answer)
                showAnswer(*answer);
        });
}

void JoinDialog::showAnswer(const Answer& answer)
{
    const JoinOutcome& outcome = answer.outcome;
    QString text = tr("%1 of %2 texts in the first rows stand in the list, which has %3.")
                       .arg(countText(outcome.found), countText(outcome.looked), countText(outcome.keys));
    if (!outcome.unclear.empty())
        text += QLatin1Char(' ')
            + tr("Its rows say different things of %n texts, such as %1: these give no value.", nullptr,
                static_cast<int>(outcome.unclear.size()))
                  .arg(toQString(shownText(outcome.unclear.front(), 60)));
    if (outcome.damaged > 0)
        text += QLatin1Char(' ')
            + tr("%n rows of it can't be read and are left out.", nullptr, static_cast<int>(outcome.damaged));
    const std::vector<JoinedColumn> columns = chosen();
    bool isTwice = false;
    for (std::size_t i = 0; i < columns.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            isTwice = isTwice || columns[i].target == columns[j].target;
    if (columns.empty())
        text += QLatin1Char(' ') + tr("Choose what its columns become.");
    else if (isTwice)
        text += QLatin1Char(' ') + tr("Two columns can't become the same.");
    m_said->setText(text);
    m_joined = answer.mapping;
    m_ok->setEnabled(!columns.empty() && !isTwice && outcome.found > 0);
}

} // namespace antecedent::app
