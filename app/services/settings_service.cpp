#include "services/settings_service.h"

#include "domain/forum.h"
#include "domain/when_done.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace studio::services {

using namespace Qt::StringLiterals;

namespace {

/// One row of the table that says everything about a setting.
struct Entry
{
    Setting setting;
    QLatin1StringView key;
    QVariant fallback;
    int least = 0; ///< For numbers.
    int most = 0;
    QStringList choices; ///< For words; empty: any text.
};

const std::vector<Entry> &table()
{
    static const std::vector<Entry> entries = {
        {Setting::Theme,
         "appearance.theme"_L1,
         u"system"_s,
         0,
         0,
         {u"system"_s, u"light"_s, u"dark"_s, u"high-contrast"_s}},
        {Setting::Zoom, "appearance.zoom"_L1, 100, 50, 300, {}},
        {Setting::EditorWrap, "editor.wrap"_L1, false, 0, 0, {}},
        {Setting::EditorTabWidth, "editor.tab-width"_L1, 4, 2, 8, {}},
        {Setting::EditorAutoClose, "editor.auto-close"_L1, true, 0, 0, {}},
        {Setting::ReadingFont,
         "appearance.reading-font"_L1,
         u"inter"_s,
         0,
         0,
         {u"inter"_s, u"opendyslexic"_s}},
        {Setting::ReducedMotion,
         "appearance.reduced-motion"_L1,
         u"system"_s,
         0,
         0,
         {u"system"_s, u"on"_s, u"off"_s}},
        {Setting::ProgramNetwork, "programs.network"_L1, true, 0, 0, {}},
        {Setting::ExplanationLanguage,
         "explanations.language"_L1,
         u"system"_s,
         0,
         0,
         {u"system"_s, u"en"_s, u"fr"_s}},
        {Setting::ForumDays, "forum.days"_L1, 0, 0, kMostForumDays, {}},
        {Setting::ForumMegabytes, "forum.megabytes"_L1, 2000, kLeastForumMegabytes, kMostForumMegabytes, {}},
        {Setting::ForumOnlyFollowed, "forum.only-followed"_L1, false, 0, 0, {}},
        {Setting::ForumNotices, "forum.desktop-notices"_L1, false, 0, 0, {}},
        {Setting::PackageSource, "packages.source"_L1, QString(), 0, 0, {}},
        {Setting::WebGpu, "lessons.gpu"_L1, false, 0, 0, {}},
        {Setting::WindowGeometry, "window.geometry"_L1, QByteArray(), 0, 0, {}},
        {Setting::SplitterExercise, "window.splitter-exercise"_L1, QByteArray(), 0, 0, {}},
        {Setting::SplitterPlayground, "window.splitter-playground"_L1, QByteArray(), 0, 0, {}},
        {Setting::SplitterForum, "window.splitter-forum"_L1, QByteArray(), 0, 0, {}},
    };
    return entries;
}

const Entry &entryOf(Setting setting)
{
    return *std::find_if(table().begin(), table().end(),
                         [setting](const Entry &each) { return each.setting == setting; });
}

QVariant withinRange(const Entry &entry, const QVariant &value)
{
    switch (entry.fallback.typeId()) {
    case QMetaType::Int:
        return std::clamp(value.toInt(), entry.least, entry.most);
    case QMetaType::QString:
        return entry.choices.isEmpty() || entry.choices.contains(value.toString())
            ? QVariant(value.toString())
            : entry.fallback;
    case QMetaType::QByteArray:
        return value.toByteArray();
    default:
        return value.toBool();
    }
}

// JSON has no bare values in QJsonDocument, so each stands in a list of one.
QByteArray toStored(const QVariant &value)
{
    const QJsonValue json = value.typeId() == QMetaType::QByteArray
        ? QJsonValue(QString::fromLatin1(value.toByteArray().toBase64()))
        : QJsonValue::fromVariant(value);
    return QJsonDocument(QJsonArray{json}).toJson(QJsonDocument::Compact);
}

std::optional<QVariant> fromStored(const Entry &entry, const QByteArray &json)
{
    const QJsonArray list = QJsonDocument::fromJson(json).array();
    if (list.isEmpty()) {
        return std::nullopt;
    }
    if (entry.fallback.typeId() == QMetaType::QByteArray) {
        return QByteArray::fromBase64(list.first().toString().toLatin1());
    }
    const QVariant value = list.first().toVariant();
    return value.canConvert(entry.fallback.metaType()) ? std::optional(withinRange(entry, value))
                                                       : std::nullopt;
}

} // namespace

SettingsService::SettingsService(WorkStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

SettingsService::~SettingsService() = default;

QFuture<Result<>> SettingsService::load()
{
    return whenDone(
        m_store.settings(), this, [this](const Result<QHash<QString, QByteArray>> &stored) -> Result<> {
            if (!stored) {
                return fail(stored.error());
            }
            for (const Entry &entry : table()) {
                const auto found = stored->find(entry.key);
                const auto value = found == stored->end() ? std::nullopt : fromStored(entry, *found);
                if (value && *value != entry.fallback) {
                    m_values.insert(static_cast<int>(entry.setting), *value);
                    Q_EMIT changed(entry.setting);
                }
            }
            return {};
        });
}

QVariant SettingsService::value(Setting setting) const
{
    return m_values.value(static_cast<int>(setting), entryOf(setting).fallback);
}

void SettingsService::set(Setting setting, const QVariant &value)
{
    const Entry &entry = entryOf(setting);
    const QVariant right = withinRange(entry, value);
    if (right == this->value(setting)) {
        return;
    }
    m_values.insert(static_cast<int>(setting), right);
    Q_EMIT changed(setting);
    whenDone(m_store.saveSetting(entry.key, toStored(right)), this, [this](const Result<> &done) {
        if (!done) {
            Q_EMIT saveFailed(done.error());
        }
    });
}

QVariant SettingsService::defaultValue(Setting setting) const
{
    return entryOf(setting).fallback;
}

} // namespace studio::services
