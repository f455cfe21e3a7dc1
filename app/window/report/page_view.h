// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The pages of a report one below the other as they will print, painted off the GUI thread for what can be seen; the
// rest costs nothing. Keys: arrows and Page up/down scroll, Home and End, + and - zoom, 0 fits the width; the wheel
// scrolls, with Ctrl it zooms. Threads: GUI.

#include "model/report/document.h"
#include "widgets/document/jobs.h"

#include <QAbstractScrollArea>
#include <QImage>

#include <map>
#include <memory>

namespace antecedent::app {

class PageView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PageView(widgets::Jobs& jobs, QWidget* parent = nullptr);

    // Keeps zoom and place. Null: nothing to show, and the text says why.
    void setDocument(std::shared_ptr<const ReportDocument> document);
    void setEmptyText(const QString& text);
    const QString& emptyText() const { return m_emptyText; }
    void setStale(bool isStale); // another document is being made: the old one is shown pale

    std::size_t pages() const { return m_pages; } // 0 until the first ones are painted
    std::size_t currentPage() const; // at the middle of the view, from 0
    bool isPainted() const; // every page that can be seen
    void goToPage(std::size_t page);
    void zoom(double factor);
    void fitWidth();

Q_SIGNALS:
    void pageChanged();
    void failed(const antecedent::Error& error);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    int pageWidth() const; // in pixels of the widget
    int pageHeight() const;
    int step() const { return pageHeight() + kGap; }
    std::size_t firstSeen() const;
    std::size_t lastSeen() const;
    void arrange();
    void ask(); // for the pages that are seen and not there

    static constexpr int kGap = 16;

    widgets::Jobs& m_jobs;
    std::shared_ptr<const ReportDocument> m_document;
    std::map<std::size_t, QImage> m_images;
    QString m_emptyText;
    std::size_t m_pages = 0;
    std::uint64_t m_question = 0; // answers to older ones are dropped
    double m_zoom = 1; // of the width of the view
    bool m_isStale = false;
    bool m_isAsking = false;
};

} // namespace antecedent::app
