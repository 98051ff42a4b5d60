#include "ui/web/output_buffer.h"

#include <algorithm>

namespace studio::ui {

using namespace Qt::StringLiterals;

OutputBuffer::OutputBuffer(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(33);
    connect(&m_timer, &QTimer::timeout, this, &OutputBuffer::flush);
    begin();
}

void OutputBuffer::begin()
{
    m_out = QStringDecoder(QStringDecoder::Utf8);
    m_err = QStringDecoder(QStringDecoder::Utf8);
    m_pending.clear();
    m_total = 0;
    m_turns = 0;
    m_timer.stop();
}

void OutputBuffer::add(RunStream stream, const QByteArray &bytes)
{
    if (m_total > kMost) {
        return;
    }
    if (stream != m_stream) {
        flush();
        m_stream = stream;
        ++m_turns;
    }
    QStringDecoder &decoder = stream == RunStream::Out ? m_out : m_err;
    const qsizetype room = m_turns > kMostTurns ? 0 : kMost - m_total;
    const QString decoded = decoder.decode(QByteArrayView(bytes).first(std::min(bytes.size(), room * 4 + 8)));
    m_pending += decoded.left(room);
    m_total = decoded.size() > room || m_turns > kMostTurns ? kMost + 1 : m_total + decoded.size();
    if (m_total > kMost) {
        m_pending += tr("\n… more was printed than can be shown here.\n");
    }
    if (!m_timer.isActive()) {
        m_timer.start();
    }
}

void OutputBuffer::flush()
{
    m_timer.stop();
    if (!m_pending.isEmpty()) {
        const QString text = m_pending;
        m_pending.clear();
        Q_EMIT this->text(m_stream, text);
    }
}

QString toString(RunStream stream)
{
    return stream == RunStream::Out ? u"out"_s : u"err"_s;
}

} // namespace studio::ui
