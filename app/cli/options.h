#pragma once

#include "domain/result.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace studio::cli {

/// An option a command knows: `--name`, with or without a value.
struct Option
{
    QString name;
    bool takesValue = false;
};

/// The words of one command, told apart.
class Options final
{
public:
    Options(QHash<QString, QString> values, QStringList positional, QStringList rest)
        : m_values(std::move(values))
        , m_positional(std::move(positional))
        , m_rest(std::move(rest))
    {
    }

    bool has(const QString &name) const { return m_values.contains(name); }

    QString value(const QString &name) const { return m_values.value(name); }

    const QStringList &positional() const { return m_positional; }

    const QStringList &rest() const { return m_rest; } ///< After `--`.

private:
    QHash<QString, QString> m_values;
    QStringList m_positional;
    QStringList m_rest;
};

/// InvalidData with a translated sentence for the person when an option is unknown, a value is missing, or
/// there are too few or too many words. `--name=value` and `--name value` are the same.
Result<Options> parseOptions(const QStringList &arguments, const std::vector<Option> &known, int fewest,
                             int most);

} // namespace studio::cli
