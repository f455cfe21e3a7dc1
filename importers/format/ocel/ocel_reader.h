// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What an object-centric log says, whatever it is written in. Threads: one reader at a time.

#include "importers/format/zip/spool.h"
#include "model/base/result.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

struct OcelRelation
{
    std::string object;
    std::string qualifier;
};

struct OcelValue
{
    std::string name;
    std::string time; // empty: from the beginning
    std::string value;
};

struct OcelObject
{
    std::string id;
    std::string type;
    std::string place;
    std::vector<OcelValue> values;
    std::vector<OcelRelation> relations;
};

struct OcelEvent
{
    std::string id;
    std::string type;
    std::string time;
    std::string place;
    std::vector<OcelValue> values; // without times
    std::vector<OcelRelation> relations;
};

class OcelSink
{
public:
    virtual ~OcelSink() = default;
    virtual void object(OcelObject object) = 0;
    virtual void event(OcelEvent event) = 0;
};

class OcelReader
{
public:
    virtual ~OcelReader() = default;
    // Reads some more; false at the end, or where the log can't be read on. Errors: those of the bytes, CorruptInput.
    virtual Result<bool> more() = 0;
    virtual std::string problem() const { return {}; } // with its place; empty: nothing
    virtual bool isCut() const { return false; }
    // What was left out of what was read, counted; asked for at the end.
    virtual std::vector<std::string> remarks() { return {}; }
};

// What the readers of texts leave out, counted.
struct OcelLeftOut
{
    static constexpr std::size_t kMost = 100'000; // attributes or relations of an event or object
    std::uint64_t tooMany = 0;
    std::uint64_t nested = 0; // values that are lists or objects
    std::uint64_t cut = 0; // values

    template <class T> void add(std::vector<T>& to, T value)
    {
        if (to.size() < kMost)
            to.push_back(std::move(value));
        else
            ++tooMany;
    }
    std::vector<std::string> remarks() const;
};

// The bytes of a spool from their start; it outlives the source.
std::unique_ptr<ByteSource> rewound(Spool& spool);
// Numbers as every form writes them: `3.0` and `3` are one.
std::string jsonNumber(std::string_view literal);

// `spool` and `sink` outlive the reader.
std::unique_ptr<OcelReader> readOcelJson(Spool& spool, OcelSink& sink);
std::unique_ptr<OcelReader> readOcelXml(Spool& spool, OcelSink& sink);
Result<std::unique_ptr<OcelReader>> readOcelSqlite(Spool& spool, OcelSink& sink);

} // namespace antecedent::importers
