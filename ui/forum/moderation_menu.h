#pragma once

#include "domain/ports/forum_platform.h"

#include <QMenu>

namespace studio::ui {

/// What a moderator can do with the topic that is shown. For everybody else it says why there is nothing.
class ModerationMenu final : public QMenu
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ModerationMenu)

public:
    explicit ModerationMenu(QWidget *parent);

    void fill(const ForumAbilities &abilities, const ForumTopic &topic, const std::vector<ForumInfo> &forums);

Q_SIGNALS:
    void wanted(const studio::ModerationAction &action); ///< Delete only after it was asked.
    void queueRequested(); ///< The posts that wait for a moderator.

private:
    void add(const QString &text, const QString &name, ModerationAction::Kind kind, qint64 topicId);
    void askDelete(const ForumTopic &topic);
};

} // namespace studio::ui
