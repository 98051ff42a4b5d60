#pragma once

#include "ui/common/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace studio::services {
class ProjectSession;
} // namespace studio::services

namespace studio::ui {

/// The files of the open project: new, import (by dialog or by dropping), rename, copy, remove with undo in
/// place, and which one Run runs. Nothing asks; what went wrong is said below the list.
class FileList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileList)

public:
    explicit FileList(QWidget *parent = nullptr);

    void setProject(services::ProjectSession *project); ///< Not owned; null while there is none.
    void setCurrent(const QString &path); ///< The file in the front tab.
    void setTheme(const Theme &theme);
    void say(const QString &text);

    QList<QAction *> fileActions() const { return m_all; } ///< For the command palette; owned by the list.

Q_SIGNALS:
    void openRequested(const QString &path);
    void runRequested(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAction *addAction(const QString &text, const QString &name, void (FileList::*slot)());
    void makeActions();
    QLayout *makeHead();
    void fill();
    void updateActions();
    QString currentPath() const;
    QString folderOfCurrent() const; ///< Empty or ending in `/`.
    bool isFolder(const QString &path) const;
    void newFile();
    void newFolder();
    void import();
    void importFiles(const QStringList &files);
    void renameCurrent();
    void duplicate();
    void removeCurrent();
    void undo();
    void makeMain();
    void runCurrent();
    void nameEdited(QTreeWidgetItem *item);
    QIcon iconFor(const QString &path) const;

    services::ProjectSession *m_project = nullptr;
    QTreeWidget *m_tree;
    QLabel *m_notice;
    QPushButton *m_undo;
    QList<QAction *> m_all;
    QAction *m_newFile = nullptr;
    QAction *m_newFolder = nullptr;
    QAction *m_import = nullptr;
    QAction *m_rename = nullptr;
    QAction *m_duplicate = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_main = nullptr;
    QAction *m_run = nullptr;
    QToolButton *m_more = nullptr;
    Theme m_theme;
    QString m_removed;
    QString m_toEdit; ///< Made just now: its name is edited as soon as it is in the list.
    QString m_current;
    bool m_filling = false;
};

} // namespace studio::ui
