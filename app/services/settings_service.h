#pragma once

#include "domain/forum_limits.h"
#include "domain/ports/work_store.h"

#include <QObject>
#include <QVariant>

namespace studio::services {

enum class Setting {
    Theme, ///< QString: `system`, `light`, `dark`
    Zoom, ///< int, percent, 50 to 300: editor, output and lesson together
    EditorWrap, ///< bool
    EditorTabWidth, ///< int, 2 to 8
    EditorAutoClose, ///< bool: closes brackets and quotes
    ReadingFont, ///< QString: `inter`, `opendyslexic`
    ReducedMotion, ///< QString: `system`, `on`, `off`
    ProgramNetwork, ///< bool: a person's own programs may use the network
    ExplanationLanguage, ///< QString: `system`, `en`, `fr`
    ForumDays, ///< int, 0 to kMostForumDays: posts of topics silent for so long go; 0: never
    ForumMegabytes, ///< int: most of the forum's copy
    ForumOnlyFollowed, ///< bool: fetches posts only of what the person follows or opens
    ForumNotices, ///< bool: news of the forum on the desktop too
    PackageSource, ///< QString: where packages come from, as packageSourceFrom() reads it
    WebGpu, ///< bool: hardware rendering of lessons; needs a restart
    WindowGeometry, ///< QByteArray (base64 in the store)
    SplitterExercise, ///< QByteArray
    SplitterPlayground, ///< QByteArray
    SplitterForum, ///< QByteArray
};

/// All settings of a person, from one table of {key, type, default, range}. Known at once after load().
class SettingsService final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsService)

public:
    explicit SettingsService(WorkStore &store, QObject *parent = nullptr);
    ~SettingsService() override;

    QFuture<Result<>> load(); ///< changed() follows for each setting that is not at its default.

    QVariant value(Setting setting) const; ///< Always valid, of the table's type, within its range.

    QString text(Setting setting) const { return value(setting).toString(); }

    int number(Setting setting) const { return value(setting).toInt(); }

    bool flag(Setting setting) const { return value(setting).toBool(); }

    void set(Setting setting, const QVariant &value); ///< Out of range: the nearest right value.
    QVariant defaultValue(Setting setting) const;

Q_SIGNALS:
    void changed(studio::services::Setting setting);
    void saveFailed(const studio::Error &error);

private:
    WorkStore &m_store;
    QHash<int, QVariant> m_values;
};

} // namespace studio::services
