#pragma once

#include "domain/error.h"
#include "domain/progress.h"
#include "ui/common/theme.h"

#include <QList>
#include <QWidget>

class QAction;

namespace studio::ui {

/// One step of the path at the top of the window.
struct Crumb
{
    QString text;
    Place place; ///< Where a click leads; empty page: not a link.
};

/// A place in the window. The window shows one at a time, with its crumbs and actions at the top.
class Page : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Page)

public:
    explicit Page(QWidget *parent = nullptr)
        : QWidget(parent)
    {
    }

    ~Page() override = default;

    virtual QList<Crumb> crumbs() const = 0; ///< The last one is the page's own title.
    virtual Place place() const = 0; ///< To come back to it, also after a restart.

    /// Shows another item of a page that is kept. False: it has none.
    virtual bool showItem(const QString &itemId)
    {
        Q_UNUSED(itemId)
        return false;
    }

    virtual QList<QAction *> pageActions() const
    {
        return {};
    } ///< Shown at the top right, in order; owned by the page.

    /// Everything the page can do, for the command palette; may hold the page actions too.
    virtual QList<QAction *> allActions() const { return pageActions(); }

    virtual QString statusText() const { return {}; } ///< Right end of the status line, e.g. "Ln 3, Col 15".

    virtual void enter() { } ///< Shown from now on: give focus, start counting time.

    virtual void leave() { } ///< No longer shown: stop counting, save.

    virtual void setTheme(const Theme &theme) = 0;
    virtual void setZoom(int percent) = 0; ///< Of editor, output and lesson together.

    /// Whether what is typed on this page is on the disk.
    enum class SaveState { Saved, Saving, NotSaved };

Q_SIGNALS:
    void saveStateChanged(studio::ui::Page::SaveState state,
                          const studio::Error &error); ///< The error only for NotSaved.
    void crumbsChanged();
    void statusChanged();
    void placeRequested(const studio::Place &place);
    void zoomRequested(int steps); ///< +1, -1; 0 = back to 100 %.
    void searchRequested(); ///< The box that searches everything.
    void codeRequested(const QString &code); ///< A new program in the playground.
};

} // namespace studio::ui
