// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/style_parts.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

#include <algorithm>

namespace antecedent::widgets::style_parts {

namespace {

constexpr double kRadius = 3; // of controls
constexpr double kMarkRadius = 2;

bool is(const QStyleOption& option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

bool isPrimary(const QStyleOptionButton& button)
{
    return button.features.testFlag(QStyleOptionButton::DefaultButton);
}

// What the pointer is over or presses is a shade darker than the rest.
QColor restFill(const QStyleOption& option)
{
    if (!is(option, QStyle::State_Enabled))
        return line(option, Paint::Panel);
    if (is(option, QStyle::State_Sunken))
        return line(option, Paint::Selection);
    return line(option, is(option, QStyle::State_MouseOver) ? Paint::Hover : Paint::View);
}

QColor edge(const QStyleOption& option)
{
    return line(option, is(option, QStyle::State_Enabled) ? Paint::LineStrong : Paint::Line);
}

// Two pixels in the accent on the edge of a control that has the focus.
void drawRing(QPainter& painter, const QStyleOption& option, const QRect& rect)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line(option, Paint::Accent), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), kRadius, kRadius);
    painter.restore();
}

// A chevron, as on lists that open.
void drawChevron(QPainter& painter, const QPointF& centre, double width, bool isUp, const QColor& ink)
{
    const double height = width / 2 * (isUp ? -1 : 1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPainterPath path(centre + QPointF(-width / 2, -height / 2));
    path.lineTo(centre + QPointF(0, height / 2));
    path.lineTo(centre + QPointF(width / 2, -height / 2));
    painter.drawPath(path);
    painter.restore();
}

QColor ink(const QStyleOption& option)
{
    return line(option, is(option, QStyle::State_Enabled) ? Paint::TextSecondary : Paint::TextDisabled);
}

} // namespace

QColor line(const QStyleOption& option, Paint paint)
{
    return color(themeOf(option.palette), paint);
}

void drawBox(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& stroke, double radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, radius > 0);
    painter.setBrush(fill);
    if (stroke == Qt::transparent) {
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(QRectF(rect), radius, radius);
    } else {
        painter.setPen(QPen(stroke, 1));
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }
    painter.restore();
}

void drawButton(QPainter& painter, const QStyleOptionButton& button)
{
    const bool isOn = is(button, QStyle::State_On);
    if (button.features.testFlag(QStyleOptionButton::Flat) && !isOn && !is(button, QStyle::State_MouseOver)
        && !is(button, QStyle::State_Sunken))
        return;
    if (isPrimary(button) && is(button, QStyle::State_Enabled)) {
        const QColor accent = line(button, Paint::Accent);
        const bool isTouched = is(button, QStyle::State_MouseOver) || is(button, QStyle::State_Sunken);
        drawBox(painter, button.rect, isTouched ? accent.darker(112) : accent, Qt::transparent, kRadius);
    } else if (isOn) {
        drawBox(painter, button.rect, line(button, Paint::Selection), line(button, Paint::Accent), kRadius);
    } else {
        drawBox(painter, button.rect, restFill(button), edge(button), kRadius);
    }
    if (!is(button, QStyle::State_HasFocus))
        return;
    drawRing(painter, button, button.rect);
    if (isPrimary(button)) // a ring in the accent on the accent needs a gap to be seen
        drawBox(
            painter, button.rect.adjusted(2, 2, -2, -2), Qt::transparent, line(button, Paint::OnAccent), kMarkRadius);
}

QColor buttonInk(const QStyleOptionButton& button)
{
    if (!is(button, QStyle::State_Enabled))
        return line(button, Paint::TextDisabled);
    return isPrimary(button) ? line(button, Paint::OnAccent) : button.palette.color(QPalette::ButtonText);
}

void drawToolButton(QPainter& painter, const QStyleOption& option)
{
    const bool isRaised = !is(option, QStyle::State_AutoRaise);
    if (is(option, QStyle::State_On))
        drawBox(painter, option.rect, line(option, Paint::Selection), line(option, Paint::Accent), kRadius);
    else if (isRaised
        || (is(option, QStyle::State_Enabled)
            && (is(option, QStyle::State_MouseOver) || is(option, QStyle::State_Sunken))))
        drawBox(painter, option.rect, restFill(option), isRaised ? edge(option) : QColor(Qt::transparent), kRadius);
}

void drawField(QPainter& painter, const QStyleOption& option, bool hasFrame)
{
    const QColor fill =
        is(option, QStyle::State_Enabled) ? option.palette.color(QPalette::Base) : line(option, Paint::Panel);
    if (!hasFrame) {
        painter.fillRect(option.rect, fill);
        return;
    }
    drawBox(painter, option.rect, fill, edge(option), kRadius);
    if (is(option, QStyle::State_HasFocus))
        drawRing(painter, option, option.rect);
}

void drawFocus(QPainter& painter, const QStyleOption& option)
{
    drawRing(painter, option, option.rect);
}

void drawCheckBox(QPainter& painter, const QStyleOption& option)
{
    const bool isOn = is(option, QStyle::State_On);
    const bool isPartly = is(option, QStyle::State_NoChange);
    const bool isEnabled = is(option, QStyle::State_Enabled);
    const QColor accent = line(option, isEnabled ? Paint::Accent : Paint::TextDisabled);
    const int side = std::min({option.rect.width(), option.rect.height(), 14});
    QRect box(0, 0, side, side);
    box.moveCenter(option.rect.center());
    const bool isFilled = isOn || isPartly;
    drawBox(painter, box, isFilled ? accent : line(option, isEnabled ? Paint::View : Paint::Panel),
        isFilled ? accent : line(option, isEnabled ? Paint::Control : Paint::Line), kMarkRadius);
    if (!isFilled)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line(option, Paint::OnAccent), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRectF r(box);
    QPainterPath path;
    if (isPartly) {
        path.moveTo(r.left() + 3.5, r.center().y());
        path.lineTo(r.right() - 3.5, r.center().y());
    } else {
        path.moveTo(r.left() + 3.2, r.center().y() + 0.3);
        path.lineTo(r.left() + side * 0.42, r.bottom() - 3.8);
        path.lineTo(r.right() - 3.2, r.top() + 4);
    }
    painter.drawPath(path);
    painter.restore();
}

void drawRadioButton(QPainter& painter, const QStyleOption& option)
{
    const bool isEnabled = is(option, QStyle::State_Enabled);
    const bool isOn = is(option, QStyle::State_On);
    const QColor accent = line(option, isEnabled ? Paint::Accent : Paint::TextDisabled);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF disc(0, 0, 13, 13);
    disc.moveCenter(QRectF(option.rect).center());
    painter.setPen(QPen(isOn ? accent : line(option, isEnabled ? Paint::Control : Paint::Line), isOn ? 4 : 1));
    painter.setBrush(line(option, Paint::View));
    const double inset = isOn ? 2 : 0;
    painter.drawEllipse(disc.adjusted(inset, inset, -inset, -inset));
    painter.restore();
}

void drawArrowDown(QPainter& painter, const QStyleOption& option)
{
    drawChevron(painter, QRectF(option.rect).center(), 7, false, ink(option));
}

QFont headerFont(QFont font)
{
    constexpr double kOfTable = 11.0 / 12.0;
    if (font.pixelSize() > 0)
        font.setPixelSize(static_cast<int>(font.pixelSize() * kOfTable + 0.5));
    else
        font.setPointSizeF(font.pointSizeF() * kOfTable);
    font.setWeight(QFont::DemiBold);
    return font;
}

void drawHeader(QPainter& painter, const QStyleOption& option)
{
    painter.fillRect(option.rect, line(option, is(option, QStyle::State_MouseOver) ? Paint::Hover : Paint::Panel));
    painter.save();
    painter.setPen(QPen(line(option, Paint::LineStrong), 1));
    const QRectF r = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawLine(r.bottomLeft(), r.bottomRight());
    if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(&option)) {
        painter.setPen(QPen(line(option, Paint::Line), 1));
        const bool isLast =
            header->position == QStyleOptionHeader::End || header->position == QStyleOptionHeader::OnlyOneSection;
        if (header->orientation == Qt::Horizontal && !isLast)
            painter.drawLine(r.topRight() + QPointF(0, 5), r.bottomRight() - QPointF(0, 5));
    }
    painter.restore();
}

void drawTab(QPainter& painter, const QStyleOptionTab& tab)
{
    const bool isSelected = is(tab, QStyle::State_Selected);
    if (!isSelected && is(tab, QStyle::State_MouseOver))
        painter.fillRect(tab.rect, line(tab, Paint::Hover));
    if (isSelected)
        painter.fillRect(
            QRect(tab.rect.left() + 4, tab.rect.bottom() - 2, tab.rect.width() - 8, 3), line(tab, Paint::Accent));
}

void drawProgress(QPainter& painter, const QStyleOptionProgressBar& bar)
{
    const double share = double(bar.progress - bar.minimum) / double(bar.maximum - bar.minimum);
    QRect done = bar.rect;
    done.setWidth(static_cast<int>(bar.rect.width() * std::clamp(share, 0.0, 1.0)));
    drawBox(painter, done, line(bar, Paint::Accent), Qt::transparent, kMarkRadius);
}

void drawSplitter(QPainter& painter, const QStyleOption& option)
{
    const bool isUpright = option.state.testFlag(QStyle::State_Horizontal); // the panels stand side by side
    const QColor ink =
        is(option, QStyle::State_MouseOver) ? line(option, Paint::Accent) : line(option, Paint::LineStrong);
    const QRect& r = option.rect;
    painter.fillRect(r, line(option, Paint::Panel));
    if (isUpright)
        painter.fillRect(QRect(r.center().x(), r.top(), 1, r.height()), ink);
    else
        painter.fillRect(QRect(r.left(), r.center().y(), r.width(), 1), ink);
}

void drawMenuBarItem(QPainter& painter, const QStyleOptionMenuItem& item, const QStyle& style)
{
    painter.fillRect(item.rect, line(item, Paint::Window));
    const bool isOpen = is(item, QStyle::State_Selected) || is(item, QStyle::State_Sunken);
    if (isOpen)
        drawBox(painter, item.rect.adjusted(1, 2, -1, -2), line(item, Paint::Selection), Qt::transparent, kRadius);
    const int keys =
        style.styleHint(QStyle::SH_UnderlineShortcut, &item) != 0 ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    style.drawItemText(&painter, item.rect, Qt::AlignCenter | Qt::TextDontClip | Qt::TextSingleLine | keys,
        item.palette, is(item, QStyle::State_Enabled), item.text, QPalette::WindowText);
}

void drawComboBox(QPainter& painter, const QStyleOptionComboBox& combo, const QRect& arrow)
{
    if (combo.frame) {
        drawBox(painter, combo.rect, combo.editable ? line(combo, Paint::View) : restFill(combo), edge(combo), kRadius);
        if (is(combo, QStyle::State_HasFocus))
            drawRing(painter, combo, combo.rect);
    } else if (is(combo, QStyle::State_MouseOver)) {
        painter.fillRect(combo.rect, line(combo, Paint::Hover));
    }
    drawChevron(painter, QRectF(arrow).center(), 8, false, ink(combo));
}

void drawSpinBox(QPainter& painter, const QStyleOptionSpinBox& spin, const QRect& up, const QRect& down)
{
    if (spin.frame) {
        drawBox(painter, spin.rect, line(spin, is(spin, QStyle::State_Enabled) ? Paint::View : Paint::Panel),
            edge(spin), kRadius);
        if (is(spin, QStyle::State_HasFocus))
            drawRing(painter, spin, spin.rect);
    }
    if (spin.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrowInk = [&spin](QAbstractSpinBox::StepEnabledFlag step) {
        return line(spin,
            spin.stepEnabled.testFlag(step) && is(spin, QStyle::State_Enabled) ? Paint::TextSecondary
                                                                               : Paint::TextDisabled);
    };
    drawChevron(painter, QRectF(up).center() + QPointF(0, 1), 7, true, arrowInk(QAbstractSpinBox::StepUpEnabled));
    drawChevron(painter, QRectF(down).center() - QPointF(0, 1), 7, false, arrowInk(QAbstractSpinBox::StepDownEnabled));
}

void drawScrollBar(QPainter& painter, const QStyleOptionSlider& bar, const QRect& handle)
{
    painter.fillRect(bar.rect, line(bar, Paint::Panel));
    if (bar.minimum == bar.maximum)
        return;
    const bool isHeld = is(bar, QStyle::State_Sunken) && bar.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider);
    const bool isTouched = is(bar, QStyle::State_MouseOver);
    const QRect grip =
        bar.orientation == Qt::Horizontal ? handle.adjusted(1, 3, -1, -3) : handle.adjusted(3, 1, -3, -1);
    drawBox(painter, grip, line(bar, isHeld || isTouched ? Paint::Control : Paint::LineStrong), Qt::transparent, 3);
}

void drawSlider(QPainter& painter, const QStyleOptionSlider& slider, const QRect& groove, const QRect& handle)
{
    const bool isFlat = slider.orientation == Qt::Horizontal;
    const QRect track = isFlat ? QRect(groove.left(), groove.center().y() - 1, groove.width(), 3)
                               : QRect(groove.center().x() - 1, groove.top(), 3, groove.height());
    drawBox(painter, track, line(slider, Paint::LineStrong), Qt::transparent, 1);
    const QPoint centre = handle.center();
    QRect done = track;
    if (isFlat && slider.upsideDown)
        done.setLeft(centre.x());
    else if (isFlat)
        done.setRight(centre.x());
    else
        done.setTop(centre.y());
    const bool isEnabled = is(slider, QStyle::State_Enabled);
    drawBox(painter, done, line(slider, isEnabled ? Paint::Accent : Paint::TextDisabled), Qt::transparent, 1);
    QRect knob(0, 0, 13, 13);
    knob.moveCenter(centre);
    drawBox(
        painter, knob, line(slider, Paint::View), line(slider, isEnabled ? Paint::Accent : Paint::TextDisabled), 6.5);
    if (is(slider, QStyle::State_HasFocus))
        drawRing(painter, slider, slider.rect);
}

QRect scrollBarPart(const QStyleOptionSlider& bar, QStyle::SubControl part, int leastHandle)
{
    const bool isFlat = bar.orientation == Qt::Horizontal;
    const int length = isFlat ? bar.rect.width() : bar.rect.height();
    const auto range = static_cast<double>(bar.maximum) - bar.minimum;
    int handle = length;
    if (range > 0)
        handle = std::clamp(
            static_cast<int>(bar.pageStep / (range + bar.pageStep) * length), std::min(leastHandle, length), length);
    const int start =
        QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - handle, bar.upsideDown);
    const auto span = [&bar, isFlat](int from, int to) {
        return isFlat ? QStyle::visualRect(
                   bar.direction, bar.rect, QRect(bar.rect.left() + from, bar.rect.top(), to - from, bar.rect.height()))
                      : QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), to - from);
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return span(start, start + handle);
    case QStyle::SC_ScrollBarSubPage:
        return span(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return span(start + handle, length);
    case QStyle::SC_ScrollBarGroove:
        return bar.rect;
    default:
        return {};
    }
}

} // namespace antecedent::widgets::style_parts
