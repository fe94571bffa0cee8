// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/pdffinish.h"

#include <QMap>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

/// The objects of a file with one cross-reference table, as Qt writes it.
class PdfFile
{
public:
    explicit PdfFile(const QByteArray &bytes) : m_bytes(bytes) { readTable(); }

    [[nodiscard]] bool isValid() const { return m_offsets.size() > 1; }
    [[nodiscard]] qsizetype tableOffset() const { return m_table; }
    [[nodiscard]] int objectCount() const { return static_cast<int>(m_offsets.size()); }
    /// What stands between "N 0 obj" and "endobj"; empty when there is no such object.
    [[nodiscard]] QByteArray object(int number) const;
    /// The unpacked content of a stream object.
    [[nodiscard]] QByteArray stream(int number) const;
    [[nodiscard]] QVector<int> pages() const;
    /// The number in "/key N 0 R" of the trailer; 0 when it is not there.
    [[nodiscard]] int trailerReference(const char *key) const;

private:
    void readTable();

    QByteArray m_bytes;
    qsizetype m_table = 0;
    QVector<qsizetype> m_offsets; ///< by object number
};

/// The number in "/key N 0 R" or "/key N"; 0 when the key is not there.
int numberIn(const QByteArray &text, const char *key)
{
    const qsizetype at = text.indexOf(key);
    const QByteArray after = at < 0 ? QByteArray()
                                    : text.mid(at + static_cast<qsizetype>(qstrlen(key)), 24).trimmed();
    return after.left(after.indexOf(' ')).toInt();
}

void PdfFile::readTable()
{
    constexpr qsizetype entryLength = 20;
    const qsizetype start = m_bytes.lastIndexOf("startxref");
    m_table = start < 0 ? 0
                        : m_bytes.mid(start + 9, 24).trimmed().split('\n').value(0).trimmed().toLongLong();
    if (m_table <= 0 || m_bytes.mid(m_table, 7) != "xref\n0 ") {
        return;
    }
    const qsizetype line = m_bytes.indexOf('\n', m_table + 7);
    const int count = line < 0 ? 0 : m_bytes.mid(m_table + 7, line - m_table - 7).trimmed().toInt();
    if (count <= 0 || line + 1 + count * entryLength > m_bytes.size()) {
        return;
    }
    for (int i = 0; i < count; ++i) {
        m_offsets << m_bytes.mid(line + 1 + i * entryLength, 10).toLongLong();
    }
}

QByteArray PdfFile::object(int number) const
{
    const QByteArray head = QByteArray::number(number) + " 0 obj";
    const qsizetype at = m_offsets.value(number);
    if (number <= 0 || at <= 0 || m_bytes.mid(at, head.size()) != head) {
        return {};
    }
    const qsizetype end = m_bytes.indexOf("endobj", at);
    return end < 0 ? QByteArray() : m_bytes.mid(at + head.size(), end - at - head.size());
}

QByteArray PdfFile::stream(int number) const
{
    const QByteArray text = object(number);
    const qsizetype start = text.indexOf("stream\n");
    if (start < 0) {
        return {};
    }
    const QByteArray dictionary = text.left(start);
    int length = numberIn(dictionary, "/Length ");
    if (dictionary.contains("/Length " + QByteArray::number(length) + " 0 R")) {
        length = object(length).trimmed().toInt();
    }
    const qsizetype from = m_offsets.value(number) + (QByteArray::number(number) + " 0 obj").size() + start
            + 7;
    const QByteArray packed = m_bytes.mid(from, length);
    if (!dictionary.contains("/FlateDecode")) {
        return packed;
    }
    // qUncompress wants the size first; it is a hint that it corrects.
    return qUncompress(QByteArray::fromHex("00010000") + packed);
}

QVector<int> PdfFile::pages() const
{
    QVector<int> found;
    for (int i = 1; i < objectCount(); ++i) {
        if (object(i).contains("/Type /Page\n")) {
            found << i;
        }
    }
    return found;
}

int PdfFile::trailerReference(const char *key) const
{
    return numberIn(m_bytes.mid(m_bytes.lastIndexOf("trailer")), key);
}

/// A text as a PDF string that any reader understands.
QByteArray pdfText(const QString &text)
{
    QByteArray hex = "<FEFF";
    for (const QChar c : text) {
        hex += QByteArray::number(c.unicode(), 16).rightJustified(4, '0').toUpper();
    }
    return hex + '>';
}

/// The entries of a /ToUnicode map with the characters that are meant; empty when nothing changes.
QByteArray readableMap(const QByteArray &map)
{
    static const QRegularExpression list(u"\\[((?:<[0-9A-F]{4}> ?)+)\\]"_s);
    QString text = QString::fromLatin1(map);
    QString changed = text;
    for (const QRegularExpressionMatch &match : list.globalMatch(text)) {
        QString codes;
        for (const QString &code : match.captured(1).split(u' ', Qt::SkipEmptyParts)) {
            codes += u'<';
            for (const QChar c : meantText(static_cast<char16_t>(code.mid(1, 4).toUInt(nullptr, 16)))) {
                codes += QString::number(c.unicode(), 16).rightJustified(4, u'0').toUpper();
            }
            codes += u"> "_s;
        }
        changed.replace(match.captured(0), u'[' + codes + u']');
    }
    return changed == text ? QByteArray() : changed.toLatin1();
}

/// New versions of objects, to be appended.
class Update
{
public:
    explicit Update(int firstFree) : m_next(firstFree) { }

    int add() { return m_next++; }
    void set(int number, const QByteArray &body) { m_objects.insert(number, body); }
    void setStream(int number, const QByteArray &content)
    {
        const QByteArray packed = qCompress(content).mid(4);
        set(number,
            "<<\n/Length " + QByteArray::number(packed.size()) + "\n/Filter /FlateDecode\n>>\nstream\n"
                    + packed + "\nendstream");
    }

    [[nodiscard]] QByteArray appendedTo(QByteArray pdf, const PdfFile &file) const
    {
        QByteArray table = "xref\n";
        for (auto it = m_objects.begin(); it != m_objects.end(); ++it) {
            table += QByteArray::number(it.key()) + " 1\n"
                    + QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
            pdf += QByteArray::number(it.key()) + " 0 obj\n" + it.value() + "\nendobj\n";
        }
        const QByteArray start = QByteArray::number(pdf.size());
        const auto reference = [&](const char *key) {
            return QByteArray::number(file.trailerReference(key)) + " 0 R\n";
        };
        return pdf + table + "trailer\n<<\n/Size " + QByteArray::number(m_next) + "\n/Info "
                + reference("/Info") + "/Root " + reference("/Root") + "/Prev "
                + QByteArray::number(file.tableOffset()) + "\n>>\nstartxref\n" + start + "\n%%EOF\n";
    }

private:
    QMap<int, QByteArray> m_objects;
    int m_next;
};

void updateMaps(Update &update, const PdfFile &file)
{
    for (int i = 1; i < file.objectCount(); ++i) {
        const int map = numberIn(file.object(i), "/ToUnicode ");
        const QByteArray changed = map > 0 ? readableMap(file.stream(map)) : QByteArray();
        if (!changed.isEmpty()) {
            update.setStream(map, changed);
        }
    }
}

void updateInfo(Update &update, const PdfFile &file, const PdfDetails &details)
{
    QByteArray info = "<<\n/Title " + pdfText(details.title)
            + "\n/Creator (Crema)\n/Producer (Qt " QT_VERSION_STR ")\n";
    if (!details.author.isEmpty()) {
        info += "/Author " + pdfText(details.author) + '\n';
    }
    if (!details.subject.isEmpty()) {
        info += "/Subject " + pdfText(details.subject) + '\n';
    }
    if (details.created.isValid()) {
        info += "/CreationDate (D:" + details.created.toUTC().toString(u"yyyyMMddHHmmss"_s).toLatin1()
                + "Z)\n";
    }
    update.set(file.trailerReference("/Info"), info + ">>");
}

/// Adds the outline and returns its object's number; 0 when there are no bookmarks.
int addOutline(Update &update, const PdfFile &file, const QVector<Bookmark> &bookmarks)
{
    const QVector<int> pages = file.pages();
    if (bookmarks.isEmpty()) {
        return 0;
    }
    const int root = update.add();
    QVector<int> items;
    for (qsizetype i = 0; i < bookmarks.size(); ++i) {
        items << update.add();
    }
    const auto reference = [](int number) { return QByteArray::number(number) + " 0 R"; };
    for (qsizetype i = 0; i < items.size(); ++i) {
        QByteArray item = "<<\n/Title " + pdfText(bookmarks[i].title) + "\n/Parent " + reference(root)
                + "\n/Dest [" + reference(pages.value(bookmarks[i].page)) + " /Fit]\n";
        item += i > 0 ? "/Prev " + reference(items[i - 1]) + '\n' : QByteArray();
        item += i + 1 < items.size() ? "/Next " + reference(items[i + 1]) + '\n' : QByteArray();
        update.set(items[i], item + ">>");
    }
    update.set(root,
               "<<\n/Type /Outlines\n/First " + reference(items.constFirst()) + "\n/Last "
                       + reference(items.constLast()) + "\n/Count " + QByteArray::number(items.size())
                       + "\n>>");
    return root;
}

} // namespace

QByteArray finishedPdf(const QByteArray &pdf, const PdfDetails &details)
{
    const PdfFile file(pdf);
    const int root = file.trailerReference("/Root");
    QByteArray catalog = file.object(root).trimmed();
    if (!file.isValid() || file.trailerReference("/Info") == 0 || !catalog.endsWith(">>")
        || file.pages().isEmpty()) {
        return pdf;
    }
    Update update(file.objectCount());
    updateMaps(update, file);
    updateInfo(update, file, details);
    const int outline = addOutline(update, file, details.bookmarks);
    catalog.chop(2);
    catalog += "/ViewerPreferences <</DisplayDocTitle true>>\n";
    catalog += details.language.isEmpty() ? QByteArray() : "/Lang " + pdfText(details.language) + '\n';
    catalog += outline == 0 ? QByteArray() : "/Outlines " + QByteArray::number(outline) + " 0 R\n";
    update.set(root, catalog + ">>");
    return update.appendedTo(pdf, file);
}

} // namespace crema::prep
