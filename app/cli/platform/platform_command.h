#pragma once

#include "cli/command.h"
#include "cli/exit_code.h"
#include "domain/ports/platform.h"
#include "domain/when_done.h"
#include "text/sync_words.h"

namespace studio::cli {

/// What the commands about the platform share: getting at it, and telling how it went.
class PlatformCommand : public Command
{
    Q_OBJECT

public:
    using Command::Command;

protected:
    /// Null after the reason was told and the command has ended.
    Platform *platform();

    void endWrongly(const Error &error, bool signingIn = false); ///< Tells it and ends the command.
    void endUsage(const QString &text);

    /// `then` with the value; a failure ends the command.
    template<typename Value, typename Then>
    void after(const QFuture<Result<Value>> &future, Then then)
    {
        whenDone(future, this, [this, then](const Result<Value> &result) {
            if (!result) {
                return endWrongly(result.error());
            }
            if constexpr (std::is_void_v<Value>) {
                then();
            } else {
                then(*result);
            }
        });
    }

    /// Titles of courses and their lessons and exercises, read once each.
    text::Titles titles();

    QDateTime now() const { return environment().clock.nowUtc(); }

private:
    QHash<QString, std::shared_ptr<const Course>> m_courses;
};

int exitCodeFor(ErrorCode code); ///< Of a call to the platform.

} // namespace studio::cli
