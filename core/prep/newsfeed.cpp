// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/newsfeed.h"

#include "prep/newstext.h"

#include <QCoreApplication>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::prep::News)
};

constexpr qsizetype mostEntries = 500;
constexpr qsizetype longestTitle = 200;
constexpr qsizetype longestPublisher = 80;
constexpr qsizetype longestSummary = 2000;
constexpr qsizetype longestRead = 20'000; ///< of one text; the rest is passed over

/// What one entry says, as it stands there.
struct Entry
{
    QString title;
    QString link;
    QString guid;
    QString date;
    QString summary;
    QString publisher;
    QString publisherUrl;
};

/// The text up to the end of the element, that of elements in it included. Not Qt's own: that one calls
/// itself for each element inside, as deep as the feed likes.
QString textOfElement(QXmlStreamReader &xml)
{
    QString text;
    for (int depth = 1; depth > 0 && !xml.atEnd();) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            ++depth;
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            break;
        case QXmlStreamReader::Characters:
            text += xml.text().left(std::max<qsizetype>(0, longestRead - text.size()));
            break;
        default:
            break;
        }
    }
    return text;
}

void set(QString &field, const QString &value)
{
    if (field.isEmpty()) {
        field = value.trimmed();
    }
}

void readLink(QXmlStreamReader &xml, Entry &entry)
{
    // Atom has the address in an attribute; links to comments and to the feed itself have another "rel".
    const QString href = xml.attributes().value("href"_L1).toString();
    const QString rel = xml.attributes().value("rel"_L1).toString();
    const QString text = textOfElement(xml);
    if (href.isEmpty()) {
        set(entry.link, text);
    } else if (rel.isEmpty() || rel == "alternate"_L1) {
        set(entry.link, href);
    }
}

void readField(QXmlStreamReader &xml, Entry &entry)
{
    const QString name = xml.name().toString();
    const QString space = xml.namespaceUri().toString();
    // "media:title" and their kin speak of pictures.
    const bool isForeign = space.contains("search.yahoo.com/mrss"_L1) || space.contains("itunes"_L1);
    if (isForeign) {
        (void)textOfElement(xml);
    } else if (name == "link"_L1) {
        readLink(xml, entry);
    } else if (name == "source"_L1) {
        entry.publisherUrl = xml.attributes().value("url"_L1).toString();
        set(entry.publisher, textOfElement(xml));
    } else if (name == "title"_L1) {
        set(entry.title, textOfElement(xml));
    } else if (name == "guid"_L1) {
        const bool isLink = xml.attributes().value("isPermaLink"_L1) != u"false";
        const QString text = textOfElement(xml);
        set(entry.guid, isLink ? text : QString());
    } else if (name == "pubDate"_L1 || name == "published"_L1 || name == "date"_L1) {
        entry.date = textOfElement(xml).trimmed();
    } else if (name == "updated"_L1) {
        set(entry.date, textOfElement(xml));
    } else if (name == "description"_L1 || name == "summary"_L1 || name == "encoded"_L1
               || name == "content"_L1) {
        set(entry.summary, textOfElement(xml));
    } else {
        (void)textOfElement(xml);
    }
}

Entry readEntry(QXmlStreamReader &xml)
{
    Entry entry;
    while (xml.readNextStartElement()) {
        readField(xml, entry);
    }
    return entry;
}

/// "Headline - Publisher", as Google's feeds have it, without what names the publisher anyway.
QString withoutPublisher(const QString &title, const QString &publisher)
{
    const QString end = u" - "_s + publisher;
    return !publisher.isEmpty() && title.endsWith(end) ? title.chopped(end.size()) : title;
}

Article articleOf(const Entry &entry, const QString &feedTitle, const QDateTime &now)
{
    Article article;
    article.publisher = plainLine(entry.publisher.isEmpty() ? feedTitle : entry.publisher, longestPublisher);
    article.publisherUrl = articleUrl(entry.publisherUrl);
    article.title = withoutPublisher(plainLine(entry.title, longestTitle + longestPublisher),
                                     plainLine(entry.publisher, longestPublisher))
                            .left(longestTitle);
    article.url = articleUrl(entry.link.isEmpty() ? entry.guid : entry.link);
    article.text = plainLine(entry.summary, longestSummary);
    article.at = articleTime(entry.date, now);
    return article;
}

std::unexpected<Error> noFeed(const QString &why)
{
    return failure(ErrorKind::badAnswer, why);
}

/// Up to the first element: its name says whether this is a feed.
bool findRoot(QXmlStreamReader &xml)
{
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::StartElement) {
            return true;
        }
        if (token == QXmlStreamReader::DTD && !xml.entityDeclarations().isEmpty()) {
            return false;
        }
    }
    return false;
}

} // namespace

Result<QVector<Article>> feedArticles(const QByteArray &body, const QDateTime &now)
{
    QXmlStreamReader xml(body.trimmed());
    xml.setEntityExpansionLimit(0);
    const bool hasRoot = findRoot(xml);
    const QString root = hasRoot ? xml.name().toString() : QString();
    if (root != "rss"_L1 && root != "RDF"_L1 && root != "feed"_L1) {
        return noFeed(Words::tr("What came is no RSS or Atom feed."));
    }
    QString feedTitle;
    QVector<Article> articles;
    while (!xml.atEnd() && articles.size() < mostEntries) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == "item"_L1 || xml.name() == "entry"_L1) {
            const Article article = articleOf(readEntry(xml), feedTitle, now);
            if (!article.title.isEmpty() && !article.url.isEmpty()) {
                articles << article;
            }
        } else if (xml.name() == "title"_L1 && feedTitle.isEmpty()) {
            feedTitle = plainLine(textOfElement(xml), longestPublisher);
        }
    }
    if (articles.isEmpty() && xml.hasError()) {
        return noFeed(Words::tr("The feed is broken."));
    }
    return articles;
}

} // namespace crema::prep
