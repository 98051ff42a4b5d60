#include "projects/packages/pip_output.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace studio::projects {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostLines = 200;
constexpr qsizetype kMostSkipped = 5000;
constexpr qsizetype kLongestLine = 2000;
constexpr int kNoPip = 90; ///< Exit status of studio_pip.py.

/// What a line tells, the surest first: a full disk is also a failed installation.
struct Sign
{
    const char *words;
    PackageProblem problem;
};

constexpr std::array kSigns = {
    Sign{"No space left on device", PackageProblem::DiskFull},
    Sign{"Disk quota exceeded", PackageProblem::DiskFull},
    Sign{"[Errno 28]", PackageProblem::DiskFull},
    Sign{"Read-only file system", PackageProblem::ReadOnly},
    Sign{"[Errno 13] Permission denied", PackageProblem::ReadOnly},
    Sign{"CERTIFICATE_VERIFY_FAILED", PackageProblem::Certificate},
    Sign{"problem confirming the ssl certificate", PackageProblem::Certificate},
    Sign{"SSLError", PackageProblem::Certificate},
    Sign{"Cannot connect to proxy", PackageProblem::Proxy},
    Sign{"ProxyError", PackageProblem::Proxy},
    Sign{"407 Proxy Authentication", PackageProblem::Proxy},
    Sign{"401 Error, Credentials", PackageProblem::Unauthorized},
    Sign{"HTTP error 401", PackageProblem::Unauthorized},
    Sign{"401 Client Error", PackageProblem::Unauthorized},
    Sign{"HTTP error 403", PackageProblem::Unauthorized},
    Sign{"403 Client Error", PackageProblem::Unauthorized},
    Sign{"DO NOT MATCH THE HASHES", PackageProblem::BadWheel},
    Sign{"is invalid.", PackageProblem::BadWheel},
    Sign{"has an invalid wheel", PackageProblem::BadWheel},
    Sign{"BadZipFile", PackageProblem::BadWheel},
    Sign{"inconsistent name", PackageProblem::BadWheel},
    Sign{"conflicting dependencies", PackageProblem::Conflict},
    Sign{"ResolutionImpossible", PackageProblem::Conflict},
    Sign{"requires a different Python", PackageProblem::NoWheel},
    Sign{"is not a supported wheel on this platform", PackageProblem::NoWheel},
    Sign{"connection broken by", PackageProblem::Offline},
    Sign{"NewConnectionError", PackageProblem::Offline},
    Sign{"Could not fetch URL", PackageProblem::Offline},
    Sign{"Read timed out", PackageProblem::Offline},
    Sign{"Connection aborted", PackageProblem::Offline},
    Sign{"HTTP error 5", PackageProblem::Offline},
    Sign{" Server Error", PackageProblem::Offline},
    Sign{"IncompleteRead", PackageProblem::Offline},
};

/// `six-1.17.0-py3-none-any.whl (11 kB)` gives `six`.
QString packageOfFile(const QString &words)
{
    return words.section(u'/', -1).section(u'-', 0, 0).section(u' ', 0, 0);
}

PackageStep step(PackageStep::Kind kind, const QString &what, qint64 done = 0, qint64 total = 0)
{
    return {kind, what.left(200), done, total};
}

} // namespace

PipOutput::PipOutput(const PackageChange &change)
    : m_change(change)
{
}

bool PipOutput::isForPeople(const QString &line)
{
    return !line.startsWith("studio: "_L1);
}

std::optional<PackageStep> PipOutput::take(const QString &raw)
{
    const QString line = withoutCredentials(raw.left(kLongestLine)).trimmed();
    static const QRegularExpression progress(u"\\Astudio: progress (\\d{1,15}) (\\d{1,15})\\z"_s);
    static const QRegularExpression wanted(u"satisfies the requirement (\\S+).*\\(from versions: (.*)\\)"_s);
    using Kind = PackageStep::Kind;
    if (const auto match = progress.match(line); match.hasMatch()) {
        return step(Kind::Downloading, m_downloading, match.captured(1).toLongLong(),
                    match.captured(2).toLongLong());
    }
    if (line.startsWith("studio: skipped "_L1)) {
        noteSkipped(line.section(u' ', 2, 2), line.section(u' ', 3));
        return std::nullopt;
    }
    if (isForPeople(line)) {
        m_lines.append(line);
        if (m_lines.size() > kMostLines) {
            m_lines.removeFirst();
        }
    }
    for (std::size_t i = 0; i < kSigns.size(); ++i) {
        if (line.contains(QLatin1StringView(kSigns[i].words))) {
            m_problems |= std::uint64_t(1) << i;
        }
    }
    if (const auto match = wanted.match(line); match.hasMatch()) {
        m_subject = match.captured(1);
        m_versions = match.captured(2) == "none"_L1 ? QString() : match.captured(2);
    }
    if (line.startsWith("Collecting "_L1)) {
        return step(Kind::Looking, line.section(u' ', 1, 1));
    }
    if (line.startsWith("Downloading "_L1) || line.startsWith("Processing "_L1)
        || line.startsWith("Using cached "_L1)) {
        m_downloading = packageOfFile(line.section(u' ', line.startsWith("Using"_L1) ? 2 : 1));
        return step(Kind::Downloading, m_downloading);
    }
    if (line.startsWith("Installing collected packages: "_L1)) {
        return step(Kind::Installing, line.section(u": "_s, 1));
    }
    if (line.startsWith("Uninstalling "_L1)) {
        return step(Kind::Removing, line.section(u' ', 1).section(u':', 0, 0));
    }
    if (line.startsWith("Successfully "_L1)) {
        return step(Kind::Finishing, {});
    }
    return std::nullopt;
}

/// Of files that are there for what is wanted, but not ready-made for this Python.
void PipOutput::noteSkipped(const QString &file, const QString &why)
{
    const bool unfit = why.contains("No sources permitted"_L1) || why.contains("wheel's tags"_L1)
        || why.contains("requires a different Python"_L1);
    if (unfit && m_skipped.size() < kMostSkipped) {
        m_skipped.append(packageKey(file));
    }
}

bool PipOutput::isThereUnfit() const
{
    const QString start = packageKey(m_subject) % u'-';
    return std::any_of(m_skipped.begin(), m_skipped.end(),
                       [&start](const QString &file) { return file.startsWith(start); });
}

bool PipOutput::said(const char *words) const
{
    return !m_lines.filter(QLatin1StringView(words)).isEmpty();
}

PackageProblem PipOutput::problem(int exitCode) const
{
    if (exitCode == kNoPip) {
        return PackageProblem::NoPip;
    }
    for (std::size_t i = 0; i < kSigns.size(); ++i) {
        if ((m_problems >> i) & 1U) {
            const bool away = kSigns[i].problem == PackageProblem::Offline;
            return away && !m_change.source.location.isEmpty() ? PackageProblem::IndexUnreachable
                                                               : kSigns[i].problem;
        }
    }
    if (said("No matching distribution found")) {
        return !m_versions.isEmpty() ? PackageProblem::NoSuchVersion
            : isThereUnfit()         ? PackageProblem::NoWheel
                                     : PackageProblem::NoSuchPackage;
    }
    return PackageProblem::Other;
}

PackageFailure PipOutput::failure(int exitCode) const
{
    PackageFailure failure;
    failure.problem = problem(exitCode);
    failure.subject = failure.problem == PackageProblem::IndexUnreachable
        ? withoutCredentials(m_change.source.location)
        : m_subject.isEmpty() ? m_change.packages.join(u", "_s)
                              : m_subject;
    failure.detail = failure.problem == PackageProblem::NoSuchVersion
        ? m_versions
        : m_lines.mid(m_lines.size() - 20).join(u'\n');
    return failure;
}

} // namespace studio::projects
