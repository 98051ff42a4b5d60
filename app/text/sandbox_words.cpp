#include "text/sandbox_words.h"

#include <QCoreApplication>
#include <QStringList>

namespace studio::text {

using namespace Qt::StringLiterals;

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("sandbox", text);
}

/// What a program could do more when this layer is missing.
QString consequence(const QString &layer)
{
    if (layer == "namespaces"_L1) {
        return sentence(QT_TRANSLATE_NOOP(
            "sandbox",
            "This system does not let programs have namespaces of their own, so a program can see "
            "that other programs run."));
    }
    if (layer == "landlock"_L1) {
        return sentence(QT_TRANSLATE_NOOP(
            "sandbox", "This system's kernel has no Landlock, so one protection of your files is missing."));
    }
    if (layer == "seccomp"_L1) {
        return sentence(QT_TRANSLATE_NOOP(
            "sandbox", "System calls can't be filtered here, so a program can ask the system for more."));
    }
    return sentence(
        QT_TRANSLATE_NOOP("sandbox", "Limits can't be set here, so a program can use up memory and time."));
}

} // namespace

QString sandboxSentence(const SandboxReport &report)
{
    if (report.layers.empty()) {
        return sentence(QT_TRANSLATE_NOOP(
            "sandbox", "What protects you from programs is found out with the first one that runs."));
    }
    if (report.isComplete()) {
        return sentence(QT_TRANSLATE_NOOP(
            "sandbox", "Programs reach their own folder and nothing else of yours. All protections work."));
    }
    QStringList sentences;
    for (const SandboxLayer &layer : report.layers) {
        if (!layer.active) {
            sentences.append(consequence(layer.name));
        }
    }
    return sentences.join(u' ');
}

QString sandboxSummary(const SandboxReport &report)
{
    QStringList active;
    QStringList missing;
    for (const SandboxLayer &layer : report.layers) {
        const QString name = layer.detail.isEmpty() ? layer.name : layer.name + u' ' + layer.detail;
        (layer.active ? active : missing).append(name);
    }
    const QString works
        = active.isEmpty() ? sentence(QT_TRANSLATE_NOOP("sandbox", "none")) : active.join(u", "_s);
    return missing.isEmpty()
        ? works
        : sentence(QT_TRANSLATE_NOOP("sandbox", "%1; missing: %2")).arg(works, missing.join(u", "_s));
}

} // namespace studio::text
