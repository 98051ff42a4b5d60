// Signing out, with work that waits; declared in account_dialog.h.

#include "domain/ports/platform.h"
#include "domain/when_done.h"
#include "ui/account/account_dialog.h"

#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

struct SignOut
{
    Q_DECLARE_TR_FUNCTIONS(SignOut)
};

void signOut(Platform &platform)
{
    const QFuture<Result<bool>> done = platform.signOut(); // always succeeds here
    Q_UNUSED(done)
}

void sendThenSignOut(Platform &platform, const QPointer<QWidget> &parent)
{
    whenDone(platform.syncNow(), &platform, [&platform, parent](const Result<SyncStatus> &sent) {
        if (sent && sent->waiting == 0) {
            return signOut(platform);
        }
        if (parent) {
            askSignOut(platform, parent); // with what is still left; the status line says why
        }
    });
}

} // namespace

void askSignOut(Platform &platform, QWidget *parent)
{
    const int waiting = platform.status().waiting;
    if (waiting == 0) {
        return signOut(platform);
    }
    auto *question
        = new QMessageBox(QMessageBox::Question, SignOut::tr("Sign out"),
                          waiting == 1 ? SignOut::tr("1 change is not sent yet.")
                                       : SignOut::tr("%n changes are not sent yet.", nullptr, waiting),
                          QMessageBox::Cancel, parent->window());
    question->setObjectName(u"signOutQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(
        SignOut::tr("They can wait on this computer and go out when you sign in here again."));
    auto *send = question->addButton(SignOut::tr("Send now"), QMessageBox::AcceptRole);
    auto *keep = question->addButton(SignOut::tr("Keep here"), QMessageBox::AcceptRole);
    send->setObjectName(u"signOutSend"_s);
    keep->setObjectName(u"signOutKeep"_s);
    question->setDefaultButton(send);
    QObject::connect(question, &QMessageBox::buttonClicked, &platform,
                     [&platform, send, keep, window = QPointer(parent)](const QAbstractButton *button) {
                         if (button == send) {
                             sendThenSignOut(platform, window);
                         } else if (button == keep) {
                             signOut(platform);
                         }
                     });
    question->open();
}

} // namespace studio::ui
