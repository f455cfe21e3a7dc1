// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/text_fit.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStyle>
#include <QStyleOptionButton>
#include <QStyleOptionComboBox>
#include <QStyleOptionHeader>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <vector>

namespace antecedent::gui {

namespace {

constexpr int kTolerance = 1; // px of rounding

class Checker
{
public:
    explicit Checker(const QWidget& top)
        : m_top(top)
    {
    }

    QStringList run()
    {
        for (const QWidget* widget : m_top.findChildren<QWidget*>())
            if (widget->isVisibleTo(&m_top) && !widget->size().isEmpty())
                check(*widget);
        overlaps();
        return m_faults;
    }

private:
    void fault(const QWidget& widget, const QString& text, const QString& what)
    {
        QString name;
        for (const QWidget* at = &widget; at != nullptr && name.isEmpty(); at = at->parentWidget())
            if (!at->objectName().isEmpty() && !at->objectName().startsWith(QLatin1String("qt_")))
                name = at->objectName();
        m_faults << QStringLiteral("%1 (%2) \"%3\": %4")
                        .arg(name, QString::fromLatin1(widget.metaObject()->className()), text.left(60), what);
    }
    void needs(const QWidget& widget, const QString& text, int wanted, int has, const char* dimension)
    {
        if (wanted > has + kTolerance)
            fault(widget, text,
                QStringLiteral("needs %1 of %2, has %3").arg(wanted).arg(QString::fromLatin1(dimension)).arg(has));
    }
    static QString shownText(QString text)
    {
        text.replace(QLatin1String("&&"), QLatin1String("\1"));
        text.remove(QLatin1Char('&'));
        return text.replace(QLatin1Char('\1'), QLatin1Char('&'));
    }

    void check(const QWidget& widget)
    {
        if (const auto* label = qobject_cast<const QLabel*>(&widget))
            checkLabel(*label);
        else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
            checkButton(*button);
        else if (const auto* box = qobject_cast<const QComboBox*>(&widget))
            checkBox(*box);
        else if (const auto* line = qobject_cast<const QLineEdit*>(&widget))
            checkLine(*line);
        else if (const auto* bar = qobject_cast<const QTabBar*>(&widget))
            checkTabs(*bar);
        else if (const auto* header = qobject_cast<const QHeaderView*>(&widget))
            checkHeader(*header);
        else if (const auto* table = qobject_cast<const QTableView*>(&widget))
            checkNumbers(*table);
    }

    void checkLabel(const QLabel& label)
    {
        if (label.text().isEmpty() || label.text().endsWith(QChar(0x2026)))
            return;
        const QString& text = label.text();
        if (label.wordWrap() || label.hasHeightForWidth())
            needs(label, text, label.heightForWidth(label.width()), label.height(), "height");
        else
            needs(label, text, label.minimumSizeHint().width(), label.width(), "width");
        if (!label.wordWrap())
            needs(label, text, label.fontMetrics().height(), label.height(), "height");
        inParent(label, text);
    }

    void checkButton(const QAbstractButton& button)
    {
        const QString text = shownText(button.text());
        if (text.isEmpty())
            return;
        const int wide = button.fontMetrics().size(Qt::TextShowMnemonic, button.text()).width()
            + (button.icon().isNull() ? 0 : button.iconSize().width() + 4);
        if (const auto* push = qobject_cast<const QPushButton*>(&button)) {
            QStyleOptionButton option;
            option.initFrom(push);
            const int menu =
                push->menu() == nullptr ? 0 : push->style()->pixelMetric(QStyle::PM_MenuButtonIndicator, &option, push);
            // The style draws up to its frame, which is 2 wide.
            needs(button, text, wide + menu + 4, button.width(), "width");
        } else if (qobject_cast<const QCheckBox*>(&button) != nullptr
            || qobject_cast<const QRadioButton*>(&button) != nullptr) {
            needs(button, text, button.sizeHint().width(), button.width(), "width");
        } else if (const auto* tool = qobject_cast<const QToolButton*>(&button);
                   tool == nullptr || tool->toolButtonStyle() != Qt::ToolButtonIconOnly || button.icon().isNull()) {
            needs(button, text, wide + 2, button.width(), "width");
        }
        needs(button, text, button.fontMetrics().height(), button.height(), "height");
        inParent(button, text);
    }

    void checkBox(const QComboBox& box)
    {
        // Words of people and names of failures may be longer than a box; then the tooltip has them whole.
        if (box.isEditable() || box.currentText().isEmpty() || box.toolTip().contains(box.currentText()))
            return;
        QStyleOptionComboBox option;
        option.initFrom(&box);
        option.subControls = QStyle::SC_All;
        const int has =
            box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box).width() - 2;
        const int icon = box.itemIcon(box.currentIndex()).isNull() ? 0 : box.iconSize().width() + 4;
        needs(box, box.currentText(), box.fontMetrics().horizontalAdvance(box.currentText()) + icon, has, "width");
        inParent(box, box.currentText());
    }

    void checkLine(const QLineEdit& line)
    {
        constexpr int kInner = 10; // margins and frame of the style
        if (line.text().isEmpty() && !line.placeholderText().isEmpty())
            needs(line, line.placeholderText(), line.fontMetrics().horizontalAdvance(line.placeholderText()) + kInner,
                line.width(), "width");
        inParent(line, line.text());
    }

    void checkTabs(const QTabBar& bar)
    {
        int wide = 0;
        for (int i = 0; i < bar.count(); ++i) {
            wide += bar.tabRect(i).width();
            needs(bar, bar.tabText(i), bar.fontMetrics().size(Qt::TextShowMnemonic, bar.tabText(i)).width() + 4,
                bar.tabRect(i).width(), "width");
        }
        if (bar.count() > 0)
            needs(bar, bar.tabText(bar.count() - 1), wide, bar.width(), "width for all tabs");
    }

    void checkHeader(const QHeaderView& header)
    {
        if (header.orientation() != Qt::Horizontal || header.model() == nullptr)
            return;
        const int margin = 2 * header.style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, &header);
        for (int i = 0; i < header.count(); ++i) {
            const int left = header.sectionViewportPosition(i);
            if (header.isSectionHidden(i) || left >= header.viewport()->width())
                continue;
            const QString text = header.model()->headerData(i, Qt::Horizontal).toString();
            const auto font = header.model()->headerData(i, Qt::Horizontal, Qt::FontRole);
            const QFontMetrics metrics(font.isValid() ? qvariant_cast<QFont>(font) : header.font());
            needs(header, text, metrics.size(0, text).width() + margin, header.sectionSize(i), "width");
        }
    }

    // Numbers, which stand at the right, are never cut.
    void checkNumbers(const QTableView& table)
    {
        const QAbstractItemModel* model = table.model();
        if (model == nullptr)
            return;
        const int first = std::max(0, table.rowAt(0));
        const int end = table.rowAt(table.viewport()->height() - 1);
        const int last = end < 0 ? model->rowCount() - 1 : end;
        for (int row = first; row <= last; ++row)
            for (int column = 0; column < model->columnCount(); ++column) {
                const QModelIndex index = model->index(row, column);
                const QVariant align = index.data(Qt::TextAlignmentRole);
                const QString text = index.data().toString();
                if (!align.isValid() || !(align.toInt() & Qt::AlignRight) || text.isEmpty()
                    || table.isColumnHidden(column) || table.columnSpan(row, column) > 1)
                    continue;
                const QVariant font = index.data(Qt::FontRole);
                const QFontMetrics metrics(font.isValid() ? qvariant_cast<QFont>(font) : table.font());
                needs(table, text, metrics.horizontalAdvance(text) + 6, table.columnWidth(column), "column width");
            }
    }

    void inParent(const QWidget& widget, const QString& text)
    {
        const QWidget* parent = widget.parentWidget();
        if (parent == nullptr || qobject_cast<const QAbstractScrollArea*>(parent->parentWidget()) != nullptr)
            return;
        if (!parent->rect().adjusted(-kTolerance, -kTolerance, kTolerance, kTolerance).contains(widget.geometry()))
            fault(widget, text, QStringLiteral("stands out of its parent"));
    }

    void overlaps()
    {
        std::vector<const QWidget*> texts;
        for (const QWidget* widget : m_top.findChildren<QWidget*>())
            if (widget->isVisibleTo(&m_top) && !widget->size().isEmpty() && !widget->isWindow()
                && (qobject_cast<const QLabel*>(widget) != nullptr || qobject_cast<const QLineEdit*>(widget) != nullptr
                    || qobject_cast<const QAbstractButton*>(widget) != nullptr
                    || qobject_cast<const QComboBox*>(widget) != nullptr
                    || qobject_cast<const QAbstractItemView*>(widget) != nullptr))
                texts.push_back(widget);
        for (std::size_t i = 0; i < texts.size(); ++i)
            for (std::size_t j = i + 1; j < texts.size(); ++j) {
                if (texts[i]->parentWidget() != texts[j]->parentWidget())
                    continue;
                const QRect both = texts[i]->geometry() & texts[j]->geometry();
                if (both.width() > kTolerance && both.height() > kTolerance)
                    fault(*texts[i], texts[i]->objectName(),
                        QStringLiteral("lies on %1 %2")
                            .arg(QString::fromLatin1(texts[j]->metaObject()->className()), texts[j]->objectName()));
            }
    }

    const QWidget& m_top;
    QStringList m_faults;
};

} // namespace

QStringList textFaults(const QWidget& top)
{
    return Checker(top).run();
}

} // namespace antecedent::gui
