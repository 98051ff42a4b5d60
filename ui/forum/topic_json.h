#pragma once

#include "domain/forum.h"
#include "domain/ports/post_renderer.h"

#include <QJsonArray>
#include <QJsonObject>

namespace studio::ui {

// What the forum's viewer is sent; see resources/forum-viewer/src/main.js.

/// Pieces of a post as the viewer wants them. Colours only the code that is short enough to be quick.
QJsonArray partsJson(const std::vector<PostPart> &parts);

QJsonObject postJson(const ForumPost &post, const std::vector<PostPart> &parts, int total,
                     const QDateTime &nowUtc);

struct TopicHead
{
    ForumTopic topic;
    QString forumName;
    QString exerciseTitle; ///< Empty: no exercise, or not known here.
    bool signedIn = false;
};

QJsonObject headJson(const TopicHead &head); ///< Without `type`.

/// `key` names it in the messages that come back.
QJsonObject writingJson(const ForumWriting &writing, const QString &key, const QString &sentence,
                        const std::vector<PostPart> &parts, const QDateTime &nowUtc);

/// Of the window: the posts around index `keep` that together are quick to render.
PostWindow quickPart(const PostWindow &window, int keep);

/// A text of `author` as a quote to answer to.
QString quoted(const QString &author, const QString &text);

} // namespace studio::ui
