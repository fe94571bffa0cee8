// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/pagefile.h"

#include <QtEndian>

#include <algorithm>
#include <bit>

namespace crema::store {

namespace {

constexpr qint64 longestPayload = 1'000'000'000; // SQLite's own limit

struct Varint
{
    quint64 value = 0;
    int length = 0; ///< 0: cut off
};

Varint varintAt(QByteArrayView bytes, qsizetype at)
{
    Varint number;
    for (int i = 0; i < 9 && at + i < bytes.size(); ++i) {
        const auto byte = static_cast<uchar>(bytes[at + i]);
        if (i == 8) {
            return {number.value << 8 | byte, 9};
        }
        number.value = number.value << 7 | (byte & 0x7fU);
        if ((byte & 0x80U) == 0) {
            number.length = i + 1;
            return number;
        }
    }
    return {};
}

qint64 signedAt(QByteArrayView bytes, int length)
{
    quint64 value = static_cast<qint8>(bytes[0]) < 0 ? ~quint64(0) : 0;
    for (int i = 0; i < length; ++i) {
        value = value << 8 | static_cast<uchar>(bytes[i]);
    }
    return static_cast<qint64>(value);
}

/// How many bytes a value of a serial type takes; negative when there is no such type.
qint64 lengthOf(quint64 type)
{
    constexpr qint64 lengths[] {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    if (type < std::size(lengths)) {
        return lengths[type];
    }
    return type < 12 || type > quint64(longestPayload) * 2 ? -1 : static_cast<qint64>(type - 12) / 2;
}

StoredValue valueOf(quint64 type, QByteArrayView bytes)
{
    using Type = StoredValue::Type;
    if (type == 0) {
        return {};
    }
    if (type <= 6) {
        return {Type::integer, signedAt(bytes, static_cast<int>(bytes.size())), 0, {}};
    }
    if (type == 7) {
        return {Type::real, 0, std::bit_cast<double>(qFromBigEndian<quint64>(bytes.data())), {}};
    }
    if (type <= 9) {
        return {Type::integer, static_cast<qint64>(type - 8), 0, {}};
    }
    return {type % 2 == 1 ? Type::text : Type::blob, 0, 0, bytes.toByteArray()};
}

/// The values of a record (section 2.1); false when it makes no sense.
bool readRecord(QByteArrayView payload, std::vector<StoredValue> &values)
{
    const Varint header = varintAt(payload, 0);
    if (header.length == 0 || header.value > quint64(payload.size())) {
        return false;
    }
    auto body = static_cast<qsizetype>(header.value);
    for (qsizetype at = header.length; at < qsizetype(header.value);) {
        const Varint type = varintAt(payload, at);
        const qint64 length = type.length == 0 ? -1 : lengthOf(type.value);
        if (length < 0 || body + length > payload.size()) {
            return false;
        }
        values.push_back(valueOf(type.value, payload.sliced(body, length)));
        body += length;
        at += type.length;
    }
    return body == payload.size();
}

qsizetype startOf(quint32 number)
{
    return number == 1 ? 100 : 0; // the first page begins with the database header
}

int cellCount(QByteArrayView page, quint32 number)
{
    return qFromBigEndian<quint16>(page.data() + startOf(number) + 3);
}

/// Offset of a cell; 0 when it lies nowhere.
qsizetype cellAt(QByteArrayView page, quint32 number, PageKind kind, int index)
{
    const bool interior = kind == PageKind::tableInterior || kind == PageKind::indexInterior;
    const qsizetype pointer = startOf(number) + (interior ? 12 : 8) + 2 * static_cast<qsizetype>(index);
    if (pointer + 2 > page.size()) {
        return 0;
    }
    const qsizetype at = qFromBigEndian<quint16>(page.data() + pointer);
    return at > pointer && at + 4 <= page.size() ? at : 0;
}

/// How much of a payload lies in the page itself (section 1.6).
qint64 localLength(qint64 payload, int usable, bool table)
{
    const qint64 most = table ? usable - 35 : (usable - 12) * 64 / 255 - 23;
    if (payload <= most) {
        return payload;
    }
    const qint64 least = (usable - 12) * 32 / 255 - 23;
    const qint64 wanted = least + (payload - least) % (usable - 4);
    return wanted <= most ? wanted : least;
}

/// The payload at `at`, with what lies in overflow pages; empty when the chain is broken.
QByteArray payloadAt(const PageFile &file, QByteArrayView page, qsizetype at, qint64 length, bool table)
{
    const qint64 local = localLength(length, file.usable(), table);
    const qint64 most = std::min<qint64>(longestPayload, qint64(file.count()) * file.usable());
    if (length <= 0 || length > most || at + local > page.size()) {
        return {};
    }
    QByteArray payload = page.sliced(at, local).toByteArray();
    if (local == length) {
        return payload;
    }
    if (at + local + 4 > page.size()) {
        return {};
    }
    quint32 next = qFromBigEndian<quint32>(page.data() + at + local);
    while (payload.size() < length) {
        const QByteArrayView more = file.page(next);
        if (more.isEmpty()) {
            return {};
        }
        payload += more.sliced(4, std::min<qint64>(length - payload.size(), file.usable() - 4)).toByteArray();
        next = qFromBigEndian<quint32>(more.data());
    }
    return payload;
}

bool readRow(const PageFile &file, QByteArrayView page, qsizetype at, PageKind kind, StoredRow &row)
{
    const bool table = kind == PageKind::tableLeaf;
    if (kind == PageKind::indexInterior) {
        at += 4; // the page below
    }
    const Varint length = varintAt(page, at);
    at += length.length;
    if (length.length == 0 || length.value > quint64(longestPayload)) {
        return false;
    }
    if (table) {
        const Varint rowid = varintAt(page, at);
        if (rowid.length == 0) {
            return false;
        }
        row.rowid = static_cast<qint64>(rowid.value);
        at += rowid.length;
    }
    const QByteArray payload = payloadAt(file, page, at, static_cast<qint64>(length.value), table);
    return !payload.isEmpty() && readRecord(payload, row.values);
}

} // namespace

PageKind kindOfPage(const PageFile &file, quint32 number)
{
    const QByteArrayView page = file.page(number);
    if (page.isEmpty()) {
        return PageKind::other;
    }
    switch (static_cast<uchar>(page[startOf(number)])) {
    case 0x0d:
        return PageKind::tableLeaf;
    case 0x05:
        return PageKind::tableInterior;
    case 0x0a:
        return PageKind::indexLeaf;
    case 0x02:
        return PageKind::indexInterior;
    default:
        return PageKind::other;
    }
}

std::vector<quint32> childrenOf(const PageFile &file, quint32 number)
{
    std::vector<quint32> children;
    const PageKind kind = kindOfPage(file, number);
    if (kind != PageKind::tableInterior && kind != PageKind::indexInterior) {
        return children;
    }
    const QByteArrayView page = file.page(number);
    const auto add = [&](qsizetype at) { children.push_back(qFromBigEndian<quint32>(page.data() + at)); };
    for (int i = 0; i < cellCount(page, number); ++i) {
        if (const qsizetype at = cellAt(page, number, kind, i); at != 0) {
            add(at);
        }
    }
    add(startOf(number) + 8);
    return children;
}

std::vector<StoredRow> rowsOf(const PageFile &file, quint32 number, int &damaged)
{
    std::vector<StoredRow> rows;
    const PageKind kind = kindOfPage(file, number);
    if (kind == PageKind::other || kind == PageKind::tableInterior) {
        return rows;
    }
    const QByteArrayView page = file.page(number);
    const int count = std::min<int>(cellCount(page, number), static_cast<int>(page.size() / 4));
    for (int i = 0; i < count; ++i) {
        StoredRow row;
        const qsizetype at = cellAt(page, number, kind, i);
        if (at != 0 && readRow(file, page, at, kind, row)) {
            rows.push_back(std::move(row));
        } else {
            ++damaged;
        }
    }
    return rows;
}

} // namespace crema::store
