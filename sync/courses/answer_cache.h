#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace studio::sync {

/// Answers with an ETag, for asking "only if it changed": a repaired platform gives one, that of today does
/// not. Files in a folder that can go at any time; the oldest go by themselves above 64 MB. On one thread.
class AnswerCache
{
public:
    explicit AnswerCache(QString folder)
        : m_folder(std::move(folder))
    {
    }

    struct Answer
    {
        QByteArray etag;
        QByteArray body;
    };

    /// `key`: the address, and whose answer it is.
    std::optional<Answer> find(const QByteArray &key) const;
    void keep(const QByteArray &key, const Answer &answer); ///< Failing to is no harm.

private:
    QString fileOf(const QByteArray &key) const;
    void trim() const;

    QString m_folder;
};

} // namespace studio::sync
