// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/ledger/case_book.h"

#include "widgets/common/text.h"

namespace antecedent::app {

using namespace widgets;

CaseBook::CaseBook(Context& context, Jobs& jobs)
    : m_context(context)
    , m_jobs(jobs)
{
    connect(&context, &Context::dataChanged, this, &CaseBook::load);
}

void CaseBook::takeOver(const CaseBook& other)
{
    m_snapshot = other.m_snapshot;
    m_ledger = other.m_ledger;
    m_audit = other.m_audit;
    m_floor = other.m_floor;
    Q_EMIT changed();
}

bool CaseBook::isOpen() const
{
    return m_snapshot && m_snapshot->caseInfo.open && m_floor.has_value();
}

void CaseBook::load()
{
    const DataPtr before = m_snapshot;
    m_snapshot = m_context.data();
    const std::uint64_t turn = ++m_turn;
    const bool isSame =
        before && m_snapshot && before->path == m_snapshot->path && before->caseInfo.id == m_snapshot->caseInfo.id;
    if (!isSame) {
        m_ledger = {};
        m_audit = m_snapshot ? m_snapshot->audit : std::vector<AuditEntry>();
        m_floor.reset();
        m_pending.clear();
        m_isWriting = false;
        Q_EMIT changed();
    }
    if (!m_snapshot)
        return;
    m_jobs.run<Written>(
        QString(), this,
        [snapshot = m_snapshot](const std::stop_token&, const ProgressFn&) -> Result<Written> {
            const Result<CaseFile> file = CaseFile::open(snapshot->path, OpenMode::ReadOnly);
            if (!file)
                return file.error();
            Result<Ledger> ledger = casework::loadLedger(*file, snapshot->caseInfo);
            if (!ledger)
                return ledger.error();
            Result<std::vector<AuditEntry>> audit = file->audit();
            if (!audit)
                return audit.error();
            return Written{std::move(*ledger), std::move(*audit)};
        },
        [this, turn](Result<Written> read) {
            if (turn != m_turn || m_isWriting)
                return;
            if (!read)
                Q_EMIT failed(read.error());
            else
                take(std::move(read));
        });
}

Result<void> CaseBook::edit(Edit make, std::vector<casework::AttachedFile> attached)
{
    if (!isOpen())
        return Error{ErrorCode::InvalidArgument, m_snapshot ? m_snapshot->caseInfo.id : std::string(),
            toUtf8(m_snapshot && !m_snapshot->caseInfo.open ? tr("the case is closed")
                                                            : tr("the case is still being read"))};
    if (m_isWriting) {
        m_pending.push_back({std::move(make), std::move(attached)});
        return {};
    }
    Result<LedgerEntry> entry = make(m_ledger, currentActor().name);
    if (!entry)
        return entry.error();
    write(std::move(*entry), std::move(attached));
    return {};
}

Result<void> CaseBook::put(LedgerItem item, const QString& reason, std::vector<casework::AttachedFile> attached)
{
    return edit([item = std::move(item), why = toUtf8(reason)](
                    const Ledger& ledger, const std::string& by) { return makeEdit(ledger, item, why, by); },
        std::move(attached));
}

Result<void> CaseBook::remove(const std::string& item, const QString& reason)
{
    return edit([item, why = toUtf8(reason)](
                    const Ledger& ledger, const std::string& by) { return makeRemoval(ledger, item, why, by); });
}

void CaseBook::write(LedgerEntry entry, std::vector<casework::AttachedFile> attached)
{
    m_isWriting = true;
    const std::uint64_t turn = m_turn;
    m_jobs.run<Written>(
        QString(), this,
        [snapshot = m_snapshot, ledger = m_ledger, entry, attached = std::move(attached)](
            const std::stop_token&, const ProgressFn&) mutable -> Result<Written> {
            Result<CaseFile> file = CaseFile::open(snapshot->path, OpenMode::ReadWrite, currentActor());
            if (!file)
                return file.error();
            if (const Result<void> stored =
                    casework::storeEntry(*file, snapshot->caseInfo, ledger, std::move(entry), attached);
                !stored)
                return stored.error();
            Result<std::vector<AuditEntry>> audit = file->audit();
            if (!audit)
                return audit.error();
            return Written{std::move(ledger), std::move(*audit)};
        },
        [this, turn, path = m_snapshot->path](Result<Written> done) {
            // A reload of the same case leaves the turn of the writer behind, and what was written counts all the same.
            if (!m_snapshot || m_snapshot->path != path)
                return;
            m_isWriting = false;
            if (!done) {
                m_pending.clear();
                Q_EMIT failed(done.error());
                load();
                return;
            }
            take(std::move(done));
            Q_EMIT written(m_ledger.entries.back());
            if (turn != m_turn)
                load();
            next();
        });
}

void CaseBook::take(Result<Written> written)
{
    m_ledger = std::move(written->ledger);
    m_audit = std::move(written->audit);
    if (!m_floor)
        m_floor = static_cast<std::int64_t>(m_ledger.entries.size());
    Q_EMIT changed();
}

void CaseBook::next()
{
    if (m_pending.empty() || m_isWriting)
        return;
    Pending pending = std::move(m_pending.front());
    m_pending.pop_front();
    if (const Result<void> done = edit(std::move(pending.make), std::move(pending.attached)); !done) {
        m_pending.clear();
        Q_EMIT failed(done.error());
    }
}

const LedgerEntry* CaseBook::nextUndo() const
{
    return isOpen() ? antecedent::nextUndo(m_ledger, *m_floor) : nullptr;
}

const LedgerEntry* CaseBook::nextRedo() const
{
    return isOpen() ? antecedent::nextRedo(m_ledger, *m_floor) : nullptr;
}

void CaseBook::undo()
{
    const auto make = [floor = m_floor.value_or(0)](
                          const Ledger& ledger, const std::string& by) { return makeUndo(ledger, by, floor); };
    if (const Result<void> done = edit(make); !done)
        Q_EMIT failed(done.error());
}

void CaseBook::redo()
{
    const auto make = [floor = m_floor.value_or(0)](
                          const Ledger& ledger, const std::string& by) { return makeRedo(ledger, by, floor); };
    if (const Result<void> done = edit(make); !done)
        Q_EMIT failed(done.error());
}

} // namespace antecedent::app
