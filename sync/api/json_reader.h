#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace studio::sync {

/// The largest answer that is looked at, decoded.
constexpr qsizetype kMostJsonBytes = qsizetype{16} * 1024 * 1024;

/// An object or array from the wire. InvalidData with the place: no JSON, cut, not UTF-8, nested deeper than
/// 128, over 16 MiB, a number no double can hold. Of a key that is there twice the last counts.
Result<QJsonValue> parseJson(const QByteArray &bytes);

/// Both spellings of the platform, `…Z` and `…+00:00`, with any number of decimals; in UTC. Nothing when it
/// is no time.
std::optional<QDateTime> timestamp(const QString &text);

/// Takes values out of one object. The first thing that is wrong is kept with its place
/// (`lessons[3].title: a text is missing`), and what is read after it gives empty values: a decoder reads all
/// it needs and looks once at the end. Keys nobody asks for are not looked at.
class Fields
{
public:
    /// `problem` is where the first thing wrong goes; it outlives this.
    Fields(const QJsonValue &value, QString where, QString *problem);

    // These have to be there.
    qint64 id(const char *key); ///< A whole number from 1.
    qint64 number(const char *key); ///< A whole number.
    double real(const char *key);
    QString text(const char *key); ///< May be empty.
    bool flag(const char *key);
    QDateTime time(const char *key);
    QJsonArray array(const char *key);
    QJsonObject object(const char *key);

    // These may be absent or null; of another type they are wrong all the same.
    std::optional<qint64> numberIf(const char *key);
    std::optional<double> realIf(const char *key);
    QString textIf(const char *key); ///< Empty when not there.
    std::optional<bool> flagIf(const char *key);
    QDateTime timeIf(const char *key); ///< Invalid when not there.
    QJsonArray arrayIf(const char *key);
    QJsonObject objectIf(const char *key);
    QString decimalIf(const char *key); ///< `"12.50"`, or a number, as text.
    /// The texts of an array; what is no text is left out, without a word.
    QStringList textsIf(const char *key);

    /// An object below `key`, read by `read(Fields &, T &)`.
    template<typename T>
    T one(const char *key)
    {
        T out{};
        Fields inner(object(key), place(key), m_problem);
        read(inner, out);
        return out;
    }

    template<typename T>
    std::optional<T> oneIf(const char *key)
    {
        if (!has(key)) {
            return {};
        }
        return one<T>(key);
    }

    /// The objects of an array; one that can't be read is left out and named in `skipped`.
    template<typename T>
    std::vector<T> listIf(const char *key, QStringList &skipped)
    {
        return itemsOf<T>(arrayIf(key), place(key), skipped);
    }

    template<typename T>
    static std::vector<T> itemsOf(const QJsonArray &array, const QString &where, QStringList &skipped,
                                  std::vector<QJsonObject> *raw = nullptr)
    {
        std::vector<T> items;
        for (qsizetype i = 0; i < array.size(); ++i) {
            QString problem;
            T item{};
            Fields inner(array.at(i), indexed(where, i), &problem);
            read(inner, item);
            if (!problem.isEmpty()) {
                skipped.append(problem);
                continue;
            }
            items.push_back(std::move(item));
            if (raw != nullptr) {
                raw->push_back(array.at(i).toObject());
            }
        }
        return items;
    }

    bool has(const char *key) const; ///< There and not null.

    const QJsonObject &raw() const { return m_object; }

    void wrong(const char *key, const QString &what);

private:
    static QString indexed(const QString &where, qsizetype index);
    QString place(const char *key) const;
    QJsonValue value(const char *key, bool required, const char *what);

    QJsonObject m_object;
    QString m_where;
    QString *m_problem;
};

} // namespace studio::sync
