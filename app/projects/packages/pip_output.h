#pragma once

#include "domain/packages.h"

#include <cstdint>

namespace studio::projects {

/// Understands what pip prints, line by line. Bounded, whatever is printed.
class PipOutput final
{
public:
    explicit PipOutput(const PackageChange &change);

    /// The step that the line tells of, if any. Credentials are gone from the lines that are kept.
    std::optional<PackageStep> take(const QString &line);

    /// Whether a line is for people, or one of the progress lines.
    static bool isForPeople(const QString &line);

    PackageFailure failure(int exitCode) const; ///< Why pip ended with this status.

private:
    PackageProblem problem(int exitCode) const;
    bool said(const char *words) const;
    void noteSkipped(const QString &file, const QString &why);
    bool isThereUnfit() const;

    PackageChange m_change;
    QStringList m_lines; ///< The last ones.
    QString m_subject;
    QString m_downloading;
    QString m_versions; ///< Of NoSuchVersion.
    QStringList m_skipped; ///< Names of files, normalised as packageKey() does.
    std::uint64_t m_problems = 0; ///< One bit for each sign that was seen.
};

} // namespace studio::projects
