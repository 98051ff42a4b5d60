#pragma once

#include "sync/courses/conversion.h"

#include <QString>
#include <QStringList>

struct GumboInternalNode;

namespace studio::sync {

/// The walk of htmlToMarkdown(): one for each tree.
class HtmlWalk
{
public:
    explicit HtmlWalk(Conversion &conversion)
        : m_conversion(conversion)
    {
    }

    QString blocks(const GumboInternalNode *node); ///< Blocks with empty lines between them.

    static QString text(const GumboInternalNode *node, bool verbatim = false); ///< All text below it.

private:
    /// Blocks gathered so far, and the line that is being written.
    struct Flow
    {
        QStringList blocks;
        QString line;
    };

    void walk(const GumboInternalNode *node, Flow &flow);
    void element(const GumboInternalNode *node, Flow &flow);
    void endLine(Flow &flow);
    QString inlineOf(const GumboInternalNode *node);
    void inlineInto(const GumboInternalNode *node, QString &line);
    QString picture(const GumboInternalNode *node);
    QString heading(const GumboInternalNode *node, int level);
    QString list(const GumboInternalNode *node, bool ordered);
    QString table(const GumboInternalNode *node);
    QString preformatted(const GumboInternalNode *node);

    Conversion &m_conversion;
};

} // namespace studio::sync
