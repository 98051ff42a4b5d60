#include "runner/host/drawing_messages.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cmath>

namespace studio::runner {

using namespace Qt::StringLiterals;

namespace {

constexpr double kFarthest = 1e9;
constexpr double kWidest = 10'000;
constexpr double kLargestFont = 2'000;
constexpr qsizetype kLongestText = 10'000;
constexpr qsizetype kLongestName = 200;
constexpr qsizetype kMostKeys = 200;
constexpr int kLargestSide = 16'384;
constexpr qint64 kMostPixels = 40'000'000;
constexpr qsizetype kLargestPicture = 8 << 20;

/// An item's array, read by position: each field with a default, none by trust.
class Fields final
{
public:
    explicit Fields(const Json &array)
        : m_array(array)
    {
    }

    double number(std::size_t at, double least, double most, double fallback) const
    {
        const Json *field = find(at);
        if (field == nullptr || !field->is_number()) {
            return fallback;
        }
        const double value = field->get<double>();
        return std::isfinite(value) ? std::clamp(value, least, most) : fallback;
    }

    std::optional<qint64> whole(std::size_t at) const
    {
        const Json *field = find(at);
        return field != nullptr && field->is_number_integer() ? std::optional(field->get<qint64>())
                                                              : std::nullopt;
    }

    std::optional<quint32> colour(std::size_t at) const
    {
        const auto value = whole(at);
        return value && *value >= 0 && *value <= 0xffffff ? std::optional(static_cast<quint32>(*value))
                                                          : std::nullopt;
    }

    QString text(std::size_t at, qsizetype most) const
    {
        const Json *field = find(at);
        return field != nullptr && field->is_string()
            ? QString::fromStdString(field->get<std::string>()).left(most)
            : QString();
    }

    bool flag(std::size_t at) const
    {
        const Json *field = find(at);
        return field != nullptr && field->is_boolean() && field->get<bool>();
    }

    QList<QPointF> points(std::size_t at) const
    {
        QList<QPointF> result;
        const Json *field = find(at);
        if (field == nullptr || !field->is_array() || field->size() % 2 != 0) {
            return result;
        }
        const Fields numbers(*field);
        result.reserve(static_cast<qsizetype>(field->size() / 2));
        for (std::size_t i = 0; i + 1 < field->size(); i += 2) {
            result.append({numbers.number(i, -kFarthest, kFarthest, 0),
                           numbers.number(i + 1, -kFarthest, kFarthest, 0)});
        }
        return result;
    }

private:
    const Json *find(std::size_t at) const { return at < m_array.size() ? &m_array[at] : nullptr; }

    const Json &m_array;
};

DrawingItem::Anchor anchorFrom(const QString &name)
{
    DrawingItem::Anchor anchor;
    if (name == "center"_L1) {
        return anchor;
    }
    anchor.x = name.contains(u'w') ? -1 : name.contains(u'e') ? 1 : 0;
    anchor.y = name.startsWith(u'n') ? -1 : name.startsWith(u's') ? 1 : 0;
    return anchor;
}

std::optional<DrawingItem> itemFrom(const Json &json)
{
    if (!json.is_array()) {
        return std::nullopt;
    }
    const Fields fields(json);
    const QString kind = fields.text(0, kLongestName);
    const auto id = fields.whole(1);
    const auto place = fields.whole(2);
    if (!id || !place) {
        return std::nullopt;
    }
    DrawingItem item;
    item.id = *id;
    item.place = *place;
    if (kind == "line"_L1) {
        item.kind = DrawingItem::Kind::Line;
        item.width = fields.number(3, 0, kWidest, 1);
        item.stroke = fields.colour(4);
        item.points = fields.points(5);
    } else if (kind == "area"_L1) {
        item.kind = DrawingItem::Kind::Area;
        item.width = fields.number(3, 0, kWidest, 1);
        item.stroke = fields.colour(4);
        item.fill = fields.colour(5);
        item.points = fields.points(6);
        item.pointer = fields.flag(7);
    } else if (kind == "text"_L1) {
        item.kind = DrawingItem::Kind::Text;
        item.points
            = {{fields.number(3, -kFarthest, kFarthest, 0), fields.number(4, -kFarthest, kFarthest, 0)}};
        item.stroke = fields.colour(5);
        item.text = fields.text(6, kLongestText);
        item.family = fields.text(7, kLongestName);
        item.pixels = fields.number(8, 1, kLargestFont, item.pixels);
        item.bold = fields.flag(9);
        item.italic = fields.flag(10);
        item.underline = fields.flag(11);
        item.anchor = anchorFrom(fields.text(12, kLongestName));
    }
    return item.points.isEmpty() ? std::nullopt : std::optional(std::move(item));
}

const Json *objectField(const Json &message, const char *key)
{
    const auto found = message.find(key);
    return found != message.end() && found->is_object() ? &*found : nullptr;
}

const Json *arrayField(const Json &message, const char *key)
{
    const auto found = message.find(key);
    return found != message.end() && found->is_array() ? &*found : nullptr;
}

DrawingScreen screenFrom(const Json &json)
{
    DrawingScreen screen;
    screen.width = static_cast<double>(std::clamp<long long>(numberField(json, "width", 640), 1, 20'000));
    screen.height = static_cast<double>(std::clamp<long long>(numberField(json, "height", 600), 1, 20'000));
    const long long background = numberField(json, "background", 0xffffff);
    screen.background
        = background >= 0 && background <= 0xffffff ? static_cast<quint32>(background) : 0xffffffU;
    screen.title = QString::fromStdString(textField(json, "title")).left(kLongestName);
    return screen;
}

DrawingListens listensFrom(const Json &json)
{
    DrawingListens listens;
    listens.mouse = flagField(json, "mouse");
    listens.motion = flagField(json, "motion");
    if (const Json *keys = arrayField(json, "keys")) {
        for (const Json &each : *keys) {
            if (each.is_string() && listens.keys.size() < kMostKeys) {
                listens.keys.append(QString::fromStdString(each.get<std::string>()).left(kLongestName));
            }
        }
    }
    return listens;
}

QByteArray base64Field(const Json &message, const char *key)
{
    const auto found = message.find(key);
    if (found == message.end() || !found->is_string()) {
        return {};
    }
    const auto &text = found->get_ref<const std::string &>();
    const auto decoded = QByteArray::fromBase64Encoding(
        QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())),
        QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    return decoded && decoded.decoded.size() <= kLargestPicture ? decoded.decoded : QByteArray();
}

QLatin1StringView nameOf(CanvasEvent::Kind kind)
{
    switch (kind) {
    case CanvasEvent::Kind::Key:
        return "key"_L1;
    case CanvasEvent::Kind::ReleaseKey:
        return "release-key"_L1;
    case CanvasEvent::Kind::Press:
        return "press"_L1;
    case CanvasEvent::Kind::Move:
        return "move"_L1;
    case CanvasEvent::Kind::Release:
        return "release"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace

DrawingChange drawingChangeFrom(const Json &message)
{
    DrawingChange change;
    change.fresh = flagField(message, "fresh");
    if (const Json *items = arrayField(message, "items")) {
        for (const Json &each : *items) {
            if (auto item = itemFrom(each)) {
                change.items.append(std::move(*item));
            }
        }
    }
    if (const Json *gone = arrayField(message, "gone")) {
        for (const Json &each : *gone) {
            if (each.is_number_integer()) {
                change.gone.append(each.get<qint64>());
            }
        }
    }
    if (const Json *screen = objectField(message, "screen")) {
        change.screen = screenFrom(*screen);
    }
    if (const Json *listens = objectField(message, "listens")) {
        change.listens = listensFrom(*listens);
    }
    return change;
}

std::optional<Picture> pictureFrom(const Json &message)
{
    constexpr std::array<char, 16> kBeginning
        = {'\x89', 'P', 'N', 'G', '\r', '\n', '\x1a', '\n', 0, 0, 0, '\x0d', 'I', 'H', 'D', 'R'};
    Picture picture;
    picture.png = base64Field(message, "png");
    if (picture.png.size() < 33 || !std::equal(kBeginning.begin(), kBeginning.end(), picture.png.begin())) {
        return std::nullopt;
    }
    const auto width = qFromBigEndian<quint32>(picture.png.sliced(16, 4).constData());
    const auto height = qFromBigEndian<quint32>(picture.png.sliced(20, 4).constData());
    const bool fits = width > 0 && height > 0 && width <= kLargestSide && height <= kLargestSide
        && static_cast<qint64>(width) * height <= kMostPixels;
    if (!fits) {
        return std::nullopt;
    }
    picture.width = static_cast<int>(width);
    picture.height = static_cast<int>(height);
    picture.svg = base64Field(message, "svg");
    picture.figure = static_cast<int>(std::clamp<long long>(numberField(message, "figure"), 0, 1'000'000));
    picture.title = QString::fromStdString(textField(message, "title")).left(kLongestName);
    return picture;
}

Json eventsMessage(const QList<CanvasEvent> &events)
{
    Json list = Json::array();
    for (const CanvasEvent &each : events) {
        list.push_back({{"kind", QString(nameOf(each.kind)).toStdString()},
                        {"key", each.key.toStdString()},
                        {"again", each.again},
                        {"x", each.at.x()},
                        {"y", each.at.y()},
                        {"button", each.button}});
    }
    return {{"type", "events"}, {"events", list}};
}

} // namespace studio::runner
