// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/guide/guide_text.h"

#include "widgets/common/palette.h"

#include <QEvent>
#include <QFontDatabase>
#include <QImage>
#include <QPrinter>
#include <QResizeEvent>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextFrame>
#include <QTextTable>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kLine = 720; // px, the longest line
constexpr int kPaper = 640; // px, what is printable of the width of A4
constexpr int kMargin = 24;
constexpr qreal kBody = 10; // pt
constexpr int kLineHeight = 135; // percent
constexpr int kParagraph = 8; // px below one

qreal headingSize(int level)
{
    return level == 1 ? 18 : level == 2 ? 12 : 10;
}

void dressBlock(QTextCursor& cursor, const QTextBlock& block, Theme theme)
{
    QTextBlockFormat format = block.blockFormat();
    const int level = format.headingLevel();
    const bool isCode = format.hasProperty(QTextFormat::BlockCodeFence) || format.nonBreakableLines();
    cursor.setPosition(block.position());
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    if (level > 0) {
        format.setTopMargin(level == 1 ? 0 : level == 2 ? 20 : 14);
        format.setBottomMargin(level == 1 ? 12 : 6);
        QTextCharFormat text = cursor.charFormat();
        text.clearProperty(QTextFormat::FontSizeAdjustment); // it would outdo the size
        text.setFontPointSize(headingSize(level));
        text.setFontWeight(QFont::DemiBold);
        cursor.setCharFormat(text);
    } else if (isCode) {
        format.setBackground(color(theme, Paint::Panel));
        format.setTopMargin(0);
        format.setBottomMargin(0);
        format.setLeftMargin(8);
    } else {
        if (!block.text().contains(QChar::ObjectReplacementCharacter)) // a picture is no line of text
            format.setLineHeight(kLineHeight, QTextBlockFormat::ProportionalHeight);
        format.setTopMargin(0);
        format.setBottomMargin(block.textList() != nullptr ? kParagraph / 2 : kParagraph);
        if (format.intProperty(QTextFormat::BlockQuoteLevel) > 0) {
            format.setBackground(color(theme, Paint::Hover));
            format.setLeftMargin(0);
            format.setRightMargin(0);
        }
    }
    cursor.setBlockFormat(format);
}

// Code and keys in the middle of a sentence.
void dressFragments(QTextCursor& cursor, const QTextBlock& block, Theme theme)
{
    std::vector<std::pair<int, int>> codes;
    for (auto it = block.begin(); !it.atEnd(); ++it)
        if (it.fragment().charFormat().fontFixedPitch())
            codes.emplace_back(it.fragment().position(), it.fragment().length());
    for (const auto& [from, length] : codes) {
        cursor.setPosition(from);
        cursor.setPosition(from + length, QTextCursor::KeepAnchor);
        QTextCharFormat code;
        code.setFontFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
        code.setFontPointSize(kBody - 0.5);
        code.setBackground(color(theme, Paint::Panel));
        cursor.mergeCharFormat(code);
    }
}

void dressTable(QTextTable& table, Theme theme)
{
    QTextTableFormat format = table.format();
    format.setBorder(1);
    format.setBorderCollapse(true);
    format.setBorderBrush(color(theme, Paint::Line));
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setCellPadding(5);
    format.setCellSpacing(0);
    format.setTopMargin(4);
    format.setBottomMargin(12);
    format.setHeaderRowCount(1);
    table.setFormat(format);
    for (int column = 0; column < table.columns(); ++column) {
        QTextTableCell cell = table.cellAt(0, column);
        QTextCharFormat head = cell.format();
        head.setBackground(color(theme, Paint::Panel));
        cell.setFormat(head);
    }
    for (int row = 0; row < table.rows(); ++row)
        for (int column = 0; column < table.columns(); ++column) {
            QTextCursor cell = table.cellAt(row, column).firstCursorPosition();
            QTextBlockFormat block = cell.blockFormat();
            block.setBottomMargin(0);
            cell.setBlockFormat(block);
        }
}

} // namespace

GuideText::GuideText(QWidget* parent)
    : QTextBrowser(parent)
{
    setObjectName(QStringLiteral("guideText"));
    setAccessibleName(tr("Page of the guide"));
    setFrameShape(QFrame::NoFrame);
    setOpenExternalLinks(false);
    QFont font = this->font();
    font.setPointSizeF(kBody);
    setFont(font);
    document()->setDocumentMargin(kMargin);
    connect(this, &QTextBrowser::sourceChanged, this, &GuideText::dress);
}

void GuideText::setMarked(const QStringList& words)
{
    m_marked = words;
    mark();
}

void GuideText::printTo(QPrinter& printer) const
{
    GuideText paper;
    paper.m_isPaper = true;
    paper.setPalette(widgetPalette(Theme::Light));
    paper.setSource(source());
    paper.print(&printer);
}

QVariant GuideText::loadResource(int type, const QUrl& name)
{
    const QVariant loaded = QTextBrowser::loadResource(type, name);
    if (type != QTextDocument::ImageResource)
        return loaded;
    // Scaled here, because text is drawn without smoothing.
    QImage image;
    if (loaded.userType() == QMetaType::QByteArray)
        image.loadFromData(loaded.toByteArray());
    else
        image = loaded.value<QImage>();
    if (m_isPaper) { // all of its pixels, on the width of the paper
        image.setDevicePixelRatio(std::max(1.0, static_cast<double>(image.width()) / kPaper));
        return image;
    }
    const int wide = static_cast<int>(std::lround((kLine - 2) * devicePixelRatioF()));
    if (image.width() > wide)
        image = image.scaledToWidth(wide, Qt::SmoothTransformation);
    image.setDevicePixelRatio(devicePixelRatioF());
    return image;
}

void GuideText::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !source().isEmpty())
        reload();
}

void GuideText::resizeEvent(QResizeEvent* event)
{
    QTextBrowser::resizeEvent(event);
    setLineWrapMode(QTextEdit::FixedPixelWidth);
    setLineWrapColumnOrWidth(std::min(viewport()->width(), kLine + 2 * kMargin));
}

void GuideText::dress()
{
    const Theme theme = themeOf(palette());
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        dressBlock(cursor, block, theme);
        dressFragments(cursor, block, theme);
    }
    for (QTextFrame* frame : document()->rootFrame()->childFrames())
        if (auto* table = qobject_cast<QTextTable*>(frame))
            dressTable(*table, theme);
    cursor.endEditBlock();
    mark();
}

void GuideText::mark()
{
    QList<ExtraSelection> marks;
    ExtraSelection selection;
    selection.format.setBackground(color(themeOf(palette()), Paint::Selection));
    for (const QString& word : m_marked) {
        QTextCursor at = document()->find(word);
        while (!at.isNull()) {
            selection.cursor = at;
            marks << selection;
            at = document()->find(word, at);
        }
    }
    setExtraSelections(marks);
}

} // namespace antecedent::app
