#pragma once

#include "services/question_builder.h"

#include <QObject>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QWidget;

namespace studio::ui {

/// The first three steps of a question: what was tried, the code, what happened. Each is a page that scrolls.
class QuestionFields final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuestionFields)

public:
    explicit QuestionFields(QObject *parent = nullptr);

    // Made once; owned by whoever puts them into a layout.
    QWidget *triedPage() const { return m_triedPage; }

    QWidget *codePage() const { return m_codePage; }

    QWidget *happenedPage() const { return m_happenedPage; }

    void setQuestion(const services::Question &question); ///< Emits nothing.
    void readInto(services::Question &question) const;
    void offerAnswer(bool offered); ///< A button that takes the answer as it is now.
    void setZoom(int percent);

Q_SIGNALS:
    void edited(); ///< By the person.
    void answerWanted();

private:
    QPlainTextEdit *addField(QWidget *page, const QString &name, const QString &title, const QString &hint,
                             int lines, bool code);

    QList<QPlainTextEdit *> m_codes; ///< In the code font. Before the fields, which are added to it.
    bool m_filling = false;
    QWidget *m_triedPage;
    QWidget *m_codePage;
    QWidget *m_happenedPage;
    QPlainTextEdit *m_tried;
    QPlainTextEdit *m_code;
    QPushButton *m_answer;
    QPlainTextEdit *m_input;
    QPlainTextEdit *m_expected;
    QPlainTextEdit *m_actual;
    QPlainTextEdit *m_error;
};

} // namespace studio::ui
