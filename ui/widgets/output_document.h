#pragma once

#include "ui/widgets/output_lines.h"
#include "ui/widgets/output_palette.h"

#include <QTextCursor>

class QTextDocument;

namespace studio::ui {

/// Keeps a text document in step with OutputLines: a beginning, one line for the gap if there is one, and an
/// end. One update costs a bounded time, however much was written: the newest lines come at once, what is
/// still missing before them with the next updates, and until then the gap's line counts it.
class OutputDocument final
{
public:
    explicit OutputDocument(QTextDocument &document);

    void setPalette(const OutputPalette &palette) { m_palette = palette; } ///< For what comes after it.

    void setOwnFile(const QString &fileName) { m_ownFile = fileName; }

    void clear();

    /// True when all lines that are kept are in the document now; else call it again soon.
    bool update(const OutputLines &lines);

    qint64 lineOf(int block) const; ///< For the gap's block the first line after it.
    int blockOf(qint64 line) const; ///< The nearest block when the line is not in the document.

    qint64 missing() const { return m_from - m_headEnd; } ///< Lines in the gap.

    static QString gapText(qint64 missing);
    static QString gapLink(); ///< The end of the gap's text.
    static QString foldText(qint64 hidden);

private:
    int blocks() const; ///< Of the document that are in use.

    int gap() const { return m_headEnd < m_from ? 1 : 0; }

    int firstOfEnd() const { return static_cast<int>(m_headEnd) + m_gapShown; }

    void dropStale(const OutputLines &lines);
    bool addNewest(const OutputLines &lines);
    void fill(const OutputLines &lines, bool backwards);
    void showGap();

    void insert(int block, const OutputLines &lines, qint64 from, qint64 to);
    void insertOne(QTextCursor &cursor, const OutputLine &line);
    void insertGap();
    void remove(int block, qint64 count);

    QTextDocument &m_document;
    OutputPalette m_palette;
    QString m_ownFile;
    // Lines [0, m_headEnd) and [m_from, m_to) are in the document; without a gap the second range is empty.
    qint64 m_headEnd = 0;
    qint64 m_from = 0;
    qint64 m_to = 0;
    int m_gapShown = 0; ///< 1 when the document has the gap's block.
    qint64 m_missingShown = 0; ///< As that block says it.
    bool m_openShown = false; ///< The last line was not ended yet.
};

} // namespace studio::ui
