// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"

#include <nlohmann/json.hpp>

#include <atomic>
#include <csignal>

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

namespace antecedent::cli {

namespace {

// The handler only raises a flag (all that is allowed there); a watcher turns it into a stop request.
std::atomic<bool> g_interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void onInterrupt(int /*signal*/)
{
    if (g_interrupted.exchange(true))
        std::_Exit(kInterrupted); // a second Ctrl-C does not wait; the open transaction is rolled back by the next open
}

bool isTerminal(std::FILE* file)
{
#ifdef _WIN32
    return _isatty(_fileno(file)) != 0;
#else
    return isatty(fileno(file)) != 0;
#endif
}

} // namespace

Session::Session(std::FILE* out, std::FILE* err)
    : m_out(out)
    , m_err(err)
    , m_isTerminal(isTerminal(err))
{
}

void Session::print(std::string_view line)
{
    std::fwrite(line.data(), 1, line.size(), m_out);
    std::fputc('\n', m_out);
}

void Session::message(std::string_view line)
{
    if (isQuiet)
        return;
    endProgress();
    std::fwrite(line.data(), 1, line.size(), m_err);
    std::fputc('\n', m_err);
}

void Session::printJson(const nlohmann::json& document)
{
    print(document.dump(1, ' ', false, nlohmann::json::error_handler_t::replace));
}

int Session::fail(const Error& error)
{
    endProgress();
    if (error.code == ErrorCode::Cancelled)
        return kInterrupted;
    const std::string text = "antecedent-cli: " + errorText(error) + '\n';
    std::fwrite(text.data(), 1, text.size(), m_err);
    if (error.code == ErrorCode::VerificationFailed)
        return kVerificationFailed;
    const bool isUsage = error.code == ErrorCode::InvalidArgument || error.code == ErrorCode::NotAvailable;
    return isUsage ? kWrongUsage : kFailed;
}

ProgressFn Session::progress()
{
    return [this](const Progress& p) { drawProgress(p); };
}

void Session::drawProgress(const Progress& progress)
{
    const std::lock_guard lock(m_mutex);
    if (isQuiet)
        return;
    const auto now = std::chrono::steady_clock::now();
    const auto pause = m_isTerminal ? std::chrono::milliseconds(100) : std::chrono::milliseconds(2000);
    if (m_lastDrawn.time_since_epoch().count() == 0)
        m_lastDrawn = now - pause / 2;
    if (now - m_lastDrawn < pause)
        return;
    m_lastDrawn = now;
    const int permille = progress.total > 0
        ? static_cast<int>(static_cast<double>(progress.done) / static_cast<double>(progress.total) * 1000.0)
        : -1;
    std::string line(progress.step);
    if (permille >= 0)
        line += ": " + std::to_string(permille / 10) + " %";
    if (m_isTerminal) {
        constexpr int kWidth = 30;
        std::string bar;
        for (int i = 0; permille >= 0 && i < kWidth; ++i)
            bar += i * 1000 < permille * kWidth ? '#' : '.';
        std::fprintf(m_err, "\r\033[K[%s] %s", bar.c_str(), line.c_str());
        std::fflush(m_err);
        m_barIsShown = true;
    } else {
        std::fprintf(m_err, "%s\n", line.c_str());
    }
}

void Session::endProgress()
{
    const std::lock_guard lock(m_mutex);
    if (m_barIsShown)
        std::fputs("\r\033[K", m_err);
    m_barIsShown = false;
}

std::stop_token Session::stopToken() const
{
    return m_stop.get_token();
}

void Session::installSignalHandlers()
{
    std::signal(SIGINT, onInterrupt);
    std::signal(SIGTERM, onInterrupt);
    m_watcher = std::jthread([this](const std::stop_token& ended) {
        while (!ended.stop_requested() && !g_interrupted)
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        if (g_interrupted)
            m_stop.request_stop();
    });
}

} // namespace antecedent::cli
