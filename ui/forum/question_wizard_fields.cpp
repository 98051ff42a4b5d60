#include "ui/forum/question_wizard_fields.h"

#include "ui/widgets/card.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kCodePoints = 10.5;

/// At twice the text size a page is higher than a small screen.
QWidget *makePage(const QString &name)
{
    auto *scroll = new QScrollArea;
    scroll->setObjectName(name);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 6, 0);
    column->setSpacing(6);
    scroll->setWidget(content);
    return scroll;
}

QWidget *contentOf(QWidget *page)
{
    return qobject_cast<QScrollArea *>(page)->widget();
}

} // namespace

QuestionFields::QuestionFields(QObject *parent)
    : QObject(parent)
    , m_triedPage(makePage(u"wizardTriedPage"_s))
    , m_codePage(makePage(u"wizardCodePage"_s))
    , m_happenedPage(makePage(u"wizardHappenedPage"_s))
    , m_tried(addField(m_triedPage, u"wizardTried"_s, tr("What did you &try, and what do you want to know?"),
                       tr("One or two sentences are enough: what you wanted to do, what you changed, and "
                          "where you are stuck."),
                       9, false))
    , m_code(addField(m_codePage, u"wizardCode"_s, tr("The &code"),
                      tr("The smallest code that shows it gets the quickest answer: take out all lines that "
                         "it happens without. Your answer in the exercise stays as it is."),
                      11, true))
    , m_answer(new QPushButton(tr("Take my answer as it is &now")))
    , m_input(addField(m_codePage, u"wizardInput"_s, tr("The &input, or the call"),
                       tr("What is typed in or called, so that others can see the same."), 3, true))
    , m_expected(addField(m_happenedPage, u"wizardExpected"_s, tr("What did you &expect?"), {}, 4, true))
    , m_actual(addField(m_happenedPage, u"wizardActual"_s, tr("What happened &instead?"),
                        tr("Filled in from your last check or run."), 4, true))
    , m_error(addField(m_happenedPage, u"wizardError"_s, tr("The e&rror, if there was one"), {}, 5, true))
{
    m_answer->setObjectName(u"wizardAnswer"_s);
    m_answer->setAutoDefault(false);
    m_answer->hide();
    auto *column = qobject_cast<QVBoxLayout *>(contentOf(m_codePage)->layout());
    column->insertWidget(column->indexOf(m_code) + 1, m_answer, 0, Qt::AlignLeft);
    QWidget::setTabOrder(m_code, m_answer);
    QWidget::setTabOrder(m_answer, m_input);
    connect(m_answer, &QPushButton::clicked, this, &QuestionFields::answerWanted);
    setZoom(100);
}

QPlainTextEdit *QuestionFields::addField(QWidget *page, const QString &name, const QString &title,
                                         const QString &hint, int lines, bool code)
{
    QWidget *content = contentOf(page);
    auto *column = qobject_cast<QVBoxLayout *>(content->layout());
    auto *edit = new QPlainTextEdit(content);
    auto *label = new QLabel(title, content);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    label->setWordWrap(true);
    label->setBuddy(edit);
    column->addWidget(label);
    QString spoken = title;
    edit->setObjectName(name);
    edit->setAccessibleName(spoken.remove(u'&'));
    edit->setProperty("field", true);
    edit->setProperty("lines", lines);
    edit->setTabChangesFocus(true); // the way on to the buttons
    if (!hint.isEmpty()) {
        edit->setAccessibleDescription(hint);
        column->addWidget(makeMuted(hint, content));
    }
    column->addWidget(edit, lines);
    if (code) {
        edit->setLineWrapMode(QPlainTextEdit::NoWrap);
        m_codes.append(edit);
    }
    connect(edit, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_filling) {
            Q_EMIT edited();
        }
    });
    return edit;
}

void QuestionFields::setQuestion(const services::Question &question)
{
    m_filling = true;
    const auto fill = [](QPlainTextEdit *edit, const QString &text) {
        if (edit->toPlainText() != text) {
            edit->setPlainText(text);
        }
    };
    fill(m_tried, question.tried);
    fill(m_code, question.code);
    fill(m_input, question.input);
    fill(m_expected, question.expected);
    fill(m_actual, question.actual);
    fill(m_error, question.error);
    m_filling = false;
}

void QuestionFields::readInto(services::Question &question) const
{
    question.tried = m_tried->toPlainText();
    question.code = m_code->toPlainText();
    question.input = m_input->toPlainText();
    question.expected = m_expected->toPlainText();
    question.actual = m_actual->toPlainText();
    question.error = m_error->toPlainText();
}

void QuestionFields::offerAnswer(bool offered)
{
    m_answer->setVisible(offered);
}

void QuestionFields::setZoom(int percent)
{
    for (QWidget *page : {m_triedPage, m_codePage, m_happenedPage}) {
        for (auto *edit : page->findChildren<QPlainTextEdit *>()) {
            const bool code = m_codes.contains(edit);
            const QString family = code ? u"font-family: 'JetBrains Mono'; "_s : QString();
            // The application's style sheet has a font of its own.
            edit->setStyleSheet(family % u"font-size: %1pt;"_s.arg(kCodePoints * percent / 100));
            QFont font(code ? u"JetBrains Mono"_s : edit->font().family());
            font.setPointSizeF(kCodePoints * percent / 100);
            edit->setMinimumHeight(QFontMetrics(font).lineSpacing() * edit->property("lines").toInt() * 3 / 4
                                   + 16);
        }
    }
}

} // namespace studio::ui
