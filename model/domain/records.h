// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The records of a site as analysis sees them: resolved (one record per domain key, whatever number of sources state
// it), names resolved to indices of the dataset, unknown values as std::nullopt or empty text. Loaded by model/timeline
// from the store; every analysis layer works on them and never on SQL. Terms: ISA-88/95, ISO 14224, ISA-18.2. Threads:
// plain values.

#include "model/base/decimal.h"
#include "model/base/digest.h"
#include "model/base/index.h"
#include "model/base/time.h"
#include "model/domain/table_spec.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace antecedent {

using AssetIndex = Index<struct AssetIndexTag>;
using BatchIndex = Index<struct BatchIndexTag>;
using SourceIndex = Index<struct SourceIndexTag>;
using TagIndex = Index<struct TagIndexTag>;

// What every record carries: its identity and where it came from.
struct RecordHead
{
    RecordId id;
    SourceIndex source; // the first of its sources in order of source hash
    std::uint64_t row = 0; // in that source
    TimeValue recorded; // when it was entered in its system
    std::map<std::string, std::string> attributes; // unknown columns of the source
};

struct Asset
{
    RecordHead head;
    std::string id;
    AssetIndex parent;
    std::string assetClass;
    std::string description;
    std::string cmmsId;
    std::string historianPrefix;
    std::string serial;
    std::string criticality;
    std::string gmpStatus;
    bool isImplicit = false; // named by other records only, no row of an assets table
    std::vector<AssetIndex> children;
};

struct AssetLink
{
    RecordHead head;
    AssetIndex from;
    AssetIndex to;
    std::string kind; // supplies, cleans, located_in, measures
    TimeValue start;
    TimeValue end;
};

struct Batch
{
    RecordHead head;
    std::string id;
    std::string product;
    std::string recipe;
    TimeValue start;
    TimeValue end;
    std::string status;
    std::string recipeVersion;
    std::string campaign;
    std::string lot;
    Decimal size;
    Decimal yieldActual;
    Decimal yieldTheoretical;
    std::string disposition;
    TimeValue dispositionTime;
    std::string distributed;
    bool isImplicit = false;
};

struct BatchStep
{
    RecordHead head;
    BatchIndex batch;
    std::string level; // unit_procedure, operation, phase
    std::string name;
    AssetIndex asset; // none for manual steps
    TimeValue start;
    TimeValue end;
    std::string stepId;
    std::string parentId;
    std::string status;
    std::string performedBy;
    std::string checkedBy;
};

struct Parameter
{
    RecordHead head;
    BatchIndex batch;
    std::string step;
    std::string parameter;
    Decimal target;
    Decimal low;
    Decimal high;
    Decimal actual;
    std::string unit;
    TimeValue time;
};

struct TestResult
{
    RecordHead head;
    std::string sampleId;
    BatchIndex batch;
    std::string step;
    std::string location;
    std::string test;
    Decimal value;
    std::string unit;
    Decimal low;
    Decimal high;
    TimeValue sampled;
    TimeValue reported;
    std::string outcome;
    std::string instrumentId;
};

struct GenealogyEntry
{
    RecordHead head;
    BatchIndex batch;
    std::string materialLot;
    BatchIndex sourceBatch;
    std::string material;
    Decimal quantity;
    std::string unit;
    TimeValue time;
    std::string direction; // consumed, produced
};

struct WorkOrder
{
    RecordHead head;
    std::string id;
    AssetIndex asset;
    std::string type; // PM, CM, INSP, CAL
    std::string priority;
    std::string failureMode;
    std::string failureCause;
    TimeValue reported;
    TimeValue started;
    TimeValue finished;
    std::string status;
    std::string text;
    std::string planId;
    TimeValue due;
    TimeValue latestAllowed;
    std::string activity; // ISO 14224 maintenance activity
    std::string maintainableItem;
    std::string failureMechanism;
    std::string detectionMethod;
    TimeValue malfunctionStart;
    TimeValue malfunctionEnd;
    TimeValue returnedToService;
    std::string performedBy;
    std::string deviationId;
};

struct WorkOrderStatus
{
    RecordHead head;
    std::string workOrderId;
    std::string status;
    TimeValue time;
    std::string by;
};

struct Installation
{
    RecordHead head;
    AssetIndex position;
    std::string item; // asset or serial number
    std::string partNo;
    std::string lot;
    TimeValue from;
    TimeValue to;
    std::string workOrderId;
};

struct Calibration
{
    RecordHead head;
    std::string id;
    AssetIndex asset;
    TimeValue performed;
    TimeValue due; // the next due date that this calibration sets
    Decimal asFoundError;
    Decimal asLeftError;
    Decimal tolerance;
    Decimal toleranceLow;
    Decimal toleranceHigh;
    std::string unit;
    std::string result;
    std::string asFoundResult;
    std::string asLeftResult;
    std::string adjusted;
    std::string point;
    Decimal nominal;
    std::string standardId;
    std::string criticality;
    std::string performedBy;
};

struct Cleaning
{
    RecordHead head;
    std::string id;
    AssetIndex asset;
    std::string type; // CIP, SIP, manual
    TimeValue start;
    TimeValue end;
    std::string result;
    std::string reason;
    std::string recipe;
    AssetIndex skid;
    BatchIndex previousBatch;
    BatchIndex nextBatch;
    TimeValue expires;
    std::string performedBy;
};

struct Limit
{
    RecordHead head;
    std::string kind; // dirty_hold, clean_hold, calibration, pm, campaign, usage
    AssetIndex asset;
    std::string assetClass;
    std::string product;
    Decimal value;
    std::string unit; // h, d, batches, run_hours, cycles
    std::string basis;
    std::string version;
    std::string approvedBy;
    TimeValue effective;
};

struct MeterReading
{
    RecordHead head;
    AssetIndex asset;
    std::string kind;
    TimeValue time;
    Decimal reading;
    Decimal rollover;
};

struct Change
{
    RecordHead head;
    std::string id;
    std::string kind; // change_control, temporary, setpoint, software, recipe, like_for_like
    AssetIndex asset;
    std::string product;
    TimeValue effective;
    TimeValue end;
    std::string text;
};

struct Tag
{
    RecordHead head;
    std::string name;
    AssetIndex asset;
    std::string parameter;
    std::string unit;
    Decimal lowLimit;
    Decimal highLimit;
    std::uint64_t sampleCount = 0;
    std::optional<Interval> sampleSpan; // first to last sample
};

struct Deviation
{
    RecordHead head;
    std::string id;
    TimeValue occurred;
    TimeValue detected;
    TimeValue occurredFrom;
    TimeValue occurredTo;
    BatchIndex batch;
    AssetIndex asset;
    std::string classification;
    std::string severity;
    std::string text;
    std::string status;
    TimeValue due;
    std::string rootCauseCategory;
    std::string conclusion;
    std::string capaIds;
};

struct DeviationLink
{
    RecordHead head;
    std::string deviationId;
    std::string kind; // batch, asset, material_lot, deviation
    std::string id;
};

} // namespace antecedent
