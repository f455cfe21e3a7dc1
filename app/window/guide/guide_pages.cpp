// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/guide/guide_pages.h"

#include <QFile>
#include <QRegularExpression>
#include <QTextDocument>
#include <QWidget>

#include <algorithm>
#include <map>

namespace antecedent::app {

namespace {

constexpr const char* kPageProperty = "guidePage";
constexpr int kBefore = 40; // characters of an excerpt before and after its hit
constexpr int kAfter = 80;

QString plainText(const QString& language, const QString& id)
{
    static std::map<QString, QString> known;
    const QString key = language + QLatin1Char('/') + id;
    const auto found = known.find(key);
    if (found != known.end())
        return found->second;
    QTextDocument document;
    document.setMarkdown(guideMarkdown(language, id));
    return known.emplace(key, document.toPlainText().replace(QChar::ObjectReplacementCharacter, QLatin1Char(' ')))
        .first->second;
}

QString excerptOf(const QString& text, qsizetype at)
{
    qsizetype from = std::max<qsizetype>(0, at - kBefore);
    while (from > 0 && !text[from - 1].isSpace())
        --from;
    qsizetype to = std::min<qsizetype>(text.size(), at + kAfter);
    while (to < text.size() && !text[to].isSpace())
        ++to;
    const QString part = text.mid(from, to - from).simplified();
    return (from > 0 ? QStringLiteral("… ") : QString()) + part + (to < text.size() ? QStringLiteral(" …") : QString());
}

} // namespace

const std::vector<GuidePage>& guidePages()
{
    static const std::vector<GuidePage> pages = [] {
        std::vector<GuidePage> out{{QStringLiteral("first-steps"), GuideGroup::Start}};
        for (const char* id : {"window", "sources", "import", "failures", "timeline", "facts", "sequences", "evidence",
                 "impact", "conclusion", "report", "audit"})
            out.push_back({QString::fromLatin1(id), GuideGroup::Views});
        for (const char* id :
            {"filter", "times", "controls", "formats", "configuration", "export", "shortcuts", "glossary"})
            out.push_back({QString::fromLatin1(id), GuideGroup::Reference});
        for (const char* id :
            {"import-tables", "import-workbooks", "import-b2mml", "import-journals", "import-sap", "import-maximo",
                "import-cmms", "import-alarms", "import-historian", "import-eventlogs", "import-calibration"})
            out.push_back({QString::fromLatin1(id), GuideGroup::Imports});
        return out;
    }();
    return pages;
}

QStringList guideLanguages()
{
    return {QStringLiteral("en"), QStringLiteral("de")};
}

QUrl guideUrl(const QString& language, const QString& id)
{
    return QUrl(QStringLiteral("qrc:/guide/%1/%2.md").arg(language, id));
}

QString guideMarkdown(const QString& language, const QString& id)
{
    QFile file(QStringLiteral(":/guide/%1/%2.md").arg(language, id));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString guideTitle(const QString& language, const QString& id)
{
    const QString text = guideMarkdown(language, id);
    const QString first = text.left(text.indexOf(QLatin1Char('\n')));
    return first.startsWith(QLatin1String("# ")) ? first.mid(2).trimmed() : id;
}

std::vector<GuideHit> searchGuide(const QString& language, const QString& words)
{
    const QStringList wanted = words.split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts);
    if (wanted.isEmpty())
        return {};
    std::vector<std::pair<bool, GuideHit>> hits;
    for (const GuidePage& page : guidePages()) {
        const QString text = plainText(language, page.id);
        const bool hasAll = std::all_of(wanted.begin(), wanted.end(),
            [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
        if (!hasAll)
            continue;
        GuideHit hit{page.id, excerptOf(text, text.indexOf(wanted.front(), 0, Qt::CaseInsensitive)), 0};
        const QString title = guideTitle(language, page.id);
        bool isInTitle = false;
        for (const QString& word : wanted) {
            hit.count += static_cast<int>(text.count(word, Qt::CaseInsensitive));
            isInTitle = isInTitle || title.contains(word, Qt::CaseInsensitive);
        }
        hits.emplace_back(isInTitle, hit);
    }
    std::stable_sort(hits.begin(), hits.end(),
        [](const auto& a, const auto& b) { return a.first != b.first ? a.first : a.second.count > b.second.count; });
    std::vector<GuideHit> out;
    for (auto& [isInTitle, hit] : hits)
        out.push_back(std::move(hit));
    return out;
}

void setGuidePage(QWidget* widget, const QString& id)
{
    widget->setProperty(kPageProperty, id);
}

QString guidePageFor(const QWidget* widget)
{
    for (const QWidget* at = widget; at != nullptr; at = at->parentWidget()) {
        const QString id = at->property(kPageProperty).toString();
        if (!id.isEmpty())
            return id;
    }
    return guidePages().front().id;
}

} // namespace antecedent::app
