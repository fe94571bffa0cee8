# SPDX-License-Identifier: GPL-3.0-or-later
# Arrows between folders, Widgets in core, SQL outside the store, raw JSON access outside base. One finding a line.
#
# The arrows are those of docs/architecture.md: each folder of core may include itself and what stands behind its name.
BEGIN {
    base = "base"
    data = base " async model"
    ground = data " store ledger jobs net secrets pdl llm truth contacts"
    allowed["base"] = ""
    allowed["async"] = base
    allowed["model"] = base
    allowed["store"] = data
    allowed["ledger"] = data " store"
    allowed["jobs"] = data " store ledger"
    allowed["net"] = base " async"
    allowed["secrets"] = base " async"
    allowed["pdl"] = data " net"
    allowed["llm"] = data " net"
    allowed["truth"] = base " model"
    allowed["contacts"] = base " model"
    features = "find write mail prep resume billing exchange account sync"
    count = split(features, names, " ")
    for (i = 1; i <= count; i++)
        allowed[names[i]] = ground
    allowed["flows"] = ground " " features
    count = split("base async model store ledger jobs net secrets pdl llm truth contacts flows " features, names, " ")
    for (i = 1; i <= count; i++)
        isCore[names[i]] = 1
}

function report(text) { print FILENAME ":" FNR ": " text }

function checkInclude(line,    target, slash) {
    target = line
    sub(/^[ \t]*#[ \t]*include[ \t]*["<]/, "", target)
    sub(/[">].*/, "", target)
    slash = index(target, "/")
    if (area == "core" && target ~ /^(QtWidgets|QApplication$|QWidget$)/)
        report("core uses no Widgets: " target)
    if (area != "core" && area != "ui")
        return
    if (target ~ /^app\// || (area == "core" && target ~ /^ui\//))
        report(area " does not know " target)
    if (area != "core" || !slash)
        return
    target = substr(target, 1, slash - 1)
    if (target in isCore && target != folder && index(" " allowed[folder] " ", " " target " ") == 0)
        report("core/" folder " must not include " target "/")
}

FNR == 1 {
    count = split(FILENAME, parts, "/")
    area = parts[1]
    folder = count > 2 ? parts[2] : ""
    product = area == "core" || area == "ui" || area == "app"
    if (area == "core" && folder != "" && !(folder in isCore))
        report("core/" folder " has no row in the table of arrows (tests/lint/sources.awk)")
}

FILENAME ~ /(CMakeLists\.txt|\.cmake)$/ {
    if (area == "core" && $0 ~ /Qt6::(Widgets|PdfWidgets|PrintSupport|Charts|WebEngineWidgets)/)
        report("core uses no Widgets")
    next
}

!product { next }
/^[ \t]*#[ \t]*include/ { checkInclude($0) }
/^[ \t]*(\/\/|\/\*|\*)/ { next }
!(area == "core" && folder == "store") && /(^|[^A-Za-z_])(QSqlQuery|QSqlDatabase|sqlite3_[a-z])|<(QSql|QtSql|sqlite3\.h)|"(SELECT|INSERT INTO|INSERT OR|DELETE FROM|CREATE TABLE|CREATE INDEX) / {
    report("SQL stands in core/store only")
}
!(area == "core" && folder == "base") && /(\.|->)(get<|get_to\(|get_ptr<|get_ref<|template get<|at\(")|[Jj]son::parse\(/ {
    report("JSON is read through base/json.h only")
}
