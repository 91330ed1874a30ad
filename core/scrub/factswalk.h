// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/factsmembers.h"
#include <concepts>

namespace mta
{

/// What a walk through facts meets that could tell whose they are. Numbers, times and enumerations are passed over.
class FactsVisitor
{
public:
    virtual ~FactsVisitor() = default;
    virtual void text(const char *member, QString &value) = 0;
    virtual void lines(const char *member, QByteArray &value) = 0;  ///< octets that are text most of the time
    virtual void octets(const char *member, QByteArray &value) = 0; ///< octets without a meaning as text
    virtual void address(QHostAddress &value) = 0;
    virtual void enter(PolicyFetch & /*value*/) {} ///< before its members
    virtual void enter(TlsSession & /*value*/) {}
};

/// The third archive of the members() functions, beside JsonReader and JsonWriter: shows every member to a visitor, which may change it. A
/// member of a type it does not know does not compile.
class FactsWalk
{
public:
    static constexpr bool writing = false;

    explicit FactsWalk(FactsVisitor &visitor) : m_visitor(visitor) {}

    template<class T>
    void member(const char *name, T &value)
    {
        visit(name, value);
    }
    void octets(const char *name, QByteArray &value, qsizetype /*limit*/) { m_visitor.octets(name, value); }
    void text(const char *name, QByteArray &value, qsizetype /*limit*/) { m_visitor.lines(name, value); }
    template<class T>
    void list(const char *name, QList<T> &values, qsizetype /*limit*/)
    {
        for (T &value : values)
            visit(name, value);
    }
    Certificate certificate(const QByteArray &der) { return parseCertificate(der); }
    void refuse(const char * /*name*/) { m_refused = true; }
    bool refused() const { return m_refused; } ///< a value could not be read again as a file

private:
    void visit(const char *, bool &) {}
    void visit(const char *, std::chrono::milliseconds &) {}
    void visit(const char *, QDateTime &) {}
    template<class T>
    requires(std::integral<T> || std::is_enum_v<T>) void visit(const char *, T &) {}
    void visit(const char *name, QString &value) { m_visitor.text(name, value); }
    void visit(const char *name, QByteArray &value) { m_visitor.lines(name, value); }
    void visit(const char *, QHostAddress &value) { m_visitor.address(value); }
    template<class T>
    void visit(const char *name, std::optional<T> &value)
    {
        if (value)
            visit(name, *value);
    }
    template<class T>
    requires(std::is_class_v<T>) void visit(const char *, T &value)
    {
        if constexpr (std::is_same_v<T, PolicyFetch> || std::is_same_v<T, TlsSession>)
            m_visitor.enter(value);
        members(*this, value);
    }

    FactsVisitor &m_visitor;
    bool m_refused = false;
};

/// True when every value could be read again from a file.
inline bool walk(DomainFacts &facts, FactsVisitor &visitor)
{
    FactsWalk archive(visitor);
    members(archive, facts);
    return !archive.refused();
}

} // namespace mta
