#include "services/grading/mistake_finder.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

namespace studio::services {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool hasMark(const Mistake &mistake)
{
    return !mistake.whenOutput.isEmpty() || !mistake.whenError.isEmpty() || !mistake.whenConstruct.isEmpty();
}

QString errorType(const CheckResult &result, int firstDiffering)
{
    if (result.error) {
        return result.error->type;
    }
    if (firstDiffering >= 0) {
        const auto &error = result.cases[static_cast<std::size_t>(firstDiffering)].error;
        return error ? error->type : QString();
    }
    return {};
}

} // namespace

QString behaviour(const CheckResult &result)
{
    QString text = result.error ? u"error "_s % result.error->type % u'\n' : QString();
    for (const CaseResult &each : result.cases) {
        text += QString::number(static_cast<int>(each.state)) % u' ';
        switch (each.state) {
        case CaseState::Passed:
        case CaseState::NotRun:
            break;
        case CaseState::Differs:
            text += each.actual.trimmed() % u' ' % each.message;
            break;
        case CaseState::Raised:
            text += each.error ? each.error->type : each.message;
            break;
        case CaseState::DidNotFinish:
            text += QString::number(static_cast<int>(each.run));
            break;
        }
        text += u'\n';
    }
    return text;
}

std::optional<QString> MistakeBehaviours::find(const Exercise &exercise, const Mistake &mistake) const
{
    const auto known = m_known.find(key(exercise, mistake));
    return known == m_known.end() ? std::nullopt : std::optional(*known);
}

void MistakeBehaviours::remember(const Exercise &exercise, const Mistake &mistake, const QString &behaviour)
{
    m_known.insert(key(exercise, mistake), behaviour);
}

QString MistakeBehaviours::key(const Exercise &exercise, const Mistake &mistake)
{
    // The cases belong to the key: an author who changes them must not see what was remembered before.
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(mistake.answer.toUtf8());
    const auto add = [&hash](const QString &text) { hash.addData(text.toUtf8().append('\0')); };
    if (const auto *program = std::get_if<ProgramSpec>(&exercise.spec)) {
        for (const ProgramCase &each : program->cases) {
            add(each.input);
            add(each.output);
            add(each.arguments.join(u'\n'));
        }
    } else if (const auto *function = std::get_if<FunctionSpec>(&exercise.spec)) {
        for (const FunctionCase &each : function->cases) {
            add(each.call);
            add(each.gives.value_or(QString()) % each.prints.value_or(QString())
                % each.raises.value_or(QString()));
            add(each.input);
        }
    } else if (const auto *tests = std::get_if<UnitTestSpec>(&exercise.spec)) {
        add(tests->tests);
    } else if (const auto *drawing = std::get_if<DrawingSpec>(&exercise.spec)) {
        add(exercise.solution);
        add(QString::number(drawing->rule.tolerance) % (drawing->rule.anywhere ? u'a' : u'-')
            % (drawing->rule.colours ? u'c' : u'-') % (drawing->rule.widths ? u'w' : u'-'));
        add(drawing->input);
    }
    return exercise.id % u'/' % mistake.name % u'/' % QString::fromLatin1(hash.result().toHex());
}

MistakeFinder::MistakeFinder(CodeRunner &runner, MistakeBehaviours &behaviours, Subject subject)
    : m_runner(runner)
    , m_behaviours(behaviours)
    , m_subject(std::move(subject))
    , m_behaviour(behaviour(m_subject.result))
{
}

void MistakeFinder::start()
{
    const auto &mistakes = m_subject.exercise->mistakes;
    const auto marked = std::find_if(mistakes.begin(), mistakes.end(),
                                     [this](const Mistake &each) { return matchesMark(each); });
    if (marked != mistakes.end()) {
        const int index = static_cast<int>(marked - mistakes.begin());
        QMetaObject::invokeMethod(
            this, [this, index] { Q_EMIT found(index); }, Qt::QueuedConnection);
        return;
    }
    QMetaObject::invokeMethod(this, &MistakeFinder::next, Qt::QueuedConnection);
}

void MistakeFinder::next()
{
    const Exercise &exercise = *m_subject.exercise;
    for (; m_at < exercise.mistakes.size(); ++m_at) {
        const Mistake &mistake = exercise.mistakes[m_at];
        if (hasMark(mistake)) {
            continue; // recognised by its mark only
        }
        const auto known = m_behaviours.find(exercise, mistake);
        if (known && *known == m_behaviour) {
            Q_EMIT found(static_cast<int>(m_at));
            return;
        }
        if (!known) {
            RunLimits limits = limitsFor(exercise);
            limits.cpu
                = std::min<std::chrono::milliseconds>(limits.cpu, 2s); // an endless mistake is known by then
            limits.wall = std::min<std::chrono::milliseconds>(limits.wall, 4s);
            m_check = makeCaseCheck(m_runner, exercise, mistake.answer, limits);
            connect(m_check.get(), &CaseCheck::done, this, [this](const CheckResult &result) {
                const Exercise &subject = *m_subject.exercise;
                m_behaviours.remember(subject, subject.mistakes[m_at], behaviour(result));
                m_check.release()->deleteLater(); // this is its own signal
                next();
            });
            m_check->start();
            return;
        }
    }
    Q_EMIT found(-1);
}

bool MistakeFinder::matchesMark(const Mistake &mistake) const
{
    const CheckResult &result = m_subject.result;
    if (!mistake.whenConstruct.isEmpty()) {
        return std::any_of(
            m_subject.constructs.begin(), m_subject.constructs.end(),
            [&mistake](const FoundConstruct &each) { return each.name == mistake.whenConstruct; });
    }
    if (!mistake.whenError.isEmpty()) {
        return errorType(result, m_subject.firstDiffering) == mistake.whenError;
    }
    if (!mistake.whenOutput.isEmpty() && m_subject.firstDiffering >= 0) {
        const CaseResult &first = result.cases[static_cast<std::size_t>(m_subject.firstDiffering)];
        const QRegularExpression pattern(mistake.whenOutput, QRegularExpression::MultilineOption);
        return pattern.match(first.actual).hasMatch();
    }
    return false;
}

} // namespace studio::services
