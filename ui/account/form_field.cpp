#include "ui/account/form_field.h"

#include "ui/common/icons.h"

#include <QAccessible>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

FormField::FormField(const QString &label, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(label, this))
    , m_edit(new QLineEdit(this))
    , m_note(new QLabel(this))
{
    m_label->setBuddy(m_edit);
    m_edit->setObjectName(name);
    m_edit->setAccessibleName(QString(label).remove(u'&'));
    m_note->setObjectName(name % u"Note"_s);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setMinimumHeight(m_note->fontMetrics().height());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_label);
    column->addWidget(m_edit);
    column->addWidget(m_note);
    setFocusProxy(m_edit);
    show();
}

QString FormField::text() const
{
    return m_edit->text();
}

void FormField::makePassword()
{
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText
                                | Qt::ImhSensitiveData);
    auto *reveal
        = m_edit->addAction(icon(u"eye"_s, palette().color(QPalette::Text)), QLineEdit::TrailingPosition);
    reveal->setObjectName(m_edit->objectName() % u"Reveal"_s);
    reveal->setCheckable(true);
    reveal->setText(tr("Show the password"));
    reveal->setToolTip(tr("Show the password (Alt+V)"));
    reveal->setShortcut(QKeySequence(Qt::ALT | Qt::Key_V));
    reveal->setShortcutContext(Qt::WidgetShortcut);
    connect(reveal, &QAction::toggled, this, [this, reveal](bool on) {
        m_edit->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
        reveal->setIcon(icon(on ? u"eye-off"_s : u"eye"_s, palette().color(QPalette::Text)));
        reveal->setText(on ? tr("Hide the password") : tr("Show the password"));
    });
}

void FormField::setProblem(const QString &problem)
{
    if (problem == m_problem) {
        return;
    }
    m_problem = problem;
    show();
    if (!problem.isEmpty()) {
        QAccessibleEvent alert(m_note, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void FormField::setHint(const QString &hint)
{
    m_hint = hint;
    show();
}

void FormField::show()
{
    m_note->setText(m_problem.isEmpty() ? m_hint : m_problem);
    m_edit->setAccessibleDescription(m_note->text());
    m_note->setProperty("muted", m_problem.isEmpty());
    m_note->setProperty("problem", !m_problem.isEmpty());
    m_note->style()->unpolish(m_note);
    m_note->style()->polish(m_note);
}

} // namespace studio::ui
