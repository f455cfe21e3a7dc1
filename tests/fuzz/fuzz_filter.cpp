// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The filter language (--where), parsed, printed and applied.
#include "model/alignment/filter.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/support/dataset_builder.h"

namespace {

using namespace antecedent;
using fuzz::require;

const Dataset& plant()
{
    static const Dataset kPlant = [] {
        test::DatasetBuilder builder;
        builder.asset("LINE", {}, "cell").asset("R-101", "LINE", "reactor");
        builder.event(
            "2026-03-29T00:58:00Z", "R-101", "alarm", "TI_HIGH", "B1", "2026-03-29T01:10:00Z", "too hot", "2");
        builder.event("2026-03-29T02:00:00Z", "LINE", "state", "DOWN");
        return builder.take();
    }();
    return kPlant;
}

void checkWriting(const Filter& filter)
{
    const std::string text = filter.toText();
    const Result<Filter> again = Filter::parse(text);
    require(again && again->toText() == text, "the canonical form is read as it is written");
    const Result<Filter> plain = Filter::parse(filter.toPlainText());
    require(plain && plain->toText() == text, "the plain form means the same");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size > fuzz::kMostInput)
        return 0;
    static const UnifiedEvents kEvents = unifyEvents(plant());
    const std::string_view text = fuzz::textOf(data, size);
    for (const Result<Filter>& filter : {Filter::parse(text), Filter::parse(text, plant())}) {
        if (!filter) {
            require(filter.error().where.starts_with("column "), "an error names the column");
            continue;
        }
        require(filter->select(plant(), kEvents).size() <= kEvents.size(), "a filter selects events");
        (void)filter->tag(plant());
    }
    if (const Result<Filter> filter = Filter::parse(text))
        checkWriting(*filter);
    return 0;
}
