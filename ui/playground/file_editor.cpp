#include "ui/playground/file_editor.h"

#include "editor/widget/code_editor.h"
#include "ui/common/editor_settings.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;
using services::FileSession;

FileEditor::FileEditor(FileSession &session, services::SettingsService &settings, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_editor(new editor::CodeEditor(this))
    , m_conflict(new QFrame(this))
{
    m_editor->setObjectName(u"playgroundEditor"_s);
    m_editor->setAccessibleName(tr("Text of %1").arg(session.path()));
    m_editor->setReadOnly(true);
    m_editor->setLanguage(session.path().endsWith(".py"_L1) ? editor::CodeEditor::Language::Python
                                                            : editor::CodeEditor::Language::PlainText);
    followSettings(m_editor, settings);
    m_conflict->setObjectName(u"messageBar"_s);
    auto *question = new QLabel(tr("Another program changed this file while you did. Neither text is lost: "
                                   "the other one stays in History."),
                                m_conflict);
    question->setWordWrap(true);
    auto *theirs = new QPushButton(tr("Take theirs"), m_conflict);
    auto *mine = new QPushButton(tr("Keep mine"), m_conflict);
    theirs->setObjectName(u"takeTheirs"_s);
    mine->setObjectName(u"keepMine"_s);
    auto *row = new QHBoxLayout(m_conflict);
    row->addWidget(question, 1);
    row->addWidget(theirs);
    row->addWidget(mine);
    m_conflict->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_conflict);
    column->addWidget(m_editor, 1);
    setFocusProxy(m_editor);

    connect(theirs, &QPushButton::clicked, &session, &FileSession::takeTheirs);
    connect(mine, &QPushButton::clicked, &session, &FileSession::keepMine);
    connect(&session, &FileSession::opened, this, &FileEditor::showText);
    connect(&session, &FileSession::textReplaced, this, &FileEditor::showText);
    connect(&session, &FileSession::stateChanged, this, [this] {
        m_conflict->setVisible(m_session.state() == FileSession::State::Conflict);
        Q_EMIT stateChanged();
    });
    connect(m_editor, &editor::CodeEditor::textChanged, this, [this] {
        if (m_session.isOpen() && !m_setting) {
            m_session.setText(m_editor->text(), m_editor->caretOffset());
        }
    });
    connect(m_editor, &editor::CodeEditor::caretMoved, this, [this] {
        if (m_session.isOpen() && !m_setting) {
            m_session.setCaret(m_editor->caretOffset());
        }
        Q_EMIT caretMoved();
    });
    if (session.isOpen()) {
        showText();
    }
}

void FileEditor::showText()
{
    m_setting = true;
    m_editor->setText(m_session.text());
    m_editor->setCaretOffset(m_session.caret());
    m_editor->setReadOnly(false);
    m_setting = false;
    if (m_line > 0) {
        m_editor->goTo({std::exchange(m_line, 0), 1});
    }
    if (m_markLine > 0) {
        setMark(std::exchange(m_markLine, 0), m_markText);
    }
    Q_EMIT shown();
}

void FileEditor::goTo(int line)
{
    if (m_session.isOpen()) {
        m_editor->goTo({line, 1});
    } else {
        m_line = line;
    }
}

void FileEditor::setMark(int line, const QString &message)
{
    if (m_session.isOpen()) {
        m_editor->setMarks({{line, editor::LineMark::Kind::Error, message}});
    } else {
        m_markLine = line;
        m_markText = message;
    }
}

void FileEditor::setTheme(const Theme &theme)
{
    m_editor->setTheme(theme.codeTheme());
}

} // namespace studio::ui
