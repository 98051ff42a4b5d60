#include "ui/forum/question_wizard.h"

#include "domain/ports/forum_store.h"
#include "domain/ports/work_store.h"
#include "domain/when_done.h"
#include "services/document_session.h"
#include "text/verdict_text.h"
#include "ui/forum/forum_desk.h"
#include "ui/forum/question_wizard_fields.h"
#include "ui/forum/question_wizard_similar.h"
#include "ui/forum/topic_view.h"
#include "ui/forum/topic_words.h"
#include "ui/widgets/card.h"

#include <QAccessible>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

QString draftKey(const services::Question &question)
{
    return u"forum/ask/%1/%2"_s.arg(question.courseId, question.exerciseId);
}

void announce(QLabel *label)
{
    if (!label->text().isEmpty()) {
        QAccessibleEvent event(label, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

QLabel *makeSentence(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->hide();
    return label;
}

} // namespace

QuestionWizard::QuestionWizard(const Parts &parts, AskedQuestion asked, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_asked(std::move(asked))
    , m_question(m_asked.question)
    , m_title(makeTitle({}, 15, this))
    , m_count(makeMuted({}, this))
    , m_pages(new QStackedWidget(this))
    , m_fields(new QuestionFields(this))
    , m_similar(new SimilarTopics(parts.desk, parts.search, this))
    , m_preview(new TopicView(parts.web, parts.renderer, this))
    , m_subject(new QLineEdit(this))
    , m_forum(new QComboBox(this))
    , m_warning(makeSentence(u"wizardWarning"_s, this))
    , m_problem(makeSentence(u"wizardProblem"_s, this))
    , m_state(makeMuted({}, this))
    , m_back(new QPushButton(tr("&Back"), this))
    , m_next(new QPushButton(this))
    , m_close(new QPushButton(tr("Close"), this))
{
    setObjectName(u"questionWizard"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Ask about “%1”").arg(m_question.exerciseTitle));
    resize(780, 640);
    layOut();
    connectParts();
    fillForums();
    m_fields->setQuestion(m_question);
    m_subject->setText(m_question.subject);
    goTo(kTried);
    openDraft();
}

QuestionWizard::~QuestionWizard() = default;

void QuestionWizard::layOut()
{
    m_title->setObjectName(u"wizardTitle"_s);
    m_count->setObjectName(u"wizardCount"_s);
    m_count->setWordWrap(false);
    m_state->setObjectName(u"wizardState"_s);
    m_warning->setProperty("warning", true);
    m_problem->setProperty("problem", true);
    m_back->setObjectName(u"wizardBack"_s);
    m_next->setObjectName(u"wizardNext"_s);
    m_next->setProperty("primary", true);
    m_close->setObjectName(u"wizardClose"_s);
    m_close->setToolTip(tr("What you wrote is kept as a draft"));
    // Enter in a field must not send anything.
    for (QPushButton *button : {m_back, m_next, m_close}) {
        button->setAutoDefault(false);
        button->setMinimumHeight(32);
    }
    for (QWidget *page : {m_fields->triedPage(), m_fields->codePage(), m_fields->happenedPage(),
                          static_cast<QWidget *>(m_similar), makePreview()}) {
        m_pages->addWidget(page);
    }
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_count);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_state, 1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(10);
    column->addLayout(head);
    column->addWidget(m_pages, 1);
    column->addWidget(m_warning);
    column->addWidget(m_problem);
    column->addLayout(buttons);
    setTabOrder(m_back, m_next);
    setTabOrder(m_next, m_close);
}

QWidget *QuestionWizard::makePreview()
{
    auto *page = new QWidget;
    m_subject->setObjectName(u"wizardSubject"_s);
    m_subject->setAccessibleName(tr("Subject"));
    m_subject->setMaxLength(static_cast<int>(kLongestSubject));
    m_subject->setPlaceholderText(tr("What is it about?"));
    m_forum->setObjectName(u"wizardForum"_s);
    m_forum->setAccessibleName(tr("Forum"));
    m_forum->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_forum->setMinimumContentsLength(16);
    m_preview->setObjectName(u"wizardPreview"_s);
    m_preview->setMinimumHeight(160);
    auto *about = new QHBoxLayout;
    about->setSpacing(8);
    about->addWidget(m_subject, 3);
    about->addWidget(m_forum, 2);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(about);
    column->addWidget(m_preview, 1);
    return page;
}

void QuestionWizard::connectParts()
{
    connect(m_fields, &QuestionFields::edited, this, &QuestionWizard::saveDraft);
    connect(m_fields, &QuestionFields::answerWanted, this, [this] {
        const QString tried = m_question.tried;
        m_question = m_asked.question;
        m_question.tried = tried;
        m_fields->setQuestion(m_question);
        m_fields->offerAnswer(false);
        saveDraft();
    });
    connect(m_subject, &QLineEdit::textEdited, this, &QuestionWizard::saveDraft);
    connect(m_forum, &QComboBox::activated, this, &QuestionWizard::saveDraft);
    connect(m_similar, &SimilarTopics::topicChosen, this, [this](qint64 topicId) {
        Q_EMIT topicChosen(topicId);
        reject();
    });
    connect(m_back, &QPushButton::clicked, this, [this] { goTo(step() - 1); });
    connect(m_next, &QPushButton::clicked, this, &QuestionWizard::next);
    connect(m_close, &QPushButton::clicked, this, &QuestionWizard::reject);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, m_next,
            &QPushButton::click);
    connect(new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Left), this), &QShortcut::activated, m_back,
            &QPushButton::click);
    connect(new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Right), this), &QShortcut::activated, this, [this] {
        if (step() != kPreview) { // what sends has a key of its own
            next();
        }
    });
    connect(&m_parts.desk, &ForumDesk::changed, this, &QuestionWizard::fillForums);
}

void QuestionWizard::fillForums()
{
    const auto &forums = m_parts.desk.forums();
    if (m_forum->count() == 0) {
        for (const ForumInfo &forum : forums) {
            m_forum->addItem(forum.isCategory ? forum.name : u"    "_s % forum.name, forum.id);
            if (forum.isCategory) {
                auto *model = qobject_cast<QStandardItemModel *>(m_forum->model());
                model->item(m_forum->count() - 1)->setFlags(Qt::NoItemFlags);
            }
        }
        m_forum->setCurrentIndex(m_forumId != 0 ? m_forum->findData(m_forumId) : -1);
    }
    const bool some = m_forum->count() > 0;
    m_forum->setEnabled(some);
    m_forum->setPlaceholderText(some ? tr("In which forum?") : tr("No forum is here yet"));
    m_state->setText(m_parts.desk.signedIn()
                         ? tr("Kept here while you write. It goes out when there is a network.")
                         : tr("Kept here as a draft. Sign in to post it."));
}

void QuestionWizard::openDraft()
{
    Document fresh;
    fresh.id.key = draftKey(m_question);
    m_draft = std::make_unique<services::DocumentSession>(m_parts.desk.services().store,
                                                          m_parts.desk.services().clock, fresh);
    connect(m_draft.get(), &services::DocumentSession::opened, this, &QuestionWizard::draftOpened);
    m_draft->open();
}

void QuestionWizard::draftOpened()
{
    qint64 forumId = 0;
    const auto kept = services::questionFromJson(m_draft->document().text, &forumId);
    services::Question now;
    now.courseId = m_question.courseId;
    m_fields->readInto(now);
    const bool untouched = now.tried == m_asked.question.tried && now.code == m_asked.question.code;
    if (kept && untouched) {
        m_question = *kept;
        m_question.courseId = m_asked.question.courseId;
        m_question.exerciseId = m_asked.question.exerciseId;
        m_question.exerciseTitle = m_asked.question.exerciseTitle;
        m_forumId = forumId;
        // The program ended between the queue and the draft's end: it is on its way already.
        const QString text = markdown().trimmed();
        const auto &writings = m_parts.desk.writings();
        if (std::any_of(writings.begin(), writings.end(), [&](const ForumWriting &each) {
                return each.kind == WritingKind::NewTopic && each.text == text;
            })) {
            m_question = m_asked.question;
            m_draft->setText({}, 0);
        }
        m_fields->setQuestion(m_question);
        m_fields->offerAnswer(m_question.code != m_asked.question.code);
        m_subject->setText(m_question.subject);
        m_forum->setCurrentIndex(m_forumId != 0 ? m_forum->findData(m_forumId) : -1);
    }
    m_ready = true;
    if (!untouched) {
        saveDraft();
    }
    warn();
}

void QuestionWizard::collect()
{
    m_fields->readInto(m_question);
    m_question.subject = m_subject->text();
    if (m_forum->currentIndex() >= 0) {
        m_forumId = m_forum->currentData().toLongLong();
    }
}

void QuestionWizard::saveDraft()
{
    collect();
    say({});
    warn();
    if (m_draft && m_ready) {
        m_draft->setTitle(m_question.subject);
        m_draft->setText(services::toJson(m_question, m_forumId), 0);
    }
}

int QuestionWizard::step() const
{
    return m_pages->currentIndex();
}

void QuestionWizard::goTo(int step)
{
    if (step < 0 || step >= kSteps) {
        return;
    }
    collect();
    const QStringList titles = {tr("What did you try?"), tr("The code"), tr("What happened?"),
                                tr("Asked already?"), tr("Preview")};
    m_pages->setCurrentIndex(step);
    m_title->setText(titles[step]);
    m_count->setText(tr("Step %1 of %2").arg(step + 1).arg(static_cast<int>(kSteps)));
    setAccessibleName(tr("%1. %2, step %3 of %4")
                          .arg(windowTitle(), titles[step])
                          .arg(step + 1)
                          .arg(static_cast<int>(kSteps)));
    m_back->setEnabled(step > 0);
    m_next->setText(step == kPreview ? tr("&Post the question") : tr("Ne&xt"));
    m_next->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    say({});
    warn();
    if (step == kSimilar) {
        m_similar->look(m_question);
        m_next->setFocus(Qt::OtherFocusReason);
    } else if (step == kPreview) {
        m_preview->showPreview(markdown());
        (m_forum->currentIndex() < 0 ? static_cast<QWidget *>(m_forum) : m_subject)
            ->setFocus(Qt::OtherFocusReason);
    } else if (auto *first = m_pages->currentWidget()->findChild<QPlainTextEdit *>()) {
        first->setFocus(Qt::OtherFocusReason);
    }
    QAccessibleEvent named(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&named);
}

void QuestionWizard::next()
{
    if (step() == kTried && m_fields && m_question.tried.trimmed().isEmpty()) {
        return say(tr("Say in a sentence what you tried: whoever answers then knows where to begin."));
    }
    if (step() == kPreview) {
        return post();
    }
    goTo(step() + 1);
}

void QuestionWizard::post()
{
    if (m_posting) {
        return;
    }
    collect();
    ForumWriting writing;
    writing.kind = WritingKind::NewTopic;
    writing.forumId = m_forumId;
    writing.subject = m_question.subject.trimmed();
    writing.text = markdown().trimmed();
    if (!m_parts.desk.signedIn()) {
        return say(tr("Sign in first. Your question is kept as a draft until then."));
    }
    if (m_forum->count() == 0) {
        return say(
            tr("The list of forums is not on this computer yet: fetch the forum once. Your question is "
               "kept as a draft until then."));
    }
    if (const QString problem = problemOf(writing.kind, writing.subject, writing.text, writing.forumId);
        !problem.isEmpty()) {
        return say(problem);
    }
    m_posting = true;
    m_next->setEnabled(false);
    // The draft goes also when the wizard was closed before the answer came.
    whenDone(m_parts.desk.store().queue(writing), &m_parts.desk,
             [self = QPointer(this), &desk = m_parts.desk,
              key = draftKey(m_question)](const Result<ForumWriting> &done) {
                 if (self) {
                     self->queuedAs(done);
                 } else if (done) {
                     desk.services().store.removeDocument({key});
                 }
             });
}

void QuestionWizard::queuedAs(const Result<ForumWriting> &done)
{
    m_posting = false;
    m_next->setEnabled(true);
    if (!done) {
        return say(tr("This could not be put into the queue. %1 Your text is still here.")
                       .arg(text::describe(done.error())));
    }
    m_draft.reset(); // writes what is pending: before the draft is removed, or it would be there again
    m_parts.desk.services().store.removeDocument({draftKey(m_question)});
    m_parts.desk.touch();
    Q_EMIT queued(*done);
    accept();
}

void QuestionWizard::warn()
{
    const bool here = step() == kCode || step() == kPreview;
    const bool away = here && services::givesSolutionAway(m_question.code, m_asked.solution, m_asked.passed);
    if (away == m_warning->isVisibleTo(this)) {
        return;
    }
    m_warning->setText(
        away ? tr("This code solves the exercise: whoever reads it finds the solution. Leave only "
                  "the part that you ask about, if you can. You may go on all the same.")
             : QString());
    m_warning->setAccessibleName(m_warning->text());
    m_warning->setVisible(away);
    announce(m_warning);
}

void QuestionWizard::say(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setAccessibleName(problem);
    m_problem->setVisible(!problem.isEmpty());
    announce(m_problem);
}

QString QuestionWizard::markdown() const
{
    const services::QuestionWords words{
        tr("About the exercise %1"), tr("What I tried"),  tr("The code"), tr("Input"),
        tr("What I expected"),       tr("What happened"), tr("The error")};
    return services::markdownOf(m_question, words);
}

void QuestionWizard::setTheme(const Theme &theme, const QString &readingFont, bool calm)
{
    m_preview->setTheme(theme, readingFont, calm);
}

void QuestionWizard::setZoom(int percent)
{
    m_fields->setZoom(percent);
    m_preview->setZoom(percent);
    const QSize room = parentWidget() ? parentWidget()->window()->size() : QSize(1000, 800);
    resize(QSize(780 * qMax(100, percent) / 100, 640 * qMax(100, percent) / 100).boundedTo(room));
}

} // namespace studio::ui
