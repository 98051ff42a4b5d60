#include "ui/exercises/last_try_watch.h"

#include "services/exercise_session.h"

namespace studio::ui {

namespace {

constexpr qsizetype kMostPrinted = 64 * 1024; ///< More than a question shows.

} // namespace

LastTryWatch::LastTryWatch(services::ExerciseSession &session, QObject *parent)
    : QObject(parent)
{
    using services::ExerciseSession;
    connect(&session, &ExerciseSession::runStarted, this, [this] {
        m_printed.clear();
        m_input.clear();
    });
    connect(&session, &ExerciseSession::output, this, [this](RunStream stream, const QByteArray &bytes) {
        if (stream == RunStream::Out && m_printed.size() < kMostPrinted) {
            m_printed += bytes.left(kMostPrinted - m_printed.size());
        }
    });
    connect(&session, &ExerciseSession::runFinished, this, [this](const RunResult &result) {
        m_last.run = result;
        m_last.printed = QString::fromUtf8(m_printed);
        m_last.input = m_input;
    });
    connect(&session, &ExerciseSession::checked, this, [this](const Verdict &verdict) {
        m_last = {};
        m_last.verdict = verdict;
    });
}

void LastTryWatch::noteInput(const QString &line)
{
    if (m_input.size() < kMostPrinted) {
        m_input += line + u'\n';
    }
}

} // namespace studio::ui
