#include "ui/widgets/output_notice.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace studio::ui {

using namespace Qt::StringLiterals;

OutputNotice::OutputNotice(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
{
    setObjectName(u"outputNotice"_s);
    m_text->setObjectName(u"outputNoticeText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setProperty("muted", true);
    auto *whole = new QPushButton(tr("Show the whole output"), this);
    whole->setObjectName(u"wholeOutputButton"_s);
    auto *save = new QPushButton(tr("Save as…"), this);
    save->setObjectName(u"saveOutputButton"_s);
    save->setAccessibleName(tr("Save the whole output as a file"));
    connect(whole, &QPushButton::clicked, this, &OutputNotice::wholeRequested);
    connect(save, &QPushButton::clicked, this, &OutputNotice::saveRequested);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(whole);
    row->addWidget(save);
    hide();
}

void OutputNotice::say(const QString &text)
{
    if (text != m_text->text()) {
        m_text->setText(text);
    }
    setVisible(!text.isEmpty());
}

} // namespace studio::ui
