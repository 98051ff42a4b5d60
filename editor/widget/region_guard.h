#pragma once

#include "editor/widget/code_editor.h"
#include "editor/widget/text_area.h"

#include <QObject>
#include <QStringList>

#include <vector>

namespace studio::editor {

/// Keeps everything outside the editable regions as it is.
///
/// Two lines of defence: keys, menu and mouse ask before they change anything; and whatever else changes the
/// text (a screen reader, an input method) is watched. An insertion into fixed text comes to nothing; a
/// deletion of fixed text is put back in the same turn of the event loop, at the price of the undo history.
class RegionGuard final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RegionGuard)

public:
    explicit RegionGuard(TextArea &area);

    void start(std::vector<EditableRegion>
                   regions); ///< UTF-16 offsets; out of order or overlapping ones are dropped.
    void stop();

    bool isActive() const { return m_active; }

    std::vector<EditableRegion> regions() const; ///< In UTF-16 offsets.

    const std::vector<TextRange> &ranges() const { return m_ranges; }

    bool allows(TextRange change) const; ///< Also true when there are no regions at all.
    bool allowsSelection() const; ///< Typing, pasting and cutting at all carets.
    bool isAloneOnItsLines(TextRange region) const;
    const TextRange *regionAt(long position) const; ///< Null when the text there is fixed.

    /// Caret into the next (or previous) region; false when there is none.
    bool step(bool next);

    /// New contents when the fixed text is the same in `text`; nothing otherwise.
    bool replaceWhole(const QString &text);

    void repair(); ///< At once, if something broke the fixed text.
    void showRegions(); ///< Their background.

private:
    void modified(int position, int type, int length);
    void inserted(long position, long length);
    void deleted(long position, long length);
    std::vector<TextRange> findIn(const QByteArray &text, bool &same) const;

    TextArea &m_area;
    bool m_active = false;
    bool m_trusted = false; ///< A change of our own.
    QStringList m_names;
    std::vector<TextRange> m_ranges;

    struct Kept
    {
        bool broken = false;
        QByteArray text;
        std::vector<TextRange> ranges;
        long caret = 0;
    } m_kept;
};

} // namespace studio::editor
