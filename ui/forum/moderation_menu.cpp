#include "ui/forum/moderation_menu.h"

#include <QMessageBox>
#include <QPushButton>

namespace studio::ui {

using namespace Qt::StringLiterals;
using Kind = ModerationAction::Kind;

ModerationMenu::ModerationMenu(QWidget *parent)
    : QMenu(parent)
{
    setObjectName(u"moderationMenu"_s);
    setAccessibleName(tr("Moderate"));
}

void ModerationMenu::fill(const ForumAbilities &abilities, const ForumTopic &topic,
                          const std::vector<ForumInfo> &forums)
{
    clear();
    const auto sayOnly = [this](const QString &sentence) {
        QAction *line = addAction(sentence);
        line->setObjectName(u"moderationMissing"_s);
        line->setEnabled(false);
    };
    if (!abilities.signedIn) {
        return sayOnly(tr("Moderators sign in first"));
    }
    if (!abilities.moderate) {
        return sayOnly(tr("Your account does not moderate this forum"));
    }
    add(topic.locked ? tr("Unlock") : tr("Lock"), u"lockTopic"_s, topic.locked ? Kind::Unlock : Kind::Lock,
        topic.id);
    add(topic.pinned ? tr("Unpin") : tr("Pin"), u"pinTopic"_s, topic.pinned ? Kind::Unpin : Kind::Pin,
        topic.id);
    QMenu *move = addMenu(tr("Move to"));
    move->setObjectName(u"moveTopic"_s);
    for (const ForumInfo &forum : forums) {
        if (!forum.isCategory && forum.id != topic.forumId) {
            QString name = forum.name.left(60);
            name.replace(u'&', u"&&"_s);
            move->addAction(name, this, [this, topicId = topic.id, forumId = forum.id] {
                Q_EMIT wanted({Kind::Move, topicId, forumId});
            });
        }
    }
    QAction *away = addAction(tr("Delete the topic…"));
    away->setObjectName(u"deleteTopic"_s);
    connect(away, &QAction::triggered, this, [this, topic] { askDelete(topic); });
    addSeparator();
    if (abilities.moderationQueue) {
        QAction *queue = addAction(tr("Posts to review…"));
        queue->setObjectName(u"reviewQueue"_s);
        connect(queue, &QAction::triggered, this, &ModerationMenu::queueRequested);
    } else {
        sayOnly(tr("This platform gives no list of posts to review"));
    }
}

void ModerationMenu::add(const QString &text, const QString &name, Kind kind, qint64 topicId)
{
    QAction *action = addAction(text);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, [this, kind, topicId] { Q_EMIT wanted({kind, topicId, 0}); });
}

void ModerationMenu::askDelete(const ForumTopic &topic)
{
    auto *question = new QMessageBox(QMessageBox::Question, tr("Delete the topic"),
                                     tr("Delete “%1” for everybody?").arg(topic.subject.left(120)),
                                     QMessageBox::Cancel, parentWidget()->window());
    question->setObjectName(u"deleteTopicQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(tr("%n posts go with it. This cannot be undone.", nullptr, topic.posts));
    auto *go = question->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    go->setObjectName(u"deleteTopicGo"_s);
    connect(question, &QMessageBox::buttonClicked, this,
            [this, go, id = topic.id](const QAbstractButton *button) {
                if (button == go) {
                    Q_EMIT wanted({Kind::Delete, id, 0});
                }
            });
    question->open();
}

} // namespace studio::ui
