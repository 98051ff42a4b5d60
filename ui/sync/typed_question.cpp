#include "ui/sync/typed_question.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

TypedQuestion::TypedQuestion(const QString &title, const QString &what, const QString &word,
                             const QString &verb, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"typedQuestion"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setMinimumWidth(420);
    auto *text = new QLabel(what, this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto *edit = new QLineEdit(this);
    edit->setObjectName(u"typedWord"_s);
    auto *label = new QLabel(tr("To do it, type %1:").arg(word), this);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(edit);
    edit->setAccessibleName(label->text());
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setDefault(true);
    auto *go = new QPushButton(verb, this);
    go->setObjectName(u"typedGo"_s);
    go->setAutoDefault(false);
    go->setEnabled(false);
    connect(edit, &QLineEdit::textChanged, this, [go, cancel, word](const QString &typed) {
        const bool right = typed.trimmed().compare(word, Qt::CaseInsensitive) == 0;
        go->setEnabled(right);
        (right ? go : cancel)->setDefault(true);
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(go, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(go);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(text);
    column->addWidget(label);
    column->addWidget(edit);
    column->addLayout(buttons);
    edit->setFocus();
}

} // namespace studio::ui
