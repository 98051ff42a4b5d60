#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <memory>

class QTemporaryDir;

namespace studio::runner {

/// The folder a program works in: one that is given, or a throw-away one that is gone with this object,
/// whatever the program did to it.
class WorkFolder final
{
    Q_DISABLE_COPY_MOVE(WorkFolder)

public:
    /// `given` empty: throw-away, with `files` (relative paths below it) put in.
    static Result<std::unique_ptr<WorkFolder>> make(const QString &given,
                                                    const QMap<QString, QByteArray> &files);
    ~WorkFolder();

    QString path() const;

    bool isThrowAway() const { return m_temporary != nullptr; }

private:
    WorkFolder();

    QString m_given;
    std::unique_ptr<QTemporaryDir> m_temporary;
};

} // namespace studio::runner
