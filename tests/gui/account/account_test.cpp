#include "ui/account/account_panel.h"
#include "ui/account/register_dialog.h"
#include "ui/account/sign_in_dialog.h"

#include <QAction>
#include <QCheckBox>
#include <QPointer>
#include <QVBoxLayout>

#include "widget_finder.h"

using namespace studio;
using namespace studio::ui;
using namespace studio::test;
using namespace Qt::StringLiterals;

namespace {

struct Desk
{
    FakePlatform platform = {};
    QWidget window;
    QPointer<SignInDialog> signIn = {};

    Desk()
    {
        window.resize(900, 700);
        window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&window));
    }

    SignInDialog &openDialog()
    {
        signIn = new SignInDialog(platform, &window);
        signIn->open();
        REQUIRE(QTest::qWaitForWindowExposed(signIn));
        return *signIn;
    }

    void fill(const QString &password) const
    {
        type(*signIn, u"accountServer"_s, u"learn.example.org"_s);
        type(*signIn, u"signInName"_s, u"ada"_s);
        type(*signIn, u"signInPassword"_s, password);
    }
};

} // namespace

TEST_CASE("Signing in by keyboard alone", "[gui][account]")
{
    Desk desk;
    SignInDialog &dialog = desk.openDialog();
    desk.fill(u"right"_s);
    QTest::keyClick(find<QLineEdit>(dialog, u"signInPassword"_s), Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&desk] { return desk.platform.theAccount.has_value(); }));
    CHECK(desk.platform.lastSignIn->server == u"https://learn.example.org"_s);
    CHECK(desk.platform.lastSignIn->keepIn == VaultKind::Keyring);
    CHECK(QTest::qWaitFor([&desk] { return desk.signIn.isNull(); })); // it closes itself
}

TEST_CASE("A wrong password is told at its field, and the next one can be typed at once", "[gui][account]")
{
    Desk desk;
    SignInDialog &dialog = desk.openDialog();
    desk.fill(u"wrong"_s);
    click(dialog, u"accountSend"_s);
    settle();
    CHECK(textOf(dialog, u"signInPasswordNote"_s).contains(u"wrong"_s));
    auto *password = find<QLineEdit>(dialog, u"signInPassword"_s);
    CHECK(password->accessibleDescription().contains(u"wrong"_s));
    CHECK(password->selectedText().size() == 5);
    QTest::keyClicks(password, u"right"_s);
    CHECK(textOf(dialog, u"signInPasswordNote"_s).isEmpty());
    QTest::keyClick(password, Qt::Key_Return);
    CHECK(QTest::qWaitFor([&desk] { return desk.platform.theAccount.has_value(); }));
}

TEST_CASE("What is missing or no address is told without asking the platform", "[gui][account]")
{
    Desk desk;
    SignInDialog &dialog = desk.openDialog();
    type(dialog, u"accountServer"_s, u"http://learn.example.org"_s);
    click(dialog, u"accountSend"_s);
    CHECK(textOf(dialog, u"accountServerNote"_s).contains(u"https://"_s));
    CHECK_FALSE(textOf(dialog, u"signInNameNote"_s).isEmpty());
    CHECK_FALSE(textOf(dialog, u"signInPasswordNote"_s).isEmpty());
    CHECK(find<QLineEdit>(dialog, u"accountServer"_s)->hasFocus());
    CHECK(desk.platform.calls.isEmpty());
}

TEST_CASE("No network is told and what was typed stays", "[gui][account]")
{
    Desk desk;
    desk.platform.failures[u"signIn"_s] = {ErrorCode::Offline, u"resolve"_s};
    SignInDialog &dialog = desk.openDialog();
    desk.fill(u"right"_s);
    click(dialog, u"accountSend"_s);
    settle();
    CHECK(textOf(dialog, u"accountServerNote"_s).contains(u"can't be reached"_s));
    CHECK(find<QLineEdit>(dialog, u"signInPassword"_s)->text() == u"right"_s);
    CHECK(dialog.isVisible());
}

TEST_CASE("While the platform is asked it shows that it works and can be given up", "[gui][account]")
{
    Desk desk;
    desk.platform.held.insert(u"signIn"_s);
    SignInDialog &dialog = desk.openDialog();
    desk.fill(u"right"_s);
    click(dialog, u"accountSend"_s);
    CHECK_FALSE(find(dialog, u"accountSend"_s)->isEnabled());
    CHECK_FALSE(find(dialog, u"signInPassword"_s)->isEnabled());
    click(dialog, u"accountCancel"_s);
    CHECK(QTest::qWaitFor([&desk] { return desk.signIn.isNull(); }));
    // The answer comes all the same: nobody wanted to be signed in any more.
    desk.platform.release(u"signIn"_s);
    settle();
    CHECK(desk.platform.calls.contains(u"signOut"_s));
    CHECK(desk.platform.theAccount->session == SessionState::SignedOut);
}

TEST_CASE("A password is hidden until its button is used", "[gui][account]")
{
    Desk desk;
    SignInDialog &dialog = desk.openDialog();
    auto *password = find<QLineEdit>(dialog, u"signInPassword"_s);
    CHECK(password->echoMode() == QLineEdit::Password);
    auto *reveal = dialog.findChild<QAction *>(u"signInPasswordReveal"_s);
    REQUIRE(reveal);
    reveal->trigger();
    CHECK(password->echoMode() == QLineEdit::Normal);
    reveal->trigger();
    CHECK(password->echoMode() == QLineEdit::Password);
}

TEST_CASE("On a shared computer nothing of the session is kept", "[gui][account]")
{
    Desk desk;
    SignInDialog &dialog = desk.openDialog();
    auto *stay = find<QCheckBox>(dialog, u"signInStay"_s);
    CHECK(stay->isChecked());
    find<QCheckBox>(dialog, u"accountShared"_s)->setChecked(true);
    CHECK_FALSE(stay->isChecked());
    CHECK_FALSE(stay->isEnabled());
    desk.fill(u"right"_s);
    click(dialog, u"accountSend"_s);
    settle();
    CHECK(desk.platform.lastSignIn->keepIn == VaultKind::Memory);
    CHECK(desk.platform.lastSignIn->sharedComputer);
}

TEST_CASE("What the administrator has set can't be changed", "[gui][account]")
{
    Desk desk;
    desk.platform.thePolicy = {u"https://school.example.org"_s, true, true, false, false};
    const SignInDialog &dialog = desk.openDialog();
    const auto *server = find<QLineEdit>(dialog, u"accountServer"_s);
    CHECK(server->text() == u"https://school.example.org"_s);
    CHECK(server->isReadOnly());
    CHECK(find<QCheckBox>(dialog, u"accountShared"_s)->isChecked());
    CHECK_FALSE(find(dialog, u"accountShared"_s)->isEnabled());
    CHECK_FALSE(find(dialog, u"signInStay"_s)->isEnabled());
    CHECK_FALSE(find(dialog, u"accountSwitch"_s)->isVisible());
}

TEST_CASE("A profile with an account signs in with that one only", "[gui][account]")
{
    Desk desk;
    desk.platform.theAccount = ada();
    desk.platform.theAccount->session = SessionState::SignInNeeded;
    SignInDialog &dialog = desk.openDialog();
    CHECK(find<QLineEdit>(dialog, u"signInName"_s)->isReadOnly());
    CHECK(find<QLineEdit>(dialog, u"accountServer"_s)->isReadOnly());
    type(dialog, u"signInPassword"_s, u"right"_s);
    click(dialog, u"accountSend"_s);
    settle();
    CHECK(desk.platform.theAccount->session == SessionState::SignedIn);
}

TEST_CASE("A new account is checked while it is typed, but not before", "[gui][account]")
{
    Desk desk;
    QPointer<RegisterDialog> dialog = new RegisterDialog(desk.platform, &desk.window);
    dialog->open();
    REQUIRE(QTest::qWaitForWindowExposed(dialog));
    type(*dialog, u"accountServer"_s, u"https://learn.example.org"_s);
    type(*dialog, u"registerEmail"_s, u"ada@"_s);
    CHECK_FALSE(textOf(*dialog, u"registerEmailNote"_s).contains(u"not an e-mail"_s));
    find<QLineEdit>(*dialog, u"registerName"_s)->setFocus(); // leaves the field
    CHECK(textOf(*dialog, u"registerEmailNote"_s).contains(u"not an e-mail"_s));
    type(*dialog, u"registerEmail"_s, u"ada@example.org"_s);
    CHECK(textOf(*dialog, u"registerEmailNote"_s).isEmpty());
    type(*dialog, u"registerName"_s, u"ada"_s);
    type(*dialog, u"registerPassword"_s, u"short"_s);
    click(*dialog, u"accountSend"_s);
    CHECK(textOf(*dialog, u"registerPasswordNote"_s).contains(u"10"_s));
    CHECK(desk.platform.calls.isEmpty());
    type(*dialog, u"registerPassword"_s, u"three cups of tea"_s);
    desk.platform.failures[u"registerAccount"_s] = {ErrorCode::Conflict, {}};
    click(*dialog, u"accountSend"_s);
    settle();
    CHECK(textOf(*dialog, u"registerNameNote"_s).contains(u"taken"_s));
    desk.platform.failures.clear();
    type(*dialog, u"registerName"_s, u"ada2"_s);
    click(*dialog, u"accountSend"_s);
    CHECK(QTest::qWaitFor([&dialog] { return dialog.isNull(); }));
    CHECK(desk.platform.theAccount->username == u"ada2"_s);
}

TEST_CASE("Signing out with work that waits asks what to do with it", "[gui][account]")
{
    Desk desk;
    desk.platform.theAccount = ada();
    desk.platform.theStatus.linked = true;
    desk.platform.theStatus.waiting = 3;
    auto *panel = new AccountPanel(desk.platform, &desk.window);
    panel->show();
    CHECK(textOf(*panel, u"accountWho"_s) == u"Ada Learner"_s);
    click(*panel, u"accountSignOut"_s);
    QDialog *question = dialog(u"signOutQuestion"_s);

    SECTION("send now, then out")
    {
        click(*question, u"signOutSend"_s);
        settle();
        CHECK(desk.platform.calls.contains(u"syncNow"_s));
        CHECK(desk.platform.theAccount->session == SessionState::SignedOut);
    }
    SECTION("send now fails: still in, and asked again")
    {
        desk.platform.failures[u"syncNow"_s] = {ErrorCode::Offline, {}};
        click(*question, u"signOutSend"_s);
        settle();
        CHECK(desk.platform.theAccount->session == SessionState::SignedIn);
        click(*dialog(u"signOutQuestion"_s), u"signOutKeep"_s);
        settle();
        CHECK(desk.platform.theAccount->session == SessionState::SignedOut);
        CHECK(desk.platform.theStatus.waiting == 3);
    }
    SECTION("cancel changes nothing")
    {
        QTest::keyClick(question, Qt::Key_Escape);
        settle();
        CHECK(desk.platform.theAccount->session == SessionState::SignedIn);
        CHECK_FALSE(desk.platform.calls.contains(u"signOut"_s));
    }
    settle();
}

TEST_CASE("Signing out with nothing waiting asks nothing", "[gui][account]")
{
    Desk desk;
    desk.platform.theAccount = ada();
    auto *panel = new AccountPanel(desk.platform, &desk.window);
    panel->show();
    click(*panel, u"accountSignOut"_s);
    settle();
    CHECK(desk.platform.theAccount->session == SessionState::SignedOut);
    CHECK(find(*panel, u"accountSignIn"_s)->isVisible());
    CHECK_FALSE(find(*panel, u"accountSignOut"_s)->isVisible());
}
