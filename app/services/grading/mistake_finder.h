#pragma once

#include "services/grading/case_check.h"

#include <QHash>

#include <map>

namespace studio::services {

/// How an answer behaved on the cases, in one text: the same text, the same behaviour.
QString behaviour(const CheckResult &result);

/// Behaviours of anticipated mistakes, kept between gradings: they change only with the exercise.
class MistakeBehaviours final
{
public:
    std::optional<QString> find(const Exercise &exercise, const Mistake &mistake) const;
    void remember(const Exercise &exercise, const Mistake &mistake, const QString &behaviour);

private:
    static QString key(const Exercise &exercise, const Mistake &mistake);

    QHash<QString, QString> m_known;
};

/// Finds which anticipated mistake an answer is, if any. Marks (`when`) are looked at first; then each
/// mistake's own answer is run, once, and its behaviour compared. Ends with exactly one found(), never inside
/// start().
class MistakeFinder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MistakeFinder)

public:
    struct Subject
    {
        std::shared_ptr<const Exercise> exercise;
        CheckResult result; ///< Of the answer.
        int firstDiffering = -1;
        std::vector<FoundConstruct> constructs; ///< Of the answer; needed only for marks by construct.
    };

    MistakeFinder(CodeRunner &runner, MistakeBehaviours &behaviours, Subject subject);

    void start();

Q_SIGNALS:
    void found(int index); ///< Into the exercise's mistakes; -1 for none.

private:
    void next();
    bool matchesMark(const Mistake &mistake) const;

    CodeRunner &m_runner;
    MistakeBehaviours &m_behaviours;
    Subject m_subject;
    QString m_behaviour;
    std::size_t m_at = 0;
    std::unique_ptr<CaseCheck> m_check;
};

} // namespace studio::services
