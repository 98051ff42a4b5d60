#include "ui/exercises/choice_answer.h"

#include "editor/widget/code_editor.h"
#include "ui/widgets/rich_text_view.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QCryptographicHash>
#include <QEvent>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QRandomGenerator>
#include <QTextDocumentFragment>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace studio::ui {

using namespace Qt::StringLiterals;

std::vector<int> shuffledOrder(int count, const QString &seed)
{
    std::vector<int> order(static_cast<std::size_t>(count));
    std::iota(order.begin(), order.end(), 0);
    const QByteArray digest = QCryptographicHash::hash(seed.toUtf8(), QCryptographicHash::Sha256);
    quint32 number = 0;
    for (int i = 0; i < 4; ++i) {
        number = number * 256 + static_cast<quint8>(digest[i]);
    }
    QRandomGenerator random(number);
    const std::vector<int> given = order;
    while (count > 1 && order == given) {
        for (int i = count - 1; i > 0; --i) {
            std::swap(order[static_cast<std::size_t>(i)], order[random.bounded(static_cast<quint32>(i) + 1)]);
        }
    }
    return order;
}

ChoiceAnswer::ChoiceAnswer(const Exercise &exercise, QWidget *parent)
    : AnswerView(parent)
    , m_group(new QButtonGroup(this))
{
    const auto &spec = std::get<ChoiceSpec>(exercise.spec);
    m_options = spec.options;
    m_group->setExclusive(!spec.many);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(12);
    if (!spec.code.isEmpty()) {
        m_code = new editor::CodeEditor(this);
        m_code->setAccessibleName(tr("The code that is asked about"));
        m_code->setText(spec.code);
        m_code->setReadOnly(true);
        layout->addWidget(m_code, 1);
    }
    const int count = static_cast<int>(m_options.size());
    std::vector<int> order(m_options.size());
    std::iota(order.begin(), order.end(), 0);
    for (const int index : spec.shuffle ? shuffledOrder(count, exercise.id) : order) {
        addRow(m_options[static_cast<std::size_t>(index)], spec.many);
    }
    layout->addStretch(m_code ? 0 : 1);
}

void ChoiceAnswer::addRow(const ChoiceOption &option, bool many)
{
    Row row{option.id, nullptr, new RichTextView(this), new RichTextView(this)};
    row.button = many ? static_cast<QAbstractButton *>(new QCheckBox(this)) : new QRadioButton(this);
    row.button->setObjectName(u"option_"_s % option.id);
    row.button->setAccessibleName(QTextDocumentFragment::fromHtml(option.text.html).toPlainText());
    row.button->setMinimumSize(28, 28);
    m_group->addButton(row.button);
    row.text->setText(option.text);
    row.text->setFocusPolicy(Qt::NoFocus); // the button says the text
    row.text->setTextInteractionFlags(Qt::NoTextInteraction);
    row.because->setText(option.because);
    row.because->hide();
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(row.button, 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setContentsMargins(0, 4, 0, 0);
    texts->addWidget(row.text);
    texts->addWidget(row.because);
    line->addLayout(texts, 1);
    static_cast<QVBoxLayout *>(layout())->addLayout(line);
    connect(row.button, &QAbstractButton::toggled, this, [this] {
        if (!m_setting) {
            clearMarks();
            Q_EMIT changed();
        }
    });
    row.text->viewport()->installEventFilter(this);
    m_rows.push_back(row);
}

QString ChoiceAnswer::answer() const
{
    QStringList chosen;
    for (const ChoiceOption &option : m_options) {
        const auto row = std::find_if(m_rows.begin(), m_rows.end(),
                                      [&](const Row &each) { return each.id == option.id; });
        if (row->button->isChecked()) {
            chosen.append(option.id);
        }
    }
    return chosen.join(u'\n');
}

void ChoiceAnswer::setAnswer(const QString &answer, int /*caret*/)
{
    const QStringList chosen = answer.split(u'\n', Qt::SkipEmptyParts);
    m_setting = true;
    const bool exclusive = m_group->exclusive();
    m_group->setExclusive(false); // else the last radio button can't be cleared
    for (const Row &row : m_rows) {
        row.button->setChecked(chosen.contains(row.id));
    }
    m_group->setExclusive(exclusive);
    m_setting = false;
    clearMarks();
}

void ChoiceAnswer::showVerdict(const Verdict &verdict)
{
    if (verdict.outcome != Outcome::Passed && verdict.outcome != Outcome::Wrong) {
        return;
    }
    for (const Row &row : m_rows) {
        const auto option = std::find_if(m_options.begin(), m_options.end(),
                                         [&](const ChoiceOption &each) { return each.id == row.id; });
        row.because->setVisible(row.button->isChecked() && !option->because.isEmpty());
    }
}

void ChoiceAnswer::clearMarks()
{
    for (const Row &row : m_rows) {
        row.because->hide();
    }
}

void ChoiceAnswer::setLocked(bool locked)
{
    for (const Row &row : m_rows) {
        row.button->setEnabled(!locked);
    }
}

void ChoiceAnswer::setTheme(const Theme &theme)
{
    for (const Row &row : m_rows) {
        row.text->setTheme(theme);
        row.because->setTextColour(u"muted"_s);
        row.because->setTheme(theme);
    }
    if (m_code) {
        m_code->setTheme(theme.codeTheme());
    }
}

void ChoiceAnswer::setZoom(int percent)
{
    for (const Row &row : m_rows) {
        row.text->setZoom(percent);
        row.because->setZoom(percent);
    }
    if (m_code) {
        m_code->setZoom(percent);
    }
}

void ChoiceAnswer::giveFocus()
{
    const auto chosen
        = std::find_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.button->isChecked(); });
    const Row &row = chosen == m_rows.end() ? m_rows.front() : *chosen;
    row.button->setFocus(Qt::OtherFocusReason);
}

bool ChoiceAnswer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        for (const Row &row : m_rows) {
            if (row.text->viewport() == watched && row.button->isEnabled()) {
                row.button->click(); // the text belongs to its button, as a label would
                return true;
            }
        }
    }
    return AnswerView::eventFilter(watched, event);
}

} // namespace studio::ui
