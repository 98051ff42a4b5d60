#include "editor/widget/region_guard.h"

#include "editor/widget/text_style.h"

#include <QMetaObject>

#include <algorithm>
#include <utility>

namespace studio::editor {

using namespace Qt::StringLiterals;

RegionGuard::RegionGuard(TextArea &area)
    : m_area(area)
{
    connect(&area, &QsciScintillaBase::SCN_MODIFIED, this,
            [this](int position, int type, const char *, int length, int, int, int, int, int, int) {
                modified(position, type, length);
            });
}

void RegionGuard::start(std::vector<EditableRegion> regions)
{
    stop();
    long before = 0;
    for (const EditableRegion &region : regions) {
        const TextRange range{m_area.positionOf(region.start), m_area.positionOf(region.end)};
        if (range.start >= before && range.end >= range.start) {
            m_ranges.push_back(range);
            m_names.push_back(region.name);
            before = range.end;
        }
    }
    m_active = true;
    m_area.send(QsciScintillaBase::SCI_SETMULTIPLESELECTION, 0);
    m_area.send(QsciScintillaBase::SCI_EMPTYUNDOBUFFER); // older steps would change the fixed text
    showRegions();
}

void RegionGuard::stop()
{
    m_active = false;
    m_ranges.clear();
    m_names.clear();
    m_kept = {};
    m_area.send(QsciScintillaBase::SCI_SETMULTIPLESELECTION, 1);
    showRegions();
}

std::vector<EditableRegion> RegionGuard::regions() const
{
    std::vector<EditableRegion> regions;
    for (std::size_t i = 0; i < m_ranges.size(); ++i) {
        regions.push_back({m_names.at(static_cast<qsizetype>(i)), m_area.offsetOf(m_ranges[i].start),
                           m_area.offsetOf(m_ranges[i].end)});
    }
    return regions;
}

bool RegionGuard::allows(TextRange change) const
{
    const auto holds
        = [change](TextRange each) { return each.start <= change.start && change.end <= each.end; };
    return !m_active || std::any_of(m_ranges.begin(), m_ranges.end(), holds);
}

bool RegionGuard::allowsSelection() const
{
    const long count = m_area.send(QsciScintillaBase::SCI_GETSELECTIONS);
    for (long i = 0; i < count; ++i) {
        if (!allows({m_area.send(QsciScintillaBase::SCI_GETSELECTIONNSTART, i),
                     m_area.send(QsciScintillaBase::SCI_GETSELECTIONNEND, i)})) {
            return false;
        }
    }
    return true;
}

bool RegionGuard::isAloneOnItsLines(TextRange region) const
{
    const TextRange first = m_area.lineRange(m_area.lineOf(region.start));
    const TextRange last = m_area.lineRange(m_area.lineOf(region.end));
    return m_area.textIn({first.start, region.start}).trimmed().isEmpty()
        && m_area.textIn({region.end, last.end}).trimmed().isEmpty();
}

const TextRange *RegionGuard::regionAt(long position) const
{
    const auto found = std::find_if(m_ranges.begin(), m_ranges.end(), [position](TextRange each) {
        return each.start <= position && position <= each.end;
    });
    return found == m_ranges.end() ? nullptr : &*found;
}

bool RegionGuard::step(bool next)
{
    const long caret = m_area.caretPosition();
    const TextRange *here = regionAt(caret);
    const TextRange *target = nullptr;
    if (next) {
        for (const TextRange &each : m_ranges) {
            if (here ? &each > here : each.start > caret) {
                target = &each;
                break;
            }
        }
    } else {
        for (const TextRange &each : m_ranges) {
            if (here ? &each < here : each.end < caret) {
                target = &each;
            }
        }
    }
    if (!target) {
        return false;
    }
    const bool blank = m_area.textIn(*target).trimmed().isEmpty();
    m_area.select(blank ? *target : TextRange{target->end, target->end});
    return true;
}

/// Where the regions are in `text`, if it has the same fixed text; the first place that fits, from left to
/// right.
std::vector<TextRange> RegionGuard::findIn(const QByteArray &text, bool &same) const
{
    const QByteArray now = m_area.textIn({0, m_area.send(QsciScintillaBase::SCI_GETLENGTH)}).toUtf8();
    std::vector<TextRange> found;
    const long head = m_ranges.empty() ? now.size() : m_ranges.front().start;
    same = text.startsWith(now.left(head)) && (!m_ranges.empty() || text == now);
    long from = head;
    for (std::size_t i = 0; same && i < m_ranges.size(); ++i) {
        const bool last = i + 1 == m_ranges.size();
        const QByteArray fixed
            = now.mid(m_ranges[i].end, last ? -1 : m_ranges[i + 1].start - m_ranges[i].end);
        const long end = last ? text.size() - fixed.size() : text.indexOf(fixed, from);
        same = end >= from && (!last || text.endsWith(fixed));
        found.push_back({from, end});
        from = end + static_cast<long>(fixed.size());
    }
    return found;
}

bool RegionGuard::replaceWhole(const QString &text)
{
    bool same = false;
    const QByteArray bytes = text.toUtf8();
    const std::vector<TextRange> wanted = findIn(bytes, same);
    if (!same) {
        return false;
    }
    m_area.send(QsciScintillaBase::SCI_BEGINUNDOACTION);
    for (std::size_t i = m_ranges.size(); i-- > 0;) {
        const QByteArray value = bytes.mid(wanted[i].start, wanted[i].end - wanted[i].start);
        m_area.replace(m_ranges[i], QString::fromUtf8(value));
    }
    m_area.send(QsciScintillaBase::SCI_ENDUNDOACTION);
    return true;
}

void RegionGuard::modified(int position, int type, int length)
{
    if (!m_active || m_trusted) {
        return;
    }
    if (type & QsciScintillaBase::SC_MOD_INSERTCHECK) {
        if (!allows({position, position})) {
            m_area.sendText(QsciScintillaBase::SCI_CHANGEINSERTION, 0, {});
        }
    } else if (type & QsciScintillaBase::SC_MOD_BEFOREDELETE) {
        if (!m_kept.broken && !allows({position, position + length})) {
            m_kept = {true, m_area.text().toUtf8(), m_ranges, m_area.caretPosition()};
            QMetaObject::invokeMethod(this, &RegionGuard::repair, Qt::QueuedConnection);
        }
    } else if (type & QsciScintillaBase::SC_MOD_INSERTTEXT) {
        inserted(position, length);
    } else if (type & QsciScintillaBase::SC_MOD_DELETETEXT) {
        deleted(position, length);
    }
}

void RegionGuard::inserted(long position, long length)
{
    const TextRange *grown = regionAt(position);
    for (TextRange &each : m_ranges) {
        if (&each == grown) {
            each.end += length;
        } else if (grown ? &each > grown : each.start >= position) {
            each.start += length;
            each.end += length;
        }
    }
}

void RegionGuard::deleted(long position, long length)
{
    const auto moved = [position, length](long place) {
        return place <= position ? place : std::max(position, place - length);
    };
    for (TextRange &each : m_ranges) {
        each = {moved(each.start), moved(each.end)};
    }
}

void RegionGuard::repair()
{
    if (!m_kept.broken) {
        return;
    }
    const Kept kept = std::exchange(m_kept, {});
    const TextArea::Batch batch(m_area);
    m_trusted = true;
    m_area.send(QsciScintillaBase::SCI_SETTARGETRANGE, 0, m_area.send(QsciScintillaBase::SCI_GETLENGTH));
    m_area.sendText(QsciScintillaBase::SCI_REPLACETARGET, kept.text.size(), kept.text);
    m_area.send(QsciScintillaBase::SCI_EMPTYUNDOBUFFER);
    m_trusted = false;
    m_ranges = kept.ranges;
    m_area.select({kept.caret, kept.caret});
    showRegions();
}

void RegionGuard::showRegions()
{
    for (const int indicator : {kBlankIndicator, kBlankLineIndicator}) {
        m_area.send(QsciScintillaBase::SCI_SETINDICATORCURRENT, indicator);
        m_area.send(QsciScintillaBase::SCI_INDICATORCLEARRANGE, 0,
                    m_area.send(QsciScintillaBase::SCI_GETLENGTH));
        for (const TextRange &each : m_ranges) {
            m_area.send(QsciScintillaBase::SCI_INDICATORFILLRANGE, each.start, each.end - each.start);
        }
    }
    m_area.viewport()->update();
}

} // namespace studio::editor
