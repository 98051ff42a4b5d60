#include "ui/lessons/lesson_hints.h"

#include "services/exercise_session.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace studio::ui {

using namespace Qt::StringLiterals;
using services::HintState;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(studio::ui::Lesson)

public:
    static QString openTitle(int number, int count) { return tr("Hint %1 of %2").arg(number).arg(count); }

    static QString readyTitle(int number) { return tr("Open hint %1").arg(number); }

    static QString lockedTitle(int number) { return tr("Hint %1").arg(number); }

    static QString triesWords(int count)
    {
        return count <= 0 ? QString()
            : count == 1  ? tr("after one more try")
                          : tr("after %n more tries", nullptr, count);
    }

    static QString whenItOpens(const HintState &state)
    {
        const QString tries = triesWords(state.attemptsLeft);
        if (!state.timeLeft) {
            return tries.isEmpty() ? tr("opens after the one before") : tr("opens %1").arg(tries);
        }
        const auto seconds = static_cast<int>(state.timeLeft->count());
        const QString time = u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
        return tries.isEmpty() ? tr("opens in %1").arg(time) : tr("opens %1, or in %2").arg(tries, time);
    }
};

} // namespace

QJsonArray hintsJson(const Exercise &exercise, const services::ExerciseSession &session)
{
    QJsonArray hints;
    const auto count = static_cast<int>(exercise.hints.size());
    for (int i = 0; i < count; ++i) {
        const HintState state = session.hint(i);
        switch (state.kind) {
        case HintState::Kind::Open:
            hints.append(QJsonObject{{u"state"_s, u"open"_s},
                                     {u"title"_s, Words::openTitle(i + 1, count)},
                                     {u"html"_s, exercise.hints[static_cast<std::size_t>(i)].text.html}});
            break;
        case HintState::Kind::Ready:
            hints.append(QJsonObject{{u"state"_s, u"ready"_s}, {u"title"_s, Words::readyTitle(i + 1)}});
            break;
        case HintState::Kind::Locked:
            hints.append(QJsonObject{{u"state"_s, u"locked"_s},
                                     {u"title"_s, Words::lockedTitle(i + 1)},
                                     {u"note"_s, Words::whenItOpens(state)}});
            break;
        }
    }
    return hints;
}

} // namespace studio::ui
