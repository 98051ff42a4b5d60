#include "ui/widgets/whole_output.h"

#include "domain/when_done.h"
#include "ui/widgets/output_lines.h"
#include "ui/widgets/output_reader.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

QString limitText(const services::OutputSpool::Status &status)
{
    const QString kept = QLocale().formattedDataSize(status.kept, 0, QLocale::DataSizeTraditionalFormat);
    if (!status.error) {
        return status.cut ? WholeOutput::tr("The first %1 of the output are kept.").arg(kept) : QString();
    }
    if (status.error->code == ErrorCode::DiskFull) {
        return WholeOutput::tr("The disk is full: only the first %1 of the output are kept.").arg(kept);
    }
    if (status.error->code == ErrorCode::Timeout) {
        return WholeOutput::tr("The disk is too slow: only the first %1 of the output are kept.").arg(kept);
    }
    return WholeOutput::tr(
               "No file can be written in the folder for temporary files: only the first %1 of the "
               "output are kept.")
        .arg(kept);
}

} // namespace

WholeOutput::WholeOutput(std::unique_ptr<services::OutputSpool> spool, QWidget *window)
    : QObject(window)
    , m_spool(std::move(spool))
    , m_window(window)
{
}

WholeOutput::~WholeOutput()
{
    delete m_reader; // it reads from the spool
}

OutputReader *WholeOutput::reader() const
{
    return m_reader;
}

QString WholeOutput::missingText(const OutputLines &lines) const
{
    QStringList sentences;
    if (lines.dropped() > 0) {
        sentences << tr("Lines not shown here: %1.").arg(QLocale().toString(lines.dropped()));
    }
    if (lines.folded() > 0) {
        sentences << tr("Long lines are cut: %1.").arg(QLocale().toString(lines.folded()));
    }
    if (!sentences.isEmpty()) {
        sentences << limitText(m_spool->status());
    }
    return sentences.join(u' ').trimmed();
}

void WholeOutput::clear()
{
    m_spool->clear();
    if (m_reader) {
        m_reader->close();
    }
}

OutputReader *WholeOutput::show()
{
    if (!m_reader) {
        m_reader = new OutputReader(*m_spool, m_window);
        m_reader->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_reader, &OutputReader::saveRequested, this, &WholeOutput::askWhereToSave);
        connect(this, &WholeOutput::saved, m_reader, &OutputReader::say);
    }
    m_reader->show();
    m_reader->raise();
    m_reader->activateWindow();
    return m_reader;
}

void WholeOutput::askWhereToSave()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QWidget *above = m_reader && m_reader->isActiveWindow() ? m_reader.data() : m_window;
    auto *dialog = new QFileDialog(above, tr("Save the whole output"), folder);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Text (*.txt)"));
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->selectFile(tr("output.txt"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &WholeOutput::saveAs);
    dialog->open();
}

void WholeOutput::saveAs(const QString &path)
{
    whenDone(m_spool->saveAs(path), this, [this, path](const Result<> &done) {
        const QString name = QDir::toNativeSeparators(path);
        if (done) {
            Q_EMIT saved(tr("Saved as %1.").arg(name), false);
        } else if (done.error().code == ErrorCode::ReadOnly) {
            Q_EMIT saved(tr("%1 can't be written. Choose another folder.").arg(name), true);
        } else {
            Q_EMIT saved(tr("%1 could not be saved. Is the disk full?").arg(name), true);
        }
    });
}

} // namespace studio::ui
