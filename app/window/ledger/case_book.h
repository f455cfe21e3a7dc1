// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The ledger of the open case as the views share it: read after each load, edited through here only. An edit is checked
// at once, so that a form can say what is missing, and written in a job; edits that come while one is written wait for
// it. Undo and redo go back to where the case was opened, by entries that say the opposite. Threads: GUI.

#include "app/casework/case_ledger.h"
#include "widgets/document/context.h"
#include "widgets/document/jobs.h"

#include <deque>
#include <functional>

namespace antecedent::app {

class CaseBook : public QObject
{
    Q_OBJECT

public:
    // Makes the entry from the ledger as it is when its turn comes.
    using Edit = std::function<Result<LedgerEntry>(const Ledger& ledger, const std::string& by)>;

    CaseBook(widgets::Context& context, widgets::Jobs& jobs);
    // The ledger of another book, and how far back it can undo. Comes before the same of the context.
    void takeOver(const CaseBook& other);

    const Ledger& ledger() const { return m_ledger; }
    bool isOpen() const; // the case takes edits
    // The audit trail with what was written here since the snapshot was read.
    const std::vector<AuditEntry>& audit() const { return m_audit; }

    // An error that is known at once is returned, one of writing comes as failed().
    Result<void> edit(Edit edit, std::vector<casework::AttachedFile> attached = {});
    Result<void> put(LedgerItem item, const QString& reason = {}, std::vector<casework::AttachedFile> attached = {});
    Result<void> remove(const std::string& item, const QString& reason);

    const LedgerEntry* nextUndo() const; // null: nothing
    const LedgerEntry* nextRedo() const;
    void undo();
    void redo();

Q_SIGNALS:
    void changed(); // the ledger is another
    void written(const antecedent::LedgerEntry& entry);
    void failed(const antecedent::Error& error);

private:
    struct Pending
    {
        Edit make;
        std::vector<casework::AttachedFile> attached;
    };
    struct Written
    {
        Ledger ledger;
        std::vector<AuditEntry> audit;
    };
    void load();
    void write(LedgerEntry entry, std::vector<casework::AttachedFile> attached);
    void take(Result<Written> written);
    void next();

    widgets::Context& m_context;
    widgets::Jobs& m_jobs;
    widgets::DataPtr m_snapshot; // whose case it is
    Ledger m_ledger;
    std::vector<AuditEntry> m_audit;
    std::optional<std::int64_t> m_floor; // last entry of before; nullopt until the ledger is read
    std::deque<Pending> m_pending;
    std::uint64_t m_turn = 0; // answers for another case are dropped
    bool m_isWriting = false;
};

} // namespace antecedent::app
