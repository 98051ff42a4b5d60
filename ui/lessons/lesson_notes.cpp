#include "ui/lessons/lesson_notes.h"

#include "services/progress_service.h"

#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPause = 800; // ms without a key
constexpr int kLines = 5;

} // namespace

LessonNotes::LessonNotes(services::ProgressService &progress, QString courseId, QString lessonId,
                         QWidget *parent)
    : QWidget(parent)
    , m_progress(progress)
    , m_courseId(std::move(courseId))
    , m_lessonId(std::move(lessonId))
    , m_toggle(new QToolButton(this))
    , m_edit(new QPlainTextEdit(this))
{
    setObjectName(u"page"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_toggle->setObjectName(u"notesToggle"_s);
    m_toggle->setText(tr("My notes"));
    m_toggle->setAccessibleName(tr("My notes on this lesson"));
    m_toggle->setCheckable(true);
    m_toggle->setArrowType(Qt::RightArrow);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setAutoRaise(true);
    m_toggle->setMinimumHeight(28);
    m_toggle->setFocusPolicy(Qt::StrongFocus);
    m_edit->setObjectName(u"notesEdit"_s);
    m_edit->setAccessibleName(m_toggle->accessibleName());
    m_edit->setPlaceholderText(tr("Only you see them, here and on the platform."));
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(m_edit->fontMetrics().lineSpacing() * kLines + 16);
    m_edit->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 4, 16, 8);
    column->setSpacing(4);
    column->addWidget(m_toggle, 0, Qt::AlignLeading);
    column->addWidget(m_edit);
    m_pause.setInterval(kPause);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &LessonNotes::save);
    connect(m_toggle, &QToolButton::toggled, this, [this](bool open) {
        m_toggle->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_edit->setVisible(open);
        if (open && isVisible()) {
            m_edit->setFocus();
        }
    });
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        m_typed = true;
        m_pause.start();
    });
    connect(&progress, &services::ProgressService::loaded, this, &LessonNotes::showSaved);
    showSaved();
}

void LessonNotes::save()
{
    m_pause.stop();
    if (!m_typed) {
        return;
    }
    m_typed = false;
    QString notes = m_edit->toPlainText();
    const QString elsewhere = m_progress.course(m_courseId).lessons.value(m_lessonId).notes;
    if (elsewhere != m_shown && !notes.contains(elsewhere)) {
        notes += u"\n\n"_s % elsewhere; // came while this was typed: neither may be lost
        setText(notes);
    }
    m_shown = notes;
    m_progress.setNotes(m_courseId, m_lessonId, notes);
}

void LessonNotes::showSaved()
{
    if (m_typed) {
        return; // save() brings the two together
    }
    m_shown = m_progress.course(m_courseId).lessons.value(m_lessonId).notes;
    if (m_shown != m_edit->toPlainText()) {
        setText(m_shown);
    }
    if (!m_shown.isEmpty() && !m_toggle->isChecked()) {
        m_toggle->setChecked(true);
    }
}

void LessonNotes::setText(const QString &text)
{
    const QSignalBlocker quiet(m_edit);
    const int cursor = m_edit->textCursor().position();
    m_edit->setPlainText(text);
    QTextCursor back = m_edit->textCursor();
    back.setPosition(qMin(cursor, static_cast<int>(text.size())));
    m_edit->setTextCursor(back);
}

} // namespace studio::ui
