#include "text/sync_words.h"

#include <QLocale>
#include <QSet>

#include <catch2/catch.hpp>

using namespace studio;
using namespace studio::text;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A wall-clock time of the computer's own zone, so that the texts are the same in every zone.
QDateTime at(int hour, int minute, int day = 24)
{
    return QDateTime(QDate(2026, 11, day), QTime(hour, minute)).toUTC();
}

SyncStatus linked()
{
    SyncStatus status;
    status.linked = true;
    return status;
}

struct EnglishLocale
{
    EnglishLocale() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    ~EnglishLocale() { QLocale::setDefault(QLocale::system()); }

    Q_DISABLE_COPY_MOVE(EnglishLocale)
};

const std::vector<SyncTrouble> kTroubles
    = {SyncTrouble::Offline,     SyncTrouble::Slow,          SyncTrouble::Portal,
       SyncTrouble::Certificate, SyncTrouble::ProxyPassword, SyncTrouble::ServerProblem,
       SyncTrouble::Busy,        SyncTrouble::SignInNeeded,  SyncTrouble::AccountInactive,
       SyncTrouble::WrongUser,   SyncTrouble::UpdateNeeded,  SyncTrouble::StorageFailed};

} // namespace

TEST_CASE("The status line says the truth in a few words", "[text]")
{
    const EnglishLocale locale;

    struct Row
    {
        const char *text;
        SyncTone tone;
        std::function<void(SyncStatus &)> make;
    };

    const std::vector<Row> rows = {
        {"Nothing to send yet", SyncTone::Quiet, [](SyncStatus &) {}},
        {"1 waiting to send", SyncTone::Waiting, [](SyncStatus &s) { s.waiting = 1; }},
        {"3 waiting to send", SyncTone::Waiting,
         [](SyncStatus &s) {
             s.waiting = 3;
             s.lastSentUtc = at(9, 0);
         }},
        {"3 waiting to send, offline", SyncTone::Waiting,
         [](SyncStatus &s) {
             s.waiting = 3;
             s.trouble = SyncTrouble::Offline;
         }},
        {"All sent 10:42", SyncTone::Sent, [](SyncStatus &s) { s.lastSentUtc = at(10, 42); }},
        {"All sent yesterday 10:42", SyncTone::Sent, [](SyncStatus &s) { s.lastSentUtc = at(10, 42, 23); }},
        {"All sent 10:42", SyncTone::Quiet,
         [](SyncStatus &s) {
             s.lastSentUtc = at(10, 42);
             s.trouble = SyncTrouble::Offline;
         }},
        {"Sending 2 changes…", SyncTone::Working,
         [](SyncStatus &s) {
             s.working = true;
             s.waiting = 2;
         }},
        {"Looking for news…", SyncTone::Working, [](SyncStatus &s) { s.working = true; }},
        {"Needs you: sign in again", SyncTone::Trouble,
         [](SyncStatus &s) {
             s.trouble = SyncTrouble::SignInNeeded;
             s.waiting = 5;
         }},
        {"Needs you: the network asks you to sign in", SyncTone::Trouble,
         [](SyncStatus &s) { s.trouble = SyncTrouble::Portal; }},
        {"Needs you: a question", SyncTone::Trouble,
         [](SyncStatus &s) { s.question = SyncQuestion::SendAgain; }},
        {"Needs you: 1 text to choose", SyncTone::Trouble, [](SyncStatus &s) { s.conflicts = 1; }},
        {"Needs you: 2 kept changes", SyncTone::Trouble, [](SyncStatus &s) { s.kept = 2; }},
    };
    for (const Row &row : rows) {
        SyncStatus status = linked();
        row.make(status);
        const SyncLine line = syncLine(status, at(12, 0));
        CHECK(line.text.toStdString() == row.text);
        CHECK(line.tone == row.tone);
    }
    CHECK(syncLine(SyncStatus(), at(12, 0)).text.isEmpty());
}

TEST_CASE("Each trouble has its own sentence, and says that work is safe or stays", "[text]")
{
    QSet<QString> sentences;
    for (const SyncTrouble trouble : kTroubles) {
        SyncStatus status = linked();
        status.trouble = trouble;
        status.waiting = 3;
        const QString sentence = describeTrouble(status, at(12, 0));
        CAPTURE(sentence.toStdString());
        CHECK(sentence.size() > 20);
        CHECK_FALSE(sentence.contains(u'%'));
        CHECK_FALSE(sentences.contains(sentence));
        sentences.insert(sentence);
        const bool reassures = sentence.contains(u"saved"_s) || sentence.contains(u"safely"_s)
            || sentence.contains(u"stays"_s) || sentence.contains(u"lost"_s)
            || sentence.contains(u"nothing was sent"_s);
        CHECK(reassures);
    }
    CHECK(describeTrouble(linked(), at(12, 0)).isEmpty());
}

TEST_CASE("A time to try again is told when it lies ahead, and only then", "[text]")
{
    const EnglishLocale locale;
    SyncStatus status = linked();
    status.trouble = SyncTrouble::Busy;
    status.retryUtc = at(10, 42);
    CHECK(describeTrouble(status, at(10, 40)).endsWith(u"Trying again at 10:42."_s));
    CHECK_FALSE(describeTrouble(status, at(10, 43)).contains(u"10:42"_s));
    status.retryUtc = {};
    CHECK(describeTrouble(status, at(10, 40)) == u"The platform is busy. Your work is saved here."_s);
}

TEST_CASE("One change and several are worded apart", "[text]")
{
    SyncStatus status = linked();
    status.trouble = SyncTrouble::Offline;
    status.waiting = 1;
    CHECK(describeTrouble(status, at(12, 0)) == u"Offline. 1 change is saved here and will be sent later."_s);
    status.waiting = 3;
    CHECK(describeTrouble(status, at(12, 0))
          == u"Offline. 3 changes are saved here and will be sent later."_s);
    status.trouble = SyncTrouble::SignInNeeded;
    CHECK(describeTrouble(status, at(12, 0)) == u"Please sign in again. 3 changes are waiting safely."_s);
}

TEST_CASE("Every question names how much it is about", "[text]")
{
    for (const SyncQuestion question :
         {SyncQuestion::ManyGone, SyncQuestion::ManyUndone, SyncQuestion::SendAgain}) {
        SyncStatus status = linked();
        status.question = question;
        status.questionCount = 14;
        CHECK(describeQuestion(status).contains(u"14"_s));
        CHECK(describeQuestion(status).contains(u'?'));
    }
    CHECK(describeQuestion(linked()).isEmpty());
}

TEST_CASE("A wrong clock is told in the largest unit, whichever way it is off", "[text]")
{
    SyncStatus status = linked();
    CHECK(describeClock(status).isEmpty());
    for (const auto &[off, text] :
         {std::pair(std::chrono::seconds(7200), "2 hours"), std::pair(std::chrono::seconds(-7200), "2 hours"),
          std::pair(std::chrono::seconds(420), "7 minutes"),
          std::pair(std::chrono::seconds(86400 * 365), "365 days")}) {
        status.clockOff = off;
        CHECK(describeClock(status).contains(QString::fromLatin1(text)));
    }
}

TEST_CASE("Every state of a session and every failure of signing in has words of its own", "[text]")
{
    QSet<QString> sentences;
    for (const SessionState state :
         {SessionState::SignedOut, SessionState::SignedIn, SessionState::Unsure, SessionState::SignInNeeded,
          SessionState::Inactive, SessionState::WrongUser}) {
        Account account;
        account.session = state;
        sentences.insert(describeSession(account, 0));
    }
    CHECK(sentences.size() == 6);
    Account account;
    account.session = SessionState::SignInNeeded;
    CHECK(describeSession(account, 5).contains(u"5 changes are waiting safely"_s));

    CHECK(describePlatform({ErrorCode::Unauthorized, {}}, true)
          != describePlatform({ErrorCode::Unauthorized, {}}, false));
    for (const ErrorCode code : {ErrorCode::Offline, ErrorCode::Timeout, ErrorCode::Conflict,
                                 ErrorCode::InvalidData, ErrorCode::DiskFull, ErrorCode::NotFound}) {
        CHECK_FALSE(describePlatform({code, u"raw log text"_s}, true).contains(u"raw"_s));
    }
}

TEST_CASE("A trouble leads to what helps", "[text]")
{
    CHECK(remedyFor(SyncTrouble::Portal) == SyncRemedy::OpenBrowser);
    CHECK(remedyFor(SyncTrouble::SignInNeeded) == SyncRemedy::SignIn);
    CHECK(remedyFor(SyncTrouble::Certificate) == SyncRemedy::ShowDetails);
    CHECK(remedyFor(SyncTrouble::Offline) == SyncRemedy::SendNow);
    CHECK(remedyFor(SyncTrouble::AccountInactive) == SyncRemedy::None);
}
