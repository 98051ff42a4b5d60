#include "editor/widget/go_to_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpressionValidator>

namespace studio::editor {

using namespace Qt::StringLiterals;

GoToBar::GoToBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_range(new QLabel(this))
{
    setObjectName(u"goToBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *label = new QLabel(tr("Go to line"), this);
    label->setBuddy(m_field);
    m_field->setObjectName(u"goToField"_s);
    m_field->setAccessibleName(tr("Go to line"));
    m_field->setAccessibleDescription(tr("A line, or line:column"));
    m_field->setMinimumHeight(28);
    m_field->setMaximumWidth(160);
    m_field->setValidator(
        new QRegularExpressionValidator(QRegularExpression(u"[0-9]{1,7}(:[0-9]{0,5})?"_s), m_field));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_field);
    row->addWidget(m_range);
    row->addStretch();
    hide();
}

void GoToBar::open(int line, int lines)
{
    m_range->setText(tr("1 to %1, Return goes there").arg(lines));
    m_field->setText(QString::number(line));
    show();
    m_field->selectAll();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void GoToBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        hide();
        Q_EMIT closed();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        const QStringList parts = m_field->text().split(u':');
        hide();
        Q_EMIT closed();
        if (!parts.first().isEmpty()) {
            Q_EMIT chosen({parts.first().toInt(), parts.size() > 1 ? qMax(1, parts.at(1).toInt()) : 1});
        }
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace studio::editor
