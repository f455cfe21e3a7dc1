// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/read_ahead.h"

#include <QTest>

#include <array>
#include <atomic>
#include <stdexcept>

using namespace antecedent;
using namespace antecedent::importers;

namespace {

// Numbers as text, a few bytes at a time; then its end, an error, or an exception.
class Numbers final : public ByteSource
{
public:
    enum class End : std::uint8_t { Whole, Error, Throw };
    Numbers(int count, End end)
        : m_count(count)
        , m_end(end)
    {
    }
    Result<std::size_t> read(std::span<char> out) override
    {
        if (m_next == m_count && m_end == End::Error)
            return Error{ErrorCode::CorruptInput, "numbers", "broken"};
        if (m_next == m_count && m_end == End::Throw)
            throw std::runtime_error("no memory");
        if (m_next == m_count)
            return std::size_t{0};
        const std::string text = std::to_string(m_next++) + '\n';
        const std::size_t size = std::min(text.size(), out.size());
        if (size < text.size())
            --m_next; // asked for again with more room
        std::copy_n(text.begin(), size < text.size() ? 0 : size, out.begin());
        if (size < text.size()) {
            out.front() = ' ';
            return std::size_t{1};
        }
        return size;
    }
    std::vector<Diagnostic> takeNotes()
    {
        Diagnostic note;
        note.line = static_cast<std::uint64_t>(m_next.load());
        return {note};
    }

private:
    std::atomic<int> m_next = 0;
    int m_count;
    End m_end;
};

struct Got
{
    std::string bytes;
    std::vector<std::uint64_t> notes;
    std::string error;
};

Got readAll(Numbers& numbers, std::size_t room)
{
    ReadAhead ahead(numbers, [&numbers] { return numbers.takeNotes(); });
    Got out;
    std::string piece(room, '\0');
    try {
        for (;;) {
            const Result<std::size_t> count = ahead.read(std::span<char>(piece.data(), piece.size()));
            if (!count)
                out.error = count.error().detail;
            if (!count || *count == 0)
                break;
            out.bytes.append(piece, 0, *count);
        }
    } catch (const std::exception& thrown) {
        out.error = thrown.what();
    }
    for (const Diagnostic& note : ahead.takeNotes())
        out.notes.push_back(note.line);
    return out;
}

std::string numbersTo(int count)
{
    std::string out;
    for (int i = 0; i < count; ++i)
        out += std::to_string(i) + '\n';
    return out;
}

std::string withoutBlanks(std::string text)
{
    std::erase(text, ' ');
    return text;
}

} // namespace

class TestReadAhead : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bytesAndNotesComeInTheirOrder()
    {
        constexpr int kCount = 400'000; // some ten blocks
        for (const std::size_t room : {std::size_t{7}, std::size_t{4096}, std::size_t{1} << 20U}) {
            Numbers numbers(kCount, Numbers::End::Whole);
            const Got got = readAll(numbers, room);
            QCOMPARE(got.error, std::string());
            QVERIFY(withoutBlanks(got.bytes) == numbersTo(kCount));
            QVERIFY(got.notes.size() > 5);
            QVERIFY(std::is_sorted(got.notes.begin(), got.notes.end()));
            QCOMPARE(got.notes.back(), std::uint64_t{kCount});
        }
    }

    void anErrorComesBehindWhatWasRead()
    {
        for (const Numbers::End end : {Numbers::End::Error, Numbers::End::Throw}) {
            Numbers numbers(1000, end);
            const Got got = readAll(numbers, 100);
            QCOMPARE(got.error, std::string(end == Numbers::End::Error ? "broken" : "no memory"));
            QCOMPARE(withoutBlanks(got.bytes), numbersTo(1000));
        }
    }

    void aReaderMayLeaveEarly()
    {
        for (int round = 0; round < 50; ++round) {
            Numbers numbers(2'000'000, Numbers::End::Whole);
            ReadAhead ahead(numbers, [&numbers] { return numbers.takeNotes(); });
            std::array<char, 10> some{};
            for (int i = 0; i < round % 3; ++i)
                QVERIFY(*ahead.read(some) > 0);
        }
    }

    void anEmptyTableHasAnEnd()
    {
        Numbers numbers(0, Numbers::End::Whole);
        const Got got = readAll(numbers, 10);
        QCOMPARE(got.bytes, std::string());
        QCOMPARE(got.notes, std::vector<std::uint64_t>{0});
    }
};

QTEST_APPLESS_MAIN(TestReadAhead)
#include "tst_read_ahead.moc"
