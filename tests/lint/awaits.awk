# SPDX-License-Identifier: GPL-3.0-or-later
# One await, one statement, one name: `auto x = co_await f(a);`, `x = co_await f(a);`, `co_await f(a);` or
# `co_return co_await f(a);`, without braces, lambdas, `?`, `&&`, `||` or a second await. One finding a statement.

# The line without comments, strings and character literals; `inComment` and `rawEnd` go on over lines.
function stripped(line,    out, i, c, two, end) {
    out = ""
    for (i = 1; i <= length(line); i++) {
        if (rawEnd != "") {
            end = index(substr(line, i), rawEnd)
            if (!end)
                return out
            i += end + length(rawEnd) - 2
            rawEnd = ""
            continue
        }
        c = substr(line, i, 1)
        two = substr(line, i, 2)
        if (inComment) {
            if (two == "*/") { inComment = 0; i++ }
        } else if (two == "//") {
            return out
        } else if (two == "/*") {
            inComment = 1
            i++
        } else if (two == "R\"") {
            end = index(substr(line, i), "(")
            rawEnd = ")" substr(line, i + 2, end - 3) "\""
            i += end - 1
            out = out "\"\""
        } else if (c == "\"" || (c == "'" && out !~ /[0-9A-Za-z]$/)) {
            for (i++; i <= length(line) && substr(line, i, 1) != c; i++)
                if (substr(line, i, 1) == "\\")
                    i++
            out = out "\"\""
        } else {
            out = out c
        }
    }
    return out
}

# `if (x) co_await f();` without braces is the await behind it, unless the condition itself awaits.
function withoutGuard(text,    i, depth, c) {
    while (text ~ /^(if|while|for) *\(/ || text ~ /^else /) {
        if (text ~ /^else /) {
            sub(/^else */, "", text)
            continue
        }
        depth = 0
        for (i = index(text, "("); i <= length(text); i++) {
            c = substr(text, i, 1)
            depth += (c == "(") - (c == ")")
            if (depth == 0)
                break
        }
        if (depth || substr(text, 1, i) ~ /co_await/)
            return text
        text = substr(text, i + 1)
        sub(/^ +/, "", text)
    }
    return text
}

function check(text, terminator,    tail, good) {
    gsub(/[ \t]+/, " ", text)
    sub(/^ /, "", text)
    sub(/^(case [^:]*(::[^:]*)*|default): /, "", text)
    text = withoutGuard(text)
    tail = text
    good = sub(/^co_return co_await /, "", tail) || sub(/^co_await /, "", tail) \
        || sub(/^((const )?[A-Za-z_][A-Za-z0-9_:<>, ]*[*&]? )?[A-Za-z_][A-Za-z0-9_.]*(->[A-Za-z_]+)? = co_await /, "", tail)
    if (!good || terminator != ";" || tail ~ /co_await|\?|&&|\|\||\[[=&a-z]*\] *(\(|$)|\[[=&]/)
        print FILENAME ":" startLine ": an await stands alone: `const auto x = co_await f(a);`"
}

FNR == 1 { statement = ""; inComment = 0; rawEnd = "" }
/^[ \t]*#/ && rawEnd == "" { next }
{
    line = stripped($0)
    while (match(line, /[;{}]/)) {
        if (statement !~ /[^ \t]/)
            startLine = FNR
        statement = statement " " substr(line, 1, RSTART - 1)
        if (statement ~ /(^|[^A-Za-z_])co_await([^A-Za-z_]|$)/)
            check(statement, substr(line, RSTART, 1))
        statement = ""
        line = substr(line, RSTART + 1)
    }
    if (statement !~ /[^ \t]/)
        startLine = FNR
    statement = statement " " line
}
