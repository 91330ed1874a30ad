// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <utility>
#include <variant>

namespace mta
{

/// Why one of our own operations failed (unreadable file, bad JSON, unusable domain). What a peer does wrong is data, not an Error.
enum class ErrorCode {
    InvalidInput, ///< what the user or a file gave us cannot be used; the text says what to do
    NotFound,     ///< a named thing (file, rule, interface) does not exist
    Io,           ///< reading or writing failed
    Unsupported,  ///< well-formed, but of a version or kind this program does not know
    Changed,      ///< somebody else has changed in the meantime what would be overwritten
};

struct Error {
    ErrorCode code = ErrorCode::InvalidInput;
    QString text; ///< one plain sentence for the user, already translated

    bool operator==(const Error &) const = default;
};

/// A value or an Error; std::expected is C++23.
template<class T>
class Result
{
public:
    Result(T value) : m_content(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_content(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return m_content.index() == 0; }
    const T &value() const & { return std::get<0>(m_content); }
    T &&value() && { return std::get<0>(std::move(m_content)); }
    const T &operator*() const { return value(); }
    const T *operator->() const { return &value(); }
    const Error &error() const { return std::get<1>(m_content); }

private:
    std::variant<T, Error> m_content;
};

} // namespace mta
