#pragma once

#include "domain/ports/clock.h"
#include "support/fake_platform.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDateTime>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <catch2/catch.hpp>

namespace studio::test {

class StillClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime(QDate(2026, 11, 24), QTime(12, 0)).toUTC(); }
};

/// The child that a person sees, by its name; fails the test when there is none.
template<typename T = QWidget>
T *find(const QWidget &in, const QString &name)
{
    T *child = in.findChild<T *>(name);
    INFO("looking for " << name.toStdString());
    REQUIRE(child);
    return child;
}

inline void click(const QWidget &in, const QString &name)
{
    auto *button = find<QAbstractButton>(in, name);
    INFO("clicking " << name.toStdString());
    REQUIRE(button->isVisible());
    REQUIRE(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    QCoreApplication::processEvents();
}

inline void type(const QWidget &in, const QString &name, const QString &text)
{
    auto *edit = find<QLineEdit>(in, name);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

inline QString textOf(const QWidget &in, const QString &name)
{
    return find<QLabel>(in, name)->text();
}

/// Lets answers that are ready reach whoever waits for them.
inline void settle()
{
    QTest::qWait(10);
}

/// The dialog that has come up, by its name.
inline QDialog *dialog(const QString &name)
{
    QDialog *found = nullptr;
    const bool came = QTest::qWaitFor(
        [&] {
            for (QWidget *each : QApplication::topLevelWidgets()) {
                if (each->objectName() == name && each->isVisible()) {
                    found = qobject_cast<QDialog *>(each);
                }
            }
            return found != nullptr;
        },
        3000);
    INFO("waiting for the dialog " << name.toStdString());
    REQUIRE(came);
    return found;
}

inline Account ada()
{
    Account account;
    account.server = QString::fromLatin1("https://learn.example.org");
    account.userId = 7;
    account.username = QString::fromLatin1("ada");
    account.firstName = QString::fromLatin1("Ada");
    account.lastName = QString::fromLatin1("Learner");
    account.session = SessionState::SignedIn;
    account.vault = VaultKind::Keyring;
    return account;
}

} // namespace studio::test
