// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/pdfjoiner.h"

#include <qpdf/qpdf-c.h>

#include <QCoreApplication>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::prep::Join)
};

struct CleanUp
{
    void operator()(_qpdf_data *document) const { qpdf_cleanup(&document); }
};

/// A document of the C interface: the classes of qpdf 11 do not compile as C++23.
using Document = std::unique_ptr<_qpdf_data, CleanUp>;

Document newDocument()
{
    Document document(qpdf_init());
    qpdf_silence_errors(document.get());
    qpdf_set_suppress_warnings(document.get(), QPDF_TRUE);
    return document;
}

bool isBad(QPDF_ERROR_CODE code)
{
    return (code & QPDF_ERRORS) != 0;
}

/// A line of the outline: a document, or a bookmark of its own.
struct Chapter
{
    QByteArray title;
    qpdf_oh page = 0;
    std::vector<Chapter> parts;
};

qpdf_oh newItem(qpdf_data whole, qpdf_oh parent, const Chapter &chapter)
{
    const qpdf_oh place = qpdf_oh_new_array(whole);
    qpdf_oh_append_item(whole, place, chapter.page);
    qpdf_oh_append_item(whole, place, qpdf_oh_new_name(whole, "/Fit"));
    const qpdf_oh item = qpdf_make_indirect_object(whole, qpdf_oh_new_dictionary(whole));
    qpdf_oh_replace_key(whole, item, "/Title", qpdf_oh_new_unicode_string(whole, chapter.title.constData()));
    qpdf_oh_replace_key(whole, item, "/Parent", parent);
    qpdf_oh_replace_key(whole, item, "/Dest", place);
    return item;
}

/// The lines below `parent` (ISO 32000-1, 12.3.3); `sign` is -1 for those that are folded at first.
void addItems(qpdf_data whole, qpdf_oh parent, const std::vector<Chapter> &chapters, int sign)
{
    if (chapters.empty()) {
        return;
    }
    std::vector<qpdf_oh> items;
    for (const Chapter &chapter : chapters) {
        items.push_back(newItem(whole, parent, chapter));
        addItems(whole, items.back(), chapter.parts, -1);
    }
    for (size_t i = 0; i + 1 < items.size(); ++i) {
        qpdf_oh_replace_key(whole, items[i], "/Next", items[i + 1]);
        qpdf_oh_replace_key(whole, items[i + 1], "/Prev", items[i]);
    }
    qpdf_oh_replace_key(whole, parent, "/First", items.front());
    qpdf_oh_replace_key(whole, parent, "/Last", items.back());
    qpdf_oh_replace_key(whole, parent, "/Count",
                        qpdf_oh_new_integer(whole, sign * static_cast<long long>(items.size())));
}

void addOutline(qpdf_data whole, const std::vector<Chapter> &chapters)
{
    const qpdf_oh outline = qpdf_make_indirect_object(whole, qpdf_oh_new_dictionary(whole));
    qpdf_oh_replace_key(whole, outline, "/Type", qpdf_oh_new_name(whole, "/Outlines"));
    addItems(whole, outline, chapters, 1);
    const qpdf_oh root = qpdf_get_root(whole);
    qpdf_oh_replace_key(whole, root, "/Outlines", outline);
    qpdf_oh_replace_key(whole, root, "/PageMode", qpdf_oh_new_name(whole, "/UseOutlines"));
}

/// The bookmarks of a document whose first page has become page `first` of the whole.
std::vector<Chapter> bookmarksOf(qpdf_data whole, qpdf_data source, int first)
{
    constexpr size_t most = 100; // a list that leads back to itself has no end
    std::vector<Chapter> found;
    const qpdf_oh outline = qpdf_oh_get_key(source, qpdf_get_root(source), "/Outlines");
    qpdf_oh item = qpdf_oh_is_dictionary(source, outline) ? qpdf_oh_get_key(source, outline, "/First") : 0;
    while (item != 0 && qpdf_oh_is_dictionary(source, item) && found.size() < most) {
        const qpdf_oh place = qpdf_oh_get_key(source, item, "/Dest");
        const int page = qpdf_oh_is_array(source, place)
                ? qpdf_find_page_by_oh(source, qpdf_oh_get_array_item(source, place, 0))
                : -1;
        if (page >= 0) {
            found.push_back({qpdf_oh_get_utf8_value(source, qpdf_oh_get_key(source, item, "/Title")),
                             qpdf_get_page_n(whole, static_cast<size_t>(first + page)),
                             {}});
        }
        item = qpdf_oh_get_key(source, item, "/Next");
    }
    return found;
}

/// Adds the pages of `source`, which outlives the writing; false when it cannot be read.
bool addPages(qpdf_data whole, qpdf_data source, const NamedPdf &document, std::vector<Chapter> &chapters)
{
    if (isBad(qpdf_read_memory(source, "pdf", document.bytes.constData(),
                               static_cast<unsigned long long>(document.bytes.size()), nullptr))) {
        return false;
    }
    const int first = qpdf_get_num_pages(whole);
    const int count = qpdf_get_num_pages(source);
    for (int page = 0; page < count; ++page) {
        if (isBad(qpdf_add_page(whole, source, qpdf_get_page_n(source, static_cast<size_t>(page)),
                                QPDF_FALSE))) {
            return false;
        }
    }
    if (count > 0) {
        chapters.push_back({document.name.toUtf8(), qpdf_get_page_n(whole, static_cast<size_t>(first)),
                            bookmarksOf(whole, source, first)});
    }
    return count > 0;
}

QString titleOf(const QVector<NamedPdf> &documents)
{
    constexpr qsizetype named = 3;
    QStringList names;
    for (const NamedPdf &document : documents.first(std::min(named, documents.size()))) {
        names << document.name;
    }
    const auto more = static_cast<int>(documents.size() - names.size());
    const QString all = names.join(u", "_s);
    return more > 0 ? Words::tr("Coffee chat preps: %1 and %n more", nullptr, more).arg(all)
                    : Words::tr("Coffee chat preps: %1").arg(all);
}

/// Title, and the author and language of the first document.
void addInfo(qpdf_data whole, qpdf_data first, const QString &title)
{
    const qpdf_oh info = qpdf_make_indirect_object(whole, qpdf_oh_new_dictionary(whole));
    const auto put = [whole](qpdf_oh dictionary, const char *key, const QByteArray &text) {
        if (!text.isEmpty()) {
            qpdf_oh_replace_key(whole, dictionary, key, qpdf_oh_new_unicode_string(whole, text.constData()));
        }
    };
    const auto textOf = [first](qpdf_oh dictionary, const char *key) {
        const bool isThere = qpdf_oh_is_dictionary(first, dictionary)
                && qpdf_oh_has_key(first, dictionary, key);
        return isThere ? QByteArray(qpdf_oh_get_utf8_value(first, qpdf_oh_get_key(first, dictionary, key)))
                       : QByteArray();
    };
    put(info, "/Title", title.toUtf8());
    put(info, "/Author", textOf(qpdf_oh_get_key(first, qpdf_get_trailer(first), "/Info"), "/Author"));
    put(info, "/Creator", "Crema");
    qpdf_oh_replace_key(whole, qpdf_get_trailer(whole), "/Info", info);
    const qpdf_oh root = qpdf_get_root(whole);
    put(root, "/Lang", textOf(qpdf_get_root(first), "/Lang"));
    const qpdf_oh wishes = qpdf_oh_new_dictionary(whole);
    qpdf_oh_replace_key(whole, wishes, "/DisplayDocTitle", qpdf_oh_new_bool(whole, QPDF_TRUE));
    qpdf_oh_replace_key(whole, root, "/ViewerPreferences", wishes);
}

Result<QByteArray> joined(const QVector<NamedPdf> &documents)
{
    if (documents.isEmpty()) {
        return failure(ErrorKind::rejectedInput, Words::tr("There is no PDF to join."));
    }
    std::vector<Document> sources; // their pages are read when the whole is written
    const Document whole = newDocument();
    qpdf_empty_pdf(whole.get());
    std::vector<Chapter> chapters;
    for (const NamedPdf &document : documents) {
        sources.push_back(newDocument());
        if (!addPages(whole.get(), sources.back().get(), document, chapters)) {
            return failure(
                    ErrorKind::rejectedInput,
                    Words::tr("The PDF \"%1\" cannot be read; nothing was joined.").arg(document.name));
        }
    }
    addOutline(whole.get(), chapters);
    addInfo(whole.get(), sources.front().get(), titleOf(documents));
    qpdf_init_write_memory(whole.get());
    qpdf_set_deterministic_ID(whole.get(), QPDF_TRUE); // the same documents make the same file
    if (isBad(qpdf_write(whole.get()))) {
        return failure(ErrorKind::internal, Words::tr("The PDFs could not be joined."),
                       QString::fromUtf8(qpdf_get_error_full_text(whole.get(), qpdf_get_error(whole.get()))));
    }
    return QByteArray(reinterpret_cast<const char *>(qpdf_get_buffer(whole.get())),
                      static_cast<qsizetype>(qpdf_get_buffer_length(whole.get())));
}

} // namespace

} // namespace crema::prep

extern "C" Q_DECL_EXPORT crema::prep::PdfJoiner *cremaPrepJoin()
{
    return &crema::prep::joined;
}
