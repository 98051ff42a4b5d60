#include "store/text_delta.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

namespace studio::store {

namespace {

constexpr char kPlain = 'p';
constexpr char kCompressed = 'z';
constexpr qsizetype kWorthCompressing = 200; // bytes
constexpr quint32 kLargestText = 1U << 30; // bytes; more is a damaged length

QByteArray utf16(const QString &text)
{
    QByteArray bytes(text.size() * 2, Qt::Uninitialized);
    qToLittleEndian<char16_t>(text.utf16(), text.size(), bytes.data());
    return bytes;
}

} // namespace

TextDelta differenceBetween(const QString &before, const QString &after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    const auto front = std::mismatch(before.begin(), before.begin() + shorter, after.begin());
    const qsizetype keptFront = front.first - before.begin();
    const auto back = std::mismatch(before.rbegin(), before.rbegin() + (shorter - keptFront), after.rbegin());
    const qsizetype keptBack = back.first - before.rbegin();
    return {keptFront, keptBack, after.mid(keptFront, after.size() - keptFront - keptBack)};
}

bool applyDelta(QString &text, const TextDelta &delta)
{
    if (delta.keptFront < 0 || delta.keptBack < 0 || delta.keptFront > text.size()
        || delta.keptBack > text.size() - delta.keptFront) {
        return false;
    }
    text.replace(delta.keptFront, text.size() - delta.keptFront - delta.keptBack, delta.inserted);
    return true;
}

QByteArray packText(const QString &text)
{
    const QByteArray plain = utf16(text);
    if (plain.size() >= kWorthCompressing) {
        const QByteArray compressed = qCompress(plain, 1);
        if (compressed.size() < plain.size()) {
            return kCompressed + compressed;
        }
    }
    return kPlain + plain;
}

std::optional<QString> unpackText(const QByteArray &bytes)
{
    if (bytes.isEmpty()) {
        return std::nullopt;
    }
    QByteArray plain = bytes.mid(1);
    if (bytes.front() == kCompressed) {
        if (plain.size() < 4 || qFromBigEndian<quint32>(plain.constData()) > kLargestText) {
            return std::nullopt;
        }
        plain = qUncompress(plain);
        if (plain.isEmpty()) {
            return std::nullopt;
        }
    } else if (bytes.front() != kPlain) {
        return std::nullopt;
    }
    if (plain.size() % 2 != 0) {
        return std::nullopt;
    }
    QString text(plain.size() / 2, Qt::Uninitialized);
    qFromLittleEndian<char16_t>(plain.constData(), text.size(), text.data());
    return text;
}

QByteArray checksumOf(const QString &text)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_160);
    hash.addData(utf16(text));
    return hash.result();
}

} // namespace studio::store
