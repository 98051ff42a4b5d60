#include "runner/protocol/messages.h"

namespace studio::runner {

namespace {

constexpr int kDeepest = 256;

} // namespace

std::optional<Json> parseMessage(std::string_view text)
{
    bool tooDeep = false;
    const auto watchDepth = [&tooDeep](int depth, Json::parse_event_t, Json &) {
        tooDeep = tooDeep || depth > kDeepest;
        return !tooDeep;
    };
    Json message = Json::parse(text, watchDepth, /*allow_exceptions=*/false);
    if (tooDeep || !message.is_object() || !message.contains("type") || !message["type"].is_string()) {
        return std::nullopt;
    }
    return message;
}

std::string textField(const Json &object, const char *key, std::string fallback)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::move(fallback);
}

long long numberField(const Json &object, const char *key, long long fallback)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_number_integer() ? found->get<long long>() : fallback;
}

bool flagField(const Json &object, const char *key, bool fallback)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_boolean() ? found->get<bool>() : fallback;
}

} // namespace studio::runner
