#pragma once

#include <QDialog>
#include <QList>

class QAction;

namespace studio::ui {

/// Every key that works here, made from the actions themselves.
class KeyboardHelp final : public QDialog
{
    Q_OBJECT

public:
    KeyboardHelp(const QList<QAction *> &window, const QList<QAction *> &page, QWidget *parent);
};

} // namespace studio::ui
