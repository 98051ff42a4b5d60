#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace studio::ui {

/// A line to fill in with its name above it and, below, what is wrong with it. The room for that is there
/// before it is needed, so that nothing moves.
class FormField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormField)

public:
    /// `label` may hold an `&` for its key; `name` is the object name of the edit.
    FormField(const QString &label, const QString &name, QWidget *parent = nullptr);

    QLineEdit *edit() const { return m_edit; }

    QString text() const;
    void makePassword(); ///< Hidden, with a button that shows it.
    void setProblem(const QString &problem); ///< Empty: none. Told to screen readers.
    void setHint(const QString &hint); ///< What belongs here; shown while there is no problem.

    QString problem() const { return m_problem; }

private:
    void show();

    QLabel *m_label;
    QLineEdit *m_edit;
    QLabel *m_note;
    QString m_problem;
    QString m_hint;
};

} // namespace studio::ui
