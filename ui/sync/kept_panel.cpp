#include "domain/when_done.h"
#include "ui/sync/typed_question.h"
#include "ui/sync/work_panels.h"
#include "ui/widgets/card.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

KeptPanel::KeptPanel(Platform &platform, text::Titles titles, QWidget *parent)
    : QWidget(parent)
    , m_platform(platform)
    , m_titles(std::move(titles))
    , m_message(new QLabel(this))
    , m_rows(new QVBoxLayout)
    , m_export(new QPushButton(tr("Save all to a file…"), this))
{
    m_message->setObjectName(u"keptMessage"_s);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->hide();
    m_export->setObjectName(u"keptExport"_s);
    m_rows->setSpacing(12);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_export);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(makeMuted(tr("The platform did not take this. It stays here until you decide."), this));
    column->addWidget(m_message);
    column->addLayout(m_rows);
    column->addLayout(buttons);
    connect(m_export, &QPushButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Save the kept work"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
        dialog->setDefaultSuffix(u"json"_s);
        dialog->selectFile(tr("kept-work.json"));
        connect(dialog, &QFileDialog::fileSelected, this, &KeptPanel::exportTo);
        dialog->open();
    });
    connect(&platform, &Platform::queueChanged, this, &KeptPanel::refresh);
}

void KeptPanel::refresh()
{
    whenDone(m_platform.kept(), this, [this](const Result<std::vector<KeptWork>> &kept) { show(kept); });
}

void KeptPanel::exportTo(const QString &path)
{
    whenDone(m_platform.exportKept(path), this,
             [this, path](const Result<> &done) { tell(done, tr("Saved to %1.").arg(path)); });
}

void KeptPanel::show(const Result<std::vector<KeptWork>> &kept)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->deleteLater(); // its button may be what asked
        item->widget()->hide();
        delete item;
    }
    if (!kept) {
        say(tr("The kept work could not be read. %1").arg(text::describePlatform(kept.error())));
    } else {
        for (const KeptWork &each : *kept) {
            m_rows->addWidget(makeRow(each));
        }
    }
    m_export->setVisible(kept && !kept->empty());
    Q_EMIT filled(!kept || !kept->empty());
}

QWidget *KeptPanel::makeRow(const KeptWork &kept)
{
    auto *row = new QFrame(this);
    row->setObjectName(u"keptRow"_s);
    row->setProperty("row", true);
    const QString words = text::describe(kept.entry, m_titles);
    auto *title = new QLabel(words, row);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    title->setObjectName(u"sectionTitle"_s);
    auto *retry = new QPushButton(tr("Try again"), row);
    retry->setObjectName(u"keptRetry"_s);
    retry->setAccessibleName(tr("Try again: %1").arg(words));
    auto *discard = new QPushButton(tr("Throw away…"), row);
    discard->setObjectName(u"keptDiscard"_s);
    discard->setAccessibleName(tr("Throw away: %1").arg(words));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(title);
    texts->addWidget(makeMuted(text::describeReason(kept), row));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(texts, 1);
    layout->addWidget(retry, 0, Qt::AlignTop);
    layout->addWidget(discard, 0, Qt::AlignTop);
    connect(retry, &QPushButton::clicked, this, [this, seq = kept.entry.seq, words] {
        whenDone(m_platform.retryKept(seq), this, [this, words](const Result<> &done) {
            tell(done, tr("%1: waits to be sent again.").arg(words));
        });
    });
    connect(discard, &QPushButton::clicked, this, [this, kept, words] { askDiscard(kept, words); });
    return row;
}

void KeptPanel::askDiscard(const KeptWork &kept, const QString &words)
{
    auto *question
        = new TypedQuestion(tr("Throw kept work away"),
                            tr("%1\n\nThis is the only copy that is on its way to the platform. It can't "
                               "be brought back.")
                                .arg(words),
                            tr("discard"), tr("Throw away"), window());
    connect(question, &QDialog::accepted, this, [this, seq = kept.entry.seq, words] {
        whenDone(m_platform.discardKept(seq), this,
                 [this, words](const Result<> &done) { tell(done, tr("%1: thrown away.").arg(words)); });
    });
    question->open();
}

void KeptPanel::tell(const Result<> &done, const QString &success)
{
    say(done ? success : text::describePlatform(done.error()));
}

void KeptPanel::say(const QString &text)
{
    m_message->setText(text);
    m_message->setAccessibleName(text);
    m_message->show();
}

} // namespace studio::ui
