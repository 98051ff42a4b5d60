#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

/// The test platform (tests/hosted_api) as a process of its own: a real Django with a real database, behind
/// the fault layer. Blocking; needs no event loop. It goes with this object, and when this process dies.
class HostedServer final
{
    Q_DISABLE_COPY_MOVE(HostedServer)

public:
    /// `profile`: `deployed` or `repaired`. Ends the test when it does not come up.
    explicit HostedServer(const QString &profile, const QStringList &more = {QStringLiteral("--tls")});
    ~HostedServer();

    QString api() const
    {
        return m_ready[QStringLiteral("api")].toString();
    } ///< `https://127.0.0.1:4711/api`

    QString origin() const; ///< As a person types it: api() without `/api`.

    QString ca() const { return m_ready[QStringLiteral("ca")].toString(); }

    // The control port; each ends the test when the server does not agree.
    QJsonObject get(const QString &path) const;
    QJsonObject post(const QString &path, const QJsonObject &body) const;

    void setFaults(const QJsonArray &rules, int seed = 1) const;

    void clearFaults() const { setFaults({}); }

    QJsonObject state(const QString &user) const { return get(QStringLiteral("/state?user=") + user); }

private:
    QJsonObject ask(const QByteArray &method, const QString &path, const QByteArray &body) const;

    QTemporaryDir m_folder;
    QProcess m_process;
    QJsonObject m_ready;
};
