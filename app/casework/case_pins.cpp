// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casework/case_pins.h"

namespace antecedent::casework {

namespace {

constexpr const char* kPinKind = "pin";

} // namespace

Result<std::vector<StoredPin>> storedPins(const CaseFile& file, const CaseInfo& info)
{
    const Result<std::vector<StoredDocument>> documents = file.documents(info.id, kPinKind);
    if (!documents)
        return documents.error();
    std::vector<StoredPin> pins;
    for (const StoredDocument& document : *documents) {
        Result<KeptPin> kept = parsePin(document.json);
        if (!kept)
            return Error{
                ErrorCode::InvestigationDamaged, file.path(), document.name + " can't be read: " + kept.error().detail};
        pins.push_back({std::move(*kept), document.stored});
    }
    return pins;
}

Result<std::vector<Pin>> activePins(const CaseFile& file, const CaseInfo& info)
{
    Result<std::vector<StoredPin>> all = storedPins(file, info);
    if (!all)
        return all.error();
    std::vector<Pin> pins;
    for (StoredPin& stored : *all)
        if (!stored.kept.isRemoved)
            pins.push_back(std::move(stored.kept.pin));
    return pins;
}

Result<void> storePin(CaseFile& file, const CaseInfo& info, const KeptPin& kept)
{
    const Result<StoredDocument> put = file.putDocument(
        info.id, kPinKind, kept.pin.id, pinJson(kept), false, kept.isRemoved ? kept.removalReason : kept.pin.reason);
    if (!put)
        return put.error();
    return {};
}

} // namespace antecedent::casework
