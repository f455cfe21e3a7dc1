// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A B2MML or BatchML document as a flat table, read as a stream by local names without case. Elements that make rows
// are kept as a small tree until they close; of those around them, what their simple elements say. Memory: the open
// pairs of the batch record at hand, the largest element (limited), never the document. Threads: one.

#include "importers/format/b2mml/b2mml_row.h"
#include "importers/format/b2mml/batch_record.h"
#include "importers/format/b2mml/data_set.h"
#include "importers/format/b2mml/xml_fragment.h"
#include "importers/format/xml/xml_reader.h"
#include "importers/text/export_lines.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

class B2mmlTable final : private XmlTextHandler
{
public:
    // `bytes` must outlive this.
    explicit B2mmlTable(ByteSource& bytes);
    ~B2mmlTable() override;
    // Appends some lines of the table (without heading); false at the end, or where the document can't be read on.
    // Errors: NotData (no B2MML, a message that plans or asks, nothing in it to tell), those of the bytes.
    Result<bool> next(std::string& lines);
    // What is wrong with the document, and where; empty: nothing. What stands before it was told.
    const std::string& problem() const { return m_reader.problem(); }
    bool isCut() const { return m_reader.isCut(); }
    // What there is to say of the document as a whole; empty: nothing.
    const std::string& remark() const { return m_remark; }
    // Of the application area, or of the document itself: who sent it, when it was made.
    const ExportStatement& statement() const { return m_said; }

private:
    // An element whose parts are not kept as a tree.
    struct Frame
    {
        std::string name; // in lower case
        std::uint64_t line = 0;
        std::string text;
        bool hasChildren = false;
        XmlValues values; // of its simple elements
    };
    struct Segment; // a segment or job response that is open
    struct Order; // a work order of the maintenance schema, put together from its messages

    void startElement(std::string_view name, const XmlAttributes& attributes) override;
    void endElement(std::string_view name) override;
    void text(std::string_view text) override;
    void start(std::string_view root, const XmlAttributes& attributes);
    void finish();
    std::uint64_t line() const;
    bool isPart(std::string_view name) const;
    void setHead(BatchRecord& batch) const;
    void takeStatement(const Frame& frame);
    void takePart(std::string_view name, std::uint64_t line);
    void openFrame(Frame& frame);
    void closeFrame(Frame& frame);

    // Work and production (b2mml_work.cpp).
    bool takeWorkPart(std::string_view name, std::uint64_t line);
    void takeMaterialActual(std::string_view name, std::uint64_t line);
    void takeData(XmlFragment::Node data, std::uint64_t line);
    void closeSegment(const Frame& frame);
    void closeOrder(const Frame& frame);
    void closeListEntry(const Frame& frame);
    void takeListParameter(XmlFragment::Node parameter, std::uint64_t line);
    void closeEquipment(const Frame& frame);
    void closePhysicalAsset(const Frame& frame);
    void takeMapping(std::uint64_t line);
    void takeOperationsEvent(std::uint64_t line);

    // Maintenance (b2mml_maintenance.cpp).
    void takeJobOrder(std::uint64_t line);
    bool holdsMore(std::uint64_t line);
    void takeMaintenanceData(XmlFragment::Node data);
    void takeSpare(std::string_view name, std::uint64_t line);
    void closeMaintenanceJob(const Frame& frame);
    Order& openOrder(const std::string& id, bool Order::*kind, std::string_view name, std::uint64_t line);
    void takeMaintenance(std::string_view name, std::uint64_t line);
    void takeRequest(std::uint64_t line);
    void takeOrder(std::uint64_t line);
    void takeResponse(std::uint64_t line);
    void settleOrders();

    Frame& push();
    const Frame* around(std::string_view name) const; // the innermost open frame of that name
    // The value of the innermost open frame that has it.
    std::string_view valueAround(std::string_view name) const;
    bool isMaintenance(std::string_view ownType) const;
    std::string orderAround() const; // the batch or order that work belongs to
    BatchRecord* record() const { return m_records.empty() ? nullptr : m_records.back().get(); }

    B2mmlRows m_rows;
    XmlReader m_reader;
    std::optional<Error> m_error;
    std::string m_remark;
    ExportStatement m_said;
    std::string m_name; // of the element at hand, in lower case
    XmlFragment m_part;
    std::uint64_t m_partLine = 0;
    std::string m_partName;
    bool m_inPart = false;
    std::vector<Frame> m_frames; // used again; the first m_depth are open
    std::size_t m_depth = 0;
    std::vector<std::unique_ptr<BatchRecord>> m_records;
    std::unique_ptr<DataSet> m_dataSet;
    std::vector<Segment> m_segments;
    std::map<std::string, std::string> m_maintained; // asset by work order, for messages that leave it out
    std::map<std::string, std::string> m_answered; // work order by the response that it names
    std::vector<Order> m_orders; // whose messages may go on
    std::map<std::string, std::size_t> m_orderPlaces; // in m_orders
    std::size_t m_orderBytes = 0; // of the messages that m_orders come from
    bool m_hasStarted = false;
};

} // namespace antecedent::importers
