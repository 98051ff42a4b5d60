#pragma once

#include "domain/project.h"
#include "domain/result.h"
#include "ui/common/theme.h"

#include <QFuture>
#include <QWidget>

#include <vector>

class QLabel;
class QListWidget;
class QPushButton;
class QToolButton;

namespace studio::services {
class ProjectService;
} // namespace studio::services

namespace studio::ui {

/// The list of own projects, last changed first: open, make, rename and remove them. Removing can be undone
/// in place.
class ProgramList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProgramList)

public:
    explicit ProgramList(services::ProjectService &projects, QWidget *parent = nullptr);

    /// chosen() follows: the one with this id, else the one changed last, else a new one.
    void open(const QString &id);
    void create(const QString &title, const QString &code = {}); ///< chosen() follows.
    void openFolder(); ///< Asks for it; chosen() follows.
    void setCurrent(const QString &id);
    void refresh();
    void setTheme(const Theme &theme);

Q_SIGNALS:
    void chosen(const studio::Project &project);
    void renamed(const QString &id, const QString &title); ///< Whoever has it open renames it.
    void removing(const QString &id); ///< Whoever has it open lets it go, at once.
    void failed(const studio::Error &error);

private:
    QLayout *makeHead();
    void fill(const std::vector<Project> &projects);
    void choose(const QFuture<Result<Project>> &made);
    void rename(const QString &id, const QString &title);
    void removeCurrent();
    void restore();

    services::ProjectService &m_projects;
    QListWidget *m_list;
    QLabel *m_undoText;
    QPushButton *m_undo;
    QToolButton *m_rename;
    QToolButton *m_remove;
    QString m_current;
    QString m_removed;
    bool m_filling = false;
};

} // namespace studio::ui
