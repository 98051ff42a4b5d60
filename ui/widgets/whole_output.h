#pragma once

#include "services/output_spool.h"

#include <QPointer>

class QWidget;

namespace studio::ui {

class OutputLines;
class OutputReader;

/// All of a run's output, as far as it is kept: what is missing in words, and the ways to the rest.
class WholeOutput final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WholeOutput)

public:
    /// `window` is the parent of the windows it opens.
    WholeOutput(std::unique_ptr<services::OutputSpool> spool, QWidget *window);
    ~WholeOutput() override;

    services::OutputSpool &spool() { return *m_spool; }

    OutputReader *reader() const; ///< Null when it is not open.

    QString missingText(const OutputLines &lines) const; ///< Empty when all is shown.

    void clear(); ///< Another run: forgets what there was, and closes the reader.
    OutputReader *show(); ///< Opens the reader, or brings it to the front.
    void askWhereToSave();
    void saveAs(const QString &path);

Q_SIGNALS:
    void saved(const QString &message, bool failed); ///< A sentence for the person.

private:
    std::unique_ptr<services::OutputSpool> m_spool;
    QWidget *m_window;
    QPointer<OutputReader> m_reader;
};

} // namespace studio::ui
