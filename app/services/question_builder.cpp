#include "services/question_builder.h"

#include "domain/forum.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace studio::services {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestPart = 4'000; ///< Characters; nobody reads more of an output.
constexpr qsizetype kLongestCode = 20'000;
constexpr qsizetype kShortestSolution = 4; ///< Without space: `42` in somebody's code is no solution.
constexpr int kMostSimilar = 12;

/// A text that goes on is cut at a line, and says so.
QString cut(const QString &text, qsizetype most)
{
    if (text.size() <= most) {
        return text;
    }
    const qsizetype line = text.lastIndexOf(u'\n', most);
    return text.left(line > most / 2 ? line : most) % u"\n…"_s;
}

/// Whether the expected text of a case may be told: it is neither hidden nor the answer itself.
bool mayTellExpected(const Exercise &exercise, const CaseResult &result)
{
    if (result.hidden) {
        return false;
    }
    switch (exercise.kind) {
    case ExerciseKind::Program:
    case ExerciseKind::Function:
        return true;
    case ExerciseKind::FillBlanks:
        return !std::get<FillBlanksSpec>(exercise.spec).cases.empty();
    case ExerciseKind::Parsons:
        return !std::get<ParsonsSpec>(exercise.spec).cases.empty();
    case ExerciseKind::UnitTest:
    case ExerciseKind::Drawing:
    case ExerciseKind::Choice:
    case ExerciseKind::PredictOutput:
    case ExerciseKind::TypeThis:
    case ExerciseKind::Steps:
        return false;
    }
    return false;
}

QString errorText(const RunError &error)
{
    if (!error.traceback.trimmed().isEmpty()) {
        return error.traceback.trimmed();
    }
    return error.message.isEmpty() ? error.type : u"%1: %2"_s.arg(error.type, error.message);
}

/// The smallest visible case that is not right.
const CaseResult *shownCase(const Verdict &verdict)
{
    const auto isWrong = [](const CaseResult &each) {
        return !each.hidden && each.state != CaseState::Passed && each.state != CaseState::NotRun;
    };
    const auto first = static_cast<std::size_t>(verdict.firstDiffering);
    if (verdict.firstDiffering >= 0 && first < verdict.cases.size() && isWrong(verdict.cases[first])) {
        return &verdict.cases[first];
    }
    const auto found = std::find_if(verdict.cases.begin(), verdict.cases.end(), isWrong);
    return found == verdict.cases.end() ? nullptr : &*found;
}

void addVerdict(const Exercise &exercise, const Verdict &verdict, Question &question)
{
    if (verdict.error) {
        question.error = errorText(*verdict.error);
    }
    const CaseResult *shown = shownCase(verdict);
    if (!shown || !mayTellExpected(exercise, *shown)) {
        if (shown && shown->error && question.error.isEmpty()) {
            question.error = errorText(*shown->error);
        }
        return;
    }
    question.input = shown->input;
    question.expected = shown->expected;
    question.actual = shown->actual.isEmpty() ? shown->printed : shown->actual;
    if (!shown->call.isEmpty()) {
        // What was called is what a reader has to type to see it.
        question.input = shown->input.isEmpty() ? shown->call : QString(shown->call % u'\n' % shown->input);
    }
    if (shown->error) {
        question.error = errorText(*shown->error);
    }
}

QString heading(const QString &words)
{
    return u"**%1**\n\n"_s.arg(words);
}

/// A title inside a link of Markdown.
QString escaped(const QString &title)
{
    static const QRegularExpression special(uR"(([\\\[\]*_`<>!]))"_s);
    QString text = title.simplified();
    return text.replace(special, uR"(\\1)"_s);
}

/// Lines that do something, without their space.
QString bare(const QString &code)
{
    static const QRegularExpression space(uR"(\s+)"_s);
    QString all = u"\n"_s;
    for (QString line : code.split(u'\n')) {
        line.remove(space);
        if (!line.isEmpty() && !line.startsWith(u'#')) {
            all += line % u'\n';
        }
    }
    return all;
}

QStringList wordsOf(const QString &text, qsizetype most)
{
    static const QRegularExpression word(uR"([\p{L}_][\p{L}\p{N}_]{2,})"_s);
    QStringList words;
    for (auto found = word.globalMatch(text); found.hasNext() && words.size() < most;) {
        const QString each = found.next().captured();
        if (!words.contains(each, Qt::CaseInsensitive)) {
            words.append(each);
        }
    }
    return words;
}

/// "ValueError: invalid literal" of the last line of a traceback.
QString lastLine(const QString &error)
{
    return error.trimmed().section(u'\n', -1).trimmed();
}

} // namespace

QString fenced(const QString &code, const QString &language)
{
    int longest = 2;
    int run = 0;
    for (const QChar c : code) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString fence(longest + 1, u'`');
    const bool ended = code.isEmpty() || code.endsWith(u'\n');
    return fence % language % u'\n' % code % (ended ? QString() : u"\n"_s) % fence;
}

Question questionAbout(const QString &courseId, const Exercise &exercise, const QString &answer,
                       const LastTry &last)
{
    Question question;
    question.courseId = courseId;
    question.exerciseId = exercise.id;
    question.exerciseTitle = exercise.title;
    // Ids of options and the like say nothing to a reader.
    if (exercise.kind != ExerciseKind::Choice) {
        question.code = cut(answer, kLongestCode);
    }
    const bool isPython = isCode(exercise.kind) || exercise.kind == ExerciseKind::FillBlanks
        || exercise.kind == ExerciseKind::Parsons;
    question.language = isPython ? u"python"_s : QString();
    if (last.verdict) {
        addVerdict(exercise, *last.verdict, question);
    }
    if (last.run) {
        // The case's expected text belongs to the case's input, not to what the person typed.
        question.input = last.input;
        question.actual = last.printed;
        question.error = last.run->error ? errorText(*last.run->error) : QString();
        question.expected.clear();
    }
    question.input = cut(question.input, kLongestPart);
    question.expected = cut(question.expected, kLongestPart);
    question.actual = cut(question.actual, kLongestPart);
    question.error = cut(question.error, kLongestPart);
    const QString brief = lastLine(question.error);
    question.subject = brief.isEmpty() ? exercise.title : u"%1: %2"_s.arg(exercise.title, brief);
    question.subject = question.subject.simplified().left(kLongestSubject);
    return question;
}

QString markdownOf(const Question &question, const QuestionWords &words)
{
    QStringList parts;
    StudioLink link;
    link.kind = StudioLink::Kind::Exercise;
    link.courseId = question.courseId;
    link.itemId = question.exerciseId;
    parts.append(words.about.arg(u"[%1](%2)"_s.arg(escaped(question.exerciseTitle), toString(link))));
    if (const QString tried = question.tried.trimmed(); !tried.isEmpty()) {
        parts.append(heading(words.tried) % tried);
    }
    const auto block = [&](const QString &title, const QString &text, const QString &language) {
        if (!text.trimmed().isEmpty()) {
            parts.append(heading(title) % fenced(text, language));
        }
    };
    block(words.code, question.code, question.language);
    block(words.input, question.input, u"text"_s);
    block(words.expected, question.expected, u"text"_s);
    block(words.actual, question.actual, u"text"_s);
    block(words.error, question.error, u"text"_s);
    return parts.join(u"\n\n"_s);
}

bool givesSolutionAway(const QString &code, const QString &solution, const std::vector<QString> &passed)
{
    const QString mine = bare(code);
    const auto holds = [&](const QString &right) {
        const QString known = bare(right);
        return known.size() >= kShortestSolution && mine.contains(known);
    };
    return holds(solution) || std::any_of(passed.begin(), passed.end(), holds);
}

std::vector<SearchRequest> similarSearches(const Question &question)
{
    std::vector<SearchRequest> searches;
    const auto add = [&](const QStringList &words) {
        const bool known = std::any_of(searches.begin(), searches.end(),
                                       [&](const SearchRequest &each) { return each.words == words; });
        if (words.isEmpty() || known) {
            return;
        }
        SearchRequest request;
        request.words = words;
        request.typing = false;
        request.kinds = {FoundKind::Topic, FoundKind::Post};
        request.most = kMostSimilar;
        searches.push_back(request);
    };
    const QStringList error = wordsOf(lastLine(question.error), 4);
    const QStringList title = wordsOf(question.exerciseTitle, 4);
    if (!error.isEmpty()) {
        add(error);
    }
    add(wordsOf(question.subject.section(u": "_s, 0, 0), 5));
    add(title);
    if (!error.isEmpty()) {
        add({error.first()});
    }
    return searches;
}

QString toJson(const Question &question, qint64 forumId)
{
    const QJsonObject all{{u"course"_s, question.courseId},     {u"exercise"_s, question.exerciseId},
                          {u"title"_s, question.exerciseTitle}, {u"subject"_s, question.subject},
                          {u"tried"_s, question.tried},         {u"code"_s, question.code},
                          {u"language"_s, question.language},   {u"input"_s, question.input},
                          {u"expected"_s, question.expected},   {u"actual"_s, question.actual},
                          {u"error"_s, question.error},         {u"forum"_s, forumId}};
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

std::optional<Question> questionFromJson(const QString &json, qint64 *forumId)
{
    const QJsonObject all = QJsonDocument::fromJson(json.toUtf8()).object();
    Question question;
    question.courseId = all["course"_L1].toString();
    question.exerciseId = all["exercise"_L1].toString();
    if (question.courseId.isEmpty() || question.exerciseId.isEmpty()) {
        return std::nullopt;
    }
    question.exerciseTitle = all["title"_L1].toString();
    question.subject = all["subject"_L1].toString();
    question.tried = all["tried"_L1].toString();
    question.code = all["code"_L1].toString();
    question.language = all["language"_L1].toString();
    question.input = all["input"_L1].toString();
    question.expected = all["expected"_L1].toString();
    question.actual = all["actual"_L1].toString();
    question.error = all["error"_L1].toString();
    if (forumId) {
        *forumId = all["forum"_L1].toInteger();
    }
    return question;
}

} // namespace studio::services
