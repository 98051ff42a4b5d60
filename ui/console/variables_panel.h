#pragma once

#include "domain/ports/console.h"
#include "editor/code_theme.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QTreeView;

namespace studio::ui {

class VariablesModel;

/// The names of a console as a tree. Asks for them only while it is seen; what was opened stays open when
/// statements change the values.
class VariablesPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VariablesPanel)

public:
    explicit VariablesPanel(QWidget *parent = nullptr);

    void setTheme(const editor::CodeTheme &theme);
    void setZoom(int percent);

public Q_SLOTS:
    void setConsole(studio::Console *console); ///< Null when there is none.
    void refresh();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void reopen(const QModelIndex &parent, int first, int last);
    void refreshed();
    void restyle();

    VariablesModel *m_model;
    QTreeView *m_view;
    QLabel *m_empty;
    QSet<QString> m_open; ///< Paths of rows.
    QString m_current;
    editor::CodeTheme m_theme;
    int m_zoom = 100;
    bool m_stale = true;
    bool m_has = false; ///< There is a console.
};

} // namespace studio::ui
