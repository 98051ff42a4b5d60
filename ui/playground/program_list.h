#pragma once

#include "domain/progress.h"
#include "ui/common/theme.h"

#include <QWidget>

#include <vector>

class QLabel;
class QListWidget;
class QPushButton;
class QToolButton;

namespace studio::ui {

/// The list of own programs, last changed first, with rename and remove. Removing can be undone in place.
class ProgramList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProgramList)

public:
    explicit ProgramList(QWidget *parent = nullptr);

    void setPrograms(const std::vector<Document> &programs, const DocumentId &current);
    void setTheme(const Theme &theme);
    void offerUndo(const DocumentId &removed, const QString &title);

Q_SIGNALS:
    void chosen(const studio::DocumentId &id);
    void renamed(const studio::DocumentId &id, const QString &title);
    void removeRequested(const studio::DocumentId &id, const QString &title);
    void restoreRequested(const studio::DocumentId &id);

private:
    QListWidget *m_list;
    QLabel *m_undoText;
    QPushButton *m_undo;
    QToolButton *m_rename;
    QToolButton *m_remove;
    DocumentId m_removed;
    bool m_filling = false;
};

} // namespace studio::ui
