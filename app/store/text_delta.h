#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace studio::store {

/// What makes one text of another: the middle is replaced, front and back (in UTF-16 units) are kept.
struct TextDelta
{
    qsizetype keptFront = 0;
    qsizetype keptBack = 0;
    QString inserted;
};

TextDelta differenceBetween(const QString &before, const QString &after);
/// False, and nothing changed, when the delta does not fit the text.
[[nodiscard]] bool applyDelta(QString &text, const TextDelta &delta);

/// Exact for every QString, also for halves of surrogate pairs and for zeros. Compressed when that helps.
QByteArray packText(const QString &text);
/// nullopt when the bytes are not what packText() makes.
std::optional<QString> unpackText(const QByteArray &bytes);

/// Finds a damaged or wrongly rebuilt text; not meant against intent.
QByteArray checksumOf(const QString &text);

} // namespace studio::store
