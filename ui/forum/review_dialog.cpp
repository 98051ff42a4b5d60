#include "ui/forum/review_dialog.h"

#include "domain/when_done.h"
#include "text/sync_words.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

namespace studio::ui {

using namespace Qt::StringLiterals;

ReviewDialog::ReviewDialog(ForumPlatform &platform, QWidget *parent)
    : QDialog(parent)
    , m_platform(platform)
    , m_list(new QListWidget(this))
    , m_about(makeMuted({}, this))
    , m_text(new QPlainTextEdit(this))
    , m_notes(new QLineEdit(this))
    , m_message(new QLabel(this))
    , m_approve(new QPushButton(tr("Approve"), this))
    , m_refuse(new QPushButton(tr("Refuse"), this))
{
    setObjectName(u"reviewDialog"_s);
    setWindowTitle(tr("Posts to review"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(760, 480);
    m_list->setObjectName(u"reviewList"_s);
    m_list->setAccessibleName(tr("Posts to review"));
    m_text->setObjectName(u"reviewText"_s);
    m_text->setAccessibleName(tr("Text of the post"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_notes->setObjectName(u"reviewNotes"_s);
    m_notes->setPlaceholderText(tr("A note for the other moderators"));
    m_notes->setAccessibleName(m_notes->placeholderText());
    m_message->setObjectName(u"reviewMessage"_s);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_approve->setObjectName(u"reviewApprove"_s);
    m_approve->setProperty("primary", true);
    m_approve->setAutoDefault(false);
    m_refuse->setObjectName(u"reviewRefuse"_s);
    m_refuse->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_notes, 1);
    buttons->addWidget(m_refuse);
    buttons->addWidget(m_approve);
    auto *right = new QVBoxLayout;
    right->addWidget(m_about);
    right->addWidget(m_text, 1);
    right->addLayout(buttons);
    right->addWidget(m_message);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_list, 2);
    row->addLayout(right, 3);
    connect(m_list, &QListWidget::currentRowChanged, this, &ReviewDialog::showPost);
    connect(m_approve, &QPushButton::clicked, this, [this] { decide(true); });
    connect(m_refuse, &QPushButton::clicked, this, [this] { decide(false); });
    load();
}

void ReviewDialog::load()
{
    say(tr("Asking the platform…"));
    showPost(-1);
    whenDone(m_platform.moderationQueue(), this, [this](const Result<std::vector<QueuedPost>> &queue) {
        m_list->clear();
        m_queue = queue ? *queue : std::vector<QueuedPost>();
        if (!queue) {
            return say(text::describePlatform(queue.error()));
        }
        say(m_queue.empty() ? tr("Nothing waits for a moderator.") : QString());
        for (const QueuedPost &post : m_queue) {
            m_list->addItem(post.subject.simplified().left(120) % u"\n"_s % post.author.left(60));
        }
        m_list->setCurrentRow(m_queue.empty() ? -1 : 0);
    });
}

void ReviewDialog::showPost(int row)
{
    const bool any = row >= 0 && row < static_cast<int>(m_queue.size());
    m_approve->setEnabled(any);
    m_refuse->setEnabled(any);
    m_notes->setEnabled(any);
    const QueuedPost post = any ? m_queue[static_cast<std::size_t>(row)] : QueuedPost();
    m_text->setPlainText(post.text);
    m_about->setText(post.reason);
}

void ReviewDialog::decide(bool approve)
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= static_cast<int>(m_queue.size())) {
        return;
    }
    m_approve->setEnabled(false);
    m_refuse->setEnabled(false);
    whenDone(m_platform.review(m_queue[static_cast<std::size_t>(row)].id, approve, m_notes->text()), this,
             [this](const Result<> &done) {
                 if (!done) {
                     showPost(m_list->currentRow());
                     return say(text::describePlatform(done.error()));
                 }
                 m_notes->clear();
                 load();
             });
}

void ReviewDialog::say(const QString &sentence)
{
    m_message->setText(sentence);
    m_message->setAccessibleName(sentence);
    m_message->setVisible(!sentence.isEmpty());
}

} // namespace studio::ui
