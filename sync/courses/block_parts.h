#pragma once

#include "sync/courses/conversion.h"

#include <QJsonObject>
#include <QSet>
#include <QStringList>

namespace studio::sync {

/// What both catalogues' blocks are made of.
class BlockParts
{
public:
    explicit BlockParts(Conversion &conversion)
        : m_conversion(conversion)
    {
    }

    /// An id for a block with progress: from what the author gave, else from its place; each once.
    QString idFor(const QString &kind, const QJsonObject &block, qsizetype index);

    QString heading(const QString &text, int level);
    QString code(const QString &code, const QString &language, const QString &title, bool run);
    QString picture(const QString &source, const QString &alternative, const QString &caption);
    QString video(const QString &title, const QString &link);
    QString callout(const QString &kind, const QString &title,
                    const QString &body); ///< The body is Markdown.
    QString quiz(const QJsonObject &block, const QString &id, const QString &otherwise);
    /// A template to be filled in, or, when it can't be, to be read.
    QString fillIn(const QString &id, const QString &task, const QString &templateCode,
                   const QJsonObject &solutions, const QJsonObject &alternatives, const QString &language);
    QString list(const QJsonArray &items, bool ordered);
    QString table(const QJsonArray &headers, const QJsonArray &rows);
    QString rich(const QString &text); ///< HTML, or plain text.
    QString markdown(const QString &text);

    Conversion &conversion() { return m_conversion; }

private:
    Conversion &m_conversion;
    QSet<QString> m_ids;
};

/// A text of an object; what is no text is none.
QString textIn(const QJsonObject &object, const QString &key);

} // namespace studio::sync
