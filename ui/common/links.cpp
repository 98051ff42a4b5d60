#include "ui/common/links.h"

#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

namespace studio::ui {

using namespace Qt::StringLiterals;

void openOutside(const QUrl &link, QWidget *parent)
{
    const QString scheme = link.scheme();
    if (scheme != "http"_L1 && scheme != "https"_L1 && scheme != "mailto"_L1) {
        return;
    }
    auto *question = new QMessageBox(QMessageBox::Question, QMessageBox::tr("Open outside"), {},
                                     QMessageBox::NoButton, parent);
    question->setObjectName(u"openOutside"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setText(scheme == "mailto"_L1
                          ? QMessageBox::tr("Write a message to %1?").arg(link.path())
                          : QMessageBox::tr("Open a page of %1 in your browser?").arg(link.host()));
    question->setInformativeText(link.toDisplayString(QUrl::FullyEncoded).left(300));
    auto *open = question->addButton(QMessageBox::tr("Open"), QMessageBox::AcceptRole);
    question->addButton(QMessageBox::Cancel);
    question->setDefaultButton(open);
    QObject::connect(question, &QMessageBox::buttonClicked, question,
                     [question, open, link](QAbstractButton *button) {
                         if (button == open) {
                             QDesktopServices::openUrl(link);
                         }
                         question->close();
                     });
    question->open();
}

} // namespace studio::ui
