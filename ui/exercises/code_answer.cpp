#include "ui/exercises/code_answer.h"

#include "editor/widget/code_editor.h"
#include "ui/exercises/blank_regions.h"

#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

CodeAnswer::CodeAnswer(const Exercise &exercise, QWidget *parent)
    : AnswerView(parent)
    , m_editor(new editor::CodeEditor(this))
{
    if (const auto *fill = std::get_if<FillBlanksSpec>(&exercise.spec)) {
        m_template = fill->codeTemplate;
    }
    m_editor->setObjectName(u"answerEditor"_s);
    m_editor->setAccessibleName(tr("Your code, %1").arg(exercise.fileName));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_editor);
    setFocusProxy(m_editor);
    connect(m_editor, &editor::CodeEditor::textChanged, this, [this] {
        if (!m_setting) {
            Q_EMIT changed();
        }
    });
    connect(m_editor, &editor::CodeEditor::caretMoved, this, &AnswerView::caretMoved);
    connect(m_editor, &editor::CodeEditor::zoomRequested, this, &AnswerView::zoomRequested);
}

QString CodeAnswer::answer() const
{
    if (m_template.isEmpty()) {
        return m_editor->text();
    }
    return readBlanks(m_editor->text(), m_editor->editableRegions());
}

void CodeAnswer::setAnswer(const QString &answer, int caret)
{
    m_setting = true;
    if (m_template.isEmpty()) {
        if (m_editor->text().isEmpty()) {
            m_editor->setText(answer);
        } else {
            m_editor->replaceText(answer); // a reset or an older version: can be undone
        }
        m_editor->setCaretOffset(caret);
    } else {
        auto shown = showBlanks(m_template, answer);
        if (!shown) {
            shown = showBlanks(m_template, m_template); // an answer to an older template: begin anew
        }
        m_editor->setText(shown->text);
        m_editor->setEditableRegions(shown->regions);
        m_editor->setCaretOffset(shown->regions.empty() ? 0 : shown->regions.front().start);
    }
    m_setting = false;
}

int CodeAnswer::caret() const
{
    return m_editor->caretOffset();
}

QString CodeAnswer::caretText() const
{
    const editor::CodePosition position = m_editor->caret();
    return tr("Ln %1, Col %2").arg(position.line).arg(position.column);
}

void CodeAnswer::showVerdict(const Verdict &verdict)
{
    std::vector<editor::LineMark> marks;
    for (const ConstructFinding &finding : verdict.constructs) {
        if (finding.line > 0) {
            marks.push_back({finding.line, editor::LineMark::Kind::Warning,
                             tr("This is where it is: %1").arg(finding.construct)});
        }
    }
    m_editor->setMarks(marks);
    if (verdict.error) {
        showError(*verdict.error);
    }
}

void CodeAnswer::showError(const RunError &error)
{
    if (error.line > 0) {
        m_editor->setMarks(
            {{error.line, editor::LineMark::Kind::Error, u"%1: %2"_s.arg(error.type, error.message)}});
    }
}

void CodeAnswer::clearMarks()
{
    m_editor->clearMarks();
}

void CodeAnswer::goToLine(int line)
{
    m_editor->goTo({line, 1});
    giveFocus();
}

void CodeAnswer::setLocked(bool locked)
{
    m_editor->setReadOnly(locked);
}

void CodeAnswer::setTheme(const Theme &theme)
{
    m_editor->setTheme(theme.codeTheme());
}

void CodeAnswer::setZoom(int percent)
{
    m_editor->setZoom(percent);
}

void CodeAnswer::giveFocus()
{
    m_editor->setFocus(Qt::OtherFocusReason);
}

} // namespace studio::ui
