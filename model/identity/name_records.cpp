// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/identity/name_records.h"

#include <algorithm>

namespace antecedent {

namespace {

constexpr std::size_t kMostTexts = 400; // different ones of one asset
constexpr std::size_t kMostAttributes = 200;
constexpr std::size_t kMostEvents = 4000;
constexpr std::size_t kMostUses = 20000;
constexpr std::size_t kMostCalibrations = 2000;
constexpr std::size_t kLongestText = 2000; // bytes

class Gatherer
{
public:
    explicit Gatherer(const Dataset& dataset)
        : m_dataset(dataset)
        , m_out(dataset.assets.size())
    {
    }

    std::vector<NameRecords> take()
    {
        for (const WorkOrder& order : m_dataset.workOrders)
            if (NameRecords* of = count(order.asset)) {
                see(*of, order.reported.utcUs);
                addText(*of, order.text);
                addAttributes(*of, order.head);
            }
        for (const Calibration& calibration : m_dataset.calibrations)
            if (NameRecords* of = count(calibration.asset)) {
                see(*of, calibration.performed.utcUs);
                addCalibration(*of, calibration);
                addAttributes(*of, calibration.head);
            }
        for (const BatchStep& step : m_dataset.steps)
            if (NameRecords* of = count(step.asset); of && step.start.known() && step.end.known()
                && step.end.utcUs > step.start.utcUs && of->uses.size() < kMostUses) {
                of->uses.push_back({step.start.at(), step.end.at()});
                of->useBatches.push_back(step.batch);
            }
        for (const Change& change : m_dataset.changes)
            if (NameRecords* of = count(change.asset))
                addText(*of, change.text);
        for (const Deviation& deviation : m_dataset.deviations)
            if (NameRecords* of = count(deviation.asset))
                addText(*of, deviation.text);
        for (const Cleaning& cleaning : m_dataset.cleanings)
            if (NameRecords* of = count(cleaning.asset))
                addAttributes(*of, cleaning.head);
        for (const MeterReading& reading : m_dataset.meters)
            count(reading.asset);
        addEvents();
        return std::move(m_out);
    }

private:
    // Listed assets are looked at as candidates only.
    bool isName(const NameRecords& of) const
    {
        return m_dataset.assets[static_cast<std::size_t>(&of - m_out.data())].isImplicit;
    }

    static void see(NameRecords& of, std::int64_t us)
    {
        if (us == TimeValue::kUnknown)
            return;
        of.firstUs = of.firstUs == TimeValue::kUnknown ? us : std::min(of.firstUs, us);
        of.lastUs = of.lastUs == TimeValue::kUnknown ? us : std::max(of.lastUs, us);
    }

    NameRecords* count(AssetIndex asset)
    {
        if (!asset.valid())
            return nullptr;
        ++m_out[asset.value].count;
        return &m_out[asset.value];
    }

    void addText(NameRecords& of, const std::string& text) const
    {
        if (text.empty() || !isName(of))
            return;
        const std::string kept = text.substr(0, kLongestText);
        if (of.texts.size() < kMostTexts || of.texts.contains(kept))
            ++of.texts[kept];
    }

    void addAttributes(NameRecords& of, const RecordHead& head) const
    {
        if (!isName(of))
            return;
        for (const auto& [column, value] : head.attributes) {
            if (value.empty() || value.size() > kLongestText)
                continue;
            const std::pair key(column, value);
            if (of.attributes.size() < kMostAttributes || of.attributes.contains(key))
                ++of.attributes[key];
        }
    }

    // Several points of one calibration have one time.
    static void addCalibration(NameRecords& of, const Calibration& calibration)
    {
        if (!calibration.performed.known() || of.calibrations.size() >= kMostCalibrations
            || (!of.calibrations.empty() && of.calibrations.back().performedUs == calibration.performed.utcUs))
            return;
        std::string measure = calibration.unit;
        if (!measure.empty() && calibration.tolerance.known)
            measure += ' ' + formatDecimal(calibration.tolerance);
        of.calibrations.push_back({calibration.performed.utcUs, calibration.due.utcUs, std::move(measure)});
    }

    void addEvents()
    {
        const EventColumns& events = m_dataset.events;
        for (std::size_t i = 0; i < events.size(); ++i)
            if (NameRecords* of = count(events.asset[i])) {
                addText(*of, m_dataset.strings.text(events.text[i]));
                see(*of, events.timeUs[i]);
                if (isName(*of) && of->eventsUs.size() < kMostEvents)
                    of->eventsUs.push_back(events.timeUs[i]);
            }
    }

    const Dataset& m_dataset;
    std::vector<NameRecords> m_out;
};

} // namespace

std::vector<NameRecords> recordsByAsset(const Dataset& dataset)
{
    return Gatherer(dataset).take();
}

} // namespace antecedent
