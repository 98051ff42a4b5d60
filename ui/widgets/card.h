#pragma once

#include "ui/common/theme.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace studio::ui {

/// A framed area with a title and an icon before it.
class Card final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Card)

public:
    explicit Card(const QString &title = {}, const QString &iconName = {}, QWidget *parent = nullptr);

    QVBoxLayout *content() const { return m_content; } ///< Below the title.

    void setTheme(const Theme &theme);

private:
    QString m_iconName;
    QLabel *m_icon = nullptr;
    QVBoxLayout *m_content;
};

/// A label in a larger, bolder form of the interface's font.
QLabel *makeTitle(const QString &text, double pointSize, QWidget *parent);

/// A label in the muted colour.
QLabel *makeMuted(const QString &text, QWidget *parent);

} // namespace studio::ui
