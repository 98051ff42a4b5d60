#pragma once

#include "services/question_builder.h"

#include <QObject>

namespace studio::services {
class ExerciseSession;
} // namespace studio::services

namespace studio::ui {

/// Remembers what an answer did when it was run or checked last, for a question about it.
class LastTryWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LastTryWatch)

public:
    explicit LastTryWatch(services::ExerciseSession &session, QObject *parent = nullptr);

    void noteInput(const QString &line); ///< Given to the program that runs.

    const services::LastTry &lastTry() const { return m_last; }

private:
    services::LastTry m_last;
    QByteArray m_printed; ///< Of the run that is going on; its beginning.
    QString m_input;
};

} // namespace studio::ui
