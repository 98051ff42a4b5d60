#pragma once

#include "sync/courses/conversion.h"
#include "sync/courses/yaml_text.h"

#include <optional>
#include <vector>

namespace studio::sync {

/// A test case as either catalogue has it.
struct CodeCase
{
    QString input;
    QString expected;
    QString name;
    bool hidden = false;
};

/// How code is checked by cases: its input is a call (`add(1, 2)`) of a function that the solution defines,
/// and the expected text its value; or it is what the program reads, and the expected text what it prints.
class CheckedCode
{
public:
    /// Nothing when there is no case that can be used.
    static std::optional<CheckedCode> from(const std::vector<CodeCase> &cases, const QString &solution,
                                           const QString &starter);

    const char *kind() const { return m_function.isEmpty() ? "program" : "function"; }

    void write(YamlText &yaml) const; ///< `function`, `cases`, into a map that is open.

private:
    QString m_function;
    std::vector<CodeCase> m_cases;
};

} // namespace studio::sync
