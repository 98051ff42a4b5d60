#pragma once

#include "domain/ports/console.h"

#include <QListWidget>

namespace studio::ui {

/// The words that the unfinished one could become, in a list beside the caret. The keyboard stays with the
/// text: whoever owns the list hands it the keys that are meant for it.
class CompletionPopup final : public QListWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompletionPopup)

public:
    explicit CompletionPopup(QWidget *parent = nullptr); ///< A child of the window, above all else in it.

    void showList(const CompletionList &list);
    void filter(const QString &prefix); ///< Hides itself when nothing is left.
    void placeBelow(const QRect &caret); ///< In the parent's coordinates; above it when there is no room.
    bool handleKey(int key); ///< Up, Down, PageUp and PageDown; true when it was one of them.
    QString chosen() const;

Q_SIGNALS:
    void clickedOn(const QString &word);
};

} // namespace studio::ui
