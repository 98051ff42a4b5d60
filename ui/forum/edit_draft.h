#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace studio::ui {

/// A change of a post that is not sent yet, with the post as it was when the change began: only against that
/// can be seen that somebody else changed the post in the meantime. Both are one text in the work, so that no
/// crash leaves one without the other.
struct EditDraft
{
    QString text; ///< As it is being written.
    QString seenText; ///< The post's, when the person began.
    QDateTime seenUpdatedUtc; ///< Invalid: the platform had said none.

    bool operator==(const EditDraft &) const = default;
};

QString toJson(const EditDraft &draft); ///< The same draft always gives the same text.

/// Nothing when it is none. Nothing is lost by that: the whole document is then the text alone.
std::optional<EditDraft> editDraftFromJson(const QString &json);

} // namespace studio::ui
