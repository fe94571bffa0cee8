// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/joinpdf.h"

#include <qpdf/qpdf-c.h>

#include <QCoreApplication>

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

/// The first page of each document, with the words of its bookmark.
using Chapters = std::vector<std::pair<qpdf_oh, QByteArray>>;

qpdf_oh newItem(qpdf_data whole, qpdf_oh outline, qpdf_oh page, const QByteArray &name)
{
    const qpdf_oh place = qpdf_oh_new_array(whole);
    qpdf_oh_append_item(whole, place, page);
    qpdf_oh_append_item(whole, place, qpdf_oh_new_name(whole, "/Fit"));
    const qpdf_oh item = qpdf_make_indirect_object(whole, qpdf_oh_new_dictionary(whole));
    qpdf_oh_replace_key(whole, item, "/Title", qpdf_oh_new_unicode_string(whole, name.constData()));
    qpdf_oh_replace_key(whole, item, "/Parent", outline);
    qpdf_oh_replace_key(whole, item, "/Dest", place);
    return item;
}

/// A flat outline (ISO 32000-1, 12.3.3).
void addOutline(qpdf_data whole, const Chapters &chapters)
{
    const qpdf_oh outline = qpdf_make_indirect_object(whole, qpdf_oh_new_dictionary(whole));
    std::vector<qpdf_oh> items;
    for (const auto &[page, name] : chapters) {
        items.push_back(newItem(whole, outline, page, name));
    }
    for (size_t i = 0; i + 1 < items.size(); ++i) {
        qpdf_oh_replace_key(whole, items[i], "/Next", items[i + 1]);
        qpdf_oh_replace_key(whole, items[i + 1], "/Prev", items[i]);
    }
    qpdf_oh_replace_key(whole, outline, "/Type", qpdf_oh_new_name(whole, "/Outlines"));
    qpdf_oh_replace_key(whole, outline, "/First", items.front());
    qpdf_oh_replace_key(whole, outline, "/Last", items.back());
    qpdf_oh_replace_key(whole, outline, "/Count",
                        qpdf_oh_new_integer(whole, static_cast<long long>(items.size())));
    const qpdf_oh root = qpdf_get_root(whole);
    qpdf_oh_replace_key(whole, root, "/Outlines", outline);
    qpdf_oh_replace_key(whole, root, "/PageMode", qpdf_oh_new_name(whole, "/UseOutlines"));
}

/// Adds the pages of `source`, which outlives the writing; false when it cannot be read.
bool addPages(qpdf_data whole, qpdf_data source, const NamedPdf &document, Chapters &chapters)
{
    if (isBad(qpdf_read_memory(source, "pdf", document.bytes.constData(),
                               static_cast<unsigned long long>(document.bytes.size()), nullptr))) {
        return false;
    }
    const int count = qpdf_get_num_pages(source);
    for (int page = 0; page < count; ++page) {
        const int at = qpdf_get_num_pages(whole);
        if (isBad(qpdf_add_page(whole, source, qpdf_get_page_n(source, static_cast<size_t>(page)),
                                QPDF_FALSE))) {
            return false;
        }
        if (page == 0) {
            chapters.emplace_back(qpdf_get_page_n(whole, static_cast<size_t>(at)), document.name.toUtf8());
        }
    }
    return count > 0;
}

} // namespace

Result<QByteArray> joinedPdf(const QVector<NamedPdf> &documents)
{
    if (documents.isEmpty()) {
        return failure(ErrorKind::rejectedInput, Words::tr("There is no PDF to join."));
    }
    std::vector<Document> sources; // their pages are read when the whole is written
    const Document whole = newDocument();
    qpdf_empty_pdf(whole.get());
    Chapters chapters;
    for (const NamedPdf &document : documents) {
        sources.push_back(newDocument());
        if (!addPages(whole.get(), sources.back().get(), document, chapters)) {
            return failure(
                    ErrorKind::rejectedInput,
                    Words::tr("The PDF \"%1\" cannot be read; nothing was joined.").arg(document.name));
        }
    }
    addOutline(whole.get(), chapters);
    qpdf_init_write_memory(whole.get());
    qpdf_set_deterministic_ID(whole.get(), QPDF_TRUE); // the same documents make the same file
    if (isBad(qpdf_write(whole.get()))) {
        return failure(ErrorKind::internal, Words::tr("The PDFs could not be joined."),
                       QString::fromUtf8(qpdf_get_error_full_text(whole.get(), qpdf_get_error(whole.get()))));
    }
    return QByteArray(reinterpret_cast<const char *>(qpdf_get_buffer(whole.get())),
                      static_cast<qsizetype>(qpdf_get_buffer_length(whole.get())));
}

} // namespace crema::prep
