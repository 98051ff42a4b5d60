#include "ui/exercises/verdict_view.h"

#include "text/verdict_text.h"
#include "ui/common/icons.h"
#include "ui/exercises/flow_layout.h"
#include "ui/pictures/drawing_pair.h"
#include "ui/widgets/rich_text_view.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

struct Tone
{
    QString colour; ///< Key in the theme.
    QString icon;
};

Tone toneOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Passed:
        return {u"good"_s, u"circle-check"_s};
    case Outcome::Wrong:
        return {u"bad"_s, u"circle-x"_s};
    case Outcome::DidNotFinish:
        return {u"warn"_s, u"timer-off"_s};
    case Outcome::ExerciseBroken:
        return {u"warn"_s, u"wrench"_s};
    }
    Q_UNREACHABLE();
}

/// Long output is cut in the rows; the whole stands in the output pane.
QString shortened(const QString &text)
{
    constexpr int kMostLines = 12;
    constexpr int kMostCharacters = 1200;
    const QString cut = text.left(kMostCharacters);
    QStringList lines = cut.split(u'\n');
    const bool tooLong = lines.size() > kMostLines || text.size() > kMostCharacters;
    lines = lines.mid(0, kMostLines);
    return lines.join(u'\n') % (tooLong ? u"\n…"_s : QString());
}

QLabel *iconLabel(const QString &name, const QColor &colour, int size, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setPixmap(icon(name, colour).pixmap(size, size));
    label->setFixedWidth(size + 4);
    return label;
}

} // namespace

VerdictView::VerdictView(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setObjectName(u"verdictView"_s);
    setAccessibleName(tr("Result of the check"));
}

void VerdictView::setCourseFolder(const QString &folder)
{
    m_courseFolder = folder;
}

void VerdictView::setTheme(const Theme &theme)
{
    m_theme = theme;
    rebuild();
}

void VerdictView::setZoom(int percent)
{
    m_zoom = percent;
    rebuild();
}

void VerdictView::showSentence(const QString &sentence)
{
    m_exercise.reset();
    m_sentence = sentence;
    rebuild();
}

void VerdictView::showVerdict(std::shared_ptr<const Exercise> exercise, const Verdict &verdict,
                              const QString &next)
{
    m_exercise = std::move(exercise);
    m_verdict = verdict;
    m_next = next;
    rebuild();
    verticalScrollBar()->setValue(0);
}

void VerdictView::rebuild()
{
    if (m_theme.colours.isEmpty()) {
        return;
    }
    m_content = new QWidget(this);
    m_layout = new QVBoxLayout(m_content);
    m_layout->setContentsMargins(16, 16, 16, 16);
    m_layout->setSpacing(12);
    if (m_exercise) {
        addBanner();
        addDrawings();
        addRows();
        addMessages();
        addChips();
    } else {
        addText(m_sentence, {}, u"muted"_s);
    }
    m_layout->addStretch();
    setWidget(m_content); // deletes the one before
}

int VerdictView::scaled(double pointSize) const
{
    return qRound(pointSize * m_zoom / 100);
}

void VerdictView::addBanner()
{
    const text::VerdictText words = text::describe(*m_exercise, m_verdict);
    const Tone tone = toneOf(m_verdict.outcome);
    auto *banner = new QFrame(m_content);
    banner->setObjectName(u"verdictBanner"_s);
    banner->setStyleSheet(u"#verdictBanner { background: %1; border-radius: 10px; }"_s.arg(
        m_theme.colour(tone.colour % u"-soft"_s).name()));
    auto *line = new QHBoxLayout(banner);
    line->setContentsMargins(16, 12, 12, 12);
    line->setSpacing(12);
    line->addWidget(iconLabel(tone.icon, m_theme.colour(tone.colour), 22, banner));

    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    auto *headline = new QLabel(words.headline, banner);
    headline->setObjectName(u"verdictHeadline"_s);
    headline->setWordWrap(true);
    QFont bold = font();
    bold.setPointSizeF(scaled(11));
    bold.setWeight(QFont::DemiBold);
    headline->setFont(bold);
    texts->addWidget(headline);
    if (!words.detail.isEmpty()) {
        auto *detail = new QLabel(words.detail, banner);
        detail->setObjectName(u"verdictDetail"_s);
        detail->setWordWrap(true);
        texts->addWidget(detail);
    }
    line->addLayout(texts, 1);
    banner->setAccessibleName(words.headline % u' ' % words.detail);

    if (m_verdict.outcome == Outcome::Passed && !m_next.isEmpty()) {
        auto *next = new QPushButton(tr("Next: %1").arg(m_next), banner);
        next->setObjectName(u"verdictNext"_s);
        next->setProperty("primary", true);
        next->setIcon(icon(u"arrow-right"_s, m_theme.colour(u"on-accent"_s), true));
        connect(next, &QPushButton::clicked, this, &VerdictView::nextRequested);
        line->addWidget(next);
    }
    const RunError *error = m_verdict.error ? &*m_verdict.error : nullptr;
    if (!error && m_verdict.firstDiffering >= 0) {
        const auto &differing = m_verdict.cases[static_cast<std::size_t>(m_verdict.firstDiffering)];
        error = differing.error ? &*differing.error : nullptr;
    }
    if (error && error->line > 0 && isCode(m_exercise->kind)) {
        auto *go = new QPushButton(tr("Go to line %1").arg(error->line), banner);
        go->setObjectName(u"verdictGoToLine"_s);
        connect(go, &QPushButton::clicked, this,
                [this, number = error->line] { Q_EMIT lineRequested(number); });
        line->addWidget(go);
    }
    m_layout->addWidget(banner);
}

void VerdictView::addRows()
{
    const text::VerdictText words = text::describe(*m_exercise, m_verdict);
    if (words.rows.empty() && words.difference.isEmpty()) {
        return;
    }
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    QFont code = m_theme.codeTheme().font;
    code.setPointSizeF(scaled(11));
    int row = 0;
    for (const text::VerdictRow &each : words.rows) {
        auto *label = new QLabel(each.label, m_content);
        label->setProperty("muted", true);
        auto *value = new QLabel(m_content);
        value->setTextFormat(Qt::PlainText);
        value->setText(each.value.isEmpty() ? tr("(nothing)") : shortened(each.value));
        value->setAccessibleName(u"%1: %2"_s.arg(each.label, value->text()));
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setFocusPolicy(Qt::StrongFocus);
        value->setWordWrap(!each.code);
        if (each.code) {
            const QString tone = each.tone == text::VerdictRow::Tone::Yours ? u"bad"_s
                : each.tone == text::VerdictRow::Tone::Expected             ? u"good"_s
                                                                            : QString();
            value->setFont(code);
            value->setLayoutDirection(Qt::LeftToRight);
            const QString colour = m_theme.colour(tone.isEmpty() ? u"text"_s : tone).name();
            const QString background
                = m_theme.colour(tone.isEmpty() ? u"raised"_s : tone % u"-soft"_s).name();
            value->setStyleSheet(
                u"QLabel { background: %1; color: %2; border-radius: 4px; padding: 2px 6px; }"_s.arg(
                    background, colour));
        }
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(value, row, 1, Qt::AlignTop | Qt::AlignLeading);
        ++row;
    }
    m_layout->addLayout(grid);
    for (const QString &text : {words.difference, words.rule}) {
        if (!text.isEmpty()) {
            addText(text, {}, u"muted"_s);
        }
    }
}

void VerdictView::addDrawings()
{
    if (m_verdict.firstDiffering < 0) {
        return;
    }
    const auto &drawing = m_verdict.cases[static_cast<std::size_t>(m_verdict.firstDiffering)].drawing;
    if (drawing) {
        auto *pair = new DrawingPair(drawing, m_content);
        pair->setTheme(m_theme);
        m_layout->addWidget(pair);
    }
}

void VerdictView::addMessages()
{
    const text::VerdictText words = text::describe(*m_exercise, m_verdict);
    const auto addRich = [this](const RichText &text, const QString &iconName) {
        auto *line = new QHBoxLayout;
        line->setSpacing(8);
        line->addWidget(iconLabel(iconName, m_theme.colour(u"muted"_s), 18, m_content), 0, Qt::AlignTop);
        auto *view = new RichTextView(m_content);
        view->setReadingSize(11);
        view->setCourseFolder(m_courseFolder);
        view->setTheme(m_theme);
        view->setZoom(m_zoom);
        view->setText(text);
        view->setAccessibleName(tr("Message"));
        line->addWidget(view, 1);
        m_layout->addLayout(line);
    };
    if (!m_verdict.mistakeMessage.isEmpty()) {
        addRich(m_verdict.mistakeMessage, u"graduation-cap"_s);
    } else if (!words.why.isEmpty()) {
        addText(words.why, u"graduation-cap"_s, u"text"_s);
    }
    for (const ConstructFinding &finding : m_verdict.constructs) {
        if (!finding.message.isEmpty()) {
            addRich(finding.message, u"graduation-cap"_s);
        }
    }
    if (m_verdict.outcome == Outcome::Passed && !m_exercise->explanation.isEmpty()) {
        addRich(m_exercise->explanation, u"lightbulb"_s);
    }
    if (!words.next.isEmpty()) {
        addText(words.next, u"arrow-right"_s, u"text"_s);
    }
    if (!words.teacher.isEmpty()) {
        addText(words.teacher, u"wrench"_s, u"muted"_s);
    }
}

void VerdictView::addChips()
{
    if (m_verdict.cases.empty()) {
        return;
    }
    auto *holder = new QWidget(m_content);
    auto *flow = new FlowLayout(holder, 8);
    for (const CaseResult &result : m_verdict.cases) {
        const bool passed = result.state == CaseState::Passed;
        const bool notRun = result.state == CaseState::NotRun;
        const QString tone = passed ? u"good"_s : notRun ? u"muted"_s : u"bad"_s;
        const QColor background = m_theme.colour(notRun ? u"raised"_s : tone % u"-soft"_s);
        auto *chip = new QFrame(holder);
        chip->setObjectName(u"chip"_s);
        chip->setStyleSheet(u"#chip { background: %1; border-radius: 11px; }"_s.arg(background.name()));
        auto *line = new QHBoxLayout(chip);
        line->setContentsMargins(10, 4, 12, 4);
        line->setSpacing(6);
        const QString symbol = passed ? u"check"_s : notRun ? u"minus"_s : u"x"_s;
        line->addWidget(iconLabel(symbol, m_theme.colour(tone), 14, chip));
        auto *name = new QLabel(text::caseName(result), chip);
        name->setStyleSheet(u"color: %1;"_s.arg(m_theme.colour(tone).name()));
        line->addWidget(name);
        const QString state = passed ? tr("agrees") : notRun ? tr("not run") : tr("differs");
        chip->setAccessibleName(u"%1: %2"_s.arg(text::caseName(result), state));
        flow->addWidget(chip);
    }
    auto *time = new QLabel(tr("checked in %1 ms").arg(m_verdict.elapsed.count() / 1000), holder);
    time->setProperty("muted", true);
    flow->addWidget(time);
    m_layout->addWidget(holder);
}

void VerdictView::addText(const QString &text, const QString &iconName, const QString &colourKey)
{
    auto *label = new QLabel(text, m_content);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setStyleSheet(u"color: %1;"_s.arg(m_theme.colour(colourKey).name()));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (iconName.isEmpty()) {
        m_layout->addWidget(label);
        return;
    }
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(iconLabel(iconName, m_theme.colour(u"muted"_s), 18, m_content), 0, Qt::AlignTop);
    line->addWidget(label, 1);
    m_layout->addLayout(line);
}

} // namespace studio::ui
