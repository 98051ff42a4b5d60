#include "sync/auth/locked_items.h"

#include <QtGlobal>

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QMap>
#endif

using namespace Qt::StringLiterals;

namespace studio::sync {

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)

bool hasLockedItem(const QString &service, const QString &key)
{
    constexpr int kMilliseconds = 3000;
    const QMap<QString, QString> attributes{{u"server"_s, service}, {u"user"_s, key}};
    qDBusRegisterMetaType<QMap<QString, QString>>();
    QDBusMessage question
        = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                         u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s);
    question.setAutoStartService(false); // who kept the entry is running by now, if anybody
    question.setArguments({QVariant::fromValue(attributes)});
    // Answers: the unlocked items, the locked ones (Secret Service API 0.2, SearchItems).
    const QList<QVariant> answer
        = QDBusConnection::sessionBus().call(question, QDBus::Block, kMilliseconds).arguments();
    return answer.size() == 2 && !qdbus_cast<QList<QDBusObjectPath>>(answer.at(1)).isEmpty();
}

#else

bool hasLockedItem(const QString &, const QString &)
{
    return false;
}

#endif

} // namespace studio::sync
