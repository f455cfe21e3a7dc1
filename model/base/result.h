// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Result<T>: a value or an Error, with the subset of std::expected's interface that the project uses (std::expected
// itself comes with C++23). Early return in plain `if`; there is no macro. Threads: plain values.

#include "model/base/error.h"

#include <cassert>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

namespace antecedent {

template <class T> class [[nodiscard]] Result
{
public:
    using value_type = T;

    Result(T value) // NOLINT(google-explicit-constructor): a value is a result
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error) // NOLINT(google-explicit-constructor): an error is a result
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    T& value() &
    {
        assert(has_value());
        return std::get<0>(m_state);
    }
    const T& value() const&
    {
        assert(has_value());
        return std::get<0>(m_state);
    }
    T&& value() &&
    {
        assert(has_value());
        return std::get<0>(std::move(m_state));
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Error& error() const
    {
        assert(!has_value());
        return std::get<1>(m_state);
    }

    T value_or(T other) const& { return has_value() ? value() : std::move(other); }

    template <class F> auto and_then(F&& f) const& -> std::invoke_result_t<F, const T&>
    {
        if (has_value())
            return std::forward<F>(f)(value());
        return error();
    }
    template <class F> auto transform(F&& f) const& -> Result<std::invoke_result_t<F, const T&>>
    {
        if (has_value())
            return std::forward<F>(f)(value());
        return error();
    }

private:
    std::variant<T, Error> m_state;
};

template <> class [[nodiscard]] Result<void>
{
public:
    using value_type = void;

    Result() = default;
    Result(Error error) // NOLINT(google-explicit-constructor): an error is a result
        : m_error(std::move(error))
    {
    }

    bool has_value() const { return !m_error.has_value(); }
    explicit operator bool() const { return has_value(); }
    const Error& error() const
    {
        assert(m_error.has_value());
        return *m_error;
    }

private:
    std::optional<Error> m_error;
};

} // namespace antecedent
