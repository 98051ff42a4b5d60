#include "ui/widgets/error_card.h"

#include "text/explanation_text.h"
#include "ui/common/icons.h"

#include <QAccessible>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSideBySideZoom = 130; // percent; with larger letters things stand below each other

struct Tone
{
    QString colour; ///< Key in the theme.
    QString icon;
};

Tone toneOf(ErrorExplanation::Kind kind)
{
    switch (kind) {
    case ErrorExplanation::Kind::Error:
        return {u"bad"_s, u"circle-alert"_s};
    case ErrorExplanation::Kind::Stopped:
        return {u"warn"_s, u"timer-off"_s};
    case ErrorExplanation::Kind::Notice:
        return {u"warn"_s, u"lightbulb"_s};
    }
    Q_UNREACHABLE();
}

QLabel *headLabel(const QString &text, const QFont &font, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(font);
    label->setWordWrap(true);
    return label;
}

QLabel *readableLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse); // with the keyboard: Copy
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // wraps instead of widening the card
    return label;
}

} // namespace

ErrorCard::ErrorCard(QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(u"errorCard"_s);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setAccessibleName(tr("What went wrong"));
    hide();
}

void ErrorCard::setTheme(const Theme &theme)
{
    m_theme = theme;
    setStyleSheet(u"#errorCard { background: %1; border: 2px solid transparent; } "
                  "#errorCard:focus { border-color: %2; }"_s.arg(theme.colour(u"surface"_s).name(),
                                                                 theme.colour(u"accent"_s).name()));
    rebuild();
}

void ErrorCard::setZoom(int percent)
{
    m_zoom = percent;
    rebuild();
}

void ErrorCard::showResult(const RunResult &result)
{
    m_explanation = result.explanation;
    m_error = result.error;
    m_unfolded = false;
    rebuild();
    setVisible(m_explanation.has_value());
    if (!m_explanation) {
        return;
    }
    verticalScrollBar()->setValue(0);
    setAccessibleDescription(text::plainText(*m_explanation));
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ErrorCard::clear()
{
    showResult({});
}

bool ErrorCard::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange) {
        rebuild();
    }
    return QScrollArea::event(event);
}

void ErrorCard::rebuild()
{
    if (m_theme.colours.isEmpty() || !m_explanation) {
        return;
    }
    m_content = new QWidget(this);
    m_content->setObjectName(u"errorCardContent"_s);
    m_content->setStyleSheet(
        u"#errorCardContent { background: %1; }"_s.arg(m_theme.colour(u"surface"_s).name()));
    m_layout = new QVBoxLayout(m_content);
    m_layout->setContentsMargins(16, 12, 16, 16);
    m_layout->setSpacing(12);
    addBanner();
    addSource();
    addText({}, m_explanation->cause, u"errorCause"_s);
    addText(tr("What to try"), m_explanation->hint, u"errorHint"_s);
    addValues();
    addPath();
    addFoot();
    m_layout->addStretch();
    setWidget(m_content); // deletes the one before
}

QFont ErrorCard::scaled(double pointSize, bool bold) const
{
    QFont made = font();
    made.setPointSizeF(pointSize * m_zoom / 100);
    if (bold) {
        made.setWeight(QFont::DemiBold);
    }
    return made;
}

QFont ErrorCard::codeFont() const
{
    QFont code = m_theme.codeTheme().font;
    code.setPointSizeF(10.5 * m_zoom / 100);
    return code;
}

CodeLook ErrorCard::look(const QString &background) const
{
    return {m_theme.codeTheme().font.family(), m_theme.colour(u"text"_s), m_theme.colour(background)};
}

void ErrorCard::addBanner()
{
    const Tone tone = toneOf(m_explanation->kind);
    auto *banner = new QFrame(m_content);
    banner->setObjectName(u"errorBanner"_s);
    banner->setStyleSheet(u"#errorBanner { background: %1; border-radius: 10px; }"_s.arg(
        m_theme.colour(tone.colour % u"-soft"_s).name()));
    auto *line = new QHBoxLayout(banner);
    line->setContentsMargins(14, 10, 10, 10);
    line->setSpacing(10);
    auto *symbol = new QLabel(banner);
    symbol->setPixmap(icon(tone.icon, m_theme.colour(tone.colour)).pixmap(22, 22));
    line->addWidget(symbol, 0, Qt::AlignTop);
    auto *title = readableLabel(banner);
    title->setObjectName(u"errorTitle"_s);
    title->setFont(scaled(11.5, true));
    title->setTextFormat(Qt::RichText);
    title->setText(explanationHtml(m_explanation->title, look(tone.colour % u"-soft"_s)));
    title->setAccessibleName(QString(m_explanation->title).remove(u'`'));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(8);
    texts->addWidget(title);
    line->addLayout(texts, 1);
    if (m_explanation->line > 0) {
        auto *go = new QPushButton(tr("Go to line %1").arg(m_explanation->line), banner);
        go->setObjectName(u"errorGoToLine"_s);
        go->setFont(scaled(10.5));
        connect(go, &QPushButton::clicked, this, [this] { Q_EMIT lineRequested(m_explanation->line); });
        if (m_zoom > kSideBySideZoom) {
            texts->addWidget(go, 0, Qt::AlignLeading);
        } else {
            line->addWidget(go, 0, Qt::AlignTop);
        }
    }
    m_layout->addWidget(banner);
}

void ErrorCard::addSource()
{
    if (m_explanation->source.isEmpty()) {
        return;
    }
    auto *source = readableLabel(m_content);
    source->setObjectName(u"errorSource"_s);
    source->setTextFormat(Qt::RichText);
    source->setText(codeHtml(m_explanation->source, look(u"raised"_s)));
    source->setFont(codeFont());
    source->setLayoutDirection(Qt::LeftToRight);
    source->setAccessibleName(tr("Line %1: %2").arg(m_explanation->line).arg(m_explanation->source));
    source->setStyleSheet(
        u"QLabel { background: %1; color: %2; border-radius: 6px; padding: 6px 10px; }"_s.arg(
            m_theme.colour(u"raised"_s).name(), m_theme.colour(u"text"_s).name()));
    m_layout->addWidget(source);
}

void ErrorCard::addText(const QString &title, const QString &text, const QString &name)
{
    if (text.isEmpty()) {
        return;
    }
    if (!title.isEmpty()) {
        m_layout->addWidget(headLabel(title, scaled(10.5, true), m_content));
        m_layout->addSpacing(-6);
    }
    auto *label = readableLabel(m_content);
    label->setObjectName(name);
    label->setFont(scaled(10.5));
    label->setTextFormat(Qt::RichText);
    label->setText(explanationHtml(text, look(u"raised"_s)));
    label->setAccessibleName((title.isEmpty() ? QString() : title % u": "_s) % QString(text).remove(u'`'));
    m_layout->addWidget(label);
}

void ErrorCard::addValues()
{
    if (m_explanation->values.empty()) {
        return;
    }
    m_layout->addWidget(headLabel(tr("Values at that moment"), scaled(10.5, true), m_content));
    m_layout->addSpacing(-6);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(2, 1);
    int row = 0;
    for (const NamedValue &each : m_explanation->values) {
        auto *name = new QLabel(m_content);
        name->setTextFormat(Qt::PlainText);
        name->setText(each.name);
        name->setFont(codeFont());
        auto *value = readableLabel(m_content);
        value->setObjectName(u"errorValue"_s);
        value->setTextFormat(Qt::RichText);
        value->setText(codeHtml(each.value, look(u"surface"_s)));
        value->setFont(codeFont());
        value->setLayoutDirection(Qt::LeftToRight);
        value->setAccessibleName(tr("%1 is %2, of type %3").arg(each.name, each.value, each.type));
        auto *type = new QLabel(m_content);
        type->setTextFormat(Qt::PlainText);
        type->setText(each.type);
        type->setFont(scaled(9.5));
        type->setProperty("muted", true);
        grid->addWidget(name, row, 0, Qt::AlignTop);
        grid->addWidget(type, row, 1, Qt::AlignTop);
        grid->addWidget(value, row, 2, Qt::AlignTop);
        ++row;
    }
    m_layout->addLayout(grid);
}

void ErrorCard::addPath()
{
    const std::vector<text::PathStep> steps
        = m_error ? text::pathTo(*m_error) : std::vector<text::PathStep>();
    if (steps.size() < 2) {
        return;
    }
    m_layout->addWidget(headLabel(tr("How the program came there"), scaled(10.5, true), m_content));
    m_layout->addSpacing(-6);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const text::PathStep &step : steps) {
        QWidget *place = nullptr;
        if (step.line > 0) {
            auto *link = new QPushButton(step.place, m_content);
            link->setObjectName(u"errorStep"_s);
            link->setProperty("link", true);
            link->setAccessibleName(tr("Go to line %1").arg(step.line) % u": "_s % step.source);
            connect(link, &QPushButton::clicked, this,
                    [this, number = step.line] { Q_EMIT lineRequested(number); });
            place = link;
        } else {
            auto *label = new QLabel(m_content);
            label->setTextFormat(Qt::PlainText);
            label->setText(step.place);
            label->setProperty("muted", true);
            place = label;
        }
        place->setFont(scaled(10));
        grid->addWidget(place, row, 0, Qt::AlignLeading | Qt::AlignVCenter);
        auto *source = readableLabel(m_content);
        source->setTextFormat(Qt::RichText);
        source->setText(codeHtml(step.source, look(u"surface"_s)));
        source->setFont(codeFont());
        source->setLayoutDirection(Qt::LeftToRight);
        grid->addWidget(source, row, 1);
        ++row;
    }
    m_layout->addLayout(grid);
}

void ErrorCard::addFoot()
{
    auto *line = new QBoxLayout(m_zoom > kSideBySideZoom ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    line->setSpacing(8);
    auto *copyButton = new QPushButton(tr("Copy"), m_content);
    copyButton->setObjectName(u"errorCopy"_s);
    copyButton->setAccessibleName(tr("Copy the explanation"));
    copyButton->setFont(scaled(10.5));
    connect(copyButton, &QPushButton::clicked, this, &ErrorCard::copy);
    if (m_error && !m_error->traceback.isEmpty()) {
        auto *native = readableLabel(m_content);
        native->setObjectName(u"errorTraceback"_s);
        native->setTextFormat(Qt::RichText);
        native->setText(codeHtml(m_error->traceback.trimmed(), look(u"raised"_s)));
        native->setFont(codeFont());
        native->setLayoutDirection(Qt::LeftToRight);
        native->setAccessibleName(tr("Python’s own message") % u": "_s % m_error->traceback);
        native->setStyleSheet(u"QLabel { background: %1; border-radius: 6px; padding: 8px 10px; }"_s.arg(
            m_theme.colour(u"raised"_s).name()));
        native->setVisible(m_unfolded);
        auto *fold = new QPushButton(m_content);
        fold->setObjectName(u"errorFold"_s);
        fold->setCheckable(true);
        fold->setFont(scaled(10.5));
        const auto update = [fold, native](bool open) {
            fold->setText(open ? tr("Hide Python’s message") : tr("Show Python’s message"));
            native->setVisible(open);
        };
        fold->setChecked(m_unfolded);
        update(m_unfolded);
        connect(fold, &QPushButton::toggled, this, [this, update](bool open) {
            m_unfolded = open;
            update(open);
        });
        line->addWidget(fold, 0, Qt::AlignLeading);
        line->addWidget(copyButton, 0, Qt::AlignLeading);
        line->addStretch();
        m_layout->addLayout(line);
        m_layout->addWidget(native);
        return;
    }
    line->addWidget(copyButton, 0, Qt::AlignLeading);
    line->addStretch();
    m_layout->addLayout(line);
}

void ErrorCard::copy() const
{
    QString text = text::plainText(*m_explanation);
    if (m_error && !m_error->traceback.isEmpty()) {
        text += u"\n\n"_s % m_error->traceback;
    }
    QGuiApplication::clipboard()->setText(text);
}

} // namespace studio::ui
