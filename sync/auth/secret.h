#pragma once

#include <QByteArray>
#include <QDebug>

#include <memory>

namespace studio::sync {

/// A token, password or key: in memory that is not swapped and not in core files where the system allows it,
/// overwritten when it goes. Moved, copied only by name, and never printed.
///
/// What is taken out with bytes() is as safe as any QByteArray: for the one request that needs it.
class Secret
{
public:
    Secret() = default;
    /// Takes the bytes over; they are overwritten where nobody shares them.
    explicit Secret(QByteArray &&bytes);
    static Secret fromText(const QString &text); ///< UTF-8.
    static Secret random(qsizetype size);

    Secret copy() const;

    bool isEmpty() const { return m_size == 0; }

    QByteArrayView view() const { return {m_bytes.get(), m_size}; }

    QByteArray bytes() const { return {m_bytes.get(), m_size}; }

    /// Names the secret without telling it. Hexadecimal.
    QByteArray sha256() const;

    /// In a time that does not depend on the content.
    friend bool operator==(const Secret &left, const Secret &right) { return left.equals(right.view()); }

private:
    struct Free
    {
        void operator()(char *bytes) const;
    };

    explicit Secret(QByteArrayView bytes);
    bool equals(QByteArrayView other) const;

    std::unique_ptr<char[], Free> m_bytes;
    qsizetype m_size = 0;
};

QDebug operator<<(QDebug, const Secret &) = delete;

/// Overwrites what nobody else shares.
void wipe(QByteArray &bytes);

} // namespace studio::sync
