#pragma once

#include <QDialog>

namespace studio::ui {

/// Asks for a word before something goes for good. Accepted only when the word was typed.
class TypedQuestion final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TypedQuestion)

public:
    TypedQuestion(const QString &title, const QString &what, const QString &word, const QString &verb,
                  QWidget *parent = nullptr);
};

} // namespace studio::ui
