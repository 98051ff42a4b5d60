#pragma once

#include "domain/forum.h"
#include "ui/common/theme.h"

#include <QFrame>

class QLabel;

namespace studio::ui {

/// Who somebody is in the forum: counted from what is here at once, and as the platform says it when it
/// answers.
class UserCard final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UserCard)

public:
    explicit UserCard(QWidget *parent);

    void openFor(qint64 userId, const QPoint &globalPosition);
    void setCard(const ForumUserCard &card); ///< Of another user than it was opened for: ignored.
    void setProblem(const QString &sentence); ///< Why the platform's own numbers are not here.

    qint64 userId() const { return m_userId; }

private:
    qint64 m_userId = 0;
    bool m_fromPlatform = false;
    QLabel *m_name;
    QLabel *m_rank;
    QLabel *m_facts;
    QLabel *m_badges;
    QLabel *m_source;
};

} // namespace studio::ui
