#include "ui/exercises/text_answer.h"

#include "editor/widget/code_editor.h"

#include <QLabel>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

QLabel *caption(const QString &text, QWidget *buddy, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setBuddy(buddy);
    label->setContentsMargins(16, 8, 16, 4);
    return label;
}

} // namespace

TextAnswer::TextAnswer(const Exercise &exercise, QWidget *parent)
    : AnswerView(parent)
    , m_given(new editor::CodeEditor(this))
    , m_written(new editor::CodeEditor(this))
{
    const bool predict = exercise.kind == ExerciseKind::PredictOutput;
    if (predict) {
        const auto &spec = std::get<PredictOutputSpec>(exercise.spec);
        m_given->setText(spec.code);
        m_written->setLanguage(editor::CodeEditor::Language::PlainText);
    } else {
        m_given->setText(std::get<TypeThisSpec>(exercise.spec).text);
    }
    m_given->setReadOnly(true);
    m_given->setAccessibleName(predict ? tr("The program") : tr("The text to type"));
    m_written->setObjectName(u"answerEditor"_s);
    m_written->setAccessibleName(predict ? tr("What it prints") : tr("Your typing"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(caption(predict ? tr("Read this program") : tr("Type this"), m_given, this));
    layout->addWidget(m_given, 3);
    layout->addWidget(caption(predict ? tr("&What does it print?") : tr("&Here"), m_written, this));
    layout->addWidget(m_written, 2);
    setFocusProxy(m_written);
    connect(m_written, &editor::CodeEditor::textChanged, this, [this] {
        if (!m_setting) {
            Q_EMIT changed();
        }
    });
    connect(m_written, &editor::CodeEditor::caretMoved, this, &AnswerView::caretMoved);
    for (auto *each : {m_given, m_written}) {
        connect(each, &editor::CodeEditor::zoomRequested, this, &AnswerView::zoomRequested);
    }
}

QString TextAnswer::answer() const
{
    return m_written->text();
}

void TextAnswer::setAnswer(const QString &answer, int caret)
{
    m_setting = true;
    if (m_written->text().isEmpty()) {
        m_written->setText(answer);
    } else {
        m_written->replaceText(answer);
    }
    m_written->setCaretOffset(caret);
    m_setting = false;
}

int TextAnswer::caret() const
{
    return m_written->caretOffset();
}

QString TextAnswer::caretText() const
{
    const editor::CodePosition position = m_written->caret();
    return tr("Ln %1, Col %2").arg(position.line).arg(position.column);
}

void TextAnswer::showVerdict(const Verdict &verdict)
{
    m_written->clearMarks();
    if (verdict.firstDiffering < 0) {
        return;
    }
    const CaseResult &result = verdict.cases[static_cast<std::size_t>(verdict.firstDiffering)];
    if (result.difference && result.difference->line > 0) {
        m_written->setMarks(
            {{result.difference->line, editor::LineMark::Kind::Info,
              tr("The first difference is here, at column %1.").arg(result.difference->column)}});
    }
}

void TextAnswer::clearMarks()
{
    m_written->clearMarks();
}

void TextAnswer::setLocked(bool locked)
{
    m_written->setReadOnly(locked);
}

void TextAnswer::setTheme(const Theme &theme)
{
    m_given->setTheme(theme.codeTheme());
    m_written->setTheme(theme.codeTheme());
}

void TextAnswer::setZoom(int percent)
{
    m_given->setZoom(percent);
    m_written->setZoom(percent);
}

void TextAnswer::giveFocus()
{
    m_written->setFocus(Qt::OtherFocusReason);
}

} // namespace studio::ui
