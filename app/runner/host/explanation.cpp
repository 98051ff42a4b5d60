#include "runner/host/explanation.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace studio::runner {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostValues = 10;
constexpr qsizetype kLongestText = 4000;

QString text(const Json &object, const char *key, qsizetype most)
{
    return QString::fromStdString(textField(object, key)).left(most);
}

ErrorExplanation::Kind kindOf(const Json &message)
{
    const std::string kind = textField(message, "kind");
    return kind == "stopped" ? ErrorExplanation::Kind::Stopped
        : kind == "notice"   ? ErrorExplanation::Kind::Notice
                             : ErrorExplanation::Kind::Error;
}

} // namespace

QString explanationLibrary(const QString &worker)
{
    return QDir::cleanPath(QFileInfo(worker).absolutePath() % u"/../lib/learning-studio/explanations"_s);
}

Json explainRequest(const QString &worker, const QString &language)
{
    if (language.isEmpty()) {
        return nullptr;
    }
    return {{"language", language.toStdString()}, {"library", explanationLibrary(worker).toStdString()}};
}

std::optional<ErrorExplanation> explanationFrom(const Json &message)
{
    ErrorExplanation explanation;
    explanation.kind = kindOf(message);
    explanation.language = text(message, "language", 10);
    explanation.title = text(message, "title", 400);
    explanation.cause = text(message, "cause", kLongestText);
    explanation.hint = text(message, "hint", kLongestText);
    explanation.line = static_cast<int>(std::clamp(numberField(message, "line"), 0LL, 10'000'000LL));
    explanation.source = text(message, "source", 400);
    if (const auto values = message.find("values"); values != message.end() && values->is_array()) {
        for (const Json &each : *values) {
            if (!each.is_object() || explanation.values.size() == kMostValues) {
                break;
            }
            explanation.values.push_back(
                {text(each, "name", 200), text(each, "value", 400), text(each, "type", 200)});
        }
    }
    if (explanation.title.isEmpty()) {
        return std::nullopt;
    }
    return explanation;
}

} // namespace studio::runner
