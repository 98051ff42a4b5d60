#include "runner/host/worker_messages.h"

namespace studio::runner {

using namespace Qt::StringLiterals;

RunError runErrorFrom(const Json &json)
{
    constexpr std::size_t kMostFrames = 100;
    RunError error;
    if (!json.is_object()) {
        return error;
    }
    const auto text = [](const Json &object, const char *key, qsizetype most) {
        return QString::fromStdString(textField(object, key)).left(most);
    };
    error.type = text(json, "type", 200);
    error.message = text(json, "message", 4000);
    error.traceback = text(json, "traceback", 40'000);
    error.line = static_cast<int>(numberField(json, "line"));
    error.column = static_cast<int>(numberField(json, "column"));
    if (const auto frames = json.find("frames"); frames != json.end() && frames->is_array()) {
        for (const Json &each : *frames) {
            if (!each.is_object() || error.frames.size() == kMostFrames) {
                break;
            }
            error.frames.push_back({text(each, "file", 300), static_cast<int>(numberField(each, "line")),
                                    text(each, "function", 200), text(each, "text", 400),
                                    flagField(each, "own")});
        }
    }
    return error;
}

CallAnswer callAnswerFrom(const Json &message)
{
    CallAnswer answer;
    answer.printed = QString::fromStdString(textField(message, "printed"));
    answer.left = flagField(message, "left");
    if (message.contains("error")) {
        answer.error = runErrorFrom(message["error"]);
    } else if (message.contains("value")) {
        const std::string text = message["value"].dump(-1, ' ', false, Json::error_handler_t::replace);
        auto value = pyValueFromJson(QByteArray::fromStdString(text));
        if (value) {
            answer.value = std::move(*value);
        } else {
            answer.value = PyValue(PyValue::Other{u"?"_s, value.error().message});
        }
    } else if (!answer.left) {
        answer.left = true;
    }
    return answer;
}

SandboxReport sandboxReportFrom(const Json &hello)
{
    SandboxReport report;
    const Json layers = hello.value("sandbox", Json::object());
    for (const char *name : {"namespaces", "landlock", "seccomp", "limits"}) {
        SandboxLayer layer{QString::fromLatin1(name), flagField(layers, name), {}};
        if (const long long version = numberField(layers, name); version > 0) {
            layer.active = true;
            layer.detail = QString::number(version);
        }
        if (!layer.active) {
            layer.detail = QString::fromStdString(textField(layers, (std::string(name) + "_why").c_str()));
        }
        report.layers.push_back(layer);
    }
    return report;
}

} // namespace studio::runner
